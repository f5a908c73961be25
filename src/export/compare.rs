//! Comparisons as data and as documents.
//!
//! Owns the shapes: JSON with one list of cells a row, CSV with one statement a line, documents with a note for every
//! statement. Nothing is compared here.

mod csv;
pub(crate) mod document;
mod json;

pub(crate) use csv::csv;
pub(crate) use json::{json, jsonl};

/// The columns of either face.
#[cfg(test)]
pub(super) const COLUMNS: [&[&str]; 2] = csv::COLUMNS;

#[cfg(test)]
mod tests;
