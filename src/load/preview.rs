//! The first few dossiers of a long load, as an atlas of their own, so that there is something to read meanwhile.
//!
//! Owns the choice of how many and the copy. The rest comes with the whole atlas, where every address stays valid.

use std::collections::BTreeMap;

use super::{Loaded, file::Record};
use crate::model::{Atlas, College, Held, Source, SourceIx};

/// Dossiers in a part: more than a screen shows.
const ENOUGH: usize = 64;

/// The first dossiers of `done` with the registers and sources of `atlas`; none while there are too few, or
/// when they are nearly all there is.
pub(crate) fn part(atlas: &Atlas, done: &[Option<Record<College>>]) -> Option<Loaded> {
    let ready = done.iter().take_while(|record| record.is_some()).count();
    if ready < ENOUGH || done.len() < 2 * ready {
        return None;
    }
    let records = done[..ready].iter().flatten();
    let mut part = Loaded {
        atlas: Atlas {
            themes: atlas.themes.clone(),
            families: atlas.families.clone(),
            metrics: atlas.metrics.clone(),
            sources: Vec::new(),
            colleges: Vec::new(),
        },
        findings: records
            .clone()
            .flat_map(|(_, findings)| findings.clone())
            .collect(),
        copy: None,
    };
    let mut colleges: Vec<College> = records.filter_map(|(college, _)| college.clone()).collect();
    colleges.sort_by(|a, b| a.id.cmp(&b.id));
    colleges.dedup_by(|a, b| a.id == b.id);
    part.atlas.sources = sources(atlas, &mut colleges);
    part.atlas.colleges = colleges;
    Some(part)
}

/// The sources that `colleges` refer to, which refer to them by their new places afterwards.
fn sources(atlas: &Atlas, colleges: &mut [College]) -> Vec<Held<Source>> {
    let used: BTreeMap<SourceIx, SourceIx> = colleges
        .iter()
        .map(|college| college.source)
        .collect::<std::collections::BTreeSet<_>>()
        .into_iter()
        .zip((0..).map(SourceIx))
        .collect();
    for college in colleges {
        college.source = used[&college.source];
    }
    used.keys().map(|ix| atlas.source(*ix).clone().into()).collect()
}
