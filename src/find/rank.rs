//! How good a match is.
//!
//! Owns the order: whole name, its beginning, the initials of the whole name, a word inside, anywhere inside,
//! scattered. The numbers are costs, less is better; they leave room for what a field costs on top.

use super::cost::NONE;
use std::ops::Range;

use super::{
    bloom::Sign,
    index::Index,
    layout::{StoredGlyph, TextId},
    pattern::{Manner, Pattern, PatternStep},
};

/// Where a word matches a text and what that costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Match {
    /// Less is better.
    pub(crate) cost: u8,
    /// The letters from the first to the last that match.
    pub(crate) range: Range<usize>,
    /// How it was typed.
    pub(crate) manner: Manner,
}

/// A word made ready for the texts of one index.
pub(crate) struct Scan<'a> {
    index: &'a Index,
    pattern: &'a Pattern,
    needed: Sign,
    spelt: Steps,
    initials: Steps,
    scattered: bool,
}

/// What every glyph of an index does with a pattern.
#[derive(Default)]
struct Steps {
    /// The step of each glyph, by its place among the steps.
    of: Vec<u16>,
    /// The first is that of the glyphs that do nothing, which are nearly all.
    steps: Vec<PatternStep>,
    /// Whether a match can start with the glyph: looked at far more often than the step itself.
    opens: Vec<bool>,
}

impl Steps {
    fn new(index: &Index, pattern: &Pattern, manner: Manner) -> Self {
        let mut steps = vec![PatternStep::default()];
        let place = |glyph| {
            let step = pattern.step(glyph, manner);
            if step.is_idle() {
                return 0;
            }
            steps.push(step);
            (steps.len() - 1) as u16
        };
        let of: Vec<u16> = index.glyphs.iter().map(place).collect();
        let opens = of.iter().map(|at| steps[usize::from(*at)].opens()).collect();
        Self { of, steps, opens }
    }

    fn of(&self, unit: StoredGlyph) -> &PatternStep {
        &self.steps[usize::from(self.of[unit.glyph()])]
    }

    fn opens(&self, unit: StoredGlyph) -> bool {
        self.opens[unit.glyph()]
    }
}

/// Fewest letters that may match a part of a Latin word; with so few it counts little.
const LATIN: usize = 3;

impl<'a> Scan<'a> {
    /// Makes `pattern` ready; a scattered one also matches when letters between are passed over. Two initials do not:
    /// they would stand for nearly anything.
    pub(crate) fn new(index: &'a Index, pattern: &'a Pattern, scattered: bool) -> Self {
        let units = pattern.units();
        let typed = units.len() > 1 && units.iter().any(char::is_ascii_lowercase);
        Self {
            index,
            pattern,
            needed: Sign::needed(units),
            spelt: Steps::new(index, pattern, Manner::Spelt),
            initials: if typed {
                Steps::new(index, pattern, Manner::Initials)
            } else {
                Steps::default()
            },
            scattered: scattered && units.len() > if typed { 2 } else { 1 },
        }
    }

    /// The best match in a text of the index.
    pub(crate) fn best_in(&self, text: TextId) -> Option<Match> {
        self.best(self.index.units(text), self.index.sign(text))
    }

    /// Whether a text of the index begins with the word: not with a few letters of a Latin word, nor, if the word is typed
    /// in syllables, with the beginning of one.
    pub(crate) fn begins(&self, text: TextId) -> bool {
        let steps = || self.index.units(text).iter().map(|unit| self.spelt.of(*unit));
        let few_letters = spelt(MatchPlace::LatinPart);
        self.best_in(text)
            .is_some_and(|found| found.range.start == 0 && found.cost < few_letters)
            && (!self.pattern.is_read_out() || self.pattern.begins_whole(steps()))
    }

    /// The letters of a text of the index that the word takes.
    pub(crate) fn taken_in(&self, text: TextId) -> Vec<usize> {
        self.best_in(text)
            .map(|found| self.taken(self.index.units(text), found.range))
            .unwrap_or_default()
    }

    /// The best match in a text of these units and this sign.
    pub(crate) fn best(&self, units: &[StoredGlyph], sign: Sign) -> Option<Match> {
        if !sign.has(self.needed) {
            return None;
        }
        let spelt = self.in_manner(units, Manner::Spelt);
        let initials = self.in_manner(units, Manner::Initials);
        let found = spelt.into_iter().chain(initials).min_by_key(|found| found.cost);
        found.or_else(|| self.scattered(units))
    }

    fn in_manner(&self, units: &[StoredGlyph], manner: Manner) -> Option<Match> {
        let (steps, cost): (&Steps, fn(MatchPlace) -> u8) = match manner {
            Manner::Spelt => (&self.spelt, spelt),
            Manner::Initials => (&self.initials, initials),
        };
        if steps.steps.is_empty() {
            return None;
        }
        let mut best: Option<Match> = None;
        for start in (0..units.len()).filter(|at| steps.opens(units[*at])) {
            let rest = units[start..].iter().map(|unit| steps.of(*unit));
            let Some(letters) = self.pattern.starts(rest) else {
                continue;
            };
            let range = start..start + letters;
            let Some(place) = self.match_place(units, &range) else {
                continue;
            };
            let cost = cost(place);
            if best.as_ref().is_none_or(|best| cost < best.cost) {
                best = Some(Match { cost, range, manner });
            }
            if place <= MatchPlace::LastWord {
                break;
            }
        }
        best
    }

    /// Where a match lies; none when that is too far inside a Latin word.
    fn match_place(&self, units: &[StoredGlyph], range: &Range<usize>) -> Option<MatchPlace> {
        let first = units[range.start];
        let ends = range.end == units.len();
        if self.index.is_latin(first) && !self.is_latin_word(units, range) {
            let typed = self.pattern.units().len();
            if typed <= LATIN || !first.starts() {
                let place = if first.starts() {
                    MatchPlace::LatinPart
                } else {
                    MatchPlace::InLatin
                };
                return (typed >= LATIN).then_some(place);
            }
        }
        Some(match (range.start == 0, first.starts(), ends) {
            (true, _, true) => MatchPlace::Whole,
            (true, _, false) => MatchPlace::Beginning,
            (_, true, true) => MatchPlace::LastWord,
            (_, true, false) => MatchPlace::Word,
            (_, _, true) => MatchPlace::End,
            _ => MatchPlace::Inside,
        })
    }

    /// Whether a match that starts in Latin takes whole words.
    fn is_latin_word(&self, units: &[StoredGlyph], range: &Range<usize>) -> bool {
        let after = units.get(range.end);
        units[range.start].starts() && after.is_none_or(|unit| unit.starts() || !self.index.is_latin(*unit))
    }

    /// A match whose letters stand apart, but not too far: 校企基地 in 校企共建示范基地. Initials must stand closer.
    fn scattered(&self, units: &[StoredGlyph]) -> Option<Match> {
        let (steps, most) = self.loosest();
        let opens = |at: &usize| {
            let unit = units[*at];
            unit.starts() && steps.opens(unit) && !self.index.is_latin(unit)
        };
        let spans = (0..units.len()).filter(|_| self.scattered).filter(opens);
        let range = spans
            .filter_map(|start| {
                let rest = units[start..].iter();
                let rest = rest.map(|unit| (steps.of(*unit), unit.starts()));
                Some(start..start + self.pattern.starts_scattered(rest)?)
            })
            .min_by_key(Range::len)
            .filter(|range| range.len() <= most)?;
        let cost = (SCATTERED + range.len()).min(usize::from(NONE) - 1) as u8;
        let manner = Manner::Initials;
        Some(Match { cost, range, manner })
    }

    /// The steps that let most through, and how far apart they may then be. Whole syllables are no initials: `zhangsha` is
    /// not found in 彰显…, for its letters would stand for nearly anything.
    fn loosest(&self) -> (&Steps, usize) {
        let letters = self.pattern.units().len();
        if self.initials.steps.is_empty() || self.pattern.is_read_out() {
            (&self.spelt, 3 * letters)
        } else {
            (&self.initials, 2 * letters)
        }
    }

    /// The letters of `range` that a match of this word takes; all of them unless it is scattered.
    pub(crate) fn taken(&self, units: &[StoredGlyph], range: Range<usize>) -> Vec<usize> {
        let (steps, _) = self.loosest();
        let steps: Vec<_> = units[range.clone()]
            .iter()
            .map(|unit| (*steps.of(*unit), unit.starts()))
            .collect();
        if self.pattern.starts(steps.iter().map(|(step, _)| step)) == Some(range.len()) {
            return range.collect();
        }
        let taken = self.pattern.trace(&steps).unwrap_or_default();
        taken.into_iter().map(|at| range.start + at).collect()
    }
}

/// Where in a text a match lies, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum MatchPlace {
    Whole,
    Beginning,
    LastWord,
    Word,
    End,
    Inside,
    LatinPart,
    InLatin,
}

/// Characters as they are, or whole readings.
fn spelt(place: MatchPlace) -> u8 {
    match place {
        MatchPlace::Whole => 0,
        MatchPlace::Beginning => 10,
        MatchPlace::LastWord | MatchPlace::Word => 24,
        MatchPlace::End => 26,
        MatchPlace::Inside => 30,
        MatchPlace::LatinPart => 45,
        MatchPlace::InLatin => 60,
    }
}

/// Initials, all or some.
fn initials(place: MatchPlace) -> u8 {
    match place {
        MatchPlace::Whole => 14,
        MatchPlace::Beginning => 26,
        MatchPlace::LastWord => 27,
        MatchPlace::Word => 32,
        MatchPlace::End => 37,
        MatchPlace::Inside => 42,
        MatchPlace::LatinPart => 55,
        MatchPlace::InLatin => 70,
    }
}

/// A scattered match costs this and its length.
const SCATTERED: usize = 75;
