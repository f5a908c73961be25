//! One dossier: the college, whom its figures speak for, and everything curated from its article.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Framework, Measure, Outcome, Partner, Pillar, Recognition, Scope, Slug, SourceIx};
use crate::lang::{Bilingual, Lang};

/// A college (院校) and everything its dossier (档案) says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct College {
    /// Its id, also the name of its file.
    pub id: Slug,
    /// What it is called.
    pub name: Name,
    /// The province, if printed.
    pub province: Option<Bilingual>,
    /// The article.
    pub source: SourceIx,
    /// The file it came from, for findings: `data/colleges/tzvcst.yaml`.
    pub(crate) file: Box<str>,
    /// Whom the figures speak for.
    pub(crate) reporter: Reporter,
    /// What the dossier says, in the curator's words.
    pub(crate) summary: Bilingual,
    /// Its pillars, in order of their numbers.
    pub pillars: Vec<Pillar>,
    /// Its measures, in the article's order.
    pub(crate) measures: Vec<Measure>,
    pub(crate) frameworks: Vec<Framework>,
    /// Its recognitions and named platforms.
    pub(crate) recognitions: Vec<Recognition>,
    /// Those it works with.
    pub(crate) partners: Vec<Partner>,
    /// Its figures.
    pub outcomes: Vec<Outcome>,
    /// English of printed names that no record of their own has.
    pub(crate) english: BTreeMap<Box<str>, Box<str>>,
}

impl College {
    /// The short name; in English the full one where there is none.
    pub(crate) fn label(&self, lang: Lang) -> &str {
        let name = &self.name;
        lang.pick(&name.short, name.short_en.as_ref().unwrap_or(&name.en))
    }

    /// How many of its recognitions honour somebody or something; the rest are platforms and projects.
    pub(crate) fn honours(&self) -> usize {
        self.recognitions.iter().filter(|fact| fact.is_honour()).count()
    }

    /// A printed name for readers of `lang`: in English as the dossier gives it, by itself or for the record of that
    /// name, else as printed.
    pub(crate) fn printed<'a>(&'a self, name: &'a str, lang: Lang) -> &'a str {
        if lang == Lang::Zh {
            return name;
        }
        let recognitions = self.recognitions.iter().map(|fact| &fact.name);
        let mut records = recognitions.chain(self.partners.iter().map(|fact| &fact.name));
        let recorded = || records.find(|known| *known.zh == *name).map(|known| &*known.en);
        let english = self.english.get(name).map(|english| &**english);
        english.or_else(recorded).unwrap_or(name)
    }

    /// Several of them, one after the other.
    pub(crate) fn printed_names(&self, names: &[Box<str>], lang: Lang) -> String {
        let names: Vec<&str> = names.iter().map(|name| self.printed(name, lang)).collect();
        names.join(lang.pick("、", "; "))
    }

    /// The pillar numbered `n`.
    pub(crate) fn pillar(&self, n: u8) -> Option<&Pillar> {
        self.pillars.iter().find(|pillar| pillar.n == n)
    }
}

/// What a college is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// Full name.
    pub zh: Box<str>,
    /// Short name for columns.
    pub short: Box<str>,
    /// English name.
    pub(crate) en: Box<str>,
    /// Short English name for columns, if it has one.
    pub(crate) short_en: Option<Box<str>>,
    /// Hand-written pinyin without tones, syllables apart: for sorting, since tables get polyphones wrong.
    pub pinyin: Box<str>,
}

/// Whom a dossier's figures speak for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Reporter {
    pub(crate) name: Bilingual,
    /// Part of the college or the whole of it.
    pub(crate) scope: Scope,
}
