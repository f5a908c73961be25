//! The only reader of dossiers: YAML in, a checked [`Atlas`] and all findings out.
//!
//! Owns the way from files to the model: `origin` lists the files, `guard` refuses what no parser
//! should see, `records` and `raw` mirror the YAML, `build` checks it. Loading never stops at a bad
//! record: the good part is returned with everything that was wrong. It does not judge whether a
//! figure is true; that is `check`.

pub mod articles;
mod build;
mod door;
mod guard;
pub mod locate;
mod origin;
mod raw;
mod records;
#[cfg(test)]
mod tests;

use std::{borrow::Cow, collections::HashMap, thread};

pub use articles::Articles;
use build::Known;
pub use guard::{LARGEST, position};
pub use origin::{File, Origin};
use raw::{RawCollege, RawMetrics, RawSource, RawThemes, Shape};

use crate::{
    finding::{Code, Finding, Place},
    lang::Bilingual,
    model::{Atlas, College, Slug, Source, SourceIx},
};

/// Files below this number are parsed where they are: threads cost more than they save.
const FEW: usize = 32;

/// What a load brings back: the good part and everything that was wrong.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The good part.
    pub atlas: Atlas,
    /// What was wrong, with positions.
    pub findings: Vec<Finding>,
}

/// Reads everything `origin` holds.
pub fn load(origin: &Origin) -> Loaded {
    let (files, findings) = origin.files();
    let mut loaded = Loaded {
        atlas: Atlas::default(),
        findings,
    };
    let mut known = Known::default();
    themes(&mut loaded, &files, &mut known);
    metrics(&mut loaded, &files, &mut known);
    sources(&mut loaded, &files, &mut known);
    colleges(&mut loaded, &files, &known);
    loaded
}

fn themes(loaded: &mut Loaded, files: &[File], known: &mut Known) {
    for file in files.iter().filter(|file| file.is("themes.yaml")) {
        let (raw, findings) = read::<RawThemes>(file);
        loaded.findings.extend(findings);
        let Some(raw) = raw else { continue };
        let (themes, findings) = build::themes(&file.name, raw, known);
        loaded.atlas.themes = themes;
        loaded.findings.extend(placed(file, findings));
    }
}

fn metrics(loaded: &mut Loaded, files: &[File], known: &mut Known) {
    for file in files.iter().filter(|file| file.is("metrics.yaml")) {
        let (raw, findings) = read::<RawMetrics>(file);
        loaded.findings.extend(findings);
        let Some(raw) = raw else { continue };
        let (families, metrics, findings) = build::metrics(&file.name, raw, known);
        loaded.atlas.families = families;
        loaded.atlas.metrics = metrics;
        loaded.findings.extend(placed(file, findings));
    }
}

fn sources(loaded: &mut Loaded, files: &[File], known: &mut Known) {
    let seeds: Vec<_> = files.iter().filter(|file| file.is_seed()).collect();
    let records = each(&seeds, |file| {
        record::<RawSource, Source>(file, |raw| build::source(&file.name, raw))
    });
    let sources = unique(loaded, &seeds, records, |source| &source.id);
    known.sources = sources
        .iter()
        .enumerate()
        .map(|(at, source)| (source.id.clone(), SourceIx(at as u32)))
        .collect();
    loaded.atlas.sources = sources;
}

fn colleges(loaded: &mut Loaded, files: &[File], known: &Known) {
    let dossiers: Vec<_> = files.iter().filter(|file| file.is_dossier()).collect();
    let records = each(&dossiers, |file| {
        record::<RawCollege, College>(file, |raw| build::college(&file.name, raw, known))
    });
    loaded.atlas.colleges = unique(loaded, &dossiers, records, |college| &college.id);
}

type Record<T> = (Option<T>, Vec<Finding>);

/// One file, all the way: guard, parse, build, place.
fn record<R: Shape, T>(file: &File, build: impl Fn(R) -> Record<T>) -> Record<T> {
    let (raw, mut findings) = read::<R>(file);
    let Some(raw) = raw else { return (None, findings) };
    let (built, more) = build(raw);
    findings.extend(placed(file, more));
    (built, findings)
}

fn read<R: Shape>(file: &File) -> Record<R> {
    match guard::guard(&file.bytes) {
        Ok(text) => records::parse(&file.name, text),
        Err(refusal) => (None, vec![refused(file, refusal)]),
    }
}

fn refused(file: &File, refusal: guard::Refusal) -> Finding {
    let text = String::from_utf8_lossy(&file.bytes);
    let place = match refusal.line {
        0 => Place::file(&*file.name),
        line => locate::place_at(&file.name, &text, line, refusal.column),
    };
    Finding::new(refusal.code, place, refusal.code.meaning())
}

/// Findings of one file with their paths turned into positions.
fn placed(file: &File, findings: Vec<Finding>) -> Vec<Finding> {
    if findings.is_empty() {
        return findings;
    }
    let text = String::from_utf8_lossy(&file.bytes);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let spans = locate::Spans::of(text);
    findings
        .into_iter()
        .map(|finding| locate::locate(finding, text, &spans))
        .collect()
}

/// Orders records by id and drops those whose id is taken.
fn unique<T>(
    loaded: &mut Loaded,
    files: &[&File],
    records: Vec<Record<T>>,
    id: impl Fn(&T) -> &Slug,
) -> Vec<T> {
    let mut kept: Vec<T> = Vec::with_capacity(records.len());
    let mut seen: HashMap<Slug, usize> = HashMap::new();
    for (at, (record, findings)) in records.into_iter().enumerate() {
        loaded.findings.extend(findings);
        let Some(record) = record else { continue };
        match seen.get(id(&record)) {
            Some(first) => loaded.findings.push(taken(files[at], id(&record), files[*first])),
            None => {
                seen.insert(id(&record).clone(), at);
                kept.push(record);
            }
        }
    }
    kept.sort_by(|a, b| id(a).cmp(id(b)));
    kept
}

fn taken(file: &File, id: &Slug, first: &File) -> Finding {
    let message = Bilingual::new(
        format!("{id} 已见于 {}", first.name),
        format!("{id} is already taken by {}", first.name),
    );
    let finding = Finding::new(Code::DuplicateId, Place::node(&*file.name, "id"), message);
    placed(file, vec![finding]).remove(0)
}

/// `work` on each file, in order, on as many threads as the machine has when there are many.
fn each<T: Send>(files: &[&File], work: impl Fn(&File) -> T + Sync) -> Vec<T> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    if files.len() < FEW || threads < 2 {
        return files.iter().map(|file| work(file)).collect();
    }
    let part = files.len().div_ceil(threads);
    let run = |files: &[&File]| files.iter().map(|file| work(file)).collect::<Vec<_>>();
    thread::scope(|scope| {
        let parts: Vec<_> = files
            .chunks(part)
            .map(|files| scope.spawn(move || run(files)))
            .collect();
        parts
            .into_iter()
            .flat_map(|part| part.join().unwrap_or_default())
            .collect()
    })
}

/// The text of `file` as far as it is UTF-8, for showing findings.
pub fn shown(file: &File) -> Cow<'_, str> {
    String::from_utf8_lossy(&file.bytes)
}
