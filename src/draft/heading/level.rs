//! The levels of headings: each stands under the nearest before it whose style is of a higher rank.

use super::{Candidate, Heading, bare};
use crate::draft::heading_style::Style;

/// The headings of `found` with their levels, 1 for one that stands under none.
pub(super) fn levels(found: Vec<Candidate>, lines: &[&str]) -> Vec<Heading> {
    let (whole, part) = (Style::Sequence, Style::Dashed);
    let dashes = follow_in_turn(&found, &[whole, part, whole]);
    // A bare line at the beginning and one at the end are beside those with bullets.
    let (whole, part) = (Style::Bare, Style::BareBullet);
    let bullets = follow_in_turn(&found, &[whole, part, whole, part]);
    // 做法1 stands under 一、 where there is one, else beside the bare lines.
    let numbers = found.iter().any(|found| found.style == Some(Style::Han));
    let base = |style: Style| match style {
        Style::Labelled if numbers => Style::HanBracket.rule().0,
        _ => style.rule().0,
    };
    let leaders = leaders(&found, lines, base);
    // A style that is divided by another of its own rank stands above it.
    let follow = follow(&found);
    let rank = |style: Style| {
        let style = if follow && style == Style::Point {
            Style::Dashed
        } else {
            style
        };
        let lower = dashes && style == Style::Dashed || bullets && style == Style::BareBullet;
        2 * base(style) + u8::from(lower) - u8::from(leaders.contains(&style))
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

/// Whether headings of these styles follow one another in this order, with any others between them: the parts of
/// 首先 … 其次 … do, and not two lists one behind the other.
fn follow_in_turn(found: &[Candidate], wanted: &[Style]) -> bool {
    let mut styles = found.iter().filter_map(|found| found.style);
    wanted.iter().all(|wanted| styles.any(|style| style == *wanted))
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
fn leaders(found: &[Candidate], lines: &[&str], base: impl Fn(Style) -> u8) -> Vec<Style> {
    let blank = |line: u32| lines[line as usize - 1].trim().is_empty();
    let pairs = found.windows(2).filter_map(|pair| {
        let [upper, lower] = pair else { return None };
        let (style, other) = (upper.style?, lower.style?);
        let leads = style != other
            && base(style) == base(other)
            && upper.line < lower.line
            && !lines[upper.line as usize - 1][upper.printed.end..].contains(char::is_alphanumeric)
            && (upper.line + 1..lower.line).all(blank);
        leads.then_some(style)
    });
    pairs.collect()
}
