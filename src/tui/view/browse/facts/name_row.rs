//! The row of a fact that is no figure: its name, what is said of it, what sort it is.

use crate::{
    lang::Lang,
    model::{Fact, Framework},
    page::{
        Run,
        builders::{announced, recognition_notes},
    },
    text::{
        fit::{Align, fit},
        width::Policy,
    },
    tui::view::browse::muted,
};

/// What stands in the row.
pub(super) struct NameRow {
    name: String,
    /// What is said of it, as far as there is room.
    gist: String,
    /// At the end; empty where it is of no sort.
    sort: String,
}

/// Fewest cells in which a gist says something.
const LEAST_GIST: usize = 12;

impl NameRow {
    pub(super) fn of(fact: Fact<'_>, lang: Lang) -> Self {
        let name = fact.name().get(lang).to_owned();
        let row = |name, gist: &str, sort: String| Self {
            name,
            gist: gist.to_owned(),
            sort,
        };
        match fact {
            Fact::Measure(_, measure) => {
                let name = format!("{}.{} {name}", measure.pillar, measure.n);
                row(name, measure.gist.get(lang), String::new())
            }
            Fact::Framework(_, framework) => row(name, framework.gist.get(lang), parts(framework, lang)),
            Fact::Recognition(_, recognition) => {
                let work = recognition.work.as_deref().unwrap_or_default();
                row(name, work, recognition_notes(recognition, lang))
            }
            Fact::Partner(_, partner) => row(name, "", partner.kind.word(lang).to_owned()),
            Fact::College(_) | Fact::Pillar(..) | Fact::Outcome(..) => row(name, "", String::new()),
        }
    }

    /// Cells of the whole row.
    pub(super) fn cells(&self, policy: Policy) -> usize {
        let parts = [&self.name, &self.gist, &self.sort].into_iter();
        let widths = parts
            .filter(|part| !part.is_empty())
            .map(|part| policy.width(part) + 2);
        widths.sum::<usize>().saturating_sub(2)
    }

    /// As drawn in `width` cells.
    pub(super) fn runs(&self, policy: Policy, width: usize) -> Vec<Run> {
        let end = policy.width(&self.sort).min(width / 2);
        let left = width - end - usize::from(end > 0);
        let start = policy.width(&self.name).min(left);
        let rest = left - start;
        let mut runs = vec![Run::plain(fit(&self.name, start, policy, Align::Left))];
        match rest {
            ..LEAST_GIST => runs.push(Run::plain(" ".repeat(rest))),
            _ => runs.extend([
                Run::plain("  "),
                muted(fit(&self.gist, rest - 2, policy, Align::Left)),
            ]),
        }
        if end > 0 {
            runs.extend([Run::plain(" "), muted(fit(&self.sort, end, policy, Align::Left))]);
        }
        runs
    }
}

/// How many members each part of a framework is printed to have: `院 5 中心 4`.
fn parts(framework: &Framework, lang: Lang) -> String {
    let groups = framework.groups.iter().filter(|group| group.total.is_some());
    let parts: Vec<_> = groups.map(|group| announced(group, lang)).collect();
    parts.join(lang.pick(" ", ", "))
}
