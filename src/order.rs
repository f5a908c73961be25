//! In which order colleges stand, and under which headings.
//!
//! Owns sorting and grouping. It compares values of one metric only, keeps figures of a department and of a whole
//! college under headings of their own, and puts what is not stated last, whichever way round. First is no better
//! than last.

mod province;

pub(crate) use province::{printed_province, province_in_front};

use std::cmp::Ordering;

use crate::{
    lang::{Bilingual, Lang},
    model::{Atlas, College, CollegeIx, MetricIx, Outcome, Scope, words},
};

/// What decides the order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OrderBy {
    /// The order they were loaded in, by id.
    #[default]
    Loaded,
    /// The pinyin of the name.
    Name,
    /// The province, in the order of GB/T 2260; by name within one.
    Province,
    /// The value of a metric, the largest first; by name where values are equal.
    Metric(MetricIx),
}

impl OrderBy {
    /// What it goes by.
    pub(crate) fn word(self, atlas: &Atlas, lang: Lang) -> &str {
        match self {
            Self::Loaded => lang.pick("编号", "id"),
            Self::Name => lang.pick("校名拼音", "name in pinyin"),
            Self::Province => lang.pick("省份", "province"),
            Self::Metric(ix) => atlas.metric(ix).name.get(lang),
        }
    }
}

/// An order and its direction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Order {
    /// What decides.
    pub(crate) by: OrderBy,
    /// The other way round; what is not stated stays last.
    pub(crate) reversed: bool,
}

/// What a group of colleges stands under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Head {
    Province(Bilingual),
    /// Figures that speak for this much of a college.
    Scope(Scope),
    /// No province, or no figure, is stated.
    NotStated,
}

impl Head {
    /// The heading in `lang`.
    pub(crate) fn word(&self, lang: Lang) -> &str {
        match self {
            Self::Province(name) => name.get(lang),
            Self::Scope(scope) => scope.word(lang),
            Self::NotStated => words::unstated(lang),
        }
    }
}

/// Colleges that stand together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct CollegeGroup {
    /// Their heading; none where the order makes no groups.
    pub(crate) head: Option<Head>,
    /// From first to last; never empty where there is a heading.
    pub(crate) colleges: Vec<CollegeIx>,
}

/// Every college of `atlas` in `order`.
pub(crate) fn arrange(atlas: &Atlas, order: Order) -> Vec<CollegeGroup> {
    let mut all: Vec<_> = atlas.all().collect();
    match order.by {
        OrderBy::Loaded => turn(&mut all, order.reversed),
        OrderBy::Name => {
            all.sort_by(|a, b| name(atlas, *a).cmp(&name(atlas, *b)));
            turn(&mut all, order.reversed);
        }
        OrderBy::Province => return grouped(atlas, all, order.reversed, province, |_, _| Ordering::Equal),
        OrderBy::Metric(metric) => {
            let value = |ix: CollegeIx| figure(atlas.college(ix), metric).map_or(0.0, |of| of.quantity.value);
            let larger = |a, b| value(b).total_cmp(&value(a));
            let scope = |college: &College| figure(college, metric).map(|of| Head::Scope(of.scope));
            return grouped(atlas, all, order.reversed, scope, larger);
        }
    }
    vec![CollegeGroup {
        head: None,
        colleges: all,
    }]
}

/// The figure of `metric` that `college` is placed by: of the whole college before that of a department, then the
/// latest year printed, then the first in the dossier.
pub(crate) fn figure(college: &College, metric: MetricIx) -> Option<&Outcome> {
    let rank = |outcome: &Outcome| {
        let year = outcome.period.as_ref().and_then(|period| period.year);
        (outcome.scope == Scope::College, year)
    };
    let stated = college
        .outcomes
        .iter()
        .filter(|outcome| outcome.metric == Some(metric));
    stated.reduce(|best, next| if rank(next) > rank(best) { next } else { best })
}

/// How many colleges state each metric, by its place in the atlas.
pub(crate) fn stated(atlas: &Atlas) -> Vec<usize> {
    let mut counts = vec![(0, None); atlas.metrics.len()];
    for (at, college) in atlas.colleges.iter().enumerate() {
        for metric in college.outcomes.iter().filter_map(|outcome| outcome.metric) {
            let (count, last) = &mut counts[metric.at()];
            *count += usize::from(last.replace(at) != Some(at));
        }
    }
    counts.into_iter().map(|(count, _)| count).collect()
}

fn province(college: &College) -> Option<Head> {
    college.province.clone().map(Head::Province)
}

/// Colleges under their heads, in the order of the heads; those without one last.
fn grouped(
    atlas: &Atlas,
    mut all: Vec<CollegeIx>,
    reversed: bool,
    head: impl Fn(&College) -> Option<Head>,
    within: impl Fn(CollegeIx, CollegeIx) -> Ordering,
) -> Vec<CollegeGroup> {
    all.sort_by(|a, b| {
        let order = within(*a, *b).then_with(|| name(atlas, *a).cmp(&name(atlas, *b)));
        if reversed { order.reverse() } else { order }
    });
    let mut groups: Vec<CollegeGroup> = Vec::new();
    for ix in all {
        let head = Some(head(atlas.college(ix)).unwrap_or(Head::NotStated));
        match groups.iter_mut().find(|group| group.head == head) {
            Some(group) => group.colleges.push(ix),
            None => groups.push(CollegeGroup {
                head,
                colleges: vec![ix],
            }),
        }
    }
    groups.sort_by(|a, b| between(a, b, reversed));
    groups
}

/// Provinces as their codes stand, turned round with the rest; whole colleges before departments, always.
fn between(a: &CollegeGroup, b: &CollegeGroup, reversed: bool) -> Ordering {
    match (&a.head, &b.head) {
        (Some(Head::Province(a)), Some(Head::Province(b))) => {
            let order = province::province_rank(a).cmp(&province::province_rank(b));
            if reversed { order.reverse() } else { order }
        }
        _ => rank(a).cmp(&rank(b)),
    }
}

fn rank(group: &CollegeGroup) -> u8 {
    match group.head {
        None | Some(Head::Province(_) | Head::Scope(Scope::College)) => 0,
        Some(Head::Scope(Scope::Unit)) => 1,
        Some(Head::NotStated) => 2,
    }
}

fn name(atlas: &Atlas, ix: CollegeIx) -> (&str, CollegeIx) {
    (&atlas.college(ix).name.pinyin, ix)
}

fn turn(all: &mut [CollegeIx], reversed: bool) {
    if reversed {
        all.reverse();
    }
}

#[cfg(test)]
mod tests;
