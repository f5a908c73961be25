//! Pillars and measures: the headings of the first level and, under each, those of the second.

use crate::model::TODO;
use serde_json::{Value, json};

use super::{Draft, Heading, decode::is_sound};

/// Longest phrase of a citation, in characters.
const PHRASE: usize = 40;

/// The headings that are pillars: those of the first level.
pub(crate) fn pillars(draft: &Draft) -> Vec<&Heading> {
    draft
        .headings
        .iter()
        .filter(|heading| heading.level == 1 && is_sound(&heading.text) && !heading.said.is_empty())
        .take(99)
        .collect()
}

/// The number of the pillar that `line` belongs to; none in the introduction.
pub(crate) fn pillar_at(pillars: &[&Heading], line: u32) -> Option<usize> {
    let above = pillars.iter().take_while(|heading| heading.line <= line).count();
    (above > 0).then_some(above)
}

/// The record of the `n`th pillar, whose line is `text`.
pub(crate) fn pillar(n: usize, heading: &Heading, text: &str) -> Value {
    let said = &text[heading.said.clone()];
    let (name, slogan) = match said.split_once(['：', ':']) {
        Some((name, slogan)) if !name.is_empty() && !slogan.is_empty() => (name, slogan),
        _ => (first(said), said),
    };
    json!({
        "n": n, "heading": name, "slogan": slogan, "printed": heading.text, "en": TODO, "themes": [],
        "gist": {"zh": TODO, "en": TODO},
        "cite": {"line": heading.line, "exact": phrase(said)},
    })
}

/// The records of the measures, numbered within their pillars.
pub(crate) fn measures(draft: &Draft, lines: &[&str]) -> Vec<(Value, bool)> {
    let pillars = pillars(draft);
    let mut counts = vec![0_usize; pillars.len() + 1];
    let seconds = draft.headings.iter().filter(|heading| heading.level == 2);
    let record = |heading: &Heading| {
        let under = pillar_at(&pillars, heading.line)?;
        counts[under] += 1;
        Some((
            measure(under, counts[under], heading, lines[heading.line as usize - 1]),
            counts[under] < 256,
        ))
    };
    seconds.filter_map(record).collect()
}

fn measure(pillar: usize, n: usize, heading: &Heading, text: &str) -> Value {
    let said = &text[heading.said.clone()];
    let (title, slogan) = said.split_once(['，', ',', '：', ':']).unwrap_or((said, ""));
    let mut record = json!({
        "id": format!("measure-{pillar}-{n}"), "pillar": pillar, "n": n, "title": title,
    });
    if !slogan.is_empty() {
        record["slogan"] = slogan.into();
    }
    record["en"] = TODO.into();
    record["gist"] = json!({"zh": TODO, "en": TODO});
    record["cite"] = json!({"line": heading.line, "exact": phrase(said)});
    record
}

/// What stands before the first mark.
fn first(said: &str) -> &str {
    let end = said
        .find(['，', ',', '、', ' '])
        .filter(|end| *end > 0)
        .unwrap_or(said.len());
    &said[..end]
}

/// The heading, or so much of it as a citation may hold.
pub(crate) fn phrase(said: &str) -> &str {
    let end = said.char_indices().nth(PHRASE).map_or(said.len(), |(at, _)| at);
    &said[..end]
}
