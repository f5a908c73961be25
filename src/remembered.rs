//! What was chosen with a key of the explorer and holds the next time it is opened: the language, and the width of
//! disputed characters in that terminal. It lies in the XDG state folder.
//!
//! Owns the file. It is no setting: a flag, the environment and `config.yaml` win over it, a file that cannot be read says
//! nothing, and where none can be written nothing is remembered.

use std::{
    collections::BTreeMap,
    fs::DirBuilder,
    os::unix::fs::DirBuilderExt,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use crate::{export::folder, lang::Lang, load::read_yaml, text::width::Policy};

/// Most terminals whose widths are remembered.
const MOST_TERMINALS: usize = 32;

/// Longest name of a terminal, in characters.
const LONGEST_NAME: usize = 64;

/// What holds from the last time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Remembered {
    /// The language.
    pub(crate) lang: Option<Lang>,
    /// How wide ambiguous characters are in the terminal at hand.
    pub(crate) policy: Option<Policy>,
}

/// Something chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LookChoice {
    /// The language.
    Language(Lang),
    /// How wide ambiguous characters are.
    Width(Policy),
}

/// The file, and the terminal for which it is read and written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateFile {
    path: PathBuf,
    /// What the terminal calls itself. How wide a character is drawn is its matter, not the user's.
    terminal: String,
}

/// What is in the file: words that the flags of these names take.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
struct Stored {
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<String>,
    /// By terminal.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    ambiguous: BTreeMap<String, String>,
}

impl StateFile {
    /// Where it is (XDG Base Directory Specification 0.8: a path that is not absolute is passed over); none without a
    /// home.
    pub(crate) fn of(env: &dyn Fn(&str) -> Option<String>) -> Option<Self> {
        let folder = |name| env(name).map(PathBuf::from).filter(|path| path.is_absolute());
        let state = folder("XDG_STATE_HOME").or_else(|| Some(folder("HOME")?.join(".local/state")))?;
        let named = |name| env(name).filter(|value| !value.is_empty());
        let terminal = named("TERM_PROGRAM")
            .or_else(|| named("TERM"))
            .unwrap_or_default();
        Some(Self {
            path: state.join("rongtu/state.yaml"),
            terminal: terminal.chars().take(LONGEST_NAME).collect(),
        })
    }

    /// What it says; nothing where it cannot be read.
    pub(crate) fn read(&self) -> Remembered {
        let stored = self.stored();
        Remembered {
            lang: stored.lang.as_deref().and_then(language),
            policy: stored.ambiguous.get(&self.terminal).and_then(|word| policy(word)),
        }
    }

    /// Puts `choice` into it, beside what else was chosen: whole, or not at all.
    pub(crate) fn remember(&self, choice: LookChoice) {
        let mut stored = self.stored();
        match choice {
            LookChoice::Language(lang) => stored.lang = Some(lang.as_str().to_owned()),
            LookChoice::Width(policy) => {
                if stored.ambiguous.len() >= MOST_TERMINALS {
                    stored.ambiguous.clear();
                }
                stored
                    .ambiguous
                    .insert(self.terminal.clone(), word(policy).to_owned());
            }
        }
        let Ok(text) = serde_yaml::to_string(&stored) else {
            return;
        };
        let folder = self.path.parent().unwrap_or(&self.path);
        // Whose folder cannot be written chooses again the next time: what is on the screen does not depend on it.
        let _ = DirBuilder::new().recursive(true).mode(0o700).create(folder);
        let _ = folder::save(&self.path, text.as_bytes(), true);
    }

    fn stored(&self) -> Stored {
        read_yaml(Path::new(&self.path))
            .ok()
            .flatten()
            .unwrap_or_default()
    }
}

fn language(word: &str) -> Option<Lang> {
    [Lang::Zh, Lang::En]
        .into_iter()
        .find(|lang| lang.as_str() == word)
}

fn policy(name: &str) -> Option<Policy> {
    let all = [Policy::Narrow, Policy::Wide, Policy::Safe];
    all.into_iter().find(|policy| word(*policy) == name)
}

fn word(policy: Policy) -> &'static str {
    match policy {
        Policy::Narrow => "narrow",
        Policy::Wide => "wide",
        Policy::Safe => "safe",
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn file(home: &Path, terminal: &str) -> StateFile {
        let home = home.to_str().unwrap().to_owned();
        StateFile::of(&|name| match name {
            "HOME" => Some(home.clone()),
            "TERM" => Some(terminal.to_owned()),
            _ => None,
        })
        .unwrap()
    }

    #[test]
    fn choices_stand_beside_each_other_a_width_for_each_terminal() {
        let home = tempfile::tempdir().unwrap();
        let (xterm, console) = (file(home.path(), "xterm"), file(home.path(), "linux"));
        let path = home.path().join(".local/state/rongtu/state.yaml");
        assert_eq!(xterm.read(), Remembered::default());
        xterm.remember(LookChoice::Language(Lang::En));
        xterm.remember(LookChoice::Width(Policy::Wide));
        assert_eq!(
            fs::read_to_string(&path).unwrap(),
            "lang: en\nambiguous:\n  xterm: wide\n"
        );
        assert_eq!(xterm.read().policy, Some(Policy::Wide));
        assert_eq!(console.read().policy, None);
        assert_eq!(console.read().lang, Some(Lang::En));
        let left = fs::read_dir(path.parent().unwrap()).unwrap().count();
        assert_eq!(left, 1, "nothing half written is left");
    }

    #[test]
    fn damage_says_nothing_and_is_replaced() {
        let home = tempfile::tempdir().unwrap();
        let state = file(home.path(), "xterm");
        state.remember(LookChoice::Width(Policy::Safe));
        for damage in [
            "lang: [",
            "\u{0}",
            "lang: {a: b}",
            "- 1",
            "",
            "lang: fr\nambiguous: {xterm: 'Wide '}",
        ] {
            fs::write(&state.path, damage).unwrap();
            assert_eq!(state.read(), Remembered::default(), "{damage:?}");
        }
        fs::write(&state.path, "lang: [").unwrap();
        state.remember(LookChoice::Language(Lang::Zh));
        assert_eq!(fs::read_to_string(&state.path).unwrap(), "lang: zh\n");
    }

    #[test]
    fn it_does_not_grow_with_the_terminals_there_are() {
        let home = tempfile::tempdir().unwrap();
        for n in 0..100 {
            file(home.path(), &format!("{n}{}", "x".repeat(1000))).remember(LookChoice::Width(Policy::Wide));
        }
        let path = home.path().join(".local/state/rongtu/state.yaml");
        assert!(fs::metadata(path).unwrap().len() < 5000);
    }

    #[test]
    fn without_a_home_of_its_own_nothing_is_remembered() {
        for home in ["", "relative"] {
            let env = |name: &str| (name == "HOME").then(|| home.to_owned());
            assert_eq!(StateFile::of(&env), None, "{home:?}");
        }
        let nowhere = file(Path::new("/dev/null/x"), "xterm");
        nowhere.remember(LookChoice::Language(Lang::Zh));
        assert_eq!(nowhere.read(), Remembered::default());
    }
}
