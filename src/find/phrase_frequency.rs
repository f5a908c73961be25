//! Which of the phrases that initials may stand for is the usual one.
//!
//! Owns a count of the phrases one word matched: `zl` is 专利 rather than 筑牢, because more texts say 专利.

use super::layout::StoredGlyph;

/// How many texts each phrase was matched in; phrases share places now and then, which does not matter here.
#[derive(Clone, Debug)]
pub(crate) struct Usage(Vec<u16>);

/// A phrase, by its place in the count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Phrase(u16);

impl Usage {
    /// A count for so many texts.
    pub(crate) fn new(texts: usize) -> Self {
        Self(vec![0; (4 * texts).next_power_of_two().clamp(1 << 10, 1 << 16)])
    }

    /// Counts a phrase.
    pub(crate) fn add(&mut self, phrase: Phrase) {
        let place = self.slot(phrase);
        let count = &mut self.0[place];
        *count = count.saturating_add(1);
    }

    /// What a usual phrase is favoured by: 2 for each doubling, 10 at most.
    pub(crate) fn favour(&self, phrase: Phrase) -> u8 {
        let count = self.0[self.slot(phrase)].max(1);
        (2 * count.ilog2() as u8).min(10)
    }

    fn slot(&self, phrase: Phrase) -> usize {
        usize::from(phrase.0) % self.0.len()
    }
}

impl Phrase {
    /// The phrase that `units` are.
    pub(crate) fn of(units: &[StoredGlyph]) -> Self {
        let hash = units.iter().fold(0_u32, |hash, unit| {
            (hash.rotate_left(5) ^ unit.glyph() as u32).wrapping_mul(0x9e37_79b1)
        });
        Self((hash >> 16) as u16)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_is_favoured_but_not_without_end() {
        let phrase =
            |glyphs: &[u16]| Phrase::of(&glyphs.iter().map(|g| StoredGlyph::plain(*g)).collect::<Vec<_>>());
        let (usual, rare) = (phrase(&[1, 2]), phrase(&[2, 1]));
        assert_ne!(usual, rare);
        let mut usage = Usage::new(100_000);
        (0..4).for_each(|_| usage.add(usual));
        usage.add(rare);
        assert_eq!((usage.favour(usual), usage.favour(rare)), (4, 0));
        (0..100_000).for_each(|_| usage.add(usual));
        assert_eq!(usage.favour(usual), 10);
    }
}
