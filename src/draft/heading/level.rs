//! The levels of headings: each stands under the nearest before it whose style is of a higher rank.

use super::{Candidate, Heading, bare};
use crate::draft::heading_style::Style;

/// The headings of `found` with their levels, 1 for one that stands under none.
pub(super) fn levels(found: Vec<Candidate>, lines: &[&str]) -> Vec<Heading> {
    let (dashes, leaders) = (dashes_divide(&found), leaders(&found, lines));
    // A style that is divided by another of its own rank stands above it.
    let follow = follow(&found);
    let rank = |style: Style| {
        let style = if follow && style == Style::Point {
            Style::Dashed
        } else {
            style
        };
        2 * style.rule().0 + u8::from(dashes && style == Style::Dashed) - u8::from(leaders.contains(&style))
    };
    // The ranks of the headings that the next one may stand under.
    let mut above: Vec<u8> = Vec::new();
    let mut level = |found: &Candidate, style: Style| {
        // 前言 and 结语 are parts of the whole.
        if bare::is_opening(&lines[found.line as usize - 1][found.said.clone()]) {
            above.clear();
            return 1;
        }
        let rank = rank(style);
        above.truncate(above.partition_point(|upper| *upper < rank));
        above.push(rank);
        above.len() as u8
    };
    let heading = |found: Candidate| Heading {
        level: found.style.map_or(0, |style| level(&found, style)),
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

/// The styles of which a heading stands right above one of another style of its rank, with no text between them.
fn leaders(found: &[Candidate], lines: &[&str]) -> Vec<Style> {
    let blank = |line: u32| lines[line as usize - 1].trim().is_empty();
    let pairs = found.windows(2).filter_map(|pair| {
        let [upper, lower] = pair else { return None };
        let (style, other) = (upper.style?, lower.style?);
        let leads = style != other
            && style.rule().0 == other.rule().0
            && upper.line < lower.line
            && !lines[upper.line as usize - 1][upper.printed.end..].contains(char::is_alphanumeric)
            && (upper.line + 1..lower.line).all(blank);
        leads.then_some(style)
    });
    pairs.collect()
}
