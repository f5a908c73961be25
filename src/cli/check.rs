//! `check`: every finding, with the line it stands on and carets under the fault.

use super::{
    Answer,
    args::{self, Format},
    exit::{Exit, Failure},
    settings,
};
use crate::{
    export::{csv, json, jsonl, record::FindingRow},
    finding::Severity,
    lang::Lang,
    load,
    page::build::findings,
};

/// Answers `check`.
///
/// # Errors
/// A folder that is not there; those of the writer.
pub fn run(answer: &mut Answer<'_, '_>, check: &args::Check) -> Result<Exit, Failure> {
    if let Some(folder) = &check.dir {
        answer.settings.origin = settings::origin(Some(folder))?;
    }
    let loaded = load::load(&answer.settings.origin);
    let lang = answer.settings.lang;
    let rows = || {
        loaded
            .findings
            .iter()
            .map(|finding| FindingRow::of(finding, lang))
    };
    match answer.settings.format {
        Format::Table => {
            let (width, policy) = (answer.settings.width, answer.settings.policy);
            for finding in &loaded.findings {
                answer.page(findings::told(finding, width, policy, lang))?;
            }
            let (pillars, outcomes) = loaded.atlas.totals();
            let held = holdings(loaded.atlas.colleges.len(), pillars, outcomes, lang);
            let summary = findings::summary(&loaded.findings, lang);
            writeln!(answer.world.out, "{held}: {summary}")?;
        }
        Format::Md => answer.page(findings::blocks(&loaded.findings, lang))?,
        Format::Json => json(&mut *answer.world.out, rows())?,
        Format::Jsonl => jsonl(&mut *answer.world.out, rows())?,
        Format::Csv => csv(&mut *answer.world.out, rows())?,
    }
    let wrong = loaded
        .findings
        .iter()
        .any(|finding| finding.severity == Severity::Error);
    Ok(if wrong { Exit::Nothing } else { Exit::Found })
}

fn holdings(colleges: usize, pillars: usize, outcomes: usize, lang: Lang) -> String {
    let [c, p, o] = [(colleges, "college"), (pillars, "pillar"), (outcomes, "outcome")]
        .map(|(n, word)| format!("{n} {word}{}", if n == 1 { "" } else { "s" }));
    lang.pick(
        format!("{colleges} 所院校, {pillars} 个支柱, {outcomes} 项成效"),
        format!("{c}, {p}, {o}"),
    )
}
