//! The keys worth showing here and now: those that would do something, under the word for what they would do.
//!
//! Owns that choice. How much of it fits a footer is `view`'s.

use super::{App, BaseScreen, CompareFace, Offers};
use crate::{
    compare::admit,
    tui::{
        keymap::{Binding, KeyScope, KeyWords},
        msg::Action,
    },
};

/// A key and what it would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hint {
    pub keys: String,
    pub word: &'static str,
    pub place: FooterPart,
    pub action: Action,
    /// Looked for less often than the others, and left out before them.
    pub(crate) rare: bool,
}

/// Which part of the footer a hint belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FooterPart {
    /// What can be done with the thing under the cursor.
    Thing,
    /// Where else one can go.
    Moving,
    /// What is never left out.
    Pinned,
}

impl FooterPart {
    fn of(action: Action) -> Self {
        match action {
            Action::Help | Action::Quit => Self::Pinned,
            Action::NextPane
            | Action::Pillar(_)
            | Action::Sort
            | Action::Overview
            | Action::Palette
            | Action::Language
            | Action::NextHit
            | Action::Back => Self::Moving,
            _ => Self::Thing,
        }
    }
}

/// What is looked for less often than finding and copying. A comparison is made to be saved.
fn is_rare(scope: KeyScope, action: Action) -> bool {
    match scope {
        KeyScope::Compare => matches!(
            action,
            Action::Differences | Action::Fold | Action::Overview | Action::Language
        ),
        _ => matches!(action, Action::NextTab | Action::Zoom | Action::Save),
    }
}

/// What can be done from where the cursor of the comparison stands.
#[derive(Clone, Copy, Debug, Default)]
struct Beside {
    /// Something is stated in the cell.
    stated: bool,
    /// It is in a theme that folds.
    folds: bool,
    /// A row further down differs.
    next: bool,
}

impl App {
    /// The keys that would do something now, in the order of the table; those needed less often last.
    pub(crate) fn hints(&self) -> Vec<Hint> {
        let (scopes, lang) = (self.scopes(), self.look.lang);
        let beside = self.beside();
        let hint = |row: &'static Binding| {
            let word = self.hint_words(row, beside)?;
            let keys = self.keymap.label(row, scopes, lang);
            (!keys.is_empty()).then(|| Hint {
                keys,
                word: lang.pick(word.0, word.1),
                place: FooterPart::of(row.action),
                action: row.action,
                rare: is_rare(scopes[0], row.action),
            })
        };
        let mut hints: Vec<_> = self.keymap.rows(scopes).filter_map(hint).collect();
        hints.sort_by_key(|hint| hint.rare);
        hints
    }

    /// How the key that asks for `action` from the screen or page that is on top is called.
    pub(crate) fn key_of(&self, action: Action) -> String {
        let scopes = self.scopes_below(self.overlays.len());
        self.keymap.label_of(action, scopes, self.look.lang)
    }

    /// The words under which `row` is offered; none when it would do nothing.
    fn hint_words(&self, row: &Binding, beside: Beside) -> Option<KeyWords> {
        let words = row.hint;
        match (self.scopes()[0], row.action) {
            (KeyScope::Prompt, Action::Open) => Some(self.prompt_words()),
            (KeyScope::Prompt, Action::Complete) => words.filter(|_| self.completion().is_some()),
            (KeyScope::Prompt, Action::Save) => None,
            (_, action) if self.kiosk && action.needs_own_account() => None,
            (_, Action::NextHit) => words.filter(|_| self.has_searched()),
            (KeyScope::Browse, Action::Back) => self.is_filtered().then_some(("取消筛选", "clear filter")),
            (KeyScope::Browse, Action::Compare) => words.filter(|_| admit(&self.to_compare()).is_ok()),
            (KeyScope::Browse, Action::Next) => None,
            (KeyScope::Browse, Action::Open | Action::ShowSource | Action::Copy) => {
                words.filter(|_| self.browse.fact(self.atlas()).is_some())
            }
            (KeyScope::Browse, Action::Sort) => words.filter(|_| self.sorts_here()),
            (KeyScope::Browse, Action::Mark) => words.filter(|_| self.browse.college().is_some()),
            (KeyScope::Compare, Action::Open) => words.filter(|_| beside.stated),
            (KeyScope::Compare, Action::Fold) => words.filter(|_| beside.folds),
            (KeyScope::Compare, Action::Next) => words.filter(|_| beside.next),
            (KeyScope::Compare, Action::Face) => match self.face()? {
                CompareFace::Figures => Some(("看支柱", "pillars")),
                CompareFace::Pillars => Some(("看成效", "figures")),
            },
            (KeyScope::Compare, Action::Differences) => match &self.screen {
                BaseScreen::Compare(state) if state.diff => Some(("全部行", "all rows")),
                _ => words,
            },
            (KeyScope::Fact | KeyScope::Register | KeyScope::Findings | KeyScope::Overview, Action::Open) => {
                words.filter(|_| self.opens_something())
            }
            (KeyScope::Register, Action::ShowSource) => words.filter(|_| self.overlay_addr().is_some()),
            (KeyScope::Source, Action::Next) => words.filter(|_| self.neighbour_figure(true).is_some()),
            (KeyScope::Source, Action::Previous) => words.filter(|_| self.neighbour_figure(false).is_some()),
            (KeyScope::Overview, Action::Right) => words.filter(|_| self.overview_scrolls()),
            (KeyScope::Overview, Action::Overview) => None,
            (KeyScope::Help, Action::Help) => None,
            (
                KeyScope::Help
                | KeyScope::Findings
                | KeyScope::Overview
                | KeyScope::Card
                | KeyScope::Register,
                Action::Copy,
            ) => words.filter(|_| self.overlay_addr().is_some()),
            _ => words,
        }
    }

    /// What Enter does with the line.
    fn prompt_words(&self) -> KeyWords {
        match self.picker().map(|picker| &picker.offers) {
            None if self.prompt.as_ref().is_some_and(|prompt| prompt.in_page) => ("留在这里", "stay here"),
            None => ("保留筛选", "keep the filter"),
            Some(Offers::Hits { .. } | Offers::Bookmarks(_)) => ("跳到", "go"),
            Some(Offers::Commands(..)) => ("执行", "do it"),
            Some(Offers::Copies { .. }) => ("复制", "copy"),
            Some(Offers::Orders(_)) => ("排序", "sort"),
            Some(Offers::Path(_)) => ("存", "save"),
            Some(Offers::Replace { .. }) => ("就这样", "do it"),
        }
    }

    fn is_filtered(&self) -> bool {
        !self.browse.filters[self.browse.pane.at()].is_empty()
    }

    fn face(&self) -> Option<CompareFace> {
        match &self.screen {
            BaseScreen::Compare(state) => Some(state.face),
            BaseScreen::Browse => None,
        }
    }

    fn beside(&self) -> Beside {
        let (BaseScreen::Compare(state), true) = (&self.screen, self.overlays.is_empty()) else {
            return Beside::default();
        };
        Beside {
            stated: state.addr().is_some(),
            folds: state.face == CompareFace::Figures,
            next: state.neighbour(true).is_some(),
        }
    }

    /// Whether Enter on the topmost page leads to another one.
    fn opens_something(&self) -> bool {
        let leads = self.leads_to();
        leads.is_some() && leads != self.overlays.last().map(|overlay| overlay.what.clone())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use ratatui::layout::Size;

    use super::*;
    use crate::{
        lang::Lang,
        load::{Origin, load},
        tui::{app::What, display::Look, key::Key, msg::Effect},
    };

    /// Every kind of screen, page and row, by the keys that lead to it.
    const SCREENS: [&str; 24] = [
        "",
        "Right",
        "Right Right",
        "F12 s f Enter",
        "f t a i Enter",
        "F2",
        "F2 Down",
        "F2 Down Down Down Right",
        "F2 Tab",
        "F2 End",
        "F7",
        "F7 Enter",
        "F7 Enter Down Enter",
        "F1",
        "F1 / c o Enter n",
        "/ j y l Enter",
        "/ j y l Enter F4",
        "m Right m",
        "Enter",
        "Right Right Enter",
        "Right Right F4",
        "Right Right F4 ] ] ]",
        "!",
        "Shift-F9",
    ];

    fn app(lang: Lang) -> App {
        let look = Look {
            lang,
            ..Look::default()
        };
        App::new(Arc::new(load(&Origin::Embedded)), look, Size::new(100, 30))
    }

    fn press(app: &mut App, name: &str) -> Option<Effect> {
        let key: Key = name.parse().unwrap();
        let effect = app.press(key).and_then(|msg| app.update(msg));
        app.catch_up();
        effect
    }

    fn screens() -> impl Iterator<Item = (&'static str, App)> {
        [Lang::Zh, Lang::En].into_iter().flat_map(|lang| {
            SCREENS.iter().map(move |keys| {
                let mut app = app(lang);
                for key in keys.split_whitespace() {
                    press(&mut app, key);
                }
                app.notice = None;
                (*keys, app)
            })
        })
    }

    /// Whether pressing `key` on a copy of `app` did something.
    fn acts(app: &App, key: &str) -> (bool, Option<String>) {
        let mut after = app.clone();
        let effect = press(&mut after, key);
        let changed = app.state() != after.state() || after.prompt.is_some();
        (changed || effect.is_some(), after.notice)
    }

    /// A scope that none of the screens has would go untested below.
    #[test]
    fn the_screens_have_every_scope() {
        for scope in KeyScope::ALL.iter().filter(|scope| **scope != KeyScope::Prompt) {
            let is_there = screens().any(|(_, app)| app.scopes().contains(scope));
            assert!(is_there, "{scope:?}");
        }
    }

    #[test]
    fn what_is_offered_acts() {
        for (screen, app) in screens() {
            let hints = app.hints();
            assert!(hints.len() > 2, "{screen}");
            for hint in hints {
                let keys = match hint.keys.as_str() {
                    "/" => vec!["/"],
                    "0-9" => vec!["0", "1"],
                    keys => keys.split('/').collect(),
                };
                // Two keys of one hint do the same; a digit may be the pillar that is chosen already.
                let acts = keys.iter().any(|key| acts(&app, key).0);
                assert!(acts, "{screen:?} offers {} {}", hint.keys, hint.word);
            }
        }
    }

    #[test]
    fn every_key_acts_or_answers() {
        let letters = (' '..='~').filter(|c| *c != ' ').map(|c| c.to_string());
        let named = [
            "Space", "Enter", "Esc", "Tab", "Insert", "Delete", "F11", "F6", "Ctrl-T", "Alt-z",
        ];
        let keys: Vec<String> = letters.chain(named.map(str::to_owned)).collect();
        for (screen, app) in screens() {
            for key in &keys {
                let (acts, answer) = acts(&app, key);
                assert!(acts || answer.is_some(), "{screen:?}: {key} is not answered");
            }
        }
    }

    #[test]
    fn no_letter_changes_a_setting_or_reads_data_anew() {
        for (screen, app) in screens() {
            for letter in ('a'..='z').chain('A'..='Z') {
                let mut after = app.clone();
                let effect = press(&mut after, &letter.to_string());
                assert!(effect != Some(Effect::Reload), "{screen:?}: {letter}");
                assert!(after.look == app.look, "{screen:?}: {letter}");
            }
        }
    }

    #[test]
    fn help_and_quit_are_offered_wherever_one_does_not_type() {
        for (screen, app) in screens() {
            let pinned: Vec<_> = app
                .hints()
                .into_iter()
                .filter(|hint| hint.place == FooterPart::Pinned)
                .collect();
            let help = matches!(app.overlays.last(), Some(page) if page.what == What::Help);
            assert_eq!(pinned.len(), if help { 1 } else { 2 }, "{screen:?}");
        }
    }
}
