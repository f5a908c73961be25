//! Facts as data: one record a row, in the shapes other programs rely on; and pages as Markdown.
//!
//! Owns the field names and their order ([`record`]) and the writers for JSON, JSON Lines, CSV and
//! Markdown. It measures nothing, and but for [`package`], which fills a folder, it opens no file: everything
//! goes to any writer.

pub mod clip;
pub mod compare;
mod csv;
mod json;
mod markdown;
pub mod package;
pub mod record;
mod sarif;

pub use csv::csv;
pub use json::{json, jsonl, object};
pub use markdown::markdown;
pub use record::Record;
pub use sarif::sarif;
