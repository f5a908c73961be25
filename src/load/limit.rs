//! How many findings of one file are told.
//!
//! Owns the limit: each finding quotes a line, and the line may be the whole file.

use crate::{
    finding::{Finding, Place},
    lang::Bilingual,
};

/// Findings told of one file: who has more mends these first.
pub(crate) const MOST: usize = 500;

/// The first [`MOST`] findings of a file, and how many more there are.
pub(crate) fn first(mut findings: Vec<Finding>) -> Vec<Finding> {
    if let Some(next) = findings.get(MOST) {
        let last = not_listed(next, findings.len() - MOST);
        findings.truncate(MOST);
        findings.push(last);
    }
    findings
}

/// So many findings that are like `next`, the first of them.
pub(crate) fn not_listed(next: &Finding, count: usize) -> Finding {
    let message = Bilingual::new(
        format!("另有 {count} 处问题未列出"),
        format!("{count} more findings are not listed"),
    );
    Finding::new(next.code, Place::file(&*next.place.file), message)
}
