//! What was typed, word by word.
//!
//! Owns the cutting into words and the reading of a word as a figure. It knows nothing of what there is to find.

use super::{pattern::Pattern, synonyms::others};
use crate::{
    numeral::{self, Quantity},
    text::fold::fold_str,
};

/// One word of a query.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Word {
    /// The word as it matches texts.
    pub(crate) pattern: Pattern,
    /// What it may stand for besides itself, and what that costs.
    pub(crate) others: Vec<(Pattern, u8)>,
    /// The word as a figure, if it is one.
    pub(crate) figure: Option<TypedFigure>,
}

/// A figure that was typed: `2000万`, `98%`, `34家`, `2wan`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TypedFigure {
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
        let others = others(&folded).into_iter();
        Some(Self {
            pattern: Pattern::new(&folded)?,
            others: others
                .filter_map(|(other, cost)| Some((Pattern::new(other)?, cost)))
                .collect(),
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

/// The figure that the whole of a folded word states, however its number is spelt: 65场, 六十五场, 伍拾万.
fn figure(word: &str) -> Option<TypedFigure> {
    let word = &plain_numerals(word);
    let bare = word.bytes().all(|byte| byte.is_ascii_digit()) || word.chars().count() < 3;
    if let Some(value) = numeral::value(word) {
        let unit = "".into();
        return Some(TypedFigure { value, unit, bare });
    }
    let quantity = match word.starts_with(|c: char| c.is_ascii_digit()) {
        true => numeral::read(&in_han(word))?,
        false => whole_quantity(word)?,
    };
    Some(TypedFigure {
        value: quantity.value,
        unit: quantity.unit,
        bare: false,
    })
}

/// The quantity that all of a word is: 五个一批 begins with one and is none.
fn whole_quantity(word: &str) -> Option<Quantity> {
    let found = numeral::scan(word).into_iter().next()?;
    (found.range == (0..word.len())).then(|| found.quantity().cloned())?
}

/// The numerals of cheques as those of prose: 伍拾万 as 五十万.
fn plain_numerals(word: &str) -> String {
    const CHEQUE: &str = "壹贰两叁肆伍陆柒捌玖拾佰仟";
    const PROSE: &str = "一二二三四五六七八九十百千";
    let plain = |c| CHEQUE.chars().zip(PROSE.chars()).find(|(cheque, _)| *cheque == c);
    word.chars()
        .map(|c| plain(c).map_or(c, |(_, prose)| prose))
        .collect()
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
            ("六十五场", 65.0, "场"),
            ("百分之九十八", 98.0, "%"),
            ("伍拾万元", 500_000.0, "元"),
            ("十", 10.0, ""),
        ] {
            assert_eq!(figure_of(typed), Some((value, unit.to_owned())), "{typed}");
        }
    }

    #[test]
    fn words_are_no_figures() {
        for word in ["就业率", "三维一体", "jyl", "5院4中心", "vr"] {
            assert_eq!(figure_of(word), None, "{word}");
        }
    }

    #[test]
    fn marks_alone_are_no_word() {
        assert_eq!(words(" “”　、 ").len(), 0);
        assert_eq!(words("tzkj　jyl").len(), 2);
    }
}
