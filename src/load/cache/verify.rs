//! Whether what was decoded keeps the promises that the rest of the program builds on: every index points at something.
//! That lists are in order is looked at where they are made.

use crate::model::{Atlas, College};

/// Whether the registers of `atlas` point at one another.
pub(crate) fn registers(atlas: &Atlas) -> bool {
    let theme = |theme: usize| theme < atlas.themes.len();
    let families = atlas.families.iter().all(|family| theme(family.theme.at()));
    let metrics = atlas.metrics.iter().all(|metric| {
        let family = metric
            .family
            .is_none_or(|family| family.at() < atlas.families.len());
        theme(metric.theme.at()) && family
    });
    families && metrics
}

/// Whether `college` points at records that are in the registers of `atlas`.
pub(crate) fn college(college: &College, atlas: &Atlas) -> bool {
    let pillars = college.pillars.iter().flat_map(|pillar| &pillar.themes);
    let measures = college.measures.iter().flat_map(|measure| &measure.themes);
    let mut themes = pillars.chain(measures);
    let mut families = college.recognitions.iter().filter_map(|fact| fact.family);
    let mut metrics = college.outcomes.iter().filter_map(|outcome| outcome.metric);
    themes.all(|theme| theme.at() < atlas.themes.len())
        && families.all(|family| family.at() < atlas.families.len())
        && metrics.all(|metric| metric.at() < atlas.metrics.len())
}
