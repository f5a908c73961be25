//! Lists of facts as tables: which columns a kind has, and one record a fact.
//!
//! Columns and records are made apart, so that a long list can make only the records on screen.

mod fact;
mod ordered;
mod register;

pub(crate) use fact::{columns, record};
pub(crate) use ordered::ordered;
pub(crate) use register::{metrics, metrics_of_theme, sources, themes};

use crate::{
    lang::Lang,
    model::{Atlas, Fact, Kind},
    page::{
        Run,
        block::{Cell, Column, Record, Table},
    },
};

/// `facts`, all of one `kind`, as a table.
pub(crate) fn facts<'a>(
    atlas: &Atlas,
    kind: Kind,
    facts: impl IntoIterator<Item = Fact<'a>>,
    lang: Lang,
) -> Table {
    let records = facts.into_iter().map(|fact| record(atlas, fact, lang)).collect();
    table(columns(kind, lang), records)
}

/// The same for facts of one college: without the column that names it.
pub(crate) fn of_college<'a>(
    atlas: &Atlas,
    kind: Kind,
    facts: impl IntoIterator<Item = Fact<'a>>,
    lang: Lang,
) -> Table {
    let mut table = self::facts(atlas, kind, facts, lang);
    if kind != Kind::College {
        table.columns.remove(0);
        table
            .records
            .iter_mut()
            .for_each(|record| drop(record.cells.remove(0)));
    }
    table
}

fn table(columns: Vec<Column>, records: Vec<Record>) -> Table {
    Table {
        columns,
        records,
        header: true,
        gap: 2,
        frozen: 1,
        ..Table::default()
    }
}

/// A column that gives way when there is too little room, down to `min` cells.
fn wide(title: &str, min: usize) -> Column {
    Column {
        min,
        ..Column::flexible().titled(title)
    }
}

/// A column of short words that stays whole.
fn short(title: &str) -> Column {
    Column {
        weight: 0,
        min: 16,
        ..Column::flexible().titled(title)
    }
}

fn cell(run: Run) -> Cell {
    Cell::new([run])
}
