//! A quantity and its bound. No reading and no printing here.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How the printed figure stands to the true one.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// 34家, and 达34家: 达 alone says nothing about the order.
    #[default]
    Exact,
    /// 98%以上, 至少, 不低于, 不少于.
    AtLeast,
    /// 2000多万元, 50余次, 超, 超过, 逾, 突破.
    MoreThan,
    /// 近2万人次, 将近.
    Nearly,
    /// 约, 大约, 左右.
    About,
    /// 以下, 不足, 不到, 不超过.
    LessThan,
    /// 2—3名, 20至30家: `value` is the lower end, `max` the upper.
    Range,
}

impl Bound {
    /// Every bound, in the order of declaration.
    pub(crate) const ALL: [Self; 7] = [
        Self::Exact,
        Self::AtLeast,
        Self::MoreThan,
        Self::Nearly,
        Self::About,
        Self::LessThan,
        Self::Range,
    ];

    /// The stable name, the same as in YAML and JSON.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::AtLeast => "at_least",
            Self::MoreThan => "more_than",
            Self::Nearly => "nearly",
            Self::About => "about",
            Self::LessThan => "less_than",
            Self::Range => "range",
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The unit of what one is against another, as one number: 16 for 16:1, and two thirds for 三分之二.
pub(crate) const RATIO: &str = "比";

/// A figure in base units: 2000多万元 is 20000000 元, 98% is 98 with unit `%`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Quantity {
    /// The printed number, or the lower end of a range.
    pub value: f64,
    /// The upper end; only a [`Bound::Range`] has one.
    #[serde(default)]
    pub(crate) max: Option<f64>,
    /// The measure word without its magnitude (人次, not 万人次); empty where none is printed.
    pub(crate) unit: Box<str>,
    /// How the printed figure stands to the true one.
    #[serde(default)]
    pub(crate) bound: Bound,
}

impl Quantity {
    /// A quantity with one value.
    pub(crate) fn new(value: f64, unit: &str, bound: Bound) -> Self {
        Self {
            value,
            max: None,
            unit: unit.into(),
            bound,
        }
    }

    /// A quantity between two values, both counted in.
    pub(crate) fn range(low: f64, high: f64, unit: &str) -> Self {
        Self {
            value: low,
            max: Some(high),
            unit: unit.into(),
            bound: Bound::Range,
        }
    }
}
