//! Substitutes that every terminal draws in the same cells: “ to ", · to ・, … to three dots.
//!
//! For display only; nothing here may reach a file, a clipboard or a search. Each grapheme is replaced on its own,
//! so that the widths of pieces add up to the width of the whole.

use std::borrow::Cow;

use icu_properties::CodePointSetData;
use icu_properties::props::ExtendedPictographic;
use unicode_normalization::UnicodeNormalization;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::clean::is_invisible;
use super::grapheme::{graphemes, is_ambiguous, is_mark, is_settled};
use super::ordinary;

mod table;

/// Stands for a character that no terminal can be trusted with: U+3013, the printer's mark for a missing type.
/// 2 cells.
pub(crate) const GETA: &str = "〓";

/// `text` with every grapheme that terminals dispute replaced. Borrows when there is none.
pub(crate) fn plain(text: &str) -> Cow<'_, str> {
    each(text, |grapheme| then(steady(grapheme), substitute))
}

/// `change` made to a grapheme that may have been changed already.
pub(super) fn then<'a>(grapheme: Cow<'a, str>, change: impl Fn(&str) -> Cow<'_, str>) -> Cow<'a, str> {
    match change(&grapheme) {
        Cow::Borrowed(same) if same == &*grapheme => grapheme,
        new => Cow::Owned(new.into_owned()),
    }
}

/// A grapheme as a terminal that draws ambiguous characters wide can be trusted with it: `xterm -cjk_width` counts two
/// cells for those of Latin-1 and paints one, so the substitute takes their place, in two cells at least, as the
/// terminal would have given them. Owned exactly where it is another text.
pub(super) fn wide(grapheme: &str) -> Cow<'_, str> {
    let latin = grapheme
        .chars()
        .next()
        .is_some_and(|c| matches!(c, '\u{a1}'..='\u{ff}') && is_ambiguous(c));
    if !latin {
        return Cow::Borrowed(grapheme);
    }
    let mut drawn = substitute(grapheme).into_owned();
    if drawn.width() < 2 {
        drawn.push(' ');
    }
    Cow::Owned(drawn)
}

/// What stands for `°`: 度 after a digit, as in 360度; a small ring where that would be wrong, as in 25°C. Both take two
/// cells, so that a text is as wide as its pieces.
fn degree(before: &str, after: &str) -> &'static str {
    let angle = before.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '０'..='９'));
    let scale = after.starts_with(['C', 'F', 'Ｃ', 'Ｆ']);
    if angle && !scale { "度" } else { RING }
}

/// U+309C in two cells: the one settled character that looks like a degree sign.
const RING: &str = "゜";

/// `text` with `change` made to each grapheme, borrowed while nothing changes.
pub(super) fn each<'a>(text: &'a str, change: impl Fn(&'a str) -> Cow<'a, str>) -> Cow<'a, str> {
    if text.bytes().all(|b| (0x20..0x7f).contains(&b)) {
        return Cow::Borrowed(text);
    }
    let mut out: Option<String> = None;
    let mut at = 0;
    for grapheme in graphemes(text) {
        let mut new = change(grapheme);
        if grapheme == "°" && new != grapheme {
            new = Cow::Borrowed(degree(&text[..at], &text[at + grapheme.len()..]));
        }
        match &mut out {
            Some(out) => out.push_str(&new),
            None if new != grapheme => out = Some([&text[..at], &new].concat()),
            None => {}
        }
        at += grapheme.len();
    }
    out.map_or(Cow::Borrowed(text), Cow::Owned)
}

/// `grapheme` without what makes terminals lose count under any policy.
///
/// Selectors, joiners and other invisible parts go; of an emoji sequence the first emoji stays; a mark without a
/// base, which some terminals give a cell and some do not, becomes [`GETA`]; a control character becomes `?`; Hangul
/// in single letters, which each terminal counts in its own way, becomes the syllable (NFC).
pub(super) fn steady(grapheme: &str) -> Cow<'_, str> {
    let mut chars = grapheme.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) if ordinary::cells(c).is_some() => Cow::Borrowed(grapheme),
        (Some('\t'), _) => Cow::Borrowed(" "),
        (Some(c), _) if c.is_control() => Cow::Borrowed("?"),
        (Some(c), None) if c.width().unwrap_or(0) > 0 && !is_invisible(c) => Cow::Borrowed(grapheme),
        (Some(c), Some(_)) if CodePointSetData::new::<ExtendedPictographic>().contains(c) => {
            Cow::Borrowed(&grapheme[..c.len_utf8()])
        }
        (Some('\u{1100}'..='\u{11ff}'), Some(_)) => syllable(grapheme),
        _ => visible(grapheme),
    }
}

/// Conjoining letters as the one syllable they make; as they are where they make none.
fn syllable(grapheme: &str) -> Cow<'_, str> {
    let composed: String = grapheme.nfc().collect();
    match is_settled(&composed) {
        true => Cow::Owned(composed),
        false => visible(grapheme),
    }
}

/// Most characters drawn for one grapheme: a pile of marks higher than any script's must not cover other rows.
const PILE: usize = 9;

fn visible(grapheme: &str) -> Cow<'_, str> {
    let first = grapheme.chars().find(|&c| !is_invisible(c));
    match first {
        None => Cow::Borrowed(""),
        Some(c) if c.width().unwrap_or(0) == 0 => Cow::Borrowed(GETA),
        Some(_) if !grapheme.contains(is_invisible) && grapheme.chars().count() <= PILE => {
            Cow::Borrowed(grapheme)
        }
        Some(_) => Cow::Owned(
            grapheme
                .chars()
                .filter(|&c| !is_invisible(c))
                .take(PILE)
                .collect(),
        ),
    }
}

/// A steady grapheme, or what is drawn instead of it under [`super::width::Policy::Safe`].
pub(super) fn substitute(grapheme: &str) -> Cow<'_, str> {
    let Some(c) = grapheme.chars().next() else {
        return Cow::Borrowed(grapheme);
    };
    let crowded = grapheme.chars().nth(2).is_some();
    if is_settled(grapheme) && !(crowded && c.is_ascii_alphabetic()) {
        return Cow::Borrowed(grapheme);
    }
    if let Some(fixed) = table::fixed(c) {
        return Cow::Borrowed(fixed);
    }
    table::circled(c)
        .or_else(|| accented(grapheme))
        .or_else(|| compatible(c))
        .map_or(Cow::Borrowed(GETA), Cow::Owned)
}

/// A Latin letter and the first of its marks, apart: one cell everywhere. A second mark is lost or garbled in
/// some terminals, so it is left out.
fn accented(grapheme: &str) -> Option<String> {
    let mut parts = grapheme.nfd();
    let base = parts.next().filter(char::is_ascii_alphabetic)?;
    let mark = parts.next().filter(|&c| is_mark(c))?;
    Some([base, mark].into_iter().collect())
}

/// The compatibility decomposition (UAX #15) if it is ASCII: Ⅳ is `IV`, ½ is `1/2`, ² is `2`.
fn compatible(c: char) -> Option<String> {
    let ascii: String = c.nfkd().map(|c| if c == '\u{2044}' { '/' } else { c }).collect();
    ascii.is_ascii().then_some(ascii)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_is_put_plainly() {
        let cases = [
            ("“红链”引领……", "\"红链\"引领......"),
            ("实践——育人", "实践--育人"),
            ("读·聚", "读・聚"),
            ("360°检测，25℃", "360度检测，25゜C"),
            ("25°C 90°", "25゜C 90度"),
            ("°、第°", "゜、第゜"),
            ("\u{1112}\u{1161}\u{11ab}글", "한글"),
            ("①共建 ⑳共享 ㉑共育 ❸ Ⓐ ㉈", "(1)共建 (20)共享 ㉑共育 (3) (A) (10)"),
            ("Ⅳ级 ⅸ ½ ² №3 ‰ ⒈", "IV级 ix 1/2 2 No.3 %o 1."),
            ("≥98% ×2 →", ">=98% x2 ->"),
            ("dān jī é", "da\u{304}n ji\u{304} e\u{301}"),
            ("lǜ ǚ", "lu\u{308} u\u{308}"),
            ("β版 5μm ΔT", "beta版 5um DeltaT"),
            ("┌─┐│█", "+-+|#"),
            ("✅👍🏽☰Ж", "〓〓〓〓"),
        ];
        for (printed, drawn) in cases {
            assert_eq!(plain(printed), drawn);
        }
    }

    #[test]
    fn wide_terminals_get_the_same_substitutes_for_latin() {
        for latin in ["°", "×", "§", "é", "·", "½", "±"] {
            let drawn = wide(latin);
            assert_eq!(drawn.trim_end(), substitute(latin), "{latin}");
            assert!(drawn.width() >= 2, "{latin}");
        }
        assert!(matches!(wide("“"), Cow::Borrowed("“")) && matches!(wide("中"), Cow::Borrowed("中")));
    }

    #[test]
    fn a_pile_of_marks_is_cut_down() {
        let pile = "中".to_owned() + &"\u{301}".repeat(500);
        assert_eq!(steady(&pile).chars().count(), PILE);
        assert_eq!(steady("\u{200b}"), "");
        assert_eq!(steady("\u{301}"), GETA);
        assert_eq!(steady("❤\u{fe0f}"), "❤");
        assert_eq!([steady("\t"), steady("\u{1b}"), steady("\r\n")], [" ", "?", "?"]);
    }

    #[test]
    fn full_width_prose_is_borrowed() {
        assert!(matches!(
            plain("产教融合，34家（2023年）98%・「共建」"),
            Cow::Borrowed(_)
        ));
    }

    #[test]
    fn no_ambiguous_character_is_left_and_the_common_ones_are_readable() {
        let all = ('\u{80}'..='\u{10ffff}').filter(|&c| is_ambiguous(c));
        for c in all {
            let drawn = plain(c.encode_utf8(&mut [0; 4])).into_owned();
            assert!(graphemes(&drawn).all(is_settled), "{c} {drawn}");
        }
        let prose = "“”‘’…‥—―–·•°×÷±≥≤≠≈∞√→←↑↓⇒●◆★☆※○◎■□▲▼№①⑴⒈Ⅰⅰ½²‰€™®āáǎàü§¶℃℉";
        assert!(!plain(prose).contains(GETA));
    }
}
