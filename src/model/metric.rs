//! What outcomes count, and which counts belong side by side.

use serde::{Deserialize, Serialize};

use super::{FamilyIx, Slug, ThemeIx};
use crate::lang::Bilingual;

/// A metric (指标): what is counted. Two outcomes of one metric are comparable (*same*).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Metric {
    /// Its id.
    pub id: Slug,
    /// Its name.
    pub name: Bilingual,
    /// The theme it is listed under.
    pub theme: ThemeIx,
    /// The family of near relatives, if it has one.
    pub family: Option<FamilyIx>,
    /// The base unit its outcomes are stated in: `家`, `元`, `%`.
    pub unit: Box<str>,
    /// Precisely what is counted, so that two readers agree.
    pub(crate) definition: Bilingual,
}

/// A family (近似指标组): metrics that belong side by side (*related*) but are not the same count.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Family {
    /// Its id.
    pub id: Slug,
    pub(crate) name: Bilingual,
    /// The theme it is listed under.
    pub(crate) theme: ThemeIx,
    /// What its metrics share and how they differ.
    pub(crate) definition: Bilingual,
}
