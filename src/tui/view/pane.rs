//! The title row of a part on screen. There are no frames: one form is right in every terminal.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{put_runs, runs};
use crate::{
    page::{Run, Tone, title::title},
    tui::{app::App, display::Look, regions::PaneRegion, theme::ScreenPart},
};

/// Draws the title of `region`: `names`, cut where they are too long, and `note` where there is room.
pub(super) fn draw(
    app: &App,
    buf: &mut Buffer,
    region: PaneRegion,
    names: &[Run],
    note: &str,
    focused: bool,
) {
    title_row(app.look, buf, region, names, note, focused);
}

/// The same for any screen of this look.
pub(crate) fn title_row(
    look: Look,
    buf: &mut Buffer,
    region: PaneRegion,
    names: &[Run],
    note: &str,
    focused: bool,
) {
    if region.outer.is_empty() {
        return;
    }
    let part = if focused {
        ScreenPart::FocusedTitle
    } else {
        ScreenPart::Title
    };
    let rule = if focused { Tone::Plain } else { Tone::Rule };
    let note: &[Run] = &[Run::muted(note)];
    let row = title(names, note, region.outer.width.into(), look.policy, rule);
    put_runs(look, buf, region.outer, 0, &row.runs, look.palette.part(part));
}

/// The line between two columns of panes.
pub(super) fn gap(app: &App, buf: &mut Buffer, area: Rect) {
    for y in 0..area.height {
        runs(app, buf, area, y, &[Run::rule("|")], ratatui::style::Style::new());
    }
}

/// `left` and, where there is room, `right` at the end of `width` cells. Not yet drawn text.
pub(super) fn spread(app: &App, left: &str, right: &str, width: usize) -> String {
    let policy = app.look.policy;
    let used = policy.width(left) + policy.width(right) + 2;
    if right.is_empty() || used > width {
        return left.to_owned();
    }
    format!("{left}{}{right} ", " ".repeat(width - used + 1))
}
