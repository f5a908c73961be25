//! Graphemes, and what can be told of one without asking the terminal: where it ends, whether terminals dispute it.
//!
//! It knows no policy and replaces nothing.

use icu_properties::props::{EastAsianWidth, ExtendedPictographic};
use icu_properties::{CodePointMapData, CodePointSetData};
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};
use unicode_width::UnicodeWidthChar;

use super::clean::is_invisible;
use super::ordinary;

/// Extended grapheme clusters (UAX #29), the smallest pieces that may be measured or cut.
pub(crate) fn graphemes(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    Graphemes { rest: text }
}

/// What is left of a text, from one boundary to another.
struct Graphemes<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Graphemes<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let looked_up = || self.rest.graphemes(true).next().map(str::len);
        let (grapheme, rest) = self.rest.split_at(ordinary::head(self.rest).or_else(looked_up)?);
        self.rest = rest;
        Some(grapheme)
    }
}

impl<'a> DoubleEndedIterator for Graphemes<'a> {
    fn next_back(&mut self) -> Option<&'a str> {
        let last = self.rest.graphemes(true).next_back()?;
        self.rest = &self.rest[..self.rest.len() - last.len()];
        Some(last)
    }
}

/// The first grapheme boundary of `text` at or after byte `at`.
pub(crate) fn grapheme_end(text: &str, at: usize) -> usize {
    let mut cursor = GraphemeCursor::new(at.min(text.len()), text.len(), true);
    match cursor.is_boundary(text, 0) {
        Ok(true) => cursor.cur_cursor(),
        _ => cursor.next_boundary(text, 0).ok().flatten().unwrap_or(text.len()),
    }
}

/// Whether terminals disagree by setting on this character: East Asian Width is A (UAX #11) and it has a cell.
///
/// Marks and format characters have none and are left out. Letters such as é, ǚ or α are in, although
/// `width_cjk` calls them narrow: terminals set to wide draw them in two cells.
pub(crate) fn is_ambiguous(c: char) -> bool {
    c > '\u{7f}' && class(c) == EastAsianWidth::Ambiguous && c.width() == Some(1)
}

/// Whether every terminal measured gives this grapheme the cells that [`Policy::Narrow`] does.
///
/// After any other a painter cannot know where the cursor is.
pub(crate) fn is_settled(grapheme: &str) -> bool {
    if ordinary::cells_of(grapheme).is_some() {
        return true;
    }
    let mut chars = grapheme.chars();
    let base = chars
        .next()
        .is_some_and(|c| matches!(c, ' '..='~') || is_settled_base(c));
    base && chars.all(|c| is_mark(c) || matches!(c, '\u{ff9e}' | '\u{ff9f}'))
}

fn is_settled_base(c: char) -> bool {
    match c.width() {
        Some(1) => !is_ambiguous(c) && !is_late(c) && !is_invisible(c),
        Some(2) => !is_late(c) && !CodePointSetData::new::<ExtendedPictographic>().contains(c),
        _ => false,
    }
}

/// Wide or narrow only since recent editions of Unicode, or only when joined to another: Yijing and Tai Xuan Jing
/// signs, counting rods, conjoining Hangul, regional indicators.
fn is_late(c: char) -> bool {
    matches!(c, '\u{2630}'..='\u{2637}' | '\u{268a}'..='\u{268f}' | '\u{4dc0}'..='\u{4dff}'
        | '\u{1d300}'..='\u{1d376}' | '\u{1100}'..='\u{11ff}' | '\u{a960}'..='\u{a97c}'
        | '\u{d7b0}'..='\u{d7fb}' | '\u{1f1e6}'..='\u{1f1ff}')
}

/// A combining mark: it belongs to the cell before it (General Category M, no cell of its own).
pub(super) fn is_mark(c: char) -> bool {
    is_combining_mark(c) && c.width() == Some(0) && !is_invisible(c)
}

fn class(c: char) -> EastAsianWidth {
    CodePointMapData::<EastAsianWidth>::new().get(c)
}
