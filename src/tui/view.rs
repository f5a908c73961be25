//! Drawing: reads the state, writes a buffer, changes nothing else.

mod bars;
mod browse;
mod compare;
mod detail;
pub(super) mod footer;
mod hits;
mod overlay;
pub(super) mod pane;
mod picker;
mod pointer;

pub use pointer::pointed;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
};

use super::{
    app::{App, BaseScreen},
    display::Look,
    regions::{self, Regions},
    screen,
};
use crate::{
    page::{
        Run,
        block::Block,
        layout::{Row, layout},
    },
    text::fit::{Align, fit},
};

/// Draws `app` into `buf`, which is blank and of the terminal's size. Returns where the hardware
/// cursor belongs: in the prompt while there is one, so that an input method's window follows it.
pub fn view(app: &App, buf: &mut Buffer) -> Option<Position> {
    let regions = app.regions();
    match &app.screen {
        BaseScreen::Compare(state) if app.overlays.is_empty() && app.picker().is_none() => {
            compare::title(app, state, buf, regions.header);
        }
        _ => bars::header(app, buf, regions.header),
    }
    match (app.picker(), app.overlays.last()) {
        (Some(picker), _) => picker::draw(app, buf, &regions, picker),
        (None, Some(top)) => overlay::draw(app, buf, &regions, top),
        (None, None) => draw_screen(app, buf, &regions),
    }
    footer::draw(app, buf, regions.footer)
}

fn draw_screen(app: &App, buf: &mut Buffer, regions: &Regions) {
    match &app.screen {
        BaseScreen::Browse => {
            browse::draw(app, buf, regions);
            detail::draw(app, buf, regions);
        }
        BaseScreen::Compare(state) => compare::draw(app, state, buf, regions),
    }
}

/// Most blank cells between the longest name of a list and what stands at the ends of its rows.
const MOST_BLANK: usize = 16;

/// Writes drawn runs from the left edge of `area` into its row `y` (from 0), over `base`.
fn runs(app: &App, buf: &mut Buffer, area: Rect, y: u16, runs: &[Run], base: Style) {
    put_runs(app.look, buf, area, y, runs, base);
}

/// Writes rows from `area`'s top.
fn rows<'a>(app: &App, buf: &mut Buffer, area: Rect, rows: impl IntoIterator<Item = &'a Row>) {
    put_rows(app.look, buf, area, rows);
}

/// Writes one line of `text`, fitted to `area`'s first row.
fn line(app: &App, buf: &mut Buffer, area: Rect, text: &str, style: Style) {
    put_line(app.look, buf, area, text, style);
}

/// Says in `area` why there is nothing to choose, in as many lines as it takes.
fn notice(app: &App, buf: &mut Buffer, area: Rect, words: &str) {
    let area = Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        ..area
    };
    let lines = words_in(app, words, area.width.into(), area.height.into());
    for (y, line) in (0..area.height).zip(lines) {
        runs(app, buf, area, y, &[Run::warning(line)], Style::new());
    }
}

/// `words` in at most `rows` lines of `width` cells; what does not fit is cut with its mark.
fn words_in(app: &App, words: &str, width: usize, rows: usize) -> Vec<String> {
    let laid = layout(&[Block::text([Run::plain(words)])], width, app.look.policy);
    let mut lines: Vec<String> = laid.iter().map(|row| row.text().trim_end().to_owned()).collect();
    if lines.len() > rows {
        let rest = lines.split_off(rows.saturating_sub(1)).join(" ");
        lines.push(fit(&rest, width, app.look.policy, Align::Left));
    }
    lines
}

/// The same as [`runs`] for any screen of this look.
pub(super) fn put_runs(look: Look, buf: &mut Buffer, area: Rect, y: u16, runs: &[Run], base: Style) {
    if y >= area.height {
        return;
    }
    let mut x = area.x;
    for run in runs {
        let style = look.palette.over(base, run.tone);
        let end = screen::put(buf, x, area.y + y, &run.text, style, look.policy, area.right());
        // What is cut has its mark: whoever makes a row fits it first.
        debug_assert!(
            usize::from(end - x) >= look.policy.width(run.text.trim_end()) || area.width < regions::ROOMY.0,
            "{:?} is cut at {} cells",
            run.text,
            area.width
        );
        x = end;
    }
}

/// The same as [`rows`].
pub(super) fn put_rows<'a>(
    look: Look,
    buf: &mut Buffer,
    area: Rect,
    rows: impl IntoIterator<Item = &'a Row>,
) {
    for (y, row) in (0..area.height).zip(rows) {
        put_runs(look, buf, area, y, &row.runs, Style::new());
    }
}

/// The same as [`line`].
pub(super) fn put_line(look: Look, buf: &mut Buffer, area: Rect, text: &str, style: Style) {
    if area.height == 0 {
        return;
    }
    let fitted = fit(text, area.width.into(), look.policy, Align::Left);
    screen::put(buf, area.x, area.y, &fitted, style, look.policy, area.right());
}

#[cfg(test)]
mod tests;
