//! Writes what `docs` holds that is read off the program: the JSON Schema of each kind of file, the pages of its fields, and
//! the table of finding codes in `docs/curating.md`.
//!
//! `cargo run --example schema`, in the repository. A test fails while what is there is not current.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use rongtu::{finding::code, load::schema::SchemaKind};

#[path = "schema/fields.rs"]
mod fields;

fn main() -> Result<()> {
    let folder = Path::new("docs/schema");
    fs::create_dir_all(folder)?;
    for kind in SchemaKind::ALL {
        let path = folder.join(kind.file());
        fs::write(&path, kind.text()).with_context(|| path.display().to_string())?;
    }
    for page in fields::Page::ALL {
        fs::write(page.path(), page.text()).with_context(|| page.path().to_owned())?;
    }
    codes(Path::new("docs/curating.md"))
}

/// Puts the table of codes between its marks.
fn codes(page: &Path) -> Result<()> {
    let text = fs::read_to_string(page).with_context(|| page.display().to_string())?;
    let (head, rest) = text.split_once("<!-- codes -->\n").context("no table")?;
    let (_, tail) = rest
        .split_once("<!-- /codes -->")
        .context("no end of the table")?;
    let table = code::table();
    fs::write(
        page,
        format!("{head}<!-- codes -->\n{table}<!-- /codes -->{tail}"),
    )?;
    Ok(())
}
