//! `find`: what the words lead to, best first.

use std::mem::ManuallyDrop;

use super::{
    Answer,
    args::{self, Format},
    exit::{Exit, Failure, Message},
    name,
};
use crate::{
    export::record::HitRow,
    find::{Filter, Hit, Index},
    lang::Lang,
    model::Atlas,
    page::builders::hits,
    select::Select,
    text::clean::clean,
};

/// Answers `find`.
///
/// # Errors
/// Nothing found; a college or theme that is not there; those of the writer.
pub(crate) fn run(answer: &mut Answer<'_, '_>, find: &args::Find) -> Result<Exit, Failure> {
    let typed = find.words.join(" ");
    let (loaded, (found, nearest)) = answer.look(|loaded| {
        let (atlas, index) = (&loaded.atlas, ManuallyDrop::new(Index::of(loaded)));
        let filter = filter(atlas, find)?;
        let found = index.search(atlas, &typed, find.limit as usize, filter);
        let nearest = if found.is_empty() {
            index.nearest(atlas, &typed, filter)
        } else {
            Vec::new()
        };
        Ok((found, nearest))
    })?;
    write(answer, &loaded.atlas, &found)?;
    if found.is_empty() {
        return Err(nothing(&loaded.atlas, &typed, &nearest));
    }
    Ok(Exit::Found)
}

fn filter(atlas: &Atlas, find: &args::Find) -> Result<Filter, Failure> {
    let college = find.college.as_deref().map(|word| name::college(atlas, word));
    let theme = find.theme.as_deref().map(|word| name::theme(atlas, word));
    Ok(Filter {
        kind: find.kind,
        select: Select {
            college: college.transpose()?,
            theme: theme.transpose()?,
        },
    })
}

fn write(answer: &mut Answer<'_, '_>, atlas: &Atlas, found: &[Hit]) -> std::io::Result<()> {
    let rows = found.iter().map(|hit| HitRow::of(atlas, hit));
    match answer.settings.format {
        Format::Table | Format::Md if found.is_empty() => Ok(()),
        Format::Table | Format::Md => {
            let mut table = hits::table(atlas, found, answer.settings.lang);
            table.header = answer.settings.format == Format::Md;
            answer.page(vec![table.into()])
        }
        Format::Csv | Format::Json | Format::Jsonl => answer.rows(rows),
    }
}

/// Nothing was found; what comes near is told.
fn nothing(atlas: &Atlas, typed: &str, nearest: &[Hit]) -> Failure {
    let typed = clean(typed);
    let said = Message::new(
        format!("没有找到「{typed}」"),
        format!("nothing found for \"{typed}\""),
    );
    let near = |lang: Lang| -> String {
        let near = nearest.iter().map(|hit| {
            let name = hit.target.name(atlas);
            format!("{} {}", name.get(lang), hit.addr)
        });
        near.collect::<Vec<_>>().join(lang.pick("；", "; "))
    };
    Failure::Absent(match nearest {
        [] => said.hint(
            "可用汉字、拼音、首字母、数字或英文，每个词都须符合",
            "Chinese, pinyin, initials, figures or English; every word must match",
        ),
        _ => said.hint(
            format!("相近的有: {}", near(Lang::Zh)),
            format!("nearest: {}", near(Lang::En)),
        ),
    })
}
