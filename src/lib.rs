//! rongtu 融图: a terminal explorer of hand-curated dossiers about Chinese vocational colleges.
//!
//! Layers, each importing only from those below it: `text`, `lang` < `bindings`, `numeral` < `finding`, `model`
//! < `load` < `select`, `order` < `find`, `compare`, `check`, `draft` < `review` < `page`, `export` < `report` < `remembered` < `cli` and `tui`
//! < `main`.

#![forbid(unsafe_code)]

pub mod bindings;
pub mod check;
pub mod cli;
pub mod compare;
pub mod draft;
pub mod export;
pub mod find;
pub mod finding;
pub mod lang;
pub mod load;
pub mod model;
pub mod numeral;
pub mod order;
pub mod page;
pub mod parallel;
pub mod remembered;
pub mod report;
mod review;
pub mod select;
pub mod text;
pub mod tui;
