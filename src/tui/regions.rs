//! Where everything stands: one pure function from the size and what there is to show to rectangles.
//!
//! `update` pages by it and `view` draws by it, so nothing has to flow back from drawing. Panes are as tall as what is in
//! them, as far as there is room.

use ratatui::layout::{Rect, Size};

/// From this width on the detail is a column of its own.
const THREE_COLUMNS: u16 = 110;
/// A column of the detail needs no more cells than this before the list has what it needs.
const WIDE_DETAIL: u16 = 68;
/// From this width on, colleges and pillars stand beside the rest; in narrower screens everything is stacked.
const TWO_COLUMNS: u16 = 80;
/// With fewer rows than this the screen holds the pane that keys go to and nothing else.
const STACKED_FROM: u16 = 6;
/// Smaller than this, the screen says that more room helps.
pub(crate) const ROOMY: (u16, u16) = (36, 10);

/// One of the panes of Browse.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pane {
    /// Colleges.
    Colleges,
    /// Pillars of the chosen college.
    Pillars,
    /// Its facts of one kind.
    #[default]
    Facts,
}

impl Pane {
    /// From left to right.
    pub(crate) const ALL: [Self; 3] = [Self::Colleges, Self::Pillars, Self::Facts];

    /// Its place from the left.
    pub(crate) fn at(self) -> usize {
        self as usize
    }

    /// The pane `by` places further, around the ends.
    #[must_use]
    pub(crate) fn turn(self, by: usize) -> Self {
        Self::ALL[(self.at() + by) % 3]
    }
}

/// What the panes hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Contents {
    /// The pane that keys go to.
    pub(crate) focused: Pane,
    /// It has the whole screen.
    pub(crate) zoomed: bool,
    /// How many rows each pane has.
    pub(crate) rows: [usize; 3],
}

impl Contents {
    /// Rows of a pane as cells; at least one, for what an empty pane says.
    fn rows(&self, pane: Pane) -> u16 {
        u16::try_from(self.rows[pane.at()]).unwrap_or(u16::MAX).max(1)
    }
}

/// A part with a title row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct PaneRegion {
    /// All of it.
    pub(crate) outer: Rect,
    /// Its rows, below the title. Empty while only the title is on screen.
    pub(crate) body: Rect,
}

/// The rectangles of one screen, in cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Regions {
    /// The top line; empty in tiny terminals.
    pub(crate) header: Rect,
    /// Each pane; empty where it is not on screen.
    pub(crate) panes: [PaneRegion; 3],
    /// The detail of what is under the cursor.
    pub(crate) detail: PaneRegion,
    /// The columns of cells between panes that stand beside each other; an unused one is empty.
    pub(crate) gaps: [Rect; 2],
    /// A page laid over the rest, or the comparison.
    pub(crate) overlay: PaneRegion,
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
    pub(crate) fn of(size: Size, contents: &Contents) -> Self {
        let screen = Rect::new(0, 0, size.width, size.height);
        let (header, rest) = split_top(screen, u16::from(size.height > 6));
        let (rest, footer) = split_bottom(rest, footer_rows(size.height));
        let regions = Self {
            header,
            footer,
            overlay: part(rest),
            ..Self::default()
        };
        match (size.width, rest.height) {
            _ if contents.zoomed => regions.single(rest, contents),
            (_, ..STACKED_FROM) => regions.single(rest, contents),
            (THREE_COLUMNS.., _) => regions.three_columns(rest, contents),
            (TWO_COLUMNS.., _) => regions.two_columns(rest, contents),
            _ => regions.stacked(rest, contents),
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

    /// Colleges above pillars, the facts, the detail: each column as tall as the screen.
    fn three_columns(mut self, rest: Rect, contents: &Contents) -> Self {
        let (left, right) = split_left(rest, (rest.width / 6).clamp(22, 30));
        let (first, right) = split_left(right, 1);
        let middle = (right.width * 11 / 20).max(right.width.saturating_sub(1 + WIDE_DETAIL));
        let (middle, right) = split_left(right, middle.clamp(48, 100));
        let (second, right) = split_left(right, 1);
        self.gaps = [first, second];
        self = self.colleges_above_pillars(left, contents);
        self.panes[Pane::Facts.at()] = part(middle);
        self.detail = part(right);
        self
    }

    /// Colleges above pillars, the facts above the detail.
    fn two_columns(mut self, rest: Rect, contents: &Contents) -> Self {
        let (left, right) = split_left(rest, (rest.width * 3 / 10).clamp(22, 28));
        let (gap, right) = split_left(right, 1);
        self.gaps[0] = gap;
        self = self.colleges_above_pillars(left, contents);
        self.facts_above_detail(right, contents)
    }

    fn colleges_above_pillars(mut self, area: Rect, contents: &Contents) -> Self {
        let room = area.height.saturating_sub(2);
        let pillars = contents.rows(Pane::Pillars).min(room * 2 / 3);
        let colleges = contents.rows(Pane::Colleges).min(room - pillars);
        let (top, rest) = split_top(area, 1 + colleges);
        let (bottom, _) = split_top(rest, 1 + contents.rows(Pane::Pillars));
        self.panes[Pane::Colleges.at()] = part(top);
        self.panes[Pane::Pillars.at()] = part(bottom);
        self
    }

    /// The facts have what they need as long as the detail keeps enough for an answer.
    fn facts_above_detail(mut self, area: Rect, contents: &Contents) -> Self {
        let room = area.height.saturating_sub(2);
        let answer = (room / 2).min(16);
        let facts = contents.rows(Pane::Facts).min(room - answer);
        let (top, bottom) = split_top(area, 1 + facts);
        self.panes[Pane::Facts.at()] = part(top);
        self.detail = part(bottom);
        self
    }

    /// Everything below each other. Where it does not fit, the panes that keys do not go to shrink to their titles,
    /// which name what is chosen in them.
    fn stacked(mut self, rest: Rect, contents: &Contents) -> Self {
        let (colleges, pillars) = (contents.rows(Pane::Colleges), contents.rows(Pane::Pillars));
        let open = colleges.min(8) + pillars;
        let heights = match open + 2 + 14 <= rest.height {
            true => [colleges.min(8), pillars],
            false => {
                let room = rest.height.saturating_sub(3) / 2;
                let height = |pane, rows: u16| {
                    if contents.focused == pane {
                        rows.min(room)
                    } else {
                        0
                    }
                };
                [height(Pane::Colleges, colleges), height(Pane::Pillars, pillars)]
            }
        };
        let mut below = rest;
        for (pane, height) in [Pane::Colleges, Pane::Pillars].into_iter().zip(heights) {
            let (own, next) = split_top(below, 1 + height);
            self.panes[pane.at()] = part(own);
            below = next;
        }
        if below.height < 7 {
            self.panes[Pane::Facts.at()] = part(below);
            return self;
        }
        self.facts_above_detail(below, contents)
    }

    /// The pane that keys go to, alone.
    fn single(mut self, rest: Rect, contents: &Contents) -> Self {
        self.panes[contents.focused.at()] = part(rest);
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

/// A title row, and the body below it.
pub(super) fn part(outer: Rect) -> PaneRegion {
    PaneRegion {
        outer,
        body: split_top(outer, 1).1,
    }
}

pub(super) fn split_top(area: Rect, height: u16) -> (Rect, Rect) {
    let height = height.min(area.height);
    let top = Rect { height, ..area };
    let below = Rect {
        y: area.y + height,
        height: area.height - height,
        ..area
    };
    (top, below)
}

pub(super) fn split_bottom(area: Rect, height: u16) -> (Rect, Rect) {
    split_top(area, area.height - height.min(area.height))
}

pub(super) fn split_left(area: Rect, width: u16) -> (Rect, Rect) {
    let width = width.min(area.width);
    let left = Rect { width, ..area };
    let right = Rect {
        x: area.x + width,
        width: area.width - width,
        ..area
    };
    (left, right)
}
