//! Comparisons as JSON: `{"subjects": [...], "rows": [...]}`, one row a line; as JSON Lines, the rows alone.
//!
//! What is not stated is `null` in a cell of figures set side by side and an empty list where a cell holds a list.

use std::io::{self, Write};

use serde::Serialize;

use crate::{
    compare::{CompareRow, Comparison, PillarAlignment, Relation, ThemePillars},
    export::record,
    lang::Lang,
    model::{College, Pillar, Recognition},
    page::builders::compare::SheetContent,
};

/// Writes either face as one object.
///
/// # Errors
/// Those of the writer.
pub(crate) fn json(out: &mut dyn Write, face: SheetContent<'_>, lang: Lang) -> io::Result<()> {
    let ids: Vec<_> = face
        .subjects()
        .iter()
        .map(|college| college.id.as_str())
        .collect();
    write!(out, "{{\"subjects\":{},\"rows\":[", serde_json::to_string(&ids)?)?;
    for at in 0..face.rows() {
        out.write_all(if at == 0 { b"\n" } else { b",\n" })?;
        row(out, face, at, lang)?;
    }
    out.write_all(b"\n]}\n")
}

/// Writes the rows of either face, one a line.
///
/// # Errors
/// Those of the writer.
pub(crate) fn jsonl(out: &mut dyn Write, face: SheetContent<'_>, lang: Lang) -> io::Result<()> {
    for at in 0..face.rows() {
        row(out, face, at, lang)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

fn row(out: &mut dyn Write, face: SheetContent<'_>, at: usize, lang: Lang) -> io::Result<()> {
    match face {
        SheetContent::Figures(comparison) => serde_json::to_writer(out, &Figures::of(comparison, at, lang))?,
        SheetContent::Pillars(alignment) => serde_json::to_writer(out, &Pillars::of(alignment, at))?,
    }
    Ok(())
}

/// A row of figures.
#[derive(Serialize)]
struct Figures<'a> {
    theme: &'a str,
    relation: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    metric: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    family: Option<&'a str>,
    cells: SubjectCells<'a>,
    /// For each subject what its article names of the family without a numeral; left out where none names anything.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    named: Vec<Vec<record::RecognitionRow<'a>>>,
    /// What the figures count.
    #[serde(skip_serializing_if = "Option::is_none")]
    definition: Option<&'a str>,
    caveats: Vec<String>,
}

/// One cell for each subject.
#[derive(Serialize)]
#[serde(untagged)]
enum SubjectCells<'a> {
    /// Same and alone: an outcome or nothing.
    One(Vec<Option<record::OutcomeRow<'a>>>),
    /// Related: any number of outcomes.
    Many(Vec<Vec<record::OutcomeRow<'a>>>),
}

impl<'a> Figures<'a> {
    fn of(comparison: &Comparison<'a>, at: usize, lang: Lang) -> Self {
        let row = &comparison.rows[at];
        let atlas = comparison.atlas;
        Self {
            theme: atlas.theme(row.theme).id.as_str(),
            relation: row.relation.as_str(),
            metric: row.metric.map(|ix| atlas.metric(ix).id.as_str()),
            family: row.family.map(|ix| atlas.family(ix).id.as_str()),
            cells: cells(comparison, row),
            named: recognition_rows(comparison, row),
            definition: row.definition(atlas, lang),
            caveats: row.caveats.iter().map(|caveat| caveat.words(lang)).collect(),
        }
    }
}

fn cells<'a>(comparison: &Comparison<'a>, row: &CompareRow<'a>) -> SubjectCells<'a> {
    let lists = row.cells.iter().zip(&comparison.subjects).map(|(cell, college)| {
        let records = cell
            .iter()
            .map(|outcome| record::OutcomeRow::of(comparison.atlas, college, outcome));
        records.collect::<Vec<_>>()
    });
    match row.relation {
        Relation::Related => SubjectCells::Many(lists.collect()),
        Relation::Same | Relation::Alone => {
            SubjectCells::One(lists.map(|list| list.into_iter().next()).collect())
        }
    }
}

fn recognition_rows<'a>(
    comparison: &Comparison<'a>,
    row: &CompareRow<'a>,
) -> Vec<Vec<record::RecognitionRow<'a>>> {
    if row.named.iter().all(Vec::is_empty) {
        return Vec::new();
    }
    let lists = row.named.iter().zip(&comparison.subjects);
    let records = |(named, college): (&Vec<&'a Recognition>, &&'a College)| {
        let row = |fact: &&'a Recognition| record::RecognitionRow::of(comparison.atlas, college, fact);
        named.iter().map(row).collect()
    };
    lists.map(records).collect()
}

/// A row of pillars.
#[derive(Serialize)]
struct Pillars<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    theme: Option<&'a str>,
    cells: Vec<Vec<Served<'a>>>,
    /// The only subject with a pillar on the theme, if there is only one.
    #[serde(skip_serializing_if = "Option::is_none")]
    alone: Option<&'a str>,
}

/// A pillar with its measures.
#[derive(Serialize)]
struct Served<'a> {
    pillar: record::PillarRow<'a>,
    measures: Vec<record::MeasureRow<'a>>,
}

impl<'a> Pillars<'a> {
    fn of(alignment: &PillarAlignment<'a>, at: usize) -> Self {
        let row: &ThemePillars<'a> = &alignment.rows[at];
        let cells = row.cells.iter().zip(&alignment.subjects);
        let served = |(cell, college): (&Vec<&'a Pillar>, &&'a College)| {
            cell.iter()
                .map(|pillar| served(alignment, row, college, pillar))
                .collect()
        };
        Self {
            theme: row.theme.map(|ix| alignment.atlas.theme(ix).id.as_str()),
            cells: cells.map(served).collect(),
            alone: row.alone().map(|at| alignment.subjects[at].id.as_str()),
        }
    }
}

fn served<'a>(
    alignment: &PillarAlignment<'a>,
    row: &ThemePillars<'a>,
    college: &'a College,
    pillar: &'a Pillar,
) -> Served<'a> {
    let atlas = alignment.atlas;
    Served {
        pillar: record::PillarRow::of(atlas, college, pillar),
        measures: row
            .measures(college, pillar)
            .map(|measure| record::MeasureRow::of(atlas, college, measure))
            .collect(),
    }
}
