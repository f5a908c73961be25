//! What a search brings back.
//!
//! Owns the hit and its two kinds of ranges: bytes for our own drawing, code points for other programs.

use super::target::{HitField, Target};
use std::ops::Range;

use crate::model::{CollegeIx, Kind};

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub(crate) target: Target,
    /// Its address, or the id of a theme or metric.
    pub(crate) addr: String,
    pub(crate) kind: Kind,
    /// The college it belongs to; none for themes and metrics.
    pub(crate) college: Option<CollegeIx>,
    /// The text that was matched, as in the dossier: the name if that was matched at all.
    pub text: String,
    /// What this text is.
    pub(crate) field: HitField,
    /// The matched parts of `text`, in bytes: in order, apart from one another, on character boundaries.
    pub ranges: Vec<Range<usize>>,
    /// How good the match is: 1000 is the whole name, lower is worse, never 0.
    pub(crate) score: u32,
}

impl Hit {
    /// The matched parts in code points, as JSON has them.
    pub(crate) fn code_points(&self) -> Vec<[usize; 2]> {
        let points = |at: usize| self.text[..at].chars().count();
        let pair = |range: &Range<usize>| [points(range.start), points(range.end)];
        self.ranges.iter().map(pair).collect()
    }
}

/// Ranges in order, those that touch made one.
pub(crate) fn joined(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn touching_ranges_are_one() {
        assert_eq!(joined(vec![3..6, 0..3, 9..12, 10..11]), [0..6, 9..12]);
        assert!(joined(Vec::new()).is_empty());
    }
}
