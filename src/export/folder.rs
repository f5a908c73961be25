//! A folder that is filled whole or not at all.
//!
//! Owns the way of a file onto the disk: written under a name of its own, brought safely to the disk, and given its
//! name only when all others are there as well. What has not got its name when the folder is let go is taken away.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

use crate::{
    lang::{Bilingual, system_words},
    text::clean::clean,
};

/// Why a folder could not be filled.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// There is something of that name already, and it may not be replaced.
    There(PathBuf),
    /// The file system refuses.
    Refused(PathBuf, io::Error),
}

impl Trouble {
    /// What is wrong, and with which path.
    pub(crate) fn words(&self) -> Bilingual {
        let visible = |path: &Path| clean(&path.to_string_lossy()).into_owned();
        match self {
            Self::There(path) => {
                let path = visible(path);
                Bilingual::new(format!("已经存在: {path}"), format!("already there: {path}"))
            }
            Self::Refused(path, error) => {
                let (path, why) = (visible(path), system_words(error));
                Bilingual::new(
                    format!("无法写入 {path}: {}", why.zh),
                    format!("cannot write {path}: {}", why.en),
                )
            }
        }
    }

    /// What helps; empty where the file system's answer does not tell.
    pub(crate) fn hint(&self) -> Bilingual {
        use io::ErrorKind::{
            NotADirectory, NotFound, PermissionDenied, QuotaExceeded, ReadOnlyFilesystem, StorageFull,
        };
        let (zh, en) = match self {
            Self::There(_) => (
                "另择一处，或加 --force 覆盖",
                "choose another place, or replace it with --force",
            ),
            Self::Refused(_, error) => match error.kind() {
                NotADirectory => ("另择一处", "choose another place"),
                NotFound => (
                    "先建好这个文件夹（mkdir -p），或另择一处",
                    "make that folder first (mkdir -p), or choose another place",
                ),
                PermissionDenied | ReadOnlyFilesystem => (
                    "另择一个自己可写的文件夹，如主目录 ~",
                    "choose a folder that you may write to, such as your own ~",
                ),
                StorageFull | QuotaExceeded => (
                    "什么也没有留下；腾出空间，或另择一处",
                    "nothing was left behind; make room, or choose another place",
                ),
                _ => return Bilingual::default(),
            },
        };
        Bilingual::new(zh, en)
    }
}

/// A folder being filled.
#[derive(Debug)]
pub(crate) struct Folder<'a> {
    dir: &'a Path,
    /// Written and not yet named: where they are and where they belong.
    waiting: Vec<(PathBuf, PathBuf)>,
    /// Whether it was not there before, and goes again if it stays empty.
    made: bool,
}

impl<'a> Folder<'a> {
    /// `dir`, made if it is not there, to be filled with files called `names`.
    ///
    /// # Errors
    /// Something of one of these names, unless it is a file and `force` lets it be replaced.
    pub(crate) fn open(dir: &'a Path, names: &[String], force: bool) -> Result<Self, Trouble> {
        for path in names.iter().map(|name| dir.join(name)) {
            match fs::symlink_metadata(&path) {
                Ok(there) if !force || there.is_dir() => return Err(Trouble::There(path)),
                _ => {}
            }
        }
        let made = !dir.exists();
        fs::create_dir_all(dir).map_err(|error| Trouble::Refused(dir.to_owned(), error))?;
        let waiting = Vec::new();
        Ok(Self { dir, waiting, made })
    }

    /// Writes a file that will be called `name`.
    ///
    /// # Errors
    /// Those of the file system.
    pub(crate) fn put(&mut self, name: &str, bytes: &[u8]) -> Result<(), Trouble> {
        let own = self.dir.join(format!(".{name}.{}.part", std::process::id()));
        let named = self.dir.join(name);
        let mut file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&own)
            .map_err(|error| match error.kind() {
                // It is the name that nobody has seen which is taken.
                io::ErrorKind::AlreadyExists => Trouble::Refused(own.clone(), error),
                _ => Trouble::Refused(named.clone(), error),
            })?;
        self.waiting.push((own.clone(), named.clone()));
        file.write_all(bytes)
            .and_then(|()| file.sync_all())
            .map_err(|error| Trouble::Refused(named, error))
    }

    /// Gives every file its name, in the order they were written.
    ///
    /// # Errors
    /// Those of the file system.
    pub(crate) fn publish(mut self) -> Result<(), Trouble> {
        for (own, name) in &self.waiting {
            fs::rename(own, name).map_err(|error| Trouble::Refused(name.clone(), error))?;
        }
        self.waiting.clear();
        self.made = false;
        // The files are whole and named. A folder that may be written to and not read, or a file system that knows no
        // such request, cannot be asked to bring the names to the disk, which is no failure.
        let Ok(dir) = File::open(self.dir) else {
            return Ok(());
        };
        match dir.sync_all().map_err(|error| (error.kind(), error)) {
            Err((io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported, _)) | Ok(()) => Ok(()),
            Err((_, error)) => Err(Trouble::Refused(self.dir.to_owned(), error)),
        }
    }
}

/// Puts `bytes` at `path`, whole or not at all; over a file that is there only if `force` says so.
///
/// # Errors
/// A file that is there; a folder that is not; whatever the file system refuses.
pub(crate) fn save(path: &Path, bytes: &[u8], force: bool) -> Result<(), Trouble> {
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    let Some(name) = name.filter(|_| folder.is_dir()) else {
        let kind = match folder.exists() {
            true => io::ErrorKind::NotADirectory,
            false => io::ErrorKind::NotFound,
        };
        return Err(Trouble::Refused(folder.to_owned(), kind.into()));
    };
    let mut folder = Folder::open(folder, std::slice::from_ref(&name), force)?;
    folder.put(&name, bytes)?;
    folder.publish()
}

impl Drop for Folder<'_> {
    fn drop(&mut self) {
        for (own, _) in &self.waiting {
            // Those that got their name are gone from here; a folder that cannot be written to keeps none.
            let _ = fs::remove_file(own);
        }
        if self.made {
            // One that holds anything is not taken away.
            let _ = fs::remove_dir(self.dir);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_whole_or_not_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("报告.md");
        save(&path, b"one", false).unwrap();
        assert!(matches!(save(&path, b"two", false), Err(Trouble::There(_))));
        assert_eq!(std::fs::read(&path).unwrap(), b"one");
        save(&path, b"two", true).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
        let nowhere = folder.path().join("none/x.md");
        assert!(matches!(save(&nowhere, b"x", false), Err(Trouble::Refused(..))));
        assert_eq!(
            std::fs::read_dir(folder.path()).unwrap().count(),
            1,
            "something half-written is left"
        );
    }
}
