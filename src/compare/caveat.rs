//! What must be said with a row, computed from scope, period, bound and unit.
//!
//! Owns the findings and their words. It explains and never weighs: nothing here says which figure is better.

mod words;

use super::relation::OutcomeCells;
use super::{Relation, order, period::PeriodKey, unit};
use crate::model::{Bound, College, Outcome, Period, Scope};

/// What each subject on the row says; a subject that states nothing is left out.
pub(crate) type Statements<'a, T> = Vec<CollegeStatement<'a, T>>;

/// What one subject says, each thing once.
#[derive(Clone, Debug)]
pub(crate) struct CollegeStatement<'a, T> {
    college: &'a College,
    things: Vec<T>,
}

/// A college is told by its id: to compare all that is known of two would take longer than the rest of a comparison.
impl<T: PartialEq> PartialEq for CollegeStatement<'_, T> {
    fn eq(&self, other: &Self) -> bool {
        self.college.id == other.college.id && self.things == other.things
    }
}

/// One thing that must be said with a row.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Caveat<'a> {
    /// They speak for different parts of a college.
    Scopes(Statements<'a, Scope>),
    /// They are stated for different times.
    Periods(Statements<'a, Option<&'a Period>>),
    /// The time is printed for some and not for others.
    PeriodsPartly(Statements<'a, Option<&'a Period>>),
    /// No time is printed for any of them.
    PeriodsUnprinted,
    /// One time is printed for all, and it names no year: 近年来, 累计, 应届.
    PeriodVague(&'a Period),
    /// Same row: the bounds leave open which is more.
    OrderOpen,
    /// Same row: which is more is certain, by how much is not.
    DifferenceOpen,
    /// Same row: they are counted in different units. On a related row that is plain to see.
    Units(Statements<'a, Box<str>>),
}

impl<'a> Caveat<'a> {
    /// Whether figures of which this has to be said may be ranked: their order is certain, only how far they are apart
    /// may be open.
    pub(crate) fn allow_ranking(caveats: &[Self]) -> bool {
        caveats
            .iter()
            .all(|caveat| matches!(caveat, Self::DifferenceOpen))
    }

    /// The caveats of a row; a row on which one outcome stands needs none.
    pub(super) fn of(relation: Relation, cells: &OutcomeCells<'a>, subjects: &[&'a College]) -> Vec<Self> {
        let row = JudgedRow { cells, subjects };
        if relation == Relation::Alone || row.all().count() < 2 {
            return Vec::new();
        }
        let caveats = [
            row.scopes(),
            row.periods(),
            row.bounds(relation),
            row.units(relation),
        ];
        caveats.into_iter().flatten().collect()
    }
}

/// The row being judged.
struct JudgedRow<'a, 'r> {
    cells: &'r OutcomeCells<'a>,
    subjects: &'r [&'a College],
}

impl<'a> JudgedRow<'a, '_> {
    fn all(&self) -> impl Iterator<Item = &'a Outcome> {
        self.cells.iter().flatten().copied()
    }

    /// What every subject says, each thing once, in the order of the row.
    fn statements<T: PartialEq>(&self, what: impl Fn(&'a Outcome) -> T) -> Statements<'a, T> {
        let said = self.subjects.iter().zip(self.cells).map(|(&college, cell)| {
            let mut things = Vec::new();
            for thing in cell.iter().map(|outcome| what(outcome)) {
                if !things.contains(&thing) {
                    things.push(thing);
                }
            }
            CollegeStatement { college, things }
        });
        said.filter(|statement| !statement.things.is_empty()).collect()
    }

    fn agree<T: PartialEq>(&self, what: impl Fn(&'a Outcome) -> T) -> bool {
        let first = self.all().next().map(&what);
        self.all().all(|outcome| Some(what(outcome)) == first)
    }

    fn scopes(&self) -> Option<Caveat<'a>> {
        let differ = !self.agree(|outcome| outcome.scope);
        differ.then(|| Caveat::Scopes(self.statements(|outcome| outcome.scope)))
    }

    fn periods(&self) -> Option<Caveat<'a>> {
        let printed = self.all().filter(|outcome| outcome.period.is_some()).count();
        let partly = printed < self.all().count();
        let first = self.all().find_map(|outcome| outcome.period.as_ref());
        let stated = || self.statements(|outcome| outcome.period.as_ref());
        let vague = self.all().filter_map(PeriodKey::of).any(|key| !key.is_definite());
        match first {
            None => Some(Caveat::PeriodsUnprinted),
            Some(_) if partly => Some(Caveat::PeriodsPartly(stated())),
            Some(_) if !self.agree(PeriodKey::of) => Some(Caveat::Periods(stated())),
            Some(period) => vague.then_some(Caveat::PeriodVague(period)),
        }
    }

    fn bounds(&self, relation: Relation) -> Option<Caveat<'a>> {
        let exact = self.all().all(|outcome| outcome.quantity.bound == Bound::Exact);
        // Figures that speak for different parts of a college are not ranked, whatever their bounds.
        let one_scope = self.agree(|outcome| outcome.scope);
        if relation != Relation::Same || exact || !self.is_of_one_unit() || !one_scope {
            return None;
        }
        Some(if self.is_ordered() {
            Caveat::DifferenceOpen
        } else {
            Caveat::OrderOpen
        })
    }

    /// Whether every two outcomes have a certain order.
    fn is_ordered(&self) -> bool {
        let all: Vec<_> = self.all().collect();
        let pairs = || {
            all.iter()
                .enumerate()
                .flat_map(|(at, a)| all[at + 1..].iter().map(move |b| (a, b)))
        };
        pairs().all(|(a, b)| order(a, b).is_some())
    }

    fn is_of_one_unit(&self) -> bool {
        self.agree(|outcome| unit::kind(&outcome.quantity.unit))
    }

    fn units(&self, relation: Relation) -> Option<Caveat<'a>> {
        (relation == Relation::Same && !self.is_of_one_unit())
            .then(|| Caveat::Units(self.statements(|outcome| outcome.quantity.unit.clone())))
    }
}
