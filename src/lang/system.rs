//! Why the system refused something, in both languages.

use std::io::{Error, ErrorKind};

use super::Bilingual;

/// The words for `error`. The system itself speaks English, or whatever its locale is: what is not known here is named by
/// its number in Chinese.
pub(crate) fn system_words(error: &Error) -> Bilingual {
    let own = error.get_ref().and_then(|own| own.downcast_ref::<Bilingual>());
    if let Some(words) = own {
        return words.clone();
    }
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
        ErrorKind::InvalidInput => ("名称不能用", "the name cannot be used"),
        ErrorKind::InvalidData => ("内容不合格式", "its content is malformed"),
        ErrorKind::UnexpectedEof => ("内容不完整", "it ends too early"),
        ErrorKind::TimedOut => ("等待太久", "it took too long"),
        ErrorKind::OutOfMemory => ("内存不够", "out of memory"),
        _ => {
            let number = error.raw_os_error();
            let zh = number.map_or_else(|| format!("系统: {error}"), |number| format!("系统错误 {number}"));
            return Bilingual::new(zh, error.to_string());
        }
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
        // ELOOP, whose number is not the same everywhere: no English in the Chinese.
        let unnamed = system_words(&Error::from_raw_os_error(40)).zh;
        assert!(!unnamed.contains(|c: char| c.is_ascii_alphabetic()), "{unnamed}");
        let own = Bilingual::new("不是普通文件", "not a regular file");
        assert_eq!(system_words(&Error::other(own.clone())), own);
        let other = system_words(&Error::other("odd"));
        assert_eq!((&*other.zh, &*other.en), ("系统: odd", "odd"));
    }
}
