//! Counts and measures: 34家, 近2万人次, 20至30家, 98%以上; spans of time and factors on the same path.
//!
//! An Arabic number with a measure word counts. A small Chinese one is mostly rhetoric (三个课堂, 六支队伍)
//! and counts only on evidence: a bound, a place behind its noun, a verb of gain before it, a rank behind it.
//! 一 counts only behind its noun (教学团队一个). 二 never counts: the counting form is 两.

use std::ops::Range;

use super::{Hit, Site};
use crate::numeral::line::{DASH, Line, han, stops};
use crate::numeral::number::{Number, number, shift};
use crate::numeral::units::{Nature, Unit, unit};
use crate::numeral::{Bound, Kind, Quantity, bounds, words};

/// A number with the bound and the measure word around it.
struct Reading {
    range: Range<usize>,
    quantity: Quantity,
    unit: Option<Unit>,
}

/// The upper end of a range, with the lower one in the same magnitude.
struct Upper {
    low: f64,
    high: f64,
    unit: Option<Unit>,
    end: usize,
}

/// The rule: reads the phrase, then asks whether it counts.
pub(super) fn count(site: &Site) -> Option<Hit> {
    let reading = reading(site);
    let kind = match reading.unit {
        Some(unit) => measured(site, &reading.quantity, unit)?,
        None if unmeasured(site, &reading) => Kind::Quantity(reading.quantity),
        None => return None,
    };
    Some(Hit::new(reading.range, kind))
}

fn reading(site: &Site) -> Reading {
    let Site { line, number, .. } = site;
    let first = unit(line, line.skip(number.end));
    let upper = upper(site, first)
        .or_else(|| pair(number, first))
        .or_else(|| hundred_million(site, first));
    let unit = upper.as_ref().map_or(first, |upper| upper.unit);
    let end = upper
        .as_ref()
        .map_or(first.map_or(number.end, |unit| unit.end), |upper| upper.end);
    let loose = number.bare || number.power >= 4;
    let before = bounds::before(line, number.start, loose)
        .filter(|before| before.word != "突破" || !breakthrough(line, end, unit));
    let after = bounds::after(line, end);
    let bound = before
        .map(|before| before.bound)
        .or(number.bound)
        .or(after.map(|(bound, _)| bound));
    let quantity = match upper {
        Some(upper) if upper.high > upper.low => Quantity::range(upper.low, upper.high, unit_name(unit)),
        Some(upper) => Quantity::new(upper.low, "元", bound.unwrap_or_default()),
        None => Quantity::new(number.value, unit_name(unit), bound.unwrap_or_default()),
    };
    let range = before.map_or(number.start, |before| before.start)..after.map_or(end, |(_, end)| end);
    Reading {
        range,
        quantity,
        unit,
    }
}

fn unit_name(unit: Option<Unit>) -> &'static str {
    unit.map_or("", |unit| unit.name)
}

/// 20至30家, 2—3名, 80%—90%, 5000—8000元; 从5家到12家 is growth and stays two counts.
fn upper(site: &Site, first: Option<Unit>) -> Option<Upper> {
    let Site {
        line, number: low, ..
    } = site;
    let joint = line.skip(first.map_or(low.end, |unit| unit.end));
    if !matches!(line.at(joint), DASH | '至' | '到') || low.bound.is_some() {
        return None;
    }
    let high =
        number(line, line.skip(joint + 1)).filter(|high| high.han == low.han && high.bound.is_none())?;
    let unit = unit(line, line.skip(high.end))?;
    let same = first.is_none_or(|first| first.name == unit.name);
    if grows(site, first, joint) && !line.has(unit.end, "不等") {
        return None;
    }
    let value = match first {
        None if low.power == 0 && low.value < high.value / 10f64.powi(high.power) => {
            shift(&low.value.to_string(), high.power)?
        }
        _ => low.value,
    };
    (same && high.value > value).then_some(Upper {
        low: value,
        high: high.value,
        unit: Some(unit),
        end: unit.end,
    })
}

fn grows(site: &Site, first: Option<Unit>, joint: usize) -> bool {
    let left = site.line.left(site.number.start, 8).replace("从事", "");
    left.contains(['从', '由', '自']) && (first.is_some() || site.line.at(joint) == '到')
}

/// 两三家, 七八十人.
fn pair(number: &Number, unit: Option<Unit>) -> Option<Upper> {
    let (high, unit) = (number.high?, unit?);
    Some(Upper {
        low: number.value,
        high,
        unit: Some(unit),
        end: unit.end,
    })
}

/// 3个亿 is money: low and high are one.
fn hundred_million(site: &Site, first: Option<Unit>) -> Option<Upper> {
    let unit = first.filter(|unit| unit.name == "个" && site.line.at(unit.end) == '亿')?;
    let value = shift(&site.number.value.to_string(), 8)?;
    let end = unit.end + 1 + usize::from(site.line.at(unit.end + 1) == '元');
    Some(Upper {
        low: value,
        high: value,
        unit: Some(unit),
        end,
    })
}

/// 突破12项关键技术 breaks through twelve; 突破12项 goes beyond.
fn breakthrough(line: &Line, end: usize, unit: Option<Unit>) -> bool {
    let right = line.right(end, 14);
    matches!(unit_name(unit), "项" | "个" | "种" | "道" | "条")
        && ["技术", "难题", "瓶颈", "工艺", "难点", "关键", "卡脖子", "壁垒"]
            .iter()
            .any(|word| right.contains(word))
}

fn measured(site: &Site, quantity: &Quantity, unit: Unit) -> Option<Kind> {
    let Site { line, number, .. } = site;
    if line.at(unit.end) == '级' && unit.name != "个" {
        return Some(Kind::Name);
    }
    match unit.nature {
        Nature::Factor => Some(Kind::Multiple),
        Nature::Span(least) if quantity.value < least => {
            (!number.bare || quantity.bound != Bound::Exact).then_some(Kind::Duration)
        }
        _ if !evident(site, unit, quantity.bound) => None,
        _ if partial(site, unit) => Some(Kind::Framework),
        _ => Some(Kind::Quantity(quantity.clone())),
    }
}

/// Whether the number counts at all; see the head of this file.
fn evident(site: &Site, unit: Unit, bound: Bound) -> bool {
    let Site { line, number, .. } = site;
    let two = line.at(number.start) == '二' && number.value == 2.0;
    match unit.nature {
        _ if !number.han || bound != Bound::Exact => true,
        Nature::Money if number.bare => ["达", "投入", "到账", "共", "计"]
            .iter()
            .any(|word| left(site, 4).contains(word)),
        _ if number.bare || two => false,
        _ if number.value > 10.0 || site.lenient => true,
        _ if number.value == 1.0 => single(site, unit),
        Nature::Firm | Nature::Share | Nature::Money => true,
        _ => trailing(site, unit.end) || gained(site) || line.any(unit.end, words::RANKS),
    }
}

fn left(site: &Site, reach: usize) -> String {
    site.line.left(site.number.start, reach)
}

/// 一项 behind its noun: 教学成果奖一项.
fn single(site: &Site, unit: Unit) -> bool {
    const FREE: [char; 14] = [
        '每', '各', '唯', '之', '同', '这', '那', '统', '另', '任', '某', '逐', '其', '有',
    ];
    "项名个人家门所支部篇件册套位".contains(unit.name)
        && trailing(site, unit.end)
        && !left(site, 6).contains(FREE)
}

/// Whether a count stands behind its noun and ends there.
pub(super) fn trailing(site: &Site, end: usize) -> bool {
    let Site { line, number, .. } = site;
    let before = line.before(line.back(number.start));
    let noun =
        han(before) && !"每各这那同另任某哪几数第前后上下再又首".contains(before) || "”》)".contains(before);
    let next = line.at(line.skip(end));
    noun && (next == '\0' || stops(next) || "、和与及)".contains(next))
}

fn gained(site: &Site) -> bool {
    let left = left(site, 4);
    let left = left.trim_end().trim_end_matches(['了', '共', '过']);
    words::GAINS.iter().any(|word| left.ends_with(word))
}

/// Whether the count divides a scheme: 三个维度, 3个关键环节, 1个中心+3个平台.
fn partial(site: &Site, unit: Unit) -> bool {
    !site.lenient && (aspects(site, unit) || parts(site, unit) || sum(site, unit))
}

/// A few abstract parts, in either script; 20余项举措 counts measures.
fn aspects(site: &Site, unit: Unit) -> bool {
    let Site { line, number, .. } = site;
    let few = number.value <= 10.0 && number.bound.is_none();
    let adjective = line.any(unit.end, &["关键", "核心", "重点", "主要", "基本"]);
    let noun = if adjective { unit.end + 2 } else { unit.end };
    few && matches!(unit.name, "个" | "项" | "种" | "条") && line.any(noun, words::ASPECTS)
}

fn parts(site: &Site, unit: Unit) -> bool {
    let small = site.number.han && site.number.value <= 10.0;
    small && unit.nature == Nature::Soft && site.line.any(unit.end, words::PARTS)
}

/// 1个中心+3个平台+N个基地.
fn sum(site: &Site, unit: Unit) -> bool {
    let Site { line, number, .. } = site;
    let plus = |at: usize| line.at(at) == '+' && line.at(at + 1).is_ascii_alphanumeric();
    let noun = (unit.end + 1..unit.end + 8).take_while(|&at| han(line.at(at - 1)));
    noun.into_iter().any(plus) || number.start > 0 && plus(number.start - 1)
}

/// Whether a number without a measure word counts: 近3000, 300余企业, 产值5亿, 12学院, 人数达3500.
fn unmeasured(site: &Site, reading: &Reading) -> bool {
    let Site { line, number, .. } = site;
    let next = reading.range.end;
    let sized = !number.han || number.value >= 10.0;
    let bound = reading.quantity.bound != Bound::Exact;
    let reached = [
        "达", "达到", "增至", "升至", "加到", "高到", "大到", "人数", "总数",
    ]
    .iter();
    let reached = !han(line.at(next))
        && reached
            .clone()
            .any(|word| line.ends(line.back(number.start), word).is_some());
    let counted = number.power >= 4 || line.any(next, words::NOUNS) || reached || site.lenient;
    let named = line.at(next).is_ascii_alphanumeric() || line.any(next, &["级", "强", "°", "后", "年代"]);
    sized && !named && (bound || counted && !number.bare && !number.han)
}
