//! The loop: wait, tell the program, draw.
//!
//! Owns the order of things and the messages between a [`Program`] and the terminal. It sleeps until a byte or a
//! signal comes; there is no tick. It knows no screen and no key binding.

use std::io;
use std::process::ExitCode;
use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Size};
use signal_hook::consts::SIGHUP;
use signal_hook::low_level::emulate_default_handler;

use super::clip::{CopyRefusal, Route};
use super::key::Key;
use super::mouse::Mouse;
use super::probe::{ProbeRequest, TerminalReply};
use super::screen::Widths;
use super::session::Session;
use super::term::Term;
use super::tty::is_gone;

mod event_loop;
mod limits;

use event_loop::RunningProgram;
pub use limits::{Limit, Limits};

/// What a program is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key.
    Key(Key),
    /// The mouse; only while [`Program::wants_mouse`].
    Mouse(Mouse),
    /// Pasted text, not cleaned.
    Paste(String),
    /// The terminal's size in cells; the first event of all.
    Resize(Size),
    /// What the terminal said of itself.
    Answered(TerminalReply),
    /// What became of [`RunEffect::Copy`].
    Copied(Result<Route, CopyRefusal>),
    /// The session ends after this time, by this limit.
    Closing(Limit, Duration),
    /// The time that [`Program::beat`] asked for is over.
    Beat,
}

/// What a program wants done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RunEffect {
    /// End.
    Quit,
    /// Stop the process and give the terminal back until it goes on (Ctrl-Z).
    Suspend,
    /// Paint every cell again (Ctrl-L).
    Repaint,
    /// Put text on the clipboard.
    Copy(String),
}

/// What is run.
pub trait Program {
    /// Takes an event.
    fn update(&mut self, event: Event) -> Option<RunEffect>;
    /// Does what can wait until every event at hand was taken, once before each [`view`](Self::view).
    fn catch_up(&mut self) {}
    /// Draws into a blank buffer of the terminal's size, and says where the cursor goes while text is typed.
    fn view(&self, buf: &mut Buffer) -> Option<Position>;
    /// Addresses of the web that [`view`](Self::view) may show.
    fn urls(&self) -> Vec<&str> {
        Vec::new()
    }
    /// The width rule that [`view`](Self::view) lays out by.
    fn widths(&self) -> Widths;
    /// Whether the mouse is to be reported. The terminal then keeps its own selecting to clicks with Shift.
    fn wants_mouse(&self) -> bool {
        false
    }
    /// How long to sleep before [`Event::Beat`]; none to sleep until something happens. Only for as long as the
    /// program waits for what no key or signal will announce.
    fn beat(&self) -> Option<Duration> {
        None
    }
}

/// How to run it.
#[derive(Clone, Debug)]
pub struct RunOptions {
    /// The terminal.
    pub term: Term,
    /// What to ask it. Without effect behind a multiplexer, which would answer for itself.
    pub ask: ProbeRequest,
    /// Start no program and do not stop: no `tmux load-buffer`, no Ctrl-Z.
    pub kiosk: bool,
    /// End by itself.
    pub limits: Option<Limits>,
}

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The program wanted to.
    Quit,
    /// A signal, or the terminal's end, which counts as SIGHUP.
    Signal(i32),
    /// It had lasted long enough.
    Limit(Limit),
    /// The terminal does not read UTF-8: nothing on it could be read.
    NotUtf8,
}

impl End {
    /// Ends the process the way a signal would have, so that the shell sees 128 and the signal's number.
    pub fn exit(self) -> ExitCode {
        match self {
            End::Quit | End::Limit(_) => ExitCode::SUCCESS,
            End::NotUtf8 => ExitCode::from(2),
            End::Signal(number) => {
                // Returns only if the signal is unknown.
                let _ = emulate_default_handler(number);
                ExitCode::from(u8::try_from(128 + number).unwrap_or(u8::MAX))
            }
        }
    }
}

/// Runs `program` in the terminal until it ends.
///
/// # Errors
/// Those of the terminal, but for its disappearance, which is an [`End`]. The terminal is restored either way.
pub fn run(program: &mut impl Program, options: &RunOptions) -> io::Result<End> {
    let session = Session::enter(program.wants_mouse())?;
    let mut run = RunningProgram::new(program, options, session)?;
    let end = match run.until_end() {
        Err(error) if is_gone(&error) => Ok(End::Signal(SIGHUP)),
        end => end,
    };
    run.settle(!matches!(end, Err(_) | Ok(End::Signal(_))));
    end
}
