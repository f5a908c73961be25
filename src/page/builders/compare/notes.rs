//! What must be said with a row, as lines under it.

use super::{SheetContent, SheetView, pillars};
use crate::{
    compare::Caveat,
    lang::Lang,
    model::{Outcome, words},
    page::{Run, Tone, block::Block, layout::layout, row::Row},
};

/// Where notes and definitions start.
pub(super) const INDENT: usize = 4;

impl SheetContent<'_> {
    /// What must be said with the row at `at`, a sentence each; `brief` leaves out what [`SheetContent::common`] says.
    pub(crate) fn notes(self, at: usize, brief: bool, lang: Lang) -> Vec<String> {
        match self {
            SheetContent::Figures(comparison) if brief => {
                comparison.row_notes_without(at, &comparison.common(), lang)
            }
            SheetContent::Figures(comparison) => comparison.row_notes(at, lang),
            SheetContent::Pillars(alignment) => pillars::notes(alignment, at, lang),
        }
    }

    /// What must be said with all rows at once: caveats that every comparing row has; pillars without a partner.
    pub(crate) fn common(self, lang: Lang) -> Vec<String> {
        match self {
            SheetContent::Figures(comparison) => {
                let caveats = comparison.common();
                caveats.into_iter().map(|caveat| caveat.words(lang)).collect()
            }
            SheetContent::Pillars(alignment) => pillars::lonely(alignment, lang),
        }
    }
}

/// What holds of all rows and is not in the head already: that has the scopes.
pub(super) fn common(face: SheetContent<'_>, lang: Lang) -> Vec<String> {
    match face {
        SheetContent::Figures(comparison) => {
            let caveats = comparison.common().into_iter();
            let others = caveats.filter(|caveat| !matches!(caveat, Caveat::Scopes(_)));
            others.map(|caveat| caveat.words(lang)).collect()
        }
        SheetContent::Pillars(_) => face.common(lang),
    }
}

pub(super) fn drawn(face: SheetContent<'_>, said: &[String], view: &SheetView<'_>) -> Vec<Row> {
    match said.is_empty() {
        true => Vec::new(),
        false => {
            let words = sentences(said, view.lang);
            text(&tagged(face, Tone::Warning, &words, view.lang), INDENT, view)
        }
    }
}

/// `words` in `tone`, the periods and printed figures of the comparison in one piece each.
pub(super) fn tagged(face: SheetContent<'_>, tone: Tone, words: &str, lang: Lang) -> Vec<Run> {
    let tags = tags(face, lang);
    let (mut runs, mut plain, mut at) = (Vec::new(), 0, 0);
    while let Some(c) = words[at..].chars().next() {
        match tags.iter().find(|tag| words[at..].starts_with(&***tag)) {
            Some(tag) => {
                runs.push(Run::new(tone, &words[plain..at]));
                runs.push(Run::new(tone, &**tag).whole());
                at += tag.len();
                plain = at;
            }
            None => at += c.len_utf8(),
        }
    }
    runs.push(Run::new(tone, &words[plain..]));
    runs
}

/// What a figure means, behind its printed form, which is Chinese.
pub(super) fn in_english(outcome: &Outcome) -> String {
    format!("({})", words::quantity(&outcome.quantity, Lang::En))
}

/// Longest first, so that a tag within another is not taken for it.
fn tags(face: SheetContent<'_>, lang: Lang) -> Vec<String> {
    let SheetContent::Figures(comparison) = face else {
        return Vec::new();
    };
    let outcomes = || comparison.rows.iter().flat_map(|row| row.outcomes());
    let periods = outcomes().filter_map(|(_, outcome)| outcome.period.as_ref());
    let mut tags: Vec<String> = periods.map(|period| period.words(lang)).collect();
    tags.extend(outcomes().map(|(_, outcome)| outcome.as_written.to_string()));
    if lang == Lang::En {
        tags.extend(outcomes().map(|(_, outcome)| in_english(outcome)));
    }
    tags.push(words::unstated(lang).to_owned());
    tags.retain(|tag| !tag.is_empty());
    tags.sort_by_key(|tag| std::cmp::Reverse(tag.len()));
    tags.dedup();
    tags
}

/// Running text, `indent` cells from the left.
pub(super) fn text(runs: &[Run], indent: usize, view: &SheetView<'_>) -> Vec<Row> {
    layout(
        &[Block::indented(indent, indent, runs.iter().cloned())],
        view.width,
        view.policy,
    )
}

/// Sentences one after the other, without a last full stop.
pub(crate) fn sentences(said: &[String], lang: Lang) -> String {
    said.join(lang.pick("；", ". "))
}
