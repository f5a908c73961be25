//! What the index is made of, as plain numbers: what was kept is taken back as it is.
//!
//! Owns how things are told by numbers. Whether a number points at something is asked where numbers come from
//! elsewhere: accessors take it for granted.

use std::ops::Range;

use super::entry::{Field, Target};
use crate::model::{CollegeIx, Kind, MetricIx, ThemeIx};

/// One glyph of a text: its number, and in the highest bit whether a word starts with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit(pub(super) u16);

/// A text, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TextId(pub(super) u32);

/// A text that an entry answers to, and what that is to it: the number of the text, and above it that of the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer(pub(super) u32);

/// One thing to find: what sort of target (and above it the kind), the target (two numbers), how many letters its name
/// has, where its answers start and end; of an outcome also the place of the unit, the value and the upper end of a
/// range (two numbers each, the lower half first).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry(pub(super) [u32; ENTRY]);

/// Numbers that an entry is.
pub const ENTRY: usize = 11;

/// Stands for the unit when there is no figure.
const NONE: u32 = u32::MAX;

/// The figure of an outcome.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counted {
    /// In base units.
    pub value: f64,
    /// The upper end of a range; else the same.
    pub max: f64,
    /// The place of its unit among those of the index.
    pub unit: u32,
}

/// Texts there may be.
const TEXTS: u32 = 1 << 28;

impl Entry {
    /// A thing of `kind` that answers to the texts of `fields`, the first of which has `length` letters.
    pub fn new(target: Target, kind: Kind, length: usize, fields: Range<usize>) -> Self {
        let [sort, one, other] = match target {
            Target::Fact(college, n) => [0, college.0, n],
            Target::Theme(theme) => [1, u32::from(theme.0), 0],
            Target::Metric(metric) => [2, u32::from(metric.0), 0],
        };
        let sort = sort | (kind as u32) << 8;
        let [length, start, end] = [length, fields.start, fields.end].map(|n| n as u32);
        Self([sort, one, other, length, start, end, NONE, 0, 0, 0, 0])
    }

    /// The same with a figure.
    #[must_use]
    pub fn counting(self, figure: Counted) -> Self {
        let halves = |value: f64| [value.to_bits() as u32, (value.to_bits() >> 32) as u32];
        let [sort, one, other, length, start, end, ..] = self.0;
        let ([low, high], [max_low, max_high]) = (halves(figure.value), halves(figure.max));
        Self([
            sort,
            one,
            other,
            length,
            start,
            end,
            figure.unit,
            low,
            high,
            max_low,
            max_high,
        ])
    }

    /// What it is.
    pub fn target(&self) -> Target {
        let [sort, one, other, ..] = self.0;
        match sort & 0xff {
            0 => Target::Fact(CollegeIx(one), other),
            1 => Target::Theme(ThemeIx(one as u16)),
            _ => Target::Metric(MetricIx(one as u16)),
        }
    }

    /// Its kind.
    pub fn kind(&self) -> Kind {
        Kind::ALL[(self.0[0] >> 8) as usize]
    }

    /// How many letters its name has.
    pub fn length(&self) -> u32 {
        self.0[3]
    }

    /// Where its answers lie.
    pub fn fields(&self) -> Range<usize> {
        self.0[4] as usize..self.0[5] as usize
    }

    /// The figure of an outcome.
    pub fn figure(&self) -> Option<Counted> {
        let [.., unit, low, high, max_low, max_high] = self.0;
        let value = |low: u32, high: u32| f64::from_bits(u64::from(high) << 32 | u64::from(low));
        (unit != NONE).then(|| Counted {
            value: value(low, high),
            max: value(max_low, max_high),
            unit,
        })
    }

    /// Whether it can be taken for one: of a kind that there is, with answers among so many, its unit among so many.
    pub(super) fn is_within(&self, answers: usize, units: usize) -> bool {
        let fields = self.fields();
        ((self.0[0] >> 8) as usize) < Kind::ALL.len()
            && !fields.is_empty()
            && fields.end <= answers
            && (self.0[6] == NONE || (self.0[6] as usize) < units)
    }
}

impl Answer {
    /// `text` as `field` of an entry.
    pub fn new(field: Field, text: TextId) -> Self {
        Self((field as u32) << TEXTS.ilog2() | text.0)
    }

    /// What the text is to the entry.
    pub fn field(self) -> Field {
        Field::ALL[(self.0 >> TEXTS.ilog2()) as usize]
    }

    /// Whether it is one of so many texts, of a field that there is.
    pub(super) fn is_within(self, texts: usize) -> bool {
        self.text().at() < texts && ((self.0 >> TEXTS.ilog2()) as usize) < Field::ALL.len()
    }

    /// The text.
    pub fn text(self) -> TextId {
        TextId(self.0 % TEXTS)
    }
}

/// Says that a word starts; glyphs have lower numbers.
pub const STARTS: u16 = 1 << 15;

impl Unit {
    /// A glyph within a word.
    pub fn plain(glyph: u16) -> Self {
        Self(glyph & !STARTS)
    }

    /// The number of the glyph.
    pub fn glyph(self) -> usize {
        usize::from(self.0 & !STARTS)
    }

    /// Whether a word, or what follows a mark, starts here.
    pub fn starts(self) -> bool {
        self.0 & STARTS != 0
    }

    /// The same glyph, as the start of a word.
    #[must_use]
    pub fn started(self) -> Self {
        Self(self.0 | STARTS)
    }
}

impl TextId {
    /// Its place among the texts.
    pub fn at(self) -> usize {
        self.0 as usize
    }
}
