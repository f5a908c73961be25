//! The explorer as its users meet it: keys in, screen out.

use std::sync::Arc;

use insta::assert_snapshot;
use rongtu::{
    finding::{Code, Finding, Place},
    lang::{Bilingual, Lang},
    load::{Loaded, Origin, load},
    text::width::Policy,
    tui::msg::{Action, Effect, Msg},
};

use super::support::Session;

#[test]
fn the_first_screen_shows_all_panes() {
    assert_snapshot!(Session::new(100, 24).screen(), @r#"
     融图  2 所院校 ・ 9 个支柱 ・ 53 项成效                                                       中文
    -- 院校 2 ------------------|-- [成效 24] 举措 15 体系 6 荣誉与平台 17 伙伴 9 --------------- 1/24 -
    > 山东信息       全校 5支柱 | 1 组织建设  2
      台州科技       一院 4支柱 |>党组织结对联建企业                   32家              共建合作
    -- 支柱 --------------------| 联建单位共办活动                     65场 累计         共建合作
    >0 全部                24项 | 2 产业发展  5
     1 组织建设             2项 | 创新平台                             13个              平台建设
     2 产业发展             5项 | 服务型科技创新团队                   12个              科研与技术服务
     3 人才共育             9项 | 为企业开发的系统                     96个              科研与技术服务
     4 资源整合             4项 | 技术服务                         1000余项              科研与技术服务
     5 文化铸魂             4项 | 为企业减损节约               超过5000万元 累计         科研与技术服务
                                | 3 人才共育  9
                                |-- 详情  sdcit/joined-firms ------------------------------ Enter 全文 -
                                | 党组织结对联建企业  32家  时间未载明  全校
                                | 同指标  台州科技  34家  时间未载明  二级学院
                                | 可比吗  ! 口径不同，时间均未载明：不宜直接比大小
                                | 原文    「32家知名企业」
                                | 出处    ..息职业技术学院:打造"红色引擎"驱动产教深度融合  第 5 行
                                | 定义    与学校或其二级学院的党组织结对、开展党建联建的企业数，每家计一
                                |         次。只有业务合作而未载明党建联建的企业不计。
                                | 近似    山东信息 65场；台州科技 20家  只并列
                                |
     Enter 全文  F4/s 出处  F2/c 对比  &/f 筛选  Space 标记  / 查找  F6/y 复制  }/t 换类  +/z 放大
     Tab 换栏  0-9 支柱  F12/S 排序  F7/o 总览  : 命令  F8 English                 F1 帮助  F10/q 退出
    "#);
}

#[test]
fn narrower_terminals_stack_the_panes() {
    assert_snapshot!(Session::new(80, 24).screen(), @r#"
     融图  2 所院校 ・ 9 个支柱 ・ 53 项成效                                   中文
    -- 院校 2 --------------|-- [成效 24] 举措 15 体系 6 荣誉 17 伙伴 9 ----- 1/24 -
    > 山东信息   全校 5支柱 | 1 组织建设  2
      台州科技   一院 4支柱 |>党组织结对联建企业                   32家
    -- 支柱 ----------------| 联建单位共办活动                     65场 累计
    >0 全部            24项 | 2 产业发展  5
     1 组织建设         2项 | 创新平台                             13个
     2 产业发展         5项 | 服务型科技创新团队                   12个
     3 人才共育         9项 | 为企业开发的系统                     96个
     4 资源整合         4项 | 技术服务                         1000余项
     5 文化铸魂         4项 | 为企业减损节约               超过5000万元 累计
                            | 3 人才共育  9
                            |-- 详情  sdcit/joined-firms -------------- Enter 全文 -
                            | 党组织结对联建企业  32家  时间未载明  全校
                            | 同指标  台州科技  34家  时间未载明  二级学院
                            | 可比吗  ! 口径不同，时间均未载明：不宜直接比大小
                            | 原文    「32家知名企业」
                            | 出处    ..造"红色引擎"驱动产教深度融合  第 5 行
                            | 定义    与学校或其二级学院的党组织结对、开展党建联建的
                            |         企业数，每家计一次。只有业务合作而未载明党建联
                            |         建的企业不计。
                            | 近似    山东信息 65场；台州科技 20家  只并列
     Enter 全文  F4/s 出处  F2/c 对比  &/f 筛选  Space 标记  / 查找  F6/y 复制
     Tab 换栏  0-9 支柱  F12/S 排序  F7/o 总览  : 命令         F1 帮助  F10/q 退出
    "#);
}

#[test]
fn small_terminals_show_one_pane_at_a_time() {
    let mut session = Session::new(40, 12);
    assert_snapshot!(session.screen(), @"
     融图                              中文
    -- 院校  山东信息  全校 ----------------
    -- 支柱  0 全部  24项 ------------------
    -- [成效 24] -------------------- 1/24 -
     1 组织建设  2
    >党组织结对联建企业                32家
     联建单位共办活动             65场 累计
    -- 详情 -------------- 未完 Enter 全文 -
     党组织结对联建企业  32家  时间未载明
     全校
     同指标  台州科技  34家  时间未载明
     Enter 全文        F1 帮助  F10/q 退出
    ");
    assert_snapshot!(session.press("<Tab>").screen(), @"
     融图                              中文
    -- 院校 2 ------------------------------
    > 山东信息                   全校 5支柱
      台州科技                   一院 4支柱
    -- 支柱  0 全部  24项 ------------------
    -- [成效 24] -------------------- 1/24 -
     1 组织建设  2
    >党组织结对联建企业                32家
     联建单位共办活动             65场 累计
     2 产业发展  5
     创新平台                          13个
     Enter 全文        F1 帮助  F10/q 退出
    ");
}

#[test]
fn tiny_terminals_still_work_and_say_that_room_helps() {
    assert_snapshot!(Session::new(20, 5).screen(), @"
    -- [成效 24]  1/24 -
     1 组织建设  2
    >党组织结对..  32家
     联建单.. 65场 累计
     F1 帮助
    ");
}

#[test]
fn a_new_order_of_the_colleges_is_shown_from_its_first_row() {
    for size in [(80, 24), (40, 12)] {
        let screen = Session::new(size.0, size.1)
            .press("<Tab><F12>jyl<Enter>")
            .screen();
        assert!(screen.contains("98%以上"), "{screen}");
    }
}

#[test]
fn nothing_is_left_out_of_the_detail_for_want_of_room() {
    for width in [110, 120, 130] {
        let screen = Session::new(width, 50).press("<F8>tt").screen();
        assert!(screen.contains("sdcit/five-mergers-five-promotions"), "{screen}");
    }
}

#[test]
fn filtering_narrows_as_one_types_and_esc_undoes_it() {
    let mut session = Session::new(80, 16);
    assert_snapshot!(session.press("<Tab>&taizhou").screen(), @r#"
     融图  2 所院校 ・ 9 个支柱 ・ 53 项成效                                   中文
    -- 院校 1 [taizhou] ----|-- [成效 29] 举措 28 体系 15 荣誉 29 伙伴 5 ---- 1/29 -
    > 台州科技   一院 4支柱 | 1 党建引领  10
    -- 支柱 ----------------|>新前街道内联建模具企业              34家
    >0 全部            29项 | 示范基地共建学院                     5个
     1 党建引领        10项 | 示范基地共建中心                     4个
     2 党建聚智         7项 | 浙江省"五个一批"项目                 5个 近年来
     3 党建助力         4项 | 台州市混合所有制改革试点项目         2个 近年来
     4 党建赋能         8项 |-- 详情  tzvcst -------------------------- Enter 全文 -
                            | 台州科技职业学院
                            | 二级学院党总支以"以党建促业务，以业务强党建"为宗旨，与
                            | 模具企业和地方结成联建，在基地、师资、就业、品牌等处用
                            | 党建带动产教融合。
                            | 二级学院  机电与模具工程学院党总支
                            | 出处 中国教育报客户端
     筛选 院校: taizhou                                                   Esc 取消
    "#);
    session.press("x");
    assert!(session.screen().contains("没有符合的"));
    session.press("<Esc>");
    assert!(session.screen().contains("山东信息"));
}

#[test]
fn the_cursor_of_the_prompt_is_the_hardware_cursor() {
    let mut session = Session::new(80, 24);
    assert_eq!(session.draw().1, None);
    let empty = session.press("&").draw().1.unwrap();
    let typed = session.press("台州").draw().1.unwrap();
    assert_eq!((typed.x - empty.x, typed.y), (4, 23));
}

#[test]
fn full_width_keys_act_as_their_ascii_keys() {
    let mut session = Session::new(100, 24);
    let before = session.screen();
    assert_ne!(session.press("？").screen(), before);
    assert_eq!(session.press("？").screen(), before);
}

#[test]
fn pasted_text_never_acts_as_keys() {
    let mut session = Session::new(100, 24);
    let before = session.screen();
    assert_eq!(session.send(Msg::Paste("qqq\n".into())).screen(), before);
    assert_eq!(session.effects, []);
}

#[test]
fn a_digit_chooses_a_pillar_and_zero_everything() {
    let mut session = Session::new(100, 24);
    assert!(session.press("<Tab>jll3").reversed().contains("50余次"));
    assert!(session.screen().contains(">3 党建助力"));
    assert!(session.press("0").screen().contains(">0 全部"));
    assert!(session.reversed().contains("34家"));
    assert!(session.press("9").screen().contains("没有第 9 个支柱"));
}

#[test]
fn reading_the_data_again_keeps_the_place() {
    let mut session = Session::new(100, 24);
    session.press("<Tab>jl2l<Down><Space>");
    let before = session.screen();
    session.send(Msg::Reloaded(Arc::new(load(&Origin::Embedded))));
    assert!(session.screen().contains("已重新读取"));
    let above = |screen: &str| screen.lines().take(22).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(above(&session.screen()), above(&before));
    let mut broken = load(&Origin::Embedded);
    broken.atlas.colleges.pop();
    let message = Bilingual::new("坏了", "broken");
    broken.findings = vec![Finding::new(
        Code::Syntax,
        Place::file("data/colleges/tzvcst.yaml"),
        message,
    )];
    session.send(Msg::Reloaded(Arc::new(broken)));
    assert!(session.screen().contains("仍用原来的"));
    assert!(session.screen().contains("台州科技"));
}

#[test]
fn a_load_behind_the_screen_shows_how_far_it_is_and_then_the_data() {
    let mut session = Session::with(Loaded::default(), 80, 24, Policy::Safe, Lang::Zh);
    assert!(
        session
            .send(Msg::Loading(1, 2))
            .screen()
            .contains("正在读取 1/2  ##########----------")
    );
    session.send(Msg::Loaded(Arc::new(load(&Origin::Embedded))));
    assert!(session.screen().contains("2 所院校") && session.screen().contains("山东信息"));
}

#[test]
fn a_comparison_outlives_a_reload() {
    let mut session = Session::new(100, 24);
    let before = session.press("cj").screen();
    session.send(Msg::Loaded(Arc::new(load(&Origin::Embedded))));
    assert_eq!(session.screen(), before);
}

#[test]
fn quitting_is_an_effect() {
    assert_eq!(Session::new(80, 24).press("q").effects, [Effect::Quit]);
}

/// A passage of our own making, with phrases that the shipped dossier cites in its line 2.
const PASSAGE: &str = "第一行\n某单位与34家模具企业结对，近年来横向项目到账2000多万元，讲座若干。\n";

#[test]
fn a_figure_opens_the_passage_that_states_it() {
    let mut session = Session::new(80, 30);
    session.press("<Tab>jlls").fetch(Some(PASSAGE));
    assert_snapshot!(session.screen(), @"
     融图  2 所院校 ・ 9 个支柱 ・ 53 项成效                                   中文
    -- 出处 tzvcst/mould-firms -----------------------------------------------------
    新前街道内联建模具企业
    台州科技职业学院  支柱 1 党建引领

    原文第 2 行
    某单位与34家模具企业结对，近年来横向项目到账2000多万元，讲座若干。

    媒体  中国教育报客户端
    标题  未载明
    作者  徐兵 陈晓 吴金龙
    日期  未载明
    网址  https://share.app3.jyb.cn/news_d/215e31ffad34e4b5681703bf5e75fce3?from=
          VjZDc29lWmRlREZnUWRtcXVVam1CSEp4WThtNGUrS0wrU0FZV3lrSkhoL2RjcWZIdU9MUFQ2eD
          NnTG9janhDbw==
    编号  jyb-tzvcst












     Enter 全文  ] 下一数字  / 页内查找  F3 查找  F6/y 复制  Ctrl-S/W 存文件
     Esc 返回  F7/o 总览  : 命令  F8 English                     F1 帮助  F10 退出
    ");
    assert!(session.reversed().contains("34家模具企业"));
    session.press("<Esc>");
    assert!(session.screen().contains("tzvcst/mould-firms"));
}

#[test]
fn without_the_text_the_source_still_says_outlet_line_and_phrase() {
    let mut session = Session::new(80, 30);
    let screen = session.press("<Tab>jlls").fetch(None).screen();
    for word in ["中国教育报客户端", "第 2 行", "34家模具企业"] {
        assert!(screen.contains(word), "{word}\n{screen}");
    }
}

#[test]
fn in_a_source_one_walks_from_figure_to_figure() {
    let mut session = Session::new(80, 30);
    session.press("<Tab>jlls").fetch(None);
    assert!(session.press("]").screen().contains("出处 tzvcst/institutes"));
    assert!(session.press("[").screen().contains("出处 tzvcst/mould-firms"));
    assert!(session.press("[").screen().contains("出处 tzvcst/mould-firms"));
}

#[test]
fn a_pillar_opens_its_measures_frameworks_and_recognitions() {
    let mut session = Session::new(100, 90);
    let screen = session.press("<Tab>jl1<Enter>").screen();
    for word in ["5院4中心", "举措", "体系", "荣誉", "未列名"] {
        assert!(screen.contains(word), "{word}\n{screen}");
    }
}

#[test]
fn help_lists_every_key_of_the_table() {
    let mut session = Session::new(100, 240);
    let screen = session.press("?").screen();
    for row in rongtu::tui::keymap::TABLE {
        assert!(screen.contains(&row.key_words()), "{:?}", row.keys);
        assert!(screen.contains(row.help.0), "{}", row.help.0);
    }
}

#[test]
fn two_colleges_stand_side_by_side() {
    let mut session = Session::new(100, 24);
    assert_snapshot!(session.press("c").screen(), @"
    对比  = 同一指标 1  ~ 相近指标 13，只并列  仅一校载明 20                              共建合作 1/12
                              | 山东信息  全校                      | 台州科技  仅一个二级学院
    ! 口径不同，以下各行都不宜直接比大小  ・ = 时间未载明   - = 该校未载明，不等于零
    -- 共建合作  山东信息载 3 项，台州科技载 3 项；同一指标 1，相近 2 ----------------------------------
    = 党建联建企业            |>32家 ・ 党组织结对联建企业          | 34家 ・ 新前街道内联建模具企业
                              |   列名 360公司、潍柴动力            |
        定义：与学校或其二级学院的党组织结对、开展党建联建的企业数，每家计一次。只有业务合作而未载明党建
        联建的企业不计。
    ~ 党建联建的面与量        | 65场 累计 党建联建活动              | 20家 ・ 前往宣讲的联建企业
                              |   列名 党建领航 AI+教育             |   列名 浙江丰立智能科技股份有限
                              |                                     |     公司
        定义：党建联建的几种计数：结对联建的企业、前往宣讲的联建企业、与联建单位共办的活动。前两种是企
        业，可能重叠，后一种是活动；不可相加，也不可相比。
    ~ 合作企业                | 88家 ・ 共建实训基地企业            | 54家 2023年 紧密合作企业
        定义：与学校有业务合作的企业数，按关系的种类分别计数：紧密合作、共建实训基地。几种计数可能重叠，
        不可相加。党建联建的企业另计。
    -- 党建工作与品牌  山东信息在此无数字，台州科技在此无数字；相近 1 ----------------------------------
    -- 能否比较  党建联建企业 --------------------------------------------------------------------------
    ! 同一指标，但不宜直接比大小：口径不同，时间均未载明
    所载数：山东信息 32家，台州科技 34家，相差 2 家
    山东信息 「32家知名企业」 第 5 行  台州科技 「34家模具企业」 第 2 行
    口径不同：有的是全校，有的只是一个二级学院..
     Enter 出处  Tab/p 看支柱  ] 下一行可比  >/x 换位  / 查找  F6/y 复制  Ctrl-S/W 存文件
     Esc 返回  : 命令  F7/o 总览  F8 English  =/d 只看差异  Space 折叠               F1 帮助  F10 退出
    ");
    assert!(session.reversed().contains("32家"));
    assert!(session.press("l").reversed().contains("34家"));
}

#[test]
fn below_eighty_columns_the_comparison_stacks() {
    assert_snapshot!(Session::new(60, 20).press("c").screen(), @"
    对比  = 同一指标 1  ~ 相近指标 13，只并列  仅一校载明 20
    山东信息 全校 | 台州科技 二级学院
    ! 口径不同，以下各行都不宜直接比大小
    ・ = 时间未载明   - = 该校未载明，不等于零
    -- 共建合作 ------------------------------------------------
      山东信息载 3 项，台州科技载 3 项；同一指标 1，相近 2
    = 党建联建企业
      山东信息 >32家 ・ 党组织结对联建企业
                  列名 360公司、潍柴动力
      台州科技  34家 ・ 新前街道内联建模具企业
        定义：与学校或其二级学院的党组织结对、开展党建联建的企业
        数，每家计一次。只有业务合作而未载明党建联建的企业不计。
    ~ 党建联建的面与量
      山东信息  65场 累计 党建联建活动
                  列名 党建领航 AI+教育
    -- 能否比较  党建联建企业 ----------------------------------
    ! 同一指标，但不宜直接比大小：口径不同，时间均未载明
    所载数：山东信息 32家，台州科技 34家，相差 2 家
    山东信息 「32家知名企业」 第 5 行  台州科技..
     Enter 出处  Tab/p 看支柱  >/x 换位      F1 帮助  F10 退出
    ");
}

#[test]
fn the_other_face_sets_pillars_side_by_side_by_theme() {
    assert_snapshot!(Session::new(100, 30).press("cp").screen(), @r#"
    支柱对照
                     | 山东信息  全校                          | 台州科技  仅机电与模具工程学院党总支
    共建合作         |>1 组织建设  深融组织建设,共促堡垒联筑   | 1 党建引领  两翼齐飞、全链驱动
                     |   - 组织互联                            |   - "红模力"模具产业链党建联建
                     |   - 资源互通                            | 3 党建助力
                     |   - 发展互促                            | 4 党建赋能
                     | 3 人才共育                              |
                     |   - 共建实训基地                        |
    党建工作与品牌   | 1 组织建设                              | 2 党建聚智  读・聚匠心、五育并举
                     |   - 资源互通                            |   - 浙江省级高校党建工作标杆院系建设
                     |   - 发展互促                            |   - "匠心筑梦、协同育人"党建特色品牌
                     |                                         |   - "1团6心5育"的"一院一品"党建文化品牌
                     |                                         |     建设
                     |                                         | 4 党建赋能
                     |                                         |   - "嘉木先锋"宣讲团
                     |                                         |   - 《党建引领聚合力 多方携手共发展》等
                     |                                         |     经验
    平台建设         | 2 产业发展                              | 1 党建引领
                     |   - 构筑创新体系                        |   - 以共同体与联合体为"两翼"
                     | 3 人才共育                              |   - "5院4中心"全产业链示范基地
                     |   - 搭建育人桥梁                        |   - "校中厂""引企入校"建设模式
                     | 4 资源整合  深融资源整合,共促生态同构   |   - "全链驱动"打造首个高精数字模具产教
    -- 支柱与举措  共建合作 ----------------------------------------------------------------------------
    ! 支柱按主题并列，举措各异，不分高下
    山东信息  组织建设  各系党组织与头部企业结对，组织、资源、发展三方面相连，打牢校企协同的根基。
    山东信息职业技术学院:打造"红色引擎"驱动产教深度融合  第 4 行  「深融组织建设,共促堡垒联筑」


     Enter 出处  Tab/p 看成效  ] 下一行可比  >/x 换位  / 查找  F6/y 复制  Ctrl-S/W 存文件
     Esc 返回  : 命令  F7/o 总览  F8 English  =/d 只看差异                           F1 帮助  F10 退出
    "#);
}

#[test]
fn a_cell_opens_its_source_and_esc_returns_to_it() {
    let mut session = Session::new(100, 24);
    let before = session.press("c").screen();
    assert!(
        session
            .press("<Enter>")
            .screen()
            .contains("出处 sdcit/joined-firms")
    );
    assert_eq!(session.press("<Esc>").screen(), before);
    assert!(
        session
            .press("l<Enter>")
            .screen()
            .contains("出处 tzvcst/mould-firms")
    );
}

#[test]
fn an_empty_cell_says_that_nothing_is_stated() {
    let mut session = Session::new(100, 24);
    // Six facts that the second college alone has, below the line on which the first has none.
    session.press("c<End>kkkkkk<Enter>");
    assert!(session.screen().contains("文中未载明"), "{}", session.screen());
}

#[test]
fn themes_fold_and_unfold() {
    let mut session = Session::new(100, 40);
    let open = session.press("c").screen();
    let folded = session.press("<Space>").screen();
    assert!(open.contains("党建联建企业") && !folded.contains("党建联建企业"));
    assert_eq!(session.press("<Space>j").screen(), open);
}

#[test]
fn differences_only_and_the_way_between_them() {
    let mut session = Session::new(100, 40);
    session.press("cd");
    assert!(session.screen().contains("党建联建企业") && session.screen().contains("一行也没有略去"));
    assert!(session.press("d").screen().contains("各行全列"));
    session.press("]");
    let first = session.screen();
    for _ in 0..7 {
        let before = session.screen();
        let after = session.press("]").screen();
        assert!(after != before && !after.contains("无可对照"), "{after}");
    }
    assert!(!session.press("[[[[[[[").screen().contains("无可对照"));
    let verdict = |screen: &str| {
        screen
            .lines()
            .find(|line| line.contains("能否比较"))
            .map(str::to_owned)
    };
    assert_eq!(verdict(&session.screen()), verdict(&first));
    assert!(session.press("<End>]").screen().contains("没有更多"));
}

#[test]
fn columns_swap_and_the_reference_is_pinned() {
    let mut session = Session::new(100, 24);
    let heads = |session: &Session| {
        let screen = session.screen();
        let at = |name| screen.lines().take(4).find_map(|line| line.find(name));
        (at("山东信息"), at("台州科技"))
    };
    let (shandong, taizhou) = heads(session.press("c"));
    assert!(shandong < taizhou);
    let (shandong, taizhou) = heads(session.press("x"));
    assert!(taizhou < shandong);
    let (shandong, taizhou) = heads(session.press("^"));
    assert!(shandong < taizhou);
}

#[test]
fn marks_are_kept_when_going_back() {
    let mut session = Session::new(100, 24);
    session.press("<Tab> j c<Esc>");
    assert_eq!(session.app.marks.len(), 2);
    assert!(session.screen().contains("*山东信息") && session.screen().contains("*台州科技"));
}

#[test]
fn one_mark_is_compared_with_the_college_under_the_cursor_or_the_only_other() {
    for keys in ["c", " c", "<Tab> jc", "<Tab>j c"] {
        let mut session = Session::new(100, 24);
        session.press(keys);
        assert!(
            session.screen().starts_with("对比"),
            "{keys}: {}",
            session.screen()
        );
    }
}

#[test]
fn the_overview_shows_themes_by_colleges() {
    assert_snapshot!(Session::new(80, 20).press("o").screen(), @"
     融图  2 所院校 ・ 9 个支柱 ・ 53 项成效                                   中文
    -- 总览 ------------------------------------------------------------------------
    主题           | 山东信息          | 台州科技
                   | 支柱 成效         | 支柱 成效
    共建合作       |    2    3 ###     |    3    3 ###
    党建工作与品牌 |    1    -         |    2    -
    平台建设       |    3    7 ####### |    1    4 ####
    科研与技术服务 |    1    4 ####    |    2    4 ####
    社会服务       |    -    -         |    2    1 #
    师资队伍       |    -    -         |    1    2 ##
    人才培养       |    2    1 #       |    3    2 ##
    专业与课程     |    1    1 #       |    1    2 ##
    学生竞赛       |    1    5 #####   |    1    1 #
    就业质量       |    1    2 ##      |    1    3 ###
    文化育人       |    1    1 #       |    2    1 #
    荣誉与案例     |    -    -         |    4    6 ######

    数字与条形只是收录条数，不代表成效大小

     Enter 打开  / 查找  Ctrl-S/W 存文件  Esc 返回  : 命令       F1 帮助  F10 退出
    ");
}

#[test]
fn find_takes_pinyin_and_jumps_to_pane_and_row() {
    let mut session = Session::new(100, 24);
    session.press("/jiuyelv");
    let first = session.screen().lines().nth(2).unwrap_or_default().to_owned();
    assert!(first.contains("就业率") && first.contains("98%以上"), "{first}");
    let screen = session.press("<Enter>").screen();
    assert!(
        screen.contains("tzvcst/employment-rate") && session.reversed().contains("就业率"),
        "{screen}"
    );
}

#[test]
fn a_chinese_character_opens_the_search_with_itself() {
    let mut session = Session::new(100, 24);
    let screen = session.press("月薪").screen();
    assert!(
        screen.contains("查找: 月薪") && screen.contains("6000元以上"),
        "{screen}"
    );
}

#[test]
fn a_comparison_is_copied_by_cell_row_or_whole() {
    let mut session = Session::new(100, 24);
    let screen = session.press("cy").screen();
    for offer in ["本格：文字+出处", "本行：表格 (TSV)", "整个对比：Markdown"] {
        assert!(screen.contains(offer), "{offer}\n{screen}");
    }
    session.press("<Enter>");
    let [Effect::Copy(text)] = &session.effects[..] else {
        panic!("{:?}", session.effects)
    };
    assert!(
        text.contains("32家") && text.contains("出处 山东信息："),
        "{text}"
    );
}

#[test]
fn leaving_find_returns_where_one_was() {
    let mut session = Session::new(100, 24);
    let before = session.press("<Tab>j3").screen();
    assert_eq!(session.press("/专利<Down><Esc>").screen(), before);
}

#[test]
fn the_palette_runs_a_command() {
    let mut session = Session::new(100, 24);
    assert!(session.press(":overview<Enter>").screen().contains("总览"));
}

#[test]
fn the_language_changes_at_once() {
    let mut session = Session::new(100, 24);
    assert!(session.press("<F8>").screen().contains("Colleges"));
    assert!(session.press("<F8>").screen().contains("院校"));
}

#[test]
fn no_size_and_no_action_breaks_the_screen() {
    for (width, height) in [
        (0, 0),
        (1, 1),
        (2, 3),
        (19, 4),
        (59, 15),
        (60, 16),
        (99, 40),
        (500, 200),
    ] {
        for policy in [Policy::Narrow, Policy::Wide, Policy::Safe] {
            let mut session = Session::with(load(&Origin::Embedded), width, height, policy, Lang::En);
            for action in Action::ALL {
                session.send(Msg::Do(*action)).screen();
            }
        }
    }
}

#[test]
fn many_keys_at_once_are_searched_for_once() {
    let mut session = Session::new(80, 24);
    session.press("/");
    for c in "mould".chars() {
        session.effects.extend(session.app.update(Msg::Type(c)));
    }
    let offered = |session: &Session| session.app.offers();
    assert_eq!(offered(&session), Some(0));
    session.app.catch_up();
    assert!(offered(&session) > Some(0));
}

#[test]
fn esc_leads_back_to_the_hits() {
    let mut session = Session::new(100, 30);
    let hits = session.press("/专利<Down>").screen();
    session.press("<Enter>");
    assert_ne!(session.screen(), hits);
    assert!(session.press("s").screen().contains("出处"));
    session.press("<Esc>");
    assert_eq!(session.press("<Esc>").screen(), hits);
    let moved = session.press("<Enter><Up><Esc>").screen();
    assert_ne!(moved, hits, "after moving Esc no longer leads there");
}

#[test]
fn n_goes_through_what_was_found() {
    let mut session = Session::new(100, 30);
    session.press("/专利<Enter>");
    assert!(session.press("n").screen().contains("「专利」第 2 处"));
    assert!(session.press("N").screen().contains("「专利」第 1 处"));
    assert!(session.press("N").screen().contains("这个方向没有了"));
}

#[test]
fn what_finds_nothing_is_answered_with_what_is_near() {
    let screen = Session::new(100, 30).press("/就业率表").screen();
    assert!(screen.contains("没有找到, 相近的有"), "{screen}");
    assert!(screen.contains("就业率"), "{screen}");
}

#[test]
fn words_are_found_within_a_page() {
    let mut session = Session::new(100, 24);
    let screen = session.press("?/shuqian<Enter>").screen();
    assert!(screen.contains("书签"), "{screen}");
    let first = session.screen();
    assert_ne!(session.press("n").screen(), first);
    assert!(session.press("zzz").screen().contains("没有用处"));
}

#[test]
fn places_are_gone_back_to_and_forward_again() {
    let mut session = Session::new(100, 30);
    let browse = session.press("ll").screen();
    let fact = session.press("<Enter>").screen();
    let source = session.press("s").screen();
    assert_eq!(session.press("<Alt-Left>").screen(), fact);
    assert_eq!(session.press("<Alt-Left>").screen(), browse);
    session.press("<Alt-Right>");
    assert_eq!(session.press("<Alt-Right>").screen(), source);
    assert!(
        session
            .press("<Alt-Right>")
            .screen()
            .contains("后面没有去过的地方")
    );
}

#[test]
fn a_bookmark_leads_back() {
    let mut session = Session::new(100, 30);
    let screen = session.press("<Down>m").screen();
    assert!(screen.contains("已加书签「联建单位共办活动」"), "{screen}");
    let away = session.press("G").screen();
    assert!(!away.contains(">联建单位共办活动"), "{away}");
    let back = session.press("'<Enter>").screen();
    assert!(back.contains(">联建单位共办活动"), "{back}");
}

#[test]
fn a_line_typed_before_comes_back_and_tab_completes() {
    let mut session = Session::new(100, 30);
    session.press("/zhuanli<Esc>/jyl<Enter>");
    session.press("<Esc><Esc>/<Up>");
    assert!(session.screen().contains("查找: jyl"));
    session.press("<Esc>/jyl<Tab>");
    assert!(session.screen().contains("就业率"), "{}", session.screen());
}

#[test]
fn everything_is_copied_from_one_menu() {
    let mut session = Session::new(100, 30);
    let menu = session.press("y").screen();
    for form in ["文字+出处", "Markdown", "表格 (TSV)", "参考文献 (GB/T 7714)"] {
        assert!(menu.contains(form), "{form}\n{menu}");
    }
    session.press("<Enter>");
    let Some(Effect::Copy(text)) = session.effects.pop() else {
        panic!("nothing was copied")
    };
    assert!(text.contains("32家") && text.contains("出处："), "{text}");
    session.send(Msg::Copied(Ok(rongtu::tui::clip::Route::Osc52)));
    let screen = session.screen();
    assert!(
        screen.contains("已请终端复制「党组织结对联建企业 32家」(1 行)"),
        "{screen}"
    );
}

#[test]
fn a_comparison_with_its_sources_is_copied_with_three_keys() {
    let mut session = Session::new(80, 24);
    session.press("cy<Enter>");
    let Some(Effect::Copy(text)) = session.effects.pop() else {
        panic!("nothing was copied")
    };
    for word in ["32家", "34家", "出处 山东信息：", "出处 台州科技："] {
        assert!(text.contains(word), "{word}\n{text}");
    }
}

#[test]
fn leaving_takes_one_key_that_is_shown() {
    let mut session = Session::new(80, 24);
    assert!(session.screen().contains("F10/q 退出"));
    session.press("q");
    assert_eq!(session.effects.pop(), Some(Effect::Quit));
}

#[test]
fn a_rate_and_its_passage_are_six_keys_away() {
    let mut session = Session::new(80, 24);
    let screen = session.press("/jyl<Enter>s").fetch(None).screen();
    assert!(screen.contains("98%"), "{screen}");
}
