//! How many cells a glyph takes, and how far terminals agree on it.
//!
//! The numbers come from measuring terminals, not from a standard: UAX #11 leaves East Asian Ambiguous open and
//! says nothing of emoji sequences. It does not decide what is drawn, only how carefully.

use unicode_width::UnicodeWidthChar;

use crate::text::width::{Policy, is_ambiguous, is_settled};

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
pub(super) struct GlyphExtent {
    /// What we reserve.
    pub(crate) width: u8,
    /// The fewest any terminal moves the cursor by.
    pub(crate) least: u8,
    pub(crate) most: u8,
    /// Some terminal leaves a reserved cell as it was.
    pub(crate) prepare: bool,
}

impl GlyphExtent {
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
    pub(super) fn of(self, symbol: &str) -> GlyphExtent {
        let width = u8::try_from(self.laid_out().grapheme(symbol)).unwrap_or(u8::MAX);
        if is_settled(symbol) {
            return GlyphExtent::agreed(width);
        }
        let mut chars = symbol.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) if is_ambiguous(c) => self.ambiguous(width),
            _ => unsettled(symbol, width),
        }
    }

    /// The policy that measures text already substituted.
    fn laid_out(self) -> Policy {
        match self.policy {
            Policy::Wide => Policy::Wide,
            Policy::Narrow | Policy::Safe => Policy::Narrow,
        }
    }

    /// xterm -cjk_width counts · ° × as two columns and paints one, so that what follows is drawn too far left and
    /// old ink stays at the end. Such a glyph is better drawn by its substitute.
    pub(super) fn ill_drawn(self, symbol: &str) -> bool {
        let latin1 = |c: char| c < '\u{100}' && is_ambiguous(c);
        self.policy == Policy::Wide && symbol.starts_with(latin1)
    }

    fn ambiguous(self, width: u8) -> GlyphExtent {
        if self.sure {
            GlyphExtent::agreed(width)
        } else {
            GlyphExtent::disputed(width, 1, 2)
        }
    }
}

/// What a joiner, a selector or an emoji does is anyone's guess, up to each character on its own.
fn unsettled(symbol: &str, width: u8) -> GlyphExtent {
    let apart: usize = symbol.chars().map(|c| c.width().unwrap_or(0).max(1)).sum();
    let most = u8::try_from(apart).unwrap_or(u8::MAX).max(2).max(width);
    GlyphExtent::disputed(width, width.saturating_sub(1), most)
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
                assert_eq!(widths.of(symbol), GlyphExtent::agreed(width), "{symbol}");
            }
        }
    }

    #[test]
    fn ambiguous_is_certain_only_when_the_terminal_said_so() {
        for symbol in ["“", "│", "●", "①", "α"] {
            assert_eq!(NARROW.of(symbol), GlyphExtent::agreed(1), "{symbol}");
            assert_eq!(WIDE.of(symbol), GlyphExtent::agreed(2), "{symbol}");
            assert_eq!(
                SAFE.of(symbol),
                GlyphExtent {
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
                GlyphExtent {
                    width: 2,
                    least: 1,
                    most: 2,
                    prepare: true
                },
                "{symbol}"
            );
        }
        assert!(WIDE.ill_drawn("·") && !WIDE.ill_drawn("“") && !NARROW.ill_drawn("·"));
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
        ] {
            let extent = NARROW.of(symbol);
            assert!(extent.least < extent.most, "{symbol} {extent:?}");
            assert!(extent.most >= extent.width, "{symbol} {extent:?}");
        }
    }
}
