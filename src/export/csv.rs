//! CSV as RFC 4180 has it: a header, commas, CRLF, quotes only where needed.

use std::{
    borrow::Cow,
    io::{self, Write},
};

use super::{Record, record::Cell};

/// `rows` under a header of their fields.
///
/// # Errors
/// Those of the writer.
pub(crate) fn csv<R: Record>(out: &mut dyn Write, rows: impl IntoIterator<Item = R>) -> io::Result<()> {
    let mut table = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(out);
    table.write_record(R::COLUMNS).map_err(plain)?;
    for row in rows {
        let cells = row.cells();
        table
            .write_record(cells.iter().map(|cell| harmless(cell).into_owned()))
            .map_err(plain)?;
    }
    table.flush()
}

/// The cell's text, with an apostrophe before what a spreadsheet would run as a formula (OWASP, "CSV
/// Injection"). Numbers are left alone: -5 is a number.
fn harmless<'a>(cell: &'a Cell<'_>) -> Cow<'a, str> {
    match cell {
        Cell::Text(text) => harmless_text(text),
        cell => cell.text().into(),
    }
}

/// The same for text that is in no record.
pub(super) fn harmless_text(text: &str) -> Cow<'_, str> {
    match text.starts_with(FORMULA) {
        true => format!("'{text}").into(),
        false => text.into(),
    }
}

/// What starts a formula: ASCII, its full-width forms, and the blanks that spreadsheets skip.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// The writer's own error, so that a closed pipe is still known as one.
fn plain(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        kind => io::Error::other(format!("{kind:?}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::record::record;

    record! {
        /// A row of anything.
        Any {
            /// Words.
            words: &'a str,
            /// A number.
            number: Option<u8>,
            /// A list.
            list: Vec<&'a str>,
        }
    }

    fn written(words: &str, number: Option<u8>, list: Vec<&str>) -> String {
        let mut out = Vec::new();
        csv(&mut out, [Any { words, number, list }]).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn cells_are_quoted_only_where_they_must_be() {
        assert_eq!(
            written("甲,“乙”\"丙\"", Some(3), vec!["丁", "戊"]),
            "words,number,list\r\n\"甲,“乙”\"\"丙\"\"\",3,丁; 戊\r\n"
        );
        assert_eq!(written("甲", None, vec![]), "words,number,list\r\n甲,,\r\n");
    }

    #[test]
    fn no_text_is_a_formula() {
        for bad in ["=1+1", "+甲", "-甲", "@甲", "＝甲"] {
            let out = written(bad, None, vec![bad]);
            assert_eq!(out, format!("words,number,list\r\n'{bad},,'{bad}\r\n"));
        }
    }
}
