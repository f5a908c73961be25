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
pub(crate) struct Prompt {
    /// The line and its cursor.
    pub(crate) input: Input,
    /// What the filter was, for when the typing is cancelled.
    pub(crate) before: String,
    /// The list it narrows; none while it narrows the focused pane.
    pub(crate) picker: Option<Picker>,
    /// It looks for words in the page on top.
    pub(crate) in_page: bool,
    /// Where that page stood when this line began: each further letter is looked for from there, so that keys which
    /// come at once lead to the same row as keys one by one.
    pub(super) from: Option<List>,
    /// How many lines back in the history it is; 0 is a new line.
    pub(super) recalled: usize,
    /// What it narrows does not follow the line yet.
    pub(super) behind: bool,
}

/// Longest line taken, in code points: every key searches for all of it.
const LONGEST: usize = 64;

/// The same for a path: what Linux takes is 4,096 bytes.
const LONGEST_PATH: usize = 1024;

impl Prompt {
    /// A prompt that starts with `text`.
    pub(crate) fn new(text: &str) -> Self {
        Self {
            input: Input::new(text.to_owned()),
            before: text.to_owned(),
            ..Self::default()
        }
    }

    /// The longest line taken, in code points.
    fn longest(&self) -> usize {
        match self.picker.as_ref().map(|picker| &picker.offers) {
            Some(Offers::Path(_)) => LONGEST_PATH,
            _ => LONGEST,
        }
    }

    /// What is taken of `line`.
    fn kept(&self, line: &str) -> String {
        line.chars().take(self.longest()).collect()
    }

    /// Whether it is `line`, as far as lines go.
    pub(super) fn holds(&self, line: &str) -> bool {
        self.input.value() == self.kept(line)
    }

    /// Replaces the line.
    pub(super) fn set(&mut self, line: &str) {
        self.input = Input::new(self.kept(line));
        self.behind = true;
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

    /// What the open list offers is to be looked for again.
    pub(super) fn fall_behind(&mut self) {
        if let Some(prompt) = self.prompt.as_mut().filter(|prompt| prompt.picker.is_some()) {
            prompt.behind = true;
        }
    }

    /// Types a character; without a prompt it opens the search.
    pub(super) fn typed(&mut self, c: char) -> Option<Effect> {
        self.notice = None;
        if self.prompt.is_none() {
            self.start_find();
        }
        self.type_text(c.encode_utf8(&mut [0; 4]))
    }

    /// Types or pastes into the prompt; text without a prompt is let go.
    pub(super) fn type_text(&mut self, text: &str) -> Option<Effect> {
        let prompt = self.prompt.as_mut()?;
        let room = prompt
            .longest()
            .saturating_sub(prompt.input.value().chars().count());
        for c in clean(text.trim_end_matches(['\r', '\n'])).chars().take(room) {
            prompt.input.handle(InputRequest::InsertChar(c));
            prompt.behind = true;
        }
        None
    }

    /// Edits the prompt, if there is one and `action` is an edit. Says whether it was.
    pub(super) fn edit(&mut self, action: Action) -> bool {
        let (Some(prompt), Some(request)) = (&mut self.prompt, edit(action)) else {
            return false;
        };
        prompt.behind |= prompt.input.handle(request).is_some_and(|changed| changed.value);
        true
    }

    /// Narrows the list, else the focused pane, to what is typed so far. Not done for each character of many that
    /// come at once: before a frame is drawn, and before an action that is about what was narrowed.
    pub fn catch_up(&mut self) {
        let Some(prompt) = self.prompt.as_mut().filter(|prompt| prompt.behind) else {
            return;
        };
        prompt.behind = false;
        if prompt.picker.is_some() {
            return self.offer();
        }
        let (typed, in_page) = (prompt.input.value().to_owned(), prompt.in_page);
        match in_page {
            true => self.search_page(&typed),
            false => self.narrow_to(typed),
        }
    }

    /// Narrows the focused pane.
    pub(super) fn narrow_to(&mut self, filter: String) {
        self.browse(|browse, atlas, regions| browse.filter(atlas, regions, filter));
    }
}

/// What an action does to a line being typed.
pub(crate) fn edit(action: Action) -> Option<InputRequest> {
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
