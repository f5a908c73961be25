//! Findings made after loading, with their paths turned into positions in the files they name.
//!
//! Owns which text a finding is looked up in; `positions` owns the looking up. It makes no finding.

use std::collections::HashMap;

use super::{
    OriginFile,
    lines::Lines,
    positions::{Spans, locate},
    preflight::guard,
};
use crate::finding::Finding;

/// The same findings, located in whichever of `entries` they name; each file is read once, and only if it is
/// named.
pub(crate) fn with_positions(entries: &[OriginFile], findings: Vec<Finding>) -> Vec<Finding> {
    let by_name: HashMap<&str, &OriginFile> = entries.iter().map(|entry| (&*entry.name, entry)).collect();
    let mut opened: HashMap<&str, Opened> = HashMap::new();
    let place = |finding: Finding| match by_name.get(&*finding.place.file) {
        Some(entry) if finding.place.line == 0 => opened
            .entry(&entry.name)
            .or_insert_with(|| Opened::new(entry))
            .locate(finding),
        _ => finding,
    };
    findings.into_iter().map(place).collect()
}

/// A file whose positions are known.
struct Opened {
    lines: Lines<'static>,
    spans: Spans,
}

impl Opened {
    /// A file that can no longer be read has no positions.
    fn new(entry: &OriginFile) -> Self {
        let bytes = entry.read().unwrap_or_default();
        let text = guard(&bytes).unwrap_or_default().to_owned();
        let spans = Spans::of(&text);
        let lines = Lines::of(text);
        Self { lines, spans }
    }

    fn locate(&self, finding: Finding) -> Finding {
        locate(finding, &self.lines, &self.spans)
    }
}
