//! Pillars by theme: which pillars of each college serve it, with their measures.
//!
//! A measure stands under each theme it is about; one that names none stands under the first of its pillar's.

use super::RowParts;
use crate::{
    compare::{Lonely, PillarAlignment, ThemePillars},
    lang::Lang,
    model::{Addr, College, Measure, Pillar},
    page::{Run, block::Cell},
};

/// How far a measure's later lines stand in; a pillar's stand in by less.
pub(super) const MEASURE: usize = 4;

/// The row at `at`: the theme, and under each college its pillars.
pub(super) fn parts(alignment: &PillarAlignment<'_>, at: usize, lang: Lang) -> RowParts {
    let row = &alignment.rows[at];
    let cells = (0..row.cells.len()).map(|subject| cell(alignment, at, subject, lang));
    RowParts {
        label: theme(alignment, row, lang).to_owned(),
        sign: "",
        cells: cells.collect(),
    }
}

fn theme<'a>(alignment: &PillarAlignment<'a>, row: &ThemePillars<'_>, lang: Lang) -> &'a str {
    let theme = row.theme.map(|theme| alignment.atlas.theme(theme).name.get(lang));
    theme.unwrap_or(lang.pick("未归主题", "no theme"))
}

fn cell(alignment: &PillarAlignment<'_>, at: usize, subject: usize, lang: Lang) -> Cell {
    let college = alignment.subjects[subject];
    let pillars = &alignment.rows[at].cells[subject];
    if pillars.is_empty() {
        return Cell::new([Run::muted(lang.pick("无对应支柱", "no pillar")).whole()]);
    }
    let parts = |pillar: &&Pillar| {
        let mut parts = vec![heading(college, pillar, lang)];
        if home(alignment, subject, pillar) == Some(at) {
            parts[0].runs.extend(slogan(pillar, lang));
        }
        let measures = alignment.rows[at].measures(college, pillar);
        parts.extend(measures.map(|measure| line(college, measure, lang)));
        parts
    };
    Cell::stacked(pillars.iter().flat_map(parts))
}

/// The row with a pillar's slogan: that of the theme its dossier names first, else the first it stands on.
fn home(alignment: &PillarAlignment<'_>, subject: usize, pillar: &Pillar) -> Option<usize> {
    let stands = |row: &ThemePillars<'_>| row.cells[subject].iter().any(|other| other.n == pillar.n);
    let rows = || alignment.rows.iter();
    let main = rows().position(|row| row.theme == pillar.themes.first().copied());
    main.or_else(|| rows().position(stands))
}

/// A pillar's number and heading.
fn heading(college: &College, pillar: &Pillar, lang: Lang) -> Cell {
    let addr = Addr::pillar(&college.id, pillar.n).to_string();
    let words = format!("{} {}", pillar.n, pillar.title(lang));
    Cell::new([Run::value(words)]).hanging(2).at(addr)
}

/// The slogan; in English the rest of the heading, which gives its meaning.
fn slogan(pillar: &Pillar, lang: Lang) -> Option<Run> {
    match lang {
        Lang::Zh if pillar.slogan == pillar.heading.zh => None,
        Lang::Zh => Some(Run::quote(format!("  {}", pillar.slogan))),
        Lang::En => {
            let rest = pillar
                .heading
                .en
                .strip_prefix(pillar.title(lang))?
                .strip_prefix(':')?;
            Some(Run::muted(format!("  {}", rest.trim_start())))
        }
    }
}

fn line(college: &College, measure: &Measure, lang: Lang) -> Cell {
    let addr = Addr::fact(&college.id, &measure.id).to_string();
    let runs = [Run::rule("  - "), Run::plain(measure.title.get(lang))];
    Cell::new(runs).hanging(MEASURE).at(addr)
}

/// What must be said with the row at `at`: that one college alone serves the theme.
pub(super) fn notes(alignment: &PillarAlignment<'_>, at: usize, lang: Lang) -> Vec<String> {
    let row = &alignment.rows[at];
    let alone = row.theme.and(row.alone());
    let words = |subject: usize| {
        let name = alignment.subjects[subject].label(lang);
        lang.pick(
            format!("此主题仅{name}有支柱，无可对照"),
            format!("only {name} has a pillar on this theme; it stands alone"),
        )
    };
    alone.map(words).into_iter().collect()
}

/// The pillars that share no theme with any other college's.
pub(super) fn lonely(alignment: &PillarAlignment<'_>, lang: Lang) -> Vec<String> {
    let words = |one: &Lonely<'_>| {
        let name = alignment.subjects[one.subject].label(lang);
        let (n, heading) = (one.pillar.n, one.pillar.title(lang));
        lang.pick(
            format!("{name}的支柱 {n} {heading} 与他校无共同主题"),
            format!("pillar {n} of {name}, {heading}, shares no theme with another college's"),
        )
    };
    alignment.lonely.iter().map(words).collect()
}
