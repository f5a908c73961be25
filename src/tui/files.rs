//! Files that the explorer writes at the user's wish, and the folders it completes a path with.
//!
//! Owns what a typed path means: `~` is the user's own folder, anything else counts from the folder the program was
//! started in. How a file gets onto the disk whole is `export::folder`'s.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use super::msg::{NotSaved, Subfolders};
use crate::{
    export::folder::{self, Trouble},
    lang::Bilingual,
    text::clean::clean,
};

/// Most entries of a folder that are looked at: nobody waits for a key while a million names are read.
const MOST: usize = 10_000;

/// Saves `bytes` under the path `typed`, and answers with the full path.
///
/// # Errors
/// A file that is there, unless it may be replaced; whatever the system refuses. Nothing is then half written.
pub(crate) fn save(typed: &str, bytes: &[u8], replace: bool) -> Result<PathBuf, NotSaved> {
    let path = meant(typed);
    if path.is_dir() {
        let path = clean(&path.to_string_lossy()).into_owned();
        return Err(NotSaved::Refused(Bilingual::new(
            format!("{path} 是文件夹"),
            format!("{path} is a folder"),
        )));
    }
    match folder::save(&path, bytes, replace) {
        Ok(()) => Ok(fs::canonicalize(&path).unwrap_or(path)),
        Err(Trouble::There(path)) => Err(NotSaved::There(path)),
        Err(refused) => Err(NotSaved::Refused(refusal(&refused))),
    }
}

/// Why there is no file, and what helps.
fn refusal(trouble: &Trouble) -> Bilingual {
    let (why, hint) = (trouble.words(), trouble.hint());
    if hint.zh.is_empty() {
        return why;
    }
    Bilingual::new(
        format!("{}。{}", why.zh, hint.zh),
        format!("{}; {}", why.en, hint.en),
    )
}

/// The folders in the folder `typed`; none where it cannot be read.
pub(crate) fn list(typed: &str) -> Subfolders {
    let path = meant(if typed.is_empty() { "." } else { typed });
    let entries = fs::read_dir(&path).into_iter().flatten().take(MOST);
    let folders = entries.filter_map(|entry| {
        let entry = entry.ok()?;
        let name = entry.file_name().into_string().ok()?;
        // A name that would have to be cleaned could not be typed back.
        (clean(&name) == name && entry.path().is_dir()).then_some(name)
    });
    let mut names: Vec<_> = folders.collect();
    names.sort_unstable();
    Subfolders {
        folder: typed.to_owned(),
        path: fs::canonicalize(&path).unwrap_or(path),
        names,
    }
}

fn meant(typed: &str) -> PathBuf {
    let home = || {
        env::var_os("HOME")
            .filter(|home| !home.is_empty())
            .map(PathBuf::from)
    };
    let below = typed.strip_prefix("~/").or((typed == "~").then_some(""));
    match (below, home()) {
        (Some(below), Some(home)) => home.join(below),
        _ => Path::new(typed).to_owned(),
    }
}
