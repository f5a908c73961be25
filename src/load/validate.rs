//! From raw shapes to the checked model.
//!
//! Owns what makes a record sound: ids, references, pillar numbers, finite values. A record that is
//! not is left out with a finding; the rest stand. Whether a figure is *true* is `check`'s matter.

mod facts;
mod registers;
mod source;

use super::register_index::RegisterIndex;
use std::collections::HashSet;

use foldhash::fast::RandomState;
pub(crate) use registers::{metrics, themes};
pub(crate) use source::source;

use super::{
    raw::RawCollege,
    sanitize::{At, Fields},
};
use crate::{
    finding::{Code, Finding},
    model::{College, FamilyIx, MetricIx, Name, Reporter, Slug, SourceIx, ThemeIx},
};

/// Ids that records may refer to.
#[derive(Debug, Default)]
pub(crate) struct KnownIds {
    /// Themes by id.
    pub(crate) themes: RegisterIndex<ThemeIx>,
    /// Families by id.
    pub(crate) families: RegisterIndex<FamilyIx>,
    /// Metrics by id.
    pub(crate) metrics: RegisterIndex<MetricIx>,
    /// Sources by id.
    pub(crate) sources: RegisterIndex<SourceIx>,
}

/// A dossier from its raw shape; none when it has no sound id or source.
pub(crate) fn college(file: &str, raw: RawCollege, known: &KnownIds) -> (Option<College>, Vec<Finding>) {
    let mut door = Fields::new(file);
    let college = whole(&mut door, raw, known, file);
    (college, door.findings)
}

fn whole(door: &mut Fields<'_>, raw: RawCollege, known: &KnownIds, file: &str) -> Option<College> {
    let head = At::HEAD;
    let id = door.slug(head, "id", &raw.id);
    let source = door.refer(head, "source", &raw.source, &known.sources);
    let scope = raw.reporter.scope;
    let name = Name {
        zh: door.text(head, "name.zh", raw.name.zh),
        short: door.text(head, "name.short", raw.name.short),
        en: door.text(head, "name.en", raw.name.en),
        short_en: door.maybe(head, "name.short_en", raw.name.short_en),
        pinyin: door.text(head, "name.pinyin", raw.name.pinyin),
    };
    let province = raw.province.map(|two| door.two(head, "province", two));
    let reporter = Reporter {
        name: door.pair(head, "reporter.zh", raw.reporter.zh, raw.reporter.en),
        scope,
    };
    let summary = door.two(head, "summary", raw.summary);
    let pillars = facts::pillars(door, raw.pillars, known);
    let ids = &mut Ids {
        pillars: pillars.iter().map(|pillar| pillar.n).collect(),
        taken: HashSet::default(),
    };
    let measures = keep(raw.measures, |at, raw| facts::measure(door, ids, at, raw, known));
    let frameworks = keep(raw.frameworks, |at, raw| facts::framework(door, ids, at, raw));
    let mut counting: RegisterIndex<()> = RegisterIndex::default();
    let outcomes = keep(raw.outcomes, |at, raw| {
        counting.refuse(&raw.id);
        facts::outcome(door, ids, at, raw, known, scope)
    });
    for outcome in &outcomes {
        counting.claim(outcome.id.clone(), ());
    }
    let recognitions = keep(raw.recognitions, |at, raw| {
        facts::recognition(door, ids, at, raw, &counting, known)
    });
    let partners = keep(raw.partners, |at, raw| facts::partner(door, ids, at, raw));
    let english = raw.english.into_iter();
    let english = english
        .map(|(zh, en)| (door.text(head, "english", zh), door.text(head, "english", en)))
        .collect();
    Some(College {
        id: id?,
        name,
        province,
        source: source?,
        file: file.into(),
        reporter,
        summary,
        pillars,
        measures,
        frameworks,
        recognitions,
        partners,
        outcomes,
        english,
    })
}

/// The sound records. What growing left over is given back: at 3,000 dossiers it is tens of MB.
fn keep<R, T>(raw: super::raw::RawList<R>, mut build: impl FnMut(u32, R) -> Option<T>) -> Vec<T> {
    let mut kept: Vec<T> = raw
        .into_records()
        .filter_map(|(at, raw)| build(at, raw))
        .collect();
    kept.shrink_to_fit();
    kept
}

/// The ids of one dossier: one range over all kinds of facts.
struct Ids {
    pillars: Vec<u8>,
    taken: HashSet<Slug, RandomState>,
}

impl Ids {
    /// Takes an id for a fact of the dossier.
    fn take(&mut self, door: &mut Fields<'_>, at: At, raw: &str) -> Option<Slug> {
        let slug = door.slug(at, "id", raw)?;
        if is_pillar(&slug) {
            door.report(Code::BadId, at, "id", raw);
            return None;
        }
        if !self.taken.insert(slug.clone()) {
            door.report(Code::DuplicateId, at, "id", raw);
            return None;
        }
        Some(slug)
    }

    /// Checks that pillar `n` exists.
    fn pillar(&self, door: &mut Fields<'_>, at: At, n: u8) -> Option<u8> {
        if self.pillars.contains(&n) {
            return Some(n);
        }
        door.report(Code::BadPillar, at, "pillar", &n.to_string());
        door.last_among(format!("pillar {n}"));
        None
    }

    /// The same where a fact may stand outside the pillars.
    fn maybe(&self, door: &mut Fields<'_>, at: At, n: Option<u8>) -> Option<Option<u8>> {
        match n {
            Some(n) => self.pillar(door, at, n).map(Some),
            None => Some(None),
        }
    }
}

/// `p1`, `p2` … are the addresses of pillars and no fact's id.
fn is_pillar(slug: &Slug) -> bool {
    slug.as_str()
        .strip_prefix('p')
        .is_some_and(|n| n.parse::<u8>().is_ok())
}
