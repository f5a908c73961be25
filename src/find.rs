//! From what a reader types to what the atlas holds.
//!
//! Owns matching and ranking: Han, Latin, pinyin and initials on folded text. Pure functions; it draws nothing
//! and never changes what it shows: highlights are ranges in the original text.

mod bloom;
mod char_cache;
mod college;
mod disk;
mod entry;
mod hit;
mod hit_text;
mod index;
mod layout;
mod letters;
mod pattern;
mod phrase_frequency;
mod query;
mod rank;
mod search;
mod suggest;
mod term;
#[cfg(test)]
mod tests;
mod word_starts;

pub(crate) use college::{NoCollege, college};
pub(crate) use entry::{Field, Target};
pub(crate) use hit::Hit;
pub use index::Index;
pub use search::Filter;
pub(crate) use search::Matches;
