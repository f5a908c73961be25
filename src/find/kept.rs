//! The index as bytes beside a compiled atlas, so that what has been looked through once need not be read again to be
//! searched.
//!
//! Owns the bytes: arrays of little-endian numbers, taken back only when every number of them points at something.

use std::io;

use super::{
    entry::Target,
    index::{Answer, Counted, Entry, Extent, Index, TextId, Unit},
    sign::Sign,
};
use crate::{
    load::{
        Loaded,
        cache::{
            Write,
            seal::{Bytes, Compiled, Kind as Part},
        },
    },
    model::{Atlas, CollegeIx, Kind, MetricIx, ThemeIx},
    text::reading::Glyph,
};

/// What the file beside the atlas is called.
const NAME: &str = ".find";

/// Numbers that an entry takes.
const ENTRY: usize = 11;

/// Says that an entry has no figure.
const NONE: u32 = u32::MAX;

impl Index {
    /// The index of what was loaded: the one kept beside its compiled copy, or a new one, which is then kept there.
    pub fn of(loaded: &Loaded) -> Self {
        let copy = loaded.copy.as_ref();
        let kept = copy.and_then(|copy| Self::read(&copy.beside(NAME)?, &loaded.atlas));
        kept.unwrap_or_else(|| {
            let index = Self::new(&loaded.atlas);
            let write: Write<'_> = &|writer| {
                index
                    .parts()?
                    .iter()
                    .try_for_each(|part| writer.bytes(Part::Beside, part))
            };
            copy.inspect(|copy| copy.keep_beside(NAME, write));
            index
        })
    }

    /// The index that `parts` were made of; none unless it is one of `atlas`.
    fn read<B: Bytes>(file: &Compiled<B>, atlas: &Atlas) -> Option<Self> {
        let parts: Vec<_> = file.parts(Part::Beside).collect();
        let [glyphs, units, ends, signs, answers, names, entries, measures] = parts[..] else {
            return None;
        };
        let words = |part| Some(numbers(&file.bytes(part)?, u32::from_le_bytes));
        let char = |number: u32| Some(Glyph::any(char::from_u32(number)?));
        let index = Self {
            glyphs: words(glyphs)?.into_iter().map(char).collect::<Option<_>>()?,
            units: numbers(&file.bytes(units)?, |n| Unit(u16::from_le_bytes(n))),
            ends: words(ends)?,
            signs: numbers(&file.bytes(signs)?, |n| Sign(u64::from_le_bytes(n))),
            fields: words(answers)?.into_iter().map(Answer).collect(),
            names: words(names)?.into_iter().map(TextId).collect(),
            entries: words(entries)?
                .chunks_exact(ENTRY)
                .map(entry)
                .collect::<Option<_>>()?,
            measures: file.part(measures)?,
        };
        index.is_sound(atlas).then_some(index)
    }

    /// The parts it is kept in.
    fn parts(&self) -> io::Result<[Vec<u8>; 8]> {
        let words = |numbers: &mut dyn Iterator<Item = u32>| -> Vec<u8> {
            numbers.flat_map(u32::to_le_bytes).collect()
        };
        Ok([
            words(&mut self.glyphs.iter().map(|glyph| glyph.char as u32)),
            self.units.iter().flat_map(|unit| unit.0.to_le_bytes()).collect(),
            words(&mut self.ends.iter().copied()),
            self.signs.iter().flat_map(|sign| sign.0.to_le_bytes()).collect(),
            words(&mut self.fields.iter().map(|answer| answer.0)),
            words(&mut self.names.iter().map(|name| name.0)),
            words(&mut self.entries.iter().flat_map(numbered)),
            postcard::to_allocvec(&self.measures).map_err(io::Error::other)?,
        ])
    }

    /// Whether every number points at something.
    fn is_sound(&self, atlas: &Atlas) -> bool {
        let texts = self.ends.len();
        let target = |target| match target {
            Target::Fact(college, _) => college.at() < atlas.colleges.len(),
            Target::Theme(theme) => theme.at() < atlas.themes.len(),
            Target::Metric(metric) => metric.at() < atlas.metrics.len(),
        };
        let entry = |entry: &Entry| {
            let fields = self.fields.get(entry.fields.range());
            let unit = entry.figure.map_or(0, |figure| figure.unit as usize);
            let counted = entry.figure.is_none() || unit < self.measures.len();
            target(entry.target) && counted && fields.is_some_and(|fields| !fields.is_empty())
        };
        self.units.iter().all(|unit| unit.glyph() < self.glyphs.len())
            && self.ends.is_sorted()
            && self.ends.last().map_or(0, |end| *end as usize) == self.units.len()
            && self.signs.len() == texts
            && self.fields.iter().all(|answer| answer.is_within(texts))
            && self.names.len() == atlas.colleges.len() * super::entry::NAMES
            && self.names.iter().all(|name| name.at() < texts)
            && self.entries.iter().all(entry)
    }
}

/// The numbers of fixed length that `bytes` are.
fn numbers<const N: usize, T>(bytes: &[u8], number: impl Fn([u8; N]) -> T) -> Vec<T> {
    let (whole, _) = bytes.as_chunks();
    whole.iter().map(|bytes| number(*bytes)).collect()
}

fn numbered(entry: &Entry) -> [u32; ENTRY] {
    let [sort, one, other] = match entry.target {
        Target::Fact(college, n) => [0, college.0, n],
        Target::Theme(theme) => [1, u32::from(theme.0), 0],
        Target::Metric(metric) => [2, u32::from(metric.0), 0],
    };
    let Extent(start, end) = entry.fields;
    let halves = |figure: f64| [figure.to_bits() as u32, (figure.to_bits() >> 32) as u32];
    let (unit, value, max) = entry
        .figure
        .map_or((NONE, 0.0, 0.0), |figure| (figure.unit, figure.value, figure.max));
    let ([low, high], [max_low, max_high]) = (halves(value), halves(max));
    let kind = entry.kind as u32;
    [
        sort | kind << 8,
        one,
        other,
        entry.length,
        start,
        end,
        unit,
        low,
        high,
        max_low,
        max_high,
    ]
}

fn entry(numbers: &[u32]) -> Option<Entry> {
    let &[
        sort,
        one,
        other,
        length,
        start,
        end,
        unit,
        low,
        high,
        max_low,
        max_high,
    ] = numbers
    else {
        return None;
    };
    let figure = |low: u32, high: u32| f64::from_bits(u64::from(high) << 32 | u64::from(low));
    let counted = Counted {
        value: figure(low, high),
        max: figure(max_low, max_high),
        unit,
    };
    Some(Entry {
        target: match sort & 0xff {
            0 => Target::Fact(CollegeIx(one), other),
            1 => Target::Theme(ThemeIx(u16::try_from(one).ok()?)),
            _ => Target::Metric(MetricIx(u16::try_from(one).ok()?)),
        },
        kind: *Kind::ALL.get((sort >> 8) as usize)?,
        figure: (unit != NONE).then_some(counted),
        length,
        fields: Extent(start, end),
    })
}

#[cfg(test)]
mod tests {
    use std::{fs, time::Duration};

    use tempfile::TempDir;

    use super::*;
    use crate::load::{Cache, Options, Origin, cache::seal::Writer, open};

    /// A folder with a compiled copy of it, opened once more.
    fn loaded(cache: &TempDir) -> Loaded {
        let folder = cache.path().join("rongtu");
        let (above, settled) = (0, Duration::ZERO);
        let cache = Cache {
            folder,
            above,
            settled,
        };
        let options = Options { cache: Some(cache) };
        let origin = Origin::Folder("tests/fixtures/tiny".into());
        open(&origin, &options);
        open(&origin, &options)
    }

    fn sealed(parts: &[Vec<u8>]) -> Compiled<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut writer = Writer::new(&mut bytes);
        parts
            .iter()
            .for_each(|part| writer.bytes(Part::Beside, part).unwrap());
        writer.seal(&[0; 32]).unwrap();
        Compiled::open(bytes, &[0; 32]).unwrap()
    }

    #[test]
    fn what_is_kept_is_what_would_be_made() {
        let cache = TempDir::new().unwrap();
        let loaded = loaded(&cache);
        let kept = |loaded: &Loaded| loaded.copy.as_ref().unwrap().beside(NAME);
        assert!(kept(&loaded).is_none());
        let made = Index::of(&loaded);
        let read = Index::read(&kept(&loaded).unwrap(), &loaded.atlas).unwrap();
        assert!(read == made && made == Index::new(&loaded.atlas));
        assert!(Index::of(&loaded) == made);
    }

    #[test]
    fn one_search_reads_the_dossiers_of_its_hits_alone() {
        let cache = TempDir::new().unwrap();
        Index::of(&loaded(&cache));
        let loaded = loaded(&cache);
        let hits = Index::of(&loaded).search(&loaded.atlas, "97%", 5, crate::find::Filter::default());
        assert_eq!(hits.len(), 1);
        let at_hand = loaded
            .atlas
            .colleges
            .iter()
            .map(|college| college.dossier.at_hand().is_some());
        assert_eq!(at_hand.filter(|at_hand| *at_hand).count(), 1);
    }

    #[test]
    fn what_is_torn_is_made_anew() {
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
        let parts = Index::new(&atlas).parts().unwrap();
        assert!(Index::read(&sealed(&parts), &atlas).is_some());
        assert!(Index::read(&sealed(&parts[1..]), &atlas).is_none());
        for (at, part) in parts.iter().enumerate() {
            let mut cut = parts.clone();
            cut[at].truncate(part.len() / 2);
            let fewer_may_be_found = at == 6;
            let taken = Index::read(&sealed(&cut), &atlas).is_some();
            assert_eq!(taken, fewer_may_be_found, "part {at} cut");
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
