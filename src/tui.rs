//! The explorer's side of the terminal.
//!
//! Owns the way from drawn cells to bytes and from bytes to keys, and the terminal's state between start and end.
//! Everything here that touches the terminal is in this module's files; what is shown is decided elsewhere.

pub mod clip;
pub mod input;
pub mod key;
pub mod probe;
pub mod run;
pub mod screen;
pub mod session;
pub mod term;

mod signals;
mod tty;
mod watchdog;
