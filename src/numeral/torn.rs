//! Numbers that print or a scanner tore apart: 1, 200 万元, 97 . 3 %, 1 2 0 0 人次, and 9 and 6个 on two lines.
//!
//! Owns which blanks belong to a number, which dash is a minus sign and which run is written in formal numerals
//! (壹拾万零叁仟元). Where it is not sure the characters stay as they are.

use std::ops::Range;

use super::han::{magnitude, numeral};
use super::measure_words;
use super::script::{MINUS, fold, formal};
use crate::text::han::is_han;

/// Folds `chars` and takes the blanks inside numbers out.
pub(super) fn mend(chars: &mut Vec<char>, places: &mut Vec<Range<usize>>) {
    plain(chars);
    let minus: Vec<usize> = (0..chars.len()).filter(|&at| is_minus(chars, at)).collect();
    chars.iter_mut().for_each(|c| *c = fold(*c));
    minus.into_iter().for_each(|at| chars[at] = MINUS);
    let mut keep = vec![true; chars.len()];
    let mut at = 0;
    while at < chars.len() {
        at = if chars[at].is_ascii_digit() {
            number(chars, at, &mut keep)
        } else {
            at + 1
        };
    }
    spaced(chars, &mut keep);
    if keep.contains(&false) {
        let mut kept = keep.iter();
        chars.retain(|_| kept.next() == Some(&true));
        let mut kept = keep.iter();
        places.retain(|_| kept.next() == Some(&true));
    }
}

/// Writes runs of formal numerals as plain ones: three characters or more, of which two are no plain ones.
fn plain(chars: &mut [char]) {
    let mut at = 0;
    while at < chars.len() {
        let end = (at..chars.len())
            .find(|&n| formal(chars[n]).is_none())
            .unwrap_or(chars.len());
        let odd = chars[at..end]
            .iter()
            .filter(|c| "壹贰貳叁參肆伍陆陸柒捌玖拾佰仟".contains(**c))
            .count();
        if end >= at + 3 && odd >= 2 {
            chars[at..end]
                .iter_mut()
                .for_each(|c| *c = formal(*c).unwrap_or(*c));
        }
        at = end.max(at + 1);
    }
}

/// 下降-3.2%, 同比-4.5%, 为−0.5个百分点: a dash behind a word that a value follows, before a share.
fn is_minus(chars: &[char], at: usize) -> bool {
    const VALUES: &str = "降长率幅为达是速(（:：减";
    const COMPARED: [[char; 2]; 5] = [
        ['同', '比'],
        ['环', '比'],
        ['上', '年'],
        ['去', '年'],
        ['年', '均'],
    ];
    let sign = matches!(chars[at], '-' | '−' | '－');
    let before = at.checked_sub(1).map_or('(', |before| chars[before]);
    let compared = COMPARED.iter().any(|word| chars[..at].ends_with(word));
    if !sign || !VALUES.contains(before) && !compared {
        return false;
    }
    let end = run(chars, at + 1, |c| fold(c).is_ascii_digit() || fold(c) == '.');
    let share = chars
        .get(skip(chars, end))
        .is_some_and(|c| "%％‰个度".contains(*c));
    end > at + 1 && share
}

/// Marks the blanks of the number that begins at `at`; where the next may begin.
fn number(chars: &[char], at: usize, keep: &mut [bool]) -> usize {
    let end = run(chars, at, |c| c.is_ascii_digit());
    let whole = spread(chars, at, end)
        .or_else(|| grouped(chars, at, end))
        .or_else(|| pointed(chars, at, end));
    if let Some(whole) = whole {
        let blanks = (at..whole).filter(|&n| chars[n] == ' ');
        blanks.for_each(|n| keep[n] = false);
        return whole;
    }
    end
}

/// 1 2 0 0 人次, 8 9 . 7 %: digits each by itself, with or without a decimal point, before what counts them. Two of
/// them are one number only behind a word.
fn spread(chars: &[char], at: usize, end: usize) -> Option<usize> {
    let before = chars[..at].iter().rev().find(|c| **c != ' ');
    let alone = before.is_none_or(|c| !c.is_ascii_digit());
    let prose = before.is_some_and(|c| is_han(*c) || "≥≤><".contains(*c));
    let mut last = end;
    let (mut digits, mut point) = (1, false);
    let single = |n: usize| digit(chars, n) && !digit(chars, n + 1);
    loop {
        if chars.get(last) == Some(&' ') && single(last + 1) {
            last += 2;
            digits += 1;
        } else if !point && digits > 1 && chars[last..].starts_with(&[' ', '.', ' ']) && single(last + 3) {
            last += 4;
            point = true;
        } else {
            break;
        }
    }
    let enough = digits > 2 || digits == 2 && prose;
    (end == at + 1 && alone && enough && is_measured(chars, last)).then_some(last)
}

/// 1, 200 万元: a comma and a blank before three digits that end the number.
fn grouped(chars: &[char], at: usize, end: usize) -> Option<usize> {
    let mut last = end;
    loop {
        let comma = skip(chars, last);
        let part = skip(chars, comma + 1);
        let next = run(chars, part, |c| c.is_ascii_digit());
        if chars.get(comma) != Some(&',') || part == comma + 1 || next != part + 3 {
            break;
        }
        last = next;
    }
    (end - at <= 3 && last > end && is_measured(chars, last)).then_some(last)
}

/// 97 . 3 %, 86. 5%: a decimal point with blanks around it, unless the number opens an item of a list.
fn pointed(chars: &[char], at: usize, end: usize) -> Option<usize> {
    let point = skip(chars, end);
    let part = skip(chars, point + 1);
    let last = run(chars, part, |c| c.is_ascii_digit());
    let blank = point > end || part > point + 1;
    let inside = chars[..at]
        .iter()
        .rev()
        .find(|c| **c != ' ')
        .is_some_and(|c| is_han(*c));
    let is = chars.get(point) == Some(&'.') && blank && last > part && inside && is_measured(chars, last);
    is.then_some(last)
}

/// 一 千 三 百 万 元, 2.4 万 人 次: numerals and what counts them, with a blank between all characters.
fn spaced(chars: &[char], keep: &mut [bool]) {
    let mut at = 0;
    while at < chars.len() {
        let places = apart(chars, at);
        let numerals = places.iter().take_while(|n| numeral(chars[**n])).count();
        let measure: String = places[numerals..].iter().map(|n| chars[*n]).collect();
        let counted = measure_words::longest(&measure);
        let before = chars[..at].iter().rev().find(|c| **c != ' ');
        let behind_digit = before.is_some_and(char::is_ascii_digit);
        let written = places[..numerals].iter().any(|n| magnitude(chars[*n]).is_some());
        let taken = numerals + counted;
        let ends = taken.checked_sub(1).and_then(|last| chars.get(places[last] + 1));
        if counted > 0 && (behind_digit || numerals > 2 && written) && !ends.is_some_and(|c| is_han(*c)) {
            let pairs = places[..taken].windows(2);
            pairs.for_each(|pair| keep[pair[0] + 1] = false);
        }
        let read = numerals > 0 || behind_digit;
        at = places.last().filter(|_| read).map_or(at, |last| *last) + 1;
    }
}

/// The places of Han characters from `at`, each a blank apart from the next.
fn apart(chars: &[char], at: usize) -> Vec<usize> {
    let han = |n: usize| chars.get(n).is_some_and(|c| is_han(*c));
    let mut places = Vec::new();
    let mut next = at;
    while han(next) && places.len() < SPACED {
        places.push(next);
        if chars.get(next + 1) != Some(&' ') {
            break;
        }
        next += 2;
    }
    places
}

/// Most characters of a number in words and its measure that stand apart.
const SPACED: usize = 24;

/// Whether a number that ends at `at` is followed by a measure, a magnitude or a remainder.
fn is_measured(chars: &[char], at: usize) -> bool {
    let next = skip(chars, at);
    let rest: String = chars[next.min(chars.len())..(next + 6).min(chars.len())]
        .iter()
        .collect();
    measures(&rest)
}

/// Whether `text` begins with what a number is counted in.
fn measures(text: &str) -> bool {
    let text: String = text.chars().map(fold).collect();
    text.starts_with(['万', '亿', '千', '百', '余', '多', '%', '‰']) || measure_words::begins(&text)
}

/// Whether the number at the end of `above` goes on at the beginning of `below`, the next line of the text.
///
/// `above` is prose and ends within a number, and `below` begins with digits that something counts, or with a measure.
pub(super) fn goes_on(above: &str, below: &str) -> bool {
    let above: Vec<char> = above.trim_end().chars().rev().take(24).map(fold).collect();
    let dots = usize::from(above.first().is_some_and(|c| ".,".contains(*c)));
    let large = run(&above, dots, |c| "万亿千百多余 ".contains(c));
    let digits = run(&above, large, |c| c.is_ascii_digit() || ".,".contains(c));
    let spread = digits == large + 1 && above.get(digits) == Some(&' ');
    let digits = if spread {
        run(&above, digits, |c| c.is_ascii_digit() || c == ' ')
    } else {
        digits
    };
    let before = skip(&above, digits);
    let word = |c: &char| is_han(*c) || "”》)".contains(*c);
    let prose = above.len() >= 6 && above.get(before).is_some_and(word);
    if digits == large || !prose {
        return false;
    }
    let below: Vec<char> = below.trim_start().chars().take(24).map(fold).collect();
    let more = run(&below, 0, |c| c.is_ascii_digit());
    if more == 0 || large > dots {
        return dots == 0 && more == 0 && measures(&below.iter().collect::<String>());
    }
    is_measured(&below, more)
}

fn digit(chars: &[char], at: usize) -> bool {
    chars.get(at).is_some_and(char::is_ascii_digit)
}

fn run(chars: &[char], at: usize, pass: impl Fn(char) -> bool) -> usize {
    (at..chars.len())
        .find(|&n| !pass(chars[n]))
        .unwrap_or(chars.len())
}

fn skip(chars: &[char], at: usize) -> usize {
    run(chars, at, |c| c == ' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_goes_on_where_the_next_line_counts_it() {
        for (above, below, expected) in [
            ("学院引入企业真实项目9", "6 个，开发课程", true),
            ("学院为企业培训职工2.", "6 万人次，获奖", true),
            ("累计为企业培训职工1200", "人次，获奖", true),
            ("全年志愿服务 2.6 万", "小时；全年", true),
            ("全年志愿服务 2.6 万", "3 小时；全年", false),
            ("产业学院到账经费 1 2 6 0", "万元，增长", true),
            ("横向课题到款 8,460,000.00", "元，增长", true),
            ("2021 15200 860", "2022 19800 1130", false),
            ("学院为企业培训职工2。", "6 万人次，获奖", false),
            ("学院的主要成果有以下3", "2、教师竞赛", false),
            ("第 2", "3 个", false),
        ] {
            assert_eq!(goes_on(above, below), expected, "{above} / {below}");
        }
    }
}
