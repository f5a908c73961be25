//! The tutorial in `docs/curating.md` and its Chinese page, done as they are written: its files are made, its commands typed, its answers
//! compared; and its table of codes is current.

use std::{fs, io::Write, path::Path, process::Command};

use tempfile::TempDir;

use crate::run::same;

const PAGE: &str = "docs/curating.md";

/// The tutorial in both languages, and the language of the answers.
const PAGES: [(&str, &str); 2] = [(PAGE, "en"), ("docs/curating.zh.md", "zh")];

/// The fenced blocks of a page: what stands behind the fence, and the lines.
fn blocks(text: &str) -> Vec<(String, String)> {
    let mut blocks: Vec<(String, String)> = Vec::new();
    let mut open = false;
    for line in text.lines() {
        match line.strip_prefix("```") {
            Some(_) if open => open = false,
            Some(info) => {
                open = true;
                blocks.push((info.to_owned(), String::new()));
            }
            None if open => {
                let block = &mut blocks.last_mut().unwrap().1;
                block.push_str(line);
                block.push('\n');
            }
            None => {}
        }
    }
    blocks
}

/// A folder with the repository's `data` and `seeds`, as the tutorial starts.
pub(crate) fn checkout() -> TempDir {
    let dir = TempDir::new().unwrap();
    for folder in ["data", "data/colleges", "seeds"] {
        fs::create_dir_all(dir.path().join(folder)).unwrap();
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ext| ext == "yaml") {
                fs::copy(&path, dir.path().join(&path)).unwrap();
            }
        }
    }
    dir
}

/// What a shell in `dir` prints when `typed` is typed, in the language `lang`.
fn shell(dir: &Path, typed: &str, lang: &str) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_rongtu")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let ran = Command::new("sh")
        .args(["-c", typed])
        .current_dir(dir)
        .env("PATH", path)
        .env("RONGTU_LANG", lang)
        .env("XDG_CONFIG_HOME", dir)
        .env_remove("RONGTU_ARTICLES")
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&ran.stderr), "", "{typed}");
    String::from_utf8(ran.stdout).unwrap()
}

/// The commands of a block and the lines shown under each.
fn session(block: &str) -> Vec<(String, Vec<String>)> {
    let mut commands: Vec<(String, Vec<String>)> = Vec::new();
    for line in block.lines() {
        match line.strip_prefix("$ ") {
            Some(typed) => commands.push((typed.to_owned(), Vec::new())),
            None => commands.last_mut().unwrap().1.push(line.to_owned()),
        }
    }
    commands
}

#[test]
fn the_tutorial_leads_where_it_says() {
    for (page, lang) in PAGES {
        follow(page, lang);
    }
}

fn follow(page: &str, lang: &str) {
    let dir = checkout();
    let mut typed_in_all = 0;
    for (info, block) in blocks(&fs::read_to_string(page).unwrap()) {
        if let Some((_, file)) = info.split_once(" file=") {
            fs::write(dir.path().join(file), block).unwrap();
        } else if let Some((_, file)) = info.split_once(" append=") {
            let mut file = fs::File::options()
                .append(true)
                .open(dir.path().join(file))
                .unwrap();
            file.write_all(block.as_bytes()).unwrap();
        } else {
            for (typed, shown) in session(&block) {
                typed_in_all += 1;
                let printed = shell(dir.path(), &typed, lang);
                let lines: Vec<_> = printed.lines().collect();
                assert!(same(&shown, &lines), "{typed} prints\n{printed}");
            }
        }
    }
    assert!(typed_in_all > 8);
}
