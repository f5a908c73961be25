//! Where labels and columns stand, in cells.
//!
//! Settled by the width and the number of colleges alone, so that nothing moves when a theme folds or a row scrolls.

use std::{iter, ops::Range};

use super::{COLUMNS_FROM, View};
use crate::{
    model::College,
    page::columns::{Need, solve, window},
    text::width::Policy,
};

/// Blank cells between columns; the sign stands in the middle of the first gap.
pub(super) const GAP: usize = 3;
/// Blank cells before labels, so that theme headings stand out.
const INDENT: usize = 2;
/// Fewest and most cells of a college's column.
const COLUMN: (usize, usize) = (24, 64);

/// The geometry of one sheet.
pub(super) struct Frame {
    /// Cells of a line.
    pub(super) width: usize,
    /// How ambiguous characters are drawn.
    pub(super) policy: Policy,
    /// Cells before a label.
    pub(super) indent: usize,
    /// Cells of a label; in the stacked dress of a college's name.
    pub(super) label: usize,
    /// The columns on screen, by place of the college. Empty in the stacked dress.
    pub(super) columns: Vec<(usize, Range<usize>)>,
    /// The names of the colleges, for the stacked dress.
    pub(super) names: Vec<String>,
    /// Fewest cells that any cell's content has.
    pub(super) room: usize,
}

impl Frame {
    pub(super) fn new(subjects: &[&College], view: &View<'_>) -> Self {
        let names: Vec<String> = subjects
            .iter()
            .map(|college| college.label(view.lang).to_owned())
            .collect();
        if view.width < COLUMNS_FROM {
            stacked(names, view)
        } else {
            columns(names, view)
        }
    }

    /// Whether the colleges stand under each other.
    pub(super) fn is_stacked(&self) -> bool {
        self.width < COLUMNS_FROM
    }
}

fn columns(names: Vec<String>, view: &View<'_>) -> Frame {
    let label = (view.width / 4).clamp(20, 32);
    let need = |(min, want), weight| Need { min, want, weight };
    let needs: Vec<Need> = iter::once(need((label, label), 0))
        .chain(names.iter().map(|_| need(COLUMN, 1)))
        .collect();
    let frozen = 1 + usize::from(view.pinned);
    let shown = |offset| window(&needs, frozen, offset, GAP, view.width);
    let offset = (0..view.offset.min(names.len()))
        .find(|&offset| shown(offset).end == needs.len())
        .unwrap_or(view.offset);
    let shown: Vec<usize> = (1..frozen.min(needs.len())).chain(shown(offset)).collect();
    let on_screen: Vec<Need> = iter::once(needs[0])
        .chain(shown.iter().map(|&at| needs[at]))
        .collect();
    let cells = solve(&on_screen, GAP, view.width);
    let mut start = cells[0] + GAP;
    let columns: Vec<_> = shown
        .into_iter()
        .zip(&cells[1..])
        .map(|(at, &cells)| {
            let range = start..start + cells;
            start += cells + GAP;
            (at - 1, range)
        })
        .collect();
    Frame {
        width: view.width,
        policy: view.policy,
        indent: INDENT,
        label: label - INDENT,
        room: columns.iter().map(|(_, range)| range.len()).min().unwrap_or(0),
        columns,
        names,
    }
}

fn stacked(names: Vec<String>, view: &View<'_>) -> Frame {
    let longest = names
        .iter()
        .map(|name| view.policy.width(name))
        .max()
        .unwrap_or(0);
    let indent = (2 * INDENT).min(view.width / 6);
    let label = longest.min(view.width / 4).min(24);
    Frame {
        width: view.width,
        policy: view.policy,
        indent,
        label,
        columns: Vec::new(),
        names,
        room: view.width.saturating_sub(indent + label + GAP - 1),
    }
}
