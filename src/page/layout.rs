//! Blocks of meaning to rows of exact cells.
//!
//! Rows come out as drawn text (substituted under [`Policy::Safe`]) padded to the full width, so that painters
//! neither wrap, truncate nor measure. It decides no wording and no colour.

use std::iter;
use std::ops::Range;

use super::Run;
use super::block::{Block, BlockShape, Table};
use super::grid::Grid;
pub use super::row::Row;
use super::styled::{Styled, StyledLine};
use crate::text::fit::Align;
use crate::text::width::Policy;

/// All rows of `blocks`, each exactly `width` cells of drawn text.
pub fn layout(blocks: &[Block], width: usize, policy: Policy) -> Vec<Row> {
    rows(blocks, width, policy).collect()
}

/// The rows of `blocks` one after the other, laid out only as they are asked for.
pub(crate) fn rows(blocks: &[Block], width: usize, policy: Policy) -> impl Iterator<Item = Row> {
    blocks
        .iter()
        .flat_map(move |block| block_rows(block, 0, width, policy))
}

/// The rows `range` of [`layout`]. Blocks after it are not laid out, nor records of a clipped table outside it.
pub fn window(blocks: &[Block], width: usize, policy: Policy, range: Range<usize>) -> Vec<Row> {
    let mut shown = Vec::new();
    let mut skip = range.start;
    for block in blocks {
        let missing = range.len() - shown.len();
        if missing == 0 {
            break;
        }
        let before = shown.len();
        shown.extend(block_rows(block, skip, width, policy).take(missing));
        skip = match shown.len() - before {
            0 => skip - block_height(block, width, policy).min(skip),
            _ => 0,
        };
    }
    shown
}

/// The rows of one block after its first `skip`.
fn block_rows(
    block: &Block,
    skip: usize,
    width: usize,
    policy: Policy,
) -> Box<dyn Iterator<Item = Row> + '_> {
    let addr = block.addr.as_deref();
    match &block.shape {
        BlockShape::Blank => Box::new(iter::once(single(StyledLine::default(), width, addr)).skip(skip)),
        BlockShape::Text { first, hang, runs } => {
            let lines = text_lines(*first, *hang, runs, width, policy);
            Box::new(
                lines
                    .into_iter()
                    .skip(skip)
                    .map(move |line| single(line, width, addr)),
            )
        }
        BlockShape::Table(table) => table_rows(table, skip, width, policy, addr),
    }
}

fn block_height(block: &Block, width: usize, policy: Policy) -> usize {
    match &block.shape {
        BlockShape::Blank => 1,
        BlockShape::Table(table) if table.clip => usize::from(table.header) + table.records.len(),
        _ => block_rows(block, 0, width, policy).count(),
    }
}

fn single(line: StyledLine, width: usize, addr: Option<&str>) -> Row {
    Row {
        addr: addr.map(str::to_owned),
        ..Row::padded(line, width)
    }
}

fn text_lines(first: usize, hang: usize, runs: &[Run], width: usize, policy: Policy) -> Vec<StyledLine> {
    let (first, hang) = (first.min(width / 2), hang.min(width / 2));
    let indents = iter::once(first).chain(iter::repeat(hang));
    let lines = Styled::new(runs).lines(width - first, width - hang, policy);
    let indented = |(line, indent): (StyledLine, usize)| {
        let mut whole = StyledLine::default();
        whole.blank(indent);
        whole.join(&line, line.cells, Align::Left);
        whole
    };
    lines.into_iter().zip(indents).map(indented).collect()
}

fn table_rows<'a>(
    table: &'a Table,
    skip: usize,
    width: usize,
    policy: Policy,
    addr: Option<&'a str>,
) -> Box<dyn Iterator<Item = Row> + 'a> {
    if table.clip && skip >= usize::from(table.header) + table.records.len() {
        return Box::new(iter::empty());
    }
    let grid = Grid::new(table, width, policy);
    let header = grid.header();
    let passed = if table.clip {
        skip.saturating_sub(header.len())
    } else {
        0
    };
    let records = table.records[passed..]
        .iter()
        .flat_map(move |record| grid.record(record, addr));
    Box::new(header.into_iter().chain(records).skip(skip - passed))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::page::block::{Cell, Column, Record};
    use crate::text::mixed::{POLICIES, mixed};

    fn drawn(blocks: &[Block], width: usize) -> String {
        layout(blocks, width, Policy::Safe)
            .iter()
            .map(|row| row.text() + "|\n")
            .collect()
    }

    #[test]
    fn a_page() {
        let blocks = [
            Block::heading("党建引领"),
            Block::blank(),
            Block::indented(
                4,
                0,
                [
                    Run::plain("打造“双链”平台，"),
                    Run::value("34家"),
                    Run::plain("企业加入……"),
                ],
            ),
            Block::blank(),
            Block::bullet(2, [Run::plain("第一项举措：结对共建")]),
            Block::pair(8, "出处", [Run::quote("“到账2000多万元”"), Run::muted(" 第2行")]),
            Block::pairs([
                Record::pair("时间", [Run::plain("近年来")]),
                Record::pair("统计范围", [Run::plain("二级学院")]),
            ]),
        ];
        insta::assert_snapshot!(drawn(&blocks, 24), @r#"
        党建引领                |
                                |
            打造"双链"平台，34家|
        企业加入......          |
                                |
          - 第一项举措：结对共建|
        出处      "到账         |
                  2000多万元"   |
                  第2行         |
        时间      近年来        |
        统计范围  二级学院      |
        "#);
    }

    #[test]
    fn every_row_of_a_block_carries_its_address() {
        let rows = layout(
            &[
                Block::text([Run::plain("产教融合共同体")]).at("a/p1"),
                Block::blank(),
            ],
            8,
            Policy::Safe,
        );
        let addrs: Vec<_> = rows.iter().map(|row| row.addr.as_deref()).collect();
        assert_eq!(addrs, [Some("a/p1"), Some("a/p1"), None]);
    }

    fn cell() -> impl Strategy<Value = Cell> {
        (mixed(), mixed()).prop_map(|(a, b)| Cell::new([Run::label(a), Run::value(b)]))
    }

    fn table() -> impl Strategy<Value = Table> {
        let record = prop::collection::vec(cell(), 0..4).prop_map(Record::new);
        let column =
            (0usize..12, 0usize..20, 0u16..3, any::<bool>()).prop_map(|(min, more, weight, right)| {
                let column = Column {
                    min,
                    max: min + more,
                    weight,
                    ..Column::flexible()
                }
                .titled("指标");
                if right { column.right() } else { column }
            });
        let parts = (
            prop::collection::vec(column, 0..4),
            prop::collection::vec(record, 0..5),
        );
        let flags = (
            any::<bool>(),
            any::<bool>(),
            0usize..4,
            0usize..4,
            0usize..3,
            0usize..3,
        );
        (parts, flags).prop_map(
            |((columns, records), (header, clip, gap, indent, frozen, offset))| Table {
                columns,
                header,
                records,
                gap,
                indent,
                frozen,
                offset,
                clip,
                ..Table::default()
            },
        )
    }

    fn block() -> impl Strategy<Value = Block> {
        prop_oneof![
            1 => Just(Block::blank()),
            3 => (0usize..9, 0usize..9, cell()).prop_map(|(first, hang, cell)| Block::indented(first, hang, cell.runs)),
            3 => table().prop_map(Block::from),
        ]
    }

    proptest! {
        #[test]
        fn rows_are_exactly_as_wide_as_asked(block in block(), width in 0usize..50) {
            for policy in POLICIES {
                for row in layout(std::slice::from_ref(&block), width, policy) {
                    let sum: usize = row.runs.iter().map(|run| policy.width(&run.text)).sum();
                    prop_assert_eq!(sum, width, "{:?} {:?}", policy, row);
                    prop_assert_eq!(policy.width(&row.text()), width);
                    prop_assert!(row.spots.iter().all(|spot| spot.cells.end <= width));
                }
            }
        }

        #[test]
        fn a_window_is_a_part_of_the_whole(
            blocks in prop::collection::vec(block(), 0..5), width in 1usize..40, start in 0usize..30, len in 0usize..20,
        ) {
            let all = layout(&blocks, width, Policy::Safe);
            let expected: Vec<Row> = all.into_iter().skip(start).take(len).collect();
            prop_assert_eq!(window(&blocks, width, Policy::Safe, start..start + len), expected);
        }
    }
}
