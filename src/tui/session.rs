//! The terminal's state between start and end, given back whatever happens.
//!
//! Owns entering and leaving: raw mode, the alternate screen, bracketed paste, the mouse, the cursor, the panic hook. Dropping
//! the [`Session`] restores the terminal, and so does a panic, before its message. It draws nothing.

use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::panic;
use std::process;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Once, OnceLock};
use std::thread::{self, ThreadId};

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use rustix::fs::{Mode, OFlags};
use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use signal_hook::consts::SIGTSTP;
use signal_hook::low_level::emulate_default_handler;

use crate::lang::Lang;
use crate::text::clean::clean;

use super::signals::Signals;
use super::term::Term;
use super::{tty, watchdog};

/// Alternate screen, bracketed paste, no cursor.
const ENTER: &str = "\x1b[?1049h\x1b[?2004h\x1b[?25l";

/// Undoes [`ENTER`] and all that a frame may have left: an open synchronized update, colours. The screen is cleared
/// first for terminals that have no alternate one.
const LEAVE: &str = "\x1b[?2026l\x1b[m\x1b[H\x1b[J\x1b[?2004l\x1b[?25h\x1b[?1049l";

/// Reports of the mouse (1000) in SGR form (1006), and their end.
const MOUSE: [&str; 2] = ["\x1b[?1000h\x1b[?1006h", "\x1b[?1006l\x1b[?1000l"];

/// Whether the mouse is reported while the screen is ours.
static MOUSE_REPORTED: AtomicBool = AtomicBool::new(false);

/// Whether the screen is ours: asked by the panic hook and the watchdog as well.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// A panic was told of: another one will not be caught.
static PANICKED: AtomicBool = AtomicBool::new(false);

/// Who runs the session.
static OWNER: OnceLock<ThreadId> = OnceLock::new();

/// The exit code of a panic.
const PANIC: i32 = 101;

/// Why there can be no session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Standard input or output is no terminal.
    NoTerminal,
    /// The terminal cannot address its cursor.
    Dumb,
    /// The locale names a character set that is not UTF-8.
    Charset(String),
    /// The terminal was asked and does not read UTF-8.
    NotUtf8,
}

impl Unfit {
    /// What to tell the user, with a way that does work. Plain ASCII where Chinese would not be read.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::NoTerminal => lang
                .pick(
                    "浏览界面需要终端；标准输入或输出不是终端。请改用命令，例如 rongtu list",
                    "the explorer needs a terminal, and standard input or output is none; use a command instead, such as: rongtu list",
                )
                .into(),
            Self::Dumb => lang
                .pick(
                    "此终端 (TERM) 不能定位光标。请改用命令，例如 rongtu list",
                    "this terminal (TERM) cannot address its cursor; use a command instead, such as: rongtu list",
                )
                .into(),
            Self::Charset(name) => {
                let name = clean(name);
                format!(
                    "the locale (LC_ALL, LC_CTYPE, LANG) asks for {name}, and rongtu writes UTF-8: set terminal and locale \
                     to UTF-8, such as LC_ALL=C.UTF-8\n\
                     or convert an answer: rongtu list --lang zh | iconv -f UTF-8 -t {name}"
                )
            }
            Self::NotUtf8 => "this terminal does not read UTF-8: set it to UTF-8 (xterm -u8), or use a command: rongtu list --lang en\n\
                 if it does read it after all, say how wide it draws: rongtu --ambiguous narrow"
                .into(),
        }
    }
}

/// Whether a session can be held in this terminal.
///
/// # Errors
/// The first reason why not.
pub fn fit(term: &Term) -> Result<(), Unfit> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(Unfit::NoTerminal);
    }
    if term.dumb {
        return Err(Unfit::Dumb);
    }
    term.charset
        .clone()
        .map_or(Ok(()), |charset| Err(Unfit::Charset(charset)))
}

/// The terminal, taken over.
#[derive(Debug)]
pub(crate) struct Session {
    /// What the process is told meanwhile.
    pub(crate) signals: Signals,
}

impl Session {
    /// Takes the terminal over, with reports of the mouse if asked for.
    ///
    /// # Errors
    /// Those of the terminal and of signal handlers; the terminal is then as it was.
    pub(crate) fn enter(mouse: bool) -> io::Result<Self> {
        MOUSE_REPORTED.store(mouse, Ordering::Relaxed);
        OWNER.get_or_init(|| thread::current().id());
        hook();
        let (signals, alarm) = Signals::take_over()?;
        watchdog::start(alarm, last_words)?;
        let session = Self { signals };
        take()?;
        Ok(session)
    }

    /// Gives the screen back and keeps raw mode, so that replies still under way are not echoed.
    pub(crate) fn leave_screen(&self) {
        leave();
    }

    /// Takes the terminal again, as it may have been changed while the process was stopped.
    ///
    /// # Errors
    /// Those of the terminal.
    pub(crate) fn resume(&mut self) -> io::Result<()> {
        give_back();
        take()
    }

    /// Gives the terminal back and stops until told to go on. For whom [`has_job_control`] only.
    ///
    /// `all` stops the whole process group, as the terminal does for Ctrl-Z outside raw mode.
    ///
    /// # Errors
    /// Those of the terminal.
    pub(crate) fn stop(&mut self, all: bool) -> io::Result<()> {
        give_back();
        if all {
            kill_current_process_group(Signal::TSTP)?;
        }
        emulate_default_handler(SIGTSTP)?;
        take()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        give_back();
    }
}

/// Whether a shell in this session looks after us. A session's leading group has none: stopped, it would stay so.
pub(crate) fn has_job_control() -> bool {
    getsid(None).is_ok_and(|session| session != getpgrp())
}

fn take() -> io::Result<()> {
    enable_raw_mode()?;
    ENTERED.store(true, Ordering::Relaxed);
    tty::output()?.write_all(sequence(ENTER, MOUSE[0]).as_bytes())
}

/// Has the mouse reported from now on, or no longer.
///
/// # Errors
/// Those of the terminal.
pub(crate) fn report_mouse(on: bool, out: &mut impl Write) -> io::Result<()> {
    match MOUSE_REPORTED.swap(on, Ordering::Relaxed) == on {
        true => Ok(()),
        false => out.write_all(MOUSE[usize::from(!on)].as_bytes()),
    }
}

/// `sequence` with what is said of the mouse, where that is reported.
fn sequence(sequence: &str, mouse: &str) -> String {
    match MOUSE_REPORTED.load(Ordering::Relaxed) {
        true => format!("{mouse}{sequence}"),
        false => sequence.to_owned(),
    }
}

/// Restores the terminal. Errors are not reported: there is nobody left to tell.
fn give_back() {
    leave();
    let _ = disable_raw_mode();
}

/// Once only: clearing a second time would clear the shell's screen.
fn leave() {
    if ENTERED.swap(false, Ordering::Relaxed) {
        let _ = tty::output().and_then(|mut out| out.write_all(sequence(LEAVE, MOUSE[1]).as_bytes()));
    }
}

/// Restores the terminal as far as that goes without waiting for it, which takes a descriptor of our own: making the
/// shared one non-blocking would do so to the shell as well.
fn last_words() {
    let flags = OFlags::WRONLY | OFlags::NONBLOCK | OFlags::NOCTTY;
    if ENTERED.swap(false, Ordering::Relaxed) {
        let _ = rustix::fs::open("/dev/tty", flags, Mode::empty())
            .map(|fd| File::from(fd).write(sequence(LEAVE, MOUSE[1]).as_bytes()));
    }
    let _ = disable_raw_mode();
}

/// A panic gives the screen back before its message, which names the place only: the payload may quote a file. Raw
/// mode stays while the session's thread unwinds, so that a reply still owed is read and not echoed; on another
/// thread, or in a second panic, nothing would unwind so far.
fn hook() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let again = PANICKED.swap(true, Ordering::Relaxed);
            if !ENTERED.load(Ordering::Relaxed) && !again {
                PANICKED.store(false, Ordering::Relaxed);
                return before(info);
            }
            leave();
            let place = info
                .location()
                .map(|at| format!(" ({}:{})", at.file(), at.line()))
                .unwrap_or_default();
            let _ = write!(io::stderr(), "rongtu: internal error / 内部错误{place}\r\n");
            if again || OWNER.get() != Some(&thread::current().id()) {
                give_back();
                process::exit(PANIC);
            }
        }));
    });
}
