//! What a thing may be called, made ready to be compared.
//!
//! Owns the ways in which a name may be spelt: Han, under its written reading or any, English, an id. How surely one of
//! them is meant is `query`'s.

use crate::{
    find::letters::{Letter, letters},
    lang::Bilingual,
    model::{College, Slug},
    text::{
        fold::fold_str,
        reading::{Glyph, aligned},
    },
};

/// What a thing may be called.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Called<'a> {
    /// Its id; empty when it has none.
    pub id: &'a str,
    pub zh: &'a str,
    pub en: &'a str,
    /// The hand-written reading of `zh`; empty when there is none.
    pub pinyin: &'a str,
    /// Other names it answers to: a short form, a province, a key.
    pub also: &'a [&'a str],
}

impl<'a> Called<'a> {
    /// A record of a register.
    pub(crate) fn record(id: &'a Slug, name: &'a Bilingual) -> Self {
        Self {
            id: id.as_str(),
            ..Self::words(name)
        }
    }

    /// A thing with a name and no id.
    pub(crate) fn words(name: &'a Bilingual) -> Self {
        Self {
            zh: &name.zh,
            en: &name.en,
            ..Self::default()
        }
    }
}

/// A text that a name may be found in.
#[derive(Clone, Debug)]
pub(super) struct NameText {
    pub(super) glyphs: Vec<Glyph>,
    /// Whether a word starts with the glyph at the same place.
    pub(super) starts: Vec<bool>,
}

impl NameText {
    /// Under every reading of its characters.
    fn new(text: &str) -> Self {
        Self::of(&letters(text))
    }

    pub(super) fn of(letters: &[Letter]) -> Self {
        Self {
            glyphs: letters.iter().map(|letter| Glyph::any(letter.char)).collect(),
            starts: letters.iter().map(|letter| letter.starts).collect(),
        }
    }

    pub(super) fn is_latin(&self, at: usize) -> bool {
        self.glyphs[at].char.is_ascii_lowercase()
    }

    /// Under its written reading; none where that is not the reading of this text.
    fn read_as(text: &str, pinyin: &str) -> Option<Self> {
        let glyphs = aligned(&fold_str(text), pinyin)?;
        Some(Self {
            starts: (0..glyphs.len()).map(|at| at == 0).collect(),
            glyphs,
        })
    }
}

/// The names of one thing, made ready for any number of queries.
#[derive(Clone, Debug)]
pub(crate) struct Names {
    pub(super) id: String,
    /// Each name folded, the Chinese one first.
    pub(super) folded: Vec<String>,
    /// The Chinese name under its written reading.
    pub(super) read: Option<NameText>,
    /// Each name under every reading.
    pub(super) lines: Vec<NameText>,
    /// The written reading, folded.
    pinyin: String,
}

impl Names {
    pub(crate) fn new(called: &Called<'_>) -> Self {
        let texts = [called.zh, called.en]
            .into_iter()
            .chain(called.also.iter().copied());
        let texts: Vec<&str> = texts.collect();
        Self {
            id: fold_str(called.id),
            folded: texts.iter().map(|text| fold_str(text)).collect(),
            read: NameText::read_as(called.zh, called.pinyin).filter(|_| !called.pinyin.is_empty()),
            lines: texts.iter().map(|text| NameText::new(text)).collect(),
            pinyin: fold_str(called.pinyin),
        }
    }

    /// What a college answers to, its province among it.
    pub(crate) fn of_college(college: &College) -> Self {
        let name = &college.name;
        Self::new(&Called {
            id: college.id.as_str(),
            zh: &name.zh,
            en: &name.en,
            pinyin: &name.pinyin,
            also: &[&name.short],
        })
    }

    /// The same with `texts` to answer to as well.
    pub(crate) fn with<'a>(mut self, texts: impl IntoIterator<Item = &'a str>) -> Self {
        for text in texts {
            self.folded.push(fold_str(text));
            self.lines.push(NameText::new(text));
        }
        self
    }

    /// How alike `word` is to the spelling that is most like it, from 0 to 1.
    pub(super) fn likeness(&self, word: &str) -> f64 {
        let len = word.chars().count();
        let head: String = self.pinyin.chars().take(len).collect();
        let first = |glyph: &Glyph| Some(char::from(*glyph.readings().next()?.first()?));
        let read = self.read.iter().flat_map(|line| &line.glyphs);
        let initials: String = read.filter_map(first).take(len).collect();
        let spellings = self
            .folded
            .iter()
            .chain([&self.id, &self.pinyin, &head, &initials]);
        spellings
            .map(|name| strsim::normalized_damerau_levenshtein(word, name))
            .fold(0.0, f64::max)
    }
}
