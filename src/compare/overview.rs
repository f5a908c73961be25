//! Themes by colleges: how much each dossier has on each theme, so that gaps can be seen.
//!
//! Counts of curated records, not of anything the colleges did: they are said to be that and are never added up.

use crate::model::{Atlas, College, CollegeIx, ThemeIx};

/// How much a dossier has on a theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    /// Pillars that serve it.
    pub(crate) pillars: usize,
    /// Outcomes whose metric belongs to it.
    pub(crate) outcomes: usize,
}

impl Count {}

/// The grid.
#[derive(Clone, Debug)]
pub(crate) struct Overview<'a> {
    /// What the themes are.
    pub(crate) atlas: &'a Atlas,
    /// The columns.
    pub(crate) subjects: Vec<&'a College>,
    /// One row for each theme of the atlas, in its order; one count for each subject.
    pub(crate) rows: Vec<(ThemeIx, Vec<Count>)>,
}

/// What `subjects` have on each theme.
pub(crate) fn overview<'a>(atlas: &'a Atlas, subjects: &[CollegeIx]) -> Overview<'a> {
    let subjects: Vec<_> = subjects.iter().map(|&ix| atlas.college(ix)).collect();
    let counts: Vec<Vec<Count>> = subjects.iter().map(|college| counts(atlas, college)).collect();
    let row = |at: usize| (ThemeIx(at as u16), counts.iter().map(|of| of[at]).collect());
    let rows = (0..atlas.themes.len()).map(row).collect();
    Overview {
        atlas,
        subjects,
        rows,
    }
}

fn counts(atlas: &Atlas, college: &College) -> Vec<Count> {
    let mut counts = vec![Count::default(); atlas.themes.len()];
    for theme in college.pillars.iter().flat_map(|pillar| &pillar.themes) {
        counts[theme.at()].pillars += 1;
    }
    for outcome in &college.outcomes {
        if let Some(theme) = atlas.theme_of(outcome) {
            counts[theme.at()].outcomes += 1;
        }
    }
    counts
}
