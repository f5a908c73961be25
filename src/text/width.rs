//! Cells of a grapheme, under the policy chosen for the terminal.
//!
//! Owns the one width rule of the program (UAX #11 plus what terminals were measured to do). It does not find
//! out which policy a terminal needs, and it never splits a grapheme.

use std::borrow::Cow;

use icu_properties::CodePointMapData;
use icu_properties::props::EastAsianWidth;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::plain;

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
    /// Cells that `text` takes as drawn, that is, of [`Policy::shown`].
    ///
    /// The sum over graphemes: pieces cut at grapheme boundaries add up to the whole.
    pub fn width(self, text: &str) -> usize {
        if is_plain_ascii(text) {
            return text.len();
        }
        graphemes(text).map(|grapheme| self.grapheme(grapheme)).sum()
    }

    /// Cells that one grapheme takes as drawn: 0 for what is not drawn at all, otherwise nearly always 1 or 2.
    pub fn grapheme(self, grapheme: &str) -> usize {
        let steady = plain::steady(grapheme);
        match self {
            Policy::Narrow => steady.width(),
            Policy::Wide => wide(&steady),
            Policy::Safe => plain::substitute(&steady).width(),
        }
    }

    /// What is sent to the terminal for `text`. Borrows when that is `text` itself.
    ///
    /// Under every policy variation selectors and joiners are dropped (no two terminals agree on them) and a
    /// character that slipped past [`super::clean`] is replaced; under [`Policy::Safe`] all of [`plain`] applies.
    pub fn shown(self, text: &str) -> Cow<'_, str> {
        match self {
            Policy::Safe => plain::plain(text),
            Policy::Narrow | Policy::Wide => plain::each(text, plain::steady),
        }
    }
}

/// Extended grapheme clusters (UAX #29), the smallest pieces that may be measured or cut.
pub fn graphemes(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.graphemes(true)
}

/// Whether terminals disagree by setting on this character: East Asian Width is A (UAX #11) and it is drawn.
///
/// Marks and format characters are left out (they have no cell of their own); letters are kept, although
/// `width_cjk` calls them narrow, because terminals set to wide do draw them wide.
pub fn is_ambiguous(c: char) -> bool {
    c > '\u{7f}' && eaw(c) == EastAsianWidth::Ambiguous && c.width() == Some(1)
}

pub(super) fn eaw(c: char) -> EastAsianWidth {
    CodePointMapData::<EastAsianWidth>::new().get(c)
}

fn wide(grapheme: &str) -> usize {
    match grapheme.chars().next() {
        Some(c) if is_ambiguous(c) => 2,
        _ => grapheme.width(),
    }
}

fn is_plain_ascii(text: &str) -> bool {
    text.bytes().all(|b| (0x20..0x7f).contains(&b))
}
