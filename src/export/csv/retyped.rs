//! Text that a spreadsheet makes something else of when it opens a CSV: `1-5` becomes the fifth of January, `007` seven.
//!
//! Owns the guess at what Excel and LibreOffice do, in any of their languages. Left alone is what they show as it was,
//! though they take it for more than text: plain numbers, `98%`, whole dates (`2024-05-12`) and Chinese ones (5月1日).

/// Whether a spreadsheet would show something else in the place of `text`.
pub(super) fn is_retyped(text: &str) -> bool {
    let half_width = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    };
    let text: String = text.trim().chars().map(half_width).collect();
    let inner = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    if inner
        .is_some_and(|inner| inner.starts_with(|c: char| c.is_ascii_digit()) && is_digits_and_marks(inner))
    {
        // A negative number, as accountants write it.
        return true;
    }
    is_changed_number(&text) || is_exponent(&text) || has_month_or_noon(&text)
}

fn is_digits_and_marks(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '-' | '/' | '.' | ':' | ',' | ' '))
}

/// Digits with marks between them, but for numbers and dates that stay as they look.
fn is_changed_number(text: &str) -> bool {
    is_digits_and_marks(text) && !is_date(text) && !is_kept_number(text.trim_end_matches('%'))
}

/// A number that is shown as it is typed: no zero before it, and no more digits than a spreadsheet keeps.
fn is_kept_number(text: &str) -> bool {
    const KEPT: usize = 15;
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let groups: Vec<_> = whole.split(',').collect();
    let grouped =
        groups.len() == 1 || groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    grouped
        && groups.iter().all(|group| digits(group))
        && digits(fraction)
        && (whole == "0" || !whole.starts_with('0'))
        && text.bytes().filter(u8::is_ascii_digit).count() <= KEPT
}

/// A whole date as ISO 8601 has it.
fn is_date(text: &str) -> bool {
    let lengths: Vec<_> = text.split('-').map(str::len).collect();
    lengths == [4, 2, 2] && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

/// `1e5`, `12.5E-3`.
fn is_exponent(text: &str) -> bool {
    let Some((base, power)) = text.split_once(['e', 'E']) else {
        return false;
    };
    let digits = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    digits(base)
        && is_digits_and_marks(base)
        && digits(power.trim_start_matches(['+', '-']))
        && text.parse::<f64>().is_ok()
}

/// English dates and times: `MAR1`, `5-May`, `May 2024`, `9 am`.
fn has_month_or_noon(text: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let text = text.to_ascii_lowercase();
    let is_mark = |c: char| matches!(c, '-' | '/' | '.' | ':' | ',' | ' ');
    if !text.chars().all(|c| c.is_ascii_alphanumeric() || is_mark(c)) {
        return false;
    }
    let is_month = |word: &str| MONTHS.iter().any(|month| *month == word || month[..3] == *word);
    let is_name = |word: &str| matches!(word, "sept" | "am" | "pm" | "a" | "p") || is_month(word);
    let words: Vec<_> = text
        .split(|c: char| !c.is_ascii_alphabetic())
        .filter(|word| !word.is_empty())
        .collect();
    text.contains(|c: char| c.is_ascii_digit()) && !words.is_empty() && words.into_iter().all(is_name)
}

#[cfg(test)]
mod tests {
    use super::is_retyped;

    #[test]
    fn dates_times_and_other_numbers_are_known() {
        for text in [
            "1-5",
            "3/4",
            "2024-05",
            "1-5 ",
            "１－５",
            "2024/5",
            "2:1",
            "12:30",
            "1.5.2",
            "1,2",
            "007",
            "00.5",
            "1 1/2",
            "(5)",
            "（5）",
            "1e5",
            "12.5E-3",
            "1234567890123456",
            "MAR1",
            "5-May",
            "May 2024",
            "9 am",
            "Sept 2",
        ] {
            assert!(is_retyped(text), "{text}");
        }
    }

    #[test]
    fn what_looks_the_same_afterwards_is_left_alone() {
        for text in [
            "",
            "34",
            "1,234",
            "12,345.60",
            "0",
            "0.5",
            "98%",
            "98.5%",
            "2024-05-12",
            "34家",
            "1+X",
            "2023年5月",
            "tzvcst/p1",
            "may",
            "5院4中心",
            "300余人",
            "maybe 5",
            "1-5月",
            "true",
            "a/b",
            "2–3名",
            "3D",
            "e5",
        ] {
            assert!(!is_retyped(text), "{text}");
        }
    }
}
