//! What each numeral of a line is: an ordered table of rules, the first that answers wins.
//!
//! Owns the walk and the order; each kind has its rules in a file of its own. A rule sees one number and the
//! line around it and never another rule.

mod count;
mod evidence;
mod item;
mod name;
mod no_result;
mod order;
mod scheme;
mod share;
mod time;

use std::ops::Range;

use super::line::FoldedLine;
use super::number::{Number, number};
use super::{FoundNumeral, NumeralKind};

/// One number where it stands.
struct NumberSite<'a> {
    line: &'a FoldedLine,
    number: Number,
    /// Read a phrase that someone chose because it has a figure: 一个平台 is one.
    lenient: bool,
}

/// What a rule answers, in characters; no kind is a word to pass over.
struct RuleHit {
    range: Range<usize>,
    kind: Option<NumeralKind>,
}

impl RuleHit {
    fn new(range: Range<usize>, kind: NumeralKind) -> Self {
        Self {
            range,
            kind: Some(kind),
        }
    }
}

/// Rules for what begins at a place and need not begin with a number.
const WORDS: &[fn(&FoldedLine, usize) -> Option<RuleHit>] = &[
    name::known,
    share::loose,
    name::idiom,
    name::latin,
    name::repeated,
    order::circled,
    share::fraction,
    share::vulgar,
    share::half,
    share::doubling,
];

/// Rules for a number. Time and order come first: what they claim is never a count.
const RULES: &[fn(&NumberSite) -> Option<RuleHit>] = &[
    count::awarded,
    order::grade,
    item::item,
    order::ordinal,
    time::year,
    time::date,
    time::clock,
    time::editions,
    share::ratio,
    share::tenths,
    name::suffixed,
    scheme::unity,
    scheme::chain,
    count::count,
    scheme::grand,
    scheme::named_scheme,
    name::leftover,
];

/// Every numeral of `text`, in order and apart from one another.
pub(super) fn scan(text: &str, lenient: bool) -> Vec<FoundNumeral> {
    let line = FoldedLine::new(text);
    let mut found = Vec::new();
    let (mut at, mut floor) = (0, 0);
    while at < line.len() {
        let Some(hit) = hit(&line, at, lenient) else {
            at = match number(&line, at) {
                Some(number) if !number.bare => number.end,
                _ => past_digits(&line, at).max(at + 1),
            };
            continue;
        };
        at = hit.range.end.max(at + 1);
        if let Some(kind) = hit.kind {
            let range = hit.range.start.max(floor)..at;
            floor = at;
            let kind = scheme::quoted(&line, &range, kind);
            found.push(FoundNumeral {
                range: line.bytes(range),
                kind,
            });
        }
    }
    found
}

/// The end of the digits at `at`: so many that no number can hold them are not read again from each of them.
fn past_digits(line: &FoldedLine, at: usize) -> usize {
    (at..line.len())
        .find(|&n| !line.at(n).is_ascii_digit())
        .unwrap_or(line.len())
}

fn hit(line: &FoldedLine, at: usize, lenient: bool) -> Option<RuleHit> {
    WORDS.iter().find_map(|rule| rule(line, at)).or_else(|| {
        let site = NumberSite {
            line,
            number: number(line, at)?,
            lenient,
        };
        RULES.iter().find_map(|rule| rule(&site))
    })
}
