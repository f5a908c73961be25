//! What ends every report: each figure with all that belongs to it, the definitions of what was counted, the sources.

use super::draft::{Draft, full_name, line_words};
use crate::{
    lang::Lang,
    model::{Atlas, College, Fact, FamilyIx, MetricIx, Outcome, ThemeIx, words},
    page::{
        Tone,
        builders::period,
        document::{Block, Text},
    },
};

/// The appendices for `colleges`; of one theme's figures alone if one is named.
pub(super) fn part(draft: &mut Draft<'_>, colleges: &[&College], theme: Option<ThemeIx>) {
    figures(draft, colleges, theme);
    definitions(draft, colleges, theme);
    sources(draft, colleges);
}

/// The figures of a college that the report is about.
fn outcomes<'a>(
    atlas: &'a Atlas,
    college: &'a College,
    theme: Option<ThemeIx>,
) -> impl Iterator<Item = &'a Outcome> {
    let wanted = move |outcome: &&Outcome| theme.is_none_or(|only| atlas.theme_of(outcome) == Some(only));
    college.outcomes.iter().filter(wanted)
}

fn figures(draft: &mut Draft<'_>, colleges: &[&College], theme: Option<ThemeIx>) {
    draft.heading(2, |lang| {
        lang.pick("附录一　数字总表", "Appendix 1. Every figure")
            .to_owned()
    });
    draft.paragraph(Tone::Plain, |lang| {
        lang.pick(
            "“含义”以基本单位写出原文的数字及其限定；行号与短语见于出处所指的文章。",
            "\"Meaning\" gives the printed figure and its qualifier in base units; line and phrase are those of the article.",
        )
        .to_owned()
    });
    let languages = draft.languages;
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
        let rows: Vec<_> = outcomes(draft.atlas, college, theme)
            .map(|outcome| figure(draft, college, outcome))
            .collect();
        draft.heading(3, |lang| full_name(college, lang));
        if rows.is_empty() {
            draft.paragraph(Tone::Muted, |lang| words::unstated(lang).to_owned());
        }
        let columns =
            heads.map(|((zh, en), share)| (languages.line(|lang| lang.pick(zh, en).to_owned()), share));
        draft.table(columns.into(), rows);
    }
}

fn figure(draft: &Draft<'_>, college: &College, outcome: &Outcome) -> Vec<Text> {
    let languages = draft.languages;
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

/// What was counted, by the metrics of the figures, and the groups these belong to.
fn definitions(draft: &mut Draft<'_>, colleges: &[&College], theme: Option<ThemeIx>) {
    let atlas = draft.atlas;
    let used = colleges
        .iter()
        .flat_map(|college| outcomes(atlas, college, theme))
        .filter_map(|outcome| outcome.metric);
    let used: std::collections::BTreeSet<MetricIx> = used.collect();
    if used.is_empty() {
        return;
    }
    draft.heading(2, |lang| {
        lang.pick("附录二　指标定义", "Appendix 2. Definitions")
            .to_owned()
    });
    let languages = draft.languages;
    let heads = [
        (("指标", "Metric"), 5),
        (("单位", "Unit"), 2),
        (("近似指标组", "Family"), 4),
        (("定义", "Definition"), 10),
    ];
    let columns = heads.map(|((zh, en), share)| (languages.line(|lang| lang.pick(zh, en).to_owned()), share));
    let rows = used.iter().map(|&ix| metric(draft, ix)).collect();
    draft.table(columns.into(), rows);
    let families: std::collections::BTreeSet<FamilyIx> =
        used.iter().filter_map(|&ix| atlas.metric(ix).family).collect();
    for family in families.into_iter().map(|ix| atlas.family(ix)) {
        let name = Text::toned(
            Tone::Label,
            &languages.line(|lang| family.name.get(lang).to_owned()),
        );
        let definition = languages.text(Tone::Plain, |lang| family.definition.get(lang).to_owned());
        draft.push(Block::Term(name, definition));
    }
}

fn metric(draft: &Draft<'_>, ix: MetricIx) -> Vec<Text> {
    let (atlas, languages) = (draft.atlas, draft.languages);
    let metric = atlas.metric(ix);
    let name = languages.text(Tone::Label, |lang| metric.name.get(lang).to_owned());
    let family = metric.family.map(|ix| atlas.family(ix));
    let family = family.map(|family| languages.text(Tone::Plain, |lang| family.name.get(lang).to_owned()));
    vec![
        Text::lines([name, Text::toned(Tone::Key, metric.id.as_str())]),
        Text::plain(&languages.line(|lang| words::unit_word(&metric.unit, lang))),
        family.unwrap_or_else(|| Text::toned(Tone::Muted, "–")),
        languages.text(Tone::Plain, |lang| metric.definition.get(lang).to_owned()),
    ]
}

fn sources(draft: &mut Draft<'_>, colleges: &[&College]) {
    draft.heading(2, |lang| {
        lang.pick("附录三　出处", "Appendix 3. Sources").to_owned()
    });
    for college in colleges {
        let name = Text::toned(
            Tone::Label,
            &draft.languages.line(|lang| full_name(college, lang)),
        );
        let text = source(draft, college);
        draft.push(Block::Term(name, text));
    }
}

/// Outlet, title, byline, date, address; and by what the text can be known again.
fn source(draft: &Draft<'_>, college: &College) -> Text {
    let languages = draft.languages;
    let source = draft.atlas.source(college.source);
    let byline = source.byline.join(" ");
    let or_unstated = |text: Option<&str>, lang: Lang| text.unwrap_or(words::unstated(lang)).to_owned();
    let said = |(zh, en): (&str, &str), text: Option<&str>| {
        languages.line(|lang| {
            format!(
                "{}{}{}",
                lang.pick(zh, en),
                lang.pick("：", ": "),
                or_unstated(text, lang)
            )
        })
    };
    let byline = Some(&*byline).filter(|names| !names.is_empty());
    let mut lines = vec![
        Text::plain(&said(("媒体", "Outlet"), source.outlet.as_deref())),
        Text::plain(&said(("标题", "Title"), source.title.as_deref())),
        Text::plain(&said(("作者", "Byline"), byline)),
        Text::plain(&said(("日期", "Date"), source.published.as_deref())),
    ];
    lines.extend(source.url.as_deref().map(Text::link));
    let whole = languages.line(|lang| line_words(source.text.lines, lang));
    let known = format!("{} {}, SHA-256 {}", source.id, whole, source.text.sha256);
    lines.push(Text::toned(Tone::Muted, &known));
    Text::lines(lines)
}
