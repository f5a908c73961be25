//! The words that options take, as clap's values; those that `config.yaml` takes too are read from it as well.

use clap::ValueEnum;
use serde::Deserialize;

use crate::{export::headings::Headings, lang::Lang, text::width::Policy};

/// What `list` lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs, reason = "the words are their own documentation")]
pub enum Listed {
    Colleges,
    Pillars,
    Measures,
    Outcomes,
    Metrics,
    Themes,
    Recognitions,
    Frameworks,
    Partners,
    Sources,
}

/// How the answer is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For reading.
    #[default]
    Table,
    /// Markdown.
    Md,
    /// Comma-separated values.
    Csv,
    /// JSON.
    Json,
    /// JSON Lines.
    Jsonl,
}

/// `--headings`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum HeadedBy {
    /// Words in 中文.
    Zh,
    /// Words in English.
    En,
    /// The ids that programs rely on.
    #[default]
    Id,
}

impl From<HeadedBy> for Headings {
    fn from(headed: HeadedBy) -> Self {
        match headed {
            HeadedBy::Zh => Self::In(Lang::Zh),
            HeadedBy::En => Self::In(Lang::En),
            HeadedBy::Id => Self::Id,
        }
    }
}

/// `--lang`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// 中文.
    Zh,
    /// English.
    En,
    /// Both, 中文 leading.
    #[value(name = "zh,en")]
    #[serde(skip)]
    ZhEn,
    /// Both, English leading.
    #[value(name = "en,zh")]
    #[serde(skip)]
    EnZh,
}

impl Language {
    /// Whether two are asked for, side by side.
    pub fn is_both(self) -> bool {
        matches!(self, Self::ZhEn | Self::EnZh)
    }
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Zh => Self::Zh,
            Lang::En => Self::En,
        }
    }
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Zh | Language::ZhEn => Self::Zh,
            Language::En | Language::EnZh => Self::En,
        }
    }
}

/// `--ambiguous`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Ambiguous {
    /// Substitutes for a terminal, as printed into a pipe; the explorer asks the terminal.
    #[default]
    Auto,
    /// One cell.
    Narrow,
    /// Two cells.
    Wide,
    /// Substitutes.
    Safe,
}

impl From<Policy> for Ambiguous {
    fn from(policy: Policy) -> Self {
        match policy {
            Policy::Narrow => Self::Narrow,
            Policy::Wide => Self::Wide,
            Policy::Safe => Self::Safe,
        }
    }
}

impl Ambiguous {
    /// The policy chosen; none for `auto`.
    pub(crate) fn policy(self) -> Option<Policy> {
        match self {
            Self::Auto => None,
            Self::Narrow => Some(Policy::Narrow),
            Self::Wide => Some(Policy::Wide),
            Self::Safe => Some(Policy::Safe),
        }
    }
}

/// `--color`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` or `TERM=dumb` says no or `CLICOLOR_FORCE` says yes.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// `--theme-name`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeName {
    /// In the explorer light or dark, as the terminal says its background is; else as `dark`, whose sixteen colours
    /// are the terminal's own.
    #[default]
    Auto,
    /// For dark backgrounds.
    Dark,
    /// For light backgrounds.
    Light,
    /// Attributes and no colour.
    Mono,
}

/// Whether something is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Switch {
    /// It is.
    On,
    /// It is not.
    #[default]
    Off,
}

/// `--start`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StartView {
    /// The panes.
    #[default]
    Browse,
    /// Themes by colleges.
    Overview,
    /// Colleges side by side.
    Compare,
    /// The list of everything that is found.
    Find,
}
