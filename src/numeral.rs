//! The reader of printed Chinese quantities: 近2万人次 is 20000 人次, nearly.
//!
//! Owns what a figure is ([`Quantity`]), what only looks like one ([`NumeralKind`]) and the way back to print.
//! Knows nothing of dossiers, metrics or files, and never guesses a figure that is not printed.
//!
//! The way of a line: `line` folds it, `number` reads the digits, `units` and `bounds` the words around them,
//! `classify` says what the whole is. The lists of words (`words`, `units`, `bounds`) are data to add to.

mod bounds;
mod classify;
mod han;
mod kind;
mod lexicon;
mod line;
mod measure_words;
mod number;
mod print;
mod quantity;
mod script;
mod torn;
mod units;
mod words;

#[cfg(test)]
mod tests;

#[cfg(test)]
pub(crate) use measure_words::measure_words;

pub(crate) use kind::{FoundNumeral, NumeralKind};
pub use print::{grouped, print};
pub(crate) use quantity::RATIO;
pub use quantity::{Bound, Quantity};

/// Every numeral of a line in order, apart from one another; ranges are bytes of `line`.
pub fn scan(line: &str) -> Vec<FoundNumeral> {
    classify::scan(line, false)
}

/// The numerals of each of `lines`, of which `body` tells those that are read. A number that a line break tears belongs
/// to the line it begins on, with a range that runs over the break as one character; what is left of it on the next
/// line is [`Kind::Torn`].
pub(crate) fn scan_lines(lines: &[&str], body: impl Fn(usize) -> bool) -> Vec<Vec<FoundNumeral>> {
    let mut all: Vec<Vec<FoundNumeral>> = vec![Vec::new(); lines.len()];
    for at in 0..lines.len() {
        if !body(at) {
            continue;
        }
        let line = lines[at];
        let below = lines
            .get(at + 1)
            .filter(|below| body(at + 1) && torn::goes_on(line, below));
        let taken = all[at]
            .first()
            .filter(|found| found.kind == NumeralKind::Torn)
            .map_or(0, |torn| torn.range.end);
        let text = below.map_or_else(|| line.to_owned(), |below| format!("{line}\n{}", head(below)));
        for found in scan(&text) {
            if found.range.start < taken {
                continue;
            }
            if found.range.end > line.len() && found.range.start < line.len() {
                let rest = found.range.end - line.len() - 1;
                all[at + 1].push(FoundNumeral {
                    range: 0..rest,
                    kind: NumeralKind::Torn,
                });
                all[at].push(found);
            } else if found.range.end <= line.len() {
                all[at].push(found);
            }
        }
    }
    all
}

/// As much of a line as the rest of a torn number and what counts it may take.
fn head(line: &str) -> &str {
    const REACH: usize = 24;
    let end = line.char_indices().nth(REACH).map_or(line.len(), |(at, _)| at);
    &line[..end]
}

/// The two terms of a ratio as printed: 1 and 16 of 1:16.
pub(crate) fn terms(text: &str) -> Option<[f64; 2]> {
    number::terms(text)
}

/// The measure word as `text` writes it: the 個 of 16個, which is kept as 个.
pub(crate) fn printed_unit<'a>(text: &'a str, unit: &str) -> Option<&'a str> {
    let count = unit.chars().count();
    let starts: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    let windows = starts.windows(count + 1).rev();
    let mut printed = windows.map(|window| &text[window[0]..window[count]]);
    let same = |printed: &&str| printed.chars().map(script::fold).eq(unit.chars());
    printed
        .find(same)
        .filter(|printed| printed.chars().all(crate::text::han::is_han))
}

/// The one figure of a short phrase; none if it has none, or more than one.
///
/// A phrase was chosen for its figure, so where [`scan`] finds none this also takes a small Chinese count
/// (六支金队伍) and a number without a measure word.
pub fn read(phrase: &str) -> Option<Quantity> {
    let strict = quantities(classify::scan(phrase, false));
    let found = if strict.is_empty() {
        quantities(classify::scan(phrase, true))
    } else {
        strict
    };
    <[Quantity; 1]>::try_from(found).ok().map(|[quantity]| quantity)
}

/// The value of a text that is one number and nothing else: 二十三, 两百, 3.5亿, １２.
pub fn value(text: &str) -> Option<f64> {
    number::value(text)
}

fn quantities(found: Vec<FoundNumeral>) -> Vec<Quantity> {
    let quantity = |found: FoundNumeral| match found.kind {
        NumeralKind::Quantity(quantity) => Some(quantity),
        _ => None,
    };
    found.into_iter().filter_map(quantity).collect()
}
