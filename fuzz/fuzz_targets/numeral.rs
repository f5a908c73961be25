//! `cargo fuzz run numeral`: see `entry::numeral`.

#![no_main]

#[path = "../entry.rs"]
mod entry;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| entry::numeral(bytes));
