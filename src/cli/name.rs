//! What a word on the command line names: a college, a theme, a metric, a fact.

use super::exit::{Failure, Message};
use crate::{
    find::{self, NoName, Target},
    lang::Lang,
    model::{Addr, Atlas, CollegeIx, Fact, MetricIx, Slug, ThemeIx},
    order::OrderBy,
    text::clean::clean,
};

/// Anything that `show` can show.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Thing<'a> {
    /// A fact of a college, or the college.
    Fact(Fact<'a>),
    Theme(ThemeIx),
    Metric(MetricIx),
}

/// What a kind of thing is called, and what helps when none answers to a word.
#[derive(Clone, Copy)]
struct Sort {
    zh: &'static str,
    en: &'static str,
    /// Several of them.
    several: (&'static str, &'static str),
    /// The command that lists them all; none where there are too many sorts of them, and looking for the word helps.
    list: Option<&'static str>,
}

const COLLEGE: Sort = Sort {
    zh: "院校",
    en: "college",
    several: ("几所院校", "colleges"),
    list: Some("rongtu list"),
};
const THEME: Sort = Sort {
    zh: "主题",
    en: "theme",
    several: ("几个主题", "themes"),
    list: Some("rongtu list themes"),
};
const METRIC: Sort = Sort {
    zh: "指标",
    en: "metric",
    several: ("几个指标", "metrics"),
    list: Some("rongtu list metrics"),
};
/// What a word without a slash may name.
const ANY: Sort = Sort {
    zh: "院校、主题或指标",
    en: "college, theme or metric",
    several: ("几项", "things"),
    list: None,
};

/// The college that `word` names: id, part of its name, pinyin or initials.
///
/// # Errors
/// None of that name, or several.
pub(crate) fn college(atlas: &Atlas, word: &str) -> Result<CollegeIx, Failure> {
    find::college(atlas, word).map_err(|error| unnamed(COLLEGE, word, &error, |at| college_name(atlas, at)))
}

fn college_name(atlas: &Atlas, at: usize) -> String {
    let college = &atlas.colleges[at];
    format!("{} {}", college.id, college.name.zh)
}

/// The theme that `word` names, in the same ways.
///
/// # Errors
/// None of that name, or several.
pub(crate) fn theme(atlas: &Atlas, word: &str) -> Result<ThemeIx, Failure> {
    let name = |at: usize| format!("{} {}", atlas.themes[at].id, atlas.themes[at].name.zh);
    find::theme(atlas, word).map_err(|error| unnamed(THEME, word, &error, name))
}

/// The order of colleges that `word` names, in the same ways.
///
/// # Errors
/// None of that name, or several.
pub(crate) fn order(atlas: &Atlas, word: &str) -> Result<OrderBy, Failure> {
    let name = |at: usize| match find::orders(atlas)[at].0 {
        OrderBy::Metric(ix) => format!("{} {}", atlas.metric(ix).id, atlas.metric(ix).name.zh),
        by => by.word(atlas, Lang::Zh).to_owned(),
    };
    find::order(atlas, word).map_err(|error| unnamed(METRIC, word, &error, name))
}

/// Says why `word` names none of a sort; `name` gives id and name of the one at a place.
fn unnamed(sort: Sort, word: &str, error: &NoName, name: impl Fn(usize) -> String) -> Failure {
    let Sort {
        zh,
        en,
        several: (zhs, ens),
        list,
    } = sort;
    let word = clean(word);
    let names = |places: &[usize]| places.iter().map(|at| name(*at)).collect::<Vec<_>>().join(", ");
    match error {
        NoName::Ambiguous(several) => {
            let message = Message::new(
                format!("「{word}」可指{zhs}"),
                format!("\"{word}\" names several {ens}"),
            );
            let ids = names(several);
            Failure::Bad(message.hint(format!("请写编号: {ids}"), format!("give the id: {ids}")))
        }
        NoName::Unknown { nearest } => {
            let message = Message::new(
                format!("没有{zh}叫「{word}」"),
                format!("no {en} is called \"{word}\""),
            );
            Failure::Absent(match (&nearest[..], list) {
                ([], Some(list)) => {
                    message.hint(format!("{list} 列出所有{zh}"), format!("{list} shows all {ens}"))
                }
                ([], None) => message.hint(
                    format!("rongtu find {word} 在所有内容里查找"),
                    format!("rongtu find {word} looks for it everywhere"),
                ),
                (nearest, _) => {
                    let names = names(nearest);
                    message.hint(format!("相近的有: {names}"), format!("nearest: {names}"))
                }
            })
        }
    }
}

/// What `word` is the address or the name of: colleges, also that of an address, themes and metrics may be named in any
/// of the ways there are; a fact of a college answers to its id.
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
    let name = |at: usize| {
        let target = find::named_targets(atlas).nth(at);
        target.map_or_else(String::new, |target| {
            format!("{} {}", target.addr(atlas), target.name(atlas).zh)
        })
    };
    match find::target(atlas, word).map_err(|error| unnamed(ANY, word, &error, name))? {
        Target::Fact(ix, _) => Ok(Thing::Fact(Fact::College(atlas.college(ix)))),
        Target::Theme(ix) => Ok(Thing::Theme(ix)),
        Target::Metric(ix) => Ok(Thing::Metric(ix)),
    }
}

fn nowhere(college: &Slug, rest: &str) -> Failure {
    let message = Message::new(
        format!("{college} 里没有「{rest}」"),
        format!("{college} has nothing called \"{rest}\""),
    );
    Failure::Absent(message.hint(
        format!("rongtu list outcomes --college {college} 列出其成效的地址"),
        format!("rongtu list outcomes --college {college} shows the addresses of its outcomes"),
    ))
}
