//! Generated dossiers (`examples/generate`) are sound, hold to their articles, and are the same every time.

use std::{fs, path::Path, process::Command};

use rongtu::{
    check::check,
    load::{Articles, Origin, load},
};
use tempfile::TempDir;

fn generate(colleges: usize, out: &Path) {
    let status = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--locked", "--example", "generate", "--"])
        .args(["--colleges", &colleges.to_string(), "--seed", "7", "--out"])
        .arg(out)
        .status()
        .unwrap();
    assert!(status.success());
}

#[test]
fn generated_dossiers_hold_to_their_articles() {
    let dir = TempDir::new().unwrap();
    generate(60, dir.path());
    let origin = Origin::Folder(dir.path().to_owned());
    let loaded = load(&origin);
    let report = check(&loaded, &origin, &Articles::new([dir.path().join("articles")]));
    assert_eq!(report.findings, []);
    assert_eq!(loaded.atlas.colleges.len(), 60);
    let (pillars, outcomes) = loaded.atlas.totals();
    assert!((240..=360).contains(&pillars) && (1600..=2000).contains(&outcomes));
}

#[test]
fn the_same_seed_gives_the_same_bytes_whatever_the_number() {
    let (few, more) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    generate(3, few.path());
    generate(5, more.path());
    let mut compared = 0;
    for folder in ["data", "data/colleges", "seeds", "articles"] {
        for file in fs::read_dir(few.path().join(folder)).unwrap().flatten() {
            if file.path().is_file() {
                let other = more.path().join(folder).join(file.file_name());
                assert!(fs::read(file.path()).unwrap() == fs::read(other).unwrap());
                compared += 1;
            }
        }
    }
    assert_eq!(compared, 2 + 3 * 3);
}
