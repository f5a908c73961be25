//! `find`, as it is typed.

use insta::assert_snapshot;
use serde_json::Value;

use crate::run::{Given, TINY, en, zh};

#[test]
fn a_figure_by_its_initials() {
    let ran = zh("find jyl");
    assert_eq!(ran.code, Some(0));
    assert_snapshot!(ran.out, @"
    甲江  毕业生就业率      97%以上  2024届  二级学院  jia/rate
    乙山  应届毕业生就业率  超90%    应届  全校        yi/rate
    指标  就业率                                       employment-rate
    ");
    assert_snapshot!(zh("find jiajiang jyl").out, @"甲江  毕业生就业率  97%以上  2024届  二级学院  jia/rate");
    assert_snapshot!(zh("find 600万").out, @"甲江  技术服务收入  600多万元  近年来  二级学院  jia/income");
    assert_snapshot!(en("find 就业率 --kind outcome").out, @"
    Employment rate of graduates  毕业生就业率  97%以上  class of 2024  one school
      Jiajiang Vocational College  jia/rate
    Employment rate of this year's graduates  应届毕业生就业率  超90%  the year's graduates
      whole college
      Yishan Vocational College  yi/rate
    ");
    assert_snapshot!(zh("find 2023 --format md").out, @"
    | 院校 | 名称 | 原文 | 时间与口径 | 地址 |
    | --- | --- | --- | --- | --- |
    | 甲江 | 某省优秀案例  2023 |  | 2023  省级 | jia/good-case |
    ");
}

#[test]
fn flags_leave_out_the_rest() {
    let count = |line: &str| zh(line).out.lines().count();
    assert_eq!(count("find jyl --kind outcome"), 2);
    assert_eq!(count("find jyl --kind outcome --limit 1"), 1);
    assert_eq!(count("find jyl --college yishan"), 1);
    assert_eq!(count("find 企业 --theme employment --kind outcome"), 0);
    assert_eq!(zh("find jyl --kind figure").code, Some(2));
    assert_eq!(zh("find jyl --college nowhere").code, Some(1));
    assert_eq!(zh("find jyl --limit 0").code, Some(2));
    assert_eq!(zh("find").code, Some(2));
}

#[test]
fn nothing_found_is_told_with_what_comes_near() {
    let ran = zh("find 就业绿");
    assert_eq!((ran.out.as_str(), ran.code), ("", Some(1)));
    assert_snapshot!(ran.err, @"
    rongtu: 没有找到「就业绿」
      提示: 相近的有: 就业质量 employment；毕业生就业率 jia/rate；应届毕业生就业率 yi/rate
    ");
    let ran = en("find qqqq");
    assert_eq!(ran.code, Some(1));
    assert_snapshot!(ran.err, @r#"
    rongtu: nothing found for "qqqq"
      hint: Chinese, pinyin, initials, figures or English; every word must match
    "#);
    assert_eq!(zh("find qqqq --format json").out, "[]\n");
}

#[test]
fn data_has_the_promised_shape() {
    let ran = zh("find jyl --format json");
    let rows: Vec<Value> = serde_json::from_str(&ran.out).unwrap();
    let first = rows[0].as_object().unwrap();
    let keys: Vec<_> = first.keys().take(6).map(String::as_str).collect();
    assert_eq!(keys, ["addr", "kind", "college", "text", "ranges", "score"]);
    let text: Vec<char> = first["text"].as_str().unwrap().chars().collect();
    let range = |at: usize| first["ranges"][0][at].as_u64().unwrap() as usize;
    let marked: String = text[range(0)..range(1)].iter().collect();
    assert_eq!(marked, "就业率");
    assert!(
        rows.iter()
            .all(|row| row["kind"] != "metric" || row.get("college").is_none())
    );
}

#[test]
fn an_address_that_was_found_can_be_shown() {
    let rows: Vec<Value> = serde_json::from_str(&zh("find 就业 --format json").out).unwrap();
    assert!(rows.iter().any(|row| row["kind"] == "theme"));
    for row in rows {
        let addr = row["addr"].as_str().unwrap();
        assert_eq!(zh(&format!("show {addr}")).code, Some(0), "{addr}");
    }
}

#[test]
fn hostile_words_reach_no_terminal() {
    let words = ["rongtu", "find", "\u{1b}[31m\u{202e}红"].map(Into::into);
    let flags = TINY.split(' ').map(Into::into);
    let ran = Given::default().run_words(words.into_iter().chain(flags));
    assert_eq!(ran.code, Some(1));
    assert!(!ran.err.contains(['\u{1b}', '\u{202e}']), "{}", ran.err);
}

#[test]
fn matches_are_marked_in_colour() {
    let ran = Given::default()
        .terminal(80)
        .run(&format!("find jyl {TINY} --lang zh --color always"));
    assert!(ran.out.contains("\u{1b}[7m就业率\u{1b}[m"), "{:?}", ran.out);
}
