//! Search at each keystroke, beside `str::contains` over the same labels: `cargo bench --bench find`.
//!
//! `RONGTU_BENCH` names a folder (see `examples/generate`); without it, the shipped dossiers are searched.

use std::{env, path::PathBuf, sync::LazyLock, time::Duration};

use divan::{Bencher, black_box};
use rongtu::{
    find::{Filter, Index},
    load::{Access, Cache, LoadOptions, Loaded, Origin, load, load_with},
};
use tempfile::TempDir;

/// Hits that a screen has room for.
const LIMIT: usize = 50;

/// As typed, key by key: initials, pinyin, Han, a name.
const TYPED: &[&str] = &[
    "z",
    "zl",
    "zhuanli",
    "专利",
    "授权发明专利",
    "jiuye",
    "j",
    "jyl",
    "98%",
    "tz",
    "tz jyl",
    "没有这样的话",
];

static ORIGIN: LazyLock<Origin> = LazyLock::new(|| {
    let folder = env::var_os("RONGTU_BENCH").map(PathBuf::from);
    folder.map_or(Origin::Embedded, Origin::Folder)
});

static LOADED: LazyLock<Loaded> = LazyLock::new(|| load(&ORIGIN));

static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&LOADED.atlas));

fn main() {
    divan::main();
}

#[divan::bench]
fn index_made() -> Index {
    Index::new(black_box(&LOADED.atlas))
}

/// The index that is kept beside a compiled atlas; a folder of few files has none and makes it.
#[divan::bench]
fn index_kept(bencher: Bencher<'_, '_>) {
    let Ok(cache) = TempDir::new() else { return };
    let cache = Cache {
        folder: cache.path().join("rongtu"),
        above: 0,
        settled: Duration::ZERO,
        access: Access::Own,
    };
    let options = LoadOptions { cache: Some(cache) };
    let loaded = || load_with(&ORIGIN, &options);
    Index::of(&loaded());
    let loaded = loaded();
    bencher.bench(|| Index::of(black_box(&loaded)));
}

#[divan::bench(args = TYPED)]
fn keystroke(bencher: Bencher<'_, '_>, typed: &str) {
    let index = &*INDEX;
    bencher.bench(|| index.search(&LOADED.atlas, black_box(typed), LIMIT, Filter::default()));
}

/// Finds Han alone, ranks nothing, and knows no pinyin.
#[divan::bench(args = ["专利", "授权发明专利", "没有这样的话"])]
fn baseline_contains(bencher: Bencher<'_, '_>, typed: &str) {
    let colleges = &LOADED.atlas.colleges;
    bencher.bench(|| {
        let labels = colleges.iter().flat_map(|college| &college.outcomes);
        labels
            .filter(|outcome| outcome.label.zh.contains(black_box(typed)))
            .count()
    });
}
