//! What was typed, word by word.
//!
//! Owns the cutting into words and the reading of a word as a figure. It knows nothing of what there is to find.

use super::pattern::Pattern;
use crate::{numeral, text::fold::fold_str};

/// One word of a query.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Word {
    /// The word as it matches texts.
    pub(crate) pattern: Pattern,
    /// The word as a figure, if it is one.
    pub(crate) figure: Option<Figure>,
}

/// A figure that was typed: `2000万`, `98%`, `34家`, `2wan`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Figure {
    /// In base units.
    pub(crate) value: f64,
    /// The unit; empty when none was typed.
    pub(crate) unit: Box<str>,
    /// A bare number may as well be part of a name (360公司).
    pub(crate) bare: bool,
}

/// The words of `text`; none when nothing in it can be matched.
pub(crate) fn words(text: &str) -> Vec<Word> {
    text.split_whitespace().filter_map(Word::new).collect()
}

impl Word {
    /// One word; none when it is made of marks alone.
    pub(crate) fn new(text: &str) -> Option<Self> {
        let folded = fold_str(text);
        Some(Self {
            pattern: Pattern::new(&folded)?,
            figure: figure(&folded),
        })
    }

    /// The word cut in two at every place, two letters at least on either side.
    pub(crate) fn halves(&self) -> impl Iterator<Item = [Self; 2]> {
        let units = self.pattern.units();
        (2..units.len().saturating_sub(1)).filter_map(|at| {
            let (head, tail) = units.split_at(at);
            let word = |units: &[char]| Self::new(&units.iter().collect::<String>());
            Some([word(head)?, word(tail)?])
        })
    }
}

/// The figure that the whole of a folded word states. Words without a digit are words, unless long: 两千万.
fn figure(word: &str) -> Option<Figure> {
    let bare = word.bytes().all(|byte| byte.is_ascii_digit());
    let digits = word.starts_with(|c: char| c.is_ascii_digit());
    if let Some(value) = numeral::value(word).filter(|_| digits || word.chars().count() > 2) {
        let unit = "".into();
        return Some(Figure { value, unit, bare });
    }
    let quantity = digits.then(|| numeral::read(&in_han(word)))??;
    Some(Figure {
        value: quantity.value,
        unit: quantity.unit,
        bare: false,
    })
}

/// The magnitudes an office types without an input method.
const MAGNITUDES: [(&str, &str); 4] = [("wan", "万"), ("w", "万"), ("yi", "亿"), ("qian", "千")];

/// `2wan` as `2万`; words of other letters as they are.
fn in_han(word: &str) -> String {
    let digits = word.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let number = &word[..word.len() - digits.len()];
    let letters = digits.trim_start_matches(|c: char| c.is_ascii_lowercase());
    let typed = &digits[..digits.len() - letters.len()];
    match MAGNITUDES.iter().find(|(latin, _)| *latin == typed) {
        Some((_, han)) => format!("{number}{han}{letters}"),
        None => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure_of(text: &str) -> Option<(f64, String)> {
        let figure = Word::new(text)?.figure?;
        Some((figure.value, figure.unit.into()))
    }

    #[test]
    fn figures_are_read_with_or_without_an_input_method() {
        for (typed, value, unit) in [
            ("2000万", 20_000_000.0, ""),
            ("2000万元", 20_000_000.0, "元"),
            ("２０００万", 20_000_000.0, ""),
            ("2wan", 20_000.0, ""),
            ("2w", 20_000.0, ""),
            ("2wan人", 20_000.0, "人"),
            ("98%", 98.0, "%"),
            ("98％", 98.0, "%"),
            ("34家", 34.0, "家"),
            ("360", 360.0, ""),
            ("两千万", 20_000_000.0, ""),
        ] {
            assert_eq!(figure_of(typed), Some((value, unit.to_owned())), "{typed}");
        }
    }

    #[test]
    fn words_are_no_figures() {
        for word in ["就业率", "五育", "三维一体", "jyl", "5院4中心", "vr"] {
            assert_eq!(figure_of(word), None, "{word}");
        }
    }

    #[test]
    fn marks_alone_are_no_word() {
        assert_eq!(words(" “”　、 ").len(), 0);
        assert_eq!(words("tzkj　jyl").len(), 2);
    }
}
