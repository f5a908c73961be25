//! One folding for matching, with the way back to the original.
//!
//! Compatibility forms and full and half width (NFKC, UAX #15), case, dashes and script (traditional to simplified)
//! are made equal; spaces, quotation marks, title marks and interpuncts are dropped, because one writer sets them
//! and the next does not. The result is a key to compare, never a text to show: it makes ① a 1 and 后 of 後.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::clean::is_invisible;
use super::grapheme::graphemes;

/// A folded text that remembers where each part of it came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// The key to search in.
    pub text: String,
    /// Where each grapheme starts: in `text`, and in the original. The last entry is where both end.
    starts: Vec<(usize, usize)>,
}

impl Folded {
    /// The bytes of the original that a range of bytes of [`Folded::text`] stands for, out to whole graphemes.
    ///
    /// Dropped characters are included between matched ones, not around them. A range that reaches past the end is
    /// cut there; an empty one gives an empty one.
    pub fn original(&self, folded: Range<usize>) -> Range<usize> {
        let start = self.grapheme_at(folded.start);
        if folded.is_empty() {
            return self.origin(start)..self.origin(start);
        }
        self.origin(start)..self.origin(self.grapheme_at(folded.end - 1) + 1)
    }

    /// Which grapheme the folded byte at `at` came from.
    fn grapheme_at(&self, at: usize) -> usize {
        self.starts
            .partition_point(|&(folded, _)| folded <= at)
            .saturating_sub(1)
    }

    fn origin(&self, grapheme: usize) -> usize {
        self.starts
            .get(grapheme)
            .or(self.starts.last())
            .map_or(0, |&(_, original)| original)
    }
}

/// Folds `text` and keeps the positions.
pub fn fold(text: &str) -> Folded {
    let mut folded = Folded::default();
    let mut at = 0;
    for grapheme in graphemes(text) {
        folded.starts.push((folded.text.len(), at));
        fold_grapheme(grapheme, &mut folded.text);
        at += grapheme.len();
    }
    folded.starts.push((folded.text.len(), at));
    folded
}

/// Folds `text` alone: cheaper when no way back is needed.
pub(crate) fn fold_str(text: &str) -> String {
    if text.is_ascii() {
        let lower = text.bytes().map(|byte| char::from(byte.to_ascii_lowercase()));
        return lower.filter_map(fold_char).collect();
    }
    let mut out = String::with_capacity(text.len());
    graphemes(text).for_each(|grapheme| fold_grapheme(grapheme, &mut out));
    out
}

/// Folds a character that nothing joins and that becomes one or none.
pub(crate) fn fold_alone(c: char) -> Option<char> {
    match c {
        c if c.is_ascii() => fold_char(c.to_ascii_lowercase()),
        '\u{4e00}'..='\u{9fff}' => Some(simplified(c)),
        c => folded(c.encode_utf8(&mut [0; 4])).next(),
    }
}

fn fold_grapheme(grapheme: &str, out: &mut String) {
    let mut chars = grapheme.chars();
    match (chars.next(), chars.next()) {
        (Some(c @ ('\0'..='\x7f' | '\u{4e00}'..='\u{9fff}')), None) => out.extend(fold_alone(c)),
        _ => out.extend(folded(grapheme)),
    }
}

fn folded(grapheme: &str) -> impl Iterator<Item = char> {
    let lower = grapheme.nfkc().flat_map(char::to_lowercase);
    lower.nfkc().filter_map(fold_char)
}

fn fold_char(c: char) -> Option<char> {
    match c {
        '"' | '\'' | '“' | '”' | '‘' | '’' | '「' | '」' | '『' | '』' | '〝' | '〞' | '〟' => {
            None
        }
        '《' | '》' | '〈' | '〉' | '·' | '•' | '‧' | '・' => None,
        '—' | '–' | '―' | '‐' | '−' => Some('-'),
        c if c.is_whitespace() || is_invisible(c) => None,
        c => Some(simplified(c)),
    }
}

/// One pair a line, traditional and simplified, in the order of the traditional characters' code points.
///
/// Made from CLDR's transform `Hant-Hans` (`uconv -x Hant-Hans`, ICU 72) over the unified ideographs, one by one,
/// with 苧 苎 薴 set equal. Licence: `fold/LICENSE-UNICODE`.
const PAIRS: &[u8] = include_bytes!("fold/hant-hans.txt");
const LINE: usize = "後后\n".len();
const HAN: usize = "後".len();

/// The simplified form of a character taken alone, for matching: the few that depend on context are simplified too.
fn simplified(c: char) -> char {
    if c < '\u{3400}' {
        return c;
    }
    let mut buffer = [0; 4];
    let key = c.encode_utf8(&mut buffer).as_bytes();
    let lines = PAIRS.as_chunks::<LINE>().0;
    let found = lines
        .binary_search_by(|line| line[..HAN].cmp(key))
        .ok()
        .and_then(|at| lines.get(at));
    found
        .and_then(|line| str::from_utf8(&line[HAN..2 * HAN]).ok()?.chars().next())
        .unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::mixed::mixed;

    #[test]
    fn what_readers_take_for_the_same_is_the_same() {
        let pairs = [
            ("數控技術與產業學院", "数控技术与产业学院"),
            ("１２３ＡＩ＋教育", "123ai+教育"),
            ("“匠心·向党”", "匠心向党"),
            ("《校企地》", "校企地"),
            ("近 2 万　人次", "近2万人次"),
            ("98％", "98%"),
            ("ｶﾞ", "ガ"),
            ("共建——共享……", "共建--共享......"),
            ("（2023—2024）", "(2023-2024)"),
            ("葛\u{e0100}", "葛"),
            ("Cafe\u{301}", "CAFÉ"),
            ("豈", "豈"),
        ];
        for (one, other) in pairs {
            assert_eq!(fold_str(one), fold_str(other));
        }
        assert_ne!(fold_str("34家"), fold_str("35家"));
    }

    #[test]
    fn the_way_back_covers_what_was_matched() {
        let text = "获评“读·聚 匠心”團隊①号";
        let folded = fold(text);
        let original = |needle: &str| {
            let start = folded.text.find(needle).expect("folded text has the needle");
            &text[folded.original(start..start + needle.len())]
        };
        assert_eq!(original("读聚匠"), "读·聚 匠");
        assert_eq!(original("匠心"), "匠心");
        assert_eq!(original("团队1"), "團隊①");
        assert_eq!(folded.original(0..0), 0..0);
        assert_eq!(&text[folded.original(0..999)], text);
    }

    #[test]
    fn the_table_is_sorted_and_settles_in_one_step() {
        let lines = PAIRS.as_chunks::<LINE>();
        assert!(lines.1.is_empty());
        assert!(lines.0.is_sorted_by(|a, b| a[..HAN] < b[..HAN]));
        let pairs = str::from_utf8(PAIRS).expect("the table is UTF-8");
        for pair in pairs.lines() {
            let chars: Vec<char> = pair.chars().collect();
            assert_eq!(simplified(chars[0]), chars[1], "{pair}");
            assert_eq!(simplified(chars[1]), chars[1], "{pair}");
        }
    }

    proptest! {
        #[test]
        fn ascii_alone_folds_as_ascii_among_others(text in "[ -~\\r\\n\\t]{0,40}") {
            prop_assert_eq!(fold_str(&text), fold(&text).text);
        }

        #[test]
        fn every_range_leads_back_to_whole_graphemes_that_fold_to_it(text in mixed(), a in 0usize..60, b in 0usize..60) {
            let folded = fold(&text);
            prop_assert_eq!(&folded.text, &fold_str(&text));
            let cuts: Vec<usize> = folded.text.char_indices().map(|(at, _)| at).chain([folded.text.len()]).collect();
            let (a, b) = (cuts[a % cuts.len()], cuts[b % cuts.len()]);
            let range = a.min(b)..a.max(b);
            let original = folded.original(range.clone());
            prop_assert!(original.start <= original.end && text.get(original.clone()).is_some());
            prop_assert_eq!(range.is_empty(), original.is_empty());
            prop_assert!(fold_str(&text[original]).contains(&folded.text[range]));
        }
    }
}
