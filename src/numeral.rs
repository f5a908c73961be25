//! The reader of printed Chinese quantities: 近2万人次 is 20000 人次, nearly.
//!
//! Owns what a figure is ([`Quantity`]), what only looks like one ([`Kind`]) and the way back to print.
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
mod number;
mod print;
mod quantity;
mod units;
mod words;

#[cfg(test)]
mod tests;

pub(crate) use kind::{Found, Kind};
pub use print::{grouped, print};
pub use quantity::{Bound, Quantity};

/// Every numeral of a line in order, apart from one another; ranges are bytes of `line`.
pub fn scan(line: &str) -> Vec<Found> {
    classify::scan(line, false)
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

fn quantities(found: Vec<Found>) -> Vec<Quantity> {
    let quantity = |found: Found| match found.kind {
        Kind::Quantity(quantity) => Some(quantity),
        _ => None,
    };
    found.into_iter().filter_map(quantity).collect()
}
