//! The reader as tables: what is printed, and what it says.

mod articles;
mod clauses;
mod phrases;
mod properties;
