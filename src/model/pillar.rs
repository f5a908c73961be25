//! The article's numbered strategic parts, what is done under them, and the enumerations they name.

use serde::{Deserialize, Serialize};

use super::{Citation, Slug, ThemeIx};
use crate::lang::{Bilingual, Lang};

/// A pillar (支柱): one of the article's numbered strategic parts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pillar {
    /// Its number, from 1 without gaps.
    pub(crate) n: u8,
    /// Short heading and its English.
    pub(crate) heading: Bilingual,
    /// The slogan it goes by.
    pub(crate) slogan: Box<str>,
    /// The complete heading as printed.
    pub(crate) printed: Box<str>,
    /// What it is about.
    pub(crate) themes: Vec<ThemeIx>,
    /// What it says, in the curator's words.
    pub(crate) gist: Bilingual,
    /// Where it stands.
    pub(crate) cite: Citation,
}

impl Pillar {
    /// Its heading without the slogan, which in English follows a colon.
    pub(crate) fn title(&self, lang: Lang) -> &str {
        let heading = self.heading.get(lang);
        match lang {
            Lang::Zh => heading,
            Lang::En => heading.split_once(": ").map_or(heading, |(title, _)| title),
        }
    }
}

/// A measure (举措): what is done under a pillar.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// Its id within the dossier.
    pub(crate) id: Slug,
    /// The pillar it stands under.
    pub(crate) pillar: u8,
    /// Its number within the pillar, from 1.
    pub(crate) n: u8,
    /// Its title and English.
    pub(crate) title: Bilingual,
    /// The rest of its heading, if printed.
    pub(crate) slogan: Option<Box<str>>,
    /// What it is about: some of its pillar's themes; none where it shares them all.
    pub(crate) themes: Vec<ThemeIx>,
    /// What it says, in the curator's words.
    pub(crate) gist: Bilingual,
    /// What a reader has to know of how it is printed, in the curator's words.
    pub(crate) note: Option<Bilingual>,
    /// Where it stands.
    pub(crate) cite: Citation,
}

/// A framework (体系): a named enumeration such as 5院4中心.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Framework {
    /// Its id within the dossier.
    pub(crate) id: Slug,
    /// The pillar it stands under; none in the introduction.
    pub(crate) pillar: Option<u8>,
    /// Its name as printed and in English.
    pub(crate) name: Bilingual,
    /// What it is, in the curator's words; may be empty.
    pub(crate) gist: Bilingual,
    /// Its counted parts: one for 两翼, two for 5院4中心.
    pub(crate) groups: Vec<Group>,
    /// Where it stands.
    pub(crate) cite: Citation,
}

/// One counted part of a [`Framework`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Group {
    /// What is counted: 院, 中心, 育; in English the print where no English is given.
    pub(crate) name: Bilingual,
    /// How many are announced; none where the article gives no number.
    pub(crate) total: Option<u16>,
    /// The measure word printed with the total, if any.
    pub(crate) unit: Option<Box<str>>,
    /// Those the article names, in its order.
    pub(crate) members: Vec<Box<str>>,
}

impl Group {
    /// How many the article leaves unnamed.
    pub(crate) fn unnamed(&self) -> usize {
        usize::from(self.total.unwrap_or(0)).saturating_sub(self.members.len())
    }
}
