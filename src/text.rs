//! Text on a cell grid: how wide it is, where it may break, what it may contain.
//!
//! The lowest layer: it knows Unicode and terminals' habits, and nothing of dossiers, colours or screens.
//! It never writes anything; it will not guess a terminal's habits either, callers pass a [`width::Policy`].

pub mod clean;
pub mod fit;
pub mod fold;
mod grapheme;
pub(crate) mod han;
pub(crate) mod kinsoku;
#[cfg(test)]
pub(crate) mod mixed;
pub(crate) mod ordinary;
#[cfg(test)]
pub(crate) mod pieces;
pub(crate) mod plain;
pub(crate) mod reading;
pub(crate) mod similar;
pub mod width;
pub mod wrap;
