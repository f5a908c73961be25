//! Places one has been at: the way back to what was found, back and forward, bookmarks.
//!
//! Owns what a place is and when one is left. A place is what was on screen, not the data: it outlives a reload as far as
//! its addresses do.

use super::{App, BaseScreen, Offers, Overlay, Pane};
use crate::{
    model::{Addr, Fact, Kind},
    tui::{list::List, msg::Action, words},
};

/// Most places remembered.
const MOST: usize = 100;

/// What was on screen.
#[derive(Clone, Debug)]
pub(super) struct JumpSpot {
    screen: BaseScreen,
    overlays: Vec<Overlay>,
    here: Option<Addr>,
    pane: Pane,
    kind: Kind,
    lists: [List; 3],
    filters: [String; 3],
}

/// Where one has been and may go again.
#[derive(Clone, Debug, Default)]
pub(super) struct JumpList {
    back: Vec<JumpSpot>,
    forward: Vec<JumpSpot>,
    /// The last list of hits that something was chosen from, and where it was opened.
    hits: Option<Hits>,
    /// Bookmarks, in the order in which they were set.
    pub(super) bookmarks: Vec<Addr>,
}

#[derive(Clone, Debug)]
struct Hits {
    typed: String,
    row: usize,
    from: JumpSpot,
    /// How many pages were on screen when it had been chosen.
    depth: usize,
    /// Esc leads back to the list as long as nothing but looking was done.
    open: bool,
}

impl App {
    /// What is on screen now.
    pub(super) fn spot(&self) -> JumpSpot {
        JumpSpot {
            screen: self.screen.clone(),
            overlays: self.overlays.clone(),
            here: self.browse.fact(self.atlas()).map(Fact::addr),
            pane: self.browse.pane,
            kind: self.browse.kind,
            lists: self.browse.lists,
            filters: self.browse.filters.clone(),
        }
    }

    /// Whether the page on screen is another than that of `spot`.
    fn has_left(&self, spot: &JumpSpot) -> bool {
        let compares = |screen: &BaseScreen| matches!(screen, BaseScreen::Compare(_));
        let top = |pages: &[Overlay]| pages.last().map(|page| page.what.clone());
        compares(&self.screen) != compares(&spot.screen) || top(&self.overlays) != top(&spot.overlays)
    }

    /// Remembers `before` if another page is on screen now.
    pub(super) fn remember(&mut self, before: JumpSpot) {
        if self.has_left(&before) {
            self.remember_spot(before);
        }
    }

    fn remember_spot(&mut self, spot: JumpSpot) {
        self.places.forward.clear();
        self.places.back.push(spot);
        let over = self.places.back.len().saturating_sub(MOST);
        self.places.back.drain(..over);
    }

    /// To the place before, or the one that was left by going back.
    pub(super) fn travel(&mut self, ahead: bool) {
        let places = &mut self.places;
        let next = if ahead {
            places.forward.pop()
        } else {
            places.back.pop()
        };
        let Some(next) = next else {
            self.notice = Some(words::no_place(self.look.lang, ahead));
            return;
        };
        let here = self.spot();
        match ahead {
            true => self.places.back.push(here),
            false => self.places.forward.push(here),
        }
        self.restore(next);
    }

    fn restore(&mut self, spot: JumpSpot) {
        let JumpSpot {
            screen,
            mut overlays,
            here,
            pane,
            kind,
            lists,
            filters,
        } = spot;
        overlays.retain(|page| page.what.is_in(self.atlas()));
        (self.screen, self.overlays) = (screen, overlays);
        (self.browse.pane, self.browse.kind) = (pane, kind);
        self.return_to(here, filters, lists);
        self.settle();
    }

    /// Remembers the list of hits that row `row` was chosen from.
    pub(super) fn keep_hits(&mut self, typed: &str, row: usize) {
        let from = self.spot();
        self.remember_spot(from.clone());
        self.places.hits = Some(Hits {
            typed: typed.to_owned(),
            row,
            from,
            depth: 0,
            open: true,
        });
    }

    /// The row chosen is on screen now.
    pub(super) fn hit_shown(&mut self) {
        let depth = self.overlays.len();
        if let Some(hits) = &mut self.places.hits {
            hits.depth = depth;
        }
    }

    /// Whether anything was found before.
    pub(super) fn has_hits(&self) -> bool {
        self.places.hits.is_some()
    }

    /// Other data: places are no longer what they were, bookmarks are addresses and stay.
    pub(super) fn forget_places(&mut self) {
        let bookmarks = std::mem::take(&mut self.places.bookmarks);
        self.places = JumpList {
            bookmarks,
            ..JumpList::default()
        };
    }

    /// Something else than looking was done: Esc no longer leads to the hits.
    pub(super) fn leave_hits(&mut self) {
        if let Some(hits) = &mut self.places.hits {
            hits.open = false;
        }
    }

    /// Back to the list of hits, if what is on screen was chosen from it and nothing else was done since. Says whether.
    pub(super) fn return_to_hits(&mut self) -> bool {
        let depth = self.overlays.len();
        let kept = self.places.hits.clone();
        let Some(hits) = kept.filter(|hits| hits.open && depth <= hits.depth) else {
            return false;
        };
        self.leave_hits();
        self.restore(hits.from);
        self.start_find();
        if let Some(prompt) = &mut self.prompt {
            prompt.set(&hits.typed);
        }
        self.catch_up();
        let height = usize::from(self.regions().overlay.body.height);
        if let Some(picker) = self.prompt.as_mut().and_then(|prompt| prompt.picker.as_mut()) {
            picker.list = picker.list.at(hits.row, picker.offers.len(), height);
        }
        true
    }

    /// To the next or last of the hits last searched for.
    pub(super) fn turn_hit(&mut self, ahead: bool) -> Option<crate::tui::msg::Effect> {
        let lang = self.look.lang;
        let Some(mut hits) = self.places.hits.clone() else {
            self.notice = Some(words::no_search(lang, &self.key_of(Action::Find)));
            return None;
        };
        let found = self.hits(&hits.typed);
        let row = match ahead {
            true => hits.row + 1,
            false => hits.row.wrapping_sub(1),
        };
        let Some(hit) = found.get(row) else {
            self.notice = Some(words::no_more_hits(lang, &hits.typed));
            return None;
        };
        hits.row = row;
        self.places.hits = Some(hits);
        let target = hit.target;
        let typed = self
            .places
            .hits
            .as_ref()
            .map(|hits| hits.typed.clone())
            .unwrap_or_default();
        let effect = self.jump(target);
        self.hit_shown();
        self.notice = Some(words::hit_of(lang, &typed, row + 1, found.len()));
        effect
    }

    /// Sets a bookmark on what the cursor stands on, or takes it away.
    pub(super) fn toggle_bookmark(&mut self) {
        let Some(addr) = self.addr_under_cursor() else {
            return;
        };
        let name = self
            .atlas()
            .resolve(&addr)
            .map(|fact| fact.name().get(self.look.lang).to_owned());
        let Some(name) = name else { return };
        let at = self.places.bookmarks.iter().position(|known| *known == addr);
        match at {
            Some(at) => {
                self.places.bookmarks.remove(at);
            }
            None => self.places.bookmarks.push(addr),
        }
        self.notice = Some(words::bookmarked(
            self.look.lang,
            &name,
            at.is_none(),
            &self.key_of(Action::Bookmarks),
        ));
    }

    /// Opens the list of bookmarks.
    pub(super) fn start_bookmarks(&mut self) {
        if self.places.bookmarks.is_empty() {
            self.notice = Some(words::no_bookmarks(
                self.look.lang,
                &self.key_of(Action::Bookmark),
            ));
            return;
        }
        self.pick(Offers::Bookmarks(self.places.bookmarks.clone()));
    }

    /// The bookmarks that `typed` names.
    pub(super) fn fitting_bookmarks(&self, typed: &str) -> Vec<Addr> {
        let query = crate::find::NameQuery::new(typed);
        let fits = |addr: &&Addr| {
            let fact = self.atlas().resolve(addr);
            fact.is_some_and(|fact| {
                query.fits_any(&fact.name(), &[&addr.to_string(), &fact.college().name.short])
            })
        };
        self.places.bookmarks.iter().filter(fits).cloned().collect()
    }

    /// To the row of a fact, or to its page where no pane shows it.
    pub(super) fn go_to(&mut self, addr: &Addr) {
        let data = std::sync::Arc::clone(&self.data);
        if let Some(fact) = data.atlas.resolve(addr) {
            let from = self.spot();
            self.remember_spot(from);
            self.overlays.clear();
            self.go_to_fact(fact);
        }
    }
}
