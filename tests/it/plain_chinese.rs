//! What Chinese readers of `check` are told: no word of the YAML readers, of Rust or of English, but fields, ids, paths
//! and what they wrote themselves.

use std::{collections::HashSet, fs, sync::LazyLock};

use rongtu::finding::Finding;
use serde_json::Value;

/// Names that have no Chinese.
const NAMES: &[&str] = &[
    "YAML", "UTF", "16LE", "16BE", "GB18030", "iconv", "f", "t", "SHA", "TODO", "KB", "MiB", "x", "u",
    "period", "excused", "rongtu", "version", "tmux", "screen", "mosh",
];

/// Every name of a field and every value that a field has a choice of.
static FIELDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let mut words = HashSet::new();
    for kind in ["college", "metrics", "seed", "themes"] {
        let schema = fs::read_to_string(format!("docs/schema/{kind}.schema.json")).unwrap();
        collect(&serde_json::from_str(&schema).unwrap(), &mut words);
    }
    words
});

fn collect(value: &Value, words: &mut HashSet<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| {
            words.insert(name.clone());
            collect(value, words);
        }),
        Value::Array(items) => items.iter().for_each(|item| collect(item, words)),
        Value::String(text) if !text.contains(' ') => {
            words.insert(text.clone());
        }
        _ => {}
    }
}

/// ASCII words of a finding in Chinese that are no field, no id of `ids`, no path and not quoted from the file.
pub(crate) fn foreign_words(finding: &Finding, ids: &HashSet<String>) -> Vec<String> {
    let text = format!("{}\n{}", finding.message.zh, finding.hint.zh);
    let bare = unquoted(&unquoted(&text, '“', '”'), '`', '`');
    let bare: Vec<_> = bare
        .split_whitespace()
        .filter(|word| !word.contains('/') && !word.contains(".yaml") && !word.contains('…'))
        .collect();
    let words = bare
        .iter()
        .flat_map(|part| part.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-')));
    let known = |word: &str| {
        let parts = || {
            word.split('-')
                .all(|part| NAMES.contains(&part) || part.bytes().all(|b| b.is_ascii_digit()))
        };
        parts() || FIELDS.contains(word) || ids.contains(word) || finding.place.text.contains(word)
    };
    words
        .filter(|word| word.contains(|c: char| c.is_ascii_alphabetic()) && !known(word))
        .map(str::to_owned)
        .collect()
}

/// `text` without what stands between the marks.
fn unquoted(text: &str, open: char, close: char) -> String {
    let mut left = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        left += before;
        left.push(' ');
        rest = after.split_once(close).map_or("", |(_, rest)| rest);
    }
    left + rest
}

/// Every id that a YAML text defines.
pub(crate) fn ids(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split("id: ").skip(1).map(|rest| {
        rest.chars()
            .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
            .collect()
    })
}

#[test]
fn a_word_of_the_yaml_reader_would_be_seen() {
    use rongtu::{
        finding::{Code, Place},
        lang::Bilingual,
    };
    let finding = |zh: &str| Finding::new(Code::Syntax, Place::file("a.yaml"), Bilingual::new(zh, ""));
    let seen = |zh: &str| foreign_words(&finding(zh), &HashSet::new());
    assert_eq!(seen("这里要 usize，写的是 string"), ["usize"]);
    assert_eq!(seen("mapping values are not allowed")[0], "mapping");
    assert_eq!(
        seen("字段 `foo` 写了两次，“bar”应在 data/x.yaml 的 as_written"),
        [""; 0]
    );
}
