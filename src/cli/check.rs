//! `check`: every finding, with the line it stands on and carets under the fault; then how much of each
//! article is accounted for, and the count.

mod card;
mod explain;

use super::{
    Answer, args,
    args::Format,
    exit::{Exit, Failure},
};
use crate::{
    check::{CheckReport, check},
    export::record::FindingRow,
    finding::{causes, groups},
    lang::Lang,
    load::{self, Loaded},
    page::{
        Run,
        block::Block,
        builders::{
            coverage,
            findings::{self, Folding},
        },
    },
};

/// Answers `check`.
///
/// # Errors
/// A code that is none; those of the writer.
pub(crate) fn run(answer: &mut Answer<'_, '_>, asked: &args::Check) -> Result<Exit, Failure> {
    if let Some(code) = &asked.explain {
        return explain::run(answer, code);
    }
    if asked.terminal {
        return card::run(answer);
    }
    let (origin, articles) = (&answer.settings.origin, &answer.settings.articles);
    let loaded = load::load(origin);
    let report = check(&loaded, origin, articles);
    let folding = if asked.all { Folding::Open } else { Folding::Folded };
    write(answer, &loaded, &report, folding)?;
    unread(answer, &report)?;
    let (errors, _) = report.counts();
    Ok(if errors > 0 { Exit::Nothing } else { Exit::Found })
}

fn write(
    answer: &mut Answer<'_, '_>,
    loaded: &Loaded,
    report: &CheckReport,
    folding: Folding,
) -> Result<(), Failure> {
    let lang = answer.settings.lang;
    match answer.settings.format {
        Format::Table => {
            let (width, policy) = (answer.settings.width, answer.settings.policy);
            for group in groups(&report.findings) {
                answer.page(findings::group_blocks(&group, folding, width, policy, lang))?;
            }
            answer.page(coverage::blocks(&report.coverage, lang))?;
            let summary = findings::summary(&report.findings, lang);
            let total = format!("{}: {summary}", holdings(loaded, lang));
            answer.page(vec![Block::text([Run::plain(total)])])?;
        }
        Format::Md => {
            let mut blocks = findings::blocks(&report.findings, folding, lang);
            blocks.extend(coverage::blocks(&report.coverage, lang));
            let held = holdings(loaded, lang);
            blocks.push(Block::text([Run::plain(held)]));
            answer.page(blocks)?;
        }
        Format::Csv | Format::Json | Format::Jsonl => {
            let rows = report.findings.iter().zip(causes(&report.findings));
            answer.rows(rows.map(|(finding, cause)| FindingRow::of(finding, cause, lang)))?;
        }
    }
    Ok(())
}

/// Says beside rows what could not be checked; it is no finding, for the dossiers are not at fault.
fn unread(answer: &mut Answer<'_, '_>, report: &CheckReport) -> Result<(), Failure> {
    let n = report.coverage.iter().filter(|one| !one.read()).count();
    let on_page = matches!(answer.settings.format, Format::Table | Format::Md);
    if n > 0 && !on_page {
        answer.note(&coverage::missing(n, Lang::Zh), &coverage::missing(n, Lang::En))?;
    }
    Ok(())
}

/// What was checked. A figure without a metric is no fault: it is shown and found, never compared.
fn holdings(loaded: &Loaded, lang: Lang) -> String {
    let outcomes = loaded.atlas.colleges.iter().flat_map(|college| &college.outcomes);
    let alone = outcomes.filter(|outcome| outcome.metric.is_none()).count();
    let alone = match alone {
        0 => String::new(),
        n => lang.pick(
            format!(" (其中 {n} 项没有指标)"),
            format!(" ({n} without a metric)"),
        ),
    };
    let colleges = loaded.atlas.colleges.len();
    let (pillars, outcomes) = loaded.atlas.totals();
    let [c, p, o] = [(colleges, "college"), (pillars, "pillar"), (outcomes, "outcome")]
        .map(|(n, word)| format!("{n} {word}{}", if n == 1 { "" } else { "s" }));
    lang.pick(
        format!("{colleges} 所院校, {pillars} 个支柱, {outcomes} 项成效{alone}"),
        format!("{c}, {p}, {o}{alone}"),
    )
}
