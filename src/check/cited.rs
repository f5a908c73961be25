//! Citations looked up in the article: where each phrase stands, or why it stands nowhere.
//!
//! Owns the looking up. What is wrong with a phrase that is not found is `phrase`'s to say.

use std::ops::Range;

use super::article::Article;
use crate::model::{Citation, Fact, Source};

/// A fact and what became of its citation.
pub(crate) struct Cited<'a> {
    /// The fact.
    pub(crate) fact: Fact<'a>,
    /// Its citation.
    pub(crate) cite: &'a Citation,
    /// Where the phrase stands.
    pub(crate) stands: Stands,
}

/// Where a phrase stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Stands {
    /// Unknown: the text is not at hand.
    Unread,
    /// Here: bytes of its line.
    At(Range<usize>),
    /// The line is not one of the file's.
    NoLine,
    /// The line belongs to the site.
    Furniture,
    /// The phrase is on another line, the first of them.
    Elsewhere(u32),
    /// The phrase is on the line, but prefix and suffix are not around it.
    Context,
    /// The phrase is on the line this many times.
    Times(usize),
    /// The phrase is nowhere.
    Nowhere,
}

impl Cited<'_> {
    /// Bytes of the phrase in its line, when it is known where it stands.
    pub(crate) fn at(&self) -> Option<Range<usize>> {
        match &self.stands {
            Stands::At(range) => Some(range.clone()),
            _ => None,
        }
    }
}

/// Looks `cite` up in the article, as far as it is at hand.
pub(crate) fn look_up(source: &Source, article: Option<&Article<'_>>, cite: &Citation) -> Stands {
    if cite.line == 0 || cite.line > source.text.lines {
        return Stands::NoLine;
    }
    let stands = article.map_or(Stands::Unread, |article| on_line(source, article, cite));
    match stands {
        Stands::Unread | Stands::At(_) if !source.is_body(cite.line) => Stands::Furniture,
        stands => stands,
    }
}

fn on_line(source: &Source, article: &Article<'_>, cite: &Citation) -> Stands {
    let line = article.line(cite.line);
    let mut places = cite.places(line);
    match (places.next(), places.count()) {
        (Some(only), 0) => Stands::At(only),
        (Some(_), more) => Stands::Times(more + 1),
        (None, _) if line.contains(&*cite.exact) => Stands::Context,
        (None, _) => elsewhere(source, article, cite),
    }
}

fn elsewhere(source: &Source, article: &Article<'_>, cite: &Citation) -> Stands {
    article
        .numbered()
        .find(|(n, line)| source.is_body(*n) && cite.places(line).next().is_some())
        .map_or(Stands::Nowhere, |(n, _)| Stands::Elsewhere(n))
}
