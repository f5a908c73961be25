//! The panes of Browse: colleges, pillars of the chosen college, and its facts of one kind, grouped.
//!
//! Owns which rows each pane has and where its cursor stands. Rows are indices and borrowed facts; how they look is
//! `view`'s, how much room they have is `regions`'s.

mod cursor;
mod facts;

pub(crate) use facts::{Arrangement, FactGroup, FactRow, TABS};

use super::college_list::CollegeList;
use crate::{
    find::NameQuery,
    model::{Atlas, CollegeIx, Fact, Kind, Pillar},
    order::Order,
    tui::{
        list::List,
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

    /// How many facts of the chosen kind stand under the chosen pillar; none when no pillar is chosen.
    pub(crate) fn in_pillar(&self, atlas: &Atlas) -> Option<usize> {
        let Some(PillarLine::One(pillar)) = self.pillar(atlas) else {
            return None;
        };
        Some(self.count_under_pillar(atlas, pillar.n))
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
}
