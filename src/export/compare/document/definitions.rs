//! What the figures of some colleges count: their metrics and the groups these belong to, as a table of definitions.

use std::collections::BTreeSet;

use crate::{
    model::{FamilyIx, MetricIx, Outcome, words::unit_word},
    page::{
        Tone,
        document::{DocumentBlock, Text, builder::Builder},
    },
};

/// What `outcomes` count, by their metrics, and the groups these belong to but those that were `defined` already; under a
/// heading in either language.
pub(crate) fn definitions<'o>(
    builder: &mut Builder<'_>,
    (zh, en): (&str, &str),
    outcomes: impl Iterator<Item = &'o Outcome>,
    defined: &BTreeSet<FamilyIx>,
) {
    let atlas = builder.atlas;
    let used: BTreeSet<MetricIx> = outcomes.filter_map(|outcome| outcome.metric).collect();
    if used.is_empty() {
        return;
    }
    builder.heading(2, |lang| lang.pick(zh, en).to_owned());
    let languages = builder.languages;
    let heads = [
        (("指标", "Metric"), 5),
        (("单位", "Unit"), 3),
        (("近似指标组", "Family"), 4),
        (("定义", "Definition"), 9),
    ];
    let columns = heads.map(|((zh, en), share)| (languages.line(|lang| lang.pick(zh, en).to_owned()), share));
    let rows = used.iter().map(|&ix| metric(builder, ix)).collect();
    builder.table(columns.into(), rows);
    let families: BTreeSet<FamilyIx> = used.iter().filter_map(|&ix| atlas.metric(ix).family).collect();
    for family in families.difference(defined).map(|&ix| atlas.family(ix)) {
        let name = Text::toned(
            Tone::Label,
            &languages.line(|lang| family.name.get(lang).to_owned()),
        );
        let definition = languages.text(Tone::Plain, |lang| family.definition.get(lang).to_owned());
        builder.push(DocumentBlock::Term(name, definition));
    }
}

fn metric(builder: &Builder<'_>, ix: MetricIx) -> Vec<Text> {
    let (atlas, languages) = (builder.atlas, builder.languages);
    let metric = atlas.metric(ix);
    let name = languages.text(Tone::Label, |lang| metric.name.get(lang).to_owned());
    let family = metric.family.map(|ix| atlas.family(ix));
    let family = family.map(|family| languages.text(Tone::Plain, |lang| family.name.get(lang).to_owned()));
    vec![
        Text::lines([name, Text::toned(Tone::Key, metric.id.as_str())]),
        Text::plain(&languages.line(|lang| unit_word(&metric.unit, lang))),
        family.unwrap_or_else(|| Text::toned(Tone::Muted, "–")),
        languages.text(Tone::Plain, |lang| metric.definition.get(lang).to_owned()),
    ]
}
