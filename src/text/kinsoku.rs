//! Where a line of Chinese may break: CLREQ's prohibitions and the glue between a number and its unit.
//!
//! Finds opportunities; it does not fill lines and knows no widths.

use unicode_linebreak::{BreakOpportunity, linebreaks};

/// Byte offsets inside `text` at which a new line may start, ascending, without 0 and without `text.len()`.
pub fn opportunities(text: &str) -> Vec<usize> {
    linebreaks(text)
        .filter(|&(at, kind)| at < text.len() && kind == BreakOpportunity::Allowed)
        .map(|(at, _)| at)
        .collect()
}
