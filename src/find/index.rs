//! Every text once, as glyphs, and what answers to it.
//!
//! Owns the folded form of the atlas that searching runs on. It keeps no original text: what is shown is read from
//! the atlas again, for the few hits that are shown.

use super::target::Target;
use std::{borrow::Cow, collections::HashMap};

use foldhash::fast::RandomState;

use super::{
    bloom::Sign,
    char_cache::{Alone, Recent},
    entry::{self, EntryText},
    layout::{STARTS, StoredAnswer, StoredEntry, StoredFigure, StoredGlyph, TextId},
    letters::{WordStarts, letters},
    word_starts::Pairs,
};
use crate::{
    model::{Atlas, CollegeIx, Fact, Kind, facts},
    text::reading::Glyph,
};

/// Room for the texts of a few dossiers from the start; thousands of them have to grow anyway.
const TEXTS: usize = 800;

/// An atlas made ready for searching.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index {
    pub(super) glyphs: Vec<Glyph>,
    pub(super) units: Vec<StoredGlyph>,
    /// Where each text ends among the units; it starts where the one before ends.
    pub(super) ends: Vec<u32>,
    pub(super) signs: Vec<Sign>,
    pub(super) entries: Vec<StoredEntry>,
    /// The answers of each entry, one entry after the other; then those that outcomes of one metric share.
    pub(super) answers: Vec<StoredAnswer>,
    /// Where the shared answers of each metric start.
    pub(super) shared: Vec<u32>,
    /// Figures, each once.
    pub(super) figures: Vec<StoredFigure>,
    /// The units of figures, each once.
    pub(super) measures: Vec<Box<str>>,
    /// The names of each college, four a college.
    pub(super) names: Vec<TextId>,
}

impl Index {
    /// Makes `atlas` ready. At 90,000 facts this takes a while: build once, when first needed.
    pub fn new(atlas: &Atlas) -> Self {
        let mut builder = IndexBuilder::default();
        builder.texts.reserve(TEXTS);
        for college in &atlas.colleges {
            let names = entry::names(college).map(|name| builder.text(name.into()));
            builder.index.names.extend(names);
        }
        for (at, college) in (0..).map(CollegeIx).zip(&atlas.colleges) {
            for (n, fact) in (0..).zip(facts(college)) {
                builder.entry(Target::Fact(at, n), fact.kind(), entry::of_fact(atlas, fact));
                builder.figure(fact);
            }
        }
        builder.registers(atlas);
        builder.shared(atlas);
        builder.words();
        builder.index
    }

    /// Whether a unit is a Latin letter.
    pub(super) fn is_latin(&self, unit: StoredGlyph) -> bool {
        is_latin(&self.glyphs, unit)
    }

    pub(super) fn units(&self, text: TextId) -> &[StoredGlyph] {
        let start = text.at().checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.units[start as usize..self.ends[text.at()] as usize]
    }

    /// What the units of a text are.
    pub(super) fn sign(&self, text: TextId) -> Sign {
        self.signs[text.at()]
    }

    /// How many texts there are.
    pub(super) fn texts(&self) -> usize {
        self.ends.len()
    }

    /// The answers of the entry at `at` that are its own.
    pub(super) fn own(&self, at: usize) -> &[StoredAnswer] {
        let start = self.entries[at].start();
        let end = match self.entries.get(at + 1) {
            Some(next) => next.start(),
            None => self.lists_start(),
        };
        self.answers.get(start..end).unwrap_or_default()
    }

    /// The answers that outcomes of the metric at `list` share.
    pub(super) fn shared(&self, list: usize) -> &[StoredAnswer] {
        let start = self.shared[list] as usize;
        let end = self
            .shared
            .get(list + 1)
            .map_or(self.answers.len(), |end| *end as usize);
        self.answers.get(start..end).unwrap_or_default()
    }

    /// All answers of an entry, in the order of [`entry::texts`].
    pub(super) fn answers(&self, at: usize) -> Vec<StoredAnswer> {
        let shared = self.entries[at].shared().map(|list| self.shared(list));
        [self.own(at), shared.unwrap_or_default()].concat()
    }

    fn lists_start(&self) -> usize {
        self.shared
            .first()
            .map_or(self.answers.len(), |start| *start as usize)
    }

    /// The names of each college, in the order of the atlas.
    pub(super) fn colleges(&self) -> impl Iterator<Item = &[TextId]> {
        self.names.chunks(entry::NAMES)
    }

    /// The names of all colleges.
    pub(super) fn all_names(&self) -> impl Iterator<Item = TextId> {
        self.names.iter().copied()
    }
}

fn is_latin(glyphs: &[Glyph], unit: StoredGlyph) -> bool {
    glyphs[unit.glyph()].char.is_ascii_lowercase()
}

/// An index in the making: what was seen already.
#[derive(Default)]
struct IndexBuilder<'a> {
    index: Index,
    texts: Seen<Cow<'a, str>, TextId>,
    glyphs: Seen<char, u16>,
    figures: Seen<StoredFigure, usize>,
    /// The sign of each glyph.
    signs: Vec<Sign>,
    alone: Recent,
}

/// Looked into for every letter of every text.
type Seen<K, V> = HashMap<K, V, RandomState>;

impl<'a> IndexBuilder<'a> {
    fn entry(&mut self, target: Target, kind: Kind, texts: Vec<EntryText<'a>>) {
        let start = self.index.answers.len();
        self.answers(texts);
        let name = self.index.answers.get(start);
        let length = name.map_or(0, |name| self.index.units(name.text()).len());
        self.index
            .entries
            .push(StoredEntry::new(target, kind, length, start));
    }

    fn answers(&mut self, texts: Vec<EntryText<'a>>) {
        for (field, text) in texts {
            let text = self.text(text);
            self.index.answers.push(StoredAnswer::new(field, text));
        }
    }

    /// What all outcomes of a metric answer to, once for each metric.
    fn shared(&mut self, atlas: &'a Atlas) {
        for metric in &atlas.metrics {
            self.index.shared.push(self.index.answers.len() as u32);
            self.answers(entry::of_metric(atlas, metric));
        }
    }

    /// Notes the figure of the outcome entered last.
    fn figure(&mut self, fact: Fact<'_>) {
        let Fact::Outcome(_, outcome) = fact else { return };
        let (quantity, measures) = (&outcome.quantity, &mut self.index.measures);
        let known = measures.iter().position(|unit| *unit == quantity.unit);
        let unit = known.unwrap_or_else(|| {
            measures.push(quantity.unit.clone());
            measures.len() - 1
        });
        let max = quantity.max.unwrap_or(quantity.value);
        let figure = StoredFigure::new(quantity.value, max, unit);
        let figures = &mut self.index.figures;
        let place = *self.figures.entry(figure).or_insert_with(|| {
            figures.push(figure);
            figures.len() - 1
        });
        if let Some(entry) = self.index.entries.last_mut() {
            *entry = entry.counting(outcome.metric, place);
        }
    }

    fn registers(&mut self, atlas: &'a Atlas) {
        for target in Target::registers(atlas) {
            self.entry(target, target.kind(atlas), entry::texts(atlas, target));
        }
    }

    /// Marks where words start within runs of Han.
    fn words(&mut self) {
        let Index {
            ends, units, glyphs, ..
        } = &mut self.index;
        let starts = std::iter::once(0).chain(ends.iter().copied());
        let texts = || {
            starts
                .clone()
                .zip(ends.iter())
                .map(|(start, end)| start as usize..*end as usize)
        };
        let pairs = Pairs::of(units.len(), texts().map(|text| &units[text]));
        for text in texts() {
            pairs.mark(&mut units[text], |unit| is_latin(glyphs, unit));
        }
    }

    fn text(&mut self, text: Cow<'a, str>) -> TextId {
        let id = TextId(self.index.ends.len() as u32);
        let known = *self.texts.entry(text.clone()).or_insert(id);
        if known != id {
            return known;
        }
        let start = self.index.units.len();
        self.units(&text);
        self.index.ends.push(self.index.units.len() as u32);
        let signs = self.index.units[start..]
            .iter()
            .map(|unit| self.signs[unit.glyph()]);
        let sign = signs.fold(Sign::default(), Sign::and);
        self.index.signs.push(sign);
        id
    }

    fn units(&mut self, text: &str) {
        let start = self.index.units.len();
        if self.each_alone(text) {
            return;
        }
        self.index.units.truncate(start);
        for letter in letters(text) {
            let unit = StoredGlyph::plain(self.glyph(letter.char));
            self.index
                .units
                .push(if letter.starts { unit.started() } else { unit });
        }
    }

    /// The same for a text whose characters fold one by one; not done when one does not.
    fn each_alone(&mut self, text: &str) -> bool {
        let mut words = WordStarts::default();
        for char in text.chars() {
            match self.alone(char) {
                Alone::Letter(letter, unit) if words.starts(letter) => self.index.units.push(unit.started()),
                Alone::Letter(_, unit) => self.index.units.push(unit),
                Alone::Mark => words.mark(),
                Alone::Together => return false,
            }
        }
        true
    }

    fn alone(&mut self, char: char) -> Alone {
        self.alone.get(char).unwrap_or_else(|| {
            let alone = Alone::of(char, |folded| StoredGlyph::plain(self.glyph(folded)));
            self.alone.put(char, alone);
            alone
        })
    }

    /// The number of a glyph; what comes after the 32,767th shares the last number and matches as that.
    fn glyph(&mut self, char: char) -> u16 {
        if let Some(known) = self.glyphs.get(&char) {
            return *known;
        }
        let number = (self.index.glyphs.len() as u16).min(STARTS - 1);
        if self.index.glyphs.len() <= usize::from(number) {
            let glyph = Glyph::any(char);
            self.signs.push(Sign::of(&glyph));
            self.index.glyphs.push(glyph);
        }
        self.glyphs.insert(char, number);
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{Origin, load};

    #[test]
    fn characters_fold_alone_as_they_do_together() {
        let atlas = load(&Origin::Embedded).atlas;
        let mut builder = IndexBuilder::default();
        let texts = atlas
            .colleges
            .iter()
            .flat_map(facts)
            .flat_map(|fact| entry::of_fact(&atlas, fact));
        let mut count = 0;
        for (_, text) in texts {
            builder.index.units.clear();
            if !builder.each_alone(&text) {
                continue;
            }
            count += 1;
            let alone: Vec<_> = builder.index.units.drain(..).collect();
            for letter in letters(&text) {
                let unit = StoredGlyph::plain(builder.glyph(letter.char));
                let unit = if letter.starts { unit.started() } else { unit };
                builder.index.units.push(unit);
            }
            assert_eq!(alone, builder.index.units, "{text}");
        }
        assert!(count > 1_000);
    }
}
