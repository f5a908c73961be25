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

pub use card::CardRow;
pub use college::{CollegeRow, PartnerRow};
pub use field::{BETWEEN, Cell, Field, Kind, Number};
pub use finding::{CodeRow, FindingRow};
pub use framework::{Counted, FrameworkRow, GroupRow, MemberRow};
pub use hit::{HitRow, Span};
pub use outcome::OutcomeRow;
pub use pillar::{MeasureRow, PillarRow};
pub use recognition::RecognitionRow;
pub use register::{FamilyRow, MetricRow, ThemeRow};
use serde::Serialize;
pub use source::{CitedRow, SourceRow};

/// A row: the same fields in the same order for every row of its kind.
pub trait Record: Serialize {
    /// The names of the fields.
    const COLUMNS: &'static [&'static str];

    /// What is in them, in that order.
    const FIELDS: &'static [About];

    /// One cell a field, in that order.
    fn cells(&self) -> Vec<Cell<'_>>;
}

/// What is told of a field to those who read the data elsewhere.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// Its name.
    pub name: &'static str,
    /// What it says: the field's own documentation, blanks at its ends included.
    pub words: &'static str,
    /// What its values are.
    pub kind: Kind,
    /// Whether it may be left out.
    pub optional: bool,
}

/// A struct whose fields are told once: as Rust, as JSON keys and as columns.
macro_rules! record {
    ($(#[$doc:meta])* $name:ident { $($(#[doc = $about:literal])* $field:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name<'a> { $($(#[doc = $about])* pub $field: $type,)* }

        impl serde::Serialize for $name<'_> {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap as _;
                let mut map = to.serialize_map(None)?;
                $(if !$crate::export::record::Field::absent(&self.$field) {
                    map.serialize_entry(stringify!($field), &self.$field)?;
                })*
                map.end()
            }
        }

        impl<'a> $crate::export::record::Record for $name<'a> {
            const COLUMNS: &'static [&'static str] = &[$(stringify!($field),)*];

            const FIELDS: &'static [$crate::export::record::About] = &[$($crate::export::record::About {
                name: stringify!($field),
                words: concat!($($about),*),
                kind: <$type as $crate::export::record::Field>::KIND,
                optional: <$type as $crate::export::record::Field>::OPTIONAL,
            },)*];

            fn cells(&self) -> Vec<$crate::export::record::Cell<'_>> {
                vec![$($crate::export::record::Field::cell(&self.$field),)*]
            }
        }
    };
}
pub(crate) use record;
