//! What holds for every quantity and for every string.

use proptest::prelude::*;

use crate::numeral::{Bound, Quantity, print, read, scan};

const UNITS: &[&str] = &[
    "家",
    "个",
    "人次",
    "项",
    "元",
    "平方米",
    "台套",
    "场次",
    "%",
    "‰",
    "个百分点",
    "亩",
    "名",
    "门",
    "支",
    "学时",
    "",
];

/// Values as sources print them: whole numbers of any size, with and without zeros behind, and two decimals.
fn value() -> impl Strategy<Value = f64> {
    prop_oneof![
        (1u32..2000).prop_map(f64::from),
        (1u32..9999, 0u32..9).prop_map(|(digits, zeros)| f64::from(digits) * 10f64.powi(zeros as i32)),
        (1u64..9_007_199_254_740_991).prop_map(|value| value as f64),
        (1u32..99_999_999).prop_map(|value| f64::from(value) / 100.0),
    ]
}

fn quantity() -> impl Strategy<Value = Quantity> {
    let bound = prop::sample::select(&Bound::ALL[..6]);
    // A bare 1985 is a year.
    let year = |quantity: &Quantity| quantity.unit.is_empty() && (1900.0..=2100.0).contains(&quantity.value);
    let one = (value(), prop::sample::select(UNITS), bound)
        .prop_map(|(value, unit, bound)| Quantity::new(value, unit, bound))
        .prop_filter("no year", move |quantity| !year(quantity));
    let two = (value(), value(), prop::sample::select(&UNITS[..16]))
        .prop_filter("two ends", |(low, high, _)| low != high)
        .prop_map(|(low, high, unit)| Quantity::range(low.min(high), low.max(high), unit));
    prop_oneof![3 => one, 1 => two]
}

/// Strings of the characters that matter, in any order.
fn soup() -> impl Strategy<Value = String> {
    let parts = "0 1 2 9 . , ， 、 一 二 两 三 十 百 千 万 亿 〇 多 余 几 数 上 来 半 成 倍 番 翻 第 前 其 年 月 日 届 级 个 家 项 人次 元 % 百分之 分之 \
        近 约 超 超过 突破 不足 以上 左右 至 到 — - ~ : / + × ( ) （ ） “ ” 《 》 \" A G X 等奖 是 。 ； 大 强 版 位一体 中全会 企业 院 从 增 \
        \u{3000} \t \u{1F600} \u{301} ① ⅰ ２ ％ ＋ \u{0}";
    prop::collection::vec(
        prop::sample::select(parts.split(' ').chain([" "]).collect::<Vec<_>>()),
        0..24,
    )
    .prop_map(|v| v.concat())
}

fn orderly(line: &str) -> Result<(), TestCaseError> {
    let mut floor = 0;
    for found in scan(line) {
        let range = found.range;
        prop_assert!(
            range.start >= floor && range.start < range.end && range.end <= line.len(),
            "{range:?} in {line:?}"
        );
        prop_assert!(
            line.is_char_boundary(range.start) && line.is_char_boundary(range.end),
            "{range:?} in {line:?}"
        );
        floor = range.end;
    }
    Ok(())
}

proptest! {
    #[test]
    fn what_is_printed_reads_back(quantity in quantity()) {
        let text = print(&quantity);
        prop_assert_eq!(read(&text), Some(quantity), "{}", text);
    }

    #[test]
    fn any_string_scans(line in any::<String>()) {
        orderly(&line)?;
        let _ = read(&line);
    }

    #[test]
    fn any_soup_of_numerals_scans(line in soup()) {
        orderly(&line)?;
        let _ = read(&line);
    }
}
