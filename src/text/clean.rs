//! Hostile and invisible characters made visible, once, at the door.
//!
//! Every string that comes from a file, an argument, the environment or the network passes through here before it
//! can reach a terminal. Nothing is dropped silently: U+202E becomes the eight letters `<U+202E>`.

use std::borrow::Cow;

/// One line of text with every hostile character spelled out; a tab becomes a space, a line end `<U+000A>`.
pub fn clean(text: &str) -> Cow<'_, str> {
    pass(text, false)
}

/// The same for text of several lines: `\n` stays, `\r\n` becomes `\n`.
pub fn clean_lines(text: &str) -> Cow<'_, str> {
    pass(text, true)
}

fn pass(text: &str, lines: bool) -> Cow<'_, str> {
    let hostile = |c: char| c.is_control() && !(lines && c == '\n');
    if !text.contains(hostile) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '\t' => out.push(' '),
            c if hostile(c) => out.push_str(&format!("<U+{:04X}>", c as u32)),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}
