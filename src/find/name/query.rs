//! How surely a name is meant by what was typed.
//!
//! Owns the order of the ways to mean one, from the surest (its id) to the loosest (characters left out).

use std::ops::Range;

use super::spelling::{Called, NameText, Names};
use crate::{
    find::{
        letters::letters,
        pattern::{Manner, Pattern, PatternStep},
    },
    lang::Bilingual,
    text::fold::fold_str,
};

/// What was typed, ready to be held against names.
#[derive(Clone, Debug)]
pub(crate) struct NameQuery {
    whole: Option<NameWord>,
    words: Vec<NameWord>,
}

#[derive(Clone, Debug)]
struct NameWord {
    folded: String,
    pattern: Pattern,
}

impl NameWord {
    fn new(text: &str) -> Option<Self> {
        let folded = fold_str(text);
        let pattern = Pattern::new(&folded)?;
        Some(Self { folded, pattern })
    }
}

/// Fits from the surest to the loosest.
mod fit {
    pub(super) const ID: u32 = 0;
    pub(super) const NAME: u32 = 1;
    pub(super) const PART: u32 = 2;
    pub(super) const READ: u32 = 3;
    pub(super) const READ_START: u32 = 4;
    pub(super) const READ_INSIDE: u32 = 5;
    pub(super) const INSIDE: u32 = 6;
    pub(super) const LATIN: u32 = 7;
    pub(super) const SCATTERED: u32 = 8;
    /// What typing in several words costs: all of it as one name comes first.
    pub(super) const APART: u32 = 16;
}

impl NameQuery {
    pub(crate) fn new(typed: &str) -> Self {
        let words: Vec<NameWord> = typed.split_whitespace().filter_map(NameWord::new).collect();
        Self {
            whole: NameWord::new(typed),
            words: if words.len() > 1 { words } else { Vec::new() },
        }
    }

    /// Whether nothing was typed that could be matched.
    pub(crate) fn is_empty(&self) -> bool {
        self.whole.is_none()
    }

    /// How surely `names` are meant, less being surer; none where they are not. Nothing typed fits everything.
    pub(crate) fn fit(&self, names: &Names) -> Option<u32> {
        let Some(whole) = &self.whole else {
            return Some(0);
        };
        let apart = || {
            let worst = self.words.iter().map(|word| word.fit(names));
            worst.reduce(|worst, next| Some(worst?.max(next?)))?
        };
        whole.fit(names).or_else(|| Some(fit::APART + apart()?))
    }

    /// The bytes of `text` where all of what was typed stands in one piece, from left to right.
    pub(crate) fn spans(&self, text: &str) -> Vec<Range<usize>> {
        let Some(word) = &self.whole else {
            return Vec::new();
        };
        let letters = letters(text);
        let line = NameText::of(&letters);
        let steps = word.steps(&line, Manner::Initials);
        let mut spans = Vec::new();
        let mut at = 0;
        while at < steps.len() {
            match word.starts_at(&line, &steps, at) {
                Some(length) => {
                    spans.push(letters[at].original.start..letters[at + length - 1].original.end);
                    at += length;
                }
                None => at += 1,
            }
        }
        spans
    }

    /// Whether what is called `name`, and also `also`, is among what is meant.
    pub(crate) fn fits_any(&self, name: &Bilingual, also: &[&str]) -> bool {
        let called = Called {
            also,
            ..Called::words(name)
        };
        self.is_empty() || self.fits(&Names::new(&called))
    }

    /// Whether `names` are among what is meant.
    pub(crate) fn fits(&self, names: &Names) -> bool {
        self.fit(names).is_some()
    }
}

impl NameWord {
    fn fit(&self, names: &Names) -> Option<u32> {
        if names.id == self.folded {
            return Some(fit::ID);
        }
        if names.folded.contains(&self.folded) {
            return Some(fit::NAME);
        }
        if names.folded[0].contains(&self.folded) {
            return Some(fit::PART);
        }
        let read = names.read.as_ref().and_then(|line| self.fit_reading(line));
        read.or_else(|| self.fit_lines(names))
            .or_else(|| scattered(&self.folded, &names.folded[0]).then_some(fit::SCATTERED))
    }

    fn fit_reading(&self, line: &NameText) -> Option<u32> {
        let spelt = self.steps(line, Manner::Spelt);
        if self.pattern.starts(&spelt) == Some(spelt.len()) {
            return Some(fit::READ);
        }
        let steps = self.steps(line, Manner::Initials);
        if self.pattern.starts(&steps).is_some() {
            return Some(fit::READ_START);
        }
        self.pattern.is_in(&steps).then_some(fit::READ_INSIDE)
    }

    fn fit_lines(&self, names: &Names) -> Option<u32> {
        names.lines.iter().filter_map(|line| self.fit_line(line)).min()
    }

    /// A word found in Latin letters begins where a word begins: `art` is not in "department".
    fn fit_line(&self, line: &NameText) -> Option<u32> {
        let steps = self.steps(line, Manner::Initials);
        let found = (0..steps.len()).find(|at| self.starts_at(line, &steps, *at).is_some())?;
        Some(if line.is_latin(found) {
            fit::LATIN
        } else {
            fit::INSIDE
        })
    }

    /// The length of the match that starts at a place of `line`, whose steps are given.
    fn starts_at(&self, line: &NameText, steps: &[PatternStep], at: usize) -> Option<usize> {
        let may = steps[at].opens() && (line.starts[at] || !line.is_latin(at));
        may.then(|| self.pattern.starts(&steps[at..]))?
    }

    fn steps(&self, line: &NameText, manner: Manner) -> Vec<PatternStep> {
        let step = |glyph| self.pattern.step(glyph, manner);
        line.glyphs.iter().map(step).collect()
    }
}

/// Whether `word` is `name` with characters left out, the first and at least two kept: 台州学院. Latin letters left
/// out make nearly anything of anything, so they do not count.
fn scattered(word: &str, name: &str) -> bool {
    let mut rest = name.chars();
    !word.is_ascii()
        && word.chars().count() > 1
        && word.chars().next() == name.chars().next()
        && word.chars().all(|c| rest.any(|other| other == c))
}
