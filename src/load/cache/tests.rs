//! A copy is handed out when it is a true one, and in no other case.

use std::{
    cell::Cell,
    fs::{self, File, OpenOptions, Permissions},
    os::unix::fs::{PermissionsExt, symlink},
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use proptest::prelude::*;
use tempfile::TempDir;

use super::{
    Access, Cache, Copy, Stamp,
    container::{Compiled, Kind, Writer},
    dossiers::{self, Records, fetch_all},
};
use crate::{
    load::{Listing, Loaded, Options, Origin, load, load_with, look, open, tests::many},
    model::SourceIx,
};

/// A folder of dossiers and a cache that keeps everything.
struct Case {
    dir: TempDir,
    home: TempDir,
    options: Options,
}

impl Case {
    fn new() -> Self {
        let home = TempDir::new().unwrap();
        let cache = Cache {
            folder: home.path().join("rongtu"),
            above: 0,
            settled: Duration::ZERO,
            access: Access::Own,
        };
        Self {
            dir: many(3),
            home,
            options: Options { cache: Some(cache) },
        }
    }

    fn copy(&self) -> Copy {
        self.cache()
            .copy(self.dir.path(), &Listing::of(self.dir.path()))
            .unwrap()
    }

    /// A case whose copy has been kept.
    fn kept() -> Self {
        let case = Self::new();
        case.load();
        assert!(case.fetch().is_some(), "kept");
        case
    }

    fn origin(&self) -> Origin {
        Origin::Folder(self.dir.path().to_owned())
    }

    fn load(&self) -> Loaded {
        load_with(&self.origin(), &self.options)
    }

    fn cache(&self) -> &Cache {
        self.options.cache.as_ref().unwrap()
    }

    fn stamp(&self) -> Stamp {
        Stamp::of(self.dir.path(), &Listing::of(self.dir.path())).unwrap()
    }

    fn fetch(&self) -> Option<Loaded> {
        let found = self.cache().found(self.dir.path())?;
        let same = found.copy.as_ref()?.is_same(&self.copy());
        same.then_some(found)
    }

    fn dossier(&self, n: usize) -> PathBuf {
        self.dir.path().join(format!("data/colleges/jia-{n:04}.yaml"))
    }

    /// The compiled file.
    fn compiled(&self) -> PathBuf {
        self.cache().folder.join(self.stamp().named(""))
    }

    /// Loads once more and expects what the files say.
    #[track_caller]
    fn reads_the_files(&self) {
        let (cached, plain) = (self.load(), load(&self.origin()));
        assert!(cached.atlas == plain.atlas && cached.findings == plain.findings);
    }
}

#[test]
fn a_copy_is_what_was_loaded() {
    let case = Case::kept();
    let (copy, plain) = (case.fetch().unwrap(), load(&case.origin()));
    assert!(copy.atlas == plain.atlas && copy.findings == plain.findings);
    assert_eq!(plain.atlas.colleges.len(), 3);
}

#[test]
fn findings_are_kept_with_it() {
    let case = Case::new();
    fs::write(case.dossier(1), "id: Bad\n").unwrap();
    let plain = case.load();
    let copy = case.fetch().unwrap();
    assert!(!plain.findings.is_empty());
    assert_eq!(copy.findings, plain.findings);
}

#[test]
fn what_could_not_be_read_is_tried_again() {
    let case = Case::new();
    symlink("/etc/hostname", case.dir.path().join("data/colleges/out.yaml")).unwrap();
    assert_eq!(case.load().findings.len(), 1);
    assert!(case.fetch().is_none());
}

#[test]
fn any_change_makes_it_stale() {
    type Change = fn(&Case);
    let changes: [Change; 6] = [
        |case| {
            fs::write(
                case.dossier(1),
                fs::read_to_string(case.dossier(1)).unwrap() + "# more\n",
            )
            .unwrap()
        },
        |case| {
            fs::write(
                case.dossier(1),
                fs::read_to_string(case.dossier(1)).unwrap().replace("12", "21"),
            )
            .unwrap()
        },
        |case| fs::remove_file(case.dossier(1)).unwrap(),
        |case| fs::rename(case.dossier(1), case.dossier(7)).unwrap(),
        |case| fs::write(case.dossier(8), "").unwrap(),
        |case| fs::write(case.dir.path().join("data/themes.yaml"), "themes: []\n").unwrap(),
    ];
    for (n, change) in changes.into_iter().enumerate() {
        let case = Case::kept();
        change(&case);
        assert!(case.fetch().is_none(), "change {n}");
        case.reads_the_files();
    }
}

/// Same length, and the time of modification set back: only the time of change tells.
#[test]
fn an_edit_under_an_old_time_makes_it_stale() {
    let case = Case::kept();
    let path = case.dossier(1);
    let time = path.metadata().unwrap().modified().unwrap();
    let edited = fs::read_to_string(&path).unwrap().replace("12", "21");
    fs::write(&path, edited).unwrap();
    File::options()
        .write(true)
        .open(&path)
        .unwrap()
        .set_modified(time)
        .unwrap();
    assert!(case.fetch().is_none());
    case.reads_the_files();
}

#[test]
fn young_files_are_not_trusted_to_stay() {
    let case = Case::new();
    let stamp = case.stamp();
    let now = SystemTime::now();
    assert!(!stamp.is_settled(Duration::from_secs(60), now));
    assert!(stamp.is_settled(Duration::from_secs(60), now + Duration::from_secs(120)));
    let cache = Cache {
        settled: Duration::from_secs(60),
        ..case.cache().clone()
    };
    let copy = cache
        .copy(case.dir.path(), &Listing::of(case.dir.path()))
        .unwrap();
    copy.keep(&load(&case.origin()));
    assert!(case.fetch().is_none());
}

#[test]
fn few_files_and_the_binary_have_none() {
    let case = Case::new();
    let cache = Cache {
        above: 100,
        ..case.cache().clone()
    };
    assert!(
        cache
            .copy(case.dir.path(), &Listing::of(case.dir.path()))
            .is_none()
    );
    assert!(case.cache().copy(case.dir.path(), &Listing::default()).is_none());
}

#[test]
fn a_torn_copy_is_passed_over_wherever_it_is_torn() {
    let case = Case::kept();
    let (whole, hash) = (fs::read(case.compiled()).unwrap(), case.stamp().hash);
    let read = |bytes: Vec<u8>| read(bytes, &hash);
    assert!(read(whole.clone()).is_some());
    for at in 0..whole.len() {
        assert!(read(whole[..at].to_vec()).is_none(), "cut at {at}");
        let mut flipped = whole.clone();
        flipped[at] ^= 0x10;
        assert!(read(flipped).is_none(), "flipped at {at}");
    }
    assert!(read([whole.as_slice(), &whole].concat()).is_none());
    fs::write(case.compiled(), &whole[..whole.len() / 2]).unwrap();
    case.reads_the_files();
    assert!(case.fetch().is_some(), "written anew");
}

/// The first of the parts is what every load reads; the last is a dossier's.
#[test]
fn a_torn_record_is_noticed_when_it_is_looked_at() {
    let case = Case::kept();
    let mut bytes = fs::read(case.compiled()).unwrap();
    let exact = load(&case.origin()).atlas.colleges[2].outcomes[0]
        .cite
        .exact
        .clone();
    let at = bytes
        .windows(exact.len())
        .rposition(|part| part == exact.as_bytes())
        .unwrap();
    bytes[at] ^= 0x10;
    fs::write(case.compiled(), bytes).unwrap();
    let loaded = case.fetch().unwrap();
    let copy = loaded.copy.as_ref().unwrap();
    assert!(!copy.is_whole() && !copy.is_torn());
    assert!(!loaded.atlas.colleges[0].outcomes.is_empty() && !copy.is_torn());
    assert!(loaded.atlas.colleges[2].outcomes.is_empty() && copy.is_torn());
    assert_eq!(loaded.atlas.colleges[1].counts()[1], 2);
    case.reads_the_files();
}

#[test]
fn what_is_seen_in_a_copy_counts_when_the_copy_is_true() {
    let case = Case::kept();
    let times = Cell::new(0);
    let seen = |times: &Cell<u32>| {
        let (loaded, labels) = look(&case.origin(), &case.options, |loaded| {
            times.set(times.get() + 1);
            let outcomes = loaded.atlas.colleges.iter().flat_map(|college| &college.outcomes);
            outcomes
                .map(|outcome| outcome.label.zh.clone())
                .collect::<Vec<_>>()
        });
        assert!(loaded.atlas == load(&case.origin()).atlas);
        (labels, times.take())
    };
    let (labels, once) = seen(&times);
    assert_eq!((labels.len(), once), (6, 1));
    let text = fs::read_to_string(case.dossier(1)).unwrap();
    fs::write(case.dossier(1), text.replace(&*labels[0], "改名")).unwrap();
    let (renamed, twice) = seen(&times);
    assert_eq!((renamed.contains(&"改名".into()), twice), (true, 2));
    assert_eq!(seen(&times), (renamed.clone(), 1), "kept anew");
    let mut bytes = fs::read(case.compiled()).unwrap();
    let at = bytes
        .windows(6)
        .rposition(|part| part == "改名".as_bytes())
        .unwrap();
    bytes[at] ^= 0x10;
    fs::write(case.compiled(), bytes).unwrap();
    assert_eq!(seen(&times), (renamed, 2), "torn");
}

/// Everything that a compiled atlas holds; none when something in it is torn or points nowhere.
fn read(bytes: Vec<u8>, stamp: &[u8; 32]) -> Option<Loaded> {
    let (records, loaded) = Records::open(Compiled::open(bytes, stamp)?)?;
    let whole = records.is_whole();
    fetch_all(&loaded.atlas);
    assert!(whole || records.is_torn());
    (!records.is_torn()).then_some(loaded)
}

#[test]
fn a_copy_that_points_nowhere_is_passed_over() {
    let case = Case::new();
    let sound = load(&case.origin());
    let read = |loaded: &Loaded| {
        let mut bytes = Vec::new();
        let mut writer = Writer::new(&mut bytes);
        dossiers::write(&mut writer, loaded).unwrap();
        writer.seal(&[0; 32]).unwrap();
        read(bytes, &[0; 32])
    };
    assert!(read(&sound).is_some());
    let spoil: [fn(&mut Loaded); 5] = [
        |loaded| loaded.atlas.colleges[0].source = SourceIx(99),
        |loaded| loaded.atlas.metrics.clear(),
        |loaded| loaded.atlas.themes.clear(),
        |loaded| loaded.atlas.colleges.swap(0, 1),
        |loaded| loaded.atlas.sources.swap(0, 1),
    ];
    for (n, spoil) in spoil.into_iter().enumerate() {
        let mut loaded = sound.clone();
        spoil(&mut loaded);
        assert!(read(&loaded).is_none(), "spoilt {n}");
    }
}

#[test]
fn only_the_users_own_file_is_read() {
    let spoil: [fn(&Path); 3] = [
        |path| fs::set_permissions(path, Permissions::from_mode(0o622)).unwrap(),
        |path| {
            let real = path.with_extension("real");
            fs::rename(path, &real).unwrap();
            symlink(&real, path).unwrap();
        },
        |path| {
            fs::remove_file(path).unwrap();
            rustix::fs::mknodat(
                rustix::fs::CWD,
                path,
                rustix::fs::FileType::Fifo,
                rustix::fs::Mode::RWXU,
                0,
            )
            .unwrap();
        },
    ];
    for (n, spoil) in spoil.into_iter().enumerate() {
        let case = Case::kept();
        spoil(&case.compiled());
        assert!(case.fetch().is_none(), "spoilt {n}");
        case.reads_the_files();
    }
}

#[test]
fn a_folder_that_others_may_write_gets_nothing() {
    let case = Case::new();
    fs::create_dir(&case.cache().folder).unwrap();
    fs::set_permissions(&case.cache().folder, Permissions::from_mode(0o777)).unwrap();
    case.reads_the_files();
    assert_eq!(fs::read_dir(&case.cache().folder).unwrap().count(), 0);
}

#[test]
fn a_folder_that_cannot_be_made_costs_nothing() {
    let case = Case::new();
    fs::write(case.home.path().join("rongtu"), "in the way").unwrap();
    case.reads_the_files();
}

#[test]
fn what_is_kept_is_private_and_nothing_is_left_beside_it() {
    let case = Case::kept();
    let files: Vec<_> = fs::read_dir(&case.cache().folder).unwrap().flatten().collect();
    assert_eq!(files.len(), 1);
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&files[0].path()), 0o600);
    assert_eq!(mode(&case.cache().folder), 0o700);
}

#[test]
fn a_common_one_can_be_read_by_all_and_a_read_one_is_never_written() {
    let case = Case::new();
    let with = |access| Options {
        cache: Some(Cache {
            access,
            ..case.cache().clone()
        }),
    };
    let read = with(Access::Read);
    load_with(&case.origin(), &read);
    assert!(!case.cache().folder.exists(), "nothing is made");
    load_with(&case.origin(), &with(Access::Common));
    let mode = case.compiled().metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o644);
    let copy = open(&case.origin(), &read).copy.unwrap();
    assert!(copy.is_read());
}

#[test]
fn old_copies_are_removed() {
    let case = Case::kept();
    let old = case.cache().folder.join("atlas-0");
    let other = case.cache().folder.join("other");
    let long_ago = SystemTime::now() - Duration::from_secs(40 * 24 * 60 * 60);
    for path in [&old, &other] {
        let file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(path)
            .unwrap();
        file.set_modified(long_ago).unwrap();
    }
    fs::write(case.dossier(8), "").unwrap();
    case.load();
    assert!(!old.exists() && other.exists() && case.compiled().exists());
}

/// Bytes that are well sealed and mean nothing.
fn sealed(parts: &[(Kind, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut writer = Writer::new(&mut bytes);
    for (kind, part) in parts {
        writer.bytes(*kind, part).unwrap();
    }
    writer.seal(&[0; 32]).unwrap();
    bytes
}

proptest! {
    #[test]
    fn sealed_nonsense_is_read_without_harm(parts in prop::collection::vec(
        (
            prop::sample::select(vec![Kind::Registers, Kind::Heads, Kind::Source, Kind::Dossier]),
            prop::collection::vec(any::<u8>(), 0..200),
        ),
        0..4,
    )) {
        if let Some(loaded) = read(sealed(&parts), &[0; 32]) {
            prop_assert!(super::verify::registers(&loaded.atlas));
        }
    }

    #[test]
    fn nonsense_is_not_opened(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(Compiled::open(bytes, &[0; 32]).is_none());
    }
}
