//! Themes by colleges: how many pillars and figures each dossier has. A row leads to its theme.

use crate::{
    compare::{Count, Overview},
    lang::Lang,
    model::College,
    page::{
        Run, Tone,
        block::{Block, Cell, Column, Record, Table},
    },
};

/// Cells of the bar of the most figures that any college has on a theme.
const BAR: usize = 7;

/// Fewest cells of the themes' column, and most.
const LABEL: (usize, usize) = (12, 40);

/// Cells between columns, a line in the middle.
const GAP: usize = 3;

/// How many colleges fit beside the themes in `width` cells: one at least.
pub(crate) fn fitting(width: usize, lang: Lang) -> usize {
    (width.saturating_sub(LABEL.0) / (column(lang) + GAP)).max(1)
}

/// What stands over the two numbers; each is as wide as its word.
fn words(lang: Lang) -> [(&'static str, usize); 2] {
    match lang {
        Lang::Zh => [("支柱", 4), ("成效", 4)],
        Lang::En => [("pillars", 7), ("outcomes", 8)],
    }
}

/// Cells of a college's column.
fn column(lang: Lang) -> usize {
    let numbers: usize = words(lang).iter().map(|(_, cells)| cells + 1).sum();
    numbers + BAR
}

/// The grid, with a line that says what its numbers are. Of more colleges than are [`fitting`] the first are shown.
pub(crate) fn grid(overview: &Overview<'_>, lang: Lang) -> Vec<Block> {
    let label = Column {
        min: LABEL.0,
        max: LABEL.1,
        ..Column::flexible()
    };
    let college = |college: &&College| Column {
        title: vec![Run::heading(college.label(lang))],
        ..Column::fixed(column(lang))
    };
    let table = Table {
        columns: std::iter::once(label.titled(lang.pick("主题", "Theme")))
            .chain(overview.subjects.iter().map(college))
            .collect(),
        header: true,
        records: std::iter::once(units(overview, lang))
            .chain((0..overview.rows.len()).map(|at| record(overview, at, lang)))
            .collect(),
        gap: GAP,
        frozen: 1,
        divided: true,
        ..Table::default()
    };
    let legend = lang.pick(
        "数字与条形只是收录条数，不代表成效大小",
        "Numbers and bars count what is stated, not what was achieved",
    );
    vec![table.into(), Block::blank(), Block::text([Run::muted(legend)])]
}

fn units(overview: &Overview<'_>, lang: Lang) -> Record {
    let words = words(lang).map(|(word, _)| word).join(" ");
    let cells = overview.subjects.iter().map(|_| Cell::new([Run::muted(&*words)]));
    Record::new(std::iter::once(Cell::default()).chain(cells))
}

fn record(overview: &Overview<'_>, at: usize, lang: Lang) -> Record {
    let (theme, counts) = &overview.rows[at];
    let theme = overview.atlas.theme(*theme);
    let all = overview.rows.iter().flat_map(|(_, counts)| counts);
    let most = all.map(|count| count.outcomes).max().unwrap_or(0);
    let cells = counts
        .iter()
        .enumerate()
        .map(|(subject, count)| Cell::new(figures(*count, most, subject, lang)));
    let label = Cell::new([Run::label(theme.name.get(lang))]);
    Record::new(std::iter::once(label).chain(cells)).at(theme.id.as_str())
}

fn figures(count: Count, most: usize, subject: usize, lang: Lang) -> Vec<Run> {
    let number = |n: usize, cells: usize| match n {
        0 => Run::muted(format!("{:>cells$} ", "-")),
        n => Run::value(format!("{n:>cells$} ")),
    };
    let [pillars, outcomes] = words(lang).map(|(_, cells)| cells);
    let bar = (count.outcomes * BAR).div_ceil(most.max(1));
    vec![
        number(count.pillars, pillars),
        number(count.outcomes, outcomes),
        Run::new(Tone::Bar(subject as u8), "#".repeat(bar)),
    ]
}
