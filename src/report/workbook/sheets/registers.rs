//! The sheets of what the facts refer to: the articles, and what was counted.

use std::collections::BTreeSet;

use super::{Book, maybe, text};
use crate::{
    model::{College, Kind, MetricIx},
    report::workbook::{Value, WorkbookSheet},
};

/// A row for each college, in the order that the links count.
pub(super) fn sources(book: &Book<'_>) -> WorkbookSheet {
    let columns = [
        "source",
        "college",
        "reporter",
        "scope",
        "outlet",
        "title",
        "byline",
        "published",
        "url",
        "lines",
        "sha256",
    ];
    let row = |college: &&College| {
        let source = book.atlas.source(college.source);
        vec![
            text(source.id.as_str()),
            book.line(|lang| lang.pick(&college.name.zh, &college.name.en).to_string()),
            book.both(&college.reporter.name),
            book.line(|lang| college.reporter.scope.word(lang).to_owned()),
            maybe(source.outlet.as_deref()),
            maybe(source.title.as_deref()),
            text(&source.byline.join(" ")),
            maybe(source.published.as_deref()),
            source
                .url
                .as_deref()
                .map_or(Value::Empty, |url| Value::Web(url.to_owned())),
            Value::Number(f64::from(source.text.lines)),
            text(&source.text.sha256),
        ]
    };
    book.sheet(
        book.sources_name(),
        &columns,
        book.colleges.iter().map(row).collect(),
    )
}

pub(super) fn metrics(book: &Book<'_>) -> WorkbookSheet {
    let columns = ["metric", "name", "theme", "family", "unit", "definition"];
    let used = book
        .colleges
        .iter()
        .flat_map(|college| college.outcomes.iter().filter_map(|outcome| outcome.metric));
    let used: BTreeSet<MetricIx> = used.collect();
    let row = |ix: MetricIx| {
        let metric = book.atlas.metric(ix);
        let family = metric.family.map(|ix| &book.atlas.family(ix).name);
        vec![
            text(metric.id.as_str()),
            book.both(&metric.name),
            book.both(&book.atlas.theme(metric.theme).name),
            family.map_or(Value::Empty, |name| book.both(name)),
            book.unit(&metric.unit),
            book.both(&metric.definition),
        ]
    };
    let wanted = |ix: &MetricIx| {
        book.report
            .theme
            .is_none_or(|only| book.atlas.metric(*ix).theme == only)
    };
    let rows = used.into_iter().filter(wanted).map(row).collect();
    book.sheet(book.of_kind(Kind::Metric), &columns, rows)
}
