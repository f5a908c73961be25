//! Made-up atlases for the tests of comparison and of its pages. No college, article or figure here exists.

use proptest::prelude::*;

use crate::{lang::Bilingual, model::*};

/// An outcome in short: which metric, how much, when and for whom.
#[derive(Clone, Debug)]
pub(crate) struct Short {
    pub(crate) metric: u16,
    pub(crate) value: f64,
    pub(crate) bound: Bound,
    pub(crate) unit: &'static str,
    pub(crate) period: Option<(PeriodKind, &'static str, Option<u16>)>,
    pub(crate) scope: Scope,
}

/// An exact count of one metric without a period.
pub(crate) fn short(metric: u16, value: f64) -> Short {
    Short {
        metric,
        value,
        bound: Bound::Exact,
        unit: "家",
        period: None,
        scope: Scope::College,
    }
}

impl Short {
    pub(crate) fn bound(self, bound: Bound) -> Self {
        Self { bound, ..self }
    }

    pub(crate) fn year(self, year: u16) -> Self {
        let text = match year {
            2022 => "2022年",
            2023 => "2023年",
            _ => "2024年",
        };
        self.period(PeriodKind::Year, text, Some(year))
    }

    pub(crate) fn period(self, kind: PeriodKind, text: &'static str, year: Option<u16>) -> Self {
        Self {
            period: Some((kind, text, year)),
            ..self
        }
    }

    pub(crate) fn scope(self, scope: Scope) -> Self {
        Self { scope, ..self }
    }
}

/// An outcome of metric 0 for tests of bounds.
pub(crate) fn figure(value: f64, bound: Bound, written: &str) -> Outcome {
    let mut outcome = outcome(0, &short(0, value).bound(bound));
    outcome.as_written = written.into();
    outcome
}

fn two(zh: impl Into<String>, en: impl Into<String>) -> Bilingual {
    Bilingual::new(zh.into(), en.into())
}

fn slug(text: String) -> Slug {
    text.parse().unwrap()
}

fn written(short: &Short) -> String {
    let Short { value, unit, .. } = short;
    match short.bound {
        Bound::Exact => format!("{value}{unit}"),
        Bound::AtLeast => format!("{value}{unit}以上"),
        Bound::MoreThan => format!("{value}多{unit}"),
        Bound::Nearly => format!("近{value}{unit}"),
        Bound::About => format!("约{value}{unit}"),
        Bound::LessThan => format!("不足{value}{unit}"),
        Bound::Range => format!("{value}至{}{unit}", value + 1.0),
    }
}

fn outcome(at: usize, short: &Short) -> Outcome {
    let written = written(short);
    Outcome {
        id: slug(format!("o{at}")),
        pillar: None,
        metric: Some(MetricIx(short.metric)),
        guesses: None,
        label: two(format!("第{at}项成效"), format!("Result no. {at}")),
        quantity: Quantity {
            value: short.value,
            max: (short.bound == Bound::Range).then_some(short.value + 1.0),
            unit: short.unit.into(),
            bound: short.bound,
        },
        as_written: written.as_str().into(),
        period: short.period.map(|(kind, text, year)| Period {
            kind,
            text: text.into(),
            year,
            cumulative: false,
            en: None,
        }),
        scope: short.scope,
        named: Vec::new(),
        note: None,
        cite: Citation {
            line: 2,
            exact: written.into(),
            prefix: None,
            suffix: None,
        },
        at: at as u32,
    }
}

fn college(at: usize, outcomes: &[Short]) -> College {
    let (short, name) = [
        ("甲校", "Alpha College"),
        ("乙校", "Beta College"),
        ("丙校", "Gamma College"),
        ("丁校", "Delta College"),
    ][at];
    College {
        id: slug(format!("c{at}")),
        name: Name {
            zh: format!("{short}职业学院").into(),
            short: short.into(),
            en: name.into(),
            short_en: None,
            pinyin: "jia".into(),
        },
        province: None,
        source: SourceIx(0),
        file: format!("data/colleges/c{at}.yaml").into(),
        reporter: Reporter {
            name: two(
                format!("{short}机电学院"),
                format!("School of Mechatronics, {name}"),
            ),
            scope: Scope::College,
        },
        summary: two("", ""),
        english: std::collections::BTreeMap::default(),
        pillars: Vec::new(),
        measures: Vec::new(),
        frameworks: Vec::new(),
        recognitions: Vec::new(),
        partners: Vec::new(),
        outcomes: outcomes
            .iter()
            .enumerate()
            .map(|(at, short)| outcome(at, short))
            .collect(),
    }
}

/// A pillar of the sample colleges.
pub(crate) fn pillar(n: u8, heading: &str, themes: &[u16]) -> Pillar {
    Pillar {
        n,
        heading: two(heading, format!("Pillar {n}")),
        slogan: format!("{heading}的口号").into(),
        printed: heading.into(),
        themes: themes.iter().map(|&at| ThemeIx(at)).collect(),
        gist: two("", ""),
        cite: Citation {
            line: 3,
            exact: heading.into(),
            prefix: None,
            suffix: None,
        },
    }
}

/// A measure of the sample colleges.
pub(crate) fn measure(pillar: u8, n: u8, title: &str) -> Measure {
    Measure {
        id: slug(format!("m{pillar}-{n}")),
        pillar,
        n,
        title: two(title, format!("Measure {n}")),
        slogan: None,
        themes: Vec::new(),
        note: None,
        gist: two("", ""),
        cite: Citation {
            line: 4,
            exact: title.into(),
            prefix: None,
            suffix: None,
        },
    }
}

/// Metrics 0 to 8 in themes 0 to 2: 0, 1 and 2 are family 0 and 3 and 4 family 1 (theme 0); 5 and 6 are family 2 and
/// 7 has none (theme 1); 8 has none (theme 2).
pub(crate) fn atlas(colleges: &[Vec<Short>]) -> Atlas {
    let families = [("合作企业", 0), ("平台与中心", 0), ("学生获奖", 1)];
    let metrics = [
        ("联建企业", 0, Some(0)),
        ("紧密合作企业", 0, Some(0)),
        ("共建基地企业", 0, Some(0)),
        ("创新平台", 0, Some(1)),
        ("实践中心", 0, Some(1)),
        ("一等奖", 1, Some(2)),
        ("二等奖", 1, Some(2)),
        ("参加赛事", 1, None),
        ("授权专利", 2, None),
    ];
    Atlas {
        themes: ["共建合作", "学生竞赛", "科研与技术服务"]
            .iter()
            .enumerate()
            .map(|(at, name)| Theme {
                id: slug(format!("t{at}")),
                name: two(*name, format!("Theme {at}")),
                definition: two("", ""),
            })
            .collect(),
        families: families
            .iter()
            .enumerate()
            .map(|(at, (name, theme))| Family {
                id: slug(format!("f{at}")),
                name: two(*name, format!("Family {at}")),
                theme: ThemeIx(*theme),
                definition: two(format!("{name}，分别计数。"), "Counted apart."),
            })
            .collect(),
        metrics: metrics
            .iter()
            .enumerate()
            .map(|(at, (name, theme, family))| Metric {
                id: slug(format!("m{at}")),
                name: two(*name, format!("Metric {at}")),
                theme: ThemeIx(*theme),
                family: family.map(FamilyIx),
                unit: "家".into(),
                definition: two(format!("{name}的个数。"), "How many."),
            })
            .collect(),
        sources: vec![source()],
        colleges: colleges
            .iter()
            .enumerate()
            .map(|(at, outcomes)| college(at, outcomes))
            .collect(),
    }
}

fn source() -> Source {
    Source {
        id: slug("s0".to_owned()),
        title: Some("示例".into()),
        outlet: Some("示例报".into()),
        byline: Vec::new(),
        url: None,
        language: "zh-Hans".into(),
        published: None,
        text: TextRecord {
            sha256: "0".repeat(64).into(),
            lines: 9,
            bytes: 99,
        },
        body: vec![LineRange { first: 1, last: 9 }],
        furniture: Vec::new(),
        outline: Vec::new(),
        excused: Vec::new(),
        file: "seeds/s0.yaml".into(),
    }
}

/// Every college of an atlas, in order.
pub(crate) fn everyone(atlas: &Atlas) -> Vec<CollegeIx> {
    atlas.all().collect()
}

/// Two to four colleges with any outcomes of the sample metrics, repeats and gaps included.
pub(crate) fn any() -> impl Strategy<Value = Atlas> {
    let outcomes = proptest::collection::vec(any_outcome(), 0..12);
    proptest::collection::vec(outcomes, 2..=4).prop_map(|colleges| atlas(&colleges))
}

fn any_outcome() -> impl Strategy<Value = Short> {
    let period = prop_oneof![
        Just(None),
        Just(Some((PeriodKind::Year, "2022年", Some(2022)))),
        Just(Some((PeriodKind::Year, "2023年", Some(2023)))),
        Just(Some((PeriodKind::AsOf, "截至2023年底", Some(2023)))),
        Just(Some((PeriodKind::Recent, "近年来", None))),
        Just(Some((PeriodKind::Class, "应届", None))),
    ];
    let value = prop_oneof![Just(0.0), (1u32..500).prop_map(f64::from), Just(2e7), Just(98.5)];
    let unit = prop_oneof![4 => Just("家"), 1 => Just("人次"), 1 => Just("%")];
    let scope = prop_oneof![Just(Scope::Unit), Just(Scope::College)];
    let bound = proptest::sample::select(&Bound::ALL[..]);
    (0u16..9, value, bound, unit, period, scope).prop_map(|(metric, value, bound, unit, period, scope)| {
        Short {
            metric,
            value,
            bound,
            unit,
            period,
            scope,
        }
    })
}
