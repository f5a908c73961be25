//! Facts as data: one record a row, in the shapes other programs rely on.
//!
//! Owns the field names and their order ([`record`]) and the writers for JSON, JSON Lines and CSV.
//! It lays nothing out for reading (that is `page`) and opens no file: rows go to any writer.

mod csv;
mod json;
pub mod record;

pub use csv::csv;
pub use json::{json, jsonl, object};
pub use record::Record;
