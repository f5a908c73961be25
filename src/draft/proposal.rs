//! What a draft proposes for the numerals of an article, one by one, for a person to take or leave.

use std::ops::Range;

use serde_json::{Value, json};

use super::{draft, figure::phrase, metric::KnownMetrics, outcome, period, record};
use crate::numeral::{NumeralKind, scan};

/// The record of the outcome that a figure would become.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Proposal {
    /// 1-based line.
    pub line: u32,
    /// Where the figure stands, in bytes of the line.
    pub range: Range<usize>,
    /// The record as it would be drafted.
    pub record: Value,
}

/// A proposal for every quantity of the body of `text`, in order.
pub(crate) fn proposals(text: &str, known: &KnownMetrics<'_>) -> Vec<Proposal> {
    let draft = draft(text);
    let lines: Vec<&str> = text.lines().collect();
    let records = outcome::outcomes(&draft, &lines, known);
    let figures = draft.figures.iter().zip(records);
    let proposal = |(figure, record): (&super::ArticleFigure, Value)| Proposal {
        line: figure.line,
        range: figure.range.clone(),
        record,
    };
    figures.map(proposal).collect()
}

/// The entry of the record's `excused` for the numeral at `range` of `text`, with the reason of a `kind` that is no
/// quantity.
pub(crate) fn excuse(line: u32, text: &str, range: &Range<usize>, kind: &NumeralKind) -> Value {
    let (kind, zh, en) = record::reason(kind);
    json!({"line": line, "exact": &text[phrase(text, range)], "kind": kind, "reason": {"zh": zh, "en": en}})
}

/// The times printed on a line, as records of periods, in order and each once.
pub(crate) fn periods(text: &str) -> Vec<Value> {
    let time = |kind: &NumeralKind| {
        matches!(
            kind,
            NumeralKind::Year | NumeralKind::Date | NumeralKind::ClassYear | NumeralKind::Duration
        )
    };
    let found = scan(text).into_iter().filter(|found| time(&found.kind));
    let words = period::WORDS.iter().flat_map(|word| text.match_indices(word));
    let words = words.map(|(at, word)| at..at + word.len());
    let mut ranges: Vec<_> = found.map(|found| found.range).chain(words).collect();
    ranges.sort_by_key(|range| range.start);
    let mut periods: Vec<Value> = Vec::new();
    for period in ranges.into_iter().filter_map(|range| period::words(text, range)) {
        if !periods.contains(&period) {
            periods.push(period);
        }
    }
    if text.contains("累计") {
        periods.push(json!({"kind": "cumulative", "text": "累计"}));
    }
    periods
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_times_of_a_line_are_those_printed() {
        let periods = periods("2024届毕业生就业率达97%，近年来累计培训3万人次，截至2023年底共5项，2024届。");
        let texts: Vec<_> = periods
            .iter()
            .map(|period| period["text"].as_str().unwrap())
            .collect();
        assert_eq!(texts, ["2024届", "近年来", "截至2023年底", "累计"]);
    }

    #[test]
    fn every_figure_has_a_record() {
        let text = "东江学院简介\n一、共建\n与28家企业共建，培训3万人次。\n";
        let records = proposals(text, &KnownMetrics::default());
        let written: Vec<_> = records
            .iter()
            .map(|proposal| proposal.record["as_written"].as_str().unwrap())
            .collect();
        assert_eq!(written, ["28家", "3万人次"]);
        assert_eq!((records[0].line, records[0].range.clone()), (3, 3..8));
    }
}
