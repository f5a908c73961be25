//! A theme across colleges: what belongs to it, the pillars about it, the figures and the metrics under it.

use super::{list, part, section};
use crate::{
    lang::Lang,
    model::{Atlas, Fact, Kind, ThemeIx},
    page::{
        Run,
        block::{Block, Record},
    },
    select::Select,
};

/// Everything known of a theme.
pub(crate) fn theme(atlas: &Atlas, ix: ThemeIx, lang: Lang) -> Vec<Block> {
    let theme = atlas.theme(ix);
    let select = Select {
        theme: Some(ix),
        ..Select::default()
    };
    let id = Record::pair(lang.pick("编号", "id"), [Run::key(theme.id.as_str())]);
    let mut blocks = part::title(&theme.name, lang);
    blocks.extend([
        Block::blank(),
        Block::text([Run::plain(theme.definition.get(lang))]),
        Block::blank(),
        Block::pairs([id]),
    ]);
    let pillars: Vec<_> = select.facts(atlas, Kind::Pillar).collect();
    blocks.extend(part::heading(section::plural(Kind::Pillar, lang), pillars.len()));
    blocks.extend(pillars.into_iter().map(|fact| bullet(fact, lang)));
    let outcomes: Vec<_> = select.facts(atlas, Kind::Outcome).collect();
    blocks.extend(part::heading(
        section::plural(Kind::Outcome, lang),
        outcomes.len(),
    ));
    if !outcomes.is_empty() {
        blocks.push(list::facts(atlas, Kind::Outcome, outcomes, lang).into());
    }
    let metrics: Vec<_> = select.metrics(atlas).collect();
    blocks.extend(part::heading(section::plural(Kind::Metric, lang), metrics.len()));
    if !metrics.is_empty() {
        blocks.push(list::metrics_of_theme(atlas, metrics, lang).into());
    }
    blocks
}

fn bullet(fact: Fact<'_>, lang: Lang) -> Block {
    let runs = [
        Run::label(fact.college().label(lang)),
        Run::plain(format!(
            "  {} {}",
            fact.pillar().unwrap_or_default(),
            fact.name().get(lang)
        )),
    ];
    Block::bullet(0, runs).at(fact.addr().to_string())
}
