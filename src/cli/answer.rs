//! One run of a command: what it loads, and how its answer is written.
//!
//! Owns loading for an answer and the way to the writer in each format. What is answered is the commands'.

use std::{io, mem::ManuallyDrop};

use super::{
    World,
    args::Format,
    exit::{Failure, Message},
    settings::Settings,
};
use crate::{
    export::{Record, csv, json, jsonl, markdown},
    load::{self, Loaded},
    model::{Atlas, CollegeIx, Dossier, Source},
    page::{Tone, block::Block, builders::findings, layout, stack},
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
}

impl Answer<'_, '_> {
    /// Everything that can be loaded; what is wrong with it is told in one line.
    ///
    /// # Errors
    /// Nothing could be read; those of the writer.
    pub(crate) fn load(&mut self) -> Result<Kept, Failure> {
        self.told(load::load_with(&self.settings.origin, &self.settings.load))
    }

    /// What `look` makes of everything that can be loaded, of which it reads only what it looks at.
    ///
    /// # Errors
    /// Nothing could be read; those of `look` and of the writer.
    pub(crate) fn look<T>(
        &mut self,
        look: impl Fn(&Loaded) -> Result<T, Failure>,
    ) -> Result<(Kept, T), Failure> {
        let (loaded, seen) = load::look(&self.settings.origin, &self.settings.load, look);
        Ok((self.told(loaded)?, seen?))
    }

    /// The same for whoever knows beforehand whose dossiers he will look at.
    ///
    /// # Errors
    /// Nothing could be read; those of the writer.
    pub(crate) fn load_of(&mut self, wanted: impl Fn(&Atlas) -> Vec<CollegeIx>) -> Result<Kept, Failure> {
        let read = |loaded: &Loaded| {
            let atlas = &loaded.atlas;
            for college in wanted(atlas).into_iter().map(|ix| atlas.college(ix)) {
                let (_dossier, _source): (&Dossier, &Source) =
                    (&college.dossier, atlas.source(college.source));
            }
            Ok(())
        };
        self.look(read).map(|(loaded, ())| loaded)
    }

    fn told(&mut self, loaded: Loaded) -> Result<Kept, Failure> {
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
            Format::Md => markdown(self.world.out, &blocks),
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
    pub(crate) fn rows<R: Record>(&mut self, rows: impl IntoIterator<Item = R>) -> io::Result<()> {
        let out = &mut *self.world.out;
        match self.settings.format {
            Format::Csv => csv(out, rows),
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
