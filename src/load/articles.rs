//! The article texts a reader has at hand, found by SHA-256.
//!
//! Owns the search through the folders given, `$RONGTU_ARTICLES` or `seeds/`. A text is only taken
//! when its hash is the one on record, so a citation never opens a changed article unnoticed. Texts
//! are kept as delivered; cleaning is for whoever shows them.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

use crate::model::Source;

/// Folders that may hold article texts.
#[derive(Clone, Debug, Default)]
pub struct Articles {
    folders: Vec<PathBuf>,
}

impl Articles {
    /// The texts in `folders`; folders that do not exist hold none.
    pub fn new(folders: impl IntoIterator<Item = PathBuf>) -> Self {
        Self {
            folders: folders.into_iter().collect(),
        }
    }

    /// Whether any folder was given.
    pub fn is_empty(&self) -> bool {
        self.folders.is_empty()
    }

    /// The text of `source`, if a file of its length has its hash. Reads only files of that length.
    pub fn text(&self, source: &Source) -> Option<String> {
        let candidates = self
            .folders
            .iter()
            .filter_map(|folder| texts(folder).ok())
            .flatten();
        candidates
            .filter(|path| fs::metadata(path).is_ok_and(|data| data.len() == source.text.bytes))
            .filter_map(|path| fs::read(path).ok())
            .find(|bytes| sha256(bytes) == *source.text.sha256)
            .and_then(|bytes| String::from_utf8(bytes).ok())
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

fn texts(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<io::Result<Vec<_>>>()?;
    paths.retain(|path| path.extension().is_some_and(|ext| ext == "txt"));
    paths.sort();
    Ok(paths)
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
