//! The clause a figure stands in, and what of it speaks of this figure: the words up to the figures next to it.
//!
//! Owns the borders of a clause and the words that only lead up to a figure. Knows no metrics.

use super::{ArticleFigure, Draft};
use crate::numeral::NumeralKind;
use crate::text::han::is_han;

/// What ends a clause. An enumeration comma does too: the members of a list are counted one by one.
const MARKS: [char; 20] = [
    '，', ',', '。', '；', ';', '、', '：', ':', '！', '!', '？', '?', '（', '）', '(', ')', '—', '\u{3000}',
    '【', '】',
];

/// How far a clause is looked for on each side, in bytes: no line of an article is read again for every figure of it.
const REACH: usize = 120;

/// Words that stand between what is counted and its figure.
const BEFORE_FIGURE: &[&str] = &[
    "的比例达到",
    "的比例达",
    "比例达到",
    "累计达到",
    "累计达",
    "达到了",
    "达到",
    "增长到",
    "增长至",
    "提高到",
    "提升到",
    "提升至",
    "提高至",
    "下降到",
    "下降至",
    "降至",
    "降到",
    "增加到",
    "增至",
    "升至",
    "扩大到",
    "发展到",
    "保持在",
    "稳定在",
    "共计",
    "总计",
    "合计",
    "共有",
    "约为",
    "分别为",
    "连续",
    "达",
    "为",
    "至",
    "到",
    "共",
    "由",
    "从",
    "有",
];

/// Words at the beginning of a clause that say nothing of what is counted.
const AT_START: &[&str] = &[
    "近年来",
    "近几年",
    "目前",
    "其中",
    "累计",
    "并且",
    "同时",
    "全校",
    "学校现有",
    "学院现有",
    "学校共有",
    "学院共有",
    "学校已",
    "学院已",
    "学校",
    "学院",
    "我校",
    "我院",
    "该校",
    "该院",
    "现有",
    "拥有",
    "共有",
    "设有",
    "建有",
    "建成",
    "共建",
    "成立",
    "已经",
    "已",
    "共",
    "现",
    "并",
    "年",
];

/// The words around a figure that speak of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Clause<'a> {
    /// The first words of the clause, up to its first numeral.
    subject: &'a str,
    /// From the numeral before the figure, or the beginning of the clause, to the figure.
    before: &'a str,
    /// From the figure to the next numeral or the end of the clause.
    after: &'a str,
    /// Before a figure that its clause begins with, the words of the clause before: 接待团队 in 接待团队530批次、2.6万人.
    lead: &'a str,
    /// Whether the words behind end at another figure.
    is_cut: bool,
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
        let is_time = |kind: &NumeralKind| {
            matches!(
                kind,
                NumeralKind::Year | NumeralKind::Date | NumeralKind::ClassYear | NumeralKind::Duration
            )
        };
        let others = draft.others_in(figure.line, start..end).iter();
        let times = others
            .filter(|other| is_time(&other.kind))
            .map(|other| &other.range);
        let (mut low, mut high, mut first) = (start, end, figure.range.start);
        for range in figures.chain(times).filter(|range| range.end <= end) {
            if range.end <= figure.range.start {
                low = low.max(range.end);
                first = first.min(range.start);
            } else if range.start >= figure.range.end {
                high = high.min(range.start);
            }
        }
        Self {
            subject: &text[start..first.max(start)],
            before: &text[low..figure.range.start],
            after: &text[figure.range.end..high],
            lead: if low == start {
                lead(draft, text, figure.line, start)
            } else {
                ""
            },
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
        let after = if after.starts_with(|c: char| is_han(c) || "“《".contains(c)) {
            after
        } else {
            ""
        };
        if self.is_cut { without_end(after) } else { after }
    }

    /// Whether the figure is what a change began with: 由72%升至95%.
    pub(super) fn is_a_start(self) -> bool {
        self.before.trim_end().ends_with(['由', '从'])
    }

    /// The words that speak of this figure and no other, for looking up a word in.
    pub(super) fn words(self) -> String {
        format!("{}\n{}\n{}", self.subject, self.before, self.after)
    }

    /// What is counted, as the clause has it without its figures; empty when that is too long or says nothing.
    pub(super) fn label(self) -> String {
        const LONGEST: usize = 18;
        let (before, after) = (without_start(self.before()), self.after());
        let subject = without_start(without_end(self.subject.trim()));
        let whole = format!("{before}{after}");
        // 由11家增至64家: the words in front of the second figure say how it came about, not what is counted.
        let of_subject = format!("{subject}{after}");
        let of_lead = format!(
            "{}{}{after}",
            without_start(without_end(self.lead)),
            self.before.trim()
        );
        let lead = without_start(without_end(self.lead));
        let candidates = [&*whole, after, before, &*of_subject, subject, &*of_lead, lead];
        let fits = |words: &&&str| (2..=LONGEST).contains(&words.chars().count()) && is_plain(words);
        candidates
            .iter()
            .find(fits)
            .map_or_else(String::new, |words| (**words).to_owned())
    }
}

/// Whether words can stand alone: more than a change, a Han letter in them, and every quotation mark with its twin.
fn is_plain(words: &str) -> bool {
    const CHANGES: [&str; 14] = [
        "增长",
        "同比增长",
        "提高",
        "提升",
        "下降",
        "减少",
        "增加",
        "人均",
        "户均",
        "年均",
        "较去年同期提升",
        "比上年增长",
        "比上年提高",
        "获得",
    ];
    if CHANGES.contains(&words) {
        return false;
    }
    let pairs = [('“', '”'), ('《', '》'), ('‘', '’'), ('【', '】')];
    let even = |(open, close): (char, char)| words.matches(open).count() == words.matches(close).count();
    words.chars().any(is_han) && pairs.into_iter().all(even)
}

/// A colon right before the figure leads up to it: 在校生：8912人.
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
        let first = figures.first().map_or(end, |figure| figure.range.start);
        let words = text[start..first].trim();
        if !words.is_empty() || figures.is_empty() {
            return words;
        }
        end = start;
    }
    ""
}

fn border_before(text: &str, at: usize) -> usize {
    let at = text[..at].trim_end().trim_end_matches(['：', ':']).len().min(at);
    let reach = text[..at]
        .char_indices()
        .rev()
        .take_while(|(start, c)| at - start <= REACH && !MARKS.contains(c));
    reach.last().map_or(at, |(start, _)| start)
}

fn border_after(text: &str, at: usize) -> usize {
    let reach = text[at..]
        .char_indices()
        .take_while(|(end, c)| *end <= REACH && !MARKS.contains(c));
    at + reach.last().map_or(0, |(end, c)| end + c.len_utf8())
}

fn without_end(mut words: &str) -> &str {
    while let Some(rest) = BEFORE_FIGURE.iter().find_map(|word| words.strip_suffix(word)) {
        words = rest.trim_end();
    }
    words
}

pub(super) fn without_start(mut words: &str) -> &str {
    while let Some(rest) = AT_START.iter().find_map(|word| words.strip_prefix(word)) {
        words = rest.trim_start();
    }
    words
}
