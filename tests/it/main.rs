//! Everything that is tested from outside: sessions, commands, files, and the program in a real terminal.
//!
//! One binary, so that there is one link; each file is one subject.

mod pty;
mod terminal;
