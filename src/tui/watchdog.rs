//! Sees to it that the process is gone within a second of a deadly signal or of the terminal's end.
//!
//! A thread that sleeps in `poll` until one of them comes, gives the program time to leave in order, and ends it if
//! it has not: it may be stuck in a write to a terminal that takes nothing, or in a loop. It never wakes otherwise.

use std::fs::File;
use std::io::{self, Read};
use std::os::fd::AsFd;
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use signal_hook::consts::SIGHUP;
use signal_hook::low_level;

use super::signals::Alarm;

/// What an orderly end may take.
const GRACE: Duration = Duration::from_millis(800);

/// Starts watching, until the [`Alarm`] closes. `last_words` gives the terminal back without waiting for it.
///
/// # Errors
/// When the descriptor cannot be duplicated or the thread not started.
pub(crate) fn start(alarm: Alarm, last_words: fn()) -> io::Result<()> {
    let terminal = File::from(io::stdin().as_fd().try_clone_to_owned()?);
    thread::Builder::new()
        .name("watchdog".into())
        .spawn(move || watch(alarm, &terminal, last_words))
        .map(drop)
}

fn watch(mut alarm: Alarm, terminal: &File, last_words: fn()) {
    wait(&alarm, terminal);
    if !is_open(&mut alarm) {
        return;
    }
    thread::sleep(GRACE);
    if !is_open(&mut alarm) {
        return;
    }
    last_words();
    // Ends the process; the exit is for a signal that the crate does not know.
    let _ = low_level::emulate_default_handler(alarm.signal().unwrap_or(SIGHUP));
    std::process::exit(128 + SIGHUP);
}

/// Blocks until a deadly signal, the end of watching, or the terminal's hang-up, which `poll` reports unasked.
fn wait(alarm: &Alarm, terminal: &File) {
    let mut watched = 2;
    loop {
        let mut fds = [
            PollFd::new(&alarm.pipe, PollFlags::IN),
            PollFd::new(terminal, PollFlags::empty()),
        ];
        match poll(&mut fds[..watched], None) {
            // A terminal that cannot be polled (macOS) is left out.
            Ok(_) if watched == 2 && fds[1].revents() == PollFlags::NVAL => watched = 1,
            Err(Errno::INTR) => {}
            _ => return,
        }
    }
}

/// Whether the other end still stands; reads away what it sent.
fn is_open(alarm: &mut Alarm) -> bool {
    let mut bytes = [0; 16];
    loop {
        match alarm.pipe.read(&mut bytes) {
            Ok(0) => return false,
            Ok(_) => {}
            Err(error) => return error.kind() == io::ErrorKind::WouldBlock,
        }
    }
}
