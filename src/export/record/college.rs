//! Colleges and their partners as rows.

use super::record;
use crate::model::{Atlas, College, Fact, Partner};

record! {
    /// One college, with how much is known of it.
    CollegeRow {
        /// Its address, which is its id.
        addr: &'a str,
        /// Its id.
        college: &'a str,
        /// Its full name.
        name: &'a str,
        /// Its short name.
        short: &'a str,
        /// Its English name.
        en: &'a str,
        /// Its name in pinyin without tones.
        pinyin: &'a str,
        /// Its province.
        province: Option<&'a str>,
        /// Whom its figures speak for.
        reporter: &'a str,
        /// 二级学院 or 全校.
        scope: &'static str,
        /// The source's id.
        source: &'a str,
        /// What the dossier says, in the curator's words.
        summary: &'a str,
        /// How many pillars it has.
        pillars: usize,
        /// How many measures.
        measures: usize,
        /// How many frameworks.
        frameworks: usize,
        /// How many recognitions.
        recognitions: usize,
        /// How many partners are named.
        partners: usize,
        /// How many outcomes.
        outcomes: usize,
        /// The province in English.
        province_en: Option<&'a str>,
        /// The reporter in English.
        reporter_en: &'a str,
        /// The summary in English.
        summary_en: &'a str,
        /// Its short name in English.
        short_en: Option<&'a str>,
        /// How many of the recognitions are awards, cases and titles; the rest are platforms and projects.
        honours: usize,
    }
}

impl<'a> CollegeRow<'a> {
    /// The row of `college`.
    pub(crate) fn of(atlas: &'a Atlas, college: &'a College) -> Self {
        let province = college.province.as_ref();
        Self {
            addr: college.id.as_str(),
            college: college.id.as_str(),
            name: &college.name.zh,
            short: &college.name.short,
            en: &college.name.en,
            pinyin: &college.name.pinyin,
            province: province.map(|name| &*name.zh),
            reporter: &college.reporter.name.zh,
            scope: college.reporter.scope.zh(),
            source: atlas.source(college.source).id.as_str(),
            summary: &college.summary.zh,
            pillars: college.pillars.len(),
            measures: college.measures.len(),
            frameworks: college.frameworks.len(),
            recognitions: college.recognitions.len(),
            partners: college.partners.len(),
            outcomes: college.outcomes.len(),
            province_en: province.map(|name| &*name.en),
            reporter_en: &college.reporter.name.en,
            summary_en: &college.summary.en,
            short_en: college.name.short_en.as_deref(),
            honours: college.honours(),
        }
    }
}

record! {
    /// One partner.
    PartnerRow {
        /// Its address.
        addr: String,
        /// The college's id.
        college: &'a str,
        /// The number of the pillar it is named under; absent in the introduction.
        pillar: Option<u8>,
        /// What sort it is.
        kind: &'static str,
        /// Its name as printed.
        name: &'a str,
        /// The source's id.
        source: &'a str,
        /// 1-based line of the article's text.
        line: u32,
        /// The printed phrase.
        exact: &'a str,
        /// Its English name.
        en: &'a str,
        /// What a reader has to know of how it is printed, in the curator's words.
        note: Option<&'a str>,
        /// The note in English.
        note_en: Option<&'a str>,
    }
}

impl<'a> PartnerRow<'a> {
    /// The row of `partner`.
    pub(crate) fn of(atlas: &'a Atlas, college: &'a College, partner: &'a Partner) -> Self {
        Self {
            addr: Fact::Partner(college, partner).addr().to_string(),
            college: college.id.as_str(),
            pillar: partner.pillar,
            kind: partner.kind.as_str(),
            name: &partner.name.zh,
            source: atlas.source(college.source).id.as_str(),
            line: partner.cite.line,
            exact: &partner.cite.exact,
            en: &partner.name.en,
            note: partner.note.as_ref().map(|note| &*note.zh),
            note_en: partner.note.as_ref().map(|note| &*note.en),
        }
    }
}
