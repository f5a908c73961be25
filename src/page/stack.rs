//! A table too wide for its page, turned on its side: record after record, each column on a line of its own.
//!
//! Nothing is left out or broken for want of room, and all records of an answer have one form: labels beside their
//! values, or above them where a value could not stay in one piece beside. It measures by [`Grid`] and lays nothing
//! out itself.

use super::Run;
use super::block::{Block, BlockShape, Cell, Record, Table};
use super::grid::{Grid, longest_piece};
use super::styled::Styled;
use crate::text::width::Policy;

/// Cells between a label and its value, and before a value under its label.
const GAP: usize = 2;

/// `blocks`, with every table stacked whose columns do not all fit in `width` cells. A table without titles is one of
/// labels and values when it has two columns; any other is left as it is.
pub(crate) fn fitting(blocks: Vec<Block>, width: usize, policy: Policy) -> Vec<Block> {
    blocks
        .into_iter()
        .flat_map(|block| match block.shape {
            BlockShape::Table(table) if !fits(&table, width, policy) => {
                stacked(&table, block.addr.as_deref(), width, policy)
            }
            shape => vec![Block { shape, ..block }],
        })
        .collect()
}

fn fits(table: &Table, width: usize, policy: Policy) -> bool {
    let stackable = table.header || table.columns.len() == 2;
    !stackable || table.clip || Grid::new(table, width, policy).is_whole()
}

/// The blocks of one record after the other, blank rows between them. What has no text has no line.
fn stacked(table: &Table, addr: Option<&str>, width: usize, policy: Policy) -> Vec<Block> {
    if !table.header {
        let pairs = table
            .records
            .iter()
            .flat_map(|pair| stacked_pair(pair, pair.addr.as_deref().or(addr)));
        return pairs.collect();
    }
    let label = labels(table, width, policy);
    let beside = width.saturating_sub(label + GAP);
    let pieces =
        (0..table.columns.len()).map(|at| longest_piece(table, at, width.saturating_sub(GAP), policy));
    let fits = pieces.max().unwrap_or(0) <= beside;
    let mut blocks = Vec::with_capacity(table.records.len() * 2);
    for record in &table.records {
        if !blocks.is_empty() {
            blocks.push(Block::blank());
        }
        let addr = record.addr.as_deref().or(addr);
        let pairs = pairs(table, record);
        match fits {
            true => blocks.push(Block {
                addr: addr.map(str::to_owned),
                ..Block::beside(label, pairs)
            }),
            false => blocks.extend(pairs.iter().flat_map(|pair| stacked_pair(pair, addr))),
        }
    }
    blocks
}

/// Cells of the labels: what the titles need, a third of the page where that is more, but never less than a word.
fn labels(table: &Table, width: usize, policy: Policy) -> usize {
    let titles = || table.columns.iter().map(|column| Styled::new(&column.title));
    let natural = titles().map(|title| title.natural(policy)).max().unwrap_or(0);
    let word = titles()
        .map(|title| title.longest_piece(width, policy))
        .max()
        .unwrap_or(0);
    natural.min(word.max(width / 3))
}

/// A label on a line of its own, its value under it.
fn stacked_pair(pair: &Record, addr: Option<&str>) -> Vec<Block> {
    let Some((label, values)) = pair.cells.split_first() else {
        return Vec::new();
    };
    let mut blocks = vec![Block::text(label.runs.clone())];
    for part in values.iter().flat_map(Cell::parts) {
        blocks.push(Block::indented(GAP, GAP, part.runs.clone()));
    }
    for block in &mut blocks {
        block.addr = addr.map(str::to_owned);
    }
    blocks
}

fn pairs(table: &Table, record: &Record) -> Vec<Record> {
    let has_text = |cell: &Cell| cell.runs.iter().any(|run| !run.text.is_empty());
    let pair = |(title, cell): (&Vec<Run>, &Cell)| Record::new([Cell::new(title.clone()), cell.clone()]);
    let titles = table.columns.iter().map(|column| &column.title);
    titles
        .zip(&record.cells)
        .filter(|(_, cell)| has_text(cell))
        .map(pair)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{block::Column, layout::layout};

    fn drawn(width: usize) -> Vec<String> {
        let column = |title: &str| Column::flexible().titled(title);
        let cell = |text: &str| Cell::new([Run::plain(text)]);
        let table = Table {
            columns: vec![column("院校"), column("成效"), column("地址")],
            header: true,
            records: vec![
                Record::new([cell("甲校"), cell("合作企业"), cell("jia/cooperating-firms")]),
                Record::new([cell("乙校"), cell(""), cell("yi")]),
            ],
            gap: 2,
            ..Table::default()
        };
        let blocks = fitting(vec![table.into()], width, Policy::Narrow);
        let rows = layout(&blocks, width, Policy::Narrow);
        rows.iter().map(|row| row.text().trim_end().to_owned()).collect()
    }

    #[test]
    fn a_table_that_fits_stays_a_table_and_no_piece_is_broken() {
        assert_eq!(drawn(37)[1], "甲校  合作企业  jia/cooperating-firms");
        assert_eq!(
            drawn(33)[1..3],
            ["甲校  合作  jia/cooperating-firms", "      企业"]
        );
    }

    #[test]
    fn one_that_does_not_loses_nothing() {
        assert_eq!(
            drawn(28),
            [
                "院校  甲校",
                "成效  合作企业",
                "地址  jia/cooperating-firms",
                "",
                "院校  乙校",
                "地址  yi"
            ]
        );
    }

    #[test]
    fn a_value_too_long_to_stand_beside_its_label_stands_below() {
        assert_eq!(
            drawn(24),
            [
                "院校",
                "  甲校",
                "成效",
                "  合作企业",
                "地址",
                "  jia/cooperating-firms",
                "",
                "院校",
                "  乙校",
                "地址",
                "  yi"
            ]
        );
    }
}
