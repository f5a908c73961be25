//! Pages as Markdown (CommonMark with GitHub's tables), for pasting into a report.

use std::{
    borrow::Cow,
    io::{self, Write},
};

use crate::page::{
    Run, Tone,
    block::{Block, Cell, Record, Shape, Table},
};

/// `blocks` as Markdown, in printed characters.
///
/// # Errors
/// Those of the writer.
pub(crate) fn markdown(out: &mut dyn Write, blocks: &[Block]) -> io::Result<()> {
    let mut between = "";
    for (at, block) in blocks.iter().enumerate() {
        let Some(text) = self::block(block, at == 0) else {
            continue;
        };
        let list = text.starts_with("- ");
        write!(
            out,
            "{}{text}",
            if list && between == "item" {
                ""
            } else {
                gap(between)
            }
        )?;
        between = if list { "item" } else { "block" };
    }
    Ok(())
}

/// An empty line between blocks, none before the first and none within a list.
fn gap(before: &str) -> &'static str {
    if before.is_empty() { "" } else { "\n" }
}

fn block(block: &Block, first: bool) -> Option<String> {
    match &block.shape {
        Shape::Blank => None,
        Shape::Text { runs, .. } => Some(paragraph(runs, first)),
        Shape::Table(table) if table.header => Some(self::table(table)),
        Shape::Table(table) => Some(table.records.iter().map(pair).collect()),
    }
}

fn paragraph(runs: &[Run], first: bool) -> String {
    match runs {
        [head, rest @ ..] if head.tone == Tone::Heading => {
            let level = if first { "#" } else { "##" };
            format!("{level} {}{}\n", inline(&head.text), text(rest, " "))
        }
        [bullet, rest @ ..] if bullet.text == "- " => format!("- {}\n", text(rest, "  \n  ")),
        runs => format!("{}\n", text(runs, "  \n")),
    }
}

fn table(table: &Table) -> String {
    let titles: Vec<_> = table
        .columns
        .iter()
        .map(|column| text(&column.title, " "))
        .collect();
    let rule = vec!["---"; titles.len()].join(" | ");
    let mut out = format!("| {} |\n| {rule} |\n", titles.join(" | "));
    for record in &table.records {
        let cells: Vec<_> = (0..titles.len()).map(|at| cell(record.cells.get(at))).collect();
        out += &format!("| {} |\n", cells.join(" | "));
    }
    out
}

fn cell(cell: Option<&Cell>) -> String {
    cell.map(|cell| text(&cell.runs, "<br>")).unwrap_or_default()
}

/// A label and its value as a list item.
fn pair(record: &Record) -> String {
    match &record.cells[..] {
        [label, value, ..] => format!(
            "- **{}**: {}\n",
            text(&label.runs, " "),
            text(&value.runs, "<br>")
        ),
        cells => format!("- {}\n", self::cell(cells.first())),
    }
}

/// The runs one after the other, escaped, with `line` for each line break.
fn text(runs: &[Run], line: &str) -> String {
    let whole: String = runs.iter().map(|run| run.text.as_str()).collect();
    inline(&whole).replace('\n', line)
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
    use crate::page::block::Column;

    fn written(blocks: &[Block]) -> String {
        let mut out = Vec::new();
        markdown(&mut out, blocks).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_table_keeps_bars_and_line_breaks_in_their_cells() {
        let table = Table {
            columns: vec![Column::flexible().titled("项"), Column::flexible().titled("值")],
            header: true,
            records: vec![Record::pair("甲|乙", [Run::value("一\n二")])],
            ..Table::default()
        };
        assert_eq!(
            written(&[table.into()]),
            "| 项 | 值 |\n| --- | --- |\n| 甲\\|乙 | 一<br>二 |\n"
        );
    }

    #[test]
    fn headings_lists_and_pairs() {
        let blocks = [
            Block::heading("甲校"),
            Block::blank(),
            Block::pairs([Record::pair("时间", [Run::plain("2023年")])]),
            Block::bullet(0, [Run::plain("一\n二")]),
            Block::heading("出处"),
            Block::text([Run::plain("a*b<U+202E>")]),
        ];
        let expected = "# 甲校\n\n- **时间**: 2023年\n- 一  \n  二\n\n## 出处\n\na\\*b\\<U+202E\\>\n";
        assert_eq!(written(&blocks), expected);
    }
}
