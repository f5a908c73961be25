//! Comparisons as rows of exact cells: figures, and pillars by theme.
//!
//! Owns what a comparison looks like: the label column that stays, one column for each college, the sign before a
//! label, bars, headings that fold, colleges under each other on narrow screens, and what is said of a row in the pane
//! beside it ([`verdict`]). The command line and the explorer show the same rows. It decides no relation and computes
//! no caveat (`compare` does), and it keeps no cursor: every line says what it shows instead.

mod figures;
mod geometry;
mod head;
mod notes;
pub(crate) mod overview;
mod pillars;
pub(crate) mod verdict;
mod words;

pub(crate) use notes::sentences;
pub(crate) use words::{Statement, words};

use std::ops::Range;

use crate::{
    compare::{Comparison, PillarAlignment},
    lang::Lang,
    model::{Atlas, College, ThemeIx},
    page::{Run, block::Cell, row::Row},
    text::width::Policy,
};
use figures::Wording;
use geometry::Geometry;

/// From this width on, in cells, colleges stand in columns; below it they stand under each other.
pub(crate) const COLUMNS_FROM: usize = 80;

/// How a reader wants to see it.
#[derive(Clone, Copy, Debug)]
pub struct SheetView<'v> {
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
    /// Whether what must be said with a row follows it; else [`verdict`] tells it for one row.
    pub notes: bool,
}

/// What one line shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// A theme's heading.
    Theme(ThemeIx),
    /// A row of the comparison, by its place; where colleges stand under each other, the college by its place, too.
    Row(usize, Option<usize>),
    /// The heading over what one college alone states of a theme.
    Apart,
    /// What a row counts, and what must be said with it or with a theme.
    Note,
}

/// A line as drawn and what it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareLine {
    /// Exactly as wide as asked for. Its spots name the facts in it.
    pub row: Row,
    /// What it shows.
    pub shows: Shows,
}

/// A heading or a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CompareItem {
    Theme(ThemeIx),
    /// Over what one college alone states of a theme.
    Apart,
    Row(usize),
}

/// One row before it is laid out.
struct RowParts {
    label: String,
    /// Of its relation: one character, or none.
    sign: &'static str,
    /// What stands in each college's cell.
    cells: Vec<Cell>,
}

impl RowParts {
    /// Sign and label, later lines under the label's first character.
    fn label(&self) -> Cell {
        let sign = match self.sign {
            "" => String::new(),
            sign => format!("{sign} "),
        };
        let hang = sign.len();
        Cell::new([Run::label(sign), Run::label(&*self.label)]).hanging(hang)
    }
}

/// A comparison whose columns are settled.
pub struct Sheet<'a> {
    face: SheetContent<'a>,
    view: SheetView<'a>,
    geometry: Geometry,
}

/// The two faces of a comparison.
#[derive(Clone, Copy, Debug)]
pub enum SheetContent<'a> {
    /// Figures by metric and family.
    Figures(&'a Comparison<'a>),
    /// Pillars by theme.
    Pillars(&'a PillarAlignment<'a>),
}

impl<'a> SheetContent<'a> {
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

    /// Whether more than one college states something on the row at `at`.
    pub(crate) fn is_comparing(self, at: usize) -> bool {
        match self {
            Self::Figures(comparison) => comparison.rows[at].is_comparing(),
            Self::Pillars(alignment) => alignment.rows[at].alone().is_none(),
        }
    }

    fn parts(self, at: usize, lang: Lang, wording: Wording) -> RowParts {
        match self {
            Self::Figures(comparison) => figures::parts(comparison, at, lang, wording),
            Self::Pillars(alignment) => pillars::parts(alignment, at, lang),
        }
    }

    /// What the figures of the row at `at` count, where they are more than one or none.
    fn definition(self, at: usize, lang: Lang) -> Option<String> {
        match self {
            Self::Figures(comparison) => {
                let definition = comparison.rows[at].definition(comparison.atlas, lang)?;
                Some(format!("{}{definition}", lang.pick("定义：", "Definition: ")))
            }
            Self::Pillars(_) => None,
        }
    }

    fn items(self, folded: &[ThemeIx]) -> Vec<CompareItem> {
        match self {
            Self::Figures(comparison) => figures::items(comparison, folded),
            Self::Pillars(alignment) => (0..alignment.rows.len()).map(CompareItem::Row).collect(),
        }
    }
}

impl<'a> Sheet<'a> {
    /// A sheet of either face.
    pub fn new(face: SheetContent<'a>, view: SheetView<'a>) -> Self {
        let names: Vec<_> = face
            .subjects()
            .iter()
            .map(|college| college.label(view.lang))
            .collect();
        let label = |at| {
            let parts = face.parts(at, view.lang, Wording::Short(0));
            view.policy.width(&parts.label) + 2
        };
        let longest = (0..face.rows()).map(label).max().unwrap_or(0);
        Self {
            geometry: Geometry::new(&names, longest, &view),
            face,
            view,
        }
    }

    /// The first line: what is compared, and how many rows of each relation there are.
    pub fn title(&self) -> Row {
        head::title(self)
    }

    /// The other lines that stay above: the names over the columns and whom they speak for, and what holds of all rows.
    pub fn head(&self) -> Vec<Row> {
        head::head(self)
    }

    /// Every line below the head.
    pub fn lines(&self) -> Vec<CompareLine> {
        let mut lines = match self.view.notes {
            true => self.noted(notes::common(self.face, self.view.lang)),
            false => Vec::new(),
        };
        for item in self.face.items(self.view.folded) {
            match item {
                CompareItem::Theme(theme) => lines.extend(head::theme(self, theme)),
                CompareItem::Apart => lines.push(head::apart(&self.view)),
                CompareItem::Row(at) => {
                    lines.extend(self.row(at));
                    lines.extend(self.definition(at));
                    if self.view.notes {
                        lines.extend(self.noted(self.face.notes(at, true, self.view.lang)));
                    }
                }
            }
        }
        lines
    }

    /// The columns on screen: the place of the college and its cells. None where colleges stand under each other.
    pub(crate) fn columns(&self) -> &[(usize, Range<usize>)] {
        &self.geometry.columns
    }

    fn row(&self, at: usize) -> Vec<CompareLine> {
        let wording = Wording::Short(self.geometry.room());
        let parts = self.face.parts(at, self.view.lang, wording);
        if !self.geometry.is_stacked() {
            let rows = self.geometry.beside(parts.label(), &parts.cells);
            return lines(rows, Shows::Row(at, None)).collect();
        }
        let label = notes::text(&parts.label().runs, 0, &self.view);
        let names = self.face.subjects().iter().enumerate();
        let stacked = names.flat_map(|(subject, college)| {
            let name = [Run::muted(college.label(self.view.lang))];
            let above = match self.geometry.names_above() {
                true => notes::text(&name, 2, &self.view),
                false => Vec::new(),
            };
            let rows = self
                .geometry
                .rows_under_name(Cell::new(name), parts.cells[subject].clone());
            lines(above, Shows::Row(at, None)).chain(lines(rows, Shows::Row(at, Some(subject))))
        });
        lines(label, Shows::Row(at, None)).chain(stacked).collect()
    }

    fn definition(&self, at: usize) -> Vec<CompareLine> {
        let words = self.face.definition(at, self.view.lang);
        let rows = words.map(|words| notes::text(&[Run::muted(words)], notes::INDENT, &self.view));
        lines(rows.unwrap_or_default(), Shows::Note).collect()
    }

    fn noted(&self, sentences: Vec<String>) -> Vec<CompareLine> {
        let rows = notes::drawn(self.face, &sentences, &self.view);
        lines(rows, Shows::Note).collect()
    }
}

fn lines(rows: Vec<Row>, shows: Shows) -> impl Iterator<Item = CompareLine> {
    rows.into_iter().map(move |row| CompareLine { row, shows })
}

#[cfg(test)]
mod tests;
