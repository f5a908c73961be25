//! The pieces a page is made of, before anything is measured.
//!
//! Plain data and its constructors; no widths but those a producer asks for, and no layout.

use super::Run;
use crate::text::fit::Align;

/// A piece of a page, with the address of the fact it shows, if any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What is laid out.
    pub shape: Shape,
    /// The public name of what is shown, such as `tzvcst/p1`; every row of the block carries it.
    pub addr: Option<String>,
}

/// The shapes a block can have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// An empty row.
    Blank,
    /// A row of `-`.
    Rule,
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
pub struct Table {
    /// From left to right.
    pub columns: Vec<Column>,
    /// Whether the columns' titles come first.
    pub header: bool,
    /// From top to bottom.
    pub records: Vec<Record>,
    /// Cells between two columns.
    pub gap: usize,
    /// Cells before the first column.
    pub indent: usize,
    /// How many columns from the left stay when the others are scrolled.
    pub frozen: usize,
    /// How many columns after the frozen ones have been scrolled past.
    pub offset: usize,
    /// One line a record, cut with `..`, instead of wrapping: a long list then lays out only what is on screen.
    pub clip: bool,
}

/// One column of a [`Table`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Shown in the header row.
    pub title: Vec<Run>,
    /// Fewest useful cells, if its content needs as many.
    pub min: usize,
    /// Most cells it may take; content beyond wraps.
    pub max: usize,
    /// Share of scarce cells (see [`super::columns::Need`]).
    pub weight: u16,
    /// Where its text stands.
    pub align: Align,
}

/// One row of a [`Table`] before it is laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// One for each column; missing ones are empty.
    pub cells: Vec<Cell>,
    /// What the record shows, when that is not what the table shows.
    pub addr: Option<String>,
}

/// One cell of a [`Record`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its text; `\n` starts a new line.
    pub runs: Vec<Run>,
    /// What this cell alone shows, when that is not what the record shows.
    pub addr: Option<String>,
}

impl Block {
    /// An empty row.
    pub fn blank() -> Self {
        Shape::Blank.into()
    }

    /// A row of `-`.
    pub fn rule() -> Self {
        Shape::Rule.into()
    }

    /// A paragraph without indent.
    pub fn text(runs: impl IntoIterator<Item = Run>) -> Self {
        Self::indented(0, 0, runs)
    }

    /// A paragraph whose first line starts after `first` cells and the others after `hang`.
    pub fn indented(first: usize, hang: usize, runs: impl IntoIterator<Item = Run>) -> Self {
        Shape::Text {
            first,
            hang,
            runs: runs.into_iter().collect(),
        }
        .into()
    }

    /// A heading.
    pub fn heading(text: impl Into<String>) -> Self {
        Self::text([Run::heading(text)])
    }

    /// A list item: `- ` at `indent`, its text hanging under itself.
    pub fn bullet(indent: usize, runs: impl IntoIterator<Item = Run>) -> Self {
        let runs = std::iter::once(Run::rule("- ")).chain(runs);
        Self::indented(indent, indent + 2, runs)
    }

    /// A label in a column of `key` cells and its value beside it, wrapping under itself.
    pub fn pair(key: usize, label: impl Into<String>, value: impl IntoIterator<Item = Run>) -> Self {
        let columns = vec![Column::fixed(key), Column::flexible()];
        Table {
            columns,
            records: vec![Record::pair(label, value)],
            gap: 2,
            ..Table::default()
        }
        .into()
    }

    /// Labels and values under each other, the label column as wide as the labels need.
    pub fn pairs(pairs: impl IntoIterator<Item = Record>) -> Self {
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
    pub fn at(mut self, addr: impl Into<String>) -> Self {
        self.addr = Some(addr.into());
        self
    }
}

impl From<Shape> for Block {
    fn from(shape: Shape) -> Self {
        Self { shape, addr: None }
    }
}

impl From<Table> for Block {
    fn from(table: Table) -> Self {
        Shape::Table(table).into()
    }
}

impl Column {
    /// A column of exactly `cells` cells.
    pub fn fixed(cells: usize) -> Self {
        Self {
            title: Vec::new(),
            min: cells,
            max: cells,
            weight: 0,
            align: Align::Left,
        }
    }

    /// A column that takes what it needs and shrinks, down to 4 cells, when there is too little.
    pub fn flexible() -> Self {
        Self {
            title: Vec::new(),
            min: 4,
            max: usize::MAX,
            weight: 1,
            align: Align::Left,
        }
    }

    /// The same column with a title.
    pub fn titled(mut self, title: impl Into<String>) -> Self {
        self.title = vec![Run::label(title)];
        self
    }

    /// The same column with its text to the right.
    pub fn right(mut self) -> Self {
        self.align = Align::Right;
        self
    }
}

impl Record {
    /// A record of some cells.
    pub fn new(cells: impl IntoIterator<Item = Cell>) -> Self {
        Self {
            cells: cells.into_iter().collect(),
            addr: None,
        }
    }

    /// A label and its value.
    pub fn pair(label: impl Into<String>, value: impl IntoIterator<Item = Run>) -> Self {
        Self::new([Cell::new([Run::label(label)]), Cell::new(value)])
    }

    /// The same record, showing `addr`.
    pub fn at(mut self, addr: impl Into<String>) -> Self {
        self.addr = Some(addr.into());
        self
    }
}

impl Cell {
    /// A cell of some runs.
    pub fn new(runs: impl IntoIterator<Item = Run>) -> Self {
        Self {
            runs: runs.into_iter().collect(),
            addr: None,
        }
    }

    /// The same cell, showing `addr`.
    pub fn at(mut self, addr: impl Into<String>) -> Self {
        self.addr = Some(addr.into());
        self
    }
}
