//! Rules for the source record: it is of the text at hand, its lines are all accounted for, what it says is
//! printed is, and its excuses stand.

use super::{context::SourceContext, names::misnamed, phrase};
use crate::{
    finding::{Code, Finding},
    load::articles::ArticleState,
    model::LineRange,
};

/// The text at hand is the one on record.
pub(crate) fn changed(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    let record = &context.source.text;
    if let ArticleState::Changed { file, sha256, bytes } = context.held {
        let short = &sha256[..12];
        out.push(context.of_source(
            Code::SourceChanged,
            if *bytes == record.bytes || *sha256 != *record.sha256 {
                "text.sha256"
            } else {
                "text.bytes"
            },
            format!("找到的文本已改动: {file} ({bytes} 字节，SHA-256 {short}…)，未用它核对"),
            format!("the text found was changed: {file} ({bytes} bytes, SHA-256 {short}…); it was not used"),
        ));
    }
    if let Some(article) = &context.article
        && article.len() != record.lines
    {
        let (found, said) = (article.len(), record.lines);
        let finding = context.of_source(
            Code::LineCount,
            "text.lines",
            format!("文本有 {found} 行，此处写的是 {said}"),
            format!("the text has {found} lines, here stands {said}"),
        );
        out.push(finding.causing(context.number_of_lines()));
    }
}

/// The record's own name.
pub(crate) fn name_and_use(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    let source = context.source;
    if let Some((zh, en)) = misnamed(&source.file, source.id.as_str()) {
        out.push(context.of_source(Code::FileName, "id", zh, en));
    }
}

/// Body and furniture fill the file, and no line is both.
pub(crate) fn lines(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    let source = context.source;
    let body = source.body.iter().map(|range| ("body".to_owned(), *range));
    let furniture = source.furniture.iter().enumerate();
    let furniture = furniture.map(|(at, lines)| (format!("furniture[{at}].lines"), lines.lines));
    let mut parts: Vec<(String, LineRange)> = body.chain(furniture).collect();
    parts.sort_by_key(|(_, range)| range.first);
    let mut next = 1;
    for (field, range) in &parts {
        let LineRange { first, last } = *range;
        if first > next {
            out.push(gap(context, next, first - 1));
        }
        if first < next {
            out.push(context.of_source(
                Code::LinesOverlap,
                field,
                format!("第 {first} 行已属于别的部分"),
                format!("line {first} already belongs to another part"),
            ));
        }
        if last > source.text.lines {
            out.push(beyond(context, field, last));
        }
        next = next.max(last.saturating_add(1));
    }
    if next <= source.text.lines {
        out.push(gap(context, next, source.text.lines));
    }
    for (at, entry) in source.outline.iter().enumerate() {
        if entry.line == 0 || entry.line > source.text.lines {
            out.push(beyond(context, &format!("outline[{at}].line"), entry.line));
        }
    }
}

fn gap(context: &SourceContext<'_>, first: u32, last: u32) -> Finding {
    let lines = if first == last {
        format!("{first}")
    } else {
        format!("{first}-{last}")
    };
    let finding = context.of_source(
        Code::LinesUncovered,
        "body",
        format!("第 {lines} 行既不是正文也不是网页附带内容"),
        format!("line {lines} is neither body nor furniture"),
    );
    match &context.article {
        Some(article) if first > article.len() => finding.among(context.number_of_lines()),
        _ => finding.causing(context.lines_left_out(first)),
    }
}

fn beyond(context: &SourceContext<'_>, field: &str, line: u32) -> Finding {
    let lines = context.source.text.lines;
    let finding = context.of_source(
        Code::NoSuchLine,
        field,
        format!("原文共 {lines} 行，没有第 {line} 行"),
        format!("the article has {lines} lines and no line {line}"),
    );
    finding.among(context.number_of_lines())
}

/// Title, outlet, byline and address stand in the text.
pub(crate) fn printed(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    let (Some(article), source) = (&context.article, context.source) else {
        return;
    };
    let one = |field: &str, text: &Option<Box<str>>| text.clone().map(|text| (field.to_owned(), text));
    let byline = source.byline.iter().enumerate();
    let claims = [
        one("title", &source.title),
        one("outlet", &source.outlet),
        one("url", &source.url),
    ];
    let byline = byline.map(|(at, name)| (format!("byline[{at}]"), name.clone()));
    for (field, text) in claims.into_iter().flatten().chain(byline) {
        if !article.text().contains(&*text) {
            out.push(context.of_source(
                Code::NotPrinted,
                &field,
                format!("原文没有“{text}”"),
                format!("the article does not print “{text}”"),
            ));
        }
    }
}

/// Every excused phrase stands in its line, once, and holds a numeral.
pub(crate) fn excuses(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    for (at, (cite, stands)) in context.excused.iter().enumerate() {
        if let Some(wrong) = phrase::fault(context, cite, stands) {
            let field = format!("excused[{at}].{}", wrong.field);
            let finding = context.of_source(wrong.code, &field, wrong.zh, wrong.en);
            out.push(phrase::threaded(context, finding, cite, stands));
        } else if !cite.exact.contains(numeral) {
            let exact = &cite.exact;
            out.push(context.of_source(
                Code::IdleExcuse,
                &format!("excused[{at}].exact"),
                format!("“{exact}”里没有数词"),
                format!("“{exact}” holds no numeral"),
            ));
        }
    }
}

fn numeral(c: char) -> bool {
    c.is_numeric() || "零〇一二两双三四五六七八九十百千万亿几数半倍成".contains(c)
}
