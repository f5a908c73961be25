//! Lists of what belongs to no college: metrics, themes and sources.

use super::{cell, short, table, wide};
use crate::{
    lang::Lang,
    model::{Atlas, College, MetricIx, Source, ThemeIx, words},
    page::{
        Run,
        block::{Record, Table},
        builders::part,
    },
};

/// Metrics with their unit, theme, family and how many outcomes state them.
pub(crate) fn metrics(atlas: &Atlas, metrics: impl IntoIterator<Item = MetricIx>, lang: Lang) -> Table {
    let columns = vec![
        wide(lang.pick("指标", "metric"), 12),
        short(lang.pick("单位", "unit")),
        wide(lang.pick("主题", "theme"), 8),
        wide(lang.pick("近似指标组", "family"), 8),
        short(lang.pick("成效", "outcomes")).right(),
        wide(lang.pick("编号", "id"), 12),
    ];
    let record = |ix: MetricIx| {
        let metric = atlas.metric(ix);
        let family = metric.family.map(|family| atlas.family(family).name.get(lang));
        let states = |college: &College| {
            college
                .outcomes
                .iter()
                .filter(|fact| fact.metric == Some(ix))
                .count()
        };
        let outcomes: usize = atlas.colleges.iter().map(states).sum();
        Record::new([
            cell(Run::label(metric.name.get(lang))),
            cell(Run::plain(words::unit_word(&metric.unit, lang))),
            cell(Run::plain(atlas.theme(metric.theme).name.get(lang))),
            cell(Run::plain(family.unwrap_or_default())),
            cell(Run::plain(outcomes.to_string())),
            cell(Run::muted(metric.id.as_str())),
        ])
        .at(metric.id.as_str())
    };
    table(columns, metrics.into_iter().map(record).collect())
}

/// The same of one theme: without the column that names it.
pub(crate) fn metrics_of_theme(
    atlas: &Atlas,
    metrics: impl IntoIterator<Item = MetricIx>,
    lang: Lang,
) -> Table {
    const THEME: usize = 2;
    let mut table = self::metrics(atlas, metrics, lang);
    table.columns.remove(THEME);
    for record in &mut table.records {
        record.cells.remove(THEME);
    }
    table
}

/// Themes with what belongs to them and how much of the atlas is about them.
pub(crate) fn themes(atlas: &Atlas, themes: impl IntoIterator<Item = ThemeIx>, lang: Lang) -> Table {
    let columns = vec![
        wide(lang.pick("主题", "theme"), 8),
        wide(lang.pick("定义", "definition"), 16),
        short(lang.pick("支柱", "pillars")).right(),
        short(lang.pick("成效", "outcomes")).right(),
        wide(lang.pick("编号", "id"), 10),
    ];
    let record = |ix: ThemeIx| {
        let theme = atlas.theme(ix);
        let (pillars, outcomes) = about(atlas, ix);
        Record::new([
            cell(Run::label(theme.name.get(lang))),
            cell(Run::plain(theme.definition.get(lang))),
            cell(Run::plain(pillars.to_string())),
            cell(Run::plain(outcomes.to_string())),
            cell(Run::muted(theme.id.as_str())),
        ])
    };
    table(columns, themes.into_iter().map(record).collect())
}

/// How many pillars and outcomes of all colleges are about a theme.
fn about(atlas: &Atlas, ix: ThemeIx) -> (usize, usize) {
    let pillars = atlas.colleges.iter().flat_map(|college| &college.pillars);
    let outcomes = atlas.colleges.iter().flat_map(|college| &college.outcomes);
    (
        pillars.filter(|pillar| pillar.themes.contains(&ix)).count(),
        outcomes
            .filter(|outcome| atlas.theme_of(outcome) == Some(ix))
            .count(),
    )
}

/// Sources with outlet, title and address on the web.
pub(crate) fn sources<'a>(sources: impl IntoIterator<Item = &'a Source>, lang: Lang) -> Table {
    let columns = vec![
        wide(lang.pick("编号", "id"), 8),
        wide(lang.pick("媒体", "outlet"), 8),
        wide(lang.pick("标题", "title"), 12),
        wide(lang.pick("作者", "byline"), 6),
        wide(lang.pick("日期", "date"), 6),
    ];
    let record = |source: &Source| {
        let byline = source.byline.join(" ");
        Record::new([
            cell(Run::label(source.id.as_str())),
            cell(part::maybe(source.outlet.as_deref(), lang)),
            cell(part::maybe(source.title.as_deref(), lang)),
            cell(part::maybe(
                Some(&*byline).filter(|names| !names.is_empty()),
                lang,
            )),
            cell(part::maybe(source.published.as_deref(), lang)),
        ])
    };
    table(columns, sources.into_iter().map(record).collect())
}
