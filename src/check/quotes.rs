//! The rule that summaries are in our own words: none shares a long run of characters with the article.
//!
//! Owns the finding of runs. Titles, headings and cited phrases are no summaries and may be quoted.

use super::{
    article::Article,
    context::{SourceContext, about},
};
use crate::{
    finding::{Code, Finding},
    model::{FactText, Role, facts},
    text::clean::clean,
};

/// Shortest run, in code points, that counts as quoting.
const RUN: usize = 30;

/// No summary, gist, outline, note or reason repeats the article.
pub(crate) fn own_words(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    let Some(article) = &context.article else { return };
    let prose = |text: &FactText<'_>| text.role == Role::Prose;
    for fact in context.dossiers.iter().flat_map(|dossier| facts(dossier.college)) {
        for text in fact.texts().into_iter().filter(prose) {
            out.extend(repeated(article, text.zh.text).map(|run| {
                let (zh, en) = quote_words(&run);
                about(Code::QuotesTooMuch, fact, &text.zh.path.to_string(), zh, en)
            }));
        }
    }
    for text in context.source.texts() {
        out.extend(repeated(article, text.zh.text).map(|run| {
            let (zh, en) = quote_words(&run);
            context.of_source(Code::QuotesTooMuch, &text.zh.path.to_string(), zh, en)
        }));
    }
}

fn quote_words(run: &str) -> (String, String) {
    let chars = run.chars().count();
    let start: String = run.chars().take(8).collect();
    let start = clean(&start);
    (
        format!("与原文有 {chars} 个字连续相同 (“{start}…”)"),
        format!("{chars} characters in a row are the article's (“{start}…”)"),
    )
}

/// The first run of at least [`RUN`] characters that `prose` shares with the article.
///
/// Such a run holds one of the half-length pieces that `prose` falls into, so only these are searched for.
fn repeated(article: &Article<'_>, prose: &str) -> Option<String> {
    let chars: Vec<char> = prose.chars().collect();
    if chars.len() < RUN {
        return None;
    }
    (0..chars.len() / (RUN / 2))
        .map(|piece| piece * RUN / 2)
        .filter(|at| article.text().contains(&text(&chars[*at..(at + RUN / 2)])))
        .find_map(|at| longest(article, &chars, at))
}

/// The longest shared run around the piece at `at`, if it is long enough.
fn longest(article: &Article<'_>, chars: &[char], at: usize) -> Option<String> {
    let shared = |start: usize, end: usize| article.text().contains(&text(&chars[start..end]));
    let (mut start, mut end) = (at, at + RUN / 2);
    while start > 0 && shared(start - 1, end) {
        start -= 1;
    }
    while end < chars.len() && shared(start, end + 1) {
        end += 1;
    }
    (end - start >= RUN).then(|| text(&chars[start..end]))
}

fn text(chars: &[char]) -> String {
    chars.iter().collect()
}
