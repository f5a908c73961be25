//! A row in words alone, for what is copied and exported: the same wording as on the screen, and no bars.

use super::{Face, row_layout::Entry};
use crate::{lang::Lang, page::Run};

/// A row in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Words {
    /// What the row is called.
    pub(crate) label: String,
    /// The sign of its relation; empty when there is none.
    pub(crate) sign: &'static str,
    /// What stands in each college's cell.
    pub(crate) cells: Vec<Vec<Said>>,
}

/// One thing in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Said {
    /// Its words.
    pub(crate) text: String,
    /// Whether it belongs under the one before it.
    pub(crate) under: bool,
    /// The address of the fact; none where nothing is stated.
    pub(crate) addr: Option<String>,
}

/// The row at `at`.
pub(crate) fn words(face: Face<'_>, at: usize, lang: Lang) -> Words {
    let strip = face.strip(at, lang, 0);
    let said = |entry: Entry| Said {
        text: joined(&entry.runs),
        under: entry.indent > 0,
        addr: entry.addr,
    };
    let cell = |entries: Vec<Entry>| entries.into_iter().map(said).collect();
    Words {
        label: joined(&strip.label),
        sign: strip.sign.trim(),
        cells: strip.cells.into_iter().map(cell).collect(),
    }
}

fn joined(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}
