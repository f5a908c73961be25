//! The YAML as it is written: types that mirror the files exactly and check nothing but shape.
//!
//! Unknown fields are refused, and no mapping is keyed by user text, so that a key that stands twice
//! is always seen. `build` turns these into the model; nothing else sees them.

mod list;

pub use list::List;
use serde::Deserialize;

use crate::model::{Bound, ExcuseKind, Level, PartnerKind, PeriodKind, RecognitionKind, Scope};

/// A file whose lists can be read item by item, so that one bad record does not cost the rest.
pub trait Shape: for<'de> Deserialize<'de> {
    /// The top-level keys that hold lists of records.
    const LISTS: &'static [&'static str];

    /// Parses `yaml` as the record at place `at` of `list` and keeps it.
    ///
    /// # Errors
    /// What the YAML reader says of the record.
    fn add(&mut self, list: &str, at: u32, yaml: &str) -> Result<(), serde_yaml::Error>;
}

macro_rules! shapes {
    ($($(#[$doc:meta])* $name:ident { $($field:ident: $type:ty,)* } lists { $($list:ident: $item:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $(#[doc = concat!("`", stringify!($field), "`")] pub $field: $type,)*
            $(#[doc = concat!("`", stringify!($list), "`")] #[serde(default = "List::empty")] pub $list: List<$item>,)*
        }

        impl Shape for $name {
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

macro_rules! records {
    ($($(#[$doc:meta])* $name:ident { $($field:ident: $type:ty,)* } optional { $($maybe:ident: $mtype:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $(#[doc = concat!("`", stringify!($field), "`")] pub $field: $type,)*
            $(#[doc = concat!("`", stringify!($maybe), "`, may be absent")] #[serde(default)] pub $maybe: $mtype,)*
        }
    )*};
}

shapes! {
    /// `data/themes.yaml`
    RawThemes {} lists { themes: RawTheme, }
    /// `data/metrics.yaml`
    RawMetrics {} lists { families: RawFamily, metrics: RawMetric, }
    /// `data/colleges/<id>.yaml`
    RawCollege {
        id: String,
        name: RawName,
        province: Option<Two>,
        reporter: RawReporter,
        source: String,
        summary: Two,
    } lists {
        pillars: RawPillar,
        measures: RawMeasure,
        frameworks: RawFramework,
        recognitions: RawRecognition,
        partners: RawPartner,
        outcomes: RawOutcome,
    }
    /// `seeds/<source-id>.yaml`
    RawSource {
        id: String,
        title: Option<String>,
        outlet: Option<String>,
        byline: Option<Vec<String>>,
        url: Option<String>,
        language: String,
        published: Option<String>,
        text: RawText,
        body: String,
    } lists {
        furniture: RawFurniture,
        outline: RawOutline,
        excused: RawExcuse,
    }
}

records! {
    /// A text in both languages.
    Two { zh: String, en: String, } optional {}
    /// A theme.
    RawTheme { id: String, zh: String, en: String, definition: Two, } optional {}
    /// A family.
    RawFamily { id: String, zh: String, en: String, theme: String, definition: Two, } optional {}
    /// A metric.
    RawMetric { id: String, zh: String, en: String, theme: String, unit: String, definition: Two, } optional {
        family: Option<String>,
    }
    /// A college's names.
    RawName { zh: String, short: String, en: String, pinyin: String, } optional {}
    /// Whom the figures speak for.
    RawReporter { zh: String, en: String, scope: Scope, } optional {}
    /// A citation.
    RawCite { line: u32, exact: String, } optional { prefix: Option<String>, suffix: Option<String>, }
    /// A pillar.
    RawPillar {
        n: u8,
        heading: String,
        slogan: String,
        printed: String,
        en: String,
        themes: Vec<String>,
        gist: Two,
        cite: RawCite,
    } optional {}
    /// A measure.
    RawMeasure { id: String, pillar: u8, n: u8, title: String, en: String, gist: Two, cite: RawCite, } optional {
        slogan: Option<String>,
    }
    /// A framework.
    RawFramework { id: String, name: String, en: String, groups: Vec<RawGroup>, cite: RawCite, } optional {
        pillar: Option<u8>,
        gist: Option<Two>,
    }
    /// A counted part of a framework.
    RawGroup { name: String, total: u16, } optional { unit: Option<String>, members: Vec<String>, }
    /// A recognition.
    RawRecognition { id: String, kind: RecognitionKind, name: String, en: String, cite: RawCite, } optional {
        pillar: Option<u8>,
        work: Option<String>,
        level: Option<Level>,
        year: Option<u16>,
        holder: Option<String>,
        outcome: Option<String>,
    }
    /// A partner.
    RawPartner { id: String, kind: PartnerKind, name: String, en: String, cite: RawCite, } optional {
        pillar: Option<u8>,
    }
    /// An outcome.
    RawOutcome {
        id: String,
        metric: String,
        label: String,
        en: String,
        value: f64,
        unit: String,
        as_written: String,
        cite: RawCite,
    } optional {
        pillar: Option<u8>,
        bound: Bound,
        max: Option<f64>,
        period: Option<RawPeriod>,
        scope: Option<Scope>,
        named: Vec<String>,
    }
    /// The time an outcome is stated for.
    RawPeriod { kind: PeriodKind, text: String, } optional { year: Option<u16>, cumulative: bool, }
    /// The article's text file.
    RawText { sha256: String, lines: u32, bytes: u64, } optional {}
    /// Lines of the site.
    RawFurniture { lines: String, kind: String, } optional { note: Option<Two>, }
    /// An entry of the outline.
    RawOutline { line: u32, zh: String, en: String, } optional {}
    /// A numeral that is no outcome.
    RawExcuse { line: u32, exact: String, kind: ExcuseKind, reason: Two, } optional {}
}
