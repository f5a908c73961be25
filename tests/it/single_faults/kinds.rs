//! What can go wrong with which field, and by which code it is found where.

use encoding_rs::GB18030;

use super::files::Spot;

/// A line, or two, in place of a spot's; none where this fault cannot be done there.
type Edit = fn(&Spot<'_>) -> Option<Vec<String>>;

/// Where a fault is found.
pub(super) enum At {
    /// On the line that was edited, or the one put in behind it.
    Here,
    /// At the record.
    Record,
    /// At another field of the record.
    Field(&'static str),
    /// In another file, or at another record.
    Elsewhere,
}

/// A kind of fault in a field.
pub(super) struct Fault {
    pub(super) what: &'static str,
    pub(super) list: &'static str,
    pub(super) key: &'static str,
    pub(super) edit: Edit,
    pub(super) codes: &'static [&'static str],
    pub(super) at: At,
}

impl At {
    /// The lines; none when any will do.
    pub(super) fn lines(&self, spot: &Spot<'_>, edited: &[String]) -> Vec<u32> {
        // A line taken out moves up those behind it.
        let moved = edited.len() as i64 - 1;
        let line = |line: u32| match line > spot.line {
            true => u32::try_from(i64::from(line) + moved).unwrap(),
            false => line,
        };
        match self {
            Self::Here => (spot.line..=spot.line + edited.len().max(1) as u32 - 1).collect(),
            Self::Record => vec![spot.record],
            Self::Field(key) => vec![line(spot.line_of(key).unwrap_or_default())],
            Self::Elsewhere => Vec::new(),
        }
    }
}

const fn fault(
    what: &'static str,
    (list, key): (&'static str, &'static str),
    edit: Edit,
    codes: &'static [&'static str],
    at: At,
) -> Fault {
    Fault {
        what,
        list,
        key,
        edit,
        codes,
        at,
    }
}

/// Another Han character for the last one of a text.
fn misprint(spot: &Spot<'_>) -> Option<Vec<String>> {
    let (at, last) = spot
        .value
        .char_indices()
        .rev()
        .find(|(_, c)| ('\u{4e00}'..'\u{9fff}').contains(c))?;
    let value = spot.value;
    spot.set(&format!("{}鼐{}", &value[..at], &value[at + last.len_utf8()..]))
}

/// A letter missing in an id or a word.
fn slip(spot: &Spot<'_>) -> Option<Vec<String>> {
    spot.set(spot.value.strip_suffix(|c: char| c.is_ascii_lowercase())?)
}

fn gone(_: &Spot<'_>) -> Option<Vec<String>> {
    Some(Vec::new())
}

fn value_plus_one(spot: &Spot<'_>) -> Option<Vec<String>> {
    spot.set(&format!("{}", spot.value.parse::<f64>().ok()? + 1.0))
}

fn digits_swapped(spot: &Spot<'_>) -> Option<Vec<String>> {
    let digits: String = spot.value.chars().take_while(char::is_ascii_digit).collect();
    let swapped: String = digits.chars().rev().collect();
    (swapped != digits)
        .then(|| spot.swap(&digits, &swapped))
        .flatten()
}

fn cite_of(spot: &Spot<'_>, change: impl Fn(u32) -> u32) -> Option<Vec<String>> {
    let line: String = spot
        .value
        .strip_prefix("{line: ")?
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    let other = change(line.parse().ok()?);
    spot.swap(&format!("line: {line}"), &format!("line: {other}"))
}

fn without(spot: &Spot<'_>, word: &str) -> Option<Vec<String>> {
    spot.swap(word, "")
}

/// The period of a figure whose own phrase does not print it.
fn printed_beside(spot: &Spot<'_>) -> bool {
    spot.value.starts_with("{kind: cumulative")
}

const OUTCOMES: &str = "outcomes";

pub(super) const FAULTS: &[Fault] = &[
    // figures
    fault(
        "value one more",
        (OUTCOMES, "value"),
        value_plus_one,
        &["value-differs"],
        At::Here,
    ),
    fault(
        "value in 万",
        (OUTCOMES, "value"),
        |s| s.set(s.value.strip_suffix("0000")?),
        &["value-differs"],
        At::Here,
    ),
    fault(
        "value with a digit more",
        (OUTCOMES, "value"),
        |s| s.set(&format!("{}0", s.value)),
        &["value-differs"],
        At::Here,
    ),
    fault(
        "digits of the value swapped",
        (OUTCOMES, "value"),
        digits_swapped,
        &["value-differs"],
        At::Here,
    ),
    fault(
        "value below zero",
        (OUTCOMES, "value"),
        |s| s.set(&format!("-{}", s.value)),
        &["value-differs"],
        At::Here,
    ),
    fault(
        "percent as a share of one",
        (OUTCOMES, "value"),
        |s| (s.beside("unit")? == "\"%\"").then(|| s.set(&format!("0.{}", s.value)))?,
        &["value-differs"],
        At::Here,
    ),
    fault(
        "value as text",
        (OUTCOMES, "value"),
        |s| s.set(&format!("\"{}\"", s.value)),
        &["wrong-type"],
        At::Here,
    ),
    fault(
        "value with its unit",
        (OUTCOMES, "value"),
        |s| s.set(&format!("{}家", s.value)),
        &["wrong-type"],
        At::Here,
    ),
    fault(
        "value in hexadecimal",
        (OUTCOMES, "value"),
        |s| s.set("0x22"),
        &["wrong-type"],
        At::Here,
    ),
    fault(
        "value in octal",
        (OUTCOMES, "value"),
        |s| s.set("0o42"),
        &["wrong-type"],
        At::Here,
    ),
    fault(
        "value with a leading zero",
        (OUTCOMES, "value"),
        |s| s.set(&format!("0{}", s.value)),
        &["wrong-type"],
        At::Here,
    ),
    fault(
        "value with underscores",
        (OUTCOMES, "value"),
        |s| s.set("1_000"),
        &["wrong-type"],
        At::Here,
    ),
    fault(
        "value without end",
        (OUTCOMES, "value"),
        |s| s.set(".inf"),
        &["not-finite"],
        At::Here,
    ),
    fault(
        "value gone",
        (OUTCOMES, "value"),
        gone,
        &["missing-field"],
        At::Record,
    ),
    fault(
        "value twice",
        (OUTCOMES, "value"),
        |s| s.and(s.whole()),
        &["duplicate-key"],
        At::Here,
    ),
    fault(
        "max without a range",
        (OUTCOMES, "value"),
        |s| s.and("    max: 99999999999"),
        &["bad-range"],
        At::Here,
    ),
    fault(
        "another unit",
        (OUTCOMES, "unit"),
        |s| (s.value != "场").then(|| s.set("场"))?,
        &["unit-differs"],
        At::Here,
    ),
    fault(
        "unit gone",
        (OUTCOMES, "unit"),
        gone,
        &["unit-differs"],
        At::Record,
    ),
    fault(
        "unit misprinted",
        (OUTCOMES, "unit"),
        misprint,
        &["unit-differs"],
        At::Here,
    ),
    fault(
        "percent for permille",
        (OUTCOMES, "unit"),
        |s| s.swap("%", "‰"),
        &["unit-differs"],
        At::Here,
    ),
    fault(
        "percent without quotes",
        (OUTCOMES, "unit"),
        |s| s.swap("\"%\"", "%"),
        &["syntax"],
        At::Here,
    ),
    fault(
        "unit with 万",
        (OUTCOMES, "unit"),
        |s| (s.value == "元").then(|| s.set("万元"))?,
        &["unit-differs"],
        At::Here,
    ),
    fault(
        "bound gone",
        (OUTCOMES, "bound"),
        gone,
        &["bound-differs"],
        At::Field("as_written"),
    ),
    fault(
        "bound the other way",
        (OUTCOMES, "bound"),
        |s| (s.value != "less_than").then(|| s.set("less_than"))?,
        &["bound-differs"],
        At::Here,
    ),
    fault(
        "more than for at least",
        (OUTCOMES, "bound"),
        |s| s.swap("more_than", "at_least"),
        &["bound-differs"],
        At::Here,
    ),
    fault(
        "at least for more than",
        (OUTCOMES, "bound"),
        |s| s.swap("at_least", "more_than"),
        &["bound-differs"],
        At::Here,
    ),
    fault(
        "range without an end",
        (OUTCOMES, "bound"),
        |s| s.set("range"),
        &["bad-range"],
        At::Here,
    ),
    fault(
        "bound misspelt",
        (OUTCOMES, "bound"),
        |s| s.swap("_", ""),
        &["wrong-type"],
        At::Here,
    ),
    fault(
        "bound where none is printed",
        (OUTCOMES, "unit"),
        |s| s.beside("bound").is_none().then(|| s.and("    bound: nearly"))?,
        &["bound-differs"],
        At::Here,
    ),
    fault(
        "余 left out of the wording",
        (OUTCOMES, "as_written"),
        |s| without(s, "余"),
        &["not-in-phrase"],
        At::Here,
    ),
    fault(
        "多 left out of the wording",
        (OUTCOMES, "as_written"),
        |s| without(s, "多"),
        &["not-in-phrase"],
        At::Here,
    ),
    fault(
        "以上 left out of the wording",
        (OUTCOMES, "as_written"),
        |s| without(s, "以上"),
        &["figure-cut"],
        At::Here,
    ),
    fault(
        "超 left out of the wording",
        (OUTCOMES, "as_written"),
        |s| without(s, "超过").or_else(|| without(s, "超")),
        &["figure-cut"],
        At::Here,
    ),
    fault(
        "近 left out of the wording",
        (OUTCOMES, "as_written"),
        |s| without(s, "近"),
        &["figure-cut"],
        At::Here,
    ),
    fault(
        "first digit left out of the wording",
        (OUTCOMES, "as_written"),
        |s| {
            s.value
                .bytes()
                .take(2)
                .all(|b| b.is_ascii_digit())
                .then(|| s.set(&s.value[1..]))?
        },
        &["figure-cut"],
        At::Here,
    ),
    fault(
        "another digit in the wording",
        (OUTCOMES, "as_written"),
        digits_swapped,
        &["not-in-phrase"],
        At::Here,
    ),
    fault(
        "wording without its unit",
        (OUTCOMES, "as_written"),
        |s| s.set(s.value.strip_suffix('个')?),
        &["figure-cut"],
        At::Here,
    ),
    fault(
        "wording gone",
        (OUTCOMES, "as_written"),
        gone,
        &["missing-field"],
        At::Record,
    ),
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
    // heads of dossiers
    fault(
        "id that is not the file's",
        ("", "id"),
        |s| s.file.contains("college").then(|| s.set("other"))?,
        &["file-name"],
        At::Here,
    ),
    fault(
        "name of the college",
        ("", "name.zh"),
        misprint,
        &["not-printed"],
        At::Here,
    ),
    fault(
        "pinyin",
        ("", "name.pinyin"),
        |s| s.swap("zhi", "chi"),
        &["bad-pinyin"],
        At::Here,
    ),
    fault(
        "pinyin with tones",
        ("", "name.pinyin"),
        |s| s.swap("zhi", "zhí"),
        &["bad-pinyin"],
        At::Here,
    ),
    fault(
        "source misspelt",
        ("", "source"),
        slip,
        &["unknown-reference"],
        At::Here,
    ),
    fault(
        "scope of the reporter",
        ("", "reporter.scope"),
        |s| s.set(if s.value == "unit" { "college" } else { "unit" }),
        &["reporter-scope"],
        At::Here,
    ),
    fault(
        "reporter misprinted",
        ("", "reporter.zh"),
        misprint,
        &["not-printed", "reporter-scope"],
        At::Elsewhere,
    ),
    fault(
        "province misprinted",
        ("", "province.zh"),
        misprint,
        &["not-printed"],
        At::Here,
    ),
    fault(
        "summary empty",
        ("", "summary.zh"),
        |s| s.set("~"),
        &["empty-text", "wrong-type"],
        At::Here,
    ),
    // registers
    fault(
        "id of a theme",
        ("themes", "id"),
        slip,
        &["unknown-reference"],
        At::Elsewhere,
    ),
    fault(
        "theme without a definition",
        ("themes", "definition"),
        |s| Some(vec![s.whole().replace("definition", "definiton")]),
        &["unknown-field"],
        At::Here,
    ),
    fault(
        "name of a theme in Chinese",
        ("themes", "en"),
        |s| s.set(s.beside("zh")?),
        &["wrong-language"],
        At::Here,
    ),
    fault(
        "id of a metric",
        ("metrics", "id"),
        slip,
        &["unknown-reference"],
        At::Elsewhere,
    ),
    fault(
        "unit of a metric",
        ("metrics", "unit"),
        |s| s.set("座"),
        &["metric-unit"],
        At::Elsewhere,
    ),
    fault(
        "theme of a metric",
        ("metrics", "theme"),
        slip,
        &["unknown-reference"],
        At::Here,
    ),
    fault(
        "theme not its family's",
        ("metrics", "theme"),
        |s| s.beside("family").is_some().then(|| s.set("party-work"))?,
        &["family-theme"],
        At::Here,
    ),
    fault(
        "family of a metric",
        ("metrics", "family"),
        slip,
        &["unknown-reference"],
        At::Here,
    ),
    fault(
        "id of a family",
        ("families", "id"),
        slip,
        &["unknown-reference"],
        At::Elsewhere,
    ),
    fault(
        "name of a metric twice",
        ("metrics", "zh"),
        |s| s.set(s.first_name_of("metrics")?),
        &["duplicate-name"],
        At::Here,
    ),
    // source records
    fault(
        "hash",
        ("", "text.sha256"),
        |s| s.set(&s.value.chars().rev().collect::<String>()),
        &["source-changed"],
        At::Here,
    ),
    fault(
        "hash too short",
        ("", "text.sha256"),
        |s| s.set(&s.value[1..]),
        &["wrong-type"],
        At::Here,
    ),
    fault(
        "bytes",
        ("", "text.bytes"),
        |s| s.set(&format!("1{}", s.value)),
        &["source-changed"],
        At::Here,
    ),
    fault(
        "number of lines",
        ("", "text.lines"),
        |s| s.set(&format!("{}", s.value.parse::<u32>().ok()? + 1)),
        &["line-count"],
        At::Here,
    ),
    fault(
        "fewer lines",
        ("", "text.lines"),
        |s| s.set("2"),
        &["line-count"],
        At::Here,
    ),
    fault(
        "body too short",
        ("", "body"),
        |s| s.set(&format!("{}3\"", s.value.split('-').next()?.to_owned() + "-")),
        &["lines-uncovered"],
        At::Here,
    ),
    fault(
        "body that runs into the site",
        ("", "body"),
        |s| s.set("\"1-14\""),
        &["lines-overlap", "no-such-line"],
        At::Elsewhere,
    ),
    fault(
        "body in words",
        ("", "body"),
        |s| s.set("全文"),
        &["wrong-type"],
        At::Here,
    ),
    fault(
        "title misprinted",
        ("", "title"),
        misprint,
        &["not-printed"],
        At::Here,
    ),
    fault(
        "outlet misprinted",
        ("", "outlet"),
        misprint,
        &["not-printed"],
        At::Here,
    ),
    fault(
        "author misprinted",
        ("", "byline"),
        misprint,
        &["not-printed"],
        At::Here,
    ),
    fault(
        "address misprinted",
        ("", "url"),
        |s| s.swap("https", "http"),
        &["not-printed"],
        At::Here,
    ),
    fault(
        "day that is none",
        ("", "language"),
        |s| s.and("published: \"2025-02-30\""),
        &["bad-date"],
        At::Here,
    ),
    fault(
        "thirteenth month",
        ("", "language"),
        |s| s.and("published: \"2024-13-01\""),
        &["bad-date"],
        At::Here,
    ),
    fault(
        "date to come",
        ("", "language"),
        |s| s.and("published: \"2999-01-01\""),
        &["future-date"],
        At::Here,
    ),
    fault(
        "site line called twice",
        ("furniture", "lines"),
        |s| s.set("\"2\""),
        &["lines-overlap", "lines-uncovered"],
        At::Elsewhere,
    ),
    fault(
        "outline beyond the end",
        ("outline", "line"),
        |s| s.set("400"),
        &["no-such-line"],
        At::Here,
    ),
    fault(
        "excuse altered",
        ("excused", "{}"),
        |s| s.swap("exact: ", "exact: 鼐"),
        &["phrase-not-found"],
        At::Here,
    ),
    fault(
        "excuse on another line",
        ("excused", "{}"),
        |s| s.swap("line: ", "line: 40"),
        &["no-such-line"],
        At::Here,
    ),
    fault(
        "excuse gone",
        ("excused", "{}"),
        |s| s.value.contains("一是").then(|| gone(s))?,
        &["uncovered"],
        At::Elsewhere,
    ),
    fault(
        "year as a rank",
        ("excused", "{}"),
        |s| s.swap("kind: year", "kind: ordinal"),
        &["excuse-kind"],
        At::Here,
    ),
    fault(
        "rank as a class",
        ("excused", "{}"),
        |s| s.swap("exact: 二等奖, kind: ordinal", "exact: 二等奖, kind: class_year"),
        &["excuse-kind"],
        At::Here,
    ),
    fault(
        "kind of an excuse misspelt",
        ("excused", "{}"),
        |s| s.swap("kind: ordinal", "kind: ordnal"),
        &["wrong-type"],
        At::Here,
    ),
    fault(
        "reason in one language",
        ("excused", "{}"),
        |s| s.swap("en: ", "e: "),
        &["unknown-field"],
        At::Here,
    ),
    // YAML
    fault(
        "tab for the indent",
        (OUTCOMES, "label"),
        |s| Some(vec![s.whole().replacen("    ", "\t", 1)]),
        &["tab"],
        At::Here,
    ),
    fault(
        "ideographic indent",
        (OUTCOMES, "label"),
        |s| Some(vec![s.whole().replacen("    ", "\u{3000}\u{3000}", 1)]),
        &["ideographic-indent"],
        At::Here,
    ),
    fault(
        "control character",
        (OUTCOMES, "label"),
        |s| s.set(&format!("{}\u{8}", s.value)),
        &["control-character"],
        At::Here,
    ),
    fault(
        "zero-width character",
        (OUTCOMES, "label"),
        |s| s.set(&format!("{}\u{200b}", s.value)),
        &["invisible-character"],
        At::Here,
    ),
    fault(
        "indent one off",
        (OUTCOMES, "label"),
        |s| Some(vec![format!(" {}", s.whole())]),
        &["syntax"],
        At::Elsewhere,
    ),
    fault(
        "quote not closed",
        (OUTCOMES, "label"),
        |s| s.set(&format!("\"{}", s.value)),
        &["syntax"],
        At::Here,
    ),
    fault(
        "text that begins with an at sign",
        (OUTCOMES, "label"),
        |s| s.set(&format!("@{}", s.value)),
        &["syntax"],
        At::Here,
    ),
    fault(
        "text with a colon",
        (OUTCOMES, "label"),
        |s| s.set(&format!("甲: {}", s.value)),
        &["syntax"],
        At::Here,
    ),
    fault(
        "alias of nothing",
        (OUTCOMES, "label"),
        |s| s.set("*甲"),
        &["syntax"],
        At::Here,
    ),
    fault(
        "tag",
        (OUTCOMES, "label"),
        |s| s.set(&format!("!!str {}", s.value)),
        &["wrong-type"],
        At::Here,
    ),
    fault(
        "merge key",
        (OUTCOMES, "label"),
        |s| s.and("    <<: {note: {zh: 甲, en: a}}"),
        &["unknown-field"],
        At::Here,
    ),
    fault(
        "list for a text",
        (OUTCOMES, "label"),
        |s| s.set(&format!("[{}]", s.value)),
        &["wrong-type"],
        At::Here,
    ),
    fault(
        "too deep",
        (OUTCOMES, "label"),
        |s| s.set(&"[".repeat(65)),
        &["too-deep"],
        At::Here,
    ),
    fault(
        "second document",
        ("", "summary"),
        |s| Some(vec!["---".to_owned(), s.whole().to_owned()]),
        &["syntax"],
        At::Here,
    ),
];

/// A fault of a whole file.
pub(super) struct Whole {
    pub(super) what: &'static str,
    /// Part of the name of the files.
    pub(super) file: &'static str,
    pub(super) edit: fn(&str) -> Vec<u8>,
    pub(super) code: &'static str,
    pub(super) line: Option<u32>,
}

const fn whole(what: &'static str, edit: fn(&str) -> Vec<u8>, code: &'static str) -> Whole {
    Whole {
        what,
        file: ".yaml",
        edit,
        code,
        line: None,
    }
}

pub(super) const WHOLE: &[Whole] = &[
    whole(
        "in GB18030",
        |text| GB18030.encode(text).0.into_owned(),
        "not-utf8",
    ),
    whole(
        "in UTF-16 with a mark",
        |text| {
            [
                vec![0xff, 0xfe],
                text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            ]
            .concat()
        },
        "not-utf8",
    ),
    whole(
        "in UTF-16 without a mark",
        |text| text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        "not-utf8",
    ),
    whole("empty", |_| Vec::new(), "syntax"),
];

/// A kind of fault that is no finding: what, and why.
type Argued = (&'static str, &'static str, &'static str, &'static str, Edit);

pub(super) const ARGUED: &[Argued] = &[
    (
        "another metric of the same unit",
        "which count a figure is, is the curator's judgement; the metric's definition is shown beside it",
        OUTCOMES,
        "metric",
        |s| (s.value == "joint-party-firms").then(|| s.set("close-partner-firms"))?,
    ),
    (
        "scope of a figure",
        "an article seldom prints for whom a figure speaks",
        OUTCOMES,
        "value",
        |s| s.and("    scope: college"),
    ),
    (
        "label in other words",
        "labels are the curator's words",
        OUTCOMES,
        "label",
        |s| s.set("数字"),
    ),
    ("translation", "English is the curator's", OUTCOMES, "en", |s| {
        s.set("A figure")
    }),
    (
        "period whose time dates the clause before",
        "a time in another clause may date that clause alone",
        OUTCOMES,
        "period",
        |s| (s.beside("as_written")? == "54家").then(|| gone(s))?,
    ),
    (
        "another known theme of a pillar",
        "what a pillar is about is the curator's judgement",
        "pillars",
        "themes",
        |s| s.swap("]", ", contests]"),
    ),
    (
        "name with a character left out",
        "names are shortened so",
        "partners",
        "name",
        |s| s.swap("有限公司", "公司"),
    ),
    (
        "gist of something else",
        "gists are the curator's words",
        "pillars",
        "gist.zh",
        |s| s.set("甲。"),
    ),
];
