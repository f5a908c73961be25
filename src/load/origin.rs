//! Where the files come from: embedded in the binary, or a folder of the same shape.
//!
//! Owns listing and reading. It looks at no content.

use std::{
    borrow::Cow,
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use super::guard::LARGEST;
use crate::{
    finding::{Code, Finding, Place},
    lang::Bilingual,
    text::clean::clean,
};

/// The files the binary carries: name and text.
const EMBEDDED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// Where dossiers are read from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// The binary itself.
    #[default]
    Embedded,
    /// A folder that holds `data/` and `seeds/`, or the data folder itself.
    Folder(PathBuf),
}

/// One file: its name as shown to the user, and its bytes (at most one over the limit).
#[derive(Clone, Debug)]
pub struct File {
    /// The name: `data/colleges/tzvcst.yaml`, below the folder given.
    pub name: Box<str>,
    /// What it holds.
    pub bytes: Cow<'static, [u8]>,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Register,
    Dossier,
    Seed,
}

impl File {
    /// Whether it is the register called `name`.
    pub fn is(&self, name: &str) -> bool {
        self.kind == Kind::Register && self.name.rsplit('/').next() == Some(name)
    }

    /// Whether it is a dossier.
    pub fn is_dossier(&self) -> bool {
        self.kind == Kind::Dossier
    }

    /// Whether it is a source record.
    pub fn is_seed(&self) -> bool {
        self.kind == Kind::Seed
    }
}

impl Origin {
    /// Every file, in order of name, and what could not be read.
    pub fn files(&self) -> (Vec<File>, Vec<Finding>) {
        match self {
            Self::Embedded => (
                EMBEDDED.iter().map(|(name, text)| embedded(name, text)).collect(),
                Vec::new(),
            ),
            Self::Folder(folder) => walk(folder),
        }
    }

    /// The folder that holds `data/`, if this is one.
    pub fn folder(&self) -> Option<&Path> {
        match self {
            Self::Embedded => None,
            Self::Folder(folder) => Some(folder),
        }
    }
}

fn embedded(name: &'static str, text: &'static str) -> File {
    let kind = match name.split('/').collect::<Vec<_>>()[..] {
        ["seeds", _] => Kind::Seed,
        ["data", "colleges", _] => Kind::Dossier,
        _ => Kind::Register,
    };
    File {
        name: name.into(),
        bytes: Cow::Borrowed(text.as_bytes()),
        kind,
    }
}

fn walk(folder: &Path) -> (Vec<File>, Vec<Finding>) {
    let inner = folder.join("data");
    let data = if inner.is_dir() { inner } else { folder.to_owned() };
    let beside = data.parent().map(|parent| parent.join("seeds"));
    let seeds = [Some(data.join("seeds")), beside]
        .into_iter()
        .flatten()
        .find(|path| path.is_dir());
    let mut found = (Vec::new(), Vec::new());
    read_folder(&data, Kind::Register, &mut found);
    read_folder(&data.join("colleges"), Kind::Dossier, &mut found);
    if let Some(seeds) = seeds {
        read_folder(&seeds, Kind::Seed, &mut found);
    }
    found
}

fn read_folder(folder: &Path, kind: Kind, (files, findings): &mut (Vec<File>, Vec<Finding>)) {
    let paths = match yaml_files(folder) {
        Ok(paths) => paths,
        Err(error) => return findings.push(unreadable(folder, &error)),
    };
    for path in paths {
        match read(folder, &path) {
            Ok(bytes) => files.push(File {
                name: shown(&path),
                bytes: bytes.into(),
                kind,
            }),
            Err(error) => findings.push(unreadable(&path, &error)),
        }
    }
}

fn yaml_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<io::Result<Vec<_>>>()?;
    let visible = |path: &Path| {
        path.file_name()
            .is_some_and(|name| !name.to_string_lossy().starts_with('.'))
    };
    paths.retain(|path| visible(path) && path.extension().is_some_and(|ext| ext == "yaml" || ext == "yml"));
    paths.sort();
    Ok(paths)
}

/// Reads one byte past the limit at most, and follows no link out of the folder.
fn read(folder: &Path, path: &Path) -> io::Result<Vec<u8>> {
    if path.is_symlink() && !path.canonicalize()?.starts_with(folder.canonicalize()?) {
        return Err(io::Error::other("a link that leaves its folder"));
    }
    let mut bytes = Vec::new();
    fs::File::open(path)?
        .take(LARGEST as u64 + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn shown(path: &Path) -> Box<str> {
    clean(&path.to_string_lossy()).into()
}

fn unreadable(path: &Path, error: &io::Error) -> Finding {
    let error = clean(&error.to_string()).into_owned();
    let message = Bilingual::new(format!("无法读取: {error}"), format!("cannot be read: {error}"));
    Finding::new(Code::Unreadable, Place::file(shown(path)), message)
}
