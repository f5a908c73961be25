//! `cargo fuzz run loader`: see `entry::loader`.

#![no_main]

#[path = "../entry.rs"]
mod entry;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| entry::loader(bytes));
