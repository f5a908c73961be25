//! Findings as a list to read: what is wrong, where, and what helps.

use crate::{
    finding::{Finding, Place, Severity},
    lang::Lang,
    page::{Run, Tone, block::Block, caret::caret},
    text::width::Policy,
};

/// `findings`, one after the other, each with its source line and the fault marked in it.
pub(crate) fn blocks(findings: &[Finding], lang: Lang) -> Vec<Block> {
    let mut blocks = vec![Block::text([Run::plain(summary(findings, lang))])];
    for finding in findings {
        blocks.push(Block::blank());
        blocks.extend(one(finding, lang));
    }
    blocks
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

/// `data/colleges/jia.yaml:12:7`, as far as the place is known.
pub(crate) fn place_words(place: &Place) -> String {
    match place.line {
        0 => place.file.to_string(),
        line => format!("{}:{line}:{}", place.file, place.column),
    }
}

/// One finding in the manner of a compiler, for a page of `width` cells: where it is, the line, carets under the
/// fault, what helps. The message stands first and needs no colour.
pub(crate) fn finding_blocks(finding: &Finding, width: usize, policy: Policy, lang: Lang) -> Vec<Block> {
    let (word, tone) = match finding.severity {
        Severity::Error => (lang.pick("错误", "error"), Tone::Error),
        Severity::Warning => (lang.pick("警告", "warning"), Tone::Warning),
    };
    let head = Run::new(tone, format!("{word}[{}]", finding.code));
    let message = Run::plain(format!(" {}", finding.message.get(lang)));
    let mut blocks = vec![
        Block::indented(0, 2, [head, message]),
        Block::indented(
            2,
            2,
            [Run::muted("--> "), Run::plain(place_words(&finding.place))],
        ),
    ];
    blocks.extend(caret(&finding.place, width, policy));
    let hint = finding.hint.get(lang);
    if !hint.is_empty() {
        let label = Run::key(lang.pick("提示: ", "hint: "));
        blocks.push(Block::indented(2, 8, [label, Run::plain(hint)]));
    }
    blocks.push(Block::blank());
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
        Block::indented(2, 2, [Run::muted(place_words(&finding.place))]),
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
