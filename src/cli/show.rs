//! `show` and `source`: one fact, or where it stands.

use super::{
    Answer,
    args::{self, Format},
    exit::{Exit, Failure, Message},
    name::{self, Thing},
};
use crate::{
    export::{
        RecordRow, object,
        record::{
            CitedRow, CollegeRow, FrameworkRow, GroupRow, MeasureRow, MetricRow, OutcomeRow, PartnerRow,
            PillarRow, RecognitionRow, ThemeRow,
        },
    },
    load::articles,
    model::{Atlas, CollegeIx, Fact},
    page::builders,
    text::clean::clean,
};

/// Answers `show`.
///
/// # Errors
/// Nothing of that address; those of the writer.
pub(crate) fn run(answer: &mut Answer<'_, '_>, show: &args::Show) -> Result<Exit, Failure> {
    let loaded = answer.load_of(|atlas| about(atlas, show))?;
    let atlas = &loaded.atlas;
    let thing = name::thing(atlas, &show.addr)?;
    let lang = answer.settings.lang;
    match (answer.settings.format, thing) {
        (Format::Table | Format::Md, Thing::Fact(fact)) => answer.page(builders::fact(atlas, fact, lang))?,
        (Format::Table | Format::Md, Thing::Theme(ix)) => answer.page(builders::theme(atlas, ix, lang))?,
        (Format::Table | Format::Md, Thing::Metric(ix)) => answer.page(builders::metric(atlas, ix, lang))?,
        (_, Thing::Fact(fact)) => data(answer, atlas, fact)?,
        (_, Thing::Theme(ix)) => one(answer, atlas, ThemeRow::of(atlas, ix))?,
        (_, Thing::Metric(ix)) => one(answer, atlas, MetricRow::of(atlas, ix))?,
    }
    Ok(Exit::Found)
}

/// Whose dossiers say it, by names alone: a fact stands in one, themes and metrics in any.
fn about(names: &Atlas, show: &args::Show) -> Vec<CollegeIx> {
    let college = match show.addr.split_once('/') {
        Some((college, _)) => name::college(names, college).ok(),
        None => match name::thing(names, &show.addr) {
            Ok(Thing::Fact(fact)) => names.college_by_id(&fact.college().id),
            Ok(Thing::Theme(_) | Thing::Metric(_)) | Err(_) => None,
        },
    };
    college.map_or_else(|| names.all().collect(), |ix| vec![ix])
}

fn data(answer: &mut Answer<'_, '_>, atlas: &Atlas, fact: Fact<'_>) -> Result<(), Failure> {
    match fact {
        Fact::College(college) => one(answer, atlas, CollegeRow::of(atlas, college)),
        Fact::Pillar(college, fact) => one(answer, atlas, PillarRow::of(atlas, college, fact)),
        Fact::Measure(college, fact) => one(answer, atlas, MeasureRow::of(atlas, college, fact)),
        Fact::Framework(college, fact) if answer.settings.format == Format::Csv => {
            Ok(answer.rows_of(atlas, GroupRow::of(atlas, college, fact))?)
        }
        Fact::Framework(college, fact) => one(answer, atlas, FrameworkRow::of(atlas, college, fact)),
        Fact::Recognition(college, fact) => one(answer, atlas, RecognitionRow::of(atlas, college, fact)),
        Fact::Partner(college, fact) => one(answer, atlas, PartnerRow::of(atlas, college, fact)),
        Fact::Outcome(college, fact) => one(answer, atlas, OutcomeRow::of(atlas, college, fact)),
    }
}

fn one(answer: &mut Answer<'_, '_>, atlas: &Atlas, row: impl RecordRow) -> Result<(), Failure> {
    match answer.settings.format {
        Format::Csv => answer.rows_of(atlas, [row])?,
        _ => object(answer.world.out, &row)?,
    }
    Ok(())
}

/// Answers `source`.
///
/// # Errors
/// Nothing of that address; those of the writer.
pub(crate) fn source(answer: &mut Answer<'_, '_>, show: &args::Show) -> Result<Exit, Failure> {
    let loaded = answer.load_of(|atlas| about(atlas, show))?;
    let atlas = &loaded.atlas;
    let Thing::Fact(fact) = name::thing(atlas, &show.addr)? else {
        let said = Message::new(
            "主题与指标由编者拟定，没有出处",
            "themes and metrics are the curators' own and stand in no article",
        );
        return Err(Failure::Absent(said));
    };
    let text = answer.settings.articles.text(atlas.source(fact.college().source));
    match answer.settings.format {
        Format::Table | Format::Md => {
            answer.page(builders::source(
                atlas,
                fact,
                text.as_deref(),
                answer.settings.lang,
            ))?;
        }
        Format::Csv | Format::Json | Format::Jsonl => {
            let line = fact
                .cite()
                .and_then(|cite| articles::line(text.as_deref()?, cite.line));
            let line = line.map(clean);
            one(answer, atlas, CitedRow::of(atlas, fact, line.as_deref()))?;
        }
    }
    Ok(Exit::Found)
}
