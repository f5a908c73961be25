//! What ends every report: each figure with all that belongs to it, the definitions of what was counted, the sources.

use std::collections::BTreeSet;

use crate::{
    export::compare::document::{definitions, sources},
    model::{Atlas, College, Fact, Outcome, ThemeIx, words},
    page::{
        Tone,
        builders::period,
        document::{
            Text,
            builder::{Builder, full_name},
        },
    },
};

/// The appendices for `colleges`; of one theme's figures alone if one is named.
pub(super) fn part(builder: &mut Builder<'_>, colleges: &[&College], theme: Option<ThemeIx>) {
    figures(builder, colleges, theme);
    let outcomes = colleges
        .iter()
        .flat_map(|college| outcomes_of(builder.atlas, college, theme));
    let outcomes: Vec<_> = outcomes.collect();
    definitions(
        builder,
        ("附录二　指标定义", "Appendix 2. Definitions"),
        outcomes.into_iter(),
        &BTreeSet::new(),
    );
    sources(builder, ("附录三　出处", "Appendix 3. Sources"), colleges);
}

/// The figures of a college; of one theme alone if one is named.
fn outcomes_of<'a>(
    atlas: &'a Atlas,
    college: &'a College,
    theme: Option<ThemeIx>,
) -> impl Iterator<Item = &'a Outcome> {
    let wanted = move |outcome: &&Outcome| theme.is_none_or(|only| atlas.theme_of(outcome) == Some(only));
    college.outcomes.iter().filter(wanted)
}

fn figures(builder: &mut Builder<'_>, colleges: &[&College], theme: Option<ThemeIx>) {
    builder.heading(2, |lang| {
        lang.pick("附录一　数字总表", "Appendix 1. Every figure")
            .to_owned()
    });
    builder.paragraph(Tone::Plain, |lang| {
        lang.pick(
            "“含义”以基本单位写出原文的数字及其限定；行号与短语见于出处所指的文章。",
            "\"Meaning\" gives the printed figure and its qualifier in base units; line and phrase are those of the article.",
        )
        .to_owned()
    });
    let languages = builder.languages;
    let heads = [
        (("数字", "Figure"), 6),
        (("原文", "As printed"), 3),
        (("含义", "Meaning"), 4),
        (("时间", "Period"), 3),
        (("口径", "Scope"), 3),
        (("行", "Line"), 2),
        (("原文短语", "Printed phrase"), 6),
    ];
    for college in colleges {
        let rows: Vec<_> = outcomes_of(builder.atlas, college, theme)
            .map(|outcome| figure(builder, college, outcome))
            .collect();
        builder.heading(3, |lang| full_name(college, lang));
        if rows.is_empty() {
            builder.paragraph(Tone::Muted, |lang| words::unstated(lang).to_owned());
        }
        let columns =
            heads.map(|((zh, en), share)| (languages.line(|lang| lang.pick(zh, en).to_owned()), share));
        builder.table(columns.into(), rows);
    }
}

fn figure(builder: &Builder<'_>, college: &College, outcome: &Outcome) -> Vec<Text> {
    let languages = builder.languages;
    let addr = Fact::Outcome(college, outcome).addr().to_string();
    let name = languages.text(Tone::Label, |lang| outcome.label.get(lang).to_owned());
    vec![
        Text::lines([name, Text::toned(Tone::Key, &addr)]),
        Text::toned(Tone::Value, &outcome.as_written),
        languages.text(Tone::Qualifier, |lang| words::quantity(&outcome.quantity, lang)),
        languages.text(Tone::Qualifier, |lang| period(outcome, lang).text),
        languages.text(Tone::Qualifier, |lang| outcome.scope.word(lang).to_owned()),
        Text::plain(&outcome.cite.line.to_string()),
        Text::toned(Tone::Quote, &format!("「{}」", outcome.cite.exact)),
    ]
}
