//! A document while it is being written: blocks as they come in one language or both, and notes as they are handed out.

use std::collections::HashMap;

use super::{Document, DocumentBlock, DocumentTable, Languages, Span, Text};
use crate::{
    lang::Lang,
    model::{Addr, Atlas, College, words},
    page::Tone,
};

/// The document so far.
pub(crate) struct Builder<'a> {
    pub(crate) atlas: &'a Atlas,
    pub(crate) languages: Languages,
    document: Document,
    /// Which note a fact has got, by its address.
    noted: HashMap<String, usize>,
}

impl<'a> Builder<'a> {
    pub(crate) fn new(atlas: &'a Atlas, languages: Languages, title: impl Fn(Lang) -> String) -> Self {
        Self {
            atlas,
            languages,
            document: Document::titled(&languages.line(title), languages.each().collect()),
            noted: HashMap::new(),
        }
    }

    /// A piece of a document, without a title.
    pub(crate) fn untitled(atlas: &'a Atlas, languages: Languages) -> Self {
        Self {
            atlas,
            languages,
            document: Document {
                languages: languages.each().collect(),
                ..Document::default()
            },
            noted: HashMap::new(),
        }
    }

    pub(crate) fn finish(self) -> Document {
        self.document
    }

    pub(crate) fn push(&mut self, block: DocumentBlock) {
        self.document.blocks.push(block);
    }

    /// A heading in both languages on one line.
    pub(crate) fn heading(&mut self, level: u8, words: impl Fn(Lang) -> String) {
        let words = self.languages.line(words);
        self.push(DocumentBlock::Heading(level, Text::plain(&words)));
    }

    /// A paragraph for each language.
    pub(crate) fn paragraph(&mut self, tone: Tone, words: impl Fn(Lang) -> String) {
        for words in self.languages.wordings(words) {
            self.push(DocumentBlock::Paragraph(Text::toned(tone, &words)));
        }
    }

    /// A member of a list, with a line for each language.
    pub(crate) fn item(&mut self, words: impl Fn(Lang) -> String) {
        self.push(DocumentBlock::Item(self.languages.text(Tone::Plain, words)));
    }

    /// A table, unless it has no rows.
    pub(crate) fn table(&mut self, columns: Vec<(String, u16)>, rows: Vec<Vec<Text>>) {
        if rows.is_empty() {
            return;
        }
        let titled = |(title, share): (String, u16)| (Text::plain(&title), share);
        let columns = columns.into_iter().map(titled).collect();
        self.push(DocumentBlock::Table(DocumentTable { columns, rows }));
    }

    /// `text` with the mark of the note that says where the fact called `addr` stands.
    pub(crate) fn cited(&mut self, mut text: Text, addr: Option<&str>) -> Text {
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
        let line = self.languages.line(|lang| words::line_words(cite.line, lang));
        let comma = self.languages.first().pick("，", ", ");
        Some(format!("{name}{comma}{line}{comma}「{}」 ({addr})", cite.exact))
    }
}

pub(crate) fn full_name(college: &College, lang: Lang) -> String {
    lang.pick(&college.name.zh, &college.name.en).to_string()
}

/// Whom the figures of a college speak for, and whether that is the whole of it.
pub(crate) fn reporter_words(college: &College, lang: Lang) -> String {
    let (name, scope) = (college.reporter.name.get(lang), college.reporter.scope.word(lang));
    lang.pick(format!("{name}（{scope}）"), format!("{name} ({scope})"))
}

/// Names one after the other.
pub(crate) fn listed(names: &[String], lang: Lang) -> String {
    names.join(lang.pick("、", ", "))
}
