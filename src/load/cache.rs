//! A compiled atlas kept in the user's cache folder, so that thousands of dossiers are parsed once.
//!
//! Owns when a cache is used and when it is not. It is a copy and never the truth: one that is stale, torn,
//! somebody else's, of another version or simply not there is passed over without a word, and one that cannot be
//! written is not written. `fingerprint` says what it must be a copy of, `container` how it is laid out and checked, `dossiers` what
//! is in it and how it is read bit by bit, `verify` that nothing in it points nowhere, `files` where the file lies and
//! whose it is.

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
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, SystemTime},
};

use container::{Compiled, Writer};
use dossiers::Records;
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

    /// Where a copy of the files `listing` of `folder` lies, or is to lie; none when they are too few, or cannot be told
    /// apart from others.
    pub(super) fn copy(&self, folder: &Path, listing: &Listing) -> Option<Copy> {
        let stamp = (listing.len() > self.above).then(|| Stamp::of(folder, listing))??;
        Some(Copy {
            cache: self.clone(),
            stamp,
            records: None,
        })
    }

    /// What lies in the place of a copy of `folder`, whatever it is a copy of: [`Copy::is_same`].
    pub(super) fn found(&self, folder: &Path) -> Option<Loaded> {
        let name = fingerprint::name(folder)?;
        let file = Compiled::unproved(files::open(&self.folder, &name)?)?;
        let stamp = Stamp::kept(name, file.stamp());
        let (records, loaded) = Records::open(file)?;
        let copy = Copy {
            cache: self.clone(),
            stamp,
            records: Some(records),
        };
        Some(Loaded {
            copy: Some(copy),
            ..loaded
        })
    }
}

/// The compiled copy of one atlas, and what is kept beside it.
#[derive(Clone, Debug)]
pub struct Copy {
    cache: Cache,
    stamp: Stamp,
    /// What is being read; none when the atlas was parsed.
    records: Option<Arc<Records<File>>>,
}

impl Copy {
    /// Whether the atlas comes from it, rather than from the files.
    #[cfg(test)]
    pub(crate) fn is_read(&self) -> bool {
        self.records.is_some()
    }

    /// Whether both are copies of the same files.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.stamp.hash == other.stamp.hash
    }

    /// Keeps what was parsed. What goes wrong is nobody's concern: the next load parses again.
    pub(super) fn keep(&self, loaded: &Loaded) {
        let unreadable = |finding: &Finding| finding.code == Code::Unreadable;
        if self.records.is_none() && !loaded.findings.iter().any(unreadable) {
            self.keep_beside("", &|writer| dossiers::write(writer, loaded));
        }
    }

    /// The same place, for what will have been parsed.
    pub(super) fn renewed(&self) -> Self {
        Self {
            records: None,
            ..self.clone()
        }
    }

    /// Whether a record that was looked at could not be read: what was made of it has to be made again.
    pub(crate) fn is_torn(&self) -> bool {
        self.records.as_ref().is_some_and(|records| records.is_torn())
    }

    /// Whether every record is what it was, looked at or not.
    pub(crate) fn is_whole(&self) -> bool {
        self.records.as_ref().is_none_or(|records| records.is_whole())
    }

    /// What was worked out from this very atlas and kept under `name`.
    pub(crate) fn beside(&self, name: &str) -> Option<Compiled<File>> {
        let file = files::open(&self.cache.folder, &self.stamp.named(name))?;
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
            let mut writer = Writer::new(out);
            write(&mut writer)?;
            writer.seal(&self.stamp.hash)
        };
        files::put(folder, &self.stamp.named(name), mode, sealed).ok();
        files::tidy(folder);
    }
}

/// What writes the parts of a compiled file.
pub(crate) type Write<'a> = &'a dyn Fn(&mut Writer<&mut dyn io::Write>) -> io::Result<()>;
