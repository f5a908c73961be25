//! Whether a number that could count does: what stands before and behind it.
//!
//! Owns the words that speak for and against a count. What the number and its measure word are is `count`'s.

use super::NumberSite;
use crate::numeral::line::stops;
use crate::numeral::measure_words::Nature;
use crate::numeral::units::FoundUnit;
use crate::numeral::{Bound, words};
use crate::text::han::is_han;

/// Whether the number counts at all; see the head of `count.rs`.
pub(super) fn has_evidence(site: &NumberSite, unit: FoundUnit, bound: Bound) -> bool {
    let NumberSite { line, number, .. } = site;
    let two = line.at(number.start) == '二' && number.value == 2.0;
    match unit.nature {
        _ if !number.han || bound != Bound::Exact || unit.nature == Nature::Factor => true,
        Nature::Money if number.bare => follows_spending(site),
        _ if number.bare || two => false,
        _ if number.value > 10.0 || site.lenient => true,
        _ if follows_slogan(site) => false,
        _ if number.value == 1.0 => counts_one(site, unit),
        Nature::Firm | Nature::Share | Nature::Money => true,
        _ => {
            ends_behind_noun(site, unit.end)
                || follows_gain(site)
                || line.any(unit.end, words::RANKS)
                || achieves(site, unit)
                || is_subject(site, unit)
        }
    }
}

/// 搭好两座桥梁, 做好三篇文章: what is to be done well is a slogan's.
fn follows_slogan(site: &NumberSite) -> bool {
    let left = left_of(site, 2);
    left.chars().count() == 2 && left.ends_with('好')
}

/// 投入千万元: a bare magnitude of money counts behind a verb that says so.
fn follows_spending(site: &NumberSite) -> bool {
    let left = left_of(site, 4);
    ["达", "投入", "到账", "共", "计"]
        .iter()
        .any(|word| left.contains(word))
}

pub(super) fn left_of(site: &NumberSite, reach: usize) -> String {
    site.line.left(site.number.start, reach)
}

/// 一项 behind its noun: 教学成果奖一项; or before it at the head of a clause that names an honour: 一名学生当选.
fn counts_one(site: &NumberSite, unit: FoundUnit) -> bool {
    const HONOURS: [&str; 7] = ["入选", "当选", "获", "被评", "摘得", "被列", "夺得"];
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
        && ends_behind_noun(site, unit.end)
        && !left_of(site, 6).contains(SHARED)
        && !left_of(site, 1).contains(JOINED)
}

/// Whether a count stands behind its noun and ends there.
pub(super) fn ends_behind_noun(site: &NumberSite, end: usize) -> bool {
    let NumberSite { line, number, .. } = site;
    let before = line.before(line.back(number.start));
    let noun = is_han(before) && !"每各这那同另任某哪几数第前后上下再又首".contains(before)
        || "”》)".contains(before);
    let next = line.at(line.skip(end));
    noun && (next == '\0' || stops(next) || "、和与及)".contains(next))
}

pub(super) fn follows_gain(site: &NumberSite) -> bool {
    let left = left_of(site, 4);
    let left = left.trim_end().trim_end_matches(['了', '共', '过']);
    words::GAINS.iter().any(|word| left.ends_with(word))
}

/// 三个专业入选: a count as the subject of what was achieved.
fn achieves(site: &NumberSite, unit: FoundUnit) -> bool {
    const REACH: usize = 16;
    let right = site.line.right(unit.end, REACH);
    words::ACHIEVED
        .iter()
        .any(|verb| right.find(verb).is_some_and(|at| at >= 3))
}

/// 三个支部作了发言: a count at the head of its clause, of what can be counted, that does something.
fn is_subject(site: &NumberSite, unit: FoundUnit) -> bool {
    let line = site.line;
    let noun = words::NOUNS.iter().filter(|noun| line.has(unit.end, noun));
    let end = noun.map(|noun| unit.end + noun.chars().count()).max();
    let goes_on = |end: usize| is_han(line.at(end)) && !"的之和与及".contains(line.at(end));
    unit.name == "个" && line.opens(site.number.start) && end.is_some_and(goes_on)
}

/// Whether the count divides a scheme: 三个维度, 3个关键环节, 1个中心+3个平台.
pub(super) fn divides_scheme(site: &NumberSite, unit: FoundUnit) -> bool {
    let share = matches!(unit.nature, Nature::Share | Nature::Money | Nature::Factor);
    !site.lenient
        && !share
        && (counts_aspects(site, unit)
            || counts_points(site, unit)
            || counts_parts(site, unit)
            || is_sum_of_parts(site, unit))
}

/// A few abstract parts, in either script; 20余项举措 counts measures.
fn counts_aspects(site: &NumberSite, unit: FoundUnit) -> bool {
    let NumberSite { line, number, .. } = site;
    let few = number.value <= 10.0 && number.bound.is_none();
    let adjective = line.any(unit.end, &["关键", "核心", "重点", "主要", "基本"]);
    let noun = if adjective { unit.end + 2 } else { unit.end };
    let core = line.has(unit.end, "核心") && !is_han(line.at(noun));
    let part = core || line.any(noun, words::ASPECTS);
    let matters =
        unit.name == "件" && number.han && (line.at(unit.end) == '事' || line.has(unit.end, "大事"));
    few && (part && matches!(unit.name, "个" | "项" | "种" | "条") || matters)
}

/// 关键词有四个, 主要原因有三条: what is told next, and nothing that there is.
fn counts_points(site: &NumberSite, unit: FoundUnit) -> bool {
    const POINTS: [&str; 17] = [
        "关键词",
        "特点",
        "特征",
        "原因",
        "亮点",
        "任务",
        "要素",
        "条件",
        "问题",
        "经验",
        "做法",
        "启示",
        "体会",
        "难点",
        "痛点",
        "秘诀",
        "法宝",
    ];
    let left = left_of(site, 8);
    let noun = left.strip_suffix("主要有").or_else(|| left.strip_suffix('有'));
    let points = noun.is_some_and(|noun| POINTS.iter().any(|point| noun.ends_with(point)));
    points && !is_han(site.line.at(unit.end)) && site.number.value <= 10.0
}

fn counts_parts(site: &NumberSite, unit: FoundUnit) -> bool {
    let small = site.number.han && site.number.value <= 10.0;
    small && unit.nature == Nature::Soft && site.line.any(unit.end, words::PARTS)
}

/// 1个中心+3个平台+N个基地.
fn is_sum_of_parts(site: &NumberSite, unit: FoundUnit) -> bool {
    let NumberSite { line, number, .. } = site;
    let plus = |at: usize| line.at(at) == '+' && line.at(at + 1).is_ascii_alphanumeric();
    let noun = (unit.end + 1..unit.end + 8).take_while(|&at| is_han(line.at(at - 1)));
    noun.into_iter().any(plus) || number.start > 0 && plus(number.start - 1)
}

/// Whether a number without a measure word counts: 近3000, 300余企业, 产值5亿, 12学院, 人数达3500.
pub(super) fn counts_without_unit(site: &NumberSite, end: usize, bound: Bound) -> bool {
    let NumberSite { line, number, .. } = site;
    let sized = !number.han || number.value >= 10.0;
    let named = line.at(end).is_ascii_alphanumeric() || line.any(end, &["级", "强", "°", "后", "年代"]);
    // 三千五百万 and 七万九 at the end of a clause; 十万 may begin another word.
    let written =
        number.han && !number.bare && number.value >= 1e4 && number.digits == 0 && !is_han(line.at(end));
    let counted =
        number.power >= 4 || line.any(end, words::NOUNS) || follows_reaching(site, end) || site.lenient;
    sized && !named && (bound != Bound::Exact || written || counted && !number.bare && !number.han)
}

/// 人数达3500， 折合在校生数13105.5。
fn follows_reaching(site: &NumberSite, end: usize) -> bool {
    const VERBS: [&str; 7] = ["达", "达到", "增至", "升至", "加到", "高到", "数"];
    let before = site.line.back(site.number.start);
    !is_han(site.line.at(end)) && site.line.any_ends(before, &VERBS).is_some()
}
