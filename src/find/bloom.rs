//! Which letters and characters a text can be typed with, in 64 bits: a text that lacks one that a word needs is
//! passed over without being looked at.
//!
//! Owns the bits. They may say yes to what does not match, never no to what does.

use crate::text::reading::Glyph;

/// A set of letters (26 bits), digits (10) and classes of other characters (28).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sign(pub(super) u64);

const DIGITS: u32 = 26;
const OTHERS: u32 = 36;

/// Letters that stand in no reading but at its start, so that typing one always takes a glyph of its own.
const INITIALS: &str = "bcdfjklmpqstwxyz";

impl Sign {
    /// The bits of a glyph: what it may be typed with. A text has those of all its glyphs.
    pub(crate) fn of(glyph: &Glyph) -> Self {
        let initials = glyph
            .readings()
            .filter_map(|reading| reading.first())
            .map(|letter| char::from(*letter));
        [glyph.char]
            .into_iter()
            .chain(glyph.twin)
            .chain(initials)
            .fold(Self::default(), |sign, c| sign.and(bit(c)))
    }

    /// The bits that every text matched by a word of these characters has.
    pub(crate) fn needed(units: &[char]) -> Self {
        let sure = units
            .iter()
            .filter(|c| !c.is_ascii_lowercase() || INITIALS.contains(**c));
        sure.fold(Self::default(), |sign, c| sign.and(bit(*c)))
    }

    /// Whether every bit of `needed` is here.
    pub(crate) fn has(self, needed: Self) -> bool {
        self.0 & needed.0 == needed.0
    }

    /// The bits of both.
    #[must_use]
    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

fn bit(char: char) -> Sign {
    let at = match char {
        'a'..='z' => char as u32 - 'a' as u32,
        '0'..='9' => DIGITS + char as u32 - '0' as u32,
        other => OTHERS + (other as u32).wrapping_mul(0x9e37_79b9) % (u64::BITS - OTHERS),
    };
    Sign(1 << at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sign(text: &str) -> Sign {
        let glyphs = text.chars().map(Glyph::any);
        glyphs.fold(Sign::default(), |sign, glyph| sign.and(Sign::of(&glyph)))
    }

    fn may(word: &str, text: &str) -> bool {
        sign(text).has(Sign::needed(&word.chars().collect::<Vec<_>>()))
    }

    #[test]
    fn it_never_says_no_to_a_match() {
        for (word, text) in [
            ("jyl", "毕业生就业率"),
            ("jiuyelu", "毕业生就业率"),
            ("zhuanli", "发明专利"),
            ("shengg", "生工"),
            ("5yuan", "五院"),
            ("五院", "5院"),
            ("wy", "5院"),
            ("vr", "vr技术"),
        ] {
            assert!(may(word, text), "{word}");
        }
    }

    #[test]
    fn it_says_no_to_most_others() {
        for (word, text) in [("jyl", "发明专利"), ("98%", "34家"), ("kj", "就业率")] {
            assert!(!may(word, text), "{word}");
        }
    }
}
