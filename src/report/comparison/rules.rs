//! What may be compared and what may not, and why: the rows of the comparison by their relation.

use crate::{
    compare::{CompareRow, Comparison, Relation},
    lang::Lang,
    page::{
        Tone,
        builders::compare::{SheetContent, sentences},
        document::builder::Builder,
    },
};

pub(super) fn part(builder: &mut Builder<'_>, comparison: &Comparison<'_>) {
    builder.heading(2, |lang| {
        lang.pick("什么可比，什么不可比", "What may be compared and what may not")
            .to_owned()
    });
    for words in READING {
        builder.item(|lang| lang.pick(words.0, words.1).to_owned());
    }
    common(builder, comparison);
    same(builder, comparison);
    related(builder, comparison);
    alone(builder, comparison);
}

/// How the tables are read.
const READING: [(&str, &str); 4] = [
    (
        "“=” 同一指标：两校所计相同，可以对照，并看所附说明。",
        "\"=\": one metric. The colleges count the same thing; the figures may be read against each other, with what is said beside them.",
    ),
    (
        "“~” 相近而不同：同属一组，定义各异，只并列，不比大小。",
        "\"~\": related. The counts belong together and differ in definition; they are set side by side and not measured against each other.",
    ),
    (
        "无符号：只有一校载明，没有可对照的数字。",
        "No sign: one college alone states it, and nothing is set against it.",
    ),
    (
        "原文的限定（以上、多、余、近、约、累计）照录；口径（全校或二级学院）与时间随每个数字列出。",
        "The qualifier of the print (以上, 多, 余, 近, 约, 累计) is kept; scope (whole college or part of it) and time stand with every figure.",
    ),
];

/// What must be said of every row at once.
fn common(builder: &mut Builder<'_>, comparison: &Comparison<'_>) {
    let count = SheetContent::Figures(comparison).common(Lang::Zh).len();
    for at in 0..count {
        builder.item(|lang| {
            let said = SheetContent::Figures(comparison).common(lang);
            let head = lang.pick("各行皆须注意：", "Holds for every row: ");
            format!("{head}{}", said.get(at).map_or("", String::as_str))
        });
    }
}

fn of<'c, 'a>(comparison: &'c Comparison<'a>, relation: Relation) -> Vec<(usize, &'c CompareRow<'a>)> {
    let rows = comparison.rows.iter().enumerate();
    rows.filter(|(_, row)| row.relation == relation).collect()
}

fn same(builder: &mut Builder<'_>, comparison: &Comparison<'_>) {
    let rows = of(comparison, Relation::Same);
    let count = rows.len();
    builder.heading(3, |lang| {
        lang.pick(format!("同一指标：{count} 项"), format!("One metric: {count}"))
    });
    if rows.is_empty() {
        builder.paragraph(Tone::Plain, |lang| {
            lang.pick(
                "没有一项指标为两校以上共有。",
                "No metric is stated by two colleges or more.",
            )
            .to_owned()
        });
    }
    for (at, row) in rows {
        builder.item(|lang| {
            let answer = match row.is_rankable() {
                true => lang.pick("可以比较", "may be compared"),
                false => lang.pick("可对照", "may be read side by side"),
            };
            let mut said = vec![answer.to_owned()];
            said.extend(SheetContent::Figures(comparison).notes(at, false, lang));
            joined(row.label(comparison.atlas, lang), &sentences(&said, lang), lang)
        });
    }
}

fn related(builder: &mut Builder<'_>, comparison: &Comparison<'_>) {
    let rows = of(comparison, Relation::Related);
    let count = rows.len();
    if count == 0 {
        return;
    }
    builder.heading(3, |lang| {
        lang.pick(
            format!("只可并列：{count} 组"),
            format!("Side by side only: {count}"),
        )
    });
    builder.paragraph(Tone::Plain, |lang| {
        lang.pick(
            "各组之内所计不同，理由如下。",
            "Within each of these groups different things are counted, for the reason given.",
        )
        .to_owned()
    });
    for (_, row) in rows {
        let family = row.family.map(|ix| comparison.atlas.family(ix));
        builder.item(|lang| {
            let why = family.map_or("", |family| family.definition.get(lang));
            joined(row.label(comparison.atlas, lang), why, lang)
        });
    }
}

/// What each college alone states: how many figures, and what they count.
fn alone(builder: &mut Builder<'_>, comparison: &Comparison<'_>) {
    let rows = of(comparison, Relation::Alone);
    let count = rows.len();
    if count == 0 {
        return;
    }
    builder.heading(3, |lang| {
        lang.pick(
            format!("不可比：{count} 项只有一校载明"),
            format!("Not to be compared: {count} stated by one college alone"),
        )
    });
    for (subject, college) in comparison.subjects.iter().enumerate() {
        let own: Vec<_> = rows
            .iter()
            .filter(|(_, row)| row.one(subject).is_some())
            .collect();
        if own.is_empty() {
            continue;
        }
        builder.item(|lang| {
            let labels: Vec<_> = own
                .iter()
                .map(|(_, row)| row.label(comparison.atlas, lang))
                .collect();
            let only = lang.pick(
                format!("只有{}载明", college.label(lang)),
                format!("Stated by {} alone", college.label(lang)),
            );
            joined(&only, &labels.join(lang.pick("、", "; ")), lang)
        });
    }
}

fn joined(label: &str, words: &str, lang: Lang) -> String {
    match words {
        "" => label.to_owned(),
        words => format!("{label}{}{words}", lang.pick("：", ": ")),
    }
}
