//! Rows of figures: label, values with what qualifies them, and bars where a bar may be drawn.

use super::{Item, RowParts};
use crate::{
    compare::{Comparison, Relation, Row, period_words},
    lang::Lang,
    model::{Addr, Bound, College, Outcome, ThemeIx},
    page::{Run, block::Cell, builders::meaning},
};

/// Most cells of a bar.
const BAR: usize = 24;
/// How far the later lines of a statement stand in.
const HANG: usize = 2;

/// How much is spelled out in every cell.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wording {
    /// `·` and `-` stand for what is not stated, the head of the sheet says so; bars of at most so many cells.
    Short(usize),
    /// Everything in words, for text that leaves the sheet.
    Full,
}

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

/// The row at `at`.
pub(super) fn parts(comparison: &Comparison<'_>, at: usize, lang: Lang, wording: Wording) -> RowParts {
    let row = &comparison.rows[at];
    let cells = (0..row.cells.len()).map(|subject| cell(comparison, row, subject, lang, wording));
    RowParts {
        label: row.label(comparison.atlas, lang).to_owned(),
        sign: row.relation.sign(),
        cells: cells.collect(),
    }
}

fn cell(comparison: &Comparison<'_>, row: &Row<'_>, subject: usize, lang: Lang, wording: Wording) -> Cell {
    let college = comparison.subjects[subject];
    let outcomes = &row.cells[subject];
    if outcomes.is_empty() {
        return Cell::new([absent(comparison, row, subject, lang, wording)]);
    }
    let related = row.relation == Relation::Related;
    let statement = |outcome: &&Outcome| {
        let name = related.then(|| comparison.atlas.metric(outcome.metric).name.get(lang));
        let addr = Addr::fact(&college.id, &outcome.id).to_string();
        let runs = match wording {
            Wording::Short(_) => short(college, outcome, name, lang),
            Wording::Full => full(college, outcome, name, lang),
        };
        Cell::new(runs).hanging(HANG).at(addr)
    };
    let mut parts: Vec<Cell> = outcomes.iter().map(statement).collect();
    if let (Wording::Short(room), true) = (wording, row.is_rankable()) {
        let fraction = row.scale().and_then(|scale| scale[subject]);
        let addr = parts[0].addr.clone().unwrap_or_default();
        parts.extend(bar(subject, fraction, room).map(|runs| Cell::new(runs).at(addr)));
    }
    Cell::stacked(parts)
}

/// What an empty cell says: on a related row, a college whose figures of the family all stand on the same rows above
/// has stated them.
fn absent(comparison: &Comparison<'_>, row: &Row<'_>, subject: usize, lang: Lang, wording: Wording) -> Run {
    let mut beside = comparison.rows.iter().filter(|other| {
        let group = (other.theme, other.family) == (row.theme, row.family);
        let metric = row.metric.is_none() || other.metric == row.metric;
        other.relation == Relation::Same && group && metric
    });
    let listed = row.relation == Relation::Related && beside.any(|other| other.one(subject).is_some());
    Run::muted(match (listed, wording) {
        (true, _) => lang.pick("已列于同指标行", "listed on a same row"),
        (false, Wording::Short(_)) => "-",
        (false, Wording::Full) => lang.pick("未载明", "not stated"),
    })
    .whole()
}

/// `54家 2023年 紧密合作企业`: as printed, then the time, then what it counts.
fn short(college: &College, outcome: &Outcome, name: Option<&str>, lang: Lang) -> Vec<Run> {
    let mut runs = printed(outcome, lang);
    runs.push(Run::plain(" "));
    runs.push(match &outcome.period {
        Some(period) => Run::qualifier(period_words(period, lang)).whole(),
        None => Run::muted("·"),
    });
    runs.extend(other_scope(college, outcome, lang));
    runs.extend(name.map(|name| Run::plain(format!(" {name}"))));
    runs
}

/// `54家  紧密合作企业  2023年`, nothing abbreviated.
fn full(college: &College, outcome: &Outcome, name: Option<&str>, lang: Lang) -> Vec<Run> {
    let mut runs = printed(outcome, lang);
    runs.extend(name.map(|name| Run::plain(format!("  {name}"))));
    runs.push(match &outcome.period {
        Some(period) => Run::qualifier(format!("  {}", period_words(period, lang))),
        None => Run::muted(lang.pick("  时间未载明", "  time not stated")),
    });
    if outcome.scope != college.reporter.scope {
        runs.push(Run::qualifier(format!("  {}", outcome.scope.word(lang))));
    }
    runs
}

/// What is printed is Chinese; a reader of English is told what 多, 近 and 以上 mean.
fn printed(outcome: &Outcome, lang: Lang) -> Vec<Run> {
    let mut runs = vec![Run::value(&*outcome.as_written).whole()];
    if lang == Lang::En && outcome.quantity.bound != Bound::Exact {
        runs.push(Run::qualifier(format!(" ({})", meaning(&outcome.quantity, lang))));
    }
    runs
}

/// Whom a figure speaks for where that is not what the heading of the column says.
fn other_scope(college: &College, outcome: &Outcome, lang: Lang) -> Vec<Run> {
    match outcome.scope == college.reporter.scope {
        true => Vec::new(),
        false => vec![Run::plain(" "), Run::qualifier(outcome.scope.word(lang)).whole()],
    }
}

/// What is not 0 has a bar one can see.
fn bar(subject: usize, fraction: Option<f64>, room: usize) -> Option<Vec<Run>> {
    let fraction = fraction.filter(|_| room > 0)?;
    let cells = room.min(BAR);
    let filled = (fraction * cells as f64).round() as usize;
    let filled = filled.max(usize::from(fraction > 0.0));
    Some(Run::bar(subject as u8, filled, cells))
}
