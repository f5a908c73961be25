//! The loop: wait, tell the program, draw.
//!
//! Owns the order of things and the messages between a [`Program`] and the terminal. It sleeps until a byte or a
//! signal comes; there is no tick. It knows no screen and no key binding.

use std::io;
use std::os::fd::AsFd;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use signal_hook::consts::SIGHUP;
use signal_hook::low_level::emulate_default_handler;

use super::clip::{self, Refusal, Route};
use super::input::{Decoder, Input};
use super::key::Key;
use super::probe::{self, Probe, Verdict};
use super::screen::{Screen, Widths};
use super::session::Session;
use super::signals::Pending;
use super::term::Term;
use super::tty::{Tty, is_gone};

/// How long the first frame has the terminal to itself before the question is asked.
const FIRST_LOOK: Duration = Duration::from_millis(10);

/// Fewer columns than this cannot hold the answer.
const ROOM_TO_ASK: u16 = 8;

/// What a program is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key.
    Key(Key),
    /// Pasted text, not cleaned.
    Paste(String),
    /// The terminal's size in cells; the first event of all.
    Resize(Size),
    /// How the terminal draws ambiguous characters.
    Width(Verdict),
    /// What became of [`Effect::Copy`].
    Copied(Result<Route, Refusal>),
}

/// What a program wants done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
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
    fn update(&mut self, event: Event) -> Option<Effect>;
    /// Draws into a blank buffer of the terminal's size, and says where the cursor goes while text is typed.
    fn view(&self, buf: &mut Buffer) -> Option<Position>;
    /// The width rule that [`view`](Self::view) lays out by.
    fn widths(&self) -> Widths;
}

/// How to run it.
#[derive(Clone, Debug)]
pub struct Options {
    /// The terminal.
    pub term: Term,
    /// Ask it for its widths. Without effect behind a multiplexer, which would answer for itself.
    pub probe: bool,
    /// Start no program and do not stop: no `tmux load-buffer`, no Ctrl-Z.
    pub kiosk: bool,
}

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The program wanted to.
    Quit,
    /// A signal, or the terminal's end, which counts as SIGHUP.
    Signal(i32),
}

impl End {
    /// Ends the process the way a signal would have, so that the shell sees 128 and the signal's number.
    pub fn exit(self) -> ExitCode {
        match self {
            End::Quit => ExitCode::SUCCESS,
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
pub fn run(program: &mut impl Program, options: &Options) -> io::Result<End> {
    let session = Session::enter()?;
    let mut run = Run::new(program, options, session)?;
    let end = match run.until_end() {
        Err(error) if is_gone(&error) => Ok(End::Signal(SIGHUP)),
        end => end,
    };
    run.settle(end.as_ref().is_ok_and(|end| *end == End::Quit));
    end
}

struct Run<'a, P> {
    program: &'a mut P,
    options: &'a Options,
    session: Session,
    screen: Screen<Tty>,
    decoder: Decoder,
    /// When to ask for the widths.
    question: Option<Instant>,
    probe: Option<Probe>,
    buf: Buffer,
    /// Since when a sequence has been unfinished.
    partial: Option<Instant>,
    /// The next frame may differ from the last.
    stale: bool,
    end: Option<End>,
}

impl<'a, P: Program> Run<'a, P> {
    fn new(program: &'a mut P, options: &'a Options, session: Session) -> io::Result<Self> {
        let screen = Screen::new(Tty::open()?, options.term.able, program.widths());
        Ok(Self {
            program,
            options,
            session,
            screen,
            decoder: Decoder::default(),
            question: None,
            probe: None,
            buf: Buffer::default(),
            partial: None,
            stale: true,
            end: None,
        })
    }

    fn until_end(&mut self) -> io::Result<End> {
        self.resize()?;
        if self.options.probe && !self.options.term.relayed {
            self.question = Some(Instant::now() + FIRST_LOOK);
        }
        loop {
            if let Some(end) = self.end {
                return Ok(end);
            }
            if std::mem::take(&mut self.stale) {
                self.draw()?;
            }
            self.wait()?;
        }
    }

    fn ask(&mut self, now: Instant) -> io::Result<()> {
        self.question = None;
        if self.buf.area.width < ROOM_TO_ASK {
            return self.tell(Event::Width(Verdict::Unknown));
        }
        self.screen.ask(probe::QUESTION);
        self.stale = true;
        self.decoder.expect_columns(probe::REPORTS);
        self.probe = Some(Probe::sent(now, self.options.term.ssh));
        Ok(())
    }

    fn draw(&mut self) -> io::Result<()> {
        self.buf.reset();
        let cursor = self.program.view(&mut self.buf);
        self.screen.set_widths(self.program.widths());
        self.screen.present(&self.buf, cursor).map(drop)
    }

    fn wait(&mut self) -> io::Result<()> {
        let limit = self
            .deadline()
            .map(|at| at.saturating_duration_since(Instant::now()));
        let ready = self.screen.writer().wait(self.session.signals.as_fd(), limit)?;
        if ready.other {
            let pending = self.session.signals.take();
            self.signals(pending)?;
        }
        if ready.input && self.end.is_none() {
            self.read()?;
        }
        self.lapse()
    }

    /// The next time something has to be given up, if anything is under way.
    fn deadline(&self) -> Option<Instant> {
        let sequence = self
            .decoder
            .patience()
            .and_then(|patience| Some(self.partial? + patience));
        let probe = self.probe.as_ref().and_then(Probe::deadline);
        sequence.into_iter().chain(probe).chain(self.question).min()
    }

    fn signals(&mut self, pending: Pending) -> io::Result<()> {
        if let Some(number) = pending.death {
            self.end = Some(End::Signal(number));
            return Ok(());
        }
        if pending.stop {
            self.stop(false)?;
        } else if pending.resume {
            self.session.resume()?;
            self.resize()?;
        } else if pending.resize {
            self.resize()?;
        }
        Ok(())
    }

    fn read(&mut self) -> io::Result<()> {
        let mut bytes = [0; 4096];
        match self.screen.writer().read(&mut bytes)? {
            Some(0) => self.end = Some(End::Signal(SIGHUP)),
            Some(count) => {
                let mut found = Vec::new();
                self.decoder.feed(&bytes[..count], &mut found);
                self.partial = Some(Instant::now());
                self.inputs(found)?;
            }
            None => {}
        }
        Ok(())
    }

    fn lapse(&mut self) -> io::Result<()> {
        let now = Instant::now();
        let mut found = Vec::new();
        if self
            .decoder
            .patience()
            .is_some_and(|patience| self.partial.is_some_and(|since| now >= since + patience))
        {
            self.decoder.lapse(&mut found);
        }
        self.inputs(found)?;
        if self.question.is_some_and(|at| now >= at) {
            self.ask(now)?;
        }
        match self.probe.as_mut().and_then(|probe| probe.lapse(now)) {
            Some(verdict) => self.tell(Event::Width(verdict)),
            None => Ok(()),
        }
    }

    fn inputs(&mut self, found: Vec<Input>) -> io::Result<()> {
        for input in found {
            match input {
                Input::Key(key) => self.tell(Event::Key(key))?,
                Input::Paste(text) => self.tell(Event::Paste(text))?,
                Input::Column(column) => {
                    if let Some(probe) = &mut self.probe {
                        probe.column(column);
                    }
                }
                Input::Attributes(reply) => self.attributes(&reply)?,
            }
        }
        Ok(())
    }

    fn attributes(&mut self, reply: &str) -> io::Result<()> {
        self.decoder.expect_columns(0);
        match self.probe.as_mut().and_then(|probe| probe.attributes(reply)) {
            Some(verdict) => self.tell(Event::Width(verdict)),
            None => Ok(()),
        }
    }

    fn resize(&mut self) -> io::Result<()> {
        let size = self.screen.writer().size();
        self.buf.resize(Rect::new(0, 0, size.width, size.height));
        self.screen.repaint();
        self.tell(Event::Resize(size))
    }

    fn tell(&mut self, event: Event) -> io::Result<()> {
        if self.end.is_some() {
            return Ok(());
        }
        self.stale = true;
        match self.program.update(event) {
            None => Ok(()),
            Some(Effect::Quit) => {
                self.end = Some(End::Quit);
                Ok(())
            }
            Some(Effect::Suspend) => self.stop(true),
            Some(Effect::Repaint) => {
                self.screen.repaint();
                Ok(())
            }
            Some(Effect::Copy(text)) => {
                let multiplexer = self.options.term.multiplexer.filter(|_| !self.options.kiosk);
                let copied = clip::copy(&text, multiplexer, self.screen.writer());
                self.tell(Event::Copied(copied))
            }
        }
    }

    /// Stops; where nobody could wake us, paints anew instead.
    fn stop(&mut self, all: bool) -> io::Result<()> {
        if !self.options.kiosk && self.session.stop(all)? {
            // Of what came meanwhile, what stopped and woke us is done with.
            let death = self.session.signals.take().death;
            self.end = death.map(End::Signal);
        }
        self.resize()
    }

    /// Leaves the screen and reads away a reply that is still owed, so that the shell does not find it.
    fn settle(&mut self, calm: bool) {
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
        for input in found {
            if let (Input::Attributes(reply), Some(probe)) = (input, &mut self.probe) {
                let _ = probe.attributes(&reply);
            }
        }
        Ok(())
    }
}
