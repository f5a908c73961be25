//! The only reader of dossiers: YAML in, a checked [`Atlas`] and all findings out.
//!
//! Owns the way from files to the model: `listing` finds the files and `origin` reads them, `preflight` refuses what no
//! parser should see, `salvage` and `raw` mirror the YAML, `validate` checks it; `parallel` shares the work between threads,
//! `cache` keeps what was compiled and `loading` does it all behind an explorer that is already on the screen.
//! Loading never stops at a bad record: the good part is returned with everything that was wrong. It does not judge
//! whether a figure is true; that is `check`.

pub mod articles;
pub mod cache;
pub(crate) mod dialect;
mod encoding;
mod file;
mod finding_positions;
mod limit;
mod lines;
mod listing;
mod loading;
mod origin;
pub(crate) mod positions;
mod preflight;
mod preview;
mod raw;
mod register_index;
mod salvage;
mod sanitize;
mod settings_file;
#[cfg(test)]
pub(crate) mod tests;
mod validate;
mod watch;
mod yaml_words;

use std::{fs::File, sync::atomic::AtomicBool};

pub use articles::Articles;
use cache::dossiers::Dossiers;
pub use cache::{Access, Cache};
pub(crate) use cache::{CompiledCopy, Slot};
use file::{record, unique};
pub(crate) use finding_positions::with_positions;
pub(crate) use lines::Lines;
pub(crate) use loading::{LoadStep, Loading, Urgency, start};
pub use origin::{Origin, OriginFile};
pub use raw::schema;
use raw::{RawCollege, RawMetrics, RawSource, RawThemes};
pub(crate) use settings_file::{locate_in, read_yaml};
use validate::KnownIds;
pub(crate) use watch::{Watch, watch};
pub(crate) use yaml_words::shortened;

use crate::{
    finding::Finding,
    model::{Atlas, College, Source, SourceIx},
    parallel,
};

/// What a load brings back: the good part and everything that was wrong.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The good part.
    pub atlas: Atlas,
    /// What was wrong, with positions.
    pub findings: Vec<Finding>,
    /// Where its compiled copy is kept, if there is to be one.
    pub(crate) slot: Option<Slot>,
}

/// Below this many files the threads cost more than they save.
const FEW: usize = 32;

/// Files a thread takes at a time: enough that handing over costs nothing, few enough to show progress.
const HANDFUL: usize = 16;

/// How to load.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LoadOptions {
    /// Where compiled atlases are kept; none: nothing is read from a cache or written to one.
    pub cache: Option<Cache>,
}

/// Reads everything `origin` holds, without a cache.
pub fn load(origin: &Origin) -> Loaded {
    load_with(origin, &LoadOptions::default())
}

/// What the files `entries` hold, and no others.
pub(crate) fn load_entries(entries: &[OriginFile]) -> Loaded {
    parse(entries, Vec::new(), &AtomicBool::new(false), &mut |_| ()).unwrap_or_default()
}

/// Reads everything `origin` holds: from the compiled copy, if it is one of the files as they are now, else from the files.
pub fn load_with(origin: &Origin, options: &LoadOptions) -> Loaded {
    let loaded = run(origin, options, &AtomicBool::new(false), &mut |_| ()).unwrap_or_default();
    loaded.keep();
    loaded
}

/// The compiled copy of `origin`, for an answer that needs a few of its dossiers. What is made from it may be given
/// out when [`cache::Proof::holds`].
pub(crate) fn open_copy(origin: &Origin, options: &LoadOptions) -> Option<CompiledCopy> {
    options.cache.as_ref()?.open(origin.folder()?)
}

/// Loads from the cache or from the files, telling `watch` how far it is; none when `stop` was set before the end.
fn run(
    origin: &Origin,
    options: &LoadOptions,
    stop: &AtomicBool,
    watch: &mut dyn FnMut(LoadStep),
) -> Option<Loaded> {
    let slot = match open_copy(origin, options) {
        Some(copy) => {
            let slot = copy.proof.current_slot();
            let current = slot.as_ref().is_some_and(|slot| slot.filled);
            if let Some(loaded) = current.then(|| copied(copy.dossiers, watch)).flatten() {
                return Some(Loaded { slot, ..loaded });
            }
            slot.map(Slot::emptied)
        }
        None => (options.cache.as_ref().zip(origin.folder())).and_then(|(cache, folder)| cache.slot(folder)),
    };
    let (entries, findings) = origin.entries();
    let loaded = parse(&entries, findings, stop, watch)?;
    Some(Loaded { slot, ..loaded })
}

/// Everything a copy holds, the first of it ahead; none when it is corrupt.
fn copied(copy: Dossiers<File>, watch: &mut dyn FnMut(LoadStep)) -> Option<Loaded> {
    if let Some(part) = preview::of_copy(&copy) {
        watch(LoadStep::Part(Box::new(part)));
    }
    copy.read_all().ok()
}

impl Loaded {
    /// Keeps a copy of what was parsed, for the next time.
    fn keep(&self) {
        self.slot.iter().for_each(|slot| slot.keep(self));
    }
}

fn parse(
    entries: &[OriginFile],
    findings: Vec<Finding>,
    stop: &AtomicBool,
    watch: &mut dyn FnMut(LoadStep),
) -> Option<Loaded> {
    let mut load = LoadJob {
        loaded: Loaded {
            atlas: Atlas::default(),
            findings,
            slot: None,
        },
        known: KnownIds::default(),
        total: entries.len(),
        done: 0,
        stop,
        watch,
    };
    load.known.themes.absent = true;
    load.known.families.absent = true;
    load.known.metrics.absent = true;
    load.themes(entries);
    load.metrics(entries);
    load.sources(entries)?;
    load.colleges(entries)?;
    Some(load.loaded)
}

/// A load under way.
struct LoadJob<'a> {
    loaded: Loaded,
    known: KnownIds,
    total: usize,
    done: usize,
    stop: &'a AtomicBool,
    watch: &'a mut dyn FnMut(LoadStep),
}

impl LoadJob<'_> {
    fn themes(&mut self, entries: &[OriginFile]) {
        for file in entries.iter().filter(|file| file.is("themes.yaml")) {
            let known = &mut self.known;
            let (themes, findings) = record(file, |raw: RawThemes| {
                let (themes, findings) = validate::themes(&file.name, raw, known);
                (Some(themes), findings)
            });
            self.known.themes.absent = themes.is_none();
            self.loaded.atlas.themes = themes.unwrap_or_default();
            self.end(1, findings);
        }
    }

    fn metrics(&mut self, entries: &[OriginFile]) {
        for file in entries.iter().filter(|file| file.is("metrics.yaml")) {
            let known = &mut self.known;
            let (registers, findings) = record(file, |raw: RawMetrics| {
                let (families, metrics, findings) = validate::metrics(&file.name, raw, known);
                (Some((families, metrics)), findings)
            });
            self.known.families.absent = registers.is_none();
            self.known.metrics.absent = registers.is_none();
            (self.loaded.atlas.families, self.loaded.atlas.metrics) = registers.unwrap_or_default();
            self.end(1, findings);
        }
    }

    fn sources(&mut self, entries: &[OriginFile]) -> Option<()> {
        let files: Vec<_> = entries.iter().filter(|file| file.is_seed()).collect();
        let (before, total) = (self.done, self.total);
        let work = |file: &&OriginFile| record(file, |raw: RawSource| validate::source(&file.name, raw));
        let records = parallel::each(&files, FEW, HANDFUL, self.stop, work, |done| {
            (self.watch)(progress(before, done, total));
        })?;
        let (sources, findings) = unique(&files, records, |source: &Source| &source.id);
        let ids = sources.iter().map(|source| source.id.clone());
        self.known.sources = ids.zip((0..).map(SourceIx)).collect();
        for file in files.iter().filter_map(|file| file.stem()) {
            self.known.sources.refuse(file);
        }
        self.loaded.atlas.sources = sources;
        self.end(files.len(), findings);
        Some(())
    }

    fn colleges(&mut self, entries: &[OriginFile]) -> Option<()> {
        let files: Vec<_> = entries.iter().filter(|file| file.is_dossier()).collect();
        let (before, total) = (self.done, self.total);
        let known = &self.known;
        let work =
            |file: &&OriginFile| record(file, |raw: RawCollege| validate::college(&file.name, raw, known));
        let mut offered = false;
        let records = parallel::each(&files, FEW, HANDFUL, self.stop, work, |done| {
            (self.watch)(progress(before, done, total));
            if !offered && let Some(part) = preview::of_parsed(&self.loaded.atlas, done) {
                offered = true;
                (self.watch)(LoadStep::Part(Box::new(part)));
            }
        })?;
        let (colleges, findings) = unique(&files, records, |college: &College| &college.id);
        self.loaded.atlas.colleges = colleges;
        self.end(files.len(), findings);
        Some(())
    }

    fn end(&mut self, files: usize, findings: Vec<Finding>) {
        self.done += files;
        self.loaded.findings.extend(findings);
    }
}

fn progress<T>(before: usize, done: &[Option<T>], total: usize) -> LoadStep {
    let done = before + done.iter().flatten().count();
    LoadStep::Progress { done, total }
}
