//! `compare`: what it answers, what it refuses, and what may stand side by side in the shipped data.

use std::collections::{BTreeMap, BTreeSet};

use insta::assert_snapshot;
use rongtu::{
    compare::{CompareOptions, compare, pillars},
    lang::Lang,
    load::{Origin, load},
    model::{Atlas, CollegeIx},
    page::builders::compare::{Sheet, SheetContent, SheetView, Shows},
    text::width::Policy,
};
use serde_json::Value;

use crate::{
    run::{Given, zh},
    support::Session,
};

#[test]
fn figures_in_columns() {
    assert_snapshot!(zh("compare jia yi").out, @"
    对比  = 同一指标 2  ~ 相近指标 1，只并列  仅一校载明 1
                     | 甲江  仅机械系                          | 乙山  全校
    ! 口径不同，以下各行都不宜直接比大小  · = 时间未载明   - = 该校未载明，不等于零
    -- 共建合作  甲江载 2 项，乙山载 2 项；同一指标 1，相近 1 ------------------------------------------
    = 联建企业       | 22家 ·                                  | 19家 · 结对企业
        定义：结对联建的企业数
        口径不同，不宜直接比大小；均未载明时间
    ~ 合作企业       | 已列于同指标行                          | 40余家 · 共建基地企业
        定义：各种合作关系的企业数
      只有一校载明
      技术服务收入   | 600多万元 近年来                        | -
    -- 就业质量  甲江载 1 项，乙山载 1 项；同一指标 1 --------------------------------------------------
    = 就业率         | 97%以上 2024届 毕业生就业率             | 超90% 应届 应届毕业生就业率
        定义：毕业生中已就业者的比率
        口径不同，不宜直接比大小；时间不同：甲江 2024届，乙山 应届

    出处
    甲江  江边小报  rongtu source jia
    乙山  乙山学院:校企同行  rongtu source yi
    ");
}

/// How each is laid out is tested where it is made, in `page` and in `export`.
#[test]
fn every_face_and_format_has_its_head() {
    for (asked, head) in [
        ("--width 60", "对比  = 同一指标"),
        ("--pillars", "支柱对照\n"),
        ("--format csv", "row,theme,relation,family,metric,"),
        ("--pillars --format csv", "theme,college,pillar,"),
        ("--format md", "# 对比：甲江职业学院、乙山职业学院\n"),
        (
            "--pillars --format md",
            "# 支柱对照：甲江职业学院、乙山职业学院\n",
        ),
        ("--format json", "{\"subjects\":[\"jia\",\"yi\"]"),
    ] {
        let ran = zh(&format!("compare jia yi {asked}"));
        assert!(ran.out.starts_with(head), "{asked}: {}", ran.out);
        assert_eq!((ran.err.as_str(), ran.code), ("", Some(0)), "{asked}");
    }
}

#[test]
fn figures_as_data() {
    let value: Value = serde_json::from_str(&zh("compare jia yi --format json").out).unwrap();
    let rows = value["rows"].as_array().unwrap();
    let short: Vec<String> = rows
        .iter()
        .map(|row| {
            format!(
                "{} {} {}",
                row["theme"],
                row["relation"],
                row["cells"].as_array().unwrap().len()
            )
        })
        .collect();
    assert_snapshot!(short.join("\n"), @r#"
    "co-building" "same" 2
    "co-building" "related" 2
    "co-building" "alone" 2
    "employment" "same" 2
    "#);
    let lines = zh("compare jia yi --format jsonl").out;
    assert_eq!(lines.lines().count(), rows.len());
    let table = zh("compare jia yi --format csv").out;
    assert!(table.starts_with("row,theme,relation,family,metric,name,college,label,value,"));
}

#[test]
fn only_differences() {
    let all = zh("compare jia yi").out;
    assert_eq!(
        zh("compare jia yi --diff").out,
        all,
        "nothing of the two is equal"
    );
    let same = zh("compare jia yi --pillars --diff");
    assert_eq!((same.code, &*same.out), (Some(1), ""));
    assert_snapshot!(same.err, @r"
    rongtu: 没有可列的行
    ");
}

#[test]
fn who_can_be_compared() {
    let refused = |line: &str| {
        let ran = zh(line);
        assert_eq!((ran.code, &*ran.out), (Some(2), ""), "{line}");
        ran.err
    };
    assert_snapshot!(refused("compare"), @"
    rongtu: 缺少 COLLEGES (两至四所院校: 编号、校名的一部分、拼音或首字母)
      提示: 例如 rongtu compare tzvcst sdcit
    ");
    assert_snapshot!(refused("compare jia"), @r"
    rongtu: 对比需要两所以上院校，现有 1 所
      提示: 如 rongtu compare tzvcst sdcit
    ");
    assert_snapshot!(refused("compare jia 甲江"), @r"
    rongtu: 甲江 (jia) 出现了两次
      提示: 如 rongtu compare tzvcst sdcit
    ");
    assert_snapshot!(refused("compare jia yi jia yi jia"), @r"
    rongtu: 甲江 (jia) 出现了两次
      提示: 如 rongtu compare tzvcst sdcit
    ");
    assert_snapshot!(refused("compare jia 丙"), @r"
    rongtu: 没有院校叫「丙」
      提示: rongtu list 列出所有院校
    ");
    assert_snapshot!(refused("compare jia 学院"), @r"
    rongtu: 「学院」可指几所院校
      提示: 请写编号: jia 甲江职业学院, yi 乙山职业学院
    ");
    assert_eq!(zh("compare jia yi --theme 无").code, Some(1));
    for named in ["compare 甲江 yishan", "compare jiajiang ysz"] {
        assert_eq!(zh(named).code, Some(0), "{named}");
    }
}

fn shipped() -> (Atlas, Vec<CollegeIx>) {
    let atlas = load(&Origin::Embedded).atlas;
    let id = |id: &str| atlas.college_by_id(&id.parse().unwrap()).unwrap();
    let both = vec![id("tzvcst"), id("sdcit")];
    (atlas, both)
}

/// Every row on which an outcome stands, by its address without the college: relation and what stands with it.
fn beside() -> BTreeMap<(String, String), &'static str> {
    let (atlas, both) = shipped();
    let comparison = compare(&atlas, &both, CompareOptions::default());
    let mut pairs = BTreeMap::new();
    for row in &comparison.rows {
        for (_, a) in row.outcomes().filter(|(subject, _)| *subject == 0) {
            for (_, b) in row.outcomes().filter(|(subject, _)| *subject == 1) {
                pairs.insert((a.id.to_string(), b.id.to_string()), row.relation.as_str());
            }
        }
    }
    pairs
}

#[test]
fn what_a_planner_would_put_on_one_slide_stands_on_one_row() {
    let pairs = beside();
    let relation = |a: &str, b: &str| pairs.get(&(a.to_owned(), b.to_owned())).copied();
    assert_eq!(relation("mould-firms", "joined-firms"), Some("same"));
    for (a, b) in [
        ("close-firms", "base-firms"),
        ("talk-firms", "joint-events"),
        ("centres", "innovation-platforms"),
        ("centres", "skill-platforms"),
        ("five-batches", "practice-centres"),
        ("institutes", "industry-colleges"),
        ("service-income", "firm-savings"),
        ("service-income", "technical-services"),
        ("craft-order-classes", "cooperative-majors"),
        ("employment-rate", "large-firm-share"),
        ("employment-rate", "major-match-rate"),
        ("monthly-pay", "large-firm-share"),
        ("skills-second", "national-first"),
        ("skills-second", "national-second"),
        ("skills-second", "provincial-prizes"),
        ("skills-second", "prizes-total"),
        ("apprentices", "graduates"),
        ("engineers", "graduates"),
        ("invited-models", "workplace-talks"),
    ] {
        assert_eq!(relation(a, b), Some("related"), "{a} and {b}");
    }
}

#[test]
fn what_only_looks_alike_stays_apart() {
    let pairs: BTreeSet<_> = beside().into_keys().collect();
    for (a, b) in [
        ("employee-training", "graduates"),
        ("line-contract", "firm-savings"),
        ("line-contract", "technical-services"),
        ("teaching-second", "national-second"),
        ("teaching-first", "provincial-prizes"),
        ("scholarship", "prizes-total"),
        ("skills-second", "contests-entered"),
        ("invention-patents", "systems"),
        ("utility-patents", "technical-services"),
        ("utility-patents", "systems"),
        ("firm-visits", "joint-events"),
        ("firm-visits", "workplace-talks"),
        ("invited-models", "joint-events"),
        ("institutes", "consortia-led"),
        ("talk-firms", "base-firms"),
        ("centres", "practice-centres"),
        ("centres", "municipal-consortia"),
        ("five-batches", "innovation-platforms"),
        ("five-batches", "skill-platforms"),
        ("craft-order-classes", "innovation-platforms"),
        ("apprentices", "technical-services"),
        ("party-workers", "national-first"),
        ("five-batches", "consortia-led"),
        ("mixed-ownership", "skill-platforms"),
        ("close-firms", "joined-firms"),
        ("mould-firms", "base-firms"),
    ] {
        assert!(!pairs.contains(&(a.to_owned(), b.to_owned())), "{a} and {b}");
    }
}

#[test]
fn the_table_is_the_explorers_rows_with_their_notes() {
    let (atlas, both) = shipped();
    let comparison = compare(&atlas, &both, CompareOptions::default());
    let alignment = pillars(&atlas, &both, CompareOptions::default());
    for (flag, face) in [
        ("", SheetContent::Figures(&comparison)),
        (" --pillars", SheetContent::Pillars(&alignment)),
    ] {
        for lang in [Lang::Zh, Lang::En] {
            for (name, policy) in [
                ("narrow", Policy::Narrow),
                ("wide", Policy::Wide),
                ("safe", Policy::Safe),
            ] {
                for width in [40, 79, 80, 121, 200] {
                    let view = SheetView {
                        lang,
                        policy,
                        width,
                        offset: 0,
                        pinned: false,
                        folded: &[],
                        notes: false,
                    };
                    let notes = |shows: &Shows| matches!(shows, Shows::Note);
                    let rows = Sheet::new(face, view)
                        .lines()
                        .into_iter()
                        .filter(|line| !notes(&line.shows))
                        .map(|line| line.row.text());
                    let shown: Vec<String> = rows.map(|row| row.trim_end().to_owned()).collect();
                    let noted = Sheet::new(face, SheetView { notes: true, ..view }).lines();
                    let bare: Vec<String> = noted
                        .iter()
                        .filter(|line| !notes(&line.shows))
                        .map(|line| line.row.text().trim_end().to_owned())
                        .collect();
                    assert_eq!(shown, bare);
                    let lang = lang.as_str();
                    let line = format!(
                        "compare tzvcst sdcit{flag} --width {width} --ambiguous {name} --lang {lang}"
                    );
                    let told = Given::default().run(&line).out;
                    let mut told = told.lines().skip(1 + Sheet::new(face, view).head().len());
                    for line in &noted {
                        assert_eq!(told.next(), Some(line.row.text().trim_end()), "{width}");
                    }
                }
            }
        }
    }
}

/// The lines of a sheet that no walk with the Down key brought onto a screen of `width` by `height`.
fn never_seen(width: u16, height: u16, lang: Lang, keys: &str, face: SheetContent<'_>) -> Vec<String> {
    let view = SheetView {
        lang,
        policy: Policy::Safe,
        width: width.into(),
        offset: 0,
        pinned: false,
        folded: &[],
        notes: false,
    };
    let plain = |line: &str| line.replace('>', " ").trim_end().to_owned();
    let mut missing: Vec<String> = Sheet::new(face, view)
        .lines()
        .iter()
        .map(|line| plain(&line.row.text()))
        .collect();
    let mut session = Session::with(load(&Origin::Embedded), width, height, Policy::Safe, lang);
    session.press(keys).press("<Home>");
    for _ in 0..600 {
        let screen = session.screen();
        let shown: Vec<String> = screen.lines().map(plain).collect();
        missing.retain(|line| !shown.contains(line));
        session.press("<Down>");
        if missing.is_empty() {
            break;
        }
    }
    missing
}

#[test]
fn every_line_can_be_brought_onto_every_screen() {
    let atlas = load(&Origin::Embedded).atlas;
    let both = [CollegeIx(0), CollegeIx(1)];
    let comparison = compare(&atlas, &both, CompareOptions::default());
    let alignment = pillars(&atlas, &both, CompareOptions::default());
    for (width, height) in [(40, 12), (60, 16), (80, 24), (120, 36), (200, 50)] {
        for lang in [Lang::Zh, Lang::En] {
            for (keys, face) in [
                ("c", SheetContent::Figures(&comparison)),
                ("cp", SheetContent::Pillars(&alignment)),
            ] {
                let missing = never_seen(width, height, lang, keys, face);
                assert!(missing.is_empty(), "{width}x{height} {keys}: {missing:#?}");
            }
        }
    }
}
