//! Named enumerations: 五育, 5院4中心, 五位一体, 一院一品, and what quotes and titles make of a count.

use std::ops::Range;

use super::{NumberSite, RuleHit};
use crate::numeral::line::FoldedLine;
use crate::numeral::measure_words::Nature;
use crate::numeral::number::{Number, number};
use crate::numeral::{Bound, NumeralKind, Quantity, RATIO, units, words};
use crate::text::han::is_han;

/// How long a quoted name may be; longer quotes are speech, and their counts count.
const NAME: usize = 24;

/// How many members a chain is followed to.
const MEMBERS: usize = 12;

/// 五位一体, 三维一体, 四位一体.
pub(super) fn unity(site: &NumberSite) -> Option<RuleHit> {
    let NumberSite { line, number, .. } = site;
    let unity = line.has(number.end + 1, "一体") && is_han(line.at(number.end));
    (unity && number.value <= 12.0)
        .then(|| RuleHit::new(number.start..number.end + 3, NumeralKind::Framework))
}

/// Numbers and nouns in turn, without measure words: 5院4中心, 1团6心5育, 五融五促, 一院一品.
pub(super) fn chain(site: &NumberSite) -> Option<RuleHit> {
    let NumberSite {
        line, number: first, ..
    } = site;
    let mut last = first.clone();
    let mut gap = 1;
    for _ in 0..MEMBERS {
        let Some(next) = link(line, &last) else { break };
        gap = next.start - last.end;
        last = next;
    }
    let noun = line.skip(last.end);
    if last.start == first.start || !is_han(line.at(noun)) || has_measure(line, &last) && !closes(line, &last)
    {
        return None;
    }
    let length = if line.any(noun, words::NOUNS) { 2 } else { gap };
    Some(RuleHit::new(first.start..noun + length, NumeralKind::Framework))
}

/// The next number of a chain, right behind a noun of one to four characters.
fn link(line: &FoldedLine, last: &Number) -> Option<Number> {
    let member = last.plain() && last.value <= 99.0 && !last.bare && !has_measure(line, last);
    let reach = if last.han { 2 } else { 4 };
    let next = (last.end + 1..=last.end + reach).find_map(|at| {
        let noun = line
            .text(last.end..at)
            .iter()
            .all(|&c| is_han(c) && !"至到和与及或比".contains(c));
        let at = if matches!(line.at(at), '、' | '+') && !last.han {
            at + 1
        } else {
            at
        };
        number(line, at).filter(|_| noun)
    });
    next.filter(|next| member && next.han == last.han && next.plain() && !next.bare && next.value <= 99.0)
}

fn has_measure(line: &FoldedLine, number: &Number) -> bool {
    let unit = units::unit(line, line.skip(number.end));
    unit.is_some_and(|unit| number.value != 1.0 || !number.han || unit.name.chars().count() > 1)
}

/// Whether a chain ends with a word that elsewhere is a measure: the 6组 of 1办6组.
fn closes(line: &FoldedLine, last: &Number) -> bool {
    let unit = units::unit(line, last.end).filter(|unit| unit.end == last.end + 1);
    unit.is_some_and(|unit| {
        matches!(unit.nature, Nature::Soft) && unit.name != "个" && !is_han(line.at(unit.end))
    })
}

/// 六大工程, 3大体系, 5方面: the members of a scheme, whatever they are called.
pub(super) fn grand(site: &NumberSite) -> Option<RuleHit> {
    let NumberSite { line, number, .. } = site;
    let (start, end) = (number.start, number.end);
    let part = line.past(end, &["方面", "维度", "层面"]);
    let grand = line
        .past(end, &["大"])
        .filter(|_| !line.any(end, &["大赛", "大学", "大专", "大数"]));
    let end = part
        .or(grand)
        .filter(|_| number.plain() && number.value <= 100.0)?;
    Some(RuleHit::new(start..end, NumeralKind::Framework))
}

/// A small Chinese numeral right before a noun: 五育, 四链. Before a measure word it may count, and is unclear unless
/// print says what it divides.
pub(super) fn named_scheme(site: &NumberSite) -> Option<RuleHit> {
    let NumberSite { line, number, .. } = site;
    let small = number.han && !number.bare && number.bound.is_none() && (2.0..=10.0).contains(&number.value);
    if !small || !is_han(line.at(number.end)) {
        return None;
    }
    let unit = units::unit(line, number.end).filter(|unit| unit.nature != Nature::Closed);
    let kind = match unit {
        Some(unit) if line.any(unit.end, words::ASPECTS) || line.any(unit.end, words::PARTS) => {
            NumeralKind::Framework
        }
        Some(_) if number.value != 2.0 || line.at(number.start) != '二' => NumeralKind::Unclear,
        // 三高校 and 两企业 may be counted without a measure word.
        None if number.value > 1.0 && line.any(number.end, words::NOUNS) => NumeralKind::Unclear,
        _ => NumeralKind::Framework,
    };
    let end = unit.map_or(number.end + 1, |unit| unit.end);
    Some(RuleHit::new(number.start..end, kind))
}

/// Whether a count is more than the few members of a scheme.
fn is_large(quantity: &Quantity) -> bool {
    quantity.value > 20.0 && quantity.value < 1e4 || matches!(&*quantity.unit, "%" | "‰" | "倍" | RATIO)
}

/// A count in a title is part of the name, a count in a short quote part of a scheme.
///
/// A quote that is nothing but the figure (“98%”) keeps it, unless it names a paper (“二十条”), and so does one with a bound or a magnitude.
pub(super) fn quoted(line: &FoldedLine, range: &Range<usize>, kind: NumeralKind) -> NumeralKind {
    let counts = matches!(
        kind,
        NumeralKind::Quantity(_) | NumeralKind::Duration | NumeralKind::Unclear
    );
    if line.titled(range.start) {
        return if counts { NumeralKind::Name } else { kind };
    }
    let Some(quote) = line.quote(range.start) else {
        return kind;
    };
    // “四度” and “三化” are schemes, “二十条” is a paper.
    let small =
        |quantity: &Quantity| quantity.value <= 10.0 && "两二三四五六七八九十".contains(line.at(range.start));
    let articles =
        matches!(&kind, NumeralKind::Quantity(quantity) if &*quantity.unit == "条" || small(quantity));
    let slogan = quote.len() <= NAME
        && (quote != *range || articles)
        && !line.text(quote).iter().any(|c| "。,;!?我们了".contains(*c));
    match &kind {
        // A share or many of something may be a result in a quote as well: for a person to decide.
        NumeralKind::Quantity(quantity) if slogan && quantity.bound == Bound::Exact && is_large(quantity) => {
            NumeralKind::Unclear
        }
        NumeralKind::Quantity(quantity)
            if slogan && quantity.bound == Bound::Exact && quantity.value < 1e4 =>
        {
            NumeralKind::Framework
        }
        NumeralKind::Unclear if slogan => NumeralKind::Framework,
        _ => kind,
    }
}
