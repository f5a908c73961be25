//! One dossier: the college, whom its figures speak for, and everything curated from its article.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Citation, Framework, Measure, Outcome, Pillar, Slug, SourceIx};
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
    /// Its frameworks.
    pub(crate) frameworks: Vec<Framework>,
    /// Its recognitions and named platforms.
    pub(crate) recognitions: Vec<Recognition>,
    /// Those it works with.
    pub(crate) partners: Vec<Partner>,
    /// Its figures.
    pub outcomes: Vec<Outcome>,
}

impl College {
    /// The short name in Chinese, the full one in English.
    pub(crate) fn label(&self, lang: Lang) -> &str {
        lang.pick(&self.name.short, &self.name.en)
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
    /// Hand-written pinyin without tones, syllables apart: for sorting, since tables get polyphones wrong.
    pub pinyin: Box<str>,
}

/// Whom a dossier's figures speak for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Reporter {
    /// Its name.
    pub(crate) name: Bilingual,
    /// Part of the college or the whole of it.
    pub(crate) scope: Scope,
}

/// How much of a college a figure speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Scope {
    /// A secondary college or department (二级学院).
    Unit,
    /// The whole college (全校).
    College,
}

impl Scope {
    /// The Chinese word, as in the JSON.
    pub(crate) fn zh(self) -> &'static str {
        match self {
            Self::Unit => "二级学院",
            Self::College => "全校",
        }
    }

    /// The word in `lang`.
    pub(crate) fn word(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (_, Lang::Zh) => self.zh(),
            (Self::Unit, Lang::En) => "department",
            (Self::College, Lang::En) => "whole college",
        }
    }
}

/// A recognition (荣誉): an award, selected case, title or project, or a named platform.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recognition {
    /// Its id within the dossier.
    pub id: Slug,
    /// The pillar it stands under; none in the introduction.
    pub(crate) pillar: Option<u8>,
    /// What sort it is.
    pub(crate) kind: RecognitionKind,
    /// Its name as printed and in English.
    pub(crate) name: Bilingual,
    /// The work or case it was given to, if the article names one.
    pub(crate) work: Option<Box<str>>,
    /// Who gives it, if printed.
    pub(crate) level: Option<Level>,
    /// Year, if printed.
    pub(crate) year: Option<u16>,
    /// Who holds it: 学生, 教师 …, if printed.
    pub(crate) holder: Option<Box<str>>,
    /// The outcome that counts it.
    pub(crate) outcome: Option<Slug>,
    /// Where it stands.
    pub(crate) cite: Citation,
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident $word:literal $zh:literal $en:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub(crate) enum $name { $($(#[$vdoc])* $variant,)* }

        impl $name {
            /// The word used in YAML and JSON.
            pub(crate) fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// The word for readers.
            pub(crate) fn word(self, lang: Lang) -> &'static str {
                match self { $(Self::$variant => lang.pick($zh, $en),)* }
            }
        }
    };
}

words! {
    /// What sort of recognition it is.
    RecognitionKind {
        /// A prize.
        Award "award" "奖项" "award",
        /// A selected case.
        Case "case" "案例" "selected case",
        /// A title of honour.
        Title "title" "称号" "title",
        /// A project that was granted.
        Project "project" "项目" "project",
        /// A platform, centre, base, institute or consortium.
        Platform "platform" "平台" "platform",
    }
}

words! {
    /// Who gives a recognition.
    Level {
        /// The state.
        National "national" "国家级" "national",
        /// A province.
        Province "province" "省级" "provincial",
        /// A city.
        City "city" "市级" "municipal",
    }
}

words! {
    /// What sort of partner it is.
    PartnerKind {
        /// A firm.
        Enterprise "enterprise" "企业" "enterprise",
        /// A university or college.
        University "university" "高校" "university",
        /// A public authority.
        Government "government" "政府" "government",
        /// A street, town or village.
        Community "community" "地方" "community",
        /// A consortium, association or other body.
        Organization "organization" "组织" "organization",
    }
}

/// A partner named in the article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Partner {
    /// Its id within the dossier.
    pub id: Slug,
    /// The pillar it is named under; none in the introduction.
    pub(crate) pillar: Option<u8>,
    /// What sort it is.
    pub(crate) kind: PartnerKind,
    /// Its name as printed and in English.
    pub(crate) name: Bilingual,
    /// Where it stands.
    pub(crate) cite: Citation,
}
