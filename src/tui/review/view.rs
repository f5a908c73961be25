//! Drawing the review: the passage on one side, the item under the cursor on the other. Changes nothing.

mod item;
mod list;
mod passage;

use super::regions::{Regions, regions};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
};

use super::{
    app::App,
    ask::Ask,
    keys::{self, Action},
};
use crate::{
    page::{Run, block::Block, layout},
    text::fit::{Align, fit},
    tui::{
        regions::part,
        screen, theme,
        view::{footer::tail, pane::title_row, put_line, put_rows, put_runs},
    },
};

/// Draws `app` into `buf`, which is blank. Returns the cursor's place while text is typed.
pub(crate) fn view(app: &App, buf: &mut Buffer) -> Option<Position> {
    let regions = regions(app.size);
    header(app, buf, regions.header);
    if let Some(top) = app.help {
        help(app, buf, &regions, top);
    } else {
        passage::draw(app, buf, regions.passage);
        match &app.ask {
            Some(Ask::Choice(choice)) => list::draw(app, buf, &regions, choice),
            _ => item::draw(app, buf, regions.item),
        }
    }
    footer(app, buf, regions.footer)
}

/// What is under review, and how much of it is left.
fn header(app: &App, buf: &mut Buffer, area: Rect) {
    let lang = app.look.lang;
    let review = &app.review;
    let (left, all) = (review.left(), review.items().len());
    let name = review
        .reading()
        .college()
        .map_or_else(String::new, |college| college.id.to_string());
    let findings: usize = review.items().iter().map(|item| item.findings.len()).sum();
    let progress = match left {
        0 => lang.pick(format!("已核完 {all} 项"), format!("all {all} decided")),
        _ => lang.pick(format!("还剩 {left} / {all}"), format!("{left} of {all} left")),
    };
    let found = match findings {
        0 => String::new(),
        n => lang.pick(format!("  {n} 处问题"), format!("  {n} findings")),
    };
    let right = format!("[{}] {}", app.look.width_word(), lang.as_str());
    let text = format!(" {} {name}  {progress}{found}", lang.pick("核对", "review"));
    let policy = app.look.policy;
    let room = usize::from(area.width).saturating_sub(policy.width(&right) + 1);
    let text =
        fit(&text, room, policy, Align::Left) + &fit(&right, policy.width(&right), policy, Align::Left);
    screen::put(
        buf,
        area.x,
        area.y,
        &text,
        app.look.palette.part(theme::ScreenPart::Bar),
        policy,
        area.right(),
    );
}

/// The line being typed, a notice, or the keys that help here.
fn footer(app: &App, buf: &mut Buffer, area: Rect) -> Option<Position> {
    if area.is_empty() {
        return None;
    }
    if let (Some(ask), None) = (&app.ask, &app.notice) {
        return Some(typing(app, buf, area, ask));
    }
    match &app.notice {
        Some(notice) => {
            let style = app.look.palette.part(theme::ScreenPart::Notice);
            put_line(app.look, buf, area, &format!(" {notice}"), style);
        }
        None => put_runs(app.look, buf, area, 0, &hints(app, area), Style::new()),
    }
    None
}

fn typing(app: &App, buf: &mut Buffer, area: Rect, ask: &Ask) -> Position {
    let (lang, policy) = (app.look.lang, app.look.policy);
    let (label, input) = match ask {
        Ask::Choice(choice) => (&choice.title, &choice.input),
        Ask::Line(line) => (&line.label, &line.input),
    };
    let label = format!(" {}: ", label.get(lang));
    let start = policy.width(&label).min(usize::from(area.width) / 2);
    let room = usize::from(area.width).saturating_sub(start + 1);
    let before: String = input.value().chars().take(input.cursor()).collect();
    let shown = tail(&before, room, |text| policy.width(text));
    let cursor = start + policy.width(&before[shown..]);
    let text =
        fit(&label, start, policy, Align::Left) + &fit(&input.value()[shown..], room, policy, Align::Left);
    screen::put(buf, area.x, area.y, &text, Style::new(), policy, area.right());
    let keys = match ask {
        Ask::Choice(_) => lang.pick(
            "输入可筛  ↑↓ Enter 选  Esc 不选",
            "type to narrow  ↑↓ Enter chooses  Esc leaves",
        ),
        Ask::Line(_) => lang.pick(
            "Enter 写入  Ctrl-U 清空  Esc 不写",
            "Enter writes  Ctrl-U clears  Esc leaves",
        ),
    };
    let typed = start + policy.width(&input.value()[shown..]);
    let at = usize::from(area.width).saturating_sub(policy.width(keys) + 1);
    if at > typed + 2 {
        let style = app.look.palette.part(theme::ScreenPart::Bar);
        screen::put(buf, area.x + at as u16, area.y, keys, style, policy, area.right());
    }
    Position::new(area.x + cursor as u16, area.y)
}

/// As many hints as fit, none cut; help and quit always, at the end.
fn hints(app: &App, area: Rect) -> Vec<Run> {
    let (lang, policy) = (app.look.lang, app.look.policy);
    let always = |action: &Action| matches!(action, Action::Help | Action::Quit);
    let (last, first): (Vec<_>, Vec<_>) = app.keys.hints(lang).partition(|(action, ..)| always(action));
    let words = |(_, key, word): &(Action, &'static str, &'static str)| (*key, *word);
    let (first, last): (Vec<_>, Vec<_>) = match app.help {
        None => (
            first.iter().map(words).collect(),
            last.iter().map(words).collect(),
        ),
        Some(_) => (
            vec![
                ("Esc", lang.pick("关闭", "close")),
                ("PgDn", lang.pick("下一页", "next page")),
            ],
            last.iter()
                .filter(|(action, ..)| *action == Action::Quit)
                .map(words)
                .collect(),
        ),
    };
    let width = |(key, word): &(&str, &str)| policy.width(key) + policy.width(word) + 3;
    let mut room = (usize::from(area.width) + 1).saturating_sub(last.iter().map(width).sum());
    let fitting = first.into_iter().take_while(|hint| {
        let fits = width(hint) <= room;
        room = room.saturating_sub(width(hint));
        fits
    });
    let mut runs = vec![Run::plain(" ")];
    for (key, word) in fitting.collect::<Vec<_>>().into_iter().chain(last) {
        runs.extend([Run::key(key), Run::plain(format!(" {word}  "))]);
    }
    runs
}

/// Every key, over both parts.
fn help(app: &App, buf: &mut Buffer, regions: &Regions, top: usize) {
    let lang = app.look.lang;
    let outer = regions.passage.outer.union(regions.item.outer);
    let part = part(outer);
    title_row(
        app.look,
        buf,
        part,
        &[Run::heading(lang.pick("按键", "Keys"))],
        "",
        true,
    );
    let line = |(row, keys): (&keys::Binding, &[&str])| {
        let words = lang.pick(row.help.0, row.help.1);
        Block::pair(16, keys.join(" "), [Run::plain(words)])
    };
    let blocks: Vec<_> = app.keys.rows().map(line).collect();
    let width = part.body.width.into();
    let rows = layout::layout(&blocks, width, app.look.policy);
    let top = top.min(rows.len().saturating_sub(part.body.height.into()));
    put_rows(app.look, buf, part.body, &rows[top..]);
}
