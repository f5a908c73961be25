//! The explorer: state, keys, geometry and drawing, and the way from drawn cells to bytes.
//!
//! `app` changes state and touches nothing else; `view` draws and changes nothing; `run` and what it
//! uses own the terminal. It formats no facts of its own: `page` does, for the command line as well.

pub mod app;
pub(crate) mod background;
pub mod clip;
pub mod display;
mod files;
pub(crate) mod input;
pub mod key;
pub mod keymap;
pub(crate) mod list;
pub mod mouse;
pub mod msg;
pub mod probe;
pub(crate) mod regions;
mod review;
pub mod run;
mod runtime;
pub mod screen;
pub mod session;
mod signals;
pub mod term;
pub mod theme;
#[cfg(test)]
mod time_tests;
pub(crate) mod tty;
pub mod view;
mod watchdog;
mod words;

pub use review::{ReviewSetup, Reviewing};
pub use runtime::{Setup, open};
