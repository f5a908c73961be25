//! Characters about which there is nothing to look up: nearly all that dossiers are written with.
//!
//! Owns the one range test that lets measuring, cleaning and splitting go past the tables of Unicode. It changes no
//! answer; its tests ask the tables about every character it lets through.

/// Cells of a character that every terminal draws alike, that joins with none before or after it, and that no rule
/// changes: printable ASCII 1; the marks 、 to 】, Han in use, full-width ASCII 2. None for any other.
pub(crate) fn cells(char: char) -> Option<usize> {
    match char {
        ' '..='~' => Some(1),
        '、'..='】' | '\u{4e00}'..='\u{9fff}' | '！'..='～' => Some(2),
        _ => None,
    }
}

/// Cells of a grapheme that is one such character; none for any other.
pub(crate) fn cells_of(grapheme: &str) -> Option<usize> {
    let mut chars = grapheme.chars();
    match (chars.next(), chars.next()) {
        (Some(char), None) => cells(char),
        _ => None,
    }
}

/// The bytes of the first grapheme of `text` where that is one such character; none if only the tables can tell.
pub(crate) fn head(text: &str) -> Option<usize> {
    let mut chars = text.chars();
    let first = chars.next().filter(|char| cells(*char).is_some())?;
    let joined = chars.next().is_some_and(|next| cells(next).is_none());
    (!joined).then(|| first.len_utf8())
}

#[cfg(test)]
mod tests {
    use icu_properties::CodePointSetData;
    use icu_properties::props::{
        BidiControl, DefaultIgnorableCodePoint, ExtendedPictographic, NoncharacterCodePoint,
    };
    use unicode_segmentation::UnicodeSegmentation;
    use unicode_width::UnicodeWidthChar;

    use super::*;
    use crate::text::width::is_ambiguous;

    #[test]
    fn the_tables_say_the_same_of_every_character() {
        let all = ('\0'..=char::MAX).filter_map(|char| Some((char, cells(char)?)));
        let mut count = 0;
        for (char, cells) in all {
            count += 1;
            assert_eq!(char.width(), Some(cells), "{char}");
            assert!(!char.is_control() && !is_ambiguous(char), "{char}");
            let undrawn = [
                CodePointSetData::new::<DefaultIgnorableCodePoint>(),
                CodePointSetData::new::<BidiControl>(),
                CodePointSetData::new::<NoncharacterCodePoint>(),
            ];
            assert!(!undrawn.iter().any(|set| set.contains(char)), "{char}");
            let pictogram = CodePointSetData::new::<ExtendedPictographic>().contains(char);
            assert!(!pictogram || cells == 1, "{char}");
            for text in [
                format!("中{char}a"),
                format!("a{char}中"),
                format!("{char}{char}"),
            ] {
                assert_eq!(text.graphemes(true).count(), text.chars().count(), "{text}");
            }
        }
        assert!(count > 20_000);
    }

    #[test]
    fn what_may_join_is_left_to_the_tables() {
        assert_eq!(
            [head("中国"), head("a"), head("“"), head("")],
            [Some(3), Some(1), None, None]
        );
        assert_eq!(
            [head("e\u{301}"), head("中“"), head("\u{301}a")],
            [None, None, None]
        );
        assert_eq!(
            [cells_of("中"), cells_of("。"), cells_of("中国"), cells_of("é")],
            [Some(2), Some(2), None, None]
        );
    }
}
