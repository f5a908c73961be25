//! One row of a comparison.

use super::relation::Relation;
use super::{Caveat, unit};
use crate::{
    lang::Lang,
    model::{Atlas, FamilyIx, MetricIx, Outcome, Recognition, ThemeIx},
};

/// One row: what it is about, and for each subject what stands there.
#[derive(Clone, Debug)]
pub struct CompareRow<'a> {
    /// The theme it is listed under.
    pub(crate) theme: ThemeIx,
    /// What makes it a row.
    pub relation: Relation,
    /// The metric of every outcome on it; none on the row of a family.
    pub(crate) metric: Option<MetricIx>,
    /// The family of every outcome on it, if they have one.
    pub(crate) family: Option<FamilyIx>,
    /// One list for each subject: at most one outcome unless the row is related; empty means not stated.
    pub(crate) cells: Vec<Vec<&'a Outcome>>,
    /// One list for each subject: what its article names of the family without a numeral. Never counted.
    pub(crate) named: Vec<Vec<&'a Recognition>>,
    /// What must be said with it.
    pub(crate) caveats: Vec<Caveat<'a>>,
}

impl<'a> CompareRow<'a> {
    /// What the row is called: its metric on a same row, its family on a related one, the outcome's own label when
    /// it stands alone.
    pub(crate) fn label<'b>(&'b self, atlas: &'b Atlas, lang: Lang) -> &'b str {
        let metric = || self.metric.map(|ix| &atlas.metric(ix).name);
        let family = || self.family.map(|ix| &atlas.family(ix).name);
        let name = match self.relation {
            Relation::Same => metric(),
            Relation::Related => family().or_else(metric),
            Relation::Alone => match self.outcomes().next() {
                Some((_, outcome)) => Some(&outcome.label),
                None => family(),
            },
        };
        name.map_or("", |name| name.get(lang))
    }

    /// What its figures count: the metric's definition on a same row, the family's on any other; none on the row of a
    /// figure that stands alone.
    pub(crate) fn definition<'b>(&self, atlas: &'b Atlas, lang: Lang) -> Option<&'b str> {
        let definition = match (self.relation, self.metric, self.family) {
            (Relation::Alone, ..) if self.outcomes().next().is_some() => return None,
            (Relation::Same, Some(metric), _) | (_, Some(metric), None) => &atlas.metric(metric).definition,
            (_, _, Some(family)) => &atlas.family(family).definition,
            (_, None, None) => return None,
        };
        Some(definition.get(lang))
    }

    /// Whether `subject` states or names nothing here.
    pub(crate) fn is_empty(&self, subject: usize) -> bool {
        self.cells[subject].is_empty() && self.named[subject].is_empty()
    }

    /// The only subject that states or names anything here, if there is only one.
    pub(crate) fn only(&self) -> Option<usize> {
        let mut speaking = (0..self.cells.len()).filter(|&subject| !self.is_empty(subject));
        speaking.next().filter(|_| speaking.next().is_none())
    }

    /// Every outcome on the row with the place of its subject, subjects from left to right.
    pub fn outcomes(&self) -> impl Iterator<Item = (usize, &'a Outcome)> {
        let cell = |(subject, cell): (usize, &Vec<&'a Outcome>)| {
            let cell = cell.clone();
            cell.into_iter().map(move |outcome| (subject, outcome))
        };
        self.cells.iter().enumerate().flat_map(cell)
    }

    /// The only outcome of `subject` on a same or alone row.
    pub(crate) fn one(&self, subject: usize) -> Option<&'a Outcome> {
        self.cells.get(subject)?.first().copied()
    }

    /// Whether the subjects differ here. A same row does unless every subject states the same quantity with the same
    /// bound. Any other row does: on an alone row all but one state nothing, and the counts of a related row are
    /// different counts, which nothing can make equal.
    pub(crate) fn differs(&self) -> bool {
        let stated = |subject| self.one(subject).map(|outcome| &outcome.quantity);
        let alike = || (1..self.cells.len()).all(|subject| stated(subject) == stated(0));
        self.relation != Relation::Same || !alike()
    }

    /// Whether more than one subject states something here, so that there is something to lay beside it.
    pub(crate) fn is_comparing(&self) -> bool {
        self.cells.iter().filter(|cell| !cell.is_empty()).count() > 1
    }

    /// Whether the figures may be set against each other by size: one metric, for the same parts of a college and the
    /// same printed time, in one unit, and the order is certain.
    pub(crate) fn is_rankable(&self) -> bool {
        self.relation == Relation::Same && self.is_comparing() && Caveat::allow_ranking(&self.caveats)
    }

    /// How long the bar of each subject is, as a fraction of the longest on the row; only on same rows in one unit.
    /// A bar shows the printed number; what its bound leaves open is for the caveats to say.
    pub(crate) fn scale(&self) -> Option<Vec<Option<f64>>> {
        let present = || self.outcomes().map(|(_, outcome)| &outcome.quantity);
        let one = unit::kind(&present().next()?.unit);
        let longest = present().map(|quantity| quantity.value).fold(0.0, f64::max);
        let fit = present().all(|quantity| unit::kind(&quantity.unit) == one && quantity.value >= 0.0);
        let drawn = self.relation == Relation::Same && fit && longest > 0.0;
        let fraction = |cell: &Vec<&Outcome>| cell.first().map(|outcome| outcome.quantity.value / longest);
        drawn.then(|| self.cells.iter().map(fraction).collect())
    }
}
