//! Pillars side by side by the themes they serve: 四 against 五, many to many.
//!
//! A pillar stands on the line of each of its themes. It is never matched to another by its number, and what no other
//! subject's pillar shares a theme with is named as standing alone.

use super::CompareOptions;
use crate::model::{Atlas, College, CollegeIx, Measure, Pillar, ThemeIx};

/// The pillars of several colleges by theme.
#[derive(Clone, Debug)]
pub struct PillarAlignment<'a> {
    /// What the indices in the rows refer to.
    pub(crate) atlas: &'a Atlas,
    /// The subjects, in the order asked for.
    pub(crate) subjects: Vec<&'a College>,
    /// One row for each theme that some pillar serves, in the atlas's order; last the pillars that serve none.
    pub(crate) rows: Vec<ThemePillars<'a>>,
    /// Pillars that share no theme with any pillar of another subject.
    pub(crate) lonely: Vec<Lonely<'a>>,
}

/// The pillars that serve one theme.
#[derive(Clone, Debug)]
pub(crate) struct ThemePillars<'a> {
    /// The theme; none for pillars that serve none.
    pub(crate) theme: Option<ThemeIx>,
    /// One list for each subject, in order of their numbers; empty means that no pillar of theirs serves it.
    pub(crate) cells: Vec<Vec<&'a Pillar>>,
}

/// A pillar without a partner.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lonely<'a> {
    /// The place of its subject.
    pub(crate) subject: usize,
    pub(crate) pillar: &'a Pillar,
}

impl ThemePillars<'_> {
    /// Whether some subject has no pillar on the theme.
    pub(crate) fn differs(&self) -> bool {
        self.cells.iter().any(Vec::is_empty)
    }

    /// The only subject whose pillars serve the theme, if there is only one.
    pub(crate) fn alone(&self) -> Option<usize> {
        let mut speaking = (0..self.cells.len()).filter(|&at| !self.cells[at].is_empty());
        speaking.next().filter(|_| speaking.next().is_none())
    }
}

/// The pillars of `subjects` by theme. Rows on which every subject has a pillar are left out when only differences are
/// wanted; which pillars are lonely is told of all themes whatever is left out.
pub fn pillars<'a>(atlas: &'a Atlas, subjects: &[CollegeIx], options: CompareOptions) -> PillarAlignment<'a> {
    let subjects: Vec<_> = subjects.iter().map(|&ix| atlas.college(ix)).collect();
    let themes = (0..atlas.themes.len()).map(|at| Some(ThemeIx(at as u16)));
    let mut rows: Vec<_> = themes
        .chain([None])
        .map(|theme| row(theme, &subjects))
        .filter(|row| row.cells.iter().any(|cell| !cell.is_empty()))
        .collect();
    let lonely = lonely(&subjects, &rows);
    rows.retain(|row| options.theme.is_none() || row.theme == options.theme);
    rows.retain(|row| !options.diff || row.differs());
    PillarAlignment {
        atlas,
        subjects,
        rows,
        lonely,
    }
}

fn row<'a>(theme: Option<ThemeIx>, subjects: &[&'a College]) -> ThemePillars<'a> {
    let serves = |pillar: &&Pillar| match theme {
        Some(theme) => pillar.themes.contains(&theme),
        None => pillar.themes.is_empty(),
    };
    let cells = subjects
        .iter()
        .map(|college| college.pillars.iter().filter(serves).collect())
        .collect();
    ThemePillars { theme, cells }
}

fn lonely<'a>(subjects: &[&'a College], rows: &[ThemePillars<'a>]) -> Vec<Lonely<'a>> {
    let meets = |subject: usize, pillar: &Pillar| {
        rows.iter()
            .filter(|row| row.theme.is_some() && row.alone().is_none())
            .any(|row| {
                row.cells[subject]
                    .iter()
                    .any(|&other| std::ptr::eq(other, pillar))
            })
    };
    let all = subjects.iter().enumerate().flat_map(|(subject, college)| {
        college
            .pillars
            .iter()
            .map(move |pillar| Lonely { subject, pillar })
    });
    all.filter(|one| !meets(one.subject, one.pillar)).collect()
}

impl ThemePillars<'_> {
    /// The measures of one of its pillars that belong to its theme, in order. Those that name no theme of their own
    /// stand with the first of the pillar's.
    pub(crate) fn measures<'a>(
        &self,
        college: &'a College,
        pillar: &'a Pillar,
    ) -> impl Iterator<Item = &'a Measure> + use<'a> {
        let theme = self.theme;
        let under = college
            .measures
            .iter()
            .filter(|measure| measure.pillar == pillar.n);
        under.filter(move |measure| match &measure.themes[..] {
            [] => theme == pillar.themes.first().copied(),
            themes => theme.is_some_and(|theme| themes.contains(&theme)),
        })
    }
}
