//! Colleges in other orders than they were loaded in: the explorer's pane, the overview, `list --sort`.

use std::sync::Arc;

use insta::assert_snapshot;
use rongtu::{
    lang::{Bilingual, Lang},
    load::{Loaded, Origin, load},
    text::width::Policy,
    tui::msg::Msg,
};

use crate::{
    run::{en, zh},
    support::Session,
};

const PROVINCES: [Option<(&str, &str)>; 3] = [Some(("浙江", "Zhejiang")), None, Some(("北京", "Beijing"))];
const NAMES: [(&str, &str); 5] = [
    ("甲江", "jiajiang"),
    ("乙山", "yishan"),
    ("丙湖", "binghu"),
    ("丁海", "dinghai"),
    ("戊河", "wuhe"),
];

/// So many copies of the shipped dossiers, in turn of three provinces (one of them not stated), the first at every
/// third college a figure short.
fn crowd(n: usize) -> Loaded {
    let mut loaded = load(&Origin::Embedded);
    let like = std::mem::take(&mut loaded.atlas.colleges);
    loaded.atlas.colleges = (0..n)
        .map(|at| {
            let mut college = like[at % like.len()].clone();
            let (short, pinyin) = NAMES[at % NAMES.len()];
            college.id = format!("c{at:03}").parse().unwrap();
            college.name.short = format!("{short}{at}").into();
            college.name.zh = format!("{short}{at}学院").into();
            college.name.pinyin = format!("{pinyin} {at:03}").into();
            college.province = PROVINCES[at % 3].map(|(zh, en)| Bilingual::new(zh, en));
            college
                .outcomes
                .retain(|outcome| at % 3 != 0 || outcome.id.as_str() != "employment-rate");
            college
        })
        .collect();
    loaded
}

fn session(n: usize, width: u16, height: u16) -> Session {
    let mut session = Session::with(crowd(n), width, height, Policy::Safe, Lang::Zh);
    session.press("<Tab>");
    session
}

/// The college pane alone.
fn pane(session: &Session) -> String {
    let screen = session.screen();
    let left = |line: &str| line.split('|').next().unwrap_or_default().trim_end().to_owned() + "\n";
    let rows = screen.lines().skip(1).map(left);
    rows.take_while(|row| !row.starts_with("-- 支柱")).collect()
}

/// Opens the orders, types `what`, takes the first.
fn sort(session: &mut Session, what: &str) {
    session.press("<F12>").press(what).press("<Enter>");
}

#[test]
fn the_orders_are_offered_and_can_be_typed() {
    let mut session = session(5, 60, 14);
    session.press("S");
    assert_snapshot!(session.screen().lines().skip(1).take(7).collect::<Vec<_>>().join("\n"), @"
    -- 院校排序 ------------------------------------------- 55 -
    >*编号                                        5 所
      校名拼音                                    5 所
      省份                                        3 所
      党建联建企业                                5 所
      紧密合作企业                                2 所
      前往宣讲的联建企业                          2 所
    ");
    session.press("jylv");
    assert_snapshot!(session.screen().lines().skip(1).take(3).collect::<Vec<_>>().join("\n"), @"
    -- 院校排序 -------------------------------------------- 1 -
    > 毕业生就业率                1 所
    ");
}

#[test]
fn by_name_is_by_pinyin_and_turns_round() {
    let mut session = session(5, 100, 24);
    sort(&mut session, "拼音");
    assert_snapshot!(pane(&session), @"
    -- 院校 3/5 按校名拼音 -----
      丙湖2          全校 5支柱
      丁海3          一院 4支柱
    > 甲江0          全校 5支柱
      戊河4          全校 5支柱
      乙山1          一院 4支柱
    ");
    sort(&mut session, "拼音");
    assert_snapshot!(pane(&session), @"
    -- 院校 3/5 校名拼音倒序 ---
      乙山1          一院 4支柱
      戊河4          全校 5支柱
    > 甲江0          全校 5支柱
      丁海3          一院 4支柱
      丙湖2          全校 5支柱
    ");
}

#[test]
fn by_province_stands_under_headings_that_the_cursor_passes() {
    let mut session = session(5, 150, 30);
    sort(&mut session, "省份");
    session.press("g");
    assert_snapshot!(pane(&session), @"
    -- 院校 1/5 按省份 / .. -
     北京  1
    > 丙湖2       全校 5支柱
     浙江  2
      丁海3       一院 4支柱
      甲江0       全校 5支柱
     未载明  2
      戊河4       全校 5支柱
      乙山1       一院 4支柱
    ");
    session.press("j");
    assert!(pane(&session).contains("\n> 丁海3"));
    session.press("k");
    assert!(pane(&session).contains("\n> 丙湖2"));
    session.press("]]");
    assert!(pane(&session).contains("\n> 戊河4"));
    session.press("[");
    assert!(pane(&session).contains("\n> 丁海3"));
    session.press("]]");
    assert!(session.screen().contains("再无分组"));
    session.press("G<Up><Up>k");
    assert!(pane(&session).contains("\n> 丁海3"));
}

#[test]
fn by_a_metric_shows_the_figures_and_keeps_scopes_apart() {
    let mut session = session(6, 150, 30);
    sort(&mut session, "就业率");
    assert!(session.screen().contains("全校与二级学院分列, 不相比"));
    assert_snapshot!(pane(&session), @"
    -- 院校 5/6 按毕业生.. --
     二级学院  2
      甲江5          98%以上
      乙山1          98%以上
     未载明  4
      丙湖2           未载明
      丁海3           未载明
    > 甲江0           未载明
      戊河4           未载明
    ");
}

#[test]
fn a_filter_looks_at_each_name_and_at_the_province() {
    let mut session = session(5, 100, 24);
    let left = |session: &mut Session, typed: &str| {
        session.press("&").press(typed).press("<Enter>");
        let rows = pane(session)
            .lines()
            .skip(1)
            .filter(|row| !row.trim().is_empty())
            .count();
        session.press("<Esc>");
        rows
    };
    assert_eq!(left(&mut session, "浙江"), 2);
    assert_eq!(left(&mut session, "beijing"), 1);
    assert_eq!(left(&mut session, "yishan 001"), 1);
    assert!(session.screen().contains("乙山1"));
    session.press("&学院甲<Enter>");
    assert!(
        session.screen().contains("没有符合的"),
        "the end of one name and the start of another"
    );
}

#[test]
fn the_order_outlives_filters_marks_and_a_reload() {
    let mut session = session(7, 150, 30);
    sort(&mut session, "省份");
    session.press("g ");
    session.press("&甲<Enter>");
    let filtered = pane(&session);
    assert_snapshot!(filtered, @"
    -- 院校 1/2 按省份 / .. -
     北京  1
    > 甲江5       一院 4支柱
     浙江  1
      甲江0       全校 5支柱
    ");
    session.press("j").send(Msg::Reloaded(Arc::new(crowd(8))));
    assert_snapshot!(pane(&session), @"
    -- 院校 2/2 按省份 / .. -
     北京  1
      甲江5       一院 4支柱
     浙江  1
    > 甲江0       全校 5支柱
    ");
    session.press("<Esc>");
    assert_snapshot!(pane(&session), @"
    -- 院校 1/8 按省份 / .. -
     北京  2
    >*丙湖2       全校 5支柱
      甲江5       一院 4支柱
     浙江  3
      丁海3       一院 4支柱
      甲江0       全校 5支柱
      乙山6       全校 5支柱
     未载明  3
      丙湖7       一院 4支柱
      戊河4       全校 5支柱
      乙山1       一院 4支柱
    ");
}

#[test]
fn many_colleges_scroll_sideways_in_the_overview() {
    let mut session = session(40, 100, 24);
    session.press("<F7>");
    let title = |session: &Session| session.screen().lines().nth(1).unwrap().to_owned();
    assert_snapshot!(title(&session), @"-- 总览  1-4/40  Left Right 换院校 -----------------------------------------------------------------");
    session.press("<Right>l");
    assert_snapshot!(title(&session), @"-- 总览  3-6/40  Left Right 换院校 -----------------------------------------------------------------");
    assert!(session.screen().contains("丙湖2") && !session.screen().contains("乙山1 "));
    session.press("<Tab>");
    assert_snapshot!(title(&session), @"-- 总览  7-10/40  Left Right 换院校 ----------------------------------------------------------------");
    for _ in 0..20 {
        session.press("<Tab>");
    }
    assert_snapshot!(title(&session), @"-- 总览  37-40/40  Left Right 换院校 ---------------------------------------------------------------");
    assert!(session.screen().contains("戊河39"));
    session.press("<Shift-Tab><Left>");
    assert_snapshot!(title(&session), @"-- 总览  32-35/40  Left Right 换院校 ---------------------------------------------------------------");
    session.press("<Esc><Home><F7>");
    assert_snapshot!(title(&session), @"-- 总览  1-4/40  Left Right 换院校 -----------------------------------------------------------------");
    session.press("<Left>");
    assert!(!title(&session).contains("总览"));
}

#[test]
fn lists_are_sorted_on_the_command_line() {
    assert_snapshot!(zh("list --sort name").out, @"
    院校          口径      支柱  举措  荣誉  平台与项目  成效  地址
    甲江职业学院  二级学院     2     1     1           0     3  jia
    乙山职业学院  全校         2     2     0           0     3  yi
    ");
    assert_snapshot!(zh("list colleges --sort province --reverse").out, @"
    院校          省份    口径      支柱  举措  荣誉  平台与项目  成效  地址
    甲江职业学院  江南    二级学院     2     1     1           0     3  jia
    乙山职业学院  未载明  全校         2     2     0           0     3  yi
    ");
    let rate = zh("list --sort 就业率");
    assert_snapshot!(rate.out, @"
    院校          就业率   时间    口径      支柱  举措  荣誉  平台与项目  成效  地址
    乙山职业学院  超90%    应届    全校         2     2     0           0     3  yi
    甲江职业学院  97%以上  2024届  二级学院     2     1     1           0     3  jia
    ");
    assert!(rate.err.contains("不相比"), "{}", rate.err);
    assert_snapshot!(en("list --sort base-firms --format md").out, @"
    | college | Firms sharing a base | period | speaks for | pillars | measures | honours | platforms | outcomes | address |
    | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
    | Yishan Vocational College | 40余家 | not stated | whole college | 2 | 2 | 0 | 0 | 3 | yi |
    | Jiajiang Vocational College | not stated |  |  | 2 | 1 | 1 | 0 | 3 | jia |
    ");
    let ids = |line: &str| -> Vec<String> {
        let rows: Vec<serde_json::Value> = serde_json::from_str(&zh(line).out).unwrap();
        rows.iter()
            .map(|row| row["college"].as_str().unwrap_or_default().to_owned())
            .collect()
    };
    assert_eq!(ids("list --sort name --format json").len(), 2);
    assert_ne!(
        ids("list --sort name --format json"),
        ids("list --sort name --reverse --format json")
    );
    assert_eq!(zh("list outcomes --sort name").code, Some(2));
    assert_eq!(zh("list --sort nothing-such").code, Some(1));
    assert_eq!(zh("list --sort 企业").code, Some(2));
    assert_eq!(zh("list --reverse").code, Some(2));
}
