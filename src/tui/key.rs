//! A key as the tables name it.
//!
//! Owns the normal form (one value for one key, however a terminal spells it), the names in help and tables, and
//! what a key typed with an input method on means outside a prompt. It binds no key to anything.

use std::fmt;
use std::str::FromStr;

use crossterm::event::{KeyCode, KeyModifiers};

/// A key with what is held. `Shift` is told only where it is no part of the character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// The key itself; a letter with `Ctrl` is lower case.
    pub code: KeyCode,
    /// What is held with it.
    pub(crate) held: KeyModifiers,
}

/// Names of keys that are no visible character.
const NAMES: [(&str, KeyCode); 15] = [
    ("Enter", KeyCode::Enter),
    ("Esc", KeyCode::Esc),
    ("Tab", KeyCode::Tab),
    ("Space", KeyCode::Char(' ')),
    ("Backspace", KeyCode::Backspace),
    ("Delete", KeyCode::Delete),
    ("Insert", KeyCode::Insert),
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("PgUp", KeyCode::PageUp),
    ("PgDn", KeyCode::PageDown),
];

/// Prefixes, in the order they are written.
const HELD: [(&str, KeyModifiers); 3] = [
    ("Ctrl-", KeyModifiers::CONTROL),
    ("Alt-", KeyModifiers::ALT),
    ("Shift-", KeyModifiers::SHIFT),
];

impl Key {
    /// A key in its normal form.
    pub(crate) fn new(code: KeyCode, held: KeyModifiers) -> Self {
        let held = held & (KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT);
        match code {
            KeyCode::BackTab => Self {
                code: KeyCode::Tab,
                held: held | KeyModifiers::SHIFT,
            },
            KeyCode::Char(c) => {
                let c = if held.contains(KeyModifiers::CONTROL) {
                    c.to_ascii_lowercase()
                } else {
                    c
                };
                Self {
                    code: KeyCode::Char(c),
                    held: held - KeyModifiers::SHIFT,
                }
            }
            code => Self { code, held },
        }
    }

    /// A key with nothing held.
    pub(crate) fn plain(code: KeyCode) -> Self {
        Self::new(code, KeyModifiers::NONE)
    }

    /// The character that this key types into a prompt, if it types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if self.held.is_empty() && !c.is_control() => Some(c),
            _ => None,
        }
    }

    /// The key of an ASCII keyboard that a Chinese input method turned into this one: what it means as a command.
    /// Inside a prompt the character itself counts.
    #[must_use]
    pub fn without_input_method(self) -> Self {
        match self.typed() {
            Some(c) => Self {
                code: KeyCode::Char(ascii(c)),
                ..self
            },
            None => self,
        }
    }
}

/// U+FF01..FF5E are ASCII moved by 0xFEE0 (UAX #15, full-width forms); the rest is what the usual input methods
/// put in place of an ASCII key. `、` stands for `/`, the key most of them give it.
fn ascii(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        '、' => '/',
        '。' => '.',
        '《' | '〈' => '<',
        '》' | '〉' => '>',
        '【' => '[',
        '】' => ']',
        '「' | '『' => '{',
        '」' | '』' => '}',
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '·' => '`',
        '￥' | '¥' => '$',
        '…' => '^',
        '—' => '_',
        _ => c,
    }
}

impl Key {
    /// Reads a name as people type it: `ctrl+s`, `pgup`. A character has no Shift: it is written as it is typed.
    pub(crate) fn from_any_case(name: &str) -> Option<Self> {
        let (mut rest, mut held) = (name, KeyModifiers::NONE);
        while let Some((modifier, after)) = modifier_before(rest) {
            (rest, held) = (after, held | modifier);
        }
        let named = NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(rest));
        let capital = rest.to_ascii_uppercase();
        let code = named
            .map(|(_, code)| *code)
            .or_else(|| match rest.chars().count() {
                1 => code(rest),
                _ => code(&capital),
            })?;
        let is_shifted = held.contains(KeyModifiers::SHIFT);
        let types = matches!(code, KeyCode::Char(c) if c != ' ');
        (!(is_shifted && types)).then(|| Self::new(code, held))
    }
}

/// What is held by the first word of `name`, and what follows the `-` or `+` after it.
fn modifier_before(name: &str) -> Option<(KeyModifiers, &str)> {
    let (word, after) = name.split_once(['-', '+'])?;
    let named = |(prefix, _): &&(&str, KeyModifiers)| prefix[..prefix.len() - 1].eq_ignore_ascii_case(word);
    let modifier = HELD.iter().find(named)?.1;
    (!after.is_empty()).then_some((modifier, after))
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (prefix, held) in HELD {
            if self.held.contains(held) {
                f.write_str(prefix)?;
            }
        }
        if let Some((name, _)) = NAMES.iter().find(|(_, code)| *code == self.code) {
            return f.write_str(name);
        }
        match self.code {
            KeyCode::F(n) => write!(f, "F{n}"),
            KeyCode::Char(c) if self.held.contains(KeyModifiers::CONTROL) => {
                write!(f, "{}", c.to_ascii_uppercase())
            }
            KeyCode::Char(c) => write!(f, "{c}"),
            other => write!(f, "{other}"),
        }
    }
}

/// A word that names no key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoKey(pub String);

impl fmt::Display for NoKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no key is called {:?}", self.0)
    }
}

impl std::error::Error for NoKey {}

impl FromStr for Key {
    type Err = NoKey;

    /// Reads what [`Display`](fmt::Display) writes: `Ctrl-L`, `Shift-Tab`, `F9`, `/`.
    fn from_str(name: &str) -> Result<Self, NoKey> {
        let (mut rest, mut held) = (name, KeyModifiers::NONE);
        for (prefix, modifier) in HELD {
            if let Some(after) = rest.strip_prefix(prefix).filter(|after| !after.is_empty()) {
                (rest, held) = (after, held | modifier);
            }
        }
        code(rest)
            .map(|code| Self::new(code, held))
            .ok_or_else(|| NoKey(name.to_owned()))
    }
}

fn code(name: &str) -> Option<KeyCode> {
    if let Some((_, code)) = NAMES.iter().find(|(known, _)| *known == name) {
        return Some(*code);
    }
    let mut chars = name.chars();
    match (chars.next()?, chars.next()) {
        (c, None) => Some(KeyCode::Char(c)),
        ('F', Some(_)) => name[1..]
            .parse()
            .ok()
            .filter(|n| (1..=20).contains(n))
            .map(KeyCode::F),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(name: &str) -> Key {
        name.parse().expect(name)
    }

    #[test]
    fn names_read_back() {
        let named = NAMES.iter().map(|(name, _)| *name);
        let others = [
            "a",
            "G",
            "/",
            "?",
            "-",
            "党",
            "F1",
            "F12",
            "Ctrl-L",
            "Alt-x",
            "Shift-Tab",
            "Ctrl-Alt-Shift-Up",
            "Ctrl--",
        ];
        for name in named.chain(others) {
            assert_eq!(key(name).to_string(), name);
        }
    }

    #[test]
    fn words_that_name_no_key() {
        for name in ["", "F0", "F21", "Fx", "Ctrl-", "Enterr", "ctrl-l"] {
            assert_eq!(name.parse::<Key>(), Err(NoKey(name.to_owned())), "{name}");
        }
    }

    #[test]
    fn one_key_has_one_form() {
        assert_eq!(Key::new(KeyCode::BackTab, KeyModifiers::NONE), key("Shift-Tab"));
        assert_eq!(Key::new(KeyCode::Char('G'), KeyModifiers::SHIFT), key("G"));
        assert_eq!(
            Key::new(KeyCode::Char('L'), KeyModifiers::CONTROL | KeyModifiers::SHIFT),
            key("Ctrl-L")
        );
    }

    #[test]
    fn input_method_keys_act_as_ascii() {
        let pairs = [
            ("／", "/"),
            ("？", "?"),
            ("：", ":"),
            ("；", ";"),
            ("，", ","),
            ("！", "!"),
            ("Ａ", "A"),
            ("ｊ", "j"),
            ("～", "~"),
            ("、", "/"),
            ("。", "."),
            ("《", "<"),
            ("》", ">"),
            ("【", "["),
            ("】", "]"),
            ("「", "{"),
            ("」", "}"),
            ("“", "\""),
            ("”", "\""),
            ("‘", "'"),
            ("’", "'"),
            ("·", "`"),
            ("￥", "$"),
            ("…", "^"),
            ("—", "_"),
            ("\u{3000}", "Space"),
            ("党", "党"),
            ("a", "a"),
            ("Enter", "Enter"),
            ("Ctrl-L", "Ctrl-L"),
        ];
        for (typed, meant) in pairs {
            assert_eq!(key(typed).without_input_method(), key(meant), "{typed}");
        }
    }

    #[test]
    fn names_are_read_as_people_type_them() {
        for (typed, name) in [
            ("ctrl+s", "Ctrl-S"),
            ("Ctrl-s", "Ctrl-S"),
            ("PGUP", "PgUp"),
            ("shift-tab", "Shift-Tab"),
            ("alt-Ctrl-x", "Ctrl-Alt-X"),
            ("Alt--", "Alt--"),
            ("f5", "F5"),
            ("f", "f"),
            ("F", "F"),
            ("-", "-"),
            ("space", "Space"),
        ] {
            assert_eq!(Key::from_any_case(typed).unwrap().to_string(), name, "{typed}");
        }
        for typed in ["Shift-a", "ctrl-shift-s", "F99", "", "Hyper-x", "Ctrl-", "ab"] {
            assert_eq!(Key::from_any_case(typed), None, "{typed}");
        }
    }

    #[test]
    fn only_plain_characters_type() {
        assert_eq!(key("党").typed(), Some('党'));
        assert_eq!(key("Space").typed(), Some(' '));
        for name in ["Ctrl-L", "Alt-x", "Enter", "F1"] {
            assert_eq!(key(name).typed(), None, "{name}");
        }
    }
}
