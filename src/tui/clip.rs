//! Ways to the user's clipboard, and which one was taken.
//!
//! Over SSH the clipboard that matters is not on this machine, so the text travels through the terminal (OSC 52) or
//! through the multiplexer that owns it. Nothing can confirm that it arrived; what is too long is refused whole. It
//! reads no clipboard.

use std::fmt;
use std::io::{self, Write};
use std::process::{Command, Stdio};

use crossterm::Command as _;
use crossterm::clipboard::CopyToClipboard;

use super::term::Multiplexer;

/// The longest text that is sent, in bytes: 100,000 in Base64, what terminals were found to accept in OSC 52.
pub(crate) const LIMIT: usize = 74_994;

/// GNU screen passes on strings of less than 768 bytes (256 in old versions).
const SCREEN_CHUNK: usize = 240;

/// How the text was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// To the terminal, by OSC 52.
    Osc52,
    /// To tmux, which keeps it as a buffer and hands it to the terminal it is shown in.
    Tmux,
    /// To the terminal, by OSC 52 passed through GNU screen.
    Screen,
}

/// Why the text was not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyRefusal {
    /// It is longer than [`LIMIT`].
    TooLong {
        /// Its length in bytes.
        bytes: usize,
    },
    /// The terminal could not be written to.
    Unwritable,
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Route::Osc52 => "OSC 52",
            Route::Tmux => "tmux",
            Route::Screen => "screen, OSC 52",
        })
    }
}

/// Sends `text` to the clipboard. `multiplexer` is the one whose socket may be used: none where no program may be
/// started.
///
/// # Errors
/// [`CopyRefusal`] says what was not done; nothing is ever cut.
pub(crate) fn copy(
    text: &str,
    multiplexer: Option<Multiplexer>,
    terminal: &mut impl Write,
) -> Result<Route, CopyRefusal> {
    if text.len() > LIMIT {
        return Err(CopyRefusal::TooLong { bytes: text.len() });
    }
    let sent = match multiplexer {
        Some(Multiplexer::Tmux) if tmux(text).is_ok() => return Ok(Route::Tmux),
        Some(Multiplexer::Screen) => terminal
            .write_all(&through_screen(&osc52(text)))
            .map(|()| Route::Screen),
        _ => terminal.write_all(osc52(text).as_bytes()).map(|()| Route::Osc52),
    };
    sent.and_then(|route| terminal.flush().map(|()| route))
        .map_err(|_| CopyRefusal::Unwritable)
}

fn osc52(text: &str) -> String {
    let mut out = String::new();
    // Writing to a String cannot fail.
    let _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut out);
    out
}

/// Wraps a sequence in device control strings short enough for screen. Inside them it ends with BEL: an ST would
/// end the string around it.
fn through_screen(sequence: &str) -> Vec<u8> {
    let body = sequence.strip_suffix("\x1b\\").unwrap_or(sequence);
    let bytes = [body.as_bytes(), b"\x07"].concat();
    bytes
        .chunks(SCREEN_CHUNK)
        .flat_map(|chunk| [b"\x1bP", chunk, b"\x1b\\"].concat())
        .collect()
}

/// `-w` also hands the buffer to the terminal (tmux 3.2).
fn tmux(text: &str) -> io::Result<()> {
    let quiet = |command: &mut Command| {
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
    };
    let mut child = quiet(Command::new("tmux").args(["load-buffer", "-w", "-"]))?;
    let written = child
        .stdin
        .take()
        .map_or(Ok(()), |mut pipe| pipe.write_all(text.as_bytes()));
    let ended = child.wait()?;
    written?;
    if ended.success() {
        Ok(())
    } else {
        Err(io::Error::other("tmux load-buffer failed"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(text: &str, multiplexer: Option<Multiplexer>) -> (Result<Route, CopyRefusal>, String) {
        let mut out = Vec::new();
        let route = copy(text, multiplexer, &mut out);
        (route, String::from_utf8(out).unwrap())
    }

    #[test]
    fn osc_52_carries_base64() {
        assert_eq!(
            sent("就业", None),
            (Ok(Route::Osc52), "\x1b]52;c;5bCx5Lia\x1b\\".into())
        );
    }

    #[test]
    fn hostile_text_cannot_leave_the_sequence() {
        let (_, bytes) = sent("\x1b\\\x07\x1b[2J", None);
        assert_eq!(bytes.matches('\x1b').count(), 2);
        assert!(!bytes.contains('\x07'));
    }

    #[test]
    fn screen_gets_short_strings_that_join_again() {
        let text = "党建".repeat(500);
        let (route, bytes) = sent(&text, Some(Multiplexer::Screen));
        assert_eq!(route, Ok(Route::Screen));
        let chunks: Vec<&str> = bytes
            .split("\x1bP")
            .skip(1)
            .map(|part| part.strip_suffix("\x1b\\").unwrap())
            .collect();
        assert!(chunks.len() > 1 && chunks.iter().all(|chunk| chunk.len() <= SCREEN_CHUNK));
        assert_eq!(chunks.concat(), osc52(&text).replace("\x1b\\", "\x07"));
    }

    #[test]
    fn too_long_is_refused_with_its_size() {
        let text = "x".repeat(LIMIT + 1);
        assert_eq!(
            sent(&text, None),
            (Err(CopyRefusal::TooLong { bytes: LIMIT + 1 }), String::new())
        );
        assert_eq!(sent(&text[1..], None).0, Ok(Route::Osc52));
    }
}
