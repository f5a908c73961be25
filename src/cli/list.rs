//! `list`: facts of one kind, as a table or as data.

mod sort;

use std::io;

use super::{
    Answer,
    args::{self, Format, Listed},
    exit::{Exit, Failure},
    name,
};
use crate::{
    export::record::{
        CollegeRow, FrameworkRow, GroupRow, MeasureRow, MetricRow, OutcomeRow, PartnerRow, PillarRow,
        RecognitionRow, SourceRow, ThemeRow,
    },
    model::{Atlas, CollegeIx, Fact, Kind},
    page::{block::Table, builders::list},
    select::Select,
};

/// Answers `list`.
///
/// # Errors
/// A college or theme that is not there; those of the writer.
pub(crate) fn run(answer: &mut Answer<'_, '_>, list: &args::List) -> Result<Exit, Failure> {
    let loaded = answer.load_of(|atlas| looked_at(atlas, list))?;
    let atlas = &loaded.atlas;
    let select = Select {
        college: list
            .college
            .as_deref()
            .map(|word| name::college(atlas, word))
            .transpose()?,
        theme: list
            .theme
            .as_deref()
            .map(|word| name::theme(atlas, word))
            .transpose()?,
    };
    if let Some(word) = &list.sort {
        return sort::run(answer, atlas, list, select, word);
    }
    let count = count(atlas, list.kind, select);
    match answer.settings.format {
        Format::Table | Format::Md if count > 0 => {
            let table = table(atlas, list.kind, select, answer);
            answer.page(vec![table.into()])?;
        }
        Format::Table | Format::Md => answer.note("没有符合的条目", "nothing matches")?,
        Format::Csv | Format::Json | Format::Jsonl => data(atlas, list.kind, select, answer)?,
    }
    Ok(if count > 0 { Exit::Found } else { Exit::Nothing })
}

/// Whose dossiers are read: the facts of one college stand in one.
fn looked_at(atlas: &Atlas, list: &args::List) -> Vec<CollegeIx> {
    match (&list.college, kind(list.kind)) {
        (Some(word), Some(_)) if list.sort.is_none() => name::college(atlas, word).into_iter().collect(),
        _ => atlas.all().collect(),
    }
}

fn count(atlas: &Atlas, listed: Listed, select: Select) -> usize {
    match kind(listed) {
        Some(kind) => select.facts(atlas, kind).count(),
        None if listed == Listed::Metrics => select.metrics(atlas).count(),
        None if listed == Listed::Themes => select.themes(atlas).count(),
        None => select.sources(atlas).count(),
    }
}

/// The kind of fact that is listed; metrics, themes and sources are no facts of a college.
fn kind(listed: Listed) -> Option<Kind> {
    match listed {
        Listed::Colleges => Some(Kind::College),
        Listed::Pillars => Some(Kind::Pillar),
        Listed::Measures => Some(Kind::Measure),
        Listed::Outcomes => Some(Kind::Outcome),
        Listed::Recognitions => Some(Kind::Recognition),
        Listed::Frameworks => Some(Kind::Framework),
        Listed::Partners => Some(Kind::Partner),
        Listed::Metrics | Listed::Themes | Listed::Sources => None,
    }
}

fn table(atlas: &Atlas, listed: Listed, select: Select, answer: &Answer<'_, '_>) -> Table {
    let lang = answer.settings.lang;
    match kind(listed) {
        Some(kind) if select.college.is_some() => {
            list::of_college(atlas, kind, select.facts(atlas, kind), lang)
        }
        Some(kind) => list::facts(atlas, kind, select.facts(atlas, kind), lang),
        None if listed == Listed::Metrics => list::metrics(atlas, select.metrics(atlas), lang),
        None if listed == Listed::Themes => list::themes(atlas, select.themes(atlas), lang),
        None => list::sources(select.sources(atlas), lang),
    }
}

fn data(atlas: &Atlas, listed: Listed, select: Select, answer: &mut Answer<'_, '_>) -> io::Result<()> {
    macro_rules! facts {
        ($kind:ident, $row:ident) => {{
            let rows = select.facts(atlas, Kind::$kind).filter_map(|fact| match fact {
                Fact::$kind(college, fact) => Some($row::of(atlas, college, fact)),
                _ => None,
            });
            answer.rows_of(atlas, rows)
        }};
    }
    match listed {
        Listed::Colleges => answer.rows_of(
            atlas,
            select
                .colleges(atlas)
                .map(|college| CollegeRow::of(atlas, college)),
        ),
        Listed::Pillars => facts!(Pillar, PillarRow),
        Listed::Measures => facts!(Measure, MeasureRow),
        Listed::Outcomes => facts!(Outcome, OutcomeRow),
        Listed::Recognitions => facts!(Recognition, RecognitionRow),
        Listed::Partners => facts!(Partner, PartnerRow),
        Listed::Frameworks if answer.settings.format == Format::Csv => {
            let rows = select
                .facts(atlas, Kind::Framework)
                .filter_map(|fact| match fact {
                    Fact::Framework(college, framework) => Some(GroupRow::of(atlas, college, framework)),
                    _ => None,
                });
            answer.rows_of(atlas, rows.flatten())
        }
        Listed::Frameworks => facts!(Framework, FrameworkRow),
        Listed::Metrics => answer.rows_of(atlas, select.metrics(atlas).map(|ix| MetricRow::of(atlas, ix))),
        Listed::Themes => answer.rows_of(atlas, select.themes(atlas).map(|ix| ThemeRow::of(atlas, ix))),
        Listed::Sources => answer.rows_of(atlas, select.sources(atlas).map(SourceRow::of)),
    }
}
