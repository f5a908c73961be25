//! The top and bottom lines: what is loaded, which keys help, what is being typed.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
};

use super::{line, pane::spread, picker, runs};
use crate::{
    page::Run,
    text::fit::{Align, fit},
    tui::{
        app::{App, Prompt},
        keymap, regions, screen,
        theme::Part,
    },
};

/// What is loaded, and how the screen is drawn; in narrow terminals less of it.
pub(crate) fn header(app: &App, buf: &mut Buffer, area: Rect) {
    let lang = app.look.lang;
    let right = format!("{}[{}] {}", findings(app), app.look.width_word(), lang.as_str());
    let width = usize::from(area.width);
    let room = width.saturating_sub(app.look.policy.width(&right) + 3);
    let fits = |text: &String| app.look.policy.width(text) <= room;
    let left = loaded(app).into_iter().find(fits).unwrap_or_default();
    let text = spread(app, &left, &right, width);
    line(app, buf, area, &text, app.look.palette.part(Part::Bar));
}

/// The same, from the longest to the shortest.
fn loaded(app: &App) -> [String; 2] {
    let colleges = app.atlas().colleges.len();
    let (pillars, outcomes) = app.totals;
    if let Some((done, total)) = app.loading {
        let reading = app.look.lang.pick(
            format!("正在读取 {done}/{total}"),
            format!("reading {done}/{total}"),
        );
        let cells = 20;
        let filled = cells * done / total.max(1);
        let bar = "#".repeat(filled) + &"-".repeat(cells - filled);
        return [format!(" rongtu 融图  {reading}  {bar}"), format!(" {reading}")];
    }
    let counts = app.look.lang.pick(
        format!("{colleges} 所院校  {pillars} 个支柱  {outcomes} 项成效"),
        format!("{colleges} colleges  {pillars} pillars  {outcomes} outcomes"),
    );
    [format!(" rongtu 融图  {counts}"), " rongtu 融图".to_owned()]
}

fn findings(app: &App) -> String {
    match app.findings().len() {
        0 => String::new(),
        n => app
            .look
            .lang
            .pick(format!("{n} 处问题 !  "), format!("{n} findings !  ")),
    }
}

/// The prompt, a notice, or the keys that help here. Returns the prompt's cursor.
pub(crate) fn footer(app: &App, buf: &mut Buffer, area: Rect) -> Option<Position> {
    if area.is_empty() {
        return None;
    }
    if let Some(prompt) = &app.prompt {
        return typed(app, buf, area, prompt);
    }
    match &app.notice {
        Some(notice) => line(
            app,
            buf,
            area,
            &format!(" {notice}"),
            app.look.palette.part(Part::Notice),
        ),
        None => runs(app, buf, area, 0, &hints(app, area), Style::new()),
    }
    None
}

/// As many hints as fit, none cut.
fn hints(app: &App, area: Rect) -> Vec<Run> {
    let (least_width, least_height) = regions::ROOMY;
    if app.size.width < least_width || app.size.height < least_height {
        return vec![Run::muted(
            app.look.lang.pick(" 窗口大些更好用", " more room helps"),
        )];
    }
    let mut runs = vec![Run::plain(" ")];
    let mut used = 1;
    for (key, word) in keymap::hints(app.scopes(), app.look.lang) {
        used += app.look.policy.width(key) + app.look.policy.width(word) + 3;
        if used > usize::from(area.width) + 2 {
            break;
        }
        runs.extend([Run::key(key), Run::plain(format!(" {word}  "))]);
    }
    runs
}

/// The line being typed, scrolled so that its cursor is on screen.
fn typed(app: &App, buf: &mut Buffer, area: Rect, prompt: &Prompt) -> Option<Position> {
    let policy = app.look.policy;
    let label = match &prompt.picker {
        Some(picker) => format!(" {}: ", picker::title(app, &picker.offers)),
        None => format!(" {} {}: ", app.look.lang.pick("筛选", "Filter"), pane_word(app)),
    };
    let start = policy.width(&label).min(usize::from(area.width) / 2);
    let room = usize::from(area.width).saturating_sub(start + 1);
    let value = prompt.input.value();
    let before: String = value.chars().take(prompt.input.cursor()).collect();
    let shown = tail(&before, room, |text| policy.width(text));
    let cursor = start + policy.width(&before[shown..]);
    line(app, buf, area, "", app.look.palette.part(Part::Bar));
    let text = fit(&label, start, policy, Align::Left) + &fit(&value[shown..], room, policy, Align::Left);
    screen::put(buf, area.x, area.y, &text, Style::new(), policy, area.right());
    Some(Position::new(area.x + cursor as u16, area.y))
}

/// Byte offset of the longest end of `text` that is at most `room` cells wide.
fn tail(text: &str, room: usize, width: impl Fn(&str) -> usize) -> usize {
    let mut starts = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    starts
        .find(|at| width(&text[*at..]) <= room)
        .unwrap_or(text.len())
}

fn pane_word(app: &App) -> &'static str {
    super::browse::word(app.browse.pane, app.look.lang)
}
