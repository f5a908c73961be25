//! What must be said with a row, as lines.

use super::{Face, Sheet, pillars};
use crate::{
    lang::Lang,
    page::{
        Run,
        block::Block,
        layout::{Row, layout},
    },
};

/// Where notes start.
const INDENT: usize = 4;

impl Face<'_> {
    /// What must be said with the row at `at`, a sentence each; `brief` leaves out what [`Face::common`] says.
    pub(crate) fn notes(self, at: usize, brief: bool, lang: Lang) -> Vec<String> {
        match self {
            Face::Figures(comparison) if brief => comparison.said_but(at, &comparison.common(), lang),
            Face::Figures(comparison) => comparison.said(at, lang),
            Face::Pillars(alignment) => pillars::notes(alignment, at, lang),
        }
    }

    /// What must be said with all rows at once: caveats that every comparing row has; pillars without a partner.
    pub(crate) fn common(self, lang: Lang) -> Vec<String> {
        match self {
            Face::Figures(comparison) => {
                let caveats = comparison.common();
                caveats.into_iter().map(|caveat| caveat.words(lang)).collect()
            }
            Face::Pillars(alignment) => pillars::lonely(alignment, lang),
        }
    }
}

pub(super) fn drawn(sheet: &Sheet<'_>, said: Vec<String>) -> Vec<Row> {
    if said.is_empty() {
        return Vec::new();
    }
    let words = sentences(&said, sheet.view.lang);
    let block = Block::indented(INDENT, INDENT, [Run::warning(words)]);
    layout(&[block], sheet.view.width, sheet.view.policy)
}

/// Sentences one after the other, without a last full stop.
pub(crate) fn sentences(said: &[String], lang: Lang) -> String {
    said.join(lang.pick("；", ". "))
}
