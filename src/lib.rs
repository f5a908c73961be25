//! rongtu

pub mod page;
pub mod text;
