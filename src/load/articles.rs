//! The article texts a reader has at hand, found by SHA-256.
//!
//! Owns the search through the folders given, `$RONGTU_ARTICLES` or `seeds/`. A text is only taken
//! when its hash is the one on record, so a citation never opens a changed article unnoticed; one that
//! was changed is named, not read. Texts are kept as delivered; cleaning is for whoever shows them.

mod changed;

use std::{
    collections::{HashMap, HashSet},
    fs, io,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

use crate::{
    model::{Atlas, Source},
    text::clean::clean,
};

/// Folders that may hold article texts.
#[derive(Clone, Debug, Default)]
pub struct Articles {
    folders: Vec<PathBuf>,
}

/// What the folders hold of one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ArticleState {
    /// Nothing.
    Absent,
    /// The article on record.
    Same {
        /// The name of its file.
        file: Box<str>,
        /// Its text, as delivered.
        text: String,
    },
    /// A file that was this article once.
    Changed {
        /// The name of the file.
        file: Box<str>,
        /// Its SHA-256.
        sha256: String,
        /// Its length in bytes.
        bytes: u64,
    },
}

impl Articles {
    /// Whether any folder was given.
    #[cfg(test)]
    pub(crate) fn is_empty(&self) -> bool {
        self.folders.is_empty()
    }

    /// The texts in `folders`; folders that do not exist hold none.
    pub fn new(folders: impl IntoIterator<Item = PathBuf>) -> Self {
        Self {
            folders: folders.into_iter().collect(),
        }
    }

    /// The text of `source`, if a file of its length has its hash. Reads only files of that length.
    pub fn text(&self, source: &Source) -> Option<String> {
        self.files()
            .into_iter()
            .filter(|file| file.bytes == source.text.bytes)
            .filter_map(|file| fs::read(file.path).ok())
            .find(|bytes| sha256(bytes) == *source.text.sha256)
            .and_then(|bytes| String::from_utf8(bytes).ok())
    }

    /// What is held of every source of `atlas`, in its order. Reads the folders once; a file that is no
    /// source's by length is only read when a source is missing and the file is about as long.
    pub(crate) fn held(&self, atlas: &Atlas) -> Vec<ArticleState> {
        let lengths: HashSet<u64> = atlas.sources.iter().map(|source| source.text.bytes).collect();
        let hashes: HashSet<&str> = atlas.sources.iter().map(|source| &*source.text.sha256).collect();
        let files = self.files();
        let (likely, mut rest): (Vec<_>, Vec<_>) =
            files.into_iter().partition(|file| lengths.contains(&file.bytes));
        let mut by_hash: HashMap<String, (Box<str>, String)> = HashMap::new();
        for file in likely {
            let Ok(bytes) = fs::read(&file.path) else { continue };
            let hash = sha256(&bytes);
            match String::from_utf8(bytes) {
                Ok(text) if hashes.contains(&*hash) => {
                    by_hash.insert(hash, (file.name(), text));
                }
                _ => rest.push(file),
            }
        }
        let known = |source: &Source| by_hash.get(&*source.text.sha256);
        let mut held: Vec<ArticleState> = atlas.sources.iter().map(|source| same(known(source))).collect();
        changed::name(atlas, &rest, &mut held);
        held
    }

    fn files(&self) -> Vec<TextFile> {
        self.folders
            .iter()
            .filter_map(|folder| texts(folder).ok())
            .flatten()
            .collect()
    }
}

fn same(found: Option<&(Box<str>, String)>) -> ArticleState {
    match found {
        Some((file, text)) => ArticleState::Same {
            file: file.clone(),
            text: text.clone(),
        },
        None => ArticleState::Absent,
    }
}

/// A text file and its length.
struct TextFile {
    path: PathBuf,
    bytes: u64,
}

impl TextFile {
    fn name(&self) -> Box<str> {
        clean(&self.path.to_string_lossy()).into()
    }
}

/// SHA-256 of `bytes` in 64 lowercase hex digits.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// `bytes` in lowercase hex digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The `.txt` files of a folder, in order of name.
fn texts(folder: &Path) -> io::Result<Vec<TextFile>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let named = path.extension().is_some_and(|ext| ext == "txt");
        match fs::metadata(&path) {
            Ok(data) if named && data.is_file() => found.push(TextFile {
                path,
                bytes: data.len(),
            }),
            _ => {}
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

/// The 1-based `line` of a text, without its line break.
pub fn line(text: &str, line: u32) -> Option<&str> {
    text.lines().nth((line as usize).checked_sub(1)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_hex() {
        assert_eq!(
            sha256(b""),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
    }

    #[test]
    fn lines_are_counted_from_one() {
        assert_eq!(line("甲\n乙", 2), Some("乙"));
        assert_eq!(line("甲\n乙", 0), None);
        assert_eq!(line("甲\n乙", 3), None);
    }
}
