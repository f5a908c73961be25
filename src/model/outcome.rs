//! One numeric result.

use serde::{Deserialize, Serialize};

use super::{Citation, MetricIx, Period, Quantity, Scope, Slug};
use crate::lang::Bilingual;

/// An outcome (成效): quantity, metric, period, scope and citation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// Its id within the dossier.
    pub id: Slug,
    /// The pillar it stands under; none in the introduction.
    pub(crate) pillar: Option<u8>,
    /// What it counts; none when no metric has been chosen: such a figure is shown and found, never compared.
    pub metric: Option<MetricIx>,
    /// The metrics a draft proposes, the likeliest first; none once a person has confirmed the figure. An empty list
    /// is a figure for which the draft knew no metric, and just as unconfirmed.
    pub guesses: Option<Vec<Guess>>,
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
    /// What a reader has to know of how it is printed, in the curator's words.
    pub(crate) note: Option<Bilingual>,
    /// Where it stands.
    pub cite: Citation,
    /// Its place in the file's list, for findings.
    pub(crate) at: u32,
}

/// A metric that a draft proposes for a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guess {
    /// The metric's id.
    pub metric: Slug,
    /// The printed words of the figure's clause that speak for it.
    pub words: Box<str>,
}
