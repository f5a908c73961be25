//! `draft` held to articles that were labelled by hand: figures and headings, found and right, and no figure of the labels among what the record excuses, and no metric that the labels do not name. The articles of the fixtures are
//! always there; others are skipped, aloud, where they are not at hand.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;
use tempfile::TempDir;

use crate::run::zh;

/// How much of the figures has to be right, and how much of what is drafted.
const FIGURES: f64 = 0.97;
const HEADINGS: f64 = 0.9;

/// What one article, or all of them, came to.
#[derive(Debug, Default)]
struct Score {
    right: usize,
    missed: Vec<String>,
    wrong: Vec<String>,
    headings: (usize, usize),
    no_headings: Vec<String>,
    excused: Vec<String>,
    metrics: Vec<String>,
}

/// The fixtures, and the articles that are kept elsewhere.
const FIXTURES: &str = "tests/fixtures/labelled";

fn elsewhere() -> PathBuf {
    let cases = std::env::var_os("RONGTU_CASES").map_or_else(|| "../shared/cases".into(), PathBuf::from);
    cases.join("draft")
}

#[test]
#[expect(clippy::print_stderr, reason = "a test says when it is skipped")]
fn labelled_articles_are_read_as_labelled() {
    let mut folders = vec![PathBuf::from(FIXTURES)];
    match elsewhere() {
        folder if folder.join("articles").is_dir() => folders.push(folder),
        _ => eprintln!("skipped in part: no labelled articles in $RONGTU_CASES or ../shared/cases"),
    }
    for folder in folders {
        held(&folder);
    }
}

/// Every article of `folder` together has to reach the shares.
fn held(folder: &Path) {
    let mut score = Score::default();
    for article in fs::read_dir(folder.join("articles")).unwrap() {
        scored(folder, &article.unwrap().path(), &mut score);
    }
    let share = |part: usize, rest: usize| part as f64 / (part + rest).max(1) as f64;
    assert!(
        share(score.right, score.missed.len()) >= FIGURES,
        "{:?}",
        score.missed
    );
    assert!(
        share(score.right, score.wrong.len()) >= FIGURES,
        "{:?}",
        score.wrong
    );
    let (found, all) = score.headings;
    assert!(share(found, all - found) >= HEADINGS, "{found} of {all} headings");
    assert!(
        share(found, score.no_headings.len()) >= HEADINGS,
        "{:?}",
        score.no_headings
    );
    assert!(score.excused.is_empty(), "silently excused: {:?}", score.excused);
    assert!(score.metrics.is_empty(), "wrong metrics: {:?}", score.metrics);
}

fn scored(folder: &Path, path: &Path, score: &mut Score) {
    let text = fs::read_to_string(path).unwrap();
    let body = text.split_once('\n').unwrap().1;
    let name = path.file_stem().unwrap().to_string_lossy();
    let labels = fs::read_to_string(folder.join(format!("labels/{name}.json"))).unwrap();
    let labels: Value = serde_json::from_str(&labels).unwrap();
    let dir = TempDir::new().unwrap();
    let file = dir.path().join("article.txt");
    fs::write(&file, body).unwrap();
    let file = file.to_str().unwrap();
    let drafted: Value = serde_json::from_str(&zh(&format!("draft {file} --format json")).out).unwrap();
    let starts: Vec<usize> = body
        .lines()
        .scan(0, |at, line| {
            Some(std::mem::replace(at, *at + line.chars().count() + 1))
        })
        .collect();
    let figures: Vec<Figure<'_>> = list(&drafted["quantities"])
        .map(|figure| Figure::new(figure, &starts))
        .collect();
    let mut used = vec![false; figures.len()];
    for label in list(&labels["numbers"]) {
        let touching =
            |figure: &Figure<'_>| figure.start < at(label, "end") && at(label, "start") < figure.end;
        let outcome = label["kind"] == "outcome";
        let here = (0..figures.len()).filter(|n| touching(&figures[*n]));
        let fits = here.clone().find(|n| outcome && figures[*n].is(label));
        match fits {
            Some(n) => {
                used[n] = true;
                score.right += 1;
            }
            None if outcome => score.missed.push(format!("{name} {}", label["span"])),
            None => {}
        }
        if outcome && here.count() == 0 && excused(file, &starts, body, label) {
            score.excused.push(format!("{name} {}", label["span"]));
        }
    }
    let wrong = figures.iter().zip(&used).filter(|(_, used)| !**used);
    score
        .wrong
        .extend(wrong.map(|(figure, _)| format!("{name} {}", figure.json["exact"])));
    if labels["metrics"].is_array() {
        score.metrics.extend(wrong_metrics(file, &labels));
    }
    let same = |one: &Value, other: &Value| {
        ["level", "line"].iter().all(|key| one[key] == other[key])
            && one["text"].as_str().map(str::trim) == other["text"].as_str().map(str::trim)
    };
    let drafted = || list(&drafted["headings"]);
    for label in list(&labels["headings"]) {
        score.headings.1 += 1;
        score.headings.0 += usize::from(drafted().any(|heading| same(heading, label)));
    }
    let unlabelled = drafted().filter(|heading| !list(&labels["headings"]).any(|label| same(heading, label)));
    score
        .no_headings
        .extend(unlabelled.map(|heading| format!("{name} {}", heading["text"])));
}

/// The metrics that stand in the dossier and not in the labels.
fn wrong_metrics(file: &str, labels: &Value) -> Vec<String> {
    let printed = zh(&format!("draft {file}")).out;
    let dossier: Value = serde_yaml::from_str(printed.split_once("---\n").unwrap().0).unwrap();
    let named = |outcome: &Value| {
        list(&labels["metrics"])
            .any(|label| label["span"] == outcome["as_written"] && label["metric"] == outcome["metric"])
    };
    let live = list(&dossier["outcomes"]).filter(|outcome| !outcome["metric"].is_null());
    live.filter(|outcome| !named(outcome))
        .map(|outcome| format!("{} {}", outcome["as_written"], outcome["metric"]))
        .collect()
}

/// Whether the record of the article excuses what `label` marks.
fn excused(file: &str, starts: &[usize], body: &str, label: &Value) -> bool {
    let printed = zh(&format!("draft {file}")).out;
    let record: Value = serde_yaml::from_str(printed.split_once("---\n").unwrap().1).unwrap();
    let lines: Vec<&str> = body.lines().collect();
    list(&record["excused"]).any(|excuse| {
        let line = at(excuse, "line") - 1;
        let exact = excuse["exact"].as_str().unwrap();
        let before = lines[line].split_once(exact).unwrap().0.chars().count();
        let start = starts[line] + before;
        start < at(label, "end") && at(label, "start") < start + exact.chars().count()
    })
}

/// A drafted figure and where it stands, in code points of the text.
struct Figure<'a> {
    json: &'a Value,
    start: usize,
    end: usize,
}

impl<'a> Figure<'a> {
    fn new(json: &'a Value, starts: &[usize]) -> Self {
        let start = starts[at(json, "line") - 1] + at(json, "start");
        let end = start + json["exact"].as_str().unwrap().chars().count();
        Self { json, start, end }
    }

    /// Whether it says what `label` says, or a reading that is as good.
    fn is(&self, label: &Value) -> bool {
        let alike = |value: &Value, unit: &Value, bound: &Value| {
            self.json["bound"] == *bound && self.values(value) && unit_of(&self.json["unit"]) == unit_of(unit)
        };
        alike(&label["value"], &label["unit"], &label["bound"])
            || list(&label["alt"]).any(|alt| alike(&alt[0], &alt[1], &alt[2]))
    }

    fn values(&self, wanted: &Value) -> bool {
        let near = |a: &Value, b: &Value| {
            (a.as_f64().unwrap_or(f64::NAN) - b.as_f64().unwrap_or(f64::NAN)).abs() < 1e-6
        };
        match wanted.as_array().map(Vec::as_slice) {
            None => self.json["max"].is_null() && near(&self.json["value"], wanted),
            Some([low, high]) => {
                let terms = &self.json["terms"];
                near(&self.json["value"], low) && near(&self.json["max"], high)
                    || near(&terms[0], low) && near(&terms[1], high)
            }
            Some(_) => false,
        }
    }
}

/// 台/套 and 台套 are one word, and so are 百分点 and 个百分点.
fn unit_of(unit: &Value) -> String {
    unit.as_str().unwrap_or_default().replace(['/', '个'], "")
}

fn at(json: &Value, key: &str) -> usize {
    json[key].as_u64().unwrap() as usize
}

fn list(json: &Value) -> impl Iterator<Item = &Value> {
    json.as_array().into_iter().flatten()
}
