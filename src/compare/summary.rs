//! What is said with a row in words: how its figures stand to each other where that is certain, and its caveats.

use std::cmp::Ordering;

use super::{Caveat, Comparison, Relation, Row, difference, order};
use crate::{lang::Lang, model::Outcome, numeral::grouped};

impl<'a> Comparison<'a> {
    /// Everything that must be said with the row at `at`, a sentence each, without full stops.
    pub(crate) fn said(&self, at: usize, lang: Lang) -> Vec<String> {
        self.said_but(at, &[], lang)
    }

    /// The same without the caveats `left_out`, for a page that says them once ([`Comparison::common`]).
    pub(crate) fn said_but(&self, at: usize, left_out: &[&Caveat<'_>], lang: Lang) -> Vec<String> {
        let row = &self.rows[at];
        let caveats = row.caveats.iter().filter(|caveat| !left_out.contains(caveat));
        let caveats = caveats.map(|caveat| caveat.words(lang));
        self.standing(row, lang).into_iter().chain(caveats).collect()
    }

    /// The caveats that every row with more than one outcome has, if there are two such rows or more.
    pub(crate) fn common(&self) -> Vec<&Caveat<'a>> {
        let mut comparing = self.rows.iter().filter(|row| row.outcomes().nth(1).is_some());
        let Some(first) = comparing.next() else {
            return Vec::new();
        };
        let others: Vec<_> = comparing.collect();
        let everywhere = |caveat: &&Caveat<'_>| others.iter().all(|row| row.caveats.contains(caveat));
        let caveats = first.caveats.iter().filter(everywhere);
        caveats.filter(|_| !others.is_empty()).collect()
    }

    /// How each other subject's figure on a same row stands to the first one's, where that is certain.
    fn standing(&self, row: &Row<'_>, lang: Lang) -> Vec<String> {
        let mut present = row.outcomes();
        match present.next() {
            Some(reference) if row.relation == Relation::Same => present
                .filter_map(|other| self.sentence(reference, other, lang))
                .collect(),
            _ => Vec::new(),
        }
    }

    fn sentence(&self, one: (usize, &Outcome), other: (usize, &Outcome), lang: Lang) -> Option<String> {
        let a = self.subjects[one.0].label(lang);
        let b = self.subjects[other.0].label(lang);
        let by = difference(one.1, other.1).map(f64::abs).map(grouped);
        let unit = &one.1.quantity.unit;
        let verb = match order(one.1, other.1)? {
            Ordering::Equal => {
                return Some(lang.pick(format!("{a}与{b}所载相同"), format!("{a} and {b} state the same")));
            }
            Ordering::Greater => lang.pick("多于", "more than"),
            Ordering::Less => lang.pick("少于", "less than"),
        };
        Some(match (lang, by) {
            (Lang::Zh, Some(by)) => format!("{a}所载{verb}{b}，相差{by}{unit}"),
            (Lang::Zh, None) => format!("{a}所载{verb}{b}"),
            (Lang::En, Some(by)) => format!("{a} states {verb} {b}, by {by}{unit}"),
            (Lang::En, None) => format!("{a} states {verb} {b}"),
        })
    }
}
