//! What the outcomes of a row have to do with each other, and how they lie: a list for each subject.

use crate::{lang::Lang, model::Outcome};

/// One list for each subject.
pub(super) type SubjectLists<T> = Vec<Vec<T>>;

/// The outcomes of each subject.
pub(super) type OutcomeCells<'a> = SubjectLists<&'a Outcome>;

/// What the outcomes of a row have to do with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// One metric: the same count.
    Same,
    /// One family: they belong side by side and are different counts.
    Related,
    /// One outcome that nothing else may be set against.
    Alone,
}

impl Relation {
    /// Every relation.
    pub(crate) const ALL: [Self; 3] = [Self::Same, Self::Related, Self::Alone];

    /// The word used in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Related => "related",
            Self::Alone => "alone",
        }
    }

    /// The word for readers.
    pub(crate) fn word(self, lang: Lang) -> &'static str {
        match self {
            Self::Same => lang.pick("同一指标", "same metric"),
            Self::Related => lang.pick("相近指标", "related"),
            Self::Alone => lang.pick("仅一校载明", "one college only"),
        }
    }

    /// The sign before the first value.
    pub(crate) fn sign(self) -> &'static str {
        match self {
            Self::Same => "=",
            Self::Related => "~",
            Self::Alone => " ",
        }
    }
}
