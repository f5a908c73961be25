//! The words before and after a figure that say how it stands to the true one: 近, 超过, 以上.
//!
//! Knows the words and where they only look like bounds (签约20家). The 多 and 余 inside a number belong
//! to the number.

use std::ops::Range;

use super::{Bound, line::FoldedLine};
use crate::text::han::is_han;

/// The bound of a figure, and the figure with its bound words: the word before it tells, else the 多 inside,
/// else the word behind.
///
/// `bare` allows 过, 破 and 小 before it, which are bounds only in 过百, 破亿, 过半, 小四成.
pub(super) fn around(
    line: &FoldedLine,
    figure: Range<usize>,
    inside: Option<Bound>,
    bare: bool,
) -> (Range<usize>, Bound) {
    let before = before(line, &figure, bare).or_else(|| before_whole(line, &figure));
    let after = after(line, figure.end);
    let bound = before
        .map(|(bound, _)| bound)
        .or(inside)
        .or(after.map(|(bound, _)| bound));
    let start = before.map_or(figure.start, |(_, start)| start);
    let end = after.map_or(figure.end, |(_, end)| end);
    (start..end, bound.unwrap_or_default())
}

/// Whether a bound word stands right before or right behind.
pub(super) fn bounded(line: &FoldedLine, figure: Range<usize>) -> bool {
    before(line, &figure, false).is_some() || after(line, figure.end).is_some()
}

/// The longest bound word before a figure, and where it starts.
fn before(line: &FoldedLine, figure: &Range<usize>, bare: bool) -> Option<(Bound, usize)> {
    let end = line.back(figure.start);
    let found = BEFORE.iter().filter_map(|&(bound, word, taken)| {
        let start = line.ends(end, word)?;
        let free = !taken.contains(line.before(start));
        let fits = match word {
            "过" | "破" | "小" => bare,
            "突破" => !breakthrough(line, figure.end),
            _ => true,
        };
        (free && fits).then_some((bound, start))
    });
    found.min_by_key(|(_, start)| *start)
}

/// 不少于总学时的35%: the bound of a share stands before what it is a share of.
fn before_whole(line: &FoldedLine, figure: &Range<usize>) -> Option<(Bound, usize)> {
    const LONGEST: usize = 10;
    let end = line.back(figure.start);
    let of = end.checked_sub(1).filter(|_| line.before(end) == '的')?;
    if !"%‰成半".contains(line.before(figure.end)) {
        return None;
    }
    let within = |at: &usize| {
        is_han(line.before(*at)) && !"占为是有的到至一二两三四五六七八九十百千万亿".contains(line.before(*at))
    };
    let starts = (of.saturating_sub(LONGEST)..of)
        .rev()
        .take_while(|at| within(&(at + 1)));
    let compares = |word: &str| word.chars().count() > 1 && word.ends_with(['于', '过', '足', '到', '出']);
    starts.filter(|at| at + 1 < of).find_map(|at| {
        let words = BEFORE.iter().filter(|(_, word, _)| compares(word));
        let bounds = words.filter_map(|&(bound, word, taken)| {
            let start = line.ends(at, word)?;
            (!taken.contains(line.before(start))).then_some((bound, start))
        });
        bounds.min_by_key(|(_, start)| *start)
    })
}

/// 突破12项关键技术 breaks through twelve; 突破12项 goes beyond.
fn breakthrough(line: &FoldedLine, end: usize) -> bool {
    const OBSTACLES: [&str; 8] = ["技术", "难题", "瓶颈", "工艺", "难点", "关键", "卡脖子", "壁垒"];
    let right = line.right(end, 14);
    "项个种道条".contains(line.before(end)) && OBSTACLES.iter().any(|word| right.contains(word))
}

/// The bound word after a figure, and where it ends.
fn after(line: &FoldedLine, at: usize) -> Option<(Bound, usize)> {
    let at = line.skip(at);
    AFTER.iter().find_map(|&(bound, word, next)| {
        let end = line.past(at, &[word])?;
        let joins = match word {
            "+" => line.at(end).is_alphanumeric(),
            // 30人余 and 一番多 end there; 28家多为企业 and 30家余下的 do not.
            "多" | "余" => is_han(line.at(end)),
            _ => false,
        };
        (!line.any(end, next) && !joins).then_some((bound, end))
    })
}

/// Bound, word, and the characters before it that make it part of another word.
const BEFORE: &[(Bound, &str, &str)] = &[
    (Bound::AtLeast, "不低于", ""),
    (Bound::AtLeast, "不少于", ""),
    (Bound::AtLeast, "不小于", ""),
    (Bound::AtLeast, "不下", "居"),
    (Bound::AtLeast, "不下于", ""),
    (Bound::AtLeast, "至少", ""),
    (Bound::AtLeast, "最少", ""),
    (Bound::AtLeast, "起码", ""),
    (Bound::AtLeast, "最低", ""),
    (Bound::AtLeast, "≥", ""),
    (Bound::MoreThan, "超过", "不未没"),
    (Bound::MoreThan, "超过了", "不未没"),
    (Bound::MoreThan, "超出", "不未没"),
    (Bound::MoreThan, "突破", "未"),
    (Bound::MoreThan, "突破了", "未"),
    (Bound::MoreThan, "逾", ""),
    (Bound::MoreThan, "超", "赶反"),
    (Bound::MoreThan, "已过", ""),
    (Bound::MoreThan, "多于", "不"),
    (Bound::MoreThan, "大于", "不"),
    (Bound::MoreThan, "高于", "不"),
    (Bound::MoreThan, ">", ""),
    (Bound::MoreThan, "过", "通超经不度难错穿越路跨"),
    (Bound::MoreThan, "破", "打攻爆侦识残"),
    (Bound::Nearly, "近", "附邻靠贴临最亲就远相毗迫走拉抵逼"),
    (Bound::Nearly, "小", "大中微较最从缩减矮弱"),
    (Bound::Nearly, "将近", ""),
    (Bound::Nearly, "接近", ""),
    (Bound::Nearly, "逼近", ""),
    (Bound::Nearly, "直逼", ""),
    (Bound::Nearly, "近乎", ""),
    (Bound::About, "约", "签预邀节续履集契合公特违条简制誓盟赴毁缔"),
    (Bound::About, "约为", ""),
    (Bound::About, "约有", ""),
    (Bound::About, "约占", ""),
    (Bound::About, "约达", ""),
    (Bound::About, "约合", ""),
    (Bound::About, "大约", ""),
    (Bound::About, "大约有", ""),
    (Bound::About, "大概", ""),
    (Bound::About, "约莫", ""),
    (Bound::About, "差不多", ""),
    (Bound::About, "≈", ""),
    (Bound::LessThan, "不足", ""),
    (Bound::LessThan, "未满", ""),
    (Bound::LessThan, "不满", ""),
    (Bound::LessThan, "不到", "达想找看做得"),
    (Bound::LessThan, "不超过", ""),
    (Bound::LessThan, "不多于", ""),
    (Bound::LessThan, "不大于", ""),
    (Bound::LessThan, "不高于", ""),
    (Bound::LessThan, "未超过", ""),
    (Bound::LessThan, "没超过", ""),
    (Bound::LessThan, "没有超过", ""),
    (Bound::LessThan, "不能超过", ""),
    (Bound::LessThan, "不得超过", ""),
    (Bound::LessThan, "不应超过", ""),
    (Bound::LessThan, "不许超过", ""),
    (Bound::LessThan, "不宜超过", ""),
    (Bound::LessThan, "不超出", ""),
    (Bound::LessThan, "不得超出", ""),
    (Bound::LessThan, "不能超出", ""),
    (Bound::AtLeast, "不得低于", ""),
    (Bound::AtLeast, "不能低于", ""),
    (Bound::AtLeast, "不应低于", ""),
    (Bound::AtLeast, "不得少于", ""),
    (Bound::AtLeast, "不能少于", ""),
    (Bound::AtLeast, "不应少于", ""),
    (Bound::LessThan, "低于", "不"),
    (Bound::LessThan, "少于", "不"),
    (Bound::LessThan, "小于", "不"),
    (Bound::LessThan, "至多", ""),
    (Bound::LessThan, "最多", ""),
    (Bound::LessThan, "≤", ""),
    (Bound::LessThan, "<", ""),
];

/// Bound, word, and the words after it that make it part of something else: 上下游.
const AFTER: &[(Bound, &str, &[&str])] = &[
    (Bound::AtLeast, "以上", &["述"]),
    (Bound::AtLeast, "及以上", &[]),
    (Bound::AtLeast, "(含)以上", &[]),
    (Bound::AtLeast, "(及)以上", &[]),
    (Bound::AtLeast, "起步", &[]),
    (Bound::LessThan, "以下", &["简", "几", "方", "内", "问"]),
    (Bound::LessThan, "及以下", &[]),
    (Bound::LessThan, "以内", &[]),
    (Bound::LessThan, "之内", &[]),
    (Bound::About, "左右", &["岸"]),
    (
        Bound::About,
        "上下",
        &["游", "联", "贯", "协", "班", "一", "齐", "同", "级"],
    ),
    (Bound::MoreThan, "有余", &[]),
    (Bound::MoreThan, "开外", &[]),
    (Bound::MoreThan, "出头", &["露", "鸟", "之"]),
    (Bound::MoreThan, "挂零", &[]),
    (Bound::MoreThan, "不止", &["步", "息"]),
    (Bound::MoreThan, "还多", &[]),
    (Bound::MoreThan, "多", &[]),
    (Bound::MoreThan, "余", &[]),
    (Bound::MoreThan, "+", &[]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_before() {
        for (text, expected) in [
            ("近", Some(Bound::Nearly)),
            ("最近", None),
            ("附近", None),
            ("将近", Some(Bound::Nearly)),
            ("签约", None),
            ("大约", Some(Bound::About)),
            ("节约", None),
            ("超过", Some(Bound::MoreThan)),
            ("不超过", Some(Bound::LessThan)),
            ("不能超过", Some(Bound::LessThan)),
            ("不得低于", Some(Bound::AtLeast)),
            ("可能超过", Some(Bound::MoreThan)),
            ("突破 ", Some(Bound::MoreThan)),
            ("不低于", Some(Bound::AtLeast)),
            ("通过", None),
            ("达", None),
            ("过", None),
            ("不少于", Some(Bound::AtLeast)),
            ("＜", Some(Bound::LessThan)),
            ("达不到", None),
        ] {
            let line = FoldedLine::new(text);
            assert_eq!(
                before(&line, &(line.len()..line.len()), false).map(|(bound, _)| bound),
                expected,
                "{text}"
            );
        }
        assert_eq!(
            before(&FoldedLine::new("年产值过"), &(4..4), true),
            Some((Bound::MoreThan, 3))
        );
    }

    #[test]
    fn words_after() {
        for (text, expected) in [
            ("以上", Some((Bound::AtLeast, 2))),
            ("上下游", None),
            ("左右", Some((Bound::About, 2))),
            ("及以上", Some((Bound::AtLeast, 3))),
            ("以下简称", None),
            ("+", Some((Bound::MoreThan, 1))),
            ("企业", None),
        ] {
            assert_eq!(after(&FoldedLine::new(text), 0), expected, "{text}");
        }
    }
}
