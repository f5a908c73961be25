//! The structure of a YAML text with the bytes of every key and value, as a parser that keeps positions reports it.

use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, Span, StructureStyle};

use super::{Path, PathStep};

/// A value.
#[derive(Debug)]
pub(super) struct YamlNode {
    /// Bytes from its first character; [`YamlNode::end`] is where it ends. Empty for a key without a value.
    pub range: Range<usize>,
    /// Whether it stands within braces or brackets.
    pub within_flow: bool,
    pub shape: YamlShape,
}

#[derive(Debug)]
pub(super) enum YamlShape {
    Scalar,
    Map { flow: bool, entries: Vec<YamlEntry> },
    List { flow: bool, items: Vec<YamlNode> },
}

/// A key and its value.
#[derive(Debug)]
pub(super) struct YamlEntry {
    pub name: String,
    pub key: Range<usize>,
    pub value: YamlNode,
}

impl YamlNode {
    /// Where it ends: of a block its last value's end, without the line break.
    pub(crate) fn end(&self, text: &str) -> usize {
        let last = match &self.shape {
            YamlShape::Map { flow: false, entries } => entries.last().map(|entry| entry.end(text)),
            YamlShape::List { flow: false, items } => items.last().map(|item| item.end(text)),
            _ => None,
        };
        last.unwrap_or_else(|| self.range.start + text[self.range.clone()].trim_end().len())
    }

    /// The value at `path` below it.
    pub(crate) fn at(&self, path: &Path) -> Option<&Self> {
        path.0
            .iter()
            .try_fold(self, |node, key| match (&node.shape, key) {
                (YamlShape::Map { entries, .. }, PathStep::Field(name)) => {
                    let entry = entries.iter().find(|entry| entry.name == *name)?;
                    Some(&entry.value)
                }
                (YamlShape::List { items, .. }, PathStep::At(at)) => items.get(*at),
                _ => None,
            })
    }
}

impl YamlEntry {
    /// Where its value ends; behind the colon when it has none.
    pub(crate) fn end(&self, text: &str) -> usize {
        let colon = || text[self.key.end..].find(':').map_or(0, |at| at + 1);
        match self.value.range.is_empty() {
            true => self.key.end + colon(),
            false => self.value.end(text),
        }
    }
}

/// The structure of `text`; none when it has errors, or anchors, aliases, tags or several documents.
pub(super) fn read(text: &str) -> Option<YamlNode> {
    let mut open: Vec<OpenYaml> = Vec::new();
    let mut root = None;
    for parsed in Parser::new_from_str(text) {
        let (event, span) = parsed.ok()?;
        let range = bytes(&span);
        let flow = open.last().is_some_and(|open| open.within());
        let done = match event {
            Event::Scalar(value, style, anchor, tag) => {
                if anchor != 0 || tag.is_some() {
                    return None;
                }
                scalar(&mut open, &value, range, style, flow)
            }
            Event::MappingStart(style, anchor, tag) | Event::SequenceStart(style, anchor, tag)
                if anchor != 0 || tag.is_some() =>
            {
                let _: StructureStyle = style;
                return None;
            }
            Event::MappingStart(style, ..) => {
                open.push(OpenYaml::new(range.start, style, flow, true));
                None
            }
            Event::SequenceStart(style, ..) => {
                open.push(OpenYaml::new(range.start, style, flow, false));
                None
            }
            Event::MappingEnd | Event::SequenceEnd => Some(open.pop()?.close(range.end)),
            Event::Alias(_) => return None,
            Event::DocumentStart(..) if root.is_some() => return None,
            _ => None,
        };
        if let Some(node) = done {
            match open.last_mut() {
                Some(parent) => parent.take(node)?,
                None => root = Some(node),
            }
        }
    }
    root
}

/// A scalar that is a value; a key is kept for the value to come.
fn scalar(
    open: &mut [OpenYaml],
    value: &str,
    range: Range<usize>,
    style: ScalarStyle,
    flow: bool,
) -> Option<YamlNode> {
    if let Some(parent) = open.last_mut()
        && parent.is_map
        && parent.key.is_none()
    {
        parent.key = Some((value.to_owned(), range));
        return None;
    }
    // A null that is not written has its place somewhere behind the colon.
    let range = match (value.is_empty() || value == "~", style) {
        (true, ScalarStyle::Plain) if range.is_empty() => range.start..range.start,
        _ => range,
    };
    Some(YamlNode {
        range,
        within_flow: flow,
        shape: YamlShape::Scalar,
    })
}

/// A collection being read.
struct OpenYaml {
    start: usize,
    flow: bool,
    within_flow: bool,
    is_map: bool,
    key: Option<(String, Range<usize>)>,
    entries: Vec<YamlEntry>,
    items: Vec<YamlNode>,
}

impl OpenYaml {
    fn new(start: usize, style: StructureStyle, within_flow: bool, is_map: bool) -> Self {
        Self {
            start,
            flow: matches!(style, StructureStyle::Flow),
            within_flow,
            is_map,
            key: None,
            entries: Vec::new(),
            items: Vec::new(),
        }
    }

    fn within(&self) -> bool {
        self.flow || self.within_flow
    }

    /// A mapping without a name for the value has a key that is itself a collection.
    fn take(&mut self, value: YamlNode) -> Option<()> {
        if self.is_map {
            let (name, key) = self.key.take()?;
            self.entries.push(YamlEntry { name, key, value });
        } else {
            self.items.push(value);
        }
        Some(())
    }

    fn close(self, end: usize) -> YamlNode {
        let flow = self.flow;
        YamlNode {
            range: self.start..end.max(self.start),
            within_flow: self.within_flow,
            shape: match self.is_map {
                true => YamlShape::Map {
                    flow,
                    entries: self.entries,
                },
                false => YamlShape::List {
                    flow,
                    items: self.items,
                },
            },
        }
    }
}

fn bytes(span: &Span) -> Range<usize> {
    let start = span.start.byte_offset().unwrap_or(0);
    start..span.end.byte_offset().unwrap_or(start)
}
