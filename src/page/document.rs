//! Documents for paper and files: headings of a level, paragraphs, lists, tables, bars and numbered notes.
//!
//! Owns the one model that Markdown, Word, the web page and every report are written from, and the way from a page of
//! the screen to it. It measures nothing and knows no file format. Text is cleaned as it comes in, so that no writer
//! meets a character that its format forbids or that turns other text around.

pub(crate) mod builder;
mod languages;
mod pages;

pub(crate) use languages::Languages;

use super::{Run, Tone};
use crate::{lang::Lang, text::clean::clean_lines};

/// A whole document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// Its title, for the properties of the file; the first heading repeats it.
    pub(crate) title: String,
    /// The languages of its own words, the leading one first.
    pub(crate) languages: Vec<Lang>,
    /// From top to bottom.
    pub(crate) blocks: Vec<DocumentBlock>,
    /// What the notes say; [`Span::Note`] names them by their place here.
    pub(crate) notes: Vec<Text>,
}

/// A piece of a document.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum DocumentBlock {
    /// A heading: 1 is the document's own.
    Heading(u8, Text),
    Paragraph(Text),
    /// A member of a list.
    Item(Text),
    /// A label and its value, as a member of a list.
    Term(Text, Text),
    /// Columns under their titles.
    Table(DocumentTable),
    /// Figures to one scale.
    Bars(Bars),
}

/// Text in one piece.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Text(pub(crate) Vec<Span>);

/// A stretch of text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Span {
    /// Words of one meaning, without line ends.
    Words(Tone, String),
    /// An address on the web: `http` or `https`, nothing else.
    Link(String),
    /// The end of a line within a paragraph.
    Break,
    /// The mark of a note, by its place in [`Document::notes`].
    Note(usize),
}

/// Columns under their titles. The first column names what its row is about.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct DocumentTable {
    /// The titles and how wide each column is, as a share of the whole.
    pub(crate) columns: Vec<(Text, u16)>,
    /// From top to bottom, a cell for each column.
    pub(crate) rows: Vec<Vec<Text>>,
}

/// Bars to one scale, each with its figure beside it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Bars {
    /// What is counted.
    pub(crate) title: Text,
    /// From top to bottom.
    pub(crate) bars: Vec<Bar>,
}

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Bar {
    /// Whose figure it is.
    pub(crate) label: Text,
    /// The figure as printed.
    pub(crate) figure: Text,
    /// How long the bar is: a share of the longest, 0 to 1.
    pub(crate) length: f64,
    /// The place of its college, which chooses the colour.
    pub(crate) subject: usize,
}

/// Whether the paragraph at `at` introduces what follows, so that no page may end between them: a table, bars, or the
/// first part of its section.
pub(crate) fn leads_on(blocks: &[DocumentBlock], at: usize) -> bool {
    /// Before a longer table with footnotes, LibreOffice 7.4 sets one row on a page and leaves the rest empty.
    const ROWS: usize = 6;
    let level = blocks[..at].iter().rev().find_map(|block| match block {
        DocumentBlock::Heading(level, _) => Some(*level),
        _ => None,
    });
    let next = blocks[at..]
        .iter()
        .find(|block| !matches!(block, DocumentBlock::Paragraph(_)));
    match next {
        Some(DocumentBlock::Table(table)) => table.rows.len() <= ROWS,
        Some(DocumentBlock::Bars(_)) => true,
        Some(DocumentBlock::Heading(deeper, _)) => level.is_some_and(|level| level < *deeper),
        _ => false,
    }
}

/// Whether a row has so many lines that, moved whole to the next page, it would leave half a page empty.
pub(crate) fn is_tall<'t>(cells: impl IntoIterator<Item = &'t Text>) -> bool {
    const LINES: usize = 9;
    let is_break = |span: &&Span| matches!(span, Span::Break);
    cells
        .into_iter()
        .any(|cell| cell.0.iter().filter(is_break).count() >= LINES)
}

impl Document {
    /// The text as one line without marks, for titles.
    pub(crate) fn titled(title: &str, languages: Vec<Lang>) -> Self {
        let text = Text::plain(title);
        Self {
            title: text.words(),
            languages,
            blocks: vec![DocumentBlock::Heading(1, text)],
            notes: Vec::new(),
        }
    }

    /// The language that leads.
    pub(crate) fn lang(&self) -> Lang {
        self.languages.first().copied().unwrap_or_default()
    }
}

impl Text {
    /// Words of one meaning; `\n` ends a line.
    pub(crate) fn toned(tone: Tone, words: &str) -> Self {
        let mut text = Self::default();
        text.push(tone, words);
        text
    }

    /// Running text.
    pub(crate) fn plain(words: &str) -> Self {
        Self::toned(Tone::Plain, words)
    }

    /// A linked address; one that is not `http` or `https`, or holds blanks, stays words.
    pub(crate) fn link(address: &str) -> Self {
        let web = ["http://", "https://"]
            .iter()
            .any(|scheme| address.starts_with(scheme));
        let clean = clean_lines(address);
        match web && !clean.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"')) {
            true => Self(vec![Span::Link(clean.into_owned())]),
            false => Self::plain(address),
        }
    }

    /// Runs of a page, one after the other.
    pub(crate) fn runs<'r>(runs: impl IntoIterator<Item = &'r Run>) -> Self {
        let mut text = Self::default();
        runs.into_iter().for_each(|run| text.push(run.tone, &run.text));
        text
    }

    /// Adds words; `\n` ends a line.
    pub(crate) fn push(&mut self, tone: Tone, words: &str) {
        for (at, line) in clean_lines(words).split('\n').enumerate() {
            if at > 0 {
                self.0.push(Span::Break);
            }
            if !line.is_empty() {
                self.0.push(Span::Words(tone, line.to_owned()));
            }
        }
    }

    /// Adds another text.
    pub(crate) fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Several texts, each on a line of its own; empty ones are left out.
    pub(crate) fn lines(texts: impl IntoIterator<Item = Self>) -> Self {
        let mut all = Self::default();
        for text in texts.into_iter().filter(|text| !text.0.is_empty()) {
            if !all.0.is_empty() {
                all.0.push(Span::Break);
            }
            all.append(text);
        }
        all
    }

    /// Its words alone, line ends as blanks.
    pub(crate) fn words(&self) -> String {
        let word = |span: &Span| match span {
            Span::Words(_, words) => words.clone(),
            Span::Link(address) => address.clone(),
            Span::Break => " ".to_owned(),
            Span::Note(_) => String::new(),
        };
        self.0.iter().map(word).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cleaned_as_it_comes_in() {
        let text = Text::plain("甲\u{202e}乙\u{0}\n丙");
        assert_eq!(text.words(), "甲<U+202E>乙<U+0000> 丙");
        assert_eq!(text.0.len(), 3);
    }

    #[test]
    fn only_the_web_is_linked() {
        let linked = |address| matches!(Text::link(address).0[..], [Span::Link(_)]);
        assert!(linked("https://a.example/b?c=d&e"));
        for not in [
            "javascript:alert(1)",
            "file:///etc",
            "https://a b",
            "https://a\"b",
            "HTTPS",
            "",
        ] {
            assert!(!linked(not), "{not}");
        }
    }
}
