//! Which facts a list holds: those of one kind, of a college, about a theme.
//!
//! Owns what "about a theme" means for each kind. It keeps the order of the files and ranks nothing;
//! matching words is `find`'s.

use crate::model::{Atlas, College, CollegeIx, Fact, Kind, MetricIx, Slug, Source, SourceIx, ThemeIx, facts};

/// What to leave in; nothing chosen leaves in everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Select {
    /// Facts of this college only.
    pub(crate) college: Option<CollegeIx>,
    /// Facts about this theme only.
    pub(crate) theme: Option<ThemeIx>,
}

impl Select {
    /// The facts of `kind`; themes and metrics are no facts of a college and have their own lists.
    pub(crate) fn facts<'a>(self, atlas: &'a Atlas, kind: Kind) -> impl Iterator<Item = Fact<'a>> {
        self.within(atlas)
            .flat_map(facts)
            .filter(move |fact| fact.kind() == kind)
            .filter(move |fact| self.theme.is_none_or(|theme| about(atlas, *fact, theme)))
    }

    /// The themes, of the college if one is chosen: those of its pillars and outcomes.
    pub(crate) fn themes(self, atlas: &Atlas) -> impl Iterator<Item = ThemeIx> {
        (0..atlas.themes.len())
            .map(|at| ThemeIx(at as u16))
            .filter(move |ix| self.theme.is_none_or(|theme| theme == *ix))
            .filter(move |ix| self.of_college(atlas, |college| touches(atlas, college, *ix)))
    }

    /// The metrics, of the college if one is chosen: those its outcomes state.
    pub(crate) fn metrics(self, atlas: &Atlas) -> impl Iterator<Item = MetricIx> {
        let states = |college: &College, ix| college.outcomes.iter().any(|fact| fact.metric == Some(ix));
        (0..atlas.metrics.len())
            .map(|at| MetricIx(at as u16))
            .filter(move |ix| self.theme.is_none_or(|theme| atlas.metric(*ix).theme == theme))
            .filter(move |ix| self.of_college(atlas, |college| states(college, *ix)))
    }

    /// The sources of the colleges left in.
    pub(crate) fn sources(self, atlas: &Atlas) -> impl Iterator<Item = &Source> {
        (0..atlas.sources.len())
            .map(|at| SourceIx(at as u32))
            .filter(move |ix| self == Self::default() || self.colleges(atlas).any(|c| c.source == *ix))
            .map(|ix| atlas.source(ix))
    }

    /// The colleges left in.
    pub(crate) fn colleges(self, atlas: &Atlas) -> impl Iterator<Item = &College> {
        self.within(atlas)
            .filter(move |college| self.touches(atlas, college))
    }

    /// Whether the college behind `ix` is left in.
    pub(crate) fn has(self, atlas: &Atlas, ix: CollegeIx) -> bool {
        self.college.is_none_or(|only| only == ix) && self.touches(atlas, atlas.college(ix))
    }

    fn touches(self, atlas: &Atlas, college: &College) -> bool {
        self.theme.is_none_or(|theme| touches(atlas, college, theme))
    }

    fn within(self, atlas: &Atlas) -> impl Iterator<Item = &College> {
        let range = match self.college {
            Some(ix) => ix.at()..ix.at() + 1,
            None => 0..atlas.colleges.len(),
        };
        atlas.colleges[range].iter()
    }

    fn of_college(self, atlas: &Atlas, holds: impl Fn(&College) -> bool) -> bool {
        self.college.is_none_or(|ix| holds(atlas.college(ix)))
    }
}

/// Whether `fact` is about `theme`: an outcome by its metric, a recognition also by the outcome that
/// counts it, everything else by its pillar.
pub(crate) fn about(atlas: &Atlas, fact: Fact<'_>, theme: ThemeIx) -> bool {
    match fact {
        Fact::College(college) => touches(atlas, college, theme),
        Fact::Outcome(_, outcome) => atlas.theme_of(outcome) == Some(theme),
        Fact::Recognition(college, recognition) => {
            let counted = |id: &Slug| college.outcomes.iter().find(|outcome| outcome.id == *id);
            match recognition.outcome.as_ref().and_then(counted) {
                Some(outcome) => atlas.theme_of(outcome) == Some(theme),
                None => by_pillar(fact, theme),
            }
        }
        _ => by_pillar(fact, theme),
    }
}

fn by_pillar(fact: Fact<'_>, theme: ThemeIx) -> bool {
    let pillar = fact.pillar().and_then(|n| fact.college().pillar(n));
    pillar.is_some_and(|pillar| pillar.themes.contains(&theme))
}

fn touches(atlas: &Atlas, college: &College, theme: ThemeIx) -> bool {
    let pillars = college
        .pillars
        .iter()
        .any(|pillar| pillar.themes.contains(&theme));
    pillars
        || college
            .outcomes
            .iter()
            .any(|outcome| atlas.theme_of(outcome) == Some(theme))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{Origin, load};

    #[test]
    fn a_list_is_the_sum_of_its_colleges_and_of_its_themes() {
        let atlas = load(&Origin::Embedded).atlas;
        let count = |select: Select, kind| select.facts(&atlas, kind).count();
        let all = Select::default();
        for kind in [
            Kind::College,
            Kind::Pillar,
            Kind::Measure,
            Kind::Outcome,
            Kind::Partner,
        ] {
            let each = (0..atlas.colleges.len()).map(|at| Select {
                college: Some(CollegeIx(at as u32)),
                theme: None,
            });
            assert_eq!(
                each.map(|one| count(one, kind)).sum::<usize>(),
                count(all, kind),
                "{kind:?}"
            );
        }
        let themed = all.themes(&atlas).map(|theme| Select {
            college: None,
            theme: Some(theme),
        });
        let outcomes: usize = themed.map(|one| count(one, Kind::Outcome)).sum();
        assert_eq!(outcomes, count(all, Kind::Outcome));
        assert!(outcomes > 0);
    }

    #[test]
    fn metrics_and_themes_of_a_college_are_those_it_states() {
        let atlas = load(&Origin::Embedded).atlas;
        let one = Select {
            college: Some(CollegeIx(0)),
            theme: None,
        };
        let metrics: Vec<_> = one.metrics(&atlas).collect();
        assert!(!metrics.is_empty() && metrics.len() < atlas.metrics.len());
        assert!(
            atlas.colleges[0]
                .outcomes
                .iter()
                .filter_map(|fact| fact.metric)
                .all(|metric| metrics.contains(&metric))
        );
        let sources: Vec<_> = one.sources(&atlas).collect();
        assert_eq!(sources.len(), 1);
        assert!(std::ptr::eq(sources[0], atlas.source(atlas.colleges[0].source)));
    }
}
