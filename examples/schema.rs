//! Writes what `docs` holds that is read off the program: the JSON Schema of each kind of file, the pages of its fields, and
//! the page of finding codes, `docs/findings.md`.
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
    let path = Path::new("docs/findings.md");
    fs::write(path, code::page()).with_context(|| path.display().to_string())
}
