//! Widths of table columns, from what they need and what there is.
//!
//! Pure arithmetic on cells; it has never seen a text.

use std::ops::Range;

/// What one column asks for, in cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Need {
    /// Below this the column is of little use.
    pub(crate) min: usize,
    /// With this nothing in it wraps; at least `min`.
    pub(crate) want: usize,
    /// Its share of the cells above all minimums when there are too few for all. 0: only what others leave.
    pub(crate) weight: u16,
}

/// Widths for `needs` side by side, `gap` cells between them, in a line of `width` cells.
///
/// Widths and gaps together never exceed `width`, unless the gaps alone do; no column gets more than it wants. All
/// have their minimum before any has more. When not even that is possible, the widest give way first.
pub(crate) fn solve(needs: &[Need], gap: usize, width: usize) -> Vec<usize> {
    let mut left = width.saturating_sub(gap * needs.len().saturating_sub(1));
    let mut cells = vec![0; needs.len()];
    left = grow(&mut cells, left, |at| needs[at].min.min(needs[at].want), |_| 1);
    left = grow(&mut cells, left, |at| needs[at].want, |at| needs[at].weight);
    grow(&mut cells, left, |at| needs[at].want, |_| 1);
    cells
}

/// Hands out `left` cells by `weight` to those below their `goal`; returns what nobody wanted.
fn grow(
    cells: &mut [usize],
    mut left: usize,
    goal: impl Fn(usize) -> usize,
    weight: impl Fn(usize) -> u16,
) -> usize {
    loop {
        let hungry: Vec<usize> = (0..cells.len())
            .filter(|&at| weight(at) > 0 && cells[at] < goal(at))
            .collect();
        let total: usize = hungry.iter().map(|&at| usize::from(weight(at))).sum();
        if total == 0 || left == 0 {
            return left;
        }
        let round = left;
        for at in hungry {
            let share = (round * usize::from(weight(at)) / total).max(1);
            let given = share.min(goal(at) - cells[at]).min(left);
            cells[at] += given;
            left -= given;
        }
    }
}

/// Which columns beside the first `frozen` are on screen when `offset` of them have been scrolled past.
///
/// As many as fit at their minimum, and at least one if there is one at all: an offset too far shows the last.
pub(crate) fn window(needs: &[Need], frozen: usize, offset: usize, gap: usize, width: usize) -> Range<usize> {
    let frozen = frozen.min(needs.len());
    if frozen == needs.len() {
        return frozen..frozen;
    }
    let start = (frozen + offset).min(needs.len() - 1);
    let cost = |need: &Need| need.min.min(need.want) + gap;
    let mut used: usize = needs[..frozen].iter().map(cost).sum();
    let fitting = needs[start..].iter().take_while(|need| {
        used += cost(need);
        used <= width + gap
    });
    start..start + fitting.count().max(1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn need(min: usize, want: usize, weight: u16) -> Need {
        Need { min, want, weight }
    }

    #[test]
    fn enough_is_enough() {
        assert_eq!(solve(&[need(4, 10, 1), need(4, 6, 1)], 2, 80), [10, 6]);
        assert_eq!(solve(&[], 2, 80), [] as [usize; 0]);
    }

    #[test]
    fn scarce_cells_go_by_weight_after_minimums() {
        assert_eq!(solve(&[need(4, 40, 1), need(4, 40, 3)], 2, 30), [9, 19]);
        assert_eq!(solve(&[need(4, 40, 0), need(4, 40, 1)], 2, 30), [4, 24]);
        assert_eq!(solve(&[need(4, 40, 0), need(4, 8, 1)], 2, 30), [20, 8]);
        assert_eq!(solve(&[need(4, 6, 1), need(4, 40, 1)], 2, 30), [6, 22]);
    }

    #[test]
    fn too_few_cells_are_shared_evenly() {
        assert_eq!(solve(&[need(10, 10, 1), need(2, 10, 1)], 1, 9), [6, 2]);
        assert_eq!(solve(&[need(3, 3, 0), need(3, 3, 0)], 2, 1), [0, 0]);
    }

    #[test]
    fn columns_scroll_past_the_frozen_ones() {
        let needs = [need(10, 20, 1), need(10, 20, 1), need(10, 20, 1), need(10, 20, 1)];
        assert_eq!(window(&needs, 1, 0, 2, 46), 1..4);
        assert_eq!(window(&needs, 1, 0, 2, 45), 1..3);
        assert_eq!(window(&needs, 1, 1, 2, 34), 2..4);
        assert_eq!(window(&needs, 1, 9, 2, 34), 3..4);
        assert_eq!(window(&needs, 1, 0, 2, 5), 1..2);
        assert_eq!(window(&needs, 9, 0, 2, 99), 4..4);
    }

    proptest! {
        #[test]
        fn widths_fit_and_nobody_gets_more_than_he_wants(
            raw in prop::collection::vec((0usize..30, 0usize..60, 0u16..5), 0..6), gap in 0usize..4, width in 0usize..120,
        ) {
            let needs: Vec<Need> = raw.into_iter().map(|(min, want, weight)| need(min, want.max(min), weight)).collect();
            let cells = solve(&needs, gap, width);
            let room = width.saturating_sub(gap * needs.len().saturating_sub(1));
            let wanted: usize = needs.iter().map(|need| need.want).sum();
            prop_assert_eq!(cells.iter().sum::<usize>(), room.min(wanted));
            prop_assert!(cells.iter().zip(&needs).all(|(cells, need)| *cells <= need.want));
            if needs.iter().map(|need| need.min).sum::<usize>() <= room {
                prop_assert!(cells.iter().zip(&needs).all(|(cells, need)| *cells >= need.min));
            }
        }

        #[test]
        fn a_window_lies_within(count in 0usize..6, frozen in 0usize..7, offset in 0usize..7, width in 0usize..90) {
            let needs = vec![need(8, 12, 1); count];
            let shown = window(&needs, frozen, offset, 2, width);
            prop_assert!(shown.start >= frozen.min(count) && shown.end <= count);
            prop_assert_eq!(shown.is_empty(), frozen >= count);
        }
    }
}
