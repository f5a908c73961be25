//! Pillars and measures as rows.

use super::record;
use crate::model::{Atlas, College, Fact, Measure, Pillar, ThemeIx};

record! {
    /// One pillar.
    PillarRow {
        /// Its address.
        addr: String,
        /// The college's id.
        college: &'a str,
        /// Its number.
        pillar: u8,
        /// Its short heading.
        heading: &'a str,
        /// The slogan it goes by.
        slogan: &'a str,
        /// The complete heading as printed.
        printed: &'a str,
        /// The ids of its themes.
        themes: Vec<&'a str>,
        /// What it says, in the curator's words.
        gist: &'a str,
        /// How many measures stand under it.
        measures: usize,
        /// How many outcomes stand under it.
        outcomes: usize,
        /// The source's id.
        source: &'a str,
        /// 1-based line of the article's text.
        line: u32,
        /// The printed phrase.
        exact: &'a str,
        /// The heading in English.
        en: &'a str,
        /// The gist in English.
        gist_en: &'a str,
    }
}

impl<'a> PillarRow<'a> {
    /// The row of `pillar`.
    pub(crate) fn of(atlas: &'a Atlas, college: &'a College, pillar: &'a Pillar) -> Self {
        let under = |n: Option<u8>| n == Some(pillar.n);
        Self {
            addr: Fact::Pillar(college, pillar).addr().to_string(),
            college: college.id.as_str(),
            pillar: pillar.n,
            heading: &pillar.heading.zh,
            slogan: &pillar.slogan,
            printed: &pillar.printed,
            themes: theme_ids(atlas, &pillar.themes),
            gist: &pillar.gist.zh,
            measures: college
                .measures
                .iter()
                .filter(|fact| under(Some(fact.pillar)))
                .count(),
            outcomes: college.outcomes.iter().filter(|fact| under(fact.pillar)).count(),
            source: atlas.source(college.source).id.as_str(),
            line: pillar.cite.line,
            exact: &pillar.cite.exact,
            en: &pillar.heading.en,
            gist_en: &pillar.gist.en,
        }
    }
}

record! {
    /// One measure.
    MeasureRow {
        /// Its address.
        addr: String,
        /// The college's id.
        college: &'a str,
        /// The number of its pillar.
        pillar: u8,
        /// Its number within the pillar.
        n: u8,
        /// Its title.
        title: &'a str,
        /// The rest of its heading, if printed.
        slogan: Option<&'a str>,
        /// What it says, in the curator's words.
        gist: &'a str,
        /// The source's id.
        source: &'a str,
        /// 1-based line of the article's text.
        line: u32,
        /// The printed phrase.
        exact: &'a str,
        /// The title in English.
        en: &'a str,
        /// The gist in English.
        gist_en: &'a str,
        /// The ids of its themes; absent where it shares its pillar's.
        themes: Vec<&'a str>,
        /// What a reader has to know of how it is printed, in the curator's words.
        note: Option<&'a str>,
        /// The note in English.
        note_en: Option<&'a str>,
    }
}

impl<'a> MeasureRow<'a> {
    /// The row of `measure`.
    pub(crate) fn of(atlas: &'a Atlas, college: &'a College, measure: &'a Measure) -> Self {
        Self {
            addr: Fact::Measure(college, measure).addr().to_string(),
            college: college.id.as_str(),
            pillar: measure.pillar,
            n: measure.n,
            title: &measure.title.zh,
            slogan: measure.slogan.as_deref(),
            gist: &measure.gist.zh,
            source: atlas.source(college.source).id.as_str(),
            line: measure.cite.line,
            exact: &measure.cite.exact,
            en: &measure.title.en,
            gist_en: &measure.gist.en,
            themes: theme_ids(atlas, &measure.themes),
            note: measure.note.as_ref().map(|note| &*note.zh),
            note_en: measure.note.as_ref().map(|note| &*note.en),
        }
    }
}

fn theme_ids<'a>(atlas: &'a Atlas, themes: &[ThemeIx]) -> Vec<&'a str> {
    themes.iter().map(|ix| atlas.theme(*ix).id.as_str()).collect()
}
