//! A compiled atlas kept in the user's cache folder, so that thousands of dossiers are parsed once.
//!
//! Owns when a cache is used and when it is not. It is a copy and never the truth: one that is stale, torn,
//! somebody else's, of another version or simply not there is passed over without a word, and one that cannot be
//! written is not written. `stamp` says what it must be a copy of, `seal` how it is laid out and checked, `sound`
//! that nothing in it points nowhere, `vault` where the file lies and whose it is.

pub mod seal;
mod sound;
mod stamp;
#[cfg(test)]
mod tests;
mod vault;

use std::{
    path::PathBuf,
    time::{Duration, SystemTime},
};

use etcetera::BaseStrategy;
use seal::{Compiled, Writer};
pub use stamp::Stamp;

use super::{Loaded, origin::Entry};
use crate::finding::Code;

/// Files above which a cache pays: parsing takes 0.2 ms a file, so this many are 50 ms on one core.
const MANY: usize = 256;

/// Files younger than this may change once more without changing their time; 2 s is the coarsest clock in use (FAT).
const SETTLED: Duration = Duration::from_secs(2);

/// Where compiled atlases are kept, and for which folders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cache {
    /// The folder the compiled files lie in; made when there is something to keep.
    pub folder: PathBuf,
    /// Only folders with more files than this are kept.
    pub above: usize,
    /// How long the youngest file must have been left alone.
    pub settled: Duration,
}

impl Cache {
    /// The user's own: `$XDG_CACHE_HOME/rongtu`, or `~/.cache/rongtu`. None without a home.
    pub fn usual() -> Option<Self> {
        let base = etcetera::choose_base_strategy().ok()?;
        Some(Self {
            folder: base.cache_dir().join("rongtu"),
            above: MANY,
            settled: SETTLED,
        })
    }

    /// What a copy of `entries` must be stamped with; none when they are too few, or cannot be told apart from others.
    pub(super) fn stamp(&self, entries: &[Entry]) -> Option<Stamp> {
        (entries.len() > self.above).then(|| Stamp::of(entries))?
    }

    /// The copy that bears `stamp`.
    pub(super) fn fetch(&self, stamp: &Stamp) -> Option<Loaded> {
        let file = vault::open(&self.folder, &stamp.file)?;
        Compiled::open(&file, &stamp.hash)?.read()
    }

    /// Keeps a copy of what `stamp` was taken of. What goes wrong is nobody's concern: the next load parses again.
    pub(super) fn keep(&self, stamp: &Stamp, loaded: &Loaded) {
        let whole = loaded
            .findings
            .iter()
            .all(|finding| finding.code != Code::Unreadable);
        if whole && stamp.is_settled(self.settled, SystemTime::now()) {
            let write = |file: &mut dyn std::io::Write| Writer::new(file).whole(&stamp.hash, loaded);
            vault::put(&self.folder, &stamp.file, write).ok();
            vault::tidy(&self.folder);
        }
    }
}
