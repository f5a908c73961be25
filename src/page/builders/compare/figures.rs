//! Rows of figures: label, values with what qualifies them, and bars.

use super::{
    Item,
    row_layout::{Entry, Strip},
};
use crate::{
    compare::{Comparison, Relation, Row, period_words},
    lang::Lang,
    model::{Addr, Bound, College, Outcome, ThemeIx},
    page::{Run, builders::meaning},
};

/// Most cells of a bar.
const BAR: usize = 24;

/// Theme headings, and the rows of themes that are not folded.
pub(super) fn items(comparison: &Comparison<'_>, folded: &[ThemeIx]) -> Vec<Item> {
    let mut items = Vec::new();
    let mut last = None;
    for (at, row) in comparison.rows.iter().enumerate() {
        if last.replace(row.theme) != Some(row.theme) {
            items.push(Item::Theme(row.theme));
        }
        if !folded.contains(&row.theme) {
            items.push(Item::Row(at));
        }
    }
    items
}

/// The row at `at`, its bars no longer than `room` cells.
pub(super) fn strip(comparison: &Comparison<'_>, at: usize, lang: Lang, room: usize) -> Strip {
    let row = &comparison.rows[at];
    let scale = row.scale();
    let fraction = |subject: usize| scale.as_ref().and_then(|scale| scale[subject]);
    let cells = (0..row.cells.len()).map(|subject| {
        cell(
            comparison,
            row,
            subject,
            lang,
            bar(subject, fraction(subject), room),
        )
    });
    Strip {
        label: vec![Run::label(row.label(comparison.atlas, lang))],
        sign: row.relation.sign(),
        cells: cells.collect(),
    }
}

fn cell(
    comparison: &Comparison<'_>,
    row: &Row<'_>,
    subject: usize,
    lang: Lang,
    bar: Option<Vec<Run>>,
) -> Vec<Entry> {
    let college = comparison.subjects[subject];
    let outcomes = &row.cells[subject];
    if outcomes.is_empty() {
        return vec![Entry::new(vec![absent(comparison, row, subject, lang)], None)];
    }
    let related = row.relation == Relation::Related;
    let entry = |outcome: &&Outcome| {
        let name = related.then(|| comparison.atlas.metric(outcome.metric).name.get(lang));
        let addr = Addr::fact(&college.id, &outcome.id).to_string();
        Entry::new(value(college, outcome, name, lang), Some(addr))
    };
    let mut entries: Vec<Entry> = outcomes.iter().map(entry).collect();
    let addr = entries[0].addr.clone();
    entries.extend(bar.map(|runs| Entry::new(runs, addr)));
    entries
}

/// What an empty cell says: on a related row, a college whose figures of the family all stand on the same rows above
/// has stated them.
fn absent(comparison: &Comparison<'_>, row: &Row<'_>, subject: usize, lang: Lang) -> Run {
    let mut beside = comparison.rows.iter().filter(|other| {
        let group = (other.theme, other.family) == (row.theme, row.family);
        let metric = row.metric.is_none() || other.metric == row.metric;
        other.relation == Relation::Same && group && metric
    });
    let listed = row.relation == Relation::Related && beside.any(|other| other.one(subject).is_some());
    Run::muted(match listed {
        true => lang.pick("已列于同指标行", "listed on a same row"),
        false => lang.pick("未载明", "not stated"),
    })
}

/// `54家  紧密合作企业  2023年`: the printed wording first, then what it counts and what it must not be read without.
fn value(college: &College, outcome: &Outcome, name: Option<&str>, lang: Lang) -> Vec<Run> {
    let mut runs = vec![Run::value(&*outcome.as_written)];
    // What is printed is Chinese; a reader of English is told what 多, 近 and 以上 mean.
    if lang == Lang::En && outcome.quantity.bound != Bound::Exact {
        runs.push(Run::qualifier(format!(" ({})", meaning(&outcome.quantity, lang))));
    }
    runs.extend(name.map(|name| Run::plain(format!("  {name}"))));
    runs.push(match &outcome.period {
        Some(period) => Run::qualifier(format!("  {}", period_words(period, lang))),
        None => Run::muted(lang.pick("  时间未载明", "  time not stated")),
    });
    // The heading of the column says whom the dossier speaks for.
    if outcome.scope != college.reporter.scope {
        runs.push(Run::qualifier(format!("  {}", outcome.scope.word(lang))));
    }
    runs
}

/// What is not 0 has a bar one can see.
fn bar(subject: usize, fraction: Option<f64>, room: usize) -> Option<Vec<Run>> {
    let fraction = fraction.filter(|_| room > 0)?;
    let cells = room.min(BAR);
    let filled = (fraction * cells as f64).round() as usize;
    let filled = filled.max(usize::from(fraction > 0.0));
    Some(Run::bar(subject as u8, filled, cells))
}
