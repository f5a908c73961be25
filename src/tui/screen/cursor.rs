//! Where the cursor surely is, and the cheapest way from there to a cell.
//!
//! Knows positions and byte counts only. A position is forgotten as soon as two terminals could disagree on it.

use std::io::Write;

use super::grid::ScreenCell;
use super::sgr::Pen;

/// More line feeds than this are no shorter than CUP.
const LINE_FEEDS: u16 = 6;

/// The cursor's column and row, each only if every terminal agrees on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cursor {
    column: Option<usize>,
    row: Option<u16>,
}

impl Cursor {
    pub(crate) fn at(column: usize, row: u16) -> Self {
        Self {
            column: Some(column),
            row: Some(row),
        }
    }

    /// Follows a glyph of `least` to `most` cells. At the right edge some terminals wait there, others have
    /// wrapped: the column is lost; a glyph that may not fit can cost the row as well.
    pub(crate) fn step(&mut self, least: u8, most: u8, columns: usize) {
        let before = self.column;
        self.column = before
            .map(|x| x + usize::from(least))
            .filter(|&x| least == most && x < columns);
        if before.is_none_or(|x| x + usize::from(most) > columns) {
            self.row = None;
        }
    }

    /// Moves to a cell. `row` holds the cells of that row as they will be, so that an unchanged gap may simply be
    /// written again with `pen`; empty if it must not.
    pub(crate) fn go(&mut self, x: usize, y: u16, row: &[ScreenCell], pen: Pen, out: &mut Vec<u8>) {
        if *self == Self::at(x, y) {
            return;
        }
        let ways = [
            self.along(x, y),
            self.below(x, y),
            self.via_margin(x, y),
            self.by_column(x, y),
            self.over(x, y, row, pen),
        ];
        let way =
            ways.into_iter().flatten().fold(
                absolute(x, y),
                |best, way| {
                    if way.len() < best.len() { way } else { best }
                },
            );
        out.extend_from_slice(&way);
        *self = Self::at(x, y);
    }

    /// Left or right in the same row (CUB, CUF).
    fn along(self, x: usize, y: u16) -> Option<Vec<u8>> {
        let from = self.column.filter(|_| self.row == Some(y))?;
        Some(sideways(from, x))
    }

    /// To a row below by line feeds, which in raw mode keep the column, and left or right there.
    fn below(self, x: usize, y: u16) -> Option<Vec<u8>> {
        let from = self.column?;
        let mut way = self.line_feeds(y).filter(|feeds| !feeds.is_empty())?;
        way.extend(sideways(from, x));
        Some(way)
    }

    /// Back to the margin, in this row or one below, and right from there.
    fn via_margin(self, x: usize, y: u16) -> Option<Vec<u8>> {
        let mut way = b"\r".to_vec();
        way.extend(self.line_feeds(y)?);
        way.extend(by(x, 'C'));
        Some(way)
    }

    /// To the column by its number (CHA), in this row or one below.
    fn by_column(self, x: usize, y: u16) -> Option<Vec<u8>> {
        let mut way = self.line_feeds(y)?;
        way.extend(format!("\x1b[{}G", x + 1).into_bytes());
        Some(way)
    }

    /// The line feeds from the cursor's row to `y`, if that is not above it.
    fn line_feeds(self, y: u16) -> Option<Vec<u8>> {
        let down = y.checked_sub(self.row?)?;
        (down <= LINE_FEEDS).then(|| vec![b'\n'; down.into()])
    }

    /// Over the cells in between by writing them again.
    fn over(self, x: usize, y: u16, row: &[ScreenCell], pen: Pen) -> Option<Vec<u8>> {
        let from = self.column.filter(|_| self.row == Some(y))?;
        let gap = row.get(from..x).filter(|gap| gap.len() <= 8)?;
        let whole = gap.first().is_some_and(|spot| spot.width > 0);
        if !whole
            || gap
                .iter()
                .any(|spot| spot.width > 0 && (!spot.suits(pen) || !spot.is_agreed() || spot.link > 0))
        {
            return None;
        }
        Some(
            gap.iter()
                .filter(|spot| spot.width > 0)
                .flat_map(|spot| spot.symbol().bytes())
                .collect(),
        )
    }
}

/// CUP, with the parameters that are 1 left out.
fn absolute(x: usize, y: u16) -> Vec<u8> {
    let mut way = b"\x1b[".to_vec();
    // Writing to a Vec cannot fail.
    let _ = match (x, y) {
        (0, 0) => write!(way, "H"),
        (0, y) => write!(way, "{}H", y + 1),
        (x, 0) => write!(way, ";{}H", x + 1),
        (x, y) => write!(way, "{};{}H", y + 1, x + 1),
    };
    way
}

/// Left or right within a row; a backspace is a third of CUB.
fn sideways(from: usize, to: usize) -> Vec<u8> {
    match from.checked_sub(to) {
        None => by(to - from, 'C'),
        Some(left @ ..=3) => vec![8; left],
        Some(left) => by(left, 'D'),
    }
}

/// A relative move; a count of 1 is left out.
fn by(count: usize, direction: char) -> Vec<u8> {
    match count {
        0 => Vec::new(),
        1 => format!("\x1b[{direction}").into_bytes(),
        _ => format!("\x1b[{count}{direction}").into_bytes(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(from: Cursor, x: usize, y: u16) -> String {
        let mut out = Vec::new();
        let mut cursor = from;
        cursor.go(x, y, &[], Pen::default(), &mut out);
        assert_eq!(cursor, Cursor::at(x, y));
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn takes_the_cheapest_way() {
        assert_eq!(way(Cursor::default(), 0, 0), "\x1b[H");
        assert_eq!(way(Cursor::default(), 11, 4), "\x1b[5;12H");
        assert_eq!(way(Cursor::at(3, 4), 3, 4), "");
        assert_eq!(way(Cursor::at(3, 4), 4, 4), "\x1b[C");
        assert_eq!(way(Cursor::at(3, 4), 40, 4), "\x1b[37C");
        assert_eq!(way(Cursor::at(3, 4), 0, 4), "\r");
        assert_eq!(way(Cursor::at(3, 4), 0, 5), "\r\n");
        assert_eq!(way(Cursor::at(30, 11), 12, 12), "\n\x1b[18D");
        assert_eq!(way(Cursor::at(30, 11), 30, 12), "\n");
        assert_eq!(way(Cursor::at(130, 11), 4, 12), "\n\x1b[5G");
        assert_eq!(way(Cursor::at(30, 11), 30, 14), "\n\n\n");
        assert_eq!(way(Cursor::at(30, 11), 0, 9), "\x1b[10H");
        assert_eq!(way(Cursor::at(30, 11), 28, 11), "\x08\x08");
    }

    #[test]
    fn a_disputed_glyph_loses_the_column() {
        let mut cursor = Cursor::at(10, 11);
        cursor.step(1, 2, 80);
        assert_eq!(
            cursor,
            Cursor {
                column: None,
                row: Some(11)
            }
        );
        assert_eq!(way(cursor, 11, 11), "\x1b[12G");
    }

    #[test]
    fn the_right_edge_loses_the_column_and_an_overhang_the_row() {
        let mut cursor = Cursor::at(78, 3);
        cursor.step(2, 2, 80);
        assert_eq!(
            cursor,
            Cursor {
                column: None,
                row: Some(3)
            }
        );
        let mut cursor = Cursor::at(79, 3);
        cursor.step(1, 2, 80);
        assert_eq!(cursor, Cursor::default());
    }
}
