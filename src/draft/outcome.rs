//! The records of the outcomes: one for each quantity, with its citation and the metrics it may be of.
//!
//! Every figure is a guess until a person has looked at it; `guess` says so, and `check` reports it.

use crate::model::TODO;
use std::collections::HashMap;

use serde_json::{Value, json};

use super::{
    ArticleFigure, Draft,
    clause::Clause,
    figure::phrase,
    label::label,
    metric::{KnownMetrics, Proposed},
    part::{pillar_at, pillars},
    period::period,
};
use crate::model::Guess;

/// The outcomes in order.
pub(crate) fn outcomes(draft: &Draft, lines: &[&str], known: &KnownMetrics<'_>) -> Vec<Value> {
    let pillars = pillars(draft);
    let mut taken: HashMap<String, usize> = HashMap::new();
    let record = |(at, figure): (usize, &ArticleFigure)| {
        let text = lines[figure.line as usize - 1];
        let clause = Clause::new(draft, text, figure);
        let proposed = known.propose(clause, figure);
        let metric = proposed.guesses.first().filter(|_| proposed.is_likely);
        // An outcome goes by its metric; the second of one metric by that and a number.
        let id = match metric.map(|guess| guess.metric.to_string()) {
            None => format!("outcome-{}", at + 1),
            Some(id) => {
                let times = taken.entry(id.clone()).or_default();
                *times += 1;
                if *times == 1 { id } else { format!("{id}-{times}") }
            }
        };
        let mut record = json!({"id": id});
        if let Some(pillar) = pillar_at(&pillars, figure.line) {
            record["pillar"] = pillar.into();
        }
        metrics(&mut record, &proposed);
        let label = label(clause);
        record["label"] = if label.is_empty() {
            TODO.into()
        } else {
            label.into()
        };
        record["en"] = TODO.into();
        quantity(&mut record, figure);
        if let Some(period) = period(draft, text, figure) {
            record["period"] = period;
        }
        record["cite"] = json!({"line": figure.line, "exact": &text[phrase(text, &figure.range)]});
        record
    };
    draft.figures.iter().enumerate().map(record).collect()
}

fn metrics(record: &mut Value, proposed: &Proposed) {
    if let [best, ..] = &*proposed.guesses
        && proposed.is_likely
    {
        record["metric"] = best.metric.as_str().into();
    }
    let guess = |guess: &Guess| json!({"metric": guess.metric.as_str(), "words": guess.words});
    record["guess"] = proposed.guesses.iter().map(guess).collect();
}

fn quantity(record: &mut Value, figure: &ArticleFigure) {
    let figures = serde_json::to_value(figure).unwrap_or_default();
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
}
