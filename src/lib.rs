//! rongtu
