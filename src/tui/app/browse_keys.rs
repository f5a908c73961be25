//! What the keys of Browse do.

use std::sync::Arc;

use super::{App, BaseScreen, Browse, MOST_COLUMNS};
use crate::{
    model::{Atlas, CollegeIx, Fact, Kind, SourceIx},
    tui::{
        list::{List, ListStep},
        regions::{Pane, Regions},
        words,
    },
};

/// In atlases of at most this many colleges the detail looks at all of them, in larger ones at the marked.
const FEW: usize = 12;

impl App {
    /// Changes the panes, then brings every cursor into the rows and the room that there now are.
    pub(super) fn browse<T>(&mut self, change: impl FnOnce(&mut Browse, &Atlas, &Regions) -> T) -> T {
        let regions = self.regions();
        let data = Arc::clone(&self.data);
        let done = change(&mut self.browse, &data.atlas, &regions);
        self.settle();
        done
    }

    pub(super) fn step_browse(&mut self, step: ListStep) {
        self.browse(|browse, atlas, regions| browse.step(atlas, regions, step));
        if self.browse.pane == Pane::Pillars {
            self.tell_empty_pillar();
        }
    }

    /// Puts the cursor of `pane` on `row`, and keys go there.
    pub(super) fn point(&mut self, pane: Pane, row: usize) {
        self.focus(pane);
        let list = self.browse.lists[pane.at()];
        self.scroll_to(pane, List { cursor: row, ..list }, false);
    }

    /// Keys go to `pane`.
    pub(super) fn focus(&mut self, pane: Pane) {
        self.browse(|browse, _, _| browse.pane = pane);
    }

    /// Puts the cursor of `pane` where `list` has it, coming from above or, when `back`, from below.
    pub(super) fn scroll_to(&mut self, pane: Pane, list: List, back: bool) {
        self.browse(|browse, atlas, regions| browse.put(atlas, regions, pane, list, back));
        if pane == Pane::Pillars {
            self.tell_empty_pillar();
        }
    }

    /// To the next pane, or to the one before.
    pub(super) fn turn_pane(&mut self, ahead: bool) {
        self.browse(|browse, _, _| browse.pane = browse.pane.turn(if ahead { 1 } else { 2 }));
    }

    /// To the tab on the left, from the first one to the pane on the left.
    pub(super) fn browse_left(&mut self) {
        let before = self.browse.tab(TABS - 1, true);
        match (self.browse.pane, before) {
            (Pane::Colleges, _) => {}
            (Pane::Facts, Some(kind)) if self.browse.kind != Kind::Outcome => self.show_kind(kind),
            _ => self.turn_pane(false),
        }
    }

    /// To the pane on the right, from the last one to the tab on the right.
    pub(super) fn browse_right(&mut self) {
        match (self.browse.pane, self.browse.tab(1, false)) {
            (Pane::Facts, Some(kind)) => self.show_kind(kind),
            (Pane::Facts, None) => {}
            _ => self.turn_pane(true),
        }
    }

    /// To the next tab, or to the one before, around the ends.
    pub(super) fn turn_tab(&mut self, ahead: bool) {
        let by = if ahead { 1 } else { TABS - 1 };
        if let Some(kind) = self.browse.tab(by, true) {
            self.show_kind(kind);
        }
    }

    pub(super) fn show_kind(&mut self, kind: Kind) {
        self.browse(|browse, atlas, regions| browse.show_kind(atlas, regions, kind));
        self.tell_empty_pillar();
    }

    /// To the group of pillar `n`; 0 is everything.
    pub(super) fn choose_pillar(&mut self, n: u8) {
        match self.browse(|browse, atlas, regions| browse.choose(atlas, regions, n)) {
            true => self.tell_empty_pillar(),
            false => self.notice = Some(words::no_pillar(self.look.lang, n)),
        }
    }

    /// A pillar without facts of the chosen kind has no group: says so, and how many there are in all.
    fn tell_empty_pillar(&mut self) {
        if self.browse.in_pillar(self.atlas()) == Some(0) {
            let all = self.browse.all_facts(self.atlas());
            self.notice = Some(words::none_in_pillar(self.look.lang, self.browse.kind, all));
        }
    }

    /// Gives the focused pane the whole screen, or gives it back.
    pub(super) fn zoom(&mut self) {
        self.browse(|browse, _, _| browse.zoomed = !browse.zoomed);
    }

    /// Whether what the focused pane lists can be sorted.
    pub(super) fn sorts_here(&self) -> bool {
        self.browse.pane != Pane::Facts || self.browse.kind == Kind::Outcome
    }

    /// Groups the outcomes otherwise.
    pub(super) fn arrange_facts(&mut self) {
        if !self.sorts_here() {
            self.notice = Some(words::only_outcomes_sort(self.look.lang));
            return;
        }
        let next = self.browse.arrangement.next();
        self.browse(|browse, atlas, regions| browse.arrange(atlas, regions, next));
        self.notice = Some(next.words(self.look.lang));
    }

    /// One more column beside an outcome, after the last none.
    pub(super) fn turn_columns(&mut self) {
        self.browse.columns = (self.browse.columns + 1) % (MOST_COLUMNS + 1);
        self.notice = Some(words::columns(self.look.lang, self.browse.columns));
    }

    /// The colleges that the detail of `college` sets beside it: the marked, else all of a few.
    pub(crate) fn looked_at(&self, college: CollegeIx) -> Vec<CollegeIx> {
        let marked: Vec<_> = self.marks.iter().copied().filter(|ix| *ix != college).collect();
        match (marked.is_empty(), self.atlas().colleges.len() <= FEW) {
            (true, true) => self.atlas().all().filter(|ix| *ix != college).collect(),
            _ => marked,
        }
    }

    /// The source of which the detail would show a passage, if its text was not looked for yet.
    pub(crate) fn wanted_text(&self) -> Option<SourceIx> {
        let shows =
            self.overlays.is_empty() && matches!(self.screen, BaseScreen::Browse) && self.prompt.is_none();
        if !shows || self.regions().detail.body.is_empty() {
            return None;
        }
        let fact = self.browse.fact(self.atlas())?;
        let source = fact.college().source;
        let cited = fact.cite().is_some() && !matches!(fact, Fact::College(_));
        (cited && !self.texts.is_known(source)).then_some(source)
    }
}

const TABS: usize = super::TABS.len();
