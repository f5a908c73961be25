//! A metric: what it counts precisely, and who states it.

use super::{list, part, section};
use crate::{
    lang::Lang,
    model::{Atlas, Fact, Kind, Metric, MetricIx, words},
    page::{
        Run,
        block::{Block, Record},
    },
    select::Select,
};

/// Everything known of a metric. The outcomes that state it are listed in the order of the atlas, not ranked.
pub(crate) fn metric(atlas: &Atlas, ix: MetricIx, lang: Lang) -> Vec<Block> {
    let metric = atlas.metric(ix);
    let mut blocks = part::title(&metric.name, lang);
    blocks.extend([
        Block::blank(),
        Block::text([Run::plain(metric.definition.get(lang))]),
        Block::blank(),
        Block::pairs(head(atlas, metric, lang)),
    ]);
    let states = |fact: &Fact<'_>| matches!(fact, Fact::Outcome(_, outcome) if outcome.metric == Some(ix));
    let facts: Vec<_> = Select::default()
        .facts(atlas, Kind::Outcome)
        .filter(states)
        .collect();
    blocks.extend(part::heading(section::plural(Kind::Outcome, lang), facts.len()));
    blocks.push(list::facts(atlas, Kind::Outcome, facts, lang).into());
    blocks
}

fn head(atlas: &Atlas, metric: &Metric, lang: Lang) -> Vec<Record> {
    let theme = atlas.theme(metric.theme).name.get(lang);
    let mut pairs = vec![
        Record::pair(
            lang.pick("单位", "unit"),
            [Run::plain(words::unit_word(&metric.unit, lang))],
        ),
        Record::pair(lang.pick("主题", "theme"), [Run::plain(theme)]),
    ];
    pairs.extend(part::family(atlas, metric.family, lang));
    pairs.push(Record::pair(
        lang.pick("编号", "id"),
        [Run::key(metric.id.as_str())],
    ));
    pairs
}
