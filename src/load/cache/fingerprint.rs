//! What a compiled atlas is a copy of.
//!
//! Owns the fingerprint of a list of files: of each its path, length, time of change (to the nanosecond) and place on
//! its disk, and of the program the version and the sources of its model and loader. It reads no file's content.

use std::{
    ffi::OsStr,
    os::unix::ffi::OsStrExt,
    path::Path,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use sha2::{Digest, Sha256};

use crate::load::{articles::hex, listing::Listing};

/// The fingerprint, and the name of the file that would bear it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    /// SHA-256 over everything that makes a copy a true one.
    pub(crate) hash: [u8; 32],
    /// One name for each folder of dossiers.
    file: String,
    /// Seconds since 1970 when the youngest of the files last changed in any way.
    youngest: i64,
}

impl Stamp {
    /// The fingerprint of the files `listing` of `folder`; none when one has gone.
    pub(crate) fn of(folder: &Path, listing: &Listing) -> Option<Self> {
        let mut hash = Sha256::new();
        let mut youngest = i64::MIN;
        let text = |hash: &mut Sha256, text: &OsStr| {
            hash.update((text.len() as u64).to_le_bytes());
            hash.update(text.as_bytes());
        };
        for folder in &listing.folders {
            text(&mut hash, folder.path.as_os_str());
            for (name, told) in folder.names().zip(folder.metadata()?) {
                text(&mut hash, name);
                told.iter().for_each(|number| hash.update(number.to_le_bytes()));
                youngest = youngest.max(told[0]).max(told[1]);
            }
        }
        Some(Self {
            hash: hash.finalize().into(),
            file: name(folder)?,
            youngest,
        })
    }

    /// That of a copy that was kept as `file`, so that it was settled.
    pub(crate) fn kept(file: String, hash: [u8; 32]) -> Self {
        Self {
            hash,
            file,
            youngest: i64::MIN,
        }
    }

    /// The name of the file that bears it, or of what is kept beside that under `name`.
    pub(crate) fn file_name(&self, name: &str) -> String {
        format!("{}{name}", self.file)
    }

    /// Whether the youngest file had been left alone for `settled` at `now`.
    pub(crate) fn is_settled(&self, settled: Duration, now: SystemTime) -> bool {
        let since = now.duration_since(UNIX_EPOCH).unwrap_or_default();
        i64::try_from(since.saturating_sub(settled).as_secs()).is_ok_and(|limit| self.youngest <= limit)
    }
}

/// The name of the file that is a copy of `folder`, as given and as it is.
pub(crate) fn name(folder: &Path) -> Option<String> {
    let mut hash = Sha256::new();
    hash.update(folder.as_os_str().as_bytes());
    hash.update([0]);
    hash.update(folder.canonicalize().ok()?.as_os_str().as_bytes());
    Some(format!("atlas-{}", &hex(&hash.finalize())[..16]))
}
