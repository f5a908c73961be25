//! The path of a file to be saved while it is typed: what the line may become.
//!
//! Owns completion and endings as pure text. The conversation around it is `save`'s; the disk is the runner's.

use std::path::Path;

use super::SavedSubject;
use crate::{report::ReportFormat, tui::msg::Subfolders};

/// A path being typed for something to be saved.
#[derive(Clone, Debug)]
pub(crate) struct SavePath {
    pub(super) subject: SavedSubject,
    /// The name it is given when only a folder is typed.
    suggested: String,
    /// The folders beside what is typed, once the runner has told them.
    pub(super) listing: Option<Subfolders>,
    /// Tab was pressed before they were known.
    pub(super) completes: bool,
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
    Ending(ReportFormat),
}

/// Most folders offered.
const MOST: usize = 100;

impl SavePath {
    pub(super) fn new(subject: SavedSubject, suggested: String) -> Self {
        Self {
            subject,
            suggested,
            listing: None,
            completes: false,
            rows: Vec::new(),
        }
    }

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
        let own = ReportFormat::of(Path::new(line));
        let endings = ReportFormat::ALL
            .into_iter()
            .filter(|format| Some(*format) != own);
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
    pub(super) fn with_folder(&self, name: &str, line: &str, cursor: usize) -> (String, usize) {
        let (folder, _) = parts(line, cursor);
        let after: String = line.chars().skip(cursor).collect();
        let after = if after.is_empty() { &self.suggested } else { &after };
        let before = format!("{folder}{name}/");
        let cursor = before.chars().count();
        (before + after, cursor)
    }

    /// The line as a path with a name: that of a folder alone gets the one suggested.
    pub(super) fn path(&self, line: &str) -> String {
        match line.trim() {
            "" => self.suggested.clone(),
            "~" | "." | ".." => format!("{}/{}", line.trim(), self.suggested),
            line if line.ends_with('/') => format!("{line}{}", self.suggested),
            line => line.to_owned(),
        }
    }
}

/// The folder that stands before the cursor, with its slash, and what of a name there is after it.
pub(super) fn parts(line: &str, cursor: usize) -> (String, String) {
    let before: String = line.chars().take(cursor).collect();
    let split = before.rfind('/').map_or(0, |at| at + 1);
    (before[..split].to_owned(), before[split..].to_owned())
}

/// Whether `name` may be meant by `start`, whatever its case; hidden folders only by their dot.
fn begins(name: &str, start: &str) -> bool {
    let (name, start) = (name.to_lowercase(), start.to_lowercase());
    name.starts_with(&start) && name.starts_with('.') == start.starts_with('.')
}

/// `line` with the ending of `format` in place of its own.
pub(super) fn with_ending(line: &str, format: ReportFormat) -> String {
    let stem = match ReportFormat::of(Path::new(line)) {
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
            listing: Some(Subfolders {
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
        assert_eq!(with_ending("a.b.docx", ReportFormat::Xlsx), "a.b.xlsx");
        assert_eq!(with_ending("v1.2", ReportFormat::Md), "v1.2.md");
    }
}
