//! Where words probably start in a run of Han, as the texts themselves suggest.
//!
//! Owns a count of which characters stand next to each other: 党建 stands together everywhere, 建引 only where
//! 党建 meets 引领, so that a word starts with 引 and none with 建. It is a guess that orders hits and hides none.

use super::layout::StoredGlyph;

/// How often each pair of glyphs stands together; pairs share places now and then, which does not matter here.
#[derive(Clone, Debug)]
pub(crate) struct Pairs(Vec<u16>);

/// Most places there are; fewer texts do with fewer. Always a power of two.
const PLACES: usize = 1 << 17;

impl Pairs {
    /// Counts the pairs of all texts, which have so many units together.
    pub(crate) fn of<'a>(units: usize, texts: impl IntoIterator<Item = &'a [StoredGlyph]>) -> Self {
        let places = (4 * units).next_power_of_two().clamp(1 << 12, PLACES);
        // From one: memory that was never written to costs more to count up in than to fill.
        let mut pairs = Self(vec![1; places]);
        for pair in texts.into_iter().flat_map(|units| units.windows(2)) {
            let place = pairs.slot(pair[0], pair[1]);
            pairs.0[place] = pairs.0[place].saturating_add(1);
        }
        pairs
    }

    /// Marks the units of a text with which a word probably starts; Latin words show where they start.
    pub(crate) fn mark(&self, units: &mut [StoredGlyph], is_latin: impl Fn(StoredGlyph) -> bool) {
        let mut before = 0;
        for at in 1..units.len() {
            let [one, other] = [units[at - 1], units[at]];
            let count = self.count(one, other);
            // Of three in a row, the middle one may start a word; the first of a text starts one anyway.
            if at > 1 && !other.starts() && !is_latin(one) && before < count {
                units[at - 1] = one.started();
            }
            before = count;
        }
    }

    fn count(&self, one: StoredGlyph, other: StoredGlyph) -> u16 {
        self.0[self.slot(one, other)]
    }

    fn slot(&self, one: StoredGlyph, other: StoredGlyph) -> usize {
        let pair = (one.glyph() << 15 | other.glyph()) as u64;
        (pair.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & (self.0.len() - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::letters::letters;

    #[test]
    fn words_start_where_characters_seldom_meet() {
        let texts = ["党建引领", "党建聚智", "党建助力", "价值引领", "机制引领"];
        let mut known: Vec<char> = Vec::new();
        let mut glyph = |char| {
            known.iter().position(|c| *c == char).unwrap_or_else(|| {
                known.push(char);
                known.len() - 1
            })
        };
        let mut units: Vec<Vec<StoredGlyph>> = texts
            .iter()
            .map(|text| {
                letters(text)
                    .iter()
                    .map(|l| StoredGlyph::plain(glyph(l.char) as u16))
                    .collect()
            })
            .collect();
        let pairs = Pairs::of(20, units.iter().map(Vec::as_slice));
        pairs.mark(&mut units[0], |_| false);
        let starts: Vec<bool> = units[0].iter().map(|unit| unit.starts()).collect();
        assert_eq!(starts, [false, false, true, false]);
    }
}
