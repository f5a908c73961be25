//! What of YAML these files may not use, because readers do not agree on what it means.
//!
//! Owns the rules: a number is decimal digits, perhaps with a point (`0x10` is 16 to ours, `0o17` is 15, `010` is text to
//! one reader and 8 to another, `1_000` is text to one and 1000 to another); no merge keys, which some readers know; no
//! tags, which ours passes over; one document in a file.

use crate::lang::Bilingual;

/// A construct that is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RefusedYaml {
    /// A number that is not written in decimal digits.
    Number,
    /// `<<`.
    MergeKey,
    /// `!name`.
    Tag,
    /// `---` behind the first document.
    Document,
}

impl RefusedYaml {
    /// What is wrong with `written`.
    pub(crate) fn message(self, written: &str) -> Bilingual {
        match self {
            Self::Number => Bilingual::new(
                format!("数字只用十进制数码: `{written}`"),
                format!("a number is written in decimal digits alone: `{written}`"),
            ),
            Self::MergeKey => Bilingual::new("合并键 `<<` 不支持", "merge keys (`<<`) are not supported"),
            Self::Document => Bilingual::new(
                "一个文件里有第二个文档 (---)；只能有一个",
                "there is a second document (---); a file holds one",
            ),
            Self::Tag => Bilingual::new(
                format!("标签 (!) 不支持: `{written}`"),
                format!("tags (!) are not supported: `{written}`"),
            ),
        }
    }

    /// What to write instead.
    pub(crate) fn hint(self) -> Bilingual {
        match self {
            Self::Number => Bilingual::new(
                "`0x`、`0o`、`0b`、开头的 0 与 +、下划线都不用: 16 不写 `0x10`，8 不写 `010`，1000 不写 `1_000`",
                "no 0x, 0o, 0b, leading 0 or +, no underscores: 16 and not 0x10, 8 and not 010, 1000 and not 1_000",
            ),
            Self::MergeKey => Bilingual::new("把各字段写全", "Write the fields out"),
            Self::Document => {
                Bilingual::new("删去 ---，或拆成两个文件", "Delete ---, or make two files of it")
            }
            Self::Tag => Bilingual::new(
                "删去它；文字以 ! 开头时加引号",
                "Delete it; quote a text that begins with !",
            ),
        }
    }
}

/// Whether anything in `text` may be refused. It may say yes where nothing is, never no where something is.
pub(crate) fn is_suspect(text: &str) -> bool {
    text.contains("<<") || text.contains("\n---") || has_tag(text) || may_be_odd(text)
}

fn has_tag(text: &str) -> bool {
    let before = |at: usize| text[..at].bytes().next_back();
    let mut marks = text.match_indices('!');
    marks.any(|(at, _)| before(at).is_none_or(|byte| b" \n[{,-:".contains(&byte)))
}

/// The fields of dossiers, registers and source records that hold a number.
const KEYS: [&str; 8] = ["value", "max", "n", "line", "year", "pillar", "bytes", "total"];

/// Whether the value of `key` is a number.
pub(crate) fn is_number(key: &str) -> bool {
    KEYS.contains(&key)
}

/// Whether any number of `text` may break the rule.
fn may_be_odd(text: &str) -> bool {
    let mut before = b'\n';
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        let next = bytes.peek().copied().unwrap_or(b'\n');
        let starts = !before.is_ascii_alphanumeric();
        let zero = starts && byte == b'0' && (next.is_ascii_alphanumeric() || next == b'_');
        let joined = byte == b'_' && before.is_ascii_digit();
        let signed = byte == b'+' && next.is_ascii_digit();
        if zero || joined || signed {
            return true;
        }
        before = byte;
    }
    false
}

/// Whether `scalar` looks like a number and is not written in decimal digits.
pub(crate) fn is_odd_number(scalar: &str) -> bool {
    let digits = scalar.strip_prefix(['+', '-']).unwrap_or(scalar);
    let begins = digits.starts_with(|c: char| c.is_ascii_digit());
    let zeros = digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.");
    let other = scalar.starts_with('+') || zeros || digits.contains('_');
    begins
        && other
        && digits
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"_.".contains(&b))
}

/// Whether a reader of YAML 1.1 takes `text` for a number in base sixty (YAML 1.1, tag `int`): 1:5 is 65 to it, a ratio to us.
pub(crate) fn is_base_sixty(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    text.contains(':') && text.split(':').all(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_with_colons_between_them_are_base_sixty() {
        assert!(["1:5", "12:30", "1:02:03"].into_iter().all(is_base_sixty));
        assert!(
            !["15", "1:", ":5", "1∶5", "约1:5", "1:a", ""]
                .into_iter()
                .any(is_base_sixty)
        );
    }

    #[test]
    fn decimal_digits_are_even_and_nothing_else_is() {
        for even in [
            "0", "12", "0.5", "-3", "2000000", "98.6", "1e3", "许多", "~", "2024届", "0~5",
        ] {
            assert!(!is_odd_number(even), "{even}");
        }
        for odd in [
            "0x10", "0o17", "010", "1_000", "0b11", "+5", "00", "-0x1", "012.5",
        ] {
            assert!(is_odd_number(odd), "{odd}");
            for text in [format!("value: {odd}\n"), format!("{{value: {odd}}}")] {
                assert!(may_be_odd(&text), "{text}");
            }
        }
    }
}
