//! Kinds of headings, and of lines that are none, each in a short made-up text.

use super::{PROSE, headings};

/// The headings of an article whose lines below title and introduction are `lines`; `~` stands for a paragraph.
fn headings_below(lines: &str) -> String {
    let body = lines.replace('~', PROSE);
    let found = headings(&format!("校企同心育人才\n{PROSE}\n{body}\n"));
    let texts = found.lines().skip(1).map(|line| line.split_once(' ').unwrap().1);
    texts.collect::<Vec<_>>().join("\n")
}

#[test]
fn marks_of_every_kind() {
    for (lines, expected) in [
        (
            "壹、党建铸魂\n~\n贰、产教同行\n~",
            "1 壹、党建铸魂\n1 贰、产教同行",
        ),
        (
            "PART 01 党建铸魂\n● 建支部。~\nPART 02 产教同行\n~",
            "1 PART 01 党建铸魂\n1 PART 02 产教同行",
        ),
        (
            "PART 01\n党建铸魂强根基\n~\nPART 02\n产教同行谋发展\n~",
            "1 党建铸魂强根基\n1 产教同行谋发展",
        ),
        (
            "第一篇章｜党建铸魂\n~\n第二篇章｜产教同行\n~",
            "1 第一篇章｜党建铸魂\n1 第二篇章｜产教同行",
        ),
        (
            "一　党建铸魂\n~\n二　产教同行\n~",
            "1 一　党建铸魂\n1 二　产教同行",
        ),
        (
            "01｜党建铸魂\n~\n02｜产教同行\n~",
            "1 01｜党建铸魂\n1 02｜产教同行",
        ),
        (
            "一、党建铸魂\nA.建强支部\n~\nB.建好车间\n~",
            "1 一、党建铸魂\n2 A.建强支部\n2 B.建好车间",
        ),
        (
            "【一】党建铸魂。~\n【二】产教同行。~",
            "1 【一】党建铸魂\n1 【二】产教同行",
        ),
        (
            "做法1：党建铸魂。~\n做法2：产教同行。~",
            "1 做法1：党建铸魂\n1 做法2：产教同行",
        ),
        (
            "Q1：支部怎么建？\nA：~\nQ2：车间怎么进？\nA：~",
            "1 Q1：支部怎么建？\n1 Q2：车间怎么进？",
        ),
        (
            "◆ 党建红｜强引领\n● 建支部12个\n◆ 匠心蓝｜育英才\n● 建车间9个\n~",
            "1 党建红｜强引领\n1 匠心蓝｜育英才",
        ),
    ] {
        assert_eq!(headings_below(lines), expected, "{lines}");
    }
}

#[test]
fn levels_of_labels_and_bullets() {
    for (lines, expected) in [
        (
            "关键词一 ｜ 引领\n▶ 支部跟着专业走\n~\n▶ 党课跟着项目走\n~\n关键词二 ｜ 融合\n~",
            "1 关键词一 ｜ 引领\n2 支部跟着专业走\n2 党课跟着项目走\n1 关键词二 ｜ 融合",
        ),
        (
            "一、主要做法\n~\n做法1　讲好第一课堂\n~\n做法2　做实第二课堂\n~",
            "1 一、主要做法\n2 做法1　讲好第一课堂\n2 做法2　做实第二课堂",
        ),
        (
            "铸魂强根基\n~\n■ 支部跟着专业走\n~\n赋能谋发展\n~\n■ 课堂跟着车间走\n~",
            "1 铸魂强根基\n2 支部跟着专业走\n1 赋能谋发展\n2 课堂跟着车间走",
        ),
        (
            "写在前面的话\n~\n■ 支部跟着专业走\n~\n■ 课堂跟着车间走\n~\n写在后面的话\n~",
            "1 写在前面的话\n1 支部跟着专业走\n1 课堂跟着车间走\n1 写在后面的话",
        ),
        (
            "（一）组织上抓覆盖。~\n（二）机制上抓贯通。\n1）例会制度\n~\n2）双述制度\n~",
            "1 （一）组织上抓覆盖\n1 （二）机制上抓贯通\n2 1）例会制度\n2 2）双述制度",
        ),
        (
            "师者 · 林素心\n~\n徒者 · 韦小枝\n~",
            "1 师者 · 林素心\n1 徒者 · 韦小枝",
        ),
        (
            "★ 周一 · 启动 ★\n~\n△ 评委检查新墙面\n~\n★ 周三 · 比武 ★\n~",
            "1 周一 · 启动\n1 周三 · 比武",
        ),
        (
            "（壹）党建铸魂\n——支部上船。~\n——党员上岗。~\n（贰）产教同行\n~",
            "1 （壹）党建铸魂\n2 ——支部上船\n2 ——党员上岗\n1 （贰）产教同行",
        ),
        (
            "2.1　体制机制（自评等级：A）\n~\n2.2　人才培养（自评等级：B）\n~",
            "1 2.1　体制机制（自评等级：A）\n1 2.2　人才培养（自评等级：B）",
        ),
        (
            "🚩 打卡点1：红色角\n~\n🚩 打卡点2：企业党员工位\n~",
            "1 打卡点1：红色角\n1 打卡点2：企业党员工位",
        ),
        ("党 旗 领 航\n~\n产 教 同 行\n~", "1 党 旗 领 航\n1 产 教 同 行"),
    ] {
        assert_eq!(headings_below(lines), expected, "{lines}");
    }
}

#[test]
fn what_looks_like_a_heading_and_is_none() {
    for lines in [
        "主要问题有：一是企业热情不均；二是干部知识不足；三是渠道较窄。下一步，学院要对照先进找差距，把事情办好。",
        "申报单位：某铁道职业学院机车系党总支\n~\n报送单位：某轻工职业学院党委\n~",
        "文 · 某某 图 · 某某\n~",
        "数读\n产业学院在校生 212人\n企业投入设备 640万元\n学生考取职业证书 196本\n~",
        "~\n■相关链接\n某学院是一所高职院校\n~",
        "企业得了人。~\n学生得了路。~",
        "【关键词】党建品牌；产教融合\n~",
        "参考文献：\n[1] 某某. 党建研究[J]. 某刊, 2022(3): 12-15.\n[2] 某某. 产业链[M]. 某社, 2021.",
        "海上有风浪，\n身边有师傅，\n手里有本事，\n心里有航标。\n~",
    ] {
        assert_eq!(headings_below(lines), "", "{lines}");
    }
}

#[test]
fn first_next_and_last_within_a_paragraph() {
    let lines = "体会\n首先，党的领导是根本，三方都在。其次，互利共赢是动力，企业愿来。最后，久久为功是保证，一任接着一任干。";
    assert_eq!(
        headings_below(lines),
        "1 首先，党的领导是根本\n1 其次，互利共赢是动力\n1 最后，久久为功是保证"
    );
    for lines in [
        "首先，书记介绍了学校的办学情况。其次，双方讨论了合作的方向。最后，大家一起参观了车间，都说很有收获。",
        "这样做难不难？首先，场地不够。此外，学生也不愿意一早就到车间里去。",
    ] {
        assert_eq!(headings_below(lines), "", "{lines}");
    }
}

#[test]
fn lines_broken_to_a_width() {
    let lines = "\
一、党建铸魂
学院把支部建在车间里，师生和师傅一起学、
一起干，一年下来，车间里的难题
少了许多。企业的人说，学生来了以后，
车间里多了笑声，也多了“金点
子”和好办法。
①支部结对一年，攻下难题不少，
师傅们都很高兴。
②学生在车间里与师傅一起值守的日子
还在延长。
二、产教同行
学院与企业一起商量课程，一起带学生，
大家都说这样的办法很好。";
    assert_eq!(headings_below(lines), "1 一、党建铸魂\n1 二、产教同行");
}

#[test]
fn a_line_below_one_that_ends_with_a_comma_goes_on_with_it() {
    for lines in [
        "铸魂育人润心田\n~\n山一程，水一程，\n产教同行向前方\n~",
        "铸魂育人润心田\n~\n他写下“把根\n扎在车间的土里”\n~",
    ] {
        assert!(!headings_below(lines).contains("车间的土里"), "{lines}");
        assert!(!headings_below(lines).contains("产教同行向前方"), "{lines}");
    }
}

#[test]
fn what_an_account_puts_around_its_articles_is_no_heading() {
    let text = format!(
        "校企同心育人才\n点击蓝字 关注我们\n{PROSE}\n铸魂强根基\n{PROSE}\n赋能谋发展\n{PROSE}\n▲图2 学生的模拟驾驶舱\n- END -\n来源｜宣传部 图文｜某某\n长按识别二维码\n"
    );
    assert_eq!(
        headings(&text),
        "1 0 校企同心育人才\n4 1 铸魂强根基\n6 1 赋能谋发展\n"
    );
}

#[test]
fn a_numbered_line_with_the_word_school_is_no_subtitle() {
    let text = format!("校企同心育人才\n1 学校概况\n{PROSE}\n2 人才培养\n{PROSE}\n");
    assert_eq!(
        headings(&text),
        "1 0 校企同心育人才\n2 1 1 学校概况\n4 1 2 人才培养\n"
    );
    let text = format!("校企同心育人才\n学校概况\n{PROSE}\n人才培养\n{PROSE}\n");
    assert_eq!(
        headings(&text),
        "1 0 校企同心育人才\n2 1 学校概况\n4 1 人才培养\n"
    );
}
