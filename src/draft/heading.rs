//! The headings of an article: its title, lines with a printed mark, run-in headings, bare lines, sentences that open
//! a paragraph, and 一是 in the text.
//!
//! Owns what makes a line a heading, where its text ends, and the levels: the styles an article uses, in the order of
//! their rank. Proposes rather than misses.

mod bare;
mod run;

use std::ops::Range;

use serde::Serialize;

use super::heading_marks::{Style, decimal, numbered, point, question, signed};
pub(super) use run::until;

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

/// A heading whose level is not known yet.
struct FoundHeading {
    line: u32,
    style: Option<Style>,
    printed: Range<usize>,
    said: Range<usize>,
}

/// The headings of `lines`, of which `site` says which are not the article's.
pub(crate) fn of(lines: &[&str], site: &[Option<&str>]) -> Vec<Heading> {
    let body: Vec<(u32, &str)> = (1..)
        .zip(lines.iter().copied())
        .zip(site)
        .filter(|((_, line), site)| site.is_none() && !line.trim().is_empty())
        .map(|(numbered, _)| numbered)
        .collect();
    let mut found: Vec<FoundHeading> = Vec::new();
    let titles = titles(&body);
    for (at, (line, text)) in body.iter().enumerate() {
        match at < titles {
            true => found.push(title(*line, text)),
            false => {
                let around = bare::Around::new(&body, at);
                found.extend(marked(*line, text).or_else(|| bare::line(*line, text, &around)));
                found.extend(run::points(*line, text));
            }
        }
    }
    subtitle(&mut found, &body, titles);
    repeated(&mut found, &body);
    level(found, lines)
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
fn subtitle(found: &mut [FoundHeading], body: &[(u32, &str)], titles: usize) {
    let bare = |found: &&mut FoundHeading| found.style == Some(Style::Bare);
    let mut bare = found.iter_mut().filter(bare);
    if let (Some(only), None) = (bare.next(), bare.next())
        && titles == 1
        && body.get(1).is_some_and(|(line, _)| *line == only.line)
    {
        only.style = None;
    }
}

fn title(line: u32, text: &str) -> FoundHeading {
    let inner = signed(text.trim()).map_or(text.trim(), |(inner, _)| inner);
    let start = offset(text, inner);
    let whole = start..start + inner.len();
    FoundHeading {
        line,
        style: None,
        printed: whole.clone(),
        said: whole,
    }
}

/// A line that begins with a mark.
fn marked(line: u32, text: &str) -> Option<FoundHeading> {
    let trimmed = text.trim();
    if let Some((inner, rest)) = signed(trimmed) {
        let rest = rest.trim();
        // 【镜头一】实训楼里看转型: the sign numbers what stands behind it.
        if (1..=30).contains(&rest.chars().count())
            && !rest.contains(['。', '，', '；', '*'])
            && !inner.contains('。')
        {
            return Some(set_apart(line, text, trimmed));
        }
        let end = inner.chars().count() <= 50 && !inner.is_empty();
        let citation = inner.chars().all(|c| c.is_ascii_digit());
        return (end && !citation).then(|| set_apart(line, text, inner));
    }
    let start = offset(text, trimmed);
    if point(trimmed).is_some() {
        return None;
    }
    match numbered(trimmed) {
        Some((style, mark)) => {
            let said = start + mark + blanks(&trimmed[mark..]);
            let end = until(text, said);
            (end > said).then_some(FoundHeading {
                line,
                style: Some(style),
                printed: start..end,
                said: said..end,
            })
        }
        None => asked(line, text, start)
            .or_else(|| sectioned(line, text, start))
            .or_else(|| run::sequence(line, text, start))
            .or_else(|| run::dashed(line, text, start))
            .or_else(|| run::paragraph(line, text, start))
            .or_else(|| run::lead(line, text, start)),
    }
}

/// 记者：…？: what is asked is the heading of what is answered.
fn asked(line: u32, text: &str, start: usize) -> Option<FoundHeading> {
    let said = start + question(text.trim())?;
    let end = text.trim_end().len();
    Some(FoundHeading {
        line,
        style: Some(Style::Question),
        printed: start..end,
        said: said..end,
    })
}

fn sectioned(line: u32, text: &str, start: usize) -> Option<FoundHeading> {
    let (style, mark) = decimal(text.trim())?;
    let end = text.trim_end().len();
    Some(FoundHeading {
        line,
        style: Some(style),
        printed: start..end,
        said: start + mark..end,
    })
}

fn set_apart(line: u32, text: &str, inner: &str) -> FoundHeading {
    let start = offset(text, inner);
    let (style, mark) = numbered(inner).unwrap_or((Style::Signed, 0));
    let end = start + inner.trim_end_matches(['。', '：', ':']).len();
    FoundHeading {
        line,
        style: Some(style),
        printed: start..end,
        said: (start + mark).min(end)..end,
    }
}

/// A style that is used once is none, where nothing but its repetition makes it one.
fn repeated(found: &mut Vec<FoundHeading>, body: &[(u32, &str)]) {
    let alone = |found: &FoundHeading| {
        let at = body.iter().position(|(line, _)| *line == found.line);
        at.is_some_and(|at| bare::stands_alone(body, at))
    };
    for style in [
        Style::RunIn,
        Style::Lead,
        Style::Point,
        Style::Place,
        Style::Sequence,
        Style::ArabicBracket,
        Style::Question,
        Style::Section,
    ] {
        let uses = found.iter().filter(|found| found.style == Some(style)).count();
        if uses == 1 {
            found.retain(|found| found.style != Some(style));
        }
    }
    // What is answered in an interview begins with who answers.
    if found.iter().any(|found| found.style == Some(Style::Question)) {
        found.retain(|found| found.style != Some(Style::RunIn));
    }
    let bare = |found: &FoundHeading| found.style == Some(Style::Bare);
    if found.iter().filter(|found| bare(found)).count() == 1 {
        found.retain(|found| !bare(found) || alone(found));
    }
}

fn level(found: Vec<FoundHeading>, lines: &[&str]) -> Vec<Heading> {
    let under = dashes_divide(&found);
    let rank = |style: Style| 2 * style.rank() + u8::from(under && style == Style::Dashed);
    let mut ranks: Vec<u8> = found.iter().filter_map(|found| found.style).map(rank).collect();
    ranks.sort_unstable();
    ranks.dedup();
    let of = |style: Style| {
        ranks
            .iter()
            .position(|other| *other == rank(style))
            .unwrap_or_default() as u8
            + 1
    };
    let heading = |found: FoundHeading| Heading {
        level: found.style.map_or(0, of),
        text: lines[found.line as usize - 1][found.printed].to_owned(),
        line: found.line,
        style: found.style,
        said: found.said,
    };
    found.into_iter().map(heading).collect()
}

/// Whether the headings behind dashes are parts of 首先 … 其次 …, and do not follow them.
fn dashes_divide(found: &[FoundHeading]) -> bool {
    let mut styles = found.iter().filter_map(|found| found.style);
    let after_first = styles.by_ref().any(|style| style == Style::Sequence);
    let after_dash = styles.by_ref().any(|style| style == Style::Dashed);
    after_first && after_dash && styles.any(|style| style == Style::Sequence)
}

/// Where `part`, a slice of `text`, begins.
fn offset(text: &str, part: &str) -> usize {
    part.as_ptr() as usize - text.as_ptr() as usize
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start().len()
}
