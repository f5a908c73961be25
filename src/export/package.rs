//! The whole atlas as a folder of tables: CSV, the same rows as JSON Lines, and a Data Package that describes them.
//!
//! Owns what is in the folder. The rows are [`record`](super::record)'s; how files come into being without ever being
//! half-written is [`folder`](super::folder)'s.

mod descriptor;
mod table;

use std::{io, path::Path};

use table::TABLES;

use super::{
    CsvStyle,
    folder::{Folder, Trouble},
};
use crate::model::Atlas;

/// How the package is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct PackageOptions {
    /// How each CSV is written.
    pub(crate) csv: CsvStyle,
    /// Put new files in the place of those that are there.
    pub(crate) force: bool,
}

/// The file that describes the others.
const DESCRIPTOR: &str = "datapackage.json";

/// Fills `dir` with the tables of `atlas` and answers how many files that were. Either all of them are there in the
/// end or, but for a fault while they get their names, none.
///
/// # Errors
/// A file of that name that is there already, unless `force` says otherwise; whatever the file system refuses.
pub(crate) fn package(atlas: &Atlas, dir: &Path, options: PackageOptions) -> Result<usize, Trouble> {
    let names = TABLES.iter().flat_map(|table| [table.csv(), table.jsonl()]);
    let names: Vec<_> = names.chain([DESCRIPTOR.to_owned()]).collect();
    let mut folder = Folder::open(dir, &names, options.force)?;
    let mut resources = Vec::with_capacity(TABLES.len());
    for table in TABLES {
        let csv = in_memory(dir, |out| (table.rows)(atlas, out, options.csv))?;
        folder.put(&table.csv(), &csv)?;
        resources.push(descriptor::resource(table, &csv, options.csv.headings));
        let lines = in_memory(dir, |out| (table.lines)(atlas, out))?;
        folder.put(&table.jsonl(), &lines)?;
    }
    folder.put(DESCRIPTOR, descriptor::document(resources).as_bytes())?;
    folder.publish()?;
    Ok(names.len())
}

/// What `write` writes.
fn in_memory(dir: &Path, write: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> Result<Vec<u8>, Trouble> {
    let mut out = Vec::new();
    match write(&mut out) {
        Ok(()) => Ok(out),
        Err(error) => Err(Trouble::Refused(dir.to_owned(), error)),
    }
}
