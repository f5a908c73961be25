//! Why the system refused something, in both languages.

use std::io::{Error, ErrorKind};

use super::Bilingual;

/// The words for `error`; those of the system itself where none are better known.
pub(crate) fn system_words(error: &Error) -> Bilingual {
    let (zh, en) = match error.kind() {
        ErrorKind::NotFound => ("没有这个文件或文件夹", "there is no such file or folder"),
        ErrorKind::PermissionDenied => ("没有权限", "permission denied"),
        ErrorKind::AlreadyExists => ("已经存在", "already there"),
        ErrorKind::NotADirectory => ("路径中有一段不是文件夹", "a part of the path is no folder"),
        ErrorKind::IsADirectory => ("这是文件夹", "this is a folder"),
        ErrorKind::ReadOnlyFilesystem => ("磁盘是只读的", "the disk is read-only"),
        ErrorKind::StorageFull => ("磁盘已满", "the disk is full"),
        ErrorKind::QuotaExceeded => ("超出配额", "the quota is exceeded"),
        ErrorKind::FileTooLarge => ("文件过大", "the file is too large"),
        ErrorKind::InvalidFilename => ("文件名不合规或过长", "the name is not allowed or too long"),
        _ => return Bilingual::new(format!("系统: {error}"), error.to_string()),
    };
    Bilingual::new(zh, en)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_the_system_have_words() {
        // EACCES, ENOSPC, EROFS, ENAMETOOLONG and ENOTDIR on Linux and the BSDs, macOS included.
        for (number, zh) in [
            (13, "没有权限"),
            (28, "磁盘已满"),
            (30, "磁盘是只读的"),
            (20, "路径中有一段不是文件夹"),
        ] {
            assert_eq!(&*system_words(&Error::from_raw_os_error(number)).zh, zh);
        }
        let other = system_words(&Error::other("odd"));
        assert_eq!((&*other.zh, &*other.en), ("系统: odd", "odd"));
    }
}
