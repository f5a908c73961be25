//! What each action does: one flat match, one call an arm.

use std::sync::Arc;

use super::{App, BaseScreen, CompareState, Prompt, What};
use crate::{
    finding::Severity,
    load::Loaded,
    model::{Addr, CollegeIx, Fact, Slug},
    remembered::LookChoice,
    tui::{
        list::{List, ListStep},
        msg::{Action, Effect},
        regions::Pane,
        words,
    },
};

impl App {
    /// Does `action` and answers with what the runner has to do.
    pub(super) fn act(&mut self, action: Action) -> Option<Effect> {
        self.notice = None;
        if self.edit(action) {
            return None;
        }
        self.catch_up();
        if let Some(prompt) = &mut self.prompt {
            prompt.from = None;
        }
        if self.kiosk && action.needs_own_account() {
            self.notice = Some(words::saving::not_here(
                self.look.lang,
                &self.key_of(Action::Copy),
            ));
            return None;
        }
        match action {
            Action::Up if self.recall(true) => {}
            Action::Down if self.recall(false) => {}
            Action::Up => self.step(ListStep::Up),
            Action::Down => self.step(ListStep::Down),
            Action::PageUp => self.step(ListStep::PageUp),
            Action::PageDown => self.step(ListStep::PageDown),
            Action::HalfUp => self.step(ListStep::HalfUp),
            Action::HalfDown => self.step(ListStep::HalfDown),
            Action::First => self.step(ListStep::First),
            Action::Last => self.step(ListStep::Last),
            Action::Left => self.move_left(),
            Action::Right => self.move_right(),
            Action::NextPane => self.turn(true),
            Action::LastPane => self.turn(false),
            Action::Open => return self.open(),
            Action::Back => self.back(),
            Action::Mark => self.mark(),
            Action::Compare => self.start_compare(),
            Action::Face => self.change_comparison(CompareState::turn_face),
            Action::Differences => self.toggle_differences(),
            Action::Next => return self.next(true),
            Action::Previous => return self.next(false),
            Action::Fold => self.change_comparison(CompareState::fold),
            Action::MoveLeft => self.change_comparison(|state| state.reorder(state.subjects.len() - 1)),
            Action::MoveRight => self.change_comparison(|state| state.reorder(1)),
            Action::Pin => self.change_comparison(CompareState::pin),
            Action::Overview => self.toggle(What::Overview),
            Action::Pillar(n) => self.choose_pillar(n),
            Action::NextTab => self.turn_tab(true),
            Action::LastTab => self.turn_tab(false),
            Action::Zoom => self.zoom(),
            Action::Columns => self.turn_columns(),
            Action::ShowSource => return self.show_source(),
            Action::Find => self.start_find(),
            Action::NextHit => return self.next_hit(true),
            Action::PreviousHit => return self.next_hit(false),
            Action::FindInPage => self.start_page_search(),
            Action::Bookmark => self.toggle_bookmark(),
            Action::Bookmarks => self.start_bookmarks(),
            Action::Backward => self.travel(false),
            Action::Forward => self.travel(true),
            Action::Complete => return self.complete(),
            Action::Palette => self.start_palette(),
            Action::Filter => self.start_filter(),
            Action::Sort => match self.browse.pane {
                Pane::Facts => self.arrange_facts(),
                Pane::Colleges | Pane::Pillars => self.start_sort(),
            },
            Action::Help => self.toggle(What::Help),
            Action::Findings => self.toggle(What::Findings),
            Action::Card => self.toggle(What::Card),
            Action::Language => {
                self.change_look(|look| look.lang = look.lang.other());
                return Some(Effect::Remember(LookChoice::Language(self.look.lang)));
            }
            Action::Width => {
                self.change_look(|look| look.next_width());
                return Some(Effect::Remember(LookChoice::Width(self.look.policy)));
            }
            Action::Mouse => {
                self.mouse = !self.mouse;
                self.notice = Some(words::mouse(self.look.lang, self.mouse));
            }
            Action::Copy => self.start_copy(),
            Action::Save => self.start_save(),
            Action::Reload => {
                self.notice = Some(words::reading(self.look.lang));
                return Some(Effect::Reload);
            }
            Action::Erase | Action::EraseNext | Action::EraseWord | Action::EraseLine => {}
            Action::Repaint => return Some(Effect::Repaint),
            Action::Suspend => return Some(Effect::Suspend),
            Action::Quit => return Some(Effect::Quit),
        }
        None
    }

    fn step(&mut self, step: ListStep) {
        if self.step_picker(step) {
            return;
        }
        if !self.overlays.is_empty() {
            return self.step_overlay(step);
        }
        if let BaseScreen::Compare(_) = self.screen {
            return self.step_comparison(step);
        }
        self.step_browse(step);
    }

    fn turn(&mut self, ahead: bool) {
        if !self.overlays.is_empty() {
            return self.turn_overview(ahead);
        }
        self.turn_pane(ahead);
    }

    fn move_left(&mut self) {
        if !self.overlays.is_empty() {
            return match self.shift_overview(false) {
                true => {}
                false => self.back(),
            };
        }
        if let BaseScreen::Compare(_) = self.screen {
            return self.turn_column(false);
        }
        self.browse_left();
    }

    fn move_right(&mut self) {
        if !self.overlays.is_empty() {
            self.shift_overview(true);
            return;
        }
        if let BaseScreen::Compare(_) = self.screen {
            return self.turn_column(true);
        }
        self.browse_right();
    }

    fn open(&mut self) -> Option<Effect> {
        if let Some(prompt) = self.prompt.take() {
            self.history.add(&prompt);
            let typed = prompt.input.value().to_owned();
            return prompt
                .picker
                .and_then(|picker| self.choose_offer(&picker, &typed));
        }
        if !self.overlays.is_empty() {
            let what = self.leads_to().or_else(|| self.overlay_addr().map(What::Fact))?;
            self.lay_once(what);
            return None;
        }
        let addr = match self.screen {
            BaseScreen::Browse => self.browse.fact(self.atlas())?.addr(),
            BaseScreen::Compare(_) => {
                let addr = self.open_cell()?;
                return self.open_source(addr);
            }
        };
        self.lay_once(What::Fact(addr));
        None
    }

    /// The next thing worth a look: a figure of the article, a row that differs, a group of colleges.
    fn next(&mut self, ahead: bool) -> Option<Effect> {
        if !self.overlays.is_empty() {
            return self.walk(ahead);
        }
        match self.screen {
            BaseScreen::Compare(_) => self.seek(ahead),
            BaseScreen::Browse => self.leap(ahead),
        }
        None
    }

    /// Lays a page over the screen, unless it is on top already.
    fn lay_once(&mut self, what: What) {
        if self.overlays.last().is_none_or(|top| top.what != what) {
            self.lay(what);
        }
    }

    fn show_source(&mut self) -> Option<Effect> {
        let addr = self.addr_under_cursor()?;
        self.open_source(addr)
    }

    pub(super) fn open_source(&mut self, addr: Addr) -> Option<Effect> {
        let source = self.atlas().resolve(&addr)?.college().source;
        if !matches!(self.overlays.last(), Some(top) if top.what == What::Source(addr.clone())) {
            self.lay(What::Source(addr));
            self.seek_phrase();
        }
        (!self.texts.is_known(source)).then_some(Effect::Fetch(source))
    }

    fn back(&mut self) {
        match self.prompt.take() {
            Some(prompt) if self.back_to_path(&prompt) => return,
            Some(Prompt { picker: Some(_), .. }) => return,
            Some(Prompt {
                in_page: true,
                before,
                ..
            }) => return self.search_page(&before),
            Some(prompt) => return self.narrow_to(prompt.before),
            None => {}
        }
        if self.return_to_hits() || self.overlays.pop().is_some() {
            return;
        }
        if let BaseScreen::Compare(_) = self.screen {
            self.screen = BaseScreen::Browse;
            return;
        }
        if self.browse.zoomed {
            self.zoom();
        } else if !self.browse.filters[self.browse.pane.at()].is_empty() {
            self.narrow_to(String::new());
        } else if self.browse.pane != Pane::Colleges {
            self.turn_pane(false);
        }
    }

    fn mark(&mut self) {
        let Some(college) = self.browse.college() else {
            return;
        };
        let position = self.marks.iter().position(|marked| *marked == college);
        match position {
            Some(at) => {
                self.marks.remove(at);
            }
            None => self.marks.push(college),
        }
        let (lang, name) = (
            self.look.lang,
            self.atlas().college(college).label(self.look.lang),
        );
        self.notice = Some(words::marked(
            lang,
            name,
            position.is_none(),
            self.marks.len(),
            &self.key_of(Action::Compare),
        ));
    }

    fn start_filter(&mut self) {
        self.prompt = Some(Prompt::new(&self.browse.filters[self.browse.pane.at()]));
    }

    fn toggle(&mut self, what: What) {
        match self.overlays.iter().position(|overlay| overlay.what == what) {
            Some(at) => self.overlays.truncate(at),
            None => self.lay(what),
        }
    }

    fn change_look(&mut self, change: impl FnOnce(&mut super::Look)) {
        change(&mut self.look);
        self.notice = Some(words::look(&self.look));
        self.settle();
    }

    /// Takes in fresh data, keeping place, marks and filters. Data with errors in it is told and not taken: what was
    /// loaded before stays.
    pub(super) fn reloaded(&mut self, loaded: Arc<Loaded>) {
        let broken = loaded
            .findings
            .iter()
            .any(|finding| finding.severity == Severity::Error);
        if broken || loaded.atlas.colleges.is_empty() {
            self.notice = Some(words::kept_old(
                self.look.lang,
                loaded.findings.len(),
                &self.key_of(Action::Findings),
            ));
            self.refused = Some(loaded.findings.clone());
            return;
        }
        self.take(loaded);
        self.notice = Some(words::reloaded(
            self.look.lang,
            self.data.findings.len(),
            &self.key_of(Action::Findings),
        ));
    }

    /// Shows `loaded` instead, the cursors on the facts they were on.
    pub(super) fn take(&mut self, loaded: Arc<Loaded>) {
        let here = self.browse.fact(self.atlas()).map(Fact::addr);
        let ids =
            |app: &Self, of: &[CollegeIx]| of.iter().map(|ix| app.atlas().college(*ix).id.clone()).collect();
        let marked: Vec<Slug> = ids(self, &self.marks);
        let compared: Vec<Slug> = match &self.screen {
            BaseScreen::Compare(state) => ids(self, &state.subjects),
            BaseScreen::Browse => Vec::new(),
        };
        let (filters, lists) = (self.browse.filters.clone(), self.browse.lists);
        let order = self.order_in(&loaded.atlas);
        self.data = loaded;
        self.refused = None;
        self.totals = self.data.atlas.totals();
        self.browse.arrange_colleges(&self.data.atlas, order);
        self.texts.clear();
        self.index = None;
        self.forget_places();
        let again = |ids: &[Slug]| {
            ids.iter()
                .filter_map(|id| self.data.atlas.college_by_id(id))
                .collect::<Vec<_>>()
        };
        self.marks = again(&marked);
        let subjects = again(&compared);
        self.screen = match std::mem::take(&mut self.screen) {
            BaseScreen::Compare(state) if subjects.len() == compared.len() => {
                BaseScreen::Compare(Box::new(CompareState { subjects, ..*state }))
            }
            _ => BaseScreen::Browse,
        };
        self.return_to(here, filters, lists);
        self.fall_behind();
        self.overlays.retain(|overlay| match &overlay.what {
            What::Fact(addr) | What::Source(addr) => self.data.atlas.resolve(addr).is_some(),
            What::Theme(_) | What::Metric(_) => false,
            _ => true,
        });
        self.settle();
    }

    /// Puts the cursors back by address where the fact still exists, else by row.
    pub(super) fn return_to(&mut self, here: Option<Addr>, filters: [String; 3], lists: [List; 3]) {
        let data = Arc::clone(&self.data);
        (self.browse.filters, self.browse.lists) = (filters, lists);
        let fact = here.and_then(|addr| data.atlas.resolve(&addr));
        let college = fact.and_then(|fact| data.atlas.college_by_id(&fact.college().id));
        self.browse.narrow(&data.atlas, college);
        let filtered = self.browse.filters.iter().any(|filter| !filter.is_empty());
        let (pane, now) = (self.browse.pane, self.browse.fact(&data.atlas).map(Fact::addr));
        if let Some(fact) = fact.filter(|fact| !filtered && now != Some(fact.addr())) {
            self.browse.go(&data.atlas, &self.regions(), fact);
            self.browse.pane = pane;
        }
    }
}
