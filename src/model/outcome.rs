//! One numeric result.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Citation, MetricIx, Quantity, Scope, Slug};
use crate::lang::Bilingual;

/// An outcome (成效): quantity, metric, period, scope and citation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// Its id within the dossier.
    pub id: Slug,
    /// The pillar it stands under; none in the introduction.
    pub(crate) pillar: Option<u8>,
    /// What it counts.
    pub metric: MetricIx,
    /// What the article calls it, and in English.
    pub label: Bilingual,
    /// Value in base units, unit and bound.
    pub quantity: Quantity,
    /// The printed wording of the quantity: `2000多万元`.
    pub as_written: Box<str>,
    /// The time it is stated for; none when the article prints none.
    pub(crate) period: Option<Period>,
    /// Whom it speaks for.
    pub(crate) scope: Scope,
    /// Members of the count that the article names.
    pub(crate) named: Vec<Box<str>>,
    /// Where it stands.
    pub cite: Citation,
    /// Its place in the file's list, for findings.
    pub(crate) at: u32,
}

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
}
