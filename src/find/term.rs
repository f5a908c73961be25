//! One word of a query against everything there is.
//!
//! Owns what a word costs in each text, worked out once a query, and from it what it costs for an entry.

use super::cost::NONE;
use super::target::HitField;
use super::{
    index::Index,
    layout::{StoredAnswer, StoredEntry, TextId},
    pattern::Manner,
    phrase_frequency::{Phrase, Usage},
    query::{TypedFigure, Word},
    rank::{Match, Scan},
};
use crate::parallel;

/// A word in every way that is looked for: as typed, and as others for the same thing.
pub(crate) struct Spellings<'a>(Vec<(Scan<'a>, u8)>);

impl<'a> Spellings<'a> {
    /// Makes `word` ready for the texts of `index`. What it may stand for is not looked for letter by letter.
    pub(crate) fn new(index: &'a Index, word: &'a Word, scattered: bool) -> Self {
        let typed = (Scan::new(index, &word.pattern, scattered), 0);
        let others = word.others.iter();
        let others = others.map(|(other, cost)| (Scan::new(index, other, false), *cost));
        Self(std::iter::once(typed).chain(others).collect())
    }

    pub(crate) fn best_in(&self, text: TextId) -> Option<Match> {
        self.best(text).map(|(_, found)| found)
    }

    /// The letters of a text that the best match takes.
    pub(crate) fn taken_in(&self, text: TextId) -> Vec<usize> {
        self.best(text)
            .map_or_else(Vec::new, |(scan, _)| scan.taken_in(text))
    }

    fn best(&self, text: TextId) -> Option<(&Scan<'a>, Match)> {
        let found = self.0.iter().filter_map(|(scan, more)| {
            let found = scan.best_in(text)?;
            let cost = found.cost.saturating_add(*more).min(NONE - 1);
            Some((scan, Match { cost, ..found }))
        });
        found.min_by_key(|(_, found)| found.cost)
    }
}

/// A word and where it matches.
pub(crate) struct ScannedWord<'a> {
    index: &'a Index,
    figure: Option<&'a TypedFigure>,
    costs: Vec<u8>,
    /// What the word costs in the answers that outcomes of each metric share.
    shared: Vec<Option<u32>>,
    colleges: Vec<Option<u32>>,
}

/// What a word costs that only the name of the college satisfies: its beginning, or another part of it.
const COLLEGE: [u32; 2] = [40, 60];

/// What a figure costs that is the outcome's.
const FIGURE: u32 = 2;

/// What a figure costs that stands without a unit, so that it may as well be part of a name.
const BARE: u32 = 12;

impl<'a> ScannedWord<'a> {
    /// Looks for `word` in every text.
    pub(crate) fn new(index: &'a Index, word: &'a Word, scattered: bool) -> Self {
        let scan = Spellings::new(index, word, scattered);
        let costs = costs(index, &scan);
        let named = |names: &[TextId]| {
            let found = names.iter().filter_map(|name| scan.best_in(*name));
            let first = found.map(|found| found.range.start).min()?;
            Some(COLLEGE[usize::from(first > 0)])
        };
        Self {
            colleges: index.colleges().map(named).collect(),
            shared: (0..index.shared.len())
                .map(|list| {
                    let answers = index.shared(list).iter();
                    answers.filter_map(|answer| matched(&costs, *answer)).min()
                })
                .collect(),
            figure: word.figure.as_ref(),
            index,
            costs,
        }
    }

    /// What the word costs in the texts and the figure of the entry at `at`.
    pub(crate) fn own(&self, at: usize, entry: &StoredEntry) -> Option<u32> {
        let own = self.index.own(at);
        let figure = self.figure_cost(entry).map(|cost| {
            let printed =
                |of: &StoredAnswer| of.field() == HitField::Written && matched(&self.costs, *of).is_some();
            cost - u32::from(own.iter().any(printed))
        });
        let shared = entry.shared().and_then(|list| self.shared[list]);
        let own = own.iter().filter_map(|answer| matched(&self.costs, *answer));
        own.chain(figure).chain(shared).min()
    }

    /// What it costs to be satisfied by the name of the college.
    pub(crate) fn college(&self, entry: &StoredEntry) -> Option<u32> {
        let college = entry.target().college()?;
        self.colleges[college.at()]
    }

    /// What it costs as the figure of an outcome.
    fn figure_cost(&self, entry: &StoredEntry) -> Option<u32> {
        let (figure, counted) = (self.figure?, &self.index.figures[entry.figure()?]);
        if !counted.is(figure.value) {
            return None;
        }
        let unit = match (&*figure.unit, &*self.index.measures[counted.unit()]) {
            ("", counted) => figure.bare || counted != "%",
            (unit, counted) => unit == counted,
        };
        unit.then_some(if figure.bare { BARE } else { FIGURE })
    }
}

/// What a word of these costs costs as `answer`.
fn matched(costs: &[u8], answer: StoredAnswer) -> Option<u32> {
    let cost = costs[answer.text().at()];
    if cost == NONE {
        return None; // as nearly all are: nothing more is looked at
    }
    let field = answer.field();
    (cost <= field.loosest()).then(|| u32::from(cost) + field.cost())
}

/// What the word costs in each text; of the phrases that initials may stand for, the usual ones cost less.
fn costs(index: &Index, scan: &Spellings<'_>) -> Vec<u8> {
    let mut costs = vec![NONE; index.texts()];
    let mut usage = Usage::new(index.texts());
    let matches = matches(index, scan);
    for (_, _, phrase) in &matches {
        phrase.iter().for_each(|phrase| usage.add(*phrase));
    }
    for (text, cost, phrase) in matches {
        costs[text.at()] = cost - phrase.map_or(0, |phrase| usage.favour(phrase));
    }
    costs
}

/// Every text that the word matches, in order, what that costs, and the phrase that initials were taken for.
fn matches(index: &Index, scan: &Spellings<'_>) -> Vec<(TextId, u8, Option<Phrase>)> {
    parallel::found(index.texts(), |at| {
        let text = TextId(at as u32);
        let Match { cost, range, manner } = scan.best_in(text)?;
        let phrase = (manner == Manner::Initials).then(|| Phrase::of(&index.units(text)[range]));
        Some((text, cost, phrase))
    })
}
