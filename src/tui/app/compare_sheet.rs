//! The comparison as laid out for the screen, kept until anything it is made from changes.
//!
//! Comparing, laying out and judging the row under the cursor happen once a key, in `update`; moving about and drawing
//! only look. It moves no cursor.

use std::{ops::Range, sync::Arc};

use crate::{
    compare::{CompareOptions, compare, pillars},
    lang::Lang,
    load::Loaded,
    model::{Addr, Atlas, CollegeIx, ThemeIx},
    page::{
        Tone,
        builders::compare::{CompareLine, Sheet, SheetContent as Compared, SheetView, Shows, verdict},
        layout::layout,
        row::Row,
        title,
    },
    text::width::Policy,
};

/// The two faces of a comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum CompareFace {
    /// Figures by theme.
    #[default]
    Figures,
    /// Pillars by theme.
    Pillars,
}

/// Everything a sheet is made from.
#[derive(Clone, Debug)]
pub(super) struct MadeFrom {
    pub(super) data: Arc<Loaded>,
    pub(super) subjects: Vec<CollegeIx>,
    pub(super) face: CompareFace,
    pub(super) diff: bool,
    pub(super) pinned: bool,
    pub(super) folded: Vec<ThemeIx>,
    pub(super) offset: usize,
    pub(super) width: usize,
    pub(super) lang: Lang,
    pub(super) policy: Policy,
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
    pub(super) made_from: MadeFrom,
    /// What is compared and how many rows there are.
    pub(crate) title: Row,
    /// The other lines that stay above.
    pub(crate) head: Vec<Row>,
    /// Every line below.
    pub(crate) lines: Vec<CompareLine>,
    /// The columns on screen: the place of the college and its cells.
    pub(crate) columns: Vec<(usize, Range<usize>)>,
    /// Of each row of the comparison, whether more than one college states something there.
    comparing: Vec<bool>,
    /// How many rows are left out because nothing in them differs.
    pub(crate) hidden: usize,
}

/// The pane that judges the row under the cursor.
#[derive(Clone, Debug, Default)]
pub(crate) struct VerdictPane {
    /// The question.
    pub(crate) title: Row,
    /// The answer, the most needful first.
    pub(crate) answer: Vec<Row>,
    /// What it was asked of, and of which sheet.
    of: Option<(Shows, Option<Addr>, Arc<CompareSheet>)>,
}

impl CompareSheet {
    pub(super) fn lay_out(face: Compared<'_>, made_from: MadeFrom) -> Self {
        let view = SheetView {
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
        let headings = |lines: &[CompareLine]| -> Vec<ThemeIx> {
            let theme = |line: &CompareLine| match line.shows {
                Shows::Theme(theme) => Some(theme),
                _ => None,
            };
            lines.iter().filter_map(theme).collect()
        };
        let above = headings(self.lines.get(..=line)?);
        Some((*above.last()?, above.len(), headings(&self.lines).len()))
    }
}

impl VerdictPane {
    pub(super) fn new(
        face: Compared<'_>,
        asked: Option<(Shows, Option<Addr>)>,
        sheet: &Arc<CompareSheet>,
    ) -> Self {
        let MadeFrom {
            lang, policy, width, ..
        } = sheet.made_from;
        let Some((shows, fact)) = asked else {
            return Self::default();
        };
        let words = verdict::title(face, shows, lang);
        let answer = verdict::answer(face, shows, fact.as_ref(), lang);
        Self {
            title: title::title(&words, &[], width, policy, Tone::Rule),
            answer: layout(&answer, width, policy),
            of: Some((shows, fact, Arc::clone(sheet))),
        }
    }

    pub(super) fn is_of(&self, asked: Option<(Shows, Option<Addr>)>, sheet: &Arc<CompareSheet>) -> bool {
        match &self.of {
            None => asked.is_none(),
            Some((shows, fact, of)) => Arc::ptr_eq(of, sheet) && asked == Some((*shows, fact.clone())),
        }
    }
}

impl MadeFrom {
    /// Compares and hands it to `work`.
    pub(super) fn facing<T>(&self, work: impl FnOnce(Compared<'_>) -> T) -> T {
        facing(&self.data.atlas, &self.subjects, self.face, self.diff, work)
    }
}

/// Compares `subjects` and hands the comparison to `work`.
pub(super) fn facing<T>(
    atlas: &Atlas,
    subjects: &[CollegeIx],
    face: CompareFace,
    diff: bool,
    work: impl FnOnce(Compared<'_>) -> T,
) -> T {
    let options = CompareOptions { theme: None, diff };
    match face {
        CompareFace::Figures => work(Compared::Figures(&compare(atlas, subjects, options))),
        CompareFace::Pillars => work(Compared::Pillars(&pillars(atlas, subjects, options))),
    }
}
