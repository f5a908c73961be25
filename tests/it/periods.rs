//! A period is worded alike wherever one is: what the article says has been added up (累计) is told at every place.

use std::{fs, io::Read, path::Path};

use ratatui::layout::Size;
use rongtu::{
    lang::Lang,
    load::{Origin, load},
    text::width::Policy,
    tui::msg::Effect,
};
use serde_json::Value;

use super::{run::Given, support::Session};

/// Figures of the shipped data whose time is 近年来 and which the article says have been added up, by address and name.
const ADDED_UP: [(&str, &str); 5] = [
    ("sdcit/prizes-total", "学生获奖总数"),
    ("sdcit/national-first", "国家级赛项一等奖"),
    ("sdcit/national-second", "国家级赛项二等奖"),
    ("sdcit/provincial-prizes", "省级赛项一、二等奖"),
    ("sdcit/graduates", "培养各类毕业生"),
];

/// How often the wording stands in a text, however its lines are broken.
fn count(text: &str, lang: Lang) -> usize {
    let dense: String = text.chars().filter(|c| !c.is_whitespace() && *c != '|').collect();
    let words = match lang {
        Lang::Zh => "近年来累计",
        Lang::En => "inrecentyears,cumulative",
    };
    dense.matches(words).count()
}

fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh",
        Lang::En => "en",
    }
}

fn asked(words: &str, lang: Lang) -> String {
    let ran = Given::default().run(&format!("{words} --width 200 --lang {}", tag(lang)));
    assert_eq!(ran.code, Some(0), "{words}: {}", ran.err);
    ran.out
}

/// What one verb says of each of the five, one after another.
fn asked_of_each(words: &str, lang: Lang) -> String {
    let of = |(addr, _): (&str, &str)| asked(&words.replace("ADDR", addr), lang);
    ADDED_UP.map(of).concat()
}

fn explorer(lang: Lang) -> Session {
    let Size { width, height } = Size::new(240, 400);
    Session::with(load(&Origin::Embedded), width, height, Policy::Narrow, lang)
}

/// The explorer once each of the five has been gone to and `keys` pressed.
fn at_each(keys: &str, lang: Lang) -> String {
    let at = |(_, name): (&str, &str)| explorer(lang).press(&format!("/{name}<Enter>{keys}")).screen();
    ADDED_UP.map(at).concat()
}

/// A report of the college in the form of an ending, as text.
fn report(ending: &str, lang: Lang) -> String {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join(format!("report.{ending}"));
    asked(&format!("report sdcit --output {}", path.display()), lang);
    match ending {
        "docx" => without_tags(&parts(&path, "word/document.xml")),
        "xlsx" => cells(
            &parts(&path, "xl/sharedStrings.xml"),
            &parts(&path, "xl/worksheets/"),
        ),
        _ => fs::read_to_string(path).unwrap(),
    }
}

/// The parts of an office's file whose names begin so.
fn parts(path: &Path, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    let mut text = String::new();
    let names: Vec<String> = archive
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    for name in names.iter().filter(|known| known.starts_with(name)) {
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    }
    text
}

fn without_tags(xml: &str) -> String {
    let pieces = xml.split('<').filter_map(|piece| piece.split_once('>'));
    pieces.map(|(_, text)| text).collect()
}

/// The texts of worksheets, which name them by their places among those that all share.
fn cells(shared: &str, sheets: &str) -> String {
    let texts: Vec<String> = shared.split("<si>").skip(1).map(without_tags).collect();
    let places = sheets.split("t=\"s\"><v>").skip(1);
    let places = places.map(|cell| cell.split('<').next().unwrap().parse::<usize>().unwrap());
    places.map(|place| format!("{}\n", texts[place])).collect()
}

/// What is copied of each of the five in every form that says when.
fn copies(lang: Lang) -> String {
    let mut all = String::new();
    for (_, name) in ADDED_UP {
        let mut session = explorer(lang);
        session.press(&format!("/{name}<Enter>y<Enter>"));
        let copied = session.effects.iter().find_map(|effect| match effect {
            Effect::Copy(text, ..) => Some(text.clone()),
            _ => None,
        });
        all += &copied.unwrap();
    }
    all
}

/// A place that words periods, its text, and how often the wording is to be found there.
type Face = (&'static str, fn(Lang) -> String, usize);

const FACES: &[Face] = &[
    ("list", |lang| asked("list outcomes --college sdcit", lang), 5),
    (
        "list, Markdown",
        |lang| asked("list outcomes --college sdcit --format md", lang),
        5,
    ),
    ("show", |lang| asked_of_each("show ADDR", lang), 5),
    (
        "show, Markdown",
        |lang| asked_of_each("show ADDR --format md", lang),
        5,
    ),
    ("show a pillar", |lang| asked("show sdcit/p3", lang), 4),
    ("show a metric", |lang| asked("show graduates", lang), 1),
    ("show a theme", |lang| asked("show contests", lang), 4),
    ("find", |lang| asked("find 近年来", lang), 5),
    ("compare", |lang| asked("compare tzvcst sdcit", lang), 5),
    (
        "compare, Markdown",
        |lang| asked("compare tzvcst sdcit --format md", lang),
        5,
    ),
    ("report, Markdown", |lang| report("md", lang), 5),
    ("report, web page", |lang| report("html", lang), 5),
    ("report, Word", |lang| report("docx", lang), 5),
    ("report, Excel", |lang| report("xlsx", lang), 5),
    ("copies", copies, 5),
    ("explorer: outcomes", |lang| at_each("", lang), 25),
    ("explorer: page of a figure", |lang| at_each("<Enter>", lang), 5),
    (
        "explorer: comparison",
        |lang| explorer(lang).press("<F2>").screen(),
        5,
    ),
];

#[test]
fn every_face_that_words_a_period_says_what_was_added_up() {
    for (place, text, wanted) in FACES {
        for lang in [Lang::Zh, Lang::En] {
            let text = text(lang);
            let found = count(&text, lang);
            assert!(
                found >= *wanted,
                "{place} in {lang:?}: {found} of {wanted}\n{text}"
            );
        }
    }
}

/// In data it is a field of its own beside the printed time.
#[test]
fn every_face_for_programs_has_it_as_a_field() {
    let is_added_up = |record: &Value| {
        let addr = record["addr"].as_str().unwrap_or_default();
        let known = ADDED_UP.iter().any(|(known, _)| *known == addr);
        known && record["period"] == "近年来" && record["cumulative"] == true
    };
    for words in ["list outcomes", "find 近年来", "show sdcit/graduates"] {
        let json = asked(&format!("{words} --format jsonl"), Lang::Zh);
        let records = json
            .lines()
            .map(|line| serde_json::from_str::<Value>(line).unwrap());
        let wanted = if words.starts_with("show") { 1 } else { 5 };
        assert_eq!(records.filter(is_added_up).count(), wanted, "{words}");
    }
    let dir = tempfile::tempdir().unwrap();
    asked(&format!("export {} --force", dir.path().display()), Lang::Zh);
    let exported = fs::read_to_string(dir.path().join("outcomes.csv")).unwrap();
    for (words, csv) in [
        ("list outcomes", asked("list outcomes --format csv", Lang::Zh)),
        ("find 近年来", asked("find 近年来 --format csv", Lang::Zh)),
        ("compare", asked("compare tzvcst sdcit --format csv", Lang::Zh)),
        ("export", exported),
    ] {
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let heads = reader.headers().unwrap().clone();
        let at = |name| heads.iter().position(|head| head == name).unwrap();
        let (addr, cumulative) = (at("addr"), at("cumulative"));
        let added_up = reader.records().filter(|row| {
            let row = row.as_ref().unwrap();
            ADDED_UP.iter().any(|(known, _)| row[addr] == **known) && &row[cumulative] == "true"
        });
        assert_eq!(added_up.count(), 5, "{words}");
    }
}
