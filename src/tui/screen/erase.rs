//! When to erase the rest of a row and paint again what stands behind the blanks: where that is fewer bytes.
//!
//! EL is the only erasing that is used. ECH, which would leave the rest standing, is counted in characters by some
//! terminals (mlterm) once a row holds wide ones, and leaves part of what was there.

use super::grid::ScreenCell;

/// Bytes of EL.
const ERASE: usize = 3;
/// Bytes of a move within a row, and of a change of pen: what they mostly take.
const MOVE: usize = 5;
const PEN: usize = 7;

/// How many blanks `row` starts with that erasing leaves just so, in one background.
pub(super) fn blanks(row: &[ScreenCell], erases_in_colour: bool) -> usize {
    let ground = row
        .first()
        .filter(|spot| spot.is_blank() && spot.pen.is_ground(erases_in_colour));
    ground.map_or(0, |ground| row.iter().take_while(|spot| *spot == ground).count())
}

/// Whether to erase from the first spot on, which is such a blank.
pub(super) fn pays(old: &[ScreenCell], new: &[ScreenCell]) -> bool {
    let Some(ground) = new.first() else { return false };
    let written = |(was, is): &(&ScreenCell, &ScreenCell)| was != is && *is == ground;
    let saved = old.iter().zip(new).filter(written).count();
    saved > ERASE && saved > ERASE + again(old, new, ground)
}

/// Bytes that what stands unchanged costs when it is painted again on `ground`.
fn again(old: &[ScreenCell], new: &[ScreenCell], ground: &ScreenCell) -> usize {
    let (mut cost, mut last) = (0, ground);
    for (was, is) in old.iter().zip(new).filter(|(_, is)| is.width > 0) {
        if was == is && is != ground {
            cost += is.symbol().len();
            cost += if last == ground { MOVE } else { 0 };
            cost += if last.pen == is.pen { 0 } else { PEN };
        }
        last = is;
    }
    cost
}
