//! What must be said with a row, as lines under it.

use super::{Face, View, pillars};
use crate::{
    compare::Caveat,
    lang::Lang,
    page::{Run, block::Block, layout::layout, row::Row},
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

/// What holds of all rows and is not in the head already: that has the scopes.
pub(super) fn common(face: Face<'_>, lang: Lang) -> Vec<String> {
    match face {
        Face::Figures(comparison) => {
            let caveats = comparison.common().into_iter();
            let others = caveats.filter(|caveat| !matches!(caveat, Caveat::Scopes(_)));
            others.map(|caveat| caveat.words(lang)).collect()
        }
        Face::Pillars(_) => face.common(lang),
    }
}

pub(super) fn drawn(said: &[String], view: &View<'_>) -> Vec<Row> {
    match said.is_empty() {
        true => Vec::new(),
        false => text(&[Run::warning(sentences(said, view.lang))], INDENT, view),
    }
}

/// Running text, `indent` cells from the left.
pub(super) fn text(runs: &[Run], indent: usize, view: &View<'_>) -> Vec<Row> {
    layout(
        &[Block::indented(indent, indent, runs.iter().cloned())],
        view.width,
        view.policy,
    )
}

/// Sentences one after the other, without a last full stop.
pub(crate) fn sentences(said: &[String], lang: Lang) -> String {
    said.join(lang.pick("；", ". "))
}
