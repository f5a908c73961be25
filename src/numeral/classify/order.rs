//! Places in an order: 第三届, 二等奖, 前10名. What numbers a paragraph is an `item`, Top10 a Latin word.

use super::{NumberSite, RuleHit};
use crate::numeral::line::{FoldedLine, stops};
use crate::numeral::number::{Number, number};
use crate::numeral::script::DASH;
use crate::numeral::{NumeralKind, units};
use crate::text::han::is_han;

/// ① to ⑳, and the like.
pub(super) fn circled(line: &FoldedLine, at: usize) -> Option<RuleHit> {
    matches!(line.at(at), '①'..='⒛' | '㊀'..='㊉').then(|| RuleHit::new(at..at + 1, NumeralKind::Ordinal))
}

/// 第X, 前X名, 排名X, 其一.
pub(super) fn ordinal(site: &NumberSite) -> Option<RuleHit> {
    let NumberSite { line, number, .. } = site;
    let at = line.back(number.start);
    match line.before(at) {
        '第' => Some(RuleHit::new(
            at - 1..measure_end(line, &sequence(line, number)),
            NumeralKind::Ordinal,
        )),
        '其' if number.han && !"他中".contains(line.at(number.end)) => {
            Some(RuleHit::new(at - 1..number.end, NumeralKind::Ordinal))
        }
        '前' => leading(site, at - 1),
        '图' | '表' if !number.han && pictured(line, at - 1) => {
            Some(RuleHit::new(at - 1..number.end, NumeralKind::Ordinal))
        }
        _ => top(line, at, number).or_else(|| ranked(site)),
    }
}

/// 图1, 表2 where they are referred to: 见图1, (表2), 如图3所示.
fn pictured(line: &FoldedLine, at: usize) -> bool {
    line.opens(at) || "如见由(附".contains(line.before(at))
}

/// TOP 50; without the space it is one Latin word.
fn top(line: &FoldedLine, at: usize, number: &Number) -> Option<RuleHit> {
    let start = line.any_ends(at, &["TOP", "Top", "top"])?;
    Some(RuleHit::new(start..number.end, NumeralKind::Ordinal))
}

/// The number and the measure word behind it: 三届, 2批, 一课堂 without its noun.
fn measure_end(line: &FoldedLine, number: &Number) -> usize {
    let at = line.skip(number.end);
    units::unit(line, at).map_or(number.end, |unit| unit.end)
}

/// 前10名, 前5%, 前三; but not 目前20家 or 之前3个.
fn leading(site: &NumberSite, start: usize) -> Option<RuleHit> {
    let NumberSite { line, number, .. } = site;
    let end = line.skip(number.end);
    let free = !"目之以当提此先从空眼面产事年月日会课岗训".contains(line.before(start));
    let ranks =
        line.any(end, &["名", "位", "列", "强", "甲", "席", "%", "的", "茅"]) || !is_han(line.at(end));
    (free && ranks).then(|| RuleHit::new(start..measure_end(line, number), NumeralKind::Ordinal))
}

/// 排名全国12位, 位列全省3.
fn ranked(site: &NumberSite) -> Option<RuleHit> {
    const VERBS: [&str; 8] = ["排名", "名列", "位列", "位居", "列全", "居全", "跃居", "跻身"];
    let NumberSite { line, number, .. } = site;
    let end = line.skip(number.end);
    let ends = line.any(end, &["名", "位"]) || stops(line.at(end)) || line.at(end) == '\0';
    if !ends || !number.plain() {
        return None;
    }
    let left = line.left(number.start, 10);
    let ranks = VERBS.iter().any(|verb| left.contains(verb)) && !left.contains(['的', '前', '第', '、']);
    ranks.then(|| RuleHit::new(number.start..measure_end(line, number), NumeralKind::Ordinal))
}

/// 二等奖, 一、二等奖, 二级学院, 二期工程, 3号楼.
pub(super) fn grade(site: &NumberSite) -> Option<RuleHit> {
    let NumberSite { line, number, .. } = site;
    let last = listed(line, number);
    let end = line.skip(last.end);
    let step = last.value <= 12.0 && last.bound.is_none() && !last.bare && last.value.fract() == 0.0;
    let word = [
        "等奖", "等功", "等次", "等级", "等品", "级", "号", "期", "类", "把手",
    ]
    .into_iter()
    .find(|word| line.has(end, word))?;
    let end = end + word.chars().count();
    let listed = last.start > number.start;
    let graded = match word {
        "期" => {
            number.han
                && (is_stage(site, end)
                    || !super::evidence::ends_behind_noun(site, end) && !super::evidence::follows_gain(site))
        }
        "类" => listed && number.han,
        "号" => number.plain() && !han_word(line, end),
        "级" => step && !line.any(end, &["次"]),
        _ => step,
    };
    graded.then(|| RuleHit::new(number.start..end, NumeralKind::Ordinal))
}

/// 完成二期建设, 建成二期实训楼: a stage of what is built, whatever the verb. 两期 counts.
fn is_stage(site: &NumberSite, end: usize) -> bool {
    const BUILT: [&str; 16] = [
        "工程", "建设", "项目", "改造", "扩建", "校区", "投资", "规划", "用地", "实训", "大楼", "厂房",
        "园区", "基地", "主体", "验收",
    ];
    site.line.at(site.number.start) != '两' && site.line.any(end, &BUILT)
}

/// 号召, 号称; 百十号人 are counted.
fn han_word(line: &FoldedLine, end: usize) -> bool {
    line.any(end, &["召", "称", "人"]) && !line.has(end, "人物")
}

/// The last of the numerals behind 第, of any size: the 47 of 第45、46、47届.
fn sequence(line: &FoldedLine, first: &Number) -> Number {
    let mut last = listed(line, first);
    while let Some(next) = number(line, last.end + 1).filter(|next| {
        "、和与及".contains(line.at(last.end)) && next.plain() && next.value > last.value && !next.bare
    }) {
        let unit = units::unit(line, next.end)
            .is_some_and(|unit| matches!(unit.name, "届" | "批" | "期" | "次" | "轮"));
        if !unit && !"、和与及".contains(line.at(next.end)) {
            break;
        }
        last = next;
    }
    last
}

/// The last of up to nine numerals printed as a list: the 二 of 一、二等奖 and of 一二等奖.
fn listed(line: &FoldedLine, first: &Number) -> Number {
    let mut last = first.clone();
    for _ in 1..9 {
        let joined = matches!(line.at(last.end), '、' | '和' | '与' | '及' | '/' | DASH);
        match number(line, last.end + 1).filter(|next| joined && next.han == first.han && next.plain()) {
            Some(next) if first.value < 10.0 => last = next,
            _ => break,
        }
    }
    last.high = None;
    if first.han && last.start == first.start && first.digits > 1 {
        last.value %= 10.0;
    }
    last
}
