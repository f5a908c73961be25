//! One college as a report: who speaks, its pillars with what stands under each, its figures by theme.

use super::appendix;
use crate::{
    lang::Lang,
    model::{
        Atlas, College, CollegeIx, Fact, Framework, Kind, Outcome, Pillar, Recognition, ThemeIx, facts, words,
    },
    page::{
        Tone,
        builders::{announced, period, plural, unnamed},
        document::{
            Document, DocumentBlock, Languages, Text,
            builder::{Builder, full_name, reporter_words},
        },
    },
};

/// The report on one college; the figures of one theme alone, and the pillars that serve it, if one is named.
pub(super) fn document(
    atlas: &Atlas,
    ix: CollegeIx,
    theme: Option<ThemeIx>,
    languages: Languages,
) -> Document {
    let college = atlas.college(ix);
    let mut builder = Builder::new(atlas, languages, |lang| {
        let theme = theme.map(|ix| format!("{}{}", lang.pick("·", " - "), atlas.theme(ix).name.get(lang)));
        format!("{}{}", full_name(college, lang), theme.unwrap_or_default())
    });
    head(&mut builder, college);
    let wanted = |pillar: &&Pillar| theme.is_none_or(|theme| pillar.themes.contains(&theme));
    for pillar in college.pillars.iter().filter(wanted) {
        self::pillar(&mut builder, college, pillar);
    }
    if theme.is_none()
        && facts(college).any(|fact| !matches!(fact, Fact::College(_)) && fact.pillar().is_none())
    {
        builder.heading(2, |lang| lang.pick("引言", "Introduction").to_owned());
        pillar_facts(&mut builder, college, None);
    }
    figures(&mut builder, college, theme);
    appendix::part(&mut builder, &[college], theme);
    builder.finish()
}

fn head(builder: &mut Builder<'_>, college: &College) {
    builder.paragraph(Tone::Plain, |lang| college.summary.get(lang).to_owned());
    let languages = builder.languages;
    let source = builder.atlas.source(college.source).name().to_owned();
    for (name, text) in [
        (
            ("数据代表", "Speaks for"),
            languages.line(|lang| reporter_words(college, lang)),
        ),
        (("支柱", "Pillars"), college.pillars.len().to_string()),
        (("数字", "Figures"), college.outcomes.len().to_string()),
        (("出处", "Source"), source),
    ] {
        let name = languages.line(|lang| lang.pick(name.0, name.1).to_owned());
        builder.push(DocumentBlock::Term(
            Text::toned(Tone::Label, &name),
            Text::plain(&text),
        ));
    }
}

fn pillar(builder: &mut Builder<'_>, college: &College, pillar: &Pillar) {
    let (atlas, languages) = (builder.atlas, builder.languages);
    let n = pillar.n;
    builder.heading(2, |lang| {
        lang.pick(
            format!("支柱 {n}　{}", pillar.heading.zh),
            format!("Pillar {n}. {}", pillar.heading.en),
        )
    });
    let addr = Fact::Pillar(college, pillar).addr().to_string();
    let printed = builder.cited(Text::toned(Tone::Quote, &pillar.printed), Some(&addr));
    builder.push(DocumentBlock::Paragraph(printed));
    builder.paragraph(Tone::Plain, |lang| pillar.gist.get(lang).to_owned());
    let themes = |lang: Lang| {
        let names: Vec<_> = pillar
            .themes
            .iter()
            .map(|ix| atlas.theme(*ix).name.get(lang))
            .collect();
        names.join(lang.pick("、", ", "))
    };
    let name = languages.line(|lang| lang.pick("主题", "Themes").to_owned());
    builder.push(DocumentBlock::Term(
        Text::toned(Tone::Label, &name),
        Text::plain(&languages.line(themes)),
    ));
    pillar_facts(builder, college, Some(n));
}

/// What stands under a pillar or in the introduction, kind by kind; figures have a part of their own.
fn pillar_facts(builder: &mut Builder<'_>, college: &College, n: Option<u8>) {
    for kind in [Kind::Measure, Kind::Framework, Kind::Recognition, Kind::Partner] {
        let of_it: Vec<_> = facts(college)
            .filter(|fact| fact.kind() == kind && fact.pillar() == n)
            .collect();
        if of_it.is_empty() {
            continue;
        }
        builder.heading(3, |lang| plural(kind, lang).to_owned());
        for fact in of_it {
            let text = item(builder, fact);
            builder.push(DocumentBlock::Item(text));
        }
    }
}

fn item(builder: &mut Builder<'_>, fact: Fact<'_>) -> Text {
    let languages = builder.languages;
    let name = languages.line(|lang| fact.name().get(lang).to_owned());
    let name = Text::toned(Tone::Label, &name);
    let name = builder.cited(name, Some(&fact.addr().to_string()));
    let more = match fact {
        Fact::Measure(_, measure) => languages.text(Tone::Plain, |lang| measure.gist.get(lang).to_owned()),
        Fact::Framework(college, framework) => {
            languages.text(Tone::Plain, |lang| framework_words(college, framework, lang))
        }
        Fact::Recognition(college, recognition) => Text::toned(
            Tone::Muted,
            &languages.line(|lang| recognised(college, recognition, lang)),
        ),
        Fact::Partner(_, partner) => Text::toned(
            Tone::Muted,
            &languages.line(|lang| partner.kind.word(lang).to_owned()),
        ),
        _ => Text::default(),
    };
    Text::lines([name, more])
}

/// `院 5: 甲研究院、乙学院；文中未列名 3 个`.
fn framework_words(college: &College, framework: &Framework, lang: Lang) -> String {
    let group = |group: &crate::model::Group| {
        let colon = if group.members.is_empty() {
            ""
        } else {
            lang.pick("：", ": ")
        };
        let rest = unnamed(group, lang).map(|words| format!("{}{words}", lang.pick("；", "; ")));
        format!(
            "{}{colon}{}{}",
            announced(group, lang),
            college.printed_names(&group.members, lang),
            rest.unwrap_or_default()
        )
    };
    let gist = framework.gist.get(lang).to_owned();
    let all = std::iter::once(gist).chain(framework.groups.iter().map(group));
    all.filter(|words| !words.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

fn recognised(college: &College, recognition: &Recognition, lang: Lang) -> String {
    let parts = [
        Some(recognition.kind.word(lang).to_owned()),
        recognition.level.map(|level| level.word(lang).to_owned()),
        recognition.year.map(|year| year.to_string()),
        recognition
            .holder
            .as_deref()
            .map(|holder| college.printed(holder, lang).to_owned()),
        recognition.work.as_deref().map(str::to_owned),
    ];
    parts
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(lang.pick("，", ", "))
}

/// The figures by theme, each with a note.
fn figures(builder: &mut Builder<'_>, college: &College, only: Option<ThemeIx>) {
    builder.heading(2, |lang| lang.pick("数字，按主题", "Figures by theme").to_owned());
    let (atlas, languages) = (builder.atlas, builder.languages);
    let heads = [
        (("指标", "Metric"), 5),
        (("原文", "As printed"), 3),
        (("含义", "Meaning"), 4),
        (("时间", "Period"), 3),
        (("口径", "Scope"), 3),
    ];
    // Figures without a metric have no theme; they stand last.
    let themes = (0..atlas.themes.len()).map(|at| Some(ThemeIx(at as u16)));
    let themes = themes.chain([None]);
    for theme in themes.filter(|theme| only.is_none_or(|only| Some(only) == *theme)) {
        let of_it: Vec<&Outcome> = college
            .outcomes
            .iter()
            .filter(|outcome| atlas.theme_of(outcome) == theme)
            .collect();
        if of_it.is_empty() {
            continue;
        }
        builder.heading(3, |lang| match theme {
            Some(theme) => atlas.theme(theme).name.get(lang).to_owned(),
            None => lang.pick("尚无指标", "No metric yet").to_owned(),
        });
        let rows = of_it
            .into_iter()
            .map(|outcome| figure(builder, college, outcome))
            .collect();
        let columns =
            heads.map(|((zh, en), share)| (languages.line(|lang| lang.pick(zh, en).to_owned()), share));
        builder.table(columns.into(), rows);
    }
}

fn figure(builder: &mut Builder<'_>, college: &College, outcome: &Outcome) -> Vec<Text> {
    let languages = builder.languages;
    let addr = Fact::Outcome(college, outcome).addr().to_string();
    vec![
        languages.text(Tone::Label, |lang| outcome.label.get(lang).to_owned()),
        builder.cited(Text::toned(Tone::Value, &outcome.as_written), Some(&addr)),
        languages.text(Tone::Qualifier, |lang| words::quantity(&outcome.quantity, lang)),
        languages.text(Tone::Qualifier, |lang| period(outcome, lang).text),
        languages.text(Tone::Qualifier, |lang| outcome.scope.word(lang).to_owned()),
    ]
}
