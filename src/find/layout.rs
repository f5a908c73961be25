//! What the index is made of, as plain numbers: what was kept is taken back as it is.
//!
//! Owns how things are told by numbers. Whether a number points at something is asked where numbers come from
//! elsewhere: accessors take it for granted.

use super::target::{HitField, Target};
use crate::model::{CollegeIx, Kind, MetricIx, ThemeIx};

/// One glyph of a text: its number, and in the highest bit whether a word starts with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct StoredGlyph(pub(super) u16);

/// A text, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct TextId(pub(super) u32);

/// A text that an entry answers to, and what that is to it: the number of the text, and above it that of the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct StoredAnswer(pub(super) u32);

/// One thing to find: its college, theme or metric; its place among the facts of the college, its kind and how many
/// letters its name has; where its answers start; which answers it shares with others; its figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct StoredEntry(pub(super) [u32; ENTRY]);

/// Numbers that an entry is.
const ENTRY: usize = 5;

/// Bits for the letters of a name; a longer one counts as so long.
const LENGTH: u32 = 8;

/// Bits for a kind.
const KIND: u32 = 4;

/// Stands for a figure, or for shared answers, where there are none.
const NONE: u32 = u32::MAX;

/// The figure of an outcome: the place of its unit, the value in base units, the upper end of a range (else the value
/// again); both as the bits of a number, the lower half first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct StoredFigure(pub(super) [u32; FIGURE]);

/// Numbers that a figure is.
pub(crate) const FIGURE: usize = 5;

/// Texts there may be.
const TEXTS: u32 = 1 << 28;

impl StoredEntry {
    /// A thing of `kind` whose answers start at `start`, the first of them with `length` letters.
    pub(crate) fn new(target: Target, kind: Kind, length: usize, start: usize) -> Self {
        let [place, n] = match target {
            Target::Fact(college, n) => [college.0, n],
            Target::Theme(theme) => [u32::from(theme.0), 0],
            Target::Metric(metric) => [u32::from(metric.0), 0],
        };
        let length = (length as u32).min((1 << LENGTH) - 1);
        let packed = n << (LENGTH + KIND) | (kind as u32) << LENGTH | length;
        Self([place, packed, start as u32, NONE, NONE])
    }

    /// The same with the answers that all outcomes of `metric` share, and its figure, by its place among figures.
    #[must_use]
    pub(crate) fn counting(self, metric: Option<MetricIx>, figure: usize) -> Self {
        let [place, packed, start, ..] = self.0;
        Self([
            place,
            packed,
            start,
            metric.map_or(NONE, |metric| u32::from(metric.0)),
            figure as u32,
        ])
    }

    /// What it is.
    pub(crate) fn target(&self) -> Target {
        let [place, packed, ..] = self.0;
        match self.kind() {
            Kind::Theme => Target::Theme(ThemeIx(place as u16)),
            Kind::Metric => Target::Metric(MetricIx(place as u16)),
            _ => Target::Fact(CollegeIx(place), packed >> (LENGTH + KIND)),
        }
    }

    pub(crate) fn kind(&self) -> Kind {
        Kind::ALL[(self.0[1] >> LENGTH) as usize % (1 << KIND)]
    }

    /// How many letters its name has, up to 255.
    pub(crate) fn length(&self) -> u32 {
        self.0[1] % (1 << LENGTH)
    }

    /// Where its own answers start.
    pub(crate) fn start(&self) -> usize {
        self.0[2] as usize
    }

    /// Which answers it shares with others.
    pub(crate) fn shared(&self) -> Option<usize> {
        Some(self.0[3]).filter(|n| *n != NONE).map(|n| n as usize)
    }

    /// The place of its figure.
    pub(crate) fn figure(&self) -> Option<usize> {
        Some(self.0[4]).filter(|n| *n != NONE).map(|n| n as usize)
    }

    /// Whether it can be taken for one: of a kind that there is, its numbers among so many answers, lists and figures.
    pub(super) fn is_within(&self, answers: usize, lists: usize, figures: usize) -> bool {
        let kind = (self.0[1] >> LENGTH) as usize % (1 << KIND);
        kind < Kind::ALL.len()
            && self.start() < answers
            && self.shared().is_none_or(|list| list < lists)
            && self.figure().is_none_or(|figure| figure < figures)
    }
}

impl StoredFigure {
    /// A figure; `unit` is the place of its unit.
    pub(crate) fn new(value: f64, max: f64, unit: usize) -> Self {
        let halves = |value: f64| [value.to_bits() as u32, (value.to_bits() >> 32) as u32];
        let ([low, high], [max_low, max_high]) = (halves(value), halves(max));
        Self([unit as u32, low, high, max_low, max_high])
    }

    /// The place of its unit.
    pub(crate) fn unit(&self) -> usize {
        self.0[0] as usize
    }

    /// Whether it is `value`, or a range that starts or ends there.
    pub(crate) fn is(&self, value: f64) -> bool {
        let [_, low, high, max_low, max_high] = self.0;
        let number = |low: u32, high: u32| f64::from_bits(u64::from(high) << 32 | u64::from(low));
        value == number(low, high) || value == number(max_low, max_high)
    }
}

impl StoredAnswer {
    /// `text` as `field` of an entry.
    pub(crate) fn new(field: HitField, text: TextId) -> Self {
        Self((field as u32) << TEXTS.ilog2() | text.0)
    }

    /// What the text is to the entry.
    pub(crate) fn field(self) -> HitField {
        HitField::ALL[(self.0 >> TEXTS.ilog2()) as usize]
    }

    /// The numbers of the text and of the field, whether or not they are of any.
    pub(super) fn numbers(self) -> [u32; 2] {
        [self.0 % TEXTS, self.0 >> TEXTS.ilog2()]
    }

    pub(crate) fn text(self) -> TextId {
        TextId(self.0 % TEXTS)
    }
}

/// Says that a word starts; glyphs have lower numbers.
pub(crate) const STARTS: u16 = 1 << 15;

impl StoredGlyph {
    /// A glyph within a word.
    pub(crate) fn plain(glyph: u16) -> Self {
        Self(glyph & !STARTS)
    }

    /// The number of the glyph.
    pub(crate) fn glyph(self) -> usize {
        usize::from(self.0 & !STARTS)
    }

    /// Whether a word, or what follows a mark, starts here.
    pub(crate) fn starts(self) -> bool {
        self.0 & STARTS != 0
    }

    /// The same glyph, as the start of a word.
    #[must_use]
    pub(crate) fn started(self) -> Self {
        Self(self.0 | STARTS)
    }
}

impl TextId {
    /// Its place among the texts.
    pub(crate) fn at(self) -> usize {
        self.0 as usize
    }
}
