//! `check`: every finding, with the line it stands on and a caret under the fault.

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet, renderer::DecorStyle};

use super::{
    Answer,
    args::{self, Format},
    exit::{Exit, Failure},
    paint::Paint,
    settings,
};
use crate::{
    export::{csv, json, jsonl, record::FindingRow},
    finding::{Finding, Severity},
    lang::Lang,
    load,
    page::build::findings,
    text::width::Policy,
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
            for finding in &loaded.findings {
                let text = snippet(finding, answer);
                write!(answer.world.out, "{text}\n\n")?;
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
    lang.pick(
        format!("{colleges} 所院校, {pillars} 个支柱, {outcomes} 项成效"),
        format!("{colleges} colleges, {pillars} pillars, {outcomes} outcomes"),
    )
}

/// One finding in the manner of a compiler. Columns are counted in code points of the file; what is drawn
/// goes through the substitutes unless the terminal is known to be narrow, so that the caret stands right.
fn snippet(finding: &Finding, answer: &Answer<'_, '_>) -> String {
    let lang = answer.settings.lang;
    let place = &finding.place;
    let level = match finding.severity {
        Severity::Error => Level::ERROR.with_name(lang.pick("错误", "error")),
        Severity::Warning => Level::WARNING.with_name(lang.pick("警告", "warning")),
    };
    let policy = match answer.settings.policy {
        Policy::Narrow => Policy::Narrow,
        Policy::Wide | Policy::Safe => Policy::Safe,
    };
    let marked = place.marked();
    let before = policy.shown(&place.text[..marked.start]);
    let within = policy.shown(&place.text[marked.clone()]);
    let line = format!("{before}{within}{}", policy.shown(&place.text[marked.end..]));
    let mut group = level
        .primary_title(finding.message.get(lang))
        .id(finding.code.as_str())
        .elements((place.line == 0).then(|| Origin::path(&*place.file)));
    if place.line > 0 {
        let (row, column) = (place.line as usize, place.column as usize);
        let start = before.len();
        group = group
            .element(Origin::path(&*place.file).line(row).char_column(column))
            .element(
                Snippet::source(line)
                    .line_start(row)
                    .annotation(AnnotationKind::Primary.span(start..start + within.len())),
            );
    }
    let hint = finding.hint.get(lang);
    if !hint.is_empty() {
        group = group.element(Level::HELP.with_name(lang.pick("提示", "hint")).message(hint));
    }
    renderer(answer).render(&[group])
}

fn renderer(answer: &Answer<'_, '_>) -> Renderer {
    let renderer = match answer.settings.paint {
        Paint::Plain => Renderer::plain(),
        Paint::Mono | Paint::Dark | Paint::Light => Renderer::styled(),
    };
    renderer
        .decor_style(DecorStyle::Ascii)
        .term_width(answer.settings.width)
}
