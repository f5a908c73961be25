//! CSV as RFC 4180 has it: a header, commas, CRLF, quotes only where needed.

mod retyped;

use std::{
    borrow::Cow,
    io::{self, Write},
};

use super::{RecordRow, headings::Headings, record::FieldCell};
use crate::model::Atlas;

/// How a table is written, and so for whom: as it stands it is for programs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct CsvStyle {
    /// For Excel: begin with U+FEFF, without which Excel on a Chinese Windows reads GBK, and keep text that it would
    /// make a date, a time or another number of as text.
    pub(crate) bom: bool,
    /// What the columns are called.
    pub(crate) headings: Headings,
}

/// `rows` under a header of their fields. Under words, an id of another table is the name that `names` has for it; what
/// the first column names is the row itself, and stays as it is.
///
/// # Errors
/// Those of the writer.
pub(crate) fn csv<R: RecordRow>(
    out: &mut dyn Write,
    rows: impl IntoIterator<Item = R>,
    style: CsvStyle,
    names: Option<&Atlas>,
) -> io::Result<()> {
    if style.bom {
        out.write_all("\u{feff}".as_bytes())?;
    }
    let mut table = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(out);
    let heads = R::COLUMNS.iter().map(|id| style.headings.of(id));
    table.write_record(heads).map_err(plain)?;
    for row in rows {
        let cells = row.cells();
        let cells = R::COLUMNS
            .iter()
            .zip(&cells)
            .map(|(id, cell)| style.text(id, cell, names.filter(|_| *id != R::COLUMNS[0])));
        table.write_record(cells.map(Cow::into_owned)).map_err(plain)?;
    }
    table.flush()
}

impl CsvStyle {
    /// What is written of a cell in the column `id`. An apostrophe stands before text that a spreadsheet would run as a
    /// formula (OWASP, "CSV Injection"), and, for Excel, before text that it would read as something else. Numbers are
    /// left alone: -5 is a number.
    fn text<'a>(self, id: &str, cell: &'a FieldCell<'_>, names: Option<&Atlas>) -> Cow<'a, str> {
        let FieldCell::Text(text) = cell else {
            return cell.text().into();
        };
        let words = self.headings.cell(id, text, names);
        match self.bom && retyped::is_retyped(&words) {
            true => format!("'{words}").into(),
            false => harmless_text(words),
        }
    }
}

/// `text` with an apostrophe before what a spreadsheet would run as a formula.
pub(super) fn harmless_text<'a>(text: impl Into<Cow<'a, str>>) -> Cow<'a, str> {
    let text = text.into();
    match text.starts_with(FORMULA) {
        true => format!("'{text}").into(),
        false => text,
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
        let style = CsvStyle::default();
        csv(&mut out, [Any { words, number, list }], style, None).unwrap();
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

    #[test]
    fn for_excel_text_stays_text() {
        let mut out = Vec::new();
        let row = Any {
            words: "1-5",
            number: Some(5),
            list: vec!["2024-05"],
        };
        let style = CsvStyle {
            bom: true,
            headings: Headings::Id,
        };
        csv(&mut out, [row.clone()], style, None).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "\u{feff}words,number,list\r\n'1-5,5,'2024-05\r\n"
        );
        // A program is given the text as it is.
        assert_eq!(
            written("1-5", Some(5), vec!["2024-05"]),
            "words,number,list\r\n1-5,5,2024-05\r\n"
        );
    }
}
