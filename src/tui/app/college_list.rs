//! The rows of the college pane: colleges in the order asked for, narrowed by the filter, headings between them.
//!
//! Owns which row is what. It keeps what would cost more than a key may to find anew: the order of all colleges, and
//! their names folded once something is filtered. Where the cursor stands is `browse`'s.

use crate::{
    find::{NameQuery, Names},
    model::{Atlas, College, CollegeIx},
    order::{CollegeGroup, Head, Order, arrange},
    tui::list::List,
};

/// A row of the college pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CollegeLine {
    /// The heading of a group, by its place among the groups of the [`CollegeList`].
    Head(usize),
    College(CollegeIx),
}

/// The college pane's rows, and what they are made from.
#[derive(Clone, Debug, Default)]
pub(crate) struct CollegeList {
    /// In which order.
    pub(crate) order: Order,
    groups: Vec<CollegeGroup>,
    rows: Vec<CollegeLine>,
    /// How many of the rows are colleges.
    colleges: usize,
    /// What each college answers to, once something is filtered.
    names: Option<Vec<Names>>,
}

impl CollegeList {
    /// Every college of `atlas` in `order`.
    pub(crate) fn new(atlas: &Atlas, order: Order) -> Self {
        let mut list = Self {
            order,
            groups: arrange(atlas, order),
            ..Self::default()
        };
        list.narrow(atlas, "");
        list
    }

    /// The same colleges in another order.
    pub(crate) fn sort(&mut self, atlas: &Atlas, order: Order) {
        (self.order, self.groups) = (order, arrange(atlas, order));
    }

    /// Leaves the colleges that `filter` names, and headings that something still stands under.
    pub(crate) fn narrow(&mut self, atlas: &Atlas, filter: &str) {
        let query = NameQuery::new(filter);
        let names = match query.is_empty() {
            true => None,
            false => Some(&*self.names.get_or_insert_with(|| names(atlas))),
        };
        let wanted = |ix: &CollegeIx| names.is_none_or(|names| query.fits(&names[ix.at()]));
        self.rows.clear();
        self.colleges = 0;
        for (at, group) in self.groups.iter().enumerate() {
            let before = self.rows.len();
            self.rows.extend(group.head.iter().map(|_| CollegeLine::Head(at)));
            let heads = self.rows.len();
            self.rows.extend(
                group
                    .colleges
                    .iter()
                    .copied()
                    .filter(wanted)
                    .map(CollegeLine::College),
            );
            self.colleges += self.rows.len() - heads;
            if self.rows.len() == heads {
                self.rows.truncate(before);
            }
        }
    }

    /// How many rows there are, headings counted.
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The row at `at`.
    pub(crate) fn row(&self, at: usize) -> Option<CollegeLine> {
        self.rows.get(at).copied()
    }

    /// The college in the row at `at`.
    pub(crate) fn college(&self, at: usize) -> Option<CollegeIx> {
        match self.row(at)? {
            CollegeLine::College(ix) => Some(ix),
            CollegeLine::Head(_) => None,
        }
    }

    /// The row of `college`, if the filter leaves it.
    pub(crate) fn row_of(&self, college: CollegeIx) -> Option<usize> {
        self.rows
            .iter()
            .position(|row| *row == CollegeLine::College(college))
    }

    /// The colleges, from top to bottom.
    pub(crate) fn all(&self) -> impl Iterator<Item = CollegeIx> {
        (0..self.rows.len()).filter_map(|at| self.college(at))
    }

    /// How many colleges there are.
    pub(crate) fn count(&self) -> usize {
        self.colleges
    }

    /// Which of the colleges the row at `at` shows, from 1, and how many there are.
    pub(crate) fn college_position(&self, at: usize) -> (usize, usize) {
        let before = self
            .rows
            .iter()
            .take(at + 1)
            .filter(|row| matches!(row, CollegeLine::College(_)));
        (before.count(), self.colleges)
    }

    /// The heading of the group at `group`.
    pub(crate) fn head(&self, group: usize) -> Option<&Head> {
        self.groups.get(group)?.head.as_ref()
    }

    /// The heading over the row at `at`, if the order makes headings.
    pub(crate) fn head_over(&self, at: usize) -> Option<&Head> {
        self.rows.iter().take(at + 1).rev().find_map(|row| match row {
            CollegeLine::Head(group) => self.head(*group),
            CollegeLine::College(_) => None,
        })
    }

    /// How many colleges stand under the heading in the row at `at`.
    pub(crate) fn colleges_under(&self, at: usize) -> usize {
        let below = self.rows.iter().skip(at + 1);
        below
            .take_while(|row| matches!(row, CollegeLine::College(_)))
            .count()
    }

    /// The first college of the next group after the row at `at`, or of its own and then of the one before.
    pub(crate) fn next_group(&self, at: usize, ahead: bool) -> Option<usize> {
        let head = |at: &usize| matches!(self.rows[*at], CollegeLine::Head(_));
        let found = match ahead {
            true => (at + 1..self.rows.len()).find(head),
            false => (0..at.saturating_sub(1).min(self.rows.len())).rev().find(head),
        };
        found.map(|head| head + 1)
    }

    /// `list` with its cursor on a college: past a heading, or before it when `back`.
    pub(crate) fn land(&self, list: List, back: bool, height: usize) -> List {
        let is_heading = |at: usize| matches!(self.row(at), Some(CollegeLine::Head(_)));
        list.past_headings(back, self.len(), height, is_heading)
    }
}

/// What colleges answer to in a filter: their names, and where they are.
fn names(atlas: &Atlas) -> Vec<Names> {
    let names = |college: &College| {
        let province = college.province.iter();
        Names::of_college(college).with(province.flat_map(|place| [&*place.zh, &*place.en]))
    };
    atlas.colleges.iter().map(names).collect()
}
