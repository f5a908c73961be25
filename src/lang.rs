//! The interface language and texts that exist in both languages.
//!
//! Owns [`Lang`] and [`Bilingual`]. It holds no interface words: each screen keeps its own next to
//! its layout, as a `match` on [`Lang`], so that a missing word does not compile.

mod system;

use std::fmt;

use serde::{Deserialize, Serialize};
pub(crate) use system::system_words;

/// The language of interface words. Data always stays Chinese.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Simplified Chinese (`zh-Hans`).
    Zh,
    /// English.
    #[default]
    En,
}

/// The codeset of a locale name such as `zh_CN.GB18030` (POSIX 8.2: language, territory, codeset, modifier), if it
/// names one that is not UTF-8.
pub(crate) fn foreign_charset(locale: &str) -> Option<&str> {
    let codeset = locale.split('@').next()?.split_once('.')?.1;
    let plain: String = codeset.chars().filter(char::is_ascii_alphanumeric).collect();
    (!plain.eq_ignore_ascii_case("utf8")).then_some(codeset)
}

impl Lang {
    /// The first language a user's settings name: `RONGTU_LANG`, then the locale variables in POSIX
    /// order (`LC_ALL`, `LC_MESSAGES`, `LANG`); English when none is set.
    pub(crate) fn from_env(var: impl Fn(&str) -> Option<String>) -> Self {
        ["RONGTU_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .filter_map(|name| var(name))
            .find(|value| !value.is_empty())
            .map_or(Self::En, |value| Self::of_locale(&value))
    }

    /// `zh`, `zh_CN.UTF-8`, `zh-Hant` … are Chinese; everything else is English. So is `zh_CN.GB18030`: what is
    /// written is UTF-8, of which its terminal shows the ASCII alone.
    pub(crate) fn of_locale(locale: &str) -> Self {
        match locale.get(..2) {
            Some(code) if code.eq_ignore_ascii_case("zh") && foreign_charset(locale).is_none() => Self::Zh,
            _ => Self::En,
        }
    }

    /// The other language.
    #[must_use]
    pub(crate) fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }

    /// The BCP 47 primary subtag: `zh` or `en`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }

    /// One of two fixed words.
    pub fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

/// A text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Bilingual {
    /// Chinese.
    pub zh: Box<str>,
    /// English.
    pub en: Box<str>,
}

impl Bilingual {
    /// A text from its two halves.
    pub fn new(zh: impl Into<Box<str>>, en: impl Into<Box<str>>) -> Self {
        Self {
            zh: zh.into(),
            en: en.into(),
        }
    }

    /// The half in `lang`.
    pub(crate) fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// For an error of our own that passes where only the system's are expected.
impl std::error::Error for Bilingual {}

impl fmt::Display for Bilingual {
    /// English first, for logs and panics; screens choose with [`Bilingual::get`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} / {}", self.en, self.zh)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_variable_beats_the_locale() {
        let env = |name: &str| match name {
            "RONGTU_LANG" => Some("en".to_owned()),
            "LANG" => Some("zh_CN.UTF-8".to_owned()),
            _ => None,
        };
        assert_eq!(Lang::from_env(env), Lang::En);
    }

    #[test]
    fn locale_decides_when_nothing_else_does() {
        let env = |name: &str| (name == "LANG").then(|| "zh_CN.UTF-8".to_owned());
        assert_eq!(Lang::from_env(env), Lang::Zh);
        assert_eq!(Lang::from_env(|_| None), Lang::En);
        assert_eq!(
            Lang::from_env(|name| (name == "LC_ALL").then(String::new)),
            Lang::En
        );
    }
}
