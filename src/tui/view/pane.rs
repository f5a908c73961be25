//! The title row of a part: dashes, its name, dashes, and a note at the right end. There are no frames: one form is
//! right in every terminal.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{put_runs, runs};
use crate::{
    page::{Run, Tone},
    text::{
        fit::{Align, fit},
        width::Policy,
    },
    tui::{app::App, display::Look, regions::PaneRegion, theme::ScreenPart},
};

/// Before the name.
pub(super) const LEAD: &str = "-- ";

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
    let row = title(look.policy, names, note, region.outer.width.into(), focused);
    put_runs(look, buf, region.outer, 0, &row, look.palette.part(part));
}

/// A title of `width` cells.
fn title(policy: Policy, names: &[Run], note: &str, width: usize, focused: bool) -> Vec<Run> {
    let room = width.saturating_sub(LEAD.len() + 2);
    let lead: String = LEAD.chars().take(width.saturating_sub(room)).collect();
    let mut row = vec![dashes(lead, focused)];
    let cells: usize = names.iter().map(|name| policy.width(&name.text)).sum();
    if cells <= room {
        row.extend(
            names
                .iter()
                .map(|name| Run::new(name.tone, policy.substituted(&name.text))),
        );
    } else {
        let whole: String = names.iter().map(|name| name.text.as_str()).collect();
        row.push(Run::heading(fit(&whole, room, policy, Align::Left)));
    }
    let mut used = row[0].text.len() + cells.min(room);
    row.push(dashes(" ", focused));
    used += 1;
    let end = policy.width(note) + 3;
    if !note.is_empty() && used + end < width {
        row.push(dashes("-".repeat(width - used - end), focused));
        row.push(Run::muted(format!(" {} ", policy.substituted(note))));
        row.push(dashes("-", focused));
    } else {
        row.push(dashes("-".repeat(width.saturating_sub(used)), focused));
    }
    row
}

/// Dashes take the style of the row where keys go, elsewhere they stand back.
fn dashes(text: impl Into<String>, focused: bool) -> Run {
    Run::new(if focused { Tone::Plain } else { Tone::Rule }, text)
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
