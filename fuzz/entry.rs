//! What is done to each input of a fuzz target, and what must hold: shared by `fuzz_targets/` and by the test that
//! replays the corpus (`tests/it/corpus.rs`). Nothing here may panic, whatever the bytes.

use std::{ffi::OsString, fs, io, sync::LazyLock};

use rongtu::{
    cli::{self, Next, World},
    find::{Filter, Index},
    load::{
        Loaded, Origin,
        cache::{
            container::{Compiled, CopyWriter, PartKind},
            dossiers::Dossiers,
        },
        load,
    },
    numeral,
    text::{
        clean::{clean, clean_lines},
        fit::{Align, fit, truncate},
        fold::fold,
        width::Policy,
        wrap::wrap,
    },
};
use tempfile::TempDir;

static SHIPPED: LazyLock<Loaded> = LazyLock::new(|| load(&Origin::Embedded));
static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&SHIPPED.atlas));

/// A folder with the shipped registers and sources, for one dossier more.
static FOLDER: LazyLock<TempDir> = LazyLock::new(|| {
    let dir = TempDir::new().expect("a temporary folder");
    for folder in ["data/colleges", "seeds"] {
        fs::create_dir_all(dir.path().join(folder)).expect("a folder in it");
    }
    let files = [
        ("data/themes.yaml", include_str!("../data/themes.yaml")),
        ("data/metrics.yaml", include_str!("../data/metrics.yaml")),
        ("seeds/news-sdcit.yaml", include_str!("../seeds/news-sdcit.yaml")),
    ];
    for (name, text) in files {
        fs::write(dir.path().join(name), text).expect("a file in it");
    }
    dir
});

/// Any file as a dossier: it loads, or findings say why not, each at a place that the file has.
pub(super) fn loader(bytes: &[u8]) {
    fs::write(FOLDER.path().join("data/colleges/any.yaml"), bytes).expect("written");
    let loaded = load(&Origin::Folder(FOLDER.path().to_owned()));
    assert!(!loaded.findings.is_empty() || loaded.atlas.colleges.len() == 1);
    let lines = bytes.split(|byte| *byte == b'\n').count() + 1;
    for finding in &loaded.findings {
        assert!(finding.place.line as usize <= lines, "{finding:?}");
        assert!(finding.place.marked().end <= finding.place.text.len());
    }
}

/// Any line as prose with figures: what is found lies in the line, in order, and prints.
pub(super) fn numeral(bytes: &[u8]) {
    let line = String::from_utf8_lossy(bytes);
    let mut end = 0;
    for found in numeral::scan(&line) {
        assert!(found.range.start >= end && line.get(found.range.clone()).is_some());
        end = found.range.end;
        if let Some(quantity) = found.quantity() {
            assert!(quantity.value.is_finite());
            numeral::print(quantity);
        }
    }
    numeral::read(&line);
    numeral::value(&line);
}

/// Any text in any width: cleaned once is cleaned, lines and fitted text keep to their cells.
pub(super) fn text(bytes: &[u8]) {
    let (width, bytes) = bytes
        .split_first()
        .map_or((0, bytes), |(first, rest)| (usize::from(*first), rest));
    let raw = String::from_utf8_lossy(bytes);
    let text = clean(&raw);
    assert_eq!(clean(&text), text);
    let lines = clean_lines(&raw);
    assert_eq!(clean_lines(&lines), lines);
    let folded = fold(&text);
    assert!(folded.original(0..folded.text.len()).end <= text.len());
    for policy in [Policy::Narrow, Policy::Wide, Policy::Safe] {
        assert_eq!(
            policy.width(&policy.substituted(&fit(&text, width, policy, Align::Left))),
            width
        );
        assert!(policy.width(&truncate(&text, width, policy)) <= width);
        let mut end = 0;
        for line in wrap(&lines, width, policy) {
            assert!(line.start >= end && lines.get(line.clone()).is_some());
            end = line.end;
        }
    }
}

/// Any query: every hit marks a part of what it shows.
pub(super) fn find(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    for hit in INDEX.search(&SHIPPED.atlas, &typed, 20, Filter::default()) {
        assert!(
            hit.ranges
                .iter()
                .all(|range| hit.text.get(range.clone()).is_some())
        );
    }
}

/// Any bytes as a compiled atlas, and any bytes under a good seal: what is handed out can be walked.
pub(super) fn cache(bytes: &[u8]) {
    read(bytes.to_vec());
    let mut sealed = Vec::new();
    let mut writer = CopyWriter::new(&mut sealed);
    let kinds = [
        PartKind::Registers,
        PartKind::Names,
        PartKind::Source,
        PartKind::Dossier,
    ];
    for (part, kind) in bytes.chunks(1024).zip(kinds) {
        writer.bytes(kind, part).expect("written");
    }
    writer.seal(&[0; 32]).expect("sealed");
    read(sealed);
}

fn read(bytes: Vec<u8>) {
    let opened = Compiled::open(bytes, &[0; 32]).and_then(Dossiers::open);
    if let Some(Ok(loaded)) = opened.map(Dossiers::read_all) {
        assert!(walk(&loaded));
    }
}

/// Any request of a client that may only read: it is answered or refused in clean words, or opens the explorer that
/// may only read.
pub(super) fn kiosk(bytes: &[u8]) {
    let request = String::from_utf8_lossy(bytes);
    let env = |name: &str| (name == "SSH_ORIGINAL_COMMAND").then(|| request.clone().into_owned());
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut world = World {
        input: &mut io::empty(),
        out: &mut out,
        err: &mut err,
        env: &env,
        columns: None,
        err_terminal: false,
        bind: rongtu::tui::keymap::bind,
    };
    let next = cli::run(["rongtu", "kiosk"].map(OsString::from), &mut world);
    if let Next::Explore(explore) = next {
        assert!(explore.kiosk.is_some() && explore.origin == Origin::Embedded && !explore.watch);
    }
    for text in [out, err] {
        let text = String::from_utf8(text).expect("UTF-8");
        assert!(
            text.split("\x1b[")
                .enumerate()
                .all(|(at, part)| at == 0 || coloured(part))
        );
        assert!(text.chars().all(|c| "\n\r\x1b".contains(c) || !c.is_control()));
    }
}

/// Whether what follows an escape only chooses colours.
fn coloured(part: &str) -> bool {
    part.find(|c: char| !c.is_ascii_digit() && c != ';')
        .is_some_and(|end| part[end..].starts_with('m'))
}

/// Follows every index there is.
fn walk(loaded: &Loaded) -> bool {
    let atlas = &loaded.atlas;
    atlas.colleges.iter().all(|college| {
        atlas.source(college.source);
        college.outcomes.iter().for_each(|outcome| {
            atlas.theme_of(outcome).map(|theme| atlas.theme(theme));
        });
        atlas.college_by_id(&college.id).is_some()
    })
}
