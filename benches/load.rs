//! Opening a folder: parsed, from the compiled copy, and the least it could take: `cargo bench --bench load`.
//!
//! `RONGTU_BENCH` names a folder (see `examples/generate`); without it, the shipped dossiers are used fifty times over.

use std::{
    env, fs,
    path::{Path, PathBuf},
    sync::LazyLock,
    time::Duration,
};

use divan::{Bencher, black_box};
use rongtu::load::{Access, Cache, LoadOptions, Origin, load, load_with};
use serde_yaml::Value;
use tempfile::TempDir;

/// How often each shipped dossier is copied.
const COPIES: usize = 50;

static FOLDER: LazyLock<Folder> = LazyLock::new(|| Folder::new().unwrap_or_else(|error| panic!("{error}")));

struct Folder {
    data: PathBuf,
    cache: TempDir,
    _copies: Option<TempDir>,
}

impl Folder {
    fn new() -> std::io::Result<Self> {
        let named = env::var_os("RONGTU_BENCH").map(PathBuf::from);
        let copies = if named.is_some() { None } else { Some(copies()?) };
        let made = copies.as_ref().map(|dir| dir.path().to_owned());
        let folder = Self {
            data: named.or(made).unwrap_or_default(),
            cache: TempDir::new()?,
            _copies: copies,
        };
        load_with(&folder.origin(), &folder.options());
        Ok(folder)
    }

    fn origin(&self) -> Origin {
        Origin::Folder(self.data.clone())
    }

    fn options(&self) -> LoadOptions {
        let cache = Cache {
            folder: self.cache.path().join("rongtu"),
            above: 0,
            settled: Duration::ZERO,
            access: Access::Own,
        };
        LoadOptions { cache: Some(cache) }
    }

    fn files(&self) -> Vec<PathBuf> {
        let (entries, _) = self.origin().entries();
        entries
            .iter()
            .filter_map(|entry| entry.path().map(Path::to_owned))
            .collect()
    }
}

fn copies() -> std::io::Result<TempDir> {
    let (from, to) = (Path::new(env!("CARGO_MANIFEST_DIR")), TempDir::new()?);
    for folder in ["data", "data/colleges", "seeds"] {
        fs::create_dir_all(to.path().join(folder))?;
        for file in fs::read_dir(from.join(folder))?.flatten() {
            if file.path().extension().is_some_and(|kind| kind == "yaml") {
                copy(&file.path(), &to.path().join(folder), folder)?;
            }
        }
    }
    Ok(to)
}

/// A register once; a dossier many times, each with an id of its own.
fn copy(file: &Path, to: &Path, folder: &str) -> std::io::Result<()> {
    let (text, name) = (
        fs::read_to_string(file)?,
        file.file_stem().unwrap_or_default().to_string_lossy(),
    );
    let id = format!("id: {name}\n");
    let copies = if folder == "data/colleges" { COPIES } else { 1 };
    (0..copies).try_for_each(|n| {
        let own = text.replacen(&id, &format!("id: {name}-{n}\n"), usize::from(copies > 1));
        let number = if copies > 1 {
            format!("-{n}")
        } else {
            String::new()
        };
        fs::write(to.join(format!("{name}{number}.yaml")), own)
    })
}

fn main() {
    divan::main();
}

#[divan::bench]
fn parsed(bencher: Bencher<'_, '_>) {
    let origin = FOLDER.origin();
    bencher.bench(|| load(black_box(&origin)));
}

#[divan::bench]
fn compiled(bencher: Bencher<'_, '_>) {
    let (origin, options) = (FOLDER.origin(), FOLDER.options());
    bencher.bench(|| load_with(black_box(&origin), &options));
}

/// What any program pays that looks at all of the files.
#[divan::bench]
fn baseline_read(bencher: Bencher<'_, '_>) {
    let files = FOLDER.files();
    bencher.bench(|| {
        files
            .iter()
            .filter_map(|file| fs::read(file).ok())
            .map(|bytes| bytes.len())
            .sum::<usize>()
    });
}

/// The same YAML reader on one thread, to values that nobody has checked.
#[divan::bench]
fn baseline_serde_yaml(bencher: Bencher<'_, '_>) {
    let files = FOLDER.files();
    let parse = |file: &PathBuf| serde_yaml::from_str::<Value>(&fs::read_to_string(file).ok()?).ok();
    bencher.bench(|| files.iter().filter_map(parse).count());
}
