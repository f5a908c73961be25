//! Where labels and columns stand, in cells.
//!
//! Settled by the width, the colleges and all labels, so that nothing moves when a theme folds or a row scrolls.

use std::{iter, ops::Range};

use super::{COLUMNS_FROM, SheetView};
use crate::{
    page::{
        block::{Cell, Column, Record, Table},
        columns::{Need, solve, window},
        grid::Grid,
        row::Row,
    },
    text::width::Policy,
};

/// Cells between columns: a blank, the divider, and one for the cursor.
const GAP: usize = 3;
/// Fewest and most cells of a college's column.
const COLUMN: (usize, usize) = (24, 80);
/// Cells before a college's name where colleges stand under each other.
const INDENT: usize = 2;

/// The geometry of one sheet.
pub(super) struct Geometry {
    width: usize,
    policy: Policy,
    /// Cells of a label; where colleges stand under each other, of a college's name, or 0 where names are too long to
    /// stand beside what is stated.
    label: usize,
    /// The columns on screen, by place of the college. Empty where colleges stand under each other.
    pub(super) columns: Vec<(usize, Range<usize>)>,
}

impl Geometry {
    /// Columns for colleges called `names` beside labels of `longest` cells at most.
    pub(super) fn new(names: &[&str], longest: usize, view: &SheetView<'_>) -> Self {
        match view.width < COLUMNS_FROM {
            true => Self::stacked(names, view),
            false => Self::abreast(names.len(), longest, view),
        }
    }

    fn abreast(colleges: usize, longest: usize, view: &SheetView<'_>) -> Self {
        let label = longest.clamp(16, (view.width / 4).clamp(20, 34));
        let need = |(min, want), weight| Need { min, want, weight };
        let needs: Vec<Need> = iter::once(need((label, label), 0))
            .chain((0..colleges).map(|_| need(COLUMN, 1)))
            .collect();
        let frozen = 1 + usize::from(view.pinned);
        let shown = |offset| window(&needs, frozen, offset, GAP, view.width);
        let offset = (0..view.offset.min(colleges))
            .find(|&offset| shown(offset).end == needs.len())
            .unwrap_or(view.offset);
        let shown: Vec<usize> = (1..frozen.min(needs.len())).chain(shown(offset)).collect();
        let on_screen: Vec<Need> = iter::once(needs[0])
            .chain(shown.iter().map(|&at| needs[at]))
            .collect();
        let cells = solve(&on_screen, GAP, view.width);
        let mut start = label + GAP;
        let columns = shown.into_iter().zip(&cells[1..]).map(|(at, &cells)| {
            let range = start..start + cells;
            start += cells + GAP;
            (at - 1, range)
        });
        Self {
            width: view.width,
            policy: view.policy,
            label,
            columns: columns.collect(),
        }
    }

    fn stacked(names: &[&str], view: &SheetView<'_>) -> Self {
        let longest = names.iter().map(|name| view.policy.width(name)).max();
        let fitting = longest.filter(|cells| *cells <= (view.width / 3).min(24));
        Self {
            width: view.width,
            policy: view.policy,
            label: fitting.unwrap_or(0),
            columns: Vec::new(),
        }
    }

    /// Whether the colleges stand under each other.
    pub(super) fn is_stacked(&self) -> bool {
        self.width < COLUMNS_FROM
    }

    /// Whether each college's name has lines of its own above what is stated.
    pub(super) fn names_above(&self) -> bool {
        self.is_stacked() && self.label == 0
    }

    /// Cells that every college's content has at least.
    pub(super) fn room(&self) -> usize {
        let columns = self.columns.iter().map(|(_, range)| range.len()).min();
        columns.unwrap_or_else(|| self.width.saturating_sub(INDENT + self.label + 2))
    }

    /// The lines of a row with its label at the left; `cells` has one for each college, on screen or not.
    pub(super) fn beside(&self, label: Cell, cells: &[Cell]) -> Vec<Row> {
        let fixed = self.columns.iter().map(|(_, range)| Column::fixed(range.len()));
        let table = Table {
            columns: iter::once(Column::fixed(self.label)).chain(fixed).collect(),
            gap: GAP,
            frozen: 1,
            divided: true,
            ..Table::default()
        };
        let shown = self.columns.iter().map(|(at, _)| cells[*at].clone());
        self.record(&table, iter::once(label).chain(shown))
    }

    /// The lines of one college's part of a row, its name at the left.
    pub(super) fn rows_under_name(&self, name: Cell, cell: Cell) -> Vec<Row> {
        let table = Table {
            columns: vec![Column::fixed(self.label), Column::fixed(self.room())],
            gap: 2,
            indent: INDENT,
            ..Table::default()
        };
        self.record(&table, [name, cell])
    }

    fn record(&self, table: &Table, cells: impl IntoIterator<Item = Cell>) -> Vec<Row> {
        Grid::new(table, self.width, self.policy).record(&Record::new(cells), None)
    }
}
