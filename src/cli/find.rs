//! `find`: what the words lead to, best first.

use std::mem::ManuallyDrop;

use super::{
    Answer,
    answer::CopyAhead,
    args::{self, Format},
    exit::{Exit, Failure, Message},
    name,
};
use crate::{
    export::record::HitRow,
    find::{Filter, Hit, Index, Matches},
    lang::Lang,
    model::{Addr, Atlas, CollegeIx},
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
    let ahead = match &answer.copy {
        Some(copy) => ahead(copy, &typed, find)?,
        None => None,
    };
    let loaded = answer.load_of(|names| match &ahead {
        Some(ahead) => ahead.colleges(),
        None => names.all().collect(),
    })?;
    let atlas = &loaded.atlas;
    let FoundHits {
        index,
        matches,
        nearest,
    } = match ahead {
        Some(found) => found,
        None => FoundHits::new(Index::of(&loaded), atlas, &typed, find)?,
    };
    // Its memory goes with the process.
    let index = ManuallyDrop::new(index);
    let hits = index.hits(atlas, &matches);
    write(answer, atlas, &hits)?;
    if hits.is_empty() {
        return Err(nothing(atlas, &typed, &index.hits(atlas, &nearest)));
    }
    Ok(Exit::Found)
}

/// What was found, before any dossier is read for it.
struct FoundHits {
    index: Index,
    matches: Matches,
    /// What may have been meant when nothing was found.
    nearest: Matches,
}

impl FoundHits {
    fn new(index: Index, atlas: &Atlas, typed: &str, find: &args::Find) -> Result<Self, Failure> {
        let filter = filter(atlas, find)?;
        let matches = index.matches(atlas, typed, find.limit as usize, filter);
        let nearest = match matches.is_empty() {
            true => index.nearest(atlas, typed, filter),
            false => Matches::default(),
        };
        Ok(Self {
            index,
            matches,
            nearest,
        })
    }

    fn colleges(&self) -> Vec<CollegeIx> {
        [self.matches.colleges(), self.nearest.colleges()].concat()
    }
}

/// What the index beside a compiled copy finds; none without one, or when only the dossiers can tell.
fn ahead(copy: &CopyAhead, typed: &str, find: &args::Find) -> Result<Option<FoundHits>, Failure> {
    let names = copy.dossiers.directory();
    let needs_facts = find.theme.is_some() || is_address(typed);
    match Index::kept(&copy.slot, names).filter(|_| !needs_facts) {
        Some(index) => FoundHits::new(index, names, typed, find).map(Some),
        None => Ok(None),
    }
}

/// Whether the address of a fact was typed: only its dossier tells whether there is one. A lone word may be a college's id.
fn is_address(typed: &str) -> bool {
    typed.trim().parse::<Addr>().is_ok_and(|addr| addr.fact.is_some())
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
        Format::Table => {
            let (lang, width, policy) = (
                answer.settings.lang,
                answer.settings.width,
                answer.settings.policy,
            );
            answer.page(hits::blocks(atlas, found, lang, width, policy))
        }
        Format::Md => {
            let mut table = hits::table(atlas, found, answer.settings.lang);
            table.header = true;
            answer.page(vec![table.into()])
        }
        Format::Csv | Format::Json | Format::Jsonl => answer.rows_of(atlas, rows),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_the_index_alone_and_addresses_are_not() {
        for (typed, expected) in [
            ("jyl", false),
            ("企业", false),
            ("jia", false),
            ("jia/firms", true),
        ] {
            assert_eq!(is_address(typed), expected, "{typed}");
        }
    }
}
