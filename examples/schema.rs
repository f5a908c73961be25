//! Writes what `docs` holds that is read off the program: the JSON Schema of each kind of file, and the table of
//! finding codes in `docs/curating.md`.
//!
//! `cargo run --example schema`, in the repository. A test fails while what is there is not current.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use rongtu::load::schema::Kind;

fn main() -> Result<()> {
    let folder = Path::new("docs/schema");
    fs::create_dir_all(folder)?;
    for kind in Kind::ALL {
        let path = folder.join(kind.file());
        fs::write(&path, kind.text()).with_context(|| path.display().to_string())?;
    }
    Ok(())
}
