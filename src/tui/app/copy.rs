//! The copy menu: what can be copied from here, and in which forms.
//!
//! Owns the choice and the words of the menu. The texts are `export::clip`'s, the way to the clipboard is the runner's.

use super::{App, BaseScreen, CopyOffer, Offers, compare_sheet::facing, compare_state::CompareState};
use crate::{
    export::clip::{self, CopyPart, Form},
    find::{Called, NameQuery, Names},
    lang::Lang,
    model::{Addr, Fact},
    page::builders::compare::SheetContent,
    tui::{
        msg::{Action, Effect},
        words,
    },
};

impl App {
    /// Opens the menu of what can be copied from here.
    pub(super) fn start_copy(&mut self) {
        let offers = match (&self.screen, self.overlays.is_empty()) {
            (BaseScreen::Compare(_), true) => self.comparison_copies(),
            _ => self.fact_copies(),
        };
        if let Some(offers) = offers {
            self.pick(Offers::Copies {
                all: offers.clone(),
                fitting: offers,
            });
        }
    }

    fn fact_copies(&mut self) -> Option<Vec<CopyOffer>> {
        let (lang, addr) = (self.look.lang, self.addr_under_cursor()?);
        let fact = self.atlas().resolve(&addr)?;
        let subject = subject(fact, lang);
        let offer = |form: Form| CopyOffer {
            label: form.word(lang).to_owned(),
            form,
            subject: subject.clone(),
            text: clip::fact(self.atlas(), fact, form, lang),
        };
        Some(Form::ALL.map(offer).to_vec())
    }

    fn comparison_copies(&mut self) -> Option<Vec<CopyOffer>> {
        let lang = self.look.lang;
        let BaseScreen::Compare(state) = &self.screen else {
            return None;
        };
        let parts = parts(state);
        Some(facing(
            self.atlas(),
            &state.subjects,
            state.face,
            state.diff,
            |face| {
                let offers = |part: &CopyPart| Form::ALL.map(|form| offer(face, *part, form, lang));
                parts.iter().flat_map(offers).collect()
            },
        ))
    }

    /// The offers whose words suit what is typed, best first.
    pub(super) fn fitting_copies(all: &[CopyOffer], typed: &str) -> Vec<CopyOffer> {
        let query = NameQuery::new(typed);
        let names = |offer: &CopyOffer| {
            Names::new(&Called {
                zh: &offer.label,
                also: &[Lang::Zh, Lang::En].map(|lang| offer.form.word(lang)),
                ..Called::default()
            })
        };
        let fits = all
            .iter()
            .filter(|offer| query.is_empty() || query.fits(&names(offer)));
        fits.cloned().collect()
    }

    /// Sends a text to the clipboard, and keeps what the message about it will say.
    pub(super) fn send_copy(&mut self, offer: &CopyOffer) -> Option<Effect> {
        self.copying = Some((offer.subject.clone(), offer.text.lines().count()));
        Some(Effect::Copy(offer.text.clone()))
    }

    /// Says how a copy went.
    pub(super) fn copied(
        &mut self,
        outcome: Result<crate::tui::clip::Route, crate::tui::clip::CopyRefusal>,
    ) -> Option<Effect> {
        let (subject, lines) = self.copying.take().unwrap_or_default();
        let save = (!self.kiosk).then(|| self.key_of(Action::Save));
        let lang = self.look.lang;
        self.notice = Some(words::copied(lang, &subject, lines, outcome, save.as_deref()));
        None
    }

    /// The address of what the cursor stands on, whatever is on screen.
    pub(super) fn addr_under_cursor(&mut self) -> Option<Addr> {
        match (&self.screen, self.overlays.is_empty()) {
            (_, false) => self.overlay_addr(),
            (BaseScreen::Browse, true) => Some(self.browse.fact(self.atlas())?.addr()),
            (BaseScreen::Compare(state), true) => state.addr(),
        }
    }
}

/// What a fact is called in the message: a figure with its number.
fn subject(fact: Fact<'_>, lang: Lang) -> String {
    match fact {
        Fact::Outcome(_, figure) => format!("{} {}", figure.label.get(lang), figure.as_written),
        Fact::College(college) => college.label(lang).to_owned(),
        fact => fact.name().get(lang).to_owned(),
    }
}

/// What of the comparison is worth copying, what is wanted most often first.
fn parts(state: &CompareState) -> Vec<CopyPart> {
    match state.cell() {
        Some((row, subject)) => vec![
            CopyPart::Row(row),
            CopyPart::Whole,
            CopyPart::Cell { row, subject },
        ],
        None => vec![CopyPart::Whole],
    }
}

fn offer(face: SheetContent<'_>, part: CopyPart, form: Form, lang: Lang) -> CopyOffer {
    let place = match part {
        CopyPart::Cell { .. } => lang.pick("本格", "this cell"),
        CopyPart::Row(_) => lang.pick("本行", "this row"),
        CopyPart::Whole => lang.pick("整个对比", "all rows"),
    };
    let name = crate::page::builders::compare::words;
    let subject = match part {
        CopyPart::Whole => place.to_owned(),
        CopyPart::Row(row) | CopyPart::Cell { row, .. } => name(face, row, lang).label,
    };
    let text = clip::text(face, part, form, lang);
    CopyOffer {
        label: format!("{place}{}{}", lang.pick("：", ": "), form.word(lang)),
        form,
        subject,
        text,
    }
}
