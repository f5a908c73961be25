//! The columns and records of facts that belong to a college.

use super::{cell, short, wide};
use crate::{
    lang::Lang,
    model::{Atlas, College, Fact, Framework, Kind, Outcome, Recognition, facts},
    page::{
        Run,
        block::{Cell, Column, Record},
        builders::{outcome, part},
    },
};

/// The columns of a list of `kind`.
pub(crate) fn columns(kind: Kind, lang: Lang) -> Vec<Column> {
    let college = wide(lang.pick("院校", "college"), 8);
    let pillar = short(lang.pick("支柱", "pillar")).right();
    let own = own(kind, lang);
    let mut columns = match kind {
        Kind::College => own,
        Kind::Outcome => [vec![college], own, vec![pillar]].concat(),
        Kind::Theme | Kind::Metric => return own,
        _ => [vec![college, pillar], own].concat(),
    };
    columns.push(wide(lang.pick("地址", "address"), 28));
    columns
}

/// The columns that only lists of `kind` have.
fn own(kind: Kind, lang: Lang) -> Vec<Column> {
    match kind {
        Kind::College => vec![
            wide(lang.pick("院校", "college"), 12),
            short(lang.pick("口径", "speaks for")),
            short(lang.pick("支柱", "pillars")).right(),
            short(lang.pick("举措", "measures")).right(),
            short(lang.pick("荣誉", "honours")).right(),
            short(lang.pick("平台与项目", "platforms")).right(),
            short(lang.pick("成效", "outcomes")).right(),
        ],
        Kind::Pillar => vec![
            wide(lang.pick("标题", "heading"), 8),
            wide(lang.pick("口号", "slogan"), 8),
            wide(lang.pick("主题", "themes"), 8),
            short(lang.pick("成效", "outcomes")).right(),
        ],
        Kind::Measure => vec![
            short(lang.pick("序号", "no.")).right(),
            wide(lang.pick("举措", "measure"), 8),
            wide(lang.pick("口号", "slogan"), 8),
        ],
        Kind::Outcome => vec![
            wide(lang.pick("成效", "outcome"), 8),
            wide(lang.pick("原文", "as printed"), 6),
            wide(lang.pick("时间", "period"), 6),
            wide(lang.pick("口径", "scope"), 6),
        ],
        Kind::Framework => vec![
            wide(lang.pick("体系", "framework"), 8),
            wide(lang.pick("各部分 (文中列名)", "parts (named in the article)"), 12),
        ],
        Kind::Recognition => vec![
            wide(lang.pick("荣誉与平台", "honour or platform"), 12),
            short(lang.pick("类别", "kind")),
            short(lang.pick("级别", "level")),
            short(lang.pick("年份", "year")),
        ],
        Kind::Partner => vec![
            wide(lang.pick("伙伴", "partner"), 12),
            short(lang.pick("类别", "kind")),
        ],
        Kind::Theme | Kind::Metric => Vec::new(),
    }
}

/// The record of `fact`, one cell for each of its kind's [`columns`].
pub(crate) fn record(atlas: &Atlas, fact: Fact<'_>, lang: Lang) -> Record {
    let addr = fact.addr().to_string();
    let mut cells = match fact {
        Fact::College(college) => counts(college, lang),
        Fact::Outcome(_, figure) => vec![
            cell(Run::label(figure.label.get(lang))),
            cell(Run::value(&*figure.as_written).whole()),
            cell(outcome::period(figure, lang).whole()),
            cell(Run::qualifier(figure.scope.word(lang)).whole()),
            pillar_cell(fact, lang),
        ],
        fact => std::iter::once(pillar_cell(fact, lang))
            .chain(fact_cells(atlas, fact, lang))
            .collect(),
    };
    if !matches!(fact, Fact::College(_)) {
        cells.insert(0, cell(Run::plain(fact.college().label(lang))));
    }
    cells.push(cell(Run::muted(&*addr)));
    Record::new(cells).at(addr)
}

fn counts(college: &College, lang: Lang) -> Vec<Cell> {
    let count = |n: usize| cell(Run::plain(n.to_string()));
    vec![
        cell(Run::label(lang.pick(&*college.name.zh, &*college.name.en))),
        cell(Run::qualifier(college.reporter.scope.word(lang))),
        count(college.pillars.len()),
        count(college.measures.len()),
        count(college.honours()),
        count(college.recognitions.len() - college.honours()),
        count(college.outcomes.len()),
    ]
}

/// The number of the pillar; what stands in the introduction stands in none.
fn pillar_cell(fact: Fact<'_>, lang: Lang) -> Cell {
    cell(match fact.pillar() {
        Some(n) => Run::plain(n.to_string()),
        None => Run::muted(lang.pick("引言", "intro")),
    })
}

fn fact_cells(atlas: &Atlas, fact: Fact<'_>, lang: Lang) -> Vec<Cell> {
    match fact {
        Fact::Pillar(college, pillar) => vec![
            cell(Run::label(pillar.heading.get(lang))),
            cell(Run::quote(&*pillar.slogan)),
            cell(Run::plain(part::themes(atlas, &pillar.themes, lang))),
            cell(Run::plain(figures(college, pillar.n).to_string())),
        ],
        Fact::Measure(_, measure) => vec![
            cell(Run::plain(measure.n.to_string())),
            cell(Run::label(measure.title.get(lang))),
            cell(Run::quote(measure.slogan.as_deref().unwrap_or_default())),
        ],
        Fact::Framework(college, framework) => {
            vec![
                cell(Run::label(framework.name.get(lang))),
                parts(college, framework, lang),
            ]
        }
        Fact::Recognition(_, recognition) => recognised(recognition, lang),
        Fact::Partner(_, partner) => vec![
            cell(Run::label(partner.name.get(lang))),
            cell(Run::plain(partner.kind.word(lang))),
        ],
        Fact::College(_) | Fact::Outcome(..) => Vec::new(),
    }
}

fn figures(college: &College, n: u8) -> usize {
    facts(college)
        .filter(|fact| matches!(fact, Fact::Outcome(_, Outcome { pillar, .. }) if *pillar == Some(n)))
        .count()
}

fn parts(college: &College, framework: &Framework, lang: Lang) -> Cell {
    let mut runs = Vec::new();
    for group in &framework.groups {
        if !runs.is_empty() {
            runs.push(Run::plain("\n"));
        }
        runs.extend(part::group_members(college, group, lang));
    }
    Cell::new(runs)
}

fn recognised(recognition: &Recognition, lang: Lang) -> Vec<Cell> {
    let level = recognition.level.map(|level| level.word(lang));
    let year = recognition.year.map(|year| year.to_string());
    let mut name = vec![Run::label(recognition.name.get(lang))];
    name.extend(
        recognition
            .work
            .as_ref()
            .map(|work| Run::quote(format!("\n{work}"))),
    );
    let claim = part::claim(recognition, lang);
    name.extend(claim.map(|words| Run::qualifier(format!("  {words}"))));
    vec![
        Cell::new(name),
        cell(Run::plain(recognition.kind.word(lang))),
        cell(part::maybe(level, lang)),
        cell(part::maybe(year.as_deref(), lang)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        load::{Origin, load},
        select::Select,
    };

    #[test]
    fn every_record_has_a_cell_for_every_column() {
        let atlas = load(&Origin::Embedded).atlas;
        for kind in Kind::ALL {
            for fact in Select::default().facts(&atlas, kind) {
                for lang in [Lang::Zh, Lang::En] {
                    let cells = record(&atlas, fact, lang).cells;
                    assert_eq!(cells.len(), columns(kind, lang).len(), "{kind:?}");
                }
            }
        }
    }
}
