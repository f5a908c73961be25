//! What was found as rows.

use serde::Serialize;

use super::{BaseNumber, FieldCell, FieldValue, record};
use crate::{
    find::Hit,
    model::{Atlas, Fact, Period},
};

/// A matched part of a text: its first code point, and the one after its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct HitSpan([usize; 2]);

impl FieldValue for HitSpan {
    fn cell(&self) -> FieldCell<'_> {
        let [start, end] = self.0;
        FieldCell::Text(format!("{start}-{end}").into())
    }
}

record! {
    /// One hit.
    HitRow {
        /// Its address.
        addr: &'a str,
        /// Its kind.
        kind: &'static str,
        /// The college's id; absent for themes and metrics.
        college: Option<&'a str>,
        /// The text that was matched.
        text: &'a str,
        /// The matched parts of the text, in code points.
        ranges: Vec<HitSpan>,
        /// How good the match is: 1000 is best.
        score: u32,
        /// What it is called.
        label: String,
        /// The figure in base units, if it is an outcome.
        value: Option<BaseNumber>,
        /// The figure's unit.
        unit: Option<&'a str>,
        /// How the printed figure stands to the true one.
        bound: Option<&'static str>,
        /// The figure as printed.
        as_written: Option<&'a str>,
        /// The time it is stated for, if printed.
        period: Option<&'a str>,
        /// 二级学院 or 全校.
        scope: Option<&'static str>,
        /// Whether the article says the figure has been added up (累计).
        cumulative: Option<bool>,
    }
}

impl<'a> HitRow<'a> {
    /// The row of `hit`.
    pub(crate) fn of(atlas: &'a Atlas, hit: &'a Hit) -> Self {
        let outcome = match hit.target.fact(atlas) {
            Some(Fact::Outcome(_, outcome)) => Some(outcome),
            _ => None,
        };
        let period = outcome.and_then(|outcome| outcome.period.as_ref());
        Self {
            addr: &hit.addr,
            kind: hit.kind.as_str(),
            college: hit.college.map(|ix| atlas.college(ix).id.as_str()),
            text: &hit.text,
            ranges: hit.code_points().into_iter().map(HitSpan).collect(),
            score: hit.score,
            label: hit.target.name(atlas).zh.into(),
            value: outcome.map(|outcome| BaseNumber(outcome.quantity.value)),
            unit: outcome.map(|outcome| &*outcome.quantity.unit),
            bound: outcome.map(|outcome| outcome.quantity.bound.as_str()),
            as_written: outcome.map(|outcome| &*outcome.as_written),
            period: period.map(|period| &*period.text),
            scope: outcome.map(|outcome| outcome.scope.zh()),
            cumulative: period.map(Period::is_cumulative),
        }
    }
}
