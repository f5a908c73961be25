//! What can be found, and what a text is to the thing that answers to it.

use super::cost::{INSIDE, NONE, PROSE, WORD};
use crate::{
    lang::{Bilingual, Lang},
    model::{Atlas, CollegeIx, Fact, Kind, MetricIx, ThemeIx, facts},
};

/// Something to be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Target {
    /// A college or one of its facts, by its place in [`facts`].
    Fact(CollegeIx, u32),
    Theme(ThemeIx),
    Metric(MetricIx),
}

/// What a text is to the thing that answers to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum HitField {
    /// What it is called in Chinese.
    Name,
    /// What it is called in English.
    English,
    /// A quantity as printed.
    Written,
    /// What it is also known by: a slogan, the printed heading, a college's province and reporter.
    Slogan,
    /// A member, a named example, the work that was honoured.
    Part,
    /// The name of what is counted.
    Metric,
    /// The phrase cited.
    Exact,
    /// The period or the year.
    Period,
    /// What it may be asked for together with other words: theme, level, scope, unit.
    Context,
    /// What it says, in the curator's words.
    Gist,
    /// What is counted, or belongs to a theme.
    Definition,
}

impl HitField {
    /// Whether it is in the curator's Chinese words, which have English beside them; the others are names, or printed.
    fn is_worded(self) -> bool {
        matches!(self, Self::Metric | Self::Context | Self::Gist | Self::Definition)
    }

    /// Whether it shows a reader of `lang` why something was found. A printed figure has cells of its own.
    pub(crate) fn is_evidence(self, lang: Lang) -> bool {
        self != Self::Written && !(lang == Lang::En && self.is_worded())
    }

    /// Every field, each at the place of its number.
    pub(crate) const ALL: [Self; 11] = [
        Self::Name,
        Self::English,
        Self::Written,
        Self::Slogan,
        Self::Part,
        Self::Metric,
        Self::Exact,
        Self::Period,
        Self::Context,
        Self::Gist,
        Self::Definition,
    ];

    /// What a match in such a text costs over a match in the name.
    pub(crate) fn cost(self) -> u32 {
        match self {
            Self::Name => 0,
            Self::English => 1,
            Self::Written => 20,
            Self::Slogan => 6,
            Self::Part => 12,
            Self::Metric => 8,
            Self::Period => 20,
            Self::Exact => 25,
            Self::Context => 45,
            Self::Gist => PROSE,
            Self::Definition => 62,
        }
    }

    /// The dearest match that counts: context is met by its words, not by letters out of their middle, and prose by what
    /// is written in it, not by initials.
    pub(crate) fn loosest(self) -> u8 {
        match self {
            Self::Context => WORD,
            Self::Gist | Self::Definition => INSIDE,
            _ => NONE - 1,
        }
    }
}

impl Target {
    /// The themes and metrics of `atlas`.
    pub(crate) fn registers(atlas: &Atlas) -> impl Iterator<Item = Self> {
        let themes = (0..atlas.themes.len()).map(|at| Self::Theme(ThemeIx(at as u16)));
        let metrics = (0..atlas.metrics.len()).map(|at| Self::Metric(MetricIx(at as u16)));
        themes.chain(metrics)
    }

    /// The fact it is, unless it is a theme or a metric.
    pub(crate) fn fact(self, atlas: &Atlas) -> Option<Fact<'_>> {
        match self {
            Self::Fact(college, at) => facts(atlas.college(college)).nth(at as usize),
            Self::Theme(_) | Self::Metric(_) => None,
        }
    }

    /// The college it belongs to, unless it is a theme or a metric.
    pub(crate) fn college(self) -> Option<CollegeIx> {
        match self {
            Self::Fact(college, _) => Some(college),
            Self::Theme(_) | Self::Metric(_) => None,
        }
    }

    /// What sort of thing it is.
    pub(crate) fn kind(self, atlas: &Atlas) -> Kind {
        match self {
            Self::Fact(..) => self.fact(atlas).map_or(Kind::College, Fact::kind),
            Self::Theme(_) => Kind::Theme,
            Self::Metric(_) => Kind::Metric,
        }
    }

    /// Its public name: an address, or the id of a theme or metric.
    pub(crate) fn addr(self, atlas: &Atlas) -> String {
        match self {
            Self::Fact(..) => self
                .fact(atlas)
                .map(|fact| fact.addr().to_string())
                .unwrap_or_default(),
            Self::Theme(ix) => atlas.theme(ix).id.to_string(),
            Self::Metric(ix) => atlas.metric(ix).id.to_string(),
        }
    }

    /// What it is called.
    pub(crate) fn name(self, atlas: &Atlas) -> Bilingual {
        match self {
            Self::Fact(..) => self.fact(atlas).map(Fact::name).unwrap_or_default(),
            Self::Theme(ix) => atlas.theme(ix).name.clone(),
            Self::Metric(ix) => atlas.metric(ix).name.clone(),
        }
    }
}
