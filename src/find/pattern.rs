//! One typed word, and where it matches a line of glyphs.
//!
//! Owns the matching: a set of places in the word (one bit each) is carried along the text, as in the Shift-And
//! algorithm of Baeza-Yates and Gonnet (1992), with a character of the text taking one letter, a whole reading or
//! its initial. It knows no field, no rank and no atlas.

use super::letters::counts;
use crate::text::reading::{Glyph, typed};

/// Characters of a word that count; what is typed beyond is not looked at.
pub(crate) const LONGEST: usize = 60;

/// How a word may be typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Manner {
    /// Characters as they are, or whole readings, the last of which may be unfinished: `jiuyel`.
    Spelt,
    /// The same, or initials: `jyl`, `jyelv`, `zhl` for 专利.
    Initials,
}

/// A word made ready for matching.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pattern {
    units: Vec<char>,
}

/// What one glyph does with the places of a pattern: `advance[n]` are those from which it takes `n` letters, and
/// `advance[0]` those whose whole rest it takes without being used up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct PatternStep {
    advance: [u64; 7],
    any: u64,
}

impl Pattern {
    /// A folded word: `ü` is `v`, tone marks and other marks go. None when nothing is left.
    pub(crate) fn new(folded: &str) -> Option<Self> {
        let units: Vec<char> = folded
            .chars()
            .filter(|c| counts(*c))
            .map(without_tone)
            .take(LONGEST)
            .collect();
        (!units.is_empty()).then_some(Self { units })
    }

    /// What `glyph` does with this pattern.
    pub(crate) fn step(&self, glyph: &Glyph, manner: Manner) -> PatternStep {
        let mut step = PatternStep::default();
        for (at, unit) in self.units.iter().enumerate() {
            if *unit == without_tone(glyph.char) || Some(*unit) == glyph.twin {
                step.advance[1] |= 1 << at;
            }
            for reading in glyph.readings() {
                let begins = |first: &u8| unit.is_ascii_lowercase() && typed(*unit as u8, *first);
                if reading.first().is_some_and(begins) {
                    self.read(&mut step, at, reading, manner);
                    if let [first, b'v', rest @ ..] = reading {
                        let yu = [&[*first, b'y', b'u'], rest].concat();
                        self.read(&mut step, at, &yu, manner);
                    }
                }
            }
        }
        step.any = step.advance.iter().fold(0, |all, places| all | places);
        step
    }

    /// Adds what a glyph does through a reading whose first letter is typed at `at`.
    fn read(&self, step: &mut PatternStep, at: usize, reading: &[u8], manner: Manner) {
        let rest = &self.units[at..];
        let same = rest
            .iter()
            .zip(reading)
            .take_while(|(unit, letter)| unit.is_ascii() && typed(**unit as u8, **letter))
            .count();
        let place = 1 << at;
        if same == reading.len() {
            step.advance[same] |= place;
        } else if same == rest.len() {
            step.advance[0] |= place;
        }
        if manner == Manner::Initials {
            step.advance[1] |= place;
            if same > 1 && matches!(reading, [b'z' | b'c' | b's', b'h', ..]) {
                step.advance[2] |= place;
            }
        }
    }

    /// Whether it is typed in syllables, which have vowels, and not in initials, which hardly do.
    pub(crate) fn is_read_out(&self) -> bool {
        self.units.iter().any(|unit| "aeiouv".contains(*unit))
    }

    /// Its characters.
    pub(crate) fn units(&self) -> &[char] {
        &self.units
    }

    /// Whether the word matches somewhere in a text of these steps.
    pub(crate) fn is_in<'a>(&self, steps: impl IntoIterator<Item = &'a PatternStep>) -> bool {
        let mut places = 0;
        steps.into_iter().any(|step| {
            places = step.take(places | 1, self.units.len());
            places & self.end() != 0
        })
    }

    /// The longest match in one piece that starts with the first of `steps`: its length in glyphs.
    pub(crate) fn starts<'a>(&self, steps: impl IntoIterator<Item = &'a PatternStep>) -> Option<usize> {
        let mut places = 1;
        let mut longest = None;
        for (at, step) in steps.into_iter().enumerate() {
            places = step.take(places, self.units.len());
            if places & self.end() != 0 {
                longest = Some(at + 1);
            }
            if places & !self.end() == 0 {
                break; // nothing left to go on from
            }
        }
        longest
    }

    /// Whether the first of `steps` begin with the word, each syllable of it typed to its end.
    pub(crate) fn begins_whole<'a>(&self, steps: impl IntoIterator<Item = &'a PatternStep>) -> bool {
        let mut places = 1;
        steps.into_iter().any(|step| {
            places = step.take_whole(places);
            places & self.end() != 0
        })
    }

    /// The shortest match that starts with the first of `steps` when glyphs may be passed over after it, up to one
    /// where a word starts (which is told with each step). What is read must be typed to its end: the beginning of a
    /// syllable would be found far too often among so many.
    pub(crate) fn starts_scattered<'a>(
        &self,
        steps: impl IntoIterator<Item = (&'a PatternStep, bool)>,
    ) -> Option<usize> {
        let (mut places, mut waiting) = (1, 0);
        let ends = |(step, word): (&'a PatternStep, bool)| {
            let from = if word { places | waiting } else { places };
            places = step.take_whole(from);
            waiting |= places;
            places & self.end() != 0
        };
        steps.into_iter().position(ends).map(|at| at + 1)
    }

    /// The glyphs that a scattered match of the whole word takes, the first and the last of `steps` among them.
    ///
    /// `starts_scattered` keeps sets of places and forgets which glyph led where. So the steps are run once more, this
    /// time with the places each glyph was reached from, and followed back from the end: of the glyphs that lead to the
    /// place the one behind was taken from, the one beside that is taken, else the first, which stands beside what
    /// was typed before it: 企业…培训 and not 企…员…培训.
    pub(crate) fn trace(&self, steps: &[(PatternStep, bool)]) -> Option<Vec<usize>> {
        let (mut places, mut waiting) = (1, 0);
        let mut reached = Vec::with_capacity(steps.len());
        for (step, word) in steps {
            let from = if *word { places | waiting } else { places };
            reached.push(from);
            places = step.take_whole(from);
            waiting |= places;
        }
        let mut taken = Vec::new();
        let (mut place, mut end) = (self.units.len(), steps.len());
        while place > 0 {
            let from = |at: &usize| steps[*at].0.came_from(place, reached[*at]);
            let beside = end.checked_sub(1).filter(|at| from(at).is_some());
            let at = beside.or_else(|| (0..end).find(|at| from(at).is_some()))?;
            place = from(&at)?;
            taken.push(at);
            end = at;
        }
        taken.reverse();
        Some(taken)
    }

    fn end(&self) -> u64 {
        1 << self.units.len()
    }
}

/// A Latin letter as it is typed without the marks of pinyin: ā as a, ü and ǜ as v. Other characters as they are.
fn without_tone(c: char) -> char {
    const MARKED: [(&str, char); 8] = [
        ("āáǎà", 'a'),
        ("ēéěèê", 'e'),
        ("īíǐì", 'i'),
        ("ńňǹ", 'n'),
        ("ōóǒò", 'o'),
        ("ūúǔù", 'u'),
        ("üǖǘǚǜ", 'v'),
        ("ḿ", 'm'),
    ];
    if c.is_ascii() || c > '\u{1eff}' {
        return c;
    }
    let plain = MARKED.iter().find(|(marked, _)| marked.contains(c));
    plain.map_or(c, |(_, plain)| *plain)
}

impl PatternStep {
    /// Whether the glyph takes nothing of the pattern.
    pub(crate) fn is_idle(&self) -> bool {
        self.any == 0
    }

    /// Whether a match can start with this glyph.
    pub(crate) fn opens(&self) -> bool {
        self.any & 1 != 0
    }

    /// One of `places` from which this glyph leads to `place`, read to its end.
    fn came_from(&self, place: usize, places: u64) -> Option<usize> {
        let one = |from: u64| (from != 0).then(|| from.trailing_zeros() as usize);
        let by = |n: usize| {
            place
                .checked_sub(n)
                .and_then(|from| one(places & self.advance[n] & 1 << from))
        };
        (1..self.advance.len()).find_map(by)
    }

    /// The places reached from `places`; `whole` is the length of the pattern.
    fn take(&self, places: u64, whole: usize) -> u64 {
        if places & self.any == 0 {
            return 0;
        }
        let finished = u64::from(places & self.advance[0] != 0) << whole;
        finished | self.take_whole(places)
    }

    /// The same where what the glyph is read as is typed to its end.
    fn take_whole(&self, places: u64) -> u64 {
        (1..self.advance.len()).fold(0, |next, n| next | (places & self.advance[n]) << n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(word: &str, text: &str, manner: Manner) -> Vec<String> {
        let pattern = Pattern::new(word).unwrap();
        let chars: Vec<char> = text.chars().collect();
        let steps: Vec<_> = chars
            .iter()
            .map(|c| pattern.step(&Glyph::any(*c), manner))
            .collect();
        let found: Vec<_> = (0..steps.len())
            .filter_map(|start| Some(start..start + pattern.starts(&steps[start..])?))
            .collect();
        assert_eq!(pattern.is_in(&steps), !found.is_empty());
        found
            .into_iter()
            .map(|range| chars[range].iter().collect())
            .collect()
    }

    #[test]
    fn every_way_of_typing() {
        for (word, text, expected) in [
            ("就业率", "毕业生就业率", "就业率"),
            ("jyl", "毕业生就业率", "就业率"),
            ("jiuyelv", "毕业生就业率", "就业率"),
            ("jiuyelu", "毕业生就业率", "就业率"),
            ("jiuyelü", "毕业生就业率", "就业率"),
            ("jiuyelyu", "毕业生就业率", "就业率"),
            ("jiuyelǜ", "毕业生就业率", "就业率"),
            ("jiùyèlǜ", "毕业生就业率", "就业率"),
            ("cèlvè", "发展策略", "策略"),
            ("celyue", "发展策略", "策略"),
            ("jiuyl", "毕业生就业率", "就业率"),
            ("jiuyel", "毕业生就业率", "就业率"),
            ("就ye率", "毕业生就业率", "就业率"),
            ("tai州", "台州科技", "台州"),
            ("台z", "台州科技", "台州"),
            ("chongqing", "在重庆", "重庆"),
            ("hangye", "各行业", "行业"),
            ("csj", "推进长三角", "长三角"),
            ("zhl", "发明专利", "专利"),
            ("xi'an", "在西安", "西安"),
            ("5y4zx", "有5院4中心", "5院4中心"),
            ("五院", "有5院4中心", "5院"),
            ("wy", "有5院4中心", "5院"),
            ("5育", "五育并举", "五育"),
        ] {
            assert_eq!(found(word, text, Manner::Initials), [expected], "{word}");
        }
    }

    #[test]
    fn glyphs_may_be_passed_over_when_asked() {
        let pattern = Pattern::new("校企基地").unwrap();
        let steps = |words: &[&str]| -> Vec<(PatternStep, bool)> {
            let starts = |word: &str| (0..word.chars().count()).map(|at| at == 0).collect::<Vec<_>>();
            let starts = words.iter().flat_map(|word| starts(word));
            let step = |c| pattern.step(&Glyph::any(c), Manner::Spelt);
            words.concat().chars().map(step).zip(starts).collect()
        };
        let scattered = |steps: &[(PatternStep, bool)]| {
            pattern.starts_scattered(steps.iter().map(|(step, word)| (step, *word)))
        };
        let words = steps(&["校企", "共建", "示范", "基地", "群"]);
        assert_eq!(scattered(&words), Some(8));
        assert_eq!(pattern.trace(&words[..8]), Some(vec![0, 1, 6, 7]));
        assert_eq!(scattered(&words[1..]), None);
        assert_eq!(
            scattered(&steps(&["校企", "共建", "示范基地"])),
            None,
            "within a word"
        );
    }

    #[test]
    fn initials_are_no_spelling() {
        assert!(found("jyl", "毕业生就业率", Manner::Spelt).is_empty());
        assert_eq!(found("jiuyel", "毕业生就业率", Manner::Spelt), ["就业率"]);
        assert!(found("jyx", "毕业生就业率", Manner::Initials).is_empty());
    }
}
