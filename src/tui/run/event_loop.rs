//! One run of a program: what it knows between two events, and what it does when woken.

use std::io;
use std::os::fd::AsFd;
use std::time::{Duration, Instant};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use signal_hook::consts::SIGHUP;

use super::limits::{Clock, Due};
use super::{End, Event, Program, RunEffect, RunOptions};
use crate::tui::background::Ground;
use crate::tui::clip;
use crate::tui::input::{Decoder, Input};
use crate::tui::probe::{Probe, TerminalReply, Verdict};
use crate::tui::screen::Screen;
use crate::tui::session::{self, Session};
use crate::tui::signals::PendingSignals;
use crate::tui::tty::Tty;

mod settle;

/// How long the first frame has the terminal to itself before the question is asked.
const FIRST_LOOK: Duration = Duration::from_millis(10);

/// Fewer columns than this cannot hold the answer.
const ROOM_TO_ASK: u16 = 8;

/// A program in its terminal.
pub(super) struct RunningProgram<'a, P: Program> {
    program: &'a mut P,
    options: &'a RunOptions,
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
    clock: Option<Clock>,
    /// When the program was last told of a beat.
    beaten: Instant,
    end: Option<End>,
}

impl<'a, P: Program> RunningProgram<'a, P> {
    pub(crate) fn new(program: &'a mut P, options: &'a RunOptions, session: Session) -> io::Result<Self> {
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
            clock: options.limits.map(|limits| Clock::new(limits, Instant::now())),
            beaten: Instant::now(),
            end: None,
        })
    }

    pub(crate) fn until_end(&mut self) -> io::Result<End> {
        self.resize()?;
        if self.options.ask.anything() && !self.options.term.relayed {
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
        let ask = self.options.ask;
        if self.buf.area.width < ROOM_TO_ASK {
            let widths = ask.widths.then_some(Verdict::Unknown);
            return self.deliver(Event::Answered(TerminalReply { widths, ground: None }));
        }
        self.screen.ask(ask.question());
        self.stale = true;
        self.decoder.expect(ask.reports());
        self.probe = Some(Probe::sent(ask, now, self.options.term.ssh));
        Ok(())
    }

    fn draw(&mut self) -> io::Result<()> {
        self.program.catch_up();
        session::report_mouse(self.program.wants_mouse(), self.screen.writer())?;
        self.buf.reset();
        let cursor = self.program.view(&mut self.buf);
        self.screen.set_widths(self.program.widths());
        self.screen.set_urls(&self.program.urls());
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
        let limit = self.clock.as_ref().map(Clock::next);
        let beat = self.program.beat().map(|every| self.beaten + every);
        let moments = [sequence, probe, self.question, limit, beat];
        moments.into_iter().flatten().min()
    }

    fn signals(&mut self, pending: PendingSignals) -> io::Result<()> {
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
        if let Some(answer) = self.probe.as_mut().and_then(|probe| probe.lapse(now)) {
            self.deliver(Event::Answered(answer))?;
        }
        if self
            .program
            .beat()
            .is_some_and(|every| now >= self.beaten + every)
        {
            self.beaten = now;
            self.deliver(Event::Beat)?;
        }
        match self.clock.as_mut().and_then(|clock| clock.due(now)) {
            Some(Due::Notice(limit, left)) => self.deliver(Event::Closing(limit, left)),
            Some(Due::End(limit)) => {
                self.end.get_or_insert(End::Limit(limit));
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// Somebody is there.
    fn touch(&mut self) {
        if let (Some(clock), Some(limits)) = (&mut self.clock, self.options.limits) {
            clock.touch(limits, Instant::now());
        }
    }

    fn inputs(&mut self, found: Vec<Input>) -> io::Result<()> {
        for input in found {
            match input {
                Input::Key(key) => {
                    self.touch();
                    self.deliver(Event::Key(key))?;
                }
                // A report that was not asked for is somebody typing the bytes of one.
                Input::Mouse(mouse) if self.program.wants_mouse() => {
                    self.touch();
                    self.deliver(Event::Mouse(mouse))?;
                }
                Input::Mouse(_) => {}
                Input::Paste(text) => {
                    self.touch();
                    self.deliver(Event::Paste(text))?;
                }
                Input::Column(column) => {
                    if let Some(probe) = &mut self.probe {
                        probe.column(column);
                    }
                }
                Input::Colour(reply) => {
                    if let (Some(probe), Some(ground)) = (&mut self.probe, Ground::read(&reply)) {
                        probe.ground(ground);
                    }
                }
                Input::Attributes(reply) => self.attributes(&reply)?,
            }
        }
        Ok(())
    }

    fn attributes(&mut self, reply: &str) -> io::Result<()> {
        self.decoder.expect_nothing();
        match self.probe.as_mut().and_then(|probe| probe.attributes(reply)) {
            Some(TerminalReply {
                widths: Some(Verdict::Ascii),
                ..
            }) => {
                self.end.get_or_insert(End::NotUtf8);
                Ok(())
            }
            Some(answer) => self.deliver(Event::Answered(answer)),
            None => Ok(()),
        }
    }

    fn resize(&mut self) -> io::Result<()> {
        let size = self.screen.writer().size();
        self.buf.resize(Rect::new(0, 0, size.width, size.height));
        self.screen.repaint();
        self.deliver(Event::Resize(size))
    }

    fn deliver(&mut self, event: Event) -> io::Result<()> {
        if self.end.is_some() {
            return Ok(());
        }
        self.stale = true;
        match self.program.update(event) {
            None => Ok(()),
            Some(RunEffect::Quit) => {
                self.end = Some(End::Quit);
                Ok(())
            }
            Some(RunEffect::Suspend) => self.stop(true),
            Some(RunEffect::Repaint) => {
                self.screen.repaint();
                Ok(())
            }
            Some(RunEffect::Copy(text)) => {
                let multiplexer = self.options.term.multiplexer.filter(|_| !self.options.kiosk);
                let copied = clip::copy(&text, multiplexer, self.screen.writer());
                self.deliver(Event::Copied(copied))
            }
        }
    }

    /// Stops; where nobody could wake us, paints anew instead.
    fn stop(&mut self, all: bool) -> io::Result<()> {
        if !self.options.kiosk && session::has_job_control() {
            self.settle(true);
            self.session.stop(all)?;
            // Of what came meanwhile, what stopped and woke us is done with.
            let death = self.session.signals.take().death;
            self.end = death.map(End::Signal);
        }
        self.resize()
    }
}
