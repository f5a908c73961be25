//! What stands in a dossier or a source record where a person has yet to write.
//!
//! `draft` writes it, `check` finds it, `review` asks for what belongs there.

/// The mark itself; no text consists of it.
pub(crate) const TODO: &str = "TODO";

/// Whether a text is still to be written.
pub(crate) fn is_todo(text: &str) -> bool {
    text == TODO
}
