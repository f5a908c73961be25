//! Sentences about files that are saved.

use std::path::Path;

use crate::{lang::Lang, report::ReportFormat, text::clean::clean};

/// Where the file is.
pub(crate) fn saved(lang: Lang, path: &Path) -> String {
    let path = clean(&path.to_string_lossy()).into_owned();
    lang.pick(format!("已存: {path}"), format!("saved: {path}"))
}

/// Why there is none.
pub(crate) fn not_saved(lang: Lang, why: &str) -> String {
    lang.pick(format!("未保存: {why}"), format!("not saved: {why}"))
}

/// The ending of the path names no format.
pub(crate) fn unknown_ending(lang: Lang) -> String {
    let endings = ReportFormat::ENDINGS;
    lang.pick(
        format!("未保存: 后缀决定格式, 可用 {endings}"),
        format!("not saved: the ending names the format, one of {endings}"),
    )
}

/// Nothing is written for a stranger, but `copy` copies.
pub(crate) fn not_here(lang: Lang, copy: &str) -> String {
    lang.pick(
        format!("公共账户只供查阅, 不存文件也不进 shell; {copy} 复制, 或在自己的电脑上用 rongtu"),
        format!("a public account only reads: no file, no shell; {copy} copies, or run rongtu on a machine of your own"),
    )
}

/// The same in a word or two, beside the command.
pub(crate) fn not_here_short(lang: Lang) -> &'static str {
    lang.pick("公共账户不可用", "not from a public account")
}
