//! `report`: what is written, what is refused and what is said. The files themselves are read by `tests/e2e/report.py`.

use std::fs;

use crate::run::{Given, Ran};

/// The built-in dossiers, with messages in English.
fn built_in(line: &str) -> Ran {
    Given::default().env("RONGTU_LANG", "en").run(line)
}

#[test]
fn each_ending_is_a_format_and_the_path_is_told() {
    let dir = tempfile::tempdir().unwrap();
    for (ending, start) in [
        ("docx", &b"PK"[..]),
        ("xlsx", b"PK"),
        ("html", b"<!DOCTYPE html>"),
        ("md", b"# "),
    ] {
        let path = dir.path().join(format!("r.{ending}"));
        let ran = built_in(&format!("report tzvcst sdcit -o {}", path.display()));
        let told = format!("rongtu: written: {}\n", path.display());
        assert_eq!((ran.code, ran.err), (Some(0), told));
        assert!(fs::read(&path).unwrap().starts_with(start), "{ending}");
    }
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 4);
}

#[test]
fn both_languages_stand_side_by_side() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("r.md");
    let ran = built_in(&format!(
        "report tzvcst --lang zh,en --theme employment -o {}",
        path.display()
    ));
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let text = fs::read_to_string(path).unwrap();
    assert!(
        text.contains("## 附录二　指标定义 / Appendix 2. Definitions"),
        "{text}"
    );
    let ran = built_in("list --lang zh,en");
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("只用于 report"), "{}", ran.err);
}

#[test]
fn what_cannot_be_written_is_refused_with_a_reason() {
    let dir = tempfile::tempdir().unwrap();
    let there = dir.path().join("r.md");
    fs::write(&there, "mine").unwrap();
    let there = there.display();
    for (line, says) in [
        ("report tzvcst -o r.pdf".to_owned(), ".docx .xlsx .html .md"),
        ("report tzvcst sdcit tzvcst -o r.md".to_owned(), "named twice"),
        (
            "report tzvcst -o /nowhere/at/all/r.md".to_owned(),
            "cannot write /nowhere/at/all: there is no such file or folder\n  hint: make that folder first",
        ),
        (
            format!("report tzvcst -o {there}/x.md"),
            "a part of the path is no folder\n  hint: choose another place",
        ),
        (format!("report tzvcst -o {there}"), "already there"),
    ] {
        let ran = built_in(&line);
        assert_eq!(ran.code, Some(2), "{line}: {}", ran.err);
        assert!(ran.err.contains(says), "{line}: {}", ran.err);
    }
    assert_eq!(fs::read_to_string(dir.path().join("r.md")).unwrap(), "mine");
    assert_eq!(built_in("report nobody -o x.md").code, Some(1));
    assert_eq!(
        built_in(&format!("report tzvcst --force -o {there}")).code,
        Some(0)
    );
    assert!(
        fs::read_to_string(dir.path().join("r.md"))
            .unwrap()
            .starts_with("# ")
    );
}
