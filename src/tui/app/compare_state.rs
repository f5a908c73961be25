//! The comparison screen: which colleges, which face, and where its cursor stands.
//!
//! The cursor is a line of the sheet and a college's column. The screen scrolls by lines, so that every line can be
//! read however tall a row is. It lays nothing out: [`CompareSheet`] is kept for it.

use std::{ops::Range, sync::Arc};

use super::compare_sheet::{CompareFace, CompareSheet, VerdictPane};
use crate::{
    model::{Addr, CollegeIx, ThemeIx},
    page::{
        builders::compare::{CompareLine, Shows},
        row::{Row, RowSpot},
    },
    tui::list::ListStep,
};

/// State of the comparison screen.
#[derive(Clone, Debug, Default)]
pub(crate) struct CompareState {
    /// The colleges, from left to right.
    pub(crate) subjects: Vec<CollegeIx>,
    /// Which face is up.
    pub(crate) face: CompareFace,
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
    /// The line under the cursor.
    pub(crate) line: usize,
    /// The first line on screen.
    pub(crate) top: usize,
    /// All of it as laid out; `update` keeps it fresh.
    pub(crate) sheet: Option<Arc<CompareSheet>>,
    /// Whether the row under the cursor may be compared; `update` keeps that fresh, too.
    pub(crate) verdict: Arc<VerdictPane>,
}

impl Eq for CompareState {}

/// What is laid out follows from the rest.
impl PartialEq for CompareState {
    fn eq(&self, other: &Self) -> bool {
        let cursor = |of: &Self| (of.column, of.offset, of.line, of.top);
        let chosen = |of: &Self| (of.face, of.diff, of.pinned);
        cursor(self) == cursor(other)
            && chosen(self) == chosen(other)
            && self.subjects == other.subjects
            && self.folded == other.folded
    }
}

impl CompareState {
    /// A comparison of `subjects`.
    pub(crate) fn new(subjects: Vec<CollegeIx>) -> Self {
        Self {
            subjects,
            ..Self::default()
        }
    }

    /// What the cursor stands on: the line's row or heading, and the fact in it.
    pub(crate) fn under_cursor(&self, sheet: &CompareSheet) -> Option<(Shows, Option<Addr>)> {
        let line = sheet.lines.get(self.line)?;
        let spot = self.spot(sheet, &line.row);
        let addr = spot.and_then(|spot| line.row.spots[spot].addr.parse().ok());
        Some((line.shows, addr))
    }

    /// The address in the cell under the cursor, if something stands there.
    pub(crate) fn addr(&self) -> Option<Addr> {
        self.under_cursor(self.sheet.as_ref()?)?.1
    }

    /// The row and the place of the college under the cursor.
    pub(crate) fn cell(&self) -> Option<(usize, usize)> {
        match self.sheet.as_ref()?.lines.get(self.line)?.shows {
            Shows::Row(row, subject) => Some((row, subject.unwrap_or_else(|| self.visible_column()))),
            _ => None,
        }
    }

    /// The column that the cursor is seen in: its own, or, on a line down to which that cell does not reach, the nearest
    /// one whose cell does.
    pub(crate) fn visible_column(&self) -> usize {
        let Some(sheet) = &self.sheet else {
            return self.column;
        };
        match sheet.lines.get(self.line) {
            Some(line) if !begins_row(&sheet.lines, self.line) => self.column_on(sheet, &line.row),
            _ => self.column,
        }
    }

    fn column_on(&self, sheet: &CompareSheet, row: &Row) -> usize {
        let reaching = sheet
            .columns
            .iter()
            .filter(|(_, cells)| spot_in(row, cells).is_some());
        let nearest = reaching.min_by_key(|(college, _)| college.abs_diff(self.column));
        nearest.map_or(self.column, |(college, _)| *college)
    }

    /// Which spot of `row` the cursor is on: that of its column; where colleges stand under each other, the only one.
    pub(crate) fn spot(&self, sheet: &CompareSheet, row: &Row) -> Option<usize> {
        let seen = self.visible_column();
        match sheet.columns.iter().find(|(college, _)| *college == seen) {
            Some((_, cells)) => spot_in(row, cells),
            None => (sheet.columns.is_empty() && !row.spots.is_empty()).then_some(0),
        }
    }

    /// Puts the cursor where it was on the sheet `before`: on the same fact, else the same row, else near by. On a
    /// first sheet that is the first row.
    pub(crate) fn resume(&mut self, before: Option<&CompareSheet>, sheet: &CompareSheet) {
        self.column = self.column.min(self.subjects.len().saturating_sub(1));
        let stops = || (0..sheet.lines.len()).filter(|at| is_stop(&sheet.lines, *at));
        let was = before.and_then(|before| self.under_cursor(before));
        let same = |wanted: &dyn Fn(usize) -> bool| stops().find(|at| wanted(*at));
        let found = match &was {
            None => same(&|at| matches!(sheet.lines[at].shows, Shows::Row(..))),
            Some((shows, addr)) => {
                let spots = |at: usize| sheet.lines[at].row.spots.iter();
                let fact = addr.as_ref().map(Addr::to_string);
                let stated =
                    same(&|at| fact.is_some() && spots(at).any(|spot| Some(&spot.addr) == fact.as_ref()));
                stated.or_else(|| same(&|at| sheet.lines[at].shows == *shows))
            }
        };
        self.line = found.unwrap_or(self.line.min(sheet.lines.len().saturating_sub(1)));
        if was.is_none() {
            self.top = 0;
        }
    }

    /// Moves by lines that can be stood on, by screens, or to an end, on a screen of `height` lines.
    pub(crate) fn step(&mut self, step: ListStep, height: usize) {
        let Some(sheet) = self.sheet.clone() else { return };
        let page = height.saturating_sub(1).max(1);
        match step {
            ListStep::Down => self.down(&sheet.lines, height),
            ListStep::Up => self.up(&sheet.lines),
            ListStep::PageDown => self.leap(&sheet.lines, height, page, true),
            ListStep::PageUp => self.leap(&sheet.lines, height, page, false),
            ListStep::HalfDown => self.leap(&sheet.lines, height, page.div_ceil(2), true),
            ListStep::HalfUp => self.leap(&sheet.lines, height, page.div_ceil(2), false),
            ListStep::First => (self.line, self.top) = (0, 0),
            ListStep::Last => {
                self.line = last_stop(&sheet.lines, sheet.lines.len());
                self.top = sheet.lines.len().saturating_sub(height);
            }
        }
        self.settle(height);
    }

    /// A turn of the wheel.
    pub(crate) fn wheel(&mut self, ahead: bool, height: usize) {
        let Some(sheet) = self.sheet.clone() else { return };
        self.leap(&sheet.lines, height, 3, ahead);
    }

    /// To the next line to stand on; what is taller than the screen first scrolls through it.
    fn down(&mut self, lines: &[CompareLine], height: usize) {
        let next = (self.line + 1..lines.len()).find(|at| is_stop(lines, *at));
        if next.unwrap_or(lines.len()) > self.top + height.max(1) {
            self.top += 1;
            self.line = self.line.max(self.top);
            return;
        }
        self.line = next.unwrap_or(self.line);
    }

    fn up(&mut self, lines: &[CompareLine]) {
        if self.line > 0 && !is_stop(lines, self.line) {
            self.top = self.top.saturating_sub(1);
            self.line -= 1;
            return;
        }
        match (0..self.line).rev().find(|at| is_stop(lines, *at)) {
            Some(line) => {
                self.line = line;
                self.top = self.top.min(first_label(lines, line));
            }
            None => self.top = 0,
        }
    }

    fn leap(&mut self, lines: &[CompareLine], height: usize, page: usize, ahead: bool) {
        let last = lines.len().saturating_sub(height);
        self.top = match ahead {
            true => (self.top + page).min(last),
            false => self.top.saturating_sub(page),
        };
        let wanted = match ahead {
            true => (self.line + page).min(lines.len().saturating_sub(1)),
            false => self.line.saturating_sub(page),
        };
        let on_screen = self.top..(self.top + height).min(lines.len());
        let near = on_screen.clone().filter(|at| is_stop(lines, *at));
        self.line = near
            .min_by_key(|at| at.abs_diff(wanted))
            .unwrap_or(wanted.clamp(on_screen.start, on_screen.end.max(on_screen.start + 1) - 1));
    }

    /// To the next or last row that more than one college has something on. False when there is none that way.
    pub(crate) fn seek(&mut self, ahead: bool, height: usize) -> bool {
        let found = self.neighbour(ahead);
        self.line = found.unwrap_or(self.line);
        self.settle(height);
        found.is_some()
    }

    /// The first line of the next or last row that more than one college has something on.
    pub(crate) fn neighbour(&self, ahead: bool) -> Option<usize> {
        let sheet = self.sheet.as_ref()?;
        let row = |at: usize| match sheet.lines[at].shows {
            Shows::Row(row, _) => Some(row),
            _ => None,
        };
        let here = (self.line < sheet.lines.len()).then(|| row(self.line)).flatten();
        let wanted = |at: &usize| row(*at) != here && sheet.is_comparing(*at);
        let found = match ahead {
            true => (self.line + 1..sheet.lines.len()).find(wanted),
            false => (0..self.line).rev().find(wanted),
        }?;
        let own = (0..=found).rev().take_while(|at| row(*at) == row(found));
        own.filter(|at| is_stop(&sheet.lines, *at)).last()
    }

    /// Brings the cursor onto the screen, with the heading over it and all of its own lines where they fit. Where they do
    /// not, the label over a cell goes before the cell's last lines, through which `down` scrolls.
    pub(crate) fn settle(&mut self, height: usize) {
        let Some(sheet) = &self.sheet else { return };
        let lines = &sheet.lines;
        self.line = self.line.min(lines.len().saturating_sub(1));
        let end = (self.line + 1..lines.len())
            .find(|at| is_stop(lines, *at))
            .unwrap_or(lines.len());
        let heads = |at: usize| matches!(lines[at].shows, Shows::Theme(_) | Shows::Apart);
        let leads = |at: &usize| heads(*at) || is_label(lines, *at);
        let above = (0..self.line).rev().take_while(leads).last().unwrap_or(self.line);
        let label = first_label(lines, self.line);
        if end > self.top + height {
            let fits = end - label <= height;
            let top = end
                .saturating_sub(height)
                .min(if fits { self.line } else { label });
            self.top = top.max(self.top);
        }
        if self.line >= self.top + height {
            self.top = self.line + 1 - height.max(1);
        }
        if above < self.top && end - above <= height {
            self.top = above;
        }
        self.top = self
            .top
            .min(self.line)
            .min(lines.len().saturating_sub(height.min(lines.len())));
    }

    /// Folds or unfolds the theme the cursor is in, and stands on its heading.
    pub(crate) fn fold(&mut self) {
        let Some(sheet) = &self.sheet else { return };
        let Some((theme, ..)) = sheet.theme(self.line) else {
            return;
        };
        let heading = |line: &CompareLine| line.shows == Shows::Theme(theme);
        self.line = sheet.lines.iter().position(heading).unwrap_or(self.line);
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

    /// Turns to the other face: another sheet, so from its top.
    pub(crate) fn turn_face(&mut self) {
        self.face = match self.face {
            CompareFace::Figures => CompareFace::Pillars,
            CompareFace::Pillars => CompareFace::Figures,
        };
        (self.line, self.top, self.sheet) = (0, 0, None);
    }
}

/// Whether a reader can stand on the line: a theme's heading, the first line of a row or of a college's part of it, or one where
/// another fact begins.
fn is_stop(lines: &[CompareLine], at: usize) -> bool {
    let Some(line) = lines.get(at) else { return false };
    if matches!(line.shows, Shows::Apart | Shows::Note) {
        return false;
    }
    let same = |other: &&CompareLine| other.shows == line.shows;
    let above = lines[..at].iter().rev().take_while(same);
    let begins = |addr: &str| {
        !above
            .clone()
            .any(|line| line.row.spots.iter().any(|spot| spot.addr == addr))
    };
    (begins_row(lines, at) && !is_label(lines, at)) || line.row.spots.iter().any(|spot| begins(&spot.addr))
}

/// Whether the line is the first of what it shows.
fn begins_row(lines: &[CompareLine], at: usize) -> bool {
    at == 0 || lines[at - 1].shows != lines[at].shows
}

/// Which spot of `row` stands in `cells`.
fn spot_in(row: &Row, cells: &Range<usize>) -> Option<usize> {
    let meets = |spot: &RowSpot| spot.cells.start < cells.end && cells.start < spot.cells.end;
    row.spots.iter().position(meets)
}

/// Whether the line is the label above colleges that stand under each other.
fn is_label(lines: &[CompareLine], at: usize) -> bool {
    let below = lines[at..].iter().find(|line| line.shows != lines[at].shows);
    match (lines[at].shows, below.map(|line| line.shows)) {
        (Shows::Row(row, None), Some(Shows::Row(other, Some(_)))) => row == other,
        _ => false,
    }
}

/// The first line of the label right above the line at `at`, else that line.
fn first_label(lines: &[CompareLine], at: usize) -> usize {
    let labels = (0..at).rev().take_while(|above| is_label(lines, *above));
    labels.last().unwrap_or(at)
}

fn last_stop(lines: &[CompareLine], before: usize) -> usize {
    (0..before).rev().find(|at| is_stop(lines, *at)).unwrap_or(0)
}
