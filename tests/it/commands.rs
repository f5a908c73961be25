//! What each command answers, into a pipe.

use insta::assert_snapshot;

use crate::run::{Given, TEXTS, TINY, en, zh};

#[test]
fn list_of_each_kind() {
    assert_snapshot!(zh("list").out, @"
    院校          口径      支柱  举措  荣誉  平台与项目  成效  地址
    甲江职业学院  二级学院     2     1     1           0     3  jia
    乙山职业学院  全校         2     2     0           0     3  yi
    ");
    assert_snapshot!(zh("list pillars").out, @"
    院校  支柱  标题      口号           主题      成效  地址
    甲江     1  同心共建  双轮并进       共建合作     2  jia/p1
    甲江     2  以岗促学  送岗到班       就业质量     1  jia/p2
    乙山     1  融组织    融组织,促共建  共建合作     2  yi/p1
    乙山     2  融文化    融文化,促就业  就业质量     1  yi/p2
    ");
    assert_snapshot!(zh("list measures").out, @"
    院校  支柱  序号  举措      口号  地址
    甲江     1     1  结对联建        jia/joining
    乙山     1     1  结对联建        yi/pairing
    乙山     1     2  共建基地        yi/bases
    ");
    assert_snapshot!(zh("list outcomes").out, @"
    院校  成效              原文       时间    口径      支柱  地址
    甲江  联建企业          22家       未载明  二级学院     1  jia/firms
    甲江  技术服务收入      600多万元  近年来  二级学院     1  jia/income
    甲江  毕业生就业率      97%以上    2024届  二级学院     2  jia/rate
    乙山  结对企业          19家       未载明  全校         1  yi/firms
    乙山  共建基地企业      40余家     未载明  全校         1  yi/base-firms
    乙山  应届毕业生就业率  超90%      应届    全校         2  yi/rate
    ");
    assert_snapshot!(zh("list frameworks").out, @"
    院校  支柱  体系    各部分 (文中列名)                      地址
    甲江     1  3坊1室  坊 3: 木作坊、陶作坊  文中未列名 1 个  jia/workshops
                        室 1  文中未列名 1 个
    ");
    assert_snapshot!(zh("list recognitions").out, @"
    院校  支柱  荣誉与平台    类别  级别  年份  地址
    甲江     2  某省优秀案例  案例  省级  2023  jia/good-case
    ");
    assert_snapshot!(zh("list metrics").out, @"
    指标          单位  主题      近似指标组  成效  编号
    联建企业      家    共建合作  合作企业       2  joint-firms
    共建基地企业  家    共建合作  合作企业       1  base-firms
    技术服务收入  元    共建合作                 1  service-money
    就业率        %     就业质量                 2  employment-rate
    ");
    assert_snapshot!(zh("list themes").out, @"
    主题      定义              支柱  成效  编号
    共建合作  与企业结成的合作     2     4  co-building
    就业质量  毕业生的去向         2     2  employment
    ");
    assert_snapshot!(zh("list sources").out, @"
    编号      媒体      标题               作者    日期
    jia-news  江边小报  未载明             江一舟  未载明
    yi-news   未载明    乙山学院:校企同行  未载明  未载明
    ");
    assert_eq!(zh("list partners").code, Some(1));
    assert_snapshot!(zh("list partners").err, @"rongtu: 没有符合的条目");
}

#[test]
fn list_in_english_and_of_one_college() {
    assert_snapshot!(en("list outcomes --college yi").out, @"
    outcome                       as printed  period                scope          pillar  address
    Paired firms                  19家        not stated            whole college       1  yi/firms
    Firms sharing a base          40余家      not stated            whole college       1  yi/base-firms
    Employment rate of this       超90%       the year's graduates  whole college       2  yi/rate
    year's graduates
    ");
    assert_snapshot!(en("list outcomes --theme employment --width 50").out, @"
    college     Jiajiang Vocational College
    outcome     Employment rate of graduates
    as printed  97%以上
    period      class of 2024
    scope       one school
    pillar      2
    address     jia/rate

    college     Yishan Vocational College
    outcome     Employment rate of this year's
                graduates
    as printed  超90%
    period      the year's graduates
    scope       whole college
    pillar      2
    address     yi/rate
    ");
}

#[test]
fn list_as_data() {
    assert_snapshot!(zh("list outcomes --format json").out, @r#"
    [
    {"addr":"jia/firms","college":"jia","pillar":1,"theme":"co-building","metric":"joint-firms","label":"联建企业","value":22,"unit":"家","bound":"exact","as_written":"22家","scope":"二级学院","source":"jia-news","line":2,"exact":"22家企业","en":"Joined firms"},
    {"addr":"jia/income","college":"jia","pillar":1,"theme":"co-building","metric":"service-money","label":"技术服务收入","value":6000000,"unit":"元","bound":"more_than","as_written":"600多万元","period":"近年来","scope":"二级学院","source":"jia-news","line":2,"exact":"收入600多万元","period_kind":"recent","cumulative":false,"en":"Service income"},
    {"addr":"jia/rate","college":"jia","pillar":2,"theme":"employment","metric":"employment-rate","label":"毕业生就业率","value":97,"unit":"%","bound":"at_least","as_written":"97%以上","period":"2024届","scope":"二级学院","source":"jia-news","line":3,"exact":"就业率达97%以上","period_kind":"class","year":2024,"cumulative":false,"en":"Employment rate of graduates"},
    {"addr":"yi/firms","college":"yi","pillar":1,"theme":"co-building","metric":"joint-firms","label":"结对企业","value":19,"unit":"家","bound":"exact","as_written":"19家","scope":"全校","source":"yi-news","line":3,"exact":"19家企业","en":"Paired firms"},
    {"addr":"yi/base-firms","college":"yi","pillar":1,"theme":"co-building","metric":"base-firms","label":"共建基地企业","value":40,"unit":"家","bound":"more_than","as_written":"40余家","scope":"全校","source":"yi-news","line":3,"exact":"40余家企业","en":"Firms sharing a base"},
    {"addr":"yi/rate","college":"yi","pillar":2,"theme":"employment","metric":"employment-rate","label":"应届毕业生就业率","value":90,"unit":"%","bound":"more_than","as_written":"超90%","period":"应届","scope":"全校","source":"yi-news","line":5,"exact":"就业率超90%","period_kind":"class","cumulative":false,"en":"Employment rate of this year's graduates"}
    ]
    "#);
    assert_snapshot!(zh("list frameworks --format jsonl").out, @r#"{"addr":"jia/workshops","college":"jia","pillar":1,"name":"3坊1室","groups":[{"name":"坊","en":"workshops","total":3,"members":["木作坊","陶作坊"],"unnamed":1},{"name":"室","en":"studios","total":1,"members":[],"unnamed":1}],"source":"jia-news","line":2,"exact":"“3坊1室”","en":"Three workshops and a studio"}"#);
    assert_snapshot!(zh("list recognitions --format jsonl").out, @r#"{"addr":"jia/good-case","college":"jia","pillar":2,"kind":"case","name":"某省优秀案例","level":"province","year":2023,"source":"jia-news","line":3,"exact":"2023年某省优秀案例","en":"Model case of the province"}"#);
    assert_snapshot!(zh("list outcomes --college yi --format csv").out.replace("\r\n", "<CRLF>\n"), @"
    addr,college,pillar,theme,metric,label,value,unit,bound,as_written,period,scope,source,line,exact,max,period_kind,year,cumulative,named,en,members,note,note_en,prefix,suffix,counted_as<CRLF>
    yi/firms,yi,1,co-building,joint-firms,结对企业,19,家,exact,19家,,全校,yi-news,3,19家企业,,,,,,Paired firms,,,,,,<CRLF>
    yi/base-firms,yi,1,co-building,base-firms,共建基地企业,40,家,more_than,40余家,,全校,yi-news,3,40余家企业,,,,,,Firms sharing a base,,,,,,<CRLF>
    yi/rate,yi,2,employment,employment-rate,应届毕业生就业率,90,%,more_than,超90%,应届,全校,yi-news,5,就业率超90%,,class,,false,,Employment rate of this year's graduates,,,,,,<CRLF>
    ");
    assert_snapshot!(zh("list frameworks --format csv").out.replace("\r\n", "<CRLF>\n"), @"
    addr,college,pillar,name,group,total,unit,members,unnamed,source,line,exact,en,group_en<CRLF>
    jia/workshops,jia,1,3坊1室,坊,3,,木作坊; 陶作坊,1,jia-news,2,“3坊1室”,Three workshops and a studio,workshops<CRLF>
    jia/workshops,jia,1,3坊1室,室,1,,,1,jia-news,2,“3坊1室”,Three workshops and a studio,studios<CRLF>
    ");
    assert_snapshot!(zh("list outcomes --college jia --format md").out, @"
    | 成效 | 原文 | 时间 | 口径 | 支柱 | 地址 |
    | --- | --- | --- | --- | --- | --- |
    | 联建企业 | 22家 | 未载明 | 二级学院 | 1 | jia/firms |
    | 技术服务收入 | 600多万元 | 近年来 | 二级学院 | 1 | jia/income |
    | 毕业生就业率 | 97%以上 | 2024届 | 二级学院 | 2 | jia/rate |
    ");
    assert_eq!(zh("list partners --format json").out, "[]\n");
}

#[test]
fn show_each_kind() {
    assert_snapshot!(zh("show jia").out, @"
    甲江职业学院

    机械系与企业联建，并送学生到岗位上学。

    口径  二级学院  机械系
    省份  江南
    收录  举措 1  体系 1  荣誉 1  成效 3
    出处  江边小报
    地址  jia

    支柱  2
       支柱      口号      成效
    1  同心共建  双轮并进     2
    2  以岗促学  送岗到班     1

    主题
    主题      支柱  成效
    共建合作     1     2
    就业质量     1     1
    ");
    assert_snapshot!(zh("show jia/p1").out, @"
    同心共建
    甲江职业学院  支柱 1

    与企业联建，办起作坊。

    口号  双轮并进
    原题  同心共建:“双轮并进”搭平台
    主题  共建合作
    出处  江边小报  第 2 行  「同心共建:“双轮并进”」
    地址  jia/p1

    举措  1
    - 1 结对联建
      与企业结对。

    体系  1
    - 3坊1室
      坊 3: 木作坊、陶作坊  文中未列名 1 个
      室 1  文中未列名 1 个

    成效  2
    成效          原文       时间    口径      支柱  地址
    联建企业      22家       未载明  二级学院     1  jia/firms
    技术服务收入  600多万元  近年来  二级学院     1  jia/income
    ");
    assert_snapshot!(zh("show jia/income").out, @"
    技术服务收入
    甲江职业学院  支柱 1 同心共建

    原文  600多万元
    含义  多于 6,000,000 元
    时间  近年来
    口径  二级学院  机械系
    指标  技术服务收入  service-money
    定义  技术服务所得
    主题  共建合作
    出处  江边小报  第 2 行  「收入600多万元」
    地址  jia/income
    ");
    assert_snapshot!(zh("show jia/workshops").out, @"
    3坊1室
    甲江职业学院  支柱 1 同心共建

    坊  3
      - 木作坊
      - 陶作坊
      - 文中未列名 1 个

    室  1
      - 文中未列名 1 个

    出处  江边小报  第 2 行  「“3坊1室”」
    地址  jia/workshops
    ");
    assert_snapshot!(zh("show jia/good-case").out, @"
    某省优秀案例
    甲江职业学院  支柱 2 以岗促学

    类别  案例
    级别  省级
    年份  2023
    出处  江边小报  第 3 行  「2023年某省优秀案例」
    地址  jia/good-case
    ");
    assert_snapshot!(zh("show yi/bases").out, @"
    共建基地
    乙山职业学院  支柱 1 融组织

    与企业共建基地。

    序号  2
    出处  乙山学院:校企同行  第 3 行  「共建基地」
    地址  yi/bases
    ");
    assert_snapshot!(zh("show joint-firms").out, @"
    联建企业

    结对联建的企业数

    单位        家
    主题        共建合作
    近似指标组  合作企业
                各种合作关系的企业数
    编号        joint-firms

    成效  2
    院校  成效      原文  时间    口径      支柱  地址
    甲江  联建企业  22家  未载明  二级学院     1  jia/firms
    乙山  结对企业  19家  未载明  全校         1  yi/firms
    ");
    assert_snapshot!(zh("show employment").out, @"
    就业质量

    毕业生的去向

    编号  employment

    支柱  2
    - 甲江  2 以岗促学
    - 乙山  2 融文化

    成效  2
    院校  成效              原文     时间    口径      支柱  地址
    甲江  毕业生就业率      97%以上  2024届  二级学院     2  jia/rate
    乙山  应届毕业生就业率  超90%    应届    全校         2  yi/rate

    指标  1
    指标    单位  近似指标组  成效  编号
    就业率  %                    2  employment-rate
    ");
    assert_snapshot!(en("show yi/firms").out, @"
    Paired firms
    结对企业
    Yishan Vocational College  pillar 1 Merging organisations

    as printed  19家
    meaning     19 organisations
    period      not stated
    scope       whole college  Yishan Vocational College
    metric      Joined firms  joint-firms
    definition  Firms in joint building
    theme       Joint building
    family      Partner firms
                Firms by kind of tie
    source      乙山学院:校企同行  line 3  「19家企业」
    address     yi/firms
    ");
}

#[test]
fn show_as_data() {
    assert_snapshot!(zh("show jia --format json").out, @r#"{"addr":"jia","college":"jia","name":"甲江职业学院","short":"甲江","en":"Jiajiang Vocational College","pinyin":"jia jiang zhi ye xue yuan","province":"江南","reporter":"机械系","scope":"二级学院","source":"jia-news","summary":"机械系与企业联建，并送学生到岗位上学。","pillars":2,"measures":1,"frameworks":1,"recognitions":1,"partners":0,"outcomes":3,"province_en":"Jiangnan","reporter_en":"Department of Mechanics","summary_en":"The department joins firms and sends students to learn at their posts.","honours":1}"#);
    assert_snapshot!(zh("show yi/base-firms --format jsonl").out, @r#"{"addr":"yi/base-firms","college":"yi","pillar":1,"theme":"co-building","metric":"base-firms","label":"共建基地企业","value":40,"unit":"家","bound":"more_than","as_written":"40余家","scope":"全校","source":"yi-news","line":3,"exact":"40余家企业","en":"Firms sharing a base"}"#);
    assert_snapshot!(zh("show jia/rate --format md").out, @"
    # 毕业生就业率

    甲江职业学院  支柱 2 以岗促学

    - **原文**：97%以上
    - **含义**：至少 97%
    - **时间**：2024届
    - **口径**：二级学院  机械系
    - **指标**：就业率  employment-rate
    - **定义**：毕业生中已就业者的比率
    - **主题**：就业质量
    - **出处**：江边小报  第 3 行  「就业率达97%以上」
    - **地址**：jia/rate
    ");
}

#[test]
fn a_college_may_be_named_in_many_ways() {
    let by_id = zh("show jia/income").out;
    for name in ["甲江", "jiajiang", "jjzyxy"] {
        assert_eq!(zh(&format!("show {name}/income")).out, by_id, "{name}");
    }
}

#[test]
fn source_with_and_without_the_text() {
    assert_snapshot!(zh("source jia/income").out, @"
    技术服务收入
    甲江职业学院  支柱 1 同心共建

    行    第 2 行
    原文  「收入600多万元」

    媒体  江边小报
    标题  未载明
    作者  江一舟
    日期  未载明
    网址  https://example.org/jia
    编号  jia-news

    手边没有这篇文章的文本。把它存成 .txt 放进一个文件夹, 用 --articles 文件夹 或环境变量
    RONGTU_ARTICLES 指明, 即可在此看到整段原文。
    SHA-256 6292ef720957966d8e14be6ef89c64da894cbda4092934e50834ecbd306c9a47
    ");
    assert_snapshot!(zh(&format!("source jia/income {TEXTS}")).out, @"
    技术服务收入
    甲江职业学院  支柱 1 同心共建

    原文第 2 行
    同心共建:“双轮并进”搭平台。机械系与22家企业联建,设“3坊1室”,含木作坊、陶作坊,近年来技术服务收入
    600多万元,参训近1万人次。

    媒体  江边小报
    标题  未载明
    作者  江一舟
    日期  未载明
    网址  https://example.org/jia
    编号  jia-news
    ");
    assert_snapshot!(zh("source jia").out, @"
    甲江职业学院

    内容提要
    第 1 行  引言
    第 2 行  同心共建
    第 3 行  以岗促学

    媒体  江边小报
    标题  未载明
    作者  江一舟
    日期  未载明
    网址  https://example.org/jia
    编号  jia-news
    ");
    assert_snapshot!(zh(&format!("source yi/firms --format json {TEXTS}")).out, @r#"{"addr":"yi/firms","kind":"outcome","source":"yi-news","title":"乙山学院:校企同行","line":3,"exact":"19家企业","passage":"一是结对联建。学校与19家企业党组织结对。二是共建基地。与40余家企业共建基地。"}"#);
    let named = Given::default().env("RONGTU_ARTICLES", "tests/fixtures/tiny/articles");
    let line = format!("source jia/income {TINY} --lang zh");
    assert_eq!(named.run(&line), zh(&format!("source jia/income {TEXTS}")));
}

#[test]
fn the_cited_phrase_is_marked_and_so_are_its_neighbours() {
    let painted = zh(&format!(
        "source jia/income {TEXTS} --width 200 --color always --theme-name mono"
    ))
    .out;
    assert!(painted.contains("\x1b[7m收入600多万元\x1b[m"), "{painted}");
    let dark = zh(&format!("source jia/income {TEXTS} --color always")).out;
    assert!(dark.contains("\x1b[32m22家企业联建\x1b[m"), "{dark}");
}

#[test]
fn check_of_sound_data() {
    let ran = zh("check tests/fixtures/tiny");
    assert_snapshot!(ran.out, @"
    2 篇文章没有可用的原文: 引语、时间、次序与覆盖未核对，用 --articles 指明文件夹 (jia-news, yi-news)
    2 所院校, 4 个支柱, 6 项成效: 没有发现问题
    ");
    assert_eq!((ran.err.as_str(), ran.code), ("", Some(0)));
    assert_eq!(zh("check tests/fixtures/tiny --format json").out, "[]\n");
}

#[test]
fn without_a_command_the_explorer_opens() {
    assert_eq!(zh("").code, None);
}

#[test]
fn help_in_both_languages() {
    assert_snapshot!(Given::default().run("show --help --lang zh").out, @"
    显示一项的全部内容

    用法: rongtu show <ADDR> [选项]

    参数:
      <ADDR>  地址，如 tzvcst/p1、tzvcst/mould-firms；或院校、主题、指标的编号或名称

    通用选项:
          --format <table|md|csv|json|jsonl>   输出格式
          --bom                                供 Excel 打开的 CSV: 以字节顺序标记开头，1-5 一类的文字不会变成日期
          --headings <zh|en|id>                CSV 的列名与代码: 中文、英文或编号
          --data <DIR>                         改从此文件夹读取档案
          --articles <DIR>                     文章文本所在的文件夹
          --lang <zh|en>                       界面语言；报告还可 zh,en: 两种并列
          --ambiguous <auto|narrow|wide|safe>  引号等宽度不定的字符占几格
          --color <auto|always|never>          何时着色
          --theme-name <auto|dark|light|mono>  配色
          --cache <DIR>                        大文件夹的编译副本放在此文件夹，他人也可读
          --no-cache                           大文件夹不留也不用编译好的副本
          --width <N>                          每行格数，20 至 1000
      -h, --help                               显示帮助

    例:
      rongtu show tzvcst
          一所院校
      rongtu show tzvcst/p1
          它的第一个支柱
      rongtu show tzvcst/mould-firms --format json
          一项成效，JSON
    ");
    assert_snapshot!(Given::default().env("LANG", "en_US.UTF-8").run("help show").out, @"
    Show everything known of one fact

    Usage: rongtu show <ADDR> [OPTIONS]

    Arguments:
      <ADDR>  Address of a fact, such as tzvcst/p1 or tzvcst/mould-firms, or a college, theme or metric
              by id or name

    Options of every command:
          --format <table|md|csv|json|jsonl>
              How the answer is written
          --bom
              CSV for Excel: it begins with a byte order mark, and text such as 1-5 is kept from
              becoming a date
          --headings <zh|en|id>
              Column names and codes of a CSV: in Chinese, in English, or as ids
          --data <DIR>
              Read dossiers from this folder
          --articles <DIR>
              Folder of article texts
          --lang <zh|en>
              Language of the interface; of a report also zh,en: both side by side
          --ambiguous <auto|narrow|wide|safe>
              Width of ambiguous characters such as quotation marks
          --color <auto|always|never>
              When to colour
          --theme-name <auto|dark|light|mono>
              Colours to use
          --cache <DIR>
              Keep the compiled copy of a large folder in this folder, for others to read as well
          --no-cache
              Keep no compiled copy of large folders, and read none
          --width <N>
              Cells of a line, 20 to 1000
      -h, --help
              Show help

    Examples:
      rongtu show tzvcst
          a college
      rongtu show tzvcst/p1
          its first pillar
      rongtu show tzvcst/mould-firms --format json
          an outcome as JSON
    ");
    assert_eq!(zh("help list"), zh("list --help"));
}

/// Runs with a configuration file that holds `text`.
fn configured(text: &str, args: &[&str]) -> std::process::Output {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config.yaml");
    std::fs::write(&file, text).unwrap();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_rongtu"));
    command
        .args(args)
        .env_remove("RONGTU_LANG")
        .env("LANG", "C.UTF-8")
        .env("RONGTU_CONFIG", file);
    command.output().unwrap()
}

#[test]
fn the_configuration_gives_defaults_that_flags_win_over() {
    let told = |args: &[&str]| String::from_utf8(configured("lang: zh\n", args).stdout).unwrap();
    assert!(told(&["list", "colleges"]).contains("院校"));
    assert!(told(&["list", "colleges", "--lang", "en"]).contains("College"));
}

/// The file says `always`; a flag that leaves it to the environment, and the environment itself, win over it.
#[test]
fn the_configuration_does_not_win_over_flag_or_environment() {
    let coloured = |args: &[&str], variable: &str| {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("config.yaml");
        std::fs::write(&file, "color: always\n").unwrap();
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_rongtu"));
        command
            .args(args)
            .env_remove("NO_COLOR")
            .env("RONGTU_CONFIG", file);
        if !variable.is_empty() {
            command.env(variable, "1");
        }
        command.output().unwrap().stdout.contains(&0x1b)
    };
    assert!(coloured(&["list"], ""));
    assert!(!coloured(&["list"], "NO_COLOR"));
    assert!(!coloured(&["list", "--color", "auto"], ""));
    assert!(!coloured(&["list", "--color", "auto"], "NO_COLOR"));
    assert!(coloured(&["list", "--color", "always"], "NO_COLOR"));
}

#[test]
fn a_faulty_configuration_is_told_with_its_place() {
    let output = configured("lang: zh\ncolour: never\n", &["list"]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        told.contains("config.yaml") && told.contains("line 2 column 1"),
        "{told}"
    );
}

/// What is put where the configuration is read from is refused at once, and quoted in a line at most.
#[test]
fn no_configuration_takes_time_or_memory() {
    let refused = |what: &str, output: std::process::Output| {
        assert_eq!(output.status.code(), Some(2), "{what}");
        assert!(
            output.stderr.len() < 1000,
            "{what}: {} bytes",
            output.stderr.len()
        );
    };
    refused("deep", configured(&"{a: ".repeat(50_000), &["list"]));
    for length in [900_000, 50_000_000] {
        let text = format!("lang: {}", "x".repeat(length));
        refused("a long value", configured(&text, &["list"]));
    }
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    let mode = rustix::fs::Mode::RWXU;
    rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, mode, 0).unwrap();
    for file in [pipe.as_path(), std::path::Path::new("/dev/zero")] {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_rongtu"));
        command.arg("list").env("RONGTU_CONFIG", file);
        refused("no file", command.output().unwrap());
    }
}
