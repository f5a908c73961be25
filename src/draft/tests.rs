//! Drafts of made-up articles, and of the two known ones where their text is at hand.

use std::{fs, path::PathBuf};

use tempfile::TempDir;

use super::{DraftIds, draft, receive, skeleton};
use crate::{
    load::{Origin, load},
    model::{Atlas, College},
};

mod heading_kinds;

const ARTICLE: &str = "\
首页 > 新闻 > 正文
河西学院：以“红心”促融合
来源：某报  2024-05-06
河西学院把“三融五共”作为总纲，与当地企业一起办学，为当地的发展出力，使学生学有所成，使企业有人可用，多方都有收获。
一、组织共建，筑牢根基
学院与企业一同行动。一是结对子，建起联盟。与12家企业共建支部，办讲座50余场。二是搭台子，聚拢资源。建成实训基地12个，到账近3000万元。
二、人才共育，锻造工匠
三年来，学生获省级奖项40项，毕业生就业率达97.5%以上，《河西样本》入选2023年典型案例，“一院一品”初步成形。
责任编辑：某某
相关阅读
另一所学院与800家企业合作
";

fn headings(text: &str) -> String {
    let found = draft(text).headings.into_iter();
    found
        .map(|heading| format!("{} {} {}\n", heading.line, heading.level, heading.text))
        .collect()
}

#[test]
fn headings_and_figures_of_an_article() {
    insta::assert_snapshot!(headings(ARTICLE), @"
    2 0 河西学院：以“红心”促融合
    5 1 一、组织共建，筑牢根基
    6 2 一是结对子，建起联盟
    6 2 二是搭台子，聚拢资源
    7 1 二、人才共育，锻造工匠
    ");
    let draft = draft(ARTICLE);
    let figures: Vec<_> = draft
        .figures
        .iter()
        .map(|figure| (figure.line, figure.exact.as_str()))
        .collect();
    insta::assert_compact_debug_snapshot!(figures, @r#"[(6, "12家"), (6, "50余场"), (6, "12个"), (6, "近3000万元"), (8, "40项"), (8, "97.5%以上")]"#);
    let names: Vec<_> = draft.names.iter().map(|name| name.text.as_str()).collect();
    insta::assert_compact_debug_snapshot!(names, @r#"["“红心”", "“三融五共”", "《河西样本》", "“一院一品”"]"#);
}

#[test]
fn the_json_is_headings_and_quantities() {
    let text =
        "标题在此\n学院为企业员工培训近2万人次，年年如此，从未间断，受到企业和员工的一致好评与认可。\n";
    insta::assert_snapshot!(serde_json::to_string(&draft(text)).unwrap(), @r#"{"headings":[{"level":0,"text":"标题在此","line":1}],"quantities":[{"value":20000,"unit":"人次","bound":"nearly","line":2,"start":9,"exact":"近2万人次"}]}"#);
}

/// Paragraphs of no interest under a heading.
const PROSE: &str =
    "学院和企业一起走进车间，一起商量课程，一起带学生，大家都说这样的办法很好，也愿意接着做下去。";

#[test]
fn headings_at_every_style() {
    let tables: &[(&str, &[&str])] = &[
        ("、", &["一、党建铸魂", "二、产教同行"]),
        ("（）", &["（一）党建铸魂", "（二）产教同行"]),
        ("()", &["(一)党建铸魂", "(二)产教同行"]),
        ("1.", &["1.党建铸魂", "2.产教同行"]),
        ("1、", &["1、党建铸魂", "2、产教同行"]),
        ("１．", &["１．党建铸魂", "２．产教同行"]),
        ("bare", &["党建铸魂强根基", "产教同行谋发展"]),
        ("space", &["党建铸魂 同心同向", "产教同行 共建共享"]),
        ("question", &["路在何方？", "如何同行？"]),
        ("alone", &["铸魂：把支部建在车间"]),
        ("signs", &["「壹」党建领航，校企同心", "「贰」课证融通，学做合一"]),
        (
            "two lines",
            &[
                "以组织贯通链条",
                "建强车间里的堡垒",
                "以人才贯通链条",
                "建好车间里的课堂",
            ],
        ),
    ];
    for (name, marks) in tables {
        let lines = marks.iter().map(|mark| format!("{mark}\n{PROSE}\n"));
        let text = format!("校企同心育人才\n{PROSE}\n{}", lines.collect::<String>());
        let found = draft(&text).headings;
        let texts: Vec<_> = found
            .iter()
            .filter(|heading| heading.level == 1)
            .map(|heading| &*heading.text)
            .collect();
        assert_eq!(texts, *marks, "{name}");
        assert_eq!(found[0].text, "校企同心育人才");
        assert_eq!(found.len(), marks.len() + 1, "{name}");
    }
}

#[test]
fn headings_that_run_into_their_paragraph() {
    let tables: &[(&str, &str)] = &[
        ("党建引领：“两翼并进”建基地。", "党建引领：“两翼并进”建基地"),
        ("党建引领:“两翼并进”建基地。", "党建引领:“两翼并进”建基地"),
        ("一、强化引领，筑牢根基。", "一、强化引领，筑牢根基"),
        ("（一）强化引领，筑牢根基。", "（一）强化引领，筑牢根基"),
        ("1.强化引领。", "1.强化引领"),
        ("第一，强化引领。", "第一，强化引领"),
        ("一是强化引领。", "一是强化引领"),
        ("织密融合一张网。", "织密融合一张网"),
        ("强化引领，筑牢根基。", "强化引领，筑牢根基"),
        ("【强化引领】", "强化引领"),
        ("**强化引领**", "强化引领"),
        ("## 强化引领\n", "强化引领"),
    ];
    for (printed, heading) in tables {
        let text = format!("校企同心育人才\n{PROSE}\n{printed}{PROSE}\n{printed}{PROSE}\n");
        let texts: Vec<_> = draft(&text)
            .headings
            .into_iter()
            .skip(1)
            .map(|heading| (heading.level, heading.text))
            .collect();
        assert_eq!(
            texts,
            [(1, (*heading).to_owned()), (1, (*heading).to_owned())],
            "{printed}"
        );
    }
}

#[test]
fn what_is_no_heading() {
    for line in [
        "院长某某表示：“我们会做下去。”",
        "2024年5月6日，学院开会。",
        "1.5万名学生参加。",
        "通讯员 某某",
        "某某 某某某",
        "图为学生在车间",
        "某某 摄",
        "来源：某报",
        "问题之一是经费。",
        "3D打印进了课堂。",
        "答案是肯定的。",
        "学院党委高度重视。",
        "北山职业学院 某某 某某某",
    ] {
        let text = format!("校企同心育人才\n{PROSE}\n{line}\n{PROSE}\n{line}\n{PROSE}\n");
        assert_eq!(headings(&text), "1 0 校企同心育人才\n", "{line}");
    }
}

/// One line each: what is printed above `PROSE`, and the headings read of it.
#[test]
fn what_needs_company_and_has_it() {
    let alike = ["建强一个组织。", "办好一所学院。", "带富一方百姓。"];
    let tables: &[(&str, &[&str], &[&str])] = &[
        (
            "sentences built alike",
            &alike,
            &["建强一个组织", "办好一所学院", "带富一方百姓"],
        ),
        (
            "bullets",
            &["●立足产业建专业：", "●依托企业强师资："],
            &["立足产业建专业", "依托企业强师资"],
        ),
        (
            "quotes",
            &["“产教+党建”，汇聚合力。", "“产教+科创”，激发活力。"],
            &["“产教+党建”，汇聚合力", "“产教+科创”，激发活力"],
        ),
        ("bullets around", &["◇ 缘起 ◇\n", "◇ 探索 ◇\n"], &["缘起", "探索"]),
        ("tiny", &["铸魂\n", "赋能\n"], &["铸魂", "赋能"]),
        ("labels", &["去向：", "底气："], &["去向", "底气"]),
        (
            "first and next",
            &["首先建平台。", "其次定制度。"],
            &["首先建平台", "其次定制度"],
        ),
        (
            "calls",
            &["一要提高站位。", "二要压实责任。"],
            &["一要提高站位", "二要压实责任"],
        ),
    ];
    for (name, lines, expected) in tables {
        let text: String = lines.iter().map(|line| format!("{line}{PROSE}\n")).collect();
        let found = draft(&format!("校企同心育人才\n{PROSE}\n{text}")).headings;
        let texts: Vec<_> = found.iter().skip(1).map(|heading| &*heading.text).collect();
        assert_eq!(texts, *expected, "{name}");
        let alone = draft(&format!("校企同心育人才\n{PROSE}\n{}{PROSE}\n", lines[0])).headings;
        assert_eq!(alone.len(), 1, "{name}: {alone:?}");
    }
}

#[test]
fn rows_of_lists_are_no_headings() {
    for lines in [
        "1.就业质量持续提升，就业率达97.8%。\n2.科研服务增强，到账2860万元。",
        "1.财政收入：指拨给单位的资金。\n2.事业收入：指教学取得的收入。\n3.经营收入：指其他收入。\n4.结余：指剩下的资金。",
        "★ 国家级教学成果奖2项\n★ 省级科研平台14个\n★ 学生奖项103项",
        "1. 《工匠培育工程》 负责人：程远\n2. 《党建共同体》 负责人：罗衡\n3. 《码上党课》 负责人：许诺",
        "1.深化主题教育。开展读书班4期。\n2.创建样板支部3个，力争全覆盖。\n3.压实责任。",
        "机电系 服务系 科研处\n图书馆 继教院",
        "一是人才偏少，博士仅27人；二是校区不足，生均占地41平方米。",
        "此外，学院还与多地合作。\n最后，大家一起参观了车间。",
        "1.共建实训基地；\n2.合作培养工匠；\n3.联合开展研究。",
        "附件：1.案例汇总表\n2.佐证材料目录",
        "图1 会议现场\n图2 参观实训中心",
        "学生在果园进行带货实训\n教师为果农讲解技术",
        "摘要：产教融合是生命线。\n关键词：党建；产教融合",
        "【核心提示】一群年轻人把课堂搬上海。",
        "要下功夫：一是扩大朋友圈；二是完善机制。",
        "1 陶瓷产业学院 12\n2 家具产业学院 9",
        "一等奖 | 张一 李二 | 王三\n二等奖 | 赵四 钱五 | 周六",
    ] {
        let text = format!("校企同心育人才\n{PROSE}\n{lines}\n{PROSE}\n");
        assert_eq!(headings(&text), "1 0 校企同心育人才\n", "{lines}");
    }
}

#[test]
fn a_bare_heading_above_numbered_ones_is_of_a_higher_level() {
    let text = format!("校企同心育人才\n{PROSE}\n主要做法\n一、强化引领\n{PROSE}\n二、筑牢根基\n{PROSE}\n");
    assert_eq!(
        headings(&text),
        "1 0 校企同心育人才\n3 1 主要做法\n4 2 一、强化引领\n6 2 二、筑牢根基\n"
    );
}

#[test]
fn two_lists_that_follow_one_another_are_of_one_level() {
    let text = format!(
        "校企同心育人才\n{PROSE}\n一是建组织。{PROSE}\n二是育人才。{PROSE}\n——人才更有力。{PROSE}\n——企业更有劲。{PROSE}\n"
    );
    let levels: Vec<_> = draft(&text)
        .headings
        .iter()
        .map(|heading| heading.level)
        .collect();
    assert_eq!(levels, [0, 1, 1, 1, 1]);
}

#[test]
fn a_style_is_of_the_level_that_what_stands_above_it_gives_it() {
    let text = format!(
        "校企同心育人才\n{PROSE}\n一、主要做法\n（一）强化引领\n{PROSE}\n1.建强组织。{PROSE}\n2.建好基地。{PROSE}\n二、经验启示\n一是坚持引领。{PROSE}\n二是坚持创新。{PROSE}\n"
    );
    let levels: Vec<_> = draft(&text)
        .headings
        .iter()
        .map(|heading| heading.level)
        .collect();
    assert_eq!(levels, [0, 1, 2, 3, 3, 1, 2, 2]);
}

#[test]
fn an_opening_and_an_end_are_of_the_highest_level() {
    let text = format!(
        "校企同心育人才\n前 言\n{PROSE}\n第一部分 做法\n一、强化引领\n{PROSE}\n二、筑牢根基\n{PROSE}\n结 语\n{PROSE}\n"
    );
    let levels: Vec<_> = draft(&text)
        .headings
        .iter()
        .map(|heading| heading.level)
        .collect();
    assert_eq!(levels, [0, 1, 1, 2, 2, 1]);
}

#[test]
fn what_stands_right_above_another_style_of_its_rank_divides_it() {
    let text = format!(
        "校企同心育人才\n{PROSE}\n【组织共建】\n{PROSE}\n【典型案例】\n马背上的医疗队\n{PROSE}\n支部里的接力棒\n{PROSE}\n"
    );
    let levels: Vec<_> = draft(&text)
        .headings
        .iter()
        .map(|heading| heading.level)
        .collect();
    assert_eq!(levels, [0, 1, 1, 2, 2]);
}

#[test]
fn who_wrote_it_is_no_subtitle() {
    for second in [
        "某某职业学院",
        "某某职业学院党委书记 陆时雨",
        "中共某某职业学院党委",
        "中共某某职业学院委员会",
        "某某职业学院 党委书记 陆时雨",
        "某某职业学院党委 陆时雨",
    ] {
        let text = format!("校企同心育人才\n{second}\n{PROSE}\n{PROSE}\n");
        assert_eq!(headings(&text), "1 0 校企同心育人才\n", "{second}");
    }
}

#[test]
fn first_and_second_within_a_paragraph() {
    let text = format!("校企同心育人才\n第一，对接支部。{PROSE}第二，对接车间。{PROSE}\n");
    assert_eq!(
        headings(&text),
        "1 0 校企同心育人才\n2 1 第一，对接支部\n2 1 第二，对接车间\n"
    );
}

#[test]
fn a_title_may_begin_with_the_name_of_its_series() {
    let text = format!("【奋进新征程】某校点亮一盏灯\n{PROSE}\n");
    assert_eq!(headings(&text), "1 0 【奋进新征程】某校点亮一盏灯\n");
}

#[test]
fn a_numbered_line_below_the_title_is_none_of_it() {
    let text = format!("校企同心育人才\n一、学校简介\n{PROSE}\n二、做法\n{PROSE}\n");
    assert_eq!(
        headings(&text),
        "1 0 校企同心育人才\n2 1 一、学校简介\n4 1 二、做法\n"
    );
}

#[test]
fn a_subtitle_belongs_to_the_title() {
    for second in [
        "走进某某职业学院",
        "——某职业学院的实践",
        "某职业学院构建校企育人新路",
    ] {
        let text = format!("校企同心育人才\n{second}\n{PROSE}\n");
        assert_eq!(headings(&text), format!("1 0 校企同心育人才\n2 0 {second}\n"));
    }
}

#[test]
fn a_lone_caption_is_no_heading() {
    for caption in [
        "学生在车间操作设备，师傅在旁",
        "图中为新建成的实训车间",
        "企业里的新工位一字排开等着学生来上岗实习",
    ] {
        let text = format!("校企同心育人才\n{PROSE}\n{caption}\n{PROSE}\n");
        assert_eq!(headings(&text), "1 0 校企同心育人才\n");
    }
}

fn ids() -> DraftIds {
    DraftIds {
        college: "todo".parse().unwrap(),
        source: "news-todo".parse().unwrap(),
    }
}

/// Loads what is drafted from `text` beside the known registers: without a finding.
fn loaded(text: &str) -> (TempDir, Atlas) {
    let atlas = load(&Origin::Embedded).atlas;
    let article = receive(text.into()).unwrap();
    let files = skeleton(
        &draft(&article.text),
        &article,
        &ids(),
        &super::KnownMetrics::new(&atlas),
    );
    let dir = TempDir::new().unwrap();
    fs::create_dir_all(dir.path().join("data/colleges")).unwrap();
    fs::create_dir_all(dir.path().join("seeds")).unwrap();
    for name in ["themes.yaml", "metrics.yaml"] {
        fs::copy(format!("data/{name}"), dir.path().join("data").join(name)).unwrap();
    }
    fs::write(dir.path().join("data/colleges/todo.yaml"), &files.dossier).unwrap();
    fs::write(dir.path().join("seeds/news-todo.yaml"), &files.record).unwrap();
    let loaded = load(&Origin::Folder(dir.path().to_owned()));
    assert!(
        loaded.findings.is_empty(),
        "{:#?}\n{}\n{}",
        loaded.findings,
        files.dossier,
        files.record
    );
    (dir, loaded.atlas)
}

#[test]
fn the_yaml_loads_at_once() {
    let (dir, atlas) = loaded(ARTICLE);
    let [college] = &atlas.colleges[..] else {
        panic!("one college")
    };
    assert_eq!((college.pillars.len(), college.measures.len()), (2, 2));
    assert_eq!(
        atlas.sources[0].title.as_deref(),
        Some("河西学院：以“红心”促融合")
    );
    let dossier = fs::read_to_string(dir.path().join("data/colleges/todo.yaml")).unwrap();
    insta::assert_snapshot!("dossier", dossier);
    let record = fs::read_to_string(dir.path().join("seeds/news-todo.yaml")).unwrap();
    insta::assert_snapshot!("record", record);
}

#[test]
fn a_ratio_is_in_quotes() {
    let (dir, atlas) = loaded("学校与企业同育人\n一、师资\n学校师生比达1:15，另一专业师生比约1:8。\n");
    assert_eq!(atlas.colleges[0].outcomes.len(), 2);
    let dossier = fs::read_to_string(dir.path().join("data/colleges/todo.yaml")).unwrap();
    let ends = |end: &str| dossier.lines().filter(|line| line.ends_with(end)).count();
    assert_eq!((ends(" \"1:15\""), ends(" 1:15"), ends(" 约1:8")), (2, 0, 2));
}

#[test]
fn hostile_texts_load_too() {
    for text in [
        "一、甲: 乙 # 丙\n二、\"甲\" 'yes' {乙} [丙] &丁 *戊 !己 |庚 >辛 %壬 @癸，企业3家，还有3家。\n三、\t学院\u{202e}三\u{200b}家\n",
        "---\n学院的企业有5家、5家、5家，学生的奖项有7项，教师的奖项也有7项。\n...\n- 一、~\n",
        "**一、**学院培养学生一百人，企业用人八十人\n【】学院培养学生一百人\n（一）\n学院培养学生5院4中心和“三领域、六平台”\n",
        "学院培养学生一百人\u{3000}\u{3000}\n\u{3000}\u{3000}一、育人\r\n\r\n\u{85}企业12家\u{85}\r\n",
    ] {
        loaded(text);
    }
}

fn article(name: &str) -> Option<String> {
    let folder = std::env::var_os("RONGTU_ARTICLES")
        .map_or_else(|| PathBuf::from("../shared/articles"), PathBuf::from);
    fs::read_to_string(folder.join(name)).ok()
}

fn college<'a>(atlas: &'a Atlas, id: &str) -> &'a College {
    atlas.college(atlas.college_by_id(&id.parse().unwrap()).unwrap())
}

#[test]
#[expect(clippy::print_stderr, reason = "a test says when it is skipped")]
fn every_curated_outcome_and_heading_is_proposed() {
    let atlas = load(&Origin::Embedded).atlas;
    for (id, name) in [
        ("tzvcst", "000_67094ae2a98201f6.txt"),
        ("sdcit", "003_db37cdbf2dbde2b3.txt"),
    ] {
        let Some(text) = article(name) else {
            eprintln!("skipped: {name} is not in $RONGTU_ARTICLES or ../shared/articles");
            continue;
        };
        let (draft, college) = (draft(&text), college(&atlas, id));
        for outcome in &college.outcomes {
            let known = &outcome.quantity;
            let proposed = draft.figures.iter().any(|figure| {
                (figure.line, figure.value, &figure.unit, figure.bound, figure.max)
                    == (
                        outcome.cite.line,
                        known.value,
                        &known.unit,
                        known.bound,
                        known.max,
                    )
            });
            assert!(proposed, "{id}/{}", outcome.id);
        }
        let pillars: Vec<_> = draft
            .headings
            .iter()
            .filter(|heading| heading.level == 1)
            .collect();
        assert_eq!(pillars.len(), college.pillars.len());
        for (heading, pillar) in pillars.iter().zip(&college.pillars) {
            assert_eq!(
                (heading.line, &*heading.text),
                (pillar.cite.line, &*pillar.printed)
            );
        }
        let measures = college.measures.iter().filter(|_| id == "sdcit");
        let seconds: Vec<_> = draft
            .headings
            .iter()
            .filter(|heading| heading.level == 2)
            .collect();
        assert_eq!(seconds.len(), measures.clone().count());
        for (heading, measure) in seconds.iter().zip(measures) {
            assert_eq!(heading.line, measure.cite.line);
            assert!(heading.text.contains(&*measure.title.zh), "{}", heading.text);
        }
        let source = atlas.source(college.source);
        let site: Vec<bool> = draft.site.iter().map(Option::is_none).collect();
        let body: Vec<bool> = (1..=source.text.lines).map(|line| source.is_body(line)).collect();
        assert_eq!(site, body);
        loaded(&text);
    }
}
