//! One row of a comparison before it is laid out, and its laying out: in columns, or stacked.
//!
//! Cells wrap each in their own column, and cells of unequal height stay side by side.

use super::{
    Line as Shown, Shows,
    frame::{Frame, GAP},
};
use crate::{
    page::{
        Run,
        layout::{Row, Spot},
        styled::{Line, Toned},
    },
    text::fit::Align,
};

/// How far the later lines of an entry stand in.
const HANG: usize = 2;

/// One row: what it is called, the sign before its first value, and what stands in each college's cell.
pub(super) struct Strip {
    pub(super) label: Vec<Run>,
    pub(super) sign: &'static str,
    pub(super) cells: Vec<Vec<Entry>>,
}

/// One thing in a cell; it starts a line of its own.
pub(super) struct Entry {
    /// Cells before it.
    pub(super) indent: usize,
    /// Its words.
    pub(super) runs: Vec<Run>,
    /// The fact it shows.
    pub(super) addr: Option<String>,
}

/// A line of a cell.
struct Piece<'a> {
    line: Line,
    addr: Option<&'a str>,
}

impl Entry {
    /// An entry at the edge of its cell.
    pub(super) fn new(runs: Vec<Run>, addr: Option<String>) -> Self {
        Self {
            indent: 0,
            runs,
            addr,
        }
    }

    fn pieces(&self, width: usize, frame: &Frame) -> Vec<Piece<'_>> {
        let indent = self.indent.min(width / 2);
        let hang = (indent + HANG).min(width / 2).max(indent);
        let lines = Toned::new(&self.runs).lines(width - indent, width - hang, frame.policy);
        let shifted = |(at, line): (usize, Line)| {
            let mut whole = Line::default();
            whole.blank(if at == 0 { indent } else { hang });
            whole.join(&line, line.cells, Align::Left);
            let addr = self.addr.as_deref();
            Piece { line: whole, addr }
        };
        lines.into_iter().enumerate().map(shifted).collect()
    }
}

impl Strip {
    /// The lines of the row whose place is `at`.
    pub(super) fn lines(&self, frame: &Frame, at: usize) -> Vec<Shown> {
        match frame.is_stacked() {
            true => self.stacked(frame, at),
            false => {
                let shows = Shows::Row(at, None);
                let shown = |row| Shown { row, shows };
                self.rows(frame).into_iter().map(shown).collect()
            }
        }
    }

    /// In columns.
    pub(super) fn rows(&self, frame: &Frame) -> Vec<Row> {
        let label = Toned::new(&self.label).lines(frame.label, frame.label, frame.policy);
        let cells: Vec<Vec<Piece<'_>>> = frame
            .columns
            .iter()
            .map(|(subject, range)| pieces(&self.cells[*subject], range.len(), frame))
            .collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or(0).max(label.len());
        (0..height)
            .map(|at| {
                self.beside(
                    frame,
                    label.get(at),
                    at == 0,
                    cells.iter().map(|cell| cell.get(at)),
                )
            })
            .collect()
    }

    fn beside<'p>(
        &self,
        frame: &Frame,
        label: Option<&Line>,
        first: bool,
        cells: impl Iterator<Item = Option<&'p Piece<'p>>>,
    ) -> Row {
        let mut line = Line::default();
        line.blank(frame.indent);
        line.join(label.unwrap_or(&Line::default()), frame.label, Align::Left);
        line.blank(GAP / 2);
        line.join(
            &sign(if first { self.sign } else { "" }, 1, frame),
            1,
            Align::Left,
        );
        let mut spots = Vec::new();
        for ((_, range), piece) in frame.columns.iter().zip(cells) {
            line.blank(range.start.saturating_sub(line.cells));
            let Some(piece) = piece else { continue };
            line.join(&piece.line, range.len(), Align::Left);
            spots.extend(spot(piece, range.clone()));
        }
        Row {
            spots,
            ..Row::padded(line, frame.width)
        }
    }

    /// The label, then one part for each college.
    fn stacked(&self, frame: &Frame, at: usize) -> Vec<Shown> {
        let before = frame.indent.saturating_sub(HANG);
        let hang = frame.indent;
        let room = frame.width.saturating_sub(hang);
        let label = Toned::new(&self.label).lines(room, room, frame.policy);
        let head = label.iter().enumerate().map(|(line, text)| {
            let mut whole = Line::default();
            whole.blank(before);
            whole.join(
                &sign(if line == 0 { self.sign } else { "" }, hang - before, frame),
                hang - before,
                Align::Left,
            );
            whole.join(text, text.cells, Align::Left);
            Shown {
                row: Row::padded(whole, frame.width),
                shows: Shows::Row(at, None),
            }
        });
        let parts = self.cells.iter().enumerate().flat_map(|(subject, cell)| {
            let shows = Shows::Row(at, Some(subject));
            let rows = under(cell, &frame.names[subject], frame);
            rows.into_iter().map(move |row| Shown { row, shows })
        });
        head.chain(parts).collect()
    }
}

/// One college's part of a stacked row: its name, and its cell beside it.
fn under(cell: &[Entry], name: &str, frame: &Frame) -> Vec<Row> {
    let names = Toned::new(&[Run::muted(name)]).lines(frame.label, frame.label, frame.policy);
    let pieces = pieces(cell, frame.room, frame);
    let start = frame.indent + frame.label + GAP - 1;
    let row = |at: usize| {
        let mut line = Line::default();
        line.blank(frame.indent);
        line.join(
            names.get(at).unwrap_or(&Line::default()),
            frame.label,
            Align::Left,
        );
        line.blank(start.min(frame.width).saturating_sub(line.cells));
        let piece = pieces.get(at);
        let spots = piece.and_then(|piece| spot(piece, start..frame.width));
        if let Some(piece) = piece {
            line.join(&piece.line, piece.line.cells, Align::Left);
        }
        Row {
            spots: spots.into_iter().collect(),
            ..Row::padded(line, frame.width)
        }
    };
    (0..names.len().max(pieces.len())).map(row).collect()
}

fn pieces<'a>(cell: &'a [Entry], width: usize, frame: &Frame) -> Vec<Piece<'a>> {
    cell.iter().flat_map(|entry| entry.pieces(width, frame)).collect()
}

fn spot(piece: &Piece<'_>, cells: std::ops::Range<usize>) -> Option<Spot> {
    let addr = piece.addr?.to_owned();
    Some(Spot { cells, addr })
}

/// The sign in at most one cell, or in none.
fn sign(sign: &str, cells: usize, frame: &Frame) -> Line {
    let cells = cells.min(1);
    let lines = Toned::new(&[Run::label(sign)]).lines(cells, cells, frame.policy);
    lines.into_iter().next().unwrap_or_default()
}
