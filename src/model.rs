//! The nouns: an [`Atlas`] of colleges, their pillars, measures, frameworks, recognitions, partners
//! and outcomes, with the themes, metrics and sources they refer to.
//!
//! Everything here is checked: references are indices that resolve, ids are well-formed, every fact
//! carries its [`Citation`]. No I/O, no layout, no reading of YAML; `load` makes these values.

mod atlas;
mod college;
mod fact;
mod id;
mod members;
mod metric;
mod named;
mod outcome;
mod period;
mod pillar;
mod scope;
mod source;
#[cfg(test)]
pub(crate) mod tests;
mod texts;
mod theme;
mod todo;
pub(crate) mod words;

pub(crate) use crate::numeral::{Bound, Quantity};
pub use atlas::{Atlas, facts};
pub(crate) use college::{College, Name, Reporter};
pub use fact::{Fact, Kind};
pub use id::{Addr, CollegeIx, FamilyIx, MetricIx, Slug, SourceIx, ThemeIx};
pub(crate) use members::Member;
pub use metric::{Family, Metric};
pub(crate) use named::{Level, Partner, PartnerKind, Recognition, RecognitionKind};
pub(crate) use outcome::{Guess, Outcome};
pub(crate) use period::{Period, PeriodKind};
pub(crate) use pillar::{Framework, Group, Measure, Pillar};
pub(crate) use scope::Scope;
pub use source::{Citation, Excuse, ExcuseKind, Furniture, LineRange, Outline, Source, TextRecord};
pub(crate) use texts::{FactText, Role};
pub(crate) use theme::Theme;
pub(crate) use todo::{TODO, is_todo};
