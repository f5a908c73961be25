//! What of the screen is saved: under which name, and as which bytes.
//!
//! Owns that choice. The formats and what a report contains are `report`'s; where the file goes is `save`'s.

use std::io;

use super::{App, BaseScreen, browse::FactRow, pages};
use crate::{
    compare::admit,
    lang::Lang,
    model::{Addr, CollegeIx, Fact, Slug},
    page::{
        block::Block,
        builders::{self, hits, list},
        document::{Document, Languages},
    },
    report::{self, Report, ReportFormat},
    tui::regions::Pane,
};

/// What is saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SavedSubject {
    /// Colleges side by side.
    Comparison(Vec<Slug>),
    /// All that is known of a college.
    Dossier(Slug),
    /// All that is known of a fact.
    Fact(Addr),
    /// The page on top.
    Page,
    /// The list of facts, as it is filtered and ordered.
    List,
    /// What was found for these words.
    Hits(String),
}

/// Most characters of a suggested name: what every file system takes, at three bytes each.
const LONGEST: usize = 60;

impl App {
    /// What is on screen.
    pub(super) fn saved_subject(&self) -> Option<SavedSubject> {
        if !self.overlays.is_empty() {
            return Some(SavedSubject::Page);
        }
        if let BaseScreen::Compare(state) = &self.screen {
            return Some(SavedSubject::Comparison(self.ids(&state.subjects)));
        }
        let college = self.atlas().college(self.browse.college()?).id.clone();
        Some(match self.browse.pane {
            Pane::Colleges if admit(&self.marks).is_ok() => SavedSubject::Comparison(self.ids(&self.marks)),
            Pane::Colleges => SavedSubject::Dossier(college),
            Pane::Pillars => match self.browse.fact(self.atlas())? {
                Fact::College(_) => SavedSubject::Dossier(college),
                fact => SavedSubject::Fact(fact.addr()),
            },
            Pane::Facts => SavedSubject::List,
        })
    }

    /// By id a college is still found when data has been read again meanwhile.
    fn ids(&self, of: &[CollegeIx]) -> Vec<Slug> {
        of.iter().map(|ix| self.atlas().college(*ix).id.clone()).collect()
    }

    /// The name of a file for `subject`, with the ending that suits it best.
    pub(super) fn suggested_name(&self, subject: &SavedSubject) -> String {
        let (lang, atlas) = (self.look.lang, self.atlas());
        let college = |id: &Slug| match (lang, atlas.college_by_id(id)) {
            (Lang::Zh, Some(ix)) => atlas.college(ix).label(lang).to_owned(),
            _ => id.to_string(),
        };
        let (name, ending) = match subject {
            SavedSubject::Comparison(subjects) => {
                let names: Vec<_> = subjects.iter().map(college).collect();
                let name = format!("{}-{}", lang.pick("对比", "compare"), names.join("-"));
                (name, "docx")
            }
            SavedSubject::Dossier(id) => (college(id), "docx"),
            SavedSubject::Fact(addr) => (self.fact_name(addr), "docx"),
            SavedSubject::Page => (self.page_name(), "docx"),
            SavedSubject::List => {
                let whose = self.browse.college().map(|ix| college(&atlas.college(ix).id));
                let whose = whose.unwrap_or_default();
                let kind = self.browse.kind;
                let kind = lang.pick(kind.word(Lang::Zh), kind.as_str());
                (format!("{whose}-{kind}"), "xlsx")
            }
            SavedSubject::Hits(typed) => (format!("{}-{typed}", lang.pick("查找", "find")), "xlsx"),
        };
        format!("{}.{ending}", file_name(&name))
    }

    fn fact_name(&self, addr: &Addr) -> String {
        let lang = self.look.lang;
        match (lang, self.atlas().resolve(addr)) {
            (Lang::Zh, Some(Fact::College(college))) => college.label(lang).to_owned(),
            (Lang::Zh, Some(fact)) => {
                format!("{}-{}", fact.college().label(lang), fact.name().get(lang))
            }
            _ => addr.to_string(),
        }
    }

    fn page_name(&self) -> String {
        let Some(page) = self.overlays.last() else {
            return String::new();
        };
        match &page.what {
            super::What::Fact(addr) | super::What::Source(addr) => self.fact_name(addr),
            _ => pages::name(self, page),
        }
    }

    /// `subject` as the bytes of a file.
    ///
    /// # Errors
    /// What a format cannot hold.
    pub(super) fn saved_bytes(
        &mut self,
        subject: &SavedSubject,
        format: ReportFormat,
    ) -> io::Result<Vec<u8>> {
        let ids = match subject {
            SavedSubject::Comparison(ids) => &ids[..],
            SavedSubject::Dossier(id) => std::slice::from_ref(id),
            subject => {
                let blocks = self.saved_page(subject);
                return report::bytes(&Document::from_page(&blocks, self.look.lang), format);
            }
        };
        let colleges: Option<Vec<_>> = ids.iter().map(|id| self.atlas().college_by_id(id)).collect();
        let report = Report {
            atlas: self.atlas(),
            colleges: &colleges.ok_or(io::ErrorKind::NotFound)?,
            theme: None,
            languages: Languages::one(self.look.lang),
        };
        report.bytes(format)
    }

    /// What is no report, as a page under a heading of its own.
    fn saved_page(&mut self, subject: &SavedSubject) -> Vec<Block> {
        let lang = self.look.lang;
        match subject {
            SavedSubject::Fact(addr) => match self.atlas().resolve(addr) {
                Some(fact) => builders::fact(self.atlas(), fact, lang),
                None => Vec::new(),
            },
            SavedSubject::List => self.saved_list(),
            SavedSubject::Hits(typed) => {
                let found = self.hits(typed);
                let mut table = hits::table(self.atlas(), &found, lang);
                table.header = true;
                let title = lang.pick(format!("查找: {typed}"), format!("Find: {typed}"));
                vec![Block::heading(title), table.into()]
            }
            _ => match self.overlays.last() {
                Some(page) => pages::saved(self, page, self.regions().overlay.body.width.into()),
                None => Vec::new(),
            },
        }
    }

    fn saved_list(&self) -> Vec<Block> {
        let (lang, atlas, kind) = (self.look.lang, self.atlas(), self.browse.kind);
        let Some(college) = self.browse.college().map(|ix| atlas.college(ix)) else {
            return Vec::new();
        };
        let facts = self.browse.facts(atlas).into_iter().filter_map(|row| match row {
            FactRow::Fact(fact) => Some(fact),
            FactRow::Heading(..) => None,
        });
        let title = format!("{}  {}", college.label(lang), kind.word(lang));
        let table = list::of_college(atlas, kind, facts, lang);
        vec![Block::heading(title), table.into()]
    }
}

/// `name` as every file system takes it, Windows' included: none of `/\:*?"<>|`, no blanks, no dot or dash at its
/// ends, not too long.
fn file_name(name: &str) -> String {
    let taken = |c: char| match c {
        c if c.is_whitespace() || c.is_control() => '-',
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
        c => c,
    };
    let name: String = name.chars().map(taken).take(LONGEST).collect();
    let name = name.trim_matches(['-', '.']);
    if name.is_empty() {
        "rongtu".to_owned()
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_hold_what_every_file_system_takes() {
        for (name, expected) in [
            ("sdcit/joined-firms", "sdcit-joined-firms"),
            ("查找-a/b: c?", "查找-a-b--c"),
            ("../..", "rongtu"),
            ("共建 合作\n", "共建-合作"),
        ] {
            assert_eq!(file_name(name), expected);
        }
        assert_eq!(file_name(&"长".repeat(200)).chars().count(), LONGEST);
    }
}
