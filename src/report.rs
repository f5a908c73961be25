//! Reports: what is known of one college or a comparison of several, as a file for an office.
//!
//! Owns the formats by the ending of a file's name, what a report contains, and the writers for Word, Excel and the web.
//! Markdown is `export`'s, and so is the way of a file onto the disk. All formats but Excel are written from one
//! [`Document`]; the sheets of Excel hold the records themselves.

mod appendix;
mod comparison;
mod docx;
mod dossier;
mod html;
#[cfg(test)]
mod tests;
mod workbook;

use std::{ffi::OsStr, io, path::Path};

use crate::{
    export::markdown_text,
    lang::Lang,
    model::{Atlas, CollegeIx, ThemeIx},
    page::document::{Document, Languages},
};

/// A format, by the ending of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportFormat {
    /// Word.
    Docx,
    /// Excel.
    Xlsx,
    /// A page for a browser.
    Html,
    /// Markdown.
    Md,
}

impl ReportFormat {
    /// Every format, what is asked for most often first.
    pub const ALL: [Self; 4] = [Self::Docx, Self::Xlsx, Self::Html, Self::Md];

    /// The ending that asks for it, with its dot.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Self::Docx => ".docx",
            Self::Xlsx => ".xlsx",
            Self::Html => ".html",
            Self::Md => ".md",
        }
    }

    /// What opens it.
    pub(crate) fn word(self, lang: Lang) -> &'static str {
        match self {
            Self::Docx => lang.pick("Word、WPS", "Word"),
            Self::Xlsx => lang.pick("Excel、WPS 表格", "Excel"),
            Self::Html => lang.pick("网页, 可打印", "a page for a browser or a printer"),
            Self::Md => "Markdown",
        }
    }

    /// The endings that are understood.
    pub(crate) const ENDINGS: &str = ".docx .xlsx .html .md";

    /// The format that the ending of `path` asks for.
    pub(crate) fn of(path: &Path) -> Option<Self> {
        let ending = path.extension().and_then(OsStr::to_str)?.to_ascii_lowercase();
        Some(match ending.as_str() {
            "docx" => Self::Docx,
            "xlsx" => Self::Xlsx,
            "html" | "htm" => Self::Html,
            "md" | "markdown" => Self::Md,
            _ => return None,
        })
    }
}

/// What is reported.
#[derive(Clone, Copy)]
pub struct Report<'a> {
    pub(crate) atlas: &'a Atlas,
    /// One college, or two to four to compare.
    pub(crate) colleges: &'a [CollegeIx],
    /// This theme alone.
    pub(crate) theme: Option<ThemeIx>,
    pub(crate) languages: Languages,
}

impl<'a> Report<'a> {
    /// All of `colleges` in one language.
    pub fn whole(atlas: &'a Atlas, colleges: &'a [CollegeIx], lang: Lang) -> Self {
        Self {
            atlas,
            colleges,
            theme: None,
            languages: Languages::one(lang),
        }
    }

    /// The report as a document.
    pub fn document(&self) -> Document {
        let Self {
            atlas,
            colleges,
            theme,
            languages,
        } = *self;
        match colleges {
            [college] => dossier::document(atlas, *college, theme, languages),
            colleges => comparison::document(atlas, colleges, theme, languages),
        }
    }

    /// The report as the bytes of a file.
    ///
    /// # Errors
    /// What a format cannot hold, such as more rows than a sheet has.
    pub fn bytes(&self, format: ReportFormat) -> io::Result<Vec<u8>> {
        match format {
            ReportFormat::Xlsx => workbook::report(self),
            format => bytes(&self.document(), format),
        }
    }
}

/// Any document as the bytes of a file.
///
/// # Errors
/// What a format cannot hold.
pub fn bytes(document: &Document, format: ReportFormat) -> io::Result<Vec<u8>> {
    match format {
        ReportFormat::Docx => docx::docx(document),
        ReportFormat::Xlsx => workbook::page(document),
        ReportFormat::Html => Ok(html::html(document).into_bytes()),
        ReportFormat::Md => Ok(markdown_text(document).into_bytes()),
    }
}

/// Whether there is anything in `words` that East Asian fonts are for.
fn has_east_asian(words: &str) -> bool {
    let wide = |c: char| matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}');
    words.chars().any(wide)
}
