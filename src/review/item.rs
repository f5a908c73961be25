//! What there is to decide: each figure and numeral of the article, and each record with texts still to be written.
//!
//! Owns the list and its order: the college's names first, then as the article runs, the outline and the summary last.
//! It decides nothing.

use crate::model::TODO;
use std::ops::Range;

use serde_yaml::Value;

use super::{
    case::{Case, Claim, File, Reading, ReviewNumeral},
    yaml::{Path, PathStep},
};
use crate::{
    check::State,
    finding::{Code, Finding},
    load::positions::Spans,
};

/// What an item is about, the same before and after a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// The outcome of this id.
    Outcome(String),
    /// The numeral that nothing accounts for, by line and bytes.
    Open(u32, Range<usize>),
    /// The entry of `excused` with this line and phrase.
    Excuse(u32, String),
    /// A record of a file with texts of its own.
    Record(File, Path),
}

/// Something to decide.
#[derive(Clone, Debug)]
pub(crate) struct ReviewItem {
    pub subject: Subject,
    /// 1-based line of the article; 0 when it stands on none.
    pub line: u32,
    /// How the numeral stands; none for a record of texts.
    pub state: Option<State>,
    /// The record in its file; none for an open numeral.
    pub at: Option<(File, Path)>,
    /// Texts still to be written, below the record.
    pub todo: Vec<Path>,
    /// What `check` says of it, but for that it is open.
    pub findings: Vec<Finding>,
}

impl ReviewItem {
    /// Whether it can be accepted as it is, given the metric its record names: of that the English label may be taken.
    pub(crate) fn is_ready(&self, metric: &str) -> bool {
        let en = |path: &Path| path.0.last() == Some(&PathStep::Field("en".into()));
        self.todo.is_empty() || (!metric.is_empty() && self.state.is_some() && self.todo.iter().all(en))
    }

    /// Whether it waits for a person.
    pub(crate) fn is_left(&self) -> bool {
        matches!(self.state, Some(State::Open | State::Guessed)) || !self.todo.is_empty()
    }
}

/// Every item, and for each numeral of `reading` the item it belongs to.
pub(crate) fn items(
    case: &Case,
    reading: &Reading,
    dossier: &str,
    record: &str,
) -> (Vec<ReviewItem>, Vec<usize>) {
    let mut items: Vec<(u64, ReviewItem)> = records(reading).collect();
    let texts = items.len();
    for (n, numeral) in reading.numerals.iter().enumerate() {
        let (subject, at) = subject(reading, numeral);
        if items[texts..].iter().any(|(_, item)| item.subject == subject) {
            continue;
        }
        let todo = at
            .as_ref()
            .map_or_else(Vec::new, |(file, path)| todo(reading.file(*file), path));
        let item = ReviewItem {
            subject,
            line: numeral.line,
            state: Some(numeral.state),
            at,
            todo,
            findings: Vec::new(),
        };
        items.push(((u64::from(numeral.line) << 32) + n as u64 + 1, item));
    }
    items.extend(astray(reading, &items));
    items.sort_by_key(|(rank, _)| *rank);
    let mut items: Vec<ReviewItem> = items.into_iter().map(|(_, item)| item).collect();
    let of_numeral = |numeral| {
        let (subject, _) = subject(reading, numeral);
        items
            .iter()
            .position(|item| item.subject == subject)
            .unwrap_or_default()
    };
    let belongs = reading.numerals.iter().map(of_numeral).collect();
    share_findings(
        case,
        reading,
        &mut items,
        &[(File::Dossier, dossier), (File::Record, record)],
    );
    (items, belongs)
}

/// Outcomes that no numeral of the article belongs to, because their citations do not hold.
fn astray(reading: &Reading, items: &[(u64, ReviewItem)]) -> Vec<(u64, ReviewItem)> {
    let outcomes = reading.dossier.get("outcomes").and_then(Value::as_sequence);
    let mut found = Vec::new();
    for (at, outcome) in outcomes.into_iter().flatten().enumerate() {
        let id = outcome.get("id").and_then(Value::as_str).unwrap_or_default();
        let subject = Subject::Outcome(id.to_owned());
        if items.iter().any(|(_, item)| item.subject == subject) {
            continue;
        }
        let Some(mut item) = record(reading, File::Dossier, Path::item("outcomes", at)) else {
            continue;
        };
        let guessed = outcome.get("guess").is_some();
        item.state = Some(if guessed { State::Guessed } else { State::Curated });
        item.subject = subject;
        found.push((u64::from(item.line) << 32, item));
    }
    found
}

fn subject(reading: &Reading, numeral: &ReviewNumeral) -> (Subject, Option<(File, Path)>) {
    match &numeral.claim {
        Claim::Outcome(id) => {
            let at = reading.outcome(id);
            (
                Subject::Outcome(id.to_string()),
                at.map(|at| (File::Dossier, Path::item("outcomes", at))),
            )
        }
        Claim::Excuse(at) => {
            let path = Path::item("excused", *at);
            let exact = text(&reading.record, &path.field("exact"));
            (Subject::Excuse(numeral.line, exact), Some((File::Record, path)))
        }
        Claim::Nothing => (Subject::Open(numeral.line, numeral.range.clone()), None),
    }
}

/// Records of texts, with their place in the order: line, then rank.
fn records(reading: &Reading) -> impl Iterator<Item = (u64, ReviewItem)> + '_ {
    const SUMMARY: u64 = u64::MAX;
    let head = [
        ("name", 0),
        ("province", 1),
        ("reporter", 2),
        ("summary", SUMMARY),
    ];
    let head = head.into_iter().filter_map(move |(key, rank)| {
        let path = Path::default().field(key);
        record(reading, File::Dossier, path).map(|item| (rank, item))
    });
    let lists =
        ["pillars", "measures", "frameworks", "recognitions", "partners"].map(|list| (File::Dossier, list));
    let seeds = ["outline", "furniture"].map(|list| (File::Record, list));
    let lists = lists.into_iter().chain(seeds).flat_map(move |(file, list)| {
        let count = reading
            .file(file)
            .get(list)
            .and_then(Value::as_sequence)
            .map_or(0, Vec::len);
        (0..count).filter_map(move |at| {
            let item = record(reading, file, Path::item(list, at))?;
            let rank = if file == File::Record {
                u64::from(u32::MAX) << 32
            } else {
                u64::from(item.line) << 32
            };
            Some((rank + at as u64 * u64::from(file == File::Record), item))
        })
    });
    head.chain(lists)
}

/// The item of a record; none for one that is written and always was in order: it is shown only while it is open, or
/// when it is a heading.
fn record(reading: &Reading, file: File, path: Path) -> Option<ReviewItem> {
    let root = reading.file(file);
    let value = super::yaml::get(root, &path)?;
    let line = ["cite", ""].into_iter().find_map(|holder| {
        let holder = if holder.is_empty() {
            value
        } else {
            value.get(holder)?
        };
        holder.get("line")?.as_u64()
    });
    Some(ReviewItem {
        todo: todo(root, &path),
        subject: Subject::Record(file, path.clone()),
        line: line.unwrap_or(0) as u32,
        state: None,
        at: Some((file, path)),
        findings: Vec::new(),
    })
}

/// Texts of the record at `path` that are still to be written: what a draft leaves open, and a pillar's themes.
fn todo(root: &Value, path: &Path) -> Vec<Path> {
    let mut found = Vec::new();
    if let Some(value) = super::yaml::get(root, path) {
        gaps(value, path.clone(), &mut found);
    }
    found
}

fn gaps(value: &Value, path: Path, found: &mut Vec<Path>) {
    match value {
        Value::String(text) if text == TODO => found.push(path),
        Value::Sequence(items)
            if items.is_empty() && path.0.last() == Some(&PathStep::Field("themes".into())) =>
        {
            found.push(path);
        }
        Value::Mapping(map) => {
            for (key, value) in map {
                gaps(value, path.field(key.as_str().unwrap_or_default()), found);
            }
        }
        Value::Sequence(items) => {
            for (at, value) in items.iter().enumerate() {
                let mut path = path.clone();
                path.0.push(PathStep::At(at));
                gaps(value, path, found);
            }
        }
        _ => {}
    }
}

/// Gives each finding to the item whose record or numeral it is about; what is about none goes to the first item.
fn share_findings(case: &Case, reading: &Reading, items: &mut [ReviewItem], texts: &[(File, &str)]) {
    let spans: Vec<_> = texts
        .iter()
        .map(|(file, text)| (*file, *text, Spans::of(text)))
        .collect();
    for finding in &reading.findings {
        if matches!(finding.code, Code::Unfinished | Code::Guess | Code::Uncovered) {
            continue;
        }
        let file = texts
            .iter()
            .find(|(file, _)| *case.entry(*file).name == *finding.place.file);
        let about = match file {
            Some((file, _)) => {
                let (_, text, spans) = spans
                    .iter()
                    .find(|(known, ..)| known == file)
                    .unwrap_or(&spans[0]);
                let path = spans.resolve(&finding.place.path, text);
                let path: Path = path.parse().unwrap_or_default();
                items.iter().position(|item| {
                    let within = |at: &(File, Path)| {
                        at.0 == *file && !at.1.0.is_empty() && path.0.starts_with(&at.1.0)
                    };
                    item.at.as_ref().is_some_and(within)
                })
            }
            None => items
                .iter()
                .position(|item| item.line == finding.place.line && item.state.is_some()),
        };
        if let Some(item) = items.get_mut(about.unwrap_or(0)) {
            item.findings.push(finding.clone());
        }
    }
}

/// The text at `path`; empty when there is none.
pub(crate) fn text(root: &Value, path: &Path) -> String {
    match super::yaml::get(root, path) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Null) | None => String::new(),
        Some(other) => serde_yaml::to_string(other)
            .unwrap_or_default()
            .trim_end()
            .to_owned(),
    }
}

impl Reading {
    /// The values of a file.
    pub(crate) fn file(&self, file: File) -> &Value {
        match file {
            File::Record => &self.record,
            File::Dossier => &self.dossier,
            File::Metrics => &Value::Null,
        }
    }

    /// The place of the outcome `id` in its list.
    pub(crate) fn outcome(&self, id: &str) -> Option<usize> {
        let outcomes = self.dossier.get("outcomes")?.as_sequence()?;
        outcomes
            .iter()
            .position(|outcome| outcome.get("id").and_then(Value::as_str) == Some(id))
    }
}
