//! Whether a decoded atlas keeps the promises that the rest of the program builds on: every index points at
//! something and every list that is searched is in order.

use crate::model::{Atlas, College};

/// Whether `atlas` may be handed out.
pub fn is_sound(atlas: &Atlas) -> bool {
    let themes = |theme: usize| theme < atlas.themes.len();
    let families = atlas.families.iter().all(|family| themes(family.theme.at()));
    let metrics = atlas.metrics.iter().all(|metric| {
        let family = metric
            .family
            .is_none_or(|family| family.at() < atlas.families.len());
        themes(metric.theme.at()) && family
    });
    families
        && metrics
        && atlas.colleges.iter().all(|college| points(atlas, college))
        && atlas.colleges.is_sorted_by(|a, b| a.id < b.id)
        && atlas.sources.is_sorted_by(|a, b| a.id < b.id)
}

fn points(atlas: &Atlas, college: &College) -> bool {
    let themes = college.pillars.iter().flat_map(|pillar| &pillar.themes);
    let metrics = college.outcomes.iter().map(|outcome| outcome.metric.at());
    college.source.at() < atlas.sources.len()
        && themes.into_iter().all(|theme| theme.at() < atlas.themes.len())
        && metrics.into_iter().all(|metric| metric < atlas.metrics.len())
}
