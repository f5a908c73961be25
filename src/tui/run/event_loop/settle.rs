//! Leaving: the screen is given back, and a reply that is still owed is read.

use std::io;
use std::os::fd::AsFd;
use std::time::{Duration, Instant};

use super::RunningProgram;
use crate::tui::input::Input;
use crate::tui::run::{End, Program};

impl<P: Program> RunningProgram<'_, P> {
    /// Leaves the screen and reads a reply that is still owed, so that the shell does not find it.
    pub(crate) fn settle(&mut self, calm: bool) {
        self.session.leave_screen();
        let limit = Duration::from_millis(if calm { 800 } else { 400 });
        let end = Instant::now() + limit;
        loop {
            let now = Instant::now();
            let owed = self.probe.as_ref().is_some_and(|probe| probe.is_owed(now));
            if !owed || now >= end || self.drain(end).is_err() {
                return;
            }
        }
    }

    fn drain(&mut self, end: Instant) -> io::Result<()> {
        let left = end.saturating_duration_since(Instant::now());
        let ready = self
            .screen
            .writer()
            .wait(self.session.signals.as_fd(), Some(left))?;
        if ready.other && self.session.signals.take().death.is_some() {
            return Err(io::ErrorKind::Interrupted.into());
        }
        if !ready.input {
            return Ok(());
        }
        // Byte by byte: what is typed behind the reply is for the shell.
        let (mut bytes, mut found) = ([0; 1], Vec::new());
        match self.screen.writer().read(&mut bytes)? {
            Some(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
            count => self.decoder.feed(&bytes[..count.unwrap_or(0)], &mut found),
        }
        found.retain(|input| !matches!(input, Input::Key(_) | Input::Mouse(_) | Input::Paste(_)));
        self.inputs(found)
    }
}

/// In a panic too a reply may be owed. The program may then be in any state and is told nothing more.
impl<P: Program> Drop for RunningProgram<'_, P> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.end = Some(End::Quit);
            self.settle(false);
        }
    }
}
