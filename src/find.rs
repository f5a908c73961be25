//! From what a reader types to what the atlas holds.
//!
//! Owns matching and ranking: Han, Latin, pinyin and initials on folded text. Pure functions; it draws nothing
//! and never changes what it shows: highlights are ranges in the original text.

mod alone;
mod asked;
mod college;
mod entry;
mod hit;
mod index;
mod kept;
mod letters;
mod lexis;
mod packed;
mod pattern;
mod query;
mod rank;
mod search;
mod show;
mod sign;
mod suggest;
#[cfg(test)]
mod tests;
mod usage;

pub use college::{NoCollege, college};
pub use entry::{Field, Target};
pub use hit::Hit;
pub use index::Index;
pub use search::Filter;
