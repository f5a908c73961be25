//! From what a reader types to what the atlas holds.
//!
//! Owns matching and ranking: Han, Latin, pinyin and initials on folded text. Pure functions; it draws nothing
//! and never changes what it shows: highlights are ranges in the original text.

mod bloom;
mod char_cache;
mod cost;
mod disk;
mod entry;
mod hit;
mod hit_text;
mod index;
mod layout;
mod letters;
mod name;
mod pattern;
mod phrase_frequency;
mod query;
mod rank;
mod search;
#[cfg(test)]
mod spelling_tests;
mod suggest;
mod synonyms;
mod target;
mod term;
#[cfg(test)]
mod tests;
mod word_starts;

pub(crate) use hit::Hit;
pub use index::Index;
pub(crate) use name::{Called, NameQuery, Names, named_targets, order, orders, target, theme};
pub(crate) use name::{NoName, college};
pub use search::Filter;
pub(crate) use search::Matches;
pub(crate) use target::{HitField, Target};
