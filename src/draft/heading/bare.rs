//! Lines that are headings by nothing but being short: the title, and bare lines above a paragraph.

use super::Found;
use crate::draft::{
    mark::{Style, numbered, point, signed},
    receive::is_han,
};

/// Characters a heading does not end with.
const ENDS: [char; 12] = ['。', '；', ';', '，', ',', '、', '：', ':', '…', '）', ')', '.'];

/// Longest title, in characters: two lines of print.
const TITLE: usize = 60;

/// Longest bare heading, in characters.
const LONGEST: usize = 36;

/// Whether the first line of an article is its title.
pub fn is_title(text: &str) -> bool {
    let text = text.trim();
    let short = text.chars().count() <= TITLE && !text.contains('。');
    let ends = text.ends_with(['；', ';', '，', ',', '、', '：', ':', '…']);
    let bracketed = signed(text).is_some_and(|(_, rest)| !rest.is_empty());
    short && !ends && !bracketed && numbered(text).is_none() && point(text).is_none() && !is_byline(text)
}

/// A bare heading: short, without an end mark, above a paragraph or another mark.
pub fn line(line: u32, text: &str, next: Option<&str>) -> Option<Found> {
    let trimmed = text.trim();
    let start = super::offset(text, trimmed);
    let end = start + trimmed.len();
    let next = next?.trim();
    let below = next.chars().count() > LONGEST || next.contains('。') || numbered(next).is_some();
    let han = trimmed.chars().filter(|c| is_han(*c)).count();
    let short = (4..=LONGEST).contains(&trimmed.chars().count()) && han >= 4;
    let plain = !trimmed.ends_with(ENDS) && !trimmed.contains('。') && point(trimmed).is_none();
    let heading =
        below && short && plain && !is_byline(trimmed) && !trimmed.starts_with(['—', '-', '(', '（']);
    heading.then(|| {
        let said = start + trimmed.len()
            - trimmed
                .trim_start_matches(['■', '●', '◆', '▶', '★', '▲', '◎', ' '])
                .len();
        Found {
            line,
            style: Some(Style::Bare),
            printed: said..end,
            said: said..end,
        }
    })
}

/// Who wrote, took or sent it: 通讯员 某某, 图为…, names apart.
fn is_byline(text: &str) -> bool {
    const STARTS: [&str; 14] = [
        "通讯员",
        "本报",
        "本刊",
        "记者",
        "作者",
        "特约",
        "图为",
        "图一",
        "图1",
        "图2",
        "图3",
        "资料图",
        "供图",
        "摄影",
    ];
    const ENDS: [&str; 5] = ["摄", "供图", "报道", "通讯员", "记者"];
    let names =
        text.split_whitespace().count() > 1 && text.split_whitespace().all(|name| name.chars().count() <= 3);
    STARTS.iter().any(|word| text.starts_with(word)) || ENDS.iter().any(|word| text.ends_with(word)) || names
}
