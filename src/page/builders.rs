//! Answers as pages: what is known of a fact, where it stands, and lists of facts.
//!
//! Owns the wording and the order of what is said about each kind, in both languages. The command line
//! and the explorer show the same pages. It sets no two values against each other (that is `compare`'s)
//! and knows no colours and, but for comparisons, no widths.

pub(crate) mod card;
mod college;
pub mod compare;
pub(crate) mod coverage;
pub(crate) mod detail;
pub(crate) mod findings;
mod framework;
pub(crate) mod hits;
pub(crate) mod list;
mod measure;
mod metric;
mod outcome;
mod part;
mod partner;
mod passage;
mod pillar;
mod recognition;
mod section;
mod source;
mod summary;
mod theme;

pub(crate) use metric::metric;
pub(crate) use outcome::period;
pub(crate) use part::{announced, unnamed};
pub(crate) use section::{plural, recognition_notes};
pub(crate) use source::source;
pub(crate) use summary::{brief, gist};
pub(crate) use theme::theme;

use super::block::Block;
use crate::{
    lang::Lang,
    model::{Atlas, Fact},
};

/// Everything known of `fact`.
pub fn fact(atlas: &Atlas, fact: Fact<'_>, lang: Lang) -> Vec<Block> {
    match fact {
        Fact::College(college) => college::page(atlas, college, lang),
        Fact::Pillar(college, pillar) => pillar::page(atlas, college, pillar, lang),
        Fact::Measure(college, measure) => measure::page(atlas, college, measure, lang),
        Fact::Framework(college, framework) => framework::page(atlas, college, framework, lang),
        Fact::Recognition(college, recognition) => recognition::page(atlas, college, recognition, lang),
        Fact::Partner(college, partner) => partner::page(atlas, college, partner, lang),
        Fact::Outcome(college, outcome) => outcome::page(atlas, college, outcome, lang),
    }
}
