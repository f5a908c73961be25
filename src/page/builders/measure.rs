//! A measure: what is done under a pillar.

use super::part;
use crate::{
    lang::Lang,
    model::{Atlas, College, Fact, Measure},
    page::{
        Run,
        block::{Block, Record},
    },
};

/// Everything known of a measure.
pub(crate) fn page(atlas: &Atlas, college: &College, measure: &Measure, lang: Lang) -> Vec<Block> {
    let fact = Fact::Measure(college, measure);
    let mut pairs = vec![Record::pair(
        lang.pick("序号", "number"),
        [Run::plain(measure.n.to_string())],
    )];
    if let Some(slogan) = &measure.slogan {
        pairs.push(Record::pair(lang.pick("口号", "slogan"), [Run::quote(&**slogan)]));
    }
    if !measure.themes.is_empty() {
        let themes = part::themes(atlas, &measure.themes, lang);
        pairs.push(Record::pair(lang.pick("主题", "theme"), [Run::plain(themes)]));
    }
    pairs.extend(part::note(measure.note.as_ref(), lang));
    pairs.extend(part::ends(atlas, fact, lang));
    let mut blocks = part::title(&measure.title, lang);
    blocks.extend(part::stands(fact, lang));
    blocks.extend([
        Block::blank(),
        Block::text([Run::plain(measure.gist.get(lang))]),
        Block::blank(),
        Block::pairs(pairs),
    ]);
    blocks
}
