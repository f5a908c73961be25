//! A page of the screen as a document: what is read there can be saved as it stands.

use super::{Document, DocumentBlock, DocumentTable, Text};
use crate::{
    lang::Lang,
    page::{
        Run, Tone,
        block::{self, BlockShape, Record},
    },
};

impl Document {
    /// The page `blocks`, its words in `lang`. The first heading is the document's own, the others are parts of it.
    pub(crate) fn from_page(blocks: &[block::Block], lang: Lang) -> Self {
        let mut pieces = Vec::new();
        for block in blocks {
            match &block.shape {
                BlockShape::Blank => {}
                BlockShape::Text { runs, .. } => pieces.push(paragraph(runs, pieces.is_empty())),
                BlockShape::Table(table) if table.header => {
                    pieces.push(DocumentBlock::Table(self::table(table)))
                }
                BlockShape::Table(table) => pieces.extend(table.records.iter().map(pair)),
            }
        }
        let title = match pieces.first() {
            Some(DocumentBlock::Heading(_, text) | DocumentBlock::Paragraph(text)) => text.words(),
            _ => String::new(),
        };
        Self {
            title,
            languages: vec![lang],
            blocks: pieces,
            notes: Vec::new(),
        }
    }
}

fn paragraph(runs: &[Run], first: bool) -> DocumentBlock {
    match runs {
        [head, ..] if head.tone == Tone::Heading => {
            DocumentBlock::Heading(if first { 1 } else { 2 }, Text::runs(runs))
        }
        [bullet, rest @ ..] if bullet.text == "- " => DocumentBlock::Item(Text::runs(rest)),
        runs => DocumentBlock::Paragraph(Text::runs(runs)),
    }
}

fn table(table: &block::Table) -> DocumentTable {
    let columns: Vec<_> = table
        .columns
        .iter()
        .map(|column| Text::runs(&column.title))
        .collect();
    let row = |record: &Record| {
        let cell = |at| record.cells.get(at).map(self::cell);
        (0..columns.len())
            .map(|at| cell(at).unwrap_or_default())
            .collect()
    };
    let rows: Vec<Vec<Text>> = table.records.iter().map(row).collect();
    let widest = |at: usize| {
        let cells = rows.iter().map(|row| row[at].words().chars().count());
        cells
            .chain([columns[at].words().chars().count()])
            .max()
            .unwrap_or(0)
    };
    let shares: Vec<u16> = (0..columns.len())
        .map(|at| widest(at).clamp(3, 40) as u16)
        .collect();
    DocumentTable {
        columns: columns.into_iter().zip(shares).collect(),
        rows,
    }
}

/// A cell with what stands below it, each on a line of its own.
fn cell(cell: &block::Cell) -> Text {
    Text::lines(cell.parts().map(|part| Text::runs(&part.runs)))
}

/// A label and its value; what has one cell is a member of a list.
fn pair(record: &Record) -> DocumentBlock {
    match &record.cells[..] {
        [label, value, ..] => DocumentBlock::Term(Text::runs(&label.runs), Text::runs(&value.runs)),
        cells => DocumentBlock::Item(
            cells
                .first()
                .map(|cell| Text::runs(&cell.runs))
                .unwrap_or_default(),
        ),
    }
}
