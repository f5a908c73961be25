//! A sheet for each kind of fact: the columns between its address and its citation, and what stands below them.

use super::{Book, FIGURE, maybe, text};
use crate::{
    lang::Lang,
    model::{Fact, Kind, Pillar},
    page::builders::unnamed,
    report::workbook::{Value, WorkbookSheet},
};

pub(super) fn outcomes(book: &Book<'_>) -> WorkbookSheet {
    let columns = [&["pillar", "theme", "metric"][..], &FIGURE, &["named"]].concat();
    book.facts(Kind::Outcome, &columns, |fact| {
        let Fact::Outcome(_, outcome) = fact else {
            return None;
        };
        let theme = book.atlas.theme_of(outcome);
        if book.report.theme.is_some_and(|only| Some(only) != theme) {
            return None;
        }
        let named = |name| book.both(name);
        let theme = theme.map(|ix| &book.atlas.theme(ix).name);
        let metric = outcome.metric.map(|ix| &book.atlas.metric(ix).name);
        let mut row = vec![
            book.pillar(outcome.pillar),
            theme.map_or(Value::Empty, named),
            metric.map_or(Value::Empty, named),
        ];
        row.extend(book.figure(outcome));
        row.push(text(&outcome.named.join("、")));
        Some(row)
    })
}

pub(super) fn pillars(book: &Book<'_>) -> WorkbookSheet {
    let columns = ["pillar", "heading", "slogan", "printed", "themes", "gist"];
    let themes = |pillar: &Pillar, lang: Lang| {
        let themes = pillar.themes.iter();
        let names: Vec<_> = themes.map(|ix| book.atlas.theme(*ix).name.get(lang)).collect();
        names.join(lang.pick("、", ", "))
    };
    book.facts(Kind::Pillar, &columns, |fact| {
        let Fact::Pillar(_, pillar) = fact else {
            return None;
        };
        Some(vec![
            book.pillar(Some(pillar.n)),
            book.both(&pillar.heading),
            text(&pillar.slogan),
            text(&pillar.printed),
            book.line(|lang| themes(pillar, lang)),
            book.both(&pillar.gist),
        ])
    })
}

pub(super) fn measures(book: &Book<'_>) -> WorkbookSheet {
    let columns = ["pillar", "n", "title", "slogan", "gist"];
    book.facts(Kind::Measure, &columns, |fact| {
        let Fact::Measure(_, measure) = fact else {
            return None;
        };
        Some(vec![
            book.pillar(Some(measure.pillar)),
            Value::Number(f64::from(measure.n)),
            book.both(&measure.title),
            maybe(measure.slogan.as_deref()),
            book.both(&measure.gist),
        ])
    })
}

/// A row for each counted part.
pub(super) fn frameworks(book: &Book<'_>) -> WorkbookSheet {
    let columns = [
        "pillar", "name", "gist", "group", "total", "unit", "members", "unnamed",
    ];
    book.facts(Kind::Framework, &columns, |fact| {
        let Fact::Framework(_, framework) = fact else {
            return Vec::new();
        };
        let groups = framework.groups.iter().map(|group| {
            let total = group.total.map(|total| Value::Number(f64::from(total)));
            vec![
                book.pillar(framework.pillar),
                book.both(&framework.name),
                book.both(&framework.gist),
                book.both(&group.name),
                total.unwrap_or(Value::Empty),
                book.unit(group.unit.as_deref().unwrap_or_default()),
                text(&group.members.join("、")),
                book.line(|lang| unnamed(group, lang).unwrap_or_default()),
            ]
        });
        groups.collect()
    })
}

pub(super) fn recognitions(book: &Book<'_>) -> WorkbookSheet {
    let columns = ["pillar", "kind", "name", "work", "level", "year", "holder"];
    book.facts(Kind::Recognition, &columns, |fact| {
        let Fact::Recognition(_, it) = fact else {
            return None;
        };
        Some(vec![
            book.pillar(it.pillar),
            book.line(|lang| it.kind.word(lang).to_owned()),
            book.both(&it.name),
            maybe(it.work.as_deref()),
            it.level.map_or(Value::Empty, |level| {
                book.line(|lang| level.word(lang).to_owned())
            }),
            it.year.map_or(Value::Empty, |year| text(&year.to_string())),
            maybe(it.holder.as_deref()),
        ])
    })
}

pub(super) fn partners(book: &Book<'_>) -> WorkbookSheet {
    book.facts(Kind::Partner, &["pillar", "kind", "name"], |fact| {
        let Fact::Partner(_, it) = fact else { return None };
        let kind = book.line(|lang| it.kind.word(lang).to_owned());
        Some(vec![book.pillar(it.pillar), kind, book.both(&it.name)])
    })
}
