//! The three panes.

use ratatui::{buffer::Buffer, style::Style};

use super::{line, pane, runs};
use crate::{
    lang::Lang,
    model::{College, CollegeIx, Outcome},
    order::{By, Order, figure},
    page::{Run, Tone},
    text::fit::{Align, fit},
    tui::{
        app::{App, CollegeRow, Pane, PillarRow},
        regions::Regions,
        theme::Part,
    },
};

/// Outcome panes at least this wide, in cells, show the period.
const WITH_PERIOD: usize = 52;
/// Cells of the period: 截至2023年底 takes 12.
const PERIOD: usize = 12;

/// Draws the panes that are on screen.
pub(crate) fn draw(app: &App, buf: &mut Buffer, regions: &Regions) {
    colleges(app, buf, regions);
    pillars(app, buf, regions);
    outcomes(app, buf, regions);
}

/// What a pane is called.
pub(crate) fn word(pane: Pane, lang: Lang) -> &'static str {
    match pane {
        Pane::Colleges => lang.pick("院校", "Colleges"),
        Pane::Pillars => lang.pick("支柱", "Pillars"),
        Pane::Outcomes => lang.pick("成效", "Outcomes"),
    }
}

fn colleges(app: &App, buf: &mut Buffer, regions: &Regions) {
    let shelf = &app.browse.shelf;
    list(
        app,
        buf,
        regions,
        Pane::Colleges,
        "",
        shelf.len(),
        |at, width| match shelf.row(at) {
            Some(CollegeRow::College(ix)) => college(app, ix, width),
            Some(CollegeRow::Head(group)) => {
                let word = shelf.head(group).map_or("", |head| head.word(app.look.lang));
                let text = format!("{word}  {}", shelf.under(at));
                vec![Run::heading(fit(&text, width, app.look.policy, Align::Left))]
            }
            None => Vec::new(),
        },
    );
}

/// Mark and name, and how many pillars; the figure that it is placed by instead, where one is.
fn college(app: &App, ix: CollegeIx, width: usize) -> Vec<Run> {
    let (college, lang) = (app.atlas().college(ix), app.look.lang);
    let mark = if app.marks.contains(&ix) { "*" } else { " " };
    let name = format!("{mark}{}", college.label(lang));
    let By::Metric(metric) = app.browse.shelf.order.by else {
        return two_ends(app, &name, pillar_count(college, lang), width);
    };
    match figure(college, metric) {
        Some(outcome) => two_ends(app, &name, &outcome.as_written, width),
        None => {
            let mut runs = two_ends(app, &name, lang.pick("未载明", "not stated"), width);
            runs.last_mut().into_iter().for_each(|run| run.tone = Tone::Muted);
            runs
        }
    }
}

fn pillars(app: &App, buf: &mut Buffer, regions: &Regions) {
    let rows = app.browse.pillars(app.atlas());
    let college = app.browse.college().map(|ix| app.atlas().college(ix));
    let title = college.map_or_else(String::new, |college| {
        format!(
            "{} ({})",
            college.label(app.look.lang),
            pillar_count(college, app.look.lang)
        )
    });
    list(
        app,
        buf,
        regions,
        Pane::Pillars,
        &title,
        rows.len(),
        |at, width| match rows[at] {
            PillarRow::One(pillar) => {
                let heading = pillar.heading.get(app.look.lang);
                let slogan = app.look.lang.pick(&*pillar.slogan, "");
                heading_and_slogan(app, &format!("{} {heading}", pillar.n), slogan, width)
            }
            PillarRow::All => {
                let n = college.map_or(0, |college| college.outcomes.len());
                let all = app
                    .look
                    .lang
                    .pick(format!("0 全部 {n} 项成效"), format!("0 all {n} outcomes"));
                vec![Run::plain(fit(&all, width, app.look.policy, Align::Left))]
            }
        },
    );
}

fn outcomes(app: &App, buf: &mut Buffer, regions: &Regions) {
    let rows = app.browse.outcomes(app.atlas());
    let title = match app.browse.pillar(app.atlas()) {
        Some(PillarRow::One(pillar)) => pillar.heading.get(app.look.lang).to_owned(),
        Some(PillarRow::All) => app.look.lang.pick("全部", "all").to_owned(),
        None => String::new(),
    };
    list(
        app,
        buf,
        regions,
        Pane::Outcomes,
        &title,
        rows.len(),
        |at, width| outcome(app, rows[at], width),
    );
}

/// Label, period where there is room for it, and the figure as printed.
fn outcome(app: &App, outcome: &Outcome, width: usize) -> Vec<Run> {
    let label = outcome.label.get(app.look.lang);
    if width < WITH_PERIOD {
        return two_ends(app, label, &outcome.as_written, width);
    }
    let period = outcome.period.as_ref().map_or("", |period| &*period.text);
    let mut runs = two_ends(app, label, &outcome.as_written, width - PERIOD - 2);
    runs.push(Run::plain("  "));
    runs.push(Run::muted(fit(period, PERIOD, app.look.policy, Align::Left)));
    runs
}

/// One pane: frame, rows on screen, cursor. `row` makes the drawn runs of a row at a width.
fn list(
    app: &App,
    buf: &mut Buffer,
    regions: &Regions,
    pane: Pane,
    title: &str,
    len: usize,
    row: impl Fn(usize, usize) -> Vec<Run>,
) {
    let region = regions.panes[pane.at()];
    let focused = app.browse.pane == pane && app.overlays.is_empty();
    pane::draw(
        app,
        buf,
        region,
        &full_title(app, pane, title),
        &position(app, pane, len),
        focused,
    );
    let list = app.browse.lists[pane.at()];
    let width = usize::from(region.body.width).saturating_sub(2);
    if len == 0 {
        let style = app.look.palette.part(Part::Notice);
        return line(app, buf, region.body, nothing(app, pane), style);
    }
    for (y, at) in (0_u16..).zip(list.window(len, region.body.height.into())) {
        let chosen = at == list.cursor;
        let style = match (chosen, focused) {
            (true, true) => app.look.palette.part(Part::Cursor),
            (true, false) => app.look.palette.part(Part::Chosen),
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

fn full_title(app: &App, pane: Pane, title: &str) -> String {
    let word = word(pane, app.look.lang);
    let ordered = (pane == Pane::Colleges).then(|| order(app)).flatten();
    let title = ordered.as_deref().unwrap_or(title);
    let filter = &app.browse.filters[pane.at()];
    let title = if ordered.is_some() {
        format!("{word} {title}")
    } else if title.is_empty() {
        word.to_owned()
    } else {
        format!("{word} / {title}")
    };
    if filter.is_empty() {
        title
    } else {
        format!("{title} [{filter}]")
    }
}

/// Where the cursor is and what the colleges are ordered by, if not as they were loaded: `12/3000 按省份 / 浙江`.
fn order(app: &App) -> Option<String> {
    let (shelf, lang) = (&app.browse.shelf, app.look.lang);
    if shelf.order == Order::default() {
        return None;
    }
    let cursor = app.browse.lists[Pane::Colleges.at()].cursor;
    let (at, all) = shelf.place(cursor);
    let by = shelf.order.by.word(app.atlas(), lang);
    let by = match shelf.order.reversed {
        false => lang.pick(format!("按{by}"), format!("by {by}")),
        true => lang.pick(format!("{by}倒序"), format!("by {by}, reversed")),
    };
    let head = shelf
        .head_over(cursor)
        .map_or_else(String::new, |head| format!(" / {}", head.word(lang)));
    Some(format!("{at}/{all} {by}{head}"))
}

/// Where the cursor is, when not every row is on screen.
fn position(app: &App, pane: Pane, len: usize) -> String {
    let height = usize::from(app.regions().panes[pane.at()].body.height);
    if len <= height || (pane == Pane::Colleges && app.browse.shelf.order != Order::default()) {
        String::new()
    } else {
        format!("{}/{len}", app.browse.lists[pane.at()].cursor + 1)
    }
}

fn nothing(app: &App, pane: Pane) -> &'static str {
    let lang = app.look.lang;
    match app.browse.filters[pane.at()].is_empty() {
        true => lang.pick(" (无)", " (none)"),
        false => lang.pick(
            " 没有符合的, 按 Esc 取消筛选",
            " nothing matches; Esc drops the filter",
        ),
    }
}

/// `left` fitted to what `right` leaves; `right`, the figure, is never cut while it fits at all.
fn two_ends(app: &App, left: &str, right: &str, width: usize) -> Vec<Run> {
    let policy = app.look.policy;
    let end = policy.width(right).min(width);
    let start = width.saturating_sub(end + 1);
    vec![
        Run::plain(fit(left, start, policy, Align::Left)),
        Run::plain(" ".repeat(width - start - end)),
        Run::value(fit(right, end, policy, Align::Left)),
    ]
}

fn heading_and_slogan(app: &App, heading: &str, slogan: &str, width: usize) -> Vec<Run> {
    let policy = app.look.policy;
    let start = policy.width(heading).min(width);
    let gap = usize::from(start < width) + usize::from(start + 1 < width);
    let rest = width - start - gap;
    vec![
        Run::plain(fit(heading, start, policy, Align::Left)),
        Run::plain(" ".repeat(gap)),
        Run::muted(fit(slogan, rest, policy, Align::Left)),
    ]
}

/// How many pillars: 四 or 4.
fn pillar_count(college: &College, lang: Lang) -> &'static str {
    const ZH: [&str; 11] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    const EN: [&str; 11] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
    let n = college.pillars.len().min(10);
    lang.pick(ZH[n], EN[n])
}
