//! One run of a command: what it loads, and how its answer is written.
//!
//! Owns loading for an answer and the way to the writer in each format. What is answered is the commands'.

use std::{fs::File, io, mem::ManuallyDrop};

use super::{
    World,
    args::Format,
    exit::{Failure, Message},
    settings::Settings,
};
use crate::{
    export::{RecordRow, csv, json, jsonl, markdown},
    load::{
        self, Loaded, Slot,
        cache::dossiers::{Corrupt, Dossiers},
    },
    model::{Atlas, CollegeIx},
    page::{Tone, block::Block, builders::findings, document::Document, layout, stack},
};

/// What was loaded, kept until the process ends with its answer: to give thousands of dossiers back piece by piece
/// takes longer than to look something up in them.
pub(crate) type Kept = ManuallyDrop<Loaded>;

/// One run, once its settings are known.
pub(crate) struct Answer<'a, 'w> {
    /// How to answer.
    pub(crate) settings: Settings,
    /// What may be touched.
    pub(crate) world: &'a mut World<'w>,
    /// The compiled copy that the answer is made from while nobody knows yet whether it is current.
    pub(crate) copy: Option<CopyAhead>,
}

/// A compiled copy that an answer is made from ahead of the proof that it is current.
pub(crate) struct CopyAhead {
    /// What is in it.
    pub(crate) dossiers: Dossiers<File>,
    /// Where it is kept.
    pub(crate) slot: Slot,
}

impl Answer<'_, '_> {
    /// Everything that can be loaded; what is wrong with it is told in one line.
    ///
    /// # Errors
    /// Nothing could be read; those of the writer.
    pub(crate) fn load(&mut self) -> Result<Kept, Failure> {
        self.load_of(|atlas| atlas.all().collect())
    }

    /// The same for an answer that needs the dossiers of some colleges alone, which `wanted` finds by their names. The
    /// facts of others may be absent from what is loaded.
    ///
    /// # Errors
    /// Nothing could be read, or the compiled copy is corrupt; those of the writer.
    pub(crate) fn load_of(&mut self, wanted: impl FnOnce(&Atlas) -> Vec<CollegeIx>) -> Result<Kept, Failure> {
        let loaded = match self.copy.take() {
            Some(copy) => {
                let wanted = wanted(copy.dossiers.directory());
                let read = copy.dossiers.read(&wanted);
                let loaded = read.map_err(|Corrupt| Failure::CorruptCopy)?;
                Loaded {
                    slot: Some(copy.slot),
                    ..loaded
                }
            }
            None => load::load_with(&self.settings.origin, &self.settings.load),
        };
        self.usable(loaded)
    }

    /// What was loaded, if there is a college in it; what was wrong with it is told in one line.
    fn usable(&mut self, loaded: Loaded) -> Result<Kept, Failure> {
        if loaded.findings.is_empty() {
            return Ok(Kept::new(loaded));
        }
        let lang = self.settings.lang;
        let summary = findings::summary(&loaded.findings, lang);
        if loaded.atlas.colleges.is_empty() {
            let said = Message::new(
                format!("没有读到任何院校: {summary}"),
                format!("no college could be read: {summary}"),
            );
            return Err(Failure::Bad(
                said.hint("rongtu check 逐条说明", "rongtu check tells each"),
            ));
        }
        let told = lang.pick(
            format!("档案里有 {summary}; rongtu check 逐条说明"),
            format!("the dossiers have {summary}; rongtu check tells each"),
        );
        let told = self.settings.message_paint.text(Tone::Warning, &told);
        writeln!(self.world.err, "rongtu: {told}")?;
        Ok(Kept::new(loaded))
    }

    /// Writes a page, for reading or as Markdown.
    ///
    /// # Errors
    /// Those of the writer.
    pub(crate) fn page(&mut self, blocks: Vec<Block>) -> io::Result<()> {
        let Settings {
            format,
            width,
            policy,
            paint,
            ..
        } = self.settings;
        match format {
            Format::Md => markdown(self.world.out, &Document::from_page(&blocks, self.settings.lang)),
            _ => {
                let blocks = stack::fitting(blocks, width, policy);
                paint.rows(self.world.out, layout::rows(&blocks, width, policy))
            }
        }
    }

    /// Writes rows as the data they are.
    ///
    /// # Errors
    /// Those of the writer.
    pub(crate) fn rows<R: RecordRow>(&mut self, rows: impl IntoIterator<Item = R>) -> io::Result<()> {
        self.write_rows(None, rows)
    }

    /// The same for rows with ids of `atlas`, whose names stand in a CSV headed in words.
    ///
    /// # Errors
    /// Those of the writer.
    pub(crate) fn rows_of<R: RecordRow>(
        &mut self,
        atlas: &Atlas,
        rows: impl IntoIterator<Item = R>,
    ) -> io::Result<()> {
        self.write_rows(Some(atlas), rows)
    }

    fn write_rows<R: RecordRow>(
        &mut self,
        names: Option<&Atlas>,
        rows: impl IntoIterator<Item = R>,
    ) -> io::Result<()> {
        let out = &mut *self.world.out;
        match self.settings.format {
            Format::Csv => csv(out, rows, self.settings.csv, names),
            Format::Jsonl => jsonl(out, rows),
            Format::Json | Format::Table | Format::Md => json(out, rows),
        }
    }

    /// Tells something that is no answer.
    ///
    /// # Errors
    /// Those of the writer.
    pub(crate) fn note(&mut self, zh: &str, en: &str) -> io::Result<()> {
        let text = self.settings.lang.pick(zh, en);
        writeln!(self.world.err, "rongtu: {text}")
    }
}
