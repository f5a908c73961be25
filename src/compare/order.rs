//! The order of two outcomes, and their difference, where the print leaves them certain.

use std::cmp::Ordering;

use super::{Interval, unit};
use crate::model::{Bound, Outcome};

/// How `a` stands to `b`; none unless they share a metric and a unit and their bounds leave no doubt.
pub(crate) fn order(a: &Outcome, b: &Outcome) -> Option<Ordering> {
    let order = || Interval::of(a).order(Interval::of(b));
    comparable(a, b).then(order).flatten()
}

/// `a` less `b` in base units; none unless both are exact and share a metric and a unit.
pub(crate) fn difference(a: &Outcome, b: &Outcome) -> Option<f64> {
    let exact = |outcome: &Outcome| outcome.quantity.bound == Bound::Exact;
    let difference = a.quantity.value - b.quantity.value;
    // Percents and money are printed with a few decimals; what is finer comes from binary fractions.
    (comparable(a, b) && exact(a) && exact(b)).then_some((difference * 1e6).round() / 1e6)
}

fn comparable(a: &Outcome, b: &Outcome) -> bool {
    a.metric.is_some() && a.metric == b.metric && unit::kind(&a.quantity.unit) == unit::kind(&b.quantity.unit)
}
