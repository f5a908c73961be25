//! Saving what is on screen: the line its path is typed into, the folders that complete it, the question before a
//! file is replaced, and what came of it.
//!
//! Owns that conversation. What is saved is `saved_subject`'s, what the line may become `save_path`'s; folders are read and files written by the runner.

use std::path::{Path, PathBuf};

use super::{
    App, Offers, PathRow, Picker, Prompt, SavePath, SavedSubject,
    save_path::{parts, with_ending},
};
use crate::{
    lang::system_words,
    report::ReportFormat,
    tui::{
        msg::{Effect, NotSaved, Subfolders},
        words::saving as words,
    },
};

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
        let path = SavePath::new(subject, suggested.clone());
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
    pub(super) fn listed(&mut self, listing: Subfolders) {
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
        let Some(format) = ReportFormat::of(Path::new(&typed)) else {
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
