//! The comparison as laid out for the screen, kept until anything it is made from changes.
//!
//! Comparing, laying out and judging the row under the cursor happen once a key, in `update`; moving about and drawing
//! only look. It moves no cursor.

use std::{ops::Range, sync::Arc};

use super::compare_state::{CompareState, Face};
use crate::{
    compare::{Options, compare, pillars},
    lang::Lang,
    load::Loaded,
    model::{Addr, Atlas, CollegeIx, ThemeIx},
    page::{
        builders::compare::{Face as Compared, Line, Sheet, Shows, View, verdict},
        layout::layout,
        row::Row,
    },
    text::width::Policy,
    tui::display::Look,
};

/// Everything a sheet is made from.
#[derive(Clone, Debug)]
struct MadeFrom {
    data: Arc<Loaded>,
    subjects: Vec<CollegeIx>,
    face: Face,
    diff: bool,
    pinned: bool,
    folded: Vec<ThemeIx>,
    offset: usize,
    width: usize,
    lang: Lang,
    policy: Policy,
}

impl PartialEq for MadeFrom {
    fn eq(&self, other: &Self) -> bool {
        let key = |of: &Self| {
            (
                of.face, of.diff, of.pinned, of.offset, of.width, of.lang, of.policy,
            )
        };
        Arc::ptr_eq(&self.data, &other.data)
            && key(self) == key(other)
            && self.subjects == other.subjects
            && self.folded == other.folded
    }
}

/// A comparison laid out.
#[derive(Clone, Debug)]
pub(crate) struct CompareSheet {
    made_from: MadeFrom,
    /// What is compared and how many rows there are.
    pub(crate) title: Row,
    /// The other lines that stay above.
    pub(crate) head: Vec<Row>,
    /// Every line below.
    pub(crate) lines: Vec<Line>,
    /// The columns on screen: the place of the college and its cells.
    pub(crate) columns: Vec<(usize, Range<usize>)>,
    /// Of each row of the comparison, whether more than one college states something there.
    comparing: Vec<bool>,
    /// How many rows are left out because nothing in them differs.
    pub(crate) hidden: usize,
}

/// The pane that judges the row under the cursor.
#[derive(Clone, Debug, Default)]
pub(crate) struct Verdict {
    /// The question.
    pub(crate) title: Row,
    /// The answer, the most needful first.
    pub(crate) answer: Vec<Row>,
    /// What it was asked of, and of which sheet.
    of: Option<(Shows, Option<Addr>, Arc<CompareSheet>)>,
}

impl CompareSheet {
    /// Brings sheet and verdict of `state` up to date; the cursor stays on what it was on. `height` are the lines of the
    /// body below a head of so many.
    pub(crate) fn keep(
        state: &mut CompareState,
        data: &Arc<Loaded>,
        look: &Look,
        width: usize,
        height: impl Fn(usize) -> usize,
    ) {
        let made_from = MadeFrom {
            data: Arc::clone(data),
            subjects: state.subjects.clone(),
            face: state.face,
            diff: state.diff,
            pinned: state.pinned,
            folded: state.folded.clone(),
            offset: state.offset,
            width,
            lang: look.lang,
            policy: look.policy,
        };
        let fresh = state.sheet.clone().filter(|sheet| sheet.made_from == made_from);
        if let Some(sheet) = &fresh {
            state.settle(height(sheet.head.len()));
            if state.verdict.is_of(state, sheet) {
                return;
            }
        }
        let asked = state.clone();
        facing(&asked, &data.atlas, |face| {
            let sheet = fresh.unwrap_or_else(|| {
                let sheet = Arc::new(Self::lay_out(face, made_from));
                let before = state.sheet.replace(Arc::clone(&sheet));
                state.resume(before.as_deref(), &sheet);
                state.settle(height(sheet.head.len()));
                sheet
            });
            state.verdict = Arc::new(Verdict::new(face, state, &sheet));
        });
    }

    fn lay_out(face: Compared<'_>, made_from: MadeFrom) -> Self {
        let view = View {
            lang: made_from.lang,
            policy: made_from.policy,
            width: made_from.width,
            offset: made_from.offset,
            pinned: made_from.pinned,
            folded: &made_from.folded,
            notes: false,
        };
        let sheet = Sheet::new(face, view);
        Self {
            title: sheet.title(),
            head: sheet.head(),
            lines: sheet.lines(),
            columns: sheet.columns().to_vec(),
            comparing: (0..face.rows()).map(|at| face.is_comparing(at)).collect(),
            hidden: match face {
                Compared::Figures(comparison) => comparison.hidden,
                Compared::Pillars(_) => 0,
            },
            made_from,
        }
    }

    /// Whether more than one college states something on the row that `line` belongs to.
    pub(crate) fn is_comparing(&self, line: usize) -> bool {
        match self.lines.get(line).map(|line| line.shows) {
            Some(Shows::Row(at, _)) => self.comparing.get(at).copied().unwrap_or(false),
            _ => false,
        }
    }

    /// Which theme the line is under: its place among the headings, from 1, and how many there are.
    pub(crate) fn theme(&self, line: usize) -> Option<(ThemeIx, usize, usize)> {
        let headings = |lines: &[Line]| -> Vec<ThemeIx> {
            let theme = |line: &Line| match line.shows {
                Shows::Theme(theme) => Some(theme),
                _ => None,
            };
            lines.iter().filter_map(theme).collect()
        };
        let above = headings(self.lines.get(..=line)?);
        Some((*above.last()?, above.len(), headings(&self.lines).len()))
    }
}

impl Verdict {
    fn new(face: Compared<'_>, state: &CompareState, sheet: &Arc<CompareSheet>) -> Self {
        let MadeFrom {
            lang, policy, width, ..
        } = sheet.made_from;
        let Some((shows, fact)) = state.under(sheet) else {
            return Self::default();
        };
        let title = verdict::title(face, shows, lang);
        let answer = verdict::answer(face, shows, fact.as_ref(), lang);
        Self {
            title: crate::page::title::title(&title, &[], width, policy),
            answer: layout(&answer, width, policy),
            of: Some((shows, fact, Arc::clone(sheet))),
        }
    }

    fn is_of(&self, state: &CompareState, sheet: &Arc<CompareSheet>) -> bool {
        let asked = state.under(sheet);
        match &self.of {
            None => asked.is_none(),
            Some((shows, fact, of)) => Arc::ptr_eq(of, sheet) && asked == Some((*shows, fact.clone())),
        }
    }
}

/// Compares what `state` asks for and hands it to `work`.
pub(crate) fn facing<T>(state: &CompareState, atlas: &Atlas, work: impl FnOnce(Compared<'_>) -> T) -> T {
    let options = Options {
        theme: None,
        diff: state.diff,
    };
    match state.face {
        Face::Figures => work(Compared::Figures(&compare(atlas, &state.subjects, options))),
        Face::Pillars => work(Compared::Pillars(&pillars(atlas, &state.subjects, options))),
    }
}
