//! The rows of the third pane: facts of one kind under the headings of their groups.
//!
//! Owns the groups and their order. Figures are only ordered within one unit; across units nothing is larger.

use crate::lang::Lang;
use crate::model::{Atlas, College, Fact, Kind, Outcome, Period, Pillar, ThemeIx, facts};

/// The kinds that have a tab, from left to right.
pub(crate) const TABS: [Kind; 5] = [
    Kind::Outcome,
    Kind::Measure,
    Kind::Framework,
    Kind::Recognition,
    Kind::Partner,
];

/// How the outcomes are grouped and ordered; facts of other kinds always stand as printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Arrangement {
    /// Under their pillars, in the article's order.
    #[default]
    Printed,
    /// Under their units, the largest first.
    Value,
    /// Under their themes.
    Theme,
    /// Under their periods, those without one last.
    Period,
}

impl Arrangement {
    /// The next one, around the end.
    pub(crate) fn next(self) -> Self {
        match self {
            Self::Printed => Self::Value,
            Self::Value => Self::Theme,
            Self::Theme => Self::Period,
            Self::Period => Self::Printed,
        }
    }

    /// How the outcomes are now grouped.
    pub(crate) fn words(self, lang: Lang) -> String {
        match self {
            Self::Printed => lang.pick("成效按原文次序", "outcomes as printed"),
            Self::Value => lang.pick(
                "成效按数值：同一单位内大的在前，不同单位不相比",
                "outcomes by value: largest first within a unit; units are not compared",
            ),
            Self::Theme => lang.pick("成效按主题", "outcomes by theme"),
            Self::Period => lang.pick(
                "成效按时间：未载明的在最后",
                "outcomes by period: not stated last",
            ),
        }
        .to_owned()
    }
}

/// What the facts below a heading have in common.
#[derive(Clone, Copy, Debug)]
pub(crate) enum FactGroup<'a> {
    /// They stand before the first pillar.
    Introduction,
    /// Their pillar.
    Pillar(&'a Pillar),
    /// Their unit; empty for plain numbers.
    Unit(&'a str),
    /// Their theme.
    Theme(Option<ThemeIx>),
    /// Their period; none when none is stated.
    Period(Option<&'a Period>),
}

/// A row of the third pane.
#[derive(Clone, Copy, Debug)]
pub(crate) enum FactRow<'a> {
    /// The heading of a group, and how many facts stand under it.
    Heading(FactGroup<'a>, usize),
    Fact(Fact<'a>),
}

/// How many facts of `kind` a college has.
pub(crate) fn count(college: &College, kind: Kind) -> usize {
    match kind {
        Kind::Measure => college.measures.len(),
        Kind::Framework => college.frameworks.len(),
        Kind::Recognition => college.recognitions.len(),
        Kind::Partner => college.partners.len(),
        _ => college.outcomes.len(),
    }
}

/// How many facts of `kind` a college has under pillar `n`.
pub(crate) fn count_under(college: &College, kind: Kind, n: u8) -> usize {
    let of_kind = facts(college).filter(|fact| fact.kind() == kind);
    of_kind.filter(|fact| fact.pillar() == Some(n)).count()
}

/// The facts of `kind` that fit, under their headings; a group without any has no heading.
pub(crate) fn rows<'a>(
    atlas: &'a Atlas,
    college: &'a College,
    kind: Kind,
    arrangement: Arrangement,
    fits: impl Fn(Fact<'_>) -> bool,
) -> Vec<FactRow<'a>> {
    let arrangement = match kind {
        Kind::Outcome => arrangement,
        _ => Arrangement::Printed,
    };
    let mut groups: Vec<(FactGroup<'a>, Vec<Fact<'a>>)> = Vec::new();
    let of_kind = facts(college).filter(|fact| fact.kind() == kind && fits(*fact));
    for fact in of_kind {
        let group = group(atlas, fact, arrangement);
        match groups.iter_mut().find(|(known, _)| is_same(known, &group)) {
            Some((_, facts)) => facts.push(fact),
            None => groups.push((group, vec![fact])),
        }
    }
    groups.sort_by_key(|(group, _)| rank(group));
    if arrangement == Arrangement::Value {
        groups.iter_mut().for_each(|(_, facts)| largest_first(facts));
    }
    let rows = groups.into_iter().flat_map(|(group, facts)| {
        let heading = FactRow::Heading(group, facts.len());
        std::iter::once(heading).chain(facts.into_iter().map(FactRow::Fact))
    });
    rows.collect()
}

fn group<'a>(atlas: &'a Atlas, fact: Fact<'a>, arrangement: Arrangement) -> FactGroup<'a> {
    match (arrangement, fact) {
        (Arrangement::Value, Fact::Outcome(_, outcome)) => FactGroup::Unit(&outcome.quantity.unit),
        (Arrangement::Theme, Fact::Outcome(_, outcome)) => FactGroup::Theme(atlas.theme_of(outcome)),
        (Arrangement::Period, Fact::Outcome(_, outcome)) => FactGroup::Period(outcome.period.as_ref()),
        _ => {
            let pillar = fact.pillar().and_then(|n| fact.college().pillar(n));
            pillar.map_or(FactGroup::Introduction, FactGroup::Pillar)
        }
    }
}

fn is_same(one: &FactGroup<'_>, other: &FactGroup<'_>) -> bool {
    match (one, other) {
        (FactGroup::Introduction, FactGroup::Introduction) => true,
        (FactGroup::Pillar(one), FactGroup::Pillar(other)) => one.n == other.n,
        (FactGroup::Unit(one), FactGroup::Unit(other)) => one == other,
        (FactGroup::Theme(one), FactGroup::Theme(other)) => one == other,
        (FactGroup::Period(one), FactGroup::Period(other)) => one == other,
        _ => false,
    }
}

/// Where a group stands: pillars and themes by number, periods with a year first and the newest of them before the
/// others. Groups of equal rank keep the article's order.
fn rank(group: &FactGroup<'_>) -> u16 {
    match group {
        FactGroup::Introduction | FactGroup::Unit(_) => 0,
        FactGroup::Pillar(pillar) => pillar.n.into(),
        FactGroup::Theme(ix) => ix.map_or(u16::MAX, |ix| ix.0),
        FactGroup::Period(None) => u16::MAX,
        FactGroup::Period(Some(period)) => period.year.map_or(u16::MAX - 1, |year| u16::MAX - 2 - year),
    }
}

fn largest_first(facts: &mut [Fact<'_>]) {
    let value = |fact: &Fact<'_>| match fact {
        Fact::Outcome(_, Outcome { quantity, .. }) => quantity.value,
        _ => 0.0,
    };
    facts.sort_by(|one, other| value(other).total_cmp(&value(one)));
}
