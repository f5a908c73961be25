//! What is made once instead of at each start: the files embedded in the binary (`data/` and the records of `seeds/`),
//! also as JSON; the readings of all characters; and the number that says which sources the model, the loader and the
//! search were built from, so that compiled files of other sources are not read.

use std::{
    collections::HashMap,
    env,
    fmt::Write as _,
    fs,
    hash::{DefaultHasher, Hasher},
    io,
    ops::RangeInclusive,
    path::{Path, PathBuf},
};

use ib_matcher::pinyin::{PinyinData, PinyinNotation};

fn main() -> io::Result<()> {
    let folder = |name| PathBuf::from(env::var_os(name).unwrap_or_default());
    let (root, out) = (folder("CARGO_MANIFEST_DIR"), folder("OUT_DIR"));
    let readings = readings();
    let schema = schema(&root.join("src"), &readings)?;
    println!("cargo:rustc-env=RONGTU_SCHEMA={schema:016x}");
    fs::write(out.join("readings.rs"), readings)?;
    fs::write(out.join("embedded.rs"), embedded(&root)?)
}

/// The files, each as its name, its text and the same as JSON.
fn embedded(root: &Path) -> io::Result<String> {
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
    Ok(list)
}

/// The readings of every character, as arrays of numbers: text would have to be put in its place at each start.
///
/// `SYLLABLES` are in order, each with its length last. `SETS` are places of syllables; those of the set `n` end at
/// `ENDS[n]` and start where the set before ends; the first set is empty. `HAN` has the set of each character from
/// `FIRST`, `OTHERS` those of characters elsewhere, in order.
fn readings() -> String {
    const ASCII: PinyinNotation = PinyinNotation::Ascii;
    let data = PinyinData::new(ASCII);
    let mut syllables: Vec<&str> = data.iter().filter_map(|pinyin| pinyin.notation(ASCII)).collect();
    syllables.sort_unstable();
    syllables.dedup();
    let (mut sets, mut ends) = (Vec::<usize>::new(), vec![0]);
    let mut known = HashMap::from([(Vec::new(), 0)]);
    let mut of = |char| {
        let readings = data.get_pinyins(char).filter_map(|pinyin| pinyin.notation(ASCII));
        let mut set: Vec<_> = readings
            .flat_map(|reading| syllables.binary_search(&reading))
            .collect();
        set.sort_unstable();
        set.dedup();
        *known.entry(set).or_insert_with_key(|set| {
            sets.extend(set);
            ends.push(sets.len());
            ends.len() - 1
        })
    };
    let han: Vec<_> = HAN.map(&mut of).collect();
    let others = ('\0'..=char::MAX).filter(|char| !HAN.contains(char));
    let others: Vec<_> = others
        .map(|char| (char, of(char)))
        .filter(|(_, set)| *set > 0)
        .collect();
    let letters = |syllable: &str| {
        let mut letters = [0; 8];
        letters[..syllable.len()].copy_from_slice(syllable.as_bytes());
        letters[7] = syllable.len() as u8;
        letters
    };
    let syllables: Vec<_> = syllables.into_iter().map(letters).collect();
    format!(
        "const FIRST: char = {:?};\n\
         static SYLLABLES: &[[u8; 8]] = &{syllables:?};\n\
         static SETS: &[u16] = &{sets:?};\n\
         static ENDS: &[u16] = &{ends:?};\n\
         static HAN: &[u16] = &{han:?};\n\
         static OTHERS: &[(char, u16)] = &{others:?};\n",
        HAN.start()
    )
}

/// Where nearly every character has readings.
const HAN: RangeInclusive<char> = '\u{3400}'..='\u{9fff}';

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
fn schema(src: &Path, readings: &str) -> io::Result<u64> {
    let mut hasher = DefaultHasher::new();
    hasher.write(readings.as_bytes());
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
