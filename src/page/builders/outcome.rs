//! A figure: as printed, what it means exactly, for when and for whom, and what it counts.

use super::part;
use crate::{
    lang::Lang,
    model::{Atlas, College, Fact, Metric, Outcome, words},
    page::{
        Run,
        block::{Block, Record},
    },
};

/// Everything known of an outcome.
pub(crate) fn page(atlas: &Atlas, college: &College, outcome: &Outcome, lang: Lang) -> Vec<Block> {
    let fact = Fact::Outcome(college, outcome);
    let mut pairs = figure(outcome, Some(college.reporter.name.get(lang)), lang);
    match outcome.metric {
        Some(metric) => pairs.extend(metric_pairs(atlas, atlas.metric(metric), lang)),
        None => pairs.push(uncounted(lang)),
    }
    pairs.extend(members(college, outcome, lang));
    pairs.extend(part::ends(atlas, fact, lang));
    let mut blocks = part::title(&outcome.label, lang);
    blocks.extend(part::stands(fact, lang));
    blocks.extend([Block::blank(), Block::pairs(pairs)]);
    blocks
}

pub(super) fn figure(outcome: &Outcome, speaker: Option<&str>, lang: Lang) -> Vec<Record> {
    let mut scope = vec![Run::qualifier(outcome.scope.word(lang))];
    scope.extend(speaker.map(|name| Run::muted(format!("  {name}"))));
    vec![
        Record::pair(
            lang.pick("原文", "as printed"),
            [Run::value(&*outcome.as_written)],
        ),
        Record::pair(
            lang.pick("含义", "meaning"),
            [Run::qualifier(words::quantity(&outcome.quantity, lang)).whole()],
        ),
        Record::pair(lang.pick("时间", "period"), [period(outcome, lang)]),
        Record::pair(lang.pick("口径", "scope"), scope),
    ]
}

/// What stands in the place of a metric that was not chosen.
fn uncounted(lang: Lang) -> Record {
    let words = lang.pick("未定指标，不参与比较", "none chosen: compared with nothing");
    Record::pair(lang.pick("指标", "metric"), [Run::muted(words)])
}

fn metric_pairs(atlas: &Atlas, metric: &Metric, lang: Lang) -> Vec<Record> {
    let id = Run::muted(format!("  {}", metric.id));
    let theme = atlas.theme(metric.theme).name.get(lang);
    let mut pairs = vec![
        Record::pair(
            lang.pick("指标", "metric"),
            [Run::plain(metric.name.get(lang)), id],
        ),
        Record::pair(
            lang.pick("定义", "definition"),
            [Run::plain(metric.definition.get(lang))],
        ),
        Record::pair(lang.pick("主题", "theme"), [Run::plain(theme)]),
    ];
    pairs.extend(part::family(atlas, metric.family, lang));
    pairs
}

/// What the count is of, if a prize, title or project; who or what of it is named.
pub(super) fn members(college: &College, outcome: &Outcome, lang: Lang) -> Vec<Record> {
    let honours = college.counted_as(outcome).map(|fact| {
        let level = fact.level.map(|level| format!("  {}", level.word(lang)));
        let words = [
            Run::plain(fact.name.get(lang)),
            Run::muted(level.unwrap_or_default()),
        ];
        Record::pair(fact.kind.word(lang), words).at(Fact::Recognition(college, fact).addr().to_string())
    });
    let names: Vec<_> = college
        .members(outcome)
        .into_iter()
        .map(|one| one.name(lang))
        .collect();
    let named = (!names.is_empty())
        .then(|| Record::pair(lang.pick("文中列名", "named"), [Run::plain(names.join("\n"))]));
    honours
        .chain(named)
        .chain(part::note(outcome.note.as_ref(), lang))
        .collect()
}

/// The time in words; what is not printed is said not to be.
pub(crate) fn period(outcome: &Outcome, lang: Lang) -> Run {
    match &outcome.period {
        Some(period) => Run::qualifier(period.words(lang)),
        None => part::unstated(lang),
    }
}
