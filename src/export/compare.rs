//! Comparisons as data and as Markdown.
//!
//! Owns the shapes: JSON with one list of cells a row, CSV with one statement a line, Markdown with a footnote for
//! every statement. The wording of Markdown is the page's; nothing is compared here.

mod csv;
mod json;
pub(crate) mod markdown;

pub(crate) use csv::csv;
pub(crate) use json::{json, jsonl};

/// The columns of either face.
#[cfg(test)]
pub(super) const COLUMNS: [&[&str]; 2] = csv::COLUMNS;

#[cfg(test)]
mod tests;
