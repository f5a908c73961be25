//! What is under review: the files of one source, its article, and what the loader, the checker and the draft say of them.
//!
//! Owns the reading of the files' texts as a whole, again after every step. It changes nothing.

use std::{ops::Range, sync::Arc};

use serde_yaml::Value;

use crate::{
    check::{self, By, State, overlap},
    draft::{self, Proposal},
    finding::{Code, Finding, Severity},
    lang::Bilingual,
    load::{Loaded, OriginFile, articles::ArticleState, load_entries, with_positions},
    model::{College, Slug},
    numeral::NumeralKind,
};

/// A file that a review may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum File {
    /// `data/colleges/<id>.yaml`
    Dossier,
    /// `seeds/<id>.yaml`
    Record,
    /// `data/metrics.yaml`
    Metrics,
}

impl File {
    pub(crate) const ALL: [Self; 3] = [Self::Dossier, Self::Record, Self::Metrics];
}

/// The texts of the three files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FileTexts([Arc<str>; 3]);

impl FileTexts {
    pub(crate) fn new(of: impl Fn(File) -> Arc<str>) -> Self {
        Self(File::ALL.map(of))
    }

    pub(crate) fn get(&self, file: File) -> &str {
        &self.0[file as usize]
    }

    /// The same with another text of `file`.
    #[must_use]
    pub(crate) fn with(&self, file: File, text: impl Into<Arc<str>>) -> Self {
        let mut texts = self.clone();
        texts.0[file as usize] = text.into();
        texts
    }
}

/// What does not change during a review.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// The three files, by [`File`].
    files: [OriginFile; 3],
    /// The themes, and other dossiers made from the same article.
    others: Vec<OriginFile>,
    source: Slug,
    college: Slug,
    /// The article, as delivered.
    article: ArticleState,
    /// What the draft would make of each figure of the article.
    proposals: Vec<Proposal>,
}

/// Why a review cannot begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NoCase {
    /// Nothing of this name, or nothing at all.
    Absent(Option<String>),
    /// Several sources have something left; these.
    Which(Vec<String>),
    /// Nothing is left in any of several dossiers; these.
    AllDecided(Vec<String>),
    /// The text of this source's article is not at hand, or is another.
    NoArticle(String),
    /// No dossier cites this source.
    NoDossier(String),
    /// The file is not on disk, or cannot be read: its name, and what the system says.
    NoFile(Bilingual),
}

/// A numeral of the article's body and how it stands.
#[derive(Clone, Debug)]
pub(crate) struct ReviewNumeral {
    /// 1-based line.
    pub line: u32,
    /// Bytes of the line.
    pub range: Range<usize>,
    pub kind: NumeralKind,
    pub state: State,
    pub claim: Claim,
}

/// What accounts for a numeral.
#[derive(Clone, Debug)]
pub(crate) enum Claim {
    Nothing,
    /// The outcome of this id.
    Outcome(String),
    /// The entry of `excused` at this place.
    Excuse(usize),
}

impl From<&check::Numeral<'_>> for ReviewNumeral {
    fn from(numeral: &check::Numeral<'_>) -> Self {
        Self {
            line: numeral.line,
            range: numeral.found.range.clone(),
            kind: numeral.found.kind.clone(),
            state: numeral.state(),
            claim: match numeral.by {
                None => Claim::Nothing,
                Some(By::Outcome(_, outcome)) => Claim::Outcome(outcome.id.to_string()),
                Some(By::Excuse(at)) => Claim::Excuse(at),
            },
        }
    }
}

/// What the files say now.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    pub loaded: Loaded,
    pub dossier: Value,
    pub record: Value,
    /// Every numeral of the body, in order.
    pub numerals: Vec<ReviewNumeral>,
    /// Findings of the two files and of the article.
    pub findings: Vec<Finding>,
    college: Option<usize>,
}

impl Case {
    /// The review of `college`, which was loaded with `loaded` from `entries`.
    ///
    /// # Errors
    /// When a file of it is missing.
    pub(crate) fn new(
        loaded: &Loaded,
        entries: &[OriginFile],
        college: &College,
        article: ArticleState,
    ) -> Result<Self, NoCase> {
        let source = loaded.atlas.source(college.source);
        let named = |name: &str| entries.iter().find(|entry| *entry.name == *name);
        let register = |name: &str| entries.iter().find(|entry| entry.is(name));
        let there = |entry: Option<&OriginFile>, name: &str| {
            entry
                .cloned()
                .ok_or_else(|| NoCase::NoFile(Bilingual::new(name, name)))
        };
        let same = loaded
            .atlas
            .colleges
            .iter()
            .filter(|other| other.source == college.source);
        let others = same
            .filter(|other| other.id != college.id)
            .filter_map(|other| named(&other.file))
            .chain(register("themes.yaml"));
        let ArticleState::Same { text, .. } = &article else {
            return Err(NoCase::NoArticle(source.id.to_string()));
        };
        Ok(Self {
            files: [
                there(named(&college.file), &college.file)?,
                there(named(&source.file), &source.file)?,
                there(register("metrics.yaml"), "metrics.yaml")?,
            ],
            others: others.map(in_memory).collect(),
            source: source.id.clone(),
            college: college.id.clone(),
            proposals: draft::proposals(text, &draft::KnownMetrics::new(&loaded.atlas)),
            article,
        })
    }

    pub(crate) fn entry(&self, file: File) -> &OriginFile {
        &self.files[file as usize]
    }

    /// The article's text, as delivered.
    pub(crate) fn article(&self) -> &str {
        match &self.article {
            ArticleState::Same { text, .. } => text,
            _ => "",
        }
    }

    pub(crate) fn line(&self, line: u32) -> &str {
        let at = (line as usize).wrapping_sub(1);
        self.article().lines().nth(at).unwrap_or_default()
    }

    /// What the draft would make of the figure at `range` of `line`.
    pub(crate) fn proposal(&self, line: u32, range: &Range<usize>) -> Option<&Proposal> {
        let touches = |proposal: &&Proposal| proposal.line == line && overlap(&proposal.range, range);
        self.proposals.iter().find(touches)
    }

    /// What `texts` say. Nothing when a file cannot be read as YAML or the dossier is no dossier.
    pub(crate) fn read(&self, texts: &FileTexts) -> Option<Reading> {
        let files = File::ALL.map(|file| self.entry(file).with_text(texts.get(file)));
        let entries: Vec<OriginFile> = files.into_iter().chain(self.others.iter().cloned()).collect();
        let loaded = load_entries(&entries);
        let source = loaded.atlas.source_by_id(self.source.as_str())?;
        let college = loaded.atlas.college_by_id(&self.college)?.at();
        let held: Vec<ArticleState> = loaded
            .atlas
            .sources
            .iter()
            .map(|_| self.article.clone())
            .collect();
        let findings = with_positions(&entries, check::judge(&loaded, &entries, &held).findings);
        let numerals = check::numerals(&loaded, source, &self.article);
        let numerals = numerals.iter().map(ReviewNumeral::from).collect();
        Some(Reading {
            dossier: serde_yaml::from_str(texts.get(File::Dossier)).ok()?,
            record: serde_yaml::from_str(texts.get(File::Record)).ok()?,
            findings: findings
                .into_iter()
                .filter(|finding| self.concerns(finding))
                .collect(),
            numerals,
            college: Some(college),
            loaded,
        })
    }

    /// Whether a finding is about what is under review: registers and other dossiers are not.
    fn concerns(&self, finding: &Finding) -> bool {
        let file = &*finding.place.file;
        let register = *self.entry(File::Metrics).name == *file;
        match register {
            true => finding.severity == Severity::Error,
            false => !self.others.iter().any(|other| *other.name == *file) && finding.code != Code::Unused,
        }
    }
}

/// A file as it is now, however it changes later.
fn in_memory(entry: &OriginFile) -> OriginFile {
    let bytes = entry.read().unwrap_or_default();
    entry.with_text(&String::from_utf8_lossy(&bytes))
}

impl Reading {
    pub(crate) fn college(&self) -> Option<&College> {
        self.loaded.atlas.colleges.get(self.college?)
    }
}
