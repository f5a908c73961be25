//! What a check brings back: findings, and how much of each article is accounted for.

use crate::{
    finding::{Finding, Severity},
    model::Slug,
};

/// Findings and coverage.
#[derive(Clone, Debug, Default)]
pub struct CheckReport {
    /// Everything found, the loader's findings too, with positions, by file and line.
    pub findings: Vec<Finding>,
    /// One entry a source, in the order of the atlas.
    pub coverage: Vec<Coverage>,
}

impl CheckReport {
    /// How many findings are errors, and how many warnings.
    pub(crate) fn counts(&self) -> (usize, usize) {
        let of = |severity| self.findings.iter().filter(|f| f.severity == severity).count();
        (of(Severity::Error), of(Severity::Warning))
    }
}

/// How much of one article is accounted for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// The source.
    pub source: Slug,
    /// What was counted, or why nothing could be.
    pub extent: Extent,
}

impl Coverage {
    /// Whether the article's text was at hand.
    pub(crate) fn read(&self) -> bool {
        !matches!(self.extent, Extent::NoText | Extent::Changed)
    }
}

/// What was counted of an article's numerals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Every numeral of the body: `curated + excused` of `numerals` are accounted for.
    Counted {
        /// Numerals of the body.
        numerals: u32,
        /// Those an outcome cites.
        curated: u32,
        /// Those the source record excuses.
        excused: u32,
    },
    /// The text is not at hand: phrases, lines and coverage were not checked.
    NoText,
    /// The text at hand is not the one on record: likewise.
    Changed,
    /// The text was checked; numerals were not counted, because records were left out as faulty.
    Faulty,
}
