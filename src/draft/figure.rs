//! A quantity where it stands, and the shortest phrase that says which one is meant.

use std::ops::Range;

use serde::{Serialize, Serializer};

use crate::numeral::{Bound, Quantity, RATIO, printed_unit, terms};

/// A quantity of the article.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct ArticleFigure {
    /// In base units; the lower end of a range.
    #[serde(serialize_with = "number")]
    pub(crate) value: f64,
    /// The measure word as printed (個); empty where none is.
    #[serde(rename = "unit")]
    printed_unit: Box<str>,
    /// The name it is kept under (个).
    #[serde(skip)]
    pub(crate) unit: Box<str>,
    /// How the printed figure stands to the true one.
    pub(crate) bound: Bound,
    /// 1-based line.
    pub(crate) line: u32,
    /// Where the printed figure begins, in code points of the line.
    pub(crate) start: usize,
    /// The printed figure: 近2万人次.
    pub(crate) exact: String,
    /// The upper end of a range.
    #[serde(serialize_with = "number_of", skip_serializing_if = "Option::is_none")]
    pub(crate) max: Option<f64>,
    /// The two terms of a ratio: 1 and 16 of 1:16.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) terms: Option<[f64; 2]>,
    /// Where it stands, in bytes of the line.
    #[serde(skip)]
    pub(crate) range: Range<usize>,
}

impl ArticleFigure {
    /// The quantity printed in `range` (bytes) of `text`.
    pub(crate) fn new(line: u32, text: &str, range: Range<usize>, quantity: Quantity) -> Self {
        let exact = &text[range.clone()];
        Self {
            value: quantity.value,
            printed_unit: printed_unit(exact, &quantity.unit)
                .unwrap_or(&quantity.unit)
                .into(),
            terms: terms(exact).filter(|_| &*quantity.unit == RATIO),
            unit: quantity.unit,
            bound: quantity.bound,
            line,
            start: text[..range.start].chars().count(),
            exact: exact.to_owned(),
            max: quantity.max,
            range,
        }
    }
}

/// A whole number is written as one: 34, not 34.0.
fn number<S: Serializer>(value: &f64, to: S) -> Result<S::Ok, S::Error> {
    /// Above this a whole number is no longer sure to be the printed one (IEEE 754 binary64).
    const SURE: f64 = 9_007_199_254_740_992.0;
    match value.fract() == 0.0 && value.abs() < SURE {
        true => to.serialize_i64(*value as i64),
        false => to.serialize_f64(*value),
    }
}

fn number_of<S: Serializer>(value: &Option<f64>, to: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => number(value, to),
        None => to.serialize_none(),
    }
}

/// Longest phrase, in characters: what `check` allows.
const LONGEST: usize = 40;

/// The phrase around `range` that stands once in `line`: the range itself, else widened by whole clauses' ends, two
/// characters at a time, to the right when the clause goes on there. The range itself when nothing is unique.
pub(crate) fn phrase(line: &str, range: &Range<usize>) -> Range<usize> {
    // The first place is looked for before a second: where a text says the same again and again, both are near.
    let once = |range: &Range<usize>| {
        let phrase = &line[range.clone()];
        let again = |at: usize| line[at..].contains(phrase);
        line.find(phrase) == Some(range.start) && next(line, range.start).is_none_or(|at| !again(at))
    };
    if once(range) {
        return range.clone();
    }
    let left: Vec<usize> = line[..range.start]
        .char_indices()
        .rev()
        .take(LONGEST)
        .map(|(at, _)| at)
        .collect();
    let right: Vec<usize> = line[range.end..]
        .char_indices()
        .take(LONGEST)
        .map(|(at, c)| range.end + at + c.len_utf8())
        .collect();
    let free = |steps: &[usize], after: bool| {
        let stops = |at: &usize| {
            let c = if after {
                line[..*at].chars().next_back()
            } else {
                line[*at..].chars().next()
            };
            c.is_none_or(|c| c.is_ascii_digit() || (!c.is_alphanumeric() && !"“”".contains(c)))
        };
        steps.iter().position(stops).unwrap_or(steps.len())
    };
    let (lefts, rights) = (free(&left, false), free(&right, true));
    let wide = |l: usize, r: usize| {
        let start = if l == 0 { range.start } else { left[l - 1] };
        let end = if r == 0 { range.end } else { right[r - 1] };
        start..end
    };
    let one_side = (2..=12)
        .flat_map(|n| [(0, n), (n, 0)])
        .filter(|(l, r)| *l <= lefts && *r <= rights);
    let both = (1..=12).map(|n| (n.min(lefts), n.min(rights)));
    let across = (1..LONGEST)
        .map(|n| (n.min(left.len()), 0))
        .chain((1..LONGEST).map(|n| (0, n.min(right.len()))));
    one_side
        .chain(both)
        .chain(across)
        .map(|(l, r)| wide(l, r))
        .find(|range| once(range) && line[range.clone()].chars().count() <= LONGEST)
        .unwrap_or_else(|| range.clone())
}

/// Where the character after the one at `at` begins.
fn next(line: &str, at: usize) -> Option<usize> {
    line[at..].chars().next().map(|c| at + c.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numeral::scan;

    #[test]
    fn a_figure_that_stands_twice_is_widened_to_a_phrase() {
        let line = "建成学院5个、中心5个，与34家企业、4家协会共建，另有5个基地。";
        let phrases: Vec<&str> = scan(line)
            .iter()
            .map(|found| &line[phrase(line, &found.range)])
            .collect();
        assert_eq!(phrases, ["学院5个", "中心5个", "34家", "4家协会", "5个基地"]);
    }

    #[test]
    fn whole_numbers_have_no_point() {
        let figure = ArticleFigure::new(1, "达1.5%", 3..7, Quantity::new(1.5, "%", Bound::Exact));
        insta::assert_snapshot!(serde_json::to_string(&figure).unwrap(), @r#"{"value":1.5,"unit":"%","bound":"exact","line":1,"start":1,"exact":"1.5%"}"#);
        let figure = ArticleFigure::new(
            1,
            "20至30家",
            0.."20至30家".len(),
            Quantity::range(20.0, 30.0, "家"),
        );
        insta::assert_snapshot!(serde_json::to_string(&figure).unwrap(), @r#"{"value":20,"unit":"家","bound":"range","line":1,"start":0,"exact":"20至30家","max":30}"#);
    }
}
