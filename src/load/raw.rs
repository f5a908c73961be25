//! The YAML as it is written: types that mirror the files exactly and check nothing but shape.
//!
//! Unknown fields are refused, and no mapping is keyed by user text, so that a key that stands twice
//! is always seen. `build` turns these into the model; nothing else sees them. The JSON Schema of the files is
//! read off the same types: their field comments, in both languages, are what an editor shows.

mod college;
mod forms;
mod list;
mod registers;
pub mod schema;
mod source;
mod version;

pub(crate) use college::{
    RawCollege, RawFramework, RawGroup, RawGuess, RawMeasure, RawOutcome, RawPartner, RawPeriod, RawPillar,
    RawRecognition,
};
pub(crate) use list::RawList;
pub(crate) use registers::{RawFamily, RawMetric, RawMetrics, RawThemes};
use schemars::JsonSchema;
use serde::Deserialize;
pub(crate) use source::{RawExcuse, RawFurniture, RawOutline, RawSource, RawText};
pub(crate) use version::{NEWEST, UnknownSchema, Version};

/// A file whose lists can be read item by item, so that one bad record does not cost the rest.
pub(crate) trait RawFile: for<'de> Deserialize<'de> {
    /// The top-level keys that hold lists of records.
    const LISTS: &'static [&'static str];

    /// Parses `yaml` as the record at place `at` of `list` and keeps it.
    ///
    /// # Errors
    /// What the YAML reader says of the record.
    fn add(&mut self, list: &str, at: u32, yaml: &str) -> Result<(), serde_yaml::Error>;
}

macro_rules! lists {
    ($($name:ident { $($list:ident)* })*) => {$(
        impl RawFile for $name {
            const LISTS: &'static [&'static str] = &[$(stringify!($list),)*];

            fn add(&mut self, list: &str, at: u32, yaml: &str) -> Result<(), serde_yaml::Error> {
                match list {
                    $(stringify!($list) => self.$list.add(at, yaml),)*
                    _ => Ok(()),
                }
            }
        }
    )*};
}

lists! {
    RawThemes { themes }
    RawMetrics { families metrics }
    RawCollege { pillars measures frameworks recognitions partners outcomes }
    RawSource { furniture outline excused }
}

/// A text in both languages. 两种语言的文字。
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Two {
    /// Chinese. 中文。
    #[schemars(length(min = 1))]
    pub(crate) zh: String,
    /// English. 英文。
    #[schemars(length(min = 1))]
    pub(crate) en: String,
}

/// Where a fact stands in the article. 引证：事实在原文中的位置。
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Cite")]
pub(crate) struct RawCite {
    /// Line of the article's text, from 1. 原文的行号，从 1 起。
    #[schemars(range(min = 1))]
    pub(crate) line: u32,
    /// The shortest printed phrase that states the fact, character by character. 能说明这一事实的最短原文，逐字照抄。
    #[schemars(length(min = 1))]
    pub(crate) exact: String,
    /// Text right before the phrase, when it stands more than once in the line. 引语不止一处时，紧接其前的文字。
    #[serde(default)]
    #[schemars(length(min = 1))]
    pub(crate) prefix: Option<String>,
    /// Text right after the phrase, likewise. 同上，紧接其后的文字。
    #[serde(default)]
    #[schemars(length(min = 1))]
    pub(crate) suffix: Option<String>,
}
