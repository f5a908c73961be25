//! Whether a number that could count does: what stands before and behind it.
//!
//! Owns the words that speak for and against a count. What the number and its measure word are is `count`'s.

use super::NumberSite;
use crate::numeral::line::{FoldedLine, stops};
use crate::numeral::measure_words::Nature;
use crate::numeral::number::{Number, number as number_at};
use crate::numeral::script::DASH;
use crate::numeral::units::{FoundUnit, unit as unit_at};
use crate::numeral::{Bound, bounds, words};
use crate::text::han::is_han;

/// 数百人, 几十家, 数千万元: no number is printed. 百余家 and 上万人次 have one.
pub(super) fn is_vague_amount(site: &NumberSite) -> bool {
    matches!(site.line.at(site.number.start), '数' | '几')
}

/// 下一步将与5家共建, 力争突破5000人次: an aim and no result, which only a person should call one.
pub(super) fn is_aim(line: &FoldedLine, at: usize) -> bool {
    const AIMS: [&str; 33] = [
        "下一步",
        "今后",
        "力争",
        "计划到",
        "计划在",
        "计划再",
        "计划于",
        "计划建",
        "计划用",
        "计划两年",
        "计划三年",
        "计划五年",
        "明年",
        "拟建",
        "拟新",
        "拟增",
        "拟再",
        "拟于",
        "拟在",
        "争取在",
        "争取实现",
        "争取达到",
        "有望",
        "十五五末",
        "十五五”末",
        "十五五期间",
        "十五五”期间",
        "十五五”时期",
        "规划建",
        "预计",
        "未来三年",
        "未来五年",
        "到2030年",
    ];
    const REACH: usize = 60;
    let sentence = line.sentence(at, REACH);
    AIMS.iter().any(|aim| sentence.contains(aim))
}

/// 每4名学员就有1名, 院长一行7人: a rate told in persons, or those who came; neither is a result.
pub(super) fn is_rate_apiece(site: &NumberSite) -> bool {
    let NumberSite { line, number, .. } = site;
    let before = line.before(line.back(number.start));
    let each = before == '每' || before == '一' && line.any_ends(number.start, &["每一"]).is_some();
    each && number.value < 100.0
        || left_of(site, 3).ends_with("就有") && line.left(number.start, 14).contains('每')
        || is_share_of_each(site)
        || is_so_many_in(site)
        || is_frequency(site)
        || line
            .any_ends(line.back(number.start), &["满分", "总分"])
            .is_some()
        || line.any_ends(line.back(number.start), &["一行"]).is_some() && line.at(number.end) == '人'
}

/// 每季度会商1次, 每周讲2场: how often, and not how often so far.
fn is_frequency(site: &NumberSite) -> bool {
    const OFTEN: f64 = 4.0;
    const SPANS: [&str; 8] = [
        "每年",
        "每半年",
        "每季度",
        "每学期",
        "每学年",
        "每月",
        "每周",
        "每天",
    ];
    let NumberSite { line, number, .. } = site;
    let times = line.any(line.skip(number.end), &["次", "场", "回"]) && !line.has(number.end, "场次");
    let clause = line.left(number.start, 10);
    let clause = clause
        .rsplit(['，', ',', '。', '；', '、'])
        .next()
        .unwrap_or_default();
    let bounded = number.bound.is_some() || bounds::bounded(line, number.start..number.end);
    times && !bounded && number.value <= OFTEN && SPANS.iter().any(|span| clause.contains(span))
}

/// 十个里头不到四个, 10人中有7人: so many in so many.
fn is_so_many_in(site: &NumberSite) -> bool {
    const REACH: usize = 9;
    let NumberSite { line, number, .. } = site;
    (number.start.saturating_sub(REACH)..number.start).any(|at| {
        let of = number_at(line, at)
            .filter(|of| of.value >= 3.0 && of.value > number.value && of.end < number.start);
        let unit = of.and_then(|of| unit_at(line, of.end));
        unit.is_some_and(|unit| {
            let few = line.text(unit.end..number.start);
            line.any(unit.end, &["里", "中", "当中", "之中"]) && !few.iter().any(|c| stops(*c))
        })
    })
}

/// 每10人有7人, 每班配两名导师: so many of, or for, each.
fn is_share_of_each(site: &NumberSite) -> bool {
    const REACH: usize = 14;
    let NumberSite { line, number, .. } = site;
    let here = line.back(number.start);
    let Some(each) = (here.saturating_sub(REACH)..here)
        .rev()
        .find(|&at| line.at(at) == '每')
    else {
        return false;
    };
    let clause = line.left(here, here - each).starts_with('每');
    let allots = line.any_ends(here, &["配", "配备", "安排"]).is_some();
    let unit = |number: &Number| unit_at(line, line.skip(number.end)).map(|unit| unit.name);
    let of = number_at(line, each + 1).filter(|of| of.value > 1.0);
    let part = of.is_some_and(|of| unit(&of).is_some() && unit(&of) == unit(number));
    clause && (allots || part) && !line.any(each + 1, &["年", "月", "季", "学年", "学期"])
}

/// 人均下乡42天, 缩短5天, 不少于6周: time that is measured, and not only a time that passed.
pub(super) fn is_measured_time(site: &NumberSite, bound: Bound) -> bool {
    const MEASURED: [&str; 16] = [
        "人均", "户均", "平均", "累计", "共计", "总计", "时长", "缩短", "延长", "提前", "节约", "节省",
        "压缩", "减少", "增加", "实践",
    ];
    let left = site.line.left(site.number.start, 8);
    matches!(bound, Bound::AtLeast | Bound::LessThan) || MEASURED.iter().any(|word| left.contains(word))
}

/// 换一次型要4小时, 现在不到40分钟, 每周授课6小时左右, 由15天缩短到3天, 提前19天完工: how long something takes, and not when it was.
pub(super) fn is_spent_time(site: &NumberSite, unit: FoundUnit, bound: Bound) -> bool {
    const TAKES: [&str; 12] = [
        "要", "需", "花", "用", "耗时", "用时", "花了", "用了", "仅", "只", "得", "花费",
    ];
    const CHANGES: [&str; 9] = [
        "缩短", "压缩", "压减", "缩减", "减至", "降至", "降到", "延长", "提速",
    ];
    const APIECE: [&str; 4] = ["人均", "户均", "平均", "每人"];
    const OFTEN: [&str; 2] = ["每周", "每天"];
    let NumberSite { line, number, .. } = site;
    let left = left_of(site, 10);
    let right = line.right(unit.end, 10);
    let short = matches!(unit.name, "小时" | "分钟");
    let days = matches!(unit.name, "天" | "日" | "工作日" | "个工作日" | "个月");
    let takes = line.any_ends(line.back(number.start), &TAKES).is_some();
    let bounded = !matches!(bound, Bound::Exact | Bound::AtLeast);
    let directly = left.trim_end_matches(['了', '近', '约', '达']);
    let shorter = CHANGES[..4].iter().any(|word| directly.ends_with(word))
        || directly.ends_with("提前")
            && ["完", "竣", "交", "投", "通"]
                .iter()
                .any(|word| right.contains(word));
    let changes = shorter
        || left.contains(['由', '从']) && CHANGES.iter().any(|word| right.contains(word))
        || CHANGES
            .iter()
            .any(|word| left.ends_with(&format!("{word}到")) || left.ends_with(&format!("{word}至")));
    let apiece = APIECE.iter().any(|word| left.contains(word))
        || short && OFTEN.iter().any(|word| left.contains(word));
    short && (takes || bounded) || (short || days) && (apiece || changes)
}

/// 前进2位, 跃升12位: how far in an order.
pub(super) fn is_move_in_rank(site: &NumberSite, unit: FoundUnit) -> bool {
    const MOVES: [&str; 9] = [
        "前进", "前移", "上升", "提升", "跃升", "晋升", "后退", "下降", "进步",
    ];
    let left = left_of(site, 4);
    let left = left.trim_end_matches(['了', '近', '超']);
    unit.name == "位" && MOVES.iter().any(|word| left.ends_with(word))
}

/// Whether a sum only says which things are meant: 亿元以上企业, 单价10万元以上设备58台.
pub(super) fn is_size_class(site: &NumberSite, unit: FoundUnit, end: usize) -> bool {
    let line = site.line;
    let least = unit.nature == Nature::Money && line.ends(end, "以上").is_some_and(|at| at >= unit.end);
    let noun = |&at: &usize| is_han(line.at(at)) && !"的占达有为及和与".contains(line.at(at));
    let stop = end + (end..end + 10).take_while(noun).count();
    least && stop >= end + 2 && (site.number.bare || line.at(stop).is_ascii_digit())
}

/// 800米深处, 15公里外的工厂: where something is.
pub(super) fn is_position(line: &FoldedLine, unit: FoundUnit) -> bool {
    matches!(unit.name, "米" | "公里" | "厘米")
        && (line.any(
            unit.end,
            &["深处", "深的", "高空", "高处", "之外", "以外", "外的"],
        ) || line.at(unit.end) == '外' && !is_han(line.at(unit.end + 1)))
}

/// 单位 1 37 家: digits a blank apart in prose, of which nothing says whether they are one number.
pub(super) fn is_torn(site: &NumberSite) -> bool {
    let NumberSite { line, number, .. } = site;
    let digits = |at: usize| (0..at).rev().take_while(|&n| line.at(n).is_ascii_digit()).count();
    let end = number.start.saturating_sub(1);
    let count = if line.before(number.start) == ' ' {
        digits(end)
    } else {
        0
    };
    let before = line.before(line.back(end - count.min(end)));
    (1..=3).contains(&count) && is_han(before) && !number.han
}

/// 到款-3.2%: whether the dash before a share is a sign or joins two words is for a person to see.
pub(super) fn is_signed(site: &NumberSite, unit: FoundUnit) -> bool {
    let NumberSite { line, number, .. } = site;
    let before = number.start.checked_sub(1).filter(|&at| line.at(at) == DASH);
    unit.nature == Nature::Share && before.is_some_and(|at| is_han(line.before(at)))
}

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
