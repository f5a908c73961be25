//! The three panes: colleges, pillars of the chosen college, outcomes of the chosen pillar.
//!
//! Owns which rows each pane has and where its cursor stands. Rows are indices and borrowed facts;
//! how they look is `view`'s.

use crate::{
    model::{Atlas, College, CollegeIx, Fact, Outcome, Pillar},
    text::fold::fold_str,
    tui::{
        list::{List, Step},
        regions::Regions,
    },
};

/// One of the panes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pane {
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
    pub const ALL: [Self; 3] = [Self::Colleges, Self::Pillars, Self::Outcomes];

    /// Its place from the left.
    pub fn at(self) -> usize {
        self as usize
    }

    /// The pane `by` places further, around the ends.
    #[must_use]
    pub fn turn(self, by: usize) -> Self {
        Self::ALL[(self.at() + by) % 3]
    }
}

/// A row of the pillar pane.
#[derive(Clone, Copy, Debug)]
pub enum PillarRow<'a> {
    /// A pillar.
    One(&'a Pillar),
    /// Every outcome of the college, also those outside its pillars.
    All,
}

/// State of the panes.
#[derive(Clone, Debug)]
pub struct Browse {
    /// The colleges in their pane: those the filter leaves.
    pub colleges: Vec<CollegeIx>,
    /// The pane that keys go to.
    pub pane: Pane,
    /// Cursor and scroll of each pane.
    pub lists: [List; 3],
    /// What each pane is narrowed to; empty for everything.
    pub filters: [String; 3],
}

impl Browse {
    /// The panes of `atlas`, nothing narrowed.
    pub fn new(atlas: &Atlas) -> Self {
        let mut browse = Self {
            colleges: Vec::new(),
            pane: Pane::default(),
            lists: Default::default(),
            filters: Default::default(),
        };
        browse.choose_colleges(atlas);
        browse
    }

    /// Finds the colleges again that the filter leaves: kept, since folding every name costs more than a key may.
    pub fn choose_colleges(&mut self, atlas: &Atlas) {
        let all = (0..atlas.colleges.len() as u32).map(CollegeIx);
        let wanted = Wanted::new(&self.filters[Pane::Colleges.at()]);
        self.colleges = all.filter(|ix| wanted.college(atlas.college(*ix))).collect();
    }

    /// The college under the cursor.
    pub fn college(&self) -> Option<CollegeIx> {
        self.colleges.get(self.lists[Pane::Colleges.at()].cursor).copied()
    }

    /// The rows of the pillar pane.
    pub fn pillars<'a>(&self, atlas: &'a Atlas) -> Vec<PillarRow<'a>> {
        let Some(college) = self.college() else {
            return Vec::new();
        };
        let wanted = Wanted::new(&self.filters[Pane::Pillars.at()]);
        let pillars = atlas.college(college).pillars.iter();
        let pillars = pillars.filter(|p| wanted.text(&[&p.heading.zh, &p.heading.en, &p.slogan]));
        pillars.map(PillarRow::One).chain([PillarRow::All]).collect()
    }

    /// The pillar under the cursor, or the row of everything.
    pub fn pillar<'a>(&self, atlas: &'a Atlas) -> Option<PillarRow<'a>> {
        self.pillars(atlas)
            .get(self.lists[Pane::Pillars.at()].cursor)
            .copied()
    }

    /// The rows of the outcome pane.
    pub fn outcomes<'a>(&self, atlas: &'a Atlas) -> Vec<&'a Outcome> {
        let (Some(college), Some(row)) = (self.college(), self.pillar(atlas)) else {
            return Vec::new();
        };
        let wanted = Wanted::new(&self.filters[Pane::Outcomes.at()]);
        let of_row = |outcome: &&Outcome| match row {
            PillarRow::One(pillar) => outcome.pillar == Some(pillar.n),
            PillarRow::All => true,
        };
        let outcomes = atlas.college(college).outcomes.iter().filter(of_row);
        outcomes
            .filter(|o| wanted.text(&[&o.label.zh, &o.label.en, &o.as_written, &o.cite.exact]))
            .collect()
    }

    /// What the cursor of the focused pane stands on; a college for the row of everything.
    pub fn fact<'a>(&self, atlas: &'a Atlas) -> Option<Fact<'a>> {
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
    pub fn len(&self, atlas: &Atlas, pane: Pane) -> usize {
        match pane {
            Pane::Colleges => self.colleges.len(),
            Pane::Pillars => self.pillars(atlas).len(),
            Pane::Outcomes => self.outcomes(atlas).len(),
        }
    }

    /// Moves the cursor of the focused pane; the panes to its right start again.
    pub fn step(&mut self, atlas: &Atlas, regions: &Regions, step: Step) {
        let len = self.len(atlas, self.pane);
        let list = self.lists[self.pane.at()];
        let moved = list.step(step, len, regions.height(self.pane));
        self.lists[self.pane.at()] = moved;
        if moved.cursor != list.cursor {
            self.restart_after(self.pane);
        }
        self.settle(atlas, regions);
    }

    /// Puts the cursor on pillar `n`, or on the row of everything for 0.
    pub fn choose(&mut self, atlas: &Atlas, regions: &Regions, n: u8) -> bool {
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
    pub fn filter(&mut self, atlas: &Atlas, regions: &Regions, filter: String) {
        self.filters[self.pane.at()] = filter;
        self.lists[self.pane.at()] = List::default();
        if self.pane == Pane::Colleges {
            self.choose_colleges(atlas);
        }
        self.restart_after(self.pane);
        self.settle(atlas, regions);
    }

    /// Puts every cursor on what `outcome` or `pillar` of `college` needs, dropping filters.
    pub fn go(&mut self, atlas: &Atlas, regions: &Regions, fact: Fact<'_>) {
        self.filters = Default::default();
        self.lists = Default::default();
        self.choose_colleges(atlas);
        let Some(college) = atlas.college_by_id(&fact.college().id) else {
            return;
        };
        self.lists[Pane::Colleges.at()].cursor = college.at();
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

    /// Brings every cursor into its list and onto the screen.
    pub fn settle(&mut self, atlas: &Atlas, regions: &Regions) {
        for pane in Pane::ALL {
            let len = self.len(atlas, pane);
            self.lists[pane.at()] = self.lists[pane.at()].keep(len, regions.height(pane));
        }
    }

    fn restart_after(&mut self, pane: Pane) {
        for later in Pane::ALL.into_iter().skip(pane.at() + 1) {
            self.lists[later.at()] = List::default();
            self.filters[later.at()].clear();
        }
    }
}

/// A filter, folded once.
struct Wanted(Vec<String>);

impl Wanted {
    fn new(filter: &str) -> Self {
        Self(filter.split_whitespace().map(fold_str).collect())
    }

    fn text(&self, texts: &[&str]) -> bool {
        self.0
            .iter()
            .all(|word| texts.iter().any(|text| fold_str(text).contains(word)))
    }

    fn college(&self, college: &College) -> bool {
        let name = &college.name;
        self.text(&[&name.zh, &name.short, &name.en, &name.pinyin, college.id.as_str()])
    }
}
