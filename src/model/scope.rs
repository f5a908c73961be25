//! How much of a college a figure speaks for.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::lang::Lang;

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
    /// Both.
    pub(crate) const ALL: [Self; 2] = [Self::Unit, Self::College];

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
            (Self::Unit, Lang::En) => "one school",
            (Self::College, Lang::En) => "whole college",
        }
    }
}
