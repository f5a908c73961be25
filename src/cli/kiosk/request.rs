//! What an SSH client typed behind the host's name: one text in, words out, or a refusal.
//!
//! Owns what a request may be made of. No shell has seen it and none will: what would mean something to a
//! shell is refused, so that nobody believes it worked. It knows no verb.

use crate::text::clean::clean;

/// The longest request, in bytes.
pub(crate) const LONGEST: usize = 4096;

/// Characters that a shell acts upon; no name, address or number here holds one.
const SHELL: &[char] = &[';', '&', '|', '$', '`', '<', '>', '\\', '(', ')', '{', '}', '#'];

/// Why a request is not looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RequestRefusal {
    /// Longer than [`LONGEST`].
    TooLong,
    /// Control, bidirectional or invisible characters, or bytes that are not UTF-8.
    Unprintable,
    /// A character of the shell.
    Shell(char),
    /// A quotation mark that is not closed.
    Quotes,
    /// A verb that is not in the table; cleaned and cut.
    Verb(String),
    /// A flag that the verb has not, or has otherwise; cleaned and cut.
    Flag(String),
    /// A word that looks like the path of a file.
    Path,
    /// Too few or too many words for the verb.
    Count(&'static str),
}

/// The words of `text`, quotation marks read as a shell would. Bytes that were not UTF-8 have become U+FFFD.
///
/// # Errors
/// The first reason to refuse it.
pub(crate) fn words(text: &str) -> Result<Vec<String>, RequestRefusal> {
    if text.len() > LONGEST {
        return Err(RequestRefusal::TooLong);
    }
    if text.contains(char::REPLACEMENT_CHARACTER) || clean(text) != text {
        return Err(RequestRefusal::Unprintable);
    }
    if let Some(at) = text.find(SHELL) {
        return Err(RequestRefusal::Shell(text[at..].chars().next().unwrap_or(' ')));
    }
    let words = shell_words::split(text).map_err(|_| RequestRefusal::Quotes)?;
    match words.iter().any(|word| is_path(word)) {
        true => Err(RequestRefusal::Path),
        false => Ok(words),
    }
}

/// Also as the value of a flag. Addresses such as `tzvcst/p1` are none.
fn is_path(word: &str) -> bool {
    let value = match word.strip_prefix("--").and_then(|flag| flag.split_once('=')) {
        Some((_, value)) => value,
        None => word,
    };
    ["/", "~", "./"].iter().any(|head| value.starts_with(head)) || value.contains("..")
}
