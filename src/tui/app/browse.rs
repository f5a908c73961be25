//! The three panes: colleges, pillars of the chosen college, outcomes of the chosen pillar.
//!
//! Owns which rows each pane has and where its cursor stands. Rows are indices and borrowed facts;
//! how they look is `view`'s.

use super::college_list::Shelf;
use crate::{
    find::NameQuery,
    model::{Atlas, CollegeIx, Fact, Outcome, Pillar},
    order::Order,
    tui::{
        list::{List, Step},
        regions::Regions,
    },
};

/// One of the panes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Pane {
    /// Colleges.
    #[default]
    Colleges,
    /// Pillars.
    Pillars,
    /// Outcomes.
    Outcomes,
}

impl Pane {
    /// From left to right.
    pub(crate) const ALL: [Self; 3] = [Self::Colleges, Self::Pillars, Self::Outcomes];

    /// Its place from the left.
    pub(crate) fn at(self) -> usize {
        self as usize
    }

    /// The pane `by` places further, around the ends.
    #[must_use]
    pub(crate) fn turn(self, by: usize) -> Self {
        Self::ALL[(self.at() + by) % 3]
    }
}

/// A row of the pillar pane.
#[derive(Clone, Copy, Debug)]
pub(crate) enum PillarRow<'a> {
    /// A pillar.
    One(&'a Pillar),
    /// Every outcome of the college, also those outside its pillars.
    All,
}

/// State of the panes.
#[derive(Clone, Debug)]
pub(crate) struct Browse {
    /// The rows of the college pane.
    pub(crate) shelf: Shelf,
    /// The pane that keys go to.
    pub(crate) pane: Pane,
    /// Cursor and scroll of each pane.
    pub(crate) lists: [List; 3],
    /// What each pane is narrowed to; empty for everything.
    pub(crate) filters: [String; 3],
}

impl Browse {
    /// The panes of `atlas`, nothing narrowed.
    pub(crate) fn new(atlas: &Atlas) -> Self {
        Self {
            shelf: Shelf::new(atlas, Order::default()),
            pane: Pane::default(),
            lists: Default::default(),
            filters: Default::default(),
        }
    }

    /// Puts every college in `order`, then leaves those that the filter names.
    pub(crate) fn shelve(&mut self, atlas: &Atlas, order: Order) {
        self.shelf = Shelf::new(atlas, order);
        self.narrow(atlas, None);
    }

    /// Leaves the colleges that the filter names, the cursor on `here` if it is one of them.
    pub(crate) fn narrow(&mut self, atlas: &Atlas, here: Option<CollegeIx>) {
        let at = Pane::Colleges.at();
        self.shelf.narrow(atlas, &self.filters[at]);
        if let Some(row) = here.and_then(|ix| self.shelf.row_of(ix)) {
            self.lists[at].cursor = row;
        }
    }

    /// Puts the colleges in `order`; the cursor stays on its college.
    pub(crate) fn sort(&mut self, atlas: &Atlas, regions: &Regions, order: Order) {
        let here = self.college();
        self.shelf.sort(atlas, order);
        self.narrow(atlas, here);
        self.settle(atlas, regions);
    }

    /// Moves the cursor of the college pane to the next heading's first college, or to that of the one before. Says
    /// whether there is one.
    pub(crate) fn leap(&mut self, atlas: &Atlas, regions: &Regions, ahead: bool) -> bool {
        let at = Pane::Colleges.at();
        let Some(row) = self.shelf.next_group(self.lists[at].cursor, ahead) else {
            return false;
        };
        self.lists[at].cursor = row;
        self.restart_after(Pane::Colleges);
        self.settle(atlas, regions);
        true
    }

    /// The college under the cursor.
    pub(crate) fn college(&self) -> Option<CollegeIx> {
        self.shelf.college(self.lists[Pane::Colleges.at()].cursor)
    }

    /// The rows of the pillar pane.
    pub(crate) fn pillars<'a>(&self, atlas: &'a Atlas) -> Vec<PillarRow<'a>> {
        let Some(college) = self.college() else {
            return Vec::new();
        };
        let wanted = NameQuery::new(&self.filters[Pane::Pillars.at()]);
        let pillars = atlas.college(college).pillars.iter();
        let pillars = pillars.filter(|p| wanted.fits_any(&p.heading, &[&p.slogan]));
        pillars.map(PillarRow::One).chain([PillarRow::All]).collect()
    }

    /// The pillar under the cursor, or the row of everything.
    pub(crate) fn pillar<'a>(&self, atlas: &'a Atlas) -> Option<PillarRow<'a>> {
        self.pillars(atlas)
            .get(self.lists[Pane::Pillars.at()].cursor)
            .copied()
    }

    /// The rows of the outcome pane.
    pub(crate) fn outcomes<'a>(&self, atlas: &'a Atlas) -> Vec<&'a Outcome> {
        let (Some(college), Some(row)) = (self.college(), self.pillar(atlas)) else {
            return Vec::new();
        };
        let wanted = NameQuery::new(&self.filters[Pane::Outcomes.at()]);
        let of_row = |outcome: &&Outcome| match row {
            PillarRow::One(pillar) => outcome.pillar == Some(pillar.n),
            PillarRow::All => true,
        };
        let outcomes = atlas.college(college).outcomes.iter().filter(of_row);
        outcomes
            .filter(|o| wanted.fits_any(&o.label, &[&o.as_written, &o.cite.exact]))
            .collect()
    }

    /// What the cursor of the focused pane stands on; a college for the row of everything.
    pub(crate) fn fact<'a>(&self, atlas: &'a Atlas) -> Option<Fact<'a>> {
        let college = atlas.college(self.college()?);
        match self.pane {
            Pane::Colleges => Some(Fact::College(college)),
            Pane::Pillars => match self.pillar(atlas)? {
                PillarRow::One(pillar) => Some(Fact::Pillar(college, pillar)),
                PillarRow::All => Some(Fact::College(college)),
            },
            Pane::Outcomes => {
                let outcomes = self.outcomes(atlas);
                outcomes
                    .get(self.lists[self.pane.at()].cursor)
                    .map(|outcome| Fact::Outcome(college, outcome))
            }
        }
    }

    /// How many rows a pane has.
    pub(crate) fn len(&self, atlas: &Atlas, pane: Pane) -> usize {
        match pane {
            Pane::Colleges => self.shelf.len(),
            Pane::Pillars => self.pillars(atlas).len(),
            Pane::Outcomes => self.outcomes(atlas).len(),
        }
    }

    /// Moves the cursor of the focused pane; the panes to its right start again.
    pub(crate) fn step(&mut self, atlas: &Atlas, regions: &Regions, step: Step) {
        let len = self.len(atlas, self.pane);
        let list = self.lists[self.pane.at()];
        let height = regions.height(self.pane);
        let mut moved = list.step(step, len, height);
        if self.pane == Pane::Colleges {
            let back = matches!(step, Step::Up | Step::PageUp | Step::HalfUp | Step::Last);
            moved = self.shelf.land(moved, back, height);
        }
        self.lists[self.pane.at()] = moved;
        if moved.cursor != list.cursor {
            self.restart_after(self.pane);
        }
        self.settle(atlas, regions);
    }

    /// Puts the cursor on pillar `n`, or on the row of everything for 0.
    pub(crate) fn choose(&mut self, atlas: &Atlas, regions: &Regions, n: u8) -> bool {
        let rows = self.pillars(atlas);
        let found = rows.iter().position(|row| match row {
            PillarRow::One(pillar) => pillar.n == n,
            PillarRow::All => n == 0,
        });
        let Some(row) = found else { return false };
        let height = regions.height(Pane::Pillars);
        self.lists[Pane::Pillars.at()] = self.lists[Pane::Pillars.at()].at(row, rows.len(), height);
        self.restart_after(Pane::Pillars);
        true
    }

    /// Narrows the focused pane.
    pub(crate) fn filter(&mut self, atlas: &Atlas, regions: &Regions, filter: String) {
        self.filters[self.pane.at()] = filter;
        self.lists[self.pane.at()] = List::default();
        if self.pane == Pane::Colleges {
            self.narrow(atlas, None);
        }
        self.restart_after(self.pane);
        self.settle(atlas, regions);
    }

    /// Puts every cursor on what `outcome` or `pillar` of `college` needs, dropping filters.
    pub(crate) fn go(&mut self, atlas: &Atlas, regions: &Regions, fact: Fact<'_>) {
        self.filters = Default::default();
        self.lists = Default::default();
        self.narrow(atlas, atlas.college_by_id(&fact.college().id));
        self.choose(atlas, regions, fact.pillar().unwrap_or(0));
        self.pane = match fact {
            Fact::College(_) | Fact::Partner(..) => Pane::Colleges,
            Fact::Outcome(..) => Pane::Outcomes,
            _ => Pane::Pillars,
        };
        if let Fact::Outcome(_, outcome) = fact {
            let at = self.outcomes(atlas).iter().position(|o| o.id == outcome.id);
            self.lists[Pane::Outcomes.at()].cursor = at.unwrap_or(0);
        }
        self.settle(atlas, regions);
    }

    /// Where everything stands: what is equal in this shows the same.
    pub(super) fn position(&self) -> (Pane, [List; 3], [String; 3], Order) {
        (self.pane, self.lists, self.filters.clone(), self.shelf.order)
    }

    /// Brings every cursor into its list and onto the screen.
    pub(crate) fn settle(&mut self, atlas: &Atlas, regions: &Regions) {
        for pane in Pane::ALL {
            let len = self.len(atlas, pane);
            self.lists[pane.at()] = self.lists[pane.at()].keep(len, regions.height(pane));
            if pane == Pane::Colleges {
                self.lists[0] = self.shelf.land(self.lists[0], false, regions.height(pane));
            }
        }
    }

    fn restart_after(&mut self, pane: Pane) {
        for later in Pane::ALL.into_iter().skip(pane.at() + 1) {
            self.lists[later.at()] = List::default();
            self.filters[later.at()].clear();
        }
    }
}
