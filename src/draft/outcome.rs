//! The records of the outcomes: one for each quantity, with its citation and, where it is sure, a known metric.

use serde_json::{Value, json};

use super::{
    Draft, Figure,
    figure::phrase,
    metric::{self},
    part::{pillar_at, pillars},
    period::period,
    skeleton::TODO,
};
use crate::model::{Guess, Metric};

/// Characters looked at on each side of a figure.
const AROUND: usize = 24;

/// The outcomes in order; each says whether it can stand as it is. One without a known metric cannot.
pub(crate) fn outcomes(draft: &Draft, lines: &[&str], metrics: &[Metric]) -> Vec<(Value, bool)> {
    let pillars = pillars(draft);
    let record = |(at, figure): (usize, &Figure)| {
        let text = lines[figure.line as usize - 1];
        let guesses = metric::propose(metrics, clause(text, figure), figure);
        let pillar = pillar_at(&pillars, figure.line);
        let period = period(draft, text, figure);
        let stands = !guesses.is_empty();
        (outcome(at + 1, figure, (text, period), &guesses, pillar), stands)
    };
    draft.figures.iter().enumerate().map(record).collect()
}

fn outcome(
    n: usize,
    figure: &Figure,
    (text, period): (&str, Option<Value>),
    guesses: &[Guess],
    pillar: Option<usize>,
) -> Value {
    let figures = serde_json::to_value(figure).unwrap_or_default();
    let mut record = json!({"id": format!("outcome-{n}")});
    if let Some(pillar) = pillar {
        record["pillar"] = pillar.into();
    }
    match guesses {
        [] => record["metric"] = TODO.into(),
        [best, ..] => {
            record["metric"] = best.metric.as_str().into();
            let guess = |guess: &Guess| json!({"metric": guess.metric.as_str(), "words": guess.words});
            record["guess"] = guesses.iter().map(guess).collect();
        }
    }
    record["label"] = label(text, figure).into();
    record["en"] = TODO.into();
    for field in ["value", "max", "unit", "bound"] {
        match &figures[field] {
            Value::Null => {}
            Value::String(word) if word == "exact" => {}
            Value::String(word) if word.is_empty() => {}
            _ if field == "unit" => record[field] = (*figure.unit).into(),
            value => record[field] = value.clone(),
        }
    }
    record["as_written"] = figure.exact.clone().into();
    if let Some(period) = period {
        record["period"] = period;
    }
    record["cite"] = json!({"line": figure.line, "exact": &text[phrase(text, &figure.range)]});
    record
}

/// The clause of the figure: what stands between it and the nearest marks on both sides.
fn clause<'a>(text: &'a str, figure: &Figure) -> &'a str {
    const MARKS: [char; 9] = ['，', ',', '。', '；', ';', '、', '：', ':', '！'];
    let before = &text[..figure.range.start];
    let reach = before
        .char_indices()
        .rev()
        .take(AROUND)
        .take_while(|(_, c)| !MARKS.contains(c));
    let start = reach.last().map_or(figure.range.start, |(at, _)| at);
    let after = &text[figure.range.end..];
    let reach = after
        .char_indices()
        .take(AROUND)
        .take_while(|(_, c)| !MARKS.contains(c));
    let end = reach.last().map_or(0, |(at, c)| at + c.len_utf8());
    &text[start..figure.range.end + end]
}

/// The printed words that say what is counted: before the figure when its clause ends with it, else after it.
fn label<'a>(text: &'a str, figure: &Figure) -> &'a str {
    const LONGEST: usize = 12;
    // A digit begins the next figure.
    let word = |c: &char| (c.is_alphanumeric() && !c.is_numeric()) || "“”《》".contains(*c);
    let after = &text[figure.range.end..];
    let counted = after.trim_start_matches('的');
    let end: usize = counted
        .chars()
        .take_while(word)
        .take(LONGEST)
        .map(char::len_utf8)
        .sum();
    if end > 0 {
        return &counted[..end];
    }
    let before = &text[..figure.range.start];
    let length: usize = before
        .chars()
        .rev()
        .take_while(word)
        .take(LONGEST)
        .map(char::len_utf8)
        .sum();
    match length {
        0 => TODO,
        length => &before[before.len() - length..],
    }
}
