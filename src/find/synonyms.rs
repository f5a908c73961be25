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

/// What a match of the stem costs over one of the word, and of another word for the same thing.
const COSTS: [u8; 2] = [2, 20];

/// Other words to look for when `word` was typed, folded, and what each costs; none for words of other letters.
pub(crate) fn others(word: &str) -> Vec<(&str, u8)> {
    if word.len() < STEM || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Vec::new();
    }
    let begins = |beginning: &&&str| word.starts_with(**beginning);
    let group = ALIKE.iter().find(|group| group.iter().any(|stem| begins(&stem)));
    let alike = group.into_iter().flat_map(|group| group.iter().copied());
    let alike = alike.filter(|other| !word.starts_with(other));
    stem(word)
        .map(|stem| (stem, COSTS[0]))
        .into_iter()
        .chain(alike.map(|other| (other, COSTS[1])))
        .collect()
}

/// What is left of an English word without its ending.
fn stem(word: &str) -> Option<&str> {
    const ENDINGS: [&str; 5] = ["ings", "ing", "ed", "es", "s"];
    if word.len() < WORD {
        return None;
    }
    let (stem, ending) = ENDINGS
        .iter()
        .find_map(|ending| Some((word.strip_suffix(ending)?, *ending)))?;
    let is_ending = ending != "s" || !stem.ends_with('s');
    (stem.len() >= STEM && is_ending).then_some(stem)
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
            let found: Vec<_> = others(word).into_iter().map(|(other, _)| other).collect();
            assert_eq!(found, expected, "{word}");
        }
    }
}
