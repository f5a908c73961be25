//! Comparisons as rows of exact cells: figures, and pillars by theme.
//!
//! Owns what a comparison looks like: the label column that stays, one column for each college, the sign before the
//! first value, bars, headings that fold, and the stacked dress of narrow screens. The command line and the explorer
//! show the same rows. It decides no relation and computes no caveat (`compare` does), and it keeps no cursor: every
//! line says what it shows instead.

mod figures;
mod frame;
mod head;
mod notes;
pub mod overview;
mod pillars;
mod strip;

use std::ops::Range;

use crate::{
    compare::{Comparison, PillarAlignment},
    lang::Lang,
    model::ThemeIx,
    page::layout::Row,
    text::width::Policy,
};
use frame::Frame;

/// From this width on, in cells, colleges stand in columns; below it they stand under each other.
pub const COLUMNS_FROM: usize = 80;

/// How a reader wants to see it.
#[derive(Clone, Copy, Debug)]
pub struct View<'v> {
    /// The language of interface words.
    pub lang: Lang,
    /// How ambiguous characters are drawn.
    pub policy: Policy,
    /// Cells of a line.
    pub width: usize,
    /// Colleges scrolled past; more than leaves the last on the right counts as that many.
    pub offset: usize,
    /// Whether the first college stays beside the labels when the others scroll.
    pub pinned: bool,
    /// Themes whose rows are folded away.
    pub folded: &'v [ThemeIx],
    /// Whether what must be said with a row follows it; else [`Sheet::notes`] tells it for one row.
    pub notes: bool,
}

/// What one line shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// A theme's heading.
    Theme(ThemeIx),
    /// A row of the comparison, by its place; in the stacked dress the college by its place, too.
    Row(usize, Option<usize>),
    /// What must be said with a row.
    Note(usize),
    /// What must be said with all of them.
    Common,
}

/// A line as drawn and what it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Exactly as wide as asked for. Its spots name the facts in it.
    pub row: Row,
    /// What it shows.
    pub shows: Shows,
}

/// What a reader can stand on: a theme's heading or a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// A theme's heading.
    Theme(ThemeIx),
    /// A row of the comparison, by its place.
    Row(usize),
}

/// A comparison whose columns are settled; its items are laid out only as they are asked for.
pub struct Sheet<'a> {
    face: Face<'a>,
    view: View<'a>,
    frame: Frame,
    items: Vec<Item>,
}

/// The two faces of a comparison.
enum Face<'a> {
    Figures(&'a Comparison<'a>),
    Pillars(&'a PillarAlignment<'a>),
}

impl<'a> Sheet<'a> {
    /// The figures of several colleges.
    pub fn figures(comparison: &'a Comparison<'a>, view: View<'a>) -> Self {
        Self {
            items: figures::items(comparison, view.folded),
            frame: Frame::new(&comparison.subjects, &view),
            face: Face::Figures(comparison),
            view,
        }
    }

    /// The pillars of several colleges.
    pub fn pillars(alignment: &'a PillarAlignment<'a>, view: View<'a>) -> Self {
        Self {
            items: (0..alignment.rows.len()).map(Item::Row).collect(),
            frame: Frame::new(&alignment.subjects, &view),
            face: Face::Pillars(alignment),
            view,
        }
    }

    /// The lines that stay above: what is compared, and the names over the columns.
    pub fn head(&self) -> Vec<Row> {
        head::head(self)
    }

    /// What a reader can stand on, from top to bottom.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The lines of one item.
    pub fn item(&self, item: Item) -> Vec<Line> {
        match item {
            Item::Theme(theme) => self.theme(theme),
            Item::Row(at) => {
                let mut lines = self.row(at);
                if self.view.notes {
                    lines.extend(self.shown(Shows::Note(at), notes::of_row(self, at, true)));
                }
                lines
            }
        }
    }

    /// The lines of the items from the place `from` on, `height` of them.
    pub fn window(&self, from: usize, height: usize) -> Vec<Line> {
        let items = self.items.iter().skip(from);
        items.flat_map(|&item| self.item(item)).take(height).collect()
    }

    /// Every line below the head.
    pub fn lines(&self) -> Vec<Line> {
        let common = match self.view.notes {
            true => self.shown(Shows::Common, notes::common(self)),
            false => Vec::new(),
        };
        let items = self.items.iter().flat_map(|&item| self.item(item));
        common.into_iter().chain(items).collect()
    }

    /// Everything that must be said with the row at `at`.
    pub fn notes(&self, at: usize) -> Vec<Row> {
        notes::of_row(self, at, false)
    }

    /// The columns on screen: the place of the college and its cells. None in the stacked dress.
    pub fn columns(&self) -> &[(usize, Range<usize>)] {
        &self.frame.columns
    }

    fn theme(&self, theme: ThemeIx) -> Vec<Line> {
        match self.face {
            Face::Figures(comparison) => {
                self.shown(Shows::Theme(theme), head::theme(self, comparison, theme))
            }
            Face::Pillars(_) => Vec::new(),
        }
    }

    fn row(&self, at: usize) -> Vec<Line> {
        let strip = match self.face {
            Face::Figures(comparison) => figures::strip(comparison, at, self.view.lang, self.frame.room),
            Face::Pillars(alignment) => pillars::strip(alignment, at, self.view.lang),
        };
        strip.lines(&self.frame, at)
    }

    fn shown(&self, shows: Shows, rows: Vec<Row>) -> Vec<Line> {
        rows.into_iter().map(|row| Line { row, shows }).collect()
    }
}

#[cfg(test)]
mod tests;
