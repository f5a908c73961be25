//! What the operating system complains of, in both languages.
//!
//! Owns the wording: the system speaks English, or whatever its own locale is. What is not known is named by its number.

use std::io::{self, ErrorKind};

use crate::lang::Bilingual;

/// Why something cannot be read or written.
pub(crate) fn explain(error: &io::Error) -> Bilingual {
    let (zh, en) = match error.kind() {
        ErrorKind::NotFound => ("没有这个文件或文件夹", "no such file or folder"),
        ErrorKind::PermissionDenied => ("没有权限", "permission denied"),
        ErrorKind::IsADirectory => ("这是文件夹，不是文件", "it is a folder and not a file"),
        ErrorKind::NotADirectory => ("这是文件，不是文件夹", "it is a file and not a folder"),
        ErrorKind::InvalidData => ("内容不合格式", "its content is malformed"),
        ErrorKind::InvalidInput | ErrorKind::InvalidFilename => ("名称不能用", "the name cannot be used"),
        ErrorKind::UnexpectedEof => ("内容不完整", "it ends too early"),
        ErrorKind::TimedOut => ("等待太久", "it took too long"),
        ErrorKind::OutOfMemory => ("内存不够", "out of memory"),
        _ => {
            let number = error.raw_os_error().unwrap_or_default();
            return Bilingual::new(format!("系统错误 {number}"), format!("system error {number}"));
        }
    };
    Bilingual::new(zh, en)
}
