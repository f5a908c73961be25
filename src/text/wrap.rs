//! Greedy filling of lines to a width in cells.
//!
//! Returns byte ranges of the original text and never builds a string: what is drawn, copied and highlighted are
//! three readings of the same ranges.

use std::ops::Range;

use super::kinsoku;
use super::width::{Policy, graphemes};

/// Lines of `text`, none wider than `width` cells as drawn, as byte ranges; the spaces at a break belong to none.
///
/// `\n` starts a new line. A single grapheme wider than the line stands alone.
pub fn wrap(text: &str, width: usize, policy: Policy) -> Vec<Range<usize>> {
    wrap_hanging(text, width, width, policy)
}

/// [`wrap`] with another width for the first line than for those that follow.
pub fn wrap_hanging(text: &str, first: usize, rest: usize, policy: Policy) -> Vec<Range<usize>> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for paragraph in text.split('\n') {
        fill(paragraph, start, first, rest, policy, &mut lines);
        start += paragraph.len() + 1;
    }
    lines
}

fn fill(text: &str, base: usize, first: usize, rest: usize, policy: Policy, lines: &mut Vec<Range<usize>>) {
    let allowed = kinsoku::opportunities(text);
    let mut start = 0;
    loop {
        let width = if lines.is_empty() { first } else { rest };
        let mut used = 0;
        let mut end = start;
        let mut best = None;
        for grapheme in graphemes(&text[start..]) {
            used += policy.grapheme(grapheme);
            if used > width && end > start {
                break;
            }
            end += grapheme.len();
            if allowed.contains(&end) {
                best = Some(end);
            }
        }
        let cut = if end == text.len() {
            end
        } else {
            best.unwrap_or(end)
        };
        lines.push(base + start..base + start + text[start..cut].trim_end_matches(' ').len());
        start = cut;
        if start >= text.len() {
            return;
        }
    }
}
