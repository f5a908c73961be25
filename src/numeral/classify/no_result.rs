//! What tells of a number that it is no result: an aim, a rate apiece, a time, a rank, a size, a place, a torn number.
//!
//! Owns those words. Whether what is left counts is `evidence`'s to say.

use super::NumberSite;
use super::evidence::left_of;
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
    const REACH: usize = 60;
    let sentence = line.sentence(at, REACH);
    words::AIMS.iter().any(|aim| sentence.contains(aim))
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
    const CHANGES: [&str; 13] = [
        "缩短", "压缩", "压减", "缩减", "减至", "降至", "降到", "缩到", "缩至", "压到", "压至", "延长",
        "提速",
    ];
    const APIECE: [&str; 4] = ["人均", "户均", "平均", "每人"];
    const OFTEN: [&str; 2] = ["每周", "每天"];
    let NumberSite { line, number, .. } = site;
    let left = left_of(site, 10);
    let right = line.right(unit.end, 10);
    let short = matches!(unit.name, "小时" | "分钟");
    let days = matches!(unit.name, "天" | "日" | "工作日" | "个工作日" | "个月");
    let long = matches!(unit.name, "年" | "周" | "月");
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
        || CHANGES.iter().any(|word| {
            let to = word.ends_with(['到', '至']) && left.ends_with(word);
            to || left.ends_with(&format!("{word}到")) || left.ends_with(&format!("{word}至"))
        });
    let apiece = APIECE.iter().any(|word| left.contains(word))
        || short && OFTEN.iter().any(|word| left.contains(word));
    short && (takes || bounded) || (short || days) && apiece || (short || days || long) && changes
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
