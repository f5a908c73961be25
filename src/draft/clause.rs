//! The clause a figure stands in, and what of it speaks of this figure: the words up to the figures next to it.
//!
//! Owns the borders of a clause and the words that only lead up to a figure. Knows no metrics, and chooses no label.

use std::ops::Range;

use super::leading_words::{without_end, without_time};
use super::{ArticleFigure, Draft};
use crate::numeral::NumeralKind;
use crate::text::han::is_han;

/// What ends a clause. An enumeration comma does too: the members of a list are counted one by one.
const MARKS: [char; 21] = [
    '，', ',', '。', '；', ';', '、', '：', ':', '！', '!', '？', '?', '（', '）', '(', ')', '—', '\u{3000}',
    '【', '】', '…',
];

/// What a change begins with.
const FROM: [char; 2] = ['由', '从'];

/// What joins two figures: 8所院校和6家企业.
pub(super) const JOINING: [char; 5] = ['和', '与', '及', '以', '、'];

/// How far a clause is looked for on each side, in bytes: no line of an article is read again for every figure of it.
const REACH: usize = 120;

/// The words around a figure that speak of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Clause<'a> {
    /// The first words of the clause, up to its first numeral.
    pub(super) subject: &'a str,
    /// From the numeral before the figure, or the beginning of the clause, to the figure.
    before: &'a str,
    /// From the figure to the next numeral or the end of the clause.
    after: &'a str,
    /// Where no figure stands before it in its clause, or only what a change began with, the words of the clause before:
    /// 接待团队 in 接待团队530批次、2.6万人.
    pub(super) lead: &'a str,
    /// What the enumeration commas around it join to the clause, where nothing in it is counted: 教室、 in
    /// 教室、实训室20间.
    pub(super) joined: (&'a str, &'a str),
    /// Whether the words before begin at another figure.
    pub(super) follows_figure: bool,
    /// Whether the words behind end at another figure.
    pub(super) is_cut: bool,
}

impl<'a> Clause<'a> {
    /// The clause of `figure` in its line, which is `text`.
    pub(super) fn new(draft: &Draft, text: &'a str, figure: &ArticleFigure) -> Self {
        let start = border_before(text, figure.range.start);
        let end = border_after(text, figure.range.end);
        let figures = draft
            .figures_in(figure.line, start..end)
            .iter()
            .map(|figure| &figure.range);
        let others = draft.others_in(figure.line, start..end).iter();
        let times = others
            .filter(|other| is_time(&other.kind))
            .map(|other| &other.range);
        let (mut low, mut high, mut first) = (start, end, figure.range.start);
        let (mut figure_end, mut time_end) = (None, start);
        let marked = figures
            .map(|range| (range, true))
            .chain(times.map(|range| (range, false)));
        for (range, is_figure) in marked.filter(|(range, _)| range.end <= end) {
            if range.end <= figure.range.start {
                low = low.max(range.end);
                first = first.min(range.start);
                match is_figure {
                    true => figure_end = figure_end.max(Some(range.end)),
                    false => time_end = time_end.max(range.end),
                }
            } else if range.start >= figure.range.end {
                high = high.min(range.start);
            }
        }
        let before = &text[low..figure.range.start];
        let subject = &text[start..first.max(start)];
        let list = list_around(draft, text, figure.line, start..end);
        Self {
            subject,
            before: if low > start && low == time_end {
                without_time(before)
            } else {
                before
            },
            after: &text[figure.range.end..high],
            lead: if figure_end.is_none() || matches!(subject.trim(), "由" | "从") {
                lead(draft, text, figure.line, start)
            } else {
                ""
            },
            joined: (
                if low == start {
                    &text[list.start..start]
                } else {
                    ""
                },
                if high == end { &text[end..list.end] } else { "" },
            ),
            follows_figure: figure_end == Some(low),
            is_cut: high < end,
        }
    }

    /// What is printed before the figure, without the words that only lead up to it.
    pub(super) fn before(self) -> &'a str {
        without_end(self.before.trim().trim_end_matches(['：', ':']).trim_end())
    }

    /// What is printed behind the figure.
    pub(super) fn after(self) -> &'a str {
        let after = self.after.trim().trim_start_matches('的');
        // 19个/年 says how often; what leads up to the next figure speaks of that one.
        let after =
            if after.starts_with(|c: char| is_han(c) || c.is_ascii_alphanumeric() || "“《".contains(c)) {
                after
            } else {
                ""
            };
        if !self.is_cut {
            return after;
        }
        without_end(after).trim_end_matches(JOINING)
    }

    /// Whether the figure is what a change began with: 由72%升至95%, 从最初的20家增加到115家.
    pub(super) fn is_a_start(self) -> bool {
        const DOERS: [&str; 6] = ["组成", "构成", "担任", "牵头", "领衔", "承担"];
        if DOERS.iter().any(|word| self.after.contains(word)) {
            return false;
        }
        let before = without_then(self.before);
        // 由五年前的不足三成: the time stands between.
        let behind_time = !self.follows_figure && self.subject.trim_end().ends_with(FROM);
        before.ends_with(FROM) || behind_time
    }

    /// Whom some were chosen from: the teachers in 从136名教师中遴选58名.
    pub(super) fn chosen_from(self) -> Option<&'a str> {
        let from = self.before.trim_end().ends_with('从');
        self.after
            .split_once('中')
            .map(|(members, _)| members)
            .filter(|_| from)
    }

    /// Whether the figure is what a change came to: 95% in 由72%升至95%.
    pub(super) fn is_an_end(self) -> bool {
        self.follows_figure && self.subject.contains(FROM) && self.before.contains(['到', '至', '为'])
    }

    /// The words that speak of this figure and no other, for looking up a word in.
    pub(super) fn words(self) -> String {
        format!("{}\n{}\n{}", self.subject, self.before, self.after)
    }
}

/// The words of the clause that ends at `end`, up to its first figure; of the one before that where it has none.
fn lead<'a>(draft: &Draft, text: &'a str, line: u32, end: usize) -> &'a str {
    const CLAUSES: usize = 3;
    let mut end = end;
    for _ in 0..CLAUSES {
        let Some(mark) = text[..end].chars().next_back().filter(|c| "，、,".contains(*c)) else {
            return "";
        };
        end -= mark.len_utf8();
        let start = border_before(text, end);
        let figures = draft.figures_in(line, start..end);
        let others = draft.others_in(line, start..end);
        let numerals = figures.iter().map(|figure| figure.range.start);
        let first = numerals.chain(
            others
                .iter()
                .filter(|other| is_time(&other.kind))
                .map(|other| other.range.start),
        );
        let words = text[start..first.min().unwrap_or(end)].trim();
        if !words.is_empty() || figures.is_empty() {
            return words;
        }
        end = start;
    }
    ""
}

/// A colon right before the figure leads up to it: 在校生：8912人.
fn border_before(text: &str, at: usize) -> usize {
    let at = text[..at].trim_end().trim_end_matches(['：', ':']).len().min(at);
    let reach = text[..at]
        .char_indices()
        .rev()
        .take_while(|(start, c)| at - start <= REACH && (!MARKS.contains(c) || joins_ranks(text, *start)));
    reach.last().map_or(at, |(start, _)| start)
}

/// Whether the mark at `at` joins two ranks: 一、二等奖.
fn joins_ranks(text: &str, at: usize) -> bool {
    let next = text[at..].strip_prefix('、');
    text[..at].ends_with(['一', '二', '三']) && next.is_some_and(|next| next.starts_with(['二', '三', '四']))
}

fn border_after(text: &str, at: usize) -> usize {
    let reach = text[at..]
        .char_indices()
        .take_while(|(end, c)| *end <= REACH && (!MARKS.contains(c) || joins_ranks(text, at + end)));
    at + reach.last().map_or(0, |(end, c)| end + c.len_utf8())
}

fn is_time(kind: &NumeralKind) -> bool {
    matches!(
        kind,
        NumeralKind::Year | NumeralKind::Date | NumeralKind::ClassYear | NumeralKind::Duration
    )
}

/// The words up to 由 or 从, without when it was: 成员由初创时的, 合格率由试点之初的.
pub(super) fn without_then(words: &str) -> &str {
    const LONGEST: usize = 5;
    let words = words.trim_end().trim_end_matches('的');
    let from = words.rfind(FROM).map(|at| at + '由'.len_utf8());
    let then = from.map_or("", |from| &words[from..]);
    let is_then = then.chars().count() <= LONGEST && then.ends_with(['时', '初', '前', '来', '先', '去']);
    from.filter(|_| is_then).map_or(words, |from| &words[..from])
}

/// The clause with the members of its list, where a list it is: up to three behind and before it, none with a numeral.
fn list_around(draft: &Draft, text: &str, line: u32, clause: Range<usize>) -> Range<usize> {
    const MEMBERS: usize = 3;
    let plain = |range: Range<usize>| {
        draft.figures_in(line, range.clone()).is_empty() && draft.others_in(line, range).is_empty()
    };
    let mut list = clause.clone();
    for _ in 0..MEMBERS {
        let Some(before) = text[..list.start].strip_suffix('、') else {
            break;
        };
        let start = border_before(text, before.len());
        if !plain(start..before.len()) {
            list.start = clause.start;
            break;
        }
        list.start = start;
    }
    for _ in 0..MEMBERS {
        if !text[list.end..].starts_with('、') {
            break;
        }
        let start = list.end + '、'.len_utf8();
        let end = border_after(text, start);
        if !plain(start..end) {
            list.end = clause.end;
            break;
        }
        list.end = end;
    }
    list
}
