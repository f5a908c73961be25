//! Words found by their first character, the longest first. Knows no word itself.

use std::collections::HashMap;

use super::line::FoldedLine;

/// A list of words, each with what it stands for.
pub(super) struct Lexicon<T> {
    words: HashMap<char, Vec<(&'static str, T)>>,
    /// One bit for each first character below U+10000: most characters of a text begin no word.
    heads: Vec<u64>,
}

impl<T> Lexicon<T> {
    /// A lexicon of `words`; empty ones are left out.
    pub(super) fn new(words: impl Iterator<Item = (&'static str, T)>) -> Self {
        let mut lexicon = Self {
            words: HashMap::new(),
            heads: vec![0; 0x1_0000 / 64],
        };
        for (word, meaning) in words {
            let Some(first) = word.chars().next() else {
                continue;
            };
            if let Some(bits) = lexicon.heads.get_mut(first as usize / 64) {
                *bits |= 1 << (first as usize % 64);
            }
            lexicon.words.entry(first).or_default().push((word, meaning));
        }
        for same in lexicon.words.values_mut() {
            same.sort_by_key(|(word, _)| std::cmp::Reverse(word.chars().count()));
        }
        lexicon
    }

    /// The longest word at `at`, what it stands for, and where it ends.
    pub(super) fn longest(&self, line: &FoldedLine, at: usize) -> Option<(&'static str, &T, usize)> {
        let first = line.at(at);
        let bits = self.heads.get(first as usize / 64).unwrap_or(&u64::MAX);
        if bits >> (first as usize % 64) & 1 == 0 {
            return None;
        }
        let (word, meaning) = self
            .words
            .get(&first)?
            .iter()
            .find(|(word, _)| line.has(at, word))?;
        Some((word, meaning, at + word.chars().count()))
    }
}
