//! A line of a file with carets under part of it, straight under any width policy.
//!
//! A line longer than the page is cut to the neighbourhood of the fault. What is wrong with the line is
//! not said here.

use super::{Run, block::Block};
use crate::{
    finding::Place,
    text::{
        fit::{MARK, truncate},
        width::{Policy, graphemes},
    },
};

/// The line of `place` and the carets under its marked part; nothing when the line is not known.
pub(crate) fn caret(place: &Place, width: usize, policy: Policy) -> Vec<Block> {
    if place.line == 0 {
        return Vec::new();
    }
    let number = place.line.to_string();
    let edge = " ".repeat(number.len());
    let room = width.saturating_sub(number.len() + 3).max(1);
    let marked = place.marked();
    let (before, rest) = (&place.text[..marked.start], &place.text[marked.start..]);
    let skipped = skipped(before, policy.width(&place.text[marked.clone()]), room, policy);
    let lead = if skipped > 0 { MARK } else { "" };
    let before = format!("{lead}{}", &before[skipped..]);
    let line = truncate(&format!("{before}{rest}"), room, policy);
    let blank = policy.width(&before);
    let carets = policy
        .width(&place.text[marked])
        .max(1)
        .min(room.saturating_sub(blank).max(1));
    vec![
        Block::text([Run::muted(format!("{number} | ")), Run::quote(line)]),
        Block::text([
            Run::muted(format!("{edge} | ")),
            Run::plain(" ".repeat(blank)),
            Run::error("^".repeat(carets)),
        ]),
    ]
}

/// Bytes to leave out of `before`, so that it fits, as much of the `marked` cells as half the room holds,
/// and the mark of a cut after them.
fn skipped(before: &str, marked: usize, room: usize, policy: Policy) -> usize {
    let for_before = room.saturating_sub(marked.min(room / 2) + MARK.len());
    if policy.width(before) <= for_before {
        return 0;
    }
    let mut left = for_before.saturating_sub(MARK.len());
    let kept = graphemes(before).rev().take_while(|grapheme| {
        let cells = policy.grapheme(grapheme);
        let fits = cells <= left;
        left = left.saturating_sub(cells);
        fits
    });
    before.len() - kept.map(str::len).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::layout::layout;

    fn drawn(text: &str, column: u32, marked: u32, width: usize, policy: Policy) -> Vec<String> {
        let place = Place {
            line: 12,
            column,
            width: marked,
            text: text.into(),
            ..Place::default()
        };
        let rows = layout(&caret(&place, width, policy), width, policy);
        rows.iter().map(|row| row.text().trim_end().to_owned()).collect()
    }

    #[test]
    fn carets_stand_under_chinese_text() {
        let text = "slogan: “产教融合”走在前列";
        let narrow = drawn(text, 15, 2, 60, Policy::Narrow);
        assert_eq!(
            narrow,
            ["12 | slogan: “产教融合”走在前列", "   |                   ^^^^"]
        );
        let wide = drawn(text, 15, 2, 60, Policy::Wide);
        assert_eq!(wide[1], "   |                     ^^^^");
        let safe = drawn("slogan: 甲……乙", 12, 1, 60, Policy::Safe);
        assert_eq!(safe, ["12 | slogan: 甲......乙", "   |                 ^^"]);
    }

    #[test]
    fn a_long_line_is_cut_to_the_fault_and_never_wraps() {
        let text = format!("gist: {}错误{}", "甲乙丙丁".repeat(40), "戊己庚辛".repeat(40));
        for width in 20..90 {
            let rows = drawn(&text, 167, 2, width, Policy::Narrow);
            assert_eq!(rows.len(), 2, "{width}: {rows:?}");
            assert!(
                rows[0].contains('错') && rows[1].contains('^'),
                "{width}: {rows:?}"
            );
            let under = Policy::Narrow.width(rows[0].split('错').next().unwrap());
            assert_eq!(rows[1].find('^'), Some(under), "{width}: {rows:?}");
        }
    }
}
