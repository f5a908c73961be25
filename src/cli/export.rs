//! `export`: everything as a folder of tables.

use std::path::Path;

use super::{
    Answer, args,
    exit::{Exit, Failure, Message},
};
use crate::{
    export::package::{Options, Trouble, package},
    text::clean::clean,
};

/// Answers `export`.
///
/// # Errors
/// A file that is there already, unless it may be replaced; whatever the file system refuses.
pub(crate) fn run(answer: &mut Answer<'_, '_>, asked: &args::Export) -> Result<Exit, Failure> {
    let loaded = answer.load()?;
    let options = Options {
        bom: asked.bom,
        force: asked.force,
    };
    let files = package(&loaded.atlas, &asked.dir, options).map_err(told)?;
    let dir = shown(&asked.dir);
    answer.note(
        &format!("已写出 {files} 个文件: {dir}"),
        &format!("{files} files written: {dir}"),
    )?;
    Ok(Exit::Found)
}

fn told(trouble: Trouble) -> Failure {
    Failure::Bad(match trouble {
        Trouble::There(path) => {
            let path = shown(&path);
            Message::new(format!("已经存在: {path}"), format!("already there: {path}")).hint(
                "换一个文件夹，或加 --force 覆盖文件",
                "choose another folder, or replace files with --force",
            )
        }
        Trouble::Refused(path, error) => {
            let path = shown(&path);
            Message::new(
                format!("无法写入 {path}: {error}"),
                format!("cannot write {path}: {error}"),
            )
        }
    })
}

fn shown(path: &Path) -> String {
    clean(&path.to_string_lossy()).into_owned()
}
