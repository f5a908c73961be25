//! The JSON Schema files are those the program would write. `tests/e2e/schema.sh` tries them with a validator.

use std::{fs, path::Path};

use rongtu::load::schema::SchemaKind;

#[test]
fn the_schema_files_are_current() {
    for kind in SchemaKind::ALL {
        let path = Path::new("docs/schema").join(kind.file());
        let there = fs::read_to_string(&path).unwrap();
        assert!(
            there == kind.text(),
            "{}: cargo run --example schema",
            path.display()
        );
    }
}

#[test]
fn every_data_file_names_its_schema() {
    for (folder, kind) in [
        ("data/colleges", SchemaKind::College),
        ("seeds", SchemaKind::Seed),
        ("data", SchemaKind::Themes),
        ("data", SchemaKind::Metrics),
    ] {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let own = folder != "data" || kind.file().starts_with(name.trim_end_matches("yaml"));
            if !name.ends_with(".yaml") || !own {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            let named = text.lines().next().and_then(|line| line.split_once("$schema="));
            let target = path
                .parent()
                .unwrap()
                .join(named.map_or("", |(_, target)| target));
            let schema = Path::new("docs/schema").join(kind.file());
            assert_eq!(target.canonicalize().ok(), schema.canonicalize().ok(), "{name}");
        }
    }
}
