//! Where in a text a byte stands, and the place a finding shows of it.
//!
//! Owns lines and columns. They are counted once for a text, so that thousands of findings in one file, or in one line of
//! it, cost no more than the text is long; and no finding quotes more of a line than a reader can take in.

use std::{borrow::Cow, ops::Range};

use crate::{finding::Place, text::clean::clean};

/// Bytes between two places where code points have been counted.
const STRIDE: usize = 1024;

/// Code points of a line that a finding keeps: more than a paragraph of an article, far less than a file in one line.
const QUOTED: usize = 4000;

/// A text whose lines have been found.
#[derive(Debug)]
pub(crate) struct Lines<'a> {
    text: Cow<'a, str>,
    /// The byte each line starts at.
    starts: Vec<usize>,
    /// Code points before each multiple of [`STRIDE`].
    counted: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// The lines of `text`.
    pub(crate) fn of(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts: Vec<usize> = std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect();
        let mut points = 0;
        let counted = text.as_bytes().chunks(STRIDE).map(|chunk| {
            let before = points;
            points += code_points(chunk);
            before
        });
        let counted = counted.collect();
        Self {
            text,
            starts,
            counted,
        }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// 1-based line and column (code points) of the byte `at`.
    pub(crate) fn position(&self, at: usize) -> (u32, u32) {
        let line = self.line_of(at);
        let column = self.points_before(at) - self.points_before(self.starts[line]);
        (line as u32 + 1, column as u32 + 1)
    }

    /// The byte at a 1-based line and column; the end of the line, or of the text, when there is none.
    fn byte(&self, line: u32, column: u32) -> usize {
        let Some(start) = self.starts.get(line.saturating_sub(1) as usize) else {
            return self.text.len();
        };
        let wanted = self.points_before(*start) + column.saturating_sub(1) as usize;
        let chunk = self.counted.partition_point(|before| *before <= wanted);
        let from = (chunk.saturating_sub(1) * STRIDE).max(*start);
        // A stride may begin inside a code point, which is then counted in the one before.
        let from = (from..=self.text.len()).find(|at| self.text.is_char_boundary(*at));
        let from = from.unwrap_or(self.text.len());
        let rest = wanted.saturating_sub(self.points_before(from));
        let end = self.end_of(*start);
        let mut points = self.text[from..].char_indices();
        points.nth(rest).map_or(end, |(at, _)| (from + at).min(end))
    }

    /// The place of `range`, which is marked to the end of its first line at most.
    pub(crate) fn place_of(&self, file: &str, path: &str, range: Range<usize>) -> Place {
        let start = range.start.min(self.text.len());
        let (line, column) = self.position(start);
        let from = self.starts[line as usize - 1];
        let to = self.end_of(from);
        let marked = self.text[start..range.end.clamp(start, to)].trim_end();
        let shown = self.text[from..to].trim_end();
        let shown = match shown.char_indices().nth(QUOTED) {
            Some((cut, _)) => clean(&format!("{}…", &shown[..cut])).into(),
            None => clean(shown).into(),
        };
        Place {
            file: file.into(),
            path: path.into(),
            line,
            column,
            width: marked.chars().take(QUOTED).count().max(1) as u32,
            text: shown,
        }
    }

    /// The place of the word that starts at a line and column, both 1-based.
    pub(crate) fn place_at(&self, file: &str, line: u32, column: u32) -> Place {
        let start = self.byte(line, column);
        let rest = &self.text[start..];
        let word = rest.find([' ', ':', ',', '}', ']', '\n']).unwrap_or(rest.len());
        self.place_of(file, "", start..start + word)
    }

    /// The 1-based line that the byte `at` stands in.
    pub(crate) fn line(&self, at: usize) -> u32 {
        self.line_of(at) as u32 + 1
    }

    /// Where the line begins that the byte `at` stands in.
    pub(crate) fn start_of_line(&self, at: usize) -> usize {
        self.starts[self.line_of(at)]
    }

    fn line_of(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at) - 1
    }

    /// Where the line ends that starts at `start`, before its line feed.
    fn end_of(&self, start: usize) -> usize {
        match self.starts.get(self.line_of(start) + 1) {
            Some(next) => next - 1,
            None => self.text.len(),
        }
    }

    fn points_before(&self, at: usize) -> usize {
        let Some(before) = self.counted.get(at / STRIDE) else {
            // The text ends where a stride does.
            return self.counted.last().map_or(0, |before| {
                before + code_points(&self.text.as_bytes()[(self.counted.len() - 1) * STRIDE..])
            });
        };
        before + code_points(&self.text.as_bytes()[at / STRIDE * STRIDE..at])
    }
}

fn code_points(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn positions_are_those_that_counting_gives(text in "[a甲\n ]{0,40}", times in 1_usize..120) {
            let text = text.repeat(times);
            let lines = Lines::of(&text);
            for (at, _) in text.char_indices().chain([(text.len(), ' ')]).step_by(7) {
                let before = &text[..at];
                let line = before.matches('\n').count() + 1;
                let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
                prop_assert_eq!(lines.position(at), (line as u32, column as u32));
                prop_assert_eq!(lines.byte(line as u32, column as u32), at);
            }
        }
    }

    #[test]
    fn a_line_is_quoted_to_a_length_that_can_be_read() {
        let text = format!("甲: {}", "乙".repeat(100_000));
        let place = Lines::of(&text).place_of("f", "", 5..text.len());
        assert_eq!((place.line, place.column), (1, 4));
        assert_eq!(place.text.chars().count(), QUOTED + 1);
        assert!(place.marked().end <= place.text.len());
        let lines = Lines::of("a\nb");
        assert_eq!(lines.place_at("f", 9, 9), lines.place_of("f", "", 3..3));
    }
}
