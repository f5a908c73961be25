//! A page laid over the screen: what it is about, and where it is scrolled to.

use crate::{
    model::{Addr, Atlas, MetricIx, ThemeIx},
    tui::{keymap::KeyScope, list::List},
};

/// What a page is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// Every key.
    Help,
    Fact(Addr),
    /// The passage that states a fact.
    Source(Addr),
    /// What is wrong with the data.
    Findings,
    Theme(ThemeIx),
    Metric(MetricIx),
    /// Themes by colleges.
    Overview,
    /// Which width policy is right.
    Card,
}

impl What {
    /// Whether `atlas` has what the page is about.
    pub(super) fn is_in(&self, atlas: &Atlas) -> bool {
        match self {
            Self::Fact(addr) | Self::Source(addr) => atlas.resolve(addr).is_some(),
            Self::Theme(ix) => ix.at() < atlas.themes.len(),
            Self::Metric(ix) => ix.at() < atlas.metrics.len(),
            Self::Help | Self::Findings | Self::Overview | Self::Card => true,
        }
    }

    /// Where keys are looked up while such a page is on top.
    pub(super) fn scopes(&self) -> &'static [KeyScope] {
        match self {
            Self::Help => &[KeyScope::Help, KeyScope::Global],
            Self::Fact(_) => &[KeyScope::Fact, KeyScope::Global],
            Self::Source(_) => &[KeyScope::Source, KeyScope::Global],
            Self::Findings => &[KeyScope::Findings, KeyScope::Global],
            Self::Theme(_) | Self::Metric(_) => &[KeyScope::Register, KeyScope::Global],
            Self::Overview => &[KeyScope::Overview, KeyScope::Global],
            Self::Card => &[KeyScope::Card, KeyScope::Global],
        }
    }
}

/// One page and where it is scrolled to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Overlay {
    /// What it is about.
    pub(crate) what: What,
    /// The row under the cursor and the first on screen.
    pub(crate) list: List,
    /// Colleges of the overview that are scrolled past.
    pub(crate) column: usize,
}
