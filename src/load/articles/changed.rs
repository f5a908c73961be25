//! Which file was once the article on record: edited, re-wrapped or re-encoded since.
//!
//! A file is told by the phrases that the dossiers quote from the article: one that still holds most of
//! them is that article, changed. It says which file; what changed is not its matter.

use std::fs;

use super::{ArticleState, TextFile, sha256};
use crate::model::{Atlas, Source, SourceIx, facts};

/// Files looked into for one missing article: those nearest in length.
const MOST: usize = 16;

/// Largest file looked into, in bytes: no article is as long.
const LARGEST: u64 = 1 << 20;

/// Phrases that are tried first; a file that holds none of them is another article.
const FIRST: usize = 8;

/// Puts the changed file into every place of `held` that is empty and has one among `files`.
pub(crate) fn name(atlas: &Atlas, files: &[TextFile], held: &mut [ArticleState]) {
    let files: Vec<_> = files.iter().filter(|file| file.bytes <= LARGEST).collect();
    for (at, held) in held.iter_mut().enumerate() {
        if *held == ArticleState::Absent && !files.is_empty() {
            let ix = SourceIx(at as u32);
            *held = changed(&files, atlas.source(ix), &phrases(atlas, ix)).unwrap_or(ArticleState::Absent);
        }
    }
}

/// Everything quoted from a source, headings and names too.
fn phrases(atlas: &Atlas, ix: SourceIx) -> Vec<&str> {
    let cited = atlas
        .colleges
        .iter()
        .filter(|college| college.source == ix)
        .flat_map(facts)
        .filter_map(|fact| fact.cite().map(|cite| &*cite.exact));
    let excused = atlas.source(ix).excused.iter().map(|excuse| &*excuse.exact);
    cited.chain(excused).collect()
}

fn changed(files: &[&TextFile], source: &Source, phrases: &[&str]) -> Option<ArticleState> {
    let mut near = files.to_vec();
    near.sort_by_key(|file| file.bytes.abs_diff(source.text.bytes));
    near.into_iter().take(MOST).find_map(|file| {
        let bytes = fs::read(&file.path).ok()?;
        let hash = sha256(&bytes);
        let is_it = hash == *source.text.sha256 || holds(&String::from_utf8_lossy(&bytes), phrases);
        is_it.then(|| ArticleState::Changed {
            file: file.name(),
            sha256: hash,
            bytes: file.bytes,
        })
    })
}

/// Whether `text` holds more than half of `phrases`.
fn holds(text: &str, phrases: &[&str]) -> bool {
    let found = |phrases: &[&str]| phrases.iter().filter(|phrase| text.contains(**phrase)).count();
    let first = &phrases[..phrases.len().min(FIRST)];
    found(first) > 0 && found(phrases) * 2 > phrases.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_of_the_phrases_make_the_article() {
        assert!(holds("企业12家，专利3项", &["12家", "3项", "7门"]));
        assert!(!holds("企业12家", &["12家", "3项"]));
        assert!(!holds("企业12家", &[]));
    }
}
