//! The outcomes of all subjects by what they count.
//!
//! A group is a family, or a metric that has none; nothing outside a group can share a row with anything in it.

use std::collections::{BTreeMap, HashMap};

use super::{Caveat, Relation, Row, pair};
use crate::model::{Atlas, College, FamilyIx, MetricIx, Outcome, ThemeIx};

/// One list of outcomes for each subject.
pub(super) type Cells<'a> = Vec<Vec<&'a Outcome>>;

/// A family with its metrics, or one metric without a family.
pub(super) struct Group<'a> {
    /// Where it is listed: the family's theme, else the metric's.
    pub(super) theme: ThemeIx,
    family: Option<FamilyIx>,
    metrics: Vec<(MetricIx, Cells<'a>)>,
}

/// All groups of which some subject states something, in the order of their first metrics.
pub(super) fn groups<'a>(atlas: &'a Atlas, subjects: &[&'a College]) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    let mut families: HashMap<FamilyIx, usize> = HashMap::new();
    for (metric, cells) in by_metric(subjects) {
        let family = atlas.metric(metric).family;
        match family.and_then(|family| families.get(&family)) {
            Some(&at) => groups[at].metrics.push((metric, cells)),
            None => {
                family.map(|family| families.insert(family, groups.len()));
                groups.push(Group {
                    theme: family.map_or(atlas.metric(metric).theme, |family| atlas.family(family).theme),
                    family,
                    metrics: vec![(metric, cells)],
                });
            }
        }
    }
    groups
}

fn by_metric<'a>(subjects: &[&'a College]) -> BTreeMap<MetricIx, Cells<'a>> {
    let mut all: BTreeMap<MetricIx, Cells<'a>> = BTreeMap::new();
    for (subject, college) in subjects.iter().enumerate() {
        for outcome in &college.outcomes {
            let cells = all
                .entry(outcome.metric)
                .or_insert_with(|| vec![Vec::new(); subjects.len()]);
            cells[subject].push(outcome);
        }
    }
    all
}

impl<'a> Group<'a> {
    /// The rows of the group: a same row for each pairing, then either one related row with all that is left or, when
    /// one subject alone has anything at all, a row for each outcome.
    pub(super) fn rows(self, subjects: &[&'a College]) -> Vec<Row<'a>> {
        let (theme, family) = (self.theme, self.family);
        let one = (self.metrics.len() == 1 && family.is_none()).then(|| self.metrics[0].0);
        let row = |relation, metric, cells| Row {
            theme,
            relation,
            metric,
            family,
            caveats: Caveat::of(relation, &cells, subjects),
            cells,
        };
        let mut rows = Vec::new();
        let mut left: Cells<'a> = vec![Vec::new(); subjects.len()];
        for (metric, cells) in self.metrics {
            let (paired, rest) = pair::pair(cells);
            rows.extend(
                paired
                    .into_iter()
                    .map(|cells| row(Relation::Same, Some(metric), cells)),
            );
            left.iter_mut()
                .zip(rest)
                .for_each(|(left, rest)| left.extend(rest));
        }
        let speaking = left.iter().filter(|cell| !cell.is_empty()).count();
        if speaking > 1 || (speaking == 1 && !rows.is_empty()) {
            rows.push(row(Relation::Related, one, left));
        } else {
            rows.extend(alone(left).map(|(metric, cells)| row(Relation::Alone, Some(metric), cells)));
        }
        rows
    }
}

fn alone(cells: Cells<'_>) -> impl Iterator<Item = (MetricIx, Cells<'_>)> {
    let subjects = cells.len();
    cells.into_iter().enumerate().flat_map(move |(subject, cell)| {
        cell.into_iter().map(move |outcome| {
            let mut cells = vec![Vec::new(); subjects];
            cells[subject].push(outcome);
            (outcome.metric, cells)
        })
    })
}
