//! Writes the list of files that are embedded in the binary (`data/` and the records of `seeds/`), and the number that
//! says which sources the model, the loader and the search were built from: compiled files of other sources are not
//! read. Says what else is linked.

use std::{
    env,
    fmt::Write as _,
    fs,
    hash::{DefaultHasher, Hasher},
    io,
    path::{Path, PathBuf},
    process::Command,
};

fn main() -> io::Result<()> {
    unwinder();
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    println!(
        "cargo:rustc-env=RONGTU_SCHEMA={:016x}",
        schema(&root.join("src"))?
    );
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
                "({:?}, include_str!({path:?}), {:?}),",
                format!("{folder}/{name}"),
                json(&fs::read_to_string(&file)?)
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

/// Links the unwinder in where the C compiler has it as an archive: a start then opens one library less, which is a
/// twentieth of a look-up. Elsewhere it stays the shared library that Rust links.
fn unwinder() {
    let target = |part: &str| env::var(format!("CARGO_CFG_TARGET_{part}")).unwrap_or_default();
    if (target("OS"), target("ENV")) != ("linux".to_owned(), "gnu".to_owned()) {
        return;
    }
    let compiler = env::var_os("RUSTC_LINKER").unwrap_or_else(|| "cc".into());
    let asked = Command::new(compiler)
        .arg("-print-file-name=libgcc_eh.a")
        .output();
    // Where there is none, the compiler says the name again.
    if asked.is_ok_and(|found| found.stdout.starts_with(b"/")) {
        println!("cargo:rustc-link-lib=gcc_eh");
    }
}

/// The same as JSON; empty where it is no sound YAML, which the loader then says with its place.
fn json(text: &str) -> String {
    serde_yaml::from_str::<serde_json::Value>(text).map_or_else(|_| String::new(), |value| value.to_string())
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

/// A number over everything that decides what a loaded atlas looks like.
fn schema(src: &Path) -> io::Result<u64> {
    let mut hasher = DefaultHasher::new();
    for part in ["CARGO_PKG_VERSION", "CARGO_CFG_TARGET_ENDIAN"] {
        hasher.write(env::var(part).unwrap_or_default().as_bytes());
    }
    for part in [
        "lang.rs",
        "load.rs",
        "load",
        "find.rs",
        "find",
        "model",
        "finding.rs",
        "finding",
        "numeral/quantity.rs",
        "text",
    ] {
        println!("cargo:rerun-if-changed=src/{part}");
        for file in below(&src.join(part))? {
            hasher.write(&fs::read(file)?);
        }
    }
    Ok(hasher.finish())
}

/// Every file at or below `path`, in order.
fn below(path: &Path) -> io::Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let mut paths = fs::read_dir(path)?
        .map(|entry| entry.map(|e| e.path()))
        .collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    let files = paths
        .iter()
        .map(|path| below(path))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(files.into_iter().flatten().collect())
}
