//! How the explorer looks: language, width policy and palette.

use super::{background::Ground, theme::OwnPalette};
use crate::{lang::Lang, page::builders::card, text::width::Policy};

/// Everything about the looks that a user can choose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Interface language.
    pub lang: Lang,
    /// How ambiguous characters are counted and drawn.
    pub policy: Policy,
    /// Colours.
    pub palette: OwnPalette,
    /// The user named a policy: the terminal's own answer no longer counts.
    pub fixed: bool,
    /// Nobody named a palette: it follows the terminal's background.
    pub follows: bool,
}

impl Look {
    /// The same with `policy`, chosen by the user.
    #[must_use]
    pub fn with_width(self, policy: Policy) -> Self {
        Self {
            policy,
            fixed: true,
            ..self
        }
    }

    /// The next policy: narrow, wide, safe and round again.
    pub(crate) fn next_width(&mut self) {
        let next = match self.policy {
            Policy::Narrow => Policy::Wide,
            Policy::Wide => Policy::Safe,
            Policy::Safe => Policy::Narrow,
        };
        *self = self.with_width(next);
    }

    /// Takes the terminal's answer, but for what the user has chosen.
    pub(crate) fn probed(&mut self, policy: Option<Policy>, ground: Option<Ground>) {
        if let Some(policy) = policy.filter(|_| !self.fixed) {
            self.policy = policy;
        }
        if let Some(ground) = ground.filter(|_| self.follows) {
            self.palette = self.palette.on(ground);
        }
    }

    /// The policy in one word: 窄, 宽 or 稳.
    pub(crate) fn width_word(&self) -> &'static str {
        card::word(self.policy, self.lang)
    }
}
