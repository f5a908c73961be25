//! Which characters are Han.

/// Whether `c` is a Han character: the unified ideographs with their extensions (Unicode 17, blocks A to J), and the
/// numeral 〇, which stands outside them.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '〇' | '\u{20000}'..='\u{3347f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn punctuation_kana_and_hangul_are_not() {
        assert!("产教融合〇㐂𠮷".chars().all(is_han));
        assert!(!"、。“”A１ひ한々䷀".chars().any(is_han));
    }
}
