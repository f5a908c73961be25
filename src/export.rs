//! Facts as data: one record a row, in the shapes other programs rely on; and pages as Markdown.
//!
//! Owns the field names and their order ([`record`]) and the writers for JSON, JSON Lines, CSV and
//! Markdown. It measures nothing, and but for [`package`], which fills a folder, it opens no file: everything
//! goes to any writer.

pub(crate) mod clip;
pub(crate) mod compare;
mod csv;
pub(crate) mod folder;
pub(crate) mod headings;
mod json;
mod markdown;
pub(crate) mod package;
pub(crate) mod record;
pub(crate) mod reference;

pub(crate) use csv::{CsvStyle, csv};
pub(crate) use json::{json, jsonl, object};
pub(crate) use markdown::{markdown, markdown_text};
pub(crate) use record::RecordRow;
