//! Which files a folder of dossiers holds, and what the system tells of them, without opening one.
//!
//! Owns the shape of such a folder and the order of its files. Names lie in one piece: thousands of files are listed
//! and asked in less time than it takes to make a path of each.

use std::{
    ffi::OsStr,
    fs::{self, File},
    io,
    ops::Range,
    os::unix::ffi::OsStrExt,
    path::{Path, PathBuf},
    sync::atomic::AtomicBool,
};

use rustix::fs::{AtFlags, Stat, statat};

use crate::parallel;
use crate::{
    finding::{Code, Finding, Place},
    lang::{Bilingual, system_words},
    text::clean::clean,
};

/// Files a thread asks for in one go.
const HANDFUL: usize = 256;

/// Fewer are not worth a second thread.
const FEW: usize = 1024;

/// What a file is expected to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileKind {
    /// Themes or metrics.
    Register,
    /// A college.
    Dossier,
    /// A source record.
    Seed,
}

/// The files of a folder of dossiers.
#[derive(Debug, Default)]
pub(crate) struct Listing {
    /// The folders they lie in.
    pub(crate) folders: Vec<ListedFolder>,
    /// What could not be listed.
    pub(crate) findings: Vec<Finding>,
}

/// The files of one folder.
#[derive(Debug)]
pub(crate) struct ListedFolder {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// What its files are expected to hold.
    pub(crate) kind: FileKind,
    /// Their names, one after the other.
    bytes: Vec<u8>,
    /// Where each is, in order of the names.
    places: Vec<Range<usize>>,
}

/// What the system tells of a file: when it was modified and changed, in whole seconds, and everything else that gives
/// away that it is another. The change time tells of edits that set the modification time back, as `cp -p` and
/// `touch -d` do.
pub(crate) type FileMetadata = [i64; 7];

impl Listing {
    /// The files of `folder`, which holds `data/` and `seeds/` or is the data folder itself.
    pub(crate) fn of(folder: &Path) -> Self {
        let inner = folder.join("data");
        let data = if inner.is_dir() { inner } else { folder.to_owned() };
        let beside = data.parent().map(|parent| parent.join("seeds"));
        let seeds = [Some(data.join("seeds")), beside]
            .into_iter()
            .flatten()
            .find(|path| path.is_dir());
        let mut listing = Self::default();
        listing.add(data.clone(), FileKind::Register);
        for name in ["themes.yaml", "metrics.yaml"] {
            let there = listing.folders.iter().any(|folder| folder.has(name));
            if data.is_dir() && !there {
                let missing = unreadable(
                    visible_path(&data.join(name)).into(),
                    &io::ErrorKind::NotFound.into(),
                );
                listing.findings.push(missing);
            }
        }
        listing.add(data.join("colleges"), FileKind::Dossier);
        if let Some(seeds) = seeds {
            listing.add(seeds, FileKind::Seed);
        }
        listing
    }

    fn add(&mut self, path: PathBuf, kind: FileKind) {
        match ListedFolder::read(&path, kind) {
            Ok(folder) => self.folders.push(folder),
            Err(error) => self.findings.push(unreadable(visible_path(&path).into(), &error)),
        }
    }

    /// How many files there are.
    pub(crate) fn len(&self) -> usize {
        self.folders.iter().map(|folder| folder.places.len()).sum()
    }
}

impl ListedFolder {
    fn read(path: &Path, kind: FileKind) -> io::Result<Self> {
        let (mut bytes, mut places) = (Vec::new(), Vec::new());
        for entry in fs::read_dir(path)? {
            let name = entry?.file_name();
            if is_yaml(&name) {
                let start = bytes.len();
                bytes.extend_from_slice(name.as_bytes());
                places.push(start..bytes.len());
            }
        }
        places.sort_unstable_by(|a, b| bytes[a.clone()].cmp(&bytes[b.clone()]));
        Ok(Self {
            path: path.to_owned(),
            kind,
            bytes,
            places,
        })
    }

    /// The names of its files, in order.
    pub(crate) fn names(&self) -> impl Iterator<Item = &OsStr> {
        self.places.iter().map(|place| self.name(place))
    }

    fn name(&self, place: &Range<usize>) -> &OsStr {
        OsStr::from_bytes(&self.bytes[place.clone()])
    }

    fn has(&self, name: &str) -> bool {
        self.names().any(|other| other == name)
    }

    /// What the system tells of each file, in order; none when one has gone.
    pub(crate) fn metadata(&self) -> Option<Vec<FileMetadata>> {
        let folder = File::open(&self.path).ok()?;
        let told = |place: &Range<usize>| {
            let told = statat(&folder, self.name(place), AtFlags::empty());
            told.ok().map(|told| numbers(&told))
        };
        let told = parallel::each(&self.places, FEW, HANDFUL, &AtomicBool::new(false), told, |_| ())?;
        told.into_iter().collect()
    }
}

/// Hidden files are left out: editors keep their own there.
fn is_yaml(name: &OsStr) -> bool {
    let ending = Path::new(name).extension();
    let yaml = ending.is_some_and(|ext| ext.eq_ignore_ascii_case("yaml") || ext.eq_ignore_ascii_case("yml"));
    yaml && !name.as_bytes().starts_with(b".")
}

/// The types of these differ from system to system.
#[allow(clippy::unnecessary_cast, clippy::cast_lossless)]
fn numbers(told: &Stat) -> FileMetadata {
    [
        told.st_mtime as i64,
        told.st_ctime as i64,
        told.st_mtime_nsec as i64,
        told.st_ctime_nsec as i64,
        told.st_size as i64,
        told.st_dev as i64,
        told.st_ino as i64,
    ]
}

/// A path as the user is told of it.
pub(crate) fn visible_path(path: &Path) -> String {
    clean(&path.to_string_lossy()).into_owned()
}

/// The finding for what cannot be read.
pub(crate) fn unreadable(name: Box<str>, error: &io::Error) -> Finding {
    let why = system_words(error);
    let message = Bilingual::new(
        format!("无法读取: {}", why.zh),
        format!("cannot be read: {}", why.en),
    );
    Finding::new(Code::Unreadable, Place::file(name), message)
}
