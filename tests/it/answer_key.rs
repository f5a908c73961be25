//! An answer key made from the two articles alone, line by line: which figures may stand beside each other, what must be
//! said of them, and what is named without a numeral. The comparison of the shipped data is laid against it.

use serde_json::Value;

use crate::run::Given;

/// Why figures of a row are not to be ranked.
const SCOPE: &str = "口径不同";
const NO_TIME: &str = "均未载明时间";
const TIME_PARTLY: &str = "时间未全载明";
const OTHER_TIME: &str = "时间不同";

/// One row: same, related or alone; the figures of 台州 and of 山东 as printed with the line they stand on; what must be
/// said; what each article names of the kind without a numeral.
struct Row {
    relation: &'static str,
    figures: [&'static [&'static str]; 2],
    said: &'static [&'static str],
    named: [&'static [&'static str]; 2],
}

const fn row(
    relation: &'static str,
    figures: [&'static [&'static str]; 2],
    said: &'static [&'static str],
    named: [&'static [&'static str]; 2],
) -> Row {
    Row {
        relation,
        figures,
        said,
        named,
    }
}

const fn alone(figures: [&'static [&'static str]; 2]) -> Row {
    row("alone", figures, &[], [&[], &[]])
}

const KEY: &[Row] = &[
    // 34 mould makers of one subdistrict and 32 well-known firms: both are paired in joint Party-building.
    row("same", [&["34家@2"], &["32家@5"]], &[SCOPE, NO_TIME], [&[], &[]]),
    // 20 firms where talks were given; 65 events held with joined partners.
    row(
        "related",
        [&["20家@5"], &["65场@5"]],
        &[SCOPE, TIME_PARTLY],
        [&[], &[]],
    ),
    // 54 close partners; 88 firms that share a training base.
    row(
        "related",
        [&["54家@4"], &["88家@9"]],
        &[SCOPE, TIME_PARTLY],
        [&[], &[]],
    ),
    row(
        "related",
        [&[], &[]],
        &[],
        [
            &["浙江省级高校党建工作标杆院系建设", "台州市青年理论宣讲名家工作室"],
            &["“党建联姻 产业联线”工程"],
        ],
    ),
    // 4 centres of a base; 13 innovation platforms and 2 of craft skills.
    row(
        "related",
        [&["4个@2"], &["13个@7", "2个@9"]],
        &[SCOPE, NO_TIME],
        [&[], &["市域网络安全产教融合创新中心", "城市级智能机器人服务中心"]],
    ),
    // 5 projects, of which one is a practice centre; 4 practice centres.
    row(
        "related",
        [&["5个@2"], &["4个@11"]],
        &[SCOPE, TIME_PARTLY],
        [&[], &[]],
    ),
    row(
        "related",
        [&["5个@2"], &["11个@9"]],
        &[SCOPE, NO_TIME],
        [&["精雕产业学院"], &["华为(山东)ICT学院"]],
    ),
    row(
        "related",
        [&[], &["30余个@11", "4个@11", "5个@11"]],
        &[NO_TIME],
        [
            &[
                "长三角模具产教联盟",
                "长三角模具产教融合共同体",
                "高端模塑智能制造产教联合体",
            ],
            &["潍坊市网络安全市域产教联合体"],
        ],
    ),
    // Money received by the college; services, and money that firms saved.
    row(
        "related",
        [&["2000多万元@2"], &["1000余项@7", "超过5000万元@7"]],
        &[SCOPE, TIME_PARTLY],
        [&[], &[]],
    ),
    row(
        "related",
        [&["1000余人@5", "230名@5"], &["2万余人@13"]],
        &[SCOPE, OTHER_TIME],
        [&[], &[]],
    ),
    row(
        "related",
        [&["40个@5"], &["13个@9"]],
        &[SCOPE, TIME_PARTLY],
        [&[], &[]],
    ),
    row(
        "related",
        [&["2项@5"], &["14项@9", "31项@9", "390余项@9", "700余项@9"]],
        &[SCOPE, OTHER_TIME],
        [&[], &[]],
    ),
    row(
        "related",
        [&["6000元以上@4", "98%以上@4"], &["超50%@13", "超80%@13"]],
        &[SCOPE, OTHER_TIME],
        [&[], &[]],
    ),
    // Persons; sessions.
    row(
        "related",
        [&["50余人@5"], &["35场次@13"]],
        &[SCOPE, TIME_PARTLY],
        [&[], &[]],
    ),
    row(
        "alone",
        [&[], &[]],
        &[],
        [
            &["“5院4中心”全产业链示范基地", "高精数字模具产教融合“金基地”"],
            &[],
        ],
    ),
    row(
        "alone",
        [&[], &[]],
        &[],
        [
            &[
                "全国2021年产教融合校企合作典型案例",
                "全国高校访企拓岗优秀典型案例",
                "台州市职业教育先进单位",
                "浙江省推进习近平新时代中国特色社会主义思想进课程教材工作典型案例",
                "浙江省职业教育现场工程师专项培养计划",
                "浙江省高校校企地党建联建典型案例",
            ],
            &[],
        ],
    ),
    alone([&["2个@2"], &[]]),
    alone([&["7项@2"], &[]]),
    alone([&["300多项@2"], &[]]),
    alone([&["50万元@3"], &[]]),
    alone([&["近2万人次@2"], &[]]),
    alone([&["1项@3"], &[]]),
    alone([&["2项@3"], &[]]),
    alone([&["7门@5"], &[]]),
    alone([&["50余次@4"], &[]]),
    alone([&["1人@2"], &[]]),
    alone([&["1人@3"], &[]]),
    alone([&["1人@3"], &[]]),
    alone([&["3人@3"], &[]]),
    alone([&["2人@3"], &[]]),
    alone([&["1项@5"], &[]]),
    alone([&[], &["12个@7"]]),
    alone([&[], &["96个@7"]]),
    alone([&[], &["360余个@9"]]),
];

/// A row in one line.
fn line(relation: &str, figures: &[Vec<String>], said: &[String], named: &[Vec<String>]) -> String {
    let side = |list: &Vec<String>| {
        let mut list = list.clone();
        list.sort();
        list.join(" ")
    };
    let sides = |lists: &[Vec<String>]| lists.iter().map(side).collect::<Vec<_>>().join(" | ");
    format!(
        "{relation}: {} ! {} + {}",
        sides(figures),
        said.join(" "),
        sides(named)
    )
}

fn texts(list: &[&str]) -> Vec<String> {
    list.iter().map(|text| (*text).to_owned()).collect()
}

/// The outcomes of each subject, however the relation of the row nests them.
fn figures(row: &Value) -> Vec<Vec<String>> {
    let figure = |one: &Value| format!("{}@{}", one["as_written"].as_str().unwrap(), one["line"]);
    let cell = |cell: &Value| match cell {
        Value::Null => Vec::new(),
        Value::Array(list) => list.iter().map(figure).collect(),
        one => vec![figure(one)],
    };
    row["cells"].as_array().unwrap().iter().map(cell).collect()
}

fn named(row: &Value) -> Vec<Vec<String>> {
    let Some(lists) = row["named"].as_array() else {
        return vec![Vec::new(); 2];
    };
    let names = |list: &Value| {
        let list = list.as_array().unwrap().iter();
        list.map(|one| one["name"].as_str().unwrap().to_owned()).collect()
    };
    lists.iter().map(names).collect()
}

#[test]
fn the_comparison_is_what_the_articles_allow() {
    let mut key: Vec<String> = KEY
        .iter()
        .map(|row| {
            let [figures, named] = [row.figures, row.named].map(|two| two.map(texts));
            line(row.relation, &figures, &texts(row.said), &named)
        })
        .collect();
    let out = Given::default()
        .run("compare tzvcst sdcit --format json --lang zh")
        .out;
    let value: Value = serde_json::from_str(&out).unwrap();
    let heads = [SCOPE, NO_TIME, TIME_PARTLY, OTHER_TIME];
    let mut answered: Vec<String> = Vec::new();
    for row in value["rows"].as_array().unwrap() {
        let caveats = row["caveats"].as_array().unwrap().iter();
        let said: Vec<String> = caveats
            .map(|caveat| {
                let words = caveat.as_str().unwrap();
                let head = heads.iter().find(|head| words.starts_with(*head));
                (*head.unwrap_or_else(|| panic!("{words}"))).to_owned()
            })
            .collect();
        let relation = row["relation"].as_str().unwrap();
        answered.push(line(relation, &figures(row), &said, &named(row)));
    }
    key.sort();
    answered.sort();
    let missing: Vec<_> = key.iter().filter(|row| !answered.contains(row)).collect();
    let more: Vec<_> = answered.iter().filter(|row| !key.contains(row)).collect();
    assert!(
        missing.is_empty() && more.is_empty(),
        "missing: {missing:#?}\nmore: {more:#?}"
    );
    assert_eq!(key.len(), answered.len());
}
