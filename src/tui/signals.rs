//! Signals as flags and one descriptor to wait on.
//!
//! Owns the list of signals that concern the terminal. Handlers only set flags and write a byte; what follows is
//! done by whoever waits.

use std::io::{self, Read};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use signal_hook::SigId;
use signal_hook::consts::{
    SIGABRT, SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGIO, SIGPROF, SIGQUIT, SIGTERM, SIGTRAP, SIGTSTP, SIGUSR1,
    SIGUSR2, SIGVTALRM, SIGWINCH, SIGXCPU, SIGXFSZ,
};
use signal_hook::{flag, low_level};

/// Signals that end the program: all that do so unless they are handled (POSIX 2.4.3), but for KILL, which cannot be,
/// for those by which the processor reports a fault, from which no handler returns, and for PIPE, which Rust ignores.
const DEATH: [i32; 14] = [
    SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGABRT, SIGALRM, SIGIO, SIGPROF, SIGTRAP, SIGUSR1, SIGUSR2, SIGVTALRM,
    SIGXCPU, SIGXFSZ,
];

/// Signals since they were last asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct PendingSignals {
    /// End, by this signal.
    pub(crate) death: Option<i32>,
    /// The size changed.
    pub(crate) resize: bool,
    /// Stop.
    pub(crate) stop: bool,
    /// Go on after having been stopped.
    pub(crate) resume: bool,
}

/// The flags, and the end of a pipe that becomes readable when one is set.
#[derive(Debug)]
pub(crate) struct Signals {
    death: Arc<AtomicUsize>,
    resize: Arc<AtomicBool>,
    stop: Arc<AtomicBool>,
    resume: Arc<AtomicBool>,
    wake: UnixStream,
    handlers: Vec<SigId>,
}

/// A second pipe, for whoever watches that a deadly signal is obeyed. It closes when the [`Signals`] go.
#[derive(Debug)]
pub(crate) struct Alarm {
    /// Readable when a deadly signal came; at its end when watching is over.
    pub(crate) pipe: UnixStream,
    death: Arc<AtomicUsize>,
}

impl Alarm {
    /// The deadly signal that came, if one did.
    pub(crate) fn signal(&self) -> Option<i32> {
        signal(&self.death)
    }
}

impl Signals {
    /// Takes over the signals of the process.
    ///
    /// # Errors
    /// Those of pipes and of `sigaction`.
    pub(crate) fn take_over() -> io::Result<(Self, Alarm)> {
        let (wake, ring) = UnixStream::pair()?;
        let (pipe, alarm) = UnixStream::pair()?;
        wake.set_nonblocking(true)?;
        pipe.set_nonblocking(true)?;
        let mut signals = Self {
            death: Arc::default(),
            resize: Arc::default(),
            stop: Arc::default(),
            resume: Arc::default(),
            wake,
            handlers: Vec::new(),
        };
        signals.install(&ring, &alarm)?;
        let alarm = Alarm {
            pipe,
            death: Arc::clone(&signals.death),
        };
        Ok((signals, alarm))
    }

    /// Flags before pipes: who is woken finds the flag set.
    fn install(&mut self, ring: &UnixStream, alarm: &UnixStream) -> io::Result<()> {
        for number in DEATH {
            let code = usize::try_from(number).unwrap_or_default();
            self.handlers
                .push(flag::register_usize(number, Arc::clone(&self.death), code)?);
            self.handlers
                .push(low_level::pipe::register(number, alarm.try_clone()?)?);
        }
        for (number, flag) in [
            (SIGWINCH, &self.resize),
            (SIGTSTP, &self.stop),
            (SIGCONT, &self.resume),
        ] {
            self.handlers.push(flag::register(number, Arc::clone(flag))?);
        }
        for number in DEATH.into_iter().chain([SIGWINCH, SIGTSTP, SIGCONT]) {
            self.handlers
                .push(low_level::pipe::register(number, ring.try_clone()?)?);
        }
        Ok(())
    }

    /// What has come since the last call.
    pub(crate) fn take(&mut self) -> PendingSignals {
        let mut bytes = [0; 64];
        while self.wake.read(&mut bytes).is_ok_and(|count| count == bytes.len()) {}
        PendingSignals {
            death: signal(&self.death),
            resize: self.resize.swap(false, Ordering::Relaxed),
            stop: self.stop.swap(false, Ordering::Relaxed),
            resume: self.resume.swap(false, Ordering::Relaxed),
        }
    }
}

fn signal(death: &AtomicUsize) -> Option<i32> {
    i32::try_from(death.load(Ordering::Relaxed))
        .ok()
        .filter(|&number| number != 0)
}

impl AsFd for Signals {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.wake.as_fd()
    }
}

impl Drop for Signals {
    fn drop(&mut self) {
        for handler in self.handlers.drain(..) {
            low_level::unregister(handler);
        }
    }
}
