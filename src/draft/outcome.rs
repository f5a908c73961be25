//! The records of the outcomes: one for each quantity, with its citation and, where it is sure, a known metric.

use serde_json::{Value, json};

use super::{
    Draft, Figure,
    figure::phrase,
    metric::propose,
    part::{pillar_at, pillars},
    period::period,
    skeleton::TODO,
};
use crate::model::Metric;

/// Characters looked at on each side of a figure.
const AROUND: usize = 24;

/// The outcomes in order; each says whether it can stand as it is. One without a known metric cannot.
pub(crate) fn outcomes(draft: &Draft, lines: &[&str], metrics: &[Metric]) -> Vec<(Value, bool)> {
    let pillars = pillars(draft);
    let mut taken: Vec<&str> = Vec::new();
    let record = |(at, figure): (usize, &Figure)| {
        let text = lines[figure.line as usize - 1];
        let metric = propose(metrics, around(text, figure), &figure.unit).map(|metric| metric.id.as_str());
        let metric = metric.filter(|id| !taken.contains(id));
        taken.extend(metric);
        let pillar = pillar_at(&pillars, figure.line);
        (
            outcome(
                at + 1,
                figure,
                (text, period(draft, text, figure)),
                metric,
                pillar,
            ),
            metric.is_some() && !figure.unit.is_empty(),
        )
    };
    draft.figures.iter().enumerate().map(record).collect()
}

fn outcome(
    n: usize,
    figure: &Figure,
    (text, period): (&str, Option<Value>),
    metric: Option<&str>,
    pillar: Option<usize>,
) -> Value {
    let figures = serde_json::to_value(figure).unwrap_or_default();
    let mut record = json!({"id": format!("outcome-{n}")});
    if let Some(pillar) = pillar {
        record["pillar"] = pillar.into();
    }
    record["metric"] = metric.unwrap_or(TODO).into();
    record["label"] = label(text, figure).into();
    record["en"] = TODO.into();
    for field in ["value", "max", "unit", "bound"] {
        match &figures[field] {
            Value::Null => {}
            Value::String(word) if word == "exact" => {}
            Value::String(word) if word.is_empty() => record[field] = TODO.into(),
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

/// The clause up to the figure and what follows it, for matching.
fn around<'a>(text: &'a str, figure: &Figure) -> &'a str {
    let before = &text[..figure.range.start];
    let start = before
        .char_indices()
        .rev()
        .take(AROUND)
        .take_while(|(_, c)| !"。；".contains(*c))
        .last();
    let after = &text[figure.range.end..];
    let end = after.find(['，', ',', '。', '；', '、']).unwrap_or(after.len());
    let most = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    &text[start.map_or(figure.range.start, |(at, _)| at)..figure.range.end + end.min(most)]
}

/// The printed words that say what is counted: before the figure when its clause ends with it, else after it.
fn label<'a>(text: &'a str, figure: &Figure) -> &'a str {
    const LONGEST: usize = 12;
    let word = |c: &char| c.is_alphanumeric() || "“”《》".contains(*c);
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
