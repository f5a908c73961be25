//! The shapes of comparisons as data, and what is copied of them.

use serde_json::Value;

use super::*;
use crate::{
    compare::{
        CompareOptions, Comparison, compare, pillars,
        sample::{self, everyone, short},
    },
    export::{
        CsvStyle,
        clip::{self, CopyPart, Form},
        markdown_text,
    },
    lang::Lang,
    model::{Atlas, Bound, Scope},
    page::builders::compare::SheetContent,
};

fn atlas() -> Atlas {
    let mut atlas = sample::atlas(&[
        vec![
            short(0, 34.0).scope(Scope::Unit),
            short(1, 54.0).year(2023),
            short(8, 300.0).bound(Bound::MoreThan),
        ],
        vec![short(0, 32.0), short(2, 88.0), short(2, 20.0)],
    ]);
    atlas.colleges[0].pillars = vec![sample::pillar(1, "引领", &[0, 1])];
    atlas.colleges[0].measures = vec![sample::measure(1, 1, "结对共建")];
    atlas.colleges[1].pillars = vec![sample::pillar(1, "铸魂", &[1])];
    atlas
}

fn all(atlas: &Atlas) -> Comparison<'_> {
    compare(atlas, &everyone(atlas), CompareOptions::default())
}

fn written(write: impl Fn(&mut Vec<u8>) -> std::io::Result<()>) -> String {
    let mut out = Vec::new();
    write(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn json_has_the_agreed_shape() {
    let atlas = atlas();
    let comparison = all(&atlas);
    let text = written(|out| json(out, SheetContent::Figures(&comparison), Lang::Zh));
    let value: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["subjects"], serde_json::json!(["c0", "c1"]));
    let [same, related, alone] = &value["rows"].as_array().unwrap()[..] else {
        panic!("{text}")
    };
    assert_eq!(same["relation"], "same");
    assert_eq!(same["theme"], "t0");
    assert_eq!(same["metric"], "m0");
    assert_eq!(same["family"], "f0");
    assert_eq!(same["cells"][0]["addr"], "c0/o0");
    assert_eq!(same["cells"][1]["value"], 32);
    assert_eq!(
        same["caveats"][0],
        "口径不同，不宜直接比大小：甲校 二级学院，乙校 全校"
    );
    assert_eq!(related["relation"], "related");
    assert_eq!(related.get("metric"), None);
    assert_eq!(related["cells"][0].as_array().unwrap().len(), 1);
    assert_eq!(related["cells"][1].as_array().unwrap().len(), 2);
    assert_eq!(alone["relation"], "alone");
    assert_eq!(alone.get("family"), None);
    assert_eq!(alone["cells"][1], Value::Null);
    assert_eq!(alone["caveats"], serde_json::json!([]));
}

#[test]
fn json_lines_are_the_rows_of_the_json() {
    let atlas = atlas();
    let comparison = all(&atlas);
    let face = SheetContent::Figures(&comparison);
    let whole: Value = serde_json::from_str(&written(|out| json(out, face, Lang::En))).unwrap();
    let lines = written(|out| jsonl(out, face, Lang::En));
    let rows: Vec<Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(whole["rows"], Value::Array(rows));
}

#[test]
fn nothing_compared_is_still_json() {
    let atlas = sample::atlas(&[vec![], vec![]]);
    let comparison = all(&atlas);
    let text = written(|out| json(out, SheetContent::Figures(&comparison), Lang::Zh));
    let value: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["rows"], serde_json::json!([]));
}

#[test]
fn pillars_carry_their_measures() {
    let atlas = atlas();
    let alignment = pillars(&atlas, &everyone(&atlas), CompareOptions::default());
    let text = written(|out| json(out, SheetContent::Pillars(&alignment), Lang::Zh));
    let value: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["rows"][0]["theme"], "t0");
    assert_eq!(value["rows"][0]["alone"], "c0");
    assert_eq!(value["rows"][0]["cells"][0][0]["pillar"]["addr"], "c0/p1");
    assert_eq!(
        value["rows"][0]["cells"][0][0]["measures"][0]["title"],
        "结对共建"
    );
    assert_eq!(value["rows"][0]["cells"][1], serde_json::json!([]));
    assert_eq!(value["rows"][1].get("alone"), None);
}

#[test]
fn csv_has_a_line_for_what_is_not_stated() {
    let atlas = atlas();
    let comparison = all(&atlas);
    let text = written(|out| {
        csv(
            out,
            SheetContent::Figures(&comparison),
            Lang::Zh,
            CsvStyle::default(),
        )
    });
    let columns = ["row", "relation", "metric", "college", "value", "bound", "addr"];
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    let at: Vec<_> = columns
        .iter()
        .map(|name| {
            reader
                .headers()
                .unwrap()
                .iter()
                .position(|head| head == *name)
                .unwrap()
        })
        .collect();
    let lines: Vec<String> = reader
        .records()
        .map(|record| {
            let record = record.unwrap();
            let fields: Vec<_> = at.iter().map(|&at| record[at].to_owned()).collect();
            fields.join(" ")
        })
        .collect();
    assert_eq!(
        lines,
        [
            "1 same m0 c0 34 exact c0/o0",
            "1 same m0 c1 32 exact c1/o0",
            "2 related m1 c0 54 exact c0/o1",
            "2 related m2 c1 88 exact c1/o1",
            "2 related m2 c1 20 exact c1/o2",
            "3 alone m8 c0 300 more_than c0/o2",
            "3 alone m8 c1   ",
        ]
    );
}

#[test]
fn csv_of_pillars() {
    let atlas = atlas();
    let alignment = pillars(&atlas, &everyone(&atlas), CompareOptions::default());
    let text = written(|out| {
        csv(
            out,
            SheetContent::Pillars(&alignment),
            Lang::Zh,
            CsvStyle::default(),
        )
    });
    insta::assert_snapshot!(text, @"
    theme,college,pillar,heading,slogan,measures,source,line,exact,addr
    t0,c0,1,引领,引领的口号,结对共建,s0,3,引领,c0/p1
    t0,c1,,,,,,,,
    t1,c0,1,引领,引领的口号,,s0,3,引领,c0/p1
    t1,c1,1,铸魂,铸魂的口号,,s0,3,铸魂,c1/p1
    ");
}

#[test]
fn a_report() {
    let atlas = atlas();
    let comparison = all(&atlas);
    insta::assert_snapshot!(markdown_text(&document::whole(SheetContent::Figures(&comparison), Lang::Zh)), @r"
    # 对比：甲校职业学院、乙校职业学院

    “=” 为同一指标；“\~” 为相近而不同的指标，只并列，不比大小；只有一校载明的另列。未载明不等于零，文中点名而未载数字的不计数。

    ## 共建合作

    甲校载 2 项，乙校载 3 项；同一指标 1，相近 1

    | 指标 | 关系 | 甲校（全校） | 乙校（全校） |
    | --- | --- | --- | --- |
    | 联建企业 | = 同一指标 | 34家  第0项成效  时间未载明  二级学院[^1] | 32家  第0项成效  时间未载明[^2] |
    | 合作企业 | \~ 相近指标 | 54家  紧密合作企业  2023年[^3] | 88家  共建基地企业  时间未载明[^4]<br>20家  共建基地企业  时间未载明[^5] |

    - 联建企业：定义：联建企业的个数。
    - 联建企业：口径不同，不宜直接比大小：甲校 二级学院，乙校 全校；均未载明时间
    - 合作企业：定义：合作企业，分别计数。
    - 合作企业：时间未全载明：甲校 2023年，乙校 未载明

    ## 科研与技术服务

    甲校载 1 项，乙校在此无数字

    ### 只有一校载明

    | 指标 | 甲校（全校） | 乙校（全校） |
    | --- | --- | --- |
    | 第2项成效 | 300多家  时间未载明[^6] | 未载明 |

    ## 指标定义

    | 指标 | 单位 | 近似指标组 | 定义 |
    | --- | --- | --- | --- |
    | 联建企业<br>m0 | 家 | 合作企业 | 联建企业的个数。 |
    | 紧密合作企业<br>m1 | 家 | 合作企业 | 紧密合作企业的个数。 |
    | 共建基地企业<br>m2 | 家 | 合作企业 | 共建基地企业的个数。 |
    | 授权专利<br>m8 | 家 | – | 授权专利的个数。 |

    ## 出处

    - **甲校职业学院**：数据代表：甲校机电学院（全校）<br>媒体：示例报<br>标题：示例<br>作者：未载明<br>日期：未载明<br>s0 共 9 行, SHA-256 0000000000000000000000000000000000000000000000000000000000000000
    - **乙校职业学院**：数据代表：乙校机电学院（全校）<br>媒体：示例报<br>标题：示例<br>作者：未载明<br>日期：未载明<br>s0 共 9 行, SHA-256 0000000000000000000000000000000000000000000000000000000000000000

    [^1]: 示例报，第 2 行，「34家」 (c0/o0)
    [^2]: 示例报，第 2 行，「32家」 (c1/o0)
    [^3]: 示例报，第 2 行，「54家」 (c0/o1)
    [^4]: 示例报，第 2 行，「88家」 (c1/o1)
    [^5]: 示例报，第 2 行，「20家」 (c1/o2)
    [^6]: 示例报，第 2 行，「300多家」 (c0/o2)
    ");
}

#[test]
fn a_report_of_pillars() {
    let atlas = atlas();
    let alignment = pillars(&atlas, &everyone(&atlas), CompareOptions::default());
    insta::assert_snapshot!(markdown_text(&document::whole(SheetContent::Pillars(&alignment), Lang::En)), @"
    # Pillars by theme: Alpha College, Beta College

    Pillars are set side by side by theme, many to many, and never by number.

    | Theme | Alpha College (whole college) | Beta College (whole college) |
    | --- | --- | --- |
    | Theme 0 | 1 Pillar 1[^1]<br>- Measure 1[^2] | no pillar |
    | Theme 1 | 1 Pillar 1[^1] | 1 Pillar 1[^3] |

    - Theme 0: only Alpha College has a pillar on this theme; it stands alone

    ## Sources

    - **Alpha College**: Speaks for: School of Mechatronics, Alpha College (whole college)<br>Outlet: 示例报<br>Title: 示例<br>Byline: not stated<br>Date: not stated<br>s0 9 lines, SHA-256 0000000000000000000000000000000000000000000000000000000000000000
    - **Beta College**: Speaks for: School of Mechatronics, Beta College (whole college)<br>Outlet: 示例报<br>Title: 示例<br>Byline: not stated<br>Date: not stated<br>s0 9 lines, SHA-256 0000000000000000000000000000000000000000000000000000000000000000

    [^1]: 示例报, line 3, 「引领」 (c0/p1)
    [^2]: 示例报, line 4, 「结对共建」 (c0/m1-1)
    [^3]: 示例报, line 3, 「铸魂」 (c1/p1)
    ");
}

#[test]
fn a_cell_and_a_row_are_copied_with_their_sources() {
    let atlas = atlas();
    let comparison = all(&atlas);
    let copied = |part, form| clip::text(SheetContent::Figures(&comparison), part, form, Lang::Zh);
    let cell = CopyPart::Cell { row: 1, subject: 1 };
    insta::assert_snapshot!(copied(cell, Form::Markdown), @"
    合作企业：乙校职业学院

    - 88家  共建基地企业  时间未载明 — 示例报，第 2 行，「88家」
    - 20家  共建基地企业  时间未载明 — 示例报，第 2 行，「20家」
    ");
    insta::assert_snapshot!(copied(cell, Form::Tsv).replace('\t', "→"), @r"
    合作企业→乙校→88家  共建基地企业  时间未载明→示例报，第 2 行，「88家」
    合作企业→乙校→20家  共建基地企业  时间未载明→示例报，第 2 行，「20家」
    ");
    insta::assert_snapshot!(copied(CopyPart::Row(0), Form::Markdown), @"
    | 指标 | 关系 | 甲校（全校） | 乙校（全校） |
    | --- | --- | --- | --- |
    | 联建企业 | = 同一指标 | 34家  第0项成效  时间未载明  二级学院[^1] | 32家  第0项成效  时间未载明[^2] |

    - 定义：联建企业的个数。
    - 联建企业：口径不同，不宜直接比大小：甲校 二级学院，乙校 全校；均未载明时间

    [^1]: 示例报，第 2 行，「34家」 (c0/o0)
    [^2]: 示例报，第 2 行，「32家」 (c1/o0)
    ");
    insta::assert_snapshot!(copied(CopyPart::Row(0), Form::Tsv).replace('\t', "→"), @"
    主题→关系→名称→甲校→甲校 出处→乙校→乙校 出处→说明
    共建合作→同一指标→联建企业→34家  第0项成效  时间未载明  二级学院→示例报，第 2 行，「34家」→32家  第0项成效  时间未载明→示例报，第 2 行，「32家」→口径不同，不宜直接比大小：甲校 二级学院，乙校 全校；均未载明时间
    ");
}

#[test]
fn a_whole_copy_is_rectangular() {
    let atlas = atlas();
    let comparison = all(&atlas);
    let text = clip::text(
        SheetContent::Figures(&comparison),
        CopyPart::Whole,
        Form::Tsv,
        Lang::Zh,
    );
    let widths: Vec<_> = text.lines().map(|line| line.split('\t').count()).collect();
    assert_eq!(widths, [8; 4]);
    let markdown = clip::text(
        SheetContent::Figures(&comparison),
        CopyPart::Whole,
        Form::Markdown,
        Lang::Zh,
    );
    assert_eq!(
        markdown,
        markdown_text(&document::whole(SheetContent::Figures(&comparison), Lang::Zh))
    );
}

#[test]
fn hostile_text_stays_text() {
    let mut atlas = atlas();
    atlas.metrics[0].name.zh = "甲|乙\t[x](y)".into();
    atlas.colleges[0].outcomes[0].as_written = "=1+1".into();
    let comparison = all(&atlas);
    let face = SheetContent::Figures(&comparison);
    let row = clip::text(face, CopyPart::Row(0), Form::Markdown, Lang::Zh);
    assert!(row.contains("甲\\|乙 \\[x\\](y)"), "{row}");
    let tsv = clip::text(face, CopyPart::Row(0), Form::Tsv, Lang::Zh);
    assert!(tsv.contains("\t甲|乙 [x](y)\t'=1+1"), "{tsv}");
}
