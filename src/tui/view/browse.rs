//! The panes of Browse.

mod facts;
mod pillars;

pub(super) use facts::tab_at;

use ratatui::{buffer::Buffer, style::Style};

use super::{notice, pane, runs};
use crate::{
    lang::Lang,
    model::{College, CollegeIx, Kind, Scope, words},
    order::{Order, OrderBy, figure},
    page::{Run, Tone},
    text::fit::{Align, fit},
    tui::{
        app::{App, CollegeLine},
        msg::Action,
        regions::{Pane, Regions},
        theme::ScreenPart,
    },
};

/// Draws the panes that are on screen.
pub(super) fn draw(app: &App, buf: &mut Buffer, regions: &Regions) {
    colleges(app, buf, regions);
    pillars::draw(app, buf, regions);
    facts::draw(app, buf, regions);
    regions.gaps.iter().for_each(|gap| pane::gap(app, buf, *gap));
}

/// What the focused pane lists.
pub(super) fn word(app: &App) -> &'static str {
    match app.browse.pane {
        Pane::Colleges => plural(Kind::College, app.look.lang),
        Pane::Pillars => plural(Kind::Pillar, app.look.lang),
        Pane::Facts => plural(app.browse.kind, app.look.lang),
    }
}

fn plural(kind: Kind, lang: Lang) -> &'static str {
    crate::page::builders::plural(kind, lang)
}

fn colleges(app: &App, buf: &mut Buffer, regions: &Regions) {
    let list = &app.browse.colleges;
    let lang = app.look.lang;
    let chosen = app.browse.college().map(|ix| app.atlas().college(ix));
    let folded = chosen.map(|college| format!("{}  {}", college.label(lang), scope_word(college, lang)));
    let title = order(app).unwrap_or_else(|| list.count().to_string());
    let pane = PaneRows {
        pane: Pane::Colleges,
        title: titled(app, Pane::Colleges, plural(Kind::College, lang), &title, folded),
        len: list.len(),
    };
    draw_rows(app, buf, regions, &pane, |at, width| match list.row(at) {
        Some(CollegeLine::College(ix)) => college(app, ix, width),
        Some(CollegeLine::Head(group)) => {
            let word = list.head(group).map_or("", |head| head.word(lang));
            let text = format!("{word}  {}", list.colleges_under(at));
            vec![Run::heading(fit(&text, width, app.look.policy, Align::Left))]
        }
        None => Vec::new(),
    });
}

/// Mark and name, scope and how many pillars; the figure that it is placed by instead, where one is. A pane with the room
/// for it has the whole name, too.
fn college(app: &App, ix: CollegeIx, width: usize) -> Vec<Run> {
    let (college, lang) = (app.atlas().college(ix), app.look.lang);
    let blank = width.saturating_sub(lang.pick(72, 100));
    let width = width - blank;
    let mark = if app.marks.contains(&ix) { "*" } else { " " };
    let mut name = format!("{mark}{}", college.label(lang));
    let whole = lang.pick(&college.name.zh, &college.name.en);
    if width >= WHOLE_NAME && college.label(lang) != &**whole {
        let gap = SHORT_NAME.saturating_sub(app.look.policy.width(&name)).max(2);
        name += &format!("{}{whole}", " ".repeat(gap));
    }
    let end = match app.browse.colleges.order.by {
        OrderBy::Metric(metric) => match figure(college, metric) {
            Some(outcome) => Run::value(&*outcome.as_written),
            None => Run::muted(words::unstated(lang)),
        },
        _ => {
            let room = width.saturating_sub(app.look.policy.width(&name) + 1);
            let ends = college_ends(college, lang);
            let fits = |end: &&String| app.look.policy.width(end) <= room;
            Run::muted(ends.iter().find(fits).unwrap_or(&ends[2]))
        }
    };
    let mut runs = two_ends(app, &name, end, width);
    runs.push(Run::plain(" ".repeat(blank)));
    runs
}

/// From this many cells on, a row has a college's whole name behind its short one, which then has as many as this.
const WHOLE_NAME: usize = 72;
const SHORT_NAME: usize = 16;

/// What may stand behind a college's name, the longest first.
fn college_ends(college: &College, lang: Lang) -> [String; 3] {
    let n = college.pillars.len();
    let count = lang.pick(
        format!("{n}支柱"),
        format!("{n} pillar{}", if n == 1 { "" } else { "s" }),
    );
    [
        format!("{} {count}", scope_word(college, lang)),
        count,
        n.to_string(),
    ]
}

/// Whom a college's figures speak for, in two characters.
fn scope_word(college: &College, lang: Lang) -> &'static str {
    match college.reporter.scope {
        Scope::College => lang.pick("全校", "whole"),
        Scope::Unit => lang.pick("一院", "one school"),
    }
}

/// A pane's name with what is chosen in it while it is folded to its title, else with `more` and its filter.
fn titled(app: &App, pane: Pane, name: &str, more: &str, folded: Option<String>) -> Title {
    let filter = &app.browse.filters[pane.at()];
    let mut open = vec![Run::heading(name)];
    if !more.is_empty() {
        open.push(Run::muted(format!(" {more}")));
    }
    if !filter.is_empty() {
        open.push(Run::qualifier(format!(" [{filter}]")));
    }
    let chosen = folded.unwrap_or_default();
    Title {
        open,
        folded: vec![Run::heading(name), Run::value(format!("  {}", chosen.trim_end()))],
    }
}

/// A pane's title while it is open, and while it is folded to that.
struct Title {
    open: Vec<Run>,
    folded: Vec<Run>,
}

/// What is drawn of a pane but its rows.
struct PaneRows {
    pane: Pane,
    title: Title,
    len: usize,
}

/// One pane: title, rows on screen, cursor. `row` makes the drawn runs of a row at a width.
fn draw_rows(
    app: &App,
    buf: &mut Buffer,
    regions: &Regions,
    what: &PaneRows,
    row: impl Fn(usize, usize) -> Vec<Run>,
) {
    let region = regions.panes[what.pane.at()];
    let focused = app.browse.pane == what.pane && app.overlays.is_empty();
    let folded = region.body.is_empty();
    let title = if folded {
        &what.title.folded
    } else {
        &what.title.open
    };
    let note = if folded {
        String::new()
    } else {
        position(app, regions, what.pane, what.len)
    };
    pane::draw(app, buf, region, title, &note, focused);
    let list = app.browse.lists[what.pane.at()];
    let width = usize::from(region.body.width).saturating_sub(2);
    if what.len == 0 {
        return notice(app, buf, region.body, &nothing(app, what.pane));
    }
    // No row is out of sight above blank ones: the list was settled in the room that it now has.
    let end = list.offset + usize::from(region.body.height);
    debug_assert!(
        list.offset == 0 || folded || end <= what.len,
        "{list:?} of {}",
        what.len
    );
    for (y, at) in (0_u16..).zip(list.window(what.len, region.body.height.into())) {
        let chosen = at == list.cursor;
        let style = match (chosen, focused) {
            (true, true) => app.look.palette.part(ScreenPart::Cursor),
            (true, false) => app.look.palette.part(ScreenPart::Chosen),
            (false, _) => Style::new(),
        };
        let mark = Run::plain(if chosen { ">" } else { " " });
        let parts: Vec<_> = std::iter::once(mark)
            .chain(row(at, width))
            .chain([Run::plain(" ")])
            .collect();
        runs(app, buf, region.body, y, &parts, style);
    }
}

/// Where the cursor is and what the colleges are ordered by, if not as they were loaded: `12/3000 按省份 / 浙江`.
fn order(app: &App) -> Option<String> {
    let (list, lang) = (&app.browse.colleges, app.look.lang);
    if list.order == Order::default() {
        return None;
    }
    let cursor = app.browse.lists[Pane::Colleges.at()].cursor;
    let (at, all) = list.college_position(cursor);
    let by = list.order.by.word(app.atlas(), lang);
    let by = match list.order.reversed {
        false => lang.pick(format!("按{by}"), format!("by {by}")),
        true => lang.pick(format!("{by}倒序"), format!("by {by}, reversed")),
    };
    let head = list
        .head_over(cursor)
        .map_or_else(String::new, |head| format!(" / {}", head.word(lang)));
    Some(format!("{at}/{all} {by}{head}"))
}

/// Where the cursor is, when not every row is on screen.
fn position(app: &App, regions: &Regions, pane: Pane, len: usize) -> String {
    let height = usize::from(regions.panes[pane.at()].body.height);
    if len <= height || (pane == Pane::Colleges && app.browse.colleges.order != Order::default()) {
        return String::new();
    }
    match pane {
        Pane::Facts => {
            let (at, all) = app.browse.fact_position(app.atlas());
            format!("{at}/{all}")
        }
        _ => format!("{}/{len}", app.browse.lists[pane.at()].cursor + 1),
    }
}

/// What an empty pane says. A filter looks at all facts of a kind, and says how many that are.
fn nothing(app: &App, pane: Pane) -> String {
    let lang = app.look.lang;
    let all = app.browse.all_facts(app.atlas());
    let back = app.key_of(Action::Back);
    match (app.browse.filters[pane.at()].is_empty(), pane) {
        (true, _) => lang.pick("(无)", "(none)").to_owned(),
        (false, Pane::Facts) => lang.pick(
            format!("{all} 项里没有符合的，按 {back} 取消筛选"),
            format!("none of {all} matches; {back} clears it"),
        ),
        (false, _) => lang.pick(
            format!("没有符合的，按 {back} 取消筛选"),
            format!("nothing matches; {back} clears it"),
        ),
    }
}

/// `left` fitted to what `right` leaves, which is never cut while it fits at all.
fn two_ends(app: &App, left: &str, right: Run, width: usize) -> Vec<Run> {
    let policy = app.look.policy;
    let end = policy.width(&right.text).min(width);
    let start = width.saturating_sub(end + 1);
    vec![
        Run::plain(fit(left, start, policy, Align::Left)),
        Run::plain(" ".repeat(width - start - end)),
        Run::new(right.tone, fit(&right.text, end, policy, Align::Left)),
    ]
}

/// A muted run, which a row under the cursor shows as plain.
fn muted(text: String) -> Run {
    Run::new(Tone::Muted, text)
}
