//! Numerals that are part of a name: 360公司, 5G, 1+X, 50强. The names themselves are listed in `words`.

use std::sync::LazyLock;

use super::{NumberSite, RuleHit};
use crate::numeral::lexicon::Lexicon;
use crate::numeral::line::FoldedLine;
use crate::numeral::number::number;
use crate::numeral::script::DASH;
use crate::numeral::{NumeralKind, units, words};
use crate::text::han::is_han;

/// The longest Latin word that is read in one, an address of the web.
const LONGEST: usize = 2048;

static NAMES: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::new(words::NAMES.iter().map(|word| (*word, ()))));
static IDIOMS: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::new(words::IDIOMS.iter().map(|word| (*word, ()))));

/// A listed name.
pub(super) fn known(line: &FoldedLine, at: usize) -> Option<RuleHit> {
    let (_, _, end) = NAMES
        .longest(line, at)
        .filter(|_| !line.before(at).is_ascii_digit())?;
    Some(RuleHit::new(at..end, NumeralKind::Name))
}

/// A word with a numeral in it and no number.
pub(super) fn idiom(line: &FoldedLine, at: usize) -> Option<RuleHit> {
    let end = IDIOMS
        .longest(line, at)
        .map(|(_, _, end)| end)
        .or_else(|| very(line, at))?;
    Some(RuleHit {
        range: at..end,
        kind: None,
    })
}

/// 十分 is "very" but in 十分钟 and 十分之一.
fn very(line: &FoldedLine, at: usize) -> Option<usize> {
    (line.has(at, "十分") && !"钟之".contains(line.at(at + 2))).then_some(at + 2)
}

/// 不是一家两家, 一式三份: nothing is counted.
pub(super) fn repeated(line: &FoldedLine, at: usize) -> Option<RuleHit> {
    let end = copies(line, at).or_else(|| some(line, at))?;
    Some(RuleHit {
        range: at..end,
        kind: None,
    })
}

fn copies(line: &FoldedLine, at: usize) -> Option<usize> {
    // 清单一式三份 has 单一 in it.
    let behind = line.before(at) == '一' && line.at(at) == '式';
    let copies = line.past(at, &["一式"]).or(behind.then_some(at + 1))?;
    let number = number(line, copies)?;
    (line.at(number.end) == '份').then_some(number.end + 1)
}

fn some(line: &FoldedLine, at: usize) -> Option<usize> {
    let one = units::unit(line, at + 1).filter(|_| line.at(at) == '一')?;
    let two = units::unit(line, one.end + 1).filter(|_| line.at(one.end) == '两')?;
    (one.name == two.name).then_some(two.end)
}

/// Latin letters and digits in one word: 5G, B2B, 1+X, AI+2, 3+2, an address of the web.
pub(super) fn latin(line: &FoldedLine, at: usize) -> Option<RuleHit> {
    if !line.at(at).is_ascii_alphanumeric() || line.before(at).is_ascii_alphanumeric() {
        return None;
    }
    let end = word(line, at);
    let text: String = line.text(at..end).iter().collect();
    let letters = text.contains(|c: char| c.is_ascii_alphabetic());
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return Some(RuleHit {
            range: at..end,
            kind: None,
        });
    }
    if !(letters || text.contains(['+', '×', '°'])) || measured(line, at, end) {
        return None;
    }
    if let Some(start) = count(line, at, end) {
        return Some(RuleHit {
            range: at..start,
            kind: None,
        });
    }
    // 12+3家企业 is counted; what it comes to is not the reader's to say.
    if !letters && units::unit(line, line.skip(end)).is_some() {
        return Some(RuleHit::new(at..end, NumeralKind::Unclear));
    }
    let lower = text.to_ascii_lowercase();
    if is_short_count(line, end, &lower) {
        return Some(RuleHit::new(at..end, NumeralKind::Unclear));
    }
    let rank = lower.starts_with("top") || lower.starts_with("no.");
    Some(RuleHit::new(
        at..end,
        if rank {
            NumeralKind::Ordinal
        } else {
            NumeralKind::Name
        },
    ))
}

/// 1200w元, 粉丝5k: ten thousands and thousands as people type them, by what follows. 4K超高清 is a name.
fn is_short_count(line: &FoldedLine, end: usize, lower: &str) -> bool {
    let digits = lower.strip_suffix(['w', 'k']).unwrap_or_default();
    let counted = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    let next = line.skip(end);
    let over = matches!(line.at(next), '多' | '余' | '+');
    counted && (over || !is_han(line.at(next)) || units::unit(line, next).is_some())
}

/// The end of the word at `at`: letters, digits, and the marks that join them.
fn word(line: &FoldedLine, at: usize) -> usize {
    let mut end = at;
    let mut letters = false;
    while end < at + LONGEST && (line.at(end).is_ascii_alphanumeric() || joins(line, end, letters)) {
        letters |= line.at(end).is_ascii_alphabetic();
        end += 1;
    }
    end
}

fn joins(line: &FoldedLine, at: usize, letters: bool) -> bool {
    let next = line.at(at + 1).is_ascii_alphanumeric();
    match line.at(at) {
        '+' | '×' | '&' | '·' => next || letters && line.at(at + 1) == '+',
        '.' | '_' => next && letters,
        '°' => true,
        DASH | '/' | ':' | '?' | '=' | '#' | '@' | '%' => letters && (next || line.at(at + 1) == '/'),
        _ => false,
    }
}

/// Whether the letters are only the measure of a number: 1200m2.
fn measured(line: &FoldedLine, at: usize, end: usize) -> bool {
    number(line, at).is_some_and(|number| {
        let unit = units::unit(line, number.end);
        number.end == end || unit.is_some_and(|unit| unit.end >= end)
    })
}

/// Where a count begins that is printed right behind a Latin word: the 20 of SCI20篇. Y012乡道 is a road.
fn count(line: &FoldedLine, at: usize, end: usize) -> Option<usize> {
    let start = (at..end)
        .rev()
        .take_while(|&n| line.at(n).is_ascii_digit() || line.at(n) == '.')
        .last()?;
    let letters = line.text(at..start).iter().all(char::is_ascii_alphabetic) && start > at;
    let counted =
        number(line, start).is_some_and(|number| units::unit(line, line.skip(number.end)).is_some());
    (letters && counted && line.at(start) != '0').then_some(start)
}

/// 50强, 十佳, 五部门, 二十大, 三中全会, 2.0版.
pub(super) fn suffixed(site: &NumberSite) -> Option<RuleHit> {
    let NumberSite { line, number, .. } = site;
    let end = line.skip(number.end);
    let named = match line.at(end) {
        '强' => !line.any(end + 1, &["化", "调", "校", "企"]),
        '佳' | '版' | '轴' => true,
        // 中建三局 is a firm.
        '局' => number.han && number.value <= 20.0,
        '后' => number.digits == 2 && number.plain() && number.value % 5.0 == 0.0,
        '部' => line.any(end + 1, &["门", "委"]),
        '中' => line.has(end, "中全会"),
        '大' => number.han && (17.0..=25.0).contains(&number.value),
        '届' => number.han && number.value > 12.0,
        _ => false,
    };
    let length = if line.at(end) == '届' && line.has(end + 2, "中全会") {
        5
    } else {
        1
    };
    (named && number.bound.is_none()).then(|| RuleHit::new(number.start..end + length, NumeralKind::Name))
}

/// Digits that nothing explains (the number of a room, a cell of a table, a count without a measure), and 千名 or 百家
/// without a bound, which mostly names a campaign: for a person to decide.
pub(super) fn leftover(site: &NumberSite) -> Option<RuleHit> {
    let NumberSite { line, number, .. } = site;
    let unit = units::unit(line, number.end).filter(|_| number.bare);
    let whole = number.value > 10.0;
    let left = !number.han || unit.is_some() || whole && !number.bare;
    left.then(|| {
        RuleHit::new(
            number.start..unit.map_or(number.end, |unit| unit.end),
            NumeralKind::Unclear,
        )
    })
}
