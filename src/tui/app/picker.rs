//! Lists one types into: everything found, every command, every way to copy.
//!
//! Owns what such a list offers for what is typed, and what choosing a row does. The line itself is
//! the prompt's.

use super::{App, What};
use crate::{
    find::{Called, Filter, Hit, NameQuery, Names, Target},
    model::{Fact, Kind},
    order::By,
    tui::{
        keymap::{Binding, Scope, TABLE},
        list::{List, Step},
        msg::Effect,
    },
};

/// Most hits offered: more than anyone reads on the way to one.
const MOST: usize = 100;

/// A list that narrows as one types.
#[derive(Clone, Debug)]
pub struct Picker {
    /// What it offers.
    pub offers: Offers,
    /// Cursor and scroll.
    pub(crate) list: List,
}

/// The rows on offer.
#[derive(Clone, Debug)]
pub enum Offers {
    /// What was found, by kind, the kind of the best hit first.
    Hits(Vec<Hit>),
    /// Commands that hold where the list was opened.
    Commands(&'static [Scope], Vec<&'static Binding>),
    /// Ways to copy: what it is called, and the text.
    Copies(Vec<(String, String)>),
    /// Orders of the colleges, and how many colleges each has something to go by for.
    Orders(Vec<(By, usize)>),
}

impl Offers {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Hits(hits) => hits.len(),
            Self::Commands(_, rows) => rows.len(),
            Self::Copies(rows) => rows.len(),
            Self::Orders(rows) => rows.len(),
        }
    }
}

impl App {
    /// Opens the list of everything.
    pub(super) fn start_find(&mut self) {
        self.index();
        self.pick(Offers::Hits(Vec::new()));
    }

    /// Opens the list of commands that hold here.
    pub(super) fn start_palette(&mut self) {
        self.pick(Offers::Commands(self.scopes(), Vec::new()));
        self.fall_behind();
    }

    /// Offers again what suits the line.
    pub(super) fn offer(&mut self) {
        let Some(prompt) = &self.prompt else { return };
        let typed = prompt.input.value().to_owned();
        let Some(picker) = &prompt.picker else { return };
        let offers = match &picker.offers {
            Offers::Hits(_) => Offers::Hits(self.hits(&typed)),
            Offers::Commands(scopes, _) => Offers::Commands(scopes, self.commands(scopes, &typed)),
            Offers::Copies(rows) => Offers::Copies(rows.clone()),
            Offers::Orders(_) => Offers::Orders(self.orders(&typed)),
        };
        if let Some(prompt) = &mut self.prompt {
            prompt.picker = Some(Picker {
                offers,
                list: List::default(),
            });
        }
    }

    fn hits(&mut self, typed: &str) -> Vec<Hit> {
        let index = self.index();
        by_kind(index.search(self.atlas(), typed, MOST, Filter::default()))
    }

    fn commands(&self, scopes: &[Scope], typed: &str) -> Vec<&'static Binding> {
        let query = NameQuery::new(typed);
        let suits = |row: &&Binding| {
            query.fits(&Names::new(&Called {
                zh: row.help.0,
                en: row.help.1,
                also: row.keys,
                ..Called::default()
            }))
        };
        let rows = scopes
            .iter()
            .flat_map(|scope| TABLE.iter().filter(move |row| row.scope == *scope));
        rows.filter(suits).collect()
    }

    /// Moves in the list, if one is open. Says whether it was.
    pub(super) fn step_picker(&mut self, step: Step) -> bool {
        let height = usize::from(self.regions().overlay.body.height);
        let Some(picker) = self.prompt.as_mut().and_then(|prompt| prompt.picker.as_mut()) else {
            return false;
        };
        picker.list = picker.list.step(step, picker.offers.len(), height);
        true
    }

    /// Takes the row under the cursor.
    pub(super) fn choose_offer(&mut self, picker: &Picker) -> Option<Effect> {
        let row = picker.list.cursor;
        match &picker.offers {
            Offers::Hits(hits) => self.jump(hits.get(row)?.target),
            Offers::Commands(_, rows) => self.act(rows.get(row)?.action),
            Offers::Copies(rows) => Some(Effect::Copy(rows.get(row)?.1.clone())),
            Offers::Orders(rows) => {
                self.sort(rows.get(row)?.0);
                None
            }
        }
    }

    /// To the pane and row of what was found; what stands in no pane opens its page as well.
    fn jump(&mut self, target: Target) -> Option<Effect> {
        self.overlays.clear();
        match target {
            Target::Theme(ix) => self.lay(What::Theme(ix)),
            Target::Metric(ix) => self.lay(What::Metric(ix)),
            Target::Fact(..) => {
                let data = std::sync::Arc::clone(&self.data);
                let fact = target.fact(&data.atlas)?;
                self.screen = super::Screen::Browse;
                let regions = self.regions();
                self.browse.go(&data.atlas, &regions, fact);
                if !matches!(fact, Fact::College(_) | Fact::Pillar(..) | Fact::Outcome(..)) {
                    self.lay(What::Fact(fact.addr()));
                }
                self.settle();
            }
        }
        None
    }
}

/// Hits by kind: the kind of the best hit first, within a kind the best first.
fn by_kind(hits: Vec<Hit>) -> Vec<Hit> {
    let mut kinds: Vec<Kind> = Vec::new();
    for hit in &hits {
        if !kinds.contains(&hit.kind) {
            kinds.push(hit.kind);
        }
    }
    let mut hits = hits;
    hits.sort_by_key(|hit| kinds.iter().position(|kind| *kind == hit.kind));
    hits
}
