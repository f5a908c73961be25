//! What values a printed figure leaves possible.
//!
//! | printed | possible | because |
//! |---|---|---|
//! | 300 | 300 | |
//! | 300以上 | from 300 on | 以上 counts the number in (民法典 § 1259) |
//! | 超300 | beyond 300 | 超 does not, and sets no end |
//! | 300多, 300余 | beyond 300, below 400 | 多 and 余 after a numeral stand for a remainder below its last place |
//! | 近300 | from 200, below 300 | nothing is said of how near: the last place is the most it can be short of |
//! | 约300 | 200 to 400 | likewise on both sides |
//! | 不足300, 300以下 | up to 300 | 以下 counts it in, 不足 does not: the wider reading |
//! | 2—3 | 2 to 3 | |
//!
//! The last place of a number is that of its last digit that is not 0 (2万 ends in the ten thousands, 25万 in the ten
//! thousands, 230 in the tens). Every choice is the wider one: an order is said only when nothing can upset it.

use std::cmp::Ordering;

use crate::model::{Bound, Outcome};

/// The values from `low` to `high`; an end that is not `closed` is itself impossible.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Interval {
    low: (f64, bool),
    high: (f64, bool),
}

const OPEN: bool = false;
const CLOSED: bool = true;

impl Interval {
    /// What an outcome's quantity and wording leave possible.
    pub(crate) fn of(outcome: &Outcome) -> Self {
        let quantity = &outcome.quantity;
        let value = quantity.value;
        let place = last_place(value);
        let (low, high) = match quantity.bound {
            Bound::Exact => ((value, CLOSED), (value, CLOSED)),
            Bound::AtLeast => ((value, CLOSED), (f64::INFINITY, OPEN)),
            Bound::MoreThan if is_remainder(&outcome.as_written) => ((value, OPEN), (value + place, OPEN)),
            Bound::MoreThan => ((value, OPEN), (f64::INFINITY, OPEN)),
            Bound::Nearly => ((value - place, CLOSED), (value, OPEN)),
            Bound::About => ((value - place, CLOSED), (value + place, CLOSED)),
            Bound::LessThan => ((f64::NEG_INFINITY, OPEN), (value, CLOSED)),
            Bound::Range => ((value, CLOSED), (quantity.max.unwrap_or(value), CLOSED)),
        };
        Self { low, high }
    }

    /// How the values stand to those of `other`, if that is the same for every choice of both.
    pub(crate) fn order(self, other: Self) -> Option<Ordering> {
        if self.is_point() && self == other {
            Some(Ordering::Equal)
        } else if below(self.high, other.low) {
            Some(Ordering::Less)
        } else if below(other.high, self.low) {
            Some(Ordering::Greater)
        } else {
            None
        }
    }

    /// Whether one value alone is possible.
    fn is_point(self) -> bool {
        self.low == self.high
    }
}

fn below(high: (f64, bool), low: (f64, bool)) -> bool {
    high.0 < low.0 || (high.0 == low.0 && !(high.1 && low.1))
}

/// 10 to the power of the last digit that is not 0; endless for 0 and for fractions finer than a millionth.
fn last_place(value: f64) -> f64 {
    let fits = |place: f64| {
        let times = value / place;
        times.round() != 0.0 && (times - times.round()).abs() < 1e-6
    };
    let place = (-6..=15).rev().map(|power| 10f64.powi(power)).find(|&p| fits(p));
    place.unwrap_or(f64::INFINITY)
}

/// Whether 多 or 余 stands right after a numeral and so for its remainder, not for "more than".
fn is_remainder(written: &str) -> bool {
    let numeral = |c: char| c.is_numeric() || "〇零一二两三四五六七八九十百千万亿".contains(c);
    let mut before = None;
    for c in written.chars() {
        if matches!(c, '多' | '余') && before.is_some_and(numeral) {
            return true;
        }
        before = Some(c);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::sample;

    fn order(a: (f64, Bound, &str), b: (f64, Bound, &str)) -> Option<Ordering> {
        let of = |(value, bound, written)| Interval::of(&sample::figure(value, bound, written));
        of(a).order(of(b))
    }

    #[test]
    fn certain_only_where_nothing_overlaps() {
        use Bound::*;
        use Ordering::*;
        let cases = [
            ((34.0, Exact, "34家"), (32.0, Exact, "32家"), Some(Greater)),
            ((34.0, Exact, "34家"), (34.0, Exact, "34家"), Some(Equal)),
            ((2e4, Nearly, "近2万人"), (2e4, MoreThan, "2万余人"), Some(Less)),
            ((2e4, Nearly, "近2万人"), (2e4, Exact, "2万人"), Some(Less)),
            ((2e4, Nearly, "近2万人"), (1.5e4, Exact, "1.5万人"), None),
            ((300.0, MoreThan, "300多项"), (300.0, MoreThan, "300余项"), None),
            ((300.0, MoreThan, "300多项"), (390.0, MoreThan, "390余项"), None),
            ((300.0, MoreThan, "300多项"), (400.0, Exact, "400项"), Some(Less)),
            ((300.0, MoreThan, "超300项"), (400.0, Exact, "400项"), None),
            (
                (2e7, MoreThan, "2000多万元"),
                (5e7, MoreThan, "超过5000万元"),
                Some(Less),
            ),
            ((98.0, AtLeast, "98%以上"), (98.0, Exact, "98%"), None),
            ((98.0, AtLeast, "98%以上"), (97.0, Exact, "97%"), Some(Greater)),
            ((50.0, MoreThan, "超50%"), (50.0, Exact, "50%"), Some(Greater)),
            ((300.0, About, "约300人"), (400.0, Exact, "400人"), None),
            ((300.0, About, "约300人"), (401.0, Exact, "401人"), Some(Less)),
            ((10.0, LessThan, "不足10人"), (10.0, Exact, "10人"), None),
            ((10.0, LessThan, "不足10人"), (11.0, Exact, "11人"), Some(Less)),
            ((0.0, Exact, "0人"), (0.0, About, "约0人"), None),
        ];
        for (a, b, expected) in cases {
            assert_eq!(order(a, b), expected, "{} : {}", a.2, b.2);
            assert_eq!(order(b, a), expected.map(Ordering::reverse), "{} : {}", b.2, a.2);
        }
    }

    #[test]
    fn last_places() {
        for (value, place) in [
            (300.0, 100.0),
            (230.0, 10.0),
            (25e4, 1e4),
            (98.5, 0.1),
            (7.0, 1.0),
            (2e7, 1e7),
        ] {
            assert!((last_place(value) - place).abs() < 1e-9, "{value}");
        }
        assert_eq!(last_place(0.0), f64::INFINITY);
    }
}
