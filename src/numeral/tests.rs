//! The reader as tables: what is printed, and what it says.

mod articles;
mod clauses;
mod kinds;
mod phrases;
mod properties;
