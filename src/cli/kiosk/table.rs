//! The table of what may be asked over SSH: verbs that read the dossiers, and their flags.
//!
//! A request that fits is written anew from the table: each flag with its value in one word, all other words
//! behind `--`. So what was judged here and what is read later cannot differ. What is not in the table does
//! not exist: no abbreviation, no short flag, no flag that names a file.

use std::ops::RangeInclusive;

use super::request::RequestRefusal;
use crate::text::clean::clean;

/// One verb.
#[derive(Debug)]
pub(crate) struct VerbRow {
    /// The verb; empty for the explorer.
    pub(crate) verb: &'static str,
    /// How its words are called.
    pub(crate) usage: &'static str,
    /// How many words it takes.
    pub(crate) words: RangeInclusive<usize>,
    /// Flags with a value, besides [`COMMON`].
    pub(crate) values: &'static [&'static str],
    /// Flags without one.
    pub(crate) switches: &'static [&'static str],
}

/// Flags with a value that every verb has.
pub(crate) const COMMON: &[&str] = &[
    "--format",
    "--headings",
    "--lang",
    "--ambiguous",
    "--color",
    "--theme-name",
    "--width",
];

/// Flags without a value that every verb has.
pub(crate) const COMMON_SWITCHES: &[&str] = &["--bom"];

/// Everything that may be asked.
pub(crate) const TABLE: &[VerbRow] = &[
    VerbRow {
        verb: "",
        usage: "",
        words: 0..=0,
        values: &[],
        switches: &[],
    },
    VerbRow {
        verb: "list",
        usage: "[KIND]",
        words: 0..=1,
        values: &["--college", "--theme", "--sort"],
        switches: &["--reverse"],
    },
    VerbRow {
        verb: "show",
        usage: "ADDR",
        words: 1..=1,
        values: &[],
        switches: &[],
    },
    VerbRow {
        verb: "find",
        usage: "WORDS…",
        words: 1..=32,
        values: &["--kind", "--college", "--theme", "--limit"],
        switches: &[],
    },
    VerbRow {
        verb: "source",
        usage: "ADDR",
        words: 1..=1,
        values: &[],
        switches: &[],
    },
    VerbRow {
        verb: "compare",
        usage: "A B [C D]",
        words: 2..=4,
        values: &["--theme"],
        switches: &["--pillars", "--diff"],
    },
];

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum KioskRequest {
    /// What may be asked.
    Help,
    /// A command line, the program's name first.
    Line(Vec<String>),
}

/// Matches `words` against the table.
///
/// # Errors
/// The first reason why they do not fit.
pub(crate) fn matched(words: &[String]) -> Result<KioskRequest, RequestRefusal> {
    let words = match words.first().map(String::as_str) {
        Some("rongtu") => &words[1..],
        _ => words,
    };
    if let [only] = words
        && ["help", "--help", "-h"].contains(&only.as_str())
    {
        return Ok(KioskRequest::Help);
    }
    let verb = words.first().filter(|word| !word.starts_with('-'));
    let name = verb.map_or("", String::as_str);
    let row = TABLE
        .iter()
        .find(|row| row.verb == name && (verb.is_none() || !name.is_empty()))
        .ok_or_else(|| RequestRefusal::Verb(visible_word(name)))?;
    row.line(&words[usize::from(verb.is_some())..])
        .map(KioskRequest::Line)
}

impl VerbRow {
    fn line(&self, typed: &[String]) -> Result<Vec<String>, RequestRefusal> {
        let (mut flags, mut words) = (Vec::new(), Vec::new());
        let mut typed = typed.iter();
        while let Some(word) = typed.next() {
            match word.starts_with('-') {
                true => flags.push(self.flag(word, || typed.next())?),
                false => words.push(word.clone()),
            }
        }
        if !self.words.contains(&words.len()) {
            return Err(RequestRefusal::Count(self.verb));
        }
        let owned = |word: &str| word.to_owned();
        let verb = (!self.verb.is_empty()).then(|| owned(self.verb));
        let line = std::iter::once(owned("rongtu")).chain(verb).chain(flags);
        Ok(line.chain([owned("--")]).chain(words).collect())
    }

    /// The flag in one word: `--lang zh` and `--lang=zh` are the same.
    fn flag<'a>(
        &self,
        word: &str,
        next: impl FnOnce() -> Option<&'a String>,
    ) -> Result<String, RequestRefusal> {
        let refused = || RequestRefusal::Flag(visible_word(word));
        let (name, value) = match word.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (word, None),
        };
        if value.is_none() && (self.switches.contains(&name) || COMMON_SWITCHES.contains(&name)) {
            return Ok(name.to_owned());
        }
        if !self.values.contains(&name) && !COMMON.contains(&name) {
            return Err(refused());
        }
        let value = value.or_else(|| next().map(String::as_str)).ok_or_else(refused)?;
        match value.starts_with('-') {
            true => Err(refused()),
            false => Ok(format!("{name}={value}")),
        }
    }
}

/// Some of what was typed, fit to be shown.
fn visible_word(word: &str) -> String {
    let some: String = word.chars().take(32).collect();
    clean(&some).into_owned()
}
