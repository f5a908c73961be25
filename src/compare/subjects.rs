//! Which colleges may be compared.

use crate::{
    lang::{Bilingual, Lang},
    model::{Atlas, CollegeIx},
};

/// The most that fit on a page a reader can take in.
pub(crate) const MOST: usize = 4;

/// Why a choice of colleges cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SubjectsRefusal {
    /// There is none, or one.
    TooFew(usize),
    /// There are more than [`MOST`].
    TooMany(usize),
    /// One of them stands there twice.
    Twice(CollegeIx),
}

/// Whether `picked` can be compared: two to [`MOST`] different colleges.
pub(crate) fn admit(picked: &[CollegeIx]) -> Result<(), SubjectsRefusal> {
    let repeated = (1..picked.len()).find(|&at| picked[..at].contains(&picked[at]));
    match (repeated, picked.len()) {
        (Some(at), _) => Err(SubjectsRefusal::Twice(picked[at])),
        (None, n @ 0..=1) => Err(SubjectsRefusal::TooFew(n)),
        (None, n) if n > MOST => Err(SubjectsRefusal::TooMany(n)),
        _ => Ok(()),
    }
}

impl SubjectsRefusal {
    /// What is wrong.
    pub(crate) fn message(self, atlas: &Atlas) -> Bilingual {
        match self {
            Self::TooFew(n) => Bilingual::new(
                format!("对比需要两所以上院校，现有 {n} 所"),
                format!("a comparison needs two colleges or more, there is {n}"),
            ),
            Self::TooMany(n) => Bilingual::new(
                format!("一次最多对比 {MOST} 所院校，现有 {n} 所"),
                format!("at most {MOST} colleges can be compared at once, there are {n}"),
            ),
            Self::Twice(ix) => {
                let college = atlas.college(ix);
                Bilingual::new(
                    format!("{} ({}) 出现了两次", college.label(Lang::Zh), college.id),
                    format!("{} ({}) is named twice", college.label(Lang::En), college.id),
                )
            }
        }
    }
}
