//! From what a reader types to what the atlas holds.
//!
//! Owns matching and ranking: Han, Latin, pinyin and initials on folded text. Pure functions; it draws nothing
//! and never changes what it shows: highlights are ranges in the original text.

mod college;
mod pattern;

pub use college::{NoCollege, college};
