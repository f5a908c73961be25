//! Everything that is tested from outside: sessions, commands, files, and the program in a real terminal.
//!
//! One binary, so that there is one link; each file is one subject.

#![allow(clippy::unwrap_used, reason = "a test may fail by panicking")]

mod accessible;
mod answer_key;
mod check;
mod commands;
mod compare;
mod corpus;
mod curating;
mod documents;
mod draft;
mod endure;
mod export;
mod failures;
mod faults;
mod fields;
mod find;
mod generated;
mod house;
mod keys;
mod labels;
mod layout;
mod named;
mod names;
mod order;
mod periods;
mod pictures;
mod plain_chinese;
mod pointer;
mod pty;
mod report;
mod review;
mod run;
mod save;
mod schema;
mod sessions;
mod settings;
mod shell;
mod shipped;
mod single_faults;
mod support;
mod tasks;
mod terminal;
mod walk;
