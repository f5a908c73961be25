//! A theme in one sentence: how many figures each subject states, and how many rows may be set side by side.
//!
//! Counts of figures that the dossiers keep, never of what the colleges did.

use super::{Comparison, Relation};
use crate::{
    lang::Lang,
    model::{College, ThemeIx},
};

/// What a comparison holds on one theme.
#[derive(Clone, Debug)]
pub(crate) struct ThemeSummary<'a> {
    /// How many figures each subject states, in the order of the subjects.
    pub(crate) stated: Vec<(&'a College, usize)>,
    /// Rows of one metric.
    pub(crate) same: usize,
    /// Rows of one family.
    pub(crate) related: usize,
}

impl<'a> Comparison<'a> {
    /// What there is on `theme`; rows that are left out are not counted, figures are.
    pub(crate) fn theme_summary(&self, theme: ThemeIx) -> ThemeSummary<'a> {
        let figures = |college: &'a College| {
            let of = |outcome: &&_| self.atlas.theme_of(outcome) == Some(theme);
            college.outcomes.iter().filter(of).count()
        };
        let rows = |relation| {
            let of = |row: &&super::CompareRow<'_>| row.theme == theme && row.relation == relation;
            self.rows.iter().filter(of).count()
        };
        ThemeSummary {
            stated: self
                .subjects
                .iter()
                .map(|&college| (college, figures(college)))
                .collect(),
            same: rows(Relation::Same),
            related: rows(Relation::Related),
        }
    }

    /// The themes that have rows, in their order.
    pub(crate) fn themes(&self) -> Vec<ThemeIx> {
        let mut themes: Vec<_> = self.rows.iter().map(|row| row.theme).collect();
        themes.dedup();
        themes
    }
}

impl ThemeSummary<'_> {
    /// `山东信息载 3 项，台州科技载 3 项；同一指标 1，相近 1`, without a full stop.
    pub(crate) fn words(&self, lang: Lang) -> String {
        let stated: Vec<_> = self
            .stated
            .iter()
            .map(|(college, n)| figures(college, *n, lang))
            .collect();
        let mut words = stated.join(lang.pick("，", ", "));
        let rows = [
            (self.same, lang.pick("同一指标", "same metric")),
            (self.related, lang.pick("相近", "related")),
        ];
        let rows = rows.into_iter().filter(|(n, _)| *n > 0);
        let rows: Vec<_> = rows.map(|(n, word)| format!("{word} {n}")).collect();
        if !rows.is_empty() {
            words += lang.pick("；", "; ");
            words += &rows.join(lang.pick("，", ", "));
        }
        words
    }
}

fn figures(college: &College, n: usize, lang: Lang) -> String {
    let name = college.label(lang);
    match (lang, n) {
        (Lang::Zh, 0) => format!("{name}在此无数字"),
        (Lang::Zh, n) => format!("{name}载 {n} 项"),
        (Lang::En, 0) => format!("{name} states no figure here"),
        (Lang::En, 1) => format!("{name} states 1 figure"),
        (Lang::En, n) => format!("{name} states {n} figures"),
    }
}
