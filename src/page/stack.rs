//! A table too wide for its page, turned on its side: record after record, each column on a line of its own.
//!
//! Nothing is left out for want of room. It measures by [`Grid`] and lays nothing out itself.

use super::Run;
use super::block::{Block, Cell, Record, Shape, Table};
use super::grid::Grid;
use crate::text::width::Policy;

/// `blocks`, with every table stacked whose columns do not all fit in `width` cells.
pub(crate) fn fitting(blocks: Vec<Block>, width: usize, policy: Policy) -> Vec<Block> {
    let wide = |table: &Table| Grid::new(table, width, policy).columns().count() < table.columns.len();
    blocks
        .into_iter()
        .flat_map(|block| match block.shape {
            Shape::Table(table) if table.header && wide(&table) => stacked(&table),
            shape => vec![Block { shape, ..block }],
        })
        .collect()
}

/// One block a record: the columns' titles as labels. What has no text has no line.
fn stacked(table: &Table) -> Vec<Block> {
    let mut blocks = Vec::with_capacity(table.records.len() * 2);
    for record in &table.records {
        if !blocks.is_empty() {
            blocks.push(Block::blank());
        }
        let mut block = Block::pairs(lines(table, record));
        block.addr.clone_from(&record.addr);
        blocks.push(block);
    }
    blocks
}

fn lines(table: &Table, record: &Record) -> Vec<Record> {
    let said = |cell: &Cell| cell.runs.iter().any(|run| !run.text.is_empty());
    let pair = |(title, cell): (&Vec<Run>, &Cell)| Record::new([Cell::new(title.clone()), cell.clone()]);
    let titles = table.columns.iter().map(|column| &column.title);
    titles
        .zip(&record.cells)
        .filter(|(_, cell)| said(cell))
        .map(pair)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{block::Column, layout::layout};

    fn drawn(width: usize) -> Vec<String> {
        let column = |title: &str| Column {
            min: 8,
            ..Column::flexible().titled(title)
        };
        let cell = |text: &str| Cell::new([Run::plain(text)]);
        let table = Table {
            columns: vec![column("院校"), column("成效"), column("地址")],
            header: true,
            records: vec![
                Record::new([cell("甲校"), cell("合作企业"), cell("jia/firms")]),
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
    fn a_table_that_fits_stays_a_table() {
        assert_eq!(drawn(30)[1], "甲校  合作企业  jia/firms");
    }

    #[test]
    fn one_that_does_not_loses_nothing() {
        assert_eq!(
            drawn(16),
            [
                "院校  甲校",
                "成效  合作企业",
                "地址  jia/firms",
                "",
                "院校  乙校",
                "地址  yi"
            ]
        );
    }
}
