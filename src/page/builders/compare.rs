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
pub(crate) mod overview;
mod pillars;
mod row_layout;
mod words;

pub(crate) use notes::sentences;
pub(crate) use words::{Said, words};

use std::ops::Range;

use crate::{
    compare::{Comparison, PillarAlignment},
    lang::Lang,
    model::{Atlas, College, ThemeIx},
    page::layout::Row,
    text::width::Policy,
};
use frame::Frame;
use row_layout::Strip;

/// From this width on, in cells, colleges stand in columns; below it they stand under each other.
pub(crate) const COLUMNS_FROM: usize = 80;

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
#[derive(Clone, Copy, Debug)]
pub enum Face<'a> {
    /// Figures by metric and family.
    Figures(&'a Comparison<'a>),
    /// Pillars by theme.
    Pillars(&'a PillarAlignment<'a>),
}

impl<'a> Face<'a> {
    /// The atlas behind it.
    pub(crate) fn atlas(self) -> &'a Atlas {
        match self {
            Self::Figures(comparison) => comparison.atlas,
            Self::Pillars(alignment) => alignment.atlas,
        }
    }

    /// The colleges, from left to right.
    pub(crate) fn subjects(self) -> &'a [&'a College] {
        match self {
            Self::Figures(comparison) => &comparison.subjects,
            Self::Pillars(alignment) => &alignment.subjects,
        }
    }

    /// How many rows there are.
    pub(crate) fn rows(self) -> usize {
        match self {
            Self::Figures(comparison) => comparison.rows.len(),
            Self::Pillars(alignment) => alignment.rows.len(),
        }
    }

    /// The theme of the row at `at`; none for pillars that serve none.
    pub(crate) fn theme(self, at: usize) -> Option<ThemeIx> {
        match self {
            Self::Figures(comparison) => Some(comparison.rows[at].theme),
            Self::Pillars(alignment) => alignment.rows[at].theme,
        }
    }

    /// The row at `at`, its bars no longer than `room` cells and left out when that is 0.
    fn strip(self, at: usize, lang: Lang, room: usize) -> Strip {
        match self {
            Self::Figures(comparison) => figures::strip(comparison, at, lang, room),
            Self::Pillars(alignment) => pillars::strip(alignment, at, lang),
        }
    }
}

impl<'a> Sheet<'a> {
    /// A sheet of either face.
    pub fn new(face: Face<'a>, view: View<'a>) -> Self {
        let items = match face {
            Face::Figures(comparison) => figures::items(comparison, view.folded),
            Face::Pillars(alignment) => (0..alignment.rows.len()).map(Item::Row).collect(),
        };
        let frame = Frame::new(face.subjects(), &view);
        Self {
            face,
            view,
            frame,
            items,
        }
    }

    /// The figures of several colleges.
    pub fn figures(comparison: &'a Comparison<'a>, view: View<'a>) -> Self {
        Self::new(Face::Figures(comparison), view)
    }

    /// The pillars of several colleges.
    pub(crate) fn pillars(alignment: &'a PillarAlignment<'a>, view: View<'a>) -> Self {
        Self::new(Face::Pillars(alignment), view)
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
    pub(crate) fn item(&self, item: Item) -> Vec<Line> {
        match item {
            Item::Theme(theme) => self.theme(theme),
            Item::Row(at) => {
                let mut lines = self.row(at);
                if self.view.notes {
                    let said = self.face.notes(at, true, self.view.lang);
                    lines.extend(self.shown(Shows::Note(at), notes::drawn(self, said)));
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
            true => {
                let said = self.face.common(self.view.lang);
                self.shown(Shows::Common, notes::drawn(self, said))
            }
            false => Vec::new(),
        };
        let items = self.items.iter().flat_map(|&item| self.item(item));
        common.into_iter().chain(items).collect()
    }

    /// Everything that must be said with the row at `at`.
    pub fn notes(&self, at: usize) -> Vec<Row> {
        notes::drawn(self, self.face.notes(at, false, self.view.lang))
    }

    /// The columns on screen: the place of the college and its cells. None in the stacked dress.
    pub(crate) fn columns(&self) -> &[(usize, Range<usize>)] {
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
        let strip = self.face.strip(at, self.view.lang, self.frame.room);
        strip.lines(&self.frame, at)
    }

    fn shown(&self, shows: Shows, rows: Vec<Row>) -> Vec<Line> {
        rows.into_iter().map(|row| Line { row, shows }).collect()
    }
}

#[cfg(test)]
mod tests;
