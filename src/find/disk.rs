//! The index as bytes beside a compiled atlas, so that what has been looked through once need not be read again to be
//! searched.
//!
//! Owns the bytes: arrays of numbers as this machine writes them, taken back only when every number of them points at something.

use super::target::{HitField, Target};
use std::io;

use bytemuck::cast_slice;

use super::{
    bloom::Sign,
    index::Index,
    layout::{StoredAnswer, StoredEntry, StoredFigure, StoredGlyph, TextId},
};
use crate::{
    load::{
        Loaded, Slot,
        cache::container::{Bytes, Compiled, CopyWriter, PartKind},
    },
    model::Atlas,
    parallel,
    text::reading::Glyph,
};

/// What the file beside the atlas is called.
const NAME: &str = ".find";

impl Index {
    /// The index of what was loaded: the one kept beside its compiled copy, or a new one, which is then kept there.
    pub fn of(loaded: &Loaded) -> Self {
        let slot = loaded.slot.as_ref();
        let kept = slot.and_then(|slot| Self::kept(slot, &loaded.atlas));
        kept.unwrap_or_else(|| {
            let index = Self::new(&loaded.atlas);
            slot.inspect(|slot| slot.keep_beside(NAME, &|writer| index.write(writer)));
            index
        })
    }

    /// The index kept in `slot` beside the compiled copy of `atlas`, of which the names are enough.
    pub(crate) fn kept(slot: &Slot, atlas: &Atlas) -> Option<Self> {
        Self::read(&slot.beside(NAME)?, atlas)
    }

    /// The index that was kept in `file`; none unless it is one of `atlas`.
    fn read<B: Bytes>(file: &Compiled<B>, atlas: &Atlas) -> Option<Self> {
        let parts: Vec<_> = file.parts(PartKind::Beside).collect();
        let [
            glyphs,
            units,
            ends,
            signs,
            answers,
            shared,
            names,
            entries,
            figures,
            measures,
        ] = parts[..]
        else {
            return None;
        };
        // Answers are about as long as everything else.
        let (answers, others) = parallel::both(
            || Some(file.numbers(answers)?.into_iter().map(StoredAnswer).collect()),
            || {
                let glyph = |number: u32| Some(Glyph::any(char::from_u32(number)?));
                Some(Self {
                    glyphs: file
                        .numbers(glyphs)?
                        .into_iter()
                        .map(glyph)
                        .collect::<Option<_>>()?,
                    units: file.numbers(units)?.into_iter().map(StoredGlyph).collect(),
                    ends: file.numbers(ends)?,
                    signs: file.numbers(signs)?.into_iter().map(Sign).collect(),
                    answers: Vec::new(),
                    shared: file.numbers(shared)?,
                    names: file.numbers(names)?.into_iter().map(TextId).collect(),
                    entries: file.numbers(entries)?.into_iter().map(StoredEntry).collect(),
                    figures: file.numbers(figures)?.into_iter().map(StoredFigure).collect(),
                    measures: file.part(measures)?,
                })
            },
        );
        let index = Self {
            answers: answers?,
            ..others?
        };
        index.is_sound(atlas).then_some(index)
    }

    /// Writes the parts it is kept in.
    fn write<W: io::Write>(&self, writer: &mut CopyWriter<W>) -> io::Result<()> {
        let mut numbers = |bytes: &[u8]| writer.bytes(PartKind::Beside, bytes);
        numbers(cast_slice(&all(&self.glyphs, |glyph| glyph.char as u32)))?;
        numbers(cast_slice(&all(&self.units, |unit| unit.0)))?;
        numbers(cast_slice(&self.ends))?;
        numbers(cast_slice(&all(&self.signs, |sign| sign.0)))?;
        numbers(cast_slice(&all(&self.answers, |answer| answer.0)))?;
        numbers(cast_slice(&self.shared))?;
        numbers(cast_slice(&all(&self.names, |name| name.0)))?;
        numbers(cast_slice(&all(&self.entries, |entry| entry.0)))?;
        numbers(cast_slice(&all(&self.figures, |figure| figure.0)))?;
        writer.part(PartKind::Beside, &self.measures)
    }

    /// Whether every number points at something. Written so that the compiler looks at many numbers at once.
    fn is_sound(&self, atlas: &Atlas) -> bool {
        let texts = self.ends.len();
        let target = |target| match target {
            Target::Fact(college, _) => college.at() < atlas.colleges.len(),
            Target::Theme(theme) => theme.at() < atlas.themes.len(),
            Target::Metric(metric) => metric.at() < atlas.metrics.len(),
        };
        let entry = |entry: &StoredEntry| {
            let (answers, figures) = (self.answers.len(), self.figures.len());
            entry.is_within(answers, self.shared.len(), figures) && target(entry.target())
        };
        below(&self.units, self.glyphs.len(), |unit| unit.glyph() as u32)
            && self.ends.is_sorted()
            && self.ends.last().map_or(0, |end| *end as usize) == self.units.len()
            && self.signs.len() == texts
            && below(&self.answers, texts, |answer| answer.numbers()[0])
            && below(&self.answers, HitField::ALL.len(), |answer| answer.numbers()[1])
            && self.shared.len() == atlas.metrics.len()
            && below(&self.shared, self.answers.len() + 1, |start| *start)
            && self.names.len() == atlas.colleges.len() * super::entry::NAMES
            && below(&self.names, texts, |name| name.0)
            && self.entries.iter().all(entry)
            && below(&self.figures, self.measures.len(), |figure| figure.unit() as u32)
    }
}

fn all<T, N>(items: &[T], number: impl Fn(&T) -> N) -> Vec<N> {
    items.iter().map(number).collect()
}

/// Whether every number is below `count`.
fn below<T>(items: &[T], count: usize, number: impl Fn(&T) -> u32) -> bool {
    let highest = items
        .iter()
        .fold(0, |highest: u32, item| highest.max(number(item)));
    items.is_empty() || (highest as usize) < count
}

#[cfg(test)]
mod tests {
    use std::{fs, time::Duration};

    use tempfile::TempDir;

    use super::*;
    use crate::load::{
        Access, Cache, LoadOptions, Origin, cache::container::CopyWriter, load_with, open_copy,
    };

    fn options(cache: &TempDir) -> LoadOptions {
        let folder = cache.path().join("rongtu");
        let (above, settled) = (0, Duration::ZERO);
        let cache = Cache {
            folder,
            above,
            settled,
            access: Access::Own,
        };
        LoadOptions { cache: Some(cache) }
    }

    fn origin() -> Origin {
        Origin::Folder("tests/fixtures/tiny".into())
    }

    /// A folder loaded from its compiled copy.
    fn loaded(cache: &TempDir) -> Loaded {
        load_with(&origin(), &options(cache));
        load_with(&origin(), &options(cache))
    }

    fn sealed(parts: &[Vec<u8>]) -> Compiled<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut writer = CopyWriter::new(&mut bytes);
        parts
            .iter()
            .for_each(|part| writer.bytes(PartKind::Beside, part).unwrap());
        writer.seal(&[0; 32]).unwrap();
        Compiled::open(bytes, &[0; 32]).unwrap()
    }

    fn parts(index: &Index) -> Vec<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut writer = CopyWriter::new(&mut bytes);
        index.write(&mut writer).unwrap();
        writer.seal(&[0; 32]).unwrap();
        let file = Compiled::open(bytes, &[0; 32]).unwrap();
        file.parts(PartKind::Beside)
            .map(|part| file.bytes(part).unwrap())
            .collect()
    }

    #[test]
    fn what_is_kept_is_what_would_be_made() {
        let cache = TempDir::new().unwrap();
        let loaded = loaded(&cache);
        let kept = |loaded: &Loaded| loaded.slot.as_ref().unwrap().beside(NAME);
        assert!(kept(&loaded).is_none());
        let made = Index::of(&loaded);
        let read = Index::read(&kept(&loaded).unwrap(), &loaded.atlas).unwrap();
        assert!(read == made && made == Index::new(&loaded.atlas));
        assert!(Index::of(&loaded) == made);
    }

    #[test]
    fn names_are_enough_to_find_and_the_dossiers_of_the_hits_to_show() {
        let cache = TempDir::new().unwrap();
        let loaded = loaded(&cache);
        Index::of(&loaded);
        let copy = open_copy(&origin(), &options(&cache)).unwrap();
        let index = Index::kept(copy.proof.slot(), copy.dossiers.directory()).unwrap();
        let filter = crate::find::Filter::default();
        let matches = index.matches(copy.dossiers.directory(), "97%", 5, filter);
        assert_eq!(matches.colleges().len(), 1);
        let few = copy.dossiers.read(matches.colleges()).unwrap();
        let hits = index.hits(&few.atlas, &matches);
        assert_eq!(hits, index.search(&loaded.atlas, "97%", 5, filter));
        assert_eq!(hits.len(), 1);
    }

    #[test]
    fn what_is_corrupt_is_made_anew() {
        let cache = TempDir::new().unwrap();
        let loaded = loaded(&cache);
        let made = Index::of(&loaded);
        for file in fs::read_dir(cache.path().join("rongtu")).unwrap().flatten() {
            let mut bytes = fs::read(file.path()).unwrap();
            bytes[20] ^= 1;
            fs::write(file.path(), bytes).unwrap();
        }
        assert!(Index::of(&loaded) == made);
    }

    #[test]
    fn what_points_nowhere_is_not_taken() {
        let atlas = crate::load::load(&Origin::Embedded).atlas;
        let parts = parts(&Index::new(&atlas));
        assert!(Index::read(&sealed(&parts), &atlas).is_some());
        assert!(Index::read(&sealed(&parts[1..]), &atlas).is_none());
        for at in 0..parts.len() {
            let mut cut = parts.clone();
            cut[at].pop();
            assert!(Index::read(&sealed(&cut), &atlas).is_none(), "part {at} cut");
            let mut high = parts.clone();
            high[at].iter_mut().for_each(|byte| *byte = 0x7f);
            let numbers_may_be_any = at == 3;
            assert_eq!(
                Index::read(&sealed(&high), &atlas).is_some(),
                numbers_may_be_any,
                "part {at} high"
            );
        }
    }
}
