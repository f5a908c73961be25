//! From words to hits, best first.
//!
//! Owns the meeting of words (every one must match, the college's name may satisfy some) and the order of hits.
//! What a single match is worth is `rank`'s.

use std::sync::atomic::AtomicBool;

use super::{
    entry::Target,
    hit::Hit,
    hit_text,
    index::Index,
    layout::Entry,
    query::{Word, words},
    rank::Scan,
    term::Asked,
};
use crate::{
    model::{Addr, Atlas, Kind, ThemeIx, facts},
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

/// Hits a thread makes in one go.
const HANDFUL: usize = 8;

/// Fewer are not worth a second thread.
const FEW: usize = 32;

impl Index {
    /// The best `limit` hits for what was typed, best first; the same each time.
    pub fn search(&self, atlas: &Atlas, typed: &str, limit: usize, filter: Filter) -> Vec<Hit> {
        let search = Search::new(self, atlas, limit, filter);
        if let Some(hit) = search.addressed(typed) {
            return vec![hit];
        }
        let words = words(typed);
        [Search::near, Search::apart, Search::scattered]
            .into_iter()
            .map(|way| way(&search, &words))
            .find(|hits| !hits.is_empty())
            .unwrap_or_default()
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

    /// The fact whose address was typed.
    fn addressed(&self, typed: &str) -> Option<Hit> {
        let addr: Addr = typed.trim().parse().ok()?;
        addr.fact.as_ref()?;
        let college = self.atlas.college_by_id(&addr.college)?;
        let mut facts = (0..).zip(facts(self.atlas.college(college)));
        let (at, _) = facts.find(|(_, fact)| fact.addr() == addr)?;
        let target = Target::Fact(college, at);
        self.allows(target, target.kind(self.atlas))
            .then(|| hit_text::named(self.atlas, target))
    }

    /// Every word in one piece.
    pub(crate) fn near(&self, words: &[Word]) -> Vec<Hit> {
        self.ranked(words, false).1
    }

    /// One word that starts or ends with a college's name: 台州就业率.
    fn apart(&self, words: &[Word]) -> Vec<Hit> {
        let [word] = words else { return Vec::new() };
        let halves = word
            .halves()
            .filter(|halves| halves.iter().any(|half| self.names(half)));
        halves
            .map(|halves| self.ranked(&halves, false))
            .filter(|(_, hits)| !hits.is_empty())
            .min_by_key(|(cost, _)| *cost)
            .map(|(_, hits)| hits)
            .unwrap_or_default()
    }

    /// Words whose letters stand apart.
    fn scattered(&self, words: &[Word]) -> Vec<Hit> {
        self.ranked(words, true).1
    }

    /// Whether a college's name begins with `word`.
    fn names(&self, word: &Word) -> bool {
        let scan = Scan::new(self.index, &word.pattern, false);
        self.index.all_names().any(|name| {
            let found = scan.best(self.index.units(name), self.index.sign(name));
            found.is_some_and(|found| found.range.start == 0)
        })
    }

    /// The cost of the best hit, and the hits.
    fn ranked(&self, words: &[Word], scattered: bool) -> (u32, Vec<Hit>) {
        let asked: Vec<_> = words
            .iter()
            .map(|word| Asked::new(self.index, word, scattered))
            .collect();
        if asked.is_empty() {
            return (0, Vec::new());
        }
        let entries = &self.index.entries;
        let found = parallel::least(entries.len(), self.limit, |at| self.one(&asked, at, &entries[at]));
        let hit = |found: &Found| hit_text::hit(self.atlas, self.index, found.at, &asked, found.cost);
        let best = found.first().map_or(0, |found| found.cost);
        // Where a hit is the first to look at its dossier, that is most of the work.
        let few = match found.iter().any(|found| self.is_shelved(found)) {
            true => FEW,
            false => usize::MAX,
        };
        let hits = parallel::each(&found, few, HANDFUL, &AtomicBool::new(false), hit, |_| ());
        (best, hits.unwrap_or_default())
    }

    fn is_shelved(&self, found: &Found) -> bool {
        let college = self.index.entries[found.at].target().college();
        college.is_some_and(|ix| self.atlas.college(ix).dossier.at_hand().is_none())
    }

    fn one(&self, asked: &[Asked<'_>], at: usize, entry: &Entry) -> Option<Found> {
        let cost = self.cost(at, entry, asked)?;
        let kind = entry.kind();
        self.allows(entry.target(), kind).then(|| Found {
            cost: cost + bias(kind),
            size: size(entry),
            kind,
            length: entry.length(),
            at,
        })
    }

    /// What all words cost together; none when one does not match, or only the college's name does.
    fn cost(&self, at: usize, entry: &Entry, asked: &[Asked<'_>]) -> Option<u32> {
        let mut total = 0;
        let mut own = false;
        for word in asked {
            let cost = word.own(at, entry);
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
struct Found {
    cost: u32,
    size: u32,
    kind: Kind,
    length: u32,
    at: usize,
}

/// A college is never outdone by the length of its name.
fn size(entry: &Entry) -> u32 {
    match entry.kind() {
        Kind::College => 0,
        _ => entry.length().max(1).ilog2(),
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
