//! The bottom of the screen: the keys that help here, a notice, the line being typed.
//!
//! Owns how much of it fits, and which hint a click is on. Help and quit stand at the right end of the last row, always;
//! what else does not fit is left out from the middle, and nothing is cut. Which keys are worth showing is `app`'s.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
};

use super::{line, picker, runs, words_in};
use crate::{
    page::Run,
    text::fit::{Align, MARK, fit},
    tui::{
        app::{App, FooterPart, Hint, Prompt},
        msg::Action,
        regions, screen,
        theme::ScreenPart,
    },
};

/// Cells between two hints.
const GAP: usize = 2;

/// Most rows that a notice takes.
const NOTICE: usize = 3;

/// A row of hints: from the left end, and pinned to the right.
#[derive(Default)]
struct Hints {
    left: Vec<Hint>,
    right: Vec<Hint>,
}

/// Draws the footer. Returns the prompt's cursor.
pub(super) fn draw(app: &App, buf: &mut Buffer, area: Rect) -> Option<Position> {
    if area.is_empty() {
        return None;
    }
    let last = Rect {
        y: area.bottom() - 1,
        height: 1,
        ..area
    };
    let rows = hint_rows(app, area);
    for (y, row) in (area.y..).zip(&rows) {
        runs(
            app,
            buf,
            area,
            y - area.y,
            &hint_runs(app, row, area.width),
            Style::new(),
        );
    }
    notice(app, buf, last);
    app.prompt
        .as_ref()
        .and_then(|prompt| typed(app, buf, last, prompt, rows.last()))
}

/// What the hint in the cell `at` does.
pub(super) fn action_at(app: &App, area: Rect, at: Position) -> Option<Action> {
    let rows = hint_rows(app, area);
    let row = rows.get(usize::from(at.y.checked_sub(area.y)?))?;
    let right = usize::from(area.width).saturating_sub(cells(app, &row.right));
    let mut sides = [(1, &row.left), (right, &row.right)].into_iter();
    let x = usize::from(at.x.checked_sub(area.x)?);
    sides.find_map(|(start, hints)| {
        let mut start = start;
        hints.iter().find_map(|hint| {
            let end = start + cells(app, std::slice::from_ref(hint));
            let hit = (start..end - GAP).contains(&x);
            start = end;
            hit.then_some(hint.action)
        })
    })
}

/// The rows of hints in `area`; while a line is typed, its row holds what ends the typing.
fn hint_rows(app: &App, area: Rect) -> Vec<Hints> {
    let width = area.width.into();
    let all = app.hints();
    let (things, moving, pinned) = (
        part(&all, FooterPart::Thing),
        part(&all, FooterPart::Moving),
        part(&all, FooterPart::Pinned),
    );
    let (least_width, least_height) = regions::ROOMY;
    if app.size.width < least_width || app.size.height < least_height {
        let fits = fitting(app, &pinned, width);
        return vec![Hints {
            left: pinned[..fits].to_vec(),
            ..Hints::default()
        }];
    }
    if app.prompt.is_some() {
        let all: Vec<_> = things.into_iter().chain(moving).collect();
        if area.height < 2 {
            let cancel = all.into_iter().filter(|hint| hint.action == Action::Back);
            return vec![Hints {
                right: cancel.collect(),
                ..Hints::default()
            }];
        }
        return vec![last_row(app, &all, pinned, width), Hints::default()];
    }
    if area.height < 2 {
        let all: Vec<_> = things.into_iter().chain(moving).collect();
        return vec![last_row(app, &all, pinned, width)];
    }
    let fits = fitting(app, &things, width);
    let (first, left_over) = things.split_at(fits);
    let mut second: Vec<_> = moving.iter().chain(left_over).cloned().collect();
    second.sort_by_key(|hint| hint.rare);
    let first = Hints {
        left: first.to_vec(),
        ..Hints::default()
    };
    vec![first, last_row(app, &second, pinned, width)]
}

fn part(all: &[Hint], place: FooterPart) -> Vec<Hint> {
    all.iter().filter(|hint| hint.place == place).cloned().collect()
}

/// As many of `hints` as leave room for what is pinned to the right end.
fn last_row(app: &App, hints: &[Hint], pinned: Vec<Hint>, width: usize) -> Hints {
    let fits = fitting(app, hints, width.saturating_sub(cells(app, &pinned)));
    Hints {
        left: hints[..fits].to_vec(),
        right: pinned,
    }
}

/// How many of `hints` fit into `width` cells, from the first on.
fn fitting(app: &App, hints: &[Hint], width: usize) -> usize {
    (0..=hints.len())
        .rev()
        .find(|n| cells(app, &hints[..*n]) < width)
        .unwrap_or(0)
}

/// Cells of `hints` beside each other, each with its gap.
fn cells(app: &App, hints: &[Hint]) -> usize {
    let policy = app.look.policy;
    let cells = |hint: &Hint| policy.width(&hint.keys) + 1 + policy.width(hint.word) + GAP;
    hints.iter().map(cells).sum()
}

fn hint_runs(app: &App, row: &Hints, width: u16) -> Vec<Run> {
    let hint = |hint: &Hint| {
        [
            Run::key(hint.keys.clone()),
            Run::plain(format!(" {}{}", hint.word, " ".repeat(GAP))),
        ]
    };
    let used = 1 + cells(app, &row.left) + cells(app, &row.right);
    let room = usize::from(width).saturating_sub(used);
    let between = match row.right.is_empty() && is_tiny(app) {
        true => more_room(app, room),
        false => " ".repeat(room),
    };
    [Run::plain(" ")]
        .into_iter()
        .chain(row.left.iter().flat_map(hint))
        .chain([Run::plain(between)])
        .chain(row.right.iter().flat_map(hint))
        .collect()
}

fn is_tiny(app: &App) -> bool {
    app.size.width < regions::ROOMY.0 || app.size.height < regions::ROOMY.1
}

/// That more room helps, where there is room to say so.
fn more_room(app: &App, room: usize) -> String {
    let words = app.look.lang.pick("窗口大些更好用", "more room helps");
    match app.look.policy.width(words) <= room {
        true => words.to_owned(),
        false => " ".repeat(room),
    }
}

/// A line to the user, over the rows above the last one, which keeps help and quit.
fn notice(app: &App, buf: &mut Buffer, last: Rect) {
    let Some(notice) = &app.notice else { return };
    let width = usize::from(last.width).saturating_sub(2);
    let lines = words_in(app, notice, width, NOTICE);
    let rows = (lines.len() as u16).min(last.y - buf.area.y);
    let style = app.look.palette.part(ScreenPart::Notice);
    let area = Rect {
        y: last.y - rows,
        height: rows,
        ..last
    };
    for (y, line) in (0..rows).zip(&lines) {
        let line = fit(line, width, app.look.policy, Align::Left);
        runs(app, buf, area, y, &[Run::plain(format!(" {line} "))], style);
    }
}

/// The line being typed, left of the hints beside it and scrolled so that its cursor is on screen.
fn typed(
    app: &App,
    buf: &mut Buffer,
    area: Rect,
    prompt: &Prompt,
    beside: Option<&Hints>,
) -> Option<Position> {
    let policy = app.look.policy;
    let beside = beside.map_or(0, |row| cells(app, &row.right)) as u16;
    let area = Rect {
        width: area.width.saturating_sub(beside),
        ..area
    };
    let half = usize::from(area.width) / 2;
    let label = prompt_label(app, prompt, half);
    let start = policy.width(&label).min(half);
    let room = usize::from(area.width).saturating_sub(start + 1);
    let value = prompt.input.value();
    let before: String = value.chars().take(prompt.input.cursor()).collect();
    let width = |text: &str| policy.width(text);
    let (lead, shown) = match tail(&before, room, width) {
        0 => ("", 0),
        _ => (MARK, tail(&before, room.saturating_sub(MARK.len()), width)),
    };
    let cursor = start + lead.len() + policy.width(&before[shown..]);
    line(app, buf, area, "", app.look.palette.part(ScreenPart::Bar));
    let text = fit(&label, start, policy, Align::Left)
        + lead
        + &fit(
            &value[shown..],
            room.saturating_sub(lead.len()),
            policy,
            Align::Left,
        );
    screen::put(buf, area.x, area.y, &text, Style::new(), policy, area.right());
    Some(Position::new(area.x + cursor as u16, area.y))
}

/// What is being typed, in at most `most` cells; where even its short name is longer, that it is typed.
fn prompt_label(app: &App, prompt: &Prompt, most: usize) -> String {
    let filter = app.look.lang.pick("筛选", "Filter");
    let (name, short) = match &prompt.picker {
        Some(picker) => (
            picker::name(app, &picker.offers).to_owned(),
            picker::short_name(app, &picker.offers),
        ),
        None if prompt.in_page => (
            app.look.lang.pick("页内查找", "Find here").to_owned(),
            app.look.lang.pick("查找", "Find"),
        ),
        None => (format!("{filter} {}", pane_word(app)), filter),
    };
    let labels = [name.as_str(), short].map(|name| format!(" {name}: "));
    let fits = |label: &String| app.look.policy.width(label) <= most;
    labels.into_iter().find(fits).unwrap_or_else(|| " : ".to_owned())
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
