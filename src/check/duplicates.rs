//! Rules against counting twice: no figure of the article is two outcomes of one dossier.

use super::{
    article::overlap,
    cited::Cited,
    context::{SourceContext, about},
    figure,
};
use crate::{
    finding::{Code, Finding},
    model::{College, Outcome},
};

/// No two outcomes stand on one phrase, and none says again what another says.
pub(crate) fn outcomes(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    let all: Vec<_> = context.outcomes().collect();
    for (at, later) in all.iter().enumerate() {
        let before = || {
            all[..at]
                .iter()
                .filter(|earlier| same_dossier(earlier.0, later.0))
        };
        if let Some((_, first, _)) = before().find(|earlier| one_phrase(earlier, later)) {
            out.push(about(
                Code::DuplicateOutcome,
                later.2.fact,
                "cite.exact",
                format!("这个数字已是 {}", first.id),
                format!("this figure already is {}", first.id),
            ));
        } else if let Some((_, first, _)) = before().find(|earlier| says_again(earlier.1, later.1)) {
            out.push(about(
                Code::RepeatedOutcome,
                later.2.fact,
                "",
                format!("与 {} 的指标、数值、时间和范围都相同", first.id),
                format!("metric, value, period and scope are those of {}", first.id),
            ));
        }
    }
}

type Entry<'a, 'd> = (&'a College, &'a Outcome, &'d Cited<'a>);

fn same_dossier(a: &College, b: &College) -> bool {
    a.id == b.id
}

fn one_phrase((_, a, a_cited): &Entry<'_, '_>, (_, b, b_cited): &Entry<'_, '_>) -> bool {
    if a.cite.line != b.cite.line {
        return false;
    }
    match (
        figure::printed_range(a, a_cited),
        figure::printed_range(b, b_cited),
    ) {
        (Some(a), Some(b)) => overlap(&a, &b),
        _ => {
            a.as_written == b.as_written
                && within(&a.cite.exact, &b.cite.exact)
                && a.cite.prefix == b.cite.prefix
        }
    }
}

/// Whether one phrase is part of the other.
fn within(a: &str, b: &str) -> bool {
    a.contains(b) || b.contains(a)
}

fn says_again(a: &Outcome, b: &Outcome) -> bool {
    a.metric.is_some()
        && (a.metric, &a.quantity, &a.period, a.scope) == (b.metric, &b.quantity, &b.period, b.scope)
}
