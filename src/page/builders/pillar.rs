//! A pillar: its heading and slogan, what it says, and everything that stands under it.

use super::{part, section};
use crate::{
    lang::Lang,
    model::{Atlas, College, Fact, Pillar},
    page::{
        Run,
        block::{Block, Record},
    },
};

/// Everything known of a pillar.
pub(crate) fn page(atlas: &Atlas, college: &College, pillar: &Pillar, lang: Lang) -> Vec<Block> {
    let fact = Fact::Pillar(college, pillar);
    let mut blocks = part::title(&pillar.heading, lang);
    blocks.extend(part::stands(fact, lang));
    blocks.extend([
        Block::blank(),
        Block::text([Run::plain(pillar.gist.get(lang))]),
        Block::blank(),
        Block::pairs(head(atlas, college, pillar, lang)),
    ]);
    blocks.extend(section::pillar_blocks(atlas, college, Some(pillar.n), lang));
    blocks
}

fn head(atlas: &Atlas, college: &College, pillar: &Pillar, lang: Lang) -> Vec<Record> {
    let themes = part::themes(atlas, &pillar.themes, lang);
    let mut pairs = vec![
        Record::pair(lang.pick("口号", "slogan"), [Run::quote(&*pillar.slogan)]),
        Record::pair(lang.pick("原题", "as printed"), [Run::quote(&*pillar.printed)]),
        Record::pair(lang.pick("主题", "themes"), [Run::plain(themes)]),
    ];
    pairs.extend(part::ends(atlas, Fact::Pillar(college, pillar), lang));
    pairs
}
