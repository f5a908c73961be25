//! The figures by theme: what each college states, where each is silent, and what must be said with the rows.

use crate::{
    compare::{Comparison, PillarAlignment, Relation},
    lang::Lang,
    model::{College, ThemeIx},
    page::{
        Tone,
        builders::compare::{Face, Statement, sentences, words},
        document::{Bar, Bars, Block, Text},
    },
    report::draft::{Draft, listed, statement},
};

pub(super) fn part(draft: &mut Draft<'_>, comparison: &Comparison<'_>, alignment: &PillarAlignment<'_>) {
    draft.heading(2, |lang| {
        lang.pick("按主题：所载与未载", "By theme: what is stated and what is not")
            .to_owned()
    });
    let themes = (0..draft.atlas.themes.len()).map(|at| ThemeIx(at as u16));
    let (mut spoken, mut silent) = (Vec::new(), Vec::new());
    for theme in themes {
        let rows: Vec<usize> = (0..comparison.rows.len())
            .filter(|&at| comparison.rows[at].theme == theme)
            .collect();
        let pillars = alignment.rows.iter().any(|row| row.theme == Some(theme));
        match rows.is_empty() && !pillars {
            true => silent.push(theme),
            false => spoken.push((theme, rows)),
        }
    }
    for (theme, rows) in spoken {
        self::theme(draft, comparison, alignment, theme, &rows);
    }
    if !silent.is_empty()
        && comparison
            .rows
            .iter()
            .any(|row| row.theme != comparison.rows[0].theme)
    {
        let atlas = draft.atlas;
        draft.paragraph(Tone::Plain, |lang| {
            let names: Vec<_> = silent
                .iter()
                .map(|&ix| atlas.theme(ix).name.get(lang).to_owned())
                .collect();
            lang.pick(
                format!("以下主题各校均未载支柱与数字：{}。", listed(&names, lang)),
                format!(
                    "No college has a pillar or a figure on: {}.",
                    listed(&names, lang)
                ),
            )
        });
    }
}

fn theme(
    draft: &mut Draft<'_>,
    comparison: &Comparison<'_>,
    alignment: &PillarAlignment<'_>,
    theme: ThemeIx,
    rows: &[usize],
) {
    let atlas = draft.atlas;
    draft.heading(3, |lang| atlas.theme(theme).name.get(lang).to_owned());
    draft.paragraph(Tone::Muted, |lang| {
        atlas.theme(theme).definition.get(lang).to_owned()
    });
    draft.paragraph(Tone::Plain, |lang| {
        stated(comparison, alignment, theme, rows, lang)
    });
    let is_alone = |at: &usize| comparison.rows[*at].relation == Relation::Alone;
    let (alone, beside): (Vec<usize>, Vec<usize>) = rows.iter().partition(|at| is_alone(at));
    table(draft, comparison, &beside);
    beside.iter().for_each(|&at| bars(draft, comparison, at));
    beside.iter().for_each(|&at| notes(draft, comparison, at));
    if !alone.is_empty() {
        draft.heading(4, |lang| {
            lang.pick("只有一校载明", "Stated by one college alone")
                .to_owned()
        });
        table(draft, comparison, &alone);
    }
}

/// How much each college states on the theme, and who states nothing.
fn stated(
    comparison: &Comparison<'_>,
    alignment: &PillarAlignment<'_>,
    theme: ThemeIx,
    rows: &[usize],
    lang: Lang,
) -> String {
    let row = alignment.rows.iter().find(|row| row.theme == Some(theme));
    let one = |(subject, college): (usize, &&College)| {
        let figures: usize = rows
            .iter()
            .map(|&at| comparison.rows[at].cells[subject].len())
            .sum();
        let pillars = row.map_or(0, |row| row.cells[subject].len());
        let name = college.label(lang);
        match (figures, pillars) {
            (0, 0) => lang.pick(
                format!("{name}未载支柱与数字"),
                format!("{name} has no pillar and no figure"),
            ),
            (0, n) => lang.pick(
                format!("{name}有支柱 {n} 个，未载数字"),
                format!("{name}: pillars {n}, no figure"),
            ),
            (n, 0) => lang.pick(
                format!("{name}有数字 {n} 项，无支柱"),
                format!("{name}: figures {n}, no pillar"),
            ),
            (n, m) => lang.pick(
                format!("{name}有数字 {n} 项，支柱 {m} 个"),
                format!("{name}: figures {n}, pillars {m}"),
            ),
        }
    };
    let all: Vec<_> = comparison.subjects.iter().enumerate().map(one).collect();
    all.join(lang.pick("；", "; ")) + lang.pick("。", ".")
}

/// The rows `rows` in columns.
fn table(draft: &mut Draft<'_>, comparison: &Comparison<'_>, rows: &[usize]) {
    let languages = draft.languages;
    let scoped = |college: &&College| {
        let head = languages.line(|lang| {
            let (name, scope) = (college.label(lang), college.reporter.scope.word(lang));
            lang.pick(format!("{name}（{scope}）"), format!("{name} ({scope})"))
        });
        (head, 6)
    };
    let mut columns = vec![
        (languages.line(|lang| lang.pick("指标", "Metric").to_owned()), 4),
        (languages.line(|lang| lang.pick("关系", "Relation").to_owned()), 2),
    ];
    columns.extend(comparison.subjects.iter().map(scoped));
    let rows = rows.iter().map(|&at| self::row(draft, comparison, at)).collect();
    draft.table(columns, rows);
}

fn row(draft: &mut Draft<'_>, comparison: &Comparison<'_>, at: usize) -> Vec<Text> {
    let languages = draft.languages;
    let face = Face::Figures(comparison);
    let relation = comparison.rows[at].relation;
    let sign = relation.sign().trim();
    let relation = languages.line(|lang| relation.word(lang).to_owned());
    let mut cells = vec![
        languages.text(Tone::Label, |lang| words(face, at, lang).label),
        Text::plain(format!("{sign} {relation}").trim_start()),
    ];
    let wordings: Vec<_> = languages.each().map(|lang| words(face, at, lang)).collect();
    for subject in 0..comparison.subjects.len() {
        let said = |entry: usize| {
            let said = wordings
                .iter()
                .filter_map(move |words| words.cells[subject].get(entry));
            said.collect::<Vec<_>>()
        };
        let entries = (0..wordings[0].cells[subject].len()).map(|entry| self::entry(draft, &said(entry)));
        cells.push(Text::lines(entries.collect::<Vec<_>>()));
    }
    cells
}

/// One statement in each language, with its note after the first.
fn entry(draft: &mut Draft<'_>, wordings: &[&Statement]) -> Text {
    let mut lines: Vec<Text> = Vec::new();
    for (at, said) in wordings.iter().enumerate() {
        if at > 0 && wordings[0].text == said.text {
            continue;
        }
        let text = match said.addr {
            Some(_) => statement(&said.text),
            None => Text::toned(Tone::Muted, &said.text),
        };
        lines.push(match at {
            0 => draft.cited(text, said.addr.as_deref()),
            _ => text,
        });
    }
    Text::lines(lines)
}

/// The bars of a row whose figures may be ranked.
fn bars(draft: &mut Draft<'_>, comparison: &Comparison<'_>, at: usize) {
    let row = &comparison.rows[at];
    let Some(scale) = row.scale().filter(|_| row.is_rankable()) else {
        return;
    };
    let languages = draft.languages;
    let bar = |(subject, length): (usize, Option<f64>)| {
        let outcome = row.one(subject)?;
        Some(Bar {
            label: languages.text(Tone::Plain, |lang| {
                comparison.subjects[subject].label(lang).to_owned()
            }),
            figure: Text::toned(Tone::Value, &outcome.as_written),
            length: length?,
            subject,
        })
    };
    draft.push(Block::Bars(Bars {
        title: languages.text(Tone::Label, |lang| row.label(comparison.atlas, lang).to_owned()),
        bars: scale.into_iter().enumerate().filter_map(bar).collect(),
    }));
}

/// What must be said with a row, unless it was said of all.
fn notes(draft: &mut Draft<'_>, comparison: &Comparison<'_>, at: usize) {
    let face = Face::Figures(comparison);
    if face.notes(at, true, Lang::Zh).is_empty() {
        return;
    }
    draft.item(|lang| {
        let said = sentences(&face.notes(at, true, lang), lang);
        format!("{}{}{said}", words(face, at, lang).label, lang.pick("：", ": "))
    });
}
