//! Themes, families and metrics as rows, with how much of the atlas refers to them.

use super::record;
use crate::model::{Atlas, College, FamilyIx, MetricIx, ThemeIx};

record! {
    /// One theme.
    ThemeRow {
        /// Its id.
        theme: &'a str,
        /// Its name.
        name: &'a str,
        /// What belongs to it.
        definition: &'a str,
        /// How many pillars are about it.
        pillars: usize,
        /// How many metrics are listed under it.
        metrics: usize,
        /// How many outcomes are listed under it.
        outcomes: usize,
        /// Its name in English.
        en: &'a str,
        /// The definition in English.
        definition_en: &'a str,
    }
}

impl<'a> ThemeRow<'a> {
    /// The row of the theme at `ix`.
    pub(crate) fn of(atlas: &'a Atlas, ix: ThemeIx) -> Self {
        let theme = atlas.theme(ix);
        let pillars = |college: &College| college.pillars.iter().filter(|p| p.themes.contains(&ix)).count();
        let outcomes = |college: &College| {
            let under = |outcome: &&_| atlas.theme_of(outcome) == Some(ix);
            college.outcomes.iter().filter(under).count()
        };
        Self {
            theme: theme.id.as_str(),
            name: &theme.name.zh,
            definition: &theme.definition.zh,
            pillars: atlas.colleges.iter().map(pillars).sum(),
            metrics: atlas.metrics.iter().filter(|metric| metric.theme == ix).count(),
            outcomes: atlas.colleges.iter().map(outcomes).sum(),
            en: &theme.name.en,
            definition_en: &theme.definition.en,
        }
    }
}

record! {
    /// One metric.
    MetricRow {
        /// Its id.
        metric: &'a str,
        /// Its name.
        name: &'a str,
        /// The id of its theme.
        theme: &'a str,
        /// The id of its family.
        family: Option<&'a str>,
        /// The base unit of its outcomes.
        unit: &'a str,
        /// What is counted.
        definition: &'a str,
        /// How many outcomes state it.
        outcomes: usize,
        /// How many colleges state it.
        colleges: usize,
        /// Its name in English.
        en: &'a str,
        /// The definition in English.
        definition_en: &'a str,
    }
}

impl<'a> MetricRow<'a> {
    /// The row of the metric at `ix`.
    pub(crate) fn of(atlas: &'a Atlas, ix: MetricIx) -> Self {
        let metric = atlas.metric(ix);
        let stated = |college: &College| {
            college
                .outcomes
                .iter()
                .filter(|fact| fact.metric == Some(ix))
                .count()
        };
        let counts: Vec<_> = atlas.colleges.iter().map(stated).collect();
        Self {
            metric: metric.id.as_str(),
            name: &metric.name.zh,
            theme: atlas.theme(metric.theme).id.as_str(),
            family: metric.family.map(|family| atlas.family(family).id.as_str()),
            unit: &metric.unit,
            definition: &metric.definition.zh,
            outcomes: counts.iter().sum(),
            colleges: counts.iter().filter(|count| **count > 0).count(),
            en: &metric.name.en,
            definition_en: &metric.definition.en,
        }
    }
}

record! {
    /// One family.
    FamilyRow {
        /// Its id.
        family: &'a str,
        /// Its name.
        name: &'a str,
        /// The id of its theme.
        theme: &'a str,
        /// What its metrics share and how they differ.
        definition: &'a str,
        /// How many metrics belong to it.
        metrics: usize,
        /// Its name in English.
        en: &'a str,
        /// The definition in English.
        definition_en: &'a str,
    }
}

impl<'a> FamilyRow<'a> {
    /// The row of the family at `ix`.
    pub(crate) fn of(atlas: &'a Atlas, ix: FamilyIx) -> Self {
        let family = atlas.family(ix);
        let of_it = |family: &Option<FamilyIx>| *family == Some(ix);
        Self {
            family: family.id.as_str(),
            name: &family.name.zh,
            theme: atlas.theme(family.theme).id.as_str(),
            definition: &family.definition.zh,
            metrics: atlas
                .metrics
                .iter()
                .filter(|metric| of_it(&metric.family))
                .count(),
            en: &family.name.en,
            definition_en: &family.definition.en,
        }
    }
}
