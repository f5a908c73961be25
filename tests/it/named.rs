//! What the two articles name of consortia, academies, centres, projects, cases and honours, read from them line by
//! line: a comparison holds every one of them, in every format and both languages, and on the row where it belongs.

use serde_json::Value;

use crate::run::Given;

/// One that an article names: the line, what is printed there, what it is called where the print leaves words of an
/// enumeration out (else the same), the row it belongs on (a family, or a metric that has none), and the title printed
/// with it.
struct Named {
    line: u64,
    printed: &'static str,
    name: &'static str,
    row: &'static str,
    work: &'static str,
}

const fn named(line: u64, printed: &'static str, row: &'static str) -> Named {
    called(line, printed, printed, row)
}

const fn called(line: u64, printed: &'static str, name: &'static str, row: &'static str) -> Named {
    let work = "";
    Named {
        line,
        printed,
        name,
        row,
        work,
    }
}

const fn case(line: u64, printed: &'static str, work: &'static str) -> Named {
    let (name, row) = (printed, "cases-honours");
    Named {
        line,
        printed,
        name,
        row,
        work,
    }
}

/// Of 台州. Not among them: frameworks and brands, which stand under the pillars, and the medal of invited guests.
const TZVCST: &[Named] = &[
    named(2, "长三角模具产教融合共同体", "consortia"),
    named(2, "高端模塑智能制造产教联合体", "consortia"),
    named(2, "“5院4中心”全产业链示范基地", "joint-bases"),
    named(2, "市中小微专精特新企业研究院", "institutes"),
    named(2, "凯华模具产业学院", "institutes"),
    named(2, "市智能模具协同创新中心", "platforms-centres"),
    named(2, "高精数字模具产教融合“金基地”", "joint-bases"),
    named(
        2,
        "高端模塑智能制造开放型区域产教融合实践中心",
        "practice-centre-projects",
    ),
    named(2, "浙江省“五个一批”项目", "practice-centre-projects"),
    named(
        2,
        "台州市职业院校混合所有制改革试点项目",
        "mixed-ownership-pilots",
    ),
    named(2, "推进长三角一体化发展先进个人", "personal-honours"),
    case(
        2,
        "浙江省高校校企地党建联建典型案例",
        "《“红链”引领,“五链”协同,“多元”育人》",
    ),
    named(2, "长三角模具产教联盟", "consortia"),
    case(
        2,
        "全国2021年产教融合校企合作典型案例",
        "《长三角模具产教联盟打造“政校行企”产教融合生态圈》",
    ),
    case(2, "台州市职业教育先进单位", ""),
    named(3, "浙江省级高校党建工作标杆院系建设", "party-projects"),
    named(3, "全国高职院校教学能力大赛二等奖", "teaching-prizes"),
    called(3, "浙江省一等奖", "教学能力大赛浙江省一等奖", "teaching-prizes"),
    named(3, "浙江省优秀党务工作者", "personal-honours"),
    named(3, "浙江省千名好支书", "personal-honours"),
    named(3, "浙江工匠", "personal-honours"),
    named(3, "杰出台州工匠", "personal-honours"),
    named(4, "精雕产业学院", "institutes"),
    case(
        4,
        "全国高校访企拓岗优秀典型案例",
        "《精雕产业学院打造“岗课赛证业”五位一体闭环联姻式就业生态圈》",
    ),
    named(5, "台州市青年理论宣讲名家工作室", "party-projects"),
    case(
        5,
        "浙江省职业教育现场工程师专项培养计划",
        "《台州科技职业学院+北京精雕科技集团有限公司+数控技术+现场工程师联合培养项目》",
    ),
    named(5, "全国职业技能比赛一类赛二等奖", "student-prizes"),
    named(5, "浙江省高职高专院校国家奖学金特别评选奖", "scholarship-special"),
    case(
        5,
        "浙江省推进习近平新时代中国特色社会主义思想进课程教材工作典型案例",
        "《“双线耦合、四维融合”工科专业课课程思政体系的构建与实践》",
    ),
];

/// Of 山东.
const SDCIT: &[Named] = &[
    named(3, "“党建联姻 产业联线”工程", "party-projects"),
    named(
        7,
        "高端装备制造虚拟现实技术应用山东省工程研究中心",
        "platforms-centres",
    ),
    called(
        9,
        "融媒体传播开发技术",
        "融媒体传播开发技术技艺技能传承创新平台",
        "platforms-centres",
    ),
    called(
        9,
        "智能互联应用",
        "智能互联应用技艺技能传承创新平台",
        "platforms-centres",
    ),
    called(9, "人工智能", "人工智能产业学院", "institutes"),
    called(9, "元宇宙", "元宇宙产业学院", "institutes"),
    called(9, "网络空间安全", "网络空间安全产业学院", "institutes"),
    called(9, "国家级赛项获一等奖", "国家级赛项一等奖", "student-prizes"),
    called(9, "二等奖31项", "国家级赛项二等奖", "student-prizes"),
    called(9, "省级赛项获一、二等奖", "省级赛项一、二等奖", "student-prizes"),
    called(
        11,
        "全国工业互联网安全",
        "全国工业互联网安全行业产教融合共同体",
        "consortia",
    ),
    named(11, "潍坊市网络安全市域产教联合体", "consortia"),
    called(
        11,
        "网络空间安全",
        "网络空间安全开放型区域产教融合实践中心",
        "practice-centre-projects",
    ),
    called(
        11,
        "潍坊国家农业开放发展综合试验区",
        "潍坊国家农业开放发展综合试验区市域联合体",
        "consortia",
    ),
    named(11, "华为(山东)ICT学院", "institutes"),
    named(11, "市域网络安全产教融合创新中心", "platforms-centres"),
    named(11, "城市级智能机器人服务中心", "platforms-centres"),
];

fn all() -> impl Iterator<Item = (&'static str, &'static Named)> {
    let of = |college, list: &'static [Named]| list.iter().map(move |one| (college, one));
    of("tzvcst", TZVCST).chain(of("sdcit", SDCIT))
}

/// The recognitions of the data as rows.
fn recorded() -> Vec<Value> {
    let list = Given::default().run("list recognitions --format jsonl").out;
    list.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn the_data_have_what_the_articles_name_and_nothing_else() {
    let key: Vec<_> = all()
        .map(|(college, one)| {
            (
                college.to_owned(),
                one.line,
                one.name.to_owned(),
                one.work.to_owned(),
            )
        })
        .collect();
    let text = |row: &Value, field: &str| row[field].as_str().unwrap_or_default().to_owned();
    let rows = recorded();
    let found = rows.iter();
    let found: Vec<_> = found
        .map(|row| {
            (
                text(row, "college"),
                row["line"].as_u64().unwrap(),
                text(row, "name"),
                text(row, "work"),
            )
        })
        .collect();
    let missing: Vec<_> = key.iter().filter(|one| !found.contains(one)).collect();
    let more: Vec<_> = found.iter().filter(|one| !key.contains(one)).collect();
    assert!(
        missing.is_empty() && more.is_empty(),
        "missing: {missing:#?}\nmore: {more:#?}"
    );
    for (college, one) in all() {
        let row = rows
            .iter()
            .find(|row| row["college"] == college && row["name"] == one.name);
        let exact = text(row.unwrap(), "exact");
        assert!(
            exact.contains(one.printed) || one.printed.contains(&exact),
            "{}: {exact}",
            one.printed
        );
    }
}

/// Whether `name` stands in `out` in pieces, each on a later line than the one before it.
fn is_wrapped(out: &str, name: &str) -> bool {
    let mut lines = out.lines();
    let mut rest = name;
    while !rest.is_empty() {
        let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8()).rev();
        let mut pieces = ends
            .map(|end| &rest[..end])
            .filter(|piece| piece.chars().count() > 1 || *piece == rest);
        let Some((from, piece)) = pieces.find_map(|piece| {
            let at = lines.clone().position(|line| line.contains(piece.trim()))?;
            Some((at, piece))
        }) else {
            return false;
        };
        lines.nth(from);
        rest = &rest[piece.len()..];
    }
    true
}

#[test]
fn a_comparison_holds_every_name_in_every_format_and_language() {
    let rows = recorded();
    let english = |name: &str| {
        let row = rows.iter().find(|row| row["name"] == name);
        row.unwrap_or_else(|| panic!("no {name}"))["en"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    for lang in ["zh", "en"] {
        for format in ["table", "md", "csv", "json"] {
            let line = format!("compare tzvcst sdcit --format {format} --lang {lang} --width 400");
            let out = Given::default().run(&line).out.replace('\\', "");
            let is_held = |words: &str| out.contains(words) || (format == "table" && is_wrapped(&out, words));
            for (_, one) in all() {
                let name = match lang == "zh" || format == "json" {
                    true => one.name.to_owned(),
                    false => english(one.name),
                };
                for words in [&*name, one.work] {
                    assert!(is_held(words), "{format} {lang}: {words}\n{out}");
                }
            }
        }
    }
}

/// Everything that the cell of `college` names on a row.
fn names_on(row: &Value, at: usize) -> Vec<String> {
    let cell = match &row["cells"][at] {
        Value::Array(list) => list.clone(),
        one => vec![one.clone()],
    };
    let lists = ["members", "counted_as"];
    let counted = cell
        .iter()
        .flat_map(|outcome| lists.map(|list| outcome[list].clone()));
    let counted = counted.flat_map(|list| list.as_array().cloned().unwrap_or_default());
    let beside = row["named"][at].as_array().cloned().unwrap_or_default();
    let beside = beside.into_iter().map(|one| one["name"].clone());
    counted
        .chain(beside)
        .map(|name| name.as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn the_json_has_each_on_the_row_of_its_family() {
    let out = Given::default()
        .run("compare tzvcst sdcit --format json --lang zh")
        .out;
    let value: Value = serde_json::from_str(&out).unwrap();
    for (college, one) in all() {
        let at = usize::from(college == "sdcit");
        let rows = value["rows"].as_array().unwrap().iter();
        let holding: Vec<_> = rows
            .filter(|row| names_on(row, at).iter().any(|name| name == one.name))
            .map(|row| row.get("family").unwrap_or(&row["metric"]).as_str().unwrap())
            .collect();
        assert_eq!(holding, [one.row], "{}", one.name);
    }
}
