//! The only reader of dossiers: YAML in, a checked [`Atlas`] and all findings out.
//!
//! Owns the way from files to the model: `listing` finds the files and `origin` reads them, `preflight` refuses what no
//! parser should see, `salvage` and `raw` mirror the YAML, `validate` checks it; `parallel` shares the work between threads,
//! `cache` keeps what was compiled and `loading` does it all behind an explorer that is already on the screen.
//! Loading never stops at a bad record: the good part is returned with everything that was wrong. It does not judge
//! whether a figure is true; that is `check`.

pub mod articles;
pub mod cache;
mod file;
mod listing;
mod loading;
mod origin;
mod placed;
pub(crate) mod positions;
mod preflight;
mod preview;
mod raw;
mod salvage;
mod sanitize;
#[cfg(test)]
pub(crate) mod tests;
mod validate;

use std::sync::atomic::AtomicBool;

pub use articles::Articles;
use cache::dossiers::fetch_all;
pub use cache::{Access, Cache, Copy};
use file::{record, unique};
use listing::Listing;
pub(crate) use loading::{Loading, Step, start};
pub use origin::{Entry, Origin};
pub(crate) use placed::located;
pub use raw::schema;
use raw::{RawCollege, RawMetrics, RawSource, RawThemes};
use validate::Known;

use crate::{
    finding::Finding,
    model::{Atlas, College, Held, Source, SourceIx},
    parallel,
};

/// What a load brings back: the good part and everything that was wrong.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The good part.
    pub atlas: Atlas,
    /// What was wrong, with positions.
    pub findings: Vec<Finding>,
    /// The compiled copy of it, if there is to be one.
    pub(crate) copy: Option<Copy>,
}

/// Below this many files the threads cost more than they save.
const FEW: usize = 32;

/// Files a thread takes at a time: enough that handing over costs nothing, few enough to show progress.
const HANDFUL: usize = 16;

/// How to load.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Where compiled atlases are kept; none: nothing is read from a cache or written to one.
    pub cache: Option<Cache>,
}

/// Reads everything `origin` holds, without a cache.
pub fn load(origin: &Origin) -> Loaded {
    load_with(origin, &Options::default())
}

/// Reads everything `origin` holds.
pub fn load_with(origin: &Origin, options: &Options) -> Loaded {
    let loaded = open(origin, options);
    fetch_all(&loaded.atlas);
    loaded.whole(origin)
}

/// The same, but what a compiled copy holds is left there until it is looked at, which may find it torn:
/// [`Loaded::whole`].
pub fn open(origin: &Origin, options: &Options) -> Loaded {
    let (loaded, ()) = run(origin, options, &AtomicBool::new(false), &mut |_| (), |_| ()).unwrap_or_default();
    loaded.keep();
    loaded
}

/// What `look` makes of what `origin` holds, of which it reads only what it looks at.
///
/// A compiled copy is looked at while the files are still asked whether it is one of them. What was seen in one that is
/// not, or is torn, is forgotten, and `look` is called again.
pub(crate) fn look<T>(origin: &Origin, options: &Options, look: impl Fn(&Loaded) -> T) -> (Loaded, T) {
    let again = |loaded| with(loaded, &look);
    let ran = run(origin, options, &AtomicBool::new(false), &mut |_| (), &look);
    let (loaded, seen) = ran.unwrap_or_else(|| again(Loaded::default()));
    loaded.keep();
    match &loaded.copy {
        Some(copy) if copy.is_torn() => again(Loaded::anew(origin, copy)),
        _ => (loaded, seen),
    }
}

/// Loads from the cache or from the files, telling `watch` how far it is, and lets `look` look at it; none when `stop`
/// was set before the end.
fn run<T>(
    origin: &Origin,
    options: &Options,
    stop: &AtomicBool,
    watch: &mut dyn FnMut(Step),
    look: impl Fn(&Loaded) -> T,
) -> Option<(Loaded, T)> {
    let seen = |loaded| with(loaded, &look);
    let Some((cache, folder)) = options.cache.as_ref().zip(origin.folder()) else {
        let (entries, findings) = origin.entries();
        return parse(&entries, findings, stop, watch).map(seen);
    };
    // What lies in the cache is looked at while the files are asked, which takes as long.
    let asked = || cache.copy(folder, &Listing::of(folder));
    let (ahead, copy) = parallel::both(|| cache.found(folder).map(seen), asked);
    let proved = |(found, _): &(Loaded, T)| {
        let both = found.copy.as_ref().zip(copy.as_ref());
        both.is_some_and(|(found, copy)| found.is_same(copy))
    };
    if let Some(ahead) = ahead.filter(proved) {
        return Some(ahead);
    }
    let (entries, findings) = origin.entries();
    let loaded = parse(&entries, findings, stop, watch)?;
    Some(seen(Loaded { copy, ..loaded }))
}

/// What was loaded, and what `look` makes of it.
fn with<T>(loaded: Loaded, look: impl Fn(&Loaded) -> T) -> (Loaded, T) {
    let seen = look(&loaded);
    (loaded, seen)
}

impl Loaded {
    /// What was loaded; from the files, when something of the compiled copy that was looked at is torn.
    #[must_use]
    pub(crate) fn whole(self, origin: &Origin) -> Self {
        match &self.copy {
            Some(copy) if copy.is_torn() => Self::anew(origin, copy),
            _ => self,
        }
    }

    /// From the files, and a new copy in place of a torn one.
    fn anew(origin: &Origin, torn: &Copy) -> Self {
        let loaded = Self {
            copy: Some(torn.renewed()),
            ..load(origin)
        };
        loaded.keep();
        loaded
    }

    /// Keeps a copy of what was parsed, for the next time.
    fn keep(&self) {
        self.copy.iter().for_each(|copy| copy.keep(self));
    }
}

fn parse(
    entries: &[Entry],
    findings: Vec<Finding>,
    stop: &AtomicBool,
    watch: &mut dyn FnMut(Step),
) -> Option<Loaded> {
    let mut load = Load {
        loaded: Loaded {
            atlas: Atlas::default(),
            findings,
            copy: None,
        },
        known: Known::default(),
        total: entries.len(),
        done: 0,
        stop,
        watch,
    };
    load.known.themes.absent = true;
    load.known.metrics.absent = true;
    load.themes(entries);
    load.metrics(entries);
    load.sources(entries)?;
    load.colleges(entries)?;
    Some(load.loaded)
}

/// A load under way.
struct Load<'a> {
    loaded: Loaded,
    known: Known,
    total: usize,
    done: usize,
    stop: &'a AtomicBool,
    watch: &'a mut dyn FnMut(Step),
}

impl Load<'_> {
    fn themes(&mut self, entries: &[Entry]) {
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

    fn metrics(&mut self, entries: &[Entry]) {
        for file in entries.iter().filter(|file| file.is("metrics.yaml")) {
            let known = &mut self.known;
            let (registers, findings) = record(file, |raw: RawMetrics| {
                let (families, metrics, findings) = validate::metrics(&file.name, raw, known);
                (Some((families, metrics)), findings)
            });
            self.known.metrics.absent = registers.is_none();
            (self.loaded.atlas.families, self.loaded.atlas.metrics) = registers.unwrap_or_default();
            self.end(1, findings);
        }
    }

    fn sources(&mut self, entries: &[Entry]) -> Option<()> {
        let files: Vec<_> = entries.iter().filter(|file| file.is_seed()).collect();
        let (before, total) = (self.done, self.total);
        let work = |file: &&Entry| record(file, |raw: RawSource| validate::source(&file.name, raw));
        let records = parallel::each(&files, FEW, HANDFUL, self.stop, work, |done| {
            (self.watch)(progress(before, done, total));
        })?;
        let (sources, findings) = unique(&files, records, |source: &Source| &source.id);
        let ids = sources.iter().map(|source| source.id.clone());
        self.known.sources = ids.zip((0..).map(SourceIx)).collect();
        for file in files.iter().filter_map(|file| file.stem()) {
            self.known.sources.refuse(file);
        }
        self.loaded.atlas.sources = sources.into_iter().map(Held::from).collect();
        self.end(files.len(), findings);
        Some(())
    }

    fn colleges(&mut self, entries: &[Entry]) -> Option<()> {
        let files: Vec<_> = entries.iter().filter(|file| file.is_dossier()).collect();
        let (before, total) = (self.done, self.total);
        let known = &self.known;
        let work = |file: &&Entry| record(file, |raw: RawCollege| validate::college(&file.name, raw, known));
        let mut offered = false;
        let records = parallel::each(&files, FEW, HANDFUL, self.stop, work, |done| {
            (self.watch)(progress(before, done, total));
            if !offered && let Some(part) = preview::part(&self.loaded.atlas, done) {
                offered = true;
                (self.watch)(Step::Part(Box::new(part)));
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

fn progress<T>(before: usize, done: &[Option<T>], total: usize) -> Step {
    let done = before + done.iter().flatten().count();
    Step::Progress { done, total }
}
