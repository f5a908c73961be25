//! What numbers a paragraph or an item of a list: 一、 （一） 1. 1、 1.2 一是.

use std::ops::Range;

use super::{NumberSite, RuleHit};
use crate::numeral::line::{FoldedLine, stops};
use crate::numeral::{NumeralKind, units};
use crate::text::han::is_han;

/// The rule: a small number where an item may begin, with the mark of an item behind it.
pub(super) fn item(site: &NumberSite) -> Option<RuleHit> {
    let NumberSite { line, number, .. } = site;
    let small = number.value <= 30.0 && number.bound.is_none() && !number.bare;
    let opens = line.before(number.start) == '(' || line.opens(number.start);
    let range = if small && opens { marked(site) } else { None };
    range.map(|range| RuleHit::new(range, NumeralKind::Ordinal))
}

fn marked(site: &NumberSite) -> Option<Range<usize>> {
    let NumberSite { line, number, .. } = site;
    let (start, end) = (number.start, number.end);
    let begins = line.begins(start);
    let decimal = number.value.fract() != 0.0;
    match line.at(end) {
        ')' if line.before(start) == '(' => Some(start - 1..end + 1),
        '是' if number.han => Some(start..end + 1),
        ')' | '、' if begins => Some(start..end),
        '、' if !number.han && stops(line.before(start)) && heads(line, end + 1) => Some(start..end),
        '.' if heads(line, end + 1) => Some(start..end),
        ' ' if begins && (decimal || number.han) && heads(line, end + 1) => Some(start..end),
        _ if begins && decimal && section(line, end) => Some(start..end),
        _ => None,
    }
}

/// Whether the words of an item begin at `at`.
fn heads(line: &FoldedLine, at: usize) -> bool {
    let first = line.at(line.skip(at));
    is_han(first) || "“《\"".contains(first)
}

/// 1.1政策背景, but not 1.1至1.3 and not 1.5亩.
fn section(line: &FoldedLine, end: usize) -> bool {
    is_han(line.at(end)) && !line.any(end, &["至", "到"]) && units::unit(line, end).is_none()
}
