//! What an English word may stand for besides itself: its stem, and the few words that dossiers use for the same thing.
//!
//! Owns the stems and the list. Chinese needs neither: a word of it is found in the middle of others.

/// Fewest letters of a word that has a stem, and of the stem.
const WORD: usize = 5;
const STEM: usize = 4;

/// Words for one thing, each as the beginning that all its forms share.
const ALIKE: [&[&str]; 7] = [
    &["enterpris", "compan", "firm", "business"],
    &["pair", "twin", "join"],
    &["award", "prize", "honor", "honour"],
    &["centre", "center"],
    &["programme", "program"],
    &["employ", "job"],
    &["contest", "competition"],
];

/// Other words to look for when `word` was typed, folded; none for words of other letters.
pub(crate) fn others(word: &str) -> Vec<&str> {
    if word.len() < STEM || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Vec::new();
    }
    let begins = |beginning: &&&str| word.starts_with(**beginning);
    let group = ALIKE.iter().find(|group| group.iter().any(|stem| begins(&stem)));
    let alike = group.into_iter().flat_map(|group| group.iter().copied());
    stem(word)
        .into_iter()
        .chain(alike.filter(|other| !word.starts_with(other)))
        .collect()
}

/// What is left of an English word without its ending.
fn stem(word: &str) -> Option<&str> {
    const ENDINGS: [&str; 5] = ["ings", "ing", "ed", "es", "s"];
    if word.len() < WORD {
        return None;
    }
    let stem = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending))?;
    (stem.len() >= STEM && !stem.ends_with('s')).then_some(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_stems_and_others_like_them() {
        for (word, expected) in [
            ("pairing", &["pair", "twin", "join"][..]),
            ("enterprises", &["enterpris", "compan", "firm", "business"]),
            ("firms", &["firm", "enterpris", "compan", "business"]),
            ("patents", &["patent"]),
            ("centres", &["centr", "center"]),
            ("rate", &[]),
            ("class", &[]),
            ("就业率", &[]),
            ("98%", &[]),
        ] {
            assert_eq!(others(word), expected, "{word}");
        }
    }
}
