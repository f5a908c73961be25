//! Everything loaded, and how its parts are found.
//!
//! Owns look-ups by id and address. It answers about one thing at a time: putting two values side
//! by side is `compare`'s alone, matching text is `find`'s.

use super::{
    Addr, College, CollegeIx, Fact, Family, FamilyIx, Metric, MetricIx, Outcome, Slug, Source, SourceIx,
    Theme, ThemeIx,
};

/// The atlas (图集): themes, metrics, sources and colleges.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Atlas {
    /// Themes, in the order of their file, which is the order of every grouped screen.
    pub themes: Vec<Theme>,
    /// Families, in the order of their file.
    pub families: Vec<Family>,
    /// Metrics, in the order of their file.
    pub metrics: Vec<Metric>,
    /// Sources, by id.
    pub sources: Vec<Source>,
    /// Colleges, by id.
    pub colleges: Vec<College>,
}

impl Atlas {
    /// The theme behind an index.
    pub fn theme(&self, ix: ThemeIx) -> &Theme {
        &self.themes[ix.at()]
    }

    /// The metric behind an index.
    pub(crate) fn metric(&self, ix: MetricIx) -> &Metric {
        &self.metrics[ix.at()]
    }

    /// The family behind an index.
    pub(crate) fn family(&self, ix: FamilyIx) -> &Family {
        &self.families[ix.at()]
    }

    /// The source behind an index.
    pub fn source(&self, ix: SourceIx) -> &Source {
        &self.sources[ix.at()]
    }

    /// The college behind an index.
    pub(crate) fn college(&self, ix: CollegeIx) -> &College {
        &self.colleges[ix.at()]
    }

    /// Every college.
    pub(crate) fn all(&self) -> impl Iterator<Item = CollegeIx> + use<> {
        (0..self.colleges.len() as u32).map(CollegeIx)
    }

    /// The college called `id`.
    pub fn college_by_id(&self, id: &Slug) -> Option<CollegeIx> {
        self.colleges
            .binary_search_by(|college| college.id.cmp(id))
            .ok()
            .map(|at| CollegeIx(at as u32))
    }

    /// The theme called `id`.
    pub(crate) fn theme_by_id(&self, id: &str) -> Option<ThemeIx> {
        self.themes
            .iter()
            .position(|theme| theme.id.as_str() == id)
            .map(|at| ThemeIx(at as u16))
    }

    /// The metric of this id.
    pub(crate) fn metric_by_id(&self, id: &str) -> Option<MetricIx> {
        let at = self.metrics.iter().position(|metric| metric.id.as_str() == id)?;
        Some(MetricIx(at as u16))
    }

    /// The family of this id.
    pub(crate) fn family_by_id(&self, id: &str) -> Option<FamilyIx> {
        let at = self.families.iter().position(|family| family.id.as_str() == id)?;
        Some(FamilyIx(at as u16))
    }

    /// The source of this id.
    pub(crate) fn source_by_id(&self, id: &str) -> Option<SourceIx> {
        self.sources
            .binary_search_by(|source| source.id.as_str().cmp(id))
            .ok()
            .map(|at| SourceIx(at as u32))
    }

    /// The theme an outcome is listed under: its metric's, and none without one.
    pub fn theme_of(&self, outcome: &Outcome) -> Option<ThemeIx> {
        outcome.metric.map(|metric| self.metric(metric).theme)
    }

    /// What `addr` names, if it exists.
    pub fn resolve(&self, addr: &Addr) -> Option<Fact<'_>> {
        let college = self.college(self.college_by_id(&addr.college)?);
        match &addr.fact {
            None => Some(Fact::College(college)),
            Some(id) => facts(college).find(|fact| fact.addr().fact.as_ref() == Some(id)),
        }
    }

    /// How many pillars and outcomes all colleges have together.
    pub fn totals(&self) -> (usize, usize) {
        let pillars = self.colleges.iter().map(|college| college.pillars.len());
        let outcomes = self.colleges.iter().map(|college| college.outcomes.len());
        (pillars.sum(), outcomes.sum())
    }
}

/// Every fact of a college, the college itself first, in the order of its file.
pub fn facts(college: &College) -> impl Iterator<Item = Fact<'_>> {
    std::iter::once(Fact::College(college))
        .chain(
            college
                .pillars
                .iter()
                .map(move |fact| Fact::Pillar(college, fact)),
        )
        .chain(
            college
                .measures
                .iter()
                .map(move |fact| Fact::Measure(college, fact)),
        )
        .chain(
            college
                .frameworks
                .iter()
                .map(move |fact| Fact::Framework(college, fact)),
        )
        .chain(
            college
                .recognitions
                .iter()
                .map(move |fact| Fact::Recognition(college, fact)),
        )
        .chain(
            college
                .partners
                .iter()
                .map(move |fact| Fact::Partner(college, fact)),
        )
        .chain(
            college
                .outcomes
                .iter()
                .map(move |fact| Fact::Outcome(college, fact)),
        )
}
