//! `export`: what is in the folder, and what is left there when it cannot be written.

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::Value;

use crate::run::{Given, Ran, en, zh};

fn export(dir: &Path, flags: &str) -> Ran {
    en(&format!("export {} {flags}", dir.display()))
}

fn names(dir: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(dir).unwrap();
    let name = |entry: std::io::Result<fs::DirEntry>| entry.unwrap().file_name().into_string().unwrap();
    entries.map(name).collect()
}

fn descriptor(dir: &Path) -> Value {
    serde_json::from_slice(&fs::read(dir.join("datapackage.json")).unwrap()).unwrap()
}

/// The header and the rows of a table.
fn table(dir: &Path, name: &str) -> (Vec<String>, Vec<csv::StringRecord>) {
    let mut reader = csv::Reader::from_path(dir.join(format!("{name}.csv"))).unwrap();
    let header = reader.headers().unwrap().iter().map(str::to_owned).collect();
    (header, reader.records().map(Result::unwrap).collect())
}

#[test]
fn every_table_is_there_twice_and_described() {
    for flags in ["", "--headings zh", "--headings en --bom"] {
        is_there_twice_and_described(flags);
    }
}

fn is_there_twice_and_described(flags: &str) {
    let dir = tempfile::tempdir().unwrap();
    let ran = export(dir.path(), flags);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""), "{}", ran.err);
    let document = descriptor(dir.path());
    let resources = document["resources"].as_array().unwrap();
    assert_eq!(resources.len(), 12);
    assert_eq!(names(dir.path()).len(), 25);
    for resource in resources {
        let name = resource["name"].as_str().unwrap();
        let (header, rows) = table(dir.path(), name);
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let described: Vec<_> = fields
            .iter()
            .map(|field| field["name"].as_str().unwrap())
            .collect();
        assert_eq!(header, described, "{name}");
        let said = |field: &Value| {
            field["description"]
                .as_str()
                .is_some_and(|words| words.ends_with('.'))
        };
        assert!(fields.iter().all(said), "{name}");
        let lines = fs::read_to_string(dir.path().join(format!("{name}.jsonl"))).unwrap();
        assert_eq!(lines.lines().count(), rows.len(), "{name}");
        let bytes = fs::metadata(dir.path().join(format!("{name}.csv")))
            .unwrap()
            .len();
        assert_eq!(resource["bytes"], bytes, "{name}");
    }
}

#[test]
fn rows_are_those_of_list() {
    let dir = tempfile::tempdir().unwrap();
    export(dir.path(), "");
    for kind in [
        "outcomes",
        "pillars",
        "measures",
        "recognitions",
        "partners",
        "metrics",
        "themes",
        "sources",
        "colleges",
    ] {
        let read = |ending| fs::read_to_string(dir.path().join(format!("{kind}.{ending}"))).unwrap();
        assert_eq!(read("csv"), en(&format!("list {kind} --format csv")).out);
        assert_eq!(read("jsonl"), en(&format!("list {kind} --format jsonl")).out);
    }
}

#[test]
fn keys_occur_once_and_what_is_pointed_to_is_there() {
    for flags in ["", "--headings zh"] {
        keys_and_pointers_hold(flags);
    }
}

fn keys_and_pointers_hold(flags: &str) {
    let dir = tempfile::tempdir().unwrap();
    export(dir.path(), flags);
    let document = descriptor(dir.path());
    let values = |name: &str, fields: &Value| -> Vec<Vec<String>> {
        let (header, rows) = table(dir.path(), name);
        let fields = fields.as_array().unwrap().iter();
        let at = |field: &Value| header.iter().position(|name| field == name).unwrap();
        let at: Vec<_> = fields.map(at).collect();
        let key = |row: &csv::StringRecord| at.iter().map(|at| row[*at].to_owned()).collect();
        rows.iter().map(key).collect()
    };
    let mut pointed = 0;
    for resource in document["resources"].as_array().unwrap() {
        let name = resource["name"].as_str().unwrap();
        let keys = values(name, &resource["schema"]["primaryKey"]);
        assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len(), "{name}");
        assert!(keys.iter().flatten().all(|cell| !cell.is_empty()), "{name}");
        for pointer in resource["schema"]["foreignKeys"].as_array().into_iter().flatten() {
            let there = &pointer["reference"];
            let there = values(there["resource"].as_str().unwrap(), &there["fields"]);
            for here in values(name, &pointer["fields"]) {
                if here.iter().any(|cell| !cell.is_empty()) {
                    pointed += 1;
                    assert!(there.contains(&here), "{name}: {here:?}");
                }
            }
        }
    }
    assert!(pointed > 50, "{pointed}");
}

#[test]
fn a_framework_has_a_row_for_each_member() {
    let dir = tempfile::tempdir().unwrap();
    export(dir.path(), "");
    let frameworks = fs::read_to_string(dir.path().join("frameworks.jsonl")).unwrap();
    let mut expected = Vec::new();
    for line in frameworks.lines() {
        let framework: Value = serde_json::from_str(line).unwrap();
        for group in framework["groups"].as_array().unwrap() {
            let members = group["members"].as_array().unwrap();
            expected.extend(members.iter().map(|name| name.as_str().unwrap().to_owned()));
        }
    }
    let (header, rows) = table(dir.path(), "framework-members");
    let at = header.iter().position(|name| name == "member").unwrap();
    let named: Vec<_> = rows
        .iter()
        .map(|row| &row[at])
        .filter(|name| !name.is_empty())
        .collect();
    assert_eq!(named, expected);
    assert!(!expected.is_empty());
}

#[test]
fn a_byte_order_mark_is_written_where_asked_for() {
    let dir = tempfile::tempdir().unwrap();
    let (plain, marked) = (dir.path().join("a"), dir.path().join("b"));
    export(&plain, "");
    export(&marked, "--bom");
    let read = |dir: &Path, name: &str| fs::read(dir.join(name)).unwrap();
    let bytes = [b"\xEF\xBB\xBF".to_vec(), read(&plain, "outcomes.csv")].concat();
    assert_eq!(read(&marked, "outcomes.csv"), bytes);
    for same in ["outcomes.jsonl", "themes.jsonl"] {
        assert_eq!(read(&marked, same), read(&plain, same));
    }
}

#[test]
fn a_file_that_is_there_is_not_replaced_unless_asked() {
    let dir = tempfile::tempdir().unwrap();
    let own = dir.path().join("themes.csv");
    fs::write(&own, "我的").unwrap();
    let ran = zh(&format!("export {}", dir.path().display()));
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains(own.to_str().unwrap()), "{}", ran.err);
    assert!(ran.err.contains("--force"), "{}", ran.err);
    assert_eq!(names(dir.path()), BTreeSet::from(["themes.csv".to_owned()]));
    assert_eq!(fs::read_to_string(&own).unwrap(), "我的");
    assert_eq!(export(dir.path(), "--force").code, Some(0));
    assert!(fs::read_to_string(&own).unwrap().starts_with("theme,"));
    assert_eq!(export(dir.path(), "").code, Some(2), "a second time");
}

#[test]
fn a_folder_of_that_name_is_never_replaced() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("sources.jsonl")).unwrap();
    let ran = export(dir.path(), "--force");
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("sources.jsonl"), "{}", ran.err);
    assert_eq!(names(dir.path()).len(), 1);
}

#[test]
fn what_fails_half_way_leaves_nothing_new() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("file");
    fs::write(&file, "x").unwrap();
    let ran = export(&file, "--force");
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains(file.to_str().unwrap()), "{}", ran.err);
    assert_eq!(fs::read_to_string(&file).unwrap(), "x");

    // A name that is taken half way: everything written before it goes away again.
    let half = dir.path().join("half");
    let taken = format!(".partners.csv.{}.part", std::process::id());
    fs::create_dir(&half).unwrap();
    fs::write(half.join(&taken), "x").unwrap();
    let ran = export(&half, "");
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains(&taken), "{}", ran.err);
    assert_eq!(names(&half), BTreeSet::from([taken]));
}

#[test]
#[cfg(unix)]
fn a_folder_that_may_not_be_written_to_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    fs::set_permissions(dir.path(), fs::Permissions::from_mode(0o555)).unwrap();
    // Who may write everywhere (root) cannot be refused; /proc refuses them, too.
    let refused = match fs::write(dir.path().join("try"), "") {
        Ok(()) => Path::new("/proc"),
        Err(_) => dir.path(),
    };
    let ran = export(refused, "");
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{}", ran.err);
    assert!(ran.err.contains(refused.to_str().unwrap()), "{}", ran.err);
    assert!(!ran.err.contains("panicked"));
    assert!(!refused.join("datapackage.json").exists());
}

/// Everything that is written as CSV to the standard output.
const WRITTEN: [&str; 18] = [
    "list colleges",
    "list --sort province",
    "list pillars",
    "list measures",
    "list outcomes",
    "list metrics",
    "list themes",
    "list recognitions",
    "list frameworks",
    "list partners",
    "list sources",
    "find 企业",
    "show tzvcst/mould-firms",
    "source tzvcst/mould-firms",
    "compare tzvcst sdcit",
    "compare tzvcst sdcit --pillars",
    "check --explain all",
    "config",
];

#[test]
fn every_csv_has_a_form_for_people() {
    for words in WRITTEN {
        let ask = |flags: &str| Given::default().run(&format!("{words} --lang en --format csv {flags}"));
        let plain = ask("");
        assert_eq!(plain.code, Some(0), "{words}: {}", plain.err);
        for lang in ["zh", "en"] {
            let people = ask(&format!("--bom --headings {lang}"));
            assert_eq!(people.code, Some(0), "{words}: {}", people.err);
            let text = people.out.strip_prefix('\u{feff}').expect(words);
            let (head, plain_head) = (text.lines().next().unwrap(), plain.out.lines().next().unwrap());
            assert_eq!(
                head.matches(',').count(),
                plain_head.matches(',').count(),
                "{words}"
            );
            assert_ne!(head, plain_head, "{words}");
            assert_eq!(text.lines().count(), plain.out.lines().count(), "{words}");
        }
        assert_eq!(ask("--headings id").out, plain.out, "{words}");
    }
}

#[test]
fn words_stand_over_the_columns_and_for_the_codes() {
    let rows = |flags: &str| {
        let text = Given::default()
            .run(&format!("list outcomes --format csv {flags}"))
            .out;
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let head = reader.headers().unwrap().clone();
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        let columns = [
            "value", "unit", "bound", "scope", "数值", "单位", "界", "口径", "Value", "Unit", "Bound",
            "Scope",
        ];
        let at: Vec<_> = columns
            .iter()
            .filter_map(|id| head.iter().position(|name| name == *id))
            .collect();
        let firms = rows.iter().find(|row| &row[0] == "tzvcst/mould-firms").unwrap();
        at.iter().map(|at| firms[*at].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(rows(""), ["34", "家", "exact", "二级学院"]);
    assert_eq!(rows("--headings zh"), ["34", "家", "恰为", "二级学院"]);
    assert_eq!(
        rows("--headings en"),
        ["34", "organisations", "exactly", "one school"]
    );
}

#[test]
fn flags_for_csv_are_refused_where_none_is_written() {
    for words in [
        "list --bom",
        "list --headings en",
        "compare a b --format json --bom",
        "report a -o x.md --bom",
        "--bom",
    ] {
        let ran = en(words);
        assert_eq!(ran.code, Some(2), "{words}");
        assert!(
            ran.err.contains("for CSV alone") && ran.err.contains("--format csv"),
            "{words}: {}",
            ran.err
        );
    }
}
