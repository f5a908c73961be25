//! What the keys of the comparison screen do.

use std::sync::Arc;

use super::{
    App, Offers, Screen,
    compare_state::{Face, Facing, Versus},
};
use crate::{
    compare::admit,
    export::clip::{self, Form, Part},
    lang::Lang,
    model::{Addr, CollegeIx},
    page::builders::{
        self,
        compare::{Item, Sheet},
    },
    tui::{list::Step, words},
};

impl App {
    /// Puts the marked colleges side by side; without marks the only two there are.
    pub(super) fn start_compare(&mut self) {
        let subjects = self.to_compare();
        match admit(&subjects) {
            Ok(()) => {
                self.overlays.clear();
                self.screen = Screen::Compare(Box::new(Versus::new(subjects)));
                self.settle();
            }
            Err(refusal) => {
                let why = refusal.message(self.atlas());
                self.notice = Some(words::mark_first(self.look.lang, why.get(self.look.lang)));
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
        if subjects.is_empty() && self.atlas().colleges.len() == 2 {
            subjects = vec![CollegeIx(0), CollegeIx(1)];
        }
        subjects
    }

    /// Runs `work` on the comparison screen, its sheet and the height of its body.
    pub(super) fn versus<T>(
        &mut self,
        work: impl FnOnce(&mut Versus, &Facing<'_>, &Sheet<'_>, usize) -> T,
    ) -> Option<T> {
        let data = Arc::clone(&self.data);
        let (look, regions) = (self.look, self.regions());
        let Screen::Compare(versus) = &mut self.screen else {
            return None;
        };
        let shown = versus.clone();
        let facing = shown.facing(&data.atlas);
        let sheet = shown.sheet(&facing, &look, regions.overlay.outer.width.into());
        let height = regions.versus(sheet.head().len()).body.height;
        Some(work(versus, &facing, &sheet, height.into()))
    }

    /// Changes what is compared or how, then brings the cursor back into what there now is.
    pub(super) fn change_versus(&mut self, change: impl FnOnce(&mut Versus)) {
        if let Screen::Compare(versus) = &mut self.screen {
            change(versus);
        }
        self.settle_versus();
    }

    pub(super) fn settle_versus(&mut self) {
        self.versus(|versus, _, sheet, height| versus.settle(sheet, height));
    }

    pub(super) fn step_versus(&mut self, step: Step) {
        self.versus(|versus, _, sheet, height| versus.step(sheet, step, height));
    }

    /// The other face: another sheet, so from its top.
    pub(super) fn turn_face(&mut self) {
        self.change_versus(|versus| {
            versus.face = match versus.face {
                Face::Figures => Face::Pillars,
                Face::Pillars => Face::Figures,
            };
            (versus.item, versus.line, versus.top) = (0, 0, 0);
        });
    }

    pub(super) fn seek(&mut self, ahead: bool) {
        if self.versus(|versus, facing, sheet, height| versus.seek(sheet, facing, ahead, height))
            == Some(false)
        {
            self.notice = Some(words::no_more_differences(self.look.lang));
        }
    }

    pub(super) fn fold(&mut self) {
        self.versus(|versus, facing, sheet, _| {
            if let Some(item) = versus.under(sheet) {
                versus.fold(facing, item);
                let heading = sheet.items()[..=versus.item]
                    .iter()
                    .rposition(|item| matches!(item, Item::Theme(_)));
                (versus.item, versus.line) = (heading.unwrap_or(versus.item), 0);
            }
        });
        self.settle_versus();
    }

    pub(super) fn turn_column(&mut self, ahead: bool) {
        let data = Arc::clone(&self.data);
        let (look, width) = (self.look, usize::from(self.regions().overlay.outer.width));
        let Screen::Compare(versus) = &mut self.screen else {
            return;
        };
        versus.turn(ahead, |versus| {
            let facing = versus.facing(&data.atlas);
            let sheet = versus.sheet(&facing, &look, width);
            sheet.columns().is_empty()
                || sheet
                    .columns()
                    .iter()
                    .any(|(college, _)| *college == versus.column)
        });
        self.settle_versus();
    }

    /// The theme heading under the cursor folds; a cell answers with what stands there.
    pub(super) fn open_cell(&mut self) -> Option<Addr> {
        let (heading, addr) = self.versus(|versus, _, sheet, _| {
            (
                matches!(versus.under(sheet), Some(Item::Theme(_))),
                versus.addr(sheet),
            )
        })?;
        if heading {
            self.fold();
            return None;
        }
        if addr.is_none() {
            self.notice = Some(words::not_stated(self.look.lang));
        }
        addr
    }

    /// Offers the ways to copy what is compared: the cell and row under the cursor, and all of it.
    pub(super) fn start_copy(&mut self) {
        let lang = self.look.lang;
        let copies = self.versus(|versus, facing, sheet, _| {
            let parts = parts(versus, sheet).into_iter();
            parts
                .flat_map(|part| FORMS.map(|form| offer(facing.face(), part, form, lang)))
                .collect()
        });
        self.pick(Offers::Copies(copies.unwrap_or_default()));
    }
}

const FORMS: [Form; 2] = [Form::Markdown, Form::Tsv];

fn parts(versus: &Versus, sheet: &Sheet<'_>) -> Vec<Part> {
    let here = match versus.under(sheet) {
        Some(Item::Row(row)) => vec![
            Part::Cell {
                row,
                subject: versus.column,
            },
            Part::Row(row),
        ],
        _ => Vec::new(),
    };
    here.into_iter().chain([Part::Whole]).collect()
}

fn offer(face: builders::compare::Face<'_>, part: Part, form: Form, lang: Lang) -> (String, String) {
    let what = match part {
        Part::Cell { .. } => lang.pick("本格", "this cell"),
        Part::Row(_) => lang.pick("本行", "this row"),
        Part::Whole => lang.pick("整个对比", "the whole comparison"),
    };
    let shape = match form {
        Form::Markdown => "Markdown",
        Form::Tsv => "TSV",
    };
    let text = clip::text(face, part, form, lang);
    (
        format!("{what}  {shape}  {} {}", text.len(), lang.pick("字节", "bytes")),
        text,
    )
}
