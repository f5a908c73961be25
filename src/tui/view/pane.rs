//! The frame of a part: a title in reverse, or light lines around it.

use ratatui::{buffer::Buffer, layout::Rect};

use super::put_line;
use crate::{
    text::{
        fit::{Align, fit},
        width::Policy,
    },
    tui::{
        app::App,
        display::{Chrome, Look},
        regions::Part as Region,
        screen,
        theme::Part,
    },
};

/// Draws title and lines of `region`; `note` stands at the right end of the title.
pub(crate) fn draw(app: &App, buf: &mut Buffer, region: Region, title: &str, note: &str, focused: bool) {
    frame(app.look, buf, region, title, note, focused);
}

/// The same for any screen of this look.
pub(crate) fn frame(look: Look, buf: &mut Buffer, region: Region, title: &str, note: &str, focused: bool) {
    if region.outer.is_empty() {
        return;
    }
    match look.chrome {
        Chrome::Plain => plain(look, buf, region, title, note, focused),
        Chrome::Drawn => drawn(look, buf, region, title, note, focused),
    }
}

fn plain(look: Look, buf: &mut Buffer, region: Region, title: &str, note: &str, focused: bool) {
    let style = look
        .palette
        .part(if focused { Part::FocusedTitle } else { Part::Title });
    let mark = if focused { '>' } else { ' ' };
    let text = spread(
        look.policy,
        &format!("{mark}{title}"),
        note,
        region.outer.width.into(),
    );
    put_line(look, buf, region.outer, &text, style);
}

fn drawn(look: Look, buf: &mut Buffer, region: Region, title: &str, note: &str, focused: bool) {
    let style = look
        .palette
        .part(if focused { Part::FocusedLine } else { Part::Line });
    let Rect { x, y, width, height } = region.outer;
    if width < 3 || height < 3 {
        return plain(look, buf, region, title, note, focused);
    }
    let inner = usize::from(width) - 2;
    let policy = look.policy;
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
pub(crate) fn spread(policy: Policy, left: &str, right: &str, width: usize) -> String {
    let used = policy.width(left) + policy.width(right) + 2;
    if right.is_empty() || used > width {
        return left.to_owned();
    }
    format!("{left}{}{right} ", " ".repeat(width - used + 1))
}
