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
        let name = name(text, other).to_owned();
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

/// The words of the framework: all between its quotation marks where it opens them, 四个融入 of “四个融入”.
fn name<'a>(text: &'a str, other: &Other) -> &'a str {
    let printed = text[other.range.clone()].trim_matches(['“', '”', '"']);
    let start = other.range.start + text[other.range.clone()].find(printed).unwrap_or(0);
    let quoted = text[..start]
        .ends_with('“')
        .then(|| text[start..].split('”').next());
    quoted
        .flatten()
        .filter(|quoted| quoted.len() >= printed.len())
        .unwrap_or(printed)
}

/// 5院4中心 is five of 院 and four of 中心; none when a part has no number or no word of its own (三个,
/// 二楼), or all count one: 一院一品 is a brand.
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
        // 四个融入 are four of 融入.
        let counted = counted
            .strip_prefix(['个', '大', '项', '次', '条', '种'])
            .unwrap_or(counted);
        groups.push((counted, total));
        rest = &rest[end..];
    }
    let names = |(counted, _): &(&str, f64)| counted.chars().count() > 1;
    let named = groups.len() > 1 || groups.iter().all(names);
    let many = groups.iter().any(|(_, total)| *total > 1.0);
    let group =
        |(counted, total): (&str, f64)| json!({"name": counted, "total": total as u16, "members": []});
    (named && many).then(|| groups.into_iter().map(group).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_framework_has_words_of_its_own() {
        let named = |name: &str| {
            let groups = groups(name)?;
            let name =
                |group: &Value| format!("{}{}", group["total"], group["name"].as_str().unwrap_or_default());
            Some(groups.as_array()?.iter().map(name).collect::<Vec<_>>().join(" "))
        };
        for (name, expected) in [
            ("5院4中心", Some("5院 4中心")),
            ("一核三驱", Some("1核 3驱")),
            ("三领域", Some("3领域")),
            ("四个融入", Some("4融入")),
            ("三次握手", Some("3握手")),
            ("三个", None),
            ("二楼", None),
            ("10名", None),
            ("一院一品", None),
        ] {
            assert_eq!(named(name).as_deref(), expected, "{name}");
        }
    }
}
