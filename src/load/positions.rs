//! From a node's path to its position: `outcomes[3].value` → line, column, length.
//!
//! Built with a second parser that keeps positions, only when a finding has to be shown. It also sees
//! keys that stand twice, which serde reports at the start of their mapping, and how numbers are written.

use std::{cell::RefCell, collections::HashMap, ops::Range};

use granit_parser::{Event, Parser, ScalarStyle, Span};

use super::{
    dialect::{self, RefusedYaml},
    lines::Lines,
};
use crate::finding::Finding;

/// Collections within one another that are followed; the loader's reader gives up at as many.
const DEEPEST: usize = 128;

/// Where each node of one YAML file stands.
#[derive(Debug, Default)]
pub(crate) struct Spans {
    /// The whole document first.
    nodes: Vec<SpanNode>,
    twice: Vec<Range<usize>>,
    refused: Vec<(RefusedYaml, Range<usize>)>,
    /// The records of a list by what one of their keys says, once that was asked for.
    records: RefCell<HashMap<String, HashMap<String, usize>>>,
}

/// A value: its bytes, and the numbers of the nodes in it.
#[derive(Debug, Default)]
struct SpanNode {
    range: Range<usize>,
    keys: HashMap<Box<str>, usize>,
    items: Vec<usize>,
}

/// A collection being read.
struct OpenNode {
    node: usize,
    /// Whether its parts are keys and values.
    is_map: bool,
    /// The key whose value comes next.
    key: Option<Box<str>>,
}

impl Spans {
    /// Reads the positions of `text`; what stands behind a syntax error, or too deep, is not known.
    pub(crate) fn of(text: &str) -> Self {
        let mut spans = Self::default();
        let mut stack = Vec::new();
        for (event, span) in Parser::new_from_str(text).map_while(Result::ok) {
            spans.take(&mut stack, event, bytes(&span));
            if stack.len() > DEEPEST {
                break;
            }
        }
        spans
    }

    /// Bytes of the node at `path`.
    pub(crate) fn get(&self, path: &str) -> Option<Range<usize>> {
        let (node, left) = self.walk(path)?;
        left.is_empty().then(|| node.range.clone())
    }

    /// Bytes of the nearest node at or above `path` that exists.
    pub(crate) fn nearest(&self, path: &str) -> Option<Range<usize>> {
        self.walk(path).map(|(node, _)| node.range.clone())
    }

    /// As far down `path` as there are nodes, and what is left of it.
    fn walk<'p>(&self, path: &'p str) -> Option<(&SpanNode, &'p str)> {
        let mut node = self.nodes.first()?;
        let mut left = path;
        while !left.is_empty() {
            let (next, rest) = match left.strip_prefix('[') {
                Some(item) => {
                    let Some((at, rest)) = item.split_once(']') else {
                        break;
                    };
                    (at.parse().ok().and_then(|at: usize| node.items.get(at)), rest)
                }
                None => {
                    let key = left.strip_prefix('.').unwrap_or(left);
                    let end = key.find(['.', '[']).unwrap_or(key.len());
                    (node.keys.get(&key[..end]), &key[end..])
                }
            };
            let Some(next) = next else { break };
            (node, left) = (&self.nodes[*next], rest);
        }
        Some((node, left))
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
        let mut known = self.records.borrow_mut();
        let records = known
            .entry(format!("{list}[{key}"))
            .or_insert_with(|| self.records_by(list, key, text));
        let at = records.get(value);
        at.map_or_else(|| list.to_owned(), |at| format!("{list}[{at}]{rest}"))
    }

    /// The places of the records of `list` by what their `key` says, the first of those that say the same.
    fn records_by(&self, list: &str, key: &str, text: &str) -> HashMap<String, usize> {
        let mut records = HashMap::new();
        let items = self.walk(list).map_or(&[][..], |(node, _)| &node.items);
        for (at, item) in items.iter().enumerate() {
            if let Some(value) = self.nodes[*item].keys.get(key) {
                let value = text[self.nodes[*value].range.clone()].trim_matches(['"', '\'']);
                records.entry(value.to_owned()).or_insert(at);
            }
        }
        records
    }

    /// Bytes of the keys that stand a second time in their mapping.
    pub(crate) fn twice(&self) -> &[Range<usize>] {
        &self.twice
    }

    /// Bytes of what these files may not use.
    pub(crate) fn refused(&self) -> &[(RefusedYaml, Range<usize>)] {
        &self.refused
    }

    fn take(&mut self, stack: &mut Vec<OpenNode>, event: Event<'_>, range: Range<usize>) {
        let is_map = matches!(event, Event::MappingStart(..));
        let tagged = matches!(
            &event,
            Event::Scalar(.., Some(_)) | Event::MappingStart(.., Some(_)) | Event::SequenceStart(.., Some(_))
        );
        if tagged {
            self.refused.push((RefusedYaml::Tag, range.clone()));
        }
        match event {
            Event::DocumentStart(..) if !self.nodes.is_empty() => {
                self.refused.push((RefusedYaml::Document, range))
            }
            Event::Scalar(value, style, ..) => {
                if let Some(OpenNode {
                    node,
                    is_map: true,
                    key: key @ None,
                }) = stack.last_mut()
                {
                    if self.nodes[*node].keys.contains_key(&*value) {
                        self.twice.push(range.clone());
                    }
                    if &*value == "<<" {
                        self.refused.push((RefusedYaml::MergeKey, range));
                    }
                    *key = Some(value.into());
                    return;
                }
                let numeric = stack.last().and_then(|open| open.key.as_deref());
                if style == ScalarStyle::Plain
                    && numeric.is_some_and(dialect::is_number)
                    && dialect::is_odd_number(&value)
                {
                    self.refused.push((RefusedYaml::Number, range.clone()));
                }
                self.add(stack, range);
            }
            Event::Alias(_) => {
                self.add(stack, range);
            }
            Event::MappingStart(..) | Event::SequenceStart(..) => {
                let node = self.add(stack, range);
                stack.push(OpenNode {
                    node,
                    is_map,
                    key: None,
                });
            }
            Event::MappingEnd | Event::SequenceEnd => {
                if let Some(OpenNode { node, .. }) = stack.pop() {
                    let whole = &mut self.nodes[node].range;
                    whole.end = range.end.max(whole.start);
                }
            }
            _ => {}
        }
    }

    /// A node for the value that begins, noted in the collection it is part of.
    fn add(&mut self, stack: &mut [OpenNode], range: Range<usize>) -> usize {
        let number = self.nodes.len();
        self.nodes.push(SpanNode {
            range,
            ..SpanNode::default()
        });
        if let Some(open) = stack.last_mut() {
            let parent = &mut self.nodes[open.node];
            match open.key.take() {
                Some(key) if open.is_map => {
                    parent.keys.entry(key).or_insert(number);
                }
                _ => parent.items.push(number),
            }
        }
        number
    }
}

fn bytes(span: &Span) -> Range<usize> {
    let start = span.start.byte_offset().unwrap_or(0);
    start..span.end.byte_offset().unwrap_or(start)
}

/// A finding with the position of its node; one that already has a position, or whose node is not
/// there, keeps what it has or points at the nearest node above.
pub(crate) fn locate(finding: Finding, lines: &Lines<'_>, spans: &Spans) -> Finding {
    if finding.place.line > 0 || finding.place.path.is_empty() {
        return finding;
    }
    let path = spans.resolve(&finding.place.path, lines.text());
    let range = spans.nearest(&path).unwrap_or(0..0);
    Finding {
        place: lines.place_of(&finding.place.file, &path, range),
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
        let spans = Spans::of(TEXT);
        let [twice] = spans.twice() else {
            panic!("one key stands twice")
        };
        assert_eq!(Lines::of(TEXT).position(twice.start), (6, 5));
    }

    #[test]
    fn places_count_code_points() {
        let spans = Spans::of(TEXT);
        let lines = Lines::of(TEXT);
        let at = lines.place_of("f", "p", spans.get("pillars[0].cite.exact").unwrap());
        assert_eq!((at.line, at.column, at.width), (4, 28, 5));
        assert_eq!(&at.text[at.marked()], "四个“一”");
        assert_eq!(lines.place_at("f", 3, 5).width, 1);
    }
}
