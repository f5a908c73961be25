//! From words to hits, best first.
//!
//! Owns the meeting of words (every one must match, the college's name may satisfy some) and the order of hits.
//! What a single match is worth is `rank`'s.

use std::collections::HashSet;

use super::cost::PROSE;
use super::target::Target;
use super::{
    hit::Hit,
    hit_text,
    index::Index,
    layout::StoredEntry,
    query::{Word, words},
    rank::Scan,
    term::{ScannedWord, Spellings},
};
use crate::{
    model::{Addr, Atlas, CollegeIx, Kind, ThemeIx, facts},
    parallel,
    select::{Select, about},
};

/// What may be found; nothing chosen leaves in everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Things of this kind only.
    pub(crate) kind: Option<Kind>,
    /// Facts of this college, about this theme.
    pub(crate) select: Select,
}

/// Most characters of a word that is cut in two: each place to cut it at is a search.
const CUT: usize = 10;

impl Index {
    /// The best `limit` hits for what was typed, best first; the same each time.
    pub fn search(&self, atlas: &Atlas, typed: &str, limit: usize, filter: Filter) -> Vec<Hit> {
        let search = Search::new(self, atlas, limit, filter);
        self.hits(atlas, &search.matches(typed))
    }

    /// What [`search`](Self::search) finds. Without a theme to filter by, and unless an address was typed, the names of
    /// the colleges are all that is looked at in `atlas`.
    pub(crate) fn matches(&self, atlas: &Atlas, typed: &str, limit: usize, filter: Filter) -> Matches {
        Search::new(self, atlas, limit, filter).matches(typed)
    }

    /// The hits that `matches` are, in an atlas that has the dossiers of [`Matches::colleges`].
    pub(crate) fn hits(&self, atlas: &Atlas, matches: &Matches) -> Vec<Hit> {
        if let Some(target) = matches.addressed {
            return vec![hit_text::hit_by_address(atlas, target)];
        }
        let words = matches.words.iter();
        let scans: Vec<_> = words
            .map(|word| Spellings::new(self, word, matches.scattered))
            .collect();
        let hit = |found: &RankedMatch| hit_text::hit(atlas, self, found.at, &scans, found.cost);
        let mut hits: Vec<Hit> = matches.found.iter().map(hit).collect();
        if let Some(more) = &matches.more {
            hits.extend(self.hits(atlas, more));
        }
        hits
    }
}

/// What was found, before it is put into words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Matches {
    /// What the address that was typed names.
    addressed: Option<Target>,
    words: Vec<Word>,
    scattered: bool,
    found: Vec<RankedMatch>,
    colleges: Vec<CollegeIx>,
    /// What another way of reading the words finds besides.
    more: Option<Box<Matches>>,
}

impl Matches {
    /// Whether nothing was found.
    pub(crate) fn is_empty(&self) -> bool {
        self.addressed.is_none() && self.found.is_empty()
    }

    /// Whether the best of it is called what was typed, or nothing at all was found; else it is mentioned in prose.
    fn is_called_so(&self) -> bool {
        self.found.first().is_none_or(|best| best.cost < PROSE)
    }

    /// These, and after them those of `more` that are not among them, `limit` together.
    fn followed_by(mut self, mut more: Self, limit: usize) -> Self {
        if self.found.is_empty() {
            return more;
        }
        let known: HashSet<usize> = self.found.iter().map(|found| found.at).collect();
        more.found.retain(|one| !known.contains(&one.at));
        more.found.truncate(limit.saturating_sub(self.found.len()));
        self.colleges.extend(&more.colleges);
        self.colleges.sort_unstable();
        self.colleges.dedup();
        self.more = Some(Box::new(more));
        self
    }

    /// Whose dossiers the hits stand in.
    pub(crate) fn colleges(&self) -> &[CollegeIx] {
        &self.colleges
    }
}

/// A search about to be made.
pub(crate) struct Search<'a> {
    index: &'a Index,
    atlas: &'a Atlas,
    filter: Filter,
    limit: usize,
}

impl<'a> Search<'a> {
    /// For the best `limit` hits that `filter` leaves in.
    pub(crate) fn new(index: &'a Index, atlas: &'a Atlas, limit: usize, filter: Filter) -> Self {
        Self {
            index,
            atlas,
            filter,
            limit,
        }
    }

    /// What matches, in the first way of reading the words in which anything does.
    fn matches(&self, typed: &str) -> Matches {
        let addressed = self.addressed(typed);
        if addressed.is_some() {
            let colleges = addressed.and_then(Target::college).into_iter().collect();
            return Matches {
                addressed,
                colleges,
                ..Matches::default()
            };
        }
        let words = words(typed);
        let found = [Search::near, Search::apart, Search::scattered, Search::cut]
            .into_iter()
            .map(|way| way(self, &words))
            .find(|matches| !matches.is_empty())
            .unwrap_or_default();
        match found.scattered || found.is_called_so() {
            true => found,
            false => self.called(&words).followed_by(found, self.limit),
        }
    }

    /// The fact whose address was typed.
    fn addressed(&self, typed: &str) -> Option<Target> {
        let addr: Addr = typed.trim().parse().ok()?;
        addr.fact.as_ref()?;
        let college = self.atlas.college_by_id(&addr.college)?;
        let mut facts = (0..).zip(facts(self.atlas.college(college)));
        let (at, _) = facts.find(|(_, fact)| fact.addr() == addr)?;
        let target = Target::Fact(college, at);
        self.allows(target, target.kind(self.atlas)).then_some(target)
    }

    /// Every word in one piece.
    pub(crate) fn near(&self, words: &[Word]) -> Matches {
        self.ranked(words.to_vec(), false)
    }

    /// One word that starts or ends with a college's name: 台州就业率.
    fn apart(&self, words: &[Word]) -> Matches {
        let [word] = words else { return Matches::default() };
        let halves = word
            .halves()
            .filter(|halves| halves.iter().any(|half| self.names(half)));
        self.best_of(halves)
    }

    /// Words whose letters stand apart.
    fn scattered(&self, words: &[Word]) -> Matches {
        self.ranked(words.to_vec(), true)
    }

    /// One word of Chinese that stands nowhere as it is, cut in two that both do: 企业结对.
    fn cut(&self, words: &[Word]) -> Matches {
        self.best_of(chinese_halves(words))
    }

    /// What is called by both halves of a word that is no name as it stands, in either order and however far apart:
    /// 企业结对 is written in an account of pairing, but a count of it is called 党组织结对联建企业.
    fn called(&self, words: &[Word]) -> Matches {
        let halves = chinese_halves(words).into_iter();
        best(halves.map(|halves| self.ranked_below(halves.to_vec(), false, PROSE)))
    }

    /// What the best of several ways to cut a word finds.
    fn best_of(&self, halves: impl IntoIterator<Item = [Word; 2]>) -> Matches {
        best(
            halves
                .into_iter()
                .map(|halves| self.ranked(halves.to_vec(), false)),
        )
    }

    /// Whether a college's name begins with `word`.
    fn names(&self, word: &Word) -> bool {
        let scan = Scan::new(self.index, &word.pattern, false);
        self.index.all_names().any(|name| scan.begins(name))
    }

    /// The matches of all `words`, best first.
    fn ranked(&self, words: Vec<Word>, scattered: bool) -> Matches {
        self.ranked_below(words, scattered, u32::MAX)
    }

    /// Those in which each word costs less than `most`.
    fn ranked_below(&self, words: Vec<Word>, scattered: bool, most: u32) -> Matches {
        let asked = words
            .iter()
            .map(|word| ScannedWord::new(self.index, word, scattered));
        let asked: Vec<_> = asked.collect();
        if asked.is_empty() {
            return Matches::default();
        }
        let entries = &self.index.entries;
        let found = parallel::least(entries.len(), self.limit, |at| {
            self.one(&asked, at, &entries[at], most)
        });
        let colleges = found
            .iter()
            .filter_map(|found| entries[found.at].target().college());
        let mut colleges: Vec<_> = colleges.collect();
        colleges.sort_unstable();
        colleges.dedup();
        drop(asked);
        Matches {
            addressed: None,
            words,
            scattered,
            found,
            colleges,
            more: None,
        }
    }

    fn one(
        &self,
        asked: &[ScannedWord<'_>],
        at: usize,
        entry: &StoredEntry,
        most: u32,
    ) -> Option<RankedMatch> {
        let cost = self.cost(at, entry, asked, most)?;
        let kind = entry.kind();
        self.allows(entry.target(), kind).then(|| RankedMatch {
            cost: cost + bias(kind),
            size: size(entry),
            kind,
            length: entry.length(),
            at,
        })
    }

    /// What all words cost together; none when one does not match, or only the college's name does.
    fn cost(&self, at: usize, entry: &StoredEntry, asked: &[ScannedWord<'_>], most: u32) -> Option<u32> {
        let mut total = 0;
        let mut own = false;
        for word in asked {
            let cost = word.own(at, entry).filter(|cost| *cost < most);
            own |= cost.is_some();
            total += cost.or_else(|| word.college(entry))?;
        }
        own.then_some(total)
    }

    fn allows(&self, target: Target, kind: Kind) -> bool {
        let Filter { kind: only, select } = self.filter;
        if only.is_some_and(|only| only != kind) {
            return false;
        }
        let college = select.college.is_none() || select.college == target.college();
        college && select.theme.is_none_or(|theme| self.about(target, theme))
    }

    fn about(&self, target: Target, theme: ThemeIx) -> bool {
        match target {
            Target::Theme(ix) => ix == theme,
            Target::Metric(ix) => self.atlas.metric(ix).theme == theme,
            Target::Fact(..) => target
                .fact(self.atlas)
                .is_some_and(|fact| about(self.atlas, fact, theme)),
        }
    }
}

/// One match, in the order of hits: by cost, by how much more the name says (in doublings, so that a letter more or
/// less does not outweigh the kind), by kind, by the length of the name, by the order of the atlas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct RankedMatch {
    cost: u32,
    size: u32,
    kind: Kind,
    length: u32,
    at: usize,
}

/// A college is never outdone by the length of its name.
fn size(entry: &StoredEntry) -> u32 {
    match entry.kind() {
        Kind::College => 0,
        _ => entry.length().max(1).ilog2(),
    }
}

/// The matches whose best one is the best of all; none when nothing matches.
fn best(ways: impl Iterator<Item = Matches>) -> Matches {
    ways.filter(|matches| !matches.is_empty())
        .min_by_key(|matches| matches.found.first().map(|found| found.cost))
        .unwrap_or_default()
}

/// The one word of Chinese that was typed, cut in two at every place.
fn chinese_halves(words: &[Word]) -> Vec<[Word; 2]> {
    match words {
        [word] if word.pattern.units().len() <= CUT && !word.pattern.units().iter().any(char::is_ascii) => {
            word.halves().collect()
        }
        _ => Vec::new(),
    }
}

/// What a definition costs over a fact.
fn bias(kind: Kind) -> u32 {
    match kind {
        Kind::Theme => 5,
        Kind::Metric => 15,
        _ => 0,
    }
}
