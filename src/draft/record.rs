//! The source record: the text's hash and size, what is body and what the site's, outline stubs, excused numerals.

use crate::model::TODO;
use std::collections::{HashMap, HashSet};

use serde_json::{Value, json};

use super::{Draft, Other, figure::phrase};
use crate::numeral::NumeralKind;

/// The lines of the body as the record writes them: `1-5,8`; the whole text when all is the site's.
pub(crate) fn body(draft: &Draft) -> String {
    let ranges = runs(&draft.site)
        .filter(|(_, _, kind)| kind.is_none())
        .map(|(first, last, _)| span(first, last));
    let ranges: Vec<_> = ranges.collect();
    match ranges.is_empty() {
        true => span(1, draft.site.len().max(1)),
        false => ranges.join(","),
    }
}

/// The lines of the site.
pub(crate) fn furniture(draft: &Draft) -> Vec<Value> {
    runs(&draft.site)
        .filter_map(|(first, last, kind)| Some(json!({"lines": span(first, last), "kind": kind?})))
        .collect()
}

/// A stub for every paragraph of the body.
pub(crate) fn outline(draft: &Draft, lines: &[&str]) -> Vec<Value> {
    let body = (1..).zip(lines.iter().zip(&draft.site));
    body.filter(|(_, (text, site))| site.is_none() && !text.trim().is_empty())
        .map(|(line, _): (u32, _)| json!({"line": line, "zh": TODO, "en": TODO}))
        .collect()
}

/// The numerals that a rule knows to be no outcome, with the kind read and the reason in words; those that the dossier's own
/// citations hold need no excuse.
pub(crate) fn excused(draft: &Draft, lines: &[&str], cited: &[(u32, String)]) -> Vec<Value> {
    let mut seen: HashSet<(u32, &str)> = HashSet::new();
    let mut records = Vec::new();
    let mut cites: HashMap<u32, Vec<&str>> = HashMap::new();
    for (line, cite) in cited {
        cites.entry(*line).or_default().push(cite);
    }
    for other in draft.others.iter().filter(|other| is_known(&other.kind)) {
        let text = lines[other.line as usize - 1];
        let exact = &text[phrase(text, &other.range)];
        let held = cites
            .get(&other.line)
            .is_some_and(|cites| cites.iter().any(|cite| holds(text, cite, other)));
        if !held && seen.insert((other.line, exact)) {
            let (kind, zh, en) = reason(&other.kind);
            records.push(
                json!({"line": other.line, "exact": exact, "kind": kind, "reason": {"zh": zh, "en": en}}),
            );
        }
    }
    records
}

/// Whether a rule says why a numeral of the kind is no quantity; any other is left for a person, and for `check` to name.
pub(super) fn is_known(kind: &NumeralKind) -> bool {
    !matches!(
        kind,
        NumeralKind::Unclear | NumeralKind::Torn | NumeralKind::Quantity(_)
    )
}

fn holds(text: &str, cite: &str, other: &Other) -> bool {
    let at = text.find(cite).filter(|_| !cite.is_empty());
    at.is_some_and(|at| at <= other.range.start && other.range.end <= at + cite.len())
}

pub(super) fn reason(kind: &NumeralKind) -> (&'static str, &'static str, &'static str) {
    match kind {
        NumeralKind::Year => ("year", "年份", "a year"),
        NumeralKind::Date => ("date", "日期或时间", "a date or a time"),
        NumeralKind::ClassYear => ("class_year", "届次或年级", "the year of a class"),
        NumeralKind::Ordinal => ("ordinal", "序号或等次", "a place in an order"),
        NumeralKind::Name => ("name", "名称", "part of a name"),
        NumeralKind::Duration => ("duration", "时长", "a span of time"),
        NumeralKind::Framework => ("framework", "体系名", "part of a framework"),
        NumeralKind::Unclear | NumeralKind::Torn | NumeralKind::Quantity(_) => ("other", TODO, TODO),
    }
}

/// Lines of one kind next to each other: first, last (1-based), kind.
fn runs<'a>(
    site: &'a [Option<&'static str>],
) -> impl Iterator<Item = (usize, usize, Option<&'static str>)> + 'a {
    let mut next = 1;
    site.chunk_by(|a, b| a == b).map(move |run| {
        let first = next;
        next += run.len();
        (first, next - 1, run[0])
    })
}

fn span(first: usize, last: usize) -> String {
    match first == last {
        true => first.to_string(),
        false => format!("{first}-{last}"),
    }
}
