//! Text made exactly *n* cells wide: padded, or cut short with `..`.
//!
//! What comes back is the drawn text, substitutions done, ready for a writer; it must not be substituted or
//! measured a second time under another policy. Nothing here breaks lines.

use super::width::{Policy, graphemes};

/// Where the text stands in a field wider than it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Align {
    /// Blanks after the text.
    #[default]
    Left,
    /// Blanks before the text.
    Right,
}

impl Align {
    /// How many of `blank` blank cells come before the text.
    pub(crate) fn before(self, blank: usize) -> usize {
        match self {
            Align::Left => 0,
            Align::Right => blank,
        }
    }
}

/// What a shortened text ends with. Two cells of ASCII: an ellipsis is ambiguous.
pub(crate) const MARK: &str = "..";

/// `text` as drawn in exactly `n` cells: padded, or [truncated](truncate) and padded where a wide glyph left a cell.
pub fn fit(text: &str, n: usize, policy: Policy, align: Align) -> String {
    if policy.width(text) <= n {
        return pad(text, n, policy, align);
    }
    let (shown, cells) = shorten(text, n, policy);
    aligned(&shown, n - cells, align)
}

/// `text` as drawn in at most `n` cells: whole, or its longest beginning that leaves room for `..` (for `.` when
/// `n` is 1).
pub fn truncate(text: &str, n: usize, policy: Policy) -> String {
    if policy.width(text) <= n {
        return policy.substituted(text).into_owned();
    }
    shorten(text, n, policy).0
}

/// `text` as drawn with blanks up to `n` cells; longer text stays as long as it is.
pub(crate) fn pad(text: &str, n: usize, policy: Policy, align: Align) -> String {
    aligned(
        &policy.substituted(text),
        n.saturating_sub(policy.width(text)),
        align,
    )
}

fn shorten(text: &str, n: usize, policy: Policy) -> (String, usize) {
    let mark = &MARK[..MARK.len().min(n)];
    let (end, cells) = head(text, n - mark.len(), policy);
    (
        [&policy.substituted(&text[..end]), mark].concat(),
        cells + mark.len(),
    )
}

fn aligned(shown: &str, blank: usize, align: Align) -> String {
    let before = align.before(blank);
    [&" ".repeat(before), shown, &" ".repeat(blank - before)].concat()
}

/// The longest beginning of `text` that takes at most `n` cells: its end in bytes, and the cells it takes.
///
/// Never cuts a grapheme: when a wide one does not fit, a cell stays free.
pub(crate) fn head(text: &str, n: usize, policy: Policy) -> (usize, usize) {
    let (mut end, mut used) = (0, 0);
    for grapheme in graphemes(text) {
        let cells = policy.grapheme(grapheme);
        if used + cells > n {
            break;
        }
        (end, used) = (end + grapheme.len(), used + cells);
    }
    (end, used)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::mixed::{POLICIES, mixed};

    #[test]
    fn a_wide_glyph_that_does_not_fit_leaves_a_blank() {
        let narrow = |n| fit("产教融合", n, Policy::Narrow, Align::Left);
        let shown: Vec<String> = (0..=9).map(narrow).collect();
        assert_eq!(
            shown,
            [
                "",
                ".",
                "..",
                ".. ",
                "产..",
                "产.. ",
                "产教..",
                "产教.. ",
                "产教融合",
                "产教融合 "
            ]
        );
    }

    #[test]
    fn what_is_fitted_is_what_is_drawn() {
        assert_eq!(fit("“共建”", 8, Policy::Safe, Align::Right), "  \"共建\"");
        assert_eq!(fit("“共建”", 9, Policy::Wide, Align::Left), "“共建” ");
        assert_eq!(truncate("待续……", 8, Policy::Safe), "待续..");
        assert_eq!(pad("五育", 2, Policy::Safe, Align::Left), "五育");
    }

    proptest! {
        #[test]
        fn fit_is_exact_for_every_width(text in mixed()) {
            for policy in POLICIES {
                for n in 0..=policy.width(&text) + 2 {
                    for align in [Align::Left, Align::Right] {
                        let drawn = fit(&text, n, policy, align);
                        prop_assert_eq!(policy.width(&drawn), n, "{:?} {:?}", policy, drawn);
                    }
                }
            }
        }

        #[test]
        fn truncate_is_within_and_keeps_what_fits(text in mixed(), n in 0usize..40) {
            for policy in POLICIES {
                let drawn = truncate(&text, n, policy);
                prop_assert!(policy.width(&drawn) <= n);
                prop_assert_eq!(policy.width(&text) <= n, drawn == policy.substituted(&text));
            }
        }
    }
}
