//! Themes by colleges: how many pillars and figures each dossier has, shaded so that gaps show without colour.

use crate::{
    compare::{Count, Overview},
    lang::Lang,
    model::{Addr, College},
    page::{
        Run,
        block::{Block, Cell, Column, Record, Table},
    },
};

/// From empty to full: how a number of records is shaded, and the fewest records of each shade.
const SHADES: [(usize, &str); 5] = [(0, "...."), (1, ":..."), (3, "==.."), (6, "===."), (10, "####")];

/// Cells of a college's column: three for pillars, five for figures, the shade and blanks between.
const COLUMN: usize = 18;

/// Fewest cells of the themes' column.
const LABEL: usize = 12;
/// Cells between columns.
const GAP: usize = 2;

/// How many colleges fit beside the themes in `width` cells: one at least.
pub(crate) fn fitting(width: usize) -> usize {
    (width.saturating_sub(LABEL) / (COLUMN + GAP)).max(1)
}

/// The grid, with a line that says what its numbers are. Of more colleges than are [`fitting`] the first are shown.
pub(crate) fn grid(overview: &Overview<'_>, lang: Lang) -> Vec<Block> {
    let label = Column {
        min: LABEL,
        max: 26,
        ..Column::flexible()
    };
    let column = |college: &&College| Column {
        title: vec![Run::heading(college.label(lang))],
        ..Column::fixed(COLUMN)
    };
    let table = Table {
        columns: std::iter::once(label.titled(lang.pick("主题", "Theme")))
            .chain(overview.subjects.iter().map(column))
            .collect(),
        header: true,
        records: std::iter::once(units(overview, lang))
            .chain((0..overview.rows.len()).map(|at| record(overview, at, lang)))
            .collect(),
        gap: GAP,
        frozen: 1,
        ..Table::default()
    };
    vec![
        table.into(),
        Block::blank(),
        Block::text([Run::muted(legend(lang))]),
    ]
}

fn units(overview: &Overview<'_>, lang: Lang) -> Record {
    let words = lang.pick("支柱 成效", "pil. outc.");
    let cells = overview.subjects.iter().map(|_| Cell::new([Run::muted(words)]));
    Record::new(std::iter::once(Cell::default()).chain(cells))
}

fn record(overview: &Overview<'_>, at: usize, lang: Lang) -> Record {
    let (theme, counts) = &overview.rows[at];
    let name = overview.atlas.theme(*theme).name.get(lang);
    let cells = overview.subjects.iter().zip(counts).map(|(college, count)| {
        let addr = Addr::college(&college.id).to_string();
        Cell::new(shown(*count)).at(addr)
    });
    Record::new(std::iter::once(Cell::new([Run::label(name)])).chain(cells))
}

fn shown(count: Count) -> Vec<Run> {
    let number = |n: usize| match n {
        0 => Run::muted(format!("{:>4}", "-")),
        n => Run::value(format!("{n:>4}")),
    };
    let shade = Run::label(format!("  {}", shade(count)));
    vec![number(count.pillars), number(count.outcomes), shade]
}

fn shade(count: Count) -> &'static str {
    let records = count.pillars + count.outcomes;
    let mut reached = SHADES.iter().rev().filter(|(from, _)| records >= *from);
    reached.next().map_or("", |(_, shade)| shade)
}

fn legend(lang: Lang) -> String {
    let from = |(from, shade): &(usize, &str)| match from {
        0 => format!("{shade} {}", lang.pick("无", "none")),
        from => format!("{shade} {from}+"),
    };
    let shades: Vec<String> = SHADES.iter().map(from).collect();
    let said = lang.pick(
        "数字是收录的支柱与成效条数，不是成效本身",
        "The numbers count curated pillars and outcomes, not what was achieved",
    );
    format!("{said}  {}", shades.join("  "))
}
