//! The lines above a comparison, and the headings of its themes.

use super::{
    Face, Sheet,
    row_layout::{Entry, Strip},
};
use crate::{
    compare::{Comparison, Relation},
    lang::Lang,
    model::{Addr, College, ThemeIx},
    page::{
        Run,
        block::Block,
        layout::{Row, layout},
    },
};

/// What is compared, how many rows of each relation there are, and the names over the columns.
pub(super) fn head(sheet: &Sheet<'_>) -> Vec<Row> {
    let lang = sheet.view.lang;
    let (subjects, mut runs) = match sheet.face {
        Face::Figures(comparison) => (&comparison.subjects, figures(comparison, lang)),
        Face::Pillars(alignment) => (
            &alignment.subjects,
            vec![Run::heading(lang.pick("支柱对照", "Pillars by theme"))],
        ),
    };
    if sheet.frame.is_stacked() {
        for college in subjects {
            runs.push(Run::plain("\n"));
            runs.extend(named(college, lang));
        }
    }
    let mut rows = layout(&[Block::text(runs)], sheet.view.width, sheet.view.policy);
    if !sheet.frame.is_stacked() {
        rows.extend(names(sheet, subjects));
    }
    rows
}

fn figures(comparison: &Comparison<'_>, lang: Lang) -> Vec<Run> {
    let counts = comparison.counts();
    let said = [
        (Relation::Same, counts.same),
        (Relation::Related, counts.related),
        (Relation::Alone, counts.alone),
    ]
    .map(|(relation, count)| {
        let sign = relation.sign().trim();
        let space = if sign.is_empty() { "" } else { " " };
        format!("  {sign}{space}{} {count}", relation.word(lang))
    });
    let mut runs = vec![
        Run::heading(lang.pick("对比", "Comparison")),
        Run::muted(said.concat()),
    ];
    if comparison.hidden > 0 {
        let hidden = comparison.hidden;
        runs.push(Run::qualifier(lang.pick(
            format!("  只看差异，略去 {hidden} 行"),
            format!("  differences only, {hidden} rows left out"),
        )));
    }
    runs
}

/// The names over the columns; the label column says which of the colleges are on screen when not all are.
fn names(sheet: &Sheet<'_>, subjects: &[&College]) -> Vec<Row> {
    let lang = sheet.view.lang;
    let shown = sheet.columns();
    let scrolled = shown.len() < subjects.len();
    let places: Vec<String> = shown.iter().map(|(at, _)| (at + 1).to_string()).collect();
    let which = format!(
        "{} {} / {}",
        lang.pick("院校", "College"),
        places.join(" "),
        subjects.len()
    );
    let cell = |college: &&College| {
        let addr = Addr::college(&college.id).to_string();
        vec![Entry::new(named(college, lang), Some(addr))]
    };
    let strip = Strip {
        label: scrolled.then(|| Run::muted(which)).into_iter().collect(),
        sign: "",
        cells: subjects.iter().map(cell).collect(),
    };
    strip.rows(&sheet.frame)
}

/// A college and whom its figures speak for.
fn named(college: &College, lang: Lang) -> Vec<Run> {
    vec![
        Run::heading(college.label(lang)),
        Run::qualifier(format!(" ({})", college.reporter.scope.word(lang))),
    ]
}

/// A theme's name, with how many rows are folded away under it.
pub(super) fn theme(sheet: &Sheet<'_>, comparison: &Comparison<'_>, theme: ThemeIx) -> Vec<Row> {
    let lang = sheet.view.lang;
    let mut runs = vec![Run::heading(comparison.atlas.theme(theme).name.get(lang))];
    if sheet.view.folded.contains(&theme) {
        let rows = comparison.rows.iter().filter(|row| row.theme == theme).count();
        runs.push(Run::muted(lang.pick(
            format!("  + 已折叠 {rows} 行"),
            format!("  + {rows} rows folded"),
        )));
    }
    layout(&[Block::text(runs)], sheet.view.width, sheet.view.policy)
}
