//! A fact as text to paste into a report: never a figure without its qualifiers and its source.

use super::{part, summary::brief};
use crate::{
    lang::Lang,
    model::{Atlas, Fact},
    page::block::{Block, Shape},
};

/// The fact in brief, in printed characters, with college, address and URL.
pub(crate) fn text(atlas: &Atlas, fact: Fact<'_>, lang: Lang) -> String {
    let college = fact.college();
    let source = atlas.source(college.source);
    let place = part::pillar(college, fact.pillar(), lang);
    let mut lines = vec![match fact {
        Fact::College(_) => college.name.zh.to_string(),
        _ => format!("{}  {place}", lang.pick(&college.name.zh, &college.name.en)),
    }];
    lines.extend(brief(atlas, fact, lang).iter().filter_map(line));
    lines.extend(source.url.as_deref().map(str::to_owned));
    lines.push(fact.addr().to_string());
    lines.join("\n")
}

fn line(block: &Block) -> Option<String> {
    match &block.shape {
        Shape::Text { runs, .. } => Some(runs.iter().map(|run| run.text.as_str()).collect()),
        Shape::Blank | Shape::Table(_) => None,
    }
}
