//! Lines typed before, to be taken up again; and the completion of a line.

use super::{App, Command, Offers, Prompt};
use crate::{find::Hit, lang::Lang, model::Fact, tui::msg::Effect};

/// Most lines remembered.
const MOST: usize = 100;

/// What a line is typed for: each has a history of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Purpose {
    Find,
    Command,
    Page,
    Filter,
    Choice,
    Path,
}

/// Lines typed before, the oldest first.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    lines: Vec<(Purpose, String)>,
}

impl History {
    /// Remembers what was typed.
    pub(super) fn add(&mut self, prompt: &Prompt) {
        let line = (purpose(prompt), prompt.input.value().to_owned());
        if line.1.is_empty() {
            return;
        }
        self.lines.retain(|known| *known != line);
        self.lines.push(line);
        let over = self.lines.len().saturating_sub(MOST);
        self.lines.drain(..over);
    }
}

fn purpose(prompt: &Prompt) -> Purpose {
    match prompt.picker.as_ref().map(|picker| &picker.offers) {
        None if prompt.in_page => Purpose::Page,
        None => Purpose::Filter,
        Some(Offers::Hits { .. }) => Purpose::Find,
        Some(Offers::Commands(..)) => Purpose::Command,
        Some(Offers::Path(_)) => Purpose::Path,
        Some(_) => Purpose::Choice,
    }
}

impl App {
    /// Up at the top of the list brings back an older line, Down then a newer one. Says whether it did.
    pub(super) fn recall(&mut self, older: bool) -> bool {
        let Some(prompt) = &mut self.prompt else {
            return false;
        };
        let top = prompt
            .picker
            .as_ref()
            .is_none_or(|picker| picker.list.cursor == 0);
        if !top || (!older && prompt.recalled == 0) {
            return false;
        }
        let own = purpose(prompt);
        let lines = self
            .history
            .lines
            .iter()
            .rev()
            .filter(|(purpose, _)| *purpose == own);
        let back = if older {
            prompt.recalled + 1
        } else {
            prompt.recalled - 1
        };
        let line = match back {
            0 => Some(String::new()),
            n => lines.map(|(_, line)| line.clone()).nth(n - 1),
        };
        let Some(line) = line else { return true };
        prompt.recalled = back;
        prompt.set(&line);
        true
    }

    /// Completes the line to the name of the row under the cursor.
    pub(super) fn complete(&mut self) -> Option<Effect> {
        if let Some(Offers::Path(_)) = self.picker().map(|picker| &picker.offers) {
            return self.complete_path();
        }
        if let (Some(name), Some(prompt)) = (self.completion(), &mut self.prompt) {
            prompt.set(&name);
        }
        None
    }

    /// The name of the row under the cursor, unless it is typed already.
    pub(super) fn completion(&self) -> Option<String> {
        let (atlas, lang) = (self.atlas(), self.look.lang);
        let prompt = self.prompt.as_ref()?;
        let name = match &prompt.picker {
            None if prompt.in_page => None,
            None => self.browse.fact(atlas).map(|fact| name_of(fact, lang)),
            Some(picker) => self.offer_name(&picker.offers, picker.list.cursor),
        };
        name.filter(|name| !prompt.holds(name))
    }

    fn offer_name(&self, offers: &Offers, row: usize) -> Option<String> {
        let (atlas, lang) = (self.atlas(), self.look.lang);
        let hit_name = |hit: &Hit| hit.target.name(atlas).get(lang).to_owned();
        match offers {
            Offers::Hits { hits, .. } => hits.get(row).map(hit_name),
            Offers::Commands(_, rows) => rows.get(row).map(|command| match command {
                Command::Here(row) | Command::Elsewhere(row) => lang.pick(row.help.0, row.help.1).to_owned(),
                Command::Thing(hit) => hit_name(hit),
            }),
            Offers::Copies { fitting, .. } => fitting.get(row).map(|offer| offer.label.clone()),
            Offers::Bookmarks(rows) => {
                let fact = atlas.resolve(rows.get(row)?);
                fact.map(|fact| name_of(fact, lang))
            }
            Offers::Orders(rows) => rows.get(row).map(|(by, _)| by.word(atlas, lang).to_owned()),
            Offers::Path(path) => path.has_completion(row).then(String::new),
            Offers::Replace { .. } => None,
        }
    }
}

fn name_of(fact: Fact<'_>, lang: Lang) -> String {
    match fact {
        Fact::College(college) => college.label(lang).to_owned(),
        fact => fact.name().get(lang).to_owned(),
    }
}
