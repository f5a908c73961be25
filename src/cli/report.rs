//! `report`: one college, or several side by side, as a file for an office.

use super::{
    Answer, args, compare,
    exit::{Exit, Failure, Message},
    export::{refusal, visible_path},
    name,
};
use crate::{
    export::folder,
    model::{Atlas, CollegeIx},
    page::document::Languages,
    report::{Report, ReportFormat},
};

/// Answers `report`.
///
/// # Errors
/// An ending that names no format; colleges or a theme that are not there; whatever the file system refuses.
pub(super) fn run(answer: &mut Answer<'_, '_>, asked: &args::Report) -> Result<Exit, Failure> {
    let format = ReportFormat::of(&asked.output).ok_or_else(|| unknown_format(asked))?;
    let loaded = answer.load_of(|atlas| colleges(atlas, &asked.colleges).unwrap_or_default())?;
    let atlas = &loaded.atlas;
    let colleges = colleges(atlas, &asked.colleges)?;
    let theme = asked
        .theme
        .as_deref()
        .map(|word| name::theme(atlas, word))
        .transpose()?;
    let lang = answer.settings.lang;
    let languages = match answer.settings.both_languages {
        true => Languages::both(lang),
        false => Languages::one(lang),
    };
    let report = Report {
        atlas,
        colleges: &colleges,
        theme,
        languages,
    };
    let bytes = report.bytes(format)?;
    folder::save(&asked.output, &bytes, asked.force).map_err(refusal)?;
    let path = visible_path(&asked.output);
    answer.note(&format!("已写出: {path}"), &format!("written: {path}"))?;
    Ok(Exit::Found)
}

fn unknown_format(asked: &args::Report) -> Failure {
    let (path, endings) = (visible_path(&asked.output), ReportFormat::ENDINGS);
    let said = Message::new(
        format!("不知道 {path} 要写成什么格式"),
        format!("no format is known by the ending of {path}"),
    );
    Failure::Bad(said.hint(format!("后缀可用: {endings}"), format!("endings: {endings}")))
}

/// One college, or several that can be compared.
fn colleges(atlas: &Atlas, words: &[String]) -> Result<Vec<CollegeIx>, Failure> {
    match words {
        [word] => name::college(atlas, word).map(|college| vec![college]),
        words => compare::subjects(atlas, words),
    }
}
