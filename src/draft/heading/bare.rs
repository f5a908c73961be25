//! Lines that are headings by nothing but being short: the title, and bare lines above a paragraph.

use super::{
    Candidate,
    byline::{is_byline, is_caption, is_institution, is_spaced_out},
};
use crate::draft::heading_marks::{
    bullets, is_bullet, is_note, labelled, numbered, point, set_off, signed, states_figure,
};
use crate::draft::heading_style::{HeadingNeed, Style};
use crate::text::han::is_han;

/// Characters a heading does not end with.
const ENDS: [char; 12] = ['。', '；', ';', '，', ',', '、', '：', ':', '…', '）', ')', '.'];

/// Longest title, in characters: two lines of print.
const TITLE: usize = 60;

/// Longest bare heading, in characters.
const LONGEST: usize = 36;

/// Longest line with a name such as 学校 that is a heading of its own, in characters.
const SCHOOL: usize = 6;

/// Longest line that is surely a heading where it is the only one, in characters.
const SURE: usize = 16;

/// Whether the first line of an article is its title.
pub(crate) fn is_title(text: &str) -> bool {
    let text = text.trim();
    let short = text.chars().count() <= TITLE && !text.contains('。');
    let ends = text.ends_with(['；', ';', '，', ',', '、', '：', ':', '…']);
    // 【奋进新征程】某校… is a title, 【核心提示】… and 【本报讯】 are none.
    let is_aside = |inner: &str| is_note(inner) || inner.ends_with(['讯', '电']);
    let bracketed = signed(text).is_some_and(|(inner, rest)| !rest.is_empty() && is_aside(inner));
    short && !ends && !bracketed && !is_numbered(text) && point(text).is_none() && !is_byline(text)
}

/// Whether the second line of an article goes on with its title: ——某校的实践, 关于…的调研报告, or a line with the name
/// of a school.
pub(crate) fn is_subtitle(text: &str) -> bool {
    const SCHOOLS: [&str; 8] = ["学院", "大学", "学校", "职校", "职教中心", "學院", "大學", "學校"];
    const KINDS: [&str; 12] = [
        "纪实", "侧记", "综述", "报告", "案例", "观察", "见闻", "启示", "札记", "探访", "掠影", "巡礼",
    ];
    let text = text.trim();
    let dashed = text.starts_with(['—', '―', '–', '-', '─']);
    // 学校概况 is a heading.
    let says_more = text.chars().count() > SCHOOL;
    let school = says_more && SCHOOLS.iter().any(|word| text.contains(word)) && !is_institution(text);
    let kind = KINDS.iter().any(|word| text.ends_with(word));
    is_short(text) && is_plain(text) && !is_numbered(text) && (dashed || school || kind)
}

/// Whether a line begins with a mark that counts, or with a number set off by a blank.
fn is_numbered(text: &str) -> bool {
    numbered(text).is_some() || set_off(text).is_some()
}

/// The lines around a line of the article.
pub(crate) struct Around<'a> {
    above: Option<&'a str>,
    /// The lines that follow it.
    next: Option<&'a str>,
    after: Option<&'a str>,
    /// Whether the line runs on into the one that follows it.
    pub(crate) runs_on: bool,
}

impl<'a> Around<'a> {
    /// The lines around the line `at` of `body`.
    pub(crate) fn new(body: &[(u32, &'a str)], at: usize, runs_on: bool) -> Self {
        let text = |at: usize| body.get(at).map(|(_, text)| text.trim());
        Self {
            above: at.checked_sub(1).and_then(text),
            next: text(at + 1),
            after: text(at + 2),
            runs_on,
        }
    }

    /// Whether the line may be their heading: they are a paragraph, a numbered line, a list behind bullets that are
    /// not the line's own, or a heading of two lines.
    fn carries(&self, line: &str) -> bool {
        let ends = |text: &&str| is_paragraph(text) || numbered(text).is_some();
        let two = |text: &&str| is_short(text) && is_plain(text) && self.after.as_ref().is_some_and(ends);
        let bullet = |text: &str| text.chars().next().filter(|_| bullets(text).is_some());
        let lists = |text: &&str| bullet(text).is_some() && bullet(text) != bullet(line);
        self.next
            .as_ref()
            .is_some_and(|next| ends(next) || lists(next) || two(next))
    }

    /// Whether the line above is a row of a list: it goes on, or is a numbered sentence with no text under it.
    pub(crate) fn is_below_row(&self) -> bool {
        let sentence = |text: &str| text.find('。') == Some(text.len() - '。'.len_utf8());
        self.above.is_some_and(|above| {
            above.ends_with(['；', ';'])
                || numbered(above).is_some() && above.ends_with('。') && sentence(above)
        })
    }

    /// Whether what follows is a paragraph.
    pub(crate) fn is_above_paragraph(&self) -> bool {
        self.next.is_some_and(is_paragraph)
    }

    /// Whether what follows is text of a line of `style`: a paragraph without a number of its own, or a lower number.
    pub(crate) fn is_above_text_of(&self, style: Style) -> bool {
        self.next.is_some_and(|next| match numbered(next) {
            Some((other, _)) => other > style,
            None => is_paragraph(next),
        })
    }

    /// Whether they are rows of a list.
    fn lists(&self) -> bool {
        [self.next, self.after]
            .iter()
            .all(|row| row.is_some_and(is_entry))
    }
}

/// 在校生：8912人, 职业证书 196本: a row of a list.
fn is_entry(text: &str) -> bool {
    let value = text.split_whitespace().skip(1).last().unwrap_or_default();
    let counts = value.starts_with(|c: char| c.is_ascii_digit()) && states_figure(value);
    counts
        || text
            .split_once(['：', ':'])
            .is_some_and(|(_, value)| value.contains(|c: char| c.is_numeric()))
}

/// A label of two to twelve Han characters and nothing else.
fn is_label(text: &str) -> bool {
    (2..=12).contains(&text.chars().count()) && text.chars().all(is_han)
}

/// A bare heading: short, without an end mark, above a paragraph or another mark. One that is very short, or stands
/// above something else, has to be built like another.
pub(crate) fn line(line: u32, text: &str, around: &Around<'_>) -> Option<Candidate> {
    let trimmed = text.trim();
    let plain = is_plain(apart(trimmed))
        && !around.runs_on
        && !trimmed.starts_with(['—', '-', '(', '（'])
        && !is_entry(trimmed)
        && !is_caption(apart(trimmed))
        && !is_institution(trimmed)
        && !is_clipped(apart(trimmed))
        && trimmed.matches(['|', '｜', '\t']).count() < 2;
    let carries = around.carries(trimmed);
    let surely = carries && (is_short(trimmed) && plain || is_opening(apart(trimmed)))
        || around.lists() && is_label(trimmed) && plain;
    let tiny = (2..=3).contains(&apart(trimmed).chars().count()) && apart(trimmed).chars().all(is_han);
    let row = trimmed.contains(|c: char| c.is_ascii_digit() || "\t|｜".contains(c));
    let leads = is_short(trimmed) && !row && around.next.is_some() || tiny && carries;
    let perhaps = plain && leads;
    if !surely && !perhaps {
        return None;
    }
    let inner = apart(trimmed);
    if inner.len() < trimmed.len() && !labelled(inner) && states_figure(inner) {
        return None;
    }
    let start = super::offset(text, inner);
    let end = start + inner.len();
    let style = if labelled(inner) {
        Style::Labelled
    } else if bullets(trimmed).is_some() {
        Style::BareBullet
    } else {
        Style::Bare
    };
    let mut found = Candidate::new(line, style, start..end, start..end);
    if !surely {
        found.need = HeadingNeed::Alike;
    }
    Some(found)
}

/// Whether blanks part a line into more than two phrases: a row, or names. 党 旗 映 杏 林 is one phrase.
fn is_clipped(text: &str) -> bool {
    let words = text
        .split_whitespace()
        .filter(|word| word.contains(char::is_alphanumeric));
    words.count() > 2 && !is_spaced_out(text)
}

/// A line without the bullets around it, and without the colon of 采访札记：.
fn apart(text: &str) -> &str {
    let inner = text.trim_matches(|c: char| is_bullet(c) || c.is_whitespace());
    inner
        .strip_suffix('：')
        .filter(|name| is_opening(name))
        .unwrap_or(inner)
}

/// Whether the only bare line of an article is surely a heading: between paragraphs, or below one and above 一、.
pub(crate) fn stands_alone(body: &[(u32, &str)], at: usize) -> bool {
    let text = body[at].1.trim();
    let paragraph = |at: Option<usize>| {
        at.and_then(|at| body.get(at))
            .is_some_and(|(_, text)| is_paragraph(text))
    };
    let numbers = body
        .get(at + 1)
        .is_some_and(|(_, text)| numbered(text.trim()).is_some());
    let two = text.contains(['，', ',', ' ', '\u{3000}', '：', ':', '“']);
    let short = text.chars().count() <= SURE;
    paragraph(at.checked_sub(1)) && (paragraph(Some(at + 1)) && (two || short) || numbers && short)
}

/// 前  言, 结语: headings shorter than any other, often set with spaces.
pub(super) fn is_opening(text: &str) -> bool {
    const NAMES: [&str; 15] = [
        "采访札记",
        "记者观察",
        "记者手记",
        "采访手记",
        "编后",
        "前言",
        "引言",
        "导言",
        "序言",
        "概述",
        "结语",
        "结束语",
        "后记",
        "尾声",
        "小结",
    ];
    let letters: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    NAMES.contains(&letters.as_str())
}

fn is_paragraph(text: &str) -> bool {
    text.trim().chars().count() > LONGEST || text.contains('。')
}

fn is_short(text: &str) -> bool {
    let han = text.chars().filter(|c| is_han(*c)).count();
    (4..=LONGEST).contains(&text.chars().count()) && han >= 4
}

/// Whether a line has no end mark, is not of a numbered style and no byline.
fn is_plain(text: &str) -> bool {
    !text.ends_with(ENDS)
        && !text.contains('。')
        && point(text).is_none()
        && !is_byline(text)
        && !is_note(text.split(['：', ':']).next().unwrap_or_default())
        && !signed(text).is_some_and(|(inner, _)| is_note(inner))
}
