//! What may have been meant when nothing was found.
//!
//! Owns the loosening of a query: without one of its words, then with a word cut shorter letter by letter.

use super::{
    index::Index,
    query::words,
    search::{Filter, Matches, Search},
};
use crate::model::Atlas;

/// How many suggestions there are at most.
const MOST: usize = 3;

impl Index {
    /// The nearest things to find when [`Index::search`] finds none; may be empty.
    pub(crate) fn nearest(&self, atlas: &Atlas, typed: &str, filter: Filter) -> Matches {
        let search = Search::new(self, atlas, MOST, filter);
        let typed: Vec<&str> = typed.split_whitespace().collect();
        let fewer = (0..typed.len())
            .filter(|_| typed.len() > 1)
            .map(|left| without(&typed, left));
        let shorter = typed.iter().flat_map(|word| shorter(word));
        fewer
            .chain(shorter)
            .map(|typed| search.near(&words(&typed)))
            .find(|matches| !matches.is_empty())
            .unwrap_or_default()
    }
}

fn without(words: &[&str], left: usize) -> String {
    let kept = words.iter().enumerate().filter(|(at, _)| *at != left);
    kept.map(|(_, word)| *word).collect::<Vec<_>>().join(" ")
}

/// Beginnings of `word`, longest first, then endings; half of it at least.
fn shorter(word: &str) -> impl Iterator<Item = String> {
    let letters: Vec<char> = word.chars().collect();
    // Two initials stand for nearly anything.
    let fewest = if word.is_ascii() { 3 } else { 1 };
    let least = letters.len().div_ceil(2).max(fewest);
    let lengths = (least..letters.len()).rev();
    let beginnings: Vec<String> = lengths.clone().map(|n| letters[..n].iter().collect()).collect();
    let endings: Vec<String> = lengths
        .map(|n| letters[letters.len() - n..].iter().collect())
        .collect();
    beginnings.into_iter().chain(endings)
}
