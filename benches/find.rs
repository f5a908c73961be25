//! Search at each keystroke, beside `str::contains` over the same labels: `cargo bench --bench find`.
//!
//! `RONGTU_BENCH` names a folder (see `examples/generate`); without it, the shipped dossiers are searched.

use std::{env, path::PathBuf, sync::LazyLock};

use divan::{Bencher, black_box};
use rongtu::{
    find::{Filter, Index},
    load::{Loaded, Origin, load},
};

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
    "tz",
    "没有这样的话",
];

static LOADED: LazyLock<Loaded> = LazyLock::new(|| {
    let folder = env::var_os("RONGTU_BENCH").map(PathBuf::from);
    load(&folder.map_or(Origin::Embedded, Origin::Folder))
});

static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&LOADED.atlas));

fn main() {
    divan::main();
}

#[divan::bench]
fn index() -> Index {
    Index::new(black_box(&LOADED.atlas))
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
