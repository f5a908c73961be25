//! A named enumeration: each counted part with its members, and how many the article leaves unnamed.

use super::part;
use crate::{
    lang::Lang,
    model::{Atlas, College, Fact, Framework, Group},
    page::{Run, block::Block},
};

/// Everything known of a framework.
pub(crate) fn page(atlas: &Atlas, college: &College, framework: &Framework, lang: Lang) -> Vec<Block> {
    let fact = Fact::Framework(college, framework);
    let mut blocks = part::title(&framework.name, lang);
    blocks.extend(part::stands(fact, lang));
    blocks.extend([Block::blank()]);
    let gist = framework.gist.get(lang);
    if !gist.is_empty() {
        blocks.extend([Block::text([Run::plain(gist)]), Block::blank()]);
    }
    for group in &framework.groups {
        blocks.extend(members(college, group, lang));
        blocks.push(Block::blank());
    }
    blocks.push(Block::pairs(part::ends(atlas, fact, lang)));
    blocks
}

fn members(college: &College, group: &Group, lang: Lang) -> Vec<Block> {
    let unit = group
        .unit
        .as_deref()
        .filter(|_| lang == Lang::Zh)
        .unwrap_or_default();
    let mut head = vec![Run::label(group.name.get(lang))];
    head.extend(
        group
            .total
            .map(|total| Run::value(format!("  {total} {unit}").trim_end())),
    );
    let mut blocks = vec![Block::text(head)];
    let names = group
        .members
        .iter()
        .map(|name| [Run::plain(college.printed(name, lang))]);
    blocks.extend(names.map(|runs| Block::bullet(2, runs)));
    let unnamed = part::unnamed(group, lang).map(|words| [Run::muted(words)]);
    blocks.extend(unnamed.map(|runs| Block::bullet(2, runs)));
    blocks
}
