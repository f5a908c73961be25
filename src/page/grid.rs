//! A table laid out: which columns are on screen, how wide, and each record in them.
//!
//! Cells wrap inside their column, and the lines of cells of unequal height stay side by side. It does not choose
//! what is in a table.

use super::Run;
use super::block::{Column, Record, Table};
use super::columns::{Need, solve, window};
use super::layout::{Row, Spot};
use super::styled::{Line, Toned};
use crate::text::width::Policy;

/// Columns of a [`Table`] with their places settled, ready to lay out any record of it.
pub(crate) struct Grid<'a> {
    table: &'a Table,
    places: Vec<Place>,
    width: usize,
    policy: Policy,
}

/// A column on screen.
struct Place {
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
            .map(|at| need(table, at, policy))
            .collect();
        let scrolled = window(&needs, table.frozen, table.offset, table.gap, room);
        let shown: Vec<usize> = (0..table.frozen.min(needs.len())).chain(scrolled).collect();
        let needs: Vec<Need> = shown.iter().map(|&at| needs[at]).collect();
        let mut start = indent;
        let cells = solve(&needs, table.gap, room);
        let places = shown.into_iter().zip(cells).map(|(column, cells)| {
            let place = Place { column, start, cells };
            start += cells + table.gap;
            place
        });
        Self {
            places: places.filter(|place| place.cells > 0).collect(),
            table,
            width,
            policy,
        }
    }

    /// The columns on screen, as indices into [`Table::columns`], with the cells each takes.
    pub(crate) fn columns(&self) -> impl Iterator<Item = (usize, usize)> {
        self.places.iter().map(|place| (place.column, place.cells))
    }

    /// The rows of titles; none when the table has no header.
    pub(crate) fn header(&self) -> Vec<Row> {
        if !self.table.header {
            return Vec::new();
        }
        let titles = self
            .places
            .iter()
            .map(|place| self.lines(place, &self.table.columns[place.column].title));
        self.side_by_side(&titles.collect::<Vec<_>>())
    }

    /// The rows of one record: all of equal width, one at least.
    pub(crate) fn record(&self, record: &Record, addr: Option<&str>) -> Vec<Row> {
        let runs = |place: &Place| {
            record
                .cells
                .get(place.column)
                .map_or(&[] as &[Run], |cell| &cell.runs)
        };
        let cells: Vec<Vec<Line>> = self
            .places
            .iter()
            .map(|place| self.lines(place, runs(place)))
            .collect();
        let mut rows = self.side_by_side(&cells);
        let spots = self.spots(record);
        for row in &mut rows {
            row.addr = record.addr.as_deref().or(addr).map(str::to_owned);
            row.spots.clone_from(&spots);
        }
        rows
    }

    fn lines(&self, place: &Place, runs: &[Run]) -> Vec<Line> {
        let text = Toned::new(runs);
        match self.table.clip {
            true => vec![text.cut(place.cells, self.policy)],
            false => text.lines(place.cells, place.cells, self.policy),
        }
    }

    fn side_by_side(&self, cells: &[Vec<Line>]) -> Vec<Row> {
        let height = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
        (0..height)
            .map(|at| self.row(cells.iter().map(|lines| lines.get(at))))
            .collect()
    }

    fn row<'l>(&self, lines: impl Iterator<Item = Option<&'l Line>>) -> Row {
        let mut row = Line::default();
        for (place, line) in self.places.iter().zip(lines) {
            row.blank(place.start.saturating_sub(row.cells));
            let align = self.table.columns[place.column].align;
            row.join(line.unwrap_or(&Line::default()), place.cells, align);
        }
        Row::padded(row, self.width)
    }

    fn spots(&self, record: &Record) -> Vec<Spot> {
        let spot = |place: &Place| {
            let addr = record.cells.get(place.column)?.addr.clone()?;
            Some(Spot {
                cells: place.start..place.start + place.cells,
                addr,
            })
        };
        self.places.iter().filter_map(spot).collect()
    }
}

fn need(table: &Table, at: usize, policy: Policy) -> Need {
    let column = &table.columns[at];
    let fixed = column.min >= column.max;
    let want = if fixed {
        column.max
    } else {
        natural(table, at, policy).min(column.max)
    };
    Need {
        min: column.min.min(want),
        want,
        weight: column.weight,
    }
}

/// Cells of the widest line in a column, the title included, as far as the column may use them.
fn natural(table: &Table, at: usize, policy: Policy) -> usize {
    let Column { title, max, .. } = &table.columns[at];
    let titles = Some(title).filter(|_| table.header).into_iter();
    let cells = table
        .records
        .iter()
        .filter_map(|record| Some(&record.cells.get(at)?.runs));
    let mut widest = 0;
    for runs in titles.chain(cells) {
        widest = widest.max(Toned::new(runs).natural(policy));
        if widest >= *max {
            break;
        }
    }
    widest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::block::Cell;

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

    fn shown(table: &Table, width: usize, policy: Policy) -> String {
        let grid = Grid::new(table, width, policy);
        let records = table.records.iter().flat_map(|record| grid.record(record, None));
        let rows = grid.header().into_iter().chain(records);
        rows.map(|row| row.text().trim_end().to_owned() + "\n").collect()
    }

    #[test]
    fn cells_wrap_beside_each_other() {
        insta::assert_snapshot!(shown(&table(), 44, Policy::Safe), @r#"
        成效          甲校                      乙校
        党建联建企业  34家                      32家
        就业质量      "双高"就业率达          未载明
                      98%以上，另有说明
        "#);
    }

    #[test]
    fn columns_that_do_not_fit_scroll_behind_the_first() {
        insta::assert_snapshot!(shown(&table(), 24, Policy::Narrow), @r#"
        成效       甲校
        党建联建   34家
        企业
        就业质量   “双高”就业率
                   达98%以上，另
                   有说明
        "#);
        insta::assert_snapshot!(shown(&Table { offset: 1, ..table() }, 24, Policy::Narrow), @r#"
        成效            乙校
        党建联建企业    32家
        就业质量      未载明
        "#);
    }

    #[test]
    fn a_clipped_table_has_one_row_a_record() {
        insta::assert_snapshot!(shown(&Table { clip: true, indent: 2, ..table() }, 44, Policy::Narrow), @r#"
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
                [Spot {
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
