//! The ids that records may refer to, and those whose record was left out.
//!
//! Owns what an unknown reference is: one to a record that was refused, or to a register that is not there, is not
//! told again. One fault, one finding.

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

use crate::{model::Slug, text::similar};

/// The ids of one kind of record.
#[derive(Debug)]
pub(crate) struct RegisterIndex<T> {
    known: HashMap<Slug, T, RandomState>,
    refused: HashSet<Slug, RandomState>,
    /// Whether the file that defines them could not be read.
    pub(crate) absent: bool,
}

impl<T> Default for RegisterIndex<T> {
    fn default() -> Self {
        [].into_iter().collect()
    }
}

impl<T> FromIterator<(Slug, T)> for RegisterIndex<T> {
    fn from_iter<I: IntoIterator<Item = (Slug, T)>>(ids: I) -> Self {
        Self {
            known: ids.into_iter().collect(),
            refused: HashSet::default(),
            absent: false,
        }
    }
}

impl<T> RegisterIndex<T> {
    /// Makes `id` known; false when it already is.
    pub(crate) fn claim(&mut self, id: Slug, value: T) -> bool {
        let free = !self.known.contains_key(&id);
        if free {
            self.known.insert(id, value);
        }
        free
    }

    /// Notes that the record called `id` was left out.
    pub(crate) fn refuse(&mut self, id: &str) {
        self.refused.extend(id.parse::<Slug>().ok());
    }

    /// What `id` stands for.
    pub(crate) fn get(&self, id: &str) -> Option<&T> {
        self.known.get(id)
    }

    /// The id that was probably meant by `id`.
    pub(crate) fn meant(&self, id: &str) -> Option<&str> {
        similar::meant(id, self.known.keys().map(Slug::as_str))
    }

    /// Whether a reference to `id` fails for a reason that is told elsewhere.
    pub(crate) fn excuses(&self, id: &str) -> bool {
        self.absent || self.refused.contains(id) && !self.known.contains_key(id)
    }
}
