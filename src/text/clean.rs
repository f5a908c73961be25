//! Hostile and invisible characters made visible, once, at the door.
//!
//! Every string that comes from a file, an argument, the environment or the network passes through here before it
//! can reach a terminal. Nothing is dropped silently: U+202E becomes the eight letters `<U+202E>`. Spaces,
//! private-use characters and variation selectors that have a base stay; it does not decide what is drawn for them.

use std::borrow::Cow;

use icu_properties::CodePointSetData;
use icu_properties::props::{BidiControl, DefaultIgnorableCodePoint, NoncharacterCodePoint};

use super::ordinary;

/// One line of text with every hostile character spelled out; a tab becomes a space, a line end `<U+000A>`.
///
/// Borrows when there is nothing to do. Cleaning twice is cleaning once.
pub fn clean(text: &str) -> Cow<'_, str> {
    pass(text, false)
}

/// [`clean`] for text of several lines: `\n` stays, `\r\n` becomes `\n`.
pub fn clean_lines(text: &str) -> Cow<'_, str> {
    pass(text, true)
}

/// Characters that draw nothing of their own or change how others are drawn: controls apart, all there are.
///
/// Default_Ignorable_Code_Point (UAX #44: zero-width characters, joiners, fillers, tags, selectors), the twelve of
/// Bidi_Control (UAX #9), line and paragraph separator, interlinear annotation, and noncharacters. Ordinary characters,
/// dashes and quotation marks are decided without the tables.
pub(crate) fn is_invisible(c: char) -> bool {
    let drawn = ordinary::cells(c).is_some() || matches!(c, '\u{2010}'..='\u{2027}');
    !drawn
        && (CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c)
            || CodePointSetData::new::<BidiControl>().contains(c)
            || CodePointSetData::new::<NoncharacterCodePoint>().contains(c)
            || matches!(c, '\u{2028}' | '\u{2029}' | '\u{fff9}'..='\u{fffb}'))
}

/// VS1 to VS256: they choose among glyphs of the character before them, as in 葛󠄀.
fn is_selector(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

fn is_hostile(c: char) -> bool {
    ordinary::cells(c).is_none() && (c.is_control() || is_invisible(c))
}

/// Printable ASCII and U+4000 to U+9FFF alone: a look at the bytes tells, many at once.
fn is_plain(text: &str) -> bool {
    text.bytes().fold(true, |plain, byte| {
        plain & (matches!(byte, b' '..=b'~') | matches!(byte, 0x80..=0xbf | 0xe4..=0xe9))
    })
}

fn pass(text: &str, lines: bool) -> Cow<'_, str> {
    if is_plain(text) || !text.contains(|c| is_hostile(c) && !(lines && c == '\n')) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut base = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\t' => out.push(' '),
            '\n' if lines => out.push('\n'),
            '\r' if lines && chars.peek() == Some(&'\n') => {}
            c if is_selector(c) && base => out.push(c),
            c if is_hostile(c) => out.push_str(&format!("<U+{:04X}>", u32::from(c))),
            c => out.push(c),
        }
        base = !is_hostile(c) && !c.is_whitespace();
    }
    if out == text {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(out)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn borrowed(text: &str) -> bool {
        matches!(clean(text), Cow::Borrowed(_))
    }

    #[test]
    fn an_escape_sequence_is_harmless() {
        assert_eq!(
            clean("红\u{1b}[31m色\u{7}\u{9b}2J"),
            "红<U+001B>[31m色<U+0007><U+009B>2J"
        );
    }

    #[test]
    fn all_twelve_bidi_controls_are_named() {
        let all =
            "\u{61c}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}";
        assert_eq!(
            clean(all),
            "<U+061C><U+200E><U+200F><U+202A><U+202B><U+202C><U+202D><U+202E><U+2066><U+2067><U+2068><U+2069>"
        );
    }

    #[test]
    fn the_invisible_is_named() {
        for c in "\u{ad}\u{34f}\u{115f}\u{180e}\u{200b}\u{200c}\u{200d}\u{2028}\u{2029}\u{2060}\u{2063}\u{3164}\u{feff}\u{ffa0}\
                  \u{fff9}\u{fffb}\u{fffe}\u{e0001}\u{e0041}\u{7f}\0"
            .chars()
        {
            assert_eq!(clean(&format!("a{c}b")), format!("a<U+{:04X}>b", u32::from(c)));
        }
    }

    #[test]
    fn lines_are_kept_only_where_lines_are_wanted() {
        assert_eq!(clean("一\t二\r\n三"), "一 二<U+000D><U+000A>三");
        assert_eq!(clean_lines("一\t二\r\n三\n\r四"), "一 二\n三\n<U+000D>四");
    }

    #[test]
    fn what_is_printed_survives_without_a_copy() {
        for text in [
            "“校企”……（34家）98%",
            "\u{3000}\u{3000}段首\u{a0}",
            "葛\u{e0100}飾",
            "❤\u{fe0f}",
            "\u{f015}",
            "e\u{301}",
            "",
        ] {
            assert!(borrowed(text), "{text:?}");
        }
    }

    #[test]
    fn a_selector_without_a_base_is_named() {
        assert_eq!(
            clean("\u{fe0f}中\u{fe00}\u{fe01} \u{e0100}"),
            "<U+FE0F>中\u{fe00}<U+FE01> <U+E0100>"
        );
    }

    proptest! {
        #[test]
        fn nothing_hostile_comes_out_and_nothing_printed_is_lost(text in any::<String>(), tail in "[\u{0}-\u{ff}\u{200b}-\u{2069}中\u{fe00}-\u{fe0f}]{0,9}") {
            let text = text + &tail;
            let once = clean(&text).into_owned();
            prop_assert!(!once.contains(|c: char| is_hostile(c) && !is_selector(c)), "{:?}", once);
            prop_assert_eq!(clean(&once), once.as_str());
            let kept: String = text.chars().filter(|&c| !is_hostile(c)).collect();
            let mut rest = once.chars();
            prop_assert!(kept.chars().all(|c| rest.any(|r| r == c)));
        }

        #[test]
        fn lines_differ_from_a_line_only_in_line_ends(text in "[a中\r\n\t\u{202e}]{0,12}") {
            let lines = clean_lines(&text).into_owned();
            prop_assert_eq!(clean_lines(&lines), lines.as_str());
            prop_assert_eq!(lines.matches('\n').count(), text.matches('\n').count());
            prop_assert_eq!(clean(&lines).replace("<U+000A>", ""), clean(&text.replace("\r\n", "\n")).replace("<U+000A>", ""));
        }
    }
}
