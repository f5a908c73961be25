//! How the explorer looks: language, width policy, chrome and palette.

use super::{background::Ground, theme::Palette};
use crate::{lang::Lang, page::builders::card, text::width::Policy};

/// How panes are set apart (design of the screens: plain is right everywhere).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Chrome {
    /// Title bars in reverse video and blank columns.
    #[default]
    Plain,
    /// Light box drawing, for terminals known to draw it one cell wide.
    Drawn,
}

/// Everything about the looks that a user can choose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Interface language.
    pub lang: Lang,
    /// How ambiguous characters are counted and drawn.
    pub policy: Policy,
    /// How panes are set apart.
    pub chrome: Chrome,
    /// Colours.
    pub palette: Palette,
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
            chrome: Chrome::of(policy),
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
            (self.policy, self.chrome) = (policy, Chrome::of(policy));
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

impl Chrome {
    /// Lines are drawn only where they are known to be one cell wide.
    fn of(policy: Policy) -> Self {
        match policy {
            Policy::Narrow => Self::Drawn,
            Policy::Wide | Policy::Safe => Self::Plain,
        }
    }
}
