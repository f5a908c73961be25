//! What all subjects state and name, by what it counts.
//!
//! A group is a family, or a metric that has none; nothing outside a group can share a row with anything in it.

use super::relation::{OutcomeCells, SubjectLists};
use std::collections::{BTreeMap, HashMap};

use super::{Caveat, CompareRow, Relation, pair};
use crate::model::{Atlas, College, FamilyIx, MetricIx, Outcome, Recognition, ThemeIx};

/// A family with its metrics, or one metric without a family.
pub(super) struct MetricGroup<'a> {
    /// Where it is listed: the family's theme, else the metric's.
    pub(super) theme: ThemeIx,
    family: Option<FamilyIx>,
    metrics: Vec<(MetricIx, OutcomeCells<'a>)>,
    named: SubjectLists<&'a Recognition>,
}

/// All groups of which some subject states or names something: in the order of their first metrics, then those of
/// which nothing is counted.
pub(super) fn groups<'a>(atlas: &'a Atlas, subjects: &[&'a College]) -> Vec<MetricGroup<'a>> {
    let mut groups: Vec<MetricGroup<'a>> = Vec::new();
    let mut families: HashMap<FamilyIx, usize> = HashMap::new();
    let mut named = by_family(subjects);
    for (metric, cells) in by_metric(subjects) {
        let family = atlas.metric(metric).family;
        match family.and_then(|family| families.get(&family)) {
            Some(&at) => groups[at].metrics.push((metric, cells)),
            None => {
                family.map(|family| families.insert(family, groups.len()));
                groups.push(MetricGroup {
                    theme: family.map_or(atlas.metric(metric).theme, |family| atlas.family(family).theme),
                    family,
                    metrics: vec![(metric, cells)],
                    named: family
                        .and_then(|family| named.remove(&family))
                        .unwrap_or_else(|| none_of(subjects)),
                });
            }
        }
    }
    groups.extend(named.into_iter().map(|(family, named)| MetricGroup {
        theme: atlas.family(family).theme,
        family: Some(family),
        metrics: Vec::new(),
        named,
    }));
    groups
}

/// An empty list for each subject.
fn none_of<T: Clone>(subjects: &[&College]) -> SubjectLists<T> {
    vec![Vec::new(); subjects.len()]
}

fn by_metric<'a>(subjects: &[&'a College]) -> BTreeMap<MetricIx, OutcomeCells<'a>> {
    let mut all: BTreeMap<MetricIx, OutcomeCells<'a>> = BTreeMap::new();
    for (subject, college) in subjects.iter().enumerate() {
        let measured = college
            .outcomes
            .iter()
            .filter_map(|outcome| Some((outcome.metric?, outcome)));
        for (metric, outcome) in measured {
            let cells = all.entry(metric).or_insert_with(|| none_of(subjects));
            cells[subject].push(outcome);
        }
    }
    all
}

/// What is named and counted by no outcome.
fn by_family<'a>(subjects: &[&'a College]) -> BTreeMap<FamilyIx, SubjectLists<&'a Recognition>> {
    let mut all: BTreeMap<FamilyIx, SubjectLists<&'a Recognition>> = BTreeMap::new();
    for (subject, college) in subjects.iter().enumerate() {
        for recognition in college.recognitions.iter().filter(|fact| fact.outcome.is_none()) {
            let Some(family) = recognition.family else {
                continue;
            };
            let lists = all.entry(family).or_insert_with(|| none_of(subjects));
            lists[subject].push(recognition);
        }
    }
    all
}

impl<'a> MetricGroup<'a> {
    /// The rows of the group: a same row for each pairing, then either one related row with all that is left or, when
    /// one subject alone has anything at all, a row for each outcome and one for what is named.
    pub(super) fn rows(self, subjects: &[&'a College]) -> Vec<CompareRow<'a>> {
        let (theme, family) = (self.theme, self.family);
        let one = match self.metrics[..] {
            [(metric, _)] if family.is_none() => Some(metric),
            _ => None,
        };
        let row = |relation, metric, cells, named| CompareRow {
            theme,
            relation,
            metric,
            family,
            caveats: Caveat::of(relation, &cells, subjects),
            cells,
            named,
        };
        let mut rows = Vec::new();
        let mut left: OutcomeCells<'a> = none_of(subjects);
        let mut multiples: OutcomeCells<'a> = none_of(subjects);
        for (metric, mut cells) in self.metrics {
            for (cell, multiples) in cells.iter_mut().zip(&mut multiples) {
                multiples.extend(cell.extract_if(.., |outcome| is_multiple(outcome)));
            }
            let (paired, rest) = pair::pair(cells);
            let paired = paired.into_iter();
            rows.extend(paired.map(|cells| row(Relation::Same, Some(metric), cells, none_of(subjects))));
            left.iter_mut()
                .zip(rest)
                .for_each(|(left, rest)| left.extend(rest));
        }
        let left_over = left.iter().zip(&self.named);
        let speaking = left_over
            .filter(|(cell, named)| !cell.is_empty() || !named.is_empty())
            .count();
        if speaking > 1 || (speaking == 1 && !rows.is_empty()) {
            rows.push(row(Relation::Related, one, left, self.named));
        } else {
            let figures = alone(left);
            rows.extend(
                figures.map(|(metric, cells)| row(Relation::Alone, metric, cells, none_of(subjects))),
            );
            if self.named.iter().any(|named| !named.is_empty()) {
                rows.push(row(Relation::Alone, None, none_of(subjects), self.named));
            }
        }
        rows.extend(
            alone(multiples).map(|(metric, cells)| row(Relation::Alone, metric, cells, none_of(subjects))),
        );
        rows
    }
}

/// 3倍 says how a figure stands to an earlier one of the same college, and nothing about anybody else's.
fn is_multiple(outcome: &Outcome) -> bool {
    &*outcome.quantity.unit == "倍"
}

fn alone(cells: OutcomeCells<'_>) -> impl Iterator<Item = (Option<MetricIx>, OutcomeCells<'_>)> {
    let subjects = cells.len();
    cells.into_iter().enumerate().flat_map(move |(subject, cell)| {
        cell.into_iter().map(move |outcome| {
            let mut cells = vec![Vec::new(); subjects];
            cells[subject].push(outcome);
            (outcome.metric, cells)
        })
    })
}
