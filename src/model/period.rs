//! The time a figure is stated for, and how it is said.
//!
//! Owns the one wording of a period. When two periods are the same is `compare`'s.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::words;
use crate::lang::Lang;

/// The time an outcome is stated for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Period {
    /// What sort of time it is.
    pub(crate) kind: PeriodKind,
    /// As printed: `2023年`, `近年来`, `2024届`.
    pub(crate) text: Box<str>,
    /// The year, if one is printed.
    pub(crate) year: Option<u16>,
    /// Whether the article also says 累计.
    pub(crate) cumulative: bool,
    /// In English, where the words for [it](Period::words) do not follow from its kind and print.
    pub(crate) en: Option<Box<str>>,
}

impl Period {
    /// As a reader is told it: as printed in Chinese, in words in English, with 累计 where the article also says so.
    pub(crate) fn words(&self, lang: Lang) -> String {
        let text = match lang {
            Lang::Zh => self.text.to_string(),
            Lang::En => self.english().unwrap_or_else(|| format!("「{}」", self.text)),
        };
        let added = self.cumulative && self.kind != PeriodKind::Cumulative && !self.text.contains("累计");
        let note = if added {
            lang.pick(" 累计", ", cumulative")
        } else {
            ""
        };
        text + note
    }

    /// In English, if there are words for it.
    pub(crate) fn english(&self) -> Option<String> {
        let own = self.en.as_deref().map(str::to_owned);
        own.or_else(|| words::time(&self.text))
    }

    /// Whether the article says that the figure has been added up.
    pub(crate) fn is_cumulative(&self) -> bool {
        self.cumulative || self.kind == PeriodKind::Cumulative
    }
}

/// What sort of time a [`Period`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum PeriodKind {
    /// Within one year: 2023年.
    Year,
    /// Up to a date: 截至2023年底.
    AsOf,
    /// Added up over a time not given: 累计.
    Cumulative,
    /// Over recent years: 近年来.
    Recent,
    /// A graduating class: 2024届, 应届.
    Class,
}

impl PeriodKind {
    /// Every kind.
    pub(crate) const ALL: [Self; 5] = [
        Self::Year,
        Self::AsOf,
        Self::Cumulative,
        Self::Recent,
        Self::Class,
    ];

    /// The word used in YAML and JSON.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::AsOf => "as_of",
            Self::Cumulative => "cumulative",
            Self::Recent => "recent",
            Self::Class => "class",
        }
    }

    /// What it is called.
    pub(crate) fn word(self, lang: Lang) -> &'static str {
        match self {
            Self::Year => lang.pick("一年之内", "within one year"),
            Self::AsOf => lang.pick("截至某时", "up to a date"),
            Self::Cumulative => lang.pick("累计", "cumulative"),
            Self::Recent => lang.pick("近年来", "in recent years"),
            Self::Class => lang.pick("届", "a class year"),
        }
    }
}
