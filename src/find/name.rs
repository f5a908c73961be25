//! What a typed name names, wherever a person types one.
//!
//! Owns what can be named so: colleges, themes, orders. Options of the command line, filters, the palette and the list of
//! orders all ask here. It never guesses: several that answer alike are all given back. How names are spelt is
//! `spelling`'s, which of them is meant most surely is `query`'s; the index of all facts is `search`'s.

mod query;
mod spelling;

pub(crate) use query::NameQuery;
pub(crate) use spelling::{Called, Names};

use super::target::Target;
use crate::{
    lang::{Bilingual, Lang},
    model::{Atlas, CollegeIx, Metric, MetricIx, Slug, ThemeIx},
    order::OrderBy,
    text::fold::fold_str,
};

/// How many names are suggested when none is meant.
const NEAREST: usize = 3;

/// Why a word names no one thing; places are those in the list that was looked through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NoName {
    /// None answers to it.
    Unknown {
        /// Those that are spelt most alike, nearest first; may be empty.
        nearest: Vec<usize>,
    },
    /// Several answer to it equally well.
    Ambiguous(Vec<usize>),
}

/// The college that `word` names.
///
/// # Errors
/// [`NoName`] when none answers to the word, or several do.
pub(crate) fn college(atlas: &Atlas, word: &str) -> Result<CollegeIx, NoName> {
    if let Some(ix) = word.parse().ok().and_then(|id| atlas.college_by_id(&id)) {
        return Ok(ix);
    }
    let all = atlas.colleges.iter().map(Names::of_college);
    best_named(word, all).map(|at| CollegeIx(at as u32))
}

/// The theme that `word` names.
///
/// # Errors
/// As [`college`].
pub(crate) fn theme(atlas: &Atlas, word: &str) -> Result<ThemeIx, NoName> {
    let all = atlas.themes.iter().map(|theme| of_record(&theme.id, &theme.name));
    best_named(word, all).map(|at| ThemeIx(at as u16))
}

/// All that has a page of its own and is asked for by its name alone: colleges, then themes and metrics.
pub(crate) fn named_targets(atlas: &Atlas) -> impl Iterator<Item = Target> {
    let colleges = atlas.all().map(|ix| Target::Fact(ix, 0));
    colleges.chain(Target::registers(atlas))
}

/// The college, theme or metric that `word` names. One that it names more surely goes before others, a college before
/// a theme or a metric that it names as surely.
///
/// # Errors
/// As [`college`]; the places are those among [`named_targets`].
pub(crate) fn target(atlas: &Atlas, word: &str) -> Result<Target, NoName> {
    let college = word.parse().ok().and_then(|id| atlas.college_by_id(&id));
    let by_id = college.map(|ix| Target::Fact(ix, 0));
    let by_id = by_id.or_else(|| atlas.theme_by_id(word).map(Target::Theme));
    if let Some(target) = by_id.or_else(|| atlas.metric_by_id(word).map(Target::Metric)) {
        return Ok(target);
    }
    let all: Vec<Target> = named_targets(atlas).collect();
    let names = all.iter().map(|target| match target {
        Target::Fact(ix, _) => Names::of_college(atlas.college(*ix)),
        Target::Theme(ix) => of_record(&atlas.theme(*ix).id, &atlas.theme(*ix).name),
        Target::Metric(ix) => of_record(&atlas.metric(*ix).id, &atlas.metric(*ix).name),
    });
    let meant = match best_named(word, names) {
        Ok(at) => return Ok(all[at]),
        Err(NoName::Ambiguous(meant)) => meant,
        Err(unknown) => return Err(unknown),
    };
    let is_college = |at: &usize| *at < atlas.colleges.len();
    match meant.iter().copied().filter(is_college).collect::<Vec<_>>()[..] {
        [] => Err(NoName::Ambiguous(meant)),
        [one] => Ok(all[one]),
        ref several => Err(NoName::Ambiguous(several.to_vec())),
    }
}

fn of_record(id: &Slug, name: &Bilingual) -> Names {
    Names::new(&Called::record(id, name))
}

/// Every order that colleges may stand in, and what it is called.
pub(crate) fn orders(atlas: &Atlas) -> Vec<(OrderBy, Names)> {
    let fixed = [OrderBy::Loaded, OrderBy::Name, OrderBy::Province].map(|by| {
        let word = |lang| by.word(atlas, lang);
        let called = Called {
            zh: word(Lang::Zh),
            en: word(Lang::En),
            ..Called::default()
        };
        (by, Names::new(&called))
    });
    let metric =
        |(at, metric): (u16, &Metric)| (OrderBy::Metric(MetricIx(at)), of_record(&metric.id, &metric.name));
    fixed
        .into_iter()
        .chain((0..).zip(&atlas.metrics).map(metric))
        .collect()
}

/// The order that `word` names.
///
/// # Errors
/// As [`college`]; the places are those among [`orders`].
pub(crate) fn order(atlas: &Atlas, word: &str) -> Result<OrderBy, NoName> {
    // The words of the option, whatever else is called so.
    match word {
        "name" => return Ok(OrderBy::Name),
        "province" => return Ok(OrderBy::Province),
        _ => {}
    }
    let (orders, names): (Vec<_>, Vec<_>) = orders(atlas).into_iter().unzip();
    best_named(word, names.into_iter()).map(|at| orders[at])
}

/// The place of the one among `all` that `word` names: those that answer to it most surely decide.
fn best_named(word: &str, all: impl Iterator<Item = Names>) -> Result<usize, NoName> {
    let query = NameQuery::new(word);
    if query.is_empty() {
        return Err(NoName::Unknown { nearest: Vec::new() });
    }
    let all: Vec<Names> = all.collect();
    let fits: Vec<Option<u32>> = all.iter().map(|names| query.fit(names)).collect();
    let Some(best) = fits.iter().flatten().min() else {
        return Err(NoName::Unknown {
            nearest: nearest(&all, &fold_str(word)),
        });
    };
    let meant = (0..fits.len())
        .filter(|at| fits[*at] == Some(*best))
        .collect::<Vec<_>>();
    match meant[..] {
        [one] => Ok(one),
        _ => Err(NoName::Ambiguous(meant)),
    }
}

/// The places of the names spelt most like `word`, nearest first.
fn nearest(all: &[Names], word: &str) -> Vec<usize> {
    let alike = all.iter().map(|names| names.likeness(word)).enumerate();
    let mut near: Vec<_> = alike.filter(|(_, likeness)| *likeness >= 0.4).collect();
    near.sort_by(|a, b| b.1.total_cmp(&a.1));
    near.into_iter().take(NEAREST).map(|(at, _)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{Origin, load};
    use crate::model::College;

    fn college_named(id: &str, zh: &str, pinyin: &str, like: &College) -> College {
        let mut college = like.clone();
        college.id = id.parse().unwrap();
        college.name.zh = zh.into();
        college.name.short = zh.chars().take(4).collect::<String>().into();
        college.name.pinyin = pinyin.into();
        college.name.en = format!("{id} college").into();
        college
    }

    /// The shipped two and two that are made up to be confused with them.
    fn atlas() -> Atlas {
        let mut atlas = load(&Origin::Embedded).atlas;
        let like = atlas.colleges[0].clone();
        atlas.colleges.push(college_named(
            "tzsf",
            "台州师范学院",
            "taizhou shifan xueyuan",
            &like,
        ));
        atlas.colleges.push(college_named(
            "cqgs",
            "重庆工商行业学院",
            "chongqing gongshang hangye xueyuan",
            &like,
        ));
        atlas.colleges.sort_by(|a, b| a.id.cmp(&b.id));
        atlas
    }

    fn id(atlas: &Atlas, word: &str) -> String {
        let id = |ix: CollegeIx| atlas.college(ix).id.to_string();
        let ids = |places: Vec<usize>, between| {
            let ids = places.into_iter().map(|at| atlas.colleges[at].id.to_string());
            ids.collect::<Vec<_>>().join(between)
        };
        match college(atlas, word) {
            Ok(ix) => id(ix),
            Err(NoName::Unknown { nearest }) => format!("?{}", ids(nearest, ",")),
            Err(NoName::Ambiguous(several)) => ids(several, "|"),
        }
    }

    #[test]
    fn a_college_answers_to_many_names() {
        let atlas = atlas();
        for (word, expected) in [
            ("tzvcst", "tzvcst"),
            ("SDCIT", "sdcit"),
            ("台州科技职业学院", "tzvcst"),
            ("台州科技", "tzvcst"),
            ("Shandong College of Information Technology", "sdcit"),
            ("山东", "sdcit"),
            ("信息", "sdcit"),
            ("shandong", "sdcit"),
            ("sdxx", "sdcit"),
            ("xinxi", "sdcit"),
            ("tzkj", "tzvcst"),
            ("taizhoukj", "tzvcst"),
            ("tai州k", "tzvcst"),
            ("taizhou keji", "tzvcst"),
            ("kj", "tzvcst"),
            ("cqgs", "cqgs"),
            ("chongqing", "cqgs"),
            ("zhongqing", "cqgs"),
            ("hangye", "cqgs"),
            ("台州科技学院", "tzvcst"),
            ("ＳＤＸＸ", "sdcit"),
        ] {
            assert_eq!(id(&atlas, word), expected, "{word}");
        }
    }

    #[test]
    fn what_is_typed_is_found_in_a_line() {
        let text = "就业率 98%, employment rate; 就业";
        let found = |typed: &str| {
            let spans = NameQuery::new(typed).spans(text);
            spans.into_iter().map(|span| &text[span]).collect::<Vec<_>>()
        };
        assert_eq!(found("jiuye"), ["就业", "就业"]);
        assert_eq!(found("jyl"), ["就业率"]);
        assert_eq!(found("employment rate"), ["employment rate"]);
        assert_eq!(found("98%"), ["98%"]);
        assert_eq!(found("ment"), [""; 0]);
        assert_eq!(found(" "), [""; 0]);
    }

    #[test]
    fn what_several_answer_to_is_ambiguous() {
        let atlas = atlas();
        assert_eq!(id(&atlas, "台州"), "tzsf|tzvcst");
        assert_eq!(id(&atlas, "tz"), "tzsf|tzvcst");
        assert_eq!(id(&atlas, "xueyuan"), "cqgs|sdcit|tzsf|tzvcst");
    }

    #[test]
    fn what_none_answers_to_has_neighbours() {
        let atlas = atlas();
        assert_eq!(id(&atlas, "sdict"), "?sdcit");
        assert_eq!(id(&atlas, "taizhuokeji"), "?tzvcst,tzsf");
        assert_eq!(id(&atlas, "清华大学"), "?");
        assert_eq!(id(&atlas, " "), "?");
    }
}
