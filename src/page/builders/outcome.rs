//! A figure: as printed, what it means exactly, for when and for whom, and what it counts.

use super::part;
use crate::{
    lang::Lang,
    model::{Atlas, Bound, College, Fact, Metric, Outcome, Quantity},
    numeral::grouped,
    page::{
        Run,
        block::{Block, Record},
    },
};

/// Everything known of an outcome.
pub(crate) fn page(atlas: &Atlas, college: &College, outcome: &Outcome, lang: Lang) -> Vec<Block> {
    let fact = Fact::Outcome(college, outcome);
    let metric = atlas.metric(outcome.metric);
    let mut pairs = figure(college, outcome, lang);
    pairs.extend(counted(atlas, metric, lang));
    pairs.extend(members(college, outcome, lang));
    pairs.extend(part::ends(atlas, fact, lang));
    let mut blocks = part::title(&outcome.label, lang);
    blocks.extend(part::stands(fact, lang));
    blocks.extend([Block::blank(), Block::pairs(pairs)]);
    blocks
}

fn figure(college: &College, outcome: &Outcome, lang: Lang) -> Vec<Record> {
    let speaker = format!("  {}", college.reporter.name.get(lang));
    vec![
        Record::pair(
            lang.pick("原文", "as printed"),
            [Run::value(&*outcome.as_written)],
        ),
        Record::pair(
            lang.pick("含义", "meaning"),
            [Run::qualifier(meaning(&outcome.quantity, lang))],
        ),
        Record::pair(lang.pick("时间", "period"), [period(outcome, lang)]),
        Record::pair(
            lang.pick("口径", "scope"),
            [Run::qualifier(outcome.scope.word(lang)), Run::muted(speaker)],
        ),
    ]
}

fn counted(atlas: &Atlas, metric: &Metric, lang: Lang) -> Vec<Record> {
    let id = Run::muted(format!("  {}", metric.id));
    let theme = atlas.theme(metric.theme).name.get(lang);
    let mut pairs = vec![
        Record::pair(
            lang.pick("指标", "metric"),
            [Run::plain(metric.name.get(lang)), id],
        ),
        Record::pair(
            lang.pick("定义", "definition"),
            [Run::plain(metric.definition.get(lang))],
        ),
        Record::pair(lang.pick("主题", "theme"), [Run::plain(theme)]),
    ];
    if let Some(family) = metric.family.map(|ix| atlas.family(ix)) {
        let words = [
            Run::plain(family.name.get(lang)),
            Run::muted(format!("\n{}", family.definition.get(lang))),
        ];
        pairs.push(Record::pair(lang.pick("近似指标组", "family"), words));
    }
    pairs
}

/// Who or what of the count is named: in the dossier's own list, and among its recognitions.
fn members(college: &College, outcome: &Outcome, lang: Lang) -> Vec<Record> {
    let recognitions = college
        .recognitions
        .iter()
        .filter(|fact| fact.outcome.as_ref() == Some(&outcome.id));
    let mut names: Vec<&str> = outcome.named.iter().map(|name| &**name).collect();
    names.extend(recognitions.map(|fact| fact.name.get(lang)));
    names.dedup();
    if names.is_empty() {
        return Vec::new();
    }
    let words = Run::plain(names.join("\n"));
    vec![Record::pair(lang.pick("文中列名", "named"), [words])]
}

/// The quantity in base units with its bound in words: `多于 20,000,000 元`.
pub(crate) fn meaning(quantity: &Quantity, lang: Lang) -> String {
    let low = counted_in(quantity.value, &quantity.unit);
    let (zh, en) = match quantity.bound {
        Bound::Exact => return low,
        Bound::AtLeast => ("至少", "at least"),
        Bound::MoreThan => ("多于", "more than"),
        Bound::Nearly => ("接近", "nearly"),
        Bound::About => ("约", "about"),
        Bound::LessThan => ("至多", "at most"),
        Bound::Range => {
            let high = counted_in(quantity.max.unwrap_or(quantity.value), &quantity.unit);
            return lang.pick(format!("{low} 至 {high}"), format!("{low} to {high}"));
        }
    };
    format!("{} {low}", lang.pick(zh, en))
}

/// `98%`, but `20,000,000 元`.
fn counted_in(value: f64, unit: &str) -> String {
    let blank = if unit.is_empty() || unit == "%" { "" } else { " " };
    format!("{}{blank}{unit}", grouped(value))
}

/// The time as printed, with 累计 where the article adds up; what is not printed is said not to be.
pub(crate) fn period(outcome: &Outcome, lang: Lang) -> Run {
    let Some(period) = &outcome.period else {
        return part::unstated(lang);
    };
    let added = period.cumulative && !period.text.contains("累计");
    let note = if added {
        lang.pick(" 累计", " cumulative")
    } else {
        ""
    };
    Run::qualifier(format!("{}{note}", period.text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bound_is_said_in_words() {
        let said = |bound, lang| meaning(&Quantity::new(20_000_000.0, "元", bound), lang);
        assert_eq!(said(Bound::Exact, Lang::Zh), "20,000,000 元");
        assert_eq!(said(Bound::MoreThan, Lang::Zh), "多于 20,000,000 元");
        assert_eq!(said(Bound::MoreThan, Lang::En), "more than 20,000,000 元");
        let all: Vec<_> = Bound::ALL.iter().map(|bound| said(*bound, Lang::En)).collect();
        for (at, one) in all.iter().enumerate().skip(1) {
            assert!(!all[..at].contains(one), "{one}");
        }
    }

    #[test]
    fn units_stand_apart_and_percents_do_not() {
        let percent = Quantity::new(98.0, "%", Bound::AtLeast);
        assert_eq!(meaning(&percent, Lang::Zh), "至少 98%");
        assert_eq!(
            meaning(&Quantity::range(2.0, 3.0, "名"), Lang::Zh),
            "2 名 至 3 名"
        );
    }
}
