//! What is said with a row in words: how its figures stand to each other where that is certain, and its caveats.

use std::cmp::Ordering;

use super::{Caveat, CompareRow, Comparison, Relation, difference, order};
use crate::{
    lang::Lang,
    model::{Outcome, words},
};

impl<'a> Comparison<'a> {
    /// Everything that must be said with the row at `at`, a sentence each, without full stops.
    pub(crate) fn row_notes(&self, at: usize, lang: Lang) -> Vec<String> {
        self.row_notes_without(at, &[], lang)
    }

    /// The same without the caveats `left_out`, for a page that says them once ([`Comparison::common`]).
    pub(crate) fn row_notes_without(&self, at: usize, left_out: &[&Caveat<'_>], lang: Lang) -> Vec<String> {
        let row = &self.rows[at];
        let (elsewhere, here): (Vec<_>, Vec<_>) =
            row.caveats.iter().partition(|caveat| left_out.contains(caveat));
        let apart = elsewhere.iter().any(|caveat| matches!(caveat, Caveat::Scopes(_)));
        let reminder = (apart && row.relation == Relation::Same).then(|| {
            let words = lang.pick("口径不同，不宜直接比大小", "Scopes differ, so do not rank");
            words.to_owned()
        });
        let standing = self.standing(row, lang).into_iter().chain(reminder);
        standing
            .chain(here.into_iter().map(|caveat| caveat.words(lang)))
            .collect()
    }

    /// The caveats that every row has on which two colleges or more state a figure, if there are two such rows or more.
    pub(crate) fn common(&self) -> Vec<&Caveat<'a>> {
        let mut comparing = self
            .rows
            .iter()
            .filter(|row| row.cells.iter().filter(|cell| !cell.is_empty()).nth(1).is_some());
        let Some(first) = comparing.next() else {
            return Vec::new();
        };
        let others: Vec<_> = comparing.collect();
        let everywhere = |caveat: &&Caveat<'_>| others.iter().all(|row| row.caveats.contains(caveat));
        let caveats = first.caveats.iter().filter(everywhere);
        caveats.filter(|_| !others.is_empty()).collect()
    }

    /// How each other subject's figure on a same row stands to the first one's, where that is certain.
    fn standing(&self, row: &CompareRow<'_>, lang: Lang) -> Vec<String> {
        let mut present = row.outcomes();
        match present.next() {
            Some(reference) if row.relation == Relation::Same => {
                let mut sentences: Vec<String> = Vec::new();
                for sentence in present.filter_map(|other| self.sentence(reference, other, lang)) {
                    if !sentences.contains(&sentence) {
                        sentences.push(sentence);
                    }
                }
                sentences
            }
            _ => Vec::new(),
        }
    }

    fn sentence(&self, one: (usize, &Outcome), other: (usize, &Outcome), lang: Lang) -> Option<String> {
        if one.1.scope != other.1.scope {
            return None;
        }
        let a = self.subjects[one.0].label(lang);
        let b = self.subjects[other.0].label(lang);
        let unit = &one.1.quantity.unit;
        let by = difference(one.1, other.1).and_then(|by| words::difference(by.abs(), unit, lang));
        let verb = match order(one.1, other.1)? {
            Ordering::Equal => {
                return Some(lang.pick(format!("{a}与{b}所载相同"), format!("{a} and {b} state the same")));
            }
            Ordering::Greater => lang.pick("多于", "more than"),
            Ordering::Less => lang.pick("少于", "less than"),
        };
        Some(match (lang, by) {
            (Lang::Zh, Some(by)) => format!("{a}所载{verb}{b}，相差 {by}"),
            (Lang::Zh, None) => format!("{a}所载{verb}{b}"),
            (Lang::En, Some(by)) => format!("{a} states {verb} {b}, by {by}"),
            (Lang::En, None) => format!("{a} states {verb} {b}"),
        })
    }
}
