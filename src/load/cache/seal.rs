//! The layout of a compiled atlas: parts that can be decoded by themselves, each with its checksum, then a table of
//! them, then a seal of fixed length.
//!
//! Owns the bytes. Lengths are checked against the length of the file before anything is allocated, checksums before
//! anything is decoded (`postcard`), and the whole before it is handed out. The table stands at the end so that a
//! writer needs to hold one part at a time.

use std::{
    fs::File,
    io::{self, Write},
    os::unix::fs::FileExt,
    sync::atomic::AtomicBool,
};

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::sound::is_sound;
use crate::{
    finding::Finding,
    load::{Loaded, crew},
    model::{Atlas, College, Family, Metric, Source, Theme},
};

/// What every compiled atlas ends with; the last byte is the version of this layout.
const MAGIC: [u8; 8] = *b"rongtu\0\x01";

/// Says which sources of model and loader this program was built from (`build.rs`).
const SCHEMA: &str = env!("RONGTU_SCHEMA");

/// Records in a part: enough to keep two threads busy without holding much at once.
const RECORDS: usize = 64;

/// Fewer parts than this are not worth a second thread.
const FEW: usize = 8;

/// Length and checksum of the table, the magic.
const SEAL: usize = 16;

/// What a part holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Themes, families, metrics and findings.
    Registers,
    /// Sources.
    Sources,
    /// Colleges.
    Colleges,
}

/// A line of the table.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Line {
    kind: Kind,
    len: u32,
    sum: u32,
}

#[derive(Serialize, Deserialize)]
struct Table {
    schema: String,
    stamp: [u8; 32],
    lines: Vec<Line>,
}

type Registers = (Vec<Theme>, Vec<Family>, Vec<Metric>, Vec<Finding>);

/// Bytes that can be read anywhere, by several threads.
pub trait Bytes: Sync {
    /// How many there are.
    ///
    /// # Errors
    /// What the system says.
    fn size(&self) -> io::Result<u64>;

    /// Fills `buffer` with the bytes from `at` on.
    ///
    /// # Errors
    /// What the system says, or that there are not so many.
    fn read(&self, at: u64, buffer: &mut [u8]) -> io::Result<()>;
}

impl Bytes for File {
    fn size(&self) -> io::Result<u64> {
        Ok(self.metadata()?.len())
    }

    fn read(&self, at: u64, buffer: &mut [u8]) -> io::Result<()> {
        self.read_exact_at(buffer, at)
    }
}

impl Bytes for Vec<u8> {
    fn size(&self) -> io::Result<u64> {
        Ok(self.as_slice().len() as u64)
    }

    fn read(&self, at: u64, buffer: &mut [u8]) -> io::Result<()> {
        let at = usize::try_from(at).unwrap_or(usize::MAX);
        let from = self.get(at..).unwrap_or_default();
        let bytes = from.get(..buffer.len()).ok_or(io::ErrorKind::UnexpectedEof)?;
        buffer.copy_from_slice(bytes);
        Ok(())
    }
}

/// A compiled atlas whose seal and table are in order.
pub struct Compiled<'a, B> {
    bytes: &'a B,
    parts: Vec<Part>,
}

/// Where a part lies.
#[derive(Clone, Copy)]
struct Part {
    at: u64,
    line: Line,
}

enum Decoded {
    Registers(Box<Registers>),
    Sources(Vec<Source>),
    Colleges(Vec<College>),
}

impl<'a, B: Bytes> Compiled<'a, B> {
    /// The table of `bytes`; none unless they are complete, of this version and stamped with `stamp`.
    pub fn open(bytes: &'a B, stamp: &[u8; 32]) -> Option<Self> {
        let body = bytes.size().ok()?.checked_sub(SEAL as u64)?;
        let mut seal = [0; SEAL];
        bytes.read(body, &mut seal).ok()?;
        let (len, sum) = (number(&seal[..4]), number(&seal[4..8]));
        let parts = body.checked_sub(u64::from(len))?;
        if seal[8..] != MAGIC {
            return None;
        }
        let table: Table = decode(&fetch(bytes, parts, len, sum)?)?;
        let here = table.schema == SCHEMA && table.stamp == *stamp;
        let whole = table.lines.iter().map(|line| u64::from(line.len)).sum::<u64>() == parts;
        (here && whole).then(|| Self {
            bytes,
            parts: places(table.lines),
        })
    }

    /// All of it; none when a part is torn or points nowhere.
    pub fn read(&self) -> Option<Loaded> {
        let stop = AtomicBool::new(false);
        let parts = crew::each(&self.parts, FEW, 1, &stop, |part| self.part(part), |_| ())?;
        let mut loaded = Loaded::default();
        loaded.atlas.colleges.reserve_exact(self.records(Kind::Colleges));
        loaded.atlas.sources.reserve_exact(self.records(Kind::Sources));
        for part in parts {
            add(&mut loaded, part?);
        }
        is_sound(&loaded.atlas).then_some(loaded)
    }

    /// At most how many records of `kind` there are.
    fn records(&self, kind: Kind) -> usize {
        self.parts.iter().filter(|part| part.line.kind == kind).count() * RECORDS
    }

    fn part(&self, part: &Part) -> Option<Decoded> {
        let bytes = fetch(self.bytes, part.at, part.line.len, part.line.sum)?;
        Some(match part.line.kind {
            Kind::Registers => Decoded::Registers(decode(&bytes)?),
            Kind::Sources => Decoded::Sources(decode(&bytes)?),
            Kind::Colleges => Decoded::Colleges(decode(&bytes)?),
        })
    }
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().rev().fold(0, |n, byte| n << 8 | u32::from(*byte))
}

/// The bytes of a part or of the table, if they are what they were. `len` is known to fit.
fn fetch(bytes: &impl Bytes, at: u64, len: u32, sum: u32) -> Option<Vec<u8>> {
    let mut buffer = vec![0; len as usize];
    bytes.read(at, &mut buffer).ok()?;
    (crc32fast::hash(&buffer) == sum).then_some(buffer)
}

/// The value that takes up all of `bytes`.
fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    match postcard::take_from_bytes(bytes) {
        Ok((value, [])) => Some(value),
        _ => None,
    }
}

fn places(lines: Vec<Line>) -> Vec<Part> {
    let mut next = 0;
    let place = |line: Line| {
        let at = next;
        next += u64::from(line.len);
        Part { at, line }
    };
    lines.into_iter().map(place).collect()
}

fn add(loaded: &mut Loaded, part: Decoded) {
    let Atlas {
        sources, colleges, ..
    } = &mut loaded.atlas;
    match part {
        Decoded::Sources(more) => sources.extend(more),
        Decoded::Colleges(more) => colleges.extend(more),
        Decoded::Registers(registers) => {
            let (themes, families, metrics, findings) = *registers;
            loaded.atlas.themes = themes;
            loaded.atlas.families = families;
            loaded.atlas.metrics = metrics;
            loaded.findings = findings;
        }
    }
}

/// Writes a compiled atlas part by part.
pub struct Writer<W> {
    out: W,
    lines: Vec<Line>,
}

impl<W: Write> Writer<W> {
    /// A writer that has written nothing yet.
    pub fn new(out: W) -> Self {
        Self {
            out,
            lines: Vec::new(),
        }
    }

    /// Everything, sealed.
    ///
    /// # Errors
    /// What `out` says.
    pub fn whole(mut self, stamp: &[u8; 32], loaded: &Loaded) -> io::Result<()> {
        let atlas = &loaded.atlas;
        let registers = (&atlas.themes, &atlas.families, &atlas.metrics, &loaded.findings);
        self.part(Kind::Registers, &encode(&registers)?)?;
        for sources in atlas.sources.chunks(RECORDS) {
            self.part(Kind::Sources, &encode(sources)?)?;
        }
        for colleges in atlas.colleges.chunks(RECORDS) {
            self.part(Kind::Colleges, &encode(colleges)?)?;
        }
        self.seal(stamp)
    }

    /// One part as it stands.
    ///
    /// # Errors
    /// What `out` says, or that the part is too long.
    pub fn part(&mut self, kind: Kind, bytes: &[u8]) -> io::Result<()> {
        self.lines.push(Line {
            kind,
            len: length(bytes)?,
            sum: crc32fast::hash(bytes),
        });
        self.out.write_all(bytes)
    }

    /// The table and the seal.
    ///
    /// # Errors
    /// What `out` says.
    pub fn seal(mut self, stamp: &[u8; 32]) -> io::Result<()> {
        let table = encode(&Table {
            schema: SCHEMA.to_owned(),
            stamp: *stamp,
            lines: self.lines,
        })?;
        self.out.write_all(&table)?;
        self.out.write_all(&length(&table)?.to_le_bytes())?;
        self.out.write_all(&crc32fast::hash(&table).to_le_bytes())?;
        self.out.write_all(&MAGIC)
    }
}

fn encode<T: Serialize + ?Sized>(value: &T) -> io::Result<Vec<u8>> {
    postcard::to_allocvec(value).map_err(io::Error::other)
}

fn length(bytes: &[u8]) -> io::Result<u32> {
    u32::try_from(bytes.len()).map_err(io::Error::other)
}
