//! From a node's path to its position: `outcomes[3].value` → line, column, length.
//!
//! Built with a second parser that keeps positions, only when a finding has to be shown. It also sees
//! keys that stand twice, which serde reports at the start of their mapping.

use std::ops::Range;

use granit_parser::{Event, Parser, Span};

use super::preflight::position;
use crate::{
    finding::{Finding, Place},
    text::clean::clean,
};

/// Where each node of one YAML file stands.
#[derive(Debug, Default)]
pub(crate) struct Spans {
    /// In order of their paths.
    nodes: Vec<(String, Range<usize>)>,
    twice: Vec<(String, Range<usize>)>,
}

/// A collection being read: its path, and the key or index that comes next.
enum Open {
    Map {
        path: String,
        start: usize,
        key: Option<String>,
        seen: Vec<String>,
    },
    List {
        path: String,
        start: usize,
        next: usize,
    },
}

impl Spans {
    /// Reads the positions of `text`; what stands behind a syntax error is not known.
    pub(crate) fn of(text: &str) -> Self {
        let mut spans = Self::default();
        let mut stack = Vec::new();
        for (event, span) in Parser::new_from_str(text).map_while(Result::ok) {
            spans.take(&mut stack, event, bytes(&span));
        }
        spans.nodes.sort_by(|a, b| a.0.cmp(&b.0));
        spans
    }

    /// Bytes of the node at `path`.
    pub(crate) fn get(&self, path: &str) -> Option<Range<usize>> {
        let first = self.nodes.partition_point(|(known, _)| known.as_str() < path);
        let (known, range) = self.nodes.get(first)?;
        (known == path).then(|| range.clone())
    }

    /// Bytes of the nearest node at or above `path` that exists.
    pub(crate) fn nearest(&self, path: &str) -> Option<Range<usize>> {
        self.get(path).or_else(|| {
            let cut = path.rfind(['.', '['])?;
            self.nearest(&path[..cut])
        })
    }

    /// `path` with every `[key=value]` turned into the place of the record of that list whose `key` is `value`,
    /// so that a record can be named by what it says wherever it stands.
    pub(crate) fn resolve(&self, path: &str, text: &str) -> String {
        let Some((list, rest)) = path.split_once('[') else {
            return path.to_owned();
        };
        let Some(((key, value), rest)) = rest
            .split_once(']')
            .and_then(|(choice, rest)| Some((choice.split_once('=')?, rest)))
        else {
            return path.to_owned();
        };
        let says = |at: usize| {
            let range = self.get(&format!("{list}[{at}].{key}"))?;
            Some(text[range].trim_matches(['"', '\'']) == value)
        };
        let mut records = (0..).map_while(|at| self.get(&format!("{list}[{at}]")).map(|_| at));
        let at = records.find(|at| says(*at) == Some(true));
        at.map_or_else(|| list.to_owned(), |at| format!("{list}[{at}]{rest}"))
    }

    /// Bytes of the keys that stand a second time in their mapping.
    pub(crate) fn twice(&self) -> impl Iterator<Item = Range<usize>> {
        self.twice.iter().map(|(_, range)| range.clone())
    }

    fn take(&mut self, stack: &mut Vec<Open>, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Scalar(value, ..) => self.scalar(stack, &value, range),
            Event::Alias(_) => self.scalar(stack, "", range),
            Event::MappingStart(..) => {
                let path = enter(stack);
                stack.push(Open::Map {
                    path,
                    start: range.start,
                    key: None,
                    seen: Vec::new(),
                });
            }
            Event::SequenceStart(..) => {
                let path = enter(stack);
                stack.push(Open::List {
                    path,
                    start: range.start,
                    next: 0,
                });
            }
            Event::MappingEnd | Event::SequenceEnd => self.leave(stack, range.end),
            _ => {}
        }
    }

    fn scalar(&mut self, stack: &mut [Open], value: &str, range: Range<usize>) {
        if let Some(Open::Map {
            path,
            key: key @ None,
            seen,
            ..
        }) = stack.last_mut()
        {
            if seen.iter().any(|known| known == value) {
                self.twice.push((join(path, value), range));
            }
            seen.push(value.to_owned());
            *key = Some(value.to_owned());
            return;
        }
        let path = enter(stack);
        self.nodes.push((path, range));
    }

    fn leave(&mut self, stack: &mut Vec<Open>, end: usize) {
        if let Some(Open::Map { path, start, .. } | Open::List { path, start, .. }) = stack.pop() {
            self.nodes.push((path, start..end.max(start)));
        }
    }
}

/// The path of the value about to be read, counting it off in its parent.
fn enter(stack: &mut [Open]) -> String {
    match stack.last_mut() {
        None => String::new(),
        Some(Open::Map { path, key, .. }) => join(path, &key.take().unwrap_or_default()),
        Some(Open::List { path, next, .. }) => {
            *next += 1;
            format!("{path}[{}]", *next - 1)
        }
    }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() {
        key.to_owned()
    } else {
        format!("{path}.{key}")
    }
}

fn bytes(span: &Span) -> Range<usize> {
    let start = span.start.byte_offset().unwrap_or(0);
    start..span.end.byte_offset().unwrap_or(start)
}

/// The place of `range` in a file whose whole text is `text`; at most to the end of its first line.
pub(crate) fn place(file: &str, path: &str, text: &str, range: Range<usize>) -> Place {
    let start = range.start.min(text.len());
    let (line, column) = position(text, start);
    let from = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let to = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let marked = text[start..range.end.clamp(start, to)].trim_end().chars().count();
    Place {
        file: file.into(),
        path: path.into(),
        line,
        column,
        width: marked.max(1) as u32,
        text: clean(text[from..to].trim_end()).into(),
    }
}

/// The same for a line and column (both 1-based, code points), marking the word that starts there.
pub(crate) fn place_at(file: &str, text: &str, line: u32, column: u32) -> Place {
    let start: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1) as usize)
        .map(str::len)
        .sum();
    let rest = &text[start.min(text.len())..];
    let skip = column.saturating_sub(1) as usize;
    let offset = rest.char_indices().nth(skip).map_or(rest.len(), |(at, _)| at);
    let word = rest[offset..]
        .find([' ', ':', ',', '}', ']', '\n'])
        .unwrap_or(rest.len() - offset);
    place(file, "", text, start + offset..start + offset + word)
}

/// A finding with the position of its node; one that already has a position, or whose node is not
/// there, keeps what it has or points at the nearest node above.
pub(crate) fn locate(finding: Finding, text: &str, spans: &Spans) -> Finding {
    if finding.place.line > 0 || finding.place.path.is_empty() {
        return finding;
    }
    let path = spans.resolve(&finding.place.path, text);
    let range = spans.nearest(&path).unwrap_or(0..0);
    Finding {
        place: place(&finding.place.file, &path, text, range),
        ..finding
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "id: 甲\npillars:\n  - n: 1\n    cite: {line: 2, exact: 四个“一”}\n  - n: 2\n    n: 3\n";

    #[test]
    fn nodes_are_found_by_path() {
        let spans = Spans::of(TEXT);
        assert_eq!(&TEXT[spans.get("pillars[0].cite.exact").unwrap()], "四个“一”");
        assert_eq!(&TEXT[spans.get("pillars[1].n").unwrap()], "2");
        assert_eq!(spans.get("pillars[2]"), None);
        assert!(TEXT[spans.nearest("pillars[1].slogan").unwrap()].starts_with("n: 2"));
    }

    #[test]
    fn records_are_found_by_what_they_say() {
        let spans = Spans::of(TEXT);
        let resolve = |path| spans.resolve(path, TEXT);
        assert_eq!(resolve("pillars[n=2].slogan"), "pillars[1].slogan");
        assert_eq!(resolve("pillars[0].cite"), "pillars[0].cite");
        assert_eq!(resolve("pillars[n=7].cite"), "pillars");
        assert_eq!(resolve("id"), "id");
    }

    #[test]
    fn keys_that_stand_twice_are_seen_at_the_second() {
        let twice: Vec<_> = Spans::of(TEXT).twice().collect();
        assert_eq!(twice.len(), 1);
        assert_eq!(position(TEXT, twice[0].start), (6, 5));
    }

    #[test]
    fn places_count_code_points() {
        let spans = Spans::of(TEXT);
        let at = place("f", "p", TEXT, spans.get("pillars[0].cite.exact").unwrap());
        assert_eq!((at.line, at.column, at.width), (4, 28, 5));
        assert_eq!(&at.text[at.marked()], "四个“一”");
        assert_eq!(place_at("f", TEXT, 3, 5).width, 1);
    }
}
