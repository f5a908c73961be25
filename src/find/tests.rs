//! What an office types, and what it means: on the shipped dossiers, the first hit of each query.

use super::*;
use crate::{
    load::{Origin, load},
    model::{Atlas, CollegeIx, Kind},
    select::Select,
};

type Table = &'static [(&'static str, &'static str)];

const INITIALS: Table = &[
    ("jyl", "tzvcst/employment-rate"),
    ("byjyl", "tzvcst/employment-rate"),
    ("bysjyl", "tzvcst/employment-rate"),
    ("yx", "tzvcst/monthly-pay"),
    ("pjyx", "tzvcst/monthly-pay"),
    ("mj", "tzvcst/mould-firms"),
    ("mjqy", "tzvcst/mould-firms"),
    ("zl", "tzvcst/utility-patents"),
    ("fmzl", "tzvcst/invention-patents"),
    ("gjfmzl", "tzvcst/invention-patents"),
    ("syzl", "tzvcst/utility-patents"),
    ("zydkl", "sdcit/major-match-rate"),
    ("gsqy", "sdcit/large-firm-share"),
    ("cyxy", "sdcit/industry-colleges"),
    ("cxpt", "sdcit/innovation-platforms"),
    ("jsfw", "sdcit/technical-services"),
    ("hxjsfw", "tzvcst/service-income"),
    ("ygpx", "tzvcst/employee-training"),
    ("qypx", "tzvcst/employee-training"),
    ("gjb", "tzvcst/craft-order-classes"),
    ("ddb", "tzvcst/craft-order-classes"),
    ("xdxtz", "tzvcst/apprentices"),
    ("gcs", "tzvcst/engineers"),
    ("wgyp", "tzvcst/five-batches"),
    ("hhsyz", "tzvcst/mixed-ownership"),
    ("zjgj", "tzvcst/zhejiang-craftsmen"),
    ("qmhzs", "tzvcst/good-secretaries"),
    ("hzs", "tzvcst/good-secretaries"),
    ("dwgzz", "tzvcst/party-workers"),
    ("csj", "tzvcst/delta-alliance"),
    ("hw", "sdcit/huawei"),
    ("wcdl", "sdcit/weichai"),
    ("zcjt", "sdcit/crrc"),
    ("zghydx", "sdcit/ocean-university"),
    ("djyl", "tzvcst/p1"),
    ("djjz", "tzvcst/p2"),
    ("djzl", "tzvcst/p3"),
    ("djfn", "tzvcst/p4"),
    ("whzh", "sdcit/p5"),
    ("rcgy", "sdcit/p3"),
    ("wrwc", "sdcit/five-mergers-five-promotions"),
    ("swyt", "sdcit/three-in-one"),
    ("sdxx", "sdcit"),
    ("tzkj", "tzvcst"),
    ("tzkjzyxy", "tzvcst"),
    ("sdxxzyjsxy", "sdcit"),
    ("xcgcs", "tzvcst/field-engineers"),
    ("fqtg", "tzvcst/visit-mechanism"),
    ("qyzf", "tzvcst/firm-visits"),
    ("jmhzqy", "tzvcst/close-firms"),
    ("lyh", "tzvcst/matching-fair"),
    ("jyzl", "employment"),
];

const PINYIN: Table = &[
    ("jiuyelv", "tzvcst/employment-rate"),
    ("jiuyelu", "tzvcst/employment-rate"),
    ("jiuyelü", "tzvcst/employment-rate"),
    ("jiuye", "employment"),
    ("yuexin", "tzvcst/monthly-pay"),
    ("muju", "tzvcst/mould-firms"),
    ("zhuanli", "tzvcst/utility-patents"),
    ("famingzhuanli", "tzvcst/invention-patents"),
    ("shandong", "sdcit"),
    ("taizhou", "tzvcst"),
    ("huawei", "sdcit/huawei"),
    ("weichai", "sdcit/weichai"),
    ("jingdiao", "tzvcst/jingdiao-college"),
    ("chanyexueyuan", "sdcit/industry-colleges"),
    ("dingdanban", "tzvcst/craft-order-classes"),
    ("gongchengshi", "tzvcst/engineers"),
    ("xuetuzhi", "tzvcst/apprentices"),
    ("biyesheng", "tzvcst/employment-rate"),
    ("dangjian", "tzvcst/p1"),
    ("wuyu", "tzvcst/five-educations"),
    ("liangyi", "tzvcst/two-wings"),
    ("yuanyuzhou", "sdcit/metaverse-college"),
    ("fangqituogang", "tzvcst/visit-mechanism"),
    ("laomo", "sdcit/workplace-talks"),
    ("qingdao", "sdcit/qingdao-tech"),
    ("zhuanyeduikoulv", "sdcit/major-match-rate"),
    ("zhuanyeduikoulu", "sdcit/major-match-rate"),
];

const POLYPHONES: Table = &[
    ("changsanjiao", "tzvcst/delta-alliance"),
    ("hangye", "sdcit/consortia-led"),
    ("chuanchengchuangxin", "sdcit/skill-platforms"),
];

const MIXED: Table = &[
    ("tai州", "tzvcst"),
    ("台z", "tzvcst"),
    ("taizhoukj", "tzvcst"),
    ("taizhou科技", "tzvcst"),
    ("就业lv", "tzvcst/employment-rate"),
    ("jiuyl", "tzvcst/employment-rate"),
    ("jiuye率", "tzvcst/employment-rate"),
    ("dd班", "tzvcst/craft-order-classes"),
    ("5y4zx", "tzvcst/institutes-and-centres"),
    ("5yu", "tzvcst/five-educations"),
    ("5院4中心", "tzvcst/institutes-and-centres"),
    ("1团6心5育", "tzvcst/corps-hearts-educations"),
    ("1t6x5y", "tzvcst/corps-hearts-educations"),
    ("发明zl", "tzvcst/invention-patents"),
    ("党建yinling", "tzvcst/p1"),
];

const HAN: Table = &[
    ("就业率", "tzvcst/employment-rate"),
    ("月薪", "tzvcst/monthly-pay"),
    ("专利", "tzvcst/utility-patents"),
    ("发明专利", "tzvcst/invention-patents"),
    ("模具", "tzvcst/mould-firms"),
    ("华为", "sdcit/huawei"),
    ("产业学院", "sdcit/industry-colleges"),
    ("党建", "tzvcst/p1"),
    ("党建引领", "tzvcst/p1"),
    ("五育", "tzvcst/five-educations"),
    ("五融五促", "sdcit/five-mergers-five-promotions"),
    ("两翼", "tzvcst/two-wings"),
    ("三维一体", "sdcit/three-in-one"),
    ("訂單班", "tzvcst/craft-order-classes"),
    ("產業學院", "sdcit/industry-colleges"),
    ("專利", "tzvcst/utility-patents"),
    ("長三角", "tzvcst/delta-alliance"),
    ("“五个一批”", "tzvcst/five-batches"),
    ("「五个一批」", "tzvcst/five-batches"),
    ("五个一批", "tzvcst/five-batches"),
    ("工匠班订单班", "tzvcst/craft-order-classes"),
    ("工匠班、订单班", "tzvcst/craft-order-classes"),
    ("横向技术服务", "tzvcst/service-income"),
    ("到账", "tzvcst/service-income"),
    ("减损", "sdcit/firm-savings"),
    ("节约", "sdcit/firm-savings"),
    ("毕业生", "tzvcst/employment-rate"),
    ("人工智能", "sdcit/ai-college"),
    ("元宇宙", "sdcit/metaverse-college"),
    ("劳模", "sdcit/workplace-talks"),
    ("学徒制", "tzvcst/apprentices"),
    ("工程师", "tzvcst/engineers"),
    ("浙江工匠", "tzvcst/zhejiang-craftsmen"),
    ("台州工匠", "tzvcst/taizhou-craftsmen"),
    ("就业质量", "employment"),
    ("师资队伍", "faculty"),
    ("杨梅", "tzvcst/nanfeng"),
    ("无人机", "tzvcst/drone-patrol"),
    ("博士课堂", "tzvcst/doctor-classes"),
    ("嘉木先锋", "tzvcst/jiamu-talks"),
    ("岗课赛证", "tzvcst/five-in-one"),
    ("企业培训", "tzvcst/employee-training"),
    ("教材", "tzvcst/textbooks"),
    ("混合所有制", "tzvcst/mixed-ownership"),
    ("专精特新", "tzvcst/sme-institute"),
    ("山东信息学院", "sdcit"),
    ("台州科技学院", "tzvcst"),
    ("浙江", "tzvcst"),
];

const WORDS: Table = &[
    ("发明 专利", "tzvcst/invention-patents"),
    ("专利 发明", "tzvcst/invention-patents"),
    ("tzkj jyl", "tzvcst/employment-rate"),
    ("jyl tzkj", "tzvcst/employment-rate"),
    ("台州 就业率", "tzvcst/employment-rate"),
    ("台州就业率", "tzvcst/employment-rate"),
    ("tzkjjyl", "tzvcst/employment-rate"),
    ("山东 毕业生", "sdcit/graduates"),
    ("sd bys", "sdcit/graduates"),
    ("山东毕业生", "sdcit/graduates"),
    ("tz zl", "tzvcst/utility-patents"),
    ("gjj yideng", "sdcit/national-first"),
    ("gjj erdeng", "sdcit/national-second"),
    ("国家级 一等奖", "sdcit/national-first"),
    ("省级 平台", "sdcit/skill-platforms"),
    ("hangye gtt", "sdcit/consortia-led"),
    ("加入 共同体", "sdcit/consortia-joined"),
    ("牵头 gtt", "sdcit/consortia-led"),
    ("平均 月薪", "tzvcst/monthly-pay"),
    ("technical services", "sdcit/technical-services"),
    ("党建 企业", "sdcit/joined-firms"),
    ("台州 工匠", "tzvcst/taizhou-craftsmen"),
    ("全校 毕业生", "sdcit/graduates"),
    ("2023 走访", "tzvcst/firm-visits"),
];

const FIGURES: Table = &[
    ("2000万", "tzvcst/service-income"),
    ("2000万元", "tzvcst/service-income"),
    ("2000多万元", "tzvcst/service-income"),
    ("２０００万", "tzvcst/service-income"),
    ("2000w", "tzvcst/service-income"),
    ("20000000", "tzvcst/service-income"),
    ("两千万", "tzvcst/service-income"),
    ("5000万", "sdcit/firm-savings"),
    ("5000万元", "sdcit/firm-savings"),
    ("超过5000万元", "sdcit/firm-savings"),
    ("98%", "tzvcst/employment-rate"),
    ("98％", "tzvcst/employment-rate"),
    ("９８％", "tzvcst/employment-rate"),
    ("98", "tzvcst/employment-rate"),
    ("98%以上", "tzvcst/employment-rate"),
    ("80%", "sdcit/major-match-rate"),
    ("50%", "sdcit/large-firm-share"),
    ("超50%", "sdcit/large-firm-share"),
    ("6000元", "tzvcst/monthly-pay"),
    ("6000", "tzvcst/monthly-pay"),
    ("34家", "tzvcst/mould-firms"),
    ("34", "tzvcst/mould-firms"),
    ("32家", "sdcit/joined-firms"),
    ("88家企业", "sdcit/base-firms"),
    ("2万人次", "tzvcst/employee-training"),
    ("2wan", "tzvcst/employee-training"),
    ("2万", "tzvcst/employee-training"),
    ("近2万", "tzvcst/employee-training"),
    ("2万余", "sdcit/graduates"),
    ("1000余人", "tzvcst/apprentices"),
    ("1000余项", "sdcit/technical-services"),
    ("50万元", "tzvcst/line-contract"),
    ("50万", "tzvcst/line-contract"),
    ("360", "sdcit/company-360"),
    ("360公司", "sdcit/company-360"),
    ("230名", "tzvcst/engineers"),
    ("11个产业学院", "sdcit/industry-colleges"),
];

const ENGLISH: Table = &[
    ("apprentice", "tzvcst/apprentices"),
    ("apprentices", "tzvcst/apprentices"),
    ("employment rate", "tzvcst/employment-rate"),
    ("monthly pay", "tzvcst/monthly-pay"),
    ("patents", "tzvcst/utility-patents"),
    ("invention patent", "tzvcst/invention-patents"),
    ("Huawei", "sdcit/huawei"),
    ("HUAWEI", "sdcit/huawei"),
    ("graduates", "sdcit/graduates"),
    ("industry colleges", "sdcit/industry-colleges"),
    ("engineers", "tzvcst/engineers"),
    ("mould", "tzvcst/mould-firms"),
    ("Shandong", "sdcit"),
    ("Taizhou", "tzvcst"),
    ("five educations", "tzvcst/five-educations"),
    ("two wings", "tzvcst/two-wings"),
    ("party-building leads", "tzvcst/p1"),
    ("metaverse", "sdcit/metaverse-college"),
    ("oilfield", "sdcit/dongying-oilfield"),
    ("textbooks", "tzvcst/textbooks"),
    ("scholarship", "tzvcst/scholarship"),
];

const WIDTH: Table = &[
    ("ｊｙｌ", "tzvcst/employment-rate"),
    ("ＪＹＬ", "tzvcst/employment-rate"),
    ("JYL", "tzvcst/employment-rate"),
    ("５院４中心", "tzvcst/institutes-and-centres"),
    ("ｔｚｋｊ　ｊｙｌ", "tzvcst/employment-rate"),
    ("ｈｕａｗｅｉ", "sdcit/huawei"),
    ("３６０", "sdcit/company-360"),
    ("TaiZhou", "tzvcst"),
];

const ADDRESSES: Table = &[
    ("tzvcst", "tzvcst"),
    ("sdcit", "sdcit"),
    ("tzvcst/mould-firms", "tzvcst/mould-firms"),
    ("tzvcst/p1", "tzvcst/p1"),
];

const TABLES: [Table; 10] = [
    INITIALS, PINYIN, POLYPHONES, MIXED, HAN, WORDS, FIGURES, ENGLISH, WIDTH, ADDRESSES,
];

fn shipped() -> (Atlas, Index) {
    let atlas = load(&Origin::Embedded).atlas;
    let index = Index::new(&atlas);
    (atlas, index)
}

fn first(atlas: &Atlas, index: &Index, typed: &str) -> String {
    let hits = index.search(atlas, typed, 1, Filter::default());
    hits.into_iter()
        .next()
        .map_or_else(|| "nothing".into(), |hit| hit.addr)
}

#[test]
fn the_obvious_comes_first() {
    let (atlas, index) = shipped();
    let wrong: Vec<_> = TABLES
        .iter()
        .copied()
        .flatten()
        .map(|(typed, meant)| (*typed, *meant, first(&atlas, &index, typed)))
        .filter(|(_, meant, found)| meant != found)
        .collect();
    assert!(wrong.is_empty(), "typed, meant, found: {wrong:#?}");
}

#[test]
fn nothing_is_found_of_what_is_not_there() {
    let (atlas, index) = shipped();
    for typed in [
        "",
        " ",
        "“”",
        "清华大学",
        "xqzq",
        "chongqing",
        "salary",
        "77777",
        "山东 发明专利",
    ] {
        assert_eq!(first(&atlas, &index, typed), "nothing", "{typed}");
    }
}

#[test]
fn the_nearest_is_suggested() {
    let (atlas, index) = shipped();
    for (typed, meant) in [
        ("就业绿", "tzvcst/employment-rate"),
        ("山东 发明专利", "tzvcst/invention-patents"),
        ("employmemt rate", "tzvcst/employment-rate"),
        ("jiuyelw", "tzvcst/employment-rate"),
    ] {
        let nearest = index.nearest(&atlas, typed, Filter::default());
        let nearest = index.hits(&atlas, &nearest);
        assert!(
            nearest.iter().any(|hit| hit.addr == meant),
            "{typed}: {nearest:#?}"
        );
    }
    assert!(index.nearest(&atlas, "", Filter::default()).is_empty());
}

#[test]
fn marks_lie_on_what_was_matched() {
    let (atlas, index) = shipped();
    for (typed, text, marked) in [
        ("jyl", "毕业生就业率", "就业率"),
        ("五个一批项目", "浙江省“五个一批”项目", "五个一批|项目"),
        ("qypx", "企业员工培训", "企业|培训"),
        ("98%", "98%以上", "98%"),
        ("2000万", "2000多万元", "2000多万元"),
        ("專利 發明", "授权国家发明专利", "发明专利"),
        ("employment rate", "Graduates' employment rate", "employment|rate"),
        ("tzkj jyl", "毕业生就业率", "就业率"),
    ] {
        let hit = index.search(&atlas, typed, 1, Filter::default()).remove(0);
        let parts: Vec<_> = hit.ranges.iter().map(|range| &hit.text[range.clone()]).collect();
        assert_eq!((&*hit.text, &*parts.join("|")), (text, marked), "{typed}");
        let points: Vec<char> = hit.text.chars().collect();
        let by_points = hit
            .code_points()
            .into_iter()
            .map(|[start, end]| &points[start..end]);
        let by_points: Vec<String> = by_points.map(|part| part.iter().collect()).collect();
        assert_eq!(by_points, parts, "{typed}");
    }
}

#[test]
fn a_filter_leaves_out_the_rest() {
    let (atlas, index) = shipped();
    let all = index.search(&atlas, "dj", usize::MAX, Filter::default());
    let only = |kind, college| Filter {
        kind,
        select: Select { college, theme: None },
    };
    let pillars = index.search(&atlas, "dj", usize::MAX, only(Some(Kind::Pillar), None));
    let expected: Vec<_> = all
        .iter()
        .filter(|hit| hit.kind == Kind::Pillar)
        .cloned()
        .collect();
    assert_eq!(pillars, expected);
    let second = index.search(&atlas, "dj", usize::MAX, only(None, Some(CollegeIx(1))));
    let expected: Vec<_> = all
        .iter()
        .filter(|hit| hit.college == Some(CollegeIx(1)))
        .cloned()
        .collect();
    assert!(!second.is_empty());
    assert_eq!(second, expected);
    let theme = atlas.theme_by_id("employment");
    let select = Select { college: None, theme };
    let hits = index.search(&atlas, "就业", usize::MAX, Filter { kind: None, select });
    assert!(!hits.is_empty() && hits.len() < all.len());
}

#[test]
fn a_limit_keeps_the_best() {
    let (atlas, index) = shipped();
    let all = index.search(&atlas, "企业", usize::MAX, Filter::default());
    assert!(all.len() > 10);
    for limit in [0, 1, 5, all.len()] {
        let some = index.search(&atlas, "企业", limit, Filter::default());
        assert_eq!(some, all[..limit], "{limit}");
    }
    assert!(all.is_sorted_by_key(|hit| std::cmp::Reverse(hit.score)));
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(48))]

    #[test]
    fn whatever_is_typed_marks_lie_within_the_text(typed in "[ -~一-龥“”·％０-９ａ-ｚ\u{301}\u{202e}]{0,24}") {
        static SHIPPED: std::sync::LazyLock<(Atlas, Index)> = std::sync::LazyLock::new(shipped);
        let (atlas, index) = &*SHIPPED;
        let mut hits = index.search(atlas, &typed, 50, Filter::default());
        hits.extend(index.hits(atlas, &index.nearest(atlas, &typed, Filter::default())));
        for hit in hits {
            let bounds: Vec<usize> = hit.ranges.iter().flat_map(|range| [range.start, range.end]).collect();
            assert!(bounds.is_sorted_by(|a, b| a < b), "{typed:?} {hit:?}");
            assert!(bounds.iter().all(|at| hit.text.is_char_boundary(*at)), "{typed:?} {hit:?}");
            assert!(!hit.addr.is_empty() && hit.score > 0);
        }
    }
}
