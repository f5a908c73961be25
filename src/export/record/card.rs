//! A line of the width test card as a row.

use super::record;

record! {
    /// One sample under one policy.
    CardRow {
        /// The value of `--ambiguous`.
        ambiguous: &'static str,
        /// What the terminal is sent.
        text: &'a str,
        /// Cells it takes where that value fits the terminal.
        cells: u32,
    }
}
