//! Saving what is on screen: the line its path is typed into, the folders that complete it, the question before a
//! file is replaced, and what came of it.
//!
//! Owns that conversation. What is saved is `saved_subject`'s; folders are read and files written by the runner.

use std::path::{Path, PathBuf};

use super::{App, Offers, Picker, Prompt, SavedSubject};
use crate::{
    lang::system_words,
    report::Format,
    tui::{
        msg::{Effect, Listing, NotSaved},
        words::saving as words,
    },
};

/// A path being typed for something to be saved.
#[derive(Clone, Debug)]
pub(crate) struct SavePath {
    subject: SavedSubject,
    /// The name it is given when only a folder is typed.
    suggested: String,
    /// The folders beside what is typed, once the runner has told them.
    listing: Option<Listing>,
    /// Tab was pressed before they were known.
    completes: bool,
    /// What the line may become.
    pub(crate) rows: Vec<PathRow>,
}

/// What the line may become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PathRow {
    /// What it is.
    AsTyped,
    /// Another folder, by its name.
    Folder(String),
    /// The same with another ending.
    Ending(Format),
}

/// Most folders offered.
const MOST: usize = 100;

impl SavePath {
    /// The full path of the folder that is typed so far.
    pub(crate) fn folder(&self) -> Option<&Path> {
        self.listing.as_ref().map(|listing| &*listing.path)
    }

    /// Offers what suits the line, of which `cursor` characters stand before the cursor.
    pub(super) fn offer(&mut self, line: &str, cursor: usize) {
        let (folder, start) = parts(line, cursor);
        let known = self.listing.iter().filter(|listing| listing.folder == folder);
        let folders = known.flat_map(|listing| &listing.names);
        let folders = folders.filter(|name| begins(name, &start)).take(MOST);
        let own = Format::of(Path::new(line));
        let endings = Format::ALL.into_iter().filter(|format| Some(*format) != own);
        self.rows = std::iter::once(PathRow::AsTyped)
            .chain(folders.cloned().map(PathRow::Folder))
            .chain(endings.map(PathRow::Ending))
            .collect();
    }

    /// Whether Tab has something to put into the line.
    pub(super) fn has_completion(&self, row: usize) -> bool {
        match self.rows.get(row) {
            Some(PathRow::AsTyped) => self.rows.iter().any(|row| matches!(row, PathRow::Folder(_))),
            row => row.is_some(),
        }
    }

    /// The line with the folder `name` in it, and how many characters stand before the cursor then.
    fn with_folder(&self, name: &str, line: &str, cursor: usize) -> (String, usize) {
        let (folder, _) = parts(line, cursor);
        let after: String = line.chars().skip(cursor).collect();
        let after = if after.is_empty() { &self.suggested } else { &after };
        let before = format!("{folder}{name}/");
        let cursor = before.chars().count();
        (before + after, cursor)
    }

    /// The line as a path with a name: that of a folder alone gets the one suggested.
    fn path(&self, line: &str) -> String {
        match line.trim() {
            "" => self.suggested.clone(),
            "~" | "." | ".." => format!("{}/{}", line.trim(), self.suggested),
            line if line.ends_with('/') => format!("{line}{}", self.suggested),
            line => line.to_owned(),
        }
    }
}

/// The folder that stands before the cursor, with its slash, and what of a name there is after it.
fn parts(line: &str, cursor: usize) -> (String, String) {
    let before: String = line.chars().take(cursor).collect();
    let split = before.rfind('/').map_or(0, |at| at + 1);
    (before[..split].to_owned(), before[split..].to_owned())
}

/// Whether `name` may be meant by `start`, whatever its case; hidden folders only by their dot.
fn begins(name: &str, start: &str) -> bool {
    let (name, start) = (name.to_lowercase(), start.to_lowercase());
    name.starts_with(&start) && name.starts_with('.') == start.starts_with('.')
}

impl App {
    /// Opens the line for the path of what is on screen.
    pub(super) fn start_save(&mut self) {
        let found = match self.prompt.as_ref().map(|prompt| (&prompt.picker, prompt)) {
            None => None,
            Some((
                Some(Picker {
                    offers: Offers::Hits { hits, .. },
                    ..
                }),
                prompt,
            )) if !hits.is_empty() => Some(SavedSubject::Hits(prompt.input.value().to_owned())),
            Some(_) => return,
        };
        let Some(subject) = found.or_else(|| self.saved_subject()) else {
            return;
        };
        let suggested = self.suggested_name(&subject);
        let path = SavePath {
            subject,
            suggested: suggested.clone(),
            listing: None,
            completes: false,
            rows: Vec::new(),
        };
        self.type_path(path, &suggested);
    }

    /// Opens the line with `typed` in it.
    fn type_path(&mut self, path: SavePath, typed: &str) {
        self.pick(Offers::Path(Box::new(path)));
        if let Some(prompt) = &mut self.prompt {
            prompt.set(typed);
        }
        self.catch_up();
    }

    /// The folder whose folders have to be known for the line being typed.
    pub fn wanted_folder(&self) -> Option<String> {
        let prompt = self.prompt.as_ref()?;
        let Some(Picker {
            offers: Offers::Path(path),
            ..
        }) = &prompt.picker
        else {
            return None;
        };
        let (folder, _) = parts(prompt.input.value(), prompt.input.cursor());
        let known = path
            .listing
            .as_ref()
            .is_some_and(|listing| listing.folder == folder);
        (!known).then_some(folder)
    }

    /// Takes in which folders there are.
    pub(super) fn listed(&mut self, listing: Listing) {
        let Some((path, line, cursor)) = self.typed_path() else {
            return;
        };
        path.listing = Some(listing);
        path.offer(&line, cursor);
        if std::mem::take(&mut path.completes) {
            self.complete_path();
        }
    }

    fn typed_path(&mut self) -> Option<(&mut SavePath, String, usize)> {
        let prompt = self.prompt.as_mut()?;
        let (line, cursor) = (prompt.input.value().to_owned(), prompt.input.cursor());
        match &mut prompt.picker {
            Some(Picker {
                offers: Offers::Path(path),
                ..
            }) => Some((path, line, cursor)),
            _ => None,
        }
    }

    /// Completes the line to the folder or ending under the cursor, else to the first folder.
    pub(super) fn complete_path(&mut self) -> Option<Effect> {
        let wanted = self.wanted_folder();
        let row = self.picker()?.list.cursor;
        let (path, line, cursor) = self.typed_path()?;
        if let Some(folder) = wanted {
            path.completes = true;
            return Some(Effect::List(folder));
        }
        let is_folder = |row: &&PathRow| matches!(row, PathRow::Folder(_));
        let taken = match path.rows.get(row)? {
            PathRow::AsTyped => path.rows.iter().find(is_folder)?.clone(),
            row => row.clone(),
        };
        let (line, cursor) = match &taken {
            PathRow::Folder(name) => path.with_folder(name, &line, cursor),
            PathRow::Ending(format) => {
                let line = with_ending(&line, *format);
                let end = line.chars().count();
                (line, end)
            }
            PathRow::AsTyped => return None,
        };
        self.set_line(&line, cursor);
        None
    }

    fn set_line(&mut self, line: &str, cursor: usize) {
        if let Some(prompt) = &mut self.prompt {
            prompt.set(line);
            prompt.input = std::mem::take(&mut prompt.input).with_cursor(cursor);
        }
        self.catch_up();
    }

    /// Saves under the path typed, with the ending chosen; a folder chosen goes into the line.
    pub(super) fn choose_path(&mut self, path: &SavePath, row: usize, typed: &str) -> Option<Effect> {
        match path.rows.get(row)? {
            PathRow::AsTyped => self.save(path.clone(), path.path(typed), false),
            PathRow::Ending(format) => {
                let typed = with_ending(&path.path(typed), *format);
                self.save(path.clone(), typed, false)
            }
            PathRow::Folder(name) => {
                let (line, cursor) = path.with_folder(name, typed, typed.chars().count());
                self.type_path(path.clone(), &line);
                self.set_line(&line, cursor);
                None
            }
        }
    }

    /// Answers the question whether a file may be replaced: the first answer is no.
    pub(super) fn choose_replace(&mut self, path: &SavePath, typed: &str, row: usize) -> Option<Effect> {
        match row {
            0 => {
                self.type_path(path.clone(), typed);
                None
            }
            _ => self.save(path.clone(), typed.to_owned(), true),
        }
    }

    fn save(&mut self, path: SavePath, typed: String, replace: bool) -> Option<Effect> {
        let lang = self.look.lang;
        let Some(format) = Format::of(Path::new(&typed)) else {
            self.notice = Some(words::unknown_ending(lang));
            self.type_path(path, &typed);
            return None;
        };
        match self.saved_bytes(&path.subject, format) {
            Ok(bytes) => {
                self.saving = Some((path, typed.clone()));
                Some(Effect::Save {
                    path: typed,
                    bytes,
                    replace,
                })
            }
            Err(error) => {
                self.notice = Some(words::not_saved(lang, system_words(&error).get(lang)));
                None
            }
        }
    }

    /// Says where the file is, or why there is none; asks before one is replaced.
    pub(super) fn saved(&mut self, outcome: Result<PathBuf, NotSaved>) {
        let (lang, saving) = (self.look.lang, self.saving.take());
        match (outcome, saving) {
            (Ok(path), saving) => {
                if let Some((
                    SavePath {
                        subject: SavedSubject::Hits(typed),
                        ..
                    },
                    _,
                )) = saving
                {
                    self.find_again(&typed);
                }
                self.notice = Some(words::saved(lang, &path));
            }
            (Err(NotSaved::There(there)), Some((path, typed))) => {
                self.pick(Offers::Replace {
                    path: Box::new(path),
                    typed,
                    there,
                });
            }
            (Err(NotSaved::There(_)), None) => {}
            (Err(NotSaved::Refused(why)), saving) => {
                if let Some((path, typed)) = saving {
                    self.type_path(path, &typed);
                }
                self.notice = Some(words::not_saved(lang, why.get(lang)));
            }
        }
    }

    /// Back to the line from the question whether a file may be replaced. Says whether that was asked.
    pub(super) fn back_to_path(&mut self, prompt: &Prompt) -> bool {
        let Some(Picker {
            offers: Offers::Replace { path, typed, .. },
            ..
        }) = &prompt.picker
        else {
            return false;
        };
        self.type_path((**path).clone(), typed);
        true
    }

    /// Opens the list of everything for what was looked for.
    fn find_again(&mut self, typed: &str) {
        self.start_find();
        if let Some(prompt) = &mut self.prompt {
            prompt.set(typed);
        }
        self.catch_up();
    }
}

/// `line` with the ending of `format` in place of its own.
fn with_ending(line: &str, format: Format) -> String {
    let stem = match Format::of(Path::new(line)) {
        Some(_) => line.rsplit_once('.').map_or(line, |(stem, _)| stem),
        None => line,
    };
    format!("{stem}{}", format.ending())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(folders: &[&str]) -> SavePath {
        SavePath {
            subject: SavedSubject::Page,
            suggested: "页.docx".into(),
            listing: Some(Listing {
                folder: "~/".into(),
                path: "/home/u".into(),
                names: folders.iter().map(|name| (*name).to_owned()).collect(),
            }),
            completes: false,
            rows: Vec::new(),
        }
    }

    #[test]
    fn folders_are_offered_by_what_stands_before_the_cursor() {
        let mut path = path(&["Documents", "downloads", ".config", "文档"]);
        for (line, cursor, expected) in [
            ("~/do", 4, vec!["Documents", "downloads"]),
            ("~/页.docx", 2, vec!["Documents", "downloads", "文档"]),
            ("~/.c", 4, vec![".config"]),
            ("~/文", 3, vec!["文档"]),
            ("/etc/do", 7, vec![]),
        ] {
            path.offer(line, cursor);
            let folders = path.rows.iter().filter_map(|row| match row {
                PathRow::Folder(name) => Some(name.as_str()),
                _ => None,
            });
            assert_eq!(folders.collect::<Vec<_>>(), expected, "{line}");
        }
    }

    #[test]
    fn a_folder_keeps_the_name_after_the_cursor_or_gets_the_one_suggested() {
        let path = path(&[]);
        assert_eq!(path.with_folder("文档", "~/文r.md", 3), ("~/文档/r.md".into(), 5));
        assert_eq!(path.with_folder("文档", "~/文", 3), ("~/文档/页.docx".into(), 5));
        for (line, expected) in [
            ("", "页.docx"),
            ("~", "~/页.docx"),
            ("/tmp/", "/tmp/页.docx"),
            (" a.md ", "a.md"),
        ] {
            assert_eq!(path.path(line), expected);
        }
    }

    #[test]
    fn an_ending_takes_the_place_of_one_that_is_a_format() {
        assert_eq!(with_ending("a.b.docx", Format::Xlsx), "a.b.xlsx");
        assert_eq!(with_ending("v1.2", Format::Md), "v1.2.md");
    }
}
