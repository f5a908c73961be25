//! What can go wrong with which field, and by which code it is found where.

mod counted;
mod figures;
mod heads;
mod lists;
mod yaml;

use encoding_rs::GB18030;

use super::files::Spot;

/// A line, or two, in place of a spot's; none where this fault cannot be done there.
type Edit = fn(&Spot<'_>) -> Option<Vec<String>>;

/// Where a fault is found.
pub(super) enum At {
    /// On the line that was edited, or the one put in behind it.
    Here,
    /// At the record.
    Record,
    /// At another field of the record.
    Field(&'static str),
    /// In another file, or at another record.
    Elsewhere,
}

/// A kind of fault in a field.
pub(super) struct Fault {
    pub(super) what: &'static str,
    pub(super) list: &'static str,
    pub(super) key: &'static str,
    pub(super) edit: Edit,
    pub(super) codes: &'static [&'static str],
    pub(super) at: At,
}

impl At {
    /// The lines; none when any will do.
    pub(super) fn lines(&self, spot: &Spot<'_>, edited: &[String]) -> Vec<u32> {
        // A line taken out moves up those behind it.
        let moved = edited.len() as i64 - 1;
        let line = |line: u32| match line > spot.line {
            true => u32::try_from(i64::from(line) + moved).unwrap(),
            false => line,
        };
        match self {
            Self::Here => (spot.line..=spot.line + edited.len().max(1) as u32 - 1).collect(),
            Self::Record => vec![spot.record],
            Self::Field(key) => vec![line(spot.line_of(key).unwrap_or_default())],
            Self::Elsewhere => Vec::new(),
        }
    }
}

const fn fault(
    what: &'static str,
    (list, key): (&'static str, &'static str),
    edit: Edit,
    codes: &'static [&'static str],
    at: At,
) -> Fault {
    Fault {
        what,
        list,
        key,
        edit,
        codes,
        at,
    }
}

/// Another Han character for the last one of a text.
fn misprint(spot: &Spot<'_>) -> Option<Vec<String>> {
    let (at, last) = spot
        .value
        .char_indices()
        .rev()
        .find(|(_, c)| ('\u{4e00}'..'\u{9fff}').contains(c))?;
    let value = spot.value;
    spot.set(&format!("{}鼐{}", &value[..at], &value[at + last.len_utf8()..]))
}

/// A letter missing in an id or a word.
fn slip(spot: &Spot<'_>) -> Option<Vec<String>> {
    spot.set(spot.value.strip_suffix(|c: char| c.is_ascii_lowercase())?)
}

fn gone(_: &Spot<'_>) -> Option<Vec<String>> {
    Some(Vec::new())
}

fn value_plus_one(spot: &Spot<'_>) -> Option<Vec<String>> {
    spot.set(&format!("{}", spot.value.parse::<f64>().ok()? + 1.0))
}

fn digits_swapped(spot: &Spot<'_>) -> Option<Vec<String>> {
    let digits: String = spot.value.chars().take_while(char::is_ascii_digit).collect();
    let swapped: String = digits.chars().rev().collect();
    // 30 would be 03, a number of another kind.
    (swapped != digits && !swapped.starts_with('0'))
        .then(|| spot.swap(&digits, &swapped))
        .flatten()
}

fn cite_of(spot: &Spot<'_>, change: impl Fn(u32) -> u32) -> Option<Vec<String>> {
    let line: String = spot
        .value
        .strip_prefix("{line: ")?
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    let other = change(line.parse().ok()?);
    spot.swap(&format!("line: {line}"), &format!("line: {other}"))
}

fn without(spot: &Spot<'_>, word: &str) -> Option<Vec<String>> {
    spot.swap(word, "")
}

/// The period of a figure whose own phrase does not print it.
fn printed_beside(spot: &Spot<'_>) -> bool {
    spot.value.starts_with("{kind: cumulative")
}

const OUTCOMES: &str = "outcomes";
/// Every fault of one field.
pub(super) fn faults() -> impl Iterator<Item = &'static Fault> {
    [
        figures::FAULTS,
        counted::FAULTS,
        lists::FAULTS,
        heads::FAULTS,
        yaml::FAULTS,
    ]
    .into_iter()
    .flatten()
}

/// A fault of a whole file.
pub(super) struct Whole {
    pub(super) what: &'static str,
    /// Part of the name of the files.
    pub(super) file: &'static str,
    pub(super) edit: fn(&str) -> Vec<u8>,
    pub(super) code: &'static str,
    pub(super) line: Option<u32>,
}

const fn whole(what: &'static str, edit: fn(&str) -> Vec<u8>, code: &'static str) -> Whole {
    Whole {
        what,
        file: ".yaml",
        edit,
        code,
        line: None,
    }
}

pub(super) const WHOLE: &[Whole] = &[
    whole(
        "in GB18030",
        |text| GB18030.encode(text).0.into_owned(),
        "not-utf8",
    ),
    whole(
        "in UTF-16 with a mark",
        |text| {
            [
                vec![0xff, 0xfe],
                text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            ]
            .concat()
        },
        "not-utf8",
    ),
    whole(
        "in UTF-16 without a mark",
        |text| text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        "not-utf8",
    ),
    whole("empty", |_| Vec::new(), "syntax"),
];

/// A kind of fault that is no finding: what, and why.
type Argued = (&'static str, &'static str, &'static str, &'static str, Edit);

pub(super) const ARGUED: &[Argued] = &[
    (
        "another metric of the same unit",
        "which count a figure is, is the curator's judgement; the metric's definition is shown beside it",
        OUTCOMES,
        "metric",
        |s| (s.value == "joint-party-firms").then(|| s.set("close-partner-firms"))?,
    ),
    (
        "scope of a figure",
        "an article seldom prints for whom a figure speaks",
        OUTCOMES,
        "value",
        |s| s.and("    scope: college"),
    ),
    (
        "label in other words",
        "labels are the curator's words",
        OUTCOMES,
        "label",
        |s| s.set("数字"),
    ),
    ("translation", "English is the curator's", OUTCOMES, "en", |s| {
        s.set("A figure")
    }),
    (
        "period whose time dates the clause before",
        "a time in another clause may date that clause alone",
        OUTCOMES,
        "period",
        |s| (s.beside("as_written")? == "54家").then(|| gone(s))?,
    ),
    (
        "another known theme of a pillar",
        "what a pillar is about is the curator's judgement",
        "pillars",
        "themes",
        |s| s.swap("]", ", contests]"),
    ),
    (
        "name with a character left out",
        "names are shortened so",
        "partners",
        "name",
        |s| s.swap("有限公司", "公司"),
    ),
    (
        "gist of something else",
        "gists are the curator's words",
        "pillars",
        "gist.zh",
        |s| s.set("甲。"),
    ),
];
