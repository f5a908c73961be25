//! How comparisons look, and that every line is exact at every width.

use proptest::prelude::*;

use super::*;
use crate::{
    compare::{
        CompareOptions, Overview, compare, overview as count, pillars as align,
        sample::{self, everyone, short},
    },
    model::{Atlas, Bound, PeriodKind, Scope},
    text::mixed::POLICIES,
};

fn view(width: usize) -> SheetView<'static> {
    SheetView {
        lang: Lang::Zh,
        policy: Policy::Safe,
        width,
        offset: 0,
        pinned: false,
        folded: &[],
        notes: false,
    }
}

fn drawn(sheet: &Sheet<'_>) -> String {
    let head = std::iter::once(sheet.title()).chain(sheet.head());
    let lines = sheet.lines().into_iter().map(|line| line.row);
    head.chain(lines)
        .map(|row| row.text().trim_end().to_owned() + "\n")
        .collect()
}

fn two() -> Atlas {
    let mut atlas = sample::atlas(&[
        vec![
            short(0, 34.0),
            short(1, 54.0).year(2023),
            short(2, 20.0),
            short(8, 300.0)
                .bound(Bound::MoreThan)
                .period(PeriodKind::Recent, "近年来", None),
        ],
        vec![
            short(0, 17.0).year(2023),
            short(2, 88.0),
            short(6, 31.0).scope(Scope::Unit),
        ],
    ]);
    atlas.colleges[0].reporter.scope = Scope::Unit;
    for outcome in &mut atlas.colleges[0].outcomes {
        outcome.scope = Scope::Unit;
    }
    atlas
}

fn figures(atlas: &Atlas, view: SheetView<'_>) -> String {
    let comparison = compare(atlas, &everyone(atlas), CompareOptions::default());
    drawn(&Sheet::new(SheetContent::Figures(&comparison), view))
}

#[test]
fn columns_with_notes() {
    let atlas = two();
    insta::assert_snapshot!(figures(&atlas, SheetView { notes: true, ..view(90) }), @"
    对比  = 同一指标 2  ~ 相近指标 1，只并列  仅一校载明 2
                     | 甲校  仅甲校机电学院               | 乙校  全校
    ! 口径不同，以下各行都不宜直接比大小  ・ = 时间未载明   - = 该校未载明，不等于零
    -- 共建合作  甲校载 3 项，乙校载 2 项；同一指标 2，相近 1 --------------------------------
    = 联建企业       | 34家 ・ 第0项成效                  | 17家 2023年 第0项成效
        定义：联建企业的个数。
        口径不同，不宜直接比大小；时间未全载明：甲校 未载明，乙校 2023年
    = 共建基地企业   | 20家 ・ 第2项成效                  | 88家 ・ 第1项成效
        定义：共建基地企业的个数。
        口径不同，不宜直接比大小；均未载明时间
    ~ 合作企业       | 54家 2023年 紧密合作企业           | 已列于同指标行
        定义：合作企业，分别计数。
    -- 学生竞赛  甲校在此无数字，乙校载 1 项 -------------------------------------------------
      只有一校载明
      第2项成效      | -                                  | 31家 ・ 二级学院
    -- 科研与技术服务  甲校载 1 项，乙校在此无数字 -------------------------------------------
      只有一校载明
      第3项成效      | 300多家 近年来                     | -
    ");
}

#[test]
fn stacked() {
    let atlas = two();
    insta::assert_snapshot!(figures(&atlas, view(44)), @"
    对比  = 同一 2  ~ 相近 1  仅一校 2
    甲校 二级学院 | 乙校 全校
    ! 口径不同，以下各行都不宜直接比大小
    ・ = 时间未载明   - = 该校未载明，不等于零
    -- 共建合作 --------------------------------
      甲校载 3 项，乙校载 2 项；同一指标 2，相近
      1
    = 联建企业
      甲校  34家 ・ 第0项成效
      乙校  17家 2023年 第0项成效
        定义：联建企业的个数。
    = 共建基地企业
      甲校  20家 ・ 第2项成效
      乙校  88家 ・ 第1项成效
        定义：共建基地企业的个数。
    ~ 合作企业
      甲校  54家 2023年 紧密合作企业
      乙校  已列于同指标行
        定义：合作企业，分别计数。
    -- 学生竞赛  甲校在此无数字，乙校载 1 项 ---
      只有一校载明
      第2项成效
      甲校  -
      乙校  31家 ・ 二级学院
    -- 科研与技术服务 --------------------------
      甲校载 1 项，乙校在此无数字
      只有一校载明
      第3项成效
      甲校  300多家 近年来
      乙校  -
    ");
}

#[test]
fn english() {
    let atlas = two();
    let lang = Lang::En;
    insta::assert_snapshot!(figures(&atlas, SheetView { lang, notes: true, ..view(100) }), @"
    Comparison  = same metric 2  ~ related 1, side by side only  one college only 2
                     | Alpha College  one school only          | Beta College  whole college
    ! Scopes differ: rank nothing below  ・ = time not stated   - = not stated, which is not zero
    -- Theme 0 -----------------------------------------------------------------------------------------
      Alpha College states 3 figures, Beta College states 2 figures; same metric 2, related 1
    = Metric 0       | 34家 ・ Result no. 0                    | 17家 2023 Result no. 0
        Definition: How many.
        Scopes differ, so do not rank. The time is not stated for all - Alpha College: not stated; Beta
        College: 2023
    = Metric 2       | 20家 ・ Result no. 2                    | 88家 ・ Result no. 1
        Definition: How many.
        Scopes differ, so do not rank. No time is stated for any of them
    ~ Family 0       | 54家 2023 Metric 1                      | listed on a same row
        Definition: Counted apart.
    -- Theme 1  Alpha College states no figure here, Beta College states 1 figure ----------------------
      Stated by one college only
      Result no. 2   | -                                       | 31家 ・ one school
    -- Theme 2  Alpha College states 1 figure, Beta College states no figure here ----------------------
      Stated by one college only
      Result no. 3   | 300多家 (more than 300 organisations)   | -
                     |   in recent years                       |
    ");
}

fn four() -> Atlas {
    let one = |value| vec![short(0, value), short(7, value)];
    sample::atlas(&[one(10.0), one(20.0), one(30.0), one(40.0)])
}

#[test]
fn columns_scroll_beside_the_labels() {
    let atlas = four();
    let comparison = compare(&atlas, &everyone(&atlas), CompareOptions::default());
    let places = |view: SheetView<'_>| -> Vec<usize> {
        let sheet = Sheet::new(SheetContent::Figures(&comparison), view);
        sheet.columns().iter().map(|(at, _)| *at).collect()
    };
    let at = |offset, pinned| {
        places(SheetView {
            offset,
            pinned,
            ..view(80)
        })
    };
    assert_eq!(at(0, false), [0, 1]);
    assert_eq!(at(1, false), [1, 2]);
    assert_eq!(at(2, false), [2, 3]);
    assert_eq!(at(9, false), [2, 3]);
    assert_eq!(at(0, true), [0, 1]);
    assert_eq!(at(2, true), [0, 3]);
    assert_eq!(at(9, true), [0, 3]);
    assert_eq!(places(view(160)), [0, 1, 2, 3]);
    assert_eq!(places(view(79)), [] as [usize; 0]);
}

#[test]
fn the_head_says_which_colleges_are_on_screen() {
    let atlas = four();
    let comparison = compare(&atlas, &everyone(&atlas), CompareOptions::default());
    let sheet = Sheet::new(
        SheetContent::Figures(&comparison),
        SheetView {
            offset: 1,
            pinned: true,
            ..view(84)
        },
    );
    let head: Vec<_> = sheet
        .head()
        .iter()
        .map(|row| row.text().trim_end().to_owned())
        .collect();
    insta::assert_snapshot!(head.join("\n"), @"
    院校 1 3 / 4     | 甲校  全校                      | 丙校  全校
    口径相同  ・ = 时间未载明   - = 该校未载明，不等于零
    ");
}

#[test]
fn a_folded_theme_keeps_its_heading() {
    let atlas = two();
    let folded = [ThemeIx(0)];
    let comparison = compare(&atlas, &everyone(&atlas), CompareOptions::default());
    let sheet = Sheet::new(
        SheetContent::Figures(&comparison),
        SheetView {
            folded: &folded,
            ..view(80)
        },
    );
    let shown: Vec<_> = sheet.lines().iter().map(|line| line.shows).collect();
    let rows = |theme| {
        let of = |shows: &&Shows| matches!(shows, Shows::Row(at, _) if comparison.rows[*at].theme == theme);
        shown.iter().filter(of).count()
    };
    assert_eq!([ThemeIx(0), ThemeIx(1), ThemeIx(2)].map(rows), [0, 1, 1]);
    let heading = sheet.lines()[0].row.text();
    assert!(
        heading.starts_with("-- 共建合作 ") && heading.contains("+ 已折叠 3 行"),
        "{heading}"
    );
}

/// Title and answer for what a line shows.
fn judged(face: SheetContent<'_>, shows: Shows, fact: Option<&str>, width: usize, lang: Lang) -> String {
    let fact = fact.map(|addr| addr.parse().unwrap());
    let title = verdict::title(face, shows, lang);
    let answer = verdict::answer(face, shows, fact.as_ref(), lang);
    let title = crate::page::title::title(&title, &[], width, Policy::Narrow, crate::page::Tone::Rule);
    let rows = crate::page::layout::layout(&answer, width, Policy::Narrow);
    let rows = std::iter::once(title).chain(rows);
    rows.map(|row| row.text().trim_end().to_owned() + "\n").collect()
}

#[test]
fn every_row_has_an_answer_its_caveat_first() {
    let atlas = two();
    let comparison = compare(&atlas, &everyone(&atlas), CompareOptions::default());
    let face = SheetContent::Figures(&comparison);
    let all: String = [
        Shows::Theme(ThemeIx(0)),
        Shows::Row(0, None),
        Shows::Row(2, None),
        Shows::Row(3, None),
    ]
    .map(|shows| judged(face, shows, None, 80, Lang::Zh))
    .concat();
    insta::assert_snapshot!(all, @"
    -- 能否比较  共建合作 ----------------------------------------------------------
    甲校载 3 项，乙校载 2 项；同一指标 2，相近 1
    ! 条数只是载明多少，不代表成效大小；逐行看能否比较

    -- 能否比较  联建企业 ----------------------------------------------------------
    ! 同一指标，但不宜直接比大小：口径不同，时间未全载明
    所载数：甲校 34家，乙校 17家，相差 17 家
    甲校 「34家」 第 2 行  乙校 「17家」 第 2 行
    口径不同：有的是全校，有的只是一个二级学院；时间未全载明：甲校 未载明，乙校
      2023年
    出处：甲校 示例报；乙校 示例报
    -- 能否比较  合作企业 ----------------------------------------------------------
    ! 相近而不同的指标：只并列，不比大小
    所载数：甲校 54家
    甲校 「54家」 第 2 行
    出处：甲校 示例报
    -- 能否比较  第2项成效 ---------------------------------------------------------
    ! 仅乙校载明，无可对照；甲校未载明，不等于零
    乙校 「31家」 第 2 行
    定义：二等奖的个数。
    出处：乙校 示例报
    ");
    for lang in [Lang::Zh, Lang::En] {
        for at in 0..comparison.rows.len() {
            let told = judged(face, Shows::Row(at, None), None, 60, lang);
            let mut lines = told.lines().skip(1);
            let first = lines.next().unwrap_or_default();
            let rankable = comparison.rows[at].is_rankable();
            assert!(first.starts_with("! ") || rankable, "{told}");
            let ranks = ["多于", "少于", "more than", "less than"];
            assert!(
                rankable || !ranks.iter().any(|word| told.contains(word)),
                "{told}"
            );
        }
    }
}

#[test]
fn a_bar_stands_only_where_figures_may_be_ranked() {
    let row = |scope, period: bool| {
        let figure = |value| match period {
            true => short(0, value).year(2023).scope(scope),
            false => short(0, value).scope(scope),
        };
        let atlas = sample::atlas(&[vec![short(0, 34.0).year(2023)], vec![figure(17.0)]]);
        figures(&atlas, view(100)).contains("##")
    };
    assert!(row(Scope::College, true));
    assert!(!row(Scope::Unit, true), "another scope");
    assert!(!row(Scope::College, false), "another time");
}

#[test]
fn what_is_one_piece_stays_on_one_line() {
    let atlas = two();
    let comparison = compare(&atlas, &everyone(&atlas), CompareOptions::default());
    for width in 30..200 {
        let face = SheetContent::Figures(&comparison);
        let sheet = Sheet::new(
            face,
            SheetView {
                notes: true,
                ..view(width)
            },
        );
        let text = drawn(&sheet);
        for tag in ["近年来", "2023年", "300多家", "时间未载明"] {
            let tagged = |line: &str| line.contains(tag);
            assert!(text.lines().any(tagged), "{tag} is broken at {width}:\n{text}");
        }
    }
}

fn with_pillars() -> Atlas {
    let mut atlas = two();
    atlas.colleges[0].pillars = vec![
        sample::pillar(1, "引领", &[0, 1]),
        sample::pillar(2, "聚智", &[2]),
    ];
    atlas.colleges[0].measures = vec![
        sample::measure(1, 1, "结对共建"),
        sample::measure(1, 2, "建设基地"),
    ];
    atlas.colleges[1].pillars = vec![sample::pillar(1, "铸魂", &[1])];
    atlas
}

#[test]
fn pillars_by_theme() {
    let atlas = with_pillars();
    let alignment = align(&atlas, &everyone(&atlas), CompareOptions::default());
    let sheet = Sheet::new(
        SheetContent::Pillars(&alignment),
        SheetView {
            notes: true,
            ..view(80)
        },
    );
    insta::assert_snapshot!(drawn(&sheet), @"
    支柱对照
                     | 甲校  仅甲校机电学院          | 乙校  全校
        甲校的支柱 2 聚智 与他校无共同主题
    共建合作         | 1 引领  引领的口号            | 无对应支柱
                     |   - 结对共建                  |
                     |   - 建设基地                  |
        此主题仅甲校有支柱，无可对照
    学生竞赛         | 1 引领                        | 1 铸魂  铸魂的口号
    科研与技术服务   | 2 聚智  聚智的口号            | 无对应支柱
        此主题仅甲校有支柱，无可对照
    ");
}

fn over(atlas: &Atlas) -> Overview<'_> {
    count(atlas, &everyone(atlas))
}

#[test]
fn the_overview_shows_gaps() {
    let atlas = with_pillars();
    let rows = crate::page::layout::layout(&overview::grid(&over(&atlas), Lang::Zh), 60, Policy::Safe);
    let text: Vec<_> = rows.iter().map(|row| row.text().trim_end().to_owned()).collect();
    insta::assert_snapshot!(text.join("\n"), @"
    主题           | 甲校              | 乙校
                   | 支柱 成效         | 支柱 成效
    共建合作       |    1    3 ####### |    -    2 #####
    学生竞赛       |    1    -         |    1    1 ###
    科研与技术服务 |    1    1 ###     |    -    -

    数字与条形只是收录条数，不代表成效大小
    ");
}

#[test]
fn every_cell_names_what_it_shows() {
    let atlas = two();
    let comparison = compare(&atlas, &everyone(&atlas), CompareOptions::default());
    for width in [44, 90] {
        let sheet = Sheet::new(SheetContent::Figures(&comparison), view(width));
        let lines = sheet.lines();
        for (at, row) in comparison.rows.iter().enumerate() {
            let mine = lines
                .iter()
                .filter(|line| matches!(line.shows, Shows::Row(row, _) if row == at));
            let mut shown: Vec<_> = mine
                .flat_map(|line| &line.row.spots)
                .map(|spot| spot.addr.clone())
                .collect();
            shown.sort();
            shown.dedup();
            let subjects = 0..comparison.subjects.len();
            let mut expected: Vec<_> = subjects
                .flat_map(|subject| row.cells[subject].iter().map(move |outcome| (subject, outcome)))
                .map(|(subject, outcome)| format!("{}/{}", comparison.subjects[subject].id, outcome.id))
                .collect();
            expected.sort();
            assert_eq!(shown, expected);
        }
    }
}

fn any_view() -> impl Strategy<Value = SheetView<'static>> {
    let policy = proptest::sample::select(&POLICIES[..]);
    let lang = prop_oneof![Just(Lang::Zh), Just(Lang::En)];
    (
        policy,
        lang,
        0usize..=200,
        0usize..5,
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(|(policy, lang, width, offset, pinned, notes)| SheetView {
            lang,
            policy,
            width,
            offset,
            pinned,
            folded: &[],
            notes,
        })
}

fn check(sheet: &Sheet<'_>, view: &SheetView<'_>) -> Result<(), TestCaseError> {
    let lines = sheet.lines();
    let rows: Vec<_> = sheet
        .head()
        .into_iter()
        .chain(lines.iter().map(|line| line.row.clone()))
        .collect();
    for row in &rows {
        let cells: usize = row.runs.iter().map(|run| view.policy.width(&run.text)).sum();
        prop_assert_eq!(cells, view.width, "{:?}", row.text());
    }
    for line in &lines {
        let columns = sheet.columns();
        for spot in &line.row.spots {
            prop_assert!(spot.cells.end <= view.width);
            prop_assert!(columns.is_empty() || columns.iter().any(|(_, range)| *range == spot.cells));
        }
    }
    Ok(())
}

/// The cell of the grid at which a column starts must be reached exactly: no glyph may lie across it.
fn straight(sheet: &Sheet<'_>, view: &SheetView<'_>) -> Result<(), TestCaseError> {
    for line in sheet.lines() {
        if !matches!(line.shows, Shows::Row(..)) {
            continue;
        }
        for (_, range) in sheet.columns() {
            for edge in [range.start, range.end] {
                let mut cells = 0;
                let text = line.row.text();
                let reached = crate::text::width::graphemes(&text).any(|grapheme| {
                    let here = cells == edge;
                    cells += view.policy.width(grapheme);
                    here
                });
                prop_assert!(reached || cells == edge, "{edge} in {text}");
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn columns_are_straight_at_every_width(atlas in sample::any(), view in any_view()) {
        let comparison = compare(&atlas, &everyone(&atlas), CompareOptions::default());
        let sheet = Sheet::new(SheetContent::Figures(&comparison), view);
        check(&sheet, &view)?;
        straight(&sheet, &view)?;
    }

    #[test]
    fn pillars_are_straight_too(
        themes in prop::collection::vec(prop::collection::vec(0u16..3, 0..3), 0..6), view in any_view(),
    ) {
        let mut atlas = two();
        for (at, themes) in themes.iter().enumerate() {
            let college = &mut atlas.colleges[at % 2];
            let n = college.pillars.len() as u8 + 1;
            college.pillars.push(sample::pillar(n, "党建引领产教融合", themes));
            college.measures.push(sample::measure(n, 1, "以共同体为“两翼”"));
        }
        let alignment = align(&atlas, &everyone(&atlas), CompareOptions::default());
        let sheet = Sheet::new(SheetContent::Pillars(&alignment), view);
        check(&sheet, &view)?;
        straight(&sheet, &view)?;
    }
}
