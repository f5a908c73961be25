//! From a drawn buffer to bytes on the wire: the only place that writes cells to the terminal.
//!
//! Owns what the terminal is believed to show, and sends the difference: one write and one flush a frame, nothing
//! when nothing changed. It trusts the cursor only where every terminal agrees (`glyph`), so a terminal that draws
//! a glyph wider or narrower than we think spoils that glyph and nothing else. It does not lay out, substitute or
//! wrap: text arrives in the buffer as it is to be drawn, by [`put`] and [`fill`].

use std::io::{self, Write};

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

mod cursor;
mod draw;
mod erase;
mod glyph;
mod grid;
mod hand;
mod links;
mod sgr;
mod strokes;

#[cfg(test)]
mod faults;
#[cfg(test)]
pub(super) mod model;
#[cfg(test)]
pub(super) mod replay;

pub use draw::{fill, put};
pub use glyph::Widths;
pub use sgr::Depth;

use cursor::Cursor;
use grid::{CellGrid, ScreenCell};
use hand::Hand;
use links::Links;
use sgr::Pen;
use strokes::Stroke;

/// Starts a frame that the terminal shows at once when it ends (DEC private mode 2026).
const BEGIN: &[u8] = b"\x1b[?2026h";
/// Ends it.
const END: &[u8] = b"\x1b[?2026l";
/// Plain colours, all cells blank, cursor at the top left: the state every full repaint starts from.
const CLEAR: &[u8] = b"\x1b[m\x1b[H\x1b[2J";

/// What a frame cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Bytes sent.
    pub bytes: usize,
    /// Cells whose content changed, both halves of a wide glyph counted.
    pub(crate) cells: usize,
    /// UTF-8 bytes of the text in those cells: what the frame would cost if moves and colours were free.
    pub text: usize,
}

impl Frame {
    fn count(&mut self, old: &[ScreenCell], new: &[ScreenCell]) {
        for (_, spot) in old.iter().zip(new).filter(|&pair| differ(pair)) {
            self.cells += usize::from(spot.width);
            self.text += spot.symbol().len();
        }
    }
}

fn differ((old, new): (&ScreenCell, &ScreenCell)) -> bool {
    old != new
}

/// What the terminal can do beyond text and cursor addressing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Abilities {
    /// Colours it understands.
    pub depth: Depth,
    /// Erasing fills with the current background colour (terminfo `bce`).
    pub erases_in_colour: bool,
    /// Makes hyperlinks of OSC 8.
    pub links: bool,
}

/// The terminal as we know it, and the way to change it.
#[derive(Debug)]
pub struct Screen<W> {
    out: W,
    able: Abilities,
    widths: Widths,
    shown: CellGrid,
    /// Whether the terminal shows that.
    known: bool,
    hand: Hand,
    visible: Option<bool>,
    question: Option<String>,
    urls: Vec<String>,
    links: Links,
    bytes: Vec<u8>,
}

impl<W: Write> Screen<W> {
    /// A screen of which nothing is known yet: the first frame repaints it.
    pub fn new(out: W, able: Abilities, widths: Widths) -> Self {
        Self {
            out,
            able,
            widths,
            shown: CellGrid::default(),
            known: false,
            hand: Hand::default(),
            visible: None,
            question: None,
            urls: Vec::new(),
            links: Links::default(),
            bytes: Vec::new(),
        }
    }

    /// The writer, for what is no cell (the clipboard, leaving the screen).
    pub(crate) fn writer(&mut self) -> &mut W {
        &mut self.out
    }

    /// Forgets what the terminal shows: the next frame paints every cell (Ctrl-L, resize, resume).
    pub fn repaint(&mut self) {
        self.known = false;
    }

    /// Says how wide glyphs are from now on. A change repaints.
    pub fn set_widths(&mut self, widths: Widths) {
        if self.widths != widths {
            self.widths = widths;
            self.repaint();
        }
    }

    /// Where one of `urls` stands on the screen from now on, it is a hyperlink, if the terminal makes any.
    pub(crate) fn set_urls(&mut self, urls: &[&str]) {
        if self.able.links {
            self.urls = urls.iter().map(|url| (*url).to_owned()).collect();
        }
    }

    /// Sends `question` with the next frame, from the start of the last line. It may write to that line and must
    /// leave it erased; the line is painted again behind it.
    pub(crate) fn ask(&mut self, question: String) {
        self.question = Some(question);
    }

    /// Makes the terminal show `buf`, with the cursor at `cursor`, or hidden and parked in the last line.
    ///
    /// # Errors
    /// Those of the writer; the next frame is then a full repaint.
    pub fn present(&mut self, buf: &Buffer, cursor: Option<Position>) -> io::Result<Frame> {
        let (columns, rows) = (buf.area.width, buf.area.height);
        let mut shown = std::mem::take(&mut self.shown);
        if !std::mem::take(&mut self.known) || shown.size() != (columns, rows) {
            self.clear();
            shown.reset(columns, rows);
        }
        let last = rows.saturating_sub(1);
        if let Some(question) = self.question.take() {
            self.pose(&question, last);
            shown.row_mut(last).fill(ScreenCell::blank(Pen::default()));
        }
        let links = self.links.find(buf, &self.urls);
        let (mut frame, mut strokes) = (Frame::default(), Vec::new());
        // One grid and one row, not two grids: a window may be large.
        let mut new = Vec::new();
        for y in 0..rows {
            grid::row(buf, y, self.widths, self.able.depth, &mut new);
            let linked = links.iter().filter(|part| part.row == y);
            linked.for_each(|part| grid::link(&mut new, part.columns.clone(), part.link));
            let old = shown.row_mut(y);
            if old != new.as_slice() {
                strokes::plan(y, old, &new, self.able.erases_in_colour, &mut strokes);
                frame.count(old, &new);
                old.swap_with_slice(&mut new);
            }
        }
        self.write(&strokes, &shown);
        self.place_cursor(cursor, shown.size());
        self.shown = shown;
        frame.bytes = self.send()?;
        self.known = true;
        Ok(frame)
    }

    /// Blanks the terminal.
    fn clear(&mut self) {
        self.bytes.extend_from_slice(CLEAR);
        self.hand = Hand {
            cursor: Cursor::at(0, 0),
            pen: Pen::default(),
        };
        self.visible = None;
    }

    /// Writes the question in the last line, which it leaves blank.
    fn pose(&mut self, question: &str, last: u16) {
        self.hand.go(0, last, &[], &mut self.bytes);
        self.hand.pen.switch(Pen::default(), &mut self.bytes);
        self.bytes.extend_from_slice(question.as_bytes());
        self.hand.cursor = Cursor::default();
    }

    /// Writes the strokes that make the terminal show `grid`, in the order that takes fewer bytes.
    fn write(&mut self, strokes: &[Stroke], grid: &CellGrid) {
        let (by_row, after_rows) = self.hand.written(strokes, grid, &self.links);
        let (by_pen, after_pens) = self.hand.written(&strokes::by_pen(strokes), grid, &self.links);
        let (bytes, hand) = if by_pen.len() < by_row.len() {
            (by_pen, after_pens)
        } else {
            (by_row, after_rows)
        };
        self.bytes.extend(bytes);
        self.hand = hand;
    }

    /// Shows and moves the hardware cursor, or hides and parks it: an input method draws its candidates there even
    /// when it is hidden.
    fn place_cursor(&mut self, cursor: Option<Position>, (columns, rows): (u16, u16)) {
        if columns == 0 || rows == 0 {
            return;
        }
        let (x, y) = cursor.map_or((0, rows - 1), |p| (p.x.min(columns - 1), p.y.min(rows - 1)));
        if self.visible != Some(cursor.is_some()) {
            self.visible = Some(cursor.is_some());
            self.bytes.extend_from_slice(if cursor.is_some() {
                b"\x1b[?25h"
            } else {
                b"\x1b[?25l"
            });
        }
        self.hand.go(x.into(), y, &[], &mut self.bytes);
    }

    fn send(&mut self) -> io::Result<usize> {
        if self.bytes.is_empty() {
            return Ok(0);
        }
        self.bytes.splice(..0, BEGIN.iter().copied());
        self.bytes.extend_from_slice(END);
        let frame = std::mem::take(&mut self.bytes);
        self.out.write_all(&frame)?;
        self.out.flush()?;
        Ok(frame.len())
    }
}
