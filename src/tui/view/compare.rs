//! The comparison screen: title, head, rows with the cursor, and whether the row under it may be compared.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
};

use super::{rows, runs};
use crate::{
    page::{Run, Tone, builders::compare::Shows, row::Row},
    text::fit::{MARK, head},
    tui::{
        app::{App, CompareSheet, CompareState, VerdictPane},
        regions::Regions,
        screen,
        theme::ScreenPart,
    },
};

/// Draws the comparison as it is kept.
pub(crate) fn draw(app: &App, state: &CompareState, buf: &mut Buffer, regions: &Regions) {
    let Some(sheet) = &state.sheet else { return };
    let areas = regions.compare(sheet.head.len());
    rows(app, buf, areas.head, &sheet.head);
    body(app, state, buf, areas.body, sheet);
    verdict(app, buf, areas.verdict, &state.verdict);
}

/// What is compared at the left of the header, the theme under the cursor at its right.
pub(crate) fn title(app: &App, state: &CompareState, buf: &mut Buffer, area: Rect) {
    let Some(sheet) = &state.sheet else { return };
    runs(app, buf, area, 0, &sheet.title.runs, Style::new());
    let Some((theme, at, all)) = sheet.theme(state.line) else {
        return;
    };
    let policy = app.look.policy;
    let name = policy
        .substituted(app.atlas().theme(theme).name.get(app.look.lang))
        .into_owned();
    let text = sheet.title.text();
    let left = policy.width(text.trim_end());
    for right in [format!("{name} {at}/{all}"), format!("{at}/{all}")] {
        let cells = policy.width(&right);
        if left + cells + 3 <= usize::from(area.width) {
            let x = area.right() - cells as u16 - 1;
            let style = app.look.palette.tone(Tone::Label);
            screen::put(buf, x, area.y, &right, style, policy, area.right());
            return;
        }
    }
}

fn body(app: &App, state: &CompareState, buf: &mut Buffer, area: Rect, sheet: &CompareSheet) {
    let lines = sheet.lines.iter().enumerate().skip(state.top);
    for (y, (at, line)) in (0..area.height).zip(lines) {
        runs(app, buf, area, y, &line.row.runs, Style::new());
        if at == state.line {
            cursor(app, state, buf, area, y, sheet);
        }
    }
}

/// Marks the cell under the cursor, with a sign before it for screens without colour.
fn cursor(app: &App, state: &CompareState, buf: &mut Buffer, area: Rect, y: u16, sheet: &CompareSheet) {
    let line = &sheet.lines[state.line];
    let cells = match state.spot(sheet, &line.row) {
        Some(spot) => line.row.spots[spot].cells.clone(),
        None => column(state, sheet, line.shows).unwrap_or(0..area.width.into()),
    };
    let style = app.look.palette.part(ScreenPart::Cursor);
    for x in cells.start..cells.end.min(area.width.into()) {
        if let Some(cell) = buf.cell_mut(Position::new(area.x + x as u16, area.y + y)) {
            cell.set_style(style);
        }
    }
    if let Some(before) = cells.start.checked_sub(1) {
        let x = area.x + before as u16;
        screen::put(buf, x, area.y + y, ">", style, app.look.policy, area.right());
    }
}

/// The cells of the column under the cursor, where there are columns.
fn column(state: &CompareState, sheet: &CompareSheet, shows: Shows) -> Option<std::ops::Range<usize>> {
    let seen = state.visible_column();
    let under = sheet.columns.iter().find(|(college, _)| *college == seen);
    under
        .map(|(_, cells)| cells.clone())
        .filter(|_| !matches!(shows, Shows::Theme(_)))
}

/// The pane at the bottom. What has no room ends with its mark, and Enter shows all of it.
fn verdict(app: &App, buf: &mut Buffer, area: Rect, verdict: &VerdictPane) {
    let (title, answer) = (&verdict.title, &verdict.answer);
    let shown = usize::from(area.height).saturating_sub(1);
    rows(
        app,
        buf,
        area,
        std::iter::once(title).chain(answer.iter().take(shown)),
    );
    if answer.len() > shown && shown > 0 {
        let last = cut(app, &answer[shown - 1], area.width.into());
        let y = area.height - 1;
        runs(app, buf, area, y, &last, Style::new());
    }
}

/// A drawn row with the mark of a cut, which stands in no word and apart from letters and digits.
fn cut(app: &App, row: &Row, width: usize) -> Vec<Run> {
    let policy = app.look.policy;
    let text = row.text();
    let (end, _) = head(text.trim_end(), width.saturating_sub(1 + MARK.len()), policy);
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let in_word = letter(text[..end].chars().next_back()) && letter(text[end..].chars().next());
    let border = text[..end].trim_end().rfind(' ').filter(|_| in_word);
    let end = border.unwrap_or(end);
    let mut left = end;
    let mut runs: Vec<Run> = Vec::new();
    for run in &row.runs {
        let taken = run.text.len().min(left);
        left -= taken;
        runs.push(Run::new(run.tone, &run.text[..taken]));
    }
    let mark = match letter(text[..end].chars().next_back()) {
        true => format!(" {MARK}"),
        false => MARK.to_owned(),
    };
    let used: usize = runs.iter().map(|run| policy.width(&run.text)).sum();
    let blank = width.saturating_sub(used + mark.len());
    runs.push(Run::rule(mark + &" ".repeat(blank)));
    runs
}
