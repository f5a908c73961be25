//! What a record is: named fields in a fixed order, as JSON values and as table cells.
//!
//! Owns the rules that hold for every kind. A field that is not stated is absent in JSON and an empty
//! cell in a table; nothing is ever written as 0 or as `null` for want of knowledge.

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

pub use college::{CollegeRow, PartnerRow};
pub use field::{Cell, Field, Number};
pub use finding::FindingRow;
pub use framework::{Counted, FrameworkRow, GroupRow};
pub use hit::{HitRow, Span};
pub use outcome::OutcomeRow;
pub use pillar::{MeasureRow, PillarRow};
pub use recognition::RecognitionRow;
pub use register::{MetricRow, ThemeRow};
use serde::Serialize;
pub use source::{CitedRow, SourceRow};

/// A row: the same fields in the same order for every row of its kind.
pub trait Record: Serialize {
    /// The names of the fields.
    const COLUMNS: &'static [&'static str];

    /// One cell a field, in that order.
    fn cells(&self) -> Vec<Cell<'_>>;
}

/// A struct whose fields are told once: as Rust, as JSON keys and as columns.
macro_rules! record {
    ($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name<'a> { $($(#[$about])* pub $field: $type,)* }

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

        impl $crate::export::record::Record for $name<'_> {
            const COLUMNS: &'static [&'static str] = &[$(stringify!($field),)*];

            fn cells(&self) -> Vec<$crate::export::record::Cell<'_>> {
                vec![$($crate::export::record::Field::cell(&self.$field),)*]
            }
        }
    };
}
pub(crate) use record;
