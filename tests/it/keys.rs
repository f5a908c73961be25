//! The key table: what must hold of every row, and the pages that list it.

use std::{collections::HashMap, env, fs};

use rongtu::{
    lang::Lang,
    text::width::Policy,
    tui::{
        key::Key,
        keymap::{Binding, KeyScope, TABLE},
        msg::Action,
    },
};

fn rows(scope: KeyScope) -> impl Iterator<Item = &'static Binding> {
    TABLE.iter().filter(move |row| row.scopes.contains(&scope))
}

#[test]
fn every_key_has_a_name_and_one_meaning_in_its_scope() {
    for scope in KeyScope::ALL {
        let mut taken: HashMap<Key, Action> = HashMap::new();
        for row in rows(scope) {
            for name in row.keys {
                let key: Key = name.parse().unwrap_or_else(|_| panic!("{name} is no key"));
                assert_eq!(key.to_string(), *name);
                assert_eq!(taken.insert(key, row.action), None, "{name} twice in {scope:?}");
            }
        }
    }
}

#[test]
fn every_action_is_reachable_and_without_a_letter_too() {
    let plain = |row: &&Binding| {
        row.keys
            .iter()
            .any(|key| !(key.len() == 1 && key.chars().all(char::is_alphabetic)))
    };
    for action in Action::ALL {
        assert!(
            TABLE
                .iter()
                .filter(|row| row.action == *action)
                .any(|row| plain(&row)),
            "{action:?}"
        );
    }
    for row in TABLE {
        assert!(plain(&row), "{:?} {:?} has letters only", row.scopes, row.action);
    }
}

#[test]
fn words_are_short_and_in_both_languages() {
    for row in TABLE {
        for words in [row.help].into_iter().chain(row.hint) {
            assert!(!words.0.is_empty() && !words.1.is_empty(), "{row:?}");
        }
        assert!(
            Policy::Narrow.width(row.help.0) <= 56 && Policy::Narrow.width(row.help.1) <= 56,
            "{row:?}"
        );
        assert!(
            row.hint
                .is_none_or(|hint| Policy::Narrow.width(hint.0) <= 16 && hint.1.len() <= 16),
            "{row:?}"
        );
    }
}

/// The table in Markdown. `|` in a cell would end it.
fn table(lang: Lang) -> String {
    let mut text = lang
        .pick(
            "| 处 | 键 | 作用 |\n|---|---|---|\n",
            "| where | keys | what |\n|---|---|---|\n",
        )
        .to_owned();
    for row in TABLE {
        let keys: Vec<_> = row.key_words().split(' ').map(|key| format!("`{key}`")).collect();
        let (place, what) = (row.scope_words(lang), lang.pick(row.help.0, row.help.1));
        text += &format!("| {place} | {} | {what} |\n", keys.join(" "));
    }
    text
}

/// Compares; with `UPDATE_KEYS=1` in the environment writes instead.
fn current(file: &str, lang: Lang) {
    let text = fs::read_to_string(file).unwrap();
    let (before, rest) = text.split_once("<!-- keys -->\n").unwrap();
    let (_, after) = rest.split_once("<!-- /keys -->").unwrap();
    let wanted = format!("{before}<!-- keys -->\n{}<!-- /keys -->{after}", table(lang));
    if env::var_os("UPDATE_KEYS").is_some() {
        fs::write(file, &wanted).unwrap();
    }
    assert!(
        fs::read_to_string(file).unwrap() == wanted,
        "{file} is not current: UPDATE_KEYS=1 cargo test --test it keys"
    );
}

#[test]
fn the_pages_of_keys_tell_the_keys_there_are() {
    current("docs/keys.md", Lang::En);
    current("docs/keys.zh.md", Lang::Zh);
}
