//! Costs of matches that several files compare with; what each match costs is for `rank` to say.

/// What no match has for a cost.
pub(crate) const NONE: u8 = u8::MAX;

/// The most a match costs that starts at the beginning or takes a word that is spelt.
pub(crate) const WORD: u8 = 26;

/// The most a match costs that is spelt anywhere inside, but not in the middle of a Latin word.
pub(crate) const INSIDE: u8 = 30;

/// What a match costs at least that is no name but a mention in prose.
pub(crate) const PROSE: u32 = 60;
