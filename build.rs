//! Writes the list of files that are embedded in the binary: `data/` and the records of `seeds/`.

use std::{
    env,
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let mut list = String::from("&[\n");
    for folder in ["data", "data/colleges", "seeds"] {
        println!("cargo:rerun-if-changed={folder}");
        for file in yaml(&root.join(folder))? {
            let name = file
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let path = file.display().to_string();
            writeln!(
                list,
                "({:?}, include_str!({path:?})),",
                format!("{folder}/{name}")
            )
            .map_err(io::Error::other)?;
        }
    }
    list.push(']');
    fs::write(
        PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("embedded.rs"),
        list,
    )
}

fn yaml(folder: &Path) -> io::Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut files: Vec<_> = fs::read_dir(folder)?
        .map(|entry| entry.map(|e| e.path()))
        .collect::<Result<_, _>>()?;
    files.retain(|path| path.extension().is_some_and(|ext| ext == "yaml"));
    files.sort();
    Ok(files)
}
