//! What a long day brings: files that change under a reload, disks that are full, homes that cannot be written to.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::Arc,
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::Duration,
};

use rongtu::{
    finding::Severity,
    lang::Lang,
    load::{Origin, load},
    text::width::Policy,
    tui::msg::Msg,
};
use tempfile::TempDir;

use crate::{
    pty::{Answer, Pty, RONGTU},
    support::Session,
};

const TINY: &str = "tests/fixtures/tiny";
/// Where the dossier lies that is rewritten.
const DOSSIER: &str = "data/colleges/jia.yaml";

/// A copy of the fixture that may be spoilt.
fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    for name in ["data", "data/colleges", "seeds"] {
        fs::create_dir(folder.path().join(name)).unwrap();
        for entry in fs::read_dir(Path::new(TINY).join(name)).unwrap().flatten() {
            if entry.file_type().unwrap().is_file() {
                fs::copy(entry.path(), folder.path().join(name).join(entry.file_name())).unwrap();
            }
        }
    }
    folder
}

fn sound() -> String {
    fs::read_to_string(Path::new(TINY).join(DOSSIER)).unwrap()
}

fn opened(folder: &TempDir) -> Session {
    let data = load(&Origin::Folder(folder.path().to_owned()));
    assert_eq!(data.atlas.colleges.len(), 2);
    Session::with(data, 80, 24, Policy::Safe, Lang::Zh)
}

/// Reloads; tells whether the data had errors.
fn reload(session: &mut Session, folder: &TempDir) -> bool {
    let loaded = load(&Origin::Folder(folder.path().to_owned()));
    let broken = loaded
        .findings
        .iter()
        .any(|finding| finding.severity == Severity::Error);
    session.send(Msg::Reloaded(Arc::new(loaded)));
    broken
}

#[test]
fn a_file_cut_anywhere_leaves_the_last_good_data() {
    let (folder, whole) = (folder(), sound());
    let mut session = opened(&folder);
    let mut kept = 0;
    for end in (0..whole.len()).step_by(23) {
        fs::write(folder.path().join(DOSSIER), &whole.as_bytes()[..end]).unwrap();
        if reload(&mut session, &folder) {
            kept += 1;
            assert!(session.screen().contains("仍用原来的"), "cut at {end}");
        }
        assert_eq!(session.app.atlas().colleges.len(), 2, "cut at {end}");
    }
    assert!(kept > 50, "only {kept} cuts were noticed");
    fs::write(folder.path().join(DOSSIER), whole).unwrap();
    assert!(!reload(&mut session, &folder));
    assert!(session.screen().contains("已重新读取"));
}

#[test]
fn files_written_while_they_are_read_never_empty_the_screen() {
    let (folder, whole) = (folder(), sound());
    let mut session = opened(&folder);
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            let path = folder.path().join(DOSSIER);
            for round in (0..).take_while(|_| !done.load(Ordering::Relaxed)) {
                let cut = whole.len() * (round % 7) / 7;
                fs::write(&path, &whole.as_bytes()[..cut]).unwrap();
                fs::remove_file(&path).unwrap();
                fs::write(&path, &whole).unwrap();
            }
        });
        for _ in 0..200 {
            reload(&mut session, &folder);
            assert!(
                session
                    .app
                    .atlas()
                    .college_by_id(&"yi".parse().unwrap())
                    .is_some()
            );
            session.press("<Down>").screen();
        }
        done.store(true, Ordering::Relaxed);
    });
    assert!(!reload(&mut session, &folder));
    assert_eq!(session.app.atlas().colleges.len(), 2);
}

#[test]
fn reload_in_a_terminal_keeps_what_was_good_and_says_so() {
    let (folder, whole) = (folder(), sound());
    let pty = Pty::start(
        &[RONGTU, "--data", folder.path().to_str().unwrap()],
        &[],
        Answer::Narrow,
    );
    pty.sees("2 所院校");
    for _ in 0..20 {
        fs::write(folder.path().join(DOSSIER), &whole[..whole.find("gist").unwrap()]).unwrap();
        pty.keys("\x1b[15~");
        pty.sees("仍用原来的");
        assert!(pty.screen().contents().contains("2 所院校"));
        fs::write(folder.path().join(DOSSIER), &whole).unwrap();
        pty.keys("\x1b[15~");
        pty.sees("已重新读取");
    }
}

/// A small file system of its own; gone when dropped.
pub(crate) struct Disk(TempDir);

impl Disk {
    /// None, with a word, where file systems cannot be mounted.
    #[allow(
        clippy::print_stderr,
        reason = "whoever runs the tests wants to know what was not tested"
    )]
    pub(crate) fn new(options: &str) -> Option<Self> {
        let folder = TempDir::new().unwrap();
        let mount = Command::new("mount")
            .args(["-t", "tmpfs", "-o", options, "tmpfs"])
            .arg(folder.path())
            .output();
        let mounted = mount.is_ok_and(|done| done.status.success());
        if !mounted {
            eprintln!("skipped: mounting a small file system takes root");
        }
        mounted.then(|| Self(folder))
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0.path()).status();
    }
}

fn files(folder: &Path) -> BTreeSet<PathBuf> {
    fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .collect()
}

fn rongtu(words: &[&str], env: &[(&str, &Path)]) -> Output {
    let mut command = Command::new(RONGTU);
    command.args(words).env_clear().env("RONGTU_LANG", "en");
    command.envs(env.iter().copied()).output().unwrap()
}

#[test]
fn a_full_disk_stops_an_export_and_leaves_nothing_behind() {
    let Some(disk) = Disk::new("size=64k") else { return };
    let tables = disk.path().join("tables");
    let run = |words: &[&str]| {
        let words = [&["export", tables.to_str().unwrap()], words].concat();
        let ran = rongtu(&words, &[]);
        assert_eq!(ran.status.code(), Some(2));
        let told = String::from_utf8(ran.stderr).unwrap();
        assert!(
            told.contains("cannot write") && told.contains("the disk is full"),
            "{told}"
        );
    };
    run(&[]);
    assert_eq!(files(&tables), BTreeSet::new());
    fs::create_dir_all(&tables).unwrap();
    fs::write(tables.join("themes.csv"), "older").unwrap();
    run(&["--force"]);
    assert_eq!(fs::read_to_string(tables.join("themes.csv")).unwrap(), "older");
    assert_eq!(files(&tables).len(), 1);
}

/// More dossiers than need no compiled copy, settled enough to have one.
fn crowd() -> TempDir {
    let (folder, whole) = (folder(), sound());
    for at in 0..300 {
        let path = folder.path().join(format!("data/colleges/c{at:03}.yaml"));
        fs::write(path, whole.replacen("id: jia", &format!("id: c{at:03}"), 1)).unwrap();
    }
    thread::sleep(Duration::from_millis(2100));
    folder
}

#[test]
fn a_full_disk_takes_no_copy_and_the_answer_is_the_same() {
    let Some(disk) = Disk::new("size=64k") else { return };
    let (folder, roomy) = (crowd(), TempDir::new().unwrap());
    let list = |cache: &Path| {
        let words = [
            "list",
            "--data",
            folder.path().to_str().unwrap(),
            "--format",
            "csv",
        ];
        let ran = rongtu(&words, &[("XDG_CACHE_HOME", cache)]);
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        ran.stdout
    };
    let answer = list(roomy.path());
    assert!(
        !files(&roomy.path().join("rongtu")).is_empty(),
        "a copy is made where there is room"
    );
    assert_eq!(list(disk.path()), answer);
    assert_eq!(files(&disk.path().join("rongtu")), BTreeSet::new());
    assert_eq!(list(roomy.path()), answer);
}

#[test]
fn a_home_that_cannot_be_written_to_is_no_hindrance() {
    let Some(home) = Disk::new("size=64k,ro") else {
        return;
    };
    assert!(fs::write(home.path().join("any"), "").is_err());
    let folder = crowd();
    let data = folder.path().to_str().unwrap();
    let ran = rongtu(&["list", "--data", data], &[("HOME", home.path())]);
    assert!(ran.status.success() && ran.stderr.is_empty());
    let env = [("HOME", home.path().to_str().unwrap())];
    let mut pty = Pty::start(&[RONGTU, "--data", data], &env, Answer::Narrow);
    pty.sees("302 所院校");
    pty.keys("q");
    assert!(pty.ends().success());
}
