//! A compiled atlas: registers and what can be told of every college at once, sources and dossiers when they are
//! looked at.
//!
//! Owns what the parts of a compiled atlas mean, and what is handed out when one of them turns out to be torn: an empty
//! record that says so. Whoever has to be sure asks [`Records::is_torn`] after looking, or [`Records::is_whole`] before.

use std::{
    io::{self, Write},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use super::{
    container::{Bytes, Compiled, Kind, Part, Writer},
    verify,
};
use crate::{
    finding::Finding,
    lang::Bilingual,
    load::Loaded,
    model::{
        Atlas, College, Dossier, Family, Head, Held, Metric, Reporter, Scope, Shelf, Slug, Source,
        TextRecord, Theme,
    },
    parallel,
};

/// Dossiers a thread decodes at a time.
const HANDFUL: usize = 16;

/// Fewer are not worth a second thread.
const FEW: usize = 64;

/// With the ids of the sources, in order.
type Registers = (Vec<Theme>, Vec<Family>, Vec<Metric>, Vec<Finding>, Vec<Slug>);

/// The sources and dossiers of a compiled atlas.
#[derive(Debug)]
pub struct Records<B> {
    file: Compiled<B>,
    sources: Vec<(Slug, Part)>,
    dossiers: Vec<Part>,
    themes: usize,
    metrics: usize,
    torn: AtomicBool,
}

impl<B: Bytes> Records<B> {
    /// The atlas of `file`, its sources and dossiers left where they are; none unless everything else is in order.
    pub fn open(file: Compiled<B>) -> Option<(Arc<Self>, Loaded)> {
        let one = |kind| file.parts(kind).next();
        let (themes, families, metrics, findings, ids): Registers = file.part(one(Kind::Registers)?)?;
        let heads: Vec<Head> = file.part(one(Kind::Heads)?)?;
        let records = Arc::new(Self {
            sources: ids.into_iter().zip(file.parts(Kind::Source)).collect(),
            dossiers: file.parts(Kind::Dossier).collect(),
            themes: themes.len(),
            metrics: metrics.len(),
            torn: AtomicBool::new(false),
            file,
        });
        let atlas = Atlas {
            themes,
            families,
            metrics,
            sources: records.sources(),
            colleges: records.colleges(heads)?,
        };
        verify::registers(&atlas).then_some((
            records,
            Loaded {
                atlas,
                findings,
                copy: None,
            },
        ))
    }

    /// Whether something that was looked at could not be read.
    pub(crate) fn is_torn(&self) -> bool {
        self.torn.load(Ordering::Relaxed)
    }

    /// Whether everything is what it was, looked at or not.
    pub fn is_whole(&self) -> bool {
        !self.is_torn() && self.file.is_whole()
    }

    fn sources(self: &Arc<Self>) -> Vec<Held<Source>> {
        let held = |at| Held::shelved(Arc::clone(self) as Arc<dyn Shelf<Source>>, at);
        (0..self.sources.len() as u32).map(held).collect()
    }

    /// A college for each head, if there is a dossier for each.
    fn colleges(self: &Arc<Self>, heads: Vec<Head>) -> Option<Vec<College>> {
        let held = |at| Held::shelved(Arc::clone(self) as Arc<dyn Shelf<Dossier>>, at);
        let college = |(at, head): (u32, Head)| College::new(head, held(at));
        let sound = heads.len() == self.dossiers.len()
            && self.sources.is_sorted_by(|a, b| a.0 < b.0)
            && heads.is_sorted_by(|a, b| a.id < b.id)
            && heads.iter().all(|head| head.source.at() < self.sources.len());
        sound.then(|| (0..).zip(heads).map(college).collect())
    }

    /// What was read, or `lost` when it could not be.
    fn found<T>(&self, read: Option<T>, lost: impl FnOnce() -> T) -> T {
        read.unwrap_or_else(|| {
            self.torn.store(true, Ordering::Relaxed);
            lost()
        })
    }
}

impl<B: Bytes> Shelf<Dossier> for Records<B> {
    fn take(&self, at: u32) -> Dossier {
        let part = self.dossiers[at as usize];
        let read: Option<Dossier> = self.file.part(part);
        let sound = |dossier: &Dossier| verify::dossier(dossier, self.themes, self.metrics);
        self.found(read.filter(sound), no_dossier)
    }
}

impl<B: Bytes> Shelf<Source> for Records<B> {
    fn take(&self, at: u32) -> Source {
        let (id, part) = &self.sources[at as usize];
        let read: Option<Source> = self.file.part(*part);
        self.found(read.filter(|source| source.id == *id), || no_source(id))
    }
}

/// Decodes everything at once, on several threads.
pub(crate) fn fetch_all(atlas: &Atlas) {
    let stop = AtomicBool::new(false);
    parallel::each(
        &atlas.colleges,
        FEW,
        HANDFUL,
        &stop,
        |college| college.outcomes.len(),
        |_| (),
    );
    parallel::each(
        &atlas.sources,
        FEW,
        HANDFUL,
        &stop,
        |source| source.byline.len(),
        |_| (),
    );
}

/// Writes the parts of a compiled atlas.
///
/// # Errors
/// What the writer says.
pub(crate) fn write<W: Write>(writer: &mut Writer<W>, loaded: &Loaded) -> io::Result<()> {
    let atlas = &loaded.atlas;
    let ids: Vec<&Slug> = atlas.sources.iter().map(|source| &source.id).collect();
    let registers = (
        &atlas.themes,
        &atlas.families,
        &atlas.metrics,
        &loaded.findings,
        ids,
    );
    writer.part(Kind::Registers, &registers)?;
    let heads: Vec<Head> = atlas.colleges.iter().map(College::head).collect();
    writer.part(Kind::Heads, &heads)?;
    for source in &atlas.sources {
        writer.part(Kind::Source, &**source)?;
    }
    for college in &atlas.colleges {
        writer.part(Kind::Dossier, &*college.dossier)?;
    }
    Ok(())
}

fn lost() -> Bilingual {
    Bilingual::new(
        "编译副本读不出来: 请按 r 重读, 或加 --no-cache",
        "the compiled copy cannot be read: press r, or use --no-cache",
    )
}

fn no_dossier() -> Dossier {
    Dossier {
        reporter: Reporter {
            name: lost(),
            scope: Scope::Unit,
        },
        summary: lost(),
        pillars: Vec::new(),
        measures: Vec::new(),
        frameworks: Vec::new(),
        recognitions: Vec::new(),
        partners: Vec::new(),
        outcomes: Vec::new(),
    }
}

fn no_source(id: &Slug) -> Source {
    Source {
        id: id.clone(),
        title: Some(lost().zh),
        outlet: None,
        byline: Vec::new(),
        url: None,
        language: "".into(),
        published: None,
        text: TextRecord {
            sha256: "".into(),
            lines: 0,
            bytes: 0,
        },
        body: Vec::new(),
        furniture: Vec::new(),
        outline: Vec::new(),
        excused: Vec::new(),
        file: "".into(),
    }
}
