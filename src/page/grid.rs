//! A table laid out: which columns are on screen, how wide, and each record in them.
//!
//! Cells wrap inside their column, and the lines of cells of unequal height stay side by side. It does not choose
//! what is in a table.

use super::block::{Cell, Record, Table};
use super::columns::{Need, solve, window};
use super::row::{Row, RowSpot};
use super::styled::{Styled, StyledLine};
use super::{Run, Tone};
use crate::text::{fit::Align, width::Policy};

/// Columns of a [`Table`] with their places settled, ready to lay out any record of it.
pub(crate) struct Grid<'a> {
    table: &'a Table,
    places: Vec<ColumnPlace>,
    is_whole: bool,
    width: usize,
    policy: Policy,
}

/// A column on screen.
struct ColumnPlace {
    column: usize,
    start: usize,
    cells: usize,
}

impl<'a> Grid<'a> {
    /// Settles the columns of `table` in `width` cells. Looks at every record only for columns of no fixed width.
    pub(crate) fn new(table: &'a Table, width: usize, policy: Policy) -> Self {
        let indent = table.indent.min(width / 2);
        let room = width - indent;
        let needs: Vec<Need> = (0..table.columns.len())
            .map(|at| need(table, at, room, policy))
            .collect();
        let scrolled = window(&needs, table.frozen, table.offset, table.gap, room);
        let shown: Vec<usize> = (0..table.frozen.min(needs.len())).chain(scrolled).collect();
        let empty = needs.iter().filter(|need| need.want == 0).count();
        let needs: Vec<Need> = shown.iter().map(|&at| needs[at]).collect();
        let mut start = indent;
        let cells = solve(&needs, table.gap, room);
        let least = cells.iter().zip(&needs).all(|(cells, need)| *cells >= need.min);
        let places = shown.into_iter().zip(cells).map(|(column, cells)| {
            let place = ColumnPlace { column, start, cells };
            start += cells + table.gap;
            place
        });
        let places: Vec<ColumnPlace> = places.filter(|place| place.cells > 0).collect();
        Self {
            is_whole: least && places.len() + empty >= table.columns.len(),
            places,
            table,
            width,
            policy,
        }
    }

    /// Whether every column is on screen, none narrower than its longest piece.
    pub(crate) fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// The rows of titles; none when the table has no header.
    pub(crate) fn header(&self) -> Vec<Row> {
        if !self.table.header {
            return Vec::new();
        }
        let titles = self.places.iter().map(|place| {
            let title = Cell::new(self.table.columns[place.column].title.iter().cloned());
            self.pieces(place, &title)
        });
        self.side_by_side(&titles.collect::<Vec<_>>())
    }

    /// The rows of one record: all of equal width, one at least.
    pub(crate) fn record(&self, record: &Record, addr: Option<&str>) -> Vec<Row> {
        let cells: Vec<Vec<Piece>> = self
            .places
            .iter()
            .map(|place| match record.cells.get(place.column) {
                Some(cell) => self.pieces(place, cell),
                None => Vec::new(),
            })
            .collect();
        let mut rows = self.side_by_side(&cells);
        for row in &mut rows {
            row.addr = record.addr.as_deref().or(addr).map(str::to_owned);
        }
        rows
    }

    /// The lines of a cell and of what stands below it.
    fn pieces(&self, place: &ColumnPlace, cell: &Cell) -> Vec<Piece> {
        let part = |part: &Cell| {
            let lines = self.lines(place, part);
            let addr = part.addr.clone();
            lines.into_iter().map(move |line| Piece {
                line,
                addr: addr.clone(),
            })
        };
        cell.parts().flat_map(part).collect()
    }

    fn lines(&self, place: &ColumnPlace, cell: &Cell) -> Vec<StyledLine> {
        let text = Styled::new(&cell.runs);
        if self.table.clip {
            return vec![text.cut(place.cells, self.policy)];
        }
        let hang = cell.hang.min(place.cells / 4);
        let lines = text.cell_lines(place.cells, place.cells - hang, self.policy);
        let shifted = |(at, line): (usize, StyledLine)| {
            let mut whole = StyledLine::default();
            whole.blank(if at == 0 { 0 } else { hang });
            whole.join(&line, line.cells, Align::Left);
            whole
        };
        lines.into_iter().enumerate().map(shifted).collect()
    }

    fn side_by_side(&self, cells: &[Vec<Piece>]) -> Vec<Row> {
        let height = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
        (0..height)
            .map(|at| self.row(cells.iter().map(|pieces| pieces.get(at))))
            .collect()
    }

    fn row<'p>(&self, pieces: impl Iterator<Item = Option<&'p Piece>>) -> Row {
        let mut row = StyledLine::default();
        let mut spots = Vec::new();
        for (place, piece) in self.places.iter().zip(pieces) {
            self.gap(&mut row, place);
            let Some(piece) = piece else {
                row.blank(place.cells);
                continue;
            };
            let align = self.table.columns[place.column].align;
            row.join(&piece.line, place.cells, align);
            spots.extend(piece.addr.clone().map(|addr| RowSpot {
                cells: place.start..place.start + place.cells,
                addr,
            }));
        }
        Row {
            spots,
            ..Row::padded(row, self.width)
        }
    }

    /// The cells before a column, with the divider in their middle.
    fn gap(&self, row: &mut StyledLine, place: &ColumnPlace) {
        let blank = place.start.saturating_sub(row.cells);
        if self.table.divided && blank > 2 && row.cells > 0 {
            let before = blank / 2;
            row.blank(before);
            row.push(Tone::Rule, "|", 1);
            row.blank(blank - before - 1);
        } else {
            row.blank(blank);
        }
    }
}

/// A line of a cell and what it shows.
struct Piece {
    line: StyledLine,
    addr: Option<String>,
}

fn need(table: &Table, at: usize, room: usize, policy: Policy) -> Need {
    let column = &table.columns[at];
    if column.min >= column.max {
        return Need {
            min: column.max,
            want: column.max,
            weight: column.weight,
        };
    }
    let longest = match table.clip {
        true => 0,
        false => longest_piece(table, at, room, policy),
    };
    let want = natural(table, at, policy).min(column.max.max(longest));
    Need {
        min: column.min.max(longest).min(want),
        want,
        weight: column.weight,
    }
}

/// The runs of a column: its title and all its cells.
fn texts(table: &Table, at: usize) -> impl Iterator<Item = &[Run]> {
    let title = Some(&*table.columns[at].title).filter(|_| table.header);
    let cells = table
        .records
        .iter()
        .filter_map(move |record| record.cells.get(at));
    let parts = cells.flat_map(Cell::parts).map(|cell| &*cell.runs);
    title.into_iter().chain(parts)
}

/// Cells of the widest line in a column, the title included, as far as the column may use them.
fn natural(table: &Table, at: usize, policy: Policy) -> usize {
    let max = table.columns[at].max;
    let mut widest = 0;
    for runs in texts(table, at) {
        widest = widest.max(Styled::new(runs).natural(policy));
        if widest >= max {
            break;
        }
    }
    widest
}

/// Cells of the longest piece in a column that no line should break; what no line of `most` cells holds does not count.
pub(super) fn longest_piece(table: &Table, at: usize, most: usize, policy: Policy) -> usize {
    let mut longest = 0;
    for runs in texts(table, at) {
        let text = Styled::new(runs);
        if text.natural(policy) > longest {
            longest = longest.max(text.longest_piece(most, policy));
        }
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::block::Column;

    fn table() -> Table {
        let columns = vec![
            Column {
                min: 8,
                ..Column::flexible()
            }
            .titled("成效"),
            Column {
                min: 12,
                ..Column::flexible()
            }
            .titled("甲校"),
            Column {
                min: 12,
                ..Column::flexible()
            }
            .titled("乙校")
            .right(),
        ];
        let record = |cells: [&str; 3]| Record::new(cells.map(|text| Cell::new([Run::from(text)])));
        let records = vec![
            record(["党建联建企业", "34家", "32家"]),
            record(["就业质量", "“双高”就业率达98%以上，另有说明", "未载明"]),
        ];
        Table {
            columns,
            records,
            header: true,
            gap: 2,
            frozen: 1,
            ..Table::default()
        }
    }

    fn drawn(table: &Table, width: usize, policy: Policy) -> String {
        let grid = Grid::new(table, width, policy);
        let records = table.records.iter().flat_map(|record| grid.record(record, None));
        let rows = grid.header().into_iter().chain(records);
        rows.map(|row| row.text().trim_end().to_owned() + "\n").collect()
    }

    #[test]
    fn cells_wrap_beside_each_other() {
        insta::assert_snapshot!(drawn(&table(), 44, Policy::Safe), @r#"
        成效          甲校                      乙校
        党建联建企业  34家                      32家
        就业质量      "双高"就业率达          未载明
                      98%以上，另有说明
        "#);
    }

    #[test]
    fn columns_that_do_not_fit_scroll_behind_the_first() {
        insta::assert_snapshot!(drawn(&table(), 24, Policy::Narrow), @r#"
        成效       甲校
        党建联建   34家
        企业
        就业质量   “双高”就业率
                   达98%以上，另
                   有说明
        "#);
        insta::assert_snapshot!(drawn(&Table { offset: 1, ..table() }, 24, Policy::Narrow), @r#"
        成效            乙校
        党建联建企业    32家
        就业质量      未载明
        "#);
    }

    #[test]
    fn a_clipped_table_has_one_row_a_record() {
        insta::assert_snapshot!(drawn(&Table { clip: true, indent: 2, ..table() }, 44, Policy::Narrow), @r#"
        成效          甲校                    乙校
        党建联建企业  34家                    32家
        就业质量      “双高”就业率达98%..   未载明
        "#);
    }

    #[test]
    fn cells_know_where_they_are_and_what_they_show() {
        let mut table = table();
        table.records[1].cells[1].addr = Some("a/jobs".to_owned());
        table.records[1].addr = Some("jobs".to_owned());
        let grid = Grid::new(&table, 44, Policy::Safe);
        let rows = grid.record(&table.records[1], None);
        assert!(rows.len() > 1);
        for row in rows {
            assert_eq!(row.addr.as_deref(), Some("jobs"));
            assert_eq!(
                row.spots,
                [RowSpot {
                    cells: 14..36,
                    addr: "a/jobs".to_owned()
                }]
            );
        }
        assert_eq!(
            grid.record(&table.records[0], Some("whole"))[0].addr.as_deref(),
            Some("whole")
        );
    }
}
