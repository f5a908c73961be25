//! A report while it is being written: blocks as they come, and notes as they are handed out.

use std::collections::HashMap;

use super::languages::Languages;
use crate::{
    lang::Lang,
    model::{Addr, Atlas, College},
    page::{
        Tone,
        document::{Block, Document, Span, Table, Text},
    },
};

/// The report so far.
pub(super) struct Draft<'a> {
    pub(super) atlas: &'a Atlas,
    pub(super) languages: Languages,
    document: Document,
    /// Which note a fact has got, by its address.
    noted: HashMap<String, usize>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(atlas: &'a Atlas, languages: Languages, title: impl Fn(Lang) -> String) -> Self {
        Self {
            atlas,
            languages,
            document: Document::titled(&languages.line(title), languages.each().collect()),
            noted: HashMap::new(),
        }
    }

    pub(super) fn finish(self) -> Document {
        self.document
    }

    pub(super) fn push(&mut self, block: Block) {
        self.document.blocks.push(block);
    }

    /// A heading in both languages on one line.
    pub(super) fn heading(&mut self, level: u8, words: impl Fn(Lang) -> String) {
        let words = self.languages.line(words);
        self.push(Block::Heading(level, Text::plain(&words)));
    }

    /// A paragraph for each language.
    pub(super) fn paragraph(&mut self, tone: Tone, words: impl Fn(Lang) -> String) {
        for words in self.languages.wordings(words) {
            self.push(Block::Paragraph(Text::toned(tone, &words)));
        }
    }

    /// A member of a list, with a line for each language.
    pub(super) fn item(&mut self, words: impl Fn(Lang) -> String) {
        self.push(Block::Item(self.languages.text(Tone::Plain, words)));
    }

    /// A table, unless it has no rows.
    pub(super) fn table(&mut self, columns: Vec<(String, u16)>, rows: Vec<Vec<Text>>) {
        if rows.is_empty() {
            return;
        }
        let titled = |(title, share): (String, u16)| (Text::plain(&title), share);
        let columns = columns.into_iter().map(titled).collect();
        self.push(Block::Table(Table { columns, rows }));
    }

    /// `text` with the mark of the note that says where the fact called `addr` stands.
    pub(super) fn cited(&mut self, mut text: Text, addr: Option<&str>) -> Text {
        text.0.extend(addr.and_then(|addr| self.note(addr)));
        text
    }

    /// The mark of the note for the fact called `addr`, the same one each time.
    fn note(&mut self, addr: &str) -> Option<Span> {
        if let Some(at) = self.noted.get(addr) {
            return Some(Span::Note(*at));
        }
        let words = self.source_words(addr)?;
        let at = self.document.notes.len();
        self.document.notes.push(Text::plain(&words));
        self.noted.insert(addr.to_owned(), at);
        Some(Span::Note(at))
    }

    /// Outlet, line and phrase of the fact called `addr`, and the address itself.
    fn source_words(&self, addr: &str) -> Option<String> {
        let fact = self.atlas.resolve(&addr.parse::<Addr>().ok()?)?;
        let cite = fact.cite()?;
        let name = self.atlas.source(fact.college().source).name();
        let line = self.languages.line(|lang| line_words(cite.line, lang));
        let comma = self.languages.first().pick("，", ", ");
        Some(format!("{name}{comma}{line}{comma}「{}」 ({addr})", cite.exact))
    }
}

/// What is stated, and after two blanks what it must not be read without.
pub(super) fn statement(words: &str) -> Text {
    let at = words.find("  ").unwrap_or(words.len());
    let mut text = Text::toned(Tone::Value, &words[..at]);
    text.push(Tone::Qualifier, &words[at..]);
    text
}

/// `第 2 行`.
pub(super) fn line_words(line: u32, lang: Lang) -> String {
    lang.pick(format!("第 {line} 行"), format!("line {line}"))
}

/// The full name of a college.
pub(super) fn full_name(college: &College, lang: Lang) -> String {
    lang.pick(&college.name.zh, &college.name.en).to_string()
}

/// Names one after the other.
pub(super) fn listed(names: &[String], lang: Lang) -> String {
    names.join(lang.pick("、", ", "))
}
