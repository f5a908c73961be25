//! The article's numbered strategic parts, what is done under them, and the enumerations they name.

use serde::{Deserialize, Serialize};

use super::{Citation, Slug, ThemeIx};
use crate::lang::Bilingual;

/// A pillar (支柱): one of the article's numbered strategic parts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pillar {
    /// Its number, from 1 without gaps.
    pub n: u8,
    /// Short heading and its English.
    pub heading: Bilingual,
    /// The slogan it goes by.
    pub slogan: Box<str>,
    /// The complete heading as printed.
    pub printed: Box<str>,
    /// What it is about.
    pub themes: Vec<ThemeIx>,
    /// What it says, in the curator's words.
    pub gist: Bilingual,
    /// Where it stands.
    pub cite: Citation,
}

/// A measure (举措): what is done under a pillar.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// Its id within the dossier.
    pub id: Slug,
    /// The pillar it stands under.
    pub pillar: u8,
    /// Its number within the pillar, from 1.
    pub n: u8,
    /// Its title and English.
    pub title: Bilingual,
    /// The rest of its heading, if printed.
    pub slogan: Option<Box<str>>,
    /// What it says, in the curator's words.
    pub gist: Bilingual,
    /// Where it stands.
    pub cite: Citation,
}

/// A framework (体系): a named enumeration such as 5院4中心.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Framework {
    /// Its id within the dossier.
    pub id: Slug,
    /// The pillar it stands under; none in the introduction.
    pub pillar: Option<u8>,
    /// Its name as printed and in English.
    pub name: Bilingual,
    /// What it is, in the curator's words; may be empty.
    pub gist: Bilingual,
    /// Its counted parts: one for 两翼, two for 5院4中心.
    pub groups: Vec<Group>,
    /// Where it stands.
    pub cite: Citation,
}

/// One counted part of a [`Framework`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// What is counted: 院, 中心, 育.
    pub name: Box<str>,
    /// How many the name announces.
    pub total: u16,
    /// The measure word printed with the total, if any.
    pub unit: Option<Box<str>>,
    /// Those the article names, in its order.
    pub members: Vec<Box<str>>,
}

impl Group {
    /// How many the article leaves unnamed.
    pub fn unnamed(&self) -> usize {
        usize::from(self.total).saturating_sub(self.members.len())
    }
}
