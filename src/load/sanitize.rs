//! The door between raw and checked: every text is cleaned here, every id and reference checked.
//!
//! Owns the small conversions and the findings they make, each tied to a node's path so that its
//! position can be found when it is shown. It decides nothing about whole records.

use std::borrow::Cow;

use super::{raw::Two, register_index::RegisterIndex};
use crate::{
    finding::{Code, Finding, Place},
    lang::Bilingual,
    model::Slug,
    text::clean::clean,
};

/// What YAML writes for nothing; the reader hands it on as text where a text is wanted.
const NOTHING: [&str; 4] = ["~", "null", "Null", "NULL"];

/// Which record of a file is at the door: record `at` of `list`, or the head when `list` is empty.
#[derive(Clone, Copy, Debug)]
pub(crate) struct At {
    /// The list's key.
    pub(crate) list: &'static str,
    /// The record's 0-based place.
    pub(crate) at: u32,
}

impl At {
    /// The head of the file.
    pub(crate) const HEAD: Self = Self { list: "", at: 0 };

    /// The path of one of its fields.
    pub(crate) fn path(self, field: &str) -> String {
        match (self.list, field) {
            ("", field) => field.to_owned(),
            (list, "") => format!("{list}[{}]", self.at),
            (list, field) => format!("{list}[{}].{field}", self.at),
        }
    }
}

/// The door of one file.
#[derive(Debug)]
pub(crate) struct Fields<'a> {
    file: &'a str,
    /// What was wrong so far.
    pub(crate) findings: Vec<Finding>,
}

impl<'a> Fields<'a> {
    /// A door for `file`.
    pub(crate) fn new(file: &'a str) -> Self {
        Self {
            file,
            findings: Vec::new(),
        }
    }

    /// Notes a finding; `zh` and `en` say what stands there.
    pub(crate) fn report(&mut self, code: Code, at: At, field: &str, detail: &str) {
        let meaning = code.meaning();
        let message = Bilingual::new(
            format!("{}: {detail}", meaning.zh),
            format!("{}: {detail}", meaning.en),
        );
        self.findings.push(Finding::new(
            code,
            Place::node(self.file, at.path(field)),
            message,
        ));
    }

    /// Puts the last finding among those of this file that share `key`.
    pub(crate) fn last_among(&mut self, key: String) {
        let key = format!("{} {key}", self.file);
        let last = self.findings.pop();
        self.findings.extend(last.map(|finding| finding.among(key)));
    }

    /// One line of text, cleaned, without spaces at its ends.
    pub(crate) fn text(&mut self, at: At, field: &str, raw: String) -> Box<str> {
        self.line(at, ("", field), raw)
    }

    /// The same for a field below another, if that has a name. The names are joined only for a finding.
    fn line(&mut self, at: At, (above, field): (&str, &str), mut raw: String) -> Box<str> {
        let path = || match above {
            "" => field.to_owned(),
            above => format!("{above}.{field}"),
        };
        let ends = |c| matches!(c, ' ' | '\u{3000}' | '\u{a0}');
        let inner = raw.trim_matches(ends);
        if raw.chars().all(char::is_whitespace) || NOTHING.contains(&&*raw) {
            self.report(Code::EmptyText, at, &path(), &path());
        } else if inner.len() < raw.len() && !path().starts_with("cite.") {
            let ends = raw.splitn(2, inner).map(|end| "␣".repeat(end.chars().count()));
            let shown = ends.collect::<Vec<_>>().join(inner);
            self.report(Code::Invisible, at, &path(), &shown);
            raw = inner.to_owned();
        }
        match clean(&raw) {
            Cow::Borrowed(_) => raw.into(),
            Cow::Owned(shown) => {
                self.report(Code::Invisible, at, &path(), &shown);
                shown.into()
            }
        }
    }

    /// The same for a text that may be absent.
    pub(crate) fn maybe(&mut self, at: At, field: &str, raw: Option<String>) -> Option<Box<str>> {
        raw.map(|raw| self.text(at, field, raw))
    }

    /// The same for several.
    pub(crate) fn texts(&mut self, at: At, field: &str, raw: Vec<String>) -> Vec<Box<str>> {
        raw.into_iter().map(|raw| self.text(at, field, raw)).collect()
    }

    /// Both halves of a text.
    pub(crate) fn two(&mut self, at: At, field: &str, raw: Two) -> Bilingual {
        Bilingual::new(
            self.line(at, (field, "zh"), raw.zh),
            self.line(at, (field, "en"), raw.en),
        )
    }

    /// A text whose halves stand in two fields of their own: `field` and the `en` beside it.
    pub(crate) fn pair(&mut self, at: At, field: &str, zh: String, en: String) -> Bilingual {
        let (above, name) = field.rsplit_once('.').unwrap_or(("", field));
        Bilingual::new(self.line(at, (above, name), zh), self.line(at, (above, "en"), en))
    }

    /// An id, or a finding.
    pub(crate) fn slug(&mut self, at: At, field: &str, raw: &str) -> Option<Slug> {
        let slug = raw.parse().ok();
        if slug.is_none() {
            self.report(Code::BadId, at, field, &clean(raw));
        }
        slug
    }

    /// What `raw` refers to, or a finding; none where the finding is the referred record's.
    pub(crate) fn refer<T: Copy>(
        &mut self,
        at: At,
        field: &str,
        raw: &str,
        known: &RegisterIndex<T>,
    ) -> Option<T> {
        let found = known.get(raw).copied();
        if found.is_none() && !known.excuses(raw) {
            self.unknown(at, field, raw, known);
        }
        found
    }

    /// A reference to nothing, with the id that was probably meant. Of a file that is full of them only the first are
    /// looked up.
    fn unknown<T>(&mut self, at: At, field: &str, raw: &str, known: &RegisterIndex<T>) {
        const LOOKED_UP: usize = 50;
        let meant = (self.findings.len() < LOOKED_UP)
            .then(|| known.meant(raw))
            .flatten();
        self.report(Code::UnknownReference, at, field, &clean(raw));
        let finding = self.findings.pop();
        let key = format!("reference {raw}");
        self.findings
            .extend(finding.map(|finding| finding.suggesting(meant).among(key)));
    }
}
