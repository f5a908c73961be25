//! Findings as a list to read: what is wrong, where, and what helps.

use crate::{
    finding::{Finding, FindingGroup, Severity, groups},
    lang::Lang,
    page::{Run, Tone, block::Block, caret::caret},
    text::width::Policy,
};

/// How much of what follows from one cause is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Folding {
    /// The cause, and how many follow from it.
    Folded,
    /// All of it.
    Open,
}

/// `findings`, one after the other, each with its source line and the fault marked in it.
pub(crate) fn blocks(findings: &[Finding], folding: Folding, lang: Lang) -> Vec<Block> {
    let mut blocks = vec![Block::text([Run::plain(summary(findings, lang))])];
    for group in groups(findings) {
        blocks.push(Block::blank());
        blocks.extend(one(group.first, lang));
        blocks.extend(rest(&group, folding, lang));
        for finding in all_of(&group, folding) {
            blocks.push(Block::blank());
            blocks.extend(one(finding, lang));
        }
    }
    blocks
}

/// What follows from the first of `group`, if it is to be told.
fn all_of<'a>(group: &FindingGroup<'a>, folding: Folding) -> Vec<&'a Finding> {
    match folding {
        Folding::Folded => Vec::new(),
        Folding::Open => group.rest.clone(),
    }
}

/// How many more belong to `group`, and how to see them.
fn rest(group: &FindingGroup<'_>, folding: Folding, lang: Lang) -> Option<Block> {
    let words = group.rest_words(lang)?;
    let words = match folding {
        Folding::Folded => lang.pick(
            format!("{words} (--all 全部列出)"),
            format!("{words} (--all lists them)"),
        ),
        Folding::Open => format!("{words}:"),
    };
    Some(Block::indented(2, 2, [Run::muted(words)]))
}

/// `3 个错误, 1 个警告`.
pub(crate) fn summary(findings: &[Finding], lang: Lang) -> String {
    let errors = findings.iter().filter(|f| f.severity == Severity::Error).count();
    let warnings = findings.len() - errors;
    match (errors, warnings) {
        (0, 0) => lang.pick("没有发现问题", "no findings").to_owned(),
        _ => lang.pick(
            format!("{errors} 个错误, {warnings} 个警告"),
            format!(
                "{errors} {}, {warnings} {}",
                noun(errors, "error"),
                noun(warnings, "warning")
            ),
        ),
    }
}

fn noun(n: usize, word: &str) -> String {
    format!("{word}{}", if n == 1 { "" } else { "s" })
}

/// A group of findings in the manner of a compiler, for a page of `width` cells.
pub(crate) fn group_blocks(
    group: &FindingGroup<'_>,
    folding: Folding,
    width: usize,
    policy: Policy,
    lang: Lang,
) -> Vec<Block> {
    let mut blocks = diagnostic(group.first, width, policy, lang);
    blocks.extend(rest(group, folding, lang));
    blocks.push(Block::blank());
    for finding in all_of(group, folding) {
        blocks.extend(diagnostic(finding, width, policy, lang));
        blocks.push(Block::blank());
    }
    blocks
}

/// One finding: where it is, the line, carets under the fault, what helps. The message stands first and needs no colour.
fn diagnostic(finding: &Finding, width: usize, policy: Policy, lang: Lang) -> Vec<Block> {
    let tone = match finding.severity {
        Severity::Error => Tone::Error,
        Severity::Warning => Tone::Warning,
    };
    let word = finding.severity.word(lang);
    let head = Run::new(tone, format!("{word}[{}]", finding.code));
    let message = Run::plain(format!(" {}", finding.message.get(lang)));
    let mut blocks = vec![
        Block::indented(0, 2, [head, message]),
        Block::indented(2, 2, [Run::muted("--> "), Run::plain(finding.place.to_string())]),
    ];
    blocks.extend(caret(&finding.place, width, policy));
    let hint = finding.hint.get(lang);
    if !hint.is_empty() {
        let label = Run::key(lang.pick("提示: ", "hint: "));
        blocks.push(Block::indented(2, 8, [label, Run::plain(hint)]));
    }
    blocks
}

fn one(finding: &Finding, lang: Lang) -> Vec<Block> {
    let message = finding.message.get(lang);
    let head = match finding.severity {
        Severity::Error => Run::error(finding.code.as_str()),
        Severity::Warning => Run::warning(finding.code.as_str()),
    };
    let mut blocks = vec![
        Block::text([head, Run::plain(format!("  {message}"))]),
        Block::indented(2, 2, [Run::muted(finding.place.to_string())]),
    ];
    if !finding.place.text.is_empty() {
        let marked = finding.place.marked();
        let quote = Run::marked(Tone::Quote, &finding.place.text, &[marked]);
        blocks.push(Block::indented(2, 2, quote));
    }
    let hint = finding.hint.get(lang);
    if !hint.is_empty() {
        blocks.push(Block::indented(
            2,
            2,
            [Run::key(lang.pick("提示 ", "hint ")), Run::plain(hint)],
        ));
    }
    blocks
}
