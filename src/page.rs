//! Documents made of meaning: blocks of runs, laid out to exact cells.
//!
//! A producer says what a piece of text means ([`Tone`]); the painters of the command line and of the explorer
//! decide how that looks. Nothing here knows a colour, a terminal or a writer.

pub(crate) mod block;
pub mod builders;
pub(crate) mod caret;
pub(crate) mod columns;
pub(crate) mod document;
pub(crate) mod grid;
pub mod layout;
pub mod palette;
pub(crate) mod row;
pub(crate) mod stack;
mod styled;
pub(crate) mod title;

/// What a piece of text means. Painters match on it exhaustively.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Tone {
    /// Running text.
    #[default]
    Plain,
    /// The name of a page or of a part of it.
    Heading,
    /// What a value is called.
    Label,
    /// A figure or the thing stated.
    Value,
    /// Scope, period, bound: what a value must not be read without.
    Qualifier,
    /// What may be passed over: counts, units, notes of absence.
    Muted,
    /// Words of the source.
    Quote,
    /// The part that was searched for, or the phrase that is cited.
    Match,
    /// A caveat, or a finding that does not stop anything.
    Warning,
    /// A fault.
    Error,
    /// A key to press or a word to type.
    Key,
    /// Lines and fillers that carry no text.
    Rule,
    /// The filled part of a bar, of the *n*-th subject (from 0). Its text is `#`, so that it reads without colour.
    Bar(u8),
}

/// A piece of text with one meaning.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Run {
    /// What it means.
    pub(crate) tone: Tone,
    /// The text: as printed in a [`block::Block`], as drawn in a [`row::Row`].
    pub(crate) text: String,
    /// Whether it stays on one line wherever one is wide enough: a period, a scope, an address.
    pub(crate) whole: bool,
}

impl Run {
    /// A run of any tone.
    pub(crate) fn new(tone: Tone, text: impl Into<String>) -> Self {
        Self {
            tone,
            text: text.into(),
            whole: false,
        }
    }

    /// The same, on one line wherever one is wide enough.
    pub(crate) fn whole(mut self) -> Self {
        self.whole = true;
        self
    }

    /// A run of [`Tone::Plain`].
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self::new(Tone::Plain, text)
    }

    /// A run of [`Tone::Heading`].
    pub(crate) fn heading(text: impl Into<String>) -> Self {
        Self::new(Tone::Heading, text)
    }

    /// A run of [`Tone::Label`].
    pub(crate) fn label(text: impl Into<String>) -> Self {
        Self::new(Tone::Label, text)
    }

    /// A run of [`Tone::Value`].
    pub(crate) fn value(text: impl Into<String>) -> Self {
        Self::new(Tone::Value, text)
    }

    /// A run of [`Tone::Qualifier`].
    pub(crate) fn qualifier(text: impl Into<String>) -> Self {
        Self::new(Tone::Qualifier, text)
    }

    /// A run of [`Tone::Muted`].
    pub(crate) fn muted(text: impl Into<String>) -> Self {
        Self::new(Tone::Muted, text)
    }

    /// A run of [`Tone::Quote`].
    pub(crate) fn quote(text: impl Into<String>) -> Self {
        Self::new(Tone::Quote, text)
    }

    /// A run of [`Tone::Match`].
    pub(crate) fn found(text: impl Into<String>) -> Self {
        Self::new(Tone::Match, text)
    }

    /// A run of [`Tone::Warning`].
    pub(crate) fn warning(text: impl Into<String>) -> Self {
        Self::new(Tone::Warning, text)
    }

    /// A run of [`Tone::Error`].
    pub(crate) fn error(text: impl Into<String>) -> Self {
        Self::new(Tone::Error, text)
    }

    /// A run of [`Tone::Key`].
    pub(crate) fn key(text: impl Into<String>) -> Self {
        Self::new(Tone::Key, text)
    }

    /// A run of [`Tone::Rule`].
    pub(crate) fn rule(text: impl Into<String>) -> Self {
        Self::new(Tone::Rule, text)
    }

    /// `text` in `tone`, with [`Tone::Match`] at the byte ranges `found`; ranges that are not of `text` are ignored.
    pub(crate) fn marked(tone: Tone, text: &str, found: &[std::ops::Range<usize>]) -> Vec<Self> {
        let mut runs = Vec::new();
        let mut at = 0;
        for range in found {
            let (Some(before), Some(hit)) = (text.get(at..range.start), text.get(range.clone())) else {
                continue;
            };
            runs.push(Self::new(tone, before));
            runs.push(Self::found(hit));
            at = range.end;
        }
        runs.push(Self::new(tone, &text[at..]));
        runs.retain(|run| !run.text.is_empty());
        runs
    }

    /// A bar of `cells` cells: `filled` of them `#` in the subject's tone, the rest `-`.
    pub(crate) fn bar(subject: u8, filled: usize, cells: usize) -> Vec<Self> {
        let filled = filled.min(cells);
        vec![
            Self::new(Tone::Bar(subject), "#".repeat(filled)),
            Self::rule("-".repeat(cells - filled)),
        ]
    }
}

impl From<&str> for Run {
    fn from(text: &str) -> Self {
        Self::plain(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marked_runs_are_the_text_again() {
        let runs = Run::marked(Tone::Label, "校企共建基地", &[0..6, 12..15]);
        assert_eq!(
            runs,
            [
                Run::found("校企"),
                Run::label("共建"),
                Run::found("基"),
                Run::label("地")
            ]
        );
        assert_eq!(
            Run::marked(Tone::Label, "校企", &[1..3, 0..99]),
            [Run::label("校企")]
        );
        assert_eq!(Run::marked(Tone::Label, "", &[]), []);
    }

    #[test]
    fn a_bar_is_as_long_as_it_was_asked_to_be() {
        assert_eq!(
            Run::bar(1, 3, 5),
            [Run::new(Tone::Bar(1), "###"), Run::rule("--")]
        );
        assert_eq!(Run::bar(0, 9, 2), [Run::new(Tone::Bar(0), "##"), Run::rule("")]);
    }
}
