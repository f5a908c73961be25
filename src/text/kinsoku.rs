//! Where a line of Chinese may break: CLREQ's prohibitions and the glue between a number and its unit.
//!
//! Finds opportunities and judges cuts; it does not fill lines and knows no widths of columns.
//!
//! Sources: UAX #14 (through `unicode-linebreak`); W3C *Requirements for Chinese Text Layout* (CLREQ), line start
//! and line end prohibition; GB/T 15834—2011 *General rules for punctuation*, 5.1. Marks are told by their class in
//! UAX #14 rather than by a hand list, which always misses some; only what that annex leaves open is named here.

use unicode_linebreak::{BreakClass, BreakOpportunity, break_property, linebreaks};
use unicode_width::UnicodeWidthChar;

/// Characters that may not begin a line although UAX #14 lets them: closing quotes, interpuncts, wave dashes.
const NO_START: &str = "”’»›·•‧～–／";

/// Characters that may not end a line although UAX #14 lets them: opening quotes.
const NO_END: &str = "“‘«‹";

/// Words of one character that hold to a number before them: multipliers, classifiers, units, spans of time.
const UNITS: &str = "多余来几万亿千百十半成个名人次项家位件门套本册篇部支队场期批轮届座栋间台辆条种类组班级户村镇县市省国\
    校院系所层课学元角分钱年月日时秒周天岁季世纪代后倍点度米克吨升亩斤里平方公厘毫瓦字册张份对双只头环链中心以左";

/// Words of one character that hold to a number after them: nearly, about, over, ordinal.
const BEFORE: &str = "近约超逾第";

/// How many characters of [`UNITS`] are kept with a number: 2000多万元 whole, but not a sentence of such words.
const REACH: usize = 4;

/// Byte offsets inside `text` at which a new line may start, ascending, without 0 and without `text.len()`.
///
/// `text` is one paragraph; a line end in it is no opportunity but a fact.
pub(crate) fn opportunities(text: &str) -> Vec<usize> {
    let glued = glued(text);
    let allowed =
        |at: &usize| may_cut(text, *at) && !is_in_token(text, *at) && glued.binary_search(at).is_err();
    let bracketed = bracketed(text);
    let annex = linebreaks(&bracketed)
        .filter(|&(at, kind)| at < text.len() && kind == BreakOpportunity::Allowed)
        .map(|(at, _)| at);
    let mut all: Vec<usize> = annex.chain(stops(text)).filter(allowed).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Whether `at` lies inside an option, id, path or address, as `--articles`, `news-sdcit` or `tzvcst/p1`, after a mark
/// that UAX #14 lets a line end with. A reader who copies such a thing must find it in one piece.
pub(crate) fn is_in_token(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    before.ends_with(['-', '/', '|', '?', '&', '=']) && after.starts_with(|c: char| c.is_ascii_graphic())
}

/// Offsets after an ASCII stop or bracket that stands in Chinese text, as 以上,2024届 or (院)AI: UAX #14 sees the
/// inside of a number or a word there.
fn stops(text: &str) -> impl Iterator<Item = usize> {
    let after =
        |(at, c): (usize, char)| (",;:!?)".contains(c) && text[..at].ends_with(is_wide)).then_some(at + 1);
    text.char_indices()
        .filter_map(after)
        .filter(|&at| at < text.len())
}

/// Whether a line may end and the next begin at `at` as far as punctuation is concerned.
///
/// Holds for a cut through a word as well: this is what a forced cut asks. A blank before `at` changes nothing.
pub(crate) fn may_cut(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    !after.starts_with(no_start) && !before.trim_end_matches(' ').ends_with(no_end)
}

/// Whether `c` may not begin a line: pauses and stops, closing marks, dashes, ellipses, connectors, solidus.
pub(crate) fn no_start(c: char) -> bool {
    use BreakClass::*;
    NO_START.contains(c)
        || matches!(
            break_property(u32::from(c)),
            ClosePunctuation
                | CloseParenthesis
                | Exclamation
                | InfixSeparator
                | Symbol
                | NonStarter
                | Inseparable
                | Postfix
                | BeforeAndAfter
        )
}

/// Whether `c` may not end a line: opening brackets, quotes and title marks.
fn no_end(c: char) -> bool {
    NO_END.contains(c) || break_property(u32::from(c)) == BreakClass::OpenPunctuation
}

/// `text` with its curly quotes turned to corner brackets of the same three bytes, so that offsets stay true.
///
/// UAX #14 takes “ ” for marks that could be either opening or closing and welds them to both neighbours; in
/// Chinese their direction is known. ‘ ’ are left alone inside words, where ’ is an apostrophe.
fn bracketed(text: &str) -> String {
    let chinese =
        |at: usize, len: usize| text[..at].ends_with(is_chinese) || text[at + len..].starts_with(is_chinese);
    let bracket = |(at, c): (usize, char)| match c {
        '“' => '「',
        '”' => '」',
        '‘' if chinese(at, c.len_utf8()) => '『',
        '’' if chinese(at, c.len_utf8()) => '』',
        c => c,
    };
    text.char_indices().map(bracket).collect()
}

fn is_wide(c: char) -> bool {
    c.width() == Some(2)
}

fn is_chinese(c: char) -> bool {
    is_wide(c) || c.is_ascii_punctuation() || "“”‘’…—·".contains(c)
}

#[derive(Clone, Copy, PartialEq)]
enum Glue {
    Loose,
    Before,
    Number,
    Unit(usize),
}

/// Offsets between which a number, its parts and its units lie: no break there.
fn glued(text: &str) -> Vec<usize> {
    let mut state = Glue::Loose;
    let mut last = '\0';
    let mut glued = Vec::new();
    for (at, c) in text.char_indices() {
        let next = step(state, last, c, &text[at + c.len_utf8()..]);
        if !matches!(
            (state, next),
            (Glue::Loose, _) | (_, Glue::Loose | Glue::Before) | (Glue::Unit(_), Glue::Number)
        ) {
            glued.push(at);
        }
        (state, last) = (next, c);
    }
    glued
}

fn step(state: Glue, last: char, c: char, rest: &str) -> Glue {
    match state {
        _ if is_digit(c) => Glue::Number,
        Glue::Number if ",.:/~～—–-".contains(c) && rest.starts_with(is_digit) => Glue::Number,
        Glue::Number if "%％‰℃°+＋".contains(c) => Glue::Number,
        Glue::Number if is_unit(last, c) => Glue::Unit(1),
        Glue::Unit(n) if n < REACH && is_unit(last, c) => Glue::Unit(n + 1),
        _ if BEFORE.contains(c) => Glue::Before,
        _ => Glue::Loose,
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '０'..='９')
}

fn is_unit(last: char, c: char) -> bool {
    match c {
        '上' | '下' | '内' | '外' => last == '以',
        '右' => last == '左',
        _ => UNITS.contains(c),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::mixed::mixed;

    /// `text` with `|` wherever a line may begin.
    fn drawn(text: &str) -> String {
        let mut out = text.to_owned();
        opportunities(text)
            .into_iter()
            .rev()
            .for_each(|at| out.insert(at, '|'));
        out
    }

    #[test]
    fn quotes_have_a_direction_and_dashes_no_beginning() {
        let cases = [
            ("本着“以党建”的宗旨", "本|着|“以|党|建”|的|宗|旨"),
            ("德”“智", "德”|“智"),
            ("匠心·向党", "匠|心·|向|党"),
            ("《共建》——合作", "《共|建》——|合|作"),
            ("待续……完", "待|续……|完"),
            ("他说：‘好’，don’t stop", "他|说：|‘好’，|don’t |stop"),
            ("（一）、（二）", "（一）、|（二）"),
            ("和/或", "和/|或"),
            ("用 --articles 指", "用 |--articles |指"),
            (
                "见 data/colleges/news-sdcit.yaml:5",
                "见 |data/colleges/news-sdcit.yaml:5",
            ),
            ("项目 ，下", "项|目 ，|下"),
            (
                "一半以上,2024届;系(院)AI:3年",
                "一|半|以|上,|2024届;|系|(院)|AI:3年",
            ),
        ];
        for (text, broken) in cases {
            assert_eq!(drawn(text), broken);
            assert_eq!(drawn(&broken.replace('|', "")), broken);
        }
    }

    #[test]
    fn a_figure_stays_in_one_piece() {
        let cases = [
            ("到账2000多万元资金", "到|账|2000多万元|资|金"),
            ("占98%以上的人", "占|98%以上|的|人"),
            ("约1,000.5万人次", "约1,000.5万人次"),
            ("近2万人次", "近2万人次"),
            ("第3届，2021—2023年", "第3届，|2021—2023年"),
            ("２０２４年５月", "２０２４年|５月"),
            ("25℃下", "25℃|下"),
            ("30余家以内外", "30余家以内|外"),
            ("5院4中心", "5院|4中心"),
            ("3个县市省国校", "3个县市省|国|校"),
        ];
        for (text, broken) in cases {
            assert_eq!(drawn(text), broken);
        }
    }

    #[test]
    fn line_start_and_end_are_barred_to_their_marks() {
        assert!(
            "，。、；：？！,.;:?!）)】》〉」』]”’%％‰℃°·—…～〕〗｝］･・/／々"
                .chars()
                .all(no_start)
        );
        assert!("（([{【《〈「『“‘〔〖｛［".chars().all(no_end));
        assert!(!"中a0（“-#@".chars().any(no_start) && !"中a0）”，—".chars().any(no_end));
    }

    #[test]
    fn brackets_take_the_place_of_quotes_byte_for_byte() {
        let text = "‘甲’“乙”it’s";
        assert_eq!(bracketed(text), "『甲』「乙」it’s");
        assert_eq!(bracketed(text).len(), text.len());
    }

    proptest! {
        #[test]
        fn opportunities_are_cuts_inside_the_text(text in mixed()) {
            let found = opportunities(&text);
            prop_assert!(found.is_sorted_by(|a, b| a < b));
            for at in found {
                prop_assert!(at > 0 && at < text.len() && text.is_char_boundary(at));
                prop_assert!(may_cut(&text, at));
            }
        }
    }
}
