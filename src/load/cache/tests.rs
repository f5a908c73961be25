//! A copy is handed out when it is a true one, and in no other case.

use std::{
    fs::{self, File, OpenOptions, Permissions},
    os::unix::fs::{PermissionsExt, symlink},
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use proptest::prelude::*;
use tempfile::TempDir;

use super::{
    Access, Cache, Stamp,
    container::{Compiled, CopyWriter, PartKind},
    dossiers::{self, Corrupt, Dossiers},
};
use crate::{
    load::{LoadOptions, Loaded, Origin, listing::Listing, load, load_with, open_copy, tests::many},
    model::{CollegeIx, SourceIx},
};

/// A folder of dossiers and a cache that keeps everything.
struct Case {
    dir: TempDir,
    home: TempDir,
    options: LoadOptions,
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
            options: LoadOptions { cache: Some(cache) },
        }
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

    /// Everything in the copy, if it is current.
    fn fetch(&self) -> Option<Loaded> {
        let copy = open_copy(&self.origin(), &self.options)?;
        copy.proof
            .holds()
            .then(|| copy.dossiers.read_all().ok())
            .flatten()
    }

    fn dossier(&self, n: usize) -> PathBuf {
        self.dir.path().join(format!("data/colleges/jia-{n:04}.yaml"))
    }

    /// The compiled file.
    fn compiled(&self) -> PathBuf {
        self.cache().folder.join(self.stamp().file_name(""))
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
    let slot = cache.slot(case.dir.path()).unwrap();
    slot.keep(&load(&case.origin()));
    assert!(case.fetch().is_none());
}

#[test]
fn few_files_and_the_binary_have_none() {
    let case = Case::new();
    let cache = Cache {
        above: 100,
        ..case.cache().clone()
    };
    assert!(cache.slot(case.dir.path()).is_none());
    assert!(case.cache().slot(&case.home.path().join("nowhere")).is_none());
}

#[test]
fn a_corrupt_copy_is_passed_over_wherever_it_is_corrupt() {
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

/// A college's dossier is read for itself: what is corrupt elsewhere is found by whoever needs that, and by a load.
#[test]
fn a_corrupt_dossier_is_an_error_where_it_is_read() {
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
    let read = |wanted: &[u32]| {
        let copy = open_copy(&case.origin(), &case.options).unwrap();
        let wanted: Vec<_> = wanted.iter().copied().map(CollegeIx).collect();
        copy.dossiers.read(&wanted).map(|loaded| loaded.atlas)
    };
    let plain = load(&case.origin()).atlas;
    let two = read(&[0, 1]).unwrap();
    assert!(two.colleges[..2] == plain.colleges[..2]);
    assert_eq!(two.colleges[2].name, plain.colleges[2].name);
    assert!(read(&[2]) == Err(Corrupt) && read(&[0, 1, 2]) == Err(Corrupt));
    case.reads_the_files();
    assert!(read(&[0, 1, 2]).unwrap() == plain, "kept anew");
}

/// Everything that a compiled atlas holds; none when something in it is corrupt or points nowhere.
fn read(bytes: Vec<u8>, stamp: &[u8; 32]) -> Option<Loaded> {
    Dossiers::open(Compiled::open(bytes, stamp)?)?.read_all().ok()
}

#[test]
fn a_copy_that_points_nowhere_is_passed_over() {
    let case = Case::new();
    let sound = load(&case.origin());
    let read = |loaded: &Loaded| {
        let mut bytes = Vec::new();
        let mut writer = CopyWriter::new(&mut bytes);
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
    let with = |access| LoadOptions {
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
    assert!(open_copy(&case.origin(), &read).unwrap().proof.holds());
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
fn sealed(parts: &[(PartKind, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut writer = CopyWriter::new(&mut bytes);
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
            prop::sample::select(vec![PartKind::Registers, PartKind::Names, PartKind::Source, PartKind::Dossier]),
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
