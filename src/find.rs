//! From what a reader types to what the atlas holds.
//!
//! Owns matching and ranking: Han, Latin, pinyin and initials on folded text. Pure functions; it draws nothing
//! and never changes what it shows: highlights are ranges in the original text.

mod college;
mod pattern;
mod reading;

pub use college::{NoCollege, college};

/// Whether `pinyin` (no tones, syllables together or apart) reads `text` character by character.
pub fn reads(text: &str, pinyin: &str) -> bool {
    reading::aligned(text, pinyin).is_some()
}
