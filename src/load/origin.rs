//! Where the files come from: embedded in the binary, or a folder of the same shape.
//!
//! Owns reading, one file at a time; `listing` finds the files of a folder. It looks at no content.

use std::{
    borrow::Cow,
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    io::{self, Read},
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    listing::{FileKind, ListedFolder, Listing, unreadable, visible_path},
    preflight::LARGEST,
};
use crate::{finding::Finding, lang::Bilingual};

/// The files the binary carries: name, text, and the same as JSON.
const EMBEDDED: &[(&str, &str, &str)] = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// Where dossiers are read from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// The binary itself.
    #[default]
    Embedded,
    /// A folder that holds `data/` and `seeds/`, or the data folder itself.
    Folder(PathBuf),
}

/// One file that may be read.
#[derive(Clone, Debug)]
pub struct OriginFile {
    /// The name as shown to the user: `data/colleges/tzvcst.yaml`, below the folder given.
    pub(crate) name: Box<str>,
    kind: FileKind,
    held: Content,
}

#[derive(Clone, Debug)]
enum Content {
    Binary(&'static str, &'static str),
    Disk(PathBuf),
    Memory(Arc<str>),
}

impl OriginFile {
    /// What the binary carries of it as JSON: no positions, but read in a tenth of the time.
    pub(super) fn json(&self) -> Option<&'static str> {
        match self.held {
            Content::Binary(_, json) => Some(json),
            Content::Disk(_) | Content::Memory(_) => None,
        }
    }

    /// Whether it is the register called `name`.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.kind == FileKind::Register && self.name.rsplit('/').next() == Some(name)
    }

    /// The name of its file without folder and ending.
    pub(crate) fn stem(&self) -> Option<&str> {
        let name = self.name.rsplit('/').next()?;
        Some(name.rsplit_once('.')?.0)
    }

    /// Whether it is a dossier.
    pub(crate) fn is_dossier(&self) -> bool {
        self.kind == FileKind::Dossier
    }

    /// Whether it is a source record.
    pub(crate) fn is_seed(&self) -> bool {
        self.kind == FileKind::Seed
    }

    /// Where it lies on disk, if it does.
    pub fn path(&self) -> Option<&Path> {
        match &self.held {
            Content::Binary(..) | Content::Memory(_) => None,
            Content::Disk(path) => Some(path),
        }
    }

    /// What it holds: one byte past the limit at most.
    ///
    /// # Errors
    /// What the system says, or that the file is a link that leaves its folder.
    pub(crate) fn read(&self) -> io::Result<Cow<'static, [u8]>> {
        match &self.held {
            Content::Binary(text, _) => Ok(Cow::Borrowed(text.as_bytes())),
            Content::Disk(path) => disk(path).map(Cow::Owned),
            Content::Memory(text) => Ok(Cow::Owned(text.as_bytes().to_vec())),
        }
    }

    /// The same file if it held `text`.
    pub(crate) fn with_text(&self, text: &str) -> Self {
        Self {
            held: Content::Memory(text.into()),
            ..self.clone()
        }
    }

    /// The finding for a file that cannot be read.
    pub(crate) fn unreadable(&self, error: &io::Error) -> Finding {
        unreadable(self.name.clone(), error)
    }
}

impl Origin {
    /// Every file, in order of name within its folder, and what could not be listed.
    pub fn entries(&self) -> (Vec<OriginFile>, Vec<Finding>) {
        match self {
            Self::Embedded => (
                EMBEDDED
                    .iter()
                    .map(|(name, text, json)| embedded(name, text, json))
                    .collect(),
                Vec::new(),
            ),
            Self::Folder(folder) => {
                let listing = Listing::of(folder);
                (
                    listing.folders.iter().flat_map(entries).collect(),
                    listing.findings,
                )
            }
        }
    }

    /// A number that changes when a file is added, removed or written: over names, lengths and times of change.
    pub(crate) fn trace(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        for folder in self.folder().map(Listing::of).unwrap_or_default().folders {
            folder.names().for_each(|name| name.hash(&mut hasher));
            folder.metadata().hash(&mut hasher);
        }
        hasher.finish()
    }

    /// The folder that holds `data/`, if this is one.
    pub(crate) fn folder(&self) -> Option<&Path> {
        match self {
            Self::Embedded => None,
            Self::Folder(folder) => Some(folder),
        }
    }
}

fn embedded(name: &'static str, text: &'static str, json: &'static str) -> OriginFile {
    let kind = match name.split('/').collect::<Vec<_>>()[..] {
        ["seeds", _] => FileKind::Seed,
        ["data", "colleges", _] => FileKind::Dossier,
        _ => FileKind::Register,
    };
    OriginFile {
        name: name.into(),
        kind,
        held: Content::Binary(text, json),
    }
}

fn entries(folder: &ListedFolder) -> impl Iterator<Item = OriginFile> {
    folder.names().map(|name| {
        let path = folder.path.join(name);
        OriginFile {
            name: visible_path(&path).into(),
            kind: folder.kind,
            held: Content::Disk(path),
        }
    })
}

/// Follows no link out of the folder.
fn disk(path: &Path) -> io::Result<Vec<u8>> {
    if path.symlink_metadata()?.is_symlink() {
        let folder = path.parent().unwrap_or(path);
        if !path.canonicalize()?.starts_with(folder.canonicalize()?) {
            return Err(io::Error::other(Bilingual::new(
                "链接指向文件夹之外",
                "a link that leaves its folder",
            )));
        }
    }
    regular(path)
}

/// What a regular file holds, one byte past the limit at most. Waits for no pipe, and reads no device.
pub(super) fn regular(path: &Path) -> io::Result<Vec<u8>> {
    let data = path.metadata()?;
    if !data.is_file() && !data.is_dir() {
        return Err(io::Error::other(Bilingual::new(
            "不是普通文件",
            "not a regular file",
        )));
    }
    let most = LARGEST as u64 + 1;
    let mut bytes = Vec::with_capacity(data.len().saturating_add(1).min(most) as usize);
    fs::File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}
