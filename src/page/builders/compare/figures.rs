//! Rows of figures: label, values with what qualifies them, and bars where a bar may be drawn.

use super::{CompareItem, RowParts, notes::in_english};
use crate::{
    compare::{CompareRow, Comparison, Relation},
    lang::Lang,
    model::{Addr, Bound, College, Outcome, Recognition, ThemeIx, words},
    page::{Run, block::Cell, builders::section},
};

/// Most cells of a bar.
const BAR: usize = 24;
/// How far the later lines of a statement stand in.
const HANG: usize = 2;
/// How far those of names do, which stand under a statement.
pub(super) const NAMES: usize = 4;

/// How much is spelled out in every cell.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wording {
    /// `·` and `-` stand for what is not stated, the head of the sheet says so; bars of at most so many cells.
    Short(usize),
    /// Everything in words, for text that leaves the sheet.
    Full,
}

/// Headings, and the rows of themes that are not folded.
pub(super) fn items(comparison: &Comparison<'_>, folded: &[ThemeIx]) -> Vec<CompareItem> {
    let mut items = Vec::new();
    let mut last = None;
    for (at, row) in comparison.rows.iter().enumerate() {
        if last.is_none_or(|(theme, _)| theme != row.theme) {
            items.push(CompareItem::Theme(row.theme));
        }
        let apart = row.relation == Relation::Alone;
        let begins = apart && last != Some((row.theme, true));
        last = Some((row.theme, apart));
        if !folded.contains(&row.theme) {
            items.extend(begins.then_some(CompareItem::Apart));
            items.push(CompareItem::Row(at));
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

fn cell(
    comparison: &Comparison<'_>,
    row: &CompareRow<'_>,
    subject: usize,
    lang: Lang,
    wording: Wording,
) -> Cell {
    let college = comparison.subjects[subject];
    if row.is_empty(subject) {
        return Cell::new([absent(comparison, row, subject, lang, wording)]);
    }
    let mut parts = Vec::new();
    for outcome in &row.cells[subject] {
        let metric = outcome
            .metric
            .map(|ix| comparison.atlas.metric(ix).name.get(lang));
        let name = match row.relation {
            Relation::Related => metric,
            // What is printed may count less than the metric: one street's mould makers, not all firms.
            Relation::Same => Some(outcome.label.get(lang)).filter(|label| Some(*label) != metric),
            Relation::Alone => None,
        };
        let runs = match wording {
            Wording::Short(_) => short(college, outcome, name, lang),
            Wording::Full => full(college, outcome, name, lang),
        };
        let addr = Addr::fact(&college.id, &outcome.id).to_string();
        parts.push(Cell::new(runs).hanging(HANG).at(addr));
        let shown = name.unwrap_or(row.label(comparison.atlas, lang));
        parts.extend(honours(college, outcome, shown, lang));
        parts.extend(members(college, outcome, lang));
    }
    if let (Wording::Short(room), true) = (wording, row.is_rankable()) {
        let fraction = row.scale().and_then(|scale| scale[subject]);
        let addr = parts[0].addr.clone().unwrap_or_default();
        parts.extend(bar(subject, fraction, room).map(|runs| Cell::new(runs).at(addr)));
    }
    let alone = row.cells[subject].is_empty();
    parts.extend(recognition_cells(college, &row.named[subject], alone, lang));
    Cell::stacked(parts)
}

/// `奖项 全国职业技能比赛一类赛二等奖 国家级`: the prize, title or project that a count is of, by its full name where
/// the figure stands under another.
fn honours<'a>(
    college: &'a College,
    outcome: &'a Outcome,
    shown: &'a str,
    lang: Lang,
) -> impl Iterator<Item = Cell> + 'a {
    let named = college.counted_as(outcome);
    let named = named.filter(move |fact| fact.name.get(lang) != shown);
    named.map(move |fact| {
        let level = fact.level.map(|level| format!(" {}", level.word(lang)));
        let runs = [
            Run::muted(format!("  {} ", fact.kind.word(lang))),
            Run::plain(fact.name.get(lang)),
            Run::muted(level.unwrap_or_default()),
        ];
        let addr = Addr::fact(&college.id, &fact.id).to_string();
        Cell::new(runs).hanging(NAMES).at(addr)
    })
}

/// `列名 凯华模具产业学院`: whom of a count the article names, under the figure.
fn members(college: &College, outcome: &Outcome, lang: Lang) -> Option<Cell> {
    let members = college.members(outcome).into_iter();
    let names: Vec<_> = members.map(|member| member.name(lang)).collect();
    let runs = [
        Run::muted(lang.pick("  列名 ", "  named: ")),
        Run::plain(names.join(lang.pick("、", "; "))),
    ];
    let addr = Addr::fact(&college.id, &outcome.id).to_string();
    (!names.is_empty()).then(|| Cell::new(runs).hanging(NAMES).at(addr))
}

/// What is named without a numeral; `alone` where no figure stands before it.
fn recognition_cells(college: &College, named: &[&Recognition], alone: bool, lang: Lang) -> Vec<Cell> {
    if named.is_empty() {
        return Vec::new();
    }
    let head = match alone {
        true => lang.pick("未载数字；文中点名", "no figure; named in the article"),
        false => lang.pick("文中另点名，未载数字", "also named, without a figure"),
    };
    let one = |recognition: &&Recognition| {
        let mut runs = vec![Run::plain("  ")];
        runs.extend(section::recognition_words(recognition, lang));
        let addr = Addr::fact(&college.id, &recognition.id).to_string();
        Cell::new(runs).hanging(NAMES).at(addr)
    };
    let head = Cell::new([Run::muted(head)]).hanging(HANG);
    std::iter::once(head).chain(named.iter().map(one)).collect()
}

/// What an empty cell says: on a related row, a college whose figures of the family all stand on the same rows above
/// has stated them.
fn absent(
    comparison: &Comparison<'_>,
    row: &CompareRow<'_>,
    subject: usize,
    lang: Lang,
    wording: Wording,
) -> Run {
    let mut beside = comparison.rows.iter().filter(|other| {
        let group = (other.theme, other.family) == (row.theme, row.family);
        let metric = row.metric.is_none() || other.metric == row.metric;
        other.relation == Relation::Same && group && metric
    });
    let listed = row.relation == Relation::Related && beside.any(|other| other.one(subject).is_some());
    Run::muted(match (listed, wording) {
        (true, _) => lang.pick("已列于同指标行", "listed on a same row"),
        (false, Wording::Short(_)) => "-",
        (false, Wording::Full) => words::unstated(lang),
    })
    .whole()
}

/// `54家 2023年 紧密合作企业`: as printed, then the time, then what it counts.
fn short(college: &College, outcome: &Outcome, name: Option<&str>, lang: Lang) -> Vec<Run> {
    let mut runs = printed(outcome, lang);
    runs.push(Run::plain(" "));
    runs.push(match &outcome.period {
        Some(period) => Run::qualifier(period.words(lang)).whole(),
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
        Some(period) => Run::qualifier(format!("  {}", period.words(lang))),
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
        runs.extend([Run::plain(" "), Run::qualifier(in_english(outcome)).whole()]);
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
