//! A row in words alone, for what is copied and exported: nothing abbreviated, and no bars.

use super::{SheetContent, figures::Wording, pillars};
use crate::{
    lang::Lang,
    page::{Run, block::Cell},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RowWords {
    /// What the row is called.
    pub(crate) label: String,
    /// The sign of its relation; empty when there is none.
    pub(crate) sign: &'static str,
    /// What stands in each college's cell.
    pub(crate) cells: Vec<Vec<Statement>>,
}

/// One thing in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Statement {
    /// Its words, each with what it means.
    pub(crate) runs: Vec<Run>,
    /// The same without.
    pub(crate) text: String,
    /// Whether it belongs under the one before it.
    pub(crate) under: bool,
    /// The address of the fact; none where nothing is stated.
    pub(crate) addr: Option<String>,
}

/// The row at `at`.
pub(crate) fn words(face: SheetContent<'_>, at: usize, lang: Lang) -> RowWords {
    let parts = face.parts(at, lang, Wording::Full);
    let statement = |cell: &Cell| {
        let under = cell.hang == pillars::MEASURE;
        let mut runs = cell.runs.clone();
        if let (true, Some(first)) = (under, runs.first_mut()) {
            first.text = first.text.trim_start().to_owned();
        }
        Statement {
            text: joined(&runs),
            runs,
            under,
            addr: cell.addr.clone(),
        }
    };
    let cells = parts
        .cells
        .iter()
        .map(|cell| cell.parts().map(statement).collect());
    RowWords {
        label: parts.label,
        sign: parts.sign.trim(),
        cells: cells.collect(),
    }
}

fn joined(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}
