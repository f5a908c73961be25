//! An article's text as the rules read it: lines, sentences, and the numerals of the body.
//!
//! Owns where things stand in the text. It knows no dossier.

use std::ops::Range;

use crate::{
    finding::Place,
    load::Lines,
    model::Source,
    numeral::{FoundNumeral, scan_lines},
};

/// The text of one article.
pub(crate) struct Article<'a> {
    file: &'a str,
    text: &'a str,
    lines: Vec<&'a str>,
    positions: Lines<'a>,
    numerals: Vec<Vec<FoundNumeral>>,
}

impl<'a> Article<'a> {
    /// Reads `text`: the numerals of the lines that `source` calls body.
    pub(crate) fn new(file: &'a str, text: &'a str, source: &Source) -> Self {
        let lines: Vec<_> = text.lines().collect();
        let mut numerals = scan_lines(&lines, |at| source.is_body(at as u32 + 1));
        for (found, line) in numerals.iter_mut().zip(&lines) {
            // What a line break tears is shown as far as its first line goes.
            found
                .iter_mut()
                .for_each(|found| found.range.end = found.range.end.min(line.len()));
        }
        Self {
            file,
            text,
            lines,
            positions: Lines::of(text),
            numerals,
        }
    }

    /// The whole text.
    pub(crate) fn text(&self) -> &'a str {
        self.text
    }

    /// How many lines a reader sees.
    pub(crate) fn len(&self) -> u32 {
        self.lines.len() as u32
    }

    /// The 1-based `line`; empty beyond the end.
    pub(crate) fn line(&self, line: u32) -> &'a str {
        let at = (line as usize).wrapping_sub(1);
        self.lines.get(at).copied().unwrap_or_default()
    }

    /// The numerals of the 1-based `line`; none in furniture.
    pub(crate) fn numerals(&self, line: u32) -> &[FoundNumeral] {
        let at = (line as usize).wrapping_sub(1);
        self.numerals.get(at).map_or(&[], Vec::as_slice)
    }

    /// Every line with its 1-based number.
    pub(crate) fn numbered(&self) -> impl Iterator<Item = (u32, &'a str)> {
        (1..).zip(self.lines.iter().copied())
    }

    /// The place of `range` (bytes of the 1-based `line`).
    pub(crate) fn place_of(&self, line: u32, range: Range<usize>) -> Place {
        let start = self.line(line).as_ptr() as usize - self.text.as_ptr() as usize;
        self.positions
            .place_of(self.file, "", start + range.start..start + range.end)
    }
}

/// Whether two ranges share a place.
pub(crate) fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// The sentence of `line` around `at` (bytes): from one of 。！？ to the next, its end mark included.
pub(crate) fn sentence(line: &str, at: usize) -> Range<usize> {
    const ENDS: [char; 5] = ['。', '！', '？', '!', '?'];
    let start = line[..at].rfind(ENDS).map_or(0, |mark| {
        mark + line[mark..].chars().next().map_or(1, char::len_utf8)
    });
    let end = line[at..].find(ENDS).map_or(line.len(), |mark| {
        at + mark + line[at + mark..].chars().next().map_or(1, char::len_utf8)
    });
    start..end
}

/// What ends a clause within a sentence.
pub(super) const PAUSES: [char; 6] = ['，', ',', '；', ';', '：', ':'];

/// The clause of `line` around `range`: from one pause or end of a sentence to the next, marks left out. A comma between
/// digits parts no clauses.
pub(crate) fn clause(line: &str, range: &Range<usize>) -> Range<usize> {
    let sentence = sentence(line, range.start);
    let pauses = line[sentence.clone()].match_indices(PAUSES);
    let pauses = pauses.map(|(at, mark)| (sentence.start + at, sentence.start + at + mark.len()));
    let pauses: Vec<_> = pauses
        .filter(|(at, end)| !within_number(line, *at, *end))
        .collect();
    let before = pauses.iter().rev().find(|(_, end)| *end <= range.start);
    let after = pauses.iter().find(|(at, _)| *at >= range.end);
    let start = before.map_or(sentence.start, |(_, end)| *end);
    start..after.map_or(sentence.end, |(at, _)| *at).max(range.end)
}

fn within_number(line: &str, at: usize, end: usize) -> bool {
    let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    digit(line[..at].chars().next_back()) && digit(line[end..].chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_end_at_pauses_but_not_within_numbers() {
        let line = "甲校。2023年，培训1,200人；授权3项，乙";
        let of = |phrase: &str| {
            let at = line.find(phrase).unwrap();
            &line[clause(line, &(at..at + phrase.len()))]
        };
        assert_eq!(of("1,200人"), "培训1,200人");
        assert_eq!(of("2023年"), "2023年");
        assert_eq!(of("甲"), "甲校。");
        assert_eq!(of("乙"), "乙");
    }

    #[test]
    fn sentences_end_with_their_mark() {
        let line = "甲校12家。乙校3家！丙";
        let of = |phrase: &str| &line[sentence(line, line.find(phrase).unwrap())];
        assert_eq!(of("12"), "甲校12家。");
        assert_eq!(of("3家"), "乙校3家！");
        assert_eq!(of("丙"), "丙");
    }
}
