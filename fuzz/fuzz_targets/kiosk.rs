//! `cargo fuzz run kiosk`: see `entry::kiosk`.

#![no_main]

#[path = "../entry.rs"]
mod entry;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| entry::kiosk(bytes));
