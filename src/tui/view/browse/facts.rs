//! The third pane: tabs in its title, headings of groups, a fact a row.
//!
//! Owns how wide the parts of a row are and which give way where there is little room: a figure never does, its period only
//! where nothing of what is counted would be left.

mod name_row;

use ratatui::buffer::Buffer;

use name_row::NameRow;

use super::{super::MOST_BLANK, PaneRows, Title, draw_rows, muted, plural};
use crate::{
    lang::Lang,
    model::{Fact, Kind, Outcome, words},
    page::{Run, title as title_row},
    text::{
        fit::{Align, fit},
        width::Policy,
    },
    tui::{
        app::{App, FactGroup, FactRow, TABS},
        regions::{Pane, Regions},
    },
};

/// Draws the pane.
pub(super) fn draw(app: &App, buf: &mut Buffer, regions: &Regions) {
    let rows = app.browse.facts(app.atlas());
    let width = regions.panes[Pane::Facts.at()].outer.width.into();
    let widths = FactWidths::of(app, &rows, usize::saturating_sub(width, 2));
    let pane = PaneRows {
        pane: Pane::Facts,
        title: title(app, regions),
        len: rows.len(),
    };
    draw_rows(app, buf, regions, &pane, |at, width| match rows[at] {
        FactRow::Heading(group, n) => heading(app, group, n, width),
        FactRow::Fact(fact) => {
            let used = width.min(widths.row);
            let mut runs = row(app, fact, widths, used);
            runs.push(Run::plain(" ".repeat(width - used)));
            runs
        }
    });
}

/// The tabs and the filter.
fn title(app: &App, regions: &Regions) -> Title {
    let mut open: Vec<Run> = tabs(app, regions)
        .into_iter()
        .flat_map(|(_, runs)| runs)
        .collect();
    open.extend(filter(app));
    open.extend(left_over(app, regions, &open));
    Title {
        folded: open.clone(),
        open,
    }
}

fn filter(app: &App) -> Option<Run> {
    let filter = &app.browse.filters[Pane::Facts.at()];
    (!filter.is_empty()).then(|| Run::qualifier(format!(" [{filter}]")))
}

/// How many facts the filter has left, where `title` leaves room and the place of the cursor does not say it.
fn left_over(app: &App, regions: &Regions, title: &[Run]) -> Option<Run> {
    filter(app)?;
    let rows = app.browse.facts(app.atlas()).len();
    if rows == 0 || rows > regions.panes[Pane::Facts.at()].body.height.into() {
        return None;
    }
    let (_, n) = app.browse.fact_position(app.atlas());
    let words = app.look.lang.pick(format!(" 余{n}"), format!(" {n} left"));
    let cells = |text: &str| app.look.policy.width(text);
    let used: usize = title.iter().map(|run| cells(&run.text)).sum();
    (used + cells(&words) <= tab_room(app, regions)).then(|| muted(words))
}

/// How the tabs are named.
#[derive(Clone, Copy, PartialEq, Eq)]
enum TabNames {
    Full,
    /// All but the chosen one shortened.
    Short,
    /// That one, too.
    AllShort,
    /// All but the chosen one shortened and without their counts.
    Bare,
    Chosen,
    /// The chosen one alone, shortened.
    Least,
}

/// The tabs, the chosen one between brackets. Where there is no room for the others' names they are shortened, then left
/// out.
fn tabs(app: &App, regions: &Regions) -> Vec<(Kind, Vec<Run>)> {
    let cells = |runs: &[Run]| -> usize { runs.iter().map(|run| app.look.policy.width(&run.text)).sum() };
    let filter: Vec<Run> = filter(app).into_iter().collect();
    let room = tab_room(app, regions).saturating_sub(cells(&filter));
    let ways = [
        TabNames::Full,
        TabNames::Short,
        TabNames::AllShort,
        TabNames::Bare,
        TabNames::Chosen,
        TabNames::Least,
    ]
    .map(|names| named_tabs(app, names));
    let fits =
        |tabs: &&Vec<(Kind, Vec<Run>)>| tabs.iter().map(|(_, runs)| cells(runs)).sum::<usize>() <= room;
    ways.iter().find(fits).unwrap_or(&ways[5]).clone()
}

/// Cells of the title that the rule and the longest place of the cursor leave.
fn tab_room(app: &App, regions: &Regions) -> usize {
    let region = regions.panes[Pane::Facts.at()];
    let scrolls = app.browse.facts(app.atlas()).len() > region.body.height.into();
    let all = app.browse.all_facts(app.atlas()).to_string().len();
    let end = if scrolls { 1 + 2 * all + 1 + 3 } else { 2 };
    usize::from(region.outer.width).saturating_sub(title_row::LEAD.len() + end)
}

fn named_tabs(app: &App, names: TabNames) -> Vec<(Kind, Vec<Run>)> {
    let lang = app.look.lang;
    let mut tabs = Vec::new();
    for kind in TABS {
        let (n, chosen) = (
            app.browse.count_of_kind(app.atlas(), kind),
            kind == app.browse.kind,
        );
        let name = plural(kind, lang);
        let gap = if tabs.is_empty() { "" } else { " " };
        let tab = match (chosen, names) {
            (true, TabNames::AllShort | TabNames::Least) => {
                vec![
                    Run::plain(gap),
                    Run::heading(format!("[{} {n}]", short(kind, lang))),
                ]
            }
            (true, _) => vec![Run::plain(gap), Run::heading(format!("[{name} {n}]"))],
            (false, TabNames::Full) => vec![muted(format!("{gap}{name} {n}"))],
            (false, TabNames::Short | TabNames::AllShort) => {
                vec![muted(format!("{gap}{} {n}", short(kind, lang)))]
            }
            (false, TabNames::Bare) => vec![muted(format!("{gap}{}", short(kind, lang)))],
            (false, TabNames::Chosen | TabNames::Least) => continue,
        };
        tabs.push((kind, tab));
    }
    tabs
}

/// The tab `x` cells from the left end of the title.
pub(in crate::tui::view) fn tab_at(app: &App, regions: &Regions, x: usize) -> Option<Kind> {
    let mut end = title_row::LEAD.len();
    tabs(app, regions).into_iter().find_map(|(kind, runs)| {
        let start = end;
        end += runs
            .iter()
            .map(|run| app.look.policy.width(&run.text))
            .sum::<usize>();
        (start..end).contains(&x).then_some(kind)
    })
}

/// A kind's name where there is little room; the full stop is the mark of what was cut.
fn short(kind: Kind, lang: Lang) -> &'static str {
    match (kind, lang) {
        (Kind::Outcome, Lang::En) => "Out.",
        (Kind::Measure, Lang::En) => "Meas.",
        (Kind::Framework, Lang::En) => "Fram.",
        (Kind::Recognition, Lang::En) => "Hon.",
        (Kind::Partner, Lang::En) => "Part.",
        (Kind::Recognition, Lang::Zh) => "荣誉",
        (kind, lang) => plural(kind, lang),
    }
}

fn heading(app: &App, group: FactGroup<'_>, n: usize, width: usize) -> Vec<Run> {
    let lang = app.look.lang;
    let name = match group {
        FactGroup::Introduction => lang.pick("引言", "Introduction").to_owned(),
        FactGroup::Pillar(pillar) => format!("{} {}", pillar.n, pillar.title(lang)),
        FactGroup::Unit("") => lang.pick("无单位", "No unit").to_owned(),
        FactGroup::Unit(unit) => {
            let word = words::unit_word(unit, lang);
            lang.pick(
                format!("单位 {word}"),
                format!("Unit: {word}, printed 「{unit}」"),
            )
        }
        FactGroup::Theme(Some(ix)) => app.atlas().theme(ix).name.get(lang).to_owned(),
        FactGroup::Theme(None) => lang.pick("尚无指标", "no metric yet").to_owned(),
        FactGroup::Period(None) => lang.pick("时间未载明", "Period not stated").to_owned(),
        FactGroup::Period(Some(period)) => period.words(lang),
    };
    let count = format!("  {n}");
    let cells = app.look.policy.width(&count).min(width);
    let room = app.look.policy.width(&name).min(width - cells);
    vec![
        Run::label(fit(&name, room, app.look.policy, Align::Left)),
        muted(fit(&count, width - room, app.look.policy, Align::Left)),
    ]
}

fn row(app: &App, fact: Fact<'_>, widths: FactWidths, width: usize) -> Vec<Run> {
    match fact {
        Fact::Outcome(_, one) => outcome(app, one, widths, width),
        fact => NameRow::of(fact, app.look.lang).runs(app.look.policy, width),
    }
}

/// Cells of the columns beside the label, the same in every row of the list.
#[derive(Clone, Copy, Debug, Default)]
struct FactWidths {
    figure: usize,
    period: usize,
    /// Theme, scope, line; 0 where one is not shown.
    more: [usize; 3],
    /// Whether there are columns: they leave every label whole, or most of it.
    columns: bool,
    /// Of a whole row: what stands at its end is never far from the longest name.
    row: usize,
}

impl FactWidths {
    /// In rows of `width` cells. Further columns are shown where they leave every label whole.
    fn of(app: &App, rows: &[FactRow<'_>], width: usize) -> Self {
        let (policy, lang) = (app.look.policy, app.look.lang);
        let outcomes = || {
            rows.iter().filter_map(|row| match row {
                FactRow::Fact(Fact::Outcome(_, outcome)) => Some(*outcome),
                _ => None,
            })
        };
        let widest = |text: &dyn Fn(&Outcome) -> String| {
            outcomes()
                .map(|outcome| policy.width(&text(outcome)))
                .max()
                .unwrap_or(0)
        };
        let mut widths = Self {
            figure: widest(&|outcome| outcome.as_written.to_string()),
            period: widest(&|outcome| period(outcome, lang)),
            ..Self::default()
        };
        let label = widest(&|outcome| outcome.label.get(lang).to_owned());
        let gap = usize::from(widths.period > 0);
        let mut used = label + 1 + widths.figure + gap + widths.period;
        widths.columns = used <= width || width.saturating_sub(used - label) >= ENOUGH_LABEL;
        for at in 0..usize::from(app.browse.columns).min(3) {
            let cells = widest(&|outcome| further(app, outcome, at));
            if used + 2 + cells > width {
                break;
            }
            used += 2 + cells;
            widths.more[at] = cells;
        }
        let names = rows.iter().filter_map(|row| match row {
            FactRow::Heading(..) | FactRow::Fact(Fact::Outcome(..)) => None,
            FactRow::Fact(fact) => Some(NameRow::of(*fact, lang).cells(policy)),
        });
        widths.row = names.fold(used, usize::max) + MOST_BLANK;
        widths
    }
}

/// Cells of a label of which the rest may be cut, that figures stay under each other.
const ENOUGH_LABEL: usize = 24;

/// Label, figure and period in their columns; in a list where that would cut too much of a label, figure and period at the
/// right end.
fn outcome(app: &App, outcome: &Outcome, widths: FactWidths, width: usize) -> Vec<Run> {
    let (policy, lang) = (app.look.policy, app.look.lang);
    let (label, period) = (outcome.label.get(lang), period(outcome, lang));
    let gap = usize::from(widths.period > 0);
    let more: usize = widths
        .more
        .iter()
        .filter(|cells| **cells > 0)
        .map(|cells| cells + 2)
        .sum();
    let ends = widths.figure + gap + widths.period + more;
    if !widths.columns {
        return ragged(app, label, &outcome.as_written, &period, width);
    }
    let mut runs = vec![
        Run::plain(fit(label, (width - ends).saturating_sub(1), policy, Align::Left) + " "),
        Run::value(fit(&outcome.as_written, widths.figure, policy, Align::Right)),
        Run::qualifier(" ".repeat(gap) + &fit(&period, widths.period, policy, Align::Left)),
    ];
    for (at, cells) in widths
        .more
        .into_iter()
        .enumerate()
        .filter(|(_, cells)| *cells > 0)
    {
        runs.push(muted(format!(
            "  {}",
            fit(&further(app, outcome, at), cells, policy, Align::Left)
        )));
    }
    runs
}

/// Fewest cells of a label that tell what is counted.
const LEAST_LABEL: usize = 8;

fn ragged(app: &App, label: &str, figure: &str, period: &str, width: usize) -> Vec<Run> {
    let policy: Policy = app.look.policy;
    let figure_cells = policy.width(figure).min(width);
    let least = policy.width(label).min(LEAST_LABEL) + 1;
    let room = width.saturating_sub(figure_cells + 1 + least);
    let period_cells = policy.width(period).min(room);
    let gap = usize::from(period_cells > 0);
    let left = width - figure_cells - gap - period_cells;
    vec![
        Run::plain(fit(label, left.saturating_sub(1), policy, Align::Left)),
        Run::plain(" ".repeat(left.min(1))),
        Run::value(fit(figure, figure_cells, policy, Align::Left)),
        Run::qualifier(" ".repeat(gap)),
        Run::qualifier(fit(period, period_cells, policy, Align::Left)),
    ]
}

/// The period in words, blank when none is stated.
fn period(outcome: &Outcome, lang: Lang) -> String {
    let period = outcome.period.as_ref();
    period.map_or_else(String::new, |period| period.words(lang))
}

/// What stands in a further column.
fn further(app: &App, outcome: &Outcome, at: usize) -> String {
    let lang = app.look.lang;
    match at {
        0 => {
            let theme = app.atlas().theme_of(outcome);
            theme.map_or_else(String::new, |ix| app.atlas().theme(ix).name.get(lang).to_owned())
        }
        1 => outcome.scope.word(lang).to_owned(),
        _ => lang.pick(
            format!("第 {} 行", outcome.cite.line),
            format!("line {}", outcome.cite.line),
        ),
    }
}
