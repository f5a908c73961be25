//! Lists one types into: everything found, every command, every way to copy.
//!
//! Owns what such a list offers for what is typed, and what choosing a row does. The line itself is
//! the prompt's.

use std::path::PathBuf;

use super::{App, SavePath, What};
use crate::{
    export::clip::Form,
    find::{Called, Filter, Hit, NameQuery, Names, Target},
    model::{Addr, Fact, Kind},
    order::OrderBy,
    tui::{
        keymap::{Binding, KeyScope, Keymap},
        list::{List, ListStep},
        msg::Effect,
        words,
    },
};

/// Most hits offered: more than anyone reads on the way to one.
const MOST: usize = 100;

/// Most things offered beside commands.
const THINGS: usize = 30;

/// A list that narrows as one types.
#[derive(Clone, Debug)]
pub(crate) struct Picker {
    /// What it offers.
    pub offers: Offers,
    /// Cursor and scroll.
    pub(crate) list: List,
}

/// One way to copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CopyOffer {
    /// What is copied and in which form.
    pub label: String,
    pub form: Form,
    /// What is copied, for the message.
    pub subject: String,
    pub text: String,
}

/// A row of the palette.
#[derive(Clone, Debug)]
pub(crate) enum Command {
    /// A command that holds here.
    Here(&'static Binding),
    /// A command of another screen.
    Elsewhere(&'static Binding),
    /// A thing to go to.
    Thing(Hit),
}

/// The rows on offer.
#[derive(Clone, Debug)]
pub(crate) enum Offers {
    /// What was found, by kind, the kind of the best hit first; or, when nothing was, what may have been meant.
    Hits { hits: Vec<Hit>, near: bool },
    /// Commands, those first that hold where the list was opened; then things of that name.
    Commands(&'static [KeyScope], Vec<Command>),
    /// Ways to copy: all of them, and those that suit what is typed.
    Copies {
        all: Vec<CopyOffer>,
        fitting: Vec<CopyOffer>,
    },
    /// Bookmarks.
    Bookmarks(Vec<Addr>),
    /// Orders of the colleges, and how many colleges each has something to go by for.
    Orders(Vec<(OrderBy, usize)>),
    /// What the path of a file to be saved may become.
    Path(Box<SavePath>),
    /// Whether the file that is there may be replaced.
    Replace {
        /// The line that asked for it.
        path: Box<SavePath>,
        /// The path that was typed.
        typed: String,
        /// The file.
        there: PathBuf,
    },
}

impl Offers {
    /// How many rows there are.
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Hits { hits, .. } => hits.len(),
            Self::Commands(_, rows) => rows.len(),
            Self::Copies { fitting, .. } => fitting.len(),
            Self::Bookmarks(rows) => rows.len(),
            Self::Orders(rows) => rows.len(),
            Self::Path(path) => path.rows.len(),
            Self::Replace { .. } => 2,
        }
    }
}

impl App {
    /// Opens the list of everything.
    pub(super) fn start_find(&mut self) {
        self.index();
        self.pick(Offers::Hits {
            hits: Vec::new(),
            near: false,
        });
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
            Offers::Hits { .. } => {
                let hits = self.hits(&typed);
                match hits.is_empty() {
                    true => Offers::Hits {
                        hits: self.near(&typed),
                        near: true,
                    },
                    false => Offers::Hits { hits, near: false },
                }
            }
            Offers::Commands(scopes, _) => {
                let scopes = *scopes;
                Offers::Commands(scopes, self.commands(scopes, &typed))
            }
            Offers::Copies { all, .. } => Offers::Copies {
                fitting: Self::fitting_copies(all, &typed),
                all: all.clone(),
            },
            Offers::Bookmarks(_) => Offers::Bookmarks(self.fitting_bookmarks(&typed)),
            Offers::Orders(_) => Offers::Orders(self.orders(&typed)),
            Offers::Path(path) => {
                let mut path = path.clone();
                path.offer(&typed, prompt.input.cursor());
                Offers::Path(path)
            }
            question @ Offers::Replace { .. } => question.clone(),
        };
        if let Some(prompt) = &mut self.prompt {
            prompt.picker = Some(Picker {
                offers,
                list: List::default(),
            });
        }
    }

    /// What may have been meant by `typed`, which finds nothing.
    fn near(&mut self, typed: &str) -> Vec<Hit> {
        let index = self.index();
        let nearest = index.nearest(self.atlas(), typed, Filter::default());
        index.hits(self.atlas(), &nearest)
    }

    pub(super) fn hits(&mut self, typed: &str) -> Vec<Hit> {
        let index = self.index();
        by_kind(index.search(self.atlas(), typed, MOST, Filter::default()))
    }

    /// What the palette offers for `typed`: commands as they fit, actions before movements; then things of that name.
    fn commands(&mut self, scopes: &[KeyScope], typed: &str) -> Vec<Command> {
        let query = NameQuery::new(typed);
        let here: Vec<_> = self.keymap.rows(scopes).map(Command::Here).collect();
        let keymap = self.keymap;
        let there = keymap.table().filter(|row| is_elsewhere(keymap, row, scopes));
        let there = there.filter(|_| !query.is_empty()).map(Command::Elsewhere);
        let mut rows: Vec<_> = here
            .into_iter()
            .chain(there)
            .filter_map(|command| Some((command.rank(&query)?, command)))
            .collect();
        rows.sort_by_key(|(rank, _)| *rank);
        let hits = match query.is_empty() {
            true => Vec::new(),
            false => self.hits(typed),
        };
        let things = hits.into_iter().take(THINGS).map(Command::Thing);
        rows.into_iter()
            .map(|(_, command)| command)
            .chain(things)
            .collect()
    }

    /// Moves in the list, if one is open. Says whether it was.
    pub(super) fn step_picker(&mut self, step: ListStep) -> bool {
        let height = usize::from(self.regions().overlay.body.height);
        let Some(picker) = self.prompt.as_mut().and_then(|prompt| prompt.picker.as_mut()) else {
            return false;
        };
        picker.list = picker.list.step(step, picker.offers.len(), height);
        true
    }

    /// Takes the row under the cursor.
    pub(super) fn choose_offer(&mut self, picker: &Picker, typed: &str) -> Option<Effect> {
        let row = picker.list.cursor;
        match &picker.offers {
            Offers::Hits { hits, .. } => {
                let target = hits.get(row)?.target;
                self.keep_hits(typed, row);
                let effect = self.jump(target);
                self.hit_shown();
                effect
            }
            Offers::Commands(_, rows) => match rows.get(row)? {
                Command::Here(row) => self.act_or_answer(row.action),
                Command::Elsewhere(row) => {
                    let lang = self.look.lang;
                    self.notice = Some(words::elsewhere(lang, &row.scope_words(lang)));
                    None
                }
                Command::Thing(hit) => self.jump(hit.target),
            },
            Offers::Copies { fitting, .. } => self.send_copy(fitting.get(row)?),
            Offers::Bookmarks(rows) => {
                self.go_to(rows.get(row)?);
                None
            }
            Offers::Orders(rows) => {
                self.sort(rows.get(row)?.0);
                None
            }
            Offers::Path(path) => self.choose_path(path, row, typed),
            Offers::Replace { path, typed, .. } => self.choose_replace(path, typed, row),
        }
    }

    /// To the pane and row of what was found; what stands in no pane opens its page as well.
    pub(super) fn jump(&mut self, target: Target) -> Option<Effect> {
        self.overlays.clear();
        match target {
            Target::Theme(ix) => self.lay(What::Theme(ix)),
            Target::Metric(ix) => self.lay(What::Metric(ix)),
            Target::Fact(..) => {
                let data = std::sync::Arc::clone(&self.data);
                self.go_to_fact(target.fact(&data.atlas)?);
            }
        }
        None
    }

    /// To the pane and row of `fact`; what stands in no pane opens its page as well.
    pub(super) fn go_to_fact(&mut self, fact: Fact<'_>) {
        let data = std::sync::Arc::clone(&self.data);
        self.screen = super::BaseScreen::Browse;
        let regions = self.regions();
        self.browse.go(&data.atlas, &regions, fact);
        if !matches!(fact, Fact::College(_) | Fact::Pillar(..) | Fact::Outcome(..)) {
            self.lay(What::Fact(fact.addr()));
        }
        self.settle();
    }
}

/// Whether `row` is a command that does not hold where `scopes` do, and that holds outside prompts.
fn is_elsewhere(keymap: Keymap, row: &Binding, scopes: &[KeyScope]) -> bool {
    !row.scopes
        .iter()
        .any(|scope| scopes.contains(scope) || *scope == KeyScope::Prompt)
        && !keymap.rows(scopes).any(|here| here.action == row.action)
}

impl Command {
    /// The thing it leads to.
    pub(crate) fn thing(&self) -> Option<&Hit> {
        match self {
            Self::Thing(hit) => Some(hit),
            Self::Here(_) | Self::Elsewhere(_) => None,
        }
    }

    /// How well it answers to `query`: the fit, then commands that hold here, then actions before movements.
    fn rank(&self, query: &NameQuery) -> Option<(u32, bool, bool)> {
        let (row, away) = match self {
            Self::Here(row) => (row, false),
            Self::Elsewhere(row) => (row, true),
            Self::Thing(_) => return None,
        };
        let hint = row.hint.unwrap_or_default();
        let also = row.keys.iter().chain(row.also).copied();
        let names = Names::new(&Called {
            zh: hint.0,
            en: hint.1,
            ..Called::default()
        })
        .with([row.help.0, row.help.1].into_iter().chain(also));
        Some((query.fit(&names)?, away, row.action.moves()))
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
