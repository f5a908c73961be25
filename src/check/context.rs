//! What a rule sees of one source: its record, its article as far as it is at hand, and the dossiers made from it.
//!
//! Owns how a rule names the place of what it finds. Everything is looked up once here.

use std::collections::HashSet;

use super::{
    article::Article,
    cited::{Cited, Stands, look_up},
};
use crate::{
    finding::{Code, Finding, Place, Severity},
    lang::Bilingual,
    load::{Loaded, articles::ArticleState},
    model::{Atlas, Citation, College, Fact, Outcome, Source, facts},
};

/// What is wrong with a field of a fact: the code, the field, the message in Chinese and in English.
pub(super) type FaultWords = (Code, &'static str, String, String);

/// One source and all that belongs to it.
pub(crate) struct SourceContext<'a> {
    /// Everything loaded.
    pub(crate) atlas: &'a Atlas,
    /// The record.
    pub(crate) source: &'a Source,
    /// What the reader has of the text.
    pub(crate) held: &'a ArticleState,
    /// The text, when it is the one on record.
    pub(crate) article: Option<Article<'a>>,
    /// The dossiers that cite it.
    pub(crate) dossiers: Vec<Dossier<'a>>,
    /// The excused numerals, in the order of the record, and where each stands.
    pub(crate) excused: Vec<(Citation, Stands)>,
    /// Whether every record of its files was kept.
    pub(crate) whole: bool,
}

/// One dossier with its citations looked up.
pub(crate) struct Dossier<'a> {
    /// The dossier.
    pub(crate) college: &'a College,
    /// Every citation, in the order of the file.
    pub(crate) cited: Vec<Cited<'a>>,
}

impl<'a> SourceContext<'a> {
    /// Lays out `source`, the `colleges` that cite it and what is `held` of its text; `broken` files lost records.
    pub(crate) fn new(
        atlas: &'a Atlas,
        source: &'a Source,
        colleges: &[&'a College],
        held: &'a ArticleState,
        broken: &Broken<'_>,
    ) -> Self {
        let article = match held {
            ArticleState::Same { file, text } => Some(Article::new(file, text, source)),
            _ => None,
        };
        let read = article.as_ref();
        let files = colleges.iter().map(|college| &college.file);
        Self {
            atlas,
            source,
            held,
            dossiers: colleges
                .iter()
                .map(|college| Dossier::new(college, source, read))
                .collect(),
            excused: excused(source, read),
            whole: broken.spare(files.chain([&source.file])),
            article,
        }
    }

    /// Every citation of every dossier.
    pub(crate) fn cited(&self) -> impl Iterator<Item = (&'a College, &Cited<'a>)> {
        let of = |dossier: &'_ Dossier<'a>| dossier.college;
        self.dossiers
            .iter()
            .flat_map(move |dossier| dossier.cited.iter().map(move |cited| (of(dossier), cited)))
    }

    /// Every outcome of every dossier, with its citation.
    pub(crate) fn outcomes(&self) -> impl Iterator<Item = (&'a College, &'a Outcome, &Cited<'a>)> {
        self.cited().filter_map(|(college, cited)| match cited.fact {
            Fact::Outcome(_, outcome) => Some((college, outcome, cited)),
            _ => None,
        })
    }

    /// What findings about lines beyond the number on record have in common.
    pub(crate) fn number_of_lines(&self) -> String {
        format!("{} lines", self.source.id)
    }

    /// What findings about lines that the record leaves out have in common: the gap that holds `line` begins there.
    pub(crate) fn lines_left_out(&self, line: u32) -> String {
        let covered = |line: &u32| self.source.is_body(*line) || self.is_site(*line);
        let first = (1..line).rev().find(covered).map_or(1, |line| line + 1);
        format!("{} left out from {first}", self.source.id)
    }

    /// Whether the record calls `line` the site's.
    pub(crate) fn is_site(&self, line: u32) -> bool {
        let furniture = &self.source.furniture;
        furniture.iter().any(|furniture| furniture.lines.contains(line))
    }

    /// A finding about a field of the source record.
    pub(crate) fn of_source(&self, code: Code, field: &str, zh: String, en: String) -> Finding {
        Finding::new(
            code,
            Place::node(&*self.source.file, field),
            Bilingual::new(zh, en),
        )
    }
}

impl<'a> Dossier<'a> {
    fn new(college: &'a College, source: &Source, article: Option<&Article<'_>>) -> Self {
        let cited = facts(college).filter_map(|fact| {
            let cite = fact.cite()?;
            let stands = look_up(source, article, cite);
            Some(Cited { fact, cite, stands })
        });
        Self {
            college,
            cited: cited.collect(),
        }
    }
}

/// A finding about a field of a fact.
pub(crate) fn about(code: Code, fact: Fact<'_>, field: &str, zh: String, en: String) -> Finding {
    let place = Place::node(&*fact.college().file, path(fact, field));
    Finding::new(code, place, Bilingual::new(zh, en))
}

/// The path of a field of a fact, or of the fact itself; it names the record by its id.
fn path(fact: Fact<'_>, field: &str) -> String {
    let (list, key, id) = match fact {
        Fact::College(_) => return field.to_owned(),
        Fact::Pillar(_, pillar) => ("pillars", "n", pillar.n.to_string()),
        Fact::Measure(_, measure) => ("measures", "id", measure.id.to_string()),
        Fact::Framework(_, framework) => ("frameworks", "id", framework.id.to_string()),
        Fact::Recognition(_, recognition) => ("recognitions", "id", recognition.id.to_string()),
        Fact::Partner(_, partner) => ("partners", "id", partner.id.to_string()),
        Fact::Outcome(_, outcome) => ("outcomes", "id", outcome.id.to_string()),
    };
    let dot = if field.is_empty() { "" } else { "." };
    format!("{list}[{key}={id}]{dot}{field}")
}

/// The files with errors, of which records were lost.
pub(crate) struct Broken<'a> {
    files: HashSet<&'a str>,
    /// Whether a register is among them, without which records of any file may be lost.
    register: bool,
}

impl<'a> Broken<'a> {
    /// The files that could not be loaded whole.
    pub(crate) fn of(loaded: &'a Loaded) -> Self {
        let errors = loaded
            .findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error);
        let files: HashSet<&str> = errors.map(|finding| &*finding.place.file).collect();
        let register = |file: &&str| matches!(file.rsplit('/').next(), Some("themes.yaml" | "metrics.yaml"));
        Self {
            register: files.iter().any(register),
            files,
        }
    }

    fn spare<'f>(&self, mut files: impl Iterator<Item = &'f Box<str>>) -> bool {
        !self.register && files.all(|file| !self.files.contains(&**file))
    }
}

fn excused(source: &Source, article: Option<&Article<'_>>) -> Vec<(Citation, Stands)> {
    let cite = |line, exact: &str| Citation {
        line,
        exact: exact.into(),
        prefix: None,
        suffix: None,
    };
    let cites = source
        .excused
        .iter()
        .map(|excuse| cite(excuse.line, &excuse.exact));
    cites
        .map(|cite| {
            let stands = look_up(source, article, &cite);
            (cite, stands)
        })
        .collect()
}
