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

/// Whether `college` points at some of so many themes and metrics.
pub(crate) fn college(college: &College, themes: usize, metrics: usize) -> bool {
    let mut served = college.pillars.iter().flat_map(|pillar| &pillar.themes);
    let mut counted = college.outcomes.iter().map(|outcome| outcome.metric.at());
    served.all(|theme| theme.at() < themes) && counted.all(|metric| metric < metrics)
}
