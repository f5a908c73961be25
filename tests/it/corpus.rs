//! The fuzz corpus, replayed through the functions that the fuzz targets call.

use std::{fs, path::Path};

#[path = "../../fuzz/entry.rs"]
mod entry;

/// Feeds every file of one corpus, each also cut short and with bytes turned over, to `target`.
fn replay(name: &str, target: fn(&[u8])) {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/corpus")
        .join(name);
    let mut files = 0;
    for file in fs::read_dir(corpus).unwrap().flatten() {
        let bytes = fs::read(file.path()).unwrap();
        target(&bytes);
        for at in (0..bytes.len()).step_by(bytes.len().div_ceil(40).max(1)) {
            target(&bytes[..at]);
            let mut turned = bytes.clone();
            turned[at] ^= 1 << (at % 8);
            target(&turned);
        }
        files += 1;
    }
    assert!(files >= 3, "{name} has a corpus");
}

#[test]
fn loader() {
    replay("loader", entry::loader);
}

#[test]
fn numeral() {
    replay("numeral", entry::numeral);
}

#[test]
fn text() {
    replay("text", entry::text);
}

#[test]
fn find() {
    replay("find", entry::find);
}

#[test]
fn cache() {
    replay("cache", entry::cache);
}

#[test]
fn kiosk() {
    replay("kiosk", entry::kiosk);
}
