//! Counts and measures: 34家, 近2万人次, 20至30家, 98%以上; spans of time and factors on the same path.
//!
//! An Arabic number with a measure word counts. A small Chinese one is mostly rhetoric (三个课堂, 六支队伍)
//! and counts only on evidence: a bound, a place behind its noun, a verb of gain before it, a rank behind it.
//! 一 counts only behind its noun (教学团队一个). 二 never counts: the counting form is 两.

use std::ops::Range;

use super::evidence::{counts_without_unit, divides_scheme, follows_gain, has_evidence, left_of};
use super::no_result::{
    is_aim, is_measured_time, is_move_in_rank, is_position, is_rate_apiece, is_signed, is_size_class,
    is_spent_time, is_torn, is_vague_amount,
};
use super::{NumberSite, RuleHit};
use crate::numeral::line::{FoldedLine, stops};
use crate::numeral::measure_words::Nature;
use crate::numeral::number::{Number, number, shift};
use crate::numeral::script::DASH;
use crate::numeral::units::{FoundUnit, unit};
use crate::numeral::{Bound, NumeralKind, Quantity, bounds};
use crate::text::han::is_han;

/// A number and its measure word, without the bounds around them.
struct MeasuredNumber {
    value: f64,
    /// The upper end of a range.
    high: Option<f64>,
    unit: Option<FoundUnit>,
    /// The 多 behind its first measure word: 9个多亿.
    bound: Option<Bound>,
    end: usize,
}

/// The rule: reads the phrase, then asks whether it counts.
pub(super) fn count(site: &NumberSite) -> Option<RuleHit> {
    let NumberSite { line, number, .. } = site;
    let figure = figure(site);
    let bare = number.bare || number.value >= 1e4;
    let factor = figure.unit.is_some_and(|unit| unit.nature == Nature::Factor);
    let over = factor && matches!(line.at(figure.end), '多' | '余');
    let inside = if over {
        Some(Bound::MoreThan)
    } else {
        number.bound.or(figure.bound)
    };
    let end = figure.end + usize::from(over);
    let (mut range, bound) = bounds::around(line, number.start..end, inside, bare);
    if figure.unit.is_some_and(|unit| unit.nature == Nature::Share) {
        // Without the word a fall would be kept as a share.
        let fall = line.any_ends(
            range.start,
            &["下降了", "下降", "降低了", "降低", "减少了", "减少"],
        );
        range.start = fall.unwrap_or(range.start);
    }
    let name = match figure.unit {
        Some(unit) if unit.name == "元" => currency(line, &mut range),
        unit => unit.map_or("", |unit| unit.name),
    };
    let quantity = match figure.high {
        Some(high) => Quantity::range(figure.value, high, name),
        None => Quantity::new(figure.value, name, bound),
    };
    let kind = match figure.unit {
        Some(unit) if !site.lenient && is_size_class(site, unit, range.end) => NumeralKind::Name,
        Some(unit)
            if !site.lenient
                && (is_vague_amount(site) || is_aim(line, number.start) || is_rate_apiece(site)) =>
        {
            match unit.nature {
                Nature::Span(least) if quantity.value < least && !is_measured_time(site, quantity.bound) => {
                    NumeralKind::Duration
                }
                _ => NumeralKind::Unclear,
            }
        }
        Some(unit)
            if !site.lenient && (is_move_in_rank(site, unit) || is_signed(site, unit) || is_torn(site)) =>
        {
            NumeralKind::Unclear
        }
        Some(unit) => measured(site, quantity, unit)?,
        None if counts_without_unit(site, range.end, quantity.bound) => NumeralKind::Quantity(quantity),
        None => return None,
    };
    Some(RuleHit::new(range, kind))
}

/// The 港币 before 港币300万元 says which money it is.
fn currency(line: &FoldedLine, range: &mut Range<usize>) -> &'static str {
    const CURRENCIES: [(&str, &str); 6] = [
        ("港币", "港元"),
        ("港元", "港元"),
        ("美元", "美元"),
        ("美金", "美元"),
        ("欧元", "欧元"),
        ("日元", "日元"),
    ];
    let before = line.back(range.start);
    let found = CURRENCIES
        .iter()
        .find_map(|(printed, kept)| Some((line.ends(before, printed)?, *kept)));
    found.map_or("元", |(start, kept)| {
        range.start = start;
        kept
    })
}

fn figure(site: &NumberSite) -> MeasuredNumber {
    let NumberSite { line, number, .. } = site;
    let unit = unit(line, line.skip(number.end));
    let end = unit.map_or(number.end, |unit| unit.end);
    let plain = MeasuredNumber {
        value: number.value,
        high: number.high.filter(|_| unit.is_some() || number.value >= 1e4),
        unit,
        bound: None,
        end,
    };
    range(site, unit)
        .or_else(|| hundred_million(site, unit))
        .or_else(|| listed(site, unit))
        .unwrap_or(plain)
}

/// 20至30家, 2—3名, 80%—90%, 5000—8000元; 从5家到12家 is growth and stays two counts.
fn range(site: &NumberSite, first: Option<FoundUnit>) -> Option<MeasuredNumber> {
    let NumberSite {
        line, number: low, ..
    } = site;
    let joint = line.skip(first.map_or(low.end, |unit| unit.end));
    if !matches!(line.at(joint), DASH | '至' | '到') || low.bound.is_some() {
        return None;
    }
    let high =
        number(line, line.skip(joint + 1)).filter(|high| high.han == low.han && high.bound.is_none())?;
    let unit = unit(line, line.skip(high.end))?;
    let value = if first.is_some() {
        low.value
    } else {
        level(low, &high)?
    };
    let same = first.is_none_or(|first| first.name == unit.name) && high.value > value;
    let grows = grows(site, first, joint) && !line.has(unit.end, "不等");
    (same && !grows).then_some(MeasuredNumber {
        value,
        high: Some(high.value),
        unit: Some(unit),
        bound: None,
        end: unit.end,
    })
}

/// The lower end in the magnitude of the upper one: the 2 of 2至3万人 is 20000, the 8000 of 8000至1.2万元 is not.
fn level(low: &Number, high: &Number) -> Option<f64> {
    let shares = low.power == 0 && low.value < high.value / 10f64.powi(high.power);
    if shares {
        shift(&low.value.to_string(), high.power)
    } else {
        Some(low.value)
    }
}

fn grows(site: &NumberSite, first: Option<FoundUnit>, joint: usize) -> bool {
    let left = left_of(site, 8).replace("从事", "");
    left.contains(['从', '由', '自']) && (first.is_some() || site.line.at(joint) == '到')
}

/// The 3000 of 3000、4000、5000人次: the unit behind the last number of a list is that of each. Numbers of different
/// magnitudes may share that too (3、4、5万人), which is not for the reader to say.
fn listed(site: &NumberSite, unit: Option<FoundUnit>) -> Option<MeasuredNumber> {
    const LONGEST: usize = 9;
    let NumberSite {
        line, number: first, ..
    } = site;
    if unit.is_some() || first.han || first.bare || first.bound.is_some() {
        return None;
    }
    let mut last = first.clone();
    for _ in 0..LONGEST {
        let joint = line.skip(last.end);
        let joined = matches!(line.at(joint), '、' | '和' | '与' | '及');
        let next = number(line, line.skip(joint + 1)).filter(|next| joined && !next.han && !next.bare)?;
        if next.power != first.power {
            return None;
        }
        if let Some(unit) = units_at(line, &next) {
            return Some(MeasuredNumber {
                value: first.value,
                high: None,
                unit: Some(unit),
                bound: None,
                end: first.end,
            });
        }
        last = next;
    }
    None
}

fn units_at(line: &FoldedLine, number: &Number) -> Option<FoundUnit> {
    unit(line, line.skip(number.end))
}

/// 金奖1银奖3铜奖5, 一等奖2、二等奖5: a count of prizes without a measure word. 事故0, 0投诉: none at all.
pub(super) fn awarded(site: &NumberSite) -> Option<RuleHit> {
    const PRIZES: [&str; 12] = [
        "金奖",
        "银奖",
        "铜奖",
        "等奖",
        "金牌",
        "银牌",
        "铜牌",
        "优秀奖",
        "优胜奖",
        "特别奖",
        "组织奖",
        "奖牌",
    ];
    let NumberSite { line, number, .. } = site;
    let before = line.back(number.start);
    let bare = number.plain() && !number.han && units_at(line, number).is_none();
    let next = line.at(line.skip(number.end));
    let ends = next == '\0' || stops(next) || "、）)和及与".contains(next);
    let prize = line.any_ends(before, &PRIZES).is_some() && (ends || "金银铜特一二三四优".contains(next));
    let none = number.value == 0.0 && number.digits == 1 && nothing(line, number, before, ends);
    let quantity = Quantity::new(number.value, "", Bound::Exact);
    (bare && (prize || none)).then(|| RuleHit::new(number.start..number.end, NumeralKind::Quantity(quantity)))
}

/// 事故为0, 投诉率0, 0事故; not 0基础 and not 0距离.
fn nothing(line: &FoldedLine, number: &Number, before: usize, ends: bool) -> bool {
    let counted = [
        "事故", "投诉", "违规", "失误", "差错", "死亡", "辍学", "上访", "违纪",
    ];
    let grows = line.any(number.end, &["增", "升", "提", "到", "发展", "突破", "扩"])
        && "由从".contains(line.before(before));
    grows
        || ends && (is_han(line.before(before)) || line.before(before) == ':')
        || line.any(number.end, &counted)
}

/// 3个亿 and 9个多亿 are money.
fn hundred_million(site: &NumberSite, unit: Option<FoundUnit>) -> Option<MeasuredNumber> {
    let line = site.line;
    let at = unit.filter(|unit| unit.name == "个")?.end;
    let over = matches!(line.at(at), '多' | '余');
    let at = at + usize::from(over);
    let value = shift(&site.number.value.to_string(), 8).filter(|_| line.at(at) == '亿')?;
    let end = at + 1 + usize::from(line.at(at + 1) == '元');
    let unit = Some(FoundUnit {
        name: "元",
        nature: Nature::Money,
        end,
    });
    Some(MeasuredNumber {
        value,
        high: None,
        unit,
        bound: over.then_some(Bound::MoreThan),
        end,
    })
}

fn measured(site: &NumberSite, quantity: Quantity, unit: FoundUnit) -> Option<NumeralKind> {
    let NumberSite { line, number, .. } = site;
    let vague = number.bare && quantity.bound == Bound::Exact;
    match unit.nature {
        _ if line.at(unit.end) == '级' && unit.name != "个" => Some(NumeralKind::Name), // 5000吨级, 千万元级
        _ if is_position(line, unit) => Some(NumeralKind::Name),
        Nature::Factor if vague => None,
        Nature::Factor => Some(NumeralKind::Quantity(quantity)),
        Nature::Span(least) if quantity.value < least && is_spent_time(site, unit, quantity.bound) => {
            Some(NumeralKind::Quantity(quantity))
        }
        Nature::Span(least) if quantity.value < least && is_measured_time(site, quantity.bound) => {
            Some(NumeralKind::Unclear)
        }
        Nature::Span(least) if quantity.value < least => (!vague).then_some(NumeralKind::Duration),
        _ if !has_evidence(site, unit, quantity.bound) => None,
        // 推出8项举措 may be a result, 聚焦3项任务 is none.
        _ if divides_scheme(site, unit) && !number.han && follows_gain(site) => Some(NumeralKind::Unclear),
        _ if divides_scheme(site, unit) => Some(NumeralKind::Framework),
        _ => Some(NumeralKind::Quantity(quantity)),
    }
}
