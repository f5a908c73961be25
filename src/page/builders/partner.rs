//! A partner.

use super::part;
use crate::{
    lang::Lang,
    model::{Atlas, College, Fact, Partner},
    page::{
        Run,
        block::{Block, Record},
    },
};

/// Everything known of a partner.
pub(crate) fn page(atlas: &Atlas, college: &College, partner: &Partner, lang: Lang) -> Vec<Block> {
    let fact = Fact::Partner(college, partner);
    let kind = Run::plain(partner.kind.word(lang));
    let mut pairs = vec![Record::pair(lang.pick("类别", "kind"), [kind])];
    pairs.extend(part::note(partner.note.as_ref(), lang));
    pairs.extend(part::ends(atlas, fact, lang));
    let mut blocks = part::title(&partner.name, lang);
    blocks.extend(part::stands(fact, lang));
    blocks.extend([Block::blank(), Block::pairs(pairs)]);
    blocks
}
