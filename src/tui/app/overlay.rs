//! Pages laid over the screen: help, a fact, its source, findings, the width card.
//!
//! Owns the stack and where each page is scrolled to. A page's rows are laid out afresh when they
//! are needed: a page is short, and nothing has to be kept in step.

use super::{App, Overlay, What, pages};
use crate::{
    model::{Addr, Atlas, Fact, facts},
    page::{Tone, builders, layout::Row},
    tui::{
        list::{List, ListStep},
        msg::Effect,
        regions::Regions,
    },
};

/// Most pages over each other. Pages lead to each other without end, and every place remembered keeps those it had.
const MOST: usize = 50;

impl App {
    /// Lays a page over the screen; the cursor of the overview stands on its first theme. Beyond [`MOST`] the lowest page
    /// is forgotten.
    pub(crate) fn lay(&mut self, what: What) {
        let starts_on_a_row = what == What::Overview;
        self.overlays.push(Overlay {
            what,
            list: List::default(),
            column: 0,
        });
        if self.overlays.len() > MOST {
            self.overlays.remove(0);
        }
        if starts_on_a_row {
            let first = pages::stops(&self.overlay_rows(&self.regions())).next();
            if let Some(overlay) = self.overlays.last_mut() {
                overlay.list.cursor = first.unwrap_or(0);
            }
        }
    }

    /// The page that the row under the topmost page's cursor leads to.
    pub(super) fn leads_to(&self) -> Option<What> {
        let overlay = self.overlays.last()?;
        let rows = self.overlay_rows(&self.regions());
        let id = rows.get(overlay.list.cursor)?.addr.as_deref()?;
        let atlas = self.atlas();
        let fact = id.parse().ok().filter(|addr| atlas.resolve(addr).is_some());
        let theme = || atlas.theme_by_id(id).map(What::Theme);
        let metric = || atlas.metric_by_id(id).map(What::Metric);
        fact.map(What::Fact).or_else(theme).or_else(metric)
    }

    /// The fact that the row under the topmost page's cursor shows, else the one that the page is about.
    pub(super) fn overlay_addr(&self) -> Option<Addr> {
        match (self.leads_to(), &self.overlays.last()?.what) {
            (Some(What::Fact(addr)), _) => Some(addr),
            (_, What::Fact(addr) | What::Source(addr)) => Some(addr.clone()),
            _ => None,
        }
    }

    /// Moves in the topmost page: where rows can be opened to the next of them, or by a line where none is near; else by
    /// screen.
    pub(super) fn step_overlay(&mut self, step: ListStep) {
        let regions = self.regions();
        let rows = self.overlay_rows(&regions);
        let (len, height) = (rows.len(), usize::from(regions.overlay.body.height));
        let list = self
            .overlays
            .last()
            .map(|overlay| overlay.list)
            .unwrap_or_default();
        let stepped = match (pages::opens(&rows), step) {
            (false, _) => list.scroll(step, len, height),
            (true, ListStep::Down) => {
                let next = pages::stops(&rows).find(|at| *at > list.cursor);
                list.seek(next, ListStep::Down, len, height)
            }
            (true, ListStep::Up) => {
                let next = pages::stops(&rows).rfind(|at| *at < list.cursor);
                list.seek(next, ListStep::Up, len, height)
            }
            (true, _) => list.step(step, len, height),
        };
        if let Some(overlay) = self.overlays.last_mut() {
            overlay.list = stepped;
        }
    }

    /// Scrolls the overview by a college, if it is on top. Says whether it moved.
    pub(super) fn shift_overview(&mut self, ahead: bool) -> bool {
        let column = self.overlays.last().map_or(0, |overlay| overlay.column);
        self.scroll_overview(if ahead {
            column + 1
        } else {
            column.saturating_sub(1)
        })
    }

    /// Scrolls the overview by a screenful of colleges.
    pub(super) fn turn_overview(&mut self, ahead: bool) {
        let width = self.regions().overlay.body.width.into();
        let fitting = builders::compare::overview::fitting(width, self.look.lang);
        let column = self.overlays.last().map_or(0, |overlay| overlay.column);
        self.scroll_overview(if ahead {
            column + fitting
        } else {
            column.saturating_sub(fitting)
        });
    }

    fn scroll_overview(&mut self, to: usize) -> bool {
        let last = pages::last_column(self, self.regions().overlay.body.width.into());
        let to = to.min(last);
        match self.overlays.last_mut() {
            Some(overlay) if overlay.what == What::Overview => {
                std::mem::replace(&mut overlay.column, to) != to
            }
            _ => false,
        }
    }

    /// Scrolls a source so that the phrase it opened for is on screen, a third from the top.
    pub(super) fn seek_phrase(&mut self) {
        let regions = self.regions();
        let rows = self.overlay_rows(&regions);
        let height = usize::from(regions.overlay.body.height);
        let phrase = |row: &Row| row.runs.iter().any(|run| run.tone == Tone::Match);
        let (len, found) = (rows.len(), rows.iter().position(phrase));
        let Some(at) = found else {
            return;
        };
        if let Some(Overlay {
            what: What::Source(_),
            list,
            ..
        }) = self.overlays.last_mut()
        {
            let offset = at.saturating_sub(height / 3).min(len.saturating_sub(height));
            *list = if at < height {
                List::default()
            } else {
                List {
                    cursor: offset,
                    offset,
                }
            };
        }
    }

    /// Whether the overview has colleges beyond the right edge, or before the left.
    pub(super) fn overview_scrolls(&self) -> bool {
        pages::last_column(self, self.regions().overlay.body.width.into()) > 0
    }

    /// The figure after or before the one whose source is on top.
    pub(super) fn neighbour_figure(&self, ahead: bool) -> Option<Addr> {
        match self.overlays.last().map(|overlay| &overlay.what) {
            Some(What::Source(addr)) => neighbour(self.atlas(), addr, ahead),
            _ => None,
        }
    }

    /// From the source of one fact to that of the next or the one before, in the order of the article.
    pub(super) fn walk(&mut self, ahead: bool) -> Option<Effect> {
        let next = self.neighbour_figure(ahead)?;
        self.overlays.pop();
        self.open_source(next)
    }

    /// Keeps the topmost page's cursor within it after a resize or a change of language.
    pub(super) fn settle_overlay(&mut self, regions: &Regions) {
        let len = self.overlay_rows(regions).len();
        if let Some(overlay) = self.overlays.last_mut() {
            overlay.list = overlay.list.keep(len, usize::from(regions.overlay.body.height));
            let column = overlay.column;
            self.scroll_overview(column);
        }
    }
}

/// The address of the cited fact after or before `addr`, by line and then by the order of the dossier.
fn neighbour(atlas: &Atlas, addr: &Addr, ahead: bool) -> Option<Addr> {
    let college = atlas.resolve(addr)?.college();
    let mut cited: Vec<_> = facts(college)
        .filter_map(|fact| Some((fact.cite()?.line, fact)))
        .collect();
    cited.retain(|(_, fact)| matches!(fact, Fact::Outcome(..)) || fact.addr() == *addr);
    cited.sort_by_key(|(line, _)| *line);
    let at = cited.iter().position(|(_, fact)| fact.addr() == *addr)?;
    let next = if ahead { at + 1 } else { at.checked_sub(1)? };
    cited.get(next).map(|(_, fact)| fact.addr())
}
