//! The cursors of Browse: where each pane's stands, and what follows in the others when one moves.

use super::{Arrangement, Browse, FactGroup, FactRow, PillarLine};
use crate::{
    model::{Addr, Atlas, Fact},
    tui::{
        list::{List, ListStep},
        regions::{Pane, Regions},
    },
};

impl Browse {
    /// Moves the cursor of the focused pane. A college starts its facts again, a pillar goes to its group; moving
    /// through the facts, the pillar follows.
    pub(crate) fn step(&mut self, atlas: &Atlas, regions: &Regions, step: ListStep) {
        let pane = self.pane;
        let list = self.lists[pane.at()].step(step, self.len(atlas, pane), regions.height(pane));
        let back = matches!(
            step,
            ListStep::Up | ListStep::PageUp | ListStep::HalfUp | ListStep::Last
        );
        self.put(atlas, regions, pane, list, back);
    }

    /// Puts the cursor of `pane` where `list` has it, and what follows from that; past a heading, or before it when `back`.
    pub(crate) fn put(&mut self, atlas: &Atlas, regions: &Regions, pane: Pane, list: List, back: bool) {
        let at = pane.at();
        let before = std::mem::replace(&mut self.lists[at], list);
        match pane {
            Pane::Colleges => {
                self.lists[at] = self.colleges.land(self.lists[at], back, regions.height(pane));
                if self.lists[at].cursor != before.cursor {
                    self.restart(atlas);
                }
            }
            Pane::Pillars => self.go_to_group(atlas, regions),
            Pane::Facts => {
                self.land(atlas, back, regions.height(pane));
                self.follow(atlas);
            }
        }
        self.settle(atlas, regions);
    }

    /// Puts the cursor on pillar `n`, or on the row of everything for 0. Says whether there is such a pillar.
    pub(crate) fn choose(&mut self, atlas: &Atlas, regions: &Regions, n: u8) -> bool {
        let rows = self.pillars(atlas);
        let found = rows.iter().position(|row| match row {
            PillarLine::One(pillar) => pillar.n == n,
            PillarLine::All => n == 0,
        });
        let Some(row) = found else { return false };
        let height = regions.height(Pane::Pillars);
        self.lists[Pane::Pillars.at()] = self.lists[Pane::Pillars.at()].at(row, rows.len(), height);
        self.go_to_group(atlas, regions);
        true
    }

    /// Puts the cursor on the first fact of the chosen pillar. A group that is not wholly on screen is brought to the top.
    pub(super) fn go_to_group(&mut self, atlas: &Atlas, regions: &Regions) {
        self.arrangement = Arrangement::Printed;
        let rows = self.facts(atlas);
        let group = match self.pillar(atlas) {
            Some(PillarLine::One(pillar)) => {
                let own = |row: &FactRow<'_>| matches!(row, FactRow::Heading(FactGroup::Pillar(p), _) if p.n == pillar.n);
                let heading = rows.iter().position(own);
                heading.map(|row| row..row + 1 + self.count_under_pillar(atlas, pillar.n))
            }
            _ => (!rows.is_empty()).then_some(0..rows.len()),
        };
        if let Some(group) = group {
            let height = regions.height(Pane::Facts);
            let list = &mut self.lists[Pane::Facts.at()];
            let seen = list.offset..list.offset + height;
            list.cursor = group.start;
            if group.start < seen.start || group.end > seen.end {
                list.offset = group.start;
            }
            self.land(atlas, false, height);
        }
    }

    /// Puts the pillar pane's cursor on the pillar of the fact under the cursor, unless everything is chosen there.
    fn follow(&mut self, atlas: &Atlas) {
        if !matches!(self.pillar(atlas), Some(PillarLine::One(_))) {
            return;
        }
        let pillar = self.fact_under_cursor(&self.facts(atlas)).and_then(Fact::pillar);
        let rows = self.pillars(atlas);
        let own = |row: &PillarLine<'_>| matches!(row, PillarLine::One(p) if Some(p.n) == pillar);
        self.lists[Pane::Pillars.at()].cursor = rows.iter().position(own).unwrap_or(0);
    }

    pub(super) fn point_at(&mut self, atlas: &Atlas, addr: Option<&Addr>) {
        let rows = self.facts(atlas);
        let own = |row: &FactRow<'_>| matches!(row, FactRow::Fact(fact) if Some(&fact.addr()) == addr);
        if let Some(row) = rows.iter().position(own) {
            self.lists[Pane::Facts.at()].cursor = row;
        }
    }

    /// Puts every cursor on what `fact` needs, dropping filters.
    pub(crate) fn go(&mut self, atlas: &Atlas, regions: &Regions, fact: Fact<'_>) {
        self.filters = Default::default();
        self.lists = Default::default();
        self.arrangement = Arrangement::Printed;
        self.narrow(atlas, atlas.college_by_id(&fact.college().id));
        self.pane = match fact {
            Fact::College(_) => Pane::Colleges,
            Fact::Pillar(..) => Pane::Pillars,
            _ => Pane::Facts,
        };
        if self.pane == Pane::Facts {
            self.kind = fact.kind();
            self.point_at(atlas, Some(&fact.addr()));
        } else {
            self.choose(atlas, regions, fact.pillar().unwrap_or(0));
        }
        self.settle(atlas, regions);
    }

    /// Brings every cursor into its list and onto the screen.
    pub(crate) fn settle(&mut self, atlas: &Atlas, regions: &Regions) {
        for pane in Pane::ALL {
            let len = self.len(atlas, pane);
            self.lists[pane.at()] = self.lists[pane.at()].keep(len, regions.height(pane));
            if pane == Pane::Colleges {
                self.lists[0] = self.colleges.land(self.lists[0], false, regions.height(pane));
            }
        }
        self.land(atlas, false, regions.height(Pane::Facts));
    }

    /// Moves the cursor of the facts off a heading.
    pub(super) fn land(&mut self, atlas: &Atlas, back: bool, height: usize) {
        let rows = self.facts(atlas);
        let heading = |at: usize| matches!(rows.get(at), Some(FactRow::Heading(..)));
        let list = &mut self.lists[Pane::Facts.at()];
        *list = list.past_headings(back, rows.len(), height, heading);
    }

    /// Another college: its pillars and facts from their tops. What the facts are narrowed to stays.
    pub(super) fn restart(&mut self, atlas: &Atlas) {
        self.filters[Pane::Pillars.at()].clear();
        for pane in [Pane::Pillars, Pane::Facts] {
            self.lists[pane.at()] = List::default();
        }
        self.land(atlas, false, usize::MAX);
    }
}
