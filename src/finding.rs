//! Diagnostics as data: a stable code, a severity, a place, what is wrong and what to do about it.
//!
//! Owns [`Finding`] and the register of codes ([`code`]). It reads no file and draws nothing: the
//! loader and the checker make findings, the painters show them.

pub mod code;
mod thread;

use std::fmt;

pub use code::Code;
use serde::{Deserialize, Serialize};
pub(crate) use thread::{FindingGroup, Thread, causes, groups};

use crate::lang::{Bilingual, Lang};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// The record is wrong or was left out; `check` exits with 1.
    Error,
    /// Worth a look; the record stands.
    Warning,
}

impl Severity {
    /// `error` or `warning`, as in the JSON.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }

    /// The word for readers.
    pub(crate) fn word(self, lang: Lang) -> &'static str {
        match self {
            Self::Error => lang.pick("错误", "error"),
            Self::Warning => lang.pick("警告", "warning"),
        }
    }
}

/// Where it is: a file, and in it either a position or the path of the YAML node to find it by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// File name relative to the data folder, with `/`: `data/colleges/tzvcst.yaml`.
    pub file: Box<str>,
    /// Path of the node, `outcomes[3].value` or `outcomes[id=firms].value`; empty for the whole file.
    pub(crate) path: Box<str>,
    /// 1-based line; 0 while unknown.
    pub line: u32,
    /// 1-based column in code points; 0 while unknown.
    pub column: u32,
    /// Code points to mark from `column` on.
    pub(crate) width: u32,
    /// The source line, cleaned, for showing with a caret; empty when unknown.
    pub text: Box<str>,
}

impl Place {
    /// A whole file.
    pub fn file(file: impl Into<Box<str>>) -> Self {
        Self {
            file: file.into(),
            ..Self::default()
        }
    }

    /// A node of a file, to be located when the finding is shown.
    pub(crate) fn node(file: impl Into<Box<str>>, path: impl Into<Box<str>>) -> Self {
        Self {
            file: file.into(),
            path: path.into(),
            ..Self::default()
        }
    }

    /// Byte range of the marked part within `text`; the empty range at its end when out of reach.
    pub fn marked(&self) -> std::ops::Range<usize> {
        let start = self.column.saturating_sub(1) as usize;
        let byte = |n: usize| {
            self.text
                .char_indices()
                .nth(n)
                .map_or(self.text.len(), |(at, _)| at)
        };
        byte(start)..byte(start + self.width.max(1) as usize)
    }
}

/// `data/colleges/jia.yaml:12:7`, as far as the place is known.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => f.write_str(&self.file),
            line => write!(f, "{}:{line}:{}", self.file, self.column),
        }
    }
}

/// One diagnostic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Stable code, the same in every version.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// What is wrong.
    pub message: Bilingual,
    /// What to do about it; may be empty.
    pub hint: Bilingual,
    /// What it has in common with other findings.
    pub(crate) thread: Option<Thread>,
}

impl Finding {
    /// A finding with its code's own severity and hint.
    pub fn new(code: Code, place: Place, message: Bilingual) -> Self {
        Self {
            code,
            severity: code.severity(),
            place,
            message,
            hint: code.hint(),
            thread: None,
        }
    }

    /// The finding with the spelling that was probably meant, if there is one.
    pub(crate) fn suggesting(mut self, meant: Option<&str>) -> Self {
        if let Some(meant) = meant {
            self.message = Bilingual::new(
                format!("{}；是不是 `{meant}`？", self.message.zh),
                format!("{}; is `{meant}` meant?", self.message.en),
            );
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_marked_part_is_counted_in_code_points() {
        let place = Place {
            column: 3,
            width: 2,
            text: "单位: 家".into(),
            ..Place::default()
        };
        assert_eq!(&place.text[place.marked()], ": ");
        let beyond = Place {
            column: 90,
            width: 2,
            text: "单位".into(),
            ..Place::default()
        };
        assert!(beyond.text[beyond.marked()].is_empty());
    }
}
