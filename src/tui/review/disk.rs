//! The files of a review on disk: read, compared with what they should hold, and replaced in one step.

use std::{
    fs, io,
    io::Write,
    path::{Path, PathBuf},
};

use crate::{
    lang::{Bilingual, system_words},
    review::{Case, File, FileTexts, Save},
    text::clean::clean,
};

/// Where the three files are.
#[derive(Clone, Debug)]
pub(crate) struct Disk {
    paths: [PathBuf; 3],
}

/// What became of a save.
#[derive(Debug)]
pub(crate) enum Saved {
    Done,
    /// A file holds something else: nothing was written. This is what all hold.
    Changed(FileTexts),
    /// What the system says; nothing stays written.
    Failed(Bilingual),
}

impl Disk {
    /// The files of `case`; none when they are not on disk.
    pub(crate) fn of(case: &Case) -> Option<Self> {
        let path = |file| case.entry(file).path().map(Path::to_owned);
        let [dossier, record, metrics] = File::ALL.map(path);
        Some(Self {
            paths: [dossier?, record?, metrics?],
        })
    }

    /// What the files hold.
    ///
    /// # Errors
    /// What the system says, and of which file.
    pub(crate) fn read(&self) -> Result<FileTexts, Bilingual> {
        let mut texts = FileTexts::new(|_| "".into());
        for file in File::ALL {
            let path = &self.paths[file as usize];
            let text = fs::read_to_string(path).map_err(|error| disk_error(path, &error))?;
            texts = texts.with(file, text);
        }
        Ok(texts)
    }

    /// Writes all or nothing.
    pub(crate) fn save(&self, saves: &[Save]) -> Saved {
        let texts = match self.read() {
            Ok(texts) => texts,
            Err(reason) => return Saved::Failed(reason),
        };
        if saves.iter().any(|save| texts.get(save.file) != save.before) {
            return Saved::Changed(texts);
        }
        for (n, save) in saves.iter().enumerate() {
            let path = &self.paths[save.file as usize];
            if let Err(error) = replace(path, &save.after) {
                // What was written of the same step before is put back.
                for done in &saves[..n] {
                    let _ = replace(&self.paths[done.file as usize], &done.before);
                }
                return Saved::Failed(disk_error(path, &error));
            }
        }
        Saved::Done
    }
}

fn disk_error(path: &Path, error: &io::Error) -> Bilingual {
    let (path, why) = (clean(&path.to_string_lossy()).into_owned(), system_words(error));
    Bilingual::new(format!("{path}: {}", why.zh), format!("{path}: {}", why.en))
}

/// Puts `text` in place of the file at `path`, all at once, with the mode it had. A link stays one.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let path = path.canonicalize()?;
    let mode = fs::metadata(&path)?.permissions();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let temporary = path.with_file_name(format!(".{name}.{}", std::process::id()));
    let done = (|| {
        // What is left of a process that had this number is in the way.
        fs::remove_file(&temporary).ok();
        let mut file = fs::File::create_new(&temporary)?;
        file.write_all(text.as_bytes())?;
        file.set_permissions(mode)?;
        file.sync_all()?;
        fs::rename(&temporary, &path)
    })();
    if done.is_err() {
        fs::remove_file(&temporary).ok();
    }
    done
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    fn disk(dir: &Path) -> Disk {
        let paths = ["a.yaml", "b.yaml", "c.yaml"].map(|name| dir.join(name));
        for path in &paths {
            fs::write(path, "old\n").unwrap();
        }
        Disk { paths }
    }

    fn save(file: File) -> Save {
        Save {
            file,
            before: "old\n".into(),
            after: "new\n".into(),
        }
    }

    #[test]
    fn a_file_is_replaced_with_its_mode_and_through_a_link() {
        let dir = tempfile::TempDir::new().unwrap();
        let disk = disk(dir.path());
        let real = dir.path().join("real.yaml");
        fs::rename(&disk.paths[1], &real).unwrap();
        symlink(&real, &disk.paths[1]).unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        assert!(matches!(
            disk.save(&[save(File::Dossier), save(File::Record)]),
            Saved::Done
        ));
        assert_eq!(fs::read_to_string(&real).unwrap(), "new\n");
        assert!(disk.paths[1].is_symlink());
        assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 4);
    }

    #[test]
    fn what_somebody_else_has_written_is_not_written_over() {
        let dir = tempfile::TempDir::new().unwrap();
        let disk = disk(dir.path());
        fs::write(&disk.paths[1], "theirs\n").unwrap();
        let Saved::Changed(texts) = disk.save(&[save(File::Dossier), save(File::Record)]) else {
            panic!("written over");
        };
        assert_eq!(
            (texts.get(File::Dossier), texts.get(File::Record)),
            ("old\n", "theirs\n")
        );
        assert_eq!(fs::read_to_string(&disk.paths[0]).unwrap(), "old\n");
        fs::remove_file(&disk.paths[1]).unwrap();
        assert!(matches!(disk.save(&[save(File::Dossier)]), Saved::Failed(_)));
    }
}
