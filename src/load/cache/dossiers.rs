//! A compiled atlas: registers and the names of all colleges at once, dossiers and their sources for those asked for.
//!
//! Owns what the parts of a compiled atlas mean. A part that cannot be read, or that is not what the table of parts says
//! it is, is an error and never an empty record.

use std::{
    io::{self, Write},
    sync::atomic::AtomicBool,
};

use serde::{Deserialize, Serialize};

use super::{
    container::{Bytes, Compiled, CopyWriter, PartKind, PartLocation},
    verify,
};
use crate::{
    finding::Finding,
    lang::Bilingual,
    load::Loaded,
    model::{
        Atlas, College, CollegeIx, Family, Metric, Name, Reporter, Scope, Slug, Source, SourceIx, TextRecord,
        Theme,
    },
    parallel,
};

/// Dossiers a thread decodes at a time.
const HANDFUL: usize = 16;

/// Fewer are not worth a second thread.
const FEW: usize = 64;

/// With the ids of the sources, in order.
type Registers = (Vec<Theme>, Vec<Family>, Vec<Metric>, Vec<Finding>, Vec<Slug>);

/// A part of a compiled atlas is not what was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Corrupt;

/// What looking a college up by name needs.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct CollegeNames {
    id: Slug,
    name: Name,
    province: Option<Bilingual>,
    source: SourceIx,
    file: Box<str>,
}

/// A compiled atlas whose registers and names have been read.
#[derive(Debug)]
pub struct Dossiers<B> {
    file: Compiled<B>,
    directory: Atlas,
    findings: Vec<Finding>,
    sources: Vec<PartLocation>,
    colleges: Vec<PartLocation>,
}

impl<B: Bytes> Dossiers<B> {
    /// The atlas of `file`; none unless its registers and names are in order.
    pub fn open(file: Compiled<B>) -> Option<Self> {
        let one = |kind| file.parts(kind).next();
        let (themes, families, metrics, findings, ids): Registers = file.part(one(PartKind::Registers)?)?;
        let listed: Vec<CollegeNames> = file.part(one(PartKind::Names)?)?;
        let sources: Vec<PartLocation> = file.parts(PartKind::Source).collect();
        let colleges: Vec<PartLocation> = file.parts(PartKind::Dossier).collect();
        let sound = listed.len() == colleges.len()
            && ids.len() == sources.len()
            && ids.is_sorted_by(|a, b| a < b)
            && listed.is_sorted_by(|a, b| a.id < b.id)
            && listed.iter().all(|college| college.source.at() < ids.len());
        let directory = Atlas {
            themes,
            families,
            metrics,
            sources: ids.into_iter().map(unread_source).collect(),
            colleges: listed.into_iter().map(unread_college).collect(),
        };
        (sound && verify::registers(&directory)).then_some(Self {
            file,
            directory,
            findings,
            sources,
            colleges,
        })
    }

    /// The registers and every college's names, without facts: for finding out which dossiers an answer needs.
    pub(crate) fn directory(&self) -> &Atlas {
        &self.directory
    }

    /// The directory with the dossiers of `wanted` and their sources; of the others it has the names alone.
    ///
    /// # Errors
    /// A part of them is corrupt.
    pub(crate) fn read(mut self, wanted: &[CollegeIx]) -> Result<Loaded, Corrupt> {
        if wanted.len() >= self.colleges.len() {
            return self.read_all();
        }
        for ix in wanted {
            let college = self.college(*ix)?;
            let source = college.source;
            self.directory.sources[source.at()] = self.source(source)?;
            self.directory.colleges[ix.at()] = college;
        }
        Ok(Loaded {
            atlas: self.directory,
            findings: self.findings,
            slot: None,
        })
    }

    /// Everything, on several threads.
    ///
    /// # Errors
    /// A part is corrupt.
    pub fn read_all(self) -> Result<Loaded, Corrupt> {
        let stop = AtomicBool::new(false);
        let sources: Vec<_> = (0..self.sources.len() as u32).map(SourceIx).collect();
        let sources = parallel::each(&sources, FEW, HANDFUL, &stop, |ix| self.source(*ix), |_| ());
        let colleges: Vec<_> = self.directory.all().collect();
        let colleges = parallel::each(&colleges, FEW, HANDFUL, &stop, |ix| self.college(*ix), |_| ());
        let atlas = Atlas {
            sources: sources.into_iter().flatten().collect::<Result<_, _>>()?,
            colleges: colleges.into_iter().flatten().collect::<Result<_, _>>()?,
            ..self.directory
        };
        Ok(Loaded {
            atlas,
            findings: self.findings,
            slot: None,
        })
    }

    /// The college behind `ix`.
    ///
    /// # Errors
    /// Its dossier is corrupt.
    pub(crate) fn college(&self, ix: CollegeIx) -> Result<College, Corrupt> {
        let listed = self.directory.college(ix);
        let read: Option<College> = self.file.part(self.colleges[ix.at()]);
        read.filter(|college| college.id == listed.id && college.source == listed.source)
            .filter(|college| verify::college(college, &self.directory))
            .ok_or(Corrupt)
    }

    /// The source behind `ix`.
    ///
    /// # Errors
    /// Its record is corrupt.
    pub(crate) fn source(&self, ix: SourceIx) -> Result<Source, Corrupt> {
        let read: Option<Source> = self.file.part(self.sources[ix.at()]);
        read.filter(|source| source.id == self.directory.source(ix).id)
            .ok_or(Corrupt)
    }
}

/// Writes the parts of a compiled atlas.
///
/// # Errors
/// What the writer says.
pub(crate) fn write<W: Write>(writer: &mut CopyWriter<W>, loaded: &Loaded) -> io::Result<()> {
    let atlas = &loaded.atlas;
    let ids: Vec<&Slug> = atlas.sources.iter().map(|source| &source.id).collect();
    let registers = (
        &atlas.themes,
        &atlas.families,
        &atlas.metrics,
        &loaded.findings,
        ids,
    );
    writer.part(PartKind::Registers, &registers)?;
    let listed: Vec<CollegeNames> = atlas.colleges.iter().map(listed).collect();
    writer.part(PartKind::Names, &listed)?;
    for source in &atlas.sources {
        writer.part(PartKind::Source, source)?;
    }
    for college in &atlas.colleges {
        writer.part(PartKind::Dossier, college)?;
    }
    Ok(())
}

fn listed(college: &College) -> CollegeNames {
    CollegeNames {
        id: college.id.clone(),
        name: college.name.clone(),
        province: college.province.clone(),
        source: college.source,
        file: college.file.clone(),
    }
}

fn unread_college(listed: CollegeNames) -> College {
    College {
        id: listed.id,
        name: listed.name,
        province: listed.province,
        source: listed.source,
        file: listed.file,
        reporter: Reporter {
            name: Bilingual::default(),
            scope: Scope::Unit,
        },
        summary: Bilingual::default(),
        pillars: Vec::new(),
        measures: Vec::new(),
        frameworks: Vec::new(),
        recognitions: Vec::new(),
        partners: Vec::new(),
        outcomes: Vec::new(),
        english: Default::default(),
    }
}

fn unread_source(id: Slug) -> Source {
    Source {
        id,
        title: None,
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
