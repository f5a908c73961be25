//! `export`: everything as a folder of tables.

use std::path::Path;

use super::{
    Answer, args,
    exit::{Exit, Failure, Message},
};
use crate::{
    export::{
        folder::Trouble,
        package::{PackageOptions, package},
    },
    text::clean::clean,
};

/// Answers `export`.
///
/// # Errors
/// A file that is there already, unless it may be replaced; whatever the file system refuses.
pub(crate) fn run(answer: &mut Answer<'_, '_>, asked: &args::Export) -> Result<Exit, Failure> {
    let loaded = answer.load()?;
    let options = PackageOptions {
        csv: answer.settings.csv,
        force: asked.force,
    };
    let files = package(&loaded.atlas, &asked.dir, options).map_err(refusal)?;
    let dir = visible_path(&asked.dir);
    answer.note(
        &format!("已写出 {files} 个文件: {dir}"),
        &format!("{files} files written: {dir}"),
    )?;
    Ok(Exit::Found)
}

/// Why nothing was written.
pub(super) fn refusal(trouble: Trouble) -> Failure {
    Failure::Bad(Message {
        message: trouble.words(),
        hint: trouble.hint(),
    })
}

pub(super) fn visible_path(path: &Path) -> String {
    clean(&path.to_string_lossy()).into_owned()
}
