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
}

/// A folder being filled.
#[derive(Debug)]
pub(crate) struct Folder<'a> {
    dir: &'a Path,
    /// Written and not yet named: where they are and where they belong.
    waiting: Vec<(PathBuf, PathBuf)>,
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
        fs::create_dir_all(dir).map_err(|error| Trouble::Refused(dir.to_owned(), error))?;
        let waiting = Vec::new();
        Ok(Self { dir, waiting })
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
        let kept = File::open(self.dir).and_then(|dir| dir.sync_all());
        kept.map_err(|error| Trouble::Refused(self.dir.to_owned(), error))
    }
}

impl Drop for Folder<'_> {
    fn drop(&mut self) {
        for (own, _) in &self.waiting {
            // Those that got their name are gone from here; a folder that cannot be written to keeps none.
            let _ = fs::remove_file(own);
        }
    }
}
