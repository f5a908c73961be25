//! A figure as a row.

use super::{BaseNumber, record};
use crate::{
    lang::Lang,
    model::{Atlas, College, Fact, Outcome, Period},
};

record! {
    /// One outcome. The fields up to `exact` are a stable shape; more may follow in later versions.
    OutcomeRow {
        /// Its address.
        addr: String,
        /// The college's id.
        college: &'a str,
        /// The number of its pillar; absent in the introduction.
        pillar: Option<u8>,
        /// The id of its metric's theme; absent without a metric.
        theme: Option<&'a str>,
        /// The id of its metric; absent where none has been chosen: such a figure is compared with nothing.
        metric: Option<&'a str>,
        /// What the article calls it.
        label: &'a str,
        /// The figure in base units: 20000000 for 2000多万元, 98 for 98%.
        value: BaseNumber,
        /// The base unit.
        unit: &'a str,
        /// How the printed figure stands to the true one.
        bound: &'static str,
        /// The printed wording.
        as_written: &'a str,
        /// The time as printed.
        period: Option<&'a str>,
        /// 二级学院 or 全校.
        scope: &'static str,
        /// The source's id.
        source: &'a str,
        /// 1-based line of the article's text.
        line: u32,
        /// The printed phrase.
        exact: &'a str,
        /// The upper end of a range.
        max: Option<BaseNumber>,
        /// What sort of time the period is.
        period_kind: Option<&'static str>,
        /// The year, if one is printed.
        year: Option<u16>,
        /// Whether the article says the figure has been added up (累计).
        cumulative: Option<bool>,
        /// Members of the count that the article names.
        named: Vec<&'a str>,
        /// The label in English.
        en: &'a str,
        /// The same in full: platforms and partners of the dossier by their names there.
        members: Vec<&'a str>,
        /// What a reader has to know of how it is printed, in the curator's words.
        note: Option<&'a str>,
        /// The note in English.
        note_en: Option<&'a str>,
        /// Text right before the phrase, where it stands more than once in the line.
        prefix: Option<&'a str>,
        /// Text right after it, likewise.
        suffix: Option<&'a str>,
        /// The prizes, titles and projects that the count is of.
        counted_as: Vec<&'a str>,
    }
}

impl<'a> OutcomeRow<'a> {
    /// The row of `outcome`.
    pub(crate) fn of(atlas: &'a Atlas, college: &'a College, outcome: &'a Outcome) -> Self {
        let quantity = &outcome.quantity;
        let period = outcome.period.as_ref();
        Self {
            addr: Fact::Outcome(college, outcome).addr().to_string(),
            college: college.id.as_str(),
            pillar: outcome.pillar,
            theme: atlas.theme_of(outcome).map(|ix| atlas.theme(ix).id.as_str()),
            metric: outcome.metric.map(|ix| atlas.metric(ix).id.as_str()),
            label: &outcome.label.zh,
            value: BaseNumber(quantity.value),
            unit: &quantity.unit,
            bound: quantity.bound.as_str(),
            as_written: &outcome.as_written,
            period: period.map(|period| &*period.text),
            scope: outcome.scope.zh(),
            source: atlas.source(college.source).id.as_str(),
            line: outcome.cite.line,
            exact: &outcome.cite.exact,
            max: quantity.max.map(BaseNumber),
            period_kind: period.map(|period| period.kind.as_str()),
            year: period.and_then(|period| period.year),
            cumulative: period.map(Period::is_cumulative),
            named: outcome.named.iter().map(|name| &**name).collect(),
            en: &outcome.label.en,
            members: college
                .members(outcome)
                .into_iter()
                .map(|member| member.name(Lang::Zh))
                .collect(),
            note: outcome.note.as_ref().map(|note| &*note.zh),
            note_en: outcome.note.as_ref().map(|note| &*note.en),
            prefix: outcome.cite.prefix.as_deref(),
            suffix: outcome.cite.suffix.as_deref(),
            counted_as: college.counted_as(outcome).map(|fact| &*fact.name.zh).collect(),
        }
    }
}
