//! The frame of a part: a title in reverse, or light lines around it.

use ratatui::{buffer::Buffer, layout::Rect};

use super::line;
use crate::{
    text::fit::{Align, fit},
    tui::{app::App, display::Chrome, regions::Part as Region, screen, theme::Part},
};

/// Draws title and lines of `region`; `note` stands at the right end of the title.
pub(crate) fn draw(app: &App, buf: &mut Buffer, region: Region, title: &str, note: &str, focused: bool) {
    if region.outer.is_empty() {
        return;
    }
    match app.look.chrome {
        Chrome::Plain => plain(app, buf, region, title, note, focused),
        Chrome::Drawn => drawn(app, buf, region, title, note, focused),
    }
}

fn plain(app: &App, buf: &mut Buffer, region: Region, title: &str, note: &str, focused: bool) {
    let style = app
        .look
        .palette
        .part(if focused { Part::FocusedTitle } else { Part::Title });
    let mark = if focused { '>' } else { ' ' };
    let text = spread(app, &format!("{mark}{title}"), note, region.outer.width.into());
    line(app, buf, region.outer, &text, style);
}

fn drawn(app: &App, buf: &mut Buffer, region: Region, title: &str, note: &str, focused: bool) {
    let style = app
        .look
        .palette
        .part(if focused { Part::FocusedLine } else { Part::Line });
    let Rect { x, y, width, height } = region.outer;
    if width < 3 || height < 3 {
        return plain(app, buf, region, title, note, focused);
    }
    let inner = usize::from(width) - 2;
    let policy = app.look.policy;
    let head = format!(" {title} ");
    let used = policy.width(&head).min(inner);
    let end = if policy.width(note) + used + 2 <= inner && !note.is_empty() {
        format!(" {note} ")
    } else {
        String::new()
    };
    let rule = "─".repeat(inner.saturating_sub(used + policy.width(&end)));
    let top = format!("┌{}{rule}{end}┐", fit(&head, used, policy, Align::Left));
    screen::put(buf, x, y, &top, style, policy, region.outer.right());
    for row in y + 1..y + height - 1 {
        screen::put(buf, x, row, "│", style, policy, region.outer.right());
        screen::put(buf, x + width - 1, row, "│", style, policy, region.outer.right());
    }
    let bottom = format!("└{}┘", "─".repeat(inner));
    screen::put(
        buf,
        x,
        y + height - 1,
        &bottom,
        style,
        policy,
        region.outer.right(),
    );
}

/// `left` and, where there is room, `right` at the end of `width` cells. Not yet drawn text.
pub(crate) fn spread(app: &App, left: &str, right: &str, width: usize) -> String {
    let policy = app.look.policy;
    let used = policy.width(left) + policy.width(right) + 2;
    if right.is_empty() || used > width {
        return left.to_owned();
    }
    format!("{left}{}{right} ", " ".repeat(width - used + 1))
}
