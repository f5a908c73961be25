//! What goes to the clipboard: a fact, or a cell, a row or all of a comparison, in one of four forms.
//!
//! Never a figure without its source. It makes text and touches no clipboard.

mod fact;

pub(crate) use fact::fact;

use super::{compare::document, markdown_text, reference};
use crate::{
    lang::Lang,
    page::builders::compare::{SheetContent, Statement, sentences, words},
};

/// How the text is shaped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Form {
    /// For a report.
    Markdown,
    /// For a spreadsheet.
    Tsv,
    /// Words and source, to stand in a report as they are.
    Sentence,
    /// The entry of a list of references, after GB/T 7714-2015.
    Reference,
}

impl Form {
    /// In the order in which they are offered.
    pub(crate) const ALL: [Self; 4] = [Self::Sentence, Self::Markdown, Self::Tsv, Self::Reference];

    /// What it is called.
    pub(crate) fn word(self, lang: Lang) -> &'static str {
        match self {
            Self::Sentence => lang.pick("文字+出处", "words and source"),
            Self::Markdown => "Markdown",
            Self::Tsv => lang.pick("表格 (TSV)", "table (TSV)"),
            Self::Reference => lang.pick("参考文献 (GB/T 7714)", "reference (GB/T 7714)"),
        }
    }
}

/// How much is copied; rows and subjects by their places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum CopyPart {
    /// What one college states on one row.
    Cell {
        /// The row.
        row: usize,
        /// The college.
        subject: usize,
    },
    /// One row.
    Row(usize),
    /// All of it.
    Whole,
}

/// The text of `part`.
pub(crate) fn text(face: SheetContent<'_>, part: CopyPart, form: Form, lang: Lang) -> String {
    match (form, part) {
        (Form::Markdown, CopyPart::Cell { row, subject }) => {
            markdown_text(&document::cell(face, row, subject, lang))
        }
        (Form::Markdown, CopyPart::Row(row)) => markdown_text(&document::row(face, row, lang)),
        (Form::Markdown, CopyPart::Whole) => markdown_text(&document::whole(face, lang)),
        (Form::Tsv, CopyPart::Cell { row, subject }) => cell(face, row, subject, lang),
        (Form::Tsv, CopyPart::Row(row)) => table(face, row..row + 1, lang),
        (Form::Tsv, CopyPart::Whole) => table(face, 0..face.rows(), lang),
        (Form::Sentence, CopyPart::Cell { row, subject }) => {
            sentence(face, row, &[subject], lang) + &sources(face, &[subject], lang)
        }
        (Form::Sentence, CopyPart::Row(row)) => {
            let all = every(face);
            sentence(face, row, &all, lang) + &sources(face, &all, lang)
        }
        (Form::Sentence, CopyPart::Whole) => {
            let all = every(face);
            let rows = (0..face.rows()).map(|row| sentence(face, row, &all, lang));
            rows.collect::<String>() + &sources(face, &all, lang)
        }
        (Form::Reference, CopyPart::Cell { subject, .. }) => references(face, &[subject]),
        (Form::Reference, CopyPart::Row(_) | CopyPart::Whole) => references(face, &every(face)),
    }
}

fn every(face: SheetContent<'_>) -> Vec<usize> {
    (0..face.subjects().len()).collect()
}

/// `党建联建企业：山东信息 32家 …；台州科技 34家 …。` and what must be known of the row.
fn sentence(face: SheetContent<'_>, row: usize, subjects: &[usize], lang: Lang) -> String {
    let words = words(face, row, lang);
    let between = lang.pick("；", "; ");
    let cell = |subject: &usize| {
        let texts: Vec<_> = words.cells[*subject]
            .iter()
            .map(|said| said.text.trim())
            .collect();
        format!(
            "{} {}",
            face.subjects()[*subject].label(lang),
            texts.join(lang.pick("、", ", "))
        )
    };
    let cells: Vec<_> = subjects.iter().map(cell).collect();
    let (colon, end) = (lang.pick("：", ": "), lang.pick("。", "."));
    let notes = match subjects.len() {
        1 => String::new(),
        _ => sentences(&face.notes(row, false, lang), lang),
    };
    let blank = if notes.is_empty() { "" } else { lang.pick("", " ") };
    format!(
        "{}{colon}{}{end}{blank}{notes}\n",
        words.label,
        cells.join(between)
    )
}

/// The sources of the colleges at `subjects`, a line each.
fn sources(face: SheetContent<'_>, subjects: &[usize], lang: Lang) -> String {
    let line = |subject: &usize| {
        let college = face.subjects()[*subject];
        let cited = reference::words(face.atlas().source(college.source), lang);
        lang.pick(
            format!("出处 {}：{cited}。\n", college.label(lang)),
            format!("Source, {}: {cited}.\n", college.label(lang)),
        )
    };
    subjects.iter().map(line).collect()
}

fn references(face: SheetContent<'_>, subjects: &[usize]) -> String {
    let source = |subject: &usize| face.atlas().source(face.subjects()[*subject].source);
    let lines = (1..)
        .zip(subjects)
        .map(|(n, subject)| format!("[{n}] {}\n", reference::gbt7714(source(subject))));
    lines.collect()
}

/// A line for each statement: label, college, statement, source.
fn cell(face: SheetContent<'_>, row: usize, subject: usize, lang: Lang) -> String {
    let words = words(face, row, lang);
    let name = face.subjects()[subject].label(lang);
    let line = |said: &Statement| {
        let source = said
            .addr
            .as_deref()
            .and_then(|addr| document::cited(face, addr, lang));
        fields([
            words.label.clone(),
            name.to_owned(),
            said.text.clone(),
            source.unwrap_or_default(),
        ])
    };
    words.cells[subject].iter().map(line).collect()
}

/// A header, then a line for each row: theme, relation, label, for each college what it states and where, caveats.
fn table(face: SheetContent<'_>, rows: std::ops::Range<usize>, lang: Lang) -> String {
    let mut head = vec![
        lang.pick("主题", "theme").to_owned(),
        lang.pick("关系", "relation").to_owned(),
        lang.pick("名称", "name").to_owned(),
    ];
    for college in face.subjects() {
        let name = college.label(lang);
        head.extend([name.to_owned(), format!("{name} {}", lang.pick("出处", "source"))]);
    }
    head.push(lang.pick("说明", "notes").to_owned());
    let mut text = fields(head);
    text.extend(rows.map(|at| line(face, at, lang)));
    text
}

fn line(face: SheetContent<'_>, at: usize, lang: Lang) -> String {
    let words = words(face, at, lang);
    let theme = face
        .theme(at)
        .map_or("", |theme| face.atlas().theme(theme).name.get(lang));
    let relation = match face {
        SheetContent::Figures(comparison) => comparison.rows[at].relation.word(lang),
        SheetContent::Pillars(_) => "",
    };
    let mut line = vec![theme.to_owned(), relation.to_owned(), words.label];
    for cell in &words.cells {
        let said: Vec<_> = cell.iter().map(|said| said.text.as_str()).collect();
        let addrs = cell.iter().filter_map(|said| said.addr.as_deref());
        let cited: Vec<_> = addrs
            .filter_map(|addr| document::cited(face, addr, lang))
            .collect();
        line.extend([said.join("; "), cited.join("; ")]);
    }
    line.push(sentences(&face.notes(at, false, lang), lang));
    fields(line)
}

/// One line of fields. Tabs and line ends within a field become spaces; what a spreadsheet would take for a formula
/// is kept from being one, as in CSV.
fn fields(fields: impl IntoIterator<Item = String>) -> String {
    let flat = |field: String| super::csv::harmless_text(field.replace(['\t', '\n', '\r'], " ")).into_owned();
    let fields: Vec<_> = fields.into_iter().map(flat).collect();
    fields.join("\t") + "\n"
}
