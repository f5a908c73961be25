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
        writeln!(
            out,
            "{gap}[^{}]: {}",
            at + 1,
            block_signs_escaped(&self::text(note, " "))
        )?;
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
        DocumentBlock::Paragraph(words) => format!("{}\n", block_signs_escaped(&text(words, "  \n"))),
        DocumentBlock::Item(words) => format!("- {}\n", block_signs_escaped(&text(words, "  \n  "))),
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

/// `lines` with the sign escaped that would make one of them begin a list, a rule or a heading.
fn block_signs_escaped(lines: &str) -> String {
    let lines = lines.split('\n').map(|line| match block_sign(line) {
        Some(at) => format!("{}\\{}", &line[..at], &line[at..]),
        None => line.to_owned(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Where in `line`, in bytes, the character stands that makes it begin a block: the sign of a list (`-`, `+`, the point of
/// `1.` or `1)`), or the first of a line of `-` or `=` alone. The other signs of a block mean something within a line, too.
fn block_sign(line: &str) -> Option<usize> {
    let text = line.trim_start_matches(' ');
    let start = line.len() - text.len();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let sign = text[digits..].chars().next()?;
    let ends = text[digits + sign.len_utf8()..]
        .chars()
        .next()
        .is_none_or(char::is_whitespace);
    let rule = || text.trim_end().chars().all(|c| c == sign || c.is_whitespace());
    match sign {
        '-' | '+' if digits == 0 && ends => Some(start),
        '-' | '=' if digits == 0 && rule() => Some(start),
        '.' | ')' if digits > 0 && ends => Some(start + digits),
        _ => None,
    }
}

/// `text` as a line of its own, escaped.
pub(super) fn paragraph(text: &str) -> String {
    block_signs_escaped(&inline(text))
}

/// `text` with every character escaped that could mean something, a table's bar included.
fn inline(text: &str) -> Cow<'_, str> {
    const MEANING: [char; 12] = ['\\', '`', '*', '_', '[', ']', '<', '>', '|', '#', '~', '$'];
    if !text.contains(MEANING) && !text.contains('&') {
        return text.into();
    }
    let mut escaped = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        if MEANING.contains(&c) || c == '&' && is_reference(&text[at..]) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped.into()
}

/// Whether `text`, which begins with `&`, names a character (`&amp;`, `&#38;`).
fn is_reference(text: &str) -> bool {
    text.split_once(';').is_some_and(|(name, _)| {
        let name = name[1..].trim_start_matches('#');
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric())
    })
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
    fn no_text_begins_a_list_a_rule_or_a_heading() {
        let inert = [
            ("- 一", "\\- 一"),
            ("+ 一", "\\+ 一"),
            ("-", "\\-"),
            ("1. 一", "1\\. 一"),
            ("12) 一", "12\\) 一"),
            ("---", "\\---"),
            ("- - -", "\\- - -"),
            ("===", "\\==="),
            ("&lt;b&gt; $x$", "\\&lt;b\\&gt; \\$x\\$"),
        ];
        for (text, escaped) in inert {
            let of = |block: DocumentBlock| {
                written(&Document {
                    blocks: vec![block],
                    ..Document::default()
                })
            };
            assert_eq!(
                of(DocumentBlock::Paragraph(Text::plain(text))),
                format!("{escaped}\n")
            );
            assert_eq!(
                of(DocumentBlock::Item(Text::plain(text))),
                format!("- {escaped}\n")
            );
        }
        for text in [
            "-3.2%",
            "甲 & 乙; 丙",
            "+5个",
            "1.5亿元",
            "1、一",
            "2023年",
            "=甲",
            "--甲",
        ] {
            assert_eq!(block_signs_escaped(text), text);
        }
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
