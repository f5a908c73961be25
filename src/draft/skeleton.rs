//! The YAML of a draft: a dossier and a source record that load as they are.
//!
//! Owns what stands and what is put in comments: a record that would not load. Every text is quoted by the YAML writer.

mod framework;

use serde_json::{Value, json};

use super::{
    DecodedArticle, Draft,
    college::{self, DraftIds},
    decode::is_sound,
    metric::KnownMetrics,
    outcome, part, partner, record,
};
use crate::{
    load::{articles::sha256, dialect::is_base_sixty},
    text::clean::clean,
};

/// Two YAML files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Skeleton {
    /// `data/colleges/<id>.yaml`
    pub(crate) dossier: String,
    /// `seeds/<source-id>.yaml`
    pub(crate) record: String,
}

/// The YAML of `draft`, read from `article`, with proposals from the `known` metrics.
pub(crate) fn skeleton(
    draft: &Draft,
    article: &DecodedArticle,
    ids: &DraftIds,
    known: &KnownMetrics<'_>,
) -> Skeleton {
    let lines: Vec<&str> = article.text.lines().collect();
    let pillars = part::pillars(draft);
    let text = |line: u32| lines[line as usize - 1];
    let pillars = (1..)
        .zip(&pillars)
        .map(|(n, heading)| (part::pillar(n, heading, text(heading.line)), true));
    let outcomes = outcome::outcomes(draft, &lines, known).into_iter();
    let facts = [
        ("pillars", pillars.collect()),
        ("measures", part::measures(draft, &lines)),
        ("frameworks", framework::frameworks(draft, &lines)),
        ("partners", partner::partners(draft, &lines)),
        ("outcomes", outcomes.map(|outcome| (outcome, true)).collect()),
    ];
    let cited: Vec<(u32, String)> = facts
        .iter()
        .flat_map(|(_, facts)| facts)
        .filter_map(cite)
        .collect();
    Skeleton {
        dossier: dossier(&college::head(draft, &lines, ids), &facts, draft),
        record: source(draft, article, ids, &lines, &cited),
    }
}

fn cite((fact, stands): &(Value, bool)) -> Option<(u32, String)> {
    let cite = &fact["cite"];
    let exact = cite["exact"].as_str().filter(|_| *stands)?;
    Some((cite["line"].as_u64()? as u32, exact.to_owned()))
}

fn dossier(head: &Value, facts: &[(&str, Vec<(Value, bool)>)], draft: &Draft) -> String {
    let mut out = String::from("# yaml-language-server: $schema=../../docs/schema/college.schema.json\n");
    out += "# 草稿: TODO 是文章没有直接说的，由人填写；核过一个数字就删去它的 guess；rongtu review 带着逐项做完。\n\
            # A draft. TODO is what the article does not say by itself; delete guess once you have looked at a figure.\n";
    out += &yaml(head);
    for (key, facts) in facts {
        section(&mut out, key, facts);
    }
    out += "\n# 文中的名称，按行；荣誉、平台等须自己录 / names in the article, by line; honours and platforms are for you to enter\n";
    for name in &draft.names {
        out += &format!("# {}: {}\n", name.line, clean(&name.text));
    }
    out
}

fn source(
    draft: &Draft,
    article: &DecodedArticle,
    ids: &DraftIds,
    lines: &[&str],
    cited: &[(u32, String)],
) -> String {
    let mut head = json!({"id": ids.source.as_str()});
    let title = draft.headings.iter().find(|heading| heading.level == 0);
    if let Some(title) = title.filter(|title| is_sound(&title.text)) {
        head["title"] = title.text.clone().into();
    }
    head["language"] = "zh-Hans".into();
    head["text"] =
        json!({"sha256": sha256(&article.bytes), "lines": lines.len(), "bytes": article.bytes.len()});
    head["body"] = record::body(draft).into();
    let mut out = String::from("# yaml-language-server: $schema=../docs/schema/seed.schema.json\n");
    if article.converted {
        out += "# 按转成 UTF-8 的文本，请照此保存 / of the text as UTF-8; keep it so: iconv -f GB18030 -t UTF-8\n";
    }
    out += &yaml(&head);
    for (key, records) in [
        ("furniture", record::furniture(draft)),
        ("outline", record::outline(draft, lines)),
        ("excused", record::excused(draft, lines, cited)),
    ] {
        let records: Vec<_> = records.into_iter().map(|record| (record, true)).collect();
        section(&mut out, key, &records);
    }
    out
}

/// A list of records; those that cannot stand as they are in comments.
fn section(out: &mut String, key: &str, records: &[(Value, bool)]) {
    if records.is_empty() {
        return;
    }
    *out += &format!("\n{key}:\n");
    for (record, stands) in records {
        let stands = *stands && is_whole(record);
        let sign = if stands { "  " } else { "  # " };
        for line in yaml(&[trimmed(record)]).lines() {
            *out += &format!("{sign}{}\n", clean(line));
        }
    }
}

/// The record without spaces at the ends of its texts; a citation keeps them.
fn trimmed(record: &Value) -> Value {
    match record {
        Value::String(text) => text.trim().into(),
        Value::Array(all) => all.iter().map(trimmed).collect(),
        Value::Object(all) => {
            let field = |(key, value): (&String, &Value)| {
                let value = if key == "cite" {
                    value.clone()
                } else {
                    trimmed(value)
                };
                (key.clone(), value)
            };
            Value::Object(all.iter().map(field).collect())
        }
        other => other.clone(),
    }
}

/// Whether every text of a record can be loaded: none empty, none with a character that is not seen.
fn is_whole(record: &Value) -> bool {
    match record {
        Value::String(text) => is_sound(text),
        Value::Array(all) => all.iter().all(is_whole),
        Value::Object(all) => all.values().all(is_whole),
        _ => true,
    }
}

/// Plain values always can be written. A ratio is put in quotes: the writer knows YAML 1.2 alone, other readers may not.
fn yaml(value: &impl serde::Serialize) -> String {
    let written = serde_yaml::to_string(value).unwrap_or_default();
    let lines = written.lines().map(|line| match line.rsplit_once(' ') {
        Some((before, ratio)) if is_base_sixty(ratio) && before.ends_with([':', '-']) => {
            format!("{before} \"{ratio}\"\n")
        }
        _ => format!("{line}\n"),
    });
    lines.collect()
}
