//! The figures by theme: what each college states, where each is silent, and what must be said with the rows.

use crate::{
    compare::{Comparison, PillarAlignment},
    export::compare::document::{Defined, theme_rows},
    lang::Lang,
    model::{College, ThemeIx},
    page::{
        Tone,
        document::builder::{Builder, listed},
    },
};

pub(super) fn part(builder: &mut Builder<'_>, comparison: &Comparison<'_>, alignment: &PillarAlignment<'_>) {
    builder.heading(2, |lang| {
        lang.pick("按主题：所载与未载", "By theme: what is stated and what is not")
            .to_owned()
    });
    let themes = (0..builder.atlas.themes.len()).map(|at| ThemeIx(at as u16));
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
        self::theme(builder, comparison, alignment, theme, &rows);
    }
    if !silent.is_empty()
        && comparison
            .rows
            .iter()
            .any(|row| row.theme != comparison.rows[0].theme)
    {
        let atlas = builder.atlas;
        builder.paragraph(Tone::Plain, |lang| {
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
    builder: &mut Builder<'_>,
    comparison: &Comparison<'_>,
    alignment: &PillarAlignment<'_>,
    theme: ThemeIx,
    rows: &[usize],
) {
    let atlas = builder.atlas;
    builder.heading(3, |lang| atlas.theme(theme).name.get(lang).to_owned());
    builder.paragraph(Tone::Muted, |lang| {
        atlas.theme(theme).definition.get(lang).to_owned()
    });
    builder.paragraph(Tone::Plain, |lang| {
        stated(comparison, alignment, theme, rows, lang)
    });
    theme_rows(builder, comparison, theme, 4, Defined::Elsewhere);
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
