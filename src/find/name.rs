//! What a typed name names, wherever a person types one.
//!
//! Owns the ways in which a name may be spelt (Han, pinyin, initials, mixed, English, an id) and their order from the
//! surest to the loosest. Options of the command line, filters, the palette and the list of orders all ask here. It
//! never guesses: several that answer alike are all given back. The index of all facts is `search`'s.

use std::ops::Range;

use super::{
    letters::{Letter, letters},
    pattern::{Manner, Pattern, PatternStep},
};
use crate::{
    lang::{Bilingual, Lang},
    model::{Atlas, College, CollegeIx, Metric, MetricIx, Slug, ThemeIx},
    order::By,
    text::{
        fold::fold_str,
        reading::{Glyph, aligned},
    },
};

/// How many names are suggested when none is meant.
const NEAREST: usize = 3;

/// What a thing may be called.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Called<'a> {
    /// Its id; empty when it has none.
    pub id: &'a str,
    pub zh: &'a str,
    pub en: &'a str,
    /// The hand-written reading of `zh`; empty when there is none.
    pub pinyin: &'a str,
    /// Other names it answers to: a short form, a province, a key.
    pub also: &'a [&'a str],
}

impl<'a> Called<'a> {
    /// A record of a register.
    pub(crate) fn record(id: &'a Slug, name: &'a Bilingual) -> Self {
        Self {
            id: id.as_str(),
            ..Self::words(name)
        }
    }

    /// A thing with a name and no id.
    pub(crate) fn words(name: &'a Bilingual) -> Self {
        Self {
            zh: &name.zh,
            en: &name.en,
            ..Self::default()
        }
    }
}

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
    let all = atlas
        .themes
        .iter()
        .map(|theme| Called::record(&theme.id, &theme.name));
    best_named(word, all.map(|called| Names::new(&called))).map(|at| ThemeIx(at as u16))
}

/// Every order that colleges may stand in, and what it is called.
pub(crate) fn orders(atlas: &Atlas) -> Vec<(By, Names)> {
    let fixed = [By::Loaded, By::Name, By::Province].map(|by| {
        let word = |lang| by.word(atlas, lang);
        let called = Called {
            zh: word(Lang::Zh),
            en: word(Lang::En),
            ..Called::default()
        };
        (by, Names::new(&called))
    });
    let metric = |(at, metric): (u16, &Metric)| {
        let called = Called::record(&metric.id, &metric.name);
        (By::Metric(MetricIx(at)), Names::new(&called))
    };
    fixed
        .into_iter()
        .chain((0..).zip(&atlas.metrics).map(metric))
        .collect()
}

/// The order that `word` names.
///
/// # Errors
/// As [`college`]; the places are those among [`orders`].
pub(crate) fn order(atlas: &Atlas, word: &str) -> Result<By, NoName> {
    // The words of the option, whatever else is called so.
    match word {
        "name" => return Ok(By::Name),
        "province" => return Ok(By::Province),
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

/// A text that a name may be found in.
#[derive(Clone, Debug)]
struct NameText {
    glyphs: Vec<Glyph>,
    /// Whether a word starts with the glyph at the same place.
    starts: Vec<bool>,
}

impl NameText {
    /// Under every reading of its characters.
    fn new(text: &str) -> Self {
        Self::of(&letters(text))
    }

    fn of(letters: &[Letter]) -> Self {
        Self {
            glyphs: letters.iter().map(|letter| Glyph::any(letter.char)).collect(),
            starts: letters.iter().map(|letter| letter.starts).collect(),
        }
    }

    fn is_latin(&self, at: usize) -> bool {
        self.glyphs[at].char.is_ascii_lowercase()
    }

    /// Under its written reading; none where that is not the reading of this text.
    fn read_as(text: &str, pinyin: &str) -> Option<Self> {
        let glyphs = aligned(&fold_str(text), pinyin)?;
        Some(Self {
            starts: (0..glyphs.len()).map(|at| at == 0).collect(),
            glyphs,
        })
    }
}

/// The names of one thing, made ready for any number of queries.
#[derive(Clone, Debug)]
pub(crate) struct Names {
    id: String,
    /// Each name folded, the Chinese one first.
    folded: Vec<String>,
    /// The Chinese name under its written reading.
    read: Option<NameText>,
    /// Each name under every reading.
    lines: Vec<NameText>,
    /// The written reading, folded.
    pinyin: String,
}

impl Names {
    pub(crate) fn new(called: &Called<'_>) -> Self {
        let texts = [called.zh, called.en]
            .into_iter()
            .chain(called.also.iter().copied());
        let texts: Vec<&str> = texts.collect();
        Self {
            id: fold_str(called.id),
            folded: texts.iter().map(|text| fold_str(text)).collect(),
            read: NameText::read_as(called.zh, called.pinyin).filter(|_| !called.pinyin.is_empty()),
            lines: texts.iter().map(|text| NameText::new(text)).collect(),
            pinyin: fold_str(called.pinyin),
        }
    }

    /// What a college answers to, its province among it.
    pub(crate) fn of_college(college: &College) -> Self {
        let name = &college.name;
        Self::new(&Called {
            id: college.id.as_str(),
            zh: &name.zh,
            en: &name.en,
            pinyin: &name.pinyin,
            also: &[&name.short],
        })
    }

    /// The same with `texts` to answer to as well.
    pub(crate) fn with<'a>(mut self, texts: impl IntoIterator<Item = &'a str>) -> Self {
        for text in texts {
            self.folded.push(fold_str(text));
            self.lines.push(NameText::new(text));
        }
        self
    }
}

/// What was typed, ready to be held against names.
#[derive(Clone, Debug)]
pub(crate) struct NameQuery {
    whole: Option<Word>,
    words: Vec<Word>,
}

#[derive(Clone, Debug)]
struct Word {
    folded: String,
    pattern: Pattern,
}

impl Word {
    fn new(text: &str) -> Option<Self> {
        let folded = fold_str(text);
        let pattern = Pattern::new(&folded)?;
        Some(Self { folded, pattern })
    }
}

/// Fits from the surest to the loosest.
mod fit {
    pub(super) const ID: u32 = 0;
    pub(super) const NAME: u32 = 1;
    pub(super) const PART: u32 = 2;
    pub(super) const READ: u32 = 3;
    pub(super) const READ_START: u32 = 4;
    pub(super) const READ_INSIDE: u32 = 5;
    pub(super) const INSIDE: u32 = 6;
    pub(super) const LATIN: u32 = 7;
    pub(super) const SCATTERED: u32 = 8;
    /// What typing in several words costs: all of it as one name comes first.
    pub(super) const APART: u32 = 16;
}

impl NameQuery {
    pub(crate) fn new(typed: &str) -> Self {
        let words: Vec<Word> = typed.split_whitespace().filter_map(Word::new).collect();
        Self {
            whole: Word::new(typed),
            words: if words.len() > 1 { words } else { Vec::new() },
        }
    }

    /// Whether nothing was typed that could be matched.
    pub(crate) fn is_empty(&self) -> bool {
        self.whole.is_none()
    }

    /// How surely `names` are meant, less being surer; none where they are not. Nothing typed fits everything.
    pub(crate) fn fit(&self, names: &Names) -> Option<u32> {
        let Some(whole) = &self.whole else {
            return Some(0);
        };
        let apart = || {
            let worst = self.words.iter().map(|word| word.fit(names));
            worst.reduce(|worst, next| Some(worst?.max(next?)))?
        };
        whole.fit(names).or_else(|| Some(fit::APART + apart()?))
    }

    /// The bytes of `text` where all of what was typed stands in one piece, from left to right.
    pub(crate) fn spans(&self, text: &str) -> Vec<Range<usize>> {
        let Some(word) = &self.whole else {
            return Vec::new();
        };
        let letters = letters(text);
        let line = NameText::of(&letters);
        let steps = word.steps(&line, Manner::Initials);
        let mut spans = Vec::new();
        let mut at = 0;
        while at < steps.len() {
            match word.starts_at(&line, &steps, at) {
                Some(length) => {
                    spans.push(letters[at].original.start..letters[at + length - 1].original.end);
                    at += length;
                }
                None => at += 1,
            }
        }
        spans
    }

    /// Whether what is called `name`, and also `also`, is among what is meant.
    pub(crate) fn fits_any(&self, name: &Bilingual, also: &[&str]) -> bool {
        let called = Called {
            also,
            ..Called::words(name)
        };
        self.is_empty() || self.fits(&Names::new(&called))
    }

    /// Whether `names` are among what is meant.
    pub(crate) fn fits(&self, names: &Names) -> bool {
        self.fit(names).is_some()
    }
}

impl Word {
    fn fit(&self, names: &Names) -> Option<u32> {
        if names.id == self.folded {
            return Some(fit::ID);
        }
        if names.folded.contains(&self.folded) {
            return Some(fit::NAME);
        }
        if names.folded[0].contains(&self.folded) {
            return Some(fit::PART);
        }
        let read = names.read.as_ref().and_then(|line| self.fit_reading(line));
        read.or_else(|| self.fit_lines(names))
            .or_else(|| scattered(&self.folded, &names.folded[0]).then_some(fit::SCATTERED))
    }

    fn fit_reading(&self, line: &NameText) -> Option<u32> {
        let spelt = self.steps(line, Manner::Spelt);
        if self.pattern.starts(&spelt) == Some(spelt.len()) {
            return Some(fit::READ);
        }
        let steps = self.steps(line, Manner::Initials);
        if self.pattern.starts(&steps).is_some() {
            return Some(fit::READ_START);
        }
        self.pattern.is_in(&steps).then_some(fit::READ_INSIDE)
    }

    fn fit_lines(&self, names: &Names) -> Option<u32> {
        names.lines.iter().filter_map(|line| self.fit_line(line)).min()
    }

    /// A word found in Latin letters begins where a word begins: `art` is not in "department".
    fn fit_line(&self, line: &NameText) -> Option<u32> {
        let steps = self.steps(line, Manner::Initials);
        let found = (0..steps.len()).find(|at| self.starts_at(line, &steps, *at).is_some())?;
        Some(if line.is_latin(found) {
            fit::LATIN
        } else {
            fit::INSIDE
        })
    }

    /// The length of the match that starts at a place of `line`, whose steps are given.
    fn starts_at(&self, line: &NameText, steps: &[PatternStep], at: usize) -> Option<usize> {
        let may = steps[at].opens() && (line.starts[at] || !line.is_latin(at));
        may.then(|| self.pattern.starts(&steps[at..]))?
    }

    fn steps(&self, line: &NameText, manner: Manner) -> Vec<PatternStep> {
        let step = |glyph| self.pattern.step(glyph, manner);
        line.glyphs.iter().map(step).collect()
    }
}

/// Whether `word` is `name` with characters left out, the first and at least two kept: 台州学院. Latin letters left
/// out make nearly anything of anything, so they do not count.
fn scattered(word: &str, name: &str) -> bool {
    let mut rest = name.chars();
    !word.is_ascii()
        && word.chars().count() > 1
        && word.chars().next() == name.chars().next()
        && word.chars().all(|c| rest.any(|other| other == c))
}

/// The places of the names spelt most like `word`, nearest first.
fn nearest(all: &[Names], word: &str) -> Vec<usize> {
    let alike = all.iter().map(|names| likeness(word, names)).enumerate();
    let mut near: Vec<_> = alike.filter(|(_, likeness)| *likeness >= 0.4).collect();
    near.sort_by(|a, b| b.1.total_cmp(&a.1));
    near.into_iter().take(NEAREST).map(|(at, _)| at).collect()
}

fn likeness(word: &str, names: &Names) -> f64 {
    let len = word.chars().count();
    let head: String = names.pinyin.chars().take(len).collect();
    let first = |glyph: &Glyph| Some(char::from(*glyph.readings().next()?.first()?));
    let read = names.read.iter().flat_map(|line| &line.glyphs);
    let initials: String = read.filter_map(first).take(len).collect();
    let spellings = names
        .folded
        .iter()
        .chain([&names.id, &names.pinyin, &head, &initials]);
    spellings
        .map(|name| strsim::normalized_damerau_levenshtein(word, name))
        .fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{Origin, load};

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
