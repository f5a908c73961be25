//! Blocks of meaning to rows of exact cells.
//!
//! Owns wrapping of toned text, hanging indents and tables. Rows come out as drawn text (substituted under
//! [`Policy::Safe`]) padded to the full width, so that painters neither wrap, truncate nor measure.

use std::ops::Range;

use crate::page::{Run, columns};
use crate::text::fit::Align;
use crate::text::width::Policy;
use crate::text::{fit, wrap};

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

/// Columns and the rows that stand in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// From left to right.
    pub columns: Vec<Column>,
    /// Whether a row of the columns' titles comes first.
    pub header: bool,
    /// From top to bottom.
    pub rows: Vec<Record>,
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
    /// Fewest useful cells.
    pub min: usize,
    /// Most cells it may take; content beyond wraps.
    pub max: usize,
    /// Share of scarce cells (see [`columns::Need`]).
    pub weight: u16,
    /// Where its text stands.
    pub align: Align,
}

/// One row of a [`Table`] before it is laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// One for each column; missing ones are empty.
    pub cells: Vec<Cell>,
    /// What the record shows.
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

/// A line as drawn: its runs together take exactly the width it was laid out for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Drawn text, left to right; not to be measured or substituted again.
    pub runs: Vec<Run>,
    /// What the row shows.
    pub addr: Option<String>,
    /// Cells of the row that show something of their own.
    pub spots: Vec<Spot>,
}

/// Part of a [`Row`] with its own address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Columns of the screen, from 0 at the row's left edge.
    pub cells: Range<usize>,
    /// What is shown there.
    pub addr: String,
}

impl Row {
    /// The row as one string.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
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

    /// A label and its value, the value hanging after `key` cells.
    pub fn pair(key: usize, label: impl Into<String>, value: impl IntoIterator<Item = Run>) -> Self {
        let cells = vec![Cell::new([Run::label(label)]), Cell::new(value)];
        let columns = vec![Column::fixed(key), Column::flexible()];
        Table {
            columns,
            rows: vec![Record { cells, addr: None }],
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

    /// A column that takes what it needs and shrinks when there is too little.
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

/// All rows of `blocks`, each exactly `width` cells of drawn text.
pub fn layout(blocks: &[Block], width: usize, policy: Policy) -> Vec<Row> {
    rows(blocks, width, policy).collect()
}

/// The rows of `blocks` one after the other, laid out only as they are asked for.
pub fn rows(blocks: &[Block], width: usize, policy: Policy) -> impl Iterator<Item = Row> {
    blocks
        .iter()
        .flat_map(move |block| block_rows(block, width, policy))
}

/// The rows `range` of [`layout`], laying out no block that lies after them.
pub fn window(blocks: &[Block], width: usize, policy: Policy, range: Range<usize>) -> Vec<Row> {
    rows(blocks, width, policy)
        .skip(range.start)
        .take(range.len())
        .collect()
}

fn block_rows(block: &Block, width: usize, policy: Policy) -> Vec<Row> {
    let text = |text: &str| Row {
        runs: vec![Run::plain(fit::fit(text, width, policy, Align::Left))],
        addr: block.addr.clone(),
        spots: Vec::new(),
    };
    match &block.shape {
        Shape::Blank => vec![text("")],
        Shape::Rule => vec![text(&"-".repeat(width))],
        Shape::Text { runs, .. } => {
            let all: String = runs.iter().map(|run| run.text.as_str()).collect();
            wrap::wrap(&all, width, policy)
                .into_iter()
                .map(|range| text(&all[range]))
                .collect()
        }
        Shape::Table(table) => table
            .rows
            .iter()
            .map(|record| text(&format!("{record:?}")))
            .collect(),
    }
}

const _: fn(&[columns::Need], usize, usize) -> Vec<usize> = columns::solve;
