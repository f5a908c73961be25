//! The file on disk: whose it is, how it is replaced.
//!
//! Owns everything that touches the cache folder. A file is read only when it is the user's own or root's and nobody
//! else may write it, and it is replaced in one step, so that a reader sees the old one or the new one.

use std::{
    fs::{self, DirBuilder, File, Metadata, Permissions},
    io::{self, BufWriter, Write},
    os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt},
    path::Path,
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use rustix::fs::{Mode, OFlags};

/// Compiled files nobody has rewritten for so long are removed.
const OLD: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// The file called `name`, if it can be trusted. Never waits, never follows a link.
pub(super) fn open(folder: &Path, name: &str) -> Option<File> {
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let file = File::from(rustix::fs::open(folder.join(name), flags, Mode::empty()).ok()?);
    let data = file.metadata().ok()?;
    (data.is_file() && is_trusted(&data)).then_some(file)
}

/// Ours or root's, and nobody else may write it.
fn is_trusted(data: &Metadata) -> bool {
    let owner = rustix::fs::Uid::from_raw(data.uid());
    let trusted = owner == rustix::process::geteuid() || owner == rustix::fs::Uid::ROOT;
    trusted && data.mode() & 0o022 == 0
}

/// Replaces the file called `name`, of such a mode, by what `write` writes, all or nothing.
///
/// # Errors
/// What the system says, or that the folder is not the user's own.
pub(super) fn put(
    folder: &Path,
    name: &str,
    mode: u32,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    if !is_trusted(&folder.metadata()?) {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    // Two loads of one process may write at once.
    static WRITTEN: AtomicU32 = AtomicU32::new(0);
    let number = WRITTEN.fetch_add(1, Ordering::Relaxed);
    let temporary = folder.join(format!("{name}.{}.{number}", std::process::id()));
    let done = fill(&temporary, mode, write).and_then(|()| fs::rename(&temporary, folder.join(name)));
    if done.is_err() {
        fs::remove_file(&temporary).ok();
    }
    done
}

fn fill(path: &Path, mode: u32, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    // What is left of a process that had this number is in the way.
    fs::remove_file(path).ok();
    let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let file = File::from(rustix::fs::open(path, flags, Mode::RUSR | Mode::WUSR)?);
    // Not by the mode at opening, from which the umask would take away.
    file.set_permissions(Permissions::from_mode(mode))?;
    let mut file = BufWriter::new(file);
    write(&mut file)?;
    file.flush()
}

/// Removes compiled files that are old, and what killed writers left behind.
pub(crate) fn tidy(folder: &Path) {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    for file in files.filter(|file| file.file_name().to_string_lossy().starts_with("atlas-")) {
        let age = file
            .metadata()
            .and_then(|data| data.modified())
            .map(|time| time.elapsed());
        if matches!(age, Ok(Ok(age)) if age > OLD) {
            fs::remove_file(file.path()).ok();
        }
    }
}
