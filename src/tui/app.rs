//! The state of the explorer, and the one function that changes it.
//!
//! Pure: no terminal, no clipboard, no disk. What has to happen in the world is returned as an
//! [`Effect`]; the runner does it and tells the outcome in another [`Msg`].

mod actions;
mod browse;
mod browse_keys;
mod college_list;
mod compare_keys;
mod compare_sheet;
mod compare_state;
mod copy;
mod history;
mod idle;
mod offered;
mod overlay;
mod overlay_page;
mod page_cache;
mod page_search;
pub(crate) mod pages;
mod picker;
mod places;
mod pointer;
mod prompt;
mod save;
mod save_path;
mod saved_subject;
mod sort;
mod texts;

use crate::text::han::is_han;
use std::sync::Arc;

pub(crate) use browse::{Browse, FactGroup, FactRow, MOST_COLUMNS, PillarLine, TABS};
pub(crate) use college_list::CollegeLine;
pub(crate) use compare_sheet::{CompareFace, CompareSheet, VerdictPane};
pub(crate) use compare_state::CompareState;
use history::History;
pub(crate) use offered::{FooterPart, Hint};
pub(crate) use overlay_page::{Overlay, What};
use page_cache::Laid;
pub(crate) use picker::{Command, CopyOffer, Offers, Picker};
use places::JumpList;
pub(crate) use prompt::{Prompt, edit};
use ratatui::layout::Size;
pub(crate) use save_path::{PathRow, SavePath};
pub(crate) use saved_subject::SavedSubject;
use texts::ArticleTexts;

use super::{
    display::Look,
    key::Key,
    keymap::{KeyScope, Keymap},
    msg::{Effect, Msg},
    regions::{Contents, Pane, Regions},
};
use crate::{
    find::Index,
    finding::Finding,
    load::Loaded,
    model::{Atlas, CollegeIx},
};

/// Which screen is under the pages laid over it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum BaseScreen {
    /// The three panes.
    #[default]
    Browse,
    /// Colleges side by side.
    Compare(Box<CompareState>),
}

/// Everything the screen shows.
#[derive(Clone, Debug)]
pub struct App {
    /// The data and what was wrong with it.
    pub data: Arc<Loaded>,
    /// What was wrong with data that was read again and not taken.
    pub(crate) refused: Option<Vec<Finding>>,
    /// Files read and files there are, while data is still being read.
    pub(crate) loading: Option<(usize, usize)>,
    /// Language, width policy, chrome and colours.
    pub look: Look,
    /// Cells of the terminal.
    pub size: Size,
    /// What is under the pages laid over it.
    pub(crate) screen: BaseScreen,
    /// The three panes.
    pub(crate) browse: Browse,
    /// Colleges marked for comparison, in order of marking.
    pub marks: Vec<CollegeIx>,
    /// Pages laid over the screen, the topmost last.
    pub(crate) overlays: Vec<Overlay>,
    /// The line being typed.
    pub(crate) prompt: Option<Prompt>,
    /// One line to the user, until the next key.
    pub(crate) notice: Option<String>,
    /// Pillars and outcomes of all colleges: every frame tells them.
    pub(crate) totals: (usize, usize),
    /// Where one has been.
    places: JumpList,
    /// Lines typed before.
    history: History,
    /// What was last looked for within a page.
    page_query: String,
    /// What was sent to the clipboard last, and in how many lines, until it is known how that went.
    copying: Option<(String, usize)>,
    /// What is being saved and under which path, until it is known how that went.
    saving: Option<(SavePath, String)>,
    /// Which keys mean what.
    pub keymap: Keymap,
    /// Behind a public account: nothing is written, no other program is started.
    pub kiosk: bool,
    /// The mouse points, too.
    pub mouse: bool,
    /// The topmost page laid out, so that a long one is not laid out for every key.
    laid: Option<Laid>,
    /// The index of everything, once something was looked for.
    index: Option<Arc<Index>>,
    /// Article texts that were looked for.
    pub(crate) texts: ArticleTexts,
}

impl App {
    /// The explorer on `data`, in a terminal of `size`.
    pub fn new(data: Arc<Loaded>, look: Look, size: Size) -> Self {
        Self {
            refused: None,
            loading: None,
            screen: BaseScreen::default(),
            browse: Browse::new(&data.atlas),
            totals: data.atlas.totals(),
            laid: None,
            copying: None,
            saving: None,
            keymap: Keymap::default(),
            kiosk: false,
            mouse: false,
            places: JumpList::default(),
            history: History::default(),
            page_query: String::new(),
            data,
            look,
            size,
            marks: Vec::new(),
            overlays: Vec::new(),
            prompt: None,
            notice: None,
            index: None,
            texts: ArticleTexts::default(),
        }
    }

    /// What is wrong with the data on disk.
    pub(crate) fn findings(&self) -> &[Finding] {
        self.refused.as_deref().unwrap_or(&self.data.findings)
    }

    /// The atlas.
    pub fn atlas(&self) -> &Atlas {
        &self.data.atlas
    }

    /// Where the article of the page on top can be read.
    pub(crate) fn urls(&self) -> impl Iterator<Item = &str> {
        let addr = self.overlays.last().and_then(|page| match &page.what {
            What::Fact(addr) | What::Source(addr) => Some(addr),
            _ => None,
        });
        let fact = addr.and_then(|addr| self.atlas().resolve(addr));
        fact.and_then(|fact| self.atlas().source(fact.college().source).url.as_deref())
            .into_iter()
    }

    /// The index of everything, if it has been made.
    pub(crate) fn known_index(&self) -> Option<Arc<Index>> {
        self.index.clone()
    }

    /// The index of everything, made when it is first asked for.
    fn index(&mut self) -> Arc<Index> {
        let data = &self.data;
        Arc::clone(self.index.get_or_insert_with(|| Arc::new(Index::of(data))))
    }

    /// Where keys are looked up, the innermost first.
    pub(crate) fn scopes(&self) -> &'static [KeyScope] {
        match &self.prompt {
            Some(_) => &[KeyScope::Prompt],
            None => self.scopes_below(self.overlays.len()),
        }
    }

    /// The same without a prompt, and with only the first `pages` of the pages that are laid over the screen.
    pub(super) fn scopes_below(&self, pages: usize) -> &'static [KeyScope] {
        let page = pages.checked_sub(1).and_then(|at| self.overlays.get(at));
        match (page, &self.screen) {
            (Some(page), _) => page.what.scopes(),
            (None, BaseScreen::Compare(_)) => &[KeyScope::Compare, KeyScope::Global],
            (None, BaseScreen::Browse) => &[KeyScope::Browse, KeyScope::Global],
        }
    }

    /// The scope that held when `page` was laid over it.
    pub(super) fn scope_under(&self, page: &Overlay) -> KeyScope {
        let at = self.overlays.iter().position(|overlay| overlay == page);
        self.scopes_below(at.unwrap_or(0))[0]
    }

    /// The list being typed into, if one is open.
    pub(crate) fn picker(&self) -> Option<&Picker> {
        self.prompt.as_ref()?.picker.as_ref()
    }

    /// How many rows that list has.
    pub fn offers(&self) -> Option<usize> {
        Some(self.picker()?.offers.len())
    }

    /// Where everything stands on the screen.
    pub(crate) fn regions(&self) -> Regions {
        let contents = Contents {
            focused: self.browse.pane,
            zoomed: self.browse.zoomed,
            rows: Pane::ALL.map(|pane| self.browse.len(self.atlas(), pane)),
        };
        Regions::of(self.size, &contents)
    }

    /// What pressing `key` asks for here. In a prompt a character is text; elsewhere a key typed with an input
    /// method on acts as the ASCII key it stands for, and a Han character opens the search with itself.
    pub fn press(&self, key: Key) -> Option<Msg> {
        if self.prompt.is_some() {
            let typed = || key.typed().map(Msg::Type);
            return self
                .keymap
                .resolve(key, self.scopes())
                .map(Msg::Do)
                .or_else(typed);
        }
        let meant = self
            .keymap
            .resolve(key.without_input_method(), self.scopes())
            .map(Msg::Do);
        let opens = || key.typed().filter(|c| is_han(*c)).map(Msg::Type);
        Some(meant.or_else(opens).unwrap_or(Msg::Unbound(key)))
    }

    /// Takes in what happened; answers with what the runner has to do.
    pub fn update(&mut self, msg: Msg) -> Option<Effect> {
        let wanted = self.take_in(msg);
        self.keep_comparison();
        self.keep_page();
        wanted
    }

    fn take_in(&mut self, msg: Msg) -> Option<Effect> {
        // What was typed before is about the screen as it was then. An action sees to it itself.
        if !matches!(msg, Msg::Do(_) | Msg::Type(_) | Msg::Paste(_)) {
            self.catch_up();
        }
        match msg {
            Msg::Do(action) => self.act_or_answer(action),
            Msg::Type(c) => self.typed(c),
            Msg::Click(spot) => self.click(spot),
            Msg::Wheel(surface, ahead) => {
                self.wheel(surface, ahead);
                None
            }
            Msg::Unbound(key) => self.answer_unbound(key),
            Msg::Paste(text) => self.type_text(&text),
            Msg::Resize(size) => self.resize(size),
            Msg::Loading(done, total) => {
                self.loading = Some((done, total));
                None
            }
            Msg::Loaded(loaded) => {
                self.loading = None;
                self.take(loaded);
                None
            }
            Msg::Reloaded(loaded) => {
                self.loading = None;
                self.reloaded(loaded);
                None
            }
            Msg::Indexed(loaded, index) => {
                // An index of other data points anywhere.
                if Arc::ptr_eq(&loaded, &self.data) {
                    self.index = Some(index);
                }
                None
            }
            Msg::NotLoaded => {
                self.loading = None;
                None
            }
            Msg::Copied(outcome) => self.copied(outcome),
            Msg::Saved(outcome) => {
                self.saved(outcome);
                None
            }
            Msg::Listed(listing) => {
                self.listed(listing);
                None
            }
            Msg::Fetched(source, text) => {
                self.texts.insert(source, text);
                self.laid = None;
                self.seek_phrase();
                None
            }
            Msg::Probed(policy, ground) => {
                self.look.probed(policy, ground);
                self.settle();
                None
            }
        }
    }

    fn resize(&mut self, size: Size) -> Option<Effect> {
        self.size = size;
        self.settle();
        None
    }

    /// Brings every cursor back into its list and onto the screen.
    pub(super) fn settle(&mut self) {
        let regions = self.regions();
        let data = Arc::clone(&self.data);
        self.browse.settle(&data.atlas, &regions);
        self.settle_overlay(&regions);
        self.keep_comparison();
    }
}
