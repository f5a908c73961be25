//! Titles in 《》 and words in “ ”, for a person to choose names, cases and frameworks from.

use std::collections::HashSet;

/// A name and the first line it stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FoundName {
    /// 1-based line.
    pub(crate) line: u32,
    /// With its marks: 《…》, “…”.
    pub(crate) text: String,
}

/// Longest name, in characters; what is longer is speech.
const LONGEST: usize = 60;

/// The names of the article, each once, in order.
pub(crate) fn of(lines: &[&str], site: &[Option<&str>]) -> Vec<FoundName> {
    let mut names: Vec<FoundName> = Vec::new();
    let mut seen: HashSet<&str> = HashSet::new();
    for (at, line) in lines.iter().enumerate().filter(|(at, _)| site[*at].is_none()) {
        for (open, close) in [('《', '》'), ('“', '”'), ('「', '」')] {
            for text in between(line, open, close) {
                if seen.insert(text) {
                    names.push(FoundName {
                        line: at as u32 + 1,
                        text: text.to_owned(),
                    });
                }
            }
        }
    }
    names
}

fn between(line: &str, open: char, close: char) -> impl Iterator<Item = &str> {
    line.match_indices(open).filter_map(move |(at, _)| {
        let end = at + line[at..].find(close)? + close.len_utf8();
        let text = &line[at..end];
        let speech = text.contains(['。', '！', '？']) || text.chars().count() > LONGEST;
        (!speech).then_some(text)
    })
}
