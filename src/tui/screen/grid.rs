//! The cells of a frame as the terminal will hold them.
//!
//! A row of a [`CellGrid`] is a row of the buffer made consistent: no half glyph, no glyph over the edge, no control character, no colour
//! the terminal lacks, and blanks that look alike are alike. It knows nothing of bytes.

use std::borrow::Cow;

use compact_str::CompactString;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::glyph::{GlyphExtent, Widths};
use super::sgr::{Depth, Pen};
use crate::text::width::Policy;

/// One cell: the lead of a glyph, or (`width` 0) a cell that the glyph before it covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ScreenCell {
    symbol: CompactString,
    pub(crate) pen: Pen,
    pub(crate) width: u8,
    pub(crate) least: u8,
    pub(crate) most: u8,
    pub(crate) prepare: bool,
    /// The hyperlink it belongs to; 0 for none.
    pub(crate) link: u16,
}

impl ScreenCell {
    fn new(symbol: &str, extent: GlyphExtent, pen: Pen) -> Self {
        let GlyphExtent {
            width,
            least,
            most,
            prepare,
        } = extent;
        Self {
            symbol: symbol.into(),
            pen,
            width,
            least,
            most,
            prepare,
            link: 0,
        }
    }

    pub(crate) fn blank(pen: Pen) -> Self {
        Self {
            symbol: CompactString::const_new(" "),
            pen: pen.behind_blank(),
            width: 1,
            least: 1,
            most: 1,
            prepare: false,
            link: 0,
        }
    }

    fn tail() -> Self {
        Self {
            symbol: CompactString::const_new(" "),
            pen: Pen::default(),
            width: 0,
            least: 0,
            most: 0,
            prepare: false,
            link: 0,
        }
    }

    /// What is written for the glyph.
    pub(crate) fn symbol(&self) -> &str {
        &self.symbol
    }

    /// Whether the cell shows nothing but its background.
    pub(crate) fn is_blank(&self) -> bool {
        self.width == 1 && self.symbol == " "
    }

    /// Whether writing it with `pen` gives it its look: on a blank, what cannot be seen may differ.
    pub(crate) fn suits(&self, pen: Pen) -> bool {
        self.pen == pen || (self.is_blank() && self.pen == pen.behind_blank())
    }

    /// Whether the cursor is certain to stand behind the glyph once it is written.
    pub(crate) fn is_agreed(&self) -> bool {
        self.least == self.most
    }
}

/// Rows of spots.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct CellGrid {
    width: u16,
    height: u16,
    spots: Vec<ScreenCell>,
}

impl CellGrid {
    /// Shows nothing, in a new size. Its memory is used again: a window may be large, and resized often.
    pub(crate) fn reset(&mut self, width: u16, height: u16) {
        (self.width, self.height) = (width, height);
        self.spots.clear();
        let cells = usize::from(width) * usize::from(height);
        self.spots.reserve_exact(cells);
        self.spots.resize(cells, ScreenCell::blank(Pen::default()));
    }

    /// Columns and rows.
    pub(crate) fn size(&self) -> (u16, u16) {
        (self.width, self.height)
    }

    /// The spots of one row, to be read.
    pub(crate) fn row(&self, y: u16) -> &[ScreenCell] {
        let width = usize::from(self.width);
        let start = usize::from(y) * width;
        self.spots.get(start..start + width).unwrap_or_default()
    }

    /// The spots of one row.
    pub(crate) fn row_mut(&mut self, y: u16) -> &mut [ScreenCell] {
        let width = usize::from(self.width);
        let start = usize::from(y) * width;
        self.spots.get_mut(start..start + width).unwrap_or_default()
    }
}

/// Row `y` of `buf` as spots, in the place of what `spots` held. The buffer's top left cell is the terminal's.
pub(super) fn row(buf: &Buffer, y: u16, widths: Widths, depth: Depth, spots: &mut Vec<ScreenCell>) {
    spots.clear();
    let cell = |x: u16| &buf[Position::new(buf.area.x + x, buf.area.y + y)];
    let mut x = 0;
    while x < buf.area.width {
        let pen = Pen::of(cell(x), depth);
        let glyph = fitting(cell(x).symbol(), widths, buf.area.width - x)
            .filter(|(_, extent)| (1..extent.width.into()).all(|i| matches!(cell(x + i).symbol(), "" | " ")));
        let Some((symbol, extent)) = glyph else {
            spots.push(ScreenCell::blank(pen));
            x += 1;
            continue;
        };
        spots.push(ScreenCell::new(&symbol, extent, pen));
        spots.extend((1..extent.width).map(|_| ScreenCell::tail()));
        x += u16::from(extent.width);
    }
}

/// Makes the spots of `columns` a part of hyperlink number `link`.
pub(super) fn link(spots: &mut [ScreenCell], columns: std::ops::Range<u16>, link: u16) {
    let spots = spots.get_mut(columns.start.into()..columns.end.into());
    spots.into_iter().flatten().for_each(|spot| spot.link = link);
}

/// The glyph to draw with `room` cells left in the row. One that some terminal would draw over the edge is replaced,
/// because at the edge terminals wrap and scroll; without a substitute there is none. One that a terminal paints
/// badly is replaced as well.
fn fitting(symbol: &str, widths: Widths, room: u16) -> Option<(Cow<'_, str>, GlyphExtent)> {
    if symbol == " " || is_hostile(symbol) {
        return None;
    }
    let mut drawn = [Cow::Borrowed(symbol), Policy::Safe.substituted(symbol)];
    if widths.ill_drawn(symbol) {
        drawn.reverse();
    }
    drawn.into_iter().find_map(|symbol| {
        let extent = widths.of(&symbol);
        (extent.width > 0 && u16::from(extent.most) <= room).then_some((symbol, extent))
    })
}

/// The last guard before the wire: text was cleaned when it was read.
fn is_hostile(symbol: &str) -> bool {
    symbol.chars().any(char::is_control)
}
