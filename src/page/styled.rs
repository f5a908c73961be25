//! Runs as one text: broken and cut as a whole, coloured piece by piece.
//!
//! A boundary between two runs inside a grapheme moves to its end, so that no mark loses its base.

use std::ops::Range;

use super::{Run, Tone};
use crate::text::fit::{Align, MARK, fit, head};
use crate::text::width::{Policy, grapheme_end};
use crate::text::wrap::{Rules, fill, longest_piece};

/// Runs joined, with where each ends, and which of them no line may break.
pub(super) struct Styled {
    text: String,
    ends: Vec<(usize, Tone)>,
    whole: Vec<Range<usize>>,
}

impl Styled {
    pub(super) fn new(runs: &[Run]) -> Self {
        let text: String = runs.iter().map(|run| run.text.as_str()).collect();
        let (mut at, mut whole) = (0, Vec::new());
        let ends = runs.iter().map(|run| {
            let start = at;
            at += run.text.len();
            if run.whole {
                whole.push(start..at);
            }
            (grapheme_end(&text, at), run.tone)
        });
        Self {
            ends: ends.collect(),
            whole,
            text,
        }
    }

    /// Cells of the longest line when nothing wraps.
    pub(super) fn natural(&self, policy: Policy) -> usize {
        self.text
            .split('\n')
            .map(|line| policy.width(line))
            .max()
            .unwrap_or(0)
    }

    /// Cells of the longest piece that no line should break: a word, a figure with its unit, a tag, an address.
    /// What is wider than `most` cells does not count.
    pub(super) fn longest_piece(&self, most: usize, policy: Policy) -> usize {
        longest_piece(&self.text, &self.whole, most, policy)
    }

    /// Its lines, the first of `first` cells, the others of `rest`, as drawn.
    pub(super) fn lines(&self, first: usize, rest: usize, policy: Policy) -> Vec<StyledLine> {
        self.filled(first, rest, false, policy)
    }

    /// The same for a label or a cell, whose last line is never a single wide character.
    pub(super) fn cell_lines(&self, first: usize, rest: usize, policy: Policy) -> Vec<StyledLine> {
        self.filled(first, rest, true, policy)
    }

    fn filled(&self, first: usize, rest: usize, no_orphan: bool, policy: Policy) -> Vec<StyledLine> {
        let rules = Rules {
            whole: &self.whole,
            no_orphan,
        };
        let ranges = fill(&self.text, first, rest, rules, policy);
        let widths = std::iter::once(first).chain(std::iter::repeat(rest));
        ranges
            .into_iter()
            .zip(widths)
            .map(|(range, width)| self.line(range, policy).within(width))
            .collect()
    }

    /// All of it in one line of at most `width` cells, cut with `..`; a line end becomes a space.
    pub(super) fn cut(mut self, width: usize, policy: Policy) -> StyledLine {
        self.text = self.text.replace('\n', " ");
        let whole = self.line(0..self.text.len(), policy);
        if whole.cells <= width {
            return whole;
        }
        let mark = &MARK[..MARK.len().min(width)];
        let (end, _) = head(&self.text, width - mark.len(), policy);
        let mut line = self.line(0..end, policy);
        line.push(Tone::Rule, mark, mark.len());
        line
    }

    fn line(&self, range: Range<usize>, policy: Policy) -> StyledLine {
        let mut line = StyledLine::default();
        let mut at = range.start;
        for &(end, tone) in &self.ends {
            let end = end.min(range.end);
            if end > at {
                let piece = &self.text[at..end];
                line.push(tone, &policy.substituted(piece), policy.width(piece));
                at = end;
            }
        }
        line
    }
}

/// One drawn line, not yet padded.
#[derive(Clone, Debug, Default)]
pub(super) struct StyledLine {
    pub(super) runs: Vec<Run>,
    pub(super) cells: usize,
}

impl StyledLine {
    /// Adds drawn text of known width; text of the same tone grows the last run.
    pub(super) fn push(&mut self, tone: Tone, drawn: &str, cells: usize) {
        self.cells += cells;
        match self.runs.last_mut() {
            _ if drawn.is_empty() => {}
            Some(last) if last.tone == tone => last.text.push_str(drawn),
            _ => self.runs.push(Run::new(tone, drawn)),
        }
    }

    /// Adds blank cells.
    pub(super) fn blank(&mut self, cells: usize) {
        self.push(Tone::Plain, &" ".repeat(cells), cells);
    }

    /// Adds another line, padded to `width` cells.
    pub(super) fn join(&mut self, line: &StyledLine, width: usize, align: Align) {
        let blank = width.saturating_sub(line.cells);
        let before = align.before(blank);
        self.blank(before);
        for run in &line.runs {
            self.push(run.tone, &run.text, 0);
        }
        self.cells += line.cells;
        self.blank(blank - before);
    }

    /// The same line, or what stands for it when a single glyph is wider than the line may be.
    fn within(self, width: usize) -> StyledLine {
        if self.cells <= width {
            return self;
        }
        let mut line = StyledLine::default();
        let tone = self.runs.first().map_or(Tone::Plain, |run| run.tone);
        line.push(tone, &fit("..", width, Policy::Narrow, Align::Left), width);
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(lines: &[StyledLine]) -> Vec<Vec<(Tone, &str)>> {
        lines
            .iter()
            .map(|line| {
                line.runs
                    .iter()
                    .map(|run| (run.tone, run.text.as_str()))
                    .collect()
            })
            .collect()
    }

    #[test]
    fn a_tone_survives_the_break_it_spans() {
        let runs = [Run::plain("校企“"), Run::found("共建基地"), Run::plain("”，34家")];
        let lines = Styled::new(&runs).lines(12, 12, Policy::Safe);
        assert_eq!(
            drawn(&lines),
            [
                vec![(Tone::Plain, "校企\""), (Tone::Match, "共建基")],
                vec![(Tone::Match, "地"), (Tone::Plain, "\"，34家")],
            ]
        );
        assert_eq!(lines.iter().map(|line| line.cells).collect::<Vec<_>>(), [11, 9]);
    }

    #[test]
    fn a_grapheme_is_of_one_tone() {
        let lines = Styled::new(&[Run::label("e"), Run::value("\u{301}é")]).lines(9, 9, Policy::Safe);
        assert_eq!(
            drawn(&lines),
            [[(Tone::Label, "e\u{301}"), (Tone::Value, "e\u{301}")]]
        );
    }

    #[test]
    fn a_cut_is_marked() {
        let runs = [Run::label("产教\n"), Run::value("融合")];
        let cut = |width| {
            drawn(&[Styled::new(&runs).cut(width, Policy::Narrow)])[0]
                .iter()
                .map(|run| run.1)
                .collect::<String>()
        };
        assert_eq!(
            [0, 1, 2, 5, 6, 8, 9].map(cut),
            ["", ".", "..", "产..", "产教..", "产教 ..", "产教 融合"]
        );
    }

    #[test]
    fn a_glyph_too_wide_for_its_line_is_stood_in_for() {
        let lines = Styled::new(&[Run::value("党建")]).lines(1, 1, Policy::Narrow);
        assert_eq!(drawn(&lines), [[(Tone::Value, ".")], [(Tone::Value, ".")]]);
    }
}
