//! Rules for recognitions: the year is printed with them, the level can be told from what is printed, and
//! the outcome that counts them stands on the same line.

use super::{
    article::sentence,
    cited::Cited,
    context::{SourceContext, about},
    period::years,
};
use crate::{
    finding::{Code, Finding},
    lang::Lang,
    model::{Fact, Level, Recognition},
};

/// The year stands in the sentence; one that stands in the phrase is kept.
pub(crate) fn printed_years(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    for (cited, recognition) in recognitions(context) {
        let phrase = years(&recognition.cite.exact);
        let said = match (recognition.year, &phrase[..]) {
            (Some(year), []) if around(context, cited).is_some_and(|text| !years(&text).contains(&year)) => (
                format!("所在句子没有 {year} 年"),
                format!("its sentence does not print {year}"),
            ),
            (Some(year), [printed, ..]) if !phrase.contains(&year) => (
                format!("引语印的是 {printed}，此处写的是 {year}"),
                format!("its phrase prints {printed}, here stands {year}"),
            ),
            (None, [printed]) => (
                format!("引语印有 {printed}，没有录入"),
                format!("its phrase prints {printed}, which was not kept"),
            ),
            _ => continue,
        };
        out.push(about(Code::RecognitionYear, cited.fact, "year", said.0, said.1));
    }
}

/// The level is one that the name and the phrase say, or, when they say none, one that the sentence says.
pub(crate) fn levels(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    for (cited, recognition) in recognitions(context) {
        let Some(level) = recognition.level else { continue };
        let said = match own(context, recognition) {
            none if none.is_empty() => match around(context, cited) {
                Some(sentence) => levels_in(context, &sentence),
                None => continue,
            },
            own => own,
        };
        if !said.contains(&level) {
            out.push(about(
                Code::RecognitionLevel,
                cited.fact,
                "level",
                format!("印出的字样没有表明是{}", level.word(Lang::Zh)),
                format!("nothing printed says that it is {}", level.word(Lang::En)),
            ));
        }
    }
}

/// The outcome that counts a recognition stands on its line.
pub(crate) fn outcome_elsewhere(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    for (cited, recognition) in recognitions(context) {
        let Some(id) = &recognition.outcome else { continue };
        let outcomes = &cited.fact.college().outcomes;
        let elsewhere = |line: u32| line != recognition.cite.line;
        if let Some(outcome) = outcomes
            .iter()
            .find(|outcome| outcome.id == *id && elsewhere(outcome.cite.line))
        {
            let (here, there) = (recognition.cite.line, outcome.cite.line);
            out.push(about(
                Code::CountedElsewhere,
                cited.fact,
                "outcome",
                format!("{id} 在第 {there} 行，这项荣誉在第 {here} 行"),
                format!("{id} stands on line {there} and this recognition on line {here}"),
            ));
        }
    }
}

fn recognitions<'d, 'a>(
    context: &'d SourceContext<'a>,
) -> impl Iterator<Item = (&'d Cited<'a>, &'a Recognition)> {
    context.cited().filter_map(|(_, cited)| match cited.fact {
        Fact::Recognition(_, recognition) => Some((cited, recognition)),
        _ => None,
    })
}

/// The sentence around the phrase, when it is known where it stands.
fn around(context: &SourceContext<'_>, cited: &Cited<'_>) -> Option<String> {
    let line = context.article.as_ref()?.line(cited.cite.line);
    Some(line[sentence(line, cited.at()?.start)].to_owned())
}

fn own(context: &SourceContext<'_>, recognition: &Recognition) -> Vec<Level> {
    levels_in(
        context,
        &[&*recognition.name.zh, "；", &recognition.cite.exact].concat(),
    )
}

/// The levels that `text` says, by a word or by the name of a place.
fn levels_in(context: &SourceContext<'_>, text: &str) -> Vec<Level> {
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let provinces = context
        .dossiers
        .iter()
        .filter_map(|dossier| dossier.college.province.as_ref());
    let mut levels = Vec::new();
    if says(&["全国", "国家", "中国", "教育部", "中央", "部级"]) {
        levels.push(Level::National);
    }
    if says(&["省", "自治区", "北京", "上海", "天津", "重庆"])
        || provinces.into_iter().any(|p| text.contains(&*p.zh))
    {
        levels.push(Level::Province);
    }
    if text.replace("市场", "").contains('市') || says(&["区级", "县级"]) || names_a_city(context, text)
    {
        levels.push(Level::City);
    }
    levels
}

/// Whether `text` has the name of a city that the article elsewhere calls 市.
fn names_a_city(context: &SourceContext<'_>, text: &str) -> bool {
    let Some(article) = &context.article else {
        return false;
    };
    article.text().match_indices('市').any(|(at, _)| {
        let before = &article.text()[..at];
        let name = before
            .char_indices()
            .rev()
            .nth(1)
            .map_or("", |(start, _)| &before[start..]);
        !name.is_empty() && text.contains(name)
    })
}
