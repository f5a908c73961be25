//! Where everything of the review stands on the screen.

use ratatui::layout::{Rect, Size};

use crate::tui::regions::{PaneRegion, part, split_bottom, split_left, split_top};

/// Narrower than this, the passage stands above the item.
const ABREAST: u16 = 72;

/// Lines under a list for what the row under its cursor means.
const NOTE: u16 = 4;

/// Where everything stands.
pub(crate) struct Regions {
    pub header: Rect,
    pub passage: PaneRegion,
    pub item: PaneRegion,
    /// The rows of an open list, and the note under them.
    pub list: Rect,
    pub note: Rect,
    pub footer: Rect,
}

/// The rectangles on a terminal of `size`.
pub(crate) fn regions(size: Size) -> Regions {
    let screen = Rect::new(0, 0, size.width, size.height);
    let (header, rest) = split_top(screen, u16::from(screen.height > 6));
    let (rest, footer) = split_bottom(rest, u16::from(screen.height > 2));
    let (passage, item) = match screen.width >= ABREAST {
        true => split_left(rest, rest.width / 2),
        false => split_top(rest, rest.height * 2 / 5),
    };
    let (mut passage, item) = (part(passage), part(item));
    // A full line of the article does not run into the item beside it.
    if screen.width >= ABREAST {
        passage.body.width = passage.body.width.saturating_sub(1);
    }
    let note = if item.body.height > 2 * NOTE { NOTE } else { 0 };
    let (list, note) = split_bottom(item.body, note);
    Regions {
        header,
        passage,
        item,
        list,
        note,
        footer,
    }
}
