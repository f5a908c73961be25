//! `cargo fuzz run find`: see `entry::find`.

#![no_main]

#[path = "../entry.rs"]
mod entry;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| entry::find(bytes));
