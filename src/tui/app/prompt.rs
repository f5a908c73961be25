//! The line being typed.

use tui_input::{Input, InputRequest};

use super::{App, Offers, Picker};
use crate::{
    text::clean::clean,
    tui::{
        list::List,
        msg::{Action, Effect},
    },
};

/// A line being typed, and what it was before.
#[derive(Clone, Debug, Default)]
pub struct Prompt {
    /// The line and its cursor.
    pub input: Input,
    /// What the filter was, for when the typing is cancelled.
    pub before: String,
    /// The list it narrows; none while it narrows the focused pane.
    pub picker: Option<Picker>,
}

/// Longest line taken, in code points: every key searches for all of it.
const LONGEST: usize = 64;

impl Prompt {
    /// A prompt that starts with `text`.
    pub fn new(text: &str) -> Self {
        Self {
            input: Input::new(text.to_owned()),
            before: text.to_owned(),
            picker: None,
        }
    }
}

impl App {
    /// Opens a list that a prompt narrows.
    pub(super) fn pick(&mut self, offers: Offers) {
        let picker = Some(Picker {
            offers,
            list: List::default(),
        });
        self.prompt = Some(Prompt {
            picker,
            ..Prompt::default()
        });
    }

    /// Types a character; without a prompt it opens the search.
    pub(super) fn typed(&mut self, c: char) -> Option<Effect> {
        if self.prompt.is_none() {
            self.start_find();
        }
        self.type_text(c.encode_utf8(&mut [0; 4]))
    }

    /// Types or pastes into the prompt; text without a prompt is let go.
    pub(super) fn type_text(&mut self, text: &str) -> Option<Effect> {
        let prompt = self.prompt.as_mut()?;
        let room = LONGEST.saturating_sub(prompt.input.value().chars().count());
        for c in clean(text.trim_end_matches(['\r', '\n'])).chars().take(room) {
            prompt.input.handle(InputRequest::InsertChar(c));
        }
        self.narrow();
        None
    }

    /// Edits the prompt, if there is one and `action` is an edit. Says whether it was.
    pub(super) fn edit(&mut self, action: Action) -> bool {
        let (Some(prompt), Some(request)) = (&mut self.prompt, edit(action)) else {
            return false;
        };
        if prompt.input.handle(request).is_some_and(|changed| changed.value) {
            self.narrow();
        }
        true
    }

    /// Narrows the list, else the focused pane, to what is typed so far.
    fn narrow(&mut self) {
        let Some(prompt) = &self.prompt else { return };
        if prompt.picker.is_some() {
            return self.offer();
        }
        let typed = prompt.input.value().to_owned();
        self.narrow_to(typed);
    }

    /// Narrows the focused pane.
    pub(super) fn narrow_to(&mut self, filter: String) {
        let regions = self.regions();
        let data = std::sync::Arc::clone(&self.data);
        self.browse.filter(&data.atlas, &regions, filter);
    }
}

/// What an action does to a line being typed.
fn edit(action: Action) -> Option<InputRequest> {
    match action {
        Action::Left => Some(InputRequest::GoToPrevChar),
        Action::Right => Some(InputRequest::GoToNextChar),
        Action::First => Some(InputRequest::GoToStart),
        Action::Last => Some(InputRequest::GoToEnd),
        Action::Erase => Some(InputRequest::DeletePrevChar),
        Action::EraseNext => Some(InputRequest::DeleteNextChar),
        Action::EraseWord => Some(InputRequest::DeletePrevWord),
        Action::EraseLine => Some(InputRequest::DeleteLine),
        _ => None,
    }
}
