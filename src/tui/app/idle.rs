//! What is answered when a key did nothing: one sentence, never silence.

use super::{App, BaseScreen, Overlay, browse::Position};
use crate::{
    model::CollegeIx,
    tui::{
        display::Look,
        key::Key,
        msg::{Action, Effect},
        words,
    },
};

/// All that a key may change. What is equal before and after looks the same.
#[derive(PartialEq)]
pub(super) struct AppSnapshot {
    screen: BaseScreen,
    panes: Position,
    marks: Vec<CollegeIx>,
    overlays: Vec<Overlay>,
    look: Look,
}

impl App {
    pub(super) fn state(&self) -> AppSnapshot {
        AppSnapshot {
            screen: self.screen.clone(),
            panes: self.browse.position(),
            marks: self.marks.clone(),
            overlays: self.overlays.clone(),
            look: self.look,
        }
    }

    /// Does `action`, and says so in a sentence when that changed nothing. In a prompt the line itself is the answer.
    pub(super) fn act_or_answer(&mut self, action: Action) -> Option<Effect> {
        let was_typing = self.prompt.is_some();
        let before = (!was_typing).then(|| self.state());
        let spot =
            (!was_typing && !matches!(action, Action::Backward | Action::Forward)).then(|| self.spot());
        if !was_typing && !is_looking(action) && self.overlays.is_empty() {
            self.leave_hits();
        }
        let effect = self.act(action);
        if let Some(spot) = spot {
            self.remember(spot);
        }
        let silent = effect.is_none() && self.notice.is_none() && self.prompt.is_none();
        if silent && before.is_some_and(|before| before == self.state()) {
            let lang = self.look.lang;
            let is_outermost = matches!((action, &self.screen), (Action::Back, BaseScreen::Browse));
            self.notice = Some(match is_outermost {
                true => words::outermost(lang, &self.key_of(Action::Quit)),
                false => words::nothing_happened(lang, action),
            });
        }
        effect
    }

    /// Says that `key` means nothing here.
    pub(super) fn answer_unbound(&mut self, key: Key) -> Option<Effect> {
        self.notice = Some(words::unbound(self.look.lang, key, &self.key_of(Action::Help)));
        None
    }
}

/// Whether an action leaves one where one is, to look at what was found.
fn is_looking(action: Action) -> bool {
    matches!(
        action,
        Action::Open
            | Action::ShowSource
            | Action::Back
            | Action::Copy
            | Action::Help
            | Action::Bookmark
            | Action::NextHit
            | Action::PreviousHit
            | Action::Language
            | Action::Width
            | Action::Mouse
            | Action::Repaint
    )
}
