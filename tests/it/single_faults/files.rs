//! The shipped files as lines, and the places of their fields.

use std::{
    collections::{BTreeMap, HashSet},
    fs,
    path::Path,
};

use tempfile::TempDir;

/// The files by name, `data/colleges/sdcit.yaml`.
pub(super) struct Files(BTreeMap<String, String>);

/// A field on a line of its own: `    unit: 家`.
#[derive(Clone, Debug)]
pub(super) struct Spot<'a> {
    pub(super) file: &'a str,
    /// 1-based.
    pub(super) line: u32,
    /// 1-based line of the record's first field; that of the field for the head of a file.
    pub(super) record: u32,
    pub(super) value: &'a str,
    text: &'a str,
}

impl Files {
    pub(super) fn shipped() -> Self {
        let mut files = BTreeMap::new();
        for folder in ["data", "data/colleges", "seeds"] {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.extension().is_some_and(|extension| extension == "yaml") {
                    let text = fs::read_to_string(&path).unwrap();
                    files.insert(path.to_string_lossy().into_owned(), text);
                }
            }
        }
        Self(files)
    }

    pub(super) fn text(&self, file: &str) -> &str {
        &self.0[file]
    }

    /// The files whose name holds `part`.
    pub(super) fn named(&self, part: &str) -> Vec<&str> {
        self.0
            .keys()
            .filter(|name| name.contains(part))
            .map(String::as_str)
            .collect()
    }

    /// Every id that the files define.
    pub(super) fn ids(&self) -> HashSet<String> {
        self.0
            .values()
            .flat_map(|text| crate::plain_chinese::ids(text))
            .collect()
    }

    /// A copy on disk.
    pub(super) fn laid_out(&self) -> TempDir {
        let dir = TempDir::new().unwrap();
        for (name, text) in &self.0 {
            let path = dir.path().join(name);
            fs::create_dir_all(path.parent().unwrap_or(Path::new(""))).unwrap();
            fs::write(path, text).unwrap();
        }
        dir
    }

    /// Every field called `key` of the records of `list`; `a.b` is the b below a, an empty list the head.
    pub(super) fn spots(&self, list: &str, key: &str) -> Vec<Spot<'_>> {
        self.0
            .iter()
            .flat_map(|(file, text)| spots(file, text, list, key))
            .collect()
    }
}

fn spots<'a>(file: &'a str, text: &'a str, wanted: &str, key: &str) -> Vec<Spot<'a>> {
    let mut spots = Vec::new();
    let (mut list, mut record, mut above) = ("", 0, "");
    for (number, line) in (1..).zip(text.lines()) {
        let bare = line.trim_start().trim_start_matches("- ");
        let indent = line.len() - bare.len();
        if bare.is_empty() || bare.starts_with('#') {
            continue;
        }
        let begins = line.starts_with("  - ");
        if begins {
            record = number;
        }
        let Some((name, value)) = bare.split_once(':') else {
            continue;
        };
        let value = value.trim_start();
        if indent == 0 {
            list = if value.is_empty() { name } else { "" };
            record = number;
        }
        let depth = if list.is_empty() || is_head(list) { 0 } else { 4 };
        let full = match indent > depth {
            true => format!("{above}.{name}"),
            false => name.to_owned(),
        };
        if indent == depth {
            above = name;
        }
        let owner = if is_head(list) { "" } else { list };
        let flow = begins && bare.starts_with('{') && key == "{}";
        if owner == wanted && (full == key || flow) {
            spots.push(Spot {
                file,
                line: number,
                record,
                value: if flow { bare } else { value },
                text,
            });
        }
    }
    spots
}

/// Mappings of the head of a file, whose fields stand at two spaces.
fn is_head(list: &str) -> bool {
    ["name", "province", "reporter", "summary", "text"].contains(&list)
}

impl Spot<'_> {
    /// The whole line.
    pub(super) fn whole(&self) -> &str {
        self.text.lines().nth(self.line as usize - 1).unwrap()
    }

    /// The value of another field of the same record.
    pub(super) fn beside(&self, key: &str) -> Option<&str> {
        let lines = self.text.lines().skip(self.record as usize - 1);
        let mut own = lines
            .enumerate()
            .take_while(|(at, line)| *at == 0 || !line.starts_with("  - "));
        own.find_map(|(_, line)| {
            line.trim_start()
                .trim_start_matches("- ")
                .strip_prefix(key)?
                .strip_prefix(": ")
        })
    }

    /// 1-based line of another field of the same record.
    pub(super) fn line_of(&self, key: &str) -> Option<u32> {
        let lines = self.text.lines().enumerate().skip(self.record as usize - 1);
        let mut own =
            lines.take_while(|(at, line)| *at as u32 + 1 == self.record || !line.starts_with("  - "));
        own.find(|(_, line)| line.trim_start().starts_with(&format!("{key}:")))
            .map(|(at, _)| at as u32 + 1)
    }

    /// Forty characters in a row of the article that the shipped record of its file is of.
    pub(super) fn article_run(&self) -> Option<String> {
        let file = match self.file.contains("tzvcst") {
            true => "000_67094ae2a98201f6.txt",
            false => "003_db37cdbf2dbde2b3.txt",
        };
        let text = fs::read_to_string(super::articles()?.join(file)).ok()?;
        let line = text.lines().max_by_key(|line| line.len())?;
        let run: String = line.chars().skip(60).take(40).collect();
        Some(format!("'{run}'"))
    }

    /// Whether the phrase of its record holds `word`.
    pub(super) fn cite_holds(&self, word: &str) -> bool {
        self.beside("cite").is_some_and(|cite| cite.contains(word))
    }

    /// The id of the first record of another list of its file.
    pub(super) fn first_of(&self, list: &str) -> Option<&str> {
        spots(self.file, self.text, list, "id")
            .first()
            .map(|spot| spot.value)
    }

    /// The id of the last record of another list of its file, which is not the spot's own value.
    pub(super) fn last_of(&self, list: &str) -> Option<&str> {
        let id = spots(self.file, self.text, list, "id").last()?.value;
        (id != self.value).then_some(id)
    }

    /// The name of the first record of a list, when that is another.
    pub(super) fn first_name_of(&self, list: &str) -> Option<&str> {
        let name = spots(self.file, self.text, list, "zh").first()?.value;
        (name != self.value).then_some(name)
    }

    /// The file's text with the line put in place of the spot's; no line takes it out.
    pub(super) fn with(&self, lines: &[String]) -> String {
        let mut text = String::new();
        for (number, line) in (1..).zip(self.text.lines()) {
            match number == self.line {
                true => lines.iter().for_each(|line| text += &format!("{line}\n")),
                false => text += &format!("{line}\n"),
            }
        }
        text
    }

    /// The spot's line with another value.
    pub(super) fn set(&self, value: &str) -> Option<Vec<String>> {
        let whole = self.whole();
        let head = &whole[..whole.len() - self.value.len()];
        Some(vec![format!("{head}{value}")])
    }

    /// The spot's line with `from` written as `to`.
    pub(super) fn swap(&self, from: &str, to: &str) -> Option<Vec<String>> {
        let at = self.value.find(from)?;
        let value = format!("{}{to}{}", &self.value[..at], &self.value[at + from.len()..]);
        self.set(&value)
    }

    /// The spot's line with another line behind it.
    pub(super) fn and(&self, line: &str) -> Option<Vec<String>> {
        Some(vec![self.whole().to_owned(), line.to_owned()])
    }
}
