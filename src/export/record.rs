//! What a record is: named fields in a fixed order, as JSON values and as table cells.
//!
//! Owns the rules that hold for every kind. A field that is not stated is absent in JSON and an empty
//! cell in a table; nothing is ever written as 0 or as `null` for want of knowledge.

mod card;
mod college;
mod field;
mod finding;
mod framework;
mod hit;
mod outcome;
mod pillar;
mod recognition;
mod register;
mod source;

pub(crate) use card::CardRow;
pub(crate) use college::{CollegeRow, PartnerRow};
pub(crate) use field::{BETWEEN, BaseNumber, FieldCell, FieldValue, ValueType};
pub(crate) use finding::{CodeRow, FindingRow, SettingRow};
pub(crate) use framework::{FrameworkRow, GroupRow, MemberRow};
pub(crate) use hit::HitRow;
pub(crate) use outcome::OutcomeRow;
pub(crate) use pillar::{MeasureRow, PillarRow};
pub(crate) use recognition::RecognitionRow;
pub(crate) use register::{FamilyRow, MetricRow, ThemeRow};
use serde::Serialize;
pub(crate) use source::{CitedRow, SourceRow};

/// A row: the same fields in the same order for every row of its kind.
pub(crate) trait RecordRow: Serialize {
    /// The names of the fields.
    const COLUMNS: &'static [&'static str];

    /// What is in them, in that order.
    const FIELDS: &'static [About];

    /// One cell a field, in that order.
    fn cells(&self) -> Vec<FieldCell<'_>>;
}

/// What is told of a field to those who read the data elsewhere.
#[derive(Clone, Copy, Debug)]
pub(crate) struct About {
    /// Its name.
    pub(crate) name: &'static str,
    /// What it says: the field's own documentation, blanks at its ends included.
    pub(crate) words: &'static str,
    /// What its values are.
    pub(crate) kind: ValueType,
    /// Whether it may be left out.
    pub(crate) optional: bool,
}

/// A struct whose fields are told once: as Rust, as JSON keys and as columns.
macro_rules! record {
    ($(#[$doc:meta])* $name:ident { $($(#[doc = $about:literal])* $field:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub(crate) struct $name<'a> { $($(#[doc = $about])* pub $field: $type,)* }

        impl serde::Serialize for $name<'_> {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap as _;
                let mut map = to.serialize_map(None)?;
                $(if !$crate::export::record::FieldValue::absent(&self.$field) {
                    map.serialize_entry(stringify!($field), &self.$field)?;
                })*
                map.end()
            }
        }

        impl<'a> $crate::export::record::RecordRow for $name<'a> {
            const COLUMNS: &'static [&'static str] = &[$(stringify!($field),)*];

            const FIELDS: &'static [$crate::export::record::About] = &[$($crate::export::record::About {
                name: stringify!($field),
                words: concat!($($about),*),
                kind: <$type as $crate::export::record::FieldValue>::KIND,
                optional: <$type as $crate::export::record::FieldValue>::OPTIONAL,
            },)*];

            fn cells(&self) -> Vec<$crate::export::record::FieldCell<'_>> {
                vec![$($crate::export::record::FieldValue::cell(&self.$field),)*]
            }
        }
    };
}
pub(crate) use record;
