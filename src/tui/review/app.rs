//! The state of the review's screen, and the one function that changes it.
//!
//! Pure: what has to be written or read is returned as an [`Effect`]; the runner does it and tells the outcome in another
//! [`Msg`].

mod answers;
mod new_metric;

use ratatui::layout::Size;

use super::{
    ask::{Ask, Choice, LinePrompt, Then},
    choices, item_choices,
    keys::{Action, ReviewKeys},
    words,
};
use crate::{
    lang::Bilingual,
    review::{Decision, FileTexts, NewMetric, Path, Rebased, Review, ReviewItem, Save, StepRefusal, Subject},
    text::width::Policy,
    tui::{
        background::Ground,
        display::Look,
        key::Key,
        keymap::{KeyScope, Keymap},
        msg::Action as Typing,
    },
};

/// Something that happened.
#[derive(Clone, Debug)]
pub(crate) enum Msg {
    Do(Action),
    /// A key of a line being typed.
    Edit(Typing),
    Type(char),
    Paste(String),
    Resize(Size),
    Probed(Option<Policy>, Option<Ground>),
    /// What was to be saved is.
    Saved,
    /// It could not be, for this reason.
    NotSaved(Bilingual),
    /// The files hold this now: somebody else has written them.
    Changed(FileTexts),
    /// The files were read again, and are as they were.
    Same,
    /// The files could not be read again.
    Unread(Bilingual),
}

/// Something to be done in the world.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Effect {
    Save(Vec<Save>),
    Reload,
    Repaint,
    Suspend,
    Quit,
}

/// Everything the screen shows.
#[derive(Clone, Debug)]
pub(crate) struct App {
    pub review: Review,
    pub look: Look,
    pub size: Size,
    pub keys: ReviewKeys,
    /// What is asked, while a decision is made.
    pub ask: Option<Ask>,
    /// The metric being defined, while its theme is chosen.
    making: Option<NewMetric>,
    /// The first row of the help page, while it is open.
    pub help: Option<usize>,
    /// One line to the user, until the next key.
    pub notice: Option<String>,
}

/// Rows a page key moves by.
const PAGE: usize = 10;

impl App {
    pub(crate) fn new(review: Review, look: Look, size: Size) -> Self {
        Self {
            review,
            look,
            size,
            keys: ReviewKeys::default(),
            ask: None,
            making: None,
            help: None,
            notice: None,
        }
    }

    /// What pressing `key` asks for. In a line a character is text; a list takes the arrow keys, and what is typed narrows it.
    pub(crate) fn press(&self, key: Key) -> Option<Msg> {
        if self.ask.is_none() {
            let closes = self.help.is_some() && key.to_string() == "Esc";
            let action = if closes {
                Some(Action::Help)
            } else {
                self.keys.resolve(key)
            };
            return action.map(Msg::Do);
        }
        if key.to_string() == "Tab" {
            return Some(Msg::Edit(Typing::NextPane));
        }
        let typed = || key.typed().map(Msg::Type);
        Keymap::default()
            .resolve(key, &[KeyScope::Prompt])
            .map(Msg::Edit)
            .or_else(typed)
    }

    pub(crate) fn update(&mut self, msg: Msg) -> Option<Effect> {
        match msg {
            Msg::Do(action) => {
                self.notice = None;
                self.act(action)
            }
            Msg::Edit(action) => {
                self.notice = None;
                self.answer(action)
            }
            Msg::Type(c) => self.typed(c.encode_utf8(&mut [0; 4])),
            Msg::Paste(text) => self.typed(&text),
            Msg::Resize(size) => {
                self.size = size;
                None
            }
            Msg::Probed(policy, ground) => {
                self.look.probed(policy, ground);
                None
            }
            Msg::Saved => {
                self.review.saved();
                None
            }
            Msg::NotSaved(reason) => {
                self.review.not_saved();
                self.ask = None;
                self.notice = Some(self.look.lang.pick(
                    format!("没能写入, 这一步没有做: {}", reason.zh),
                    format!("could not be written, and was not done: {}", reason.en),
                ));
                None
            }
            Msg::Changed(texts) => self.changed(texts),
            Msg::Same => self.set_notice("文件没有变化", "the files have not changed"),
            Msg::Unread(reason) => {
                self.notice = Some(self.look.lang.pick(
                    format!("不能重读: {}", reason.zh),
                    format!("cannot be read again: {}", reason.en),
                ));
                None
            }
        }
    }

    fn changed(&mut self, texts: FileTexts) -> Option<Effect> {
        let (rebased, saves) = self.review.changed_underneath(texts);
        self.notice = Some(words::rebased(rebased, self.look.lang).to_owned());
        if rebased != Rebased::Again {
            self.ask = None;
        }
        (!saves.is_empty()).then_some(Effect::Save(saves))
    }

    fn set_notice(&mut self, zh: &str, en: &str) -> Option<Effect> {
        self.notice = Some(self.look.lang.pick(zh, en).to_owned());
        None
    }

    fn act(&mut self, action: Action) -> Option<Effect> {
        if let Some(top) = self.help {
            self.help = match action {
                Action::Down => Some(top + 1),
                Action::PageDown => Some(top + PAGE),
                Action::Up => Some(top.saturating_sub(1)),
                Action::PageUp => Some(top.saturating_sub(PAGE)),
                Action::First => Some(0),
                Action::Last => Some(usize::MAX),
                Action::Help => None,
                Action::Quit => return Some(Effect::Quit),
                _ => Some(top),
            };
            return None;
        }
        let at = self.review.cursor();
        match action {
            Action::Accept => return self.accept(),
            Action::Excuse => return self.excuse(),
            Action::Metric => return self.ask_metric(),
            Action::Candidate(n) => return self.candidate(n),
            Action::Edit => self.edit(),
            Action::Pillar => self.ask_figure(choices::pillars),
            Action::Undo => {
                let undone = self.review.undo();
                return self.saved(undone);
            }
            Action::AcceptKind => {
                let kinds = item_choices::kinds(&self.review);
                match kinds.offered.is_empty() {
                    true => return self.set_notice("没有未定的了", "nothing is left"),
                    false => self.ask = Some(Ask::Choice(kinds)),
                }
            }
            Action::Find => self.ask = Some(Ask::Choice(item_choices::items(&self.review))),
            Action::NextLeft => return self.go_to_open(true),
            Action::LastLeft => return self.go_to_open(false),
            Action::Up => self.review.go(at.saturating_sub(1)),
            Action::Down => self.review.go(at + 1),
            Action::PageUp => self.review.go(at.saturating_sub(PAGE)),
            Action::PageDown => self.review.go(at + PAGE),
            Action::First => self.review.go(0),
            Action::Last => self.review.go(usize::MAX),
            Action::Reload => return Some(Effect::Reload),
            Action::Language => self.look.lang = self.look.lang.other(),
            Action::Width => self.look.next_width(),
            Action::Help => self.help = Some(0),
            Action::Repaint => return Some(Effect::Repaint),
            Action::Suspend => return Some(Effect::Suspend),
            Action::Quit => return Some(Effect::Quit),
        }
        None
    }

    /// Goes to the next item that is left; where none is, to the next that `check` finds something about.
    fn go_to_open(&mut self, forward: bool) -> Option<Effect> {
        if self.review.left() > 0 {
            self.review.go_to_left(forward);
            return None;
        }
        let (at, items) = (self.review.cursor(), self.review.items());
        let found = |at: &usize| !items[*at].findings.is_empty();
        let next = match forward {
            true => (at + 1..items.len()).chain(0..at).find(found),
            false => (0..at).rev().chain((at..items.len()).rev()).find(found),
        };
        match next {
            Some(next) => self.review.go(next),
            None => {
                return self.set_notice(
                    "已核完; 退出后用 rongtu check 作最后检查",
                    "all decided; leave, and let rongtu check have the last look",
                );
            }
        }
        None
    }

    fn accept(&mut self) -> Option<Effect> {
        let item = self.review.item()?.clone();
        if !item.is_left() {
            self.review.go_to_left(true);
            return None;
        }
        if let Some((outcome, true)) = self.review.becomes() {
            let name = words::item(&self.review, &item);
            let label = Bilingual::new(
                format!("英文名 ({})", name.zh),
                format!("in English ({})", name.en),
            );
            self.ask = Some(Ask::Line(LinePrompt::new(label, "", Then::Accepted(outcome))));
            return None;
        }
        if item.is_ready(&self.review.field(&item, "metric")) {
            return self.decide(Decision::Accept);
        }
        self.ask_text(&item, 0);
        None
    }

    /// Asks for the text that is still to be written at place `skip` of those of `item`.
    fn ask_text(&mut self, item: &ReviewItem, skip: usize) {
        let (Some(todo), Some((_, at))) = (item.todo.get(skip), &item.at) else {
            return;
        };
        let path = Path(todo.0[at.0.len()..].to_vec());
        self.ask_field(item, path, true);
    }

    fn excuse(&mut self) -> Option<Effect> {
        match self.review.item()?.state {
            Some(_) => self.ask_figure(choices::reasons),
            None => return self.decide(Decision::LeaveOut),
        }
        None
    }

    /// Opens a list about the figure under the cursor.
    fn ask_figure(&mut self, list: impl Fn(&Review, &ReviewItem) -> Choice) {
        if let Some(item) = self.review.item() {
            self.ask = Some(Ask::Choice(list(&self.review, item)));
        }
    }

    fn ask_metric(&mut self) -> Option<Effect> {
        let figure = |item: &ReviewItem| matches!(item.subject, Subject::Outcome(_) | Subject::Open(..));
        if !self.review.item().is_some_and(figure) {
            return self.set_notice("只有数字有指标", "only figures have a metric");
        }
        self.ask_figure(choices::metrics);
        None
    }

    fn candidate(&mut self, n: u8) -> Option<Effect> {
        let candidates = choices::candidates(&self.review, self.review.item()?);
        match candidates.get(usize::from(n) - 1) {
            Some((id, _)) => self.decide(Decision::Metric(Some(id.clone()))),
            None => self.set_notice("没有这个候选指标; m 列出全部", "no such candidate; m lists all"),
        }
    }

    fn edit(&mut self) {
        let fields = self
            .review
            .item()
            .and_then(|item| choices::fields(&self.review, item));
        match fields {
            Some(fields) => self.ask = Some(Ask::Choice(fields)),
            None => {
                self.set_notice("先认可, 再修改", "accept it first, then edit");
            }
        }
    }

    /// Asks for the value of a field: a list where there are only so many, else a line.
    fn ask_field(&mut self, item: &ReviewItem, path: Path, goes_on: bool) {
        if path.to_string() == "themes" {
            self.ask = Some(Ask::Choice(choices::themes(&self.review).several()));
            return;
        }
        self.ask = Some(match choices::values(&self.review, item, &path) {
            Some(values) => Ask::Choice(values),
            None => {
                let name = words::item(&self.review, item);
                let field = words::field(&path);
                // The field first: a narrow terminal cuts the end.
                let label = Bilingual::new(
                    format!("{} ({})", field.zh, name.zh),
                    format!("{} ({})", field.en, name.en),
                );
                let text = choices::typed(&self.review, item, &path);
                Ask::Line(LinePrompt::new(label, &text, Then::Field(path, goes_on)))
            }
        });
    }

    fn typed(&mut self, text: &str) -> Option<Effect> {
        if let Some(ask) = &mut self.ask {
            ask.type_text(text);
        }
        None
    }

    fn decide(&mut self, decision: Decision) -> Option<Effect> {
        let subject = self.review.item()?.subject.clone();
        self.decide_all(vec![(subject, decision)])
    }

    fn decide_all(&mut self, decisions: Vec<(Subject, Decision)>) -> Option<Effect> {
        let decided = self.review.decide(&decisions);
        self.saved(decided)
    }

    fn saved(&mut self, saves: Result<Vec<Save>, StepRefusal>) -> Option<Effect> {
        match saves {
            Ok(saves) => Some(Effect::Save(saves)),
            Err(refusal) => {
                self.notice = Some(words::refusal(refusal, self.look.lang).to_owned());
                None
            }
        }
    }

    /// Rows of an open list on the screen.
    pub(crate) fn list_height(&self) -> usize {
        super::regions::regions(self.size).list.height.into()
    }
}
