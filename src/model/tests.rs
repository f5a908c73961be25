//! What tests of pages and screens ask of the model.

use std::collections::BTreeSet;

use super::Atlas;
use crate::lang::Lang;

/// Periods and scopes of all outcomes as pages word them: no line end may break one.
pub(crate) fn tags(atlas: &Atlas) -> BTreeSet<String> {
    let outcomes = atlas.colleges.iter().flat_map(|college| &college.outcomes);
    let words = outcomes.flat_map(|outcome| {
        [Lang::Zh, Lang::En].into_iter().flat_map(|lang| {
            let period = outcome.period.as_ref().map(|period| period.words(lang));
            period.into_iter().chain([outcome.scope.word(lang).to_owned()])
        })
    });
    words.collect()
}
