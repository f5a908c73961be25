//! The first few dossiers of a long load, as an atlas of their own, so that there is something to read meanwhile.
//!
//! Owns the choice of how many and the copy. The rest comes with the whole atlas, where every address stays valid.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Loaded,
    cache::{container::Bytes, dossiers::Dossiers},
    file::FileRecord,
};
use crate::model::{Atlas, College, Source, SourceIx};

/// Dossiers in a part: more than a screen shows.
const ENOUGH: usize = 64;

/// The first dossiers of `done` with the registers and sources of `atlas`; none while there are too few, or
/// when they are nearly all there is.
pub(crate) fn of_parsed(atlas: &Atlas, done: &[Option<FileRecord<College>>]) -> Option<Loaded> {
    let ready = done.iter().take_while(|record| record.is_some()).count();
    if ready < ENOUGH || done.len() < 2 * ready {
        return None;
    }
    let records = done[..ready].iter().flatten();
    let findings = records.clone().flat_map(|(_, findings)| findings.clone());
    let mut colleges: Vec<College> = records.filter_map(|(college, _)| college.clone()).collect();
    colleges.sort_by(|a, b| a.id.cmp(&b.id));
    colleges.dedup_by(|a, b| a.id == b.id);
    let part = preview(atlas, colleges, |ix| Some(atlas.source(ix).clone()))?;
    Some(Loaded {
        findings: findings.collect(),
        ..part
    })
}

/// The first dossiers of a compiled copy; none where there are few, or where one is corrupt.
pub(crate) fn of_copy<B: Bytes>(copy: &Dossiers<B>) -> Option<Loaded> {
    let directory = copy.directory();
    if directory.colleges.len() < 2 * ENOUGH {
        return None;
    }
    let colleges = directory.all().take(ENOUGH).map(|ix| copy.college(ix).ok());
    preview(directory, colleges.collect::<Option<_>>()?, |ix| {
        copy.source(ix).ok()
    })
}

/// `colleges` with the registers of `atlas` and the sources they refer to, by new places.
fn preview(
    atlas: &Atlas,
    mut colleges: Vec<College>,
    source: impl Fn(SourceIx) -> Option<Source>,
) -> Option<Loaded> {
    let used: BTreeSet<SourceIx> = colleges.iter().map(|college| college.source).collect();
    let sources = used.iter().map(|ix| source(*ix)).collect::<Option<_>>()?;
    let places: BTreeMap<SourceIx, SourceIx> = used.into_iter().zip((0..).map(SourceIx)).collect();
    for college in &mut colleges {
        college.source = places[&college.source];
    }
    Some(Loaded {
        atlas: Atlas {
            themes: atlas.themes.clone(),
            families: atlas.families.clone(),
            metrics: atlas.metrics.clone(),
            sources,
            colleges,
        },
        findings: Vec::new(),
        slot: None,
    })
}
