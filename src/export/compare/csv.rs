//! Comparisons as CSV: one statement a line, so that a spreadsheet can filter and a script can read it.
//!
//! A college that states nothing on a row has a line, too, with its figures empty: not stated is not left out.

use std::io::{self, Write};

use crate::{
    compare::{CompareRow, Comparison, PillarAlignment, ThemePillars},
    export::{
        self, CsvStyle,
        record::{BaseNumber, record},
    },
    lang::Lang,
    model::{Addr, College, Outcome, Period, Pillar, Recognition},
    page::builders::compare::{SheetContent, sentences},
};

record! {
    /// What one college states on one row.
    StatementRow {
        /// The row's number, from 1.
        row: usize,
        /// The theme's id.
        theme: &'a str,
        /// same, related or alone.
        relation: &'static str,
        /// The family's id.
        family: Option<&'a str>,
        /// The metric's id.
        metric: Option<&'a str>,
        /// What the row is called.
        name: String,
        /// The college's id.
        college: &'a str,
        /// What the article calls the figure.
        label: Option<&'a str>,
        /// The figure in base units.
        value: Option<BaseNumber>,
        /// The upper end of a range.
        max: Option<BaseNumber>,
        /// The base unit.
        unit: Option<&'a str>,
        /// How the printed figure stands to the true one.
        bound: Option<&'static str>,
        /// The printed wording.
        as_written: Option<&'a str>,
        /// The time as printed.
        period: Option<&'a str>,
        /// 二级学院 or 全校.
        scope: Option<&'static str>,
        /// The source's id.
        source: Option<&'a str>,
        /// 1-based line of the article's text.
        line: Option<u32>,
        /// The printed phrase.
        exact: Option<&'a str>,
        /// The address of the figure.
        addr: Option<String>,
        /// What must be said with the row.
        caveats: String,
        /// Whether the article says the figure has been added up (累计).
        cumulative: Option<bool>,
        /// Those of the count that the article names; on a line without a figure, what is named without a numeral.
        named: Vec<&'a str>,
        /// What sort of thing is named without a numeral.
        kind: Option<&'static str>,
        /// Who gives it.
        level: Option<&'static str>,
        /// Its year.
        year: Option<u16>,
        /// The work or case it was given to.
        work: Option<&'a str>,
        /// What the figures of the row count.
        definition: Option<&'a str>,
        /// The prizes, titles and projects that the count is of.
        counted_as: Vec<&'a str>,
    }
}

record! {
    /// One pillar under one theme.
    ServingRow {
        /// The theme's id.
        theme: Option<&'a str>,
        /// The college's id.
        college: &'a str,
        /// The pillar's number; absent where no pillar of the college serves the theme.
        pillar: Option<u8>,
        /// Its short heading.
        heading: Option<&'a str>,
        /// Its slogan.
        slogan: Option<&'a str>,
        /// The titles of its measures.
        measures: Vec<&'a str>,
        /// The source's id.
        source: Option<&'a str>,
        /// 1-based line of the article's text.
        line: Option<u32>,
        /// The printed phrase.
        exact: Option<&'a str>,
        /// The pillar's address.
        addr: Option<String>,
    }
}

/// The columns of either face.
#[cfg(test)]
pub(super) const COLUMNS: [&[&str]; 2] = [
    <StatementRow<'_> as export::RecordRow>::COLUMNS,
    <ServingRow<'_> as export::RecordRow>::COLUMNS,
];

/// Writes either face.
///
/// # Errors
/// Those of the writer.
pub(crate) fn csv(
    out: &mut dyn Write,
    face: SheetContent<'_>,
    lang: Lang,
    style: CsvStyle,
) -> io::Result<()> {
    match face {
        SheetContent::Figures(comparison) => {
            export::csv(out, statements(comparison, lang), style, Some(comparison.atlas))
        }
        SheetContent::Pillars(alignment) => {
            export::csv(out, servings(alignment), style, Some(alignment.atlas))
        }
    }
}

fn statements<'a>(comparison: &Comparison<'a>, lang: Lang) -> Vec<StatementRow<'a>> {
    let mut all = Vec::new();
    for (at, row) in comparison.rows.iter().enumerate() {
        let lists = row.cells.iter().zip(&row.named);
        for (college, (cell, named)) in comparison.subjects.iter().zip(lists) {
            let statement = |outcome| statement(comparison, at, row, college, outcome, lang);
            all.extend(cell.iter().map(|outcome| statement(Some(outcome))));
            all.extend(
                named
                    .iter()
                    .map(|fact| StatementRow::naming(statement(None), comparison, college, fact, lang)),
            );
            if cell.is_empty() && named.is_empty() {
                all.push(statement(None));
            }
        }
    }
    all
}

fn statement<'a>(
    comparison: &Comparison<'a>,
    at: usize,
    row: &CompareRow<'a>,
    college: &'a College,
    outcome: Option<&'a Outcome>,
    lang: Lang,
) -> StatementRow<'a> {
    let atlas = comparison.atlas;
    let metric = outcome.and_then(|outcome| outcome.metric).or(row.metric);
    let quantity = outcome.map(|outcome| &outcome.quantity);
    let cite = outcome.map(|outcome| &outcome.cite);
    let caveats: Vec<_> = row.caveats.iter().map(|caveat| caveat.words(lang)).collect();
    StatementRow {
        row: at + 1,
        theme: atlas.theme(row.theme).id.as_str(),
        relation: row.relation.as_str(),
        family: row.family.map(|ix| atlas.family(ix).id.as_str()),
        metric: metric.map(|ix| atlas.metric(ix).id.as_str()),
        name: row.label(atlas, lang).to_owned(),
        college: college.id.as_str(),
        label: outcome.map(|outcome| outcome.label.get(lang)),
        value: quantity.map(|quantity| BaseNumber(quantity.value)),
        max: quantity.and_then(|quantity| quantity.max).map(BaseNumber),
        unit: quantity.map(|quantity| &*quantity.unit),
        bound: quantity.map(|quantity| quantity.bound.as_str()),
        as_written: outcome.map(|outcome| &*outcome.as_written),
        period: outcome.and_then(|outcome| outcome.period.as_ref().map(|period| &*period.text)),
        scope: outcome.map(|outcome| outcome.scope.zh()),
        source: outcome.map(|_| atlas.source(college.source).id.as_str()),
        line: cite.map(|cite| cite.line),
        exact: cite.map(|cite| &*cite.exact),
        addr: outcome.map(|outcome| Addr::fact(&college.id, &outcome.id).to_string()),
        caveats: sentences(&caveats, lang),
        cumulative: outcome.and_then(|outcome| outcome.period.as_ref().map(Period::is_cumulative)),
        named: outcome.map_or_else(Vec::new, |outcome| names(college, outcome, lang)),
        kind: None,
        level: None,
        year: None,
        work: None,
        definition: row.definition(atlas, lang),
        counted_as: outcome.map_or_else(Vec::new, |outcome| {
            let counted = college.counted_as(outcome);
            counted.map(|fact| fact.name.get(lang)).collect()
        }),
    }
}

fn names<'a>(college: &'a College, outcome: &'a Outcome, lang: Lang) -> Vec<&'a str> {
    let members = college.members(outcome).into_iter();
    members.map(|member| member.name(lang)).collect()
}

impl<'a> StatementRow<'a> {
    /// A line without a figure for what the article names without a numeral.
    fn naming(
        empty: Self,
        comparison: &Comparison<'a>,
        college: &'a College,
        fact: &'a Recognition,
        lang: Lang,
    ) -> Self {
        Self {
            label: Some(fact.name.get(lang)),
            source: Some(comparison.atlas.source(college.source).id.as_str()),
            line: Some(fact.cite.line),
            exact: Some(&fact.cite.exact),
            addr: Some(Addr::fact(&college.id, &fact.id).to_string()),
            named: vec![fact.name.get(lang)],
            kind: Some(fact.kind.as_str()),
            level: fact.level.map(|level| level.as_str()),
            year: fact.year,
            work: fact.work.as_deref(),
            ..empty
        }
    }
}

fn servings<'a>(alignment: &PillarAlignment<'a>) -> Vec<ServingRow<'a>> {
    let mut all = Vec::new();
    for row in &alignment.rows {
        let theme = row.theme.map(|ix| alignment.atlas.theme(ix).id.as_str());
        for (college, cell) in alignment.subjects.iter().zip(&row.cells) {
            let serving = |pillar| serving(alignment, row, theme, college, pillar);
            match cell[..] {
                [] => all.push(serving(None)),
                _ => all.extend(cell.iter().map(|pillar| serving(Some(pillar)))),
            }
        }
    }
    all
}

fn serving<'a>(
    alignment: &PillarAlignment<'a>,
    row: &ThemePillars<'a>,
    theme: Option<&'a str>,
    college: &'a College,
    pillar: Option<&'a Pillar>,
) -> ServingRow<'a> {
    let titles = |pillar| row.measures(college, pillar).map(|measure| &*measure.title.zh);
    ServingRow {
        theme,
        college: college.id.as_str(),
        pillar: pillar.map(|pillar| pillar.n),
        heading: pillar.map(|pillar| &*pillar.heading.zh),
        slogan: pillar.map(|pillar| &*pillar.slogan),
        measures: pillar.into_iter().flat_map(titles).collect(),
        source: pillar.map(|_| alignment.atlas.source(college.source).id.as_str()),
        line: pillar.map(|pillar| pillar.cite.line),
        exact: pillar.map(|pillar| &*pillar.cite.exact),
        addr: pillar.map(|pillar| Addr::pillar(&college.id, pillar.n).to_string()),
    }
}
