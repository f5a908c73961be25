//! Shares and factors that are printed in words: 百分之五, 五成, 半数, 三分之二, 1:16, 翻一番.

use std::ops::Range;

use super::{Hit, Site};
use crate::numeral::han::digit;
use crate::numeral::line::{DASH, Line, han};
use crate::numeral::number::{Number, number};
use crate::numeral::{Bound, Kind, Quantity, bounds};

/// 百分之五, 百分之98以上, 千分之三; 三分之二 is a ratio, since no whole percentage says it.
pub(super) fn fraction(line: &Line, at: usize) -> Option<Hit> {
    let unit = match line.at(at) {
        '百' => "%",
        '千' => "‰",
        c => return digit(c).and_then(|_| parts(line, at)),
    };
    let low = number(line, line.skip(at + 3)).filter(|_| line.has(at + 1, "分之"))?;
    let upper = upper(line, &low);
    let end = upper.as_ref().map_or(low.end, |high| high.end);
    let high = upper.map(|high| high.value).or(low.high);
    Some(share(line, at..end, (low.value, high), unit, low.bound))
}

/// The upper end of 百分之二十至三十 and 百分之二十至百分之三十.
fn upper(line: &Line, low: &Number) -> Option<Number> {
    let at = line.skip(low.end + 1);
    let high = number(line, line.past(at, &["百分之", "千分之"]).unwrap_or(at))?;
    let joined = matches!(line.at(low.end), DASH | '至' | '到');
    (joined && high.value > low.value && high.value <= 100.0).then_some(high)
}

fn parts(line: &Line, at: usize) -> Option<Hit> {
    let whole = number(line, at).filter(|whole| line.has(whole.end, "分之"))?;
    let part = number(line, whole.end + 2)?;
    Some(Hit::new(at..part.end, Kind::Ratio))
}

/// A share with the bound words around it.
fn share(
    line: &Line,
    at: Range<usize>,
    (low, high): (f64, Option<f64>),
    unit: &str,
    inside: Option<Bound>,
) -> Hit {
    let (range, bound) = bounds::around(line, at, inside, true);
    let quantity = match high {
        Some(high) => Quantity::range(low, high, unit),
        None => Quantity::new(low, unit, bound),
    };
    Hit::new(range, Kind::Quantity(quantity))
}

/// 半数, 一半, 过半: fifty percent.
pub(super) fn half(line: &Line, at: usize) -> Option<Hit> {
    if line.any(at, &["半数", "一半"]) && line.before(at) != '另' {
        return Some(share(line, at..at + 2, (50.0, None), "%", None));
    }
    let over = line.any(at, &["过半", "超半"]) && !"通超不".contains(line.before(at));
    let next = line.at(at + 2);
    let whole = !han(next) || "以的".contains(next);
    (over && whole).then(|| share(line, at + 1..at + 2, (50.0, None), "%", None))
}

/// 五成, 八成以上, 七八成; 三成员 is none.
pub(super) fn tenths(site: &Site) -> Option<Hit> {
    let Site { line, number, .. } = site;
    let tenths = number.value <= 10.0 && number.value > 0.0 && number.power == 0 && !number.bare;
    let word = "立员果就功为熟长绩本都套型份效品片分语色人才自".contains(line.at(number.end + 1));
    if !tenths || line.at(number.end) != '成' || word {
        return None;
    }
    let tens = (number.value * 10.0, number.high.map(|high| high * 10.0));
    Some(share(line, number.start..number.end + 1, tens, "%", number.bound))
}

/// 1:16, 1/3.
pub(super) fn ratio(site: &Site) -> Option<Hit> {
    let Site {
        line, number: first, ..
    } = site;
    let mut end = first.end;
    while matches!(line.at(end), ':' | '/' | '比') && !first.bare {
        let Some(next) = number(line, end + 1).filter(|next| !next.bare && next.han == first.han) else {
            break;
        };
        end = next.end;
    }
    (end > first.end).then(|| Hit::new(first.start..end, Kind::Ratio))
}

/// 翻番, 翻一番, 翻了两番, 倍增.
pub(super) fn doubling(line: &Line, at: usize) -> Option<Hit> {
    if line.any(at, &["倍增", "翻番"]) {
        return Some(Hit::new(at..at + 2, Kind::Multiple));
    }
    if line.at(at) != '翻' {
        return None;
    }
    let verb = at + 1 + usize::from(line.at(at + 1) == '了');
    let times = verb + usize::from("近超约".contains(line.at(verb)));
    let number = number(line, times).filter(|number| line.any(number.end, &["番", "倍"]))?;
    Some(Hit::new(at..number.end + 1, Kind::Multiple))
}
