//! Comparisons as documents: a table for each theme with a note for every statement, then definitions and sources.
//!
//! Owns what such a document holds and how its tables read; reports are made of the same tables. The wording of a row is
//! the page's, and the form of a file its writer's; nothing is compared here.

mod definitions;
mod sources;
mod table;

pub(crate) use definitions::definitions;
pub(crate) use sources::sources;
pub(crate) use table::{Cites, table};

use std::collections::BTreeSet;

use crate::{
    compare::{CompareRow, Comparison, Relation},
    lang::Lang,
    model::{Addr, FamilyIx, ThemeIx, words},
    page::{
        Tone,
        builders::compare::{SheetContent, sentences, words},
        document::{
            Bar, Bars, Document, DocumentBlock, Languages, Text,
            builder::{Builder, full_name, listed},
        },
    },
};

/// The whole of either face.
pub(crate) fn whole(face: SheetContent<'_>, lang: Lang) -> Document {
    let mut builder = Builder::new(face.atlas(), Languages::one(lang), |lang| title(face, lang));
    builder.paragraph(Tone::Plain, |lang| introduction(face, lang).to_owned());
    for words in face.common(lang) {
        builder.item(|_| words.clone());
    }
    match face {
        SheetContent::Figures(comparison) => {
            for theme in comparison.themes() {
                builder.heading(2, |lang| face.atlas().theme(theme).name.get(lang).to_owned());
                builder.paragraph(Tone::Plain, |lang| comparison.theme_summary(theme).words(lang));
                theme_rows(&mut builder, comparison, theme, 3, Defined::UnderTables);
            }
            let outcomes = comparison.rows.iter().flat_map(CompareRow::outcomes);
            definitions(
                &mut builder,
                ("指标定义", "Definitions"),
                outcomes.map(|(_, outcome)| outcome),
                &families_on_rows(comparison),
            );
        }
        SheetContent::Pillars(_) => {
            let rows: Vec<_> = (0..face.rows()).collect();
            table(&mut builder, face, &rows, Cites::Everything);
            rows.iter().for_each(|&at| notes(&mut builder, face, at, true));
        }
    }
    sources(&mut builder, ("出处", "Sources"), face.subjects());
    builder.finish()
}

/// One row as a table of its own, with what it counts, what must be said with it, and its sources.
pub(crate) fn row(face: SheetContent<'_>, at: usize, lang: Lang) -> Document {
    let mut builder = Builder::untitled(face.atlas(), Languages::one(lang));
    table(&mut builder, face, &[at], Cites::Everything);
    if let SheetContent::Figures(comparison) = face
        && let Some(definition) = comparison.rows[at].definition(comparison.atlas, lang)
    {
        builder.item(|lang| format!("{}{definition}", lang.pick("定义：", "Definition: ")));
    }
    notes(&mut builder, face, at, false);
    builder.finish()
}

/// One cell as a list, each statement with its source.
pub(crate) fn cell(face: SheetContent<'_>, at: usize, subject: usize, lang: Lang) -> Document {
    let mut builder = Builder::untitled(face.atlas(), Languages::one(lang));
    let row = words(face, at, lang);
    let (college, colon) = (full_name(face.subjects()[subject], lang), lang.pick("：", ": "));
    builder.paragraph(Tone::Label, |_| format!("{}{colon}{college}", row.label));
    for statement in &row.cells[subject] {
        let source = statement.addr.as_deref().and_then(|addr| cited(face, addr, lang));
        let source = source.map(|source| format!(" — {source}")).unwrap_or_default();
        builder.item(|_| format!("{}{source}", statement.text));
    }
    builder.finish()
}

/// Where the fact called `addr` stands: outlet, line, phrase, address on the web.
pub(crate) fn cited(face: SheetContent<'_>, addr: &str, lang: Lang) -> Option<String> {
    let fact = face.atlas().resolve(&addr.parse::<Addr>().ok()?)?;
    let cite = fact.cite()?;
    let source = face.atlas().source(fact.college().source);
    let url = source
        .url
        .as_deref()
        .map(|url| format!(" {url}"))
        .unwrap_or_default();
    let comma = lang.pick("，", ", ");
    let (name, line, exact) = (source.name(), words::line_words(cite.line, lang), &cite.exact);
    Some(format!("{name}{comma}{line}{comma}「{exact}」{url}"))
}

fn title(face: SheetContent<'_>, lang: Lang) -> String {
    let head = match face {
        SheetContent::Figures(_) => lang.pick("对比：", "Comparison: "),
        SheetContent::Pillars(_) => lang.pick("支柱对照：", "Pillars by theme: "),
    };
    let names: Vec<_> = face
        .subjects()
        .iter()
        .map(|college| full_name(college, lang))
        .collect();
    format!("{head}{}", listed(&names, lang))
}

fn introduction(face: SheetContent<'_>, lang: Lang) -> &'static str {
    match face {
        SheetContent::Figures(_) => lang.pick(
            "“=” 为同一指标；“~” 为相近而不同的指标，只并列，不比大小；只有一校载明的另列。未载明不等于零，文中点名而未载数字的不计数。",
            "\"=\" marks one metric; \"~\" marks related counts that differ and are only set side by side; what one \
             college alone states is listed apart. Not stated is not zero, and what is named without a figure is not \
             counted.",
        ),
        SheetContent::Pillars(_) => lang.pick(
            "支柱按主题对照，多对多，与序号无关。",
            "Pillars are set side by side by theme, many to many, and never by number.",
        ),
    }
}

/// Where a document says what the figures of the rows side by side count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Defined {
    /// Under the table they stand in.
    UnderTables,
    /// In another part of the document.
    Elsewhere,
}

/// The families that have a row of their own, under which their definition stands.
fn families_on_rows(comparison: &Comparison<'_>) -> BTreeSet<FamilyIx> {
    let rows = comparison.rows.iter();
    let rows = rows.filter(|row| row.relation != Relation::Same);
    let defined = rows.filter(|row| row.definition(comparison.atlas, Lang::Zh).is_some());
    defined.filter_map(|row| row.family).collect()
}

/// The rows of a theme: what stands side by side with what must be said of it, and under a heading of the level `level`
/// what one college alone states.
pub(crate) fn theme_rows(
    builder: &mut Builder<'_>,
    comparison: &Comparison<'_>,
    theme: ThemeIx,
    level: u8,
    defined: Defined,
) {
    let face = SheetContent::Figures(comparison);
    let rows = (0..comparison.rows.len()).filter(|&at| comparison.rows[at].theme == theme);
    let is_alone = |at: &usize| comparison.rows[*at].relation == Relation::Alone;
    let (alone, beside): (Vec<usize>, Vec<usize>) = rows.partition(is_alone);
    table(builder, face, &beside, Cites::Everything);
    beside.iter().for_each(|&at| bars(builder, comparison, at));
    for &at in &beside {
        if defined == Defined::UnderTables {
            definition(builder, comparison, at);
        }
        notes(builder, face, at, true);
    }
    if !alone.is_empty() {
        builder.heading(level, |lang| {
            lang.pick("只有一校载明", "Stated by one college alone")
                .to_owned()
        });
        table(builder, face, &alone, Cites::Everything);
        alone.iter().for_each(|&at| definition(builder, comparison, at));
    }
}

/// What the figures of a row count, if they do not stand alone.
fn definition(builder: &mut Builder<'_>, comparison: &Comparison<'_>, at: usize) {
    let (row, atlas) = (&comparison.rows[at], comparison.atlas);
    if row.definition(atlas, Lang::Zh).is_none() {
        return;
    }
    builder.item(|lang| {
        let head = lang.pick("定义：", "definition: ");
        let (label, colon) = (row.label(atlas, lang), lang.pick("：", ", "));
        format!(
            "{label}{colon}{head}{}",
            row.definition(atlas, lang).unwrap_or_default()
        )
    });
}

/// What must be said with a row; `brief` leaves out what was said of all.
fn notes(builder: &mut Builder<'_>, face: SheetContent<'_>, at: usize, brief: bool) {
    if face.notes(at, brief, Lang::Zh).is_empty() {
        return;
    }
    builder.item(|lang| {
        let notes = sentences(&face.notes(at, brief, lang), lang);
        format!("{}{}{notes}", words(face, at, lang).label, lang.pick("：", ": "))
    });
}

/// The bars of a row whose figures may be ranked.
fn bars(builder: &mut Builder<'_>, comparison: &Comparison<'_>, at: usize) {
    let row = &comparison.rows[at];
    let Some(scale) = row.scale().filter(|_| row.is_rankable()) else {
        return;
    };
    let languages = builder.languages;
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
    builder.push(DocumentBlock::Bars(Bars {
        title: languages.text(Tone::Label, |lang| row.label(comparison.atlas, lang).to_owned()),
        bars: scale.into_iter().enumerate().filter_map(bar).collect(),
    }));
}
