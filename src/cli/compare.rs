//! `compare`: colleges side by side, figures or pillars.

use super::{
    Answer,
    args::{self, Format},
    exit::{Exit, Failure, Message},
    name,
    settings::Settings,
};
use crate::{
    compare::{self, CompareOptions},
    export::{compare as export, markdown},
    lang::Lang,
    model::{Atlas, College, CollegeIx},
    page::{
        Run,
        block::{Block, Record},
        builders::compare::{Sheet, SheetContent, SheetView},
        layout::{self, Row},
    },
    text::width::Policy,
};

/// Answers `compare`.
///
/// # Errors
/// Colleges that cannot be compared or are not there, a theme that is not there; those of the writer.
pub(crate) fn run(answer: &mut Answer<'_, '_>, asked: &args::Compare) -> Result<Exit, Failure> {
    let loaded = answer.load_of(|atlas| subjects(atlas, &asked.colleges).unwrap_or_default())?;
    let atlas = &loaded.atlas;
    let subjects = subjects(atlas, &asked.colleges)?;
    let theme = asked.theme.as_deref().map(|word| name::theme(atlas, word));
    let options = CompareOptions {
        theme: theme.transpose()?,
        diff: asked.diff,
    };
    let (comparison, alignment);
    let face = if asked.pillars {
        alignment = compare::pillars(atlas, &subjects, options);
        SheetContent::Pillars(&alignment)
    } else {
        comparison = compare::compare(atlas, &subjects, options);
        SheetContent::Figures(&comparison)
    };
    write(answer, face)
}

fn write(answer: &mut Answer<'_, '_>, face: SheetContent<'_>) -> Result<Exit, Failure> {
    let lang = answer.settings.lang;
    let empty = face.rows() == 0;
    let out = &mut *answer.world.out;
    match answer.settings.format {
        Format::Table | Format::Md if empty => answer.note("没有可列的行", "no rows to show")?,
        Format::Table => table(answer, face)?,
        Format::Md => markdown(out, &export::document::whole(face, lang))?,
        Format::Csv => export::csv(out, face, lang, answer.settings.csv)?,
        Format::Json => export::json(out, face, lang)?,
        Format::Jsonl => export::jsonl(out, face, lang)?,
    }
    Ok(if empty { Exit::Nothing } else { Exit::Found })
}

fn table(answer: &mut Answer<'_, '_>, face: SheetContent<'_>) -> Result<(), Failure> {
    let Settings {
        lang,
        width,
        policy,
        paint,
        ..
    } = answer.settings;
    paint.rows(answer.world.out, rows(face, lang, width, policy))?;
    Ok(())
}

/// The rows of the explorer's comparison, what must be said with each, and at the end where they stand.
pub(super) fn rows(face: SheetContent<'_>, lang: Lang, width: usize, policy: Policy) -> Vec<Row> {
    let view = SheetView {
        lang,
        policy,
        width,
        offset: 0,
        pinned: false,
        folded: &[],
        notes: true,
    };
    let sheet = Sheet::new(face, view);
    let head = std::iter::once(sheet.title()).chain(sheet.head());
    let lines = sheet.lines().into_iter().map(|line| line.row);
    let sources = layout::rows(&sources(face, lang), width, policy).collect::<Vec<_>>();
    head.chain(lines).chain(sources).collect()
}

fn sources(face: SheetContent<'_>, lang: Lang) -> Vec<Block> {
    let record = |college: &&College| {
        let source = face.atlas().source(college.source);
        let words = [
            Run::plain(source.name()),
            Run::muted(format!("  rongtu source {}", college.id)),
        ];
        Record::pair(college.label(lang), words)
    };
    let heading = Block::heading(lang.pick("出处", "Sources"));
    let pairs = Block::pairs(face.subjects().iter().map(record));
    vec![Block::blank(), heading, pairs]
}

/// The colleges named, if they can be compared. A name that names none is bad usage here: half a comparison is none.
pub(super) fn subjects(atlas: &Atlas, words: &[String]) -> Result<Vec<CollegeIx>, Failure> {
    let found = |word: &String| match name::college(atlas, word) {
        Err(Failure::Absent(said)) => Err(Failure::Bad(said)),
        found => found,
    };
    let subjects: Vec<_> = words.iter().map(found).collect::<Result<_, _>>()?;
    compare::admit(&subjects).map_err(|refusal| {
        let message = refusal.message(atlas);
        let said = Message {
            message,
            ..Message::default()
        };
        Failure::Bad(said.hint(
            "如 rongtu compare tzvcst sdcit",
            "for example rongtu compare tzvcst sdcit",
        ))
    })?;
    Ok(subjects)
}
