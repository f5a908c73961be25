//! Article texts that were looked for, the last few of them.
//!
//! Owns how many are kept: whoever pages through thousands of colleges does not choose how much memory that takes.

use std::sync::Arc;

use crate::model::SourceIx;

/// As many as are looked at side by side, and those one comes back to.
const MOST: usize = 8;

/// Texts by source, the newest last; none where a source has no text at hand.
#[derive(Clone, Debug, Default)]
pub(crate) struct ArticleTexts(Vec<(SourceIx, Option<Arc<str>>)>);

impl ArticleTexts {
    /// Whether the text of `source` was looked for and is remembered, also as absent.
    pub(crate) fn is_known(&self, source: SourceIx) -> bool {
        self.0.iter().any(|(known, _)| *known == source)
    }

    /// The text of `source`, if it is at hand.
    pub(crate) fn get(&self, source: SourceIx) -> Option<&str> {
        let found = self.0.iter().find(|(known, _)| *known == source)?;
        found.1.as_deref()
    }

    /// Remembers what was found, and forgets the oldest.
    pub(crate) fn insert(&mut self, source: SourceIx, text: Option<Arc<str>>) {
        self.0.retain(|(known, _)| *known != source);
        if self.0.len() == MOST {
            self.0.remove(0);
        }
        self.0.push((source, text));
    }

    /// Forgets all.
    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }
}
