//! The printed marks of headings: 一、 （一） 1. 第一， 一是 【】 ** and a colon.
//!
//! Owns which mark a text begins with and where its text begins; those that count are `number`'s. Whether a line with
//! a mark is a heading is `heading`'s.

mod number;

pub(crate) use number::{NUMBERS, is_number, labelled, numbered, set_off};

use crate::{
    numeral::{NumeralKind, scan},
    text::han::is_han,
};

/// The bytes of 记者： or Q1： at the beginning of a line that asks.
pub(crate) fn question(text: &str) -> Option<usize> {
    const ASKS: [&str; 9] = [
        "Q",
        "记者",
        "本刊记者",
        "本报记者",
        "問",
        "问",
        "主持人",
        "采访者",
        "编者",
    ];
    let word = ASKS.iter().find(|word| text.starts_with(**word))?;
    let asked = word.len() + run(&text[word.len()..], |c| c.is_ascii_digit());
    let colon = text[asked..].chars().next().filter(|c| "：:".contains(*c))?;
    text.ends_with(['？', '?']).then_some(asked + colon.len_utf8())
}

/// The bytes of 首先， at the beginning of `text`, and whether a mark sets it apart.
pub(crate) fn sequence(text: &str) -> Option<(usize, bool)> {
    const WORDS: [&str; 8] = ["首先", "其次", "再次", "再者", "然后", "此外", "最后", "最後"];
    let word = WORDS.iter().find(|word| text.starts_with(**word))?;
    let mark = text[word.len()..]
        .chars()
        .next()
        .filter(|c| "，,：:是".contains(*c));
    Some((word.len() + mark.map_or(0, char::len_utf8), mark.is_some()))
}

/// Whether a sign sets a line apart and belongs to none of its words: ●, ◆, ★, ➤, an emoji.
pub(crate) fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '※' | '\u{25a0}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{fe0f}' | '\u{1f300}'..='\u{1faff}')
}

/// The bytes of the bullets at the beginning of `text`, and of the blanks behind them.
pub(crate) fn bullets(text: &str) -> Option<usize> {
    let rest = text.trim_start_matches(is_bullet);
    (rest.len() < text.len()).then(|| text.len() - rest.trim_start().len())
}

/// The bytes of 一要, 二抓 at the beginning of a paragraph.
pub(crate) fn call(text: &str) -> Option<usize> {
    let first = text.chars().next().filter(|c| NUMBERS.contains(*c))?;
    let word = text[first.len_utf8()..]
        .chars()
        .next()
        .filter(|c| "要抓靠看".contains(*c))?;
    Some(first.len_utf8() + word.len_utf8())
}

/// The bytes of the dashes at the beginning of `text`.
pub(crate) fn dashes(text: &str) -> Option<usize> {
    let dashes = run(text, |c| matches!(c, '—' | '―' | '─' | '–'));
    (dashes > 0).then_some(dashes)
}

/// The bytes of 一是, 其一， at the beginning of `text`, and its number.
pub(crate) fn point(text: &str) -> Option<(u32, usize)> {
    let (before, rest) = match text.strip_prefix('其') {
        Some(rest) => ("其".len(), rest),
        None => (0, text),
    };
    let first = rest.chars().next()?;
    let n = NUMBERS.chars().position(|c| c == first)? as u32 + 1;
    let after = &rest[first.len_utf8()..];
    let word = match before {
        0 => after.strip_prefix('是').map(|_| "是".len()),
        _ => after
            .chars()
            .next()
            .filter(|c| "，,、：:是".contains(*c))
            .map(char::len_utf8),
    };
    word.map(|word| (n, before + first.len_utf8() + word))
}

/// The text between the signs a line is set apart by, and what follows them.
pub(crate) fn signed(text: &str) -> Option<(&str, &str)> {
    let hashes = run(text, |c| c == '#');
    if (1..=6).contains(&hashes) {
        return Some((text[hashes..].trim(), "")).filter(|(text, _)| !text.is_empty());
    }
    const PAIRS: [(&str, &str); 8] = [
        ("**", "**"),
        ("「", "」"),
        ("『", "』"),
        ("__", "__"),
        ("【", "】"),
        ("〖", "〗"),
        ("［", "］"),
        ("[", "]"),
    ];
    PAIRS.iter().find_map(|(open, close)| {
        let (inner, rest) = text.strip_prefix(open)?.split_once(close)?;
        Some((inner.trim(), rest))
    })
}

/// The bytes of `党建引领：` or `做法1：` at the beginning of a paragraph: two to twelve Han characters and a colon.
pub(crate) fn run_in(text: &str) -> Option<usize> {
    const DIGITS: usize = 2;
    let label = run(text, |c| is_han(c) || "“”·".contains(c));
    let number = run(&text[label..], |c| c.is_ascii_digit());
    let count = text[..label].chars().filter(|c| is_han(*c)).count();
    let end = label + number;
    let colon = text[end..].chars().next().filter(|c| "：:".contains(*c))?;
    let names = !introduces_speech(&text[..label]) && !is_note(&text[..label]);
    ((2..=12).contains(&count) && names && number <= DIGITS).then_some(end + colon.len_utf8())
}

/// Whether a label names something that stands beside the text: an abstract, a note of the editors, a picture.
pub(crate) fn is_note(label: &str) -> bool {
    const NOTES: [&str; 25] = [
        "核心提示",
        "阅读提示",
        "编者按",
        "编者的话",
        "按语",
        "导语",
        "导读",
        "摘要",
        "提要",
        "内容提要",
        "内容摘要",
        "关键词",
        "关键字",
        "原标题",
        "图片",
        "视频",
        "图集",
        "附件",
        "附表",
        "附图",
        "续表",
        "附",
        "注",
        "备注",
        "参考文献",
    ];
    let label: String = label.chars().filter(|c| !c.is_whitespace()).collect();
    NOTES.contains(&&*label)
}

/// Whether a label introduces speech, a list or a credit rather than a part.
fn introduces_speech(label: &str) -> bool {
    const ENDS: [&str; 36] = [
        "说",
        "表示",
        "介绍",
        "指出",
        "强调",
        "认为",
        "谈到",
        "告诉",
        "称",
        "道",
        "坦言",
        "感慨",
        "问",
        "答",
        "回忆",
        "透露",
        "如下",
        "包括",
        "例如",
        "比如",
        "即",
        "就是",
        "是",
        "为",
        "有",
        "看到",
        "提出",
        "写道",
        "要求",
        "讯",
        "电",
        "作者",
        "记者",
        "编辑",
        "按",
        "通讯员",
    ];
    ENDS.iter().any(|end| label.ends_with(end))
}

/// The bytes of the longest beginning whose characters all pass.
fn run(text: &str, pass: impl Fn(char) -> bool) -> usize {
    text.find(|c| !pass(c)).unwrap_or(text.len())
}

/// Whether the words state a figure or a date: printed in digits, or larger than what a heading counts by the way
/// (建强三支队伍).
pub(crate) fn states_figure(text: &str) -> bool {
    const SMALL: f64 = 10.0;
    scan(text).iter().any(|found| {
        let digits = text[found.range.clone()].contains(|c: char| c.is_numeric() && !c.is_alphabetic());
        match &found.kind {
            NumeralKind::Quantity(quantity) => quantity.value > SMALL || digits,
            NumeralKind::Year | NumeralKind::Date | NumeralKind::Unclear => digits,
            _ => false,
        }
    })
}
