//! What a word on the command line names: a college, a theme, a metric, a fact.

use super::exit::{Failure, Message};
use crate::{
    find::{self, NoCollege},
    lang::Bilingual,
    model::{Addr, Atlas, CollegeIx, Fact, MetricIx, Slug, ThemeIx},
    text::clean::clean,
};

/// Anything that `show` can show.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Thing<'a> {
    /// A fact of a college, or the college.
    Fact(Fact<'a>),
    /// A theme.
    Theme(ThemeIx),
    /// A metric.
    Metric(MetricIx),
}

/// The college that `word` names: id, part of its name, pinyin or initials.
///
/// # Errors
/// None of that name, or several.
pub(crate) fn college(atlas: &Atlas, word: &str) -> Result<CollegeIx, Failure> {
    find::college(atlas, word).map_err(|error| unnamed(atlas, ("院校", "college"), &clean(word), &error))
}

fn unnamed(atlas: &Atlas, (zh, en): (&str, &str), word: &str, error: &NoCollege) -> Failure {
    match error {
        NoCollege::Ambiguous(several) => {
            let said = Message::new(
                format!("「{word}」可指几所院校"),
                format!("\"{word}\" names several colleges"),
            );
            let names = names(atlas, several);
            Failure::Bad(said.hint(format!("请写编号: {names}"), format!("give the id: {names}")))
        }
        NoCollege::Unknown { nearest } => {
            let said = Message::new(
                format!("没有{zh}叫「{word}」"),
                format!("no {en} is called \"{word}\""),
            );
            Failure::Absent(match nearest[..] {
                [] => said.hint("rongtu list 列出所有院校", "rongtu list shows all colleges"),
                _ => {
                    let names = names(atlas, nearest);
                    said.hint(format!("相近的有: {names}"), format!("nearest: {names}"))
                }
            })
        }
    }
}

fn names(atlas: &Atlas, colleges: &[CollegeIx]) -> String {
    let name = |ix: &CollegeIx| {
        let college = atlas.college(*ix);
        format!("{} {}", college.id, college.name.zh)
    };
    colleges.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// The theme that `word` names: its id, its Chinese or English name, or a part of one that no other has.
///
/// # Errors
/// None of that name, or several.
pub(crate) fn theme(atlas: &Atlas, word: &str) -> Result<ThemeIx, Failure> {
    let all = atlas.themes.iter().map(|theme| (&theme.id, &theme.name));
    registered(all, word, ("主题", "theme")).map(|at| ThemeIx(at as u16))
}

/// The metric that `word` names, in the same ways.
///
/// # Errors
/// None of that name, or several.
pub(crate) fn metric(atlas: &Atlas, word: &str) -> Result<MetricIx, Failure> {
    let all = atlas.metrics.iter().map(|metric| (&metric.id, &metric.name));
    registered(all, word, ("指标", "metric")).map(|at| MetricIx(at as u16))
}

/// The place of what `word` names among `all`, the records of a register of `kind`.
fn registered<'a>(
    all: impl Iterator<Item = (&'a Slug, &'a Bilingual)>,
    word: &str,
    (zh, en): (&str, &str),
) -> Result<usize, Failure> {
    let lower = word.to_lowercase();
    let whole = |id: &Slug, name: &Bilingual| id.as_str() == word || *name.zh == *word;
    let part = |name: &Bilingual| name.zh.contains(word) || name.en.to_lowercase().contains(&lower);
    let mut meant = Vec::new();
    for (at, (id, name)) in all.enumerate() {
        if whole(id, name) {
            return Ok(at);
        }
        if !word.is_empty() && part(name) {
            meant.push((at, id, name));
        }
    }
    let word = clean(word);
    match &meant[..] {
        [(at, ..)] => Ok(*at),
        [] => {
            let said = Message::new(
                format!("没有{zh}叫「{word}」"),
                format!("no {en} is called \"{word}\""),
            );
            Err(Failure::Absent(said.hint(
                format!("rongtu list {en}s 列出所有{zh}"),
                format!("rongtu list {en}s shows all {en}s"),
            )))
        }
        several => {
            let id = |(_, id, name): &(usize, &Slug, &Bilingual)| format!("{id} {}", name.zh);
            let ids = several.iter().map(id).collect::<Vec<_>>().join(", ");
            let said = Message::new(
                format!("「{word}」可指几个{zh}"),
                format!("\"{word}\" names several {en}s"),
            );
            Err(Failure::Bad(
                said.hint(format!("请写编号: {ids}"), format!("give the id: {ids}")),
            ))
        }
    }
}

/// What `word` is the address of. The college in it may be named in any of the ways colleges are named;
/// themes and metrics answer to their ids.
///
/// # Errors
/// Nothing of that address.
pub(crate) fn thing<'a>(atlas: &'a Atlas, word: &str) -> Result<Thing<'a>, Failure> {
    let (name, rest) = match word.split_once('/') {
        Some((name, rest)) => (name, Some(rest)),
        None => (word, None),
    };
    let Some(rest) = rest else {
        return whole(atlas, name);
    };
    let college = atlas.college(college(atlas, name)?);
    let fact = rest.parse::<Slug>().ok().map(|id| Addr::fact(&college.id, &id));
    let fact = fact.and_then(|addr| atlas.resolve(&addr));
    fact.map(Thing::Fact)
        .ok_or_else(|| nowhere(&college.id, &clean(rest)))
}

/// What a word without a slash names.
fn whole<'a>(atlas: &'a Atlas, word: &str) -> Result<Thing<'a>, Failure> {
    const ANY: (&str, &str) = ("院校、主题或指标", "college, theme or metric");
    if let Some(thing) = register(atlas, word) {
        return Ok(thing);
    }
    find::college(atlas, word)
        .map(|ix| Thing::Fact(Fact::College(atlas.college(ix))))
        .map_err(|error| unnamed(atlas, ANY, &clean(word), &error))
}

fn register<'a>(atlas: &'a Atlas, id: &str) -> Option<Thing<'a>> {
    let college = id.parse().ok().and_then(|id| atlas.college_by_id(&id));
    if college.is_some() {
        return None;
    }
    let metric = atlas.metrics.iter().position(|metric| metric.id.as_str() == id);
    let theme = atlas.theme_by_id(id).map(Thing::Theme);
    theme.or(metric.map(|at| Thing::Metric(MetricIx(at as u16))))
}

fn nowhere(college: &Slug, rest: &str) -> Failure {
    let said = Message::new(
        format!("{college} 里没有「{rest}」"),
        format!("{college} has nothing called \"{rest}\""),
    );
    Failure::Absent(said.hint(
        format!("rongtu list outcomes --college {college} 列出其成效的地址"),
        format!("rongtu list outcomes --college {college} shows the addresses of its outcomes"),
    ))
}
