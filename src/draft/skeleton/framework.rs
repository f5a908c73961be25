//! Frameworks whose name says its parts: 5院4中心, 三领域. Members are for a person to name.

use crate::model::TODO;
use serde_json::{Value, json};

use crate::{
    draft::{Draft, Other, figure::phrase, part},
    numeral::{self, NumeralKind},
};

/// Longest word counted by a framework, in characters.
const WORD: usize = 4;

/// A record for each framework of the article that can be taken apart, once.
pub(crate) fn frameworks(draft: &Draft, lines: &[&str]) -> Vec<(Value, bool)> {
    let pillars = part::pillars(draft);
    let mut names: Vec<String> = Vec::new();
    let mut records = Vec::new();
    for other in draft
        .others
        .iter()
        .filter(|other| other.kind == NumeralKind::Framework)
    {
        let text = lines[other.line as usize - 1];
        let name = text[other.range.clone()].trim_matches(['“', '”', '"']).to_owned();
        let Some(groups) = groups(&name).filter(|_| !names.contains(&name)) else {
            continue;
        };
        let mut record = json!({"id": format!("framework-{}", names.len() + 1)});
        if let Some(pillar) = part::pillar_at(&pillars, other.line) {
            record["pillar"] = pillar.into();
        }
        record["name"] = name.clone().into();
        record["en"] = TODO.into();
        record["groups"] = groups;
        record["cite"] = cite(text, other);
        names.push(name);
        records.push((record, true));
    }
    records
}

fn cite(text: &str, other: &Other) -> Value {
    json!({"line": other.line, "exact": &text[phrase(text, &other.range)]})
}

/// 5院4中心 is five of 院 and four of 中心; none when a part has no number or no word, or all count
/// one: 一院一品 is a brand.
fn groups(name: &str) -> Option<Value> {
    let digit = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let mut groups = Vec::new();
    let mut rest = name;
    while !rest.is_empty() {
        let word = rest.find(|c| !digit(c)).filter(|at| *at > 0)?;
        let end = rest[word..].find(digit).map_or(rest.len(), |at| word + at);
        let total = numeral::value(&rest[..word]).filter(|total| (1.0..=999.0).contains(total))?;
        let counted = &rest[word..end];
        if counted.chars().count() > WORD || !counted.chars().all(char::is_alphanumeric) {
            return None;
        }
        groups.push(json!({"name": counted, "total": total as u16, "members": []}));
        rest = &rest[end..];
    }
    groups
        .iter()
        .any(|group: &Value| group["total"] != 1)
        .then(|| groups.into())
}
