//! Which outcomes of one metric share a row when a subject states it more than once.
//!
//! Equal periods first, then the order of the files. What only one subject has left over is handed back.

use super::period::PeriodKey;
use super::relation::OutcomeCells;
use crate::model::Outcome;

/// Rows on which at least two subjects state the metric, and what is left of at most one of them.
pub(super) fn pair(mut left: OutcomeCells<'_>) -> (Vec<OutcomeCells<'_>>, OutcomeCells<'_>) {
    let mut rows = Vec::new();
    while let Some(key) = shared(&left) {
        rows.push(take(&mut left, |outcome| PeriodKey::of(outcome) == Some(key)));
    }
    fill(&mut rows, &mut left);
    while left.iter().filter(|cell| !cell.is_empty()).count() > 1 {
        rows.push(take(&mut left, |_| true));
    }
    (rows, left)
}

/// The first period that two subjects still have in common.
fn shared<'a>(left: &OutcomeCells<'a>) -> Option<PeriodKey<'a>> {
    let has = |cell: &Vec<&Outcome>, key| cell.iter().any(|outcome| PeriodKey::of(outcome) == Some(key));
    left.iter().enumerate().find_map(|(at, cell)| {
        cell.iter()
            .filter_map(|outcome| PeriodKey::of(outcome))
            .find(|&key| left[at + 1..].iter().any(|other| has(other, key)))
    })
}

/// Takes from each subject its first outcome that fits.
fn take<'a>(left: &mut OutcomeCells<'a>, fits: impl Fn(&'a Outcome) -> bool) -> OutcomeCells<'a> {
    left.iter_mut()
        .map(|cell| {
            let at = cell.iter().position(|outcome| fits(outcome));
            at.map(|at| cell.remove(at)).into_iter().collect()
        })
        .collect()
}

/// Lets a subject that states the metric for another period stand on a row that lacks it; the caveats say so.
fn fill<'a>(rows: &mut [OutcomeCells<'a>], left: &mut OutcomeCells<'a>) {
    for row in rows {
        for (cell, left) in row.iter_mut().zip(left.iter_mut()) {
            if cell.is_empty() && !left.is_empty() {
                cell.push(left.remove(0));
            }
        }
    }
}
