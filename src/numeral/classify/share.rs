//! Shares and factors that are printed in words: 百分之五, 五成, 半数, 三分之二, 1:16, 翻一番.

use std::ops::Range;

use super::no_result::is_aim;
use super::{NumberSite, RuleHit};
use crate::numeral::han::digit;
use crate::numeral::line::FoldedLine;
use crate::numeral::number::{Number, number};
use crate::numeral::script::DASH;
use crate::numeral::{Bound, NumeralKind, Quantity, RATIO, bounds};
use crate::text::han::is_han;

/// 百分之五, 百分之98以上, 千分之三; 三分之二 is a ratio, since no whole percentage says it.
pub(super) fn fraction(line: &FoldedLine, at: usize) -> Option<RuleHit> {
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
fn upper(line: &FoldedLine, low: &Number) -> Option<Number> {
    let at = line.skip(low.end + 1);
    let high = number(line, line.past(at, &["百分之", "千分之"]).unwrap_or(at))?;
    let joined = matches!(line.at(low.end), DASH | '至' | '到');
    (joined && high.value > low.value && high.value <= 100.0).then_some(high)
}

/// ½, ⅘以上: a fraction in one character.
pub(super) fn vulgar(line: &FoldedLine, at: usize) -> Option<RuleHit> {
    const FRACTIONS: [(char, f64, f64); 15] = [
        ('½', 1.0, 2.0),
        ('⅓', 1.0, 3.0),
        ('⅔', 2.0, 3.0),
        ('¼', 1.0, 4.0),
        ('¾', 3.0, 4.0),
        ('⅕', 1.0, 5.0),
        ('⅖', 2.0, 5.0),
        ('⅗', 3.0, 5.0),
        ('⅘', 4.0, 5.0),
        ('⅙', 1.0, 6.0),
        ('⅚', 5.0, 6.0),
        ('⅛', 1.0, 8.0),
        ('⅜', 3.0, 8.0),
        ('⅝', 5.0, 8.0),
        ('⅞', 7.0, 8.0),
    ];
    let (_, part, whole) = FRACTIONS.iter().find(|(c, ..)| *c == line.at(at))?;
    if line.before(at).is_ascii_digit() {
        return Some(RuleHit::new(at..at + 1, NumeralKind::Unclear));
    }
    Some(share(line, at..at + 1, (part / whole, None), RATIO, None))
}

/// 三分之二, 三分之一强, 三分之二以上.
fn parts(line: &FoldedLine, at: usize) -> Option<RuleHit> {
    let whole = number(line, at).filter(|whole| line.has(whole.end, "分之"))?;
    let part = number(line, whole.end + 2).filter(|part| part.value > 0.0 && part.value < whole.value)?;
    Some(share(
        line,
        at..part.end,
        (part.value / whole.value, None),
        RATIO,
        part.bound,
    ))
}

/// A share with the bound words around it.
fn share(
    line: &FoldedLine,
    at: Range<usize>,
    (low, high): (f64, Option<f64>),
    unit: &str,
    inside: Option<Bound>,
) -> RuleHit {
    let (strong, end) = match line.at(at.end) {
        '强' => (Some(Bound::MoreThan), at.end + 1),
        '弱' => (Some(Bound::LessThan), at.end + 1),
        _ => (None, at.end),
    };
    let (range, bound) = bounds::around(line, at.start..end, inside.or(strong), true);
    let quantity = match high {
        Some(high) => Quantity::range(low, high, unit),
        None => Quantity::new(low, unit, bound),
    };
    let kind = match is_aim(line, at.start) {
        true => NumeralKind::Unclear,
        false => NumeralKind::Quantity(quantity),
    };
    RuleHit::new(range, kind)
}

/// 半数, 一半, 过半, 近半: fifty percent.
pub(super) fn half(line: &FoldedLine, at: usize) -> Option<RuleHit> {
    if line.any(at, &["半数", "一半"]) && line.before(at) != '另' {
        return Some(share(line, at..at + 2, (50.0, None), "%", None));
    }
    let near = line.has(at, "近半") && !"最附".contains(line.before(at));
    if near && !"年个月天小世学径周日途生数岁".contains(line.at(at + 2)) {
        return Some(share(line, at + 1..at + 2, (50.0, None), "%", None));
    }
    let over = line.any(at, &["过半", "超半"]) && !"通超不".contains(line.before(at));
    let next = line.at(at + 2);
    let whole = !is_han(next) || "以的".contains(next);
    (over && whole).then(|| share(line, at + 1..at + 2, (50.0, None), "%", None))
}

/// 十有八九, 一大半, 百分百, 走了俩: a share or a count told so loosely that a person has to say whether it is a figure.
pub(super) fn loose(line: &FoldedLine, at: usize) -> Option<RuleHit> {
    let most = line.past(at, &["十有八九", "十之八九", "一大半", "一多半", "百分百"]);
    let few = matches!(line.at(at), '俩' | '仨') && !PEOPLE.contains(line.before(at));
    let end = most.or(few.then_some(at + 1))?;
    Some(RuleHit::new(at..end, NumeralKind::Unclear))
}

/// Who 俩 and 仨 stand behind without counting anything: 咱俩, 他们俩, 姐妹俩.
const PEOPLE: &str = "咱你我他她们娘爷父母子女夫妻姐哥兄弟妹口";

/// 五成, 七成五, 一成半, 八成以上, 七八成; 三成员 is none.
pub(super) fn tenths(site: &NumberSite) -> Option<RuleHit> {
    let NumberSite { line, number, .. } = site;
    let tenths = number.value <= 10.0 && number.value > 0.0 && number.power == 0 && !number.bare;
    let word = "立员果就功为熟长绩本都套型份效品片分语色人才自".contains(line.at(number.end + 1));
    if !tenths || line.at(number.end) != '成' || word {
        return None;
    }
    let half = match line.at(number.end + 1) {
        '半' => Some(5),
        next => digit(next),
    };
    let half = half.filter(|half| *half > 0 && number.high.is_none());
    let over = half.is_none() && matches!(line.at(number.end + 1), '多' | '余');
    let end = number.end + 1 + usize::from(half.is_some() || over);
    let low = number.value * 10.0 + f64::from(half.unwrap_or(0));
    let tens = (low, number.high.map(|high| high * 10.0));
    let bound = number.bound.or(over.then_some(Bound::MoreThan));
    Some(share(line, number.start..end, tens, "%", bound))
}

/// 1:16, 16.2:1, 1/3. Three terms are no ratio of two, and 9/10 with no fraction around it may be a date: both unclear.
pub(super) fn ratio(site: &NumberSite) -> Option<RuleHit> {
    let NumberSite {
        line, number: first, ..
    } = site;
    let sign = line.at(first.end);
    let next = |at: usize| number(line, at).filter(|next| !next.bare && next.han == first.han);
    // 故事一：一列车 is no ratio: Chinese numerals stand one to another with 比.
    let joins = matches!(sign, '/' | '比') || sign == ':' && !first.han;
    let second = next(first.end + 1).filter(|_| joins && !first.bare)?;
    let sound = first.plain_or_decimal() && second.plain_or_decimal() && second.value > 0.0;
    let more = matches!(line.at(second.end), ':' | '/' | '比') && next(second.end + 1).is_some();
    let part = sign != '/' || first.value < second.value && second.value <= 10.0;
    if more || !sound || !part {
        let end = if more {
            next(second.end + 1)?.end
        } else {
            second.end
        };
        return Some(RuleHit::new(first.start..end, NumeralKind::Unclear));
    }
    let value = first.value / second.value;
    Some(share(line, first.start..second.end, (value, None), RATIO, None))
}

/// 翻番, 翻一番, 翻了两番: twice and four times. 倍增 says no number.
pub(super) fn doubling(line: &FoldedLine, at: usize) -> Option<RuleHit> {
    if line.has(at, "倍增") {
        return Some(RuleHit::new(at..at + 2, NumeralKind::Unclear));
    }
    let verb = line.past(at, &["翻了", "翻"])?;
    if line.at(verb) == '番' && verb == at + 1 {
        return Some(RuleHit::new(at..at + 2, multiple(2.0, Bound::Exact)));
    }
    let times = verb + usize::from("近超约".contains(line.at(verb)));
    let number = number(line, times).filter(|number| number.value <= 20.0)?;
    let over = line.at(number.end) == '番' && matches!(line.at(number.end + 1), '多' | '余');
    let inside = number.bound.or(over.then_some(Bound::MoreThan));
    let bound = bounds::around(line, number.start..number.end, inside, true).1;
    match line.at(number.end) {
        '番' => {
            let inside = (bound != Bound::Exact).then_some(bound);
            let times = at..number.end + 1 + usize::from(over);
            let (range, bound) = bounds::around(line, times, inside, false);
            Some(RuleHit::new(range, multiple(2f64.powf(number.value), bound)))
        }
        '倍' => Some(RuleHit::new(at..number.end + 1, multiple(number.value, bound))),
        _ => None,
    }
}

fn multiple(value: f64, bound: Bound) -> NumeralKind {
    NumeralKind::Quantity(Quantity::new(value, "倍", bound))
}
