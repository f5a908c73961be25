//! Those the article names as working with the college: companies by their full names, and lists that a count closes.
//!
//! Owns what is surely a name: 某某有限公司, and 甲、乙 of 与甲、乙等12家企业. What a name stands for is a person's to
//! say where the words do not.

use crate::model::TODO;
use crate::text::han::is_han;
use std::collections::HashSet;

use serde_json::{Value, json};

use super::{Draft, figure::phrase, part};

/// Endings of the full names of companies.
const COMPANIES: [&str; 2] = ["有限责任公司", "有限公司"];

/// Words a name stands behind.
const BEFORE: [&str; 15] = [
    "企业",
    "携手",
    "联合",
    "牵手",
    "依托",
    "引进",
    "对接",
    "合作企业",
    "与",
    "和",
    "同",
    "到",
    "为",
    "向",
    "及",
];

/// Longest and shortest name, in characters.
const NAME: std::ops::RangeInclusive<usize> = 2..=30;

/// A record for each name, once, in order.
pub(crate) fn partners(draft: &Draft, lines: &[&str]) -> Vec<(Value, bool)> {
    let pillars = part::pillars(draft);
    let mut names: HashSet<&str> = HashSet::new();
    let mut records = Vec::new();
    let body = (1..).zip(lines).zip(&draft.site);
    for ((line, text), _) in body.filter(|(_, site)| site.is_none()) {
        for (name, kind) in companies(text).into_iter().chain(listed(draft, line, text)) {
            if !names.insert(name) {
                continue;
            }
            let mut record =
                json!({"id": format!("partner-{}", names.len()), "kind": kind, "name": name, "en": TODO});
            if let Some(pillar) = part::pillar_at(&pillars, line) {
                record["pillar"] = pillar.into();
            }
            let at = name.as_ptr() as usize - text.as_ptr() as usize;
            record["cite"] = json!({"line": line, "exact": &text[phrase(text, &(at..at + name.len()))]});
            records.push((record, true));
        }
    }
    records
}

/// The companies of a line that stand with their full names.
fn companies(text: &str) -> Vec<(&str, &'static str)> {
    let ends = COMPANIES.iter().flat_map(|word| text.match_indices(word));
    let found = ends.filter_map(|(at, word)| {
        let end = at + word.len();
        let name = bare(&text[start(text, at)..end]);
        let whole = NAME.contains(&name.chars().count()) && name.len() > word.len() + 3;
        whole.then_some((name, "enterprise"))
    });
    let mut found: Vec<_> = found.collect();
    found.sort_by_key(|(name, _)| name.as_ptr());
    found
}

/// Where the name that goes on at `at` begins: behind the last mark that no name holds.
fn start(text: &str, at: usize) -> usize {
    let part = |c: char| is_han(c) || c.is_ascii_alphanumeric() || "（）()·&".contains(c);
    let run = text[..at]
        .chars()
        .rev()
        .take_while(|c| part(*c))
        .map(char::len_utf8);
    at - run.sum::<usize>()
}

/// A name without the words before it.
fn bare(name: &str) -> &str {
    let cut = BEFORE
        .iter()
        .filter_map(|word| {
            name.find(word)
                .filter(|at| *at < name.len() / 2)
                .map(|at| at + word.len())
        })
        .max();
    &name[cut.unwrap_or(0)..]
}

/// The names of 与甲、乙等12家企业.
fn listed<'a>(draft: &Draft, line: u32, text: &'a str) -> Vec<(&'a str, &'static str)> {
    let counted = draft.figures_on(line).iter();
    let lists = counted.filter_map(|figure| {
        let before = text[..figure.range.start].strip_suffix('等')?;
        let after = &text[figure.range.end..];
        let clause: &str = after.split(['，', ',', '。', '；', '、']).next()?;
        let kind = kind(clause, &figure.unit)?;
        let from = before
            .rfind(['，', ',', '。', '；', '：', '“', '”'])
            .map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
        let list = &before[from..];
        let with = ["与", "联合", "携手", "和"]
            .iter()
            .filter_map(|word| Some(list.find(word)? + word.len()))
            .min()?;
        Some(list[with..].split('、').map(move |name| (name.trim(), kind)))
    });
    lists.flatten().filter(|(name, _)| plain(name)).collect()
}

fn kind(counted: &str, unit: &str) -> Option<&'static str> {
    let of = |words: &[&str]| words.iter().any(|word| counted.contains(word));
    match unit {
        "家" if of(&["企业", "公司"]) => Some("enterprise"),
        "所" if of(&["高校", "院校", "大学", "学院"]) => Some("university"),
        _ => None,
    }
}

/// Whether a member of a list is a name and nothing else.
fn plain(name: &str) -> bool {
    (2..=16).contains(&name.chars().count()) && !name.contains(['的', '等', '了']) && name.chars().any(is_han)
}

#[cfg(test)]
mod tests {
    use crate::draft::draft;

    fn names(text: &str) -> Vec<String> {
        let draft = draft(text);
        let lines: Vec<&str> = text.lines().collect();
        let name =
            |(record, _): (serde_json::Value, bool)| record["name"].as_str().unwrap_or_default().to_owned();
        super::partners(&draft, &lines).into_iter().map(name).collect()
    }

    #[test]
    fn full_names_and_counted_lists() {
        let text = "校企同心育人才\n学院与东江机床厂、西江动力等28家企业结对，为合作型企业南江（某地）精密制造有限公司改造产线，又与南江（某地）精密制造有限公司共建基地。\n";
        assert_eq!(
            names(text),
            ["南江（某地）精密制造有限公司", "东江机床厂", "西江动力"]
        );
    }

    #[test]
    fn what_is_no_name_is_not_proposed() {
        let text = "校企同心育人才\n学院与行业内的龙头等28家企业结对，公司和集团都很满意，有限公司也是如此，大家一起走进车间。\n";
        assert_eq!(names(text), [""; 0]);
    }
}
