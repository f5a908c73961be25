//! Sources as rows, and the citation of one fact together with its source.

use super::record;
use crate::model::{Atlas, Citation, Fact, LineRange, Source};

record! {
    /// One source.
    SourceRow {
        /// Its id.
        source: &'a str,
        /// Its title, if printed.
        title: Option<&'a str>,
        /// Who published it, if printed.
        outlet: Option<&'a str>,
        /// The authors as printed.
        byline: Vec<&'a str>,
        /// Its address on the web, if printed.
        url: Option<&'a str>,
        /// BCP 47 tag.
        language: &'a str,
        /// Date of publication, if printed.
        published: Option<&'a str>,
        /// SHA-256 of the article's text file.
        sha256: &'a str,
        /// Lines of that file.
        lines: u32,
        /// Its length in bytes.
        bytes: u64,
        /// The lines that are the article itself.
        body: Vec<String>,
    }
}

impl<'a> SourceRow<'a> {
    /// The row of `source`.
    pub(crate) fn of(source: &'a Source) -> Self {
        Self {
            source: source.id.as_str(),
            title: source.title.as_deref(),
            outlet: source.outlet.as_deref(),
            byline: source.byline.iter().map(|name| &**name).collect(),
            url: source.url.as_deref(),
            language: &source.language,
            published: source.published.as_deref(),
            sha256: &source.text.sha256,
            lines: source.text.lines,
            bytes: source.text.bytes,
            body: source.body.iter().map(lines).collect(),
        }
    }
}

fn lines(range: &LineRange) -> String {
    match range {
        LineRange { first, last } if first == last => first.to_string(),
        LineRange { first, last } => format!("{first}-{last}"),
    }
}

record! {
    /// Where one fact stands.
    CitedRow {
        /// The fact's address.
        addr: String,
        /// What sort of fact it is.
        kind: &'static str,
        /// The source's id.
        source: &'a str,
        /// Its title, if printed.
        title: Option<&'a str>,
        /// Who published it, if printed.
        outlet: Option<&'a str>,
        /// The authors as printed.
        byline: Vec<&'a str>,
        /// Its address on the web, if printed.
        url: Option<&'a str>,
        /// 1-based line of the article's text; absent for a college as a whole.
        line: Option<u32>,
        /// The printed phrase.
        exact: Option<&'a str>,
        /// Text right before the phrase, where it stands more than once in the line.
        prefix: Option<&'a str>,
        /// Text right after it, likewise.
        suffix: Option<&'a str>,
        /// The whole line, when the article's text is at hand.
        passage: Option<&'a str>,
    }
}

impl<'a> CitedRow<'a> {
    /// The row of `fact`, with the line it stands on if that is at hand.
    pub(crate) fn of(atlas: &'a Atlas, fact: Fact<'a>, passage: Option<&'a str>) -> Self {
        let source = atlas.source(fact.college().source);
        let cite: Option<&Citation> = fact.cite();
        Self {
            addr: fact.addr().to_string(),
            kind: fact.kind().as_str(),
            source: source.id.as_str(),
            title: source.title.as_deref(),
            outlet: source.outlet.as_deref(),
            byline: source.byline.iter().map(|name| &**name).collect(),
            url: source.url.as_deref(),
            line: cite.map(|cite| cite.line),
            exact: cite.map(|cite| &*cite.exact),
            prefix: cite.and_then(|cite| cite.prefix.as_deref()),
            suffix: cite.and_then(|cite| cite.suffix.as_deref()),
            passage,
        }
    }
}
