//! When two printed periods are the same.

use crate::model::{Outcome, PeriodKind};

/// What makes two periods one. A year or class is its year; everything else is what is printed: two articles that both
/// say 截至2023年底 mean one day, two that say 近年来 at least say the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PeriodKey<'a> {
    kind: PeriodKind,
    year: Option<u16>,
    text: &'a str,
    cumulative: bool,
}

impl<'a> PeriodKey<'a> {
    /// The key of an outcome's period; none when none is printed, and what is not printed equals nothing.
    pub(super) fn of(outcome: &'a Outcome) -> Option<Self> {
        let period = outcome.period.as_ref()?;
        let yearly = matches!(period.kind, PeriodKind::Year | PeriodKind::Class);
        Some(Self {
            kind: period.kind,
            year: period.year,
            text: if yearly && period.year.is_some() {
                ""
            } else {
                &period.text
            },
            cumulative: period.is_cumulative(),
        })
    }

    /// Whether it says when: 近年来, 累计 and 应届 do not.
    pub(super) fn is_definite(self) -> bool {
        self.year.is_some()
    }
}
