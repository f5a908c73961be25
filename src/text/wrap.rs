//! Greedy filling of lines to a width in cells.
//!
//! Returns byte ranges of the original text and never builds a string: what is drawn, copied and highlighted are
//! three readings of the same ranges. It does not decide where a break is allowed, [`kinsoku`] does.

use std::ops::Range;

use super::kinsoku;
use super::width::{Policy, graphemes};

/// Below this many cells a column is too narrow for rules, and lines are cut at any grapheme.
const NARROW: usize = 4;

/// What holds of lines beside their width.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Rules<'a> {
    /// Byte ranges, ascending and apart, that stay on one line wherever a line is wide enough: tags.
    pub(crate) whole: &'a [Range<usize>],
    /// A last line of a single wide character takes another one from the line before: for labels and cells.
    pub(crate) no_orphan: bool,
}

/// Lines of `text`, none wider than `width` cells as drawn, as byte ranges: [`fill`] without rules of its own.
pub fn wrap(text: &str, width: usize, policy: Policy) -> Vec<Range<usize>> {
    fill(text, width, width, Rules::default(), policy)
}

/// Lines of `text`, the first of at most `first` cells as drawn, the others of `rest`, as byte ranges.
///
/// The spaces at a break (U+0020, U+3000) belong to no line; an indent at the start of a paragraph stays. `\n`
/// starts a new line and belongs to none. A run that cannot break is cut after a mark inside an address, else at the
/// last grapheme that breaks no rule, else at the last that fits; a single grapheme wider than the whole line stands
/// alone on it.
pub(crate) fn fill(
    text: &str,
    first: usize,
    rest: usize,
    rules: Rules<'_>,
    policy: Policy,
) -> Vec<Range<usize>> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for paragraph in text.split('\n') {
        let first = if lines.is_empty() { first } else { rest };
        let shown = paragraph.trim_end_matches(is_space);
        // Most cells hold less than a line: where it might break need not be known.
        if policy.width(shown) <= first {
            lines.push(start..start + shown.len());
        } else {
            let mut fill = Fill::new(paragraph, policy);
            fill.keep_whole(rules.whole, start, rest.min(first));
            let filled = fill.lines(first, rest, rules.no_orphan).into_iter();
            lines.extend(filled.map(|line| start + line.start..start + line.end));
        }
        start += paragraph.len() + 1;
    }
    lines
}

/// Cells of the widest piece of `text` between two places where a line may break. What is wider than `most` cells, as a
/// long URL, has to be broken anyway and does not count.
pub(crate) fn longest_piece(text: &str, whole: &[Range<usize>], most: usize, policy: Policy) -> usize {
    let mut start = 0;
    let mut longest = 0;
    for paragraph in text.split('\n') {
        let mut fill = Fill::new(paragraph, policy);
        fill.keep_whole(whole, start, most);
        start += paragraph.len() + 1;
        let mut from = 0;
        for &at in fill.opportunities.iter().chain([&paragraph.len()]) {
            let cells = policy.width(paragraph[from..at].trim_end_matches(is_space));
            if cells <= most {
                longest = longest.max(cells);
            }
            from = at;
        }
    }
    longest
}

/// How many of the pieces before one are asked whether they hang together with it.
const ADJACENT: usize = 8;

/// One paragraph being filled.
struct Fill<'a> {
    text: &'a str,
    /// Each grapheme's start and the cells before it; the last entry is the end of the text and its width.
    marks: Vec<(usize, usize)>,
    opportunities: Vec<usize>,
}

impl<'a> Fill<'a> {
    fn new(text: &'a str, policy: Policy) -> Self {
        let (mut at, mut cells) = (0, 0);
        let mut marks = vec![(0, 0)];
        for grapheme in graphemes(text) {
            at += grapheme.len();
            cells += policy.grapheme(grapheme);
            marks.push((at, cells));
        }
        let indent = text.len() - text.trim_start_matches(is_space).len();
        let opportunities = kinsoku::opportunities(text)
            .into_iter()
            .filter(|&at| at > indent)
            .collect();
        Self {
            text,
            marks,
            opportunities,
        }
    }

    /// Lets no line break inside the ranges `whole` of a text in which this paragraph begins at byte `start`, as long as
    /// they fit in `most` cells with what cannot be parted from them: what is longer has to be broken, and then where
    /// lines break.
    fn keep_whole(&mut self, whole: &[Range<usize>], start: usize, most: usize) {
        let mut held: Vec<Range<usize>> = Vec::new();
        for range in whole {
            let [from, to] = [range.start, range.end].map(|at| at.saturating_sub(start).min(self.text.len()));
            // What is held already may not be parted from it either.
            let joined = |at: usize| {
                let mut last = held.iter().rev().take(ADJACENT);
                last.any(|range| range.start < at && at < range.end)
            };
            let before = self
                .opportunities
                .iter()
                .rfind(|at| **at <= from && !joined(**at));
            let after = self.opportunities.iter().find(|at| **at >= to);
            let cells = |at: usize| self.cells(self.marks.partition_point(|&(mark, _)| mark < at));
            let piece = &self.text[..*after.unwrap_or(&self.text.len())];
            let end = piece.trim_end_matches(is_space).len();
            if cells(end).saturating_sub(cells(*before.unwrap_or(&0))) <= most {
                held.push(from..to);
            }
        }
        let inside = |at: usize| held.iter().any(|range| range.start < at && at < range.end);
        self.opportunities.retain(|&at| !inside(at));
    }

    fn lines(&self, first: usize, rest: usize, no_orphan: bool) -> Vec<Range<usize>> {
        let mut starts = vec![0, self.next_line(0, first)];
        while let Some(&start) = starts.last().filter(|start| self.at(**start) < self.text.len()) {
            starts.push(self.next_line(start, rest));
        }
        if no_orphan && rest >= NARROW {
            self.adopt_orphan(&mut starts, rest);
        }
        starts
            .windows(2)
            .map(|line| self.text_of(line[0], line[1]))
            .collect()
    }

    /// Moves the last break back where it leaves a single wide character on the last line, punctuation not counted.
    fn adopt_orphan(&self, starts: &mut [usize], width: usize) {
        let [.., before, last, end] = starts else { return };
        let orphaned = |mark: usize| {
            let text = self.text_of(mark, *end);
            let letters = self.text[text].chars().filter(|c| !kinsoku::no_start(*c));
            letters.filter(|c| !is_space(*c)).count() < 2
        };
        let wide = self.text[self.at(*last)..].starts_with(|c: char| c.len_utf8() > 2);
        let earlier = (*before + 1..*last).rev().take(8);
        let found = earlier
            .filter(|mark| self.opportunities.binary_search(&self.at(*mark)).is_ok())
            .find(|mark| !orphaned(*mark) && self.fits(*mark, *end, width));
        if let (true, true, Some(mark)) = (wide, orphaned(*last), found) {
            *last = mark;
        }
    }

    /// The grapheme at which the line after the one from `start` begins.
    fn next_line(&self, start: usize, width: usize) -> usize {
        let last = self.marks.len() - 1;
        if self.fits(start, last, width) {
            return last;
        }
        let most = self.most(start, width);
        let hung = self.past_spaces(most);
        let free = |&mark: &usize| width < NARROW || self.opportunities.binary_search(&self.at(mark)).is_ok();
        let inside = |&mark: &usize| kinsoku::is_in_token(self.text, self.at(mark));
        let tidy = |&mark: &usize| kinsoku::may_cut(self.text, self.at(mark));
        let back = || (start + 1..=most).rev();
        Some(hung)
            .filter(free)
            .or_else(|| back().find(free))
            .or_else(|| back().find(|mark| inside(mark) && tidy(mark)))
            .or_else(|| back().find(tidy))
            .unwrap_or(most)
    }

    /// The last grapheme boundary that still fits, at least one grapheme on.
    fn most(&self, start: usize, width: usize) -> usize {
        let limit = self.cells(start) + width;
        self.marks
            .partition_point(|&(_, cells)| cells <= limit)
            .saturating_sub(1)
            .max(start + 1)
    }

    /// The boundary after the spaces at `mark`: they may hang over the edge.
    fn past_spaces(&self, mark: usize) -> usize {
        let at = self.at(mark);
        let rest = &self.text[at..];
        let end = at + rest.len() - rest.trim_start_matches(is_space).len();
        (self.marks.partition_point(|&(start, _)| start <= end) - 1).max(mark)
    }

    fn fits(&self, start: usize, end: usize, width: usize) -> bool {
        let text = self.text_of(start, end);
        let end = self.marks.partition_point(|&(at, _)| at < text.end).max(start);
        self.cells(end) - self.cells(start) <= width
    }

    /// The bytes of a line, without the spaces it ends in.
    fn text_of(&self, start: usize, end: usize) -> Range<usize> {
        let line = &self.text[self.at(start)..self.at(end)];
        self.at(start)..self.at(start) + line.trim_end_matches(is_space).len()
    }

    fn at(&self, mark: usize) -> usize {
        self.marks.get(mark).map_or(self.text.len(), |&(at, _)| at)
    }

    fn cells(&self, mark: usize) -> usize {
        self.marks
            .get(mark)
            .or(self.marks.last())
            .map_or(0, |&(_, cells)| cells)
    }
}

/// Spaces that vanish at a break; a no-break space is not one.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::mixed::{POLICIES, mixed};

    fn lines(text: &str, width: usize) -> Vec<&str> {
        wrap(text, width, Policy::Narrow)
            .into_iter()
            .map(|line| &text[line])
            .collect()
    }

    #[test]
    fn marks_do_not_begin_lines() {
        assert_eq!(
            lines("校企共建基地，共育人才。", 12),
            ["校企共建基", "地，共育人", "才。"]
        );
        assert_eq!(lines("打造“金基地”平台", 6), ["打造", "“金基", "地”平", "台"]);
        assert_eq!(lines("合计2000多万元", 12), ["合计", "2000多万元"]);
    }

    #[test]
    fn spaces_vanish_at_breaks_and_nowhere_else() {
        assert_eq!(lines("AI and   VR tools", 6), ["AI and", "VR", "tools"]);
        assert_eq!(
            lines("\u{3000}\u{3000}校企共建", 8),
            ["\u{3000}\u{3000}校企", "共建"]
        );
        assert_eq!(lines("一\n\n二 ", 8), ["一", "", "二"]);
        assert_eq!(lines("", 8), [""]);
        assert_eq!(lines("   ", 2), [""]);
    }

    #[test]
    fn what_cannot_break_is_cut_where_no_rule_is_broken() {
        assert_eq!(lines("abcdefghij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(lines("abc,,defg", 4), ["ab", "c,,d", "efg"]);
        assert_eq!(lines("，，，，，，", 4), ["，，", "，，", "，，"]);
        assert_eq!(lines("党建，", 3), ["党", "建", "，"]);
        assert_eq!(lines("党建", 1), ["党", "建"]);
        assert_eq!(lines("党", 0), ["党"]);
    }

    #[test]
    fn a_tag_stays_in_one_piece_and_an_address_too() {
        let text = "紧密合作企业 近年来";
        let tag = text.find("近").unwrap()..text.len();
        let tags = std::slice::from_ref(&tag);
        let rules = Rules {
            whole: tags,
            no_orphan: false,
        };
        let shown: Vec<&str> = fill(text, 16, 16, rules, Policy::Safe)
            .into_iter()
            .map(|line| &text[line])
            .collect();
        assert_eq!(shown, ["紧密合作企业", "近年来"]);
        assert_eq!(longest_piece(text, tags, 80, Policy::Safe), 6);
        assert_eq!(lines("见 tzvcst/mould-firms", 18), ["见", "tzvcst/mould-firms"]);
        assert_eq!(
            lines("见 tzvcst/mould-firms", 12),
            ["见", "tzvcst/", "mould-firms"]
        );
        let piece = |most| longest_piece("见 tzvcst/mould-firms。", &[], most, Policy::Safe);
        assert_eq!((piece(80), piece(19)), (20, 2));
    }

    #[test]
    fn a_tag_longer_than_its_line_is_broken_between_words() {
        let text = "34 in recent years, cumulative.";
        let tag = text.find("in").unwrap()..text.len() - 1;
        let shown = |width| -> Vec<&str> {
            let whole = std::slice::from_ref(&tag);
            let rules = Rules {
                whole,
                no_orphan: true,
            };
            let ranges = fill(text, width, width, rules, Policy::Safe);
            ranges.into_iter().map(|line| &text[line]).collect()
        };
        assert_eq!(shown(28), ["34", "in recent years, cumulative."]);
        assert_eq!(shown(27), ["34 in recent years,", "cumulative."]);
        assert_eq!(shown(12), ["34 in recent", "years,", "cumulative."]);
    }

    #[test]
    fn pieces_that_hang_together_are_never_wider_than_their_line() {
        let text = "SDCIT 34 (34 organisations); 2 organisations apart.";
        let tags = ["(34 organisations)", "; 2 organisations apart"].map(|tag| {
            let at = text.find(tag).unwrap();
            at..at + tag.len()
        });
        for width in 22..60 {
            let rules = Rules {
                whole: &tags,
                no_orphan: true,
            };
            for line in fill(text, width, width, rules, Policy::Safe) {
                let line = &text[line];
                let whole_words = line.split(' ').all(|word| text.split(' ').any(|own| own == word));
                assert!(line.len() <= width && whole_words, "{width} {line:?}");
            }
        }
    }

    #[test]
    fn no_character_is_left_alone_on_a_last_line_of_a_label() {
        let shown = |text: &'static str, width| -> Vec<&str> {
            let rules = Rules {
                no_orphan: true,
                ..Rules::default()
            };
            let ranges = fill(text, width, width, rules, Policy::Safe);
            ranges.into_iter().map(|line| &text[line]).collect()
        };
        assert_eq!(shown("行业产教融合共同体", 16), ["行业产教融合共", "同体"]);
        assert_eq!(shown("产教融合共同体。", 12), ["产教融合共", "同体。"]);
        assert_eq!(shown("合计34家", 4), ["合计", "34家"]);
        assert_eq!(shown("共建 体", 4), ["共建", "体"]);
    }

    #[test]
    fn the_first_line_may_be_shorter() {
        let text = "产教融合共同体";
        let shown: Vec<&str> = fill(text, 4, 8, Rules::default(), Policy::Safe)
            .into_iter()
            .map(|line| &text[line])
            .collect();
        assert_eq!(shown, ["产教", "融合共同", "体"]);
    }

    #[test]
    fn width_is_that_of_the_drawn_text() {
        let text = "甲……乙";
        assert_eq!(wrap(text, 6, Policy::Narrow).len(), 1);
        assert_eq!(wrap(text, 9, Policy::Safe), [0..9, 9..12]);
        assert_eq!(wrap(text, 10, Policy::Safe).len(), 1);
    }

    #[test]
    fn a_space_that_carries_a_mark_does_not_hang() {
        assert_eq!(wrap("  \u{301}", 0, Policy::Narrow), [0..0, 1..4]);
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_nothing_is_lost_but_spaces(text in mixed(), width in 0usize..30) {
            for policy in POLICIES {
                let mut at = 0;
                for line in wrap(&text, width, policy) {
                    let shown = &text[line.clone()];
                    let single = graphemes(shown).count() == 1;
                    prop_assert!(policy.width(shown) <= width || single, "{:?} {:?}", policy, shown);
                    prop_assert!(text[at..line.start].chars().all(is_space));
                    at = line.end;
                }
                prop_assert!(text[at..].chars().all(is_space));
            }
        }

        #[test]
        fn a_forbidden_mark_begins_a_line_only_for_want_of_a_better_cut(text in mixed(), width in 4usize..40) {
            for policy in POLICIES {
                for pair in wrap(&text, width, policy).windows(2) {
                    let (line, cut) = (&pair[0], pair[1].start);
                    let before = &text[line.clone()];
                    let choice = graphemes(before).scan(line.start, |at, g| { *at += g.len(); Some(*at) })
                        .filter(|&at| at < line.end)
                        .any(|at| kinsoku::may_cut(&text, at) && !before[..at - line.start].trim_matches(is_space).is_empty());
                    prop_assert!(kinsoku::may_cut(&text, cut) || !choice, "{:?} {:?}", policy, before);
                }
            }
        }

        #[test]
        fn a_line_takes_all_that_fits_up_to_its_break(text in "[党建校企]{1,30}", width in 4usize..20) {
            let lines = wrap(&text, width, Policy::Safe);
            for line in &lines[..lines.len() - 1] {
                prop_assert!(Policy::Safe.width(&text[line.clone()]) >= width - 1);
            }
        }

        #[test]
        fn lines_of_paragraphs_are_paragraphs_of_lines(a in mixed(), b in mixed(), width in 4usize..20) {
            let text = format!("{a}\n{b}");
            let shift = a.len() + 1;
            let after = wrap(&b, width, Policy::Safe).into_iter().map(|line| line.start + shift..line.end + shift);
            let apart: Vec<_> = wrap(&a, width, Policy::Safe).into_iter().chain(after).collect();
            prop_assert_eq!(wrap(&text, width, Policy::Safe), apart);
        }
    }
}
