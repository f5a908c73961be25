//! What the keys of the comparison screen do.

use std::sync::Arc;

use super::{
    App, BaseScreen,
    compare_sheet::{CompareSheet, MadeFrom, VerdictPane},
    compare_state::CompareState,
};
use crate::{
    compare::admit,
    model::{Addr, CollegeIx},
    page::builders::compare::Shows,
    tui::{list::ListStep, msg::Action, words},
};

impl App {
    /// Puts the marked colleges side by side. Without marks, or with one, those that leave no choice are taken as well:
    /// the only two there are, or the marked one and that under the cursor.
    pub(super) fn start_compare(&mut self) {
        let subjects = self.to_compare();
        match admit(&subjects) {
            Ok(()) => {
                self.overlays.clear();
                self.screen = BaseScreen::Compare(Box::new(CompareState::new(subjects)));
                self.keep_comparison();
            }
            Err(refusal) => {
                let (why, lang) = (refusal.message(self.atlas()), self.look.lang);
                self.notice = Some(words::mark_first(lang, why.get(lang), &self.key_of(Action::Mark)));
            }
        }
    }

    pub(super) fn to_compare(&self) -> Vec<CollegeIx> {
        let mut subjects = self.marks.clone();
        if let ([only], Some(here)) = (&subjects[..], self.browse.college())
            && *only != here
        {
            subjects.push(here);
        }
        if subjects.len() < 2 && self.atlas().colleges.len() == 2 {
            subjects.extend((0..2).map(CollegeIx).filter(|ix| !self.marks.contains(ix)));
            subjects.dedup();
        }
        subjects
    }

    /// Brings the comparison on screen up to date with what it is made from, and its cursor onto the screen.
    pub(super) fn keep_comparison(&mut self) {
        if !matches!(self.screen, BaseScreen::Compare(_)) {
            return;
        }
        let (regions, data, look) = (self.regions(), Arc::clone(&self.data), self.look);
        let BaseScreen::Compare(state) = &mut self.screen else {
            return;
        };
        let height = |head: usize| usize::from(regions.compare(head).body.height);
        let made_from = MadeFrom {
            data,
            subjects: state.subjects.clone(),
            face: state.face,
            diff: state.diff,
            pinned: state.pinned,
            folded: state.folded.clone(),
            offset: state.offset,
            width: regions.overlay.outer.width.into(),
            lang: look.lang,
            policy: look.policy,
        };
        let fresh = state.sheet.clone().filter(|sheet| sheet.made_from == made_from);
        if let Some(sheet) = &fresh {
            state.settle(height(sheet.head.len()));
            if state.verdict.is_of(state.under_cursor(sheet), sheet) {
                return;
            }
        }
        made_from.clone().facing(|face| {
            let sheet = fresh.unwrap_or_else(|| {
                let sheet = Arc::new(CompareSheet::lay_out(face, made_from));
                let before = state.sheet.replace(Arc::clone(&sheet));
                state.resume(before.as_deref(), &sheet);
                state.settle(height(sheet.head.len()));
                sheet
            });
            state.verdict = Arc::new(VerdictPane::new(face, state.under_cursor(&sheet), &sheet));
        });
    }

    /// Lines of the comparison's body.
    fn compare_height(&self) -> usize {
        match &self.screen {
            BaseScreen::Compare(state) => {
                let head = state.sheet.as_ref().map_or(0, |sheet| sheet.head.len());
                self.regions().compare(head).body.height.into()
            }
            BaseScreen::Browse => 0,
        }
    }

    /// Changes what is compared or how.
    pub(super) fn change_comparison(&mut self, change: impl FnOnce(&mut CompareState)) {
        if let BaseScreen::Compare(state) = &mut self.screen {
            change(state);
        }
        self.keep_comparison();
    }

    /// Only rows that differ, or all again; says so, for often nothing is left out.
    pub(super) fn toggle_differences(&mut self) {
        self.change_comparison(|state| state.diff = !state.diff);
        if let BaseScreen::Compare(state) = &self.screen {
            let hidden = state.sheet.as_ref().map_or(0, |sheet| sheet.hidden);
            self.notice = Some(words::differences(
                self.look.lang,
                state.diff,
                hidden,
                &self.key_of(Action::Differences),
            ));
        }
    }

    pub(super) fn step_comparison(&mut self, step: ListStep) {
        let height = self.compare_height();
        self.change_comparison(|state| state.step(step, height));
    }

    pub(super) fn wheel_comparison(&mut self, ahead: bool) {
        let height = self.compare_height();
        self.change_comparison(|state| state.wheel(ahead, height));
    }

    pub(super) fn seek(&mut self, ahead: bool) {
        let height = self.compare_height();
        let mut found = false;
        self.change_comparison(|state| found = state.seek(ahead, height));
        if !found {
            self.notice = Some(words::no_more_comparable(self.look.lang));
        }
    }

    pub(super) fn turn_column(&mut self, ahead: bool) {
        self.change_comparison(|state| {
            let last = state.subjects.len().saturating_sub(1);
            let seen = state.visible_column();
            state.column = match ahead {
                true => (seen + 1).min(last),
                false => seen.saturating_sub(1),
            };
        });
        for _ in 0..self.atlas().colleges.len() {
            let BaseScreen::Compare(state) = &self.screen else {
                return;
            };
            let Some(sheet) = &state.sheet else { return };
            let on_screen = |(college, _): &(usize, _)| *college == state.column;
            if sheet.columns.is_empty() || sheet.columns.iter().any(on_screen) {
                return;
            }
            self.change_comparison(|state| match ahead {
                true => state.offset += 1,
                false => state.offset = state.offset.saturating_sub(1),
            });
        }
    }

    /// The theme heading under the cursor folds; a cell answers with what stands there.
    pub(super) fn open_cell(&mut self) -> Option<Addr> {
        let BaseScreen::Compare(state) = &self.screen else {
            return None;
        };
        let (shows, addr) = state.under_cursor(state.sheet.as_ref()?)?;
        if let Shows::Theme(_) = shows {
            self.change_comparison(CompareState::fold);
            return None;
        }
        if addr.is_none() {
            self.notice = Some(words::not_stated(self.look.lang));
        }
        addr
    }
}
