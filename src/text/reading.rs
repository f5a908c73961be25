//! How a character may be typed: as itself, by a reading, by a digit that means the same.
//!
//! Owns the table of readings (no tones, ü as v), which is made when the program is built. It knows characters and no
//! words: of several readings any one will do, which is right for searching and wrong for showing or sorting.

include!(concat!(env!("OUT_DIR"), "/readings.rs"));

const DIGITS: [char; 10] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
const NUMERALS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// A folded character and the ways it may be typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Glyph {
    /// The character itself, folded.
    pub(crate) char: char,
    /// The digit for a numeral (五: 5) and the numeral for a digit.
    pub(crate) twin: Option<char>,
    readings: &'static [u16],
}

impl Glyph {
    /// A character under every reading it has.
    pub(crate) fn any(char: char) -> Self {
        let twin = other(char, &DIGITS, &NUMERALS).or_else(|| other(char, &NUMERALS, &DIGITS));
        let spoken = twin.filter(|_| char.is_ascii()).unwrap_or(char);
        Self {
            char,
            twin,
            readings: readings(spoken),
        }
    }

    /// A character under the one reading it has here, one of those it has.
    fn with_reading(char: char, reading: &'static [u16]) -> Self {
        Self {
            readings: reading,
            ..Self::any(char)
        }
    }

    /// Its readings in ASCII letters, each once, in their order.
    pub(crate) fn readings(self) -> impl Iterator<Item = &'static [u8]> {
        self.readings.iter().map(letters)
    }
}

/// Whether a typed letter stands for one of a reading: `v` is ü, and so may `u` be.
pub(crate) fn typed(letter: u8, reading: u8) -> bool {
    letter == reading || (letter == b'u' && reading == b'v')
}

/// Glyphs of `text` read as `pinyin` says (syllables together or apart), character by character; none if it does not.
pub(crate) fn aligned(text: &str, pinyin: &str) -> Option<Vec<Glyph>> {
    let letters: Vec<u8> = pinyin.bytes().filter(u8::is_ascii_alphanumeric).collect();
    let chars: Vec<char> = text.chars().collect();
    let mut said = Vec::with_capacity(chars.len());
    align(&chars, &letters, &mut said).then(|| {
        chars
            .iter()
            .zip(said)
            .map(|(char, reading)| Glyph::with_reading(*char, reading))
            .collect()
    })
}

/// The syllables of `text`; none when a character has several readings, or none.
pub(crate) fn only_readings(text: &str) -> Option<Vec<&'static str>> {
    let only = |char| match readings(char) {
        [one] => std::str::from_utf8(letters(one)).ok(),
        _ => None,
    };
    text.chars().map(only).collect()
}

fn align(chars: &[char], pinyin: &[u8], said: &mut Vec<&'static [u16]>) -> bool {
    let Some((first, rest)) = chars.split_first() else {
        return pinyin.is_empty();
    };
    for reading in readings(*first).chunks(1) {
        let Some(left) = pinyin.strip_prefix(letters(&reading[0])) else {
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

/// The letters of the syllable at a place.
fn letters(place: &u16) -> &'static [u8] {
    let [letters @ .., length] = &SYLLABLES[usize::from(*place)];
    &letters[..usize::from(*length)]
}

/// The places of the syllables that a character is read as.
fn readings(char: char) -> &'static [u16] {
    let at = (char as usize).wrapping_sub(FIRST as usize);
    let other = || OTHERS.binary_search_by_key(&char, |(char, _)| *char).ok();
    let set = HAN.get(at).copied().or_else(|| Some(OTHERS[other()?].1));
    let [start, end] = match set.unwrap_or_default() {
        0 => return &[],
        set => [set - 1, set].map(|set| usize::from(ENDS[usize::from(set)])),
    };
    &SETS[start..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn readings_of(glyph: Glyph) -> Vec<&'static str> {
        glyph.readings().flat_map(str::from_utf8).collect()
    }

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
            assert!(
                readings_of(Glyph::any(char)).contains(&reading),
                "{char} {reading}"
            );
        }
    }

    #[test]
    fn hand_written_pinyin_chooses_the_reading() {
        let glyphs = aligned("重庆长江学校", "chongqing changjiang xuexiao").unwrap();
        let all: Vec<_> = glyphs.into_iter().map(readings_of).collect();
        assert_eq!(
            all,
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
