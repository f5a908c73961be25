//! Documents as Markdown (CommonMark with GitHub's tables and footnotes, which Pandoc reads, too).

use std::{
    borrow::Cow,
    io::{self, Write},
};

use crate::{
    lang::Lang,
    page::document::{Document, DocumentBlock, DocumentTable, Span, Text},
};

/// `document` as Markdown, in printed characters.
///
/// # Errors
/// Those of the writer.
pub(crate) fn markdown(out: &mut dyn Write, document: &Document) -> io::Result<()> {
    let mut before = None;
    for block in &document.blocks {
        let Some(text) = self::block(block, document.lang()) else {
            continue;
        };
        let list = matches!(block, DocumentBlock::Item(_) | DocumentBlock::Term(..));
        write!(out, "{}{text}", gap(before, list))?;
        before = Some(list);
    }
    for (at, note) in document.notes.iter().enumerate() {
        let gap = if at == 0 { "\n" } else { "" };
        writeln!(out, "{gap}[^{}]: {}", at + 1, self::text(note, " "))?;
    }
    Ok(())
}

/// The same as text.
pub(crate) fn markdown_text(document: &Document) -> String {
    let mut out = Vec::new();
    // To write into memory does not fail.
    let _ = markdown(&mut out, document);
    String::from_utf8(out).unwrap_or_default()
}

/// An empty line between blocks, none before the first and none within a list.
fn gap(before: Option<bool>, list: bool) -> &'static str {
    match before {
        None => "",
        Some(true) if list => "",
        Some(_) => "\n",
    }
}

/// A block with its line end; none for what Markdown has no form for: the figures of bars stand in the tables, too.
fn block(block: &DocumentBlock, lang: Lang) -> Option<String> {
    let colon = lang.pick("：", ": ");
    Some(match block {
        DocumentBlock::Heading(level, words) => {
            format!("{} {}\n", "#".repeat(usize::from(*level)), text(words, " "))
        }
        DocumentBlock::Paragraph(words) => format!("{}\n", text(words, "  \n")),
        DocumentBlock::Item(words) => format!("- {}\n", text(words, "  \n  ")),
        DocumentBlock::Term(name, words) => {
            format!("- **{}**{colon}{}\n", text(name, " "), text(words, "<br>"))
        }
        DocumentBlock::Table(table) => self::table(table),
        DocumentBlock::Bars(_) => return None,
    })
}

fn table(table: &DocumentTable) -> String {
    let titles: Vec<_> = table.columns.iter().map(|(title, _)| text(title, " ")).collect();
    let rule = vec!["---"; titles.len()].join(" | ");
    let mut out = format!("| {} |\n| {rule} |\n", titles.join(" | "));
    for row in &table.rows {
        let cells: Vec<_> = row.iter().map(|cell| text(cell, "<br>")).collect();
        out += &format!("| {} |\n", cells.join(" | "));
    }
    out
}

/// The spans one after the other, escaped, with `line` for each line break.
fn text(text: &Text, line: &str) -> String {
    let span = |span: &Span| match span {
        Span::Words(_, words) => inline(words).into_owned(),
        Span::Link(address) => format!("<{address}>"),
        Span::Break => line.to_owned(),
        Span::Note(at) => format!("[^{}]", at + 1),
    };
    text.0.iter().map(span).collect()
}

/// `text` with every character escaped that could mean something, a table's bar included.
pub(super) fn inline(text: &str) -> Cow<'_, str> {
    const MEANING: [char; 11] = ['\\', '`', '*', '_', '[', ']', '<', '>', '|', '#', '~'];
    if !text.contains(MEANING) {
        return text.into();
    }
    let escaped = text
        .chars()
        .flat_map(|c| MEANING.contains(&c).then_some('\\').into_iter().chain([c]));
    escaped.collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{
        Run, Tone,
        block::{self, Column, Record},
    };

    fn of_page(blocks: &[block::Block]) -> String {
        written(&Document::from_page(blocks, Lang::Zh))
    }

    fn written(document: &Document) -> String {
        let mut out = Vec::new();
        markdown(&mut out, document).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_table_keeps_bars_and_line_breaks_in_their_cells() {
        let table = block::Table {
            columns: vec![Column::flexible().titled("项"), Column::flexible().titled("值")],
            header: true,
            records: vec![Record::pair("甲|乙", [Run::value("一\n二")])],
            ..block::Table::default()
        };
        assert_eq!(
            of_page(&[table.into()]),
            "| 项 | 值 |\n| --- | --- |\n| 甲\\|乙 | 一<br>二 |\n"
        );
    }

    #[test]
    fn headings_lists_and_pairs() {
        let blocks = [
            block::Block::heading("甲校"),
            block::Block::blank(),
            block::Block::pairs([Record::pair("时间", [Run::plain("2023年")])]),
            block::Block::bullet(0, [Run::plain("一\n二")]),
            block::Block::heading("出处"),
            block::Block::text([Run::plain("a*b<U+202E>")]),
        ];
        let expected = "# 甲校\n\n- **时间**：2023年\n- 一  \n  二\n\n## 出处\n\na\\*b\\<U+202E\\>\n";
        assert_eq!(of_page(&blocks), expected);
    }

    #[test]
    fn notes_stand_at_the_end() {
        let mut cell = Text::toned(Tone::Value, "34家");
        cell.0.push(Span::Note(0));
        let document = Document {
            blocks: vec![DocumentBlock::Paragraph(cell)],
            notes: vec![Text::plain("甲报，第 2 行")],
            ..Document::default()
        };
        assert_eq!(written(&document), "34家[^1]\n\n[^1]: 甲报，第 2 行\n");
    }
}
