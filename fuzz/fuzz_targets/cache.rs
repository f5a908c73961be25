//! `cargo fuzz run cache`: see `entry::cache`.

#![no_main]

#[path = "../entry.rs"]
mod entry;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| entry::cache(bytes));
