//! Substitutes that every terminal draws in the same cells: “ to ", · to ・, … to three dots.
//!
//! For display only; nothing here may reach a file, a clipboard or a search. Each grapheme is replaced on its own,
//! so that widths of pieces add up.

use std::borrow::Cow;

use super::width::{graphemes, is_ambiguous};
use unicode_normalization::UnicodeNormalization;
use unicode_width::UnicodeWidthStr;

/// Stands for a character no terminal can be trusted with: U+3013, the printers' mark for a missing type. 2 cells.
pub const GETA: &str = "〓";

/// `text` with every grapheme that terminals dispute replaced. Borrows when there is none.
pub fn plain(text: &str) -> Cow<'_, str> {
    each(text, |g| match steady(g) {
        Cow::Borrowed(s) => substitute(s),
        Cow::Owned(s) => Cow::Owned(substitute(&s).into_owned()),
    })
}

/// Rebuilds `text` from `change` of each grapheme, borrowing while nothing changes.
pub(super) fn each<'a>(text: &'a str, change: impl Fn(&'a str) -> Cow<'a, str>) -> Cow<'a, str> {
    let mut out: Option<String> = None;
    let mut at = 0;
    for grapheme in graphemes(text) {
        let new = change(grapheme);
        match &mut out {
            Some(out) => out.push_str(&new),
            None if new != grapheme => out = Some(format!("{}{new}", &text[..at])),
            None => {}
        }
        at += grapheme.len();
    }
    out.map_or(Cow::Borrowed(text), Cow::Owned)
}

pub(super) fn steady(grapheme: &str) -> Cow<'_, str> {
    Cow::Borrowed(grapheme)
}

pub(super) fn substitute(grapheme: &str) -> Cow<'_, str> {
    let mut chars = grapheme.chars();
    let (Some(c), None) = (chars.next(), chars.next()) else {
        return Cow::Borrowed(grapheme);
    };
    if let Some(s) = table(c) {
        return Cow::Borrowed(s);
    }
    if !is_ambiguous(c) {
        return Cow::Borrowed(grapheme);
    }
    let apart: String = c.nfd().collect();
    match apart.width() {
        1 if !apart.starts_with(is_ambiguous) => Cow::Owned(apart),
        _ => Cow::Borrowed(GETA),
    }
}

fn table(c: char) -> Option<&'static str> {
    Some(match c {
        '“' | '”' => "\"",
        '‘' | '’' | '′' => "'",
        '…' => "...",
        '—' | '–' => "-",
        '·' | '•' => "・",
        '°' => "度",
        _ => return None,
    })
}
