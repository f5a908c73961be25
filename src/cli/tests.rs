//! An answer made from the compiled copy is the answer that the files give, whatever becomes of either meanwhile.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use clap::Parser;
use tempfile::TempDir;

use super::*;
use crate::load::{Access, Cache};

/// Verbs that need few dossiers, and what may go wrong with their words.
const LINES: [&str; 16] = [
    "show jia",
    "show jia --format json",
    "show jia/firms --format csv",
    "show firms",
    "show hezuo",
    "show nobody",
    "source jia/firms",
    "list outcomes --college yi --format csv",
    "list outcomes --college nobody",
    "compare jia yi --format md",
    "compare jia jia",
    "find 企业",
    "find qiye --format jsonl",
    "find jia/firms",
    "find 企业 --theme hezuo",
    "find 没有这样的话",
];

/// A folder of dossiers and the folder its copies are kept in.
struct Case {
    folder: TempDir,
    cache: TempDir,
}

impl Case {
    fn new() -> Self {
        let folder = crate::load::tests::many(0);
        for (id, name) in [("jia", "甲学院"), ("yi", "乙学院")] {
            let dossier = crate::load::tests::dossier()
                .replace("id: jia\n", &format!("id: {id}\n"))
                .replace("甲学院", name);
            let file = folder.path().join(format!("data/colleges/{id}.yaml"));
            fs::write(file, dossier).unwrap();
        }
        Self {
            folder,
            cache: TempDir::new().unwrap(),
        }
    }

    fn settings(&self, args: &Args, cached: bool) -> Settings {
        let world = world_of(&mut Vec::new(), &mut Vec::new(), |world| {
            Settings::of(&args.globals, Lang::Zh, world)
        });
        let cache = Cache {
            above: 0,
            settled: Duration::ZERO,
            access: Access::Own,
            ..Cache::in_folder(self.cache.path().join("rongtu"))
        };
        Settings {
            origin: Origin::Folder(self.folder.path().to_owned()),
            load: load::LoadOptions {
                cache: cached.then_some(cache),
            },
            ..world.unwrap()
        }
    }

    /// What is answered, the exit code or the failure first.
    fn answer(&self, line: &str, cached: bool) -> (String, String, String) {
        let args = Args::try_parse_from(["rongtu"].into_iter().chain(line.split(' '))).unwrap();
        let settings = self.settings(&args, cached);
        let verb = args.verb.unwrap();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let ended = world_of(&mut out, &mut err, |world| carry_out(&verb, settings, world));
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (format!("{ended:?}"), text(out), text(err))
    }

    /// Whether the copy is answered from.
    fn is_believed(&self, line: &str) -> bool {
        let args = Args::try_parse_from(["rongtu"].into_iter().chain(line.split(' '))).unwrap();
        let settings = self.settings(&args, true);
        let verb = args.verb.unwrap();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let believed = world_of(&mut out, &mut err, |world| {
            from_copy(&verb, &settings, world).is_some()
        });
        assert!(believed || (out.is_empty() && err.is_empty()), "{line}");
        believed
    }

    #[track_caller]
    fn answers_as_the_files_do(&self) {
        for line in LINES {
            assert_eq!(self.answer(line, true), self.answer(line, false), "{line}");
        }
    }

    /// The compiled atlas and the index beside it.
    fn copies(&self) -> Vec<PathBuf> {
        let files = fs::read_dir(self.cache.path().join("rongtu")).unwrap();
        let mut paths: Vec<_> = files.map(|file| file.unwrap().path()).collect();
        paths.sort();
        paths
    }
}

fn world_of<T>(out: &mut Vec<u8>, err: &mut Vec<u8>, run: impl FnOnce(&mut World<'_>) -> T) -> T {
    run(&mut World {
        input: &mut std::io::empty(),
        out,
        err,
        env: &|_| None,
        columns: None,
        err_terminal: false,
        bind: crate::tui::keymap::bind,
    })
}

#[test]
fn a_copy_answers_as_the_files_do() {
    let case = Case::new();
    assert!(!case.is_believed("show jia"), "there is none yet");
    case.answers_as_the_files_do();
    assert_eq!(case.copies().len(), 2, "kept, with its index");
    for line in LINES {
        assert!(case.is_believed(line), "{line}");
    }
    case.answers_as_the_files_do();
}

#[test]
fn a_copy_of_other_files_says_nothing() {
    let case = Case::new();
    case.answers_as_the_files_do();
    let file = case.folder.path().join("data/colleges/jia.yaml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("甲学院", "丙学院")).unwrap();
    assert!(!case.is_believed("show jia"));
    assert!(case.answer("show jia", true).1.contains("丙学院"));
    case.answers_as_the_files_do();
    assert!(case.is_believed("show jia"), "kept anew");
}

#[test]
fn a_corrupt_copy_says_nothing() {
    let flipped = |path: &Path, at: usize| {
        let mut bytes = fs::read(path).unwrap();
        bytes[at] ^= 1;
        fs::write(path, bytes).unwrap();
    };
    let case = Case::new();
    case.answers_as_the_files_do();
    let [atlas, index] = &case.copies()[..] else {
        panic!("a copy and its index")
    };
    for path in [atlas, index] {
        let length = fs::metadata(path).unwrap().len() as usize;
        for at in (0..length).step_by(length / 8) {
            flipped(path, at);
            case.answers_as_the_files_do();
        }
    }
}
