//! How many cells a glyph takes, and how far terminals agree on it.
//!
//! The numbers come from measuring terminals, not from a standard: UAX #11 leaves East Asian Ambiguous open and
//! says nothing of emoji sequences. It does not decide what is drawn, only how carefully.

use unicode_width::UnicodeWidthStr;

use crate::text::width::{Policy, is_ambiguous};

/// How the terminal draws East Asian Ambiguous glyphs, and whether it said so itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Widths {
    /// The rule the text in the buffer was laid out by.
    pub policy: Policy,
    /// The terminal was asked and follows that rule, with no multiplexer in between: the cursor is then where the
    /// rule says it is.
    pub sure: bool,
}

/// Cells of one glyph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Extent {
    /// What we reserve.
    pub width: u8,
    /// The fewest any terminal moves the cursor by.
    pub least: u8,
    /// The most.
    pub most: u8,
    /// Some terminal leaves a reserved cell as it was.
    pub prepare: bool,
}

impl Extent {
    const fn agreed(width: u8) -> Self {
        Self {
            width,
            least: width,
            most: width,
            prepare: false,
        }
    }

    const fn disputed(width: u8, least: u8, most: u8) -> Self {
        Self {
            width,
            least,
            most,
            prepare: width > least,
        }
    }
}

impl Widths {
    /// The extent of a symbol that is drawn as it is.
    pub(super) fn of(self, symbol: &str) -> Extent {
        let mut chars = symbol.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) if c.is_ascii() => Extent::agreed(1),
            (Some(c), None) if is_ambiguous(c) => self.ambiguous(c),
            (Some(c), None) => alone(c, cells(symbol)),
            _ => self.cluster(symbol),
        }
    }

    fn ambiguous(self, c: char) -> Extent {
        let width = if self.policy == Policy::Wide { 2 } else { 1 };
        if !self.sure {
            return Extent::disputed(width, 1, 2);
        }
        // xterm -cjk_width counts · ° × as two columns and paints only the first.
        Extent {
            prepare: width == 2 && c < '\u{100}',
            ..Extent::agreed(width)
        }
    }

    /// Marks and variation selectors of a Han or Latin base take no cell anywhere; what a joiner or an emoji
    /// selector does is anyone's guess, up to each character on its own.
    fn cluster(self, symbol: &str) -> Extent {
        let Some(base) = symbol.chars().next() else {
            return Extent::agreed(0);
        };
        let ambiguous = if is_ambiguous(base) {
            Some(self.ambiguous(base))
        } else {
            None
        };
        let width = ambiguous.map_or_else(|| cells(symbol), |a| a.width);
        if symbol.chars().skip(1).all(is_quiet) {
            return ambiguous.unwrap_or_else(|| alone(base, width));
        }
        let most: usize = symbol.chars().map(|c| if is_quiet(c) { 0 } else { 2 }).sum();
        Extent::disputed(width, 1, u8::try_from(most).unwrap_or(u8::MAX).max(width))
    }
}

/// Cells by the Unicode tables alone.
fn cells(symbol: &str) -> u8 {
    u8::try_from(symbol.width()).unwrap_or(u8::MAX)
}

fn alone(c: char, width: u8) -> Extent {
    match width {
        2 if !is_script(c) => Extent::disputed(2, 1, 2),
        1 if is_conjoining(c) => Extent::disputed(1, 0, 2),
        _ => Extent::agreed(width),
    }
}

/// Wide characters that every terminal makes wide: CJK, kana, Hangul syllables and full-width forms. Emoji, the
/// Yijing signs and U+3248..324F are not among them.
fn is_script(c: char) -> bool {
    matches!(c,
        '\u{2e80}'..='\u{3247}' | '\u{3250}'..='\u{4dbf}' | '\u{4e00}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff01}'..='\u{ffe6}' | '\u{20000}'..='\u{3fffd}')
}

/// Hangul vowels and finals: nothing or a cell when they stand alone.
fn is_conjoining(c: char) -> bool {
    matches!(c, '\u{1160}'..='\u{11ff}' | '\u{d7b0}'..='\u{d7ff}')
}

/// Takes no cell after a base in any terminal: combining marks, ideographic variation selectors.
fn is_quiet(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{309a}' | '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const NARROW: Widths = Widths {
        policy: Policy::Narrow,
        sure: true,
    };
    const WIDE: Widths = Widths {
        policy: Policy::Wide,
        sure: true,
    };
    const SAFE: Widths = Widths {
        policy: Policy::Safe,
        sure: false,
    };

    #[test]
    fn agreed_everywhere() {
        for (symbol, width) in [
            ("a", 1),
            ("中", 2),
            ("，", 2),
            ("𠮷", 2),
            ("ｶ", 1),
            ("e\u{301}", 1),
            ("⠋", 1),
        ] {
            for widths in [NARROW, WIDE, SAFE] {
                assert_eq!(widths.of(symbol), Extent::agreed(width), "{symbol}");
            }
        }
    }

    #[test]
    fn ambiguous_is_certain_only_when_the_terminal_said_so() {
        for symbol in ["“", "│", "●", "①", "α"] {
            assert_eq!(NARROW.of(symbol), Extent::agreed(1), "{symbol}");
            assert_eq!(WIDE.of(symbol), Extent::agreed(2), "{symbol}");
            assert_eq!(
                SAFE.of(symbol),
                Extent {
                    width: 1,
                    least: 1,
                    most: 2,
                    prepare: false
                },
                "{symbol}"
            );
            let unsure = Widths {
                policy: Policy::Wide,
                sure: false,
            };
            assert_eq!(
                unsure.of(symbol),
                Extent {
                    width: 2,
                    least: 1,
                    most: 2,
                    prepare: true
                },
                "{symbol}"
            );
        }
        assert!(WIDE.of("·").prepare);
    }

    #[test]
    fn sequences_and_emoji_are_never_certain() {
        for symbol in [
            "❤\u{fe0f}",
            "👨\u{200d}👩\u{200d}👧",
            "😀",
            "䷀",
            "👍🏽",
            "1\u{fe0f}\u{20e3}",
            "ｶ\u{ff9e}",
        ] {
            let extent = NARROW.of(symbol);
            assert!(extent.least < extent.most, "{symbol} {extent:?}");
            assert!(extent.most >= extent.width, "{symbol} {extent:?}");
        }
    }
}
