//! The reader of printed Chinese quantities: 近2万人次 is 20000 人次, nearly.
//!
//! Owns what a figure is ([`Quantity`]), what only looks like one ([`Kind`]) and the way back to print.
//! Knows nothing of dossiers, metrics or files, and never guesses a figure that is not printed.

mod kind;
mod quantity;

pub use kind::{Found, Kind};
pub use quantity::{Bound, Quantity};
