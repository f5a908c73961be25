//! Cells of a grapheme, under the policy chosen for the terminal.
//!
//! Owns the one width rule of the program: UAX #11 through `unicode-width`, corrected by what terminals were
//! measured to do. It does not find out which policy a terminal needs, and it never splits a grapheme.

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

pub(crate) use super::grapheme::{grapheme_end, graphemes, is_ambiguous, is_settled};
use super::{ordinary, plain};

/// How the terminal draws East Asian Ambiguous characters (“ ” … — · × ①), and so what is sent to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Policy {
    /// One cell, as printed.
    Narrow,
    /// Two cells, as printed.
    Wide,
    /// Not known: text goes through the substitutions of [`plain`] and is then right in every terminal.
    #[default]
    Safe,
}

impl Policy {
    /// Cells that `text` takes as drawn, that is, of [`Policy::substituted`].
    ///
    /// The sum over graphemes: pieces cut at grapheme boundaries add up to the whole.
    pub fn width(self, text: &str) -> usize {
        if text.bytes().all(|b| (0x20..0x7f).contains(&b)) {
            return text.len();
        }
        graphemes(text).map(|grapheme| self.grapheme(grapheme)).sum()
    }

    /// Cells that one grapheme takes as drawn: 0 for what is not drawn, 1 or 2 for nearly all else, and up to 7 for
    /// what [`Policy::Safe`] spells out (… is three dots, № is `No.`).
    pub(crate) fn grapheme(self, grapheme: &str) -> usize {
        if let Some(cells) = ordinary::cells_of(grapheme) {
            return cells;
        }
        let steady = plain::steady(grapheme);
        match self {
            Policy::Narrow => steady.width(),
            Policy::Wide => match plain::wide(&steady) {
                Cow::Borrowed(_) => wide(&steady),
                Cow::Owned(drawn) => drawn.width(),
            },
            Policy::Safe => plain::substitute(&steady).width(),
        }
    }

    /// What is sent to the terminal for `text`. Borrows when that is `text` itself.
    ///
    /// Under every policy variation selectors and joiners are dropped, because no two terminals agree on them, and
    /// a control character that was not cleaned becomes `?`. Under [`Policy::Safe`] all of [`plain`] applies, under
    /// [`Policy::Wide`] what it has for Latin-1: `xterm -cjk_width` counts · ° × as two cells and paints one, which
    /// shifts the rest of the run.
    pub fn substituted(self, text: &str) -> Cow<'_, str> {
        match self {
            Policy::Safe => plain::plain(text),
            Policy::Wide => plain::each(text, |grapheme| plain::then(plain::steady(grapheme), plain::wide)),
            Policy::Narrow => plain::each(text, plain::steady),
        }
    }
}

fn wide(grapheme: &str) -> usize {
    match grapheme.chars().next() {
        Some(c) if is_ambiguous(c) => 2,
        _ => grapheme.width(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::*;
    use crate::text::mixed::{POLICIES, mixed};

    /// Text, cells when narrow, when wide, when safe. Cursor positions measured in terminals, not read off a table;
    /// when a new `unicode-width` moves one of these, columns move on somebody's screen.
    const CARD: &[(&str, usize, usize, usize)] = &[
        ("中国龘〇㐀𠮷", 12, 12, 12),
        ("，。、；：？！《》「」（）％～", 30, 30, 30),
        ("・〜〝〞０Ａａ\u{3000}", 16, 16, 16),
        ("ｶ", 1, 1, 1),
        ("ｶﾞ", 2, 2, 2),
        ("かな한글", 8, 8, 8),
        ("“”‘’", 4, 8, 4),
        ("……", 2, 4, 6),
        ("——", 2, 4, 2),
        ("·•", 2, 4, 4),
        ("°", 1, 2, 2),
        ("×÷±", 3, 6, 4),
        ("①⑳Ⅻ№℃‰", 6, 12, 3 + 4 + 3 + 3 + 3 + 2),
        ("→●■█│─", 6, 12, 2 + 1 + 1 + 1 + 1 + 1),
        ("éǚāàü", 5, 10, 5),
        ("e\u{301}u\u{308}", 2, 2, 2),
        ("αΩЖ", 3, 6, 5 + 5 + 2),
        ("©¥£¢¬", 5, 5, 5),
        ("✓✗☐▸▪◦⋯⠋", 8, 8, 8),
        ("㎡㈠㊀", 6, 6, 6),
        ("葛\u{e0100}", 2, 2, 2),
        ("❤\u{fe0f}", 1, 1, 1),
        ("😀", 2, 2, 2),
        ("👨\u{200d}👩\u{200d}👧", 2, 2, 2),
        ("\u{200b}\u{ad}\u{feff}\u{202e}", 0, 0, 0),
        ("\u{e000}", 1, 2, 2),
    ];

    #[test]
    fn card() {
        for &(text, narrow, wide, safe) in CARD {
            let widths = POLICIES.map(|policy| policy.width(text));
            assert_eq!(widths, [narrow, wide, safe], "{text}");
        }
    }

    #[test]
    fn ambiguous_is_what_uax_11_says_less_marks() {
        assert!("“”…—·°×①→─█éǚαЖº¨´ˇ\u{e000}".chars().all(is_ambiguous));
        assert!(!"中，a©✓╴↚∉⅐☰\u{301}\u{ad}\u{fe0f}".chars().any(is_ambiguous));
    }

    #[test]
    fn what_terminals_dispute_is_not_settled() {
        let settled = ["中", "，", "a", "・", "e\u{301}", "ｶﾞ", "✓", "한"];
        assert!(settled.into_iter().all(is_settled));
        let disputed = [
            "“",
            "é",
            "😀",
            "❤\u{fe0f}",
            "☰",
            "🇨",
            "\u{200b}",
            "\u{301}",
            "\t",
            "",
            "〰",
        ];
        assert!(!disputed.into_iter().any(is_settled));
    }

    proptest! {
        #[test]
        fn width_is_of_what_is_shown(text in mixed()) {
            for policy in POLICIES {
                let shown = policy.substituted(&text);
                prop_assert_eq!(policy.width(&text), policy.width(&shown));
                prop_assert_eq!(policy.substituted(&shown), shown.as_ref(), "{:?}", policy);
            }
        }

        #[test]
        fn graphemes_are_those_of_uax_29(text in mixed()) {
            let all: Vec<_> = text.graphemes(true).collect();
            prop_assert_eq!(graphemes(&text).collect::<Vec<_>>(), all.clone());
            prop_assert!(graphemes(&text).rev().eq(all.into_iter().rev()));
        }

        #[test]
        fn widths_of_graphemes_add_up(text in mixed()) {
            for policy in POLICIES {
                let sum: usize = graphemes(&text).map(|g| policy.width(g)).sum();
                prop_assert_eq!(policy.width(&text), sum);
            }
        }

        #[test]
        fn grapheme_ends_are_the_ends_of_graphemes(text in mixed()) {
            let mut end = 0;
            for grapheme in graphemes(&text) {
                let inside = (end + 1..=end + grapheme.len()).filter(|&at| text.is_char_boundary(at));
                end += grapheme.len();
                prop_assert!(inside.into_iter().all(|at| grapheme_end(&text, at) == end));
            }
            prop_assert_eq!(grapheme_end(&text, end + 9), end);
        }

        #[test]
        fn safe_text_is_settled_everywhere(text in mixed()) {
            let shown = Policy::Safe.substituted(&text).into_owned();
            prop_assert!(graphemes(&shown).all(is_settled), "{:?}", shown);
        }
    }
}
