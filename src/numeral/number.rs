//! The value of a printed number: 1,200 · 3.5亿 · 2000多万 · 二十三 · 两三 · 数百.
//!
//! Reads the number alone, with the 多, 余, 几, 来 or + inside it. Units, bounds around it and its meaning
//! are for others. Decimals are scaled in print (1.2 and 万 is `1.2e4`), never by a float product.

use super::Bound;
use super::han::{digit, evaluate, magnitude, numeral};
use super::line::FoldedLine;
use super::script::MINUS;

/// A number in a line; places are characters.
#[derive(Clone, Debug)]
pub(super) struct Number {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) value: f64,
    /// The upper of two values printed side by side: 两三, 七八十.
    pub(super) high: Option<f64>,
    /// Printed in Chinese numerals.
    pub(super) han: bool,
    /// Printed without a leading digit: 百余, 千万. A figure only next to a bound.
    pub(super) bare: bool,
    /// Digits printed one by one, without magnitudes: 2023, 二〇二三.
    pub(super) digits: usize,
    /// The bound inside: 多, 余, 几, 数, 上, 来, +.
    pub(super) bound: Option<Bound>,
    /// The power of ten that 千, 万 or 亿 printed behind the digits stand for.
    pub(super) power: i32,
}

impl Number {
    fn new(start: usize, end: usize, value: f64) -> Self {
        Self {
            start,
            end,
            value,
            high: None,
            han: false,
            bare: false,
            digits: 0,
            bound: None,
            power: 0,
        }
    }

    /// Whether this is a number printed as it is, without 万 or 多.
    pub(super) fn plain_or_decimal(&self) -> bool {
        self.power == 0 && self.bound.is_none() && self.high.is_none()
    }

    /// Whether this is a whole number printed as it is, without 万 or 多.
    pub(super) fn plain(&self) -> bool {
        self.power == 0 && self.bound.is_none() && self.high.is_none() && self.value.fract() == 0.0
    }
}

/// The number that begins at `at`.
pub(super) fn number(line: &FoldedLine, at: usize) -> Option<Number> {
    let number = match line.at(at) {
        '0'..='9' => arabic(line, at),
        MINUS => arabic(line, at + 1).map(|number| Number {
            start: at,
            value: -number.value,
            ..number
        }),
        '数' | '几' | '上' => vague(line, at),
        c if numeral(c) => chinese(line, at),
        _ => None,
    }?;
    (number.value.is_finite() && number.high.is_none_or(f64::is_finite)).then_some(number)
}

/// The value of a text that is a number and nothing else: 二十三, 1.2万, ３０.
pub(super) fn value(text: &str) -> Option<f64> {
    let line = FoldedLine::new(text);
    let number = number(&line, 0)?;
    (number.end == line.len() && number.bound.is_none() && number.high.is_none()).then_some(number.value)
}

/// The two numbers that stand one to another in `text`, bound words around them left out: 3 and 1 of 约3:1.
pub(super) fn terms(text: &str) -> Option<[f64; 2]> {
    let line = FoldedLine::new(text);
    let first = (0..line.len()).find_map(|at| number(&line, at))?;
    let sign = line.skip(first.end);
    let second = number(&line, line.skip(sign + 1))?;
    matches!(line.at(sign), ':' | '/' | '比').then_some([first.value, second.value])
}

/// The power of ten at `at`, unless it belongs to the next word: 百分点, 千瓦.
fn power(line: &FoldedLine, at: usize) -> Option<i32> {
    let next = match line.at(at) {
        '百' => "分",
        '千' => "瓦克米伏卡赫帕",
        _ => "",
    };
    magnitude(line.at(at)).filter(|_| !next.contains(line.at(at + 1)))
}

fn arabic(line: &FoldedLine, at: usize) -> Option<Number> {
    let (digits, end) = decimal(line, at);
    let mut number = Number {
        digits: digits.len(),
        ..Number::new(at, end, digits.parse().ok()?)
    };
    let power = tail(line, &mut number);
    if power > 0 {
        number.value = shift(&digits, power)?;
        number.power = power;
        number.digits = 0;
        lower(line, &mut number);
    }
    plus(line, &mut number);
    Some(number)
}

/// `digits` times ten to the `power`, as exact as a float can be.
pub(super) fn shift(digits: &str, power: i32) -> Option<f64> {
    format!("{digits}e{power}").parse().ok()
}

/// The digits at `at` without their separators, and where they end.
fn decimal(line: &FoldedLine, at: usize) -> (String, usize) {
    let mut end = run(line, at);
    let mut text = digits(line, at, end);
    if text.len() <= 3 && !text.starts_with('0') {
        while let Some(stop) = group(line, end) {
            text += &digits(line, end + 1, stop);
            end = stop;
        }
    }
    if line.at(end) == '.' && line.at(end + 1).is_ascii_digit() {
        let stop = run(line, end + 1);
        text.push('.');
        text += &digits(line, end + 1, stop);
        end = stop;
    }
    (text, end)
}

/// The end of a thousands separator and its three digits. Both commas count, and the space of GB/T 15835.
fn group(line: &FoldedLine, at: usize) -> Option<usize> {
    (matches!(line.at(at), ',' | ' ') && run(line, at + 1) == at + 4).then_some(at + 4)
}

fn run(line: &FoldedLine, at: usize) -> usize {
    (at..).find(|&n| !line.at(n).is_ascii_digit()).unwrap_or(at)
}

fn digits(line: &FoldedLine, start: usize, end: usize) -> String {
    line.text(start..end).iter().collect()
}

/// Reads 百千万亿 with a 多 or 余 among or behind them; moves the end, gives the power of ten.
fn tail(line: &FoldedLine, number: &mut Number) -> i32 {
    let mut powers = 0;
    loop {
        let next = line.skip(number.end);
        if let Some(power) = power(line, next).filter(|&power| power > 1) {
            powers += power;
            number.end = next + 1;
        } else if let (None, Some(bound)) = (number.bound, more(line, next)) {
            number.bound = Some(bound);
            number.end = next + 1;
        } else {
            return powers;
        }
    }
}

/// The 多, 余, 几 or 来 at `at`, unless it begins a word of its own: 多媒体, 余姚, 来自.
fn more(line: &FoldedLine, at: usize) -> Option<Bound> {
    const WORDS: [&str; 13] = [
        "多媒体",
        "多元化",
        "多元协",
        "多元主",
        "多功能",
        "多样",
        "多学科",
        "多维",
        "多语",
        "多能",
        "余姚",
        "余杭",
        "余热",
    ];
    match line.at(at) {
        '多' | '余' | '几' if !line.any(at, &WORDS) => Some(Bound::MoreThan),
        '来' if "个家人名位年项万台件次所门天块张亩条支种号".contains(line.at(at + 1)) => {
            Some(Bound::About)
        }
        _ => None,
    }
}

/// Adds the lower part of 2亿3000万 or 3万5千.
fn lower(line: &FoldedLine, number: &mut Number) {
    if number.bound.is_some() || !line.at(number.end).is_ascii_digit() {
        return;
    }
    let Some(rest) = arabic(line, number.end) else {
        return;
    };
    if rest.power > 0 && rest.value < 10f64.powi(number.power) {
        number.value += rest.value;
        number.end = rest.end;
        number.bound = rest.bound;
        number.power = rest.power;
    }
}

/// Reads 300+ as 300多; the plus of 1+X and 3+2 is no bound.
fn plus(line: &FoldedLine, number: &mut Number) {
    let at = line.skip(number.end);
    let next = line.at(line.skip(at + 1));
    let joins =
        next.is_ascii_alphanumeric() || digit(next).is_some() || (number.value < 10.0 && number.power == 0);
    if line.at(at) == '+' && !joins && number.bound.is_none() {
        number.bound = Some(Bound::MoreThan);
        number.end = at + 1;
    }
}

/// 数百, 几十万 (more than one hundred …) and 上百 (one hundred or more).
///
/// 数百 says "several hundred" and gives no number; *more than 100* is the one statement of it that is
/// surely true.
fn vague(line: &FoldedLine, at: usize) -> Option<Number> {
    let word = line.at(at);
    let taken = match word {
        '数' => "人总次件分户指函系倍基岁参少多无",
        '几' => "",
        _ => "以线网身会路手市席之早晚马史船楼车台成",
    };
    let least = if word == '上' { 2 } else { 1 };
    if power(line, at + 1).is_none_or(|power| power < least) || taken.contains(line.before(at)) {
        return None;
    }
    let mut number = chinese(line, at + 1)?;
    number.start = at;
    number.bare = false;
    number.bound = number.bound.or(Some(if word == '上' {
        Bound::AtLeast
    } else {
        Bound::MoreThan
    }));
    Some(number)
}

/// The longest run of Chinese numerals that is read; longer ones are no number.
const RUN: usize = 32;

fn chinese(line: &FoldedLine, at: usize) -> Option<Number> {
    let end = (at..at + RUN)
        .find(|&n| !numeral(line.at(n)) || magnitude(line.at(n)).is_some() && power(line, n).is_none())?;
    if let Some(number) = point(line, at, end) {
        return Some(number);
    }
    let run = line.text(at..end);
    if run.first() == Some(&'零') && run.len() == 1 {
        return None; // 零件, 零距离: nothing is counted
    }
    let (value, high) = evaluate(run)?;
    let mut number = Number {
        high,
        han: true,
        ..Number::new(at, end, value)
    };
    number.bare = power(line, at).is_some_and(|power| power > 1);
    number.digits = if run.iter().any(|&c| digit(c).is_none()) {
        0
    } else {
        run.len()
    };
    let ten = value >= 10.0 && number.digits == 0;
    if ten || line.at(end) == '来' {
        number.power = tail(line, &mut number);
        number.value *= 10f64.powi(number.power);
    }
    Some(number)
}

/// 三点五亿: a decimal only before 万, 亿, 倍 or a measure, and in 百分之三点五; 三点 alone is a time or a count.
fn point(line: &FoldedLine, at: usize, end: usize) -> Option<Number> {
    let stop = (end + 1..).find(|&n| digit(line.at(n)).is_none())?;
    let decimal = "万亿倍个成".contains(line.at(stop)) || line.before(at) == '之';
    if line.at(end) != '点' || stop == end + 1 || !decimal {
        return None;
    }
    let whole = evaluate(line.text(at..end)).filter(|(_, high)| high.is_none())?.0;
    let part: String = line
        .text(end + 1..stop)
        .iter()
        .filter_map(|&c| digit(c))
        .map(|d| d.to_string())
        .collect();
    let digits = format!("{whole}.{part}");
    let mut number = Number {
        han: true,
        ..Number::new(at, stop, digits.parse().ok()?)
    };
    number.power = tail(line, &mut number);
    number.value = shift(&digits, number.power)?;
    Some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values() {
        for (text, expected) in [
            ("0", 0.0),
            ("34", 34.0),
            ("1,200", 1200.0),
            ("1，200，000", 1_200_000.0),
            ("15 000", 15000.0),
            ("１２．５", 12.5),
            ("3.5亿", 350_000_000.0),
            ("2000万", 20_000_000.0),
            ("1.2万", 12000.0),
            ("1.1万", 11000.0),
            ("3千", 3000.0),
            ("5百万", 5_000_000.0),
            ("2亿3000万", 230_000_000.0),
            ("3万5千", 35000.0),
            ("1.5万亿", 1.5e12),
            ("3 万", 30000.0),
            ("一", 1.0),
            ("两", 2.0),
            ("十", 10.0),
            ("十一", 11.0),
            ("二十三", 23.0),
            ("两百", 200.0),
            ("一百零五", 105.0),
            ("一百五", 150.0),
            ("一千二百三十四", 1234.0),
            ("三万五千", 35000.0),
            ("十二万", 120_000.0),
            ("一亿二千万", 120_000_000.0),
            ("三亿零五万", 300_050_000.0),
            ("二〇二三", 2023.0),
            ("一九九八", 1998.0),
            ("千万", 10_000_000.0),
            ("万亿", 1e12),
            ("三点五亿", 350_000_000.0),
            ("百", 100.0),
            ("廿三", 23.0),
            ("廿三", 23.0),
        ] {
            assert_eq!(value(text), Some(expected), "{text}");
        }
        for text in [
            "",
            "个",
            "多",
            "3个",
            "300多",
            "两三",
            "一十百零零一一",
            "2023,100,",
        ] {
            assert_eq!(value(text), None, "{text}");
        }
    }

    #[test]
    fn bounds_inside() {
        for (text, value, bound, length) in [
            ("2000多万元", 20_000_000.0, Some(Bound::MoreThan), 6),
            ("1.2万余人", 12000.0, Some(Bound::MoreThan), 5),
            ("十余家", 10.0, Some(Bound::MoreThan), 2),
            ("三千多万元", 30_000_000.0, Some(Bound::MoreThan), 4),
            ("数百家", 100.0, Some(Bound::MoreThan), 2),
            ("几十万人", 100_000.0, Some(Bound::MoreThan), 3),
            ("上千名", 1000.0, Some(Bound::AtLeast), 2),
            ("十几个", 10.0, Some(Bound::MoreThan), 2),
            ("20来家", 20.0, Some(Bound::About), 3),
            ("300+家", 300.0, Some(Bound::MoreThan), 4),
            ("3+2", 3.0, None, 1),
            ("50来自", 50.0, None, 2),
            ("120多媒体教室", 120.0, None, 3),
            ("5千瓦", 5.0, None, 1),
            ("3百分点", 3.0, None, 1),
        ] {
            let number = number(&FoldedLine::new(text), 0).expect(text);
            assert_eq!(
                (number.value, number.bound, number.end),
                (value, bound, length),
                "{text}"
            );
        }
        let pair = number(&FoldedLine::new("七八十人"), 0).expect("a pair");
        assert_eq!((pair.value, pair.high), (70.0, Some(80.0)));
    }
}
