//! What is written of a frame: strokes of one pen, and the order they are written in.
//!
//! Row by row a frame changes colour several times in each row, which takes up to a dozen bytes each time. Pen by pen it
//! moves more often, which takes about six. Neither is always the shorter way, so both are offered. It writes nothing
//! itself.

use std::borrow::Cow;

use super::erase;
use super::grid::ScreenCell;
use super::sgr::Pen;

/// Cells beside each other that one pen writes, or an erasing from a cell to the end of its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stroke {
    pub(crate) row: u16,
    /// The first column, and the one after the last.
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) pen: Pen,
    pub(crate) erases: bool,
    /// Blanks only, which any pen writes that looks the same on them.
    pub(crate) blank: bool,
    /// The hyperlink that its cells belong to; 0 for none.
    pub(crate) link: u16,
    /// A stroke of its row may change what stands behind it: they are right from left to right only.
    in_turn: bool,
}

impl Stroke {
    fn of(row: u16, x: usize, spot: &ScreenCell) -> Self {
        Self {
            row,
            from: x,
            to: x + usize::from(spot.width).max(1),
            pen: spot.pen,
            erases: false,
            blank: spot.is_blank(),
            link: spot.link,
            in_turn: false,
        }
    }

    /// Takes the glyph at column `x` in, if it follows and the same pen writes it.
    fn takes_in(&mut self, x: usize, spot: &ScreenCell) -> bool {
        let turns = self.blank && self.pen == spot.pen.behind_blank();
        let fits = !self.erases && self.to == x && self.link == spot.link && (turns || spot.suits(self.pen));
        if fits {
            self.to += usize::from(spot.width).max(1);
            if turns && !spot.is_blank() {
                (self.pen, self.blank) = (spot.pen, false);
            }
        }
        fits
    }
}

/// Adds what makes a row that shows `old` show `new`.
pub(super) fn plan(
    row: u16,
    old: &[ScreenCell],
    new: &[ScreenCell],
    erases_in_colour: bool,
    strokes: &mut Vec<Stroke>,
) {
    let first = strokes.len();
    let mut shown = Cow::Borrowed(old);
    let (mut x, mut spoilt, mut weighed, mut in_turn) = (0, 0, 0, false);
    while let Some(spot) = new.get(x) {
        if shown[x] != *spot || x < spoilt {
            let blanks = erase::blanks(&new[x..], erases_in_colour);
            if blanks > 0 && x >= weighed {
                weighed = x + blanks;
                if erase::pays(&shown[x..], &new[x..]) {
                    let erases = true;
                    strokes.push(Stroke {
                        erases,
                        ..Stroke::of(row, x, spot)
                    });
                    in_turn |= spot.pen != Pen::default();
                    shown.to_mut()[x..].fill(spot.clone());
                    continue;
                }
            }
            let taken = strokes[first..]
                .last_mut()
                .is_some_and(|last| last.takes_in(x, spot));
            if !taken {
                strokes.push(Stroke::of(row, x, spot));
            }
            spoilt = spoilt.max(x + usize::from(spot.most));
            in_turn |= spot.prepare || !spot.is_agreed();
        }
        x += usize::from(spot.width).max(1);
    }
    for stroke in &mut strokes[first..] {
        stroke.in_turn = in_turn;
    }
}

/// The strokes pen by pen, each from the top down. First those that must stay in turn, then what the plain pen writes:
/// it erases, and what stands behind a blank of an erased row is written after that.
pub(super) fn by_pen(strokes: &[Stroke]) -> Vec<Stroke> {
    let mut pens = vec![Pen::default()];
    for stroke in strokes {
        if !pens.contains(&stroke.pen) {
            pens.push(stroke.pen);
        }
    }
    let mut sorted = strokes.to_vec();
    sorted.sort_by_key(|stroke| match stroke.in_turn {
        true => 0,
        false => 1 + pens.iter().position(|pen| *pen == stroke.pen).unwrap_or(0),
    });
    sorted
}
