//! Counts and measures: 34家, 近2万人次, 20至30家, 98%以上; spans of time and factors on the same path.
//!
//! An Arabic number with a measure word counts. A small Chinese one is mostly rhetoric (三个课堂, 六支队伍)
//! and counts only on evidence: a bound, a place behind its noun, a verb of gain before it, a rank behind it.
//! 一 counts only behind its noun (教学团队一个). 二 never counts: the counting form is 两.

use super::{Hit, Site};
use crate::numeral::line::{FoldedLine, stops};
use crate::numeral::measure_words::Nature;
use crate::numeral::number::{Number, number, shift};
use crate::numeral::script::DASH;
use crate::numeral::units::{Unit, unit};
use crate::numeral::{Bound, NumeralKind, Quantity, bounds, words};
use crate::text::han::is_han;

/// A number and its measure word, without the bounds around them.
struct MeasuredNumber {
    value: f64,
    /// The upper end of a range.
    high: Option<f64>,
    unit: Option<Unit>,
    end: usize,
}

/// The rule: reads the phrase, then asks whether it counts.
pub(super) fn count(site: &Site) -> Option<Hit> {
    let Site { line, number, .. } = site;
    let figure = figure(site);
    let bare = number.bare || number.value >= 1e4;
    let factor = figure.unit.is_some_and(|unit| unit.nature == Nature::Factor);
    let over = factor && matches!(line.at(figure.end), '多' | '余');
    let inside = if over { Some(Bound::MoreThan) } else { number.bound };
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
    let name = figure.unit.map_or("", |unit| unit.name);
    let quantity = match figure.high {
        Some(high) => Quantity::range(figure.value, high, name),
        None => Quantity::new(figure.value, name, bound),
    };
    let kind = match figure.unit {
        Some(unit) if !site.lenient && class(site, unit, range.end) => NumeralKind::Name,
        Some(unit) if !site.lenient && (vague(site) || planned(site) || apiece(site)) => match unit.nature {
            Nature::Span(least) if quantity.value < least && !spent_time(site, quantity.bound) => {
                NumeralKind::Duration
            }
            _ => NumeralKind::Unclear,
        },
        Some(unit) if !site.lenient && moved(site, unit) => NumeralKind::Unclear,
        Some(unit) => measured(site, quantity, unit)?,
        None if unmeasured(site, range.end, quantity.bound) => NumeralKind::Quantity(quantity),
        None => return None,
    };
    Some(Hit::new(range, kind))
}

fn figure(site: &Site) -> MeasuredNumber {
    let Site { line, number, .. } = site;
    let unit = unit(line, line.skip(number.end));
    let end = unit.map_or(number.end, |unit| unit.end);
    let plain = MeasuredNumber {
        value: number.value,
        high: number.high.filter(|_| unit.is_some()),
        unit,
        end,
    };
    range(site, unit)
        .or_else(|| hundred_million(site, unit))
        .or_else(|| listed(site, unit))
        .unwrap_or(plain)
}

/// 20至30家, 2—3名, 80%—90%, 5000—8000元; 从5家到12家 is growth and stays two counts.
fn range(site: &Site, first: Option<Unit>) -> Option<MeasuredNumber> {
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

fn grows(site: &Site, first: Option<Unit>, joint: usize) -> bool {
    let left = left(site, 8).replace("从事", "");
    left.contains(['从', '由', '自']) && (first.is_some() || site.line.at(joint) == '到')
}

/// The 3000 of 3000、4000、5000人次: the unit behind the last number of a list is that of each. Numbers of different
/// magnitudes may share that too (3、4、5万人), which is not for the reader to say.
fn listed(site: &Site, unit: Option<Unit>) -> Option<MeasuredNumber> {
    const LONGEST: usize = 9;
    let Site {
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
                end: first.end,
            });
        }
        last = next;
    }
    None
}

fn units_at(line: &FoldedLine, number: &Number) -> Option<Unit> {
    unit(line, line.skip(number.end))
}

/// 金奖1银奖3铜奖5, 一等奖2、二等奖5: a count of prizes without a measure word. 事故0, 0投诉: none at all.
pub(super) fn awarded(site: &Site) -> Option<Hit> {
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
    let Site { line, number, .. } = site;
    let before = line.back(number.start);
    let bare = number.plain() && !number.han && units_at(line, number).is_none();
    let next = line.at(line.skip(number.end));
    let ends = next == '\0' || stops(next) || "、）)和及与".contains(next);
    let prize = line.any_ends(before, &PRIZES).is_some() && (ends || "金银铜特一二三四优".contains(next));
    let none = number.value == 0.0 && number.digits == 1 && nothing(line, number, before, ends);
    let quantity = Quantity::new(number.value, "", Bound::Exact);
    (bare && (prize || none)).then(|| Hit::new(number.start..number.end, NumeralKind::Quantity(quantity)))
}

/// 事故为0, 投诉率0, 0事故; not 0基础 and not 0距离.
fn nothing(line: &FoldedLine, number: &Number, before: usize, ends: bool) -> bool {
    let counted = [
        "事故", "投诉", "违规", "失误", "差错", "死亡", "辍学", "上访", "违纪",
    ];
    ends && (is_han(line.before(before)) || line.before(before) == ':') || line.any(number.end, &counted)
}

/// 3个亿 is money.
fn hundred_million(site: &Site, unit: Option<Unit>) -> Option<MeasuredNumber> {
    let line = site.line;
    let at = unit
        .filter(|unit| unit.name == "个" && line.at(unit.end) == '亿')?
        .end;
    let value = shift(&site.number.value.to_string(), 8)?;
    let end = at + 1 + usize::from(line.at(at + 1) == '元');
    let unit = Some(Unit {
        name: "元",
        nature: Nature::Money,
        end,
    });
    Some(MeasuredNumber {
        value,
        high: None,
        unit,
        end,
    })
}

fn measured(site: &Site, quantity: Quantity, unit: Unit) -> Option<NumeralKind> {
    let Site { line, number, .. } = site;
    let vague = number.bare && quantity.bound == Bound::Exact;
    match unit.nature {
        _ if line.at(unit.end) == '级' && unit.name != "个" => Some(NumeralKind::Name), // 5000吨级, 千万元级
        _ if deep(line, unit) => Some(NumeralKind::Name),
        Nature::Factor if vague => None,
        Nature::Factor => Some(NumeralKind::Quantity(quantity)),
        Nature::Span(least) if quantity.value < least && spent_time(site, quantity.bound) => {
            Some(NumeralKind::Unclear)
        }
        Nature::Span(least) if quantity.value < least => (!vague).then_some(NumeralKind::Duration),
        _ if !evident(site, unit, quantity.bound) => None,
        // 推出8项举措 may be a result, 聚焦3项任务 is none.
        _ if partial(site, unit) && !number.han && gained(site) => Some(NumeralKind::Unclear),
        _ if partial(site, unit) => Some(NumeralKind::Framework),
        _ => Some(NumeralKind::Quantity(quantity)),
    }
}

/// 数百人, 几十家, 数千万元: no number is printed. 百余家 and 上万人次 have one.
fn vague(site: &Site) -> bool {
    matches!(site.line.at(site.number.start), '数' | '几')
}

/// 下一步将与5家共建, 力争突破5000人次: an aim and no result, which only a person should call one.
fn planned(site: &Site) -> bool {
    const AIMS: [&str; 13] = [
        "下一步",
        "今后",
        "力争",
        "计划到",
        "计划在",
        "计划再",
        "计划于",
        "拟建",
        "规划建",
        "预计",
        "未来三年",
        "未来五年",
        "到2030年",
    ];
    const REACH: usize = 60;
    let sentence = site.line.sentence(site.number.start, REACH);
    AIMS.iter().any(|aim| sentence.contains(aim))
}

/// 每4名学员就有1名: a rate told in persons, of which neither is a result.
fn apiece(site: &Site) -> bool {
    let Site { line, number, .. } = site;
    let before = line.before(line.back(number.start));
    let each = before == '每' || before == '一' && line.any_ends(number.start, &["每一"]).is_some();
    each && number.value < 100.0
        || left(site, 3).ends_with("就有") && line.left(number.start, 14).contains('每')
}

/// 人均下乡42天, 缩短5天, 不少于6周: time that is measured, and not only a time that passed.
pub(super) fn spent_time(site: &Site, bound: Bound) -> bool {
    const MEASURED: [&str; 16] = [
        "人均", "户均", "平均", "累计", "共计", "总计", "时长", "缩短", "延长", "提前", "节约", "节省",
        "压缩", "减少", "增加", "实践",
    ];
    let left = site.line.left(site.number.start, 8);
    matches!(bound, Bound::AtLeast | Bound::LessThan) || MEASURED.iter().any(|word| left.contains(word))
}

/// 前进2位, 跃升12位: how far in an order.
fn moved(site: &Site, unit: Unit) -> bool {
    const MOVES: [&str; 9] = [
        "前进", "前移", "上升", "提升", "跃升", "晋升", "后退", "下降", "进步",
    ];
    let left = left(site, 4);
    let left = left.trim_end_matches(['了', '近', '超']);
    unit.name == "位" && MOVES.iter().any(|word| left.ends_with(word))
}

/// Whether a sum only says which things are meant: 亿元以上企业, 单价10万元以上设备58台.
fn class(site: &Site, unit: Unit, end: usize) -> bool {
    let line = site.line;
    let least = unit.nature == Nature::Money && line.ends(end, "以上").is_some_and(|at| at >= unit.end);
    let noun = |&at: &usize| is_han(line.at(at)) && !"的占达有为及和与".contains(line.at(at));
    let stop = end + (end..end + 10).take_while(noun).count();
    least && stop >= end + 2 && (site.number.bare || line.at(stop).is_ascii_digit())
}

/// 800米深处, 15公里外: where something is.
fn deep(line: &FoldedLine, unit: Unit) -> bool {
    matches!(unit.name, "米" | "公里" | "厘米")
        && (line.any(unit.end, &["深处", "深的", "高空", "高处", "之外", "以外"])
            || line.at(unit.end) == '外' && !is_han(line.at(unit.end + 1)))
}

/// Whether the number counts at all; see the head of this file.
fn evident(site: &Site, unit: Unit, bound: Bound) -> bool {
    let Site { line, number, .. } = site;
    let two = line.at(number.start) == '二' && number.value == 2.0;
    match unit.nature {
        _ if !number.han || bound != Bound::Exact || unit.nature == Nature::Factor => true,
        Nature::Money if number.bare => spent(site),
        _ if number.bare || two => false,
        _ if number.value > 10.0 || site.lenient => true,
        _ if called(site) => false,
        _ if number.value == 1.0 => single(site, unit),
        Nature::Firm | Nature::Share | Nature::Money => true,
        _ => {
            trailing(site, unit.end)
                || gained(site)
                || line.any(unit.end, words::RANKS)
                || achieved(site, unit)
        }
    }
}

/// 搭好两座桥梁, 做好三篇文章: what is to be done well is a slogan's.
fn called(site: &Site) -> bool {
    let left = left(site, 2);
    left.chars().count() == 2 && left.ends_with('好')
}

/// 投入千万元: a bare magnitude of money counts behind a verb that says so.
fn spent(site: &Site) -> bool {
    let left = left(site, 4);
    ["达", "投入", "到账", "共", "计"]
        .iter()
        .any(|word| left.contains(word))
}

fn left(site: &Site, reach: usize) -> String {
    site.line.left(site.number.start, reach)
}

/// 一项 behind its noun: 教学成果奖一项; or before it at the head of a clause that names an honour: 一名学生当选.
fn single(site: &Site, unit: Unit) -> bool {
    const HONOURS: [&str; 7] = ["入选", "当选", "获评", "被评", "荣获", "被列", "获批"];
    let right = site.line.right(unit.end, 16);
    let subject = HONOURS
        .iter()
        .any(|verb| right.find(verb).is_some_and(|at| at >= 3));
    if subject && site.line.opens(site.number.start) && "项名个篇部件".contains(unit.name) {
        return true;
    }
    const SHARED: [char; 5] = ['每', '各', '任', '某', '逐'];
    const JOINED: [char; 9] = ['唯', '之', '同', '这', '那', '统', '另', '其', '有'];
    "项名个人家门所支部篇件册套位".contains(unit.name)
        && trailing(site, unit.end)
        && !left(site, 6).contains(SHARED)
        && !left(site, 1).contains(JOINED)
}

/// Whether a count stands behind its noun and ends there.
pub(super) fn trailing(site: &Site, end: usize) -> bool {
    let Site { line, number, .. } = site;
    let before = line.before(line.back(number.start));
    let noun = is_han(before) && !"每各这那同另任某哪几数第前后上下再又首".contains(before)
        || "”》)".contains(before);
    let next = line.at(line.skip(end));
    noun && (next == '\0' || stops(next) || "、和与及)".contains(next))
}

pub(super) fn gained(site: &Site) -> bool {
    let left = left(site, 4);
    let left = left.trim_end().trim_end_matches(['了', '共', '过']);
    words::GAINS.iter().any(|word| left.ends_with(word))
}

/// 三个专业入选: a count as the subject of what was achieved.
fn achieved(site: &Site, unit: Unit) -> bool {
    const REACH: usize = 16;
    let right = site.line.right(unit.end, REACH);
    words::ACHIEVED
        .iter()
        .any(|verb| right.find(verb).is_some_and(|at| at >= 3))
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
    let core = line.has(unit.end, "核心") && !is_han(line.at(noun));
    let part = core || line.any(noun, words::ASPECTS);
    few && part && matches!(unit.name, "个" | "项" | "种" | "条")
}

fn parts(site: &Site, unit: Unit) -> bool {
    let small = site.number.han && site.number.value <= 10.0;
    small && unit.nature == Nature::Soft && site.line.any(unit.end, words::PARTS)
}

/// 1个中心+3个平台+N个基地.
fn sum(site: &Site, unit: Unit) -> bool {
    let Site { line, number, .. } = site;
    let plus = |at: usize| line.at(at) == '+' && line.at(at + 1).is_ascii_alphanumeric();
    let noun = (unit.end + 1..unit.end + 8).take_while(|&at| is_han(line.at(at - 1)));
    noun.into_iter().any(plus) || number.start > 0 && plus(number.start - 1)
}

/// Whether a number without a measure word counts: 近3000, 300余企业, 产值5亿, 12学院, 人数达3500.
fn unmeasured(site: &Site, end: usize, bound: Bound) -> bool {
    let Site { line, number, .. } = site;
    let sized = !number.han || number.value >= 10.0;
    let named = line.at(end).is_ascii_alphanumeric() || line.any(end, &["级", "强", "°", "后", "年代"]);
    let counted = number.power >= 4 || line.any(end, words::NOUNS) || reached(site, end) || site.lenient;
    sized && !named && (bound != Bound::Exact || counted && !number.bare && !number.han)
}

/// 人数达3500，
fn reached(site: &Site, end: usize) -> bool {
    const VERBS: [&str; 8] = ["达", "达到", "增至", "升至", "加到", "高到", "人数", "总数"];
    let before = site.line.back(site.number.start);
    !is_han(site.line.at(end)) && site.line.any_ends(before, &VERBS).is_some()
}
