//! What must be said with a row: order where it is certain, and its caveats.

use std::cmp::Ordering;

use super::{Face, Sheet};
use crate::{
    compare::{Caveat, Comparison, Relation, Row, difference, order},
    lang::Lang,
    model::Outcome,
    numeral::grouped,
    page::{
        Run,
        block::Block,
        layout::{self, Row as Drawn},
    },
};

/// Where notes start.
const INDENT: usize = 4;

/// What must be said with the row at `at`, `but_common` without what is said of all rows at once.
pub(super) fn of_row(sheet: &Sheet<'_>, at: usize, but_common: bool) -> Vec<Drawn> {
    let lang = sheet.view.lang;
    let said = match sheet.face {
        Face::Figures(comparison) => {
            let row = &comparison.rows[at];
            let left_out = if but_common {
                shared(comparison)
            } else {
                Vec::new()
            };
            let caveats = row.caveats.iter().filter(|caveat| !left_out.contains(caveat));
            let caveats = caveats.map(|caveat| caveat.words(lang));
            standing(comparison, row, lang)
                .into_iter()
                .chain(caveats)
                .collect()
        }
        Face::Pillars(alignment) => super::pillars::notes(alignment, at, lang),
    };
    drawn(sheet, said)
}

/// What must be said with every row that sets figures side by side.
pub(super) fn common(sheet: &Sheet<'_>) -> Vec<Drawn> {
    let said = match sheet.face {
        Face::Figures(comparison) => {
            let words = |caveat: &Caveat<'_>| caveat.words(sheet.view.lang);
            shared(comparison).into_iter().map(words).collect()
        }
        Face::Pillars(alignment) => super::pillars::lonely(alignment, sheet.view.lang),
    };
    drawn(sheet, said)
}

fn drawn(sheet: &Sheet<'_>, said: Vec<String>) -> Vec<Drawn> {
    if said.is_empty() {
        return Vec::new();
    }
    let words = said.join(sheet.view.lang.pick("；", ". "));
    let block = Block::indented(INDENT, INDENT, [Run::warning(words)]);
    layout::layout(&[block], sheet.view.width, sheet.view.policy)
}

/// The caveats that two rows or more have and no comparing row lacks.
fn shared<'c, 'a>(comparison: &'c Comparison<'a>) -> Vec<&'c Caveat<'a>> {
    let mut comparing = comparison
        .rows
        .iter()
        .filter(|row| row.relation != Relation::Alone);
    let Some(first) = comparing.next() else {
        return Vec::new();
    };
    let others: Vec<_> = comparing.collect();
    let everywhere = |caveat: &&Caveat<'_>| others.iter().all(|row| row.caveats.contains(caveat));
    let caveats = first.caveats.iter().filter(everywhere);
    caveats.filter(|_| !others.is_empty()).collect()
}

/// How each other college's figure stands to the first one's, where that is certain.
fn standing(comparison: &Comparison<'_>, row: &Row<'_>, lang: Lang) -> Vec<String> {
    if row.relation != Relation::Same {
        return Vec::new();
    }
    let mut present = row.outcomes();
    let Some(reference) = present.next() else {
        return Vec::new();
    };
    present
        .filter_map(|other| sentence(comparison, reference, other, lang))
        .collect()
}

fn sentence(
    comparison: &Comparison<'_>,
    (subject, outcome): (usize, &Outcome),
    (other, against): (usize, &Outcome),
    lang: Lang,
) -> Option<String> {
    let a = comparison.subjects[subject].label(lang);
    let b = comparison.subjects[other].label(lang);
    let by = difference(outcome, against).map(f64::abs).map(grouped);
    let unit = &outcome.quantity.unit;
    let verb = match order(outcome, against)? {
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
