//! How a character may be typed: as itself, by a reading, by a digit that means the same.
//!
//! Owns the table of readings (no tones, ü as v). It knows characters and no words: of several readings any one
//! will do, which is right for searching and wrong for showing or sorting.

use std::sync::LazyLock;

use ib_matcher::pinyin::{PinyinData, PinyinNotation};

static TABLE: LazyLock<PinyinData> = LazyLock::new(|| PinyinData::new(PinyinNotation::Ascii));

const DIGITS: [char; 10] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
const NUMERALS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// A folded character and the ways it may be typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glyph {
    /// The character itself, folded.
    pub char: char,
    /// The digit for a numeral (五: 5) and the numeral for a digit.
    pub twin: Option<char>,
    /// Its readings in ASCII letters, each once.
    pub readings: Vec<&'static str>,
}

impl Glyph {
    /// A character under every reading it has.
    pub fn any(char: char) -> Self {
        let twin = other(char, &DIGITS, &NUMERALS).or_else(|| other(char, &NUMERALS, &DIGITS));
        let spoken = twin.filter(|_| char.is_ascii()).unwrap_or(char);
        Self {
            char,
            twin,
            readings: readings(spoken),
        }
    }

    /// A character under the one reading it has here; under all when it has no such reading.
    pub fn said(char: char, reading: &str) -> Self {
        let mut glyph = Self::any(char);
        if glyph.readings.contains(&reading) {
            glyph.readings.retain(|other| *other == reading);
        }
        glyph
    }
}

/// Whether a typed letter stands for one of a reading: `v` is ü, and so may `u` be.
pub fn typed(letter: u8, reading: u8) -> bool {
    letter == reading || (letter == b'u' && reading == b'v')
}

/// Glyphs of `text` read as `pinyin` says (syllables together or apart), character by character; none if it does not.
pub fn aligned(text: &str, pinyin: &str) -> Option<Vec<Glyph>> {
    let letters: String = pinyin.chars().filter(char::is_ascii_alphanumeric).collect();
    let chars: Vec<char> = text.chars().collect();
    let mut said = Vec::with_capacity(chars.len());
    align(&chars, &letters, &mut said).then(|| {
        chars
            .iter()
            .zip(said)
            .map(|(char, reading)| Glyph::said(*char, reading))
            .collect()
    })
}

fn align(chars: &[char], letters: &str, said: &mut Vec<&'static str>) -> bool {
    let Some((first, rest)) = chars.split_first() else {
        return letters.is_empty();
    };
    for reading in readings(*first) {
        let Some(left) = letters.strip_prefix(reading) else {
            continue;
        };
        said.push(reading);
        if align(rest, left, said) {
            return true;
        }
        said.pop();
    }
    false
}

fn other(char: char, from: &[char; 10], to: &[char; 10]) -> Option<char> {
    let at = from.iter().position(|c| *c == char)?;
    Some(to[at])
}

fn readings(char: char) -> Vec<&'static str> {
    if char.is_ascii() {
        return Vec::new();
    }
    let readings = TABLE.get_pinyins(char);
    // Nearly every character has one.
    let mut found = Vec::with_capacity(1);
    found.extend(readings.filter_map(|pinyin| pinyin.notation(PinyinNotation::Ascii)));
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn polyphones_have_all_their_readings() {
        for (char, reading) in [
            ('重', "chong"),
            ('行', "hang"),
            ('长', "chang"),
            ('长', "zhang"),
            ('率', "lv"),
            ('会', "kuai"),
            ('调', "diao"),
            ('六', "lu"),
            ('蚌', "beng"),
            ('厦', "xia"),
            ('5', "wu"),
        ] {
            assert!(Glyph::any(char).readings.contains(&reading), "{char} {reading}");
        }
    }

    #[test]
    fn hand_written_pinyin_chooses_the_reading() {
        let glyphs = aligned("重庆长江学校", "chongqing changjiang xuexiao").unwrap();
        let said: Vec<_> = glyphs.iter().map(|glyph| glyph.readings.clone()).collect();
        assert_eq!(
            said,
            [["chong"], ["qing"], ["chang"], ["jiang"], ["xue"], ["xiao"]]
        );
        assert_eq!(aligned("重庆", "beijing"), None);
    }

    #[test]
    fn numerals_and_digits_stand_for_each_other() {
        assert_eq!(Glyph::any('5').twin, Some('五'));
        assert_eq!(Glyph::any('五').twin, Some('5'));
        assert_eq!(Glyph::any('家').twin, None);
    }
}
