//! What must stay whole wherever text is laid out, for the tests that look for broken pieces: words, numbers, options,
//! ids, paths, addresses, and figures or tags that stand over two lines.
//!
//! Owns how such pieces are told in what was drawn; it lays nothing out.

use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Words, numbers, options, ids, paths and addresses. What is cut with its mark is none.
pub(crate) fn pieces(text: &str) -> BTreeSet<&str> {
    let is_of = |c: char| c.is_ascii_alphanumeric() || "-/._:%+?=&'".contains(c);
    let pieces = text
        .split(|c| !is_of(c))
        .filter(|piece| !piece.is_empty() && !is_cut(piece));
    let bare = pieces.map(|piece| {
        piece
            .trim_matches(['.', ':', '\''])
            .trim_start_matches(['/', '+'])
    });
    bare.filter(|piece| piece.contains(|c: char| c.is_ascii_alphanumeric()))
        .collect()
}

/// Whether one of its ends is the mark of a cut.
fn is_cut(piece: &str) -> bool {
    piece.ends_with("..") || piece.starts_with("..") && !piece.starts_with("../")
}

/// Whether `text` is a part of `tag` that ends or begins inside one of its words.
pub(crate) fn is_part_of_word(text: &str, tag: &str) -> bool {
    match (tag.strip_prefix(text), tag.strip_suffix(text)) {
        (Some(rest), _) if !rest.is_empty() => !rest.starts_with(' '),
        (_, Some(rest)) if !rest.is_empty() => !rest.ends_with(' '),
        _ => false,
    }
}

/// Phrases that no line end may break.
pub(crate) struct Unbroken {
    /// Beginnings and ends of phrases, by the characters that a break would stand between.
    halves: HashMap<(char, char), Vec<(String, String)>>,
}

impl Unbroken {
    pub(crate) fn new<'a>(phrases: impl IntoIterator<Item = &'a str>) -> Self {
        let mut halves: HashMap<_, Vec<_>> = HashMap::new();
        for phrase in phrases {
            for (at, after) in phrase.char_indices().skip(1) {
                let (start, end) = phrase.split_at(at);
                let before = start.chars().next_back().expect("something is before");
                let half = (start.to_owned(), end.to_owned());
                halves.entry((before, after)).or_default().push(half);
            }
        }
        Self { halves }
    }

    /// The phrase that ends `line` and goes on in `next`, if there is one.
    pub(crate) fn broken(&self, line: &str, next: &str) -> Option<String> {
        let (line, next) = (line.trim_end(), next.trim_start());
        let between = (line.chars().next_back()?, next.chars().next()?);
        let mut halves = self.halves.get(&between)?.iter();
        let found =
            halves.find(|(start, end)| line.ends_with(start.as_str()) && next.starts_with(end.as_str()));
        found.map(|(start, end)| format!("{start}|{end}"))
    }
}

/// Fails when there are `faults`, each with where it is, at which width, and what it is: the widths of one fault together.
pub(crate) fn assert_whole(faults: impl Iterator<Item = (String, usize, String)>) {
    let mut kinds: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (name, width, words) in faults {
        kinds.entry(format!("{name}: {words}")).or_default().push(width);
    }
    let listed: Vec<String> = kinds
        .iter()
        .map(|(words, widths)| format!("{words} at {widths:?}"))
        .collect();
    assert!(
        listed.is_empty(),
        "{} faults\n{}",
        listed.len(),
        listed.join("\n")
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_words_numbers_and_addresses() {
        let found = pieces("a --lang 98%, sdcit/p3 (rule: Govern.. 二级");
        assert_eq!(
            found.into_iter().collect::<Vec<_>>(),
            ["--lang", "98%", "a", "rule", "sdcit/p3"]
        );
    }

    #[test]
    fn a_phrase_over_two_lines_is_seen() {
        let unbroken = Unbroken::new(["超过5000万元", "近年来"]);
        assert_eq!(
            unbroken.broken(" 减损 超过5000", " 万元 累计").as_deref(),
            Some("超过5000|万元")
        );
        assert_eq!(unbroken.broken("减损 超过5000万元", "累计"), None);
        assert!(is_part_of_word("近年", "近年来") && !is_part_of_word("time", "time not stated"));
    }
}
