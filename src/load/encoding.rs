//! In what encoding a file is that is not UTF-8.
//!
//! Owns the guess: UTF-16 by its byte order mark or by its zero bytes, GB18030 when all of the file reads as such and
//! gives Chinese. It converts nothing; the person who owns the file does.

use encoding_rs::GB18030;

use crate::{
    finding::{Code, Finding, Place},
    lang::Bilingual,
};

/// An encoding that a curator's editor may have written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// UTF-16 with a byte order mark.
    Utf16,
    /// UTF-16 without a mark, low byte first.
    Utf16Le,
    /// UTF-16 without a mark, high byte first.
    Utf16Be,
    /// GB18030, and with it GBK and GB2312.
    Gb18030,
}

/// Bytes that are looked at for zeros.
const LOOKED_AT: usize = 4096;

/// What `bytes` are probably in; none when they are UTF-8 or nothing that is known.
pub(crate) fn guess(bytes: &[u8]) -> Option<Encoding> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Some(Encoding::Utf16);
    }
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    let zeros = |from: usize| {
        head.iter()
            .skip(from)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    // The ASCII of a YAML file has a zero in every pair, always on the same side.
    if (even + odd) * 16 > head.len() {
        return match (even, odd) {
            (even, odd) if even * 8 < odd => Some(Encoding::Utf16Le),
            (even, odd) if odd * 8 < even => Some(Encoding::Utf16Be),
            _ => None,
        };
    }
    if std::str::from_utf8(bytes).is_ok() {
        return None;
    }
    let text = GB18030.decode_without_bom_handling_and_without_replacement(bytes)?;
    let has_han = text.contains(|c: char| matches!(c, '\u{4e00}'..='\u{9fff}'));
    has_han.then_some(Encoding::Gb18030)
}

impl Encoding {
    /// Its name, as readers and `iconv` know it.
    fn name(self) -> &'static str {
        match self {
            Self::Utf16 => "UTF-16",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Gb18030 => "GB18030",
        }
    }

    /// A file in this encoding as a finding, at `place` or, where no line can be told, as a whole.
    pub(crate) fn finding(self, place: Place) -> Finding {
        let name = self.name();
        let place = match self {
            Self::Gb18030 => place,
            _ => Place::file(place.file),
        };
        let message = Bilingual::new(
            format!("文件是 {name}，不是 UTF-8"),
            format!("The file is {name} and not UTF-8"),
        );
        Finding {
            hint: Bilingual::new(
                format!("请先转换: iconv -f {name} -t UTF-8"),
                format!("Convert it first: iconv -f {name} -t UTF-8"),
            ),
            ..Finding::new(Code::NotUtf8, place, message)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encodings_are_told_apart_by_mark_and_by_bytes() {
        const TEXT: &str = "id: hexi\nname: {zh: 河西职业学院}\n";
        let wide = |bytes: fn(u16) -> [u8; 2]| TEXT.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        let (little, big) = (wide(u16::to_le_bytes), wide(u16::to_be_bytes));
        let marked = [&[0xff, 0xfe], &*little].concat();
        assert_eq!(guess(&marked), Some(Encoding::Utf16));
        assert_eq!(guess(&little), Some(Encoding::Utf16Le));
        assert_eq!(guess(&big), Some(Encoding::Utf16Be));
        assert_eq!(guess(&GB18030.encode(TEXT).0), Some(Encoding::Gb18030));
        assert_eq!(guess(TEXT.as_bytes()), None);
        assert_eq!(guess(b"caf\xe9 au lait"), None);
        assert_eq!(guess(&[0; 64]), None);
    }
}
