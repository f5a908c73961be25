//! From one file's text to its raw shape, keeping every record that is well-formed.
//!
//! The whole file is parsed at once; only when that fails is it taken apart, list item by list item,
//! each parsed at its own place so that the positions in errors stay true.

use std::ops::Range;

use super::{
    positions::{Spans, place, place_at},
    raw::Shape,
};
use crate::{
    finding::{Code, Finding, Place},
    lang::Bilingual,
};

/// The raw shape, if its head is sound, and what was wrong.
pub(crate) fn parse<T: Shape>(file: &str, text: &str) -> (Option<T>, Vec<Finding>) {
    match serde_yaml::from_str(text) {
        Ok(whole) => (Some(whole), Vec::new()),
        Err(error) => apart(file, text, &error),
    }
}

fn apart<T: Shape>(file: &str, text: &str, error: &serde_yaml::Error) -> (Option<T>, Vec<Finding>) {
    let spans = Spans::of(text);
    let Some(items) = items::<T>(text, &spans) else {
        return (None, vec![explain(file, text, &spans, error)]);
    };
    let mut findings = Vec::new();
    let mut keep = |result: Result<(), serde_yaml::Error>| {
        if let Err(error) = result {
            findings.push(explain(file, text, &spans, &error));
        }
    };
    let mut shape = match serde_yaml::from_str::<T>(&without(text, &items)) {
        Ok(shape) => Some(shape),
        Err(error) => {
            keep(Err(error));
            None
        }
    };
    if let Some(shape) = &mut shape {
        items
            .iter()
            .for_each(|item| keep(shape.add(item.list, item.at, &item.alone(text))));
    }
    if findings.is_empty() {
        findings.push(explain(file, text, &spans, error));
    }
    (shape, findings)
}

/// One list item: which, and the bytes of its lines.
struct Item {
    list: &'static str,
    at: u32,
    lines: Range<usize>,
}

impl Item {
    /// The item as a document of its own, on the lines and columns where it stands.
    fn alone(&self, text: &str) -> String {
        let above = text[..self.lines.start].bytes().filter(|b| *b == b'\n').count();
        let own = text[self.lines.clone()].replacen("- ", "  ", 1);
        "\n".repeat(above) + &own
    }
}

/// The items of every list written in block style, or none when there is nothing to take apart.
fn items<T: Shape>(text: &str, spans: &Spans) -> Option<Vec<Item>> {
    let mut items = Vec::new();
    for list in T::LISTS {
        let Some(whole) = spans.get(list) else { continue };
        if whole.is_empty() || text[whole.clone()].starts_with('[') {
            continue;
        }
        let starts: Vec<usize> = (0..)
            .map_while(|at| spans.get(&format!("{list}[{at}]")))
            .map(|r| r.start)
            .collect();
        for (at, start) in starts.iter().enumerate() {
            let next = starts.get(at + 1).copied().unwrap_or(whole.end);
            let from = line_start(text, *start);
            let to = if at + 1 < starts.len() {
                line_start(text, next)
            } else {
                end_of_list(text, *start, from)
            };
            items.push(Item {
                list,
                at: at as u32,
                lines: from..to,
            });
        }
    }
    (!items.is_empty()).then_some(items)
}

/// Up to the first later line that is not indented deeper than the item's dash.
fn end_of_list(text: &str, start: usize, from: usize) -> usize {
    let dash = text[from..start].find('-').unwrap_or(0);
    let mut at = from;
    for (n, line) in text[from..].split_inclusive('\n').enumerate() {
        let indent = line.len() - line.trim_start_matches(' ').len();
        if n > 0 && !line.trim().is_empty() && indent <= dash {
            break;
        }
        at += line.len();
    }
    at
}

fn line_start(text: &str, byte: usize) -> usize {
    text[..byte].rfind('\n').map_or(0, |at| at + 1)
}

/// The text with the items' lines emptied, so that what is left keeps its line numbers.
fn without(text: &str, items: &[Item]) -> String {
    let mut head = String::with_capacity(text.len());
    let mut at = 0;
    let mut items: Vec<_> = items.iter().map(|item| item.lines.clone()).collect();
    items.sort_by_key(|lines| lines.start);
    for lines in items {
        head.push_str(&text[at..lines.start]);
        head.extend(text[lines.clone()].matches('\n'));
        at = lines.end;
    }
    head + &text[at..]
}

/// The YAML reader's error as a finding with code and place.
fn explain(file: &str, text: &str, spans: &Spans, error: &serde_yaml::Error) -> Finding {
    let said = error.to_string();
    let code = code_of(&said);
    if code == Code::Syntax
        && let Some(quote) = error.location().and_then(|at| open_quote(text, at.line()))
    {
        return unclosed(place(file, "", text, quote..quote + 1), error);
    }
    let place = match error.location() {
        _ if code == Code::DuplicateKey => twice(file, text, spans, error),
        Some(at) => {
            let (line, column) = begun(&said).unwrap_or((at.line() as u32, at.column() as u32));
            place_at(file, text, line, column)
        }
        None => second(file, text).unwrap_or_else(|| Place::file(file)),
    };
    let what = said.split(" at line ").next().unwrap_or(&said);
    Finding::new(
        code,
        place,
        Bilingual::new(format!("{}: {what}", code.meaning().zh), what),
    )
}

/// Where a second document begins; a file holds one.
fn second(file: &str, text: &str) -> Option<Place> {
    let mark = text.match_indices("\n---").map(|(at, _)| at + 1);
    let from = |at: &usize| {
        text[..*at]
            .lines()
            .any(|line| !line.trim_start().starts_with('#') && !line.trim().is_empty())
    };
    mark.into_iter()
        .find(from)
        .map(|at| place(file, "", text, at..at + 3))
}

/// The first quotation mark above `line` (1-based) that its own line does not close, when `line` has one that
/// would: quoted texts of a dossier stand on one line.
fn open_quote(text: &str, line: usize) -> Option<usize> {
    let odd = |line: &&str| line.matches('"').count() % 2 == 1;
    let open = text.split('\n').take(line.checked_sub(1)?).find(odd)?;
    let closes = text.split('\n').nth(line - 1)?.contains('"');
    let start = open.as_ptr() as usize - text.as_ptr() as usize;
    closes.then_some(start + open.rfind('"')?)
}

/// A quote that was not closed swallows lines until the next one, behind which the reader stumbles.
fn unclosed(place: Place, error: &serde_yaml::Error) -> Finding {
    let line = error.location().map_or(0, |at| at.line());
    let message = Bilingual::new(
        format!("这里的引号到第 {line} 行才闭合，其后读不通"),
        format!("the quote opened here is closed on line {line} only, and what follows cannot be read"),
    );
    Finding::new(Code::Syntax, place, message)
}

/// Where a construct began that the reader gave up on later: it reports the later place, and the beginning,
/// more use to a curator, only in words.
fn begun(said: &str) -> Option<(u32, u32)> {
    const GIVEN_UP: [&str; 2] = ["unexpected end of stream", "could not find expected ':'"];
    let (_, rest) = GIVEN_UP.iter().find_map(|words| said.split_once(words))?;
    let (_, context) = rest.rsplit_once(" at line ")?;
    let (line, column) = context.split_once(" column ")?;
    Some((line.parse().ok()?, column.parse().ok()?))
}

/// The second of two equal keys: the first one at or below the mapping the reader complains of.
fn twice(file: &str, text: &str, spans: &Spans, error: &serde_yaml::Error) -> Place {
    let line = error.location().map_or(0, |at| at.line() as u32);
    let places: Vec<_> = spans.twice().map(|range| place(file, "", text, range)).collect();
    let below = places.iter().find(|place| place.line >= line);
    below
        .or(places.first())
        .cloned()
        .unwrap_or_else(|| Place::file(file))
}

fn code_of(said: &str) -> Code {
    const KNOWN: &[(&str, Code)] = &[
        ("unknown field", Code::UnknownField),
        ("missing field", Code::MissingField),
        ("duplicate field", Code::DuplicateKey),
        ("duplicate entry", Code::DuplicateKey),
        ("unknown variant", Code::WrongType),
        ("invalid type", Code::WrongType),
        ("invalid value", Code::WrongType),
        ("invalid length", Code::WrongType),
    ];
    KNOWN
        .iter()
        .find(|(words, _)| said.contains(words))
        .map_or(Code::Syntax, |(_, code)| *code)
}
