//! The headings of an article: its title, lines with a printed mark, run-in headings, bare lines, sentences that open
//! a paragraph, and 一是 in the text.
//!
//! Three steps: what could be a heading by its sign (`marked`, `bare`, `run`), which of them are in such company that
//! they are (`company`), and their levels (`level`). What a sign needs stands in one table, `Style::rule`.

mod bare;
mod byline;
mod company;
mod level;
mod marked;
mod run;
mod wrapped;

use std::ops::Range;

use serde::Serialize;

use super::heading_marks::signed;
use super::heading_style::{HeadingNeed, Style};

/// A heading.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Heading {
    /// 0 for the title, then 1 and so on.
    pub(crate) level: u8,
    /// As printed, without the signs that only set it apart and without a full stop.
    pub(crate) text: String,
    /// 1-based line.
    pub(crate) line: u32,
    /// Its style; none for the title.
    #[serde(skip)]
    pub(crate) style: Option<Style>,
    /// What it says behind its number, in bytes of the line.
    #[serde(skip)]
    pub(crate) said: Range<usize>,
}

/// A line, or the beginning of one, that has the sign of a heading.
struct Candidate {
    line: u32,
    style: Option<Style>,
    need: HeadingNeed,
    printed: Range<usize>,
    said: Range<usize>,
}

impl Candidate {
    fn new(line: u32, style: Style, printed: Range<usize>, said: Range<usize>) -> Self {
        Self {
            line,
            style: Some(style),
            need: style.rule().1,
            printed,
            said,
        }
    }

    fn is_bare(&self) -> bool {
        matches!(
            self.style,
            Some(Style::Bare | Style::BareBullet | Style::Labelled)
        )
    }
}

/// The headings of `lines`, of which `site` says which are not the article's.
pub(crate) fn of(lines: &[&str], site: &[Option<&str>]) -> Vec<Heading> {
    let body: Vec<(u32, &str)> = (1..)
        .zip(lines.iter().copied())
        .zip(site)
        .filter(|((_, line), site)| site.is_none() && !line.trim().is_empty())
        .map(|(numbered, _)| numbered)
        .collect();
    let titles = titles(&body);
    let mut found: Vec<Candidate> = body[..titles]
        .iter()
        .map(|(line, text)| title(*line, text))
        .collect();
    let runs_on = wrapped::run_on(&body);
    let mut appendix = false;
    for (at, (line, text)) in body.iter().enumerate().skip(titles) {
        appendix = marked::is_appendix(text, appendix);
        if appendix {
            continue;
        }
        let around = bare::Around::new(&body, at, runs_on[at]);
        // What the line above runs on into begins no heading.
        if at == 0 || !runs_on[at - 1] {
            let marked = marked::candidate(*line, text, &around);
            found.extend(marked.or_else(|| bare::line(*line, text, &around)));
        }
        found.extend(run::points(*line, text));
        found.extend(run::sequence_within(*line, text));
    }
    found.sort_by_key(|found| (found.line, found.printed.start));
    subtitle(&mut found, &body, titles);
    company::keep(&mut found, &body, lines);
    level::levels(found, lines)
}

/// How many lines the title takes: with a subtitle, two.
fn titles(body: &[(u32, &str)]) -> usize {
    let mut lines = body.iter().map(|(_, text)| *text);
    match (lines.next(), lines.next()) {
        (Some(first), Some(second)) if bare::is_title(first) => {
            1 + usize::from(body.len() > 2 && bare::is_subtitle(second))
        }
        _ => 0,
    }
}

/// The only bare line of an article, right below its title, goes on with the title.
fn subtitle(found: &mut [Candidate], body: &[(u32, &str)], titles: usize) {
    let mut bare = found.iter_mut().filter(|found| found.is_bare());
    if let (Some(only), None) = (bare.next(), bare.next())
        && titles == 1
        && body.get(1).is_some_and(|(line, _)| *line == only.line)
    {
        only.style = None;
    }
}

fn title(line: u32, text: &str) -> Candidate {
    let trimmed = text.trim();
    let inner = match signed(trimmed) {
        Some((inner, rest)) if rest.trim().is_empty() => inner,
        _ => trimmed,
    };
    let start = offset(text, inner);
    let whole = start..start + inner.len();
    Candidate {
        line,
        style: None,
        need: HeadingNeed::Nothing,
        printed: whole.clone(),
        said: whole,
    }
}

/// Where `part`, a slice of `text`, begins.
fn offset(text: &str, part: &str) -> usize {
    part.as_ptr() as usize - text.as_ptr() as usize
}
