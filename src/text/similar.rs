//! What a misspelt word was probably meant to be.
//!
//! Owns how near is near: about one slip in four characters, where swapping two neighbours is one. Between two that are
//! as near as each other nothing is guessed.

/// Longest word that is compared: ids have 64 characters at most.
const LONGEST: usize = 64;

/// The one of `known` that `word` was probably meant to be; capitals and `_` for `-` are no slips at all.
pub(crate) fn meant<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let len = word.chars().count();
    if !(2..=LONGEST).contains(&len) {
        return None;
    }
    let typed = plain(word);
    let most = match len {
        2..=5 => 1,
        6..=9 => 2,
        _ => 3,
    };
    let near = known.into_iter().filter_map(|other| {
        let apart = other.chars().count().abs_diff(len);
        (apart <= most).then(|| (strsim::damerau_levenshtein(&typed, &plain(other)), other))
    });
    let mut near: Vec<_> = near
        .filter(|(slips, other)| *slips <= most && *other != word)
        .collect();
    near.sort_unstable();
    near.dedup();
    match near[..] {
        [(slips, meant), ..] if near.get(1).is_none_or(|(next, _)| *next > slips) => Some(meant),
        _ => None,
    }
}

fn plain(word: &str) -> String {
    word.to_lowercase().replace('_', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_meant_and_a_far_one_is_not() {
        let known = [
            "metric",
            "measure",
            "unit",
            "as_written",
            "at_least",
            "less_than",
            "人次",
            "平方米",
        ];
        for (word, wanted) in [
            ("metrc", Some("metric")),
            ("Metric", Some("metric")),
            ("unti", Some("unit")),
            ("as-written", Some("as_written")),
            ("atleast", Some("at_least")),
            ("入次", Some("人次")),
            ("pillar", None),
            ("家", None),
        ] {
            assert_eq!(meant(word, known), wanted, "{word}");
        }
        assert_eq!(meant("talent", ["talents", "talenta"]), None);
    }
}
