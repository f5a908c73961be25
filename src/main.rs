//! The `rongtu` program.

fn main() {}
