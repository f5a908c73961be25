//! Queries as people spell them: each of these found nothing once, or not what it means.

use super::*;
use crate::{
    load::{Origin, load},
    model::Atlas,
};

type Table = &'static [(&'static str, &'static str)];

const NUMERALS: Table = &[
    ("六十五场", "sdcit/joint-events"),
    ("六拾五场", "sdcit/joint-events"),
    ("陆拾伍场", "sdcit/joint-events"),
    ("五十万元", "tzvcst/line-contract"),
    ("伍拾万元", "tzvcst/line-contract"),
    ("伍拾万", "tzvcst/line-contract"),
    ("五拾万元", "tzvcst/line-contract"),
    ("百分之九十八", "tzvcst/employment-rate"),
    ("百分之五十", "sdcit/large-firm-share"),
    ("百分之八十", "sdcit/major-match-rate"),
    ("三十四家", "tzvcst/mould-firms"),
    ("叁拾肆家", "tzvcst/mould-firms"),
    ("三十二家", "sdcit/joined-firms"),
    ("叁拾贰家", "sdcit/joined-firms"),
    ("八十八家", "sdcit/base-firms"),
    ("捌拾捌家", "sdcit/base-firms"),
    ("二十家", "tzvcst/talk-firms"),
    ("贰拾家", "tzvcst/talk-firms"),
    ("一千余人", "tzvcst/apprentices"),
    ("一千人", "tzvcst/apprentices"),
    ("壹仟人", "tzvcst/apprentices"),
    ("一千项", "sdcit/technical-services"),
    ("一千余项", "sdcit/technical-services"),
    ("壹仟项", "sdcit/technical-services"),
    ("两千万元", "tzvcst/service-income"),
    ("二千万元", "tzvcst/service-income"),
    ("贰仟万元", "tzvcst/service-income"),
    ("两千多万元", "tzvcst/service-income"),
    ("两千余万元", "tzvcst/service-income"),
    ("三百余项", "tzvcst/utility-patents"),
    ("十二个", "sdcit/innovation-teams"),
    ("一十二个", "sdcit/innovation-teams"),
    ("两万人次", "tzvcst/employee-training"),
    ("近两万人次", "tzvcst/employee-training"),
];

const PINYIN: Table = &[
    ("jiuyelyu", "tzvcst/employment-rate"),
    ("jiuyelǜ", "tzvcst/employment-rate"),
    ("jiuyelǚ", "tzvcst/employment-rate"),
    ("jiuyelǘ", "tzvcst/employment-rate"),
    ("jiuyelǖ", "tzvcst/employment-rate"),
    ("jiùyèlǜ", "tzvcst/employment-rate"),
    ("jiùyèlv", "tzvcst/employment-rate"),
    ("jiùyèlyu", "tzvcst/employment-rate"),
    ("jiùyèlü", "tzvcst/employment-rate"),
    ("jiùyèlu", "tzvcst/employment-rate"),
    ("biyeshengjiuyelyu", "tzvcst/employment-rate"),
    ("biyeshengjiuyelǜ", "tzvcst/employment-rate"),
    ("biyeshengjiuyelǚ", "tzvcst/employment-rate"),
    ("biyeshengjiuyelǘ", "tzvcst/employment-rate"),
    ("biyeshengjiuyelǖ", "tzvcst/employment-rate"),
    ("bìyèshēngjiùyèlǜ", "tzvcst/employment-rate"),
    ("bìyèshēngjiùyèlv", "tzvcst/employment-rate"),
    ("bìyèshēngjiùyèlyu", "tzvcst/employment-rate"),
    ("bìyèshēngjiùyèlü", "tzvcst/employment-rate"),
    ("bìyèshēngjiùyèlu", "tzvcst/employment-rate"),
    ("zhuanyeduikoulyu", "sdcit/major-match-rate"),
    ("zhuanyeduikoulǜ", "sdcit/major-match-rate"),
    ("zhuanyeduikoulǚ", "sdcit/major-match-rate"),
    ("zhuanyeduikoulǘ", "sdcit/major-match-rate"),
    ("zhuanyeduikoulǖ", "sdcit/major-match-rate"),
    ("zhuānyèduìkǒulǜ", "sdcit/major-match-rate"),
    ("zhuānyèduìkǒulv", "sdcit/major-match-rate"),
    ("zhuānyèduìkǒulyu", "sdcit/major-match-rate"),
    ("zhuānyèduìkǒulü", "sdcit/major-match-rate"),
    ("zhuānyèduìkǒulu", "sdcit/major-match-rate"),
    ("duikoulyu", "sdcit/major-match-rate"),
    ("duikoulǜ", "sdcit/major-match-rate"),
    ("duikoulǚ", "sdcit/major-match-rate"),
    ("duikoulǘ", "sdcit/major-match-rate"),
    ("duikoulǖ", "sdcit/major-match-rate"),
    ("duìkǒulǜ", "sdcit/major-match-rate"),
    ("duìkǒulv", "sdcit/major-match-rate"),
    ("duìkǒulyu", "sdcit/major-match-rate"),
    ("duìkǒulü", "sdcit/major-match-rate"),
    ("duìkǒulu", "sdcit/major-match-rate"),
];

/// Words of gists and definitions.
const PROSE: Table = &[
    ("chord", "tzvcst/craftsman-stories"),
    ("每家计一次", "joint-party-firms"),
    ("校企合作的专业", "programmes"),
    ("范围未载", "tzvcst/chain-driving"),
    ("进校宣讲不计", "joint-party-events"),
    ("校园文化的核心", "sdcit/xin-culture"),
    ("开办两类班级", "tzvcst/classes-apprentices"),
    ("是称号的名称", "branch-secretaries"),
    ("拿出对症的方案", "sdcit/firms-served"),
    ("仅申请的不计", "invention-patents"),
    ("marked", "tzvcst/craft-brand"),
    ("示范基地的构成", "tzvcst/institutes-and-centres"),
    ("精神和榜样育人", "culture"),
    ("typical", "tzvcst/joint-textbooks"),
    ("精准三组构成", "tzvcst/practice-system"),
    ("也不是宣讲的场次", "talk-firms"),
    ("province", "provincial-craftsmen"),
    ("据上下文指就业", "tzvcst/five-in-one"),
    ("发展三方面相连", "sdcit/p1"),
    ("departments", "sdcit/p1"),
    ("帮它们减损降本", "sdcit/p2"),
    ("换一种建法", "tzvcst/factory-in-school"),
    ("市域联合体另计", "consortia-joined"),
    ("邀请劳动模范", "workplace-talks"),
    ("共同支撑基地建设", "tzvcst/wings"),
    ("研发团队", "research-service"),
    ("software", "systems-developed"),
    ("ecology", "tzvcst/drone-patrol"),
    ("合并计算", "provincial-prizes"),
    ("如工程研究中心", "innovation-platforms"),
    ("赛事类别不限", "national-first-prizes"),
    ("不是合计", "service-contract"),
    ("first of what", "tzvcst/golden-base"),
    ("据上下文补", "tzvcst/teaching-first"),
    ("所列未尽", "tzvcst/teaching-second"),
    ("原数未载", "tzvcst/close-firms"),
    ("全国职业院校首个", "sdcit/robot-service-centre"),
    ("forest must be meant", "tzvcst/drone-patrol"),
    ("森林", "tzvcst/drone-patrol"),
    ("没有说已获称号", "tzvcst/benchmark-project"),
    ("one of the wings", "tzvcst/delta-alliance"),
    ("属奖学金类", "scholarship-special"),
];

/// The reader's own words: in another order, of another form, of the same meaning.
const OWN_WORDS: Table = &[
    ("enterprises", "sdcit/firms-served"),
    ("companies", "sdcit/base-firms"),
    ("businesses", "sdcit/joined-firms"),
    ("pairing", "sdcit/joined-firms"),
    ("twinning", "sdcit/joined-firms"),
    ("centers", "tzvcst/centres"),
    ("党建 结对", "sdcit/joined-firms"),
    ("企业结对", "sdcit/p1"),
    ("企业结对", "sdcit/joined-firms"),
    ("结对企业", "sdcit/joined-firms"),
    ("就业对口", "sdcit/major-match-rate"),
    ("专利授权", "tzvcst/utility-patents"),
    ("头部企业结对", "sdcit/p1"),
];

/// Hits among which what is meant is looked for.
const FEW: usize = 6;

fn shipped() -> (Atlas, Index) {
    let atlas = load(&Origin::Embedded).atlas;
    let index = Index::new(&atlas);
    (atlas, index)
}

#[test]
fn what_is_meant_is_among_the_first() {
    let (atlas, index) = shipped();
    let all = [NUMERALS, PINYIN, PROSE, OWN_WORDS].concat();
    let missed: Vec<_> = all
        .into_iter()
        .map(|(typed, meant)| {
            let hits = index.search(&atlas, typed, FEW, Filter::default());
            (
                typed,
                meant,
                hits.into_iter().map(|hit| hit.addr).collect::<Vec<_>>(),
            )
        })
        .filter(|(_, meant, found)| !found.iter().any(|addr| addr == meant))
        .collect();
    assert!(missed.is_empty(), "typed, meant, found: {missed:#?}");
}

/// Words that share letters or sounds with what is there, and stand nowhere.
const NOWHERE: [&str; 30] = [
    "zhangsha",
    "zzzz",
    "changsha",
    "长沙",
    "sanya",
    "xianggang",
    "chongqing",
    "kunming",
    "guiyang",
    "lasa",
    "wulumuqi",
    "haikou",
    "nanning",
    "重庆",
    "昆明",
    "贵阳",
    "拉萨",
    "海口",
    "南宁",
    "厦门",
    "zhongnan",
    "医院",
    "护理",
    "会计",
    "烹饪",
    "hospital",
    "nursing",
    "cooking",
    "accounting",
    "九十九家",
];

#[test]
fn each_kind_of_query_has_thirty() {
    for table in [NUMERALS, PINYIN, PROSE] {
        assert!(table.len() >= 30, "{}", table.len());
    }
}

#[test]
fn what_holds_none_of_the_word_is_no_hit() {
    let (atlas, index) = shipped();
    for typed in NOWHERE {
        let hits = index.search(&atlas, typed, FEW, Filter::default());
        assert!(hits.is_empty(), "{typed}: {hits:#?}");
    }
    assert!(index.nearest(&atlas, "zzzz", Filter::default()).is_empty());
}

/// Nothing is a hit that shows none of what was typed.
#[test]
fn every_hit_shows_what_was_matched() {
    let (atlas, index) = shipped();
    let typed = [NUMERALS, PINYIN, PROSE, OWN_WORDS].concat();
    for (typed, _) in typed {
        for hit in index.search(&atlas, typed, 50, Filter::default()) {
            let marked = hit
                .ranges
                .iter()
                .flat_map(|range| hit.text[range.clone()].chars());
            assert!(marked.clone().any(char::is_alphanumeric), "{typed}: {hit:?}");
        }
    }
}

/// What was found by its name stands before what merely mentions the word.
#[test]
fn prose_comes_after_names() {
    let (atlas, index) = shipped();
    for typed in ["就业", "企业", "专利", "党建", "firms", "students"] {
        let hits = index.search(&atlas, typed, 500, Filter::default());
        let is_prose = |hit: &Hit| matches!(hit.field, HitField::Gist | HitField::Definition);
        let first = hits.iter().position(is_prose).unwrap_or(hits.len());
        let names = |hit: &Hit| matches!(hit.field, HitField::Name | HitField::English);
        assert!(first > 0 && !hits[first..].iter().any(names), "{typed}");
    }
}
