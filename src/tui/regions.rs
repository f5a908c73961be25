//! Where everything stands: one pure function from size and state to rectangles.
//!
//! `update` pages by it and `view` draws by it, so nothing has to flow back from drawing.

use ratatui::layout::{Rect, Size};

use super::{
    app::{App, Pane},
    display::Chrome,
};

/// Narrower than this, panes are stacked.
const ABREAST: u16 = 100;
/// Narrower or lower than this, one pane is shown at a time.
const STACKED: (u16, u16) = (60, 16);
/// Smaller than this, the screen says that more room helps.
pub(crate) const ROOMY: (u16, u16) = (36, 10);

/// A part with a title row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Part {
    /// All of it.
    pub(crate) outer: Rect,
    /// Its rows, inside title and lines.
    pub(crate) body: Rect,
}

/// The rectangles of one screen, in cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Regions {
    /// The top line; empty in tiny terminals.
    pub(crate) header: Rect,
    /// Each pane; empty where it is not on screen.
    pub(crate) panes: [Part; 3],
    /// The detail below.
    pub(crate) detail: Part,
    /// A page laid over the rest, or the comparison.
    pub(crate) overlay: Part,
    /// The bottom line, or two of them.
    pub(crate) footer: Rect,
}

/// The parts of the comparison screen below its title, which stands in the header.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct CompareRegions {
    /// Names, scopes, and what the signs stand for.
    pub(crate) head: Rect,
    /// The rows.
    pub(crate) body: Rect,
    /// Whether the row under the cursor may be compared.
    pub(crate) verdict: Rect,
}

impl Regions {
    /// The rectangles for a terminal of `size`.
    pub(crate) fn of(size: Size, app: &App) -> Self {
        let screen = Rect::new(0, 0, size.width, size.height);
        let (header, rest) = split_top(screen, u16::from(size.height > 6));
        let (rest, footer) = split_bottom(rest, footer_rows(size.height));
        let chrome = app.look.chrome;
        let regions = Self {
            header,
            footer,
            overlay: part(rest, chrome),
            ..Self::default()
        };
        if size.width >= ABREAST && size.height >= STACKED.1 {
            regions.abreast(rest, chrome)
        } else if size.width >= STACKED.0 && size.height >= STACKED.1 {
            regions.stacked(rest, chrome)
        } else {
            regions.single(rest, chrome, app.browse.pane)
        }
    }

    /// The comparison screen, whose head takes `head` lines. The pane at the bottom keeps its height, so that rows do
    /// not jump while the cursor walks through them.
    pub(crate) fn compare(&self, head: usize) -> CompareRegions {
        let area = self.overlay.outer;
        let (head, rest) = split_top(area, (head as u16).min(area.height / 2));
        let wanted = (area.height / 4).clamp(4, 8);
        let (body, verdict) = split_bottom(rest, wanted.min(rest.height * 2 / 3));
        CompareRegions { head, body, verdict }
    }

    /// Rows of a pane's body; at least one, so that paging always moves.
    pub(crate) fn height(&self, pane: Pane) -> usize {
        usize::from(self.panes[pane.at()].body.height).max(1)
    }

    /// Three panes side by side, the detail below.
    fn abreast(mut self, rest: Rect, chrome: Chrome) -> Self {
        let (above, detail) = split_bottom(rest, detail_height(rest));
        let gap = gap(chrome);
        let colleges = (rest.width / 5).clamp(20, 30);
        let pillars = (rest.width * 7 / 20).clamp(36, 60);
        let (left, others) = split_left(above, colleges, gap);
        let (middle, right) = split_left(others, pillars, gap);
        self.panes = [part(left, chrome), part(middle, chrome), part(right, chrome)];
        self.detail = part(detail, chrome);
        self
    }

    /// Colleges and pillars side by side, outcomes and detail below.
    fn stacked(mut self, rest: Rect, chrome: Chrome) -> Self {
        let (above, detail) = split_bottom(rest, detail_height(rest).min(7));
        let (top, bottom) = split_top(above, (above.height * 2 / 5).max(4));
        let (left, right) = split_left(top, (rest.width / 3).clamp(20, 28), gap(chrome));
        self.panes = [part(left, chrome), part(right, chrome), part(bottom, chrome)];
        self.detail = part(detail, chrome);
        self
    }

    /// The focused pane alone, and what there is room for of the detail.
    fn single(mut self, rest: Rect, chrome: Chrome, pane: Pane) -> Self {
        let height = if rest.height >= 8 {
            (rest.height / 3).max(4)
        } else {
            0
        };
        let (above, detail) = split_bottom(rest, height);
        self.panes[pane.at()] = part(above, chrome);
        self.detail = part(detail, chrome);
        self
    }
}

/// Rows of the footer on a screen of `height` rows.
fn footer_rows(height: u16) -> u16 {
    match height {
        0..=2 => 0,
        3..24 => 1,
        _ => 2,
    }
}

fn detail_height(rest: Rect) -> u16 {
    (rest.height * 2 / 5).clamp(5, 16)
}

fn gap(chrome: Chrome) -> u16 {
    u16::from(chrome == Chrome::Plain)
}

/// Title and body: the body loses the title row, and where lines are drawn those too.
pub(super) fn part(outer: Rect, chrome: Chrome) -> Part {
    let body = match chrome {
        Chrome::Plain => split_top(outer, 1).1,
        Chrome::Drawn if outer.width > 2 && outer.height > 2 => {
            Rect::new(outer.x + 1, outer.y + 1, outer.width - 2, outer.height - 2)
        }
        Chrome::Drawn => split_top(outer, 1).1,
    };
    Part { outer, body }
}

pub(super) fn split_top(area: Rect, height: u16) -> (Rect, Rect) {
    let height = height.min(area.height);
    let top = Rect { height, ..area };
    (
        top,
        Rect {
            y: area.y + height,
            height: area.height - height,
            ..area
        },
    )
}

pub(super) fn split_bottom(area: Rect, height: u16) -> (Rect, Rect) {
    split_top(area, area.height - height.min(area.height))
}

pub(super) fn split_left(area: Rect, width: u16, gap: u16) -> (Rect, Rect) {
    let width = width.min(area.width);
    let taken = (width + gap).min(area.width);
    (
        Rect { width, ..area },
        Rect {
            x: area.x + taken,
            width: area.width - taken,
            ..area
        },
    )
}
