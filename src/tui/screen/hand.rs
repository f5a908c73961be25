//! Writing strokes: moves, changes of pen and text as bytes.
//!
//! Knows where the cursor is and what the pen looks like, and nothing of what the terminal shows.

use super::cursor::Cursor;
use super::grid::{CellGrid, ScreenCell};
use super::links::Links;
use super::sgr::Pen;
use super::strokes::Stroke;

/// The cursor and the pen.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Hand {
    pub(crate) cursor: Cursor,
    pub(crate) pen: Pen,
}

impl Hand {
    /// The bytes of `strokes` in this order, the text of which `grid` holds, and the hand after them.
    pub(crate) fn written(mut self, strokes: &[Stroke], grid: &CellGrid, links: &Links) -> (Vec<u8>, Self) {
        let mut out = Vec::new();
        for stroke in strokes {
            self.go(stroke.from, stroke.row, grid.row(stroke.row), &mut out);
            let linked = stroke.link > 0;
            if linked {
                out.extend(links.sequence(stroke.link).into_bytes());
            }
            self.stroke(stroke, grid.row(stroke.row), &mut out);
            if linked {
                out.extend(links.sequence(0).into_bytes());
            }
        }
        (out, self)
    }

    /// Moves to a cell; `row` as in [`Cursor::go`].
    pub(crate) fn go(&mut self, x: usize, y: u16, row: &[ScreenCell], out: &mut Vec<u8>) {
        self.cursor.go(x, y, row, self.pen, out);
    }

    fn stroke(&mut self, stroke: &Stroke, row: &[ScreenCell], out: &mut Vec<u8>) {
        if stroke.erases {
            self.pen.switch(stroke.pen, out);
            return out.extend_from_slice(b"\x1b[K");
        }
        if !(stroke.blank && stroke.pen == self.pen.behind_blank()) {
            self.pen.switch(stroke.pen, out);
        }
        let mut x = stroke.from;
        while x < stroke.to {
            self.go(x, stroke.row, row, out);
            self.glyph(x, stroke.row, &row[x], row.len(), out);
            x += usize::from(row[x].width).max(1);
        }
    }

    /// Writes one glyph where the cursor is. Where a terminal may leave one of its cells as it was, both are blanked
    /// first.
    fn glyph(&mut self, x: usize, y: u16, spot: &ScreenCell, columns: usize, out: &mut Vec<u8>) {
        if spot.prepare {
            out.extend(std::iter::repeat_n(b' ', spot.width.into()));
            self.cursor.step(spot.width, spot.width, columns);
            self.go(x, y, &[], out);
        }
        out.extend_from_slice(spot.symbol().as_bytes());
        self.cursor.step(spot.least, spot.most, columns);
    }
}
