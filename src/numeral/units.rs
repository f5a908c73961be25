//! Measure words found in a line.
//!
//! The words stand in `measure_words`. Knows nothing of numbers.

use std::sync::LazyLock;

use super::lexicon::Lexicon;
use super::line::FoldedLine;
use super::measure_words::{ALIASES, LONGER, MEDALS, Nature, UNITS};
use crate::text::han::is_han;

/// A measure word found in a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct FoundUnit {
    /// The name under which it is kept: 台（套） is 台套, ㎡ is 平方米.
    pub(super) name: &'static str,
    pub(super) nature: Nature,
    /// The character after it.
    pub(super) end: usize,
}

/// What the lexicon holds for a word.
struct LexiconEntry {
    name: &'static str,
    nature: Nature,
    longer: &'static [&'static str],
}

static LEXICON: LazyLock<Lexicon<LexiconEntry>> = LazyLock::new(|| {
    let words = UNITS
        .iter()
        .flat_map(|(nature, words)| words.split_whitespace().map(|word| (word, *nature)));
    Lexicon::new(words.map(|(word, nature)| {
        (
            word,
            LexiconEntry {
                name: name(word),
                nature,
                longer: longer(word),
            },
        )
    }))
});

/// The longest measure word at `at`; none where it is only the head of a longer word.
pub(super) fn unit(line: &FoldedLine, at: usize) -> Option<FoundUnit> {
    let (word, entry, end) = LEXICON.longest(line, at)?;
    let unit = FoundUnit {
        name: entry.name,
        nature: entry.nature,
        end,
    };
    (counts(line, word, unit) && !line.any(end, entry.longer)).then_some(unit)
}

fn name(word: &'static str) -> &'static str {
    ALIASES
        .iter()
        .find(|(printed, _)| *printed == word)
        .map_or(word, |&(_, name)| name)
}

fn longer(word: &str) -> &'static [&'static str] {
    LONGER
        .iter()
        .find(|(short, _)| *short == word)
        .map_or(&[], |&(_, next)| next)
}

/// What may stand behind a closed measure word: 95分以上, 91分摘得.
const CLOSERS: &[&str] = &[
    "以上", "左右", "以内", "的", "和", "与", "及", "摘", "夺", "荣", "获", "位居", "位列", "名列", "居",
    "领先", "晋级", "拿下", "斩",
];

fn counts(line: &FoldedLine, word: &str, unit: FoundUnit) -> bool {
    let next = line.at(unit.end);
    match unit.nature {
        Nature::Closed if next.is_ascii_digit() => MEDALS.contains(word),
        Nature::Closed => !is_han(next) || line.any(unit.end, CLOSERS),
        _ => !word.is_ascii() || word == "%" || !next.is_ascii_alphanumeric(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longest_and_named() {
        for (text, expected) in [
            ("人次", "人次"),
            ("人次左右", "人次"),
            ("台（套）设备", "台套"),
            ("㎡", "平方米"),
            ("个百分点", "个百分点"),
            ("家企业", "家"),
            ("场次活动", "场次"),
            ("元宇宙", ""),
            ("部委", ""),
            ("人工智能", ""),
            ("省（区）", "省"),
            ("省级", ""),
            ("kg", "公斤"),
            ("kgf", ""),
            ("支队伍", "支"),
            ("支部", ""),
            ("名师生", "名"),
            ("年级", "年级"),
            ("位一体", ""),
            ("次元", ""),
            ("％以上", "%"),
        ] {
            assert_eq!(
                unit(&FoldedLine::new(text), 0).map_or("", |unit| unit.name),
                expected,
                "{text}"
            );
        }
    }
}
