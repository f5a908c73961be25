//! From one file's text to its raw shape, keeping every record that is well-formed.
//!
//! The whole file is parsed at once; only when that fails is it taken apart, list item by list item,
//! each parsed at its own place so that the positions in errors stay true.

use std::{collections::HashSet, ops::Range};

use super::{
    dialect::{self, RefusedYaml},
    limit::{MOST, not_listed},
    lines::Lines,
    positions::Spans,
    raw::RawFile,
    yaml_words::{self, shortened},
};
use crate::{
    finding::{Code, Finding, Place},
    lang::Bilingual,
};

/// The raw shape, if its head is sound, and what was wrong.
pub(crate) fn parse<T: RawFile>(file: &str, text: &str) -> (Option<T>, Vec<Finding>) {
    if is_empty(text) {
        let message = Bilingual::new("文件里没有内容", "the file holds nothing");
        return (None, vec![Finding::new(Code::Syntax, Place::file(file), message)]);
    }
    let parsed = serde_yaml::from_str(text);
    let refused = dialect::is_suspect(text).then(|| refused(file, text));
    let (refused, numbers) = refused.unwrap_or_default();
    match parsed {
        Ok(whole) if numbers.is_empty() => (Some(whole), refused),
        Ok(_) => (without_numbers(&Faulty::of(file, text), &numbers), refused),
        Err(_) if refused.iter().any(|finding| finding.code == Code::Syntax) => (None, refused),
        Err(error) => {
            let (shape, mut findings) = apart(&Faulty::of(file, text), &error, &numbers);
            // One fault, one finding: the reader stumbles over some of these too.
            let spot = |finding: &Finding| (finding.place.line, finding.place.column);
            let known: HashSet<_> = refused.iter().map(spot).collect();
            findings.retain(|finding| !known.contains(&spot(finding)));
            findings.extend(refused);
            (shape, findings)
        }
    }
}

/// Whether there is nothing but blanks, comments and the mark of a document: a register of nothing would leave every
/// reference to it in the air.
fn is_empty(text: &str) -> bool {
    let bare = |line: &str| line.is_empty() || line.starts_with('#') || line == "---";
    text.lines().all(|line| bare(line.trim()))
}

/// Everything that these files may not use, and where the numbers among it stand, in the order of the text.
fn refused(file: &str, text: &str) -> (Vec<Finding>, Vec<Range<usize>>) {
    let (lines, spans) = (Lines::of(text), Spans::of(text));
    let finding = |(refused, range): &(RefusedYaml, Range<usize>)| {
        let written = shortened(text[range.clone()].lines().next().unwrap_or_default());
        let code = match refused {
            RefusedYaml::MergeKey => Code::UnknownField,
            RefusedYaml::Number | RefusedYaml::Tag => Code::WrongType,
            RefusedYaml::Document => Code::Syntax,
        };
        let place = lines.place_of(file, "", range.clone());
        Finding {
            hint: refused.hint(),
            ..Finding::new(code, place, refused.message(&written))
        }
    };
    let all = spans.refused();
    let mut findings: Vec<_> = all.iter().take(MOST).map(finding).collect();
    let rest = all.len().saturating_sub(MOST);
    findings.extend(all.get(MOST).map(|next| not_listed(&finding(next), rest)));
    let numbers = all.iter().filter(|(refused, _)| *refused == RefusedYaml::Number);
    (findings, numbers.map(|(_, range)| range.clone()).collect())
}

/// One file that cannot be read whole.
struct Faulty<'a> {
    file: &'a str,
    text: &'a str,
    lines: Lines<'a>,
    spans: Spans,
}

/// The shape without the records that hold one of `numbers`: what readers do not agree on is kept as no value. None
/// where one stands outside all records.
fn without_numbers<T: RawFile>(faulty: &Faulty<'_>, numbers: &[Range<usize>]) -> Option<T> {
    let items = faulty.items::<T>();
    let held: usize = items.iter().map(|item| item.held(numbers)).sum();
    let mut shape: T = serde_yaml::from_str(&without(faulty.text, &items)).ok()?;
    for item in items.iter().filter(|item| item.held(numbers) == 0) {
        shape.add(item.list, item.at, &item.alone(faulty.text)).ok()?;
    }
    (held == numbers.len()).then_some(shape)
}

fn apart<T: RawFile>(
    faulty: &Faulty<'_>,
    error: &serde_yaml::Error,
    numbers: &[Range<usize>],
) -> (Option<T>, Vec<Finding>) {
    let text = faulty.text;
    let items = faulty.items::<T>();
    if items.is_empty() {
        return (None, vec![faulty.explain(text, 0, error)]);
    }
    let mut findings = Vec::new();
    let head = without(text, &items);
    let mut shape = match serde_yaml::from_str::<T>(&head) {
        Ok(shape) => Some(shape),
        Err(error) => {
            findings.push(faulty.explain(&head, 0, &error));
            None
        }
    };
    if let Some(shape) = &mut shape {
        for item in items.iter().filter(|item| item.held(numbers) == 0) {
            let own = item.alone(text);
            if let Err(error) = shape.add(item.list, item.at, &own) {
                let above = faulty.lines.line(item.lines.start) - 1;
                findings.push(faulty.explain(&own, above, &error));
            }
        }
    }
    if findings.is_empty() && numbers.is_empty() {
        findings.push(faulty.explain(text, 0, error));
    }
    (shape, findings)
}

/// One list item: which, and the bytes of its lines.
struct ListItem {
    list: &'static str,
    at: u32,
    lines: Range<usize>,
}

impl ListItem {
    /// How many of `numbers`, which are in the order of the text, stand in it.
    fn held(&self, numbers: &[Range<usize>]) -> usize {
        let before = |at: usize| numbers.partition_point(|number| number.start < at);
        before(self.lines.end) - before(self.lines.start)
    }

    /// The item as a document of its own, in the columns where it stands.
    fn alone(&self, text: &str) -> String {
        text[self.lines.clone()].replacen("- ", "  ", 1)
    }
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

/// The text with the items' lines emptied, so that what is left keeps its line numbers.
fn without(text: &str, items: &[ListItem]) -> String {
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

impl<'a> Faulty<'a> {
    fn of(file: &'a str, text: &'a str) -> Self {
        Self {
            file,
            text,
            lines: Lines::of(text),
            spans: Spans::of(text),
        }
    }

    /// The items of every list written in block style; empty when there is nothing to take apart.
    fn items<T: RawFile>(&self) -> Vec<ListItem> {
        let mut items = Vec::new();
        for list in T::LISTS {
            let Some(whole) = self.spans.get(list) else {
                continue;
            };
            if whole.is_empty() || self.text[whole.clone()].starts_with('[') {
                continue;
            }
            let starts: Vec<usize> = (0..)
                .map_while(|at| self.spans.get(&format!("{list}[{at}]")))
                .map(|range| range.start)
                .collect();
            for (at, start) in starts.iter().enumerate() {
                let from = self.lines.start_of_line(*start);
                let to = match starts.get(at + 1) {
                    Some(next) => self.lines.start_of_line(*next),
                    None => end_of_list(self.text, *start, from),
                };
                items.push(ListItem {
                    list,
                    at: at as u32,
                    lines: from..to,
                });
            }
        }
        items
    }

    /// The YAML reader's error in `part`, which stands below so many lines of the file, as a finding.
    fn explain(&self, part: &str, above: u32, error: &serde_yaml::Error) -> Finding {
        let words = error.to_string();
        let (code, message) = yaml_words::explain(&words);
        if code == Code::Syntax
            && let Some(open) = error.location().and_then(|at| open_quote(part, at.line()))
        {
            let closed = above + error.location().map_or(0, |at| at.line() as u32);
            let line = part[..open].matches('\n').count() as u32 + 1 + above;
            let column = part[..open].rsplit('\n').next().unwrap_or_default();
            let place = self
                .lines
                .place_at(self.file, line, column.chars().count() as u32 + 1);
            return unclosed(Place { width: 1, ..place }, closed);
        }
        let place = match error.location() {
            _ if code == Code::DuplicateKey => self.twice(above, error),
            Some(at) => {
                let (line, column) = begun(&words).unwrap_or((at.line() as u32, at.column() as u32));
                self.lines.place_at(self.file, line + above, column)
            }
            None => Place::file(self.file),
        };
        let finding = Finding::new(code, place, message);
        match code {
            Code::UnknownField => {
                let key = format!("field {}", finding.message.en);
                finding.among(key)
            }
            _ => finding,
        }
    }

    /// The second of two equal keys: the first one at or below the mapping the reader complains of.
    fn twice(&self, above: u32, error: &serde_yaml::Error) -> Place {
        let line = error.location().map_or(0, |at| at.line() as u32) + above;
        let twice = self.spans.twice();
        let below = twice.partition_point(|range| self.lines.line(range.start) < line);
        let range = twice.get(below).or(twice.first());
        range.map_or_else(
            || Place::file(self.file),
            |range| self.lines.place_of(self.file, "", range.clone()),
        )
    }
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
fn unclosed(place: Place, line: u32) -> Finding {
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
