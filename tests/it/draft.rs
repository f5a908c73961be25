//! `rongtu draft`: what is printed, what is written, what is refused.

use std::fs;

use tempfile::TempDir;

use crate::run::{Ran, en, zh};

const ARTICLE: &str = "tests/fixtures/tiny/articles/jia.txt";

#[test]
fn json_is_headings_and_quantities() {
    let Ran { out, code, .. } = zh(&format!("draft {ARTICLE} --format json"));
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    let keys: Vec<_> = json.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["headings", "quantities"]);
    assert!(!json["quantities"].as_array().unwrap().is_empty());
    let lines: Vec<_> = fs::read_to_string(ARTICLE)
        .unwrap()
        .lines()
        .map(str::to_owned)
        .collect();
    for figure in json["quantities"].as_array().unwrap() {
        let line = &lines[figure["line"].as_u64().unwrap() as usize - 1];
        let rest: String = line
            .chars()
            .skip(figure["start"].as_u64().unwrap() as usize)
            .collect();
        assert!(rest.starts_with(figure["exact"].as_str().unwrap()));
    }
    assert_eq!(code, Some(0));
}

#[test]
fn both_files_are_printed_or_written_over_nothing() {
    let printed = en(&format!("draft {ARTICLE} --id bing"));
    let (dossier, record) = printed.out.split_once("---\n").unwrap();
    let dir = TempDir::new().unwrap();
    let here = dir.path().to_str().unwrap();
    let draft = format!("draft {ARTICLE} --id bing --out {here}");
    assert_eq!(en(&draft).code, Some(0));
    let read = |name: &str| fs::read_to_string(dir.path().join(name)).unwrap();
    assert_eq!(read("data/colleges/bing.yaml"), dossier);
    assert_eq!(read("seeds/news-bing.yaml"), record);
    let list = crate::run::Given::default().run(&format!("list --data {here} --format jsonl --lang en"));
    assert_eq!((list.err.as_str(), list.code), ("", Some(0)));
    let again = en(&draft);
    assert_eq!(again.code, Some(2));
    assert!(again.err.contains("is already there"), "{}", again.err);
}

#[test]
fn what_is_no_article_is_refused_in_both_languages() {
    let dir = TempDir::new().unwrap();
    let file = dir.path().join("a.txt");
    let name = file.to_str().unwrap();
    for (bytes, told, said) in [
        (&b""[..], "没有内容", "is empty"),
        (b"\x7fELF\0\0", "不是文本", "is no text"),
        (b"<html><body>", "是网页", "is a web page"),
        (b"Lorem ipsum dolor", "不是中文文章", "no article in Chinese"),
        (b"\xff\xfe\x00", "既不是 UTF-8", "neither UTF-8"),
        (&[b' '; (1 << 20) + 1], "大于 1 MiB", "larger than 1 MiB"),
    ] {
        fs::write(&file, bytes).unwrap();
        let (in_zh, in_en) = (zh(&format!("draft {name}")), en(&format!("draft {name}")));
        assert!(in_zh.err.contains(told), "{}", in_zh.err);
        assert!(in_en.err.contains(said), "{}", in_en.err);
        assert_eq!((in_zh.code, in_en.code), (Some(2), Some(2)));
    }
    let input = en("draft -");
    assert!(input.err.contains("- is empty"), "{}", input.err);
    for bad in [
        "draft no-such.txt".into(),
        format!("draft {ARTICLE} --id 甲"),
        format!("draft {ARTICLE} --format csv"),
    ] {
        assert_eq!(en(&bad).code, Some(2), "{bad}");
    }
}
