//! Any fact of a dossier, whatever its kind: what addresses resolve to.

use super::{Addr, Citation, College, Framework, Measure, Outcome, Partner, Pillar, Recognition};
use crate::lang::{Bilingual, Lang};

/// The kinds of things that `list` and `find` know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A college.
    College,
    /// A pillar.
    Pillar,
    /// A numeric outcome.
    Outcome,
    /// A measure.
    Measure,
    /// A framework.
    Framework,
    /// A recognition or named platform.
    Recognition,
    /// A partner.
    Partner,
    /// A theme.
    Theme,
    /// A metric.
    Metric,
}

impl Kind {
    /// Every kind.
    pub(crate) const ALL: [Self; 9] = [
        Self::College,
        Self::Pillar,
        Self::Outcome,
        Self::Measure,
        Self::Framework,
        Self::Recognition,
        Self::Partner,
        Self::Theme,
        Self::Metric,
    ];

    /// The word used in JSON.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::College => "college",
            Self::Pillar => "pillar",
            Self::Outcome => "outcome",
            Self::Measure => "measure",
            Self::Framework => "framework",
            Self::Recognition => "recognition",
            Self::Partner => "partner",
            Self::Theme => "theme",
            Self::Metric => "metric",
        }
    }

    /// The word for readers.
    pub(crate) fn word(self, lang: Lang) -> &'static str {
        match self {
            Self::College => lang.pick("院校", "college"),
            Self::Pillar => lang.pick("支柱", "pillar"),
            Self::Outcome => lang.pick("成效", "outcome"),
            Self::Measure => lang.pick("举措", "measure"),
            Self::Framework => lang.pick("体系", "framework"),
            Self::Recognition => lang.pick("荣誉", "recognition"),
            Self::Partner => lang.pick("伙伴", "partner"),
            Self::Theme => lang.pick("主题", "theme"),
            Self::Metric => lang.pick("指标", "metric"),
        }
    }
}

/// A borrowed fact of some college.
#[derive(Clone, Copy, Debug)]
pub enum Fact<'a> {
    /// The college itself.
    College(&'a College),
    /// One of its pillars.
    Pillar(&'a College, &'a Pillar),
    /// One of its measures.
    Measure(&'a College, &'a Measure),
    /// One of its frameworks.
    Framework(&'a College, &'a Framework),
    /// One of its recognitions.
    Recognition(&'a College, &'a Recognition),
    /// One of its partners.
    Partner(&'a College, &'a Partner),
    /// One of its outcomes.
    Outcome(&'a College, &'a Outcome),
}

impl<'a> Fact<'a> {
    /// Its kind.
    pub fn kind(self) -> Kind {
        match self {
            Self::College(_) => Kind::College,
            Self::Pillar(..) => Kind::Pillar,
            Self::Measure(..) => Kind::Measure,
            Self::Framework(..) => Kind::Framework,
            Self::Recognition(..) => Kind::Recognition,
            Self::Partner(..) => Kind::Partner,
            Self::Outcome(..) => Kind::Outcome,
        }
    }

    /// The college it belongs to.
    pub(crate) fn college(self) -> &'a College {
        match self {
            Self::College(college)
            | Self::Pillar(college, _)
            | Self::Measure(college, _)
            | Self::Framework(college, _)
            | Self::Recognition(college, _)
            | Self::Partner(college, _)
            | Self::Outcome(college, _) => college,
        }
    }

    /// Its address.
    pub fn addr(self) -> Addr {
        let id = &self.college().id;
        match self {
            Self::College(_) => Addr::college(id),
            Self::Pillar(_, pillar) => Addr::pillar(id, pillar.n),
            Self::Measure(_, fact) => Addr::fact(id, &fact.id),
            Self::Framework(_, fact) => Addr::fact(id, &fact.id),
            Self::Recognition(_, fact) => Addr::fact(id, &fact.id),
            Self::Partner(_, fact) => Addr::fact(id, &fact.id),
            Self::Outcome(_, fact) => Addr::fact(id, &fact.id),
        }
    }

    /// What it is called. A college answers with its short Chinese name and its English one.
    pub fn name(self) -> Bilingual {
        match self {
            Self::College(college) => Bilingual::new(college.name.zh.clone(), college.name.en.clone()),
            Self::Pillar(_, pillar) => pillar.heading.clone(),
            Self::Measure(_, measure) => measure.title.clone(),
            Self::Framework(_, framework) => framework.name.clone(),
            Self::Recognition(_, recognition) => recognition.name.clone(),
            Self::Partner(_, partner) => partner.name.clone(),
            Self::Outcome(_, outcome) => outcome.label.clone(),
        }
    }

    /// Where it stands in the article; a college as a whole stands nowhere in particular.
    pub fn cite(self) -> Option<&'a Citation> {
        match self {
            Self::College(_) => None,
            Self::Pillar(_, fact) => Some(&fact.cite),
            Self::Measure(_, fact) => Some(&fact.cite),
            Self::Framework(_, fact) => Some(&fact.cite),
            Self::Recognition(_, fact) => Some(&fact.cite),
            Self::Partner(_, fact) => Some(&fact.cite),
            Self::Outcome(_, fact) => Some(&fact.cite),
        }
    }

    /// The pillar it stands under, if any.
    pub(crate) fn pillar(self) -> Option<u8> {
        match self {
            Self::College(_) => None,
            Self::Pillar(_, fact) => Some(fact.n),
            Self::Measure(_, fact) => Some(fact.pillar),
            Self::Framework(_, fact) => fact.pillar,
            Self::Recognition(_, fact) => fact.pillar,
            Self::Partner(_, fact) => fact.pillar,
            Self::Outcome(_, fact) => fact.pillar,
        }
    }
}
