//! Comparisons of made-up and of shipped colleges.

use std::{cmp::Ordering, collections::BTreeMap};

use proptest::prelude::*;

use super::{
    sample::{self, everyone, short},
    subjects::SubjectsRefusal,
    *,
};
use crate::{
    lang::Lang,
    model::{Bound, CollegeIx, PeriodKind},
};

/// Rows as text: relation, label, and for each subject the printed quantities.
fn drawn(comparison: &Comparison<'_>) -> Vec<String> {
    let cell = |cell: &Vec<&crate::model::Outcome>| {
        let written: Vec<_> = cell.iter().map(|outcome| &*outcome.as_written).collect();
        written.join(" ")
    };
    let row = |row: &CompareRow<'_>| {
        let cells: Vec<_> = row.cells.iter().map(cell).collect();
        let label = row.label(comparison.atlas, Lang::Zh);
        format!("{} {label}: {}", row.relation.sign(), cells.join(" | "))
    };
    comparison.rows.iter().map(row).collect()
}

fn all(atlas: &Atlas) -> Comparison<'_> {
    compare(atlas, &everyone(atlas), CompareOptions::default())
}

#[test]
fn same_next_to_related_then_what_stands_alone() {
    let atlas = sample::atlas(&[
        vec![
            short(8, 7.0),
            short(1, 54.0),
            short(0, 34.0),
            short(3, 4.0),
            short(5, 2.0),
        ],
        vec![short(0, 32.0), short(2, 88.0), short(6, 31.0), short(7, 360.0)],
    ]);
    assert_eq!(
        drawn(&all(&atlas)),
        [
            "= 联建企业: 34家 | 32家",
            "~ 合作企业: 54家 | 88家",
            "  第3项成效: 4家 | ",
            "~ 学生获奖: 2家 | 31家",
            "  第3项成效:  | 360家",
            "  第0项成效: 7家 | ",
        ]
    );
}

#[test]
fn what_is_left_of_a_family_stays_beside_its_same_row() {
    let atlas = sample::atlas(&[vec![short(0, 1.0), short(1, 2.0)], vec![short(0, 3.0)]]);
    assert_eq!(
        drawn(&all(&atlas)),
        ["= 联建企业: 1家 | 3家", "~ 合作企业: 2家 | "]
    );
}

#[test]
fn without_a_family_the_metric_itself_gathers_what_is_left() {
    let atlas = sample::atlas(&[vec![short(8, 1.0), short(8, 2.0)], vec![short(8, 3.0)]]);
    let comparison = all(&atlas);
    assert_eq!(
        drawn(&comparison),
        ["= 授权专利: 1家 | 3家", "~ 授权专利: 2家 | "]
    );
    assert_eq!(comparison.rows[1].family, None);
    assert_eq!(comparison.rows[1].metric, comparison.rows[0].metric);
}

#[test]
fn a_multiple_is_set_beside_nothing_and_a_figure_without_metric_is_left_out() {
    let mut atlas = sample::atlas(&[
        vec![short(8, 3.0), short(8, 40.0), short(0, 34.0)],
        vec![short(8, 2.0), short(8, 50.0), short(0, 32.0)],
    ]);
    for college in &mut atlas.colleges {
        college.outcomes[0].quantity.unit = "倍".into();
        college.outcomes[2].metric = None;
    }
    assert_eq!(
        drawn(&all(&atlas)),
        [
            "= 授权专利: 40家 | 50家",
            "  第0项成效: 3家 | ",
            "  第0项成效:  | 2家"
        ]
    );
}

#[test]
fn repeats_pair_by_period_and_then_by_order() {
    let atlas = sample::atlas(&[
        vec![short(8, 1.0).year(2022), short(8, 2.0).year(2023), short(8, 3.0)],
        vec![short(8, 4.0).year(2023), short(8, 5.0), short(8, 6.0)],
        vec![short(8, 7.0).year(2024)],
    ]);
    assert_eq!(
        drawn(&all(&atlas)),
        [
            "= 授权专利: 2家 | 4家 | 7家",
            "= 授权专利: 1家 | 5家 | ",
            "= 授权专利: 3家 | 6家 | ",
        ]
    );
}

#[test]
fn one_subject_alone_makes_no_related_row() {
    let atlas = sample::atlas(&[vec![short(0, 1.0), short(1, 2.0), short(0, 3.0)], vec![]]);
    let comparison = all(&atlas);
    assert_eq!(comparison.counts().alone, 3);
    assert!(comparison.rows.iter().all(|row| row.caveats.is_empty()));
}

#[test]
fn caveats_come_from_the_data() {
    let atlas = sample::atlas(&[
        vec![short(8, 300.0).bound(Bound::MoreThan).year(2023)],
        vec![short(8, 300.0).bound(Bound::AtLeast)],
    ]);
    let words = |lang| -> Vec<_> {
        let comparison = all(&atlas);
        comparison.rows[0]
            .caveats
            .iter()
            .map(|caveat| caveat.words(lang))
            .collect()
    };
    insta::assert_snapshot!(words(Lang::Zh).join("\n"), @"
    时间未全载明：甲校 2023年，乙校 未载明
    数值带界，大小不能断定
    ");
    insta::assert_snapshot!(words(Lang::En).join("\n"), @"
    The time is not stated for all - Alpha College: 2023; Beta College: not stated
    The bounds leave open which is more
    ");
}

#[test]
fn equal_exact_figures_of_one_time_need_no_caveat() {
    let atlas = sample::atlas(&[vec![short(8, 7.0).year(2023)], vec![short(8, 9.0).year(2023)]]);
    assert_eq!(all(&atlas).rows[0].caveats, []);
}

#[test]
fn a_time_without_a_year_is_said_to_be_one() {
    let recent = || short(8, 7.0).period(PeriodKind::Recent, "近年来", None);
    let atlas = sample::atlas(&[vec![recent()], vec![recent()]]);
    let period = atlas.colleges[0].outcomes[0].period.as_ref().unwrap();
    assert_eq!(all(&atlas).rows[0].caveats, [Caveat::PeriodVague(period)]);
}

#[test]
fn order_and_difference_only_within_a_metric_and_where_certain() {
    let atlas = sample::atlas(&[
        vec![
            short(0, 34.0),
            short(1, 54.0),
            short(8, 20.0).bound(Bound::Nearly),
        ],
        vec![short(0, 32.0), short(8, 20.0).bound(Bound::MoreThan)],
    ]);
    let [a, b] = &atlas.colleges[..] else {
        unreachable!()
    };
    assert_eq!(order(&a.outcomes[0], &b.outcomes[0]), Some(Ordering::Greater));
    assert_eq!(difference(&a.outcomes[0], &b.outcomes[0]), Some(2.0));
    assert_eq!(order(&a.outcomes[1], &b.outcomes[0]), None);
    assert_eq!(difference(&a.outcomes[1], &b.outcomes[0]), None);
    assert_eq!(order(&a.outcomes[2], &b.outcomes[1]), Some(Ordering::Less));
    assert_eq!(difference(&a.outcomes[2], &b.outcomes[1]), None);
}

#[test]
fn bars_only_on_same_rows_and_to_one_scale() {
    let atlas = sample::atlas(&[
        vec![short(0, 34.0), short(1, 54.0)],
        vec![short(0, 68.0), short(2, 88.0)],
        vec![],
    ]);
    let comparison = all(&atlas);
    assert_eq!(comparison.rows[0].scale(), Some(vec![Some(0.5), Some(1.0), None]));
    assert_eq!(comparison.rows[1].scale(), None);
}

#[test]
fn a_bound_is_a_difference_too() {
    let atlas = sample::atlas(&[
        vec![short(0, 34.0), short(7, 1.0), short(8, 5.0)],
        vec![
            short(0, 34.0),
            short(7, 2.0),
            short(8, 5.0).bound(Bound::MoreThan),
        ],
    ]);
    let comparison = all(&atlas);
    let differ: Vec<bool> = comparison.rows.iter().map(CompareRow::differs).collect();
    assert_eq!(differ, [false, true, true]);
    let diff = CompareOptions {
        diff: true,
        ..CompareOptions::default()
    };
    let comparison = compare(&atlas, &everyone(&atlas), diff);
    assert_eq!((comparison.rows.len(), comparison.hidden), (2, 1));
}

#[test]
fn a_theme_leaves_only_its_rows() {
    let atlas = sample::atlas(&[vec![short(0, 1.0), short(7, 1.0)], vec![short(5, 1.0)]]);
    let theme = Some(crate::model::ThemeIx(1));
    let comparison = compare(&atlas, &everyone(&atlas), CompareOptions { theme, diff: false });
    assert!(comparison.rows.iter().all(|row| Some(row.theme) == theme));
    assert_eq!(comparison.rows.len(), 2);
}

#[test]
fn only_two_to_four_different_colleges() {
    let picked = |list: &[u32]| list.iter().map(|&at| CollegeIx(at)).collect::<Vec<_>>();
    assert_eq!(admit(&picked(&[0, 1])), Ok(()));
    assert_eq!(admit(&picked(&[3, 1, 2, 0])), Ok(()));
    assert_eq!(admit(&picked(&[0])), Err(SubjectsRefusal::TooFew(1)));
    assert_eq!(admit(&picked(&[0, 0])), Err(SubjectsRefusal::Twice(CollegeIx(0))));
    assert_eq!(admit(&picked(&[0, 1, 2, 3, 4])), Err(SubjectsRefusal::TooMany(5)));
}

#[test]
fn pillars_meet_by_theme_and_never_by_number() {
    let mut atlas = sample::atlas(&[vec![], vec![]]);
    atlas.colleges[0].pillars = vec![
        sample::pillar(1, "引领", &[0, 1]),
        sample::pillar(2, "聚智", &[2]),
        sample::pillar(3, "助力", &[]),
    ];
    atlas.colleges[1].pillars = vec![
        sample::pillar(1, "铸魂", &[1]),
        sample::pillar(2, "共育", &[1, 0]),
    ];
    atlas.colleges[1].measures = vec![sample::measure(1, 1, "筑牢"), sample::measure(2, 1, "共建")];
    let alignment = pillars(&atlas, &everyone(&atlas), CompareOptions::default());
    let names: Vec<_> = alignment
        .rows
        .iter()
        .map(|row| {
            let cell = |cell: &Vec<&crate::model::Pillar>| {
                let names: Vec<_> = cell.iter().map(|pillar| &*pillar.heading.zh).collect();
                names.join(" ")
            };
            let cells: Vec<_> = row.cells.iter().map(cell).collect();
            (row.theme.map(|theme| theme.0), cells.join(" | "), row.alone())
        })
        .collect();
    assert_eq!(
        names,
        [
            (Some(0), "引领 | 共育".to_owned(), None),
            (Some(1), "引领 | 铸魂 共育".to_owned(), None),
            (Some(2), "聚智 | ".to_owned(), Some(0)),
            (None, "助力 | ".to_owned(), Some(0)),
        ]
    );
    let lonely: Vec<_> = alignment
        .lonely
        .iter()
        .map(|one| (one.subject, one.pillar.n))
        .collect();
    assert_eq!(lonely, [(0, 2), (0, 3)]);
    let college = alignment.subjects[1];
    let row = alignment
        .rows
        .iter()
        .find(|row| row.theme == college.pillars[1].themes.first().copied());
    let titles: Vec<_> = row
        .unwrap()
        .measures(college, &college.pillars[1])
        .map(|measure| &*measure.title.zh)
        .collect();
    assert_eq!(titles, ["共建"]);
}

#[test]
fn the_overview_counts_records_by_theme() {
    let mut atlas = sample::atlas(&[vec![short(0, 1.0), short(5, 1.0), short(7, 1.0)], vec![]]);
    atlas.colleges[1].pillars = vec![sample::pillar(1, "铸魂", &[0, 2])];
    let overview = overview(&atlas, &everyone(&atlas));
    let pairs: Vec<Vec<_>> = overview
        .rows
        .iter()
        .map(|(_, counts)| {
            counts
                .iter()
                .map(|count| (count.pillars, count.outcomes))
                .collect()
        })
        .collect();
    assert_eq!(pairs, [[(0, 1), (1, 0)], [(0, 2), (0, 0)], [(0, 0), (1, 0)]]);
}

proptest! {
    #[test]
    fn every_outcome_stands_on_exactly_one_row(atlas in sample::any()) {
        let comparison = all(&atlas);
        let mut seen = BTreeMap::new();
        for row in &comparison.rows {
            for (subject, outcome) in row.outcomes() {
                *seen.entry((subject, outcome.id.clone())).or_insert(0) += 1;
            }
        }
        let expected: BTreeMap<_, _> = comparison
            .subjects
            .iter()
            .enumerate()
            .flat_map(|(subject, college)| college.outcomes.iter().map(move |o| ((subject, o.id.clone()), 1)))
            .collect();
        prop_assert_eq!(seen, expected);
    }

    #[test]
    fn rows_keep_to_their_relation(atlas in sample::any()) {
        let comparison = all(&atlas);
        for (at, row) in comparison.rows.iter().enumerate() {
            let speaking = row.cells.iter().filter(|cell| !cell.is_empty()).count();
            let metrics: Vec<_> = row.outcomes().map(|(_, outcome)| outcome.metric).collect();
            let one = metrics.iter().all(|&metric| metric == row.metric);
            let family = metrics.iter().flatten().all(|&metric| atlas.metric(metric).family == row.family);
            let single = row.cells.iter().all(|cell| cell.len() <= 1);
            match row.relation {
                Relation::Same => prop_assert!(one && single && speaking > 1),
                Relation::Alone => prop_assert!(one && single && speaking == 1),
                Relation::Related => {
                    let before = &comparison.rows[at.saturating_sub(1)];
                    let beside = at > 0 && before.relation == Relation::Same && before.family == row.family;
                    prop_assert!(row.family.is_some() || one);
                    prop_assert!(speaking > 1 || beside);
                }
            }
            prop_assert!(family);
        }
    }

    #[test]
    fn a_related_row_follows_its_same_rows(atlas in sample::any()) {
        let comparison = all(&atlas);
        for pair in comparison.rows.windows(2) {
            let [a, b] = pair else { continue };
            let family = b.family.is_some() && comparison.rows.iter().any(|row| {
                row.family == b.family && row.relation == Relation::Same
            });
            if b.relation == Relation::Related && family {
                prop_assert!(a.family == b.family && a.relation == Relation::Same);
            }
        }
    }

    #[test]
    fn nothing_unlike_goes_unsaid(atlas in sample::any()) {
        let comparison = all(&atlas);
        for row in comparison.rows.iter().filter(|row| row.relation != Relation::Alone) {
            let outcomes: Vec<_> = row.outcomes().map(|(_, outcome)| outcome).collect();
            let first = outcomes[0];
            let unlike = |same: &dyn Fn(&crate::model::Outcome) -> bool| !outcomes.iter().all(|o| same(o));
            let said = |is: fn(&Caveat<'_>) -> bool| row.caveats.iter().any(is);
            if unlike(&|o| o.scope == first.scope) {
                prop_assert!(said(|c| matches!(c, Caveat::Scopes(_))));
            }
            if unlike(&|o| o.period == first.period) || outcomes.iter().any(|o| o.period.is_none()) {
                prop_assert!(said(|c| matches!(
                    c,
                    Caveat::Periods(_) | Caveat::PeriodsPartly(_) | Caveat::PeriodsUnprinted
                )) || outcomes.len() == 1);
            }
            let same = row.relation == Relation::Same;
            if same && unlike(&|o| unit::kind(&o.quantity.unit) == unit::kind(&first.quantity.unit)) {
                prop_assert!(said(|c| matches!(c, Caveat::Units(_))));
            } else if same
                && unlike(&|o| o.quantity.bound == first.quantity.bound)
                && !unlike(&|o| o.scope == first.scope)
            {
                prop_assert!(said(|c| matches!(
                    c,
                    Caveat::OrderOpen | Caveat::DifferenceOpen
                )));
            }
            for caveat in &row.caveats {
                for lang in [Lang::Zh, Lang::En] {
                    let words = caveat.words(lang);
                    prop_assert!(!words.is_empty() && !words.contains('\n'));
                }
            }
        }
    }

    #[test]
    fn order_is_one_sided_and_differences_follow_it(atlas in sample::any()) {
        for row in &all(&atlas).rows {
            for (_, a) in row.outcomes() {
                for (_, b) in row.outcomes() {
                    prop_assert_eq!(order(a, b), order(b, a).map(Ordering::reverse));
                    if let (Some(order), Some(gap)) = (order(a, b), difference(a, b)) {
                        prop_assert_eq!(Some(order), gap.partial_cmp(&0.0));
                    }
                    if row.relation == Relation::Related && a.metric != b.metric {
                        prop_assert_eq!(order(a, b), None);
                    }
                }
            }
        }
    }
}
