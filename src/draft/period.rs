//! The time a figure is stated for, where print leaves no doubt: in its clause, or at the head of its sentence.
//!
//! Owns the reach of a printed time and its words in the record. Proposes none where the article names two, or a day
//! without its year.

use std::ops::Range;

use serde_json::{Value, json};

use super::{ArticleFigure, Draft};
use crate::numeral::NumeralKind;

/// What ends a sentence, and a clause within it.
const ENDS: [char; 3] = ['。', '！', '？'];
const PAUSES: [char; 6] = ['，', ',', '；', ';', '：', ':'];

/// How far back a time may stand, in characters.
const REACH: usize = 400;

/// Words that name a time without a number.
pub(super) const WORDS: [&str; 4] = ["近年来", "近几年", "近些年", "应届"];

/// The record of the period of `figure`, whose line is `text`.
pub(crate) fn period(draft: &Draft, text: &str, figure: &ArticleFigure) -> Option<Value> {
    let before = &text[..figure.range.start];
    let sentence = behind(before, &ENDS);
    let clause = sentence.max(behind(before, &PAUSES));
    let cumulative = before[clause..].contains("累计");
    let mut period = times(draft, text, figure, sentence)
        .into_iter()
        .filter(|time| !is_base(text, time, figure))
        .max_by_key(|time| time.start)
        .filter(|time| time.start >= clause || opens(&before[sentence..time.start]))
        .and_then(|time| words(text, time));
    match &mut period {
        Some(period) if cumulative => period["cumulative"] = true.into(),
        None if cumulative => period = Some(json!({"kind": "cumulative", "text": "累计"})),
        _ => {}
    }
    period.filter(|_| !follows(draft, text, figure))
}

/// Whether a time is only what a growth is measured from: 比2020年增长, 较上年, 相比2019年.
/// In 从2019年的11家增至64家 the year is that of the first figure.
fn is_base(text: &str, time: &Range<usize>, figure: &ArticleFigure) -> bool {
    let before = &text[..time.start];
    if matches!(text.get(time.end..figure.range.start), Some("" | "的")) {
        return false;
    }
    ["比", "较", "相比", "相较于", "对比", "由", "从"]
        .iter()
        .any(|word| before.ends_with(word))
}

fn behind(before: &str, marks: &[char]) -> usize {
    let reach = before.char_indices().rev().take(REACH);
    let mut at = before.len();
    for (start, c) in reach {
        if marks.contains(&c) {
            break;
        }
        at = start;
    }
    at
}

/// Whether nothing but a preposition stands before a time.
fn opens(before: &str) -> bool {
    ["", "自", "从", "到", "在", "截至", "截止", "截止到", "截至目前"].contains(&before.trim())
}

/// The times printed before the figure in its sentence.
fn times(draft: &Draft, text: &str, figure: &ArticleFigure, from: usize) -> Vec<Range<usize>> {
    let here = |range: &Range<usize>| range.start >= from && range.end <= figure.range.start;
    let numbered = draft.others_in(figure.line, from..figure.range.start).iter();
    let numbered = numbered.filter(|other| {
        let span = other.kind == NumeralKind::Duration && text[other.range.clone()].starts_with("近");
        span || matches!(
            other.kind,
            NumeralKind::Year | NumeralKind::Date | NumeralKind::ClassYear
        )
    });
    let sentence = &text[from..figure.range.start];
    let named = WORDS.iter().flat_map(|word| sentence.match_indices(word));
    let named = named.map(|(at, word)| from + at..from + at + word.len());
    let untitled = |range: &Range<usize>| {
        let before = &text[from..range.start];
        before.rfind('《') <= before.rfind('》')
    };
    numbered
        .map(|other| other.range.clone())
        .chain(named)
        .filter(|range| here(range) && untitled(range))
        .collect()
}

/// Whether a time stands behind the figure in its clause.
fn follows(draft: &Draft, text: &str, figure: &ArticleFigure) -> bool {
    let rest = &text[figure.range.end..];
    let end = figure.range.end
        + rest
            .find([ENDS.as_slice(), &PAUSES].concat().as_slice())
            .unwrap_or(rest.len());
    let behind = draft.others_in(figure.line, figure.range.end..end);
    behind.iter().any(|other| {
        matches!(
            other.kind,
            NumeralKind::Year | NumeralKind::Date | NumeralKind::ClassYear
        )
    })
}

/// The words of a time and what they say of it.
pub(super) fn words(text: &str, time: Range<usize>) -> Option<Value> {
    let after = &text[time.end..];
    let behind = ["年底", "年末", "底", "末", "以来", "来"]
        .into_iter()
        .find(|word| after.starts_with(word));
    let end = time.end + behind.map_or(0, str::len);
    let upto = ["截至", "截止到", "截止"]
        .into_iter()
        .find_map(|word| text[..time.start].trim_end().strip_suffix(word));
    let start = upto.map_or(time.start, str::len);
    let words = &text[start..end];
    let kind = match () {
        () if words.contains('届') || words.contains('级') => "class",
        () if upto.is_some() || words.ends_with(['底', '末']) => "as_of",
        () if words.starts_with('近') || words.ends_with('来') => "recent",
        () => "year",
    };
    let years: Vec<u16> = words
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
        .collect();
    let mut period = json!({"kind": kind, "text": words});
    if let [year] = years[..] {
        period["year"] = year.into();
    }
    (kind != "year" || !years.is_empty()).then_some(period)
}

#[cfg(test)]
mod tests {
    use crate::draft::draft;

    fn periods(clause: &str) -> Vec<String> {
        let text = format!("校企同心育人才\n{clause}\n");
        let draft = draft(&text);
        let of = |figure| {
            super::period(&draft, clause, figure).map_or_else(String::new, |period| period.to_string())
        };
        draft.figures.iter().map(of).collect()
    }

    #[test]
    fn a_time_rules_its_clause_and_its_sentence_from_the_head() {
        for (clause, expected) in [
            (
                "院里工作一直很好，2023年毕业生平均月薪达5000元。",
                r#"{"kind":"year","text":"2023年","year":2023}"#,
            ),
            (
                "2024届毕业生就业率达97%以上。",
                r#"{"kind":"class","text":"2024届","year":2024}"#,
            ),
            (
                "近年来，学院办讲座50余场。",
                r#"{"kind":"recent","text":"近年来"}"#,
            ),
            (
                "近三年，学院办讲座50余场。",
                r#"{"kind":"recent","text":"近三年"}"#,
            ),
            (
                "截至2023年底，开设订单班40个。",
                r#"{"kind":"as_of","text":"截至2023年底","year":2023}"#,
            ),
            (
                "2021年以来，开设订单班40个。",
                r#"{"kind":"recent","text":"2021年以来","year":2021}"#,
            ),
            ("学院累计办讲座50余场。", r#"{"kind":"cumulative","text":"累计"}"#),
            (
                "近年来，学院累计办讲座50余场。",
                r#"{"kind":"recent","text":"近年来","cumulative":true}"#,
            ),
            (
                "2022—2024年，学院办讲座50余场。",
                r#"{"kind":"year","text":"2022—2024年"}"#,
            ),
        ] {
            assert_eq!(periods(clause), [expected], "{clause}");
        }
    }

    #[test]
    fn where_print_leaves_doubt_there_is_none() {
        for clause in [
            "学院办讲座50余场。",
            "学院于2019年独立，办讲座50余场。",
            "5月6日，学院办讲座50余场。",
            "《2023年规划》写入讲座50余场。",
            "2023年很好。学院办讲座50余场。",
        ] {
            assert_eq!(periods(clause), [""], "{clause}");
        }
    }
}
