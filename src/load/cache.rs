//! A compiled atlas kept in the user's cache folder, so that thousands of dossiers are parsed once.
//!
//! Owns when a cache is used and when it is not. It is a copy and never the truth: one that is stale, corrupt,
//! somebody else's, of another version or simply not there is passed over without a word, and one that cannot be
//! written is not written. `fingerprint` says what it must be a copy of, `container` how it is laid out and checked,
//! `dossiers` what is in it, `verify` that nothing in it points nowhere, `files` where the file lies and whose it is.

pub mod container;
pub mod dossiers;
mod files;
mod fingerprint;
#[cfg(test)]
mod tests;
mod verify;

use std::{
    fs::File,
    io,
    panic::resume_unwind,
    path::{Path, PathBuf},
    thread::{self, JoinHandle},
    time::{Duration, SystemTime},
};

use container::{Compiled, CopyWriter};
use dossiers::Dossiers;
use etcetera::BaseStrategy;
pub(crate) use fingerprint::Stamp;

use super::{Loaded, listing::Listing};
use crate::finding::{Code, Finding};

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
    /// Whose it is.
    pub access: Access,
}

/// Whose a cache is. Files are read when they are the user's own or root's, and nobody else may write them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Access {
    /// The user's: nobody else may read it.
    #[default]
    Own,
    /// One that others may read, too.
    Common,
    /// One that is read and never written.
    Read,
}

impl Cache {
    /// The user's own: `$XDG_CACHE_HOME/rongtu`, or `~/.cache/rongtu`. None without a home.
    pub(crate) fn usual() -> Option<Self> {
        let base = etcetera::choose_base_strategy().ok()?;
        Some(Self::in_folder(base.cache_dir().join("rongtu")))
    }

    /// One in a folder of its own.
    pub fn in_folder(folder: PathBuf) -> Self {
        Self {
            folder,
            above: MANY,
            settled: SETTLED,
            access: Access::default(),
        }
    }

    /// Where a copy of the files of `folder` is kept; none when they are too few, or cannot be told apart from others.
    pub(super) fn slot(&self, folder: &Path) -> Option<Slot> {
        let listing = Listing::of(folder);
        let stamp = (listing.len() > self.above).then(|| Stamp::of(folder, &listing))??;
        Some(Slot {
            cache: self.clone(),
            stamp,
            filled: false,
        })
    }

    /// The copy of `folder` that was kept last, while a thread finds out whether it is one of the files as they are now.
    pub(super) fn open(&self, folder: &Path) -> Option<CompiledCopy> {
        let name = fingerprint::name(folder)?;
        let file = Compiled::unproved(files::open(&self.folder, &name)?)?;
        let kept = Slot {
            cache: self.clone(),
            stamp: Stamp::kept(name, file.stamp()),
            filled: true,
        };
        let dossiers = Dossiers::open(file)?;
        let (cache, folder) = (self.clone(), folder.to_owned());
        let current = thread::Builder::new().spawn(move || cache.slot(&folder)).ok()?;
        Some(CompiledCopy {
            dossiers,
            proof: Proof { kept, current },
        })
    }
}

/// A compiled copy that may be one of files that have changed since.
#[derive(Debug)]
pub(crate) struct CompiledCopy {
    /// What is in it.
    pub(crate) dossiers: Dossiers<File>,
    /// Whether what is in it may be believed.
    pub(crate) proof: Proof,
}

/// Finds out whether a copy is one of the files as they are now: their names, sizes and times are asked on a thread,
/// which takes as long as looking something up.
#[derive(Debug)]
pub(crate) struct Proof {
    kept: Slot,
    current: JoinHandle<Option<Slot>>,
}

impl Proof {
    /// Where the copy is kept.
    pub(crate) fn slot(&self) -> &Slot {
        &self.kept
    }

    /// Whether the files are still those that were copied. Waits for the answer.
    pub(crate) fn holds(self) -> bool {
        self.current_slot().is_some_and(|slot| slot.filled)
    }

    /// Where a copy of the files as they are now is kept: filled if this is one. Waits for the answer.
    pub(super) fn current_slot(self) -> Option<Slot> {
        let current = self.current.join().unwrap_or_else(|panic| resume_unwind(panic))?;
        let filled = current.stamp.hash == self.kept.stamp.hash;
        Some(Slot { filled, ..current })
    }
}

/// Where the compiled copy of one atlas is kept, and what is kept beside it.
#[derive(Clone, Debug)]
pub struct Slot {
    cache: Cache,
    stamp: Stamp,
    /// Whether the copy is there.
    pub(super) filled: bool,
}

impl Slot {
    /// The same, with nothing of use in it.
    pub(super) fn emptied(self) -> Self {
        Self {
            filled: false,
            ..self
        }
    }

    /// Keeps what was parsed, unless it was read from here. What goes wrong is nobody's concern: the next load parses again.
    pub(super) fn keep(&self, loaded: &Loaded) {
        let unreadable = |finding: &Finding| finding.code == Code::Unreadable;
        if !self.filled && !loaded.findings.iter().any(unreadable) {
            self.keep_beside("", &|writer| dossiers::write(writer, loaded));
        }
    }

    /// What was worked out from this very atlas and kept under `name`.
    pub(crate) fn beside(&self, name: &str) -> Option<Compiled<File>> {
        let file = files::open(&self.cache.folder, &self.stamp.file_name(name))?;
        Compiled::open(file, &self.stamp.hash)
    }

    /// Keeps what `write` writes under `name`, for the next load of the same files.
    pub(crate) fn keep_beside(&self, name: &str, write: Write<'_>) {
        let Cache {
            folder,
            settled,
            access,
            ..
        } = &self.cache;
        let mode = match access {
            Access::Own => 0o600,
            Access::Common => 0o644,
            Access::Read => return,
        };
        if !self.stamp.is_settled(*settled, SystemTime::now()) {
            return;
        }
        let sealed = |out: &mut dyn io::Write| {
            let mut writer = CopyWriter::new(out);
            write(&mut writer)?;
            writer.seal(&self.stamp.hash)
        };
        files::put(folder, &self.stamp.file_name(name), mode, sealed).ok();
        files::tidy(folder);
    }
}

/// What writes the parts of a compiled file.
pub(crate) type Write<'a> = &'a dyn Fn(&mut CopyWriter<&mut dyn io::Write>) -> io::Result<()>;
