//! The characters of a text that count in matching, and where they stand.
//!
//! Owns what is passed over (marks and spaces: 工匠班、订单班 is also 工匠班订单班) and where words start. Both the
//! index and the highlighting read texts through it, so that they agree.

use std::ops::Range;

use crate::text::{fold::fold, ordinary};

/// One folded character that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Letter {
    /// The character.
    pub(crate) char: char,
    /// The bytes of the original it came from.
    pub(crate) original: Range<usize>,
    /// Whether a word starts here: at the beginning, after a mark, and between digits, letters and Han.
    pub(crate) starts: bool,
}

/// The letters of `text`.
pub(crate) fn letters(text: &str) -> Vec<Letter> {
    let folded = fold(text);
    let mut words = WordStarts::default();
    let letters = folded.text.char_indices().filter(|(_, char)| counts(*char));
    letters
        .map(|(at, char)| {
            let original = folded.original(at..at + char.len_utf8());
            if text[..original.start]
                .chars()
                .next_back()
                .is_some_and(|c| !counts(c))
            {
                words.mark();
            }
            Letter {
                char,
                original,
                starts: words.starts(char),
            }
        })
        .collect()
}

/// Where words start, letter by letter: at the beginning, after a mark, and where the writing changes.
#[derive(Default)]
pub(crate) struct WordStarts {
    before: Option<Class>,
}

impl WordStarts {
    /// Takes a mark.
    pub(crate) fn mark(&mut self) {
        self.before = None;
    }

    /// Takes a letter, and says whether a word starts with it.
    pub(crate) fn starts(&mut self, letter: char) -> bool {
        let class = class(letter);
        self.before.replace(class) != Some(class)
    }
}

/// Whether folding `char` needs no look at what stands next to it: it is a grapheme by itself, and becomes one
/// character or none. True of nearly all that dossiers are written with.
pub(crate) fn stands_alone(char: char) -> bool {
    ordinary::cells(char).is_some() || matches!(char, '\u{2010}'..='\u{201f}' | '·')
}

/// Whether a character counts in matching.
pub(crate) fn counts(char: char) -> bool {
    char.is_alphanumeric() || matches!(char, '%' | '％')
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Latin,
    Digit,
    Other,
}

fn class(char: char) -> Class {
    match char {
        'a'..='z' => Class::Latin,
        '0'..='9' => Class::Digit,
        _ => Class::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn starts(text: &str) -> Vec<&str> {
        let letters = letters(text);
        let starts = letters.iter().filter(|letter| letter.starts);
        starts.map(|letter| &text[letter.original.clone()]).collect()
    }

    #[test]
    fn words_start_after_marks_and_where_the_writing_changes() {
        assert_eq!(starts("浙江省“五个一批”项目"), ["浙", "五", "项"]);
        assert_eq!(starts("Graduates' employment rate"), ["G", "e", "r"]);
        assert_eq!(starts("华为(山东)ICT学院"), ["华", "山", "I", "学"]);
        assert_eq!(starts("5院4中心"), ["5", "院", "4", "中"]);
    }

    #[test]
    fn marks_do_not_count() {
        let text: String = letters("《工匠班、訂單班》 98％")
            .iter()
            .map(|l| l.char)
            .collect();
        assert_eq!(text, "工匠班订单班98%");
    }
}
