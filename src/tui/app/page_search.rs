//! Words looked for within the page on top, and the way from one to the next.

use super::{App, Overlay, Prompt, pages};
use crate::{
    find::NameQuery,
    page::layout::Row,
    tui::{
        list::List,
        msg::{Action, Effect},
        words,
    },
};

impl App {
    /// Opens the line in which words of the page on top are looked for.
    pub(super) fn start_page_search(&mut self) {
        self.prompt = Some(Prompt {
            before: self.page_query.clone(),
            in_page: true,
            ..Prompt::default()
        });
    }

    /// Looks for `typed` in the page on top, from the row on that was under the cursor when the line began.
    pub(super) fn search_page(&mut self, typed: &str) {
        typed.clone_into(&mut self.page_query);
        let Some(page) = self.overlays.last_mut() else {
            return;
        };
        if let Some(prompt) = &mut self.prompt {
            page.list = *prompt.from.get_or_insert(page.list);
        }
        let at = page.list.cursor;
        let rows = self.matching_rows();
        match rows.iter().find(|row| **row >= at).or(rows.first()) {
            Some(row) => self.show_row(*row),
            // Where it began may be below the end in a window that has grown since.
            None => self.settle_overlay(&self.regions()),
        }
    }

    /// To the next or last row of the page on top that has what was looked for; without a page, to the next hit.
    pub(super) fn next_hit(&mut self, ahead: bool) -> Option<Effect> {
        let Some(page) = self.overlays.last() else {
            return self.turn_hit(ahead);
        };
        let (at, lang) = (page.list.cursor, self.look.lang);
        if self.page_query.is_empty() {
            self.notice = Some(words::no_search(lang, &self.key_of(Action::FindInPage)));
            return None;
        }
        let rows = self.matching_rows();
        let next = match ahead {
            true => rows.iter().position(|row| *row > at),
            false => rows.iter().rposition(|row| *row < at),
        };
        match next {
            Some(n) => {
                self.show_row(rows[n]);
                self.notice = Some(words::hit_of(lang, &self.page_query, n + 1, rows.len()));
            }
            None => self.notice = Some(words::no_more_hits(lang, &self.page_query)),
        }
        None
    }

    /// What is looked for in pages; fits everything when nothing is.
    pub(crate) fn page_query(&self) -> NameQuery {
        NameQuery::new(&self.page_query)
    }

    /// Whether there is something for [`App::next_hit`] to go through.
    pub(super) fn has_searched(&self) -> bool {
        match self.overlays.is_empty() {
            true => self.has_hits(),
            false => !self.page_query.is_empty() && self.matching_rows().len() > 1,
        }
    }

    fn matching_rows(&self) -> Vec<usize> {
        let query = self.page_query();
        let rows = self.overlay_rows(&self.regions());
        let has = |row: &Row| !query.spans(&row.text()).is_empty();
        (0..rows.len()).filter(|at| has(&rows[*at])).collect()
    }

    /// Puts the cursor of the page on top on a row; a page that is only read is scrolled to it.
    fn show_row(&mut self, at: usize) {
        let regions = self.regions();
        let height = usize::from(regions.overlay.body.height);
        let rows = self.overlay_rows(&regions);
        let (len, opens) = (rows.len(), pages::opens(&rows));
        if let Some(Overlay { list, .. }) = self.overlays.last_mut() {
            *list = match opens {
                true => list.at(at, len, height),
                false => List {
                    cursor: at,
                    offset: at.saturating_sub(height / 3).min(len.saturating_sub(height)),
                },
            };
        }
    }
}
