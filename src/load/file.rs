//! One file, all the way: read, guard, parse, build, place; and many records made one list.
//!
//! Owns the life of a file's bytes, which ends with the file: of 3,000 dossiers no two texts are held at once by one
//! thread. It does not know what a record means.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::{
    encoding,
    limit::first,
    lines::Lines,
    origin::OriginFile,
    positions,
    preflight::{FileRefusal, guard},
    raw::{NEWEST, RawFile, UnknownSchema},
    salvage,
};
use crate::{
    finding::{Code, Finding, Place},
    lang::Bilingual,
    model::Slug,
};

/// What became of one file.
pub(crate) type FileRecord<T> = (Option<T>, Vec<Finding>);

/// The record that `build` makes of `file`, and everything that was wrong on the way.
pub(crate) fn record<R: RawFile, T>(
    file: &OriginFile,
    build: impl FnOnce(R) -> FileRecord<T>,
) -> FileRecord<T> {
    if let Some(raw) = file.json().and_then(|json| serde_json::from_str(json).ok()) {
        let (built, findings) = build(raw);
        return (built, positioned_in_file(file, findings));
    }
    let bytes = match file.read() {
        Ok(bytes) => bytes,
        Err(error) => return (None, vec![file.unreadable(&error)]),
    };
    let text = match guard(&bytes) {
        Ok(text) => text,
        Err(refusal) => return (None, vec![refused(file, &bytes, refusal)]),
    };
    if let Some(unknown) = UnknownSchema::of(text) {
        return (None, vec![unknown_schema(file, text, &unknown)]);
    }
    let (raw, findings) = salvage::parse(&file.name, text);
    let mut findings = first(findings);
    let Some(raw) = raw else { return (None, findings) };
    let (built, more) = build(raw);
    findings.extend(positioned_in_text(text, more));
    (built, findings)
}

fn refused(file: &OriginFile, bytes: &[u8], refusal: FileRefusal) -> Finding {
    let text = String::from_utf8_lossy(bytes);
    let place = match refusal.line {
        0 => Place::file(&*file.name),
        line => Lines::of(&*text).place_at(&file.name, line, refusal.column),
    };
    // A file of ASCII in UTF-16 reads as UTF-8 with a control character in every other place.
    let encoding = match refusal.code {
        Code::NotUtf8 | Code::ControlCharacter => encoding::guess(bytes),
        _ => None,
    };
    match encoding {
        Some(encoding) => encoding.finding(place),
        None => Finding::new(refusal.code, place, refusal.code.meaning()),
    }
}

fn unknown_schema(file: &OriginFile, text: &str, unknown: &UnknownSchema) -> Finding {
    let place = Lines::of(text).place_of(&file.name, "schema", unknown.range.clone());
    let number = unknown.number;
    let message = Bilingual::new(
        format!("文件依格式 {number} 写成，本程序所知最新的是格式 {NEWEST}"),
        format!("The file is written for schema {number}; the newest that this program knows is {NEWEST}"),
    );
    Finding::new(Code::UnknownSchema, place, message)
}

/// Findings of a file that was read before.
fn positioned_in_file(file: &OriginFile, findings: Vec<Finding>) -> Vec<Finding> {
    if findings.is_empty() {
        return findings;
    }
    let bytes = file.read().unwrap_or_default();
    positioned_in_text(guard(&bytes).unwrap_or_default(), findings)
}

/// Findings of one file with their paths turned into positions.
fn positioned_in_text(text: &str, findings: Vec<Finding>) -> Vec<Finding> {
    if findings.is_empty() {
        return findings;
    }
    let findings = first(findings);
    let (spans, lines) = (positions::Spans::of(text), Lines::of(text));
    findings
        .into_iter()
        .map(|finding| positions::locate(finding, &lines, &spans))
        .collect()
}

/// The records in order of their ids, and all findings; a record whose id is taken is one more finding.
pub(crate) fn unique<T>(
    files: &[&OriginFile],
    records: Vec<FileRecord<T>>,
    id: impl Fn(&T) -> &Slug,
) -> (Vec<T>, Vec<Finding>) {
    let mut all = Vec::new();
    let mut kept: Vec<T> = Vec::with_capacity(records.len());
    let mut seen: HashMap<Slug, usize, RandomState> = HashMap::default();
    for (at, (record, findings)) in records.into_iter().enumerate() {
        all.extend(findings);
        let Some(record) = record else { continue };
        match seen.get(id(&record)) {
            Some(first) => all.extend(taken(files[at], id(&record), files[*first])),
            None => {
                seen.insert(id(&record).clone(), at);
                kept.push(record);
            }
        }
    }
    kept.sort_by(|a, b| id(a).cmp(id(b)));
    (kept, all)
}

fn taken(file: &OriginFile, id: &Slug, first: &OriginFile) -> Vec<Finding> {
    let message = Bilingual::new(
        format!("{id} 已见于 {}", first.name),
        format!("{id} is already taken by {}", first.name),
    );
    let finding = Finding::new(Code::DuplicateId, Place::node(&*file.name, "id"), message);
    positioned_in_file(file, vec![finding])
}
