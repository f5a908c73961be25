//! Faults of pillars, measures, frameworks, recognitions and partners.

use super::{At, Fault, OUTCOMES, cite_of, fault, gone, misprint, slip};

pub(super) const FAULTS: &[Fault] = &[
    // pillars
    fault(
        "pillar numbered twice",
        ("pillars", "n"),
        |s| s.set(if s.value == "1" { "2" } else { "1" }),
        &["bad-pillar"],
        At::Elsewhere,
    ),
    fault(
        "heading misprinted",
        ("pillars", "heading"),
        misprint,
        &["not-printed"],
        At::Here,
    ),
    fault(
        "slogan misprinted",
        ("pillars", "slogan"),
        misprint,
        &["not-printed"],
        At::Here,
    ),
    fault(
        "full heading misprinted",
        ("pillars", "printed"),
        misprint,
        &["not-printed"],
        At::Here,
    ),
    fault(
        "theme misspelt",
        ("pillars", "themes"),
        |s| s.swap("g", "gg").or_else(|| s.swap("t", "tt")),
        &["unknown-reference"],
        At::Here,
    ),
    fault(
        "no theme",
        ("pillars", "themes"),
        |s| s.set("[]"),
        &["unfinished", "measure-theme"],
        At::Elsewhere,
    ),
    fault(
        "theme of a measure gone",
        ("pillars", "themes"),
        |s| s.set("[faculty]"),
        &["measure-theme"],
        At::Elsewhere,
    ),
    fault(
        "pillar's line",
        ("pillars", "cite"),
        |s| cite_of(s, |line| line + 1),
        &["wrong-line"],
        At::Here,
    ),
    fault(
        "gist in English alone",
        ("pillars", "gist.zh"),
        gone,
        &["missing-field"],
        At::Elsewhere,
    ),
    fault(
        "gist that copies the article",
        ("pillars", "gist.zh"),
        |s| s.set(&s.article_run()?),
        &["quotes-too-much"],
        At::Here,
    ),
    // measures
    fault(
        "measure misprinted",
        ("measures", "title"),
        misprint,
        &["name-not-printed"],
        At::Here,
    ),
    fault(
        "slogan of a measure misprinted",
        ("measures", "slogan"),
        misprint,
        &["not-printed"],
        At::Here,
    ),
    fault(
        "measure numbered otherwise",
        ("measures", "n"),
        |s| s.set("9"),
        &["measure-order"],
        At::Here,
    ),
    fault(
        "measure under another pillar",
        ("measures", "pillar"),
        |s| s.set(if s.value == "1" { "2" } else { "1" }),
        &["wrong-pillar"],
        At::Here,
    ),
    fault(
        "measure of a foreign theme",
        ("measures", "themes"),
        |s| s.set("[recognition, employment, contests, faculty]"),
        &["measure-theme"],
        At::Here,
    ),
    fault(
        "measure's phrase",
        ("measures", "cite"),
        misprint,
        &["phrase-not-found"],
        At::Here,
    ),
    fault(
        "measure without an id",
        ("measures", "pillar"),
        |s| s.and(&format!("    pillar: {}", s.value)),
        &["duplicate-key"],
        At::Here,
    ),
    // frameworks
    fault(
        "total one more",
        ("frameworks", "groups.{name"),
        |s| {
            ["院", "促", "翼", "方"]
                .iter()
                .any(|name| s.value.starts_with(name))
                .then(|| s.swap("total: ", "total: 1"))?
        },
        &["framework-total"],
        At::Here,
    ),
    fault(
        "total of none",
        ("frameworks", "groups.{name"),
        |s| {
            s.value
                .contains("members: [")
                .then(|| s.swap("total: ", "total: 0"))?
        },
        &["wrong-type", "framework-total", "too-many-members"],
        At::Here,
    ),
    fault(
        "member misprinted",
        ("frameworks", "groups.{name"),
        |s| (!s.value.ends_with("[]}")).then(|| misprint(s))?,
        &["not-printed"],
        At::Here,
    ),
    fault(
        "member twice",
        ("frameworks", "groups.{name"),
        |s| (s.value.matches(", ").count() > 2).then(|| s.swap("members: [", "members: [学校, 学校, "))?,
        &["duplicate-member", "too-many-members", "not-printed"],
        At::Here,
    ),
    fault(
        "framework misprinted",
        ("frameworks", "name"),
        misprint,
        &["name-not-printed"],
        At::Here,
    ),
    // recognitions
    fault(
        "recognition misprinted",
        ("recognitions", "name"),
        misprint,
        &["name-not-printed"],
        At::Here,
    ),
    fault(
        "level above",
        ("recognitions", "level"),
        |s| (s.value == "city").then(|| s.set("national"))?,
        &["recognition-level"],
        At::Here,
    ),
    fault(
        "level misspelt",
        ("recognitions", "level"),
        |s| s.swap("province", "provincial"),
        &["wrong-type"],
        At::Here,
    ),
    fault(
        "year of a recognition",
        ("recognitions", "year"),
        |s| s.set("2019"),
        &["recognition-year"],
        At::Here,
    ),
    fault(
        "year of a recognition gone",
        ("recognitions", "year"),
        gone,
        &["recognition-year"],
        At::Record,
    ),
    fault(
        "kind of a recognition",
        ("recognitions", "kind"),
        slip,
        &["wrong-type"],
        At::Here,
    ),
    fault(
        "counted by no outcome",
        ("recognitions", "outcome"),
        slip,
        &["unknown-reference"],
        At::Here,
    ),
    fault(
        "counted elsewhere",
        ("recognitions", "outcome"),
        |s| (!s.beside("cite")?.starts_with("{line: 5")).then(|| s.set(s.last_of(OUTCOMES)?))?,
        &["counted-elsewhere"],
        At::Here,
    ),
    fault(
        "family misspelt",
        ("recognitions", "family"),
        slip,
        &["unknown-reference"],
        At::Here,
    ),
    fault(
        "work misprinted",
        ("recognitions", "work"),
        misprint,
        &["not-printed"],
        At::Here,
    ),
    fault(
        "holder misprinted",
        ("recognitions", "holder"),
        misprint,
        &["not-printed"],
        At::Here,
    ),
    fault(
        "claim misprinted",
        ("recognitions", "claim"),
        |s| s.swap("zh: ", "zh: 鼐"),
        &["not-printed"],
        At::Here,
    ),
    // partners
    fault(
        "partner misprinted",
        ("partners", "name"),
        misprint,
        &["name-not-printed"],
        At::Here,
    ),
    fault(
        "kind of a partner",
        ("partners", "kind"),
        slip,
        &["wrong-type"],
        At::Here,
    ),
    fault(
        "partner's phrase",
        ("partners", "cite"),
        misprint,
        &["phrase-not-found"],
        At::Here,
    ),
];
