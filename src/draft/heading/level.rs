//! The levels of headings: the styles an article uses, in the order of their rank.

use super::{Candidate, Heading};
use crate::draft::heading_style::Style;

/// The headings of `found` with their levels, 1 for the highest style.
pub(super) fn levels(found: Vec<Candidate>, lines: &[&str]) -> Vec<Heading> {
    let (dashes, bare) = (dashes_divide(&found), bare_lead(&found, lines));
    // A style that is divided by another of its own rank stands above it.
    let follow = follow(&found);
    let rank = |style: Style| {
        let style = if follow && style == Style::Point {
            Style::Dashed
        } else {
            style
        };
        2 * style.rule().0 + u8::from(dashes && style == Style::Dashed)
            - u8::from(bare && style == Style::Bare)
    };
    let mut ranks: Vec<u8> = found.iter().filter_map(|found| found.style).map(rank).collect();
    ranks.sort_unstable();
    ranks.dedup();
    let of = |style: Style| ranks.partition_point(|other| *other < rank(style)) as u8 + 1;
    let heading = |found: Candidate| Heading {
        level: found.style.map_or(0, of),
        text: lines[found.line as usize - 1][found.printed].to_owned(),
        line: found.line,
        style: found.style,
        said: found.said,
    };
    found.into_iter().map(heading).collect()
}

/// Whether the headings behind dashes are parts of 首先 … 其次 …, and do not follow them.
fn dashes_divide(found: &[Candidate]) -> bool {
    let mut styles = found.iter().filter_map(|found| found.style);
    let after_first = styles.by_ref().any(|style| style == Style::Sequence);
    let after_dash = styles.by_ref().any(|style| style == Style::Dashed);
    after_first && after_dash && styles.any(|style| style == Style::Sequence)
}

/// Whether 一是 … and the headings behind dashes follow one another as two lists, neither within the other.
fn follow(found: &[Candidate]) -> bool {
    let mut styles: Vec<Style> = (found.iter().filter_map(|found| found.style))
        .filter(|style| matches!(style, Style::Point | Style::Dashed))
        .collect();
    styles.dedup();
    styles.len() == 2
}

/// Whether a bare heading stands right above 一、 with no text between them.
fn bare_lead(found: &[Candidate], lines: &[&str]) -> bool {
    found.windows(2).any(|pair| {
        let blank = |line: u32| lines[line as usize - 1].trim().is_empty();
        let [upper, lower] = pair else { return false };
        upper.is_bare() && lower.style == Some(Style::Han) && (upper.line + 1..lower.line).all(blank)
    })
}
