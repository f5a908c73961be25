//! From an article's text to the head start of a dossier: headings, figures, names, and the YAML that holds them.
//!
//! Owns the reading of an article as a whole; a figure is read by `numeral` alone. Invents nothing: what an article
//! does not print stands as `TODO` for a person to fill in. Knows no files and no terminal.

mod clause;
mod college;
mod decode;
mod figure;
mod furniture;
mod heading;
mod heading_marks;
mod heading_style;
mod label;
mod leading_words;
mod metric;
mod names;
mod outcome;
mod part;
mod partner;
mod period;
mod proposal;
mod record;
mod skeleton;
#[cfg(test)]
mod tests;

pub(crate) use decode::{DecodeError, DecodedArticle, LARGEST, is_sound, receive};
pub(crate) use figure::ArticleFigure;
pub(crate) use heading::Heading;
pub(crate) use metric::KnownMetrics;
pub(crate) use names::FoundName;
pub(crate) use proposal::{Proposal, excuse, periods, proposals};
use std::ops::Range;

pub(crate) use college::DraftIds;
use serde::Serialize;
pub(crate) use skeleton::{Skeleton, skeleton};

use crate::numeral::{FoundNumeral, NumeralKind, scan_lines};

/// What an article holds. In JSON only headings and figures.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Draft {
    /// The title (level 0) and every heading, in order.
    pub(crate) headings: Vec<Heading>,
    /// Every quantity of the body, in order.
    #[serde(rename = "quantities")]
    pub(crate) figures: Vec<ArticleFigure>,
    /// Numerals of the body that are no quantity.
    #[serde(skip)]
    pub(crate) others: Vec<Other>,
    /// Titles in 《》 and words in “ ”, each once.
    #[serde(skip)]
    pub(crate) names: Vec<FoundName>,
    /// For each line what it belongs to: the article (none) or the site, and as what.
    #[serde(skip)]
    pub(crate) site: Vec<Option<&'static str>>,
}

/// A numeral that is no quantity.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Other {
    /// 1-based line.
    pub(crate) line: u32,
    /// Where it stands, in bytes of the line.
    pub(crate) range: Range<usize>,
    /// What it is.
    pub(crate) kind: NumeralKind,
}

/// Reads the text of an article.
pub(crate) fn draft(text: &str) -> Draft {
    let lines: Vec<&str> = text.lines().collect();
    let site = furniture::of(&lines);
    let mut draft = Draft {
        headings: heading::of(&lines, &site),
        names: names::of(&lines, &site),
        figures: Vec::new(),
        others: Vec::new(),
        site,
    };
    let body = |at: usize| draft.site.get(at).is_some_and(Option::is_none);
    let numerals = scan_lines(&lines, body);
    for (at, found) in numerals.into_iter().enumerate() {
        let below = lines.get(at + 1).copied().unwrap_or_default();
        draft.numerals(at as u32 + 1, (lines[at], below), found);
    }
    draft
}

impl Draft {
    fn numerals(&mut self, line: u32, (text, below): (&str, &str), found: Vec<FoundNumeral>) {
        for FoundNumeral { range, kind } in found {
            match kind {
                NumeralKind::Quantity(quantity) if range.end > text.len() => {
                    let both = format!("{text}\n{below}");
                    let mut figure = ArticleFigure::new(line, &both, range, quantity);
                    figure.range.end = text.len();
                    self.figures.push(figure);
                }
                NumeralKind::Quantity(quantity) => {
                    self.figures.push(ArticleFigure::new(line, text, range, quantity))
                }
                kind => self.others.push(Other {
                    line,
                    range: range.start..range.end.min(text.len()),
                    kind,
                }),
            }
        }
    }

    /// The quantities that begin on `line`.
    fn figures_on(&self, line: u32) -> &[ArticleFigure] {
        let start = self.figures.partition_point(|figure| figure.line < line);
        let end = self.figures.partition_point(|figure| figure.line <= line);
        &self.figures[start..end]
    }

    /// The quantities that begin in `range` (bytes) of `line`.
    fn figures_in(&self, line: u32, range: Range<usize>) -> &[ArticleFigure] {
        let before = |at: usize| move |figure: &ArticleFigure| (figure.line, figure.range.start) < (line, at);
        let start = self.figures.partition_point(before(range.start));
        let end = self.figures.partition_point(before(range.end.max(range.start)));
        &self.figures[start..end]
    }

    /// The numerals that are no quantity and begin in `range` (bytes) of `line`.
    fn others_in(&self, line: u32, range: Range<usize>) -> &[Other] {
        let before = |at: usize| move |other: &Other| (other.line, other.range.start) < (line, at);
        let start = self.others.partition_point(before(range.start));
        let end = self.others.partition_point(before(range.end.max(range.start)));
        &self.others[start..end]
    }
}
