//! The bottom of the screen: the keys that help here, a notice, the line being typed.
//!
//! Owns how much of it fits. Help and quit stand at the right end of the last row, always; what else does not fit is
//! left out from the middle, and nothing is cut. Which keys are worth showing is `app`'s.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
};

use super::{line, picker, runs};
use crate::{
    page::Run,
    text::fit::{Align, fit},
    tui::{
        app::{App, Hint, Place, Prompt},
        regions, screen,
        theme::Part,
    },
};

/// Cells between two hints.
const GAP: usize = 2;

/// Draws the footer. Returns the prompt's cursor.
pub(super) fn draw(app: &App, buf: &mut Buffer, area: Rect) -> Option<Position> {
    if area.is_empty() {
        return None;
    }
    let upper = Rect {
        height: area.height - 1,
        ..area
    };
    let last = Rect {
        y: area.bottom() - 1,
        height: 1,
        ..area
    };
    if let Some(prompt) = &app.prompt {
        if !upper.is_empty() {
            runs(
                app,
                buf,
                upper,
                0,
                &hints(app, 1, area.width.into()).remove(0),
                Style::new(),
            );
        }
        return typed(app, buf, last, prompt);
    }
    let rows = hints(app, area.height.into(), area.width.into());
    for (y, row) in (0..area.height).zip(&rows) {
        runs(app, buf, area, y, row, Style::new());
    }
    if let Some(notice) = &app.notice {
        let area = Rect { height: 1, ..area };
        line(
            app,
            buf,
            area,
            &format!(" {notice}"),
            app.look.palette.part(Part::Notice),
        );
    }
    None
}

/// The rows of the footer.
fn hints(app: &App, rows: usize, width: usize) -> Vec<Vec<Run>> {
    let (least_width, least_height) = regions::ROOMY;
    if app.size.width < least_width || app.size.height < least_height {
        let more = app.look.lang.pick(" 窗口大些更好用", " more room helps");
        return vec![vec![Run::muted(more)]];
    }
    let all = app.hints();
    let part = |place| all.iter().filter(move |hint| hint.place == place);
    let pinned: Vec<_> = part(Place::Pinned).collect();
    let pinned_width = cells(app, &pinned);
    let (things, moving): (Vec<_>, Vec<_>) = (part(Place::Thing).collect(), part(Place::Moving).collect());
    if rows < 2 {
        let all: Vec<_> = things.into_iter().chain(moving).collect();
        return vec![last_row(app, &all, &pinned, width, pinned_width)];
    }
    let fitting = fitting(app, &things, width);
    let (first, left_over) = things.split_at(fitting);
    let second: Vec<_> = moving.into_iter().chain(left_over.iter().copied()).collect();
    vec![row(first), last_row(app, &second, &pinned, width, pinned_width)]
}

/// As many of `hints` as leave room for what is pinned to the right end.
fn last_row(app: &App, hints: &[&Hint], pinned: &[&Hint], width: usize, pinned_width: usize) -> Vec<Run> {
    let fits = fitting(app, hints, width.saturating_sub(pinned_width));
    let mut runs = row(&hints[..fits]);
    let used = 1 + cells(app, &hints[..fits]);
    runs.push(Run::plain(" ".repeat(width.saturating_sub(used + pinned_width))));
    runs.extend(row(pinned).into_iter().skip(1));
    runs
}

/// How many of `hints` fit into `width` cells, from the first on.
fn fitting(app: &App, hints: &[&Hint], width: usize) -> usize {
    (0..=hints.len())
        .rev()
        .find(|n| cells(app, &hints[..*n]) < width)
        .unwrap_or(0)
}

/// Cells of `hints` beside each other, each with its gap.
fn cells(app: &App, hints: &[&Hint]) -> usize {
    let policy = app.look.policy;
    let cells = |hint: &&Hint| policy.width(&hint.keys) + 1 + policy.width(hint.word) + GAP;
    hints.iter().map(cells).sum()
}

fn row(hints: &[&Hint]) -> Vec<Run> {
    let hint = |hint: &&Hint| {
        [
            Run::key(hint.keys.clone()),
            Run::plain(format!(" {}{}", hint.word, " ".repeat(GAP))),
        ]
    };
    [Run::plain(" ")]
        .into_iter()
        .chain(hints.iter().flat_map(hint))
        .collect()
}

/// The line being typed, scrolled so that its cursor is on screen.
fn typed(app: &App, buf: &mut Buffer, area: Rect, prompt: &Prompt) -> Option<Position> {
    let policy = app.look.policy;
    let label = match &prompt.picker {
        Some(picker) => format!(" {}: ", picker::title(app, &picker.offers)),
        None if prompt.in_page => format!(" {}: ", app.look.lang.pick("页内查找", "Find here")),
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
pub(crate) fn tail(text: &str, room: usize, width: impl Fn(&str) -> usize) -> usize {
    let mut starts = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    starts
        .find(|at| width(&text[*at..]) <= room)
        .unwrap_or(text.len())
}

fn pane_word(app: &App) -> &'static str {
    super::browse::word(app)
}
