//! Colleges in an order, with a column for what they are ordered by.

use super::{cell, facts, wide};
use crate::{
    lang::Lang,
    model::{Atlas, CollegeIx, Fact, Kind, Outcome},
    order::{OrderBy, figure},
    page::{
        Run,
        block::{Cell, Table},
        builders::{outcome, part},
    },
};

/// `colleges` as they stand, with what they are ordered by behind the name: the province, or the figure as printed, its
/// time and whom it speaks for.
pub(crate) fn ordered(atlas: &Atlas, colleges: &[CollegeIx], by: OrderBy, lang: Lang) -> Table {
    let shown = || colleges.iter().map(|ix| atlas.college(*ix));
    let mut table = facts(atlas, Kind::College, shown().map(Fact::College), lang);
    let records = table.records.iter_mut().zip(shown());
    match by {
        OrderBy::Loaded | OrderBy::Name => {}
        OrderBy::Province => {
            table.columns.insert(1, wide(lang.pick("省份", "province"), 6));
            for (record, college) in records {
                let province = college.province.as_ref().map(|name| name.get(lang));
                record.cells.insert(1, cell(part::maybe(province, lang)));
            }
        }
        OrderBy::Metric(metric) => {
            let title = atlas.metric(metric).name.get(lang);
            let columns = [wide(title, 6), wide(lang.pick("时间", "period"), 6)];
            table.columns.splice(1..1, columns);
            for (record, college) in records {
                record.cells.splice(1..2, stated(figure(college, metric), lang));
            }
        }
    }
    table
}

fn stated(figure: Option<&Outcome>, lang: Lang) -> [Cell; 3] {
    match figure {
        None => [cell(part::maybe(None, lang)), Cell::default(), Cell::default()],
        Some(figure) => [
            cell(Run::value(&*figure.as_written).whole()),
            cell(outcome::period(figure, lang).whole()),
            cell(Run::qualifier(figure.scope.word(lang)).whole()),
        ],
    }
}
