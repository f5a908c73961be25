//! The lists to choose from: metrics with their definitions, reasons, pillars, themes, fields and their values.
//!
//! Which items there are to choose from is `item_choices`.

use serde_yaml::Value;

use super::{
    ask::{Choice, ChoiceRow, Pick},
    words,
};
use crate::{
    draft::periods,
    lang::{Bilingual, Lang},
    model::{ExcuseKind, Level, Metric, PartnerKind, RecognitionKind, is_todo},
    numeral::Bound,
    review::{EDITED, Path, Reason, Review, ReviewItem, Subject, get, text},
};

/// A metric that the draft proposes, and the printed words that speak for it.
pub(crate) fn candidates(review: &Review, item: &ReviewItem) -> Vec<(String, String)> {
    let Some((file, path)) = &item.at else {
        return Vec::new();
    };
    let guesses = get(review.reading().file(*file), &path.field("guess"));
    let guesses = guesses.and_then(Value::as_sequence).into_iter().flatten();
    let word = |guess: &Value, field: &str| Some(guess.get(field)?.as_str()?.to_owned());
    guesses
        .filter_map(|guess| Some((word(guess, "metric")?, word(guess, "words")?)))
        .collect()
}

/// The metrics a figure may be of: none first, those proposed, those of its unit, and a new one last.
pub(crate) fn metrics(review: &Review, item: &ReviewItem) -> Choice {
    let candidates = candidates(review, item);
    let all = &review.reading().loaded.atlas.metrics;
    let unit = review.field(item, "unit");
    let none =
        ChoiceRow::new(Bilingual::new("不计入任何指标", "none"), Pick::Metric(None)).note(Bilingual::new(
            "照样显示、查得到、可导出，只是不与别校相比。",
            "Shown, found and exported all the same, and never compared.",
        ));
    let row = |metric: &Metric| {
        ChoiceRow::new(metric.name.clone(), Pick::Metric(Some(metric.id.to_string())))
            .end(&*metric.unit)
            .note(metric.definition.clone())
    };
    let proposed = candidates.iter().filter_map(|(id, words)| {
        let metric = all.iter().find(|metric| metric.id.as_str() == id)?;
        Some(row(metric).end(format!("“{words}”")))
    });
    let is_proposed = |metric: &&Metric| candidates.iter().any(|(id, _)| id == metric.id.as_str());
    let same = all
        .iter()
        .filter(|metric| *metric.unit == *unit && !is_proposed(metric))
        .map(row);
    let new =
        ChoiceRow::new(Bilingual::new("新建一个指标", "a new one"), Pick::NewMetric).note(Bilingual::new(
            "第二个数字要用时才值得新建。",
            "Worth it when a second figure wants it.",
        ));
    let rows: Vec<_> = [none]
        .into_iter()
        .chain(proposed)
        .chain(same)
        .chain([new])
        .collect();
    let now = Some(review.field(item, "metric")).filter(|id| !id.is_empty());
    let wanted = now.or_else(|| candidates.first().map(|(id, _)| id.clone()));
    Choice::new("指标", "Metric", rows).at(|row| row.pick == Pick::Metric(wanted.clone()))
}

/// Why a numeral may be no outcome; what it was read as first.
pub(crate) fn reasons(review: &Review, item: &ReviewItem) -> Choice {
    const OTHERS: [(ExcuseKind, &str, &str); 4] = [
        (
            ExcuseKind::Other,
            "不是本校的数字",
            "a figure of others, not of the college",
        ),
        (
            ExcuseKind::Other,
            "全国或全省的数字",
            "a figure of the country or the province",
        ),
        (
            ExcuseKind::Other,
            "上文已录的同一数字",
            "the same figure as one above",
        ),
        (ExcuseKind::Other, "目标，还不是成效", "a goal and no result yet"),
    ];
    const VAGUE: (ExcuseKind, &str, &str) = (ExcuseKind::Other, "约数，不成数量", "no particular number");
    let mut numerals = review.reading().numerals.iter().enumerate();
    let own = numerals.find(|(n, _)| review.items()[review.item_of(*n)].subject == item.subject);
    let own = own.map_or("", |(_, numeral)| numeral.kind.as_str());
    let row = |(kind, zh, en): (ExcuseKind, &str, &str)| {
        let reason = Reason {
            kind,
            zh: zh.into(),
            en: en.into(),
        };
        ChoiceRow::new(Bilingual::new(zh, en), Pick::Reason(reason)).end(words::excuse_kind(kind))
    };
    let reasons = OTHERS.into_iter().chain(words::EXCUSES).chain([VAGUE]);
    let rows = reasons.map(row);
    let write = ChoiceRow::new(
        Bilingual::new("另写一个缘由", "another, to be written"),
        Pick::OwnReason,
    );
    Choice::new(
        "不计的缘由",
        "Why it is no outcome",
        rows.chain([write]).collect(),
    )
    .at(|row| row.end == own)
}

pub(crate) fn pillars(review: &Review, item: &ReviewItem) -> Choice {
    let none = ChoiceRow::new(
        Bilingual::new("引言，不属任何支柱", "the introduction, no pillar"),
        Pick::Pillar(None),
    )
    .end("0");
    let pillars = review
        .reading()
        .dossier
        .get("pillars")
        .and_then(Value::as_sequence);
    let row = |pillar: &Value| {
        let n = pillar.get("n")?.as_u64()?;
        let word = |field: &str| {
            pillar
                .get(field)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        let name = Bilingual::new(word("heading"), word("heading"));
        Some(ChoiceRow::new(name, Pick::Pillar(Some(n))).end(n.to_string()))
    };
    let rows = [none]
        .into_iter()
        .chain(pillars.into_iter().flatten().filter_map(row))
        .collect();
    let now = review.field(item, "pillar").parse().ok();
    Choice::new("支柱", "Pillar", rows).at(|row| row.pick == Pick::Pillar(now))
}

pub(crate) fn themes(review: &Review) -> Choice {
    let themes = review.reading().loaded.atlas.themes.iter();
    let row = |theme: &crate::model::Theme| {
        ChoiceRow::new(theme.name.clone(), Pick::Theme(theme.id.to_string())).note(theme.definition.clone())
    };
    Choice::new("主题", "Theme", themes.map(row).collect())
}

/// The fields of the item's record that can be edited, with what they hold.
pub(crate) fn fields(review: &Review, item: &ReviewItem) -> Option<Choice> {
    let (file, path) = item.at.as_ref()?;
    let record = get(review.reading().file(*file), path)?;
    let paths: Vec<Path> = match item.subject {
        Subject::Outcome(_) => EDITED.iter().filter_map(|field| field.parse().ok()).collect(),
        _ => words::texts(record),
    };
    let row = |field: Path| {
        let value = get(record, &field).map_or_else(String::new, words::value);
        ChoiceRow::new(words::field(&field), Pick::Field(field)).end(value)
    };
    Some(Choice::new("修改", "Edit", paths.into_iter().map(row).collect()))
}

/// The values that `field` may have, where there are only so many; none where it is written.
pub(crate) fn values(review: &Review, item: &ReviewItem, field: &Path) -> Option<Choice> {
    let set = |zh: &str, en: &str, value: Option<Value>| {
        ChoiceRow::new(Bilingual::new(zh, en), Pick::Value(field.clone(), value))
    };
    let now = review.field(item, &field.to_string());
    let (title, rows) = match field.to_string().as_str() {
        "period" => return Some(times(review, item, field)),
        "scope" | "reporter.scope" => {
            let mut rows = vec![
                set("全校", "the whole college", Some("college".into())).end("college"),
                set("二级学院或部门", "a part of it", Some("unit".into())).end("unit"),
            ];
            if matches!(item.subject, Subject::Outcome(_)) {
                rows.insert(0, set("与报告者相同", "the reporter's", None));
            }
            (("范围", "Scope"), rows)
        }
        "bound" => {
            let row = |bound: Bound| {
                let value = Some(Value::from(bound.as_str())).filter(|_| bound != Bound::Exact);
                set(words::bound_zh(bound), words::bound_en(bound), value).end(bound.as_str())
            };
            (("界", "Bound"), Bound::ALL.map(row).to_vec())
        }
        "kind" | "level" => (("种类", "Kind"), sorts(item, field)),
        _ => return None,
    };
    Some(Choice::new(title.0, title.1, rows).at(|row| row.end == now))
}

/// The sorts of partners, and those and the levels of recognitions.
fn sorts(item: &ReviewItem, field: &Path) -> Vec<ChoiceRow> {
    let row = |word: &str, zh: &str, en: &str| {
        let value = Some(Value::from(word));
        ChoiceRow::new(Bilingual::new(zh, en), Pick::Value(field.clone(), value)).end(word)
    };
    let list = item
        .at
        .as_ref()
        .map_or_else(String::new, |(_, path)| path.to_string());
    let (zh, en) = (Lang::Zh, Lang::En);
    match (list.starts_with("partners"), field.to_string() == "level") {
        (true, _) => PartnerKind::ALL
            .iter()
            .map(|kind| row(kind.as_str(), kind.word(zh), kind.word(en)))
            .collect(),
        (false, true) => Level::ALL
            .iter()
            .map(|level| row(level.as_str(), level.word(zh), level.word(en)))
            .collect(),
        (false, false) => RecognitionKind::ALL
            .iter()
            .map(|kind| row(kind.as_str(), kind.word(zh), kind.word(en)))
            .collect(),
    }
}

/// The times printed on the figure's line; nothing else can be its period.
fn times(review: &Review, item: &ReviewItem, field: &Path) -> Choice {
    let line = review.case().line(item.line);
    let printed = periods(line)
        .into_iter()
        .filter_map(|time| serde_yaml::to_value(time).ok());
    let also = |time: &Value| {
        let mut time = time.clone();
        let cumulative =
            line.contains("累计") && time.get("kind").and_then(Value::as_str) != Some("cumulative");
        let map = time.as_mapping_mut().filter(|_| cumulative)?;
        map.insert("cumulative".into(), true.into());
        Some(time)
    };
    let both = printed
        .flat_map(|time| [Some(time.clone()), also(&time)])
        .flatten();
    let row = |time: Value| {
        let word = words::value(&time);
        ChoiceRow::new(
            Bilingual::new(&*word, &*word),
            Pick::Value(field.clone(), Some(time)),
        )
    };
    let none = ChoiceRow::new(
        Bilingual::new("不注明时间", "none"),
        Pick::Value(field.clone(), None),
    );
    let now = item
        .at
        .as_ref()
        .and_then(|(file, path)| get(review.reading().file(*file), &path.field("period")));
    let now = now.cloned();
    let rows = [none].into_iter().chain(both.map(row)).collect();
    Choice::new("时间: 本段所印", "Period: as printed in the paragraph", rows)
        .at(|row| row.pick == Pick::Value(field.clone(), now.clone()))
}

/// What a text that is still to be written most likely is: English that is known for the same Chinese.
fn proposed(review: &Review, item: &ReviewItem, field: &Path) -> String {
    let reading = review.reading();
    let field = field.to_string();
    if field == "en" && matches!(item.subject, Subject::Outcome(_)) {
        let label = review.field(item, "label");
        let atlas = &reading.loaded.atlas;
        let outcomes = atlas.colleges.iter().flat_map(|college| &college.outcomes);
        let labels = outcomes
            .map(|outcome| &outcome.label)
            .chain(atlas.metrics.iter().map(|metric| &metric.name));
        let known = labels.filter(|known| *known.zh == *label && !is_todo(&known.en));
        return known.map(|known| known.en.to_string()).next().unwrap_or_default();
    }
    // The reporter mostly is the college itself.
    let name = |path: &str| text(&reading.dossier, &path.parse().unwrap_or_default());
    let is_reporter = item
        .at
        .as_ref()
        .is_some_and(|(_, path)| path.to_string() == "reporter");
    let same = is_reporter && field == "en" && name("reporter.zh") == name("name.zh");
    if same { name("name.en") } else { String::new() }
}

/// What stands at `field` of the record of `item`, as it would be typed.
pub(crate) fn typed(review: &Review, item: &ReviewItem, field: &Path) -> String {
    let Some((file, path)) = &item.at else {
        return String::new();
    };
    let whole = Path(path.0.iter().chain(&field.0).cloned().collect());
    match get(review.reading().file(*file), &whole) {
        Some(Value::Sequence(items)) => {
            let items: Vec<_> = items.iter().map(words::value).collect();
            items.join("、")
        }
        Some(Value::String(text)) if is_todo(text) => proposed(review, item, field),
        _ => text(review.reading().file(*file), &whole),
    }
}
