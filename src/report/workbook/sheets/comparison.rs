//! The comparison as a sheet: a row for each figure of each college on each of its rows.

use super::{Book, CITED, FIGURE, text};
use crate::{
    compare::{self, CompareOptions, Comparison},
    model::{Fact, words::unstated},
    page::builders::compare::{SheetContent, sentences},
    report::workbook::{Value, WorkbookSheet},
};

/// Which row of the comparison it is, and of whom.
const ROW: [&str; 5] = ["row", "theme", "relation", "name", "college"];

/// A statement of each college on each row of the comparison; what is not stated is said not to be.
pub(super) fn sheet(book: &Book<'_>) -> WorkbookSheet {
    let mut rows = Vec::new();
    if book.colleges.len() > 1 {
        let options = CompareOptions {
            theme: book.report.theme,
            diff: false,
        };
        let comparison = compare::compare(book.atlas, book.report.colleges, options);
        for at in 0..comparison.rows.len() {
            add(book, &comparison, at, &mut rows);
        }
    }
    let columns = [&ROW[..], &FIGURE, &["caveats", "addr"], &CITED].concat();
    let name = book.name(|lang| lang.pick("对比", "Comparison").to_owned());
    book.sheet(name, &columns, rows)
}

/// Adds what each college states on row `at` of the comparison.
fn add(book: &Book<'_>, comparison: &Comparison<'_>, at: usize, rows: &mut Vec<Vec<Value>>) {
    let row = &comparison.rows[at];
    let notes = |lang| sentences(&SheetContent::Figures(comparison).notes(at, false, lang), lang);
    let notes = book.languages.line(notes);
    for (college, cell) in comparison.subjects.iter().zip(&row.cells) {
        let head = || {
            vec![
                Value::Number((at + 1) as f64),
                book.both(&book.atlas.theme(row.theme).name),
                book.line(|lang| row.relation.word(lang).to_owned()),
                book.line(|lang| row.label(book.atlas, lang).to_owned()),
                book.college(college),
            ]
        };
        if cell.is_empty() {
            let silent = FIGURE.map(|column| match column {
                "as_written" => book.line(|lang| unstated(lang).to_owned()),
                _ => Value::Empty,
            });
            let mut row = head();
            row.extend(silent);
            row.push(text(&notes));
            rows.push(row);
        }
        for outcome in cell {
            let mut row = head();
            row.extend(book.figure(outcome));
            row.extend([text(&notes), book.addr(Fact::Outcome(college, outcome))]);
            row.extend(book.cited(college, &outcome.cite));
            rows.push(row);
        }
    }
}
