//! Findings as a list to read: what is wrong, where, and what helps.

use crate::{
    finding::{Finding, Place, Severity},
    lang::Lang,
    page::{Run, block::Block},
};

/// `findings`, one after the other, each with its source line and the fault marked in it.
pub fn blocks(findings: &[Finding], lang: Lang) -> Vec<Block> {
    let mut blocks = vec![Block::text([Run::plain(summary(findings, lang))])];
    for finding in findings {
        blocks.push(Block::blank());
        blocks.extend(one(finding, lang));
    }
    blocks
}

/// `3 个错误, 1 个警告`.
pub fn summary(findings: &[Finding], lang: Lang) -> String {
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
pub fn place(place: &Place) -> String {
    match place.line {
        0 => place.file.to_string(),
        line => format!("{}:{line}:{}", place.file, place.column),
    }
}

fn one(finding: &Finding, lang: Lang) -> Vec<Block> {
    let message = finding.message.get(lang);
    let head = match finding.severity {
        Severity::Error => Run::error(finding.code.as_str()),
        Severity::Warning => Run::warning(finding.code.as_str()),
    };
    let mut blocks = vec![
        Block::text([head, Run::plain(format!("  {message}"))]),
        Block::indented(2, 2, [Run::muted(place(&finding.place))]),
    ];
    if !finding.place.text.is_empty() {
        let marked = finding.place.marked();
        let quote = Run::marked(crate::page::Tone::Quote, &finding.place.text, &[marked]);
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
