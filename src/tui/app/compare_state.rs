//! The comparison screen: which colleges, which face, and where its cursor stands.
//!
//! The cursor is a line of an item and a college's column; what lines there are comes from the same
//! [`Sheet`] that the command line prints, laid out afresh when asked for.

use crate::{
    compare::{Comparison, Options, PillarAlignment, compare, pillars},
    model::{Addr, Atlas, CollegeIx, ThemeIx},
    page::{
        builders::{
            self,
            compare::{Item, Line, Sheet, View},
        },
        layout::Row,
    },
    tui::{display::Look, list::Step},
};

/// The two faces of a comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Face {
    /// Figures by theme.
    #[default]
    Figures,
    /// Pillars by theme.
    Pillars,
}

/// State of the comparison screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Versus {
    /// The colleges, from left to right.
    pub(crate) subjects: Vec<CollegeIx>,
    /// Which face is up.
    pub(crate) face: Face,
    /// Only rows that differ.
    pub(crate) diff: bool,
    /// The first college stays beside the labels when the others scroll.
    pub(crate) pinned: bool,
    /// Themes folded away.
    pub(crate) folded: Vec<ThemeIx>,
    /// The column under the cursor, by the place of its college.
    pub(crate) column: usize,
    /// Colleges scrolled past.
    pub(crate) offset: usize,
    /// The item under the cursor.
    pub(crate) item: usize,
    /// The line of that item.
    pub(crate) line: usize,
    /// The first item on screen.
    pub(crate) top: usize,
}

/// What a [`Sheet`] borrows from.
pub(crate) enum Facing<'a> {
    /// The figures.
    Figures(Comparison<'a>),
    /// The pillars.
    Pillars(PillarAlignment<'a>),
}

impl<'a> Facing<'a> {
    /// The same as pages and exports take it.
    pub(crate) fn face(&'a self) -> builders::compare::Face<'a> {
        match self {
            Self::Figures(comparison) => builders::compare::Face::Figures(comparison),
            Self::Pillars(alignment) => builders::compare::Face::Pillars(alignment),
        }
    }
}

impl Versus {
    /// A comparison of `subjects`.
    pub(crate) fn new(subjects: Vec<CollegeIx>) -> Self {
        Self {
            subjects,
            ..Self::default()
        }
    }

    /// What stands side by side.
    pub(crate) fn facing<'a>(&self, atlas: &'a Atlas) -> Facing<'a> {
        let options = Options {
            theme: None,
            diff: self.diff,
        };
        match self.face {
            Face::Figures => Facing::Figures(compare(atlas, &self.subjects, options)),
            Face::Pillars => Facing::Pillars(pillars(atlas, &self.subjects, options)),
        }
    }

    /// How it is looked at in lines of `width` cells.
    fn view(&self, look: &Look, width: usize) -> View<'_> {
        View {
            lang: look.lang,
            policy: look.policy,
            width,
            offset: self.offset,
            pinned: self.pinned,
            folded: &self.folded,
            notes: false,
        }
    }

    /// The sheet of `facing` in lines of `width` cells.
    pub(crate) fn sheet<'s>(&'s self, facing: &'s Facing<'s>, look: &Look, width: usize) -> Sheet<'s> {
        let view = self.view(look, width);
        match facing {
            Facing::Figures(comparison) => Sheet::figures(comparison, view),
            Facing::Pillars(alignment) => Sheet::pillars(alignment, view),
        }
    }

    /// The item under the cursor.
    pub(crate) fn under(&self, sheet: &Sheet<'_>) -> Option<Item> {
        sheet.items().get(self.item).copied()
    }

    /// The lines of the item under the cursor.
    fn lines(&self, sheet: &Sheet<'_>) -> Vec<Line> {
        self.under(sheet).map(|item| sheet.item(item)).unwrap_or_default()
    }

    /// The address in the cell under the cursor, if something stands there.
    pub(crate) fn addr(&self, sheet: &Sheet<'_>) -> Option<Addr> {
        let lines = self.lines(sheet);
        let spot = self.spot(sheet, &lines.get(self.line)?.row)?;
        lines[self.line].row.spots[spot].addr.parse().ok()
    }

    /// Which spot of `row` the cursor is on: that of its column, in the stacked dress the only one.
    pub(crate) fn spot(&self, sheet: &Sheet<'_>, row: &Row) -> Option<usize> {
        let Some((_, cells)) = sheet
            .columns()
            .iter()
            .find(|(college, _)| *college == self.column)
        else {
            return (sheet.columns().is_empty() && !row.spots.is_empty()).then_some(0);
        };
        row.spots
            .iter()
            .position(|spot| spot.cells.start < cells.end && cells.start < spot.cells.end)
    }

    /// Moves by lines that can be stood on, by screens, or to an end.
    pub(crate) fn step(&mut self, sheet: &Sheet<'_>, step: Step, height: usize) {
        match step {
            Step::Down => self.down(sheet),
            Step::Up => self.up(sheet),
            Step::PageDown => self.far(sheet, height, Self::down),
            Step::PageUp => self.far(sheet, height, Self::up),
            Step::HalfDown => self.far(sheet, height / 2 + 1, Self::down),
            Step::HalfUp => self.far(sheet, height / 2 + 1, Self::up),
            Step::First => (self.item, self.line) = (0, 0),
            Step::Last => (self.item, self.line) = (sheet.items().len().saturating_sub(1), 0),
        }
        self.settle(sheet, height);
    }

    fn down(&mut self, sheet: &Sheet<'_>) {
        let lines = self.lines(sheet);
        match (self.line + 1..lines.len()).find(|at| begins(&lines, *at)) {
            Some(line) => self.line = line,
            None if self.item + 1 < sheet.items().len() => (self.item, self.line) = (self.item + 1, 0),
            None => {}
        }
    }

    fn up(&mut self, sheet: &Sheet<'_>) {
        let lines = self.lines(sheet);
        let above = (0..self.line.min(lines.len()))
            .rev()
            .find(|at| begins(&lines, *at));
        match above {
            Some(line) => self.line = line,
            None if self.item > 0 => {
                self.item -= 1;
                let lines = self.lines(sheet);
                self.line = lines
                    .iter()
                    .rposition(|line| !line.row.spots.is_empty())
                    .unwrap_or(0);
            }
            None => {}
        }
    }

    fn far(&mut self, sheet: &Sheet<'_>, height: usize, step: fn(&mut Self, &Sheet<'_>)) {
        (1..height.max(2)).for_each(|_| step(self, sheet));
    }

    /// To the next or last row that differs.
    pub(crate) fn seek(
        &mut self,
        sheet: &Sheet<'_>,
        facing: &Facing<'_>,
        ahead: bool,
        height: usize,
    ) -> bool {
        let differs = |at: &usize| match (facing, sheet.items()[*at]) {
            (Facing::Figures(comparison), Item::Row(row)) => comparison.rows[row].differs(),
            (Facing::Pillars(alignment), Item::Row(row)) => alignment.rows[row].alone().is_some(),
            (_, Item::Theme(_)) => false,
        };
        let found = match ahead {
            true => (self.item + 1..sheet.items().len()).find(differs),
            false => (0..self.item.min(sheet.items().len())).rev().find(differs),
        };
        if let Some(item) = found {
            (self.item, self.line) = (item, 0);
            self.settle(sheet, height);
        }
        found.is_some()
    }

    /// Brings the cursor into the sheet and onto the screen.
    pub(crate) fn settle(&mut self, sheet: &Sheet<'_>, height: usize) {
        self.column = self.column.min(self.subjects.len().saturating_sub(1));
        self.item = self.item.min(sheet.items().len().saturating_sub(1));
        let lines = self.lines(sheet);
        self.line = (0..=self.line).rev().find(|at| begins(&lines, *at)).unwrap_or(0);
        self.top = self.top.min(self.item);
        let tall = |item: usize| sheet.item(sheet.items()[item]).len();
        let mut used = self.line + 1 + (self.top..self.item).map(tall).sum::<usize>();
        while used > height && self.top < self.item {
            used -= tall(self.top);
            self.top += 1;
        }
    }

    /// Folds or unfolds the theme the cursor is in.
    pub(crate) fn fold(&mut self, facing: &Facing<'_>, item: Item) {
        let theme = match (item, facing) {
            (Item::Theme(theme), _) => theme,
            (Item::Row(at), Facing::Figures(comparison)) => comparison.rows[at].theme,
            (Item::Row(_), Facing::Pillars(_)) => return,
        };
        match self.folded.iter().position(|folded| *folded == theme) {
            Some(at) => {
                self.folded.remove(at);
            }
            None => self.folded.push(theme),
        }
    }

    /// Moves the college under the cursor `by` places, around the ends.
    pub(crate) fn reorder(&mut self, by: usize) {
        let n = self.subjects.len();
        let to = (self.column + by) % n;
        self.subjects.swap(self.column, to);
        self.column = to;
    }

    /// Makes the college under the cursor the reference that stays at the left, or lets the reference go.
    pub(crate) fn pin(&mut self) {
        self.pinned = !(self.pinned && self.column == 0);
        let reference = self.subjects.remove(self.column);
        self.subjects.insert(0, reference);
        self.column = 0;
    }

    /// Moves the cursor to the column on the left or right, scrolling where it must.
    pub(crate) fn turn(&mut self, ahead: bool, visible: impl Fn(&Self) -> bool) {
        self.column = match ahead {
            true => (self.column + 1).min(self.subjects.len().saturating_sub(1)),
            false => self.column.saturating_sub(1),
        };
        while !visible(self) && ahead && self.offset < self.subjects.len() {
            self.offset += 1;
        }
        while !visible(self) && !ahead && self.offset > 0 {
            self.offset -= 1;
        }
    }
}

/// Whether a reader can stand on the line: the first of an item, or one where another fact begins.
fn begins(lines: &[Line], at: usize) -> bool {
    let Some(line) = lines.get(at) else { return false };
    let above = |addr: &str| {
        lines[..at]
            .iter()
            .any(|line| line.row.spots.iter().any(|spot| spot.addr == addr))
    };
    at == 0 || line.row.spots.iter().any(|spot| !above(&spot.addr))
}
