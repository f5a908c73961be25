//! Documents made of meaning: blocks of runs, laid out to exact cells.
//!
//! A producer says what a piece of text means ([`Tone`]); the painters of the command line and of the explorer
//! decide how that looks. Nothing here knows a colour, a terminal or a writer.

pub mod columns;
pub mod layout;

/// What a piece of text means. Painters match on it exhaustively.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tone {
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
pub struct Run {
    /// What it means.
    pub tone: Tone,
    /// The text: as printed in a [`layout::Block`], as drawn in a [`layout::Row`].
    pub text: String,
}

impl Run {
    /// A run of any tone.
    pub fn new(tone: Tone, text: impl Into<String>) -> Self {
        Self {
            tone,
            text: text.into(),
        }
    }
}

macro_rules! tones {
    ($($name:ident $tone:ident),* $(,)?) => {
        impl Run {$(
            #[doc = concat!("A run of [`Tone::", stringify!($tone), "`].")]
            pub fn $name(text: impl Into<String>) -> Self {
                Self::new(Tone::$tone, text)
            }
        )*}
    };
}

tones! {
    plain Plain, heading Heading, label Label, value Value, qualifier Qualifier, muted Muted, quote Quote,
    found Match, warning Warning, error Error, key Key, rule Rule,
}

/// A bar of `cells` cells: `filled` of them `#` in the subject's tone, the rest `-`.
pub fn bar(subject: u8, filled: usize, cells: usize) -> Vec<Run> {
    let filled = filled.min(cells);
    vec![
        Run::new(Tone::Bar(subject), "#".repeat(filled)),
        Run::rule("-".repeat(cells - filled)),
    ]
}

impl From<&str> for Run {
    fn from(text: &str) -> Self {
        Run::plain(text)
    }
}
