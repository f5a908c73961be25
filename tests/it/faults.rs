//! Faults, one at a time, done to a sound folder: each is found by its code, where it stands, and nothing else is.
//!
//! `fixtures/faults` has a folder for every code, with the edits that make the fault or the file that is at
//! fault; `more.yaml` has further faults. Nothing here knows what any of them is.

use std::{
    fs,
    path::{Path, PathBuf},
};

use rongtu::{
    check::{CheckReport, Extent, check},
    finding::{Code, Finding, code},
    load::{Articles, Origin, load},
};
use serde::Deserialize;
use tempfile::TempDir;

use crate::plain_chinese::{foreign_words, ids};

const SOUND: &str = "tests/fixtures/sound";
const FAULTS: &str = "tests/fixtures/faults";

/// A fault of a code's own folder: where it is found, and how it is made.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Own {
    found: String,
    #[serde(default)]
    edits: Vec<Edit>,
    pad: Option<Pad>,
}

/// A further fault, and everything it leads to.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct More {
    fault: String,
    found: Vec<String>,
    edits: Vec<Edit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edit {
    file: String,
    from: String,
    to: String,
}

/// A file filled up to a length.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pad {
    file: String,
    bytes: usize,
}

/// A copy of the sound folder.
fn copy() -> TempDir {
    let dir = TempDir::new().unwrap();
    lay(Path::new(SOUND), dir.path());
    dir
}

/// Puts the files below `from` into `to`, over those that are there.
fn lay(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            if target.is_file() {
                fs::remove_file(&target).unwrap();
            }
            fs::create_dir_all(&target).unwrap();
            lay(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

fn edit(dir: &Path, edits: &[Edit]) {
    for Edit { file, from, to } in edits {
        let path = dir.join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from.as_str()), "{file} has no {from:?}");
        fs::write(path, text.replacen(from.as_str(), to, 1)).unwrap();
    }
}

fn checked(dir: &Path) -> CheckReport {
    let origin = Origin::Folder(dir.to_owned());
    check(&load(&origin), &origin, &Articles::new([dir.join("articles")]))
}

/// `value-differs data/colleges/hexi.yaml:108:12`.
fn told(dir: &Path, finding: &Finding) -> String {
    let place = &finding.place;
    let file = place
        .file
        .strip_prefix(&*dir.to_string_lossy())
        .unwrap_or(&place.file);
    let at = match place.line {
        0 => String::new(),
        line => format!(":{line}:{}", place.column),
    };
    format!("{} {}{at}", finding.code, file.trim_start_matches('/'))
}

fn all_told(dir: &Path) -> Vec<String> {
    let report = checked(dir);
    let dossier = fs::read_to_string(Path::new(SOUND).join("data/colleges/hexi.yaml")).unwrap();
    let seed = fs::read_to_string(Path::new(SOUND).join("seeds/hexi-news.yaml")).unwrap();
    let metrics = fs::read_to_string(Path::new(SOUND).join("data/metrics.yaml")).unwrap();
    let themes = fs::read_to_string(Path::new(SOUND).join("data/themes.yaml")).unwrap();
    let ids = [dossier, seed, metrics, themes]
        .iter()
        .flat_map(|text| ids(text))
        .collect();
    for finding in &report.findings {
        assert_eq!(foreign_words(finding, &ids), [""; 0], "{:?}", finding.message);
    }
    report.findings.iter().map(|finding| told(dir, finding)).collect()
}

fn folders() -> Vec<PathBuf> {
    let entries = fs::read_dir(FAULTS).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<_> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

#[test]
fn the_sound_folder_is_sound() {
    let dir = copy();
    let report = checked(dir.path());
    assert_eq!(report.findings, []);
    let Extent::Counted {
        numerals,
        curated,
        excused,
    } = report.coverage[0].extent
    else {
        panic!("not counted: {:?}", report.coverage)
    };
    assert!(numerals > 20 && curated + excused == numerals);
}

#[test]
fn each_folder_gives_the_finding_it_is_named_after() {
    for folder in folders() {
        let code = folder.file_name().unwrap().to_string_lossy();
        let own: Own = serde_yaml::from_str(&fs::read_to_string(folder.join("edit.yaml")).unwrap()).unwrap();
        let dir = copy();
        lay(&folder, dir.path());
        edit(dir.path(), &own.edits);
        if let Some(Pad { file, bytes }) = &own.pad {
            let mut text = fs::read(dir.path().join(file)).unwrap();
            text.resize(*bytes, b'#');
            fs::write(dir.path().join(file), text).unwrap();
        }
        assert_eq!(all_told(dir.path()), [format!("{code} {}", own.found)]);
    }
}

#[test]
fn the_page_of_codes_is_current() {
    let page = fs::read_to_string("docs/findings.md").unwrap();
    assert!(page == code::page(), "cargo run --example schema");
}

#[test]
fn every_code_has_a_folder() {
    let named: Vec<_> = folders()
        .iter()
        .map(|folder| folder.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    for code in Code::ALL {
        assert!(named.iter().any(|name| name == code.as_str()), "{code}");
    }
    for name in &named {
        assert!(name.parse::<Code>().is_ok(), "{name} is no code");
    }
}

#[test]
fn further_faults_are_found_where_they_stand() {
    let more = fs::read_to_string(Path::new(FAULTS).join("more.yaml")).unwrap();
    let more: Vec<More> = serde_yaml::from_str(&more).unwrap();
    assert!(more.len() > 60);
    for More { fault, found, edits } in more {
        let dir = copy();
        edit(dir.path(), &edits);
        assert!(!found.is_empty(), "{fault}");
        assert_eq!(all_told(dir.path()), found, "{fault}");
    }
}

#[test]
fn without_the_article_figures_are_still_held_to_their_wording() {
    let dir = copy();
    fs::remove_dir_all(dir.path().join("articles")).unwrap();
    assert_eq!(all_told(dir.path()), [""; 0]);
    assert_eq!(checked(dir.path()).coverage[0].extent, Extent::NoText);
    let fault = |from: &str, to: &str| {
        let dir = copy();
        fs::remove_dir_all(dir.path().join("articles")).unwrap();
        let file = "data/colleges/hexi.yaml".to_owned();
        let (from, to) = (from.to_owned(), to.to_owned());
        edit(dir.path(), &[Edit { file, from, to }]);
        let found = checked(dir.path()).findings;
        assert_eq!(found.len(), 1, "{found:?}");
        found[0].code
    };
    assert_eq!(fault("value: 36", "value: 35"), Code::ValueDiffers);
    assert_eq!(fault("bound: nearly", "bound: about"), Code::BoundDiffers);
    assert_eq!(fault("as_written: 36家", "as_written: 63家"), Code::NotInPhrase);
    assert_eq!(
        fault("{line: 5, exact: 36家企业}", "{line: 1, exact: 36家企业}"),
        Code::InFurniture
    );
    assert_eq!(fault("year: 2024", "year: 2023"), Code::PeriodYear);
}

#[test]
fn a_second_file_of_one_id_is_left_out() {
    let dir = copy();
    let colleges = dir.path().join("data/colleges");
    fs::copy(colleges.join("hexi.yaml"), colleges.join("hexi2.yaml")).unwrap();
    assert_eq!(
        all_told(dir.path()),
        ["duplicate-id data/colleges/hexi2.yaml:1:5"]
    );
}

#[test]
fn the_article_is_found_beside_its_changed_copy() {
    let dir = copy();
    let texts = dir.path().join("articles");
    let text = fs::read_to_string(texts.join("hexi.txt")).unwrap();
    fs::write(texts.join("a.txt"), text.replace("36", "37")).unwrap();
    assert_eq!(all_told(dir.path()), [""; 0]);
}

const DOSSIER: &str = "data/colleges/hexi.yaml";
const METRICS: &str = "data/metrics.yaml";

/// What is misspelt, in which file, how it is written there and now, and what is offered for it.
const SLIPS: [(&str, &str, &str, &str, &str); 10] = [
    ("field", DOSSIER, "metric: ", "metrc: ", "metric"),
    ("field of a cite", DOSSIER, "exact: ", "exat: ", "exact"),
    ("field of a metric", METRICS, "theme: ", "teme: ", "theme"),
    ("unit", METRICS, "unit: \"%\"", "unit: 个百份点", "个百分点"),
    (
        "bound",
        DOSSIER,
        "bound: more_than",
        "bound: more-then",
        "more_than",
    ),
    ("scope", DOSSIER, "scope: unit", "scope: unti", "unit"),
    (
        "metric",
        DOSSIER,
        "metric: joint-firms",
        "metric: joint-firm",
        "joint-firms",
    ),
    (
        "theme",
        DOSSIER,
        "themes: [co-building",
        "themes: [cobuilding",
        "co-building",
    ),
    (
        "kind",
        DOSSIER,
        "kind: enterprise",
        "kind: enterprize",
        "enterprise",
    ),
    (
        "source",
        DOSSIER,
        "source: hexi-news",
        "source: hexi-nwes",
        "hexi-news",
    ),
];

#[test]
fn a_word_near_a_known_one_is_offered() {
    for (what, file, from, to, meant) in SLIPS {
        let dir = copy();
        edit(
            dir.path(),
            &[Edit {
                file: file.into(),
                from: from.into(),
                to: to.into(),
            }],
        );
        let offered = |finding: &Finding| {
            finding.message.zh.contains(&format!("；是不是 `{meant}`？"))
                && finding.message.en.contains(&format!("; is `{meant}` meant?"))
        };
        let report = checked(dir.path());
        assert!(
            report.findings.iter().any(offered),
            "{what}: {:?}",
            report.findings
        );
    }
}
