//! Where facts come from: the article's record and the citation that points into it.
//!
//! The article's text is no part of the atlas; `load::articles` finds it by SHA-256 when a reader
//! has it.

use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Slug;
use crate::lang::Bilingual;

/// A citation (引证): the line of the source and the shortest printed phrase that states the fact.
/// Names after the W3C Web Annotation `TextQuoteSelector`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// 1-based line of the article text.
    pub line: u32,
    /// The phrase, verbatim.
    pub exact: Box<str>,
    /// Text right before, when `exact` stands more than once in the line.
    pub(crate) prefix: Option<Box<str>>,
    /// Text right after, likewise.
    pub(crate) suffix: Option<Box<str>>,
}

impl Citation {
    /// Where the phrase stands in `line` (bytes): every place that `prefix` and `suffix` allow, so that
    /// a sound citation has exactly one.
    pub fn places<'a>(&'a self, line: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let before = self.prefix.as_deref().unwrap_or_default();
        let after = self.suffix.as_deref().unwrap_or_default();
        line.match_indices(&*self.exact)
            .map(|(at, phrase)| at..at + phrase.len())
            .filter(move |place| {
                line[..place.start].ends_with(before) && line[place.end..].starts_with(after)
            })
    }
}

/// A source (出处): the record of one published article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Its id, also the name of its file in `seeds/`.
    pub id: Slug,
    /// Title, if printed.
    pub(crate) title: Option<Box<str>>,
    /// Who published it, if printed.
    pub(crate) outlet: Option<Box<str>>,
    /// The authors as printed.
    pub(crate) byline: Vec<Box<str>>,
    /// Address on the web, if printed.
    pub(crate) url: Option<Box<str>>,
    /// BCP 47 language tag of the article.
    pub(crate) language: Box<str>,
    /// Date of publication, if printed.
    pub(crate) published: Option<Box<str>>,
    /// The text file as delivered.
    pub(crate) text: TextRecord,
    /// Lines of the article itself.
    pub(crate) body: Vec<LineRange>,
    /// Lines that belong to the web site, not to the article.
    pub(crate) furniture: Vec<Furniture>,
    /// What each part says, in the curator's words.
    pub(crate) outline: Vec<Outline>,
    /// Numerals of the body that are no outcome, and why.
    pub(crate) excused: Vec<Excuse>,
    /// The file it came from, for findings: `seeds/jyb-tzvcst.yaml`.
    pub(crate) file: Box<str>,
}

impl Source {
    /// Whether `line` (1-based) belongs to the article rather than to the site around it.
    pub fn is_body(&self, line: u32) -> bool {
        self.body.iter().any(|range| range.contains(line))
    }

    /// What to call it in a line: the outlet, else the title, else the id.
    pub(crate) fn name(&self) -> &str {
        self.outlet
            .as_deref()
            .or(self.title.as_deref())
            .unwrap_or(self.id.as_str())
    }
}

/// What is known of the article's text file without having it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextRecord {
    /// SHA-256 of the file, 64 lowercase hex digits.
    pub(crate) sha256: Box<str>,
    /// Lines a reader sees.
    pub(crate) lines: u32,
    /// Length in bytes.
    pub(crate) bytes: u64,
}

/// Lines `first..=last`, 1-based; written `5` or `2-13`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineRange {
    /// First line.
    pub(crate) first: u32,
    /// Last line, included.
    pub(crate) last: u32,
}

impl LineRange {
    /// Whether `line` lies within.
    pub(crate) fn contains(self, line: u32) -> bool {
        (self.first..=self.last).contains(&line)
    }
}

impl std::str::FromStr for LineRange {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (first, last) = text.split_once('-').unwrap_or((text, text));
        let number = |part: &str| part.trim().parse::<u32>().map_err(|_| ());
        let range = Self {
            first: number(first)?,
            last: number(last)?,
        };
        if range.first >= 1 && range.first <= range.last {
            Ok(range)
        } else {
            Err(())
        }
    }
}

/// Lines that are the site's: navigation, labels, teasers of other articles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Furniture {
    /// Which lines.
    pub(crate) lines: LineRange,
    /// What they are: `link`, `label`, `teaser` …
    pub(crate) kind: Box<str>,
    /// More about it; may be empty.
    pub(crate) note: Bilingual,
}

/// One entry of the outline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outline {
    /// 1-based line.
    pub(crate) line: u32,
    /// What it says.
    pub(crate) gist: Bilingual,
}

/// A numeral of the body that is no outcome.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Excuse {
    /// 1-based line.
    pub(crate) line: u32,
    /// The printed phrase that holds it.
    pub(crate) exact: Box<str>,
    /// What it is instead.
    pub(crate) kind: ExcuseKind,
    /// Why it is no outcome.
    pub(crate) reason: Bilingual,
}

/// What a numeral is when it is no outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(Hash))]
#[serde(rename_all = "snake_case")]
pub enum ExcuseKind {
    /// A year.
    Year,
    /// A day or month.
    Date,
    /// 2024届, 2023级.
    ClassYear,
    /// 一是, 第三届, 二等奖.
    Ordinal,
    /// Part of a name: 360公司, 五一劳动奖章.
    Name,
    /// A span of time.
    Duration,
    /// Part of a framework: 5院4中心, 五育.
    Framework,
    /// A multiple: 倍增, 翻一番.
    Multiple,
    /// Anything else; the reason says what.
    Other,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefix_and_suffix_choose_among_equal_phrases() {
        let cite = |prefix: Option<&str>, suffix: Option<&str>| Citation {
            line: 1,
            exact: "三项".into(),
            prefix: prefix.map(Into::into),
            suffix: suffix.map(Into::into),
        };
        let places = |cite: Citation| {
            cite.places("获奖三项,专利三项。")
                .map(|place| place.start)
                .collect::<Vec<_>>()
        };
        assert_eq!(places(cite(None, None)), [6, 19]);
        assert_eq!(places(cite(Some("专利"), None)), [19]);
        assert_eq!(places(cite(None, Some(","))), [6]);
        assert_eq!(places(cite(Some("专利"), Some(","))), [0; 0]);
    }

    #[test]
    fn line_ranges() {
        assert_eq!("5".parse(), Ok(LineRange { first: 5, last: 5 }));
        assert_eq!("2-13".parse(), Ok(LineRange { first: 2, last: 13 }));
        for bad in ["", "0", "3-2", "a", "1-2-3", "-1"] {
            assert_eq!(bad.parse::<LineRange>(), Err(()), "{bad}");
        }
    }
}
