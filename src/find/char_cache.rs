//! What characters become as letters by themselves, so that each is folded once and not in every text.
//!
//! Owns what was seen of late: characters that share a place put each other out, which costs a folding and nothing else.

use super::{
    layout::StoredGlyph,
    letters::{counts, stands_alone},
};
use crate::text::fold::fold_alone;

/// What a character becomes in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Alone {
    /// This letter, whatever stands next to it.
    Letter(char, StoredGlyph),
    /// Nothing: it is passed over, and a word ends.
    Mark,
    /// What it and its neighbours make together.
    Together,
}

impl Alone {
    /// What `char` becomes; `unit` makes a unit of what it folds to.
    pub(crate) fn of(char: char, unit: impl FnOnce(char) -> StoredGlyph) -> Self {
        if !stands_alone(char) {
            return Self::Together;
        }
        fold_alone(char)
            .filter(|folded| counts(*folded))
            .map_or(Self::Mark, |folded| Self::Letter(folded, unit(folded)))
    }
}

/// The characters seen last.
pub(crate) struct Recent(Vec<(char, Alone)>);

/// Places: many more than the characters that a handful of dossiers is written with.
const PLACES: usize = 1 << 11;

impl Default for Recent {
    /// None seen: U+0000 stands in every place, and is nothing by itself.
    fn default() -> Self {
        Self(vec![('\0', Alone::Together); PLACES])
    }
}

impl Recent {
    /// What `char` was seen to become.
    pub(crate) fn get(&self, char: char) -> Option<Alone> {
        let (seen, alone) = self.0[slot(char)];
        (seen == char).then_some(alone)
    }

    /// Remembers what `char` becomes.
    pub(super) fn put(&mut self, char: char, alone: Alone) {
        self.0[slot(char)] = (char, alone);
    }
}

fn slot(char: char) -> usize {
    char as usize % PLACES
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(char: char) -> Alone {
        Alone::of(char, |folded| StoredGlyph::plain(folded as u16 % 100))
    }

    #[test]
    fn characters_are_letters_marks_or_wait_for_their_neighbours() {
        assert_eq!(of('Ａ'), Alone::Letter('a', StoredGlyph::plain(97)));
        assert!(matches!(of('業'), Alone::Letter('业', _)));
        assert_eq!([of('“'), of(' '), of('、')], [Alone::Mark; 3]);
        assert_eq!([of('\u{301}'), of('\0')], [Alone::Together; 2]);
    }

    #[test]
    fn the_last_of_two_that_share_a_place_is_known() {
        let [one, other] = ['中', char::from_u32('中' as u32 + PLACES as u32).unwrap()];
        let mut seen = Recent::default();
        assert_eq!([seen.get(one), seen.get('\0')], [None, Some(Alone::Together)]);
        seen.put(one, of(one));
        assert_eq!([seen.get(one), seen.get(other)], [Some(of(one)), None]);
        seen.put(other, of(other));
        assert_eq!([seen.get(one), seen.get(other)], [None, Some(of(other))]);
    }
}
