//! Sheets for Excel: the records of a report one kind a sheet, or the tables of a page.
//!
//! Owns how a sheet is laid out and how values stay what they are: numbers are numbers, text is text whatever it looks
//! like. What is on the sheets of a report is `sheets`'.

mod sheets;

use std::io;

use rust_xlsxwriter::{
    DocProperties, Format, FormatAlign, FormatBorder, Url, Workbook, Worksheet, XlsxError,
};

use super::Report;
use crate::{
    page::document::{Document, DocumentBlock, Text},
    text::{clean::clean_lines, width::Policy},
};

/// One sheet.
struct WorkbookSheet {
    name: String,
    columns: Vec<String>,
    rows: Vec<Vec<Value>>,
}

/// What stands in a cell.
enum Value {
    /// Nothing is stated.
    Empty,
    Text(String),
    Number(f64),
    /// Text that leads to a row of another sheet, counted from 0 below its head.
    Link {
        text: String,
        sheet: String,
        row: usize,
    },
    /// An address on the web.
    Web(String),
}

/// Most characters Excel holds in a cell.
const LONGEST: usize = 32_767;
/// Most cells of a column's width; what is longer wraps.
const WIDEST: usize = 48;

/// Most cells of width that are still legible across a page of A4.
const WIDEST_PAGE: f64 = 200.0;

/// The workbook of a report.
///
/// # Errors
/// More rows than a sheet has.
pub(super) fn report(report: &Report<'_>) -> io::Result<Vec<u8>> {
    let title = report.document().title;
    workbook(&title, &sheets::sheets(report))
}

/// A document as one sheet: its words above and below each other, its tables in columns.
///
/// # Errors
/// More rows than a sheet has.
pub(super) fn page(document: &Document) -> io::Result<Vec<u8>> {
    let columns = document.blocks.iter().map(|block| match block {
        DocumentBlock::Table(table) => table.columns.len(),
        DocumentBlock::Term(..) => 2,
        _ => 1,
    });
    let words = |text: &Text| Value::Text(text.words());
    let mut rows: Vec<Vec<Value>> = Vec::new();
    for block in &document.blocks {
        match block {
            DocumentBlock::Heading(_, text) | DocumentBlock::Paragraph(text) | DocumentBlock::Item(text) => {
                rows.push(vec![words(text)])
            }
            DocumentBlock::Term(name, text) => rows.push(vec![words(name), words(text)]),
            DocumentBlock::Table(table) => {
                rows.push(table.columns.iter().map(|(title, _)| words(title)).collect());
                rows.extend(table.rows.iter().map(|row| row.iter().map(words).collect()));
            }
            DocumentBlock::Bars(_) => {}
        }
    }
    rows.extend(
        document
            .notes
            .iter()
            .enumerate()
            .map(|(at, note)| vec![Value::Text(format!("[{}] {}", at + 1, note.words()))]),
    );
    let sheet = WorkbookSheet {
        name: document.lang().pick("页面", "Page").to_owned(),
        columns: vec![String::new(); columns.max().unwrap_or(1)],
        rows,
    };
    workbook(&document.title, &[sheet])
}

fn workbook(title: &str, sheets: &[WorkbookSheet]) -> io::Result<Vec<u8>> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_title(title).set_author("rongtu"));
    let formats = Formats::new();
    for sheet in sheets {
        write(workbook.add_worksheet(), sheet, &formats).map_err(io::Error::other)?;
    }
    workbook.save_to_buffer().map_err(io::Error::other)
}

struct Formats {
    head: Format,
    text: Format,
    /// Text that Excel would take for something else if it were typed again.
    quoted: Format,
    whole: Format,
    number: Format,
    link: Format,
}

impl Formats {
    fn new() -> Self {
        let base = Format::new()
            .set_align(FormatAlign::Top)
            .set_font_name("宋体")
            .set_font_size(10.5);
        let text = base.clone().set_text_wrap().set_num_format("@");
        Self {
            head: base
                .clone()
                .set_bold()
                .set_text_wrap()
                .set_background_color("E6EDF4")
                .set_border_bottom(FormatBorder::Thin),
            quoted: text.clone().set_quote_prefix(),
            text,
            whole: base.clone().set_num_format("#,##0"),
            number: base.clone(),
            link: base.set_font_color("0B5394").set_text_wrap(),
        }
    }
}

fn write(to: &mut Worksheet, sheet: &WorkbookSheet, formats: &Formats) -> Result<(), XlsxError> {
    to.set_name(&sheet.name)?;
    let headed = sheet.columns.iter().any(|title| !title.is_empty());
    let last = u16::try_from(sheet.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    for (at, title) in (0..=last).zip(&sheet.columns) {
        to.set_column_width(at, column_width(sheet, usize::from(at)))?;
        if headed {
            to.write_string_with_format(0, at, title, &formats.head)?;
        }
    }
    let first = u32::from(headed);
    for (at, row) in (first..).zip(&sheet.rows) {
        for (column, value) in (0..).zip(row) {
            self::value(to, at, column, value, formats)?;
        }
    }
    if headed {
        to.set_freeze_panes(1, 1)?;
        to.set_repeat_rows(0, 0)?;
        let end = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
        to.autofilter(0, 0, end, last)?;
    }
    // A4, across; on as many pages side by side as keep the print legible, each with the first column.
    let width: f64 = (0..sheet.columns.len()).map(|at| column_width(sheet, at)).sum();
    to.set_paper_size(9)
        .set_landscape()
        .set_print_fit_to_pages((width / WIDEST_PAGE).ceil() as u16, 0);
    to.set_repeat_columns(0, 0)?;
    to.set_footer("&C&P / &N");
    Ok(())
}

fn value(
    to: &mut Worksheet,
    row: u32,
    column: u16,
    value: &Value,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match value {
        Value::Empty => Ok(()),
        Value::Number(number) => {
            let format = if number.fract() == 0.0 {
                &formats.whole
            } else {
                &formats.number
            };
            to.write_number_with_format(row, column, *number, format)
                .map(|_| ())
        }
        Value::Text(text) => {
            let text = held(text);
            let format = if is_text_at_risk(&text) {
                &formats.quoted
            } else {
                &formats.text
            };
            to.write_string_with_format(row, column, text, format).map(|_| ())
        }
        Value::Link {
            text,
            sheet,
            row: target,
        } => {
            let sheet = sheet.replace('\'', "''");
            let url = Url::new(format!("internal:'{sheet}'!A{}", target + 2)).set_text(held(text));
            to.write_url_with_format(row, column, url, &formats.link)
                .map(|_| ())
        }
        Value::Web(address) => web(to, row, column, address, formats),
    }
}

/// A linked address on the web; what is none, or too long for a link, stays text.
fn web(to: &mut Worksheet, row: u32, column: u16, address: &str, formats: &Formats) -> Result<(), XlsxError> {
    const LONGEST_LINK: usize = 2_000;
    let is_link = matches!(Text::link(address).0[..], [crate::page::document::Span::Link(_)]);
    match is_link && address.chars().count() <= LONGEST_LINK {
        true => to
            .write_url_with_format(row, column, address, &formats.link)
            .map(|_| ()),
        false => to
            .write_string_with_format(row, column, held(address), &formats.text)
            .map(|_| ()),
    }
}

/// Text as a cell can hold it: clean, and with its end named where it is cut.
fn held(text: &str) -> String {
    const CUT: &str = " […]";
    let clean = clean_lines(text);
    match clean.chars().count() <= LONGEST {
        true => clean.into_owned(),
        false => clean
            .chars()
            .take(LONGEST - CUT.len())
            .chain(CUT.chars())
            .collect(),
    }
}

/// Whether Excel would make something else of the text, were it typed in again.
fn is_text_at_risk(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '=' | '+' | '-' | '@' | '\''))
}

/// As wide as the widest line needs, Chinese characters counted as two.
fn column_width(sheet: &WorkbookSheet, column: usize) -> f64 {
    const LEAST: usize = 6;
    let lines = |text: &str| {
        text.lines()
            .map(|line| Policy::Narrow.width(line))
            .max()
            .unwrap_or(0)
    };
    let cells = sheet
        .rows
        .iter()
        .filter_map(|row| row.get(column))
        .map(|value| match value {
            Value::Empty => 0,
            Value::Number(number) => format!("{number}").len() * 4 / 3,
            Value::Text(text) | Value::Web(text) | Value::Link { text, .. } => lines(text),
        });
    // The filter's button stands beside the heading.
    let widest = cells
        .chain([lines(&sheet.columns[column]) + 3])
        .max()
        .unwrap_or(0);
    (widest + 1).clamp(LEAST, WIDEST) as f64
}
