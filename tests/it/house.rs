//! The rules of the house that a machine can hold, read from the source tree.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// The layers from the bottom up: a module may import from those of a lower rank, and from itself.
const RANKS: [&[&str]; 12] = [
    &["text", "lang", "parallel"],
    &["numeral"],
    &["model", "finding"],
    &["load"],
    &["select", "order"],
    &["find", "compare", "check", "draft"],
    &["review"],
    &["page"],
    &["export"],
    &["report"],
    &["cli", "tui"],
    &["explore"],
];

fn files(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        match entry.is_dir() {
            true => found.extend(files(entry.to_str().unwrap())),
            false if entry.extension().is_some_and(|ext| ext == "rs") => found.push(entry),
            false => {}
        }
    }
    found
}

fn rank(module: &str) -> Option<usize> {
    RANKS.iter().position(|names| names.contains(&module))
}

/// The top-level module a file of `src` belongs to; none for `lib.rs` and `main.rs`.
fn module(file: &Path) -> Option<String> {
    let below = file.strip_prefix("src").unwrap();
    let first = below.components().next()?.as_os_str().to_str()?;
    let name = first.strip_suffix(".rs").unwrap_or(first);
    (!["lib", "main"].contains(&name)).then(|| name.to_owned())
}

/// The code of a file without its unit tests, which may look anywhere.
fn code(file: &Path) -> String {
    if file.file_stem().is_some_and(|name| name == "tests") {
        return String::new();
    }
    let text = fs::read_to_string(file).unwrap();
    text.split("#[cfg(test)]\nmod tests {").next().unwrap().to_owned()
}

/// Every module named as `crate::module` or in `use crate::{…}`.
fn imports(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (at, found) in code.match_indices("crate::") {
        let rest = &code[at + found.len()..];
        match rest.strip_prefix('{') {
            Some(group) => names.extend(heads(group)),
            None => names.push(word(rest)),
        }
    }
    names
}

/// The first word of each member of a use group.
fn heads(group: &str) -> Vec<String> {
    let (mut depth, mut start, mut heads) = (0_usize, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                heads.push(word(group[start..at].trim()));
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                heads.push(word(group[start..at].trim()));
                start = at + 1;
            }
            _ => {}
        }
    }
    heads.retain(|head| !head.is_empty());
    heads
}

fn word(text: &str) -> String {
    text.chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

#[test]
fn imports_are_read_as_they_are_written() {
    let code = "use crate::{\n    lang::Lang,\n    page::{Run, block::{Block, Cell}},\n    text,\n};\nuse crate::find;\n";
    assert_eq!(imports(code), ["lang", "page", "text", "find"]);
}

#[test]
fn imports_point_down() {
    let mut looked = 0;
    for file in files("src") {
        let Some(own) = module(&file) else { continue };
        let level = rank(&own).unwrap_or_else(|| panic!("{own} has no place among the layers"));
        for import in imports(&code(&file)).iter().filter(|import| **import != own) {
            if let Some(below) = rank(import) {
                looked += 1;
                assert!(below < level, "{}: {own} imports {import}", file.display());
            }
        }
    }
    assert!(looked > 50, "only {looked} imports seen");
}

#[test]
fn every_file_says_what_it_is() {
    for file in ["src", "tests", "benches", "examples"]
        .into_iter()
        .filter(|f| Path::new(f).is_dir())
        .flat_map(files)
    {
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.starts_with("//! "), "{} has no head", file.display());
        let name = file.file_stem().unwrap().to_str().unwrap();
        assert!(
            !["mod", "utils", "util", "helpers", "common", "misc"].contains(&name),
            "{}",
            file.display()
        );
    }
}

#[test]
fn every_test_file_is_wired_in() {
    let main = fs::read_to_string("tests/it/main.rs").unwrap();
    for file in files("tests/it") {
        let name = file.file_stem().unwrap().to_str().unwrap();
        assert!(
            name == "main" || main.contains(&format!("mod {name};")),
            "{name} is forgotten"
        );
    }
}

/// Nouns that were each the name of several types. At most one type may bear the bare noun; any other says which it
/// is (`ListItem`, `CompareRow`).
const NOUNS: [&str; 12] = [
    "Door", "Figure", "Held", "Item", "Kind", "Line", "Part", "Refusal", "Row", "Said", "Step", "Target",
];

/// Names of functions that miss their object: what is said, of what, where is it shown?
const BARE: [&str; 7] = ["counted", "named", "place", "said", "shown", "told", "under"];

/// The names that `code` gives to types and to functions, in its order. An associated type is none of its own.
fn definitions(code: &str) -> (Vec<String>, Vec<String>) {
    let (mut types, mut functions) = (Vec::new(), Vec::new());
    for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
        let inner = line.starts_with(' ');
        let words = line
            .split(|c: char| !c.is_alphanumeric() && c != '_')
            .filter(|word| !word.is_empty() && !["pub", "crate", "super", "const", "async"].contains(word));
        let words: Vec<_> = words.take(2).collect();
        match words[..] {
            ["struct" | "enum" | "trait" | "union", name] => types.push(name.to_owned()),
            ["type", name] if !inner => types.push(name.to_owned()),
            ["fn", name] => functions.push(name.to_owned()),
            _ => {}
        }
    }
    (types, functions)
}

#[test]
fn definitions_are_read_as_they_are_written() {
    let code = "pub(crate) struct Row<'a> {\nimpl Iterator for Rows {\n    type Item = Row;\n    pub const fn told(&self) {\n\
                type Pair = (u8, u8);\n// fn none\n";
    let (types, functions) = definitions(code);
    assert_eq!(types, ["Row", "Pair"]);
    assert_eq!(functions, ["told"]);
}

#[test]
fn a_noun_means_one_type_and_a_function_says_of_what() {
    let mut bearers = BTreeMap::<String, Vec<PathBuf>>::new();
    for file in files("src") {
        let (types, functions) = definitions(&fs::read_to_string(&file).unwrap());
        for name in types.into_iter().filter(|name| NOUNS.contains(&&**name)) {
            bearers.entry(name).or_default().push(file.clone());
        }
        let bare = functions.iter().find(|name| BARE.contains(&&***name));
        assert_eq!(bare, None, "{}", file.display());
    }
    assert!(bearers.contains_key("Kind"), "no type was seen");
    bearers.retain(|_, files| files.len() > 1);
    assert!(bearers.is_empty(), "several types of one name: {bearers:?}");
}
