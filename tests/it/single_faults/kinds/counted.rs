//! Faults of what a figure counts, of when, and of where it is printed.

use super::{At, Fault, OUTCOMES, cite_of, fault, gone, misprint, printed_beside, slip};

pub(super) const FAULTS: &[Fault] = &[
    // what a figure counts, and when
    fault(
        "metric misspelt",
        (OUTCOMES, "metric"),
        slip,
        &["unknown-reference"],
        At::Here,
    ),
    fault(
        "metric of another unit",
        (OUTCOMES, "metric"),
        |s| (s.beside("unit")? != "\"%\"").then(|| s.set("employment-rate"))?,
        &["metric-unit"],
        At::Here,
    ),
    fault(
        "field misspelt",
        (OUTCOMES, "metric"),
        |s| Some(vec![s.whole().replace("metric:", "metirc:")]),
        &["unknown-field"],
        At::Here,
    ),
    fault(
        "full-width colon",
        (OUTCOMES, "metric"),
        |s| Some(vec![s.whole().replace("metric:", "metric：")]),
        &["syntax"],
        At::Here,
    ),
    fault(
        "no space behind the colon",
        (OUTCOMES, "metric"),
        |s| Some(vec![s.whole().replace("metric: ", "metric:")]),
        &["syntax"],
        At::Here,
    ),
    fault(
        "id with a capital",
        (OUTCOMES, "id"),
        |s| s.set(&s.value.to_uppercase()),
        &["bad-id"],
        At::Here,
    ),
    fault(
        "id of a pillar",
        (OUTCOMES, "id"),
        |s| s.set("p1"),
        &["bad-id"],
        At::Here,
    ),
    fault(
        "id taken by a measure",
        (OUTCOMES, "id"),
        |s| s.set(s.first_of("measures")?),
        &["duplicate-id"],
        At::Here,
    ),
    fault(
        "scope misspelt",
        (OUTCOMES, "value"),
        |s| s.and("    scope: colege"),
        &["wrong-type"],
        At::Here,
    ),
    fault(
        "year of the period",
        (OUTCOMES, "period"),
        |s| {
            s.swap("text: 2023年", "text: 2021年")?
                .pop()
                .map(|line| vec![line.replace("year: 2023", "year: 2021")])
        },
        &["period-not-printed"],
        At::Here,
    ),
    fault(
        "year that is not of the words",
        (OUTCOMES, "period"),
        |s| s.swap("year: 202", "year: 201"),
        &["period-year"],
        At::Here,
    ),
    fault(
        "year gone",
        (OUTCOMES, "period"),
        |s| s.swap(", year: 2023", ""),
        &["period-year"],
        At::Here,
    ),
    fault(
        "kind of the period",
        (OUTCOMES, "period"),
        |s| s.swap("kind: year", "kind: class"),
        &["period-kind"],
        At::Here,
    ),
    fault(
        "class as a year",
        (OUTCOMES, "period"),
        |s| s.swap("kind: class, text: 2024届", "kind: year, text: 2024届"),
        &["period-kind"],
        At::Here,
    ),
    fault(
        "kind of the period misspelt",
        (OUTCOMES, "period"),
        |s| s.swap("kind: class", "kind: clas"),
        &["wrong-type"],
        At::Here,
    ),
    fault(
        "累计 where it is not printed",
        (OUTCOMES, "period"),
        |s| (!printed_beside(s)).then(|| s.swap("year: 2023}", "year: 2023, cumulative: true}"))?,
        &["period-not-printed"],
        At::Here,
    ),
    fault(
        "累计 dropped",
        (OUTCOMES, "period"),
        |s| {
            (s.value.contains("cumulative: true") && s.cite_holds("累计"))
                .then(|| s.swap(", cumulative: true", ""))?
        },
        &["period-missing"],
        At::Here,
    ),
    fault(
        "period of its own clause dropped",
        (OUTCOMES, "period"),
        |s| {
            ["as_of", "kind: class, text: 2024届"]
                .iter()
                .any(|word| s.value.contains(word))
                .then(|| gone(s))?
        },
        &["period-missing"],
        At::Record,
    ),
    fault(
        "member misprinted",
        (OUTCOMES, "named"),
        misprint,
        &["not-printed"],
        At::Here,
    ),
    fault(
        "more named than counted",
        (OUTCOMES, "named"),
        |s| (s.beside("value")?.parse::<u8>().ok()? < 4).then(|| s.set("[产业, 学院, 企业, 党建]"))?,
        &["too-many-members"],
        At::Here,
    ),
    fault(
        "label gone",
        (OUTCOMES, "label"),
        gone,
        &["missing-field"],
        At::Record,
    ),
    fault(
        "label empty",
        (OUTCOMES, "label"),
        |s| s.set("\"\""),
        &["empty-text"],
        At::Here,
    ),
    fault(
        "label still to be written",
        (OUTCOMES, "label"),
        |s| s.set("TODO"),
        &["unfinished"],
        At::Here,
    ),
    fault(
        "English gone",
        (OUTCOMES, "en"),
        gone,
        &["missing-field"],
        At::Record,
    ),
    fault(
        "English in Chinese",
        (OUTCOMES, "en"),
        |s| s.set(s.beside("label")?),
        &["wrong-language"],
        At::Here,
    ),
    // where it stands
    fault(
        "line below",
        (OUTCOMES, "cite"),
        |s| cite_of(s, |line| line + 1),
        &["wrong-line", "in-furniture"],
        At::Here,
    ),
    fault(
        "line zero",
        (OUTCOMES, "cite"),
        |s| cite_of(s, |_| 0),
        &["no-such-line"],
        At::Here,
    ),
    fault(
        "line beyond the end",
        (OUTCOMES, "cite"),
        |s| cite_of(s, |_| 400),
        &["no-such-line"],
        At::Here,
    ),
    fault(
        "phrase altered",
        (OUTCOMES, "cite"),
        misprint,
        &["phrase-not-found", "not-in-phrase"],
        At::Here,
    ),
    fault(
        "phrase with another figure",
        (OUTCOMES, "cite"),
        |s| s.swap("余", "多"),
        &["phrase-not-found"],
        At::Here,
    ),
    fault(
        "text before the phrase",
        (OUTCOMES, "cite"),
        |s| s.swap("}", ", prefix: 甲乙丙}"),
        &["wrong-context"],
        At::Here,
    ),
    fault(
        "text behind the phrase",
        (OUTCOMES, "cite"),
        |s| s.swap("}", ", suffix: 甲乙丙}"),
        &["wrong-context"],
        At::Here,
    ),
    fault(
        "brace not closed",
        (OUTCOMES, "cite"),
        |s| s.swap("}", ""),
        &["syntax"],
        At::Elsewhere,
    ),
    fault(
        "pillar that is none",
        (OUTCOMES, "pillar"),
        |s| s.set("9"),
        &["bad-pillar"],
        At::Here,
    ),
    fault(
        "another pillar",
        (OUTCOMES, "pillar"),
        |s| s.set(if s.value == "1" { "2" } else { "1" }),
        &["wrong-pillar"],
        At::Here,
    ),
    fault(
        "pillar gone",
        (OUTCOMES, "pillar"),
        gone,
        &["wrong-pillar"],
        At::Record,
    ),
    fault(
        "pillar in words",
        (OUTCOMES, "pillar"),
        |s| s.set("一"),
        &["wrong-type"],
        At::Here,
    ),
];
