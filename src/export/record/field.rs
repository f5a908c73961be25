//! The values a field can have, as JSON and as one cell of a table.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

/// One cell of a table. The difference matters to spreadsheets: only text can be taken for a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FieldCell<'a> {
    /// Not stated.
    Empty,
    /// Digits, a sign, a point.
    Number(String),
    /// Words.
    Text(Cow<'a, str>),
}

impl<'a> FieldCell<'a> {
    /// The cell's text; empty when nothing is stated.
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Empty => "",
            Self::Number(text) => text,
            Self::Text(text) => text,
        }
    }
}

/// What the values of a field are, by the words of the Table Schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ValueType {
    /// Words.
    String,
    /// A whole number.
    Integer,
    /// Any number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// Any number of words, set apart by [`BETWEEN`].
    List,
}

impl ValueType {
    /// The word of the Table Schema.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::List => "list",
        }
    }
}

/// What stands between the members of a list that is one cell.
pub(crate) const BETWEEN: &str = "; ";

/// A value of a record.
pub(crate) trait FieldValue: Serialize {
    /// What the values are.
    const KIND: ValueType = ValueType::String;

    /// Whether there may be nothing to state.
    const OPTIONAL: bool = false;

    /// As a cell.
    fn cell(&self) -> FieldCell<'_>;

    /// Whether there is nothing to state, so that JSON leaves the field out.
    fn absent(&self) -> bool {
        false
    }
}

impl FieldValue for &str {
    fn cell(&self) -> FieldCell<'_> {
        FieldCell::Text(Cow::Borrowed(self))
    }
}

impl FieldValue for String {
    fn cell(&self) -> FieldCell<'_> {
        FieldCell::Text(Cow::Borrowed(self))
    }
}

impl FieldValue for bool {
    const KIND: ValueType = ValueType::Boolean;

    fn cell(&self) -> FieldCell<'_> {
        FieldCell::Text(Cow::Borrowed(if *self { "true" } else { "false" }))
    }
}

impl<T: FieldValue> FieldValue for Option<T> {
    const KIND: ValueType = T::KIND;
    const OPTIONAL: bool = true;

    fn cell(&self) -> FieldCell<'_> {
        self.as_ref().map_or(FieldCell::Empty, T::cell)
    }

    fn absent(&self) -> bool {
        self.is_none()
    }
}

/// A list is one cell, its members set apart by [`BETWEEN`].
impl<T: FieldValue> FieldValue for Vec<T> {
    const KIND: ValueType = ValueType::List;
    const OPTIONAL: bool = true;

    fn cell(&self) -> FieldCell<'_> {
        if self.is_empty() {
            return FieldCell::Empty;
        }
        let members: Vec<_> = self
            .iter()
            .map(|member| member.cell().text().to_owned())
            .collect();
        FieldCell::Text(members.join(BETWEEN).into())
    }

    fn absent(&self) -> bool {
        self.is_empty()
    }
}

macro_rules! integers {
    ($($type:ty)*) => {$(
        impl FieldValue for $type {
            const KIND: ValueType = ValueType::Integer;

            fn cell(&self) -> FieldCell<'_> {
                FieldCell::Number(self.to_string())
            }
        }
    )*};
}

integers!(u8 u16 u32 u64 usize);

/// A figure in base units: an integer in JSON when it is whole, so that 34 is not 34.0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct BaseNumber(pub(crate) f64);

/// Whole numbers beyond 2^53 are not exact in an `f64`; they stay floating.
const EXACT: f64 = 9_007_199_254_740_992.0;

impl BaseNumber {
    fn whole(self) -> Option<i64> {
        (self.0.fract() == 0.0 && self.0.abs() <= EXACT).then_some(self.0 as i64)
    }
}

impl Serialize for BaseNumber {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.whole() {
            Some(whole) => to.serialize_i64(whole),
            None => to.serialize_f64(self.0),
        }
    }
}

impl FieldValue for BaseNumber {
    const KIND: ValueType = ValueType::Number;

    fn cell(&self) -> FieldCell<'_> {
        FieldCell::Number(self.0.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_figures_are_integers() {
        let json = |value| serde_json::to_string(&BaseNumber(value)).unwrap();
        assert_eq!(json(34.0), "34");
        assert_eq!(json(20_000_000.0), "20000000");
        assert_eq!(json(-5.0), "-5");
        assert_eq!(json(98.5), "98.5");
        assert_eq!(BaseNumber(34.0).cell().text(), "34");
        assert_eq!(BaseNumber(0.25).cell().text(), "0.25");
    }

    #[test]
    fn a_list_is_one_cell() {
        assert_eq!(vec!["甲", "乙"].cell().text(), "甲; 乙");
        assert_eq!(Vec::<&str>::new().cell(), FieldCell::Empty);
    }
}
