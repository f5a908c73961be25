//! JSON and JSON Lines: one object a row, one row a line.

use std::io::{self, Write};

use super::RecordRow;

/// An array of `rows`, each on its own line.
///
/// # Errors
/// Those of the writer.
pub(crate) fn json<R: RecordRow>(out: &mut dyn Write, rows: impl IntoIterator<Item = R>) -> io::Result<()> {
    let mut between = "[\n";
    for row in rows {
        out.write_all(between.as_bytes())?;
        serde_json::to_writer(&mut *out, &row)?;
        between = ",\n";
    }
    let end = if between == "[\n" { "[]\n" } else { "\n]\n" };
    out.write_all(end.as_bytes())
}

/// `rows` as JSON Lines.
///
/// # Errors
/// Those of the writer.
pub(crate) fn jsonl<R: RecordRow>(out: &mut dyn Write, rows: impl IntoIterator<Item = R>) -> io::Result<()> {
    rows.into_iter().try_for_each(|row| object(out, &row))
}

/// One row as one line.
///
/// # Errors
/// Those of the writer.
pub(crate) fn object(out: &mut dyn Write, row: &impl RecordRow) -> io::Result<()> {
    serde_json::to_writer(&mut *out, row)?;
    out.write_all(b"\n")
}
