//! A dimension that pillars and metrics share.

use serde::{Deserialize, Serialize};

use super::Slug;
use crate::lang::Bilingual;

/// A theme (主题): what a pillar or a metric is about; it groups a comparison and makes no pair.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Theme {
    /// Its id.
    pub id: Slug,
    pub(crate) name: Bilingual,
    /// What belongs to it.
    pub(crate) definition: Bilingual,
}
