//! The layout of a compiled file: parts that can be decoded by themselves, each with its checksum, then a table of
//! them, then a seal of fixed length.
//!
//! Owns the bytes. Lengths are checked against the length of the file before anything is allocated, and checksums before
//! anything is decoded (`postcard`). The table stands at the end so that a writer needs to hold one part at a time. What
//! the parts mean is `dossiers`' for an atlas, and whoever keeps something beside one knows his own.

use std::{
    fmt::Debug,
    fs::File,
    io::{self, Write},
    os::unix::fs::FileExt,
};

use bytemuck::{Pod, cast_slice_mut};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// What every compiled file ends with; the last byte is the version of this layout.
const MAGIC: [u8; 8] = *b"rongtu\0\x02";

/// Says which sources of model, loader and search this program was built from (`build.rs`).
const SCHEMA: &str = env!("RONGTU_SCHEMA");

/// Length and checksum of the table, the magic.
const SEAL: usize = 16;

/// What a part holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PartKind {
    /// Themes, families, metrics and findings.
    Registers,
    /// What colleges are called.
    Names,
    /// One source.
    Source,
    /// One dossier.
    Dossier,
    /// Something that was worked out from an atlas and is kept beside it.
    Beside,
}

/// A line of the table.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct TableEntry {
    kind: PartKind,
    len: u32,
    sum: u32,
}

#[derive(Serialize, Deserialize)]
struct PartTable {
    schema: String,
    stamp: [u8; 32],
    lines: Vec<TableEntry>,
}

/// Bytes that can be read anywhere, by several threads.
pub trait Bytes: Debug + Send + Sync + 'static {
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

/// A compiled file whose seal and table are in order.
#[derive(Debug)]
pub struct Compiled<B> {
    bytes: B,
    stamp: [u8; 32],
    parts: Vec<PartLocation>,
}

/// Where a part lies.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PartLocation {
    at: u64,
    line: TableEntry,
}

impl<B: Bytes> Compiled<B> {
    /// The table of `bytes`; none unless they are complete, of this version and stamped with `stamp`.
    pub fn open(bytes: B, stamp: &[u8; 32]) -> Option<Self> {
        Self::unproved(bytes).filter(|file| file.stamp == *stamp)
    }

    /// The same, whatever it is stamped with.
    pub(crate) fn unproved(bytes: B) -> Option<Self> {
        let body = bytes.size().ok()?.checked_sub(SEAL as u64)?;
        let mut seal = [0; SEAL];
        bytes.read(body, &mut seal).ok()?;
        let (len, sum) = (number(&seal[..4]), number(&seal[4..8]));
        let parts = body.checked_sub(u64::from(len))?;
        if seal[8..] != MAGIC {
            return None;
        }
        let table: PartTable = decode(&fetch(&bytes, parts, len, sum)?)?;
        let whole = table.lines.iter().map(|line| u64::from(line.len)).sum::<u64>() == parts;
        (table.schema == SCHEMA && whole).then(|| Self {
            bytes,
            stamp: table.stamp,
            parts: places(table.lines),
        })
    }

    /// What it is stamped with.
    pub(crate) fn stamp(&self) -> [u8; 32] {
        self.stamp
    }

    /// Its parts of `kind`, in order.
    pub(crate) fn parts(&self, kind: PartKind) -> impl Iterator<Item = PartLocation> {
        self.parts
            .iter()
            .copied()
            .filter(move |part| part.line.kind == kind)
    }

    /// The bytes of a part, if they are what they were.
    pub(crate) fn bytes(&self, part: PartLocation) -> Option<Vec<u8>> {
        fetch(&self.bytes, part.at, part.line.len, part.line.sum)
    }

    /// The numbers that a part is made of, as this machine writes them.
    pub(crate) fn numbers<T: Pod>(&self, part: PartLocation) -> Option<Vec<T>> {
        let TableEntry { len, sum, .. } = part.line;
        let mut numbers = vec![T::zeroed(); len as usize / size_of::<T>()];
        let bytes: &mut [u8] = cast_slice_mut(&mut numbers);
        self.bytes.read(part.at, bytes).ok()?;
        (bytes.len() == len as usize && crc32fast::hash(bytes) == sum).then_some(numbers)
    }

    /// What a part holds.
    pub(crate) fn part<T: DeserializeOwned>(&self, part: PartLocation) -> Option<T> {
        decode(&self.bytes(part)?)
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

fn places(lines: Vec<TableEntry>) -> Vec<PartLocation> {
    let mut next = 0;
    let place = |line: TableEntry| {
        let at = next;
        next += u64::from(line.len);
        PartLocation { at, line }
    };
    lines.into_iter().map(place).collect()
}

/// Writes a compiled file part by part.
pub struct CopyWriter<W> {
    out: W,
    lines: Vec<TableEntry>,
}

impl<W: Write> CopyWriter<W> {
    /// A writer that has written nothing yet.
    pub fn new(out: W) -> Self {
        Self {
            out,
            lines: Vec::new(),
        }
    }

    /// One part.
    ///
    /// # Errors
    /// What `out` says, or that the part is too long.
    pub(crate) fn part<T: Serialize>(&mut self, kind: PartKind, value: &T) -> io::Result<()> {
        self.bytes(kind, &encode(value)?)
    }

    /// One part as it stands.
    ///
    /// # Errors
    /// What `out` says, or that the part is too long.
    pub fn bytes(&mut self, kind: PartKind, bytes: &[u8]) -> io::Result<()> {
        self.lines.push(TableEntry {
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
        let table = encode(&PartTable {
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
