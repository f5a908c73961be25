//! The pieces a page is made of, before anything is measured.
//!
//! Plain data and its constructors; no widths but those a producer asks for, and no layout.

use super::Run;
use crate::text::fit::Align;

/// A piece of a page, with the address of the fact it shows, if any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What is laid out.
    pub(crate) shape: BlockShape,
    /// The public name of what is shown, such as `tzvcst/p1`; every row of the block carries it.
    pub(crate) addr: Option<String>,
}

/// The shapes a block can have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum BlockShape {
    /// An empty row.
    Blank,
    /// Text that wraps: the first line starts after `first` cells, the others after `hang`.
    Text {
        /// Indent of the first line, in cells.
        first: usize,
        /// Indent of the other lines, in cells.
        hang: usize,
        /// The text; `\n` starts a new line.
        runs: Vec<Run>,
    },
    /// Cells in columns.
    Table(Table),
}

/// Columns and the records that stand in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Table {
    /// From left to right.
    pub(crate) columns: Vec<Column>,
    /// Whether the columns' titles come first.
    pub(crate) header: bool,
    /// From top to bottom.
    pub(crate) records: Vec<Record>,
    /// Cells between two columns.
    pub(crate) gap: usize,
    /// Cells before the first column.
    pub(crate) indent: usize,
    /// How many columns from the left stay when the others are scrolled.
    pub(crate) frozen: usize,
    /// How many columns after the frozen ones have been scrolled past.
    pub(crate) offset: usize,
    /// One line a record, cut with `..`, instead of wrapping: a long list then lays out only what is on screen.
    pub(crate) clip: bool,
    /// A `|` in the gap before every column but the first; the gap is then of three cells or more.
    pub(crate) divided: bool,
}

/// One column of a [`Table`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    /// Shown in the header row.
    pub(crate) title: Vec<Run>,
    /// Fewest useful cells, if its content needs as many.
    pub(crate) min: usize,
    /// Most cells it may take; content beyond wraps.
    pub(crate) max: usize,
    /// Share of scarce cells (see [`super::columns::Need`]).
    pub(crate) weight: u16,
    /// Where its text stands.
    pub(crate) align: Align,
}

/// One row of a [`Table`] before it is laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Record {
    /// One for each column; missing ones are empty.
    pub(crate) cells: Vec<Cell>,
    /// What the record shows, when that is not what the table shows.
    pub(crate) addr: Option<String>,
}

/// One cell of a [`Record`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    /// Its text; `\n` starts a new line.
    pub(crate) runs: Vec<Run>,
    /// What this cell alone shows, when that is not what the record shows.
    pub(crate) addr: Option<String>,
    /// How far its later lines stand in, in cells.
    pub(crate) hang: usize,
    /// What else stands in it, each on lines of its own and with an address of its own.
    pub(crate) below: Vec<Cell>,
}

impl Block {
    /// An empty row.
    pub(crate) fn blank() -> Self {
        BlockShape::Blank.into()
    }

    /// A paragraph without indent.
    pub(crate) fn text(runs: impl IntoIterator<Item = Run>) -> Self {
        Self::indented(0, 0, runs)
    }

    /// A paragraph whose first line starts after `first` cells and the others after `hang`.
    pub(crate) fn indented(first: usize, hang: usize, runs: impl IntoIterator<Item = Run>) -> Self {
        BlockShape::Text {
            first,
            hang,
            runs: runs.into_iter().collect(),
        }
        .into()
    }

    pub(crate) fn heading(text: impl Into<String>) -> Self {
        Self::text([Run::heading(text)])
    }

    /// A list item: `- ` at `indent`, its text hanging under itself.
    pub(crate) fn bullet(indent: usize, runs: impl IntoIterator<Item = Run>) -> Self {
        let runs = std::iter::once(Run::rule("- ")).chain(runs);
        Self::indented(indent, indent + 2, runs)
    }

    /// A label in a column of `key` cells and its value beside it, wrapping under itself.
    pub(crate) fn pair(key: usize, label: impl Into<String>, value: impl IntoIterator<Item = Run>) -> Self {
        Self::beside(key, vec![Record::pair(label, value)])
    }

    /// Labels in a column of `key` cells and their values beside them.
    pub(crate) fn beside(key: usize, pairs: Vec<Record>) -> Self {
        Table {
            columns: vec![Column::fixed(key), Column::flexible()],
            records: pairs,
            gap: 2,
            ..Table::default()
        }
        .into()
    }

    /// Labels and values under each other, the label column as wide as the labels need.
    pub(crate) fn pairs(pairs: impl IntoIterator<Item = Record>) -> Self {
        let label = Column {
            max: 24,
            ..Column::flexible()
        };
        let columns = vec![
            label,
            Column {
                weight: 4,
                ..Column::flexible()
            },
        ];
        Table {
            columns,
            records: pairs.into_iter().collect(),
            gap: 2,
            ..Table::default()
        }
        .into()
    }

    /// The same block, showing `addr`.
    pub(crate) fn at(mut self, addr: impl Into<String>) -> Self {
        self.addr = Some(addr.into());
        self
    }
}

impl From<BlockShape> for Block {
    fn from(shape: BlockShape) -> Self {
        Self { shape, addr: None }
    }
}

impl From<Table> for Block {
    fn from(table: Table) -> Self {
        BlockShape::Table(table).into()
    }
}

impl Column {
    /// A column of exactly `cells` cells.
    pub(crate) fn fixed(cells: usize) -> Self {
        Self {
            title: Vec::new(),
            min: cells,
            max: cells,
            weight: 0,
            align: Align::Left,
        }
    }

    /// A column that takes what it needs and shrinks, down to 4 cells, when there is too little.
    pub(crate) fn flexible() -> Self {
        Self {
            title: Vec::new(),
            min: 4,
            max: usize::MAX,
            weight: 1,
            align: Align::Left,
        }
    }

    /// The same column with a title.
    pub(crate) fn titled(mut self, title: impl Into<String>) -> Self {
        self.title = vec![Run::label(title)];
        self
    }

    /// The same column with its text to the right.
    pub(crate) fn right(mut self) -> Self {
        self.align = Align::Right;
        self
    }
}

impl Record {
    /// A record of some cells.
    pub(crate) fn new(cells: impl IntoIterator<Item = Cell>) -> Self {
        Self {
            cells: cells.into_iter().collect(),
            addr: None,
        }
    }

    /// A label and its value.
    pub(crate) fn pair(label: impl Into<String>, value: impl IntoIterator<Item = Run>) -> Self {
        Self::new([Cell::new([Run::label(label).whole()]), Cell::new(value)])
    }

    /// The same record, showing `addr`.
    pub(crate) fn at(mut self, addr: impl Into<String>) -> Self {
        self.addr = Some(addr.into());
        self
    }
}

impl Cell {
    /// A cell of some runs.
    pub(crate) fn new(runs: impl IntoIterator<Item = Run>) -> Self {
        Self {
            runs: runs.into_iter().collect(),
            ..Self::default()
        }
    }

    /// One cell of several, each under the one before it.
    pub(crate) fn stacked(cells: impl IntoIterator<Item = Self>) -> Self {
        let mut cells = cells.into_iter();
        let mut first = cells.next().unwrap_or_default();
        first.below.extend(cells);
        first
    }

    /// The same cell, its later lines standing in by `cells`.
    pub(crate) fn hanging(mut self, cells: usize) -> Self {
        self.hang = cells;
        self
    }

    /// The cell and what stands below it, from top to bottom.
    pub(crate) fn parts(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(&self.below)
    }

    /// The same cell, showing `addr`.
    pub(crate) fn at(mut self, addr: impl Into<String>) -> Self {
        self.addr = Some(addr.into());
        self
    }
}
