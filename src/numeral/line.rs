//! One line as folded characters, with the way back to its bytes.
//!
//! Every character is taken for the one it stands for (`script`), and each keeps its place in the text. Knows quotes
//! and titles; which blanks tear a number is for `torn` to say.

use std::ops::Range;

use super::{script, torn};

pub(super) struct FoldedLine {
    chars: Vec<char>,
    /// Where each character begins and ends in the text.
    places: Vec<Range<usize>>,
    titled: Vec<bool>,
    /// For each character the quote it is in, by its place in `quotes`.
    quoted: Vec<Option<u32>>,
    quotes: Vec<Range<usize>>,
}

impl FoldedLine {
    /// Folds `text`: what nobody sees and the blanks inside a number are left out.
    pub(super) fn new(text: &str) -> Self {
        let seen = text.char_indices().filter(|(_, c)| !script::unseen(*c));
        let (mut chars, mut places): (Vec<char>, Vec<Range<usize>>) =
            seen.map(|(at, c)| (c, at..at + c.len_utf8())).unzip();
        torn::mend(&mut chars, &mut places);
        let titles = spans(&chars, "《〈", "》〉");
        let quotes = spans(&chars, "“‘「『\"", "”’」』\"");
        let mut titled = vec![false; chars.len()];
        titles.into_iter().for_each(|title| titled[title].fill(true));
        let mut quoted = vec![None; chars.len()];
        for (at, quote) in quotes.iter().enumerate() {
            let places = &mut quoted[quote.clone()];
            places
                .iter_mut()
                .for_each(|place| *place = place.or(Some(at as u32)));
        }
        Self {
            chars,
            places,
            titled,
            quoted,
            quotes,
        }
    }

    /// The number of characters.
    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    /// The character at `at`, NUL outside the line: no caller has to ask for the ends.
    pub(super) fn at(&self, at: usize) -> char {
        self.chars.get(at).copied().unwrap_or('\0')
    }

    /// The character before `at`, NUL at the start.
    pub(super) fn before(&self, at: usize) -> char {
        at.checked_sub(1).map_or('\0', |at| self.at(at))
    }

    /// Whether `word` stands at `at`.
    pub(super) fn has(&self, at: usize, word: &str) -> bool {
        word.chars().enumerate().all(|(n, c)| self.at(at + n) == c)
    }

    /// Whether one of `words` stands at `at`.
    pub(super) fn any(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.has(at, word))
    }

    /// The start of `word` if it ends just before `at`.
    pub(super) fn ends(&self, at: usize, word: &str) -> Option<usize> {
        let mut start = at;
        for c in word.chars().rev() {
            start = start.checked_sub(1).filter(|&start| self.at(start) == c)?;
        }
        Some(start)
    }

    /// The start of the first of `words` that ends just before `at`.
    pub(super) fn any_ends(&self, at: usize, words: &[&str]) -> Option<usize> {
        words.iter().find_map(|word| self.ends(at, word))
    }

    /// The first of `words` that stands at `at`, as its end.
    pub(super) fn past(&self, at: usize, words: &[&str]) -> Option<usize> {
        words
            .iter()
            .find(|word| self.has(at, word))
            .map(|word| at + word.chars().count())
    }

    /// The first place at or after `at` that is no space.
    pub(super) fn skip(&self, at: usize) -> usize {
        (at..).find(|&at| self.at(at) != ' ').unwrap_or(at)
    }

    /// The end of the text before `at`, spaces left out.
    pub(super) fn back(&self, at: usize) -> usize {
        (0..at.min(self.len()))
            .rev()
            .find(|&n| self.at(n) != ' ')
            .map_or(0, |n| n + 1)
    }

    /// The clause around `at`: no further than `reach` characters to the left, no punctuation in it.
    pub(super) fn left(&self, at: usize, reach: usize) -> String {
        let start = (at.saturating_sub(reach)..at)
            .rev()
            .find(|&n| stops(self.at(n)))
            .map_or(0, |n| n + 1);
        self.chars[start.max(at.saturating_sub(reach))..at.min(self.len())]
            .iter()
            .collect()
    }

    /// The clause after `at`, likewise.
    pub(super) fn right(&self, at: usize, reach: usize) -> String {
        let end = (at..self.len().min(at + reach))
            .find(|&n| stops(self.at(n)))
            .unwrap_or(self.len().min(at + reach));
        self.chars[at.min(end)..end].iter().collect()
    }

    /// The sentence up to `at`, no further than `reach` characters back.
    pub(super) fn sentence(&self, at: usize, reach: usize) -> String {
        let from = at.saturating_sub(reach);
        let start = (from..at.min(self.len()))
            .rev()
            .find(|&n| "。；!?".contains(self.at(n)));
        self.chars[start.map_or(from, |n| n + 1)..at.min(self.len())]
            .iter()
            .collect()
    }

    /// Whether a clause or an item of a list begins at `at`.
    pub(super) fn opens(&self, at: usize) -> bool {
        let before = self.before(self.back(at));
        before == '\0' || stops(before) || "、”》)|".contains(before)
    }

    /// Whether the line, but for spaces, begins at `at`.
    pub(super) fn begins(&self, at: usize) -> bool {
        self.back(at) == 0
    }

    /// Whether `at` is in a title in 《》.
    pub(super) fn titled(&self, at: usize) -> bool {
        self.titled.get(at).is_some_and(|titled| *titled)
    }

    /// The quote around `at`, marks left out.
    pub(super) fn quote(&self, at: usize) -> Option<Range<usize>> {
        let quote = (*self.quoted.get(at)?)?;
        Some(self.quotes[quote as usize].clone())
    }

    /// The text of a range of characters.
    pub(super) fn text(&self, range: Range<usize>) -> &[char] {
        self.chars.get(range).unwrap_or_default()
    }

    /// The bytes of a range of characters.
    pub(super) fn bytes(&self, range: Range<usize>) -> Range<usize> {
        let whole = self.places.last().map_or(0, |last| last.end);
        let start = self.places.get(range.start).map_or(whole, |place| place.start);
        let last = range.end.checked_sub(1).and_then(|last| self.places.get(last));
        start..last.map_or(whole, |place| place.end).max(start)
    }
}

/// Whether `c` ends a clause.
pub(super) fn stops(c: char) -> bool {
    matches!(c, '。' | ';' | ':' | ',' | '!' | '?' | '…' | '\n' | '\r' | '\t')
}

/// The insides of all pairs, not nested in their own kind.
fn spans(chars: &[char], opening: &str, closing: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    for (open, close) in opening.chars().zip(closing.chars()) {
        let mut from = 0;
        while let Some(start) = position(chars, from, open) {
            let Some(end) = position(chars, start + 1, close) else {
                break;
            };
            spans.push(start + 1..end);
            from = end + 1;
        }
    }
    spans
}

fn position(chars: &[char], from: usize, wanted: char) -> Option<usize> {
    chars
        .iter()
        .skip(from)
        .position(|&c| c == wanted)
        .map(|n| n + from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_width_and_keeps_places() {
        let line = FoldedLine::new("约１２％　～《甲2》“乙”");
        assert_eq!(line.text(0..6).iter().collect::<String>(), "约12% —");
        assert_eq!(line.bytes(1..3), 3..9);
        assert!(line.titled(8) && !line.titled(6));
        assert_eq!(line.quote(11), Some(11..12));
    }

    #[test]
    fn clauses_stop_at_punctuation() {
        let line = FoldedLine::new("甲乙，丙丁戊。己");
        assert_eq!(line.left(5, 9), "丙丁");
        assert_eq!(line.left(5, 1), "丁");
        assert_eq!(line.right(3, 9), "丙丁戊");
        assert!(line.opens(3) && line.opens(0) && !line.opens(4));
    }
}
