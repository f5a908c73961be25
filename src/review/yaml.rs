//! Edits of a YAML file that leave every other byte as it is: comments, order, blank lines, the style of each value.
//!
//! Owns where in the text a change belongs ([`edit`]) and how a value is written there (`write`). The text is not parsed
//! and printed again. Each edit is proved before it is given out: the text it leads to has to read as the old values
//! with exactly this one changed, or the edit is refused. It knows no dossier.

mod path;
#[cfg(test)]
mod tests;
mod tree;
mod write;

use std::ops::Range;

use serde_yaml::Value;

pub(crate) use path::{Path, PathStep, get};
use tree::{YamlEntry, YamlNode, YamlShape};

/// A change of one file's values.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Change {
    /// The value at a path; its mapping has to exist, its key need not. The names are the order that the mapping's keys
    /// are usually written in.
    Set(Path, Value, &'static [&'static str]),
    /// The field or the list item at a path goes. A list that would be empty goes with its key.
    Remove(Path),
    /// One more item at the end of the list under a top-level key, which need not exist.
    Push(&'static str, Value, &'static [&'static str]),
}

/// Bytes of a text and what stands there instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Edit {
    pub at: Range<usize>,
    pub text: String,
}

/// Why a change cannot be made in place: the file has errors, or is written in a way that is not provided for (anchors, tags,
/// a key without a value, two items in one line).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct EditRefused;

impl Edit {
    /// `text` after the edit.
    pub(crate) fn apply(&self, text: &str) -> String {
        [&text[..self.at.start], &self.text, &text[self.at.end..]].concat()
    }

    /// The edit that leads from the changed text back to `text`.
    pub(crate) fn inverse(&self, text: &str) -> Self {
        Self {
            at: self.at.start..self.at.start + self.text.len(),
            text: text[self.at.clone()].to_owned(),
        }
    }
}

/// The edit of `text` that makes `change` and nothing else.
///
/// # Errors
/// When there is none that can be proved.
pub(crate) fn edit(text: &str, change: &Change) -> Result<Edit, EditRefused> {
    let root = tree::read(text).ok_or(EditRefused)?;
    let place = YamlText { text, root: &root };
    let edit = match change {
        Change::Set(path, value, order) => place.set(path, value, order),
        Change::Remove(path) => place.remove(path),
        Change::Push(list, value, order) => place.push(list, value, order),
    };
    let edit = edit.ok_or(EditRefused)?;
    let before: Value = serde_yaml::from_str(text).map_err(|_| EditRefused)?;
    let after: Value = serde_yaml::from_str(&edit.apply(text)).map_err(|_| EditRefused)?;
    let wanted = path::changed(before, change).ok_or(EditRefused)?;
    if after == wanted {
        Ok(edit)
    } else {
        Err(EditRefused)
    }
}

/// A text and its structure.
struct YamlText<'a> {
    text: &'a str,
    root: &'a YamlNode,
}

impl YamlText<'_> {
    fn set(&self, path: &Path, value: &Value, order: &[&str]) -> Option<Edit> {
        let (PathStep::Field(name), parent) = path.split()? else {
            return self.replace(self.root.at(path)?, value);
        };
        let map = self.root.at(&parent)?;
        let YamlShape::Map { flow, entries } = &map.shape else {
            return None;
        };
        match entries.iter().find(|entry| entry.name == *name) {
            Some(entry) if entry.value.range.is_empty() => self.fill(entry, value, *flow),
            Some(entry) => self.replace(&entry.value, value),
            None => self.add(map, name, value, order),
        }
    }

    /// Another value where one stands. In a line of its own the rest of the line, a comment, stays.
    fn replace(&self, node: &YamlNode, value: &Value) -> Option<Edit> {
        let at = node.range.start..node.end(self.text);
        let is_nested = self.line_start(at.start) != self.line_start(self.key_before(at.start));
        let written = write::inline(value, node.within_flow);
        // A block that began on a line of its own goes up to its key.
        let start = if is_nested {
            self.key_before(at.start)
        } else {
            at.start
        };
        let text = if is_nested { format!(" {written}") } else { written };
        Some(Edit {
            at: start..at.end,
            text,
        })
    }

    /// The end of the last character before `at` that is no space, comment or line break: of the key's colon, when a
    /// block value begins at `at`; `at` itself when something else stands before it in its line.
    fn key_before(&self, at: usize) -> usize {
        let line = self.line_start(at);
        if !self.text[line..at].trim_start_matches(' ').is_empty() || line == 0 {
            return at;
        }
        let above = self.text[..line].trim_end_matches(['\n', '\r', ' ']);
        if above.ends_with(':') { above.len() } else { at }
    }

    /// A value for a key that has none.
    fn fill(&self, entry: &YamlEntry, value: &Value, flow: bool) -> Option<Edit> {
        let at = entry.end(self.text);
        let text = format!(" {}", write::inline(value, flow));
        Some(Edit { at: at..at, text })
    }

    /// One more key in `map`, behind the last of those that are usually written before it.
    fn add(&self, map: &YamlNode, name: &str, value: &Value, order: &[&str]) -> Option<Edit> {
        let YamlShape::Map { flow, entries } = &map.shape else {
            return None;
        };
        let rank = |name: &str| order.iter().position(|known| *known == name);
        let own = rank(name).unwrap_or(order.len());
        let before = entries
            .iter()
            .rfind(|entry| rank(&entry.name).is_some_and(|rank| rank < own));
        let before = before.or(if own < order.len() {
            entries.first()
        } else {
            entries.last()
        })?;
        let end = before.end(self.text);
        if *flow {
            let text = format!(", {name}: {}", write::inline(value, true));
            return Some(Edit { at: end..end, text });
        }
        let indent = self.column(before.key.start);
        let line = format!("{}{name}: {}", " ".repeat(indent), write::inline(value, false));
        Some(self.insert_line(self.line_end(end), &line))
    }

    fn remove(&self, path: &Path) -> Option<Edit> {
        let (key, parent) = path.split()?;
        let node = self.root.at(&parent)?;
        match (&node.shape, key) {
            (YamlShape::List { items, .. }, PathStep::At(_)) if items.len() == 1 => self.remove(&parent),
            (YamlShape::List { flow: true, items }, PathStep::At(at)) => {
                let ranges: Vec<_> = items
                    .iter()
                    .map(|item| item.range.start..item.end(self.text))
                    .collect();
                between(&ranges, *at)
            }
            (YamlShape::List { items, .. }, PathStep::At(at)) => {
                let item = items.get(*at)?;
                self.dash(item)?;
                self.lines(item.range.start..item.end(self.text))
            }
            (YamlShape::Map { flow: true, entries }, PathStep::Field(name)) => {
                let at = entries.iter().position(|entry| entry.name == *name)?;
                let ranges: Vec<_> = entries
                    .iter()
                    .map(|entry| entry.key.start..entry.end(self.text))
                    .collect();
                between(&ranges, at)
            }
            (YamlShape::Map { entries, .. }, PathStep::Field(name)) => {
                let at = entries.iter().position(|entry| entry.name == *name)?;
                let range = entries[at].key.start..entries[at].end(self.text);
                match self.is_first_in_line(range.start) {
                    true => self.lines(range),
                    // Behind a dash: the next key takes its place.
                    false => {
                        let next = entries.get(at + 1)?.key.start;
                        let gap = &self.text[range.end..next];
                        gap.trim().is_empty().then_some(Edit {
                            at: range.start..next,
                            text: String::new(),
                        })
                    }
                }
            }
            _ => None,
        }
    }

    fn push(&self, list: &str, value: &Value, order: &[&str]) -> Option<Edit> {
        let YamlShape::Map { entries, flow: false } = &self.root.shape else {
            return None;
        };
        let Some(entry) = entries.iter().find(|entry| entry.name == list) else {
            return self.begin(list, value, entries, order);
        };
        match &entry.value.shape {
            YamlShape::List { flow: false, items } => {
                let last = items.last()?;
                let dash = self.dash(last)?;
                let flow = matches!(last.shape, YamlShape::Map { flow: true, .. });
                let lines = write::item(value, self.column(dash), flow);
                Some(self.insert_line(self.line_end(last.end(self.text)), &lines))
            }
            YamlShape::List { items, .. } if items.is_empty() => {
                let lines = write::item(value, 2, false);
                let at = entry.key.end + self.text[entry.key.end..].find(':')? + 1;
                Some(Edit {
                    at: at..entry.value.end(self.text),
                    text: format!("{}{lines}", self.line_break()),
                })
            }
            YamlShape::Scalar if entry.value.range.is_empty() => {
                let at = self.line_end(entry.end(self.text));
                Some(self.insert_line(at, &write::item(value, 2, false)))
            }
            _ => None,
        }
    }

    /// A list that is not there yet, behind the last key that is usually written before it.
    fn begin(&self, list: &str, value: &Value, entries: &[YamlEntry], order: &[&str]) -> Option<Edit> {
        let rank = |name: &str| order.iter().position(|known| *known == name);
        let own = rank(list)?;
        let before = entries
            .iter()
            .rfind(|entry| rank(&entry.name).is_some_and(|rank| rank < own))?;
        let lines = format!("{}{list}:{0}{}", self.line_break(), write::item(value, 2, false));
        Some(self.insert_line(self.line_end(before.end(self.text)), &lines))
    }

    /// A line of its own at `at`, which is the start of a line or the end of the text.
    fn insert_line(&self, at: usize, line: &str) -> Edit {
        let newline = self.line_break();
        let line = line.replace('\n', newline).replace("\r\r\n", "\r\n");
        let text = match at > 0 && !self.text[..at].ends_with('\n') {
            true => format!("{newline}{line}"),
            false => format!("{line}{newline}"),
        };
        Edit { at: at..at, text }
    }

    /// The lines that `range` stands on, when nothing but a dash stands before it and a comment behind.
    fn lines(&self, range: Range<usize>) -> Option<Edit> {
        let (start, end) = (self.line_start(range.start), self.line_end(range.end));
        let behind = self.text[range.end..end].trim();
        (behind.is_empty() || behind.starts_with('#')).then_some(Edit {
            at: start..end,
            text: String::new(),
        })
    }

    /// Where the dash of a list item stands, when the item begins in its line.
    fn dash(&self, item: &YamlNode) -> Option<usize> {
        let line = self.line_start(item.range.start);
        let before = &self.text[line..item.range.start];
        let dash = line + before.find('-')?;
        (before.trim() == "-").then_some(dash)
    }

    fn is_first_in_line(&self, at: usize) -> bool {
        self.text[self.line_start(at)..at].trim().is_empty()
    }

    fn column(&self, at: usize) -> usize {
        at - self.line_start(at)
    }

    fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |newline| newline + 1)
    }

    /// Behind the line break of the line that `at` stands in.
    fn line_end(&self, at: usize) -> usize {
        self.text[at..]
            .find('\n')
            .map_or(self.text.len(), |newline| at + newline + 1)
    }

    fn line_break(&self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }
}

/// One of several members of a flow collection, with the comma before it or, for the first, behind it.
fn between(ranges: &[Range<usize>], at: usize) -> Option<Edit> {
    let own = ranges.get(at)?;
    let at = match (
        at.checked_sub(1).map(|before| &ranges[before]),
        ranges.get(at + 1),
    ) {
        (Some(before), _) => before.end..own.end,
        (None, Some(next)) => own.start..next.start,
        (None, None) => own.clone(),
    };
    Some(Edit {
        at,
        text: String::new(),
    })
}
