//! What the mouse does: a click puts the cursor where it is, a second one on the same row opens it; the wheel scrolls what
//! is under it.

use std::sync::Arc;

use super::{App, BaseScreen};
use crate::tui::{
    msg::{Action, ClickTarget, Effect, Surface},
    regions::Pane,
};

impl App {
    pub(super) fn click(&mut self, spot: ClickTarget) -> Option<Effect> {
        self.notice = None;
        self.catch_up();
        // A filter that is being typed is kept.
        if self.prompt.is_some() && self.picker().is_none() {
            self.act(Action::Open);
        }
        match spot {
            ClickTarget::Offer(row) => self.click_offer(row),
            ClickTarget::PageRow(row) => self.click_page(row),
            ClickTarget::Line(line, column) => self.click_line(line, column),
            ClickTarget::Row(pane, row) => self.click_row(pane, row),
            ClickTarget::Title(pane) => {
                self.focus(pane);
                None
            }
            ClickTarget::Tab(kind) => {
                self.show_kind(kind);
                None
            }
            ClickTarget::Detail => self.act(Action::Open),
        }
    }

    fn click_offer(&mut self, row: usize) -> Option<Effect> {
        let picker = self.prompt.as_mut()?.picker.as_mut()?;
        picker.list.cursor = row;
        self.act(Action::Open)
    }

    fn click_page(&mut self, row: usize) -> Option<Effect> {
        let rows = self.overlay_rows(&self.regions());
        let addr = |row: usize| rows.get(row).and_then(|row| row.addr.as_deref());
        let (here, there) = (addr(self.overlays.last()?.list.cursor), addr(row));
        let again = there.is_some() && here == there;
        let found = there.is_some();
        match (again, found) {
            (true, _) => return self.act(Action::Open),
            (false, true) => self.overlays.last_mut()?.list.cursor = row,
            (false, false) => {}
        }
        None
    }

    fn click_line(&mut self, line: usize, column: usize) -> Option<Effect> {
        let BaseScreen::Compare(state) = &self.screen else {
            return None;
        };
        if (state.line, state.column) == (line, column) {
            return self.act(Action::Open);
        }
        self.change_comparison(|state| (state.line, state.column) = (line, column));
        None
    }

    fn click_row(&mut self, pane: Pane, row: usize) -> Option<Effect> {
        if row >= self.browse.len(self.atlas(), pane) {
            self.focus(pane);
            return None;
        }
        if (self.browse.pane, self.browse.lists[pane.at()].cursor) == (pane, row) {
            return self.act(Action::Open);
        }
        self.point(pane, row);
        None
    }

    pub(super) fn wheel(&mut self, surface: Surface, ahead: bool) {
        let regions = self.regions();
        let height = usize::from(regions.overlay.body.height);
        match surface {
            Surface::Pane(pane) => self.scroll_pane(pane, ahead),
            Surface::Page => {
                let len = self.overlay_rows(&regions).len();
                if let Some(overlay) = self.overlays.last_mut() {
                    overlay.list = overlay.list.wheel(ahead, len, height);
                }
            }
            Surface::Offers => {
                if let Some(picker) = self.prompt.as_mut().and_then(|prompt| prompt.picker.as_mut()) {
                    picker.list = picker.list.wheel(ahead, picker.offers.len(), height);
                }
            }
            Surface::Comparison => self.wheel_comparison(ahead),
        }
    }

    /// Scrolls a pane; its cursor goes along only where it would leave the screen.
    fn scroll_pane(&mut self, pane: Pane, ahead: bool) {
        let height = self.regions().height(pane);
        let before = self.browse.lists[pane.at()];
        let after = before.wheel(
            ahead,
            self.browse.len(&Arc::clone(&self.data).atlas, pane),
            height,
        );
        if after.cursor == before.cursor {
            self.browse.lists[pane.at()] = after;
            return;
        }
        self.scroll_to(pane, after, !ahead);
    }
}
