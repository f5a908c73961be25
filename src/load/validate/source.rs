//! The record of an article.

use crate::{
    finding::{Code, Finding},
    load::{
        raw::{RawExcuse, RawFurniture, RawOutline, RawSource, RawText},
        sanitize::{At, Fields},
    },
    model::{Excuse, Furniture, LineRange, Outline, Source, TextRecord},
};

/// A source from its raw shape; none when its id, text record or body lines are not sound.
pub(crate) fn source(file: &str, raw: RawSource) -> (Option<Source>, Vec<Finding>) {
    let mut door = Fields::new(file);
    let source = record(&mut door, raw, file);
    (source, door.findings)
}

fn record(door: &mut Fields<'_>, raw: RawSource, file: &str) -> Option<Source> {
    let head = At::HEAD;
    let id = door.slug(head, "id", &raw.id);
    let text = text(door, raw.text);
    let body: Option<Vec<LineRange>> = raw
        .body
        .split(',')
        .map(|part| lines(door, head, "body", part))
        .collect();
    let mut source = Source {
        id: id?,
        text: text?,
        body: body?,
        title: door.maybe(head, "title", raw.title),
        outlet: door.maybe(head, "outlet", raw.outlet),
        byline: door.texts(head, "byline", raw.byline.unwrap_or_default()),
        url: door.maybe(head, "url", raw.url),
        language: door.text(head, "language", raw.language),
        published: door.maybe(head, "published", raw.published),
        furniture: raw
            .furniture
            .into_records()
            .filter_map(|(at, raw)| furniture(door, at, raw))
            .collect(),
        outline: raw
            .outline
            .into_records()
            .map(|(at, raw)| outline(door, at, raw))
            .collect(),
        excused: raw
            .excused
            .into_records()
            .map(|(at, raw)| excuse(door, at, raw))
            .collect(),
        file: file.into(),
    };
    source.furniture.shrink_to_fit();
    source.outline.shrink_to_fit();
    source.excused.shrink_to_fit();
    Some(source)
}

fn text(door: &mut Fields<'_>, raw: RawText) -> Option<TextRecord> {
    let hex = raw.sha256.len() == 64 && raw.sha256.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    if !hex {
        door.report(Code::WrongType, At::HEAD, "text.sha256", &raw.sha256);
        return None;
    }
    Some(TextRecord {
        sha256: raw.sha256.into(),
        lines: raw.lines,
        bytes: raw.bytes,
    })
}

fn lines(door: &mut Fields<'_>, at: At, field: &str, raw: &str) -> Option<LineRange> {
    let range = raw.trim().parse().ok();
    if range.is_none() {
        door.report(Code::WrongType, at, field, raw);
    }
    range
}

fn furniture(door: &mut Fields<'_>, at: u32, raw: RawFurniture) -> Option<Furniture> {
    let at = At {
        list: "furniture",
        at,
    };
    Some(Furniture {
        lines: lines(door, at, "lines", &raw.lines)?,
        kind: door.text(at, "kind", raw.kind),
        note: raw.note.map(|two| door.two(at, "note", two)).unwrap_or_default(),
    })
}

fn outline(door: &mut Fields<'_>, at: u32, raw: RawOutline) -> Outline {
    Outline {
        line: raw.line,
        gist: door.pair(At { list: "outline", at }, "zh", raw.zh, raw.en),
    }
}

fn excuse(door: &mut Fields<'_>, at: u32, raw: RawExcuse) -> Excuse {
    let at = At { list: "excused", at };
    Excuse {
        line: raw.line,
        exact: door.text(at, "exact", raw.exact),
        kind: raw.kind,
        reason: door.two(at, "reason", raw.reason),
    }
}
