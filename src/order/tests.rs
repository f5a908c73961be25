//! Orders of colleges made up for the purpose.

use super::*;
use crate::{
    lang::Bilingual,
    load::{Origin, load},
    model::{Period, PeriodKind},
};

const RATE: MetricIx = MetricIx(0);

fn province(zh: &str, en: &str) -> Option<Bilingual> {
    Some(Bilingual::new(zh, en))
}

/// Copies of a shipped college: id, pinyin, province, and figures of [`RATE`] as value, scope and year.
fn atlas() -> Atlas {
    use Scope::{College as Whole, Unit};
    let mut atlas = load(&Origin::Embedded).atlas;
    let like = atlas.colleges[0].clone();
    let figure = like.outcomes[0].clone();
    let make =
        |id: &str, pinyin: &str, province: Option<Bilingual>, figures: &[(f64, Scope, Option<u16>)]| {
            let outcome = |&(value, scope, year): &(f64, Scope, Option<u16>)| {
                let mut outcome = figure.clone();
                (outcome.metric, outcome.scope) = (Some(RATE), scope);
                outcome.quantity.value = value;
                outcome.period = year.map(|year| Period {
                    kind: PeriodKind::Year,
                    text: format!("{year}年").into(),
                    year: Some(year),
                    cumulative: false,
                    en: None,
                });
                outcome
            };
            let mut college = like.clone();
            college.id = id.parse().unwrap();
            college.name.pinyin = pinyin.into();
            college.province = province;
            college.outcomes = figures.iter().map(outcome).collect();
            college
        };
    atlas.colleges = vec![
        make(
            "a",
            "taizhou keji",
            province("浙江", "Zhejiang"),
            &[(98.0, Unit, None)],
        ),
        make(
            "b",
            "shandong xinxi",
            province("山东省", "Shandong"),
            &[(50.0, Whole, None)],
        ),
        make("c", "anqing", None, &[]),
        make(
            "d",
            "beijing",
            province("北京", "Beijing"),
            &[(70.0, Unit, None), (60.0, Whole, None)],
        ),
        make(
            "e",
            "hangzhou",
            province("浙江", "Zhejiang"),
            &[(40.0, Whole, Some(2021)), (30.0, Whole, Some(2024))],
        ),
        make("f", "aba", province("四川", "Sichuan"), &[(99.0, Unit, None)]),
    ];
    atlas
}

/// The ids, each group behind its heading.
fn groups_and_ids(by: OrderBy, reversed: bool) -> String {
    let atlas = atlas();
    let group = |group: &CollegeGroup| {
        let ids: Vec<_> = group
            .colleges
            .iter()
            .map(|ix| atlas.college(*ix).id.as_str())
            .collect();
        let head = group.head.as_ref().map_or("", |head| head.word(Lang::Zh));
        format!("{head} {}", ids.concat())
    };
    let groups = arrange(&atlas, Order { by, reversed });
    groups.iter().map(group).collect::<Vec<_>>().join(", ")
}

#[test]
fn by_name_is_by_pinyin() {
    assert_eq!(groups_and_ids(OrderBy::Loaded, false), " abcdef");
    assert_eq!(groups_and_ids(OrderBy::Name, false), " fcdeba");
    assert_eq!(groups_and_ids(OrderBy::Name, true), " abedcf");
}

#[test]
fn provinces_stand_as_in_official_lists_and_none_last() {
    assert_eq!(
        groups_and_ids(OrderBy::Province, false),
        "北京 d, 浙江 ea, 山东省 b, 四川 f, 未载明 c"
    );
    assert_eq!(
        groups_and_ids(OrderBy::Province, true),
        "四川 f, 山东省 b, 浙江 ae, 北京 d, 未载明 c"
    );
}

#[test]
fn unlike_scopes_are_never_in_one_order() {
    assert_eq!(
        groups_and_ids(OrderBy::Metric(RATE), false),
        "全校 dbe, 二级学院 fa, 未载明 c"
    );
    assert_eq!(
        groups_and_ids(OrderBy::Metric(RATE), true),
        "全校 ebd, 二级学院 af, 未载明 c"
    );
}

#[test]
fn nothing_is_lost_and_nothing_is_twice() {
    let atlas = load(&Origin::Embedded).atlas;
    let metrics = (0..atlas.metrics.len()).map(|at| OrderBy::Metric(MetricIx(at as u16)));
    for by in metrics.chain([OrderBy::Loaded, OrderBy::Name, OrderBy::Province]) {
        for reversed in [false, true] {
            let mut all: Vec<_> = arrange(&atlas, Order { by, reversed })
                .into_iter()
                .flat_map(|g| g.colleges)
                .collect();
            all.sort_by_key(|ix| ix.at());
            assert!(all.iter().map(|ix| ix.at()).eq(0..atlas.colleges.len()));
        }
    }
}
