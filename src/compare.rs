//! Colleges side by side: the only place where two values are set next to each other.
//!
//! Owns what may stand on one row and what must be said with it. Two outcomes are *same* only if they share a
//! metric and *related* only if their metrics share a family; a theme groups rows and makes no pair. It never
//! sums, never ranks, never takes "not stated" for 0, and it draws nothing: `page` and `export` do.

pub(crate) mod caveat;
mod group;
mod interval;
mod order;
mod overview;
mod pair;
mod period;
mod pillars;
mod relation;
mod row;
#[cfg(test)]
pub(crate) mod sample;
mod subjects;
mod summary;
mod theme;
mod unit;

pub(crate) use caveat::Caveat;
pub(crate) use interval::Interval;
pub(crate) use order::{difference, order};
pub(crate) use overview::{Count, Overview, overview};
pub(crate) use pillars::{Lonely, ThemePillars};
pub use pillars::{PillarAlignment, pillars};
pub(crate) use relation::Relation;
pub(crate) use row::CompareRow;
pub(crate) use subjects::admit;

use crate::model::{Atlas, College, CollegeIx, ThemeIx};

/// What to leave out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CompareOptions {
    /// Only rows of this theme.
    pub(crate) theme: Option<ThemeIx>,
    /// Only rows that differ ([`Row::differs`]).
    pub(crate) diff: bool,
}

/// Colleges side by side.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    /// What the indices in the rows refer to.
    pub(crate) atlas: &'a Atlas,
    /// The subjects, in the order asked for; the first is the reference.
    pub(crate) subjects: Vec<&'a College>,
    /// Rows by theme in the atlas's order; within a theme what can be set side by side comes first.
    pub rows: Vec<CompareRow<'a>>,
    /// Rows left out because nothing in them differs.
    pub(crate) hidden: usize,
}

/// The figures of `subjects` side by side, each outcome on exactly one row.
///
/// Meant for two to four subjects ([`admit`] says so to a user); it holds for any number.
pub fn compare<'a>(atlas: &'a Atlas, subjects: &[CollegeIx], options: CompareOptions) -> Comparison<'a> {
    let subjects: Vec<_> = subjects.iter().map(|&ix| atlas.college(ix)).collect();
    let wanted = |theme| options.theme.is_none_or(|only| only == theme);
    let mut rows: Vec<CompareRow<'a>> = group::groups(atlas, &subjects)
        .into_iter()
        .filter(|group| wanted(group.theme))
        .flat_map(|group| group.rows(&subjects))
        .collect();
    // What one subject alone states is one block at the end of its theme, subject by subject.
    let alone = |row: &CompareRow<'_>| (row.relation == Relation::Alone).then(|| row.only());
    rows.sort_by_key(|row| (row.theme, alone(row)));
    let all = rows.len();
    rows.retain(|row| !options.diff || row.differs());
    let hidden = all - rows.len();
    Comparison {
        atlas,
        subjects,
        rows,
        hidden,
    }
}

/// How many rows of each relation there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Rows with one metric.
    pub(crate) same: usize,
    /// Rows with one family.
    pub(crate) related: usize,
    /// Rows with one outcome.
    pub(crate) alone: usize,
}

impl Comparison<'_> {
    /// How many rows of each relation there are.
    pub(crate) fn counts(&self) -> Counts {
        let of = |relation| self.rows.iter().filter(|row| row.relation == relation).count();
        Counts {
            same: of(Relation::Same),
            related: of(Relation::Related),
            alone: of(Relation::Alone),
        }
    }
}

#[cfg(test)]
mod tests;
