//! A line of a page as drawn, and which of its cells show something of their own.
//!
//! Made by the laying out of blocks and tables; painters neither wrap, cut nor measure it.

use std::ops::Range;

use super::Run;
use super::styled::{Styled, StyledLine};
use crate::text::width::Policy;

/// A line as drawn: its runs together take exactly the width it was laid out for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Drawn text, left to right; not to be measured or substituted again.
    pub(crate) runs: Vec<Run>,
    /// What the row shows.
    pub(crate) addr: Option<String>,
    /// Cells of the row that show something of their own.
    pub(crate) spots: Vec<RowSpot>,
}

/// Part of a [`Row`] with its own address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RowSpot {
    /// Columns of the screen, from 0 at the row's left edge.
    pub(crate) cells: Range<usize>,
    /// What is shown there.
    pub(crate) addr: String,
}

impl Row {
    /// The row as one string.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// `runs` in one line of `width` cells, cut as a whole, with the mark of a cut.
    pub(crate) fn cut(runs: &[Run], width: usize, policy: Policy) -> Self {
        Self::padded(Styled::new(runs).cut(width, policy), width)
    }

    pub(super) fn padded(mut line: StyledLine, width: usize) -> Self {
        line.blank(width.saturating_sub(line.cells));
        Self {
            runs: line.runs,
            ..Self::default()
        }
    }
}
