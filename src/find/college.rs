//! Which college a word means.
//!
//! Owns the order in which the ways of naming a college are tried; the first way that anything answers to decides.
//! It never guesses: several that answer alike are all given back.

use super::pattern::{Manner, Pattern, Step};
use crate::{
    model::{Atlas, College, CollegeIx},
    text::{
        fold::fold_str,
        reading::{Glyph, aligned},
    },
};

/// How many colleges are suggested when none is meant.
const NEAREST: usize = 3;

/// Why a word names no one college.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NoCollege {
    /// None answers to it.
    Unknown {
        /// Those that are spelt most alike, nearest first; may be empty.
        nearest: Vec<CollegeIx>,
    },
    /// Several answer to it equally well, in the order of the atlas.
    Ambiguous(Vec<CollegeIx>),
}

/// The college that `word` names: an id, a name, a part of the Chinese name, pinyin, or initials.
///
/// # Errors
/// [`NoCollege`] when none answers to the word, or several do.
pub(crate) fn college(atlas: &Atlas, word: &str) -> Result<CollegeIx, NoCollege> {
    let folded = fold_str(word);
    let Some(pattern) = Pattern::new(&folded) else {
        return Err(NoCollege::Unknown { nearest: Vec::new() });
    };
    let asked = Asked { folded, pattern };
    for way in WAYS {
        let meant: Vec<_> = indexed(atlas)
            .filter(|(_, college)| way(&asked, college))
            .map(|(ix, _)| ix)
            .collect();
        match meant[..] {
            [] => {}
            [one] => return Ok(one),
            _ => return Err(NoCollege::Ambiguous(meant)),
        }
    }
    Err(NoCollege::Unknown {
        nearest: nearest(atlas, &asked.folded),
    })
}

struct Asked {
    folded: String,
    pattern: Pattern,
}

type Way = fn(&Asked, &College) -> bool;

/// From the surest to the loosest.
const WAYS: [Way; 9] = [
    |asked, college| asked.folded == college.id.as_str(),
    |asked, college| names(college).any(|name| fold_str(name) == asked.folded),
    |asked, college| fold_str(&college.name.zh).contains(&asked.folded),
    |asked, college| written(asked, college, Manner::Spelt, whole),
    |asked, college| written(asked, college, Manner::Initials, start),
    |asked, college| written(asked, college, Manner::Initials, inside),
    |asked, college| read(asked, college, inside),
    |asked, college| fold_str(&college.name.en).contains(&asked.folded),
    |asked, college| scattered(&asked.folded, &fold_str(&college.name.zh)),
];

fn indexed(atlas: &Atlas) -> impl Iterator<Item = (CollegeIx, &College)> {
    (0..).map(CollegeIx).zip(&atlas.colleges)
}

fn names(college: &College) -> impl Iterator<Item = &str> {
    let name = &college.name;
    [&*name.zh, &*name.short, &*name.en].into_iter()
}

type Where = fn(&Pattern, &[Step]) -> bool;

fn whole(pattern: &Pattern, steps: &[Step]) -> bool {
    pattern.starts(steps) == Some(steps.len())
}

fn start(pattern: &Pattern, steps: &[Step]) -> bool {
    pattern.starts(steps).is_some()
}

fn inside(pattern: &Pattern, steps: &[Step]) -> bool {
    pattern.is_in(steps)
}

/// Matches the hand-written pinyin, which has the right reading of every character.
fn written(asked: &Asked, college: &College, manner: Manner, place: Where) -> bool {
    let name = fold_str(&college.name.zh);
    aligned(&name, &college.name.pinyin)
        .is_some_and(|glyphs| place(&asked.pattern, &steps(asked, &glyphs, manner)))
}

/// Matches any reading of the names' characters.
fn read(asked: &Asked, college: &College, place: Where) -> bool {
    [&college.name.zh, &college.name.short].into_iter().any(|name| {
        let glyphs: Vec<_> = fold_str(name).chars().map(Glyph::any).collect();
        place(&asked.pattern, &steps(asked, &glyphs, Manner::Initials))
    })
}

fn steps(asked: &Asked, glyphs: &[Glyph], manner: Manner) -> Vec<Step> {
    glyphs
        .iter()
        .map(|glyph| asked.pattern.step(glyph, manner))
        .collect()
}

/// Whether `word` is `name` with characters left out, the first and at least two kept: 台州学院.
fn scattered(word: &str, name: &str) -> bool {
    let mut rest = name.chars();
    word.chars().count() > 1
        && word.chars().next() == name.chars().next()
        && word.chars().all(|c| rest.any(|other| other == c))
}

/// The colleges spelt most like `word`, nearest first.
fn nearest(atlas: &Atlas, word: &str) -> Vec<CollegeIx> {
    let mut near: Vec<_> = indexed(atlas)
        .map(|(ix, college)| (likeness(word, college), ix))
        .filter(|(likeness, _)| *likeness >= 0.4)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    near.into_iter().take(NEAREST).map(|(_, ix)| ix).collect()
}

fn likeness(word: &str, college: &College) -> f64 {
    let pinyin = fold_str(&college.name.pinyin);
    let len = word.chars().count();
    let head: String = pinyin.chars().take(len).collect();
    let initials = aligned(&college.name.zh, &college.name.pinyin)
        .unwrap_or_default()
        .iter()
        .filter_map(|glyph| Some(char::from(*glyph.readings().next()?.first()?)))
        .take(len)
        .collect::<String>();
    let names = names(college).map(fold_str);
    names
        .chain([college.id.to_string(), pinyin, head, initials])
        .map(|name| strsim::normalized_damerau_levenshtein(word, &name))
        .fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{Origin, load};

    fn named(id: &str, zh: &str, pinyin: &str, like: &College) -> College {
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
        atlas
            .colleges
            .push(named("tzsf", "台州师范学院", "taizhou shifan xueyuan", &like));
        atlas.colleges.push(named(
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
        match college(atlas, word) {
            Ok(ix) => id(ix),
            Err(NoCollege::Unknown { nearest }) => {
                format!("?{}", nearest.into_iter().map(id).collect::<Vec<_>>().join(","))
            }
            Err(NoCollege::Ambiguous(several)) => several.into_iter().map(id).collect::<Vec<_>>().join("|"),
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
