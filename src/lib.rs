//! rongtu

pub mod numeral;
pub mod page;
pub mod text;
