//! The panes of Browse: colleges, pillars of the chosen college, and its facts of one kind, grouped.
//!
//! Owns which rows each pane has and where its cursor stands. Rows are indices and borrowed facts; how they look is
//! `view`'s, how much room they have is `regions`'s.

mod facts;

pub(crate) use facts::{Arrangement, FactGroup, FactRow, TABS};

use super::college_list::CollegeList;
use crate::{
    find::NameQuery,
    model::{Atlas, CollegeIx, Fact, Kind, Pillar},
    order::Order,
    tui::{
        list::{List, ListStep},
        regions::{Pane, Regions},
    },
};

/// A row of the pillar pane.
#[derive(Clone, Copy, Debug)]
pub(crate) enum PillarLine<'a> {
    /// The whole list, from its top.
    All,
    /// A pillar: its group in the list.
    One(&'a Pillar),
}

/// State of the panes.
#[derive(Clone, Debug)]
pub(crate) struct Browse {
    /// The rows of the college pane.
    pub(crate) colleges: CollegeList,
    /// The pane that keys go to.
    pub(crate) pane: Pane,
    /// That pane has the whole screen.
    pub(crate) zoomed: bool,
    /// Cursor and scroll of each pane.
    pub(crate) lists: [List; 3],
    /// What each pane is narrowed to; empty for everything.
    pub(crate) filters: [String; 3],
    /// Which kind of facts the third pane lists: one of [`TABS`].
    pub(crate) kind: Kind,
    /// How they are grouped.
    pub(crate) arrangement: Arrangement,
    /// How many columns stand beside an outcome's figure and period, where there is room.
    pub(crate) columns: u8,
}

/// Where the panes stand: what is equal in this shows the same.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Position {
    pane: (Pane, bool),
    lists: [List; 3],
    filters: [String; 3],
    order: Order,
    facts: (Kind, Arrangement, u8),
}

/// The most columns beside figure and period: theme, scope, line of the article.
pub(crate) const MOST_COLUMNS: u8 = 3;

impl Browse {
    /// The panes of `atlas`, nothing narrowed; keys go to the facts.
    pub(crate) fn new(atlas: &Atlas) -> Self {
        let mut browse = Self {
            colleges: CollegeList::new(atlas, Order::default()),
            pane: Pane::Facts,
            zoomed: false,
            lists: Default::default(),
            filters: Default::default(),
            kind: Kind::Outcome,
            arrangement: Arrangement::default(),
            columns: 1,
        };
        browse.land(atlas, false, usize::MAX);
        browse
    }

    /// Puts every college in `order`, then leaves those that the filter names.
    pub(crate) fn arrange_colleges(&mut self, atlas: &Atlas, order: Order) {
        self.colleges = CollegeList::new(atlas, order);
        self.narrow(atlas, None);
    }

    /// Leaves the colleges that the filter names, the cursor on `here` if it is one of them.
    pub(crate) fn narrow(&mut self, atlas: &Atlas, here: Option<CollegeIx>) {
        let at = Pane::Colleges.at();
        self.colleges.narrow(atlas, &self.filters[at]);
        if let Some(row) = here.and_then(|ix| self.colleges.row_of(ix)) {
            self.lists[at].cursor = row;
        }
    }

    /// Puts the colleges in `order`; the cursor stays on its college.
    pub(crate) fn sort(&mut self, atlas: &Atlas, regions: &Regions, order: Order) {
        let here = self.college();
        self.colleges.sort(atlas, order);
        self.narrow(atlas, here);
        self.settle(atlas, regions);
    }

    /// Moves the cursor of the college pane to the next heading's first college, or to that of the one before. Says
    /// whether there is one.
    pub(crate) fn leap(&mut self, atlas: &Atlas, regions: &Regions, ahead: bool) -> bool {
        let at = Pane::Colleges.at();
        let Some(row) = self.colleges.next_group(self.lists[at].cursor, ahead) else {
            return false;
        };
        self.lists[at].cursor = row;
        self.restart(atlas);
        self.settle(atlas, regions);
        true
    }

    /// The college under the cursor.
    pub(crate) fn college(&self) -> Option<CollegeIx> {
        self.colleges.college(self.lists[Pane::Colleges.at()].cursor)
    }

    /// The rows of the pillar pane.
    pub(crate) fn pillars<'a>(&self, atlas: &'a Atlas) -> Vec<PillarLine<'a>> {
        let Some(college) = self.college() else {
            return Vec::new();
        };
        let wanted = NameQuery::new(&self.filters[Pane::Pillars.at()]);
        let pillars = atlas.college(college).pillars.iter();
        let pillars = pillars.filter(|pillar| wanted.fits_any(&pillar.heading, &[&pillar.slogan]));
        std::iter::once(PillarLine::All)
            .chain(pillars.map(PillarLine::One))
            .collect()
    }

    /// The pillar under the cursor, or the row of everything.
    pub(crate) fn pillar<'a>(&self, atlas: &'a Atlas) -> Option<PillarLine<'a>> {
        self.pillars(atlas)
            .get(self.lists[Pane::Pillars.at()].cursor)
            .copied()
    }

    /// The rows of the third pane.
    pub(crate) fn facts<'a>(&self, atlas: &'a Atlas) -> Vec<FactRow<'a>> {
        let Some(college) = self.college() else {
            return Vec::new();
        };
        let wanted = NameQuery::new(&self.filters[Pane::Facts.at()]);
        let fits = |fact: Fact<'_>| {
            let printed = fact.cite().map_or("", |cite| &cite.exact);
            let written = match fact {
                Fact::Outcome(_, outcome) => &outcome.as_written,
                _ => "",
            };
            wanted.fits_any(&fact.name(), &[written, printed])
        };
        facts::rows(atlas, atlas.college(college), self.kind, self.arrangement, fits)
    }

    /// How many facts of the chosen kind the chosen college has, whatever is filtered.
    pub(crate) fn all_facts(&self, atlas: &Atlas) -> usize {
        self.count_of_kind(atlas, self.kind)
    }

    /// How many facts of `kind` the chosen college has.
    pub(crate) fn count_of_kind(&self, atlas: &Atlas, kind: Kind) -> usize {
        let college = self.college().map(|ix| atlas.college(ix));
        college.map_or(0, |college| facts::count(college, kind))
    }

    /// How many facts of the chosen kind stand under pillar `n` of the chosen college, whatever is filtered.
    pub(crate) fn count_under_pillar(&self, atlas: &Atlas, n: u8) -> usize {
        let college = self.college().map(|ix| atlas.college(ix));
        college.map_or(0, |college| facts::count_under(college, self.kind, n))
    }

    /// Which of the facts the cursor stands on, from 1, and how many there are, headings not counted.
    pub(crate) fn fact_position(&self, atlas: &Atlas) -> (usize, usize) {
        let rows = self.facts(atlas);
        let is_fact = |row: &&FactRow<'_>| matches!(row, FactRow::Fact(_));
        let at = rows.iter().take(self.lists[Pane::Facts.at()].cursor + 1);
        (at.filter(is_fact).count(), rows.iter().filter(is_fact).count())
    }

    /// What the cursor of the focused pane stands on; a college for the row of everything.
    pub(crate) fn fact<'a>(&self, atlas: &'a Atlas) -> Option<Fact<'a>> {
        let college = atlas.college(self.college()?);
        match self.pane {
            Pane::Colleges => Some(Fact::College(college)),
            Pane::Pillars => match self.pillar(atlas)? {
                PillarLine::One(pillar) => Some(Fact::Pillar(college, pillar)),
                PillarLine::All => Some(Fact::College(college)),
            },
            Pane::Facts => self.fact_under_cursor(&self.facts(atlas)),
        }
    }

    fn fact_under_cursor<'a>(&self, rows: &[FactRow<'a>]) -> Option<Fact<'a>> {
        match rows.get(self.lists[Pane::Facts.at()].cursor)? {
            FactRow::Fact(fact) => Some(*fact),
            FactRow::Heading(..) => None,
        }
    }

    /// How many rows a pane has.
    pub(crate) fn len(&self, atlas: &Atlas, pane: Pane) -> usize {
        match pane {
            Pane::Colleges => self.colleges.len(),
            Pane::Pillars => self.pillars(atlas).len(),
            Pane::Facts => self.facts(atlas).len(),
        }
    }

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

    /// How many facts of the chosen kind stand under the chosen pillar; none when no pillar is chosen.
    pub(crate) fn in_pillar(&self, atlas: &Atlas) -> Option<usize> {
        let Some(PillarLine::One(pillar)) = self.pillar(atlas) else {
            return None;
        };
        Some(self.count_under_pillar(atlas, pillar.n))
    }

    /// Puts the cursor on the first fact of the chosen pillar. A group that is not wholly on screen is brought to the top.
    fn go_to_group(&mut self, atlas: &Atlas, regions: &Regions) {
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

    /// Lists the facts of another kind, at the group of the chosen pillar.
    pub(crate) fn show_kind(&mut self, atlas: &Atlas, regions: &Regions, kind: Kind) {
        self.kind = kind;
        self.pane = Pane::Facts;
        self.lists[Pane::Facts.at()] = List::default();
        self.go_to_group(atlas, regions);
        self.settle(atlas, regions);
    }

    /// The kind `by` tabs to the right of the one that is shown, around the end; none past it unless `around`.
    pub(crate) fn tab(&self, by: usize, around: bool) -> Option<Kind> {
        let at = TABS.iter().position(|kind| *kind == self.kind).unwrap_or(0) + by;
        match around {
            true => Some(TABS[at % TABS.len()]),
            false => TABS.get(at).copied(),
        }
    }

    /// Groups the outcomes otherwise; the cursor stays on its fact.
    pub(crate) fn arrange(&mut self, atlas: &Atlas, regions: &Regions, arrangement: Arrangement) {
        let here = self.fact_under_cursor(&self.facts(atlas)).map(Fact::addr);
        self.arrangement = arrangement;
        self.lists[Pane::Facts.at()] = List::default();
        self.point_at(atlas, here.as_ref());
        self.settle(atlas, regions);
    }

    fn point_at(&mut self, atlas: &Atlas, addr: Option<&crate::model::Addr>) {
        let rows = self.facts(atlas);
        let own = |row: &FactRow<'_>| matches!(row, FactRow::Fact(fact) if Some(&fact.addr()) == addr);
        if let Some(row) = rows.iter().position(own) {
            self.lists[Pane::Facts.at()].cursor = row;
        }
    }

    /// Narrows the focused pane.
    pub(crate) fn filter(&mut self, atlas: &Atlas, regions: &Regions, filter: String) {
        self.filters[self.pane.at()] = filter;
        self.lists[self.pane.at()] = List::default();
        if self.pane == Pane::Colleges {
            self.narrow(atlas, None);
            self.restart(atlas);
        }
        self.settle(atlas, regions);
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

    /// Where everything stands.
    pub(super) fn position(&self) -> Position {
        Position {
            pane: (self.pane, self.zoomed),
            lists: self.lists,
            filters: self.filters.clone(),
            order: self.colleges.order,
            facts: (self.kind, self.arrangement, self.columns),
        }
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
    fn land(&mut self, atlas: &Atlas, back: bool, height: usize) {
        let rows = self.facts(atlas);
        let heading = |at: usize| matches!(rows.get(at), Some(FactRow::Heading(..)));
        let list = &mut self.lists[Pane::Facts.at()];
        *list = list.past_headings(back, rows.len(), height, heading);
    }

    /// Another college: its pillars and facts from their tops. What the facts are narrowed to stays.
    fn restart(&mut self, atlas: &Atlas) {
        self.filters[Pane::Pillars.at()].clear();
        for pane in [Pane::Pillars, Pane::Facts] {
            self.lists[pane.at()] = List::default();
        }
        self.land(atlas, false, usize::MAX);
    }
}
