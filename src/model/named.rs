//! Who and what an article names: recognitions, platforms and partners.
//!
//! Owns their kinds and the words for them. Which of them a figure counts is [`members`](super::members)'s.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Citation, FamilyIx, Slug};
use crate::lang::{Bilingual, Lang};

/// A recognition (荣誉): an award, selected case, title or project, or a named platform.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recognition {
    /// Its id within the dossier.
    pub(crate) id: Slug,
    /// The pillar it stands under; none in the introduction.
    pub(crate) pillar: Option<u8>,
    /// What sort it is.
    pub(crate) kind: RecognitionKind,
    /// Its name as printed, or completed from the enumeration it stands in; and in English.
    pub(crate) name: Bilingual,
    /// What the article claims of it beside its name, as printed: 全国高校首个.
    pub(crate) claim: Option<Bilingual>,
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
    /// The family it stands beside in a comparison, when no outcome counts it.
    pub(crate) family: Option<FamilyIx>,
    /// What a reader has to know of how it is printed, in the curator's words.
    pub(crate) note: Option<Bilingual>,
    /// Where it stands.
    pub(crate) cite: Citation,
}

impl Recognition {
    /// Whether it honours somebody or something; a platform or a project of its own is there without an honour.
    pub(crate) fn is_honour(&self) -> bool {
        !matches!(self.kind, RecognitionKind::Platform | RecognitionKind::Project)
    }
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident $word:literal $zh:literal $en:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub(crate) enum $name { $($(#[$vdoc])* $variant,)* }

        impl $name {
            /// Every one, in order.
            pub(crate) const ALL: &[Self] = &[$(Self::$variant,)*];

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
    pub(crate) id: Slug,
    /// The pillar it is named under; none in the introduction.
    pub(crate) pillar: Option<u8>,
    /// What sort it is.
    pub(crate) kind: PartnerKind,
    /// Its name as printed and in English.
    pub(crate) name: Bilingual,
    /// What a reader has to know of how it is printed, in the curator's words.
    pub(crate) note: Option<Bilingual>,
    /// Where it stands.
    pub(crate) cite: Citation,
}
