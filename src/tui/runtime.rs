//! The explorer as a program of the terminal: events in, effects out, files read in between.
//!
//! Owns what the pure [`App`] may not do: reading data and article texts. The terminal is `run`'s.

use std::{
    io,
    sync::{
        Arc,
        mpsc::{Receiver, TryRecvError, channel},
    },
    time::Duration,
};

use ratatui::{
    buffer::Buffer,
    layout::{Position, Size},
};

use super::{
    app::App,
    display::Look,
    msg::{self, Msg},
    probe::{Answer, Ask, Verdict},
    run::{self, Effect, End, Event, Program},
    screen::Widths,
    term::Term,
    view::view,
    words,
};
use crate::{
    load::{self, Articles, Loaded, Loading, Origin, Step, load_with},
    model::SourceIx,
    text::{clean::clean_lines, width::Policy},
};

/// How often the load is asked how far it is: as often as a screen is worth repainting.
const STEP: Duration = Duration::from_millis(20);
/// How often the files are looked at with `--watch`.
const WATCH: Duration = Duration::from_secs(1);

/// What the explorer is opened with.
#[derive(Clone, Debug)]
pub struct Setup {
    /// Where the data comes from.
    pub origin: Origin,
    /// How it is loaded.
    pub load: load::Options,
    /// Read the data again by itself when its files change.
    pub watch: bool,
    /// Where article texts may be.
    pub articles: Articles,
    /// How it looks.
    pub look: Look,
    /// The terminal.
    pub term: Term,
    /// Behind a public account: read-only, no other program is started.
    pub kiosk: bool,
    /// End by itself.
    pub limits: Option<run::Limits>,
}

/// Opens the explorer in the terminal and returns when the user leaves.
///
/// # Errors
/// Those of the terminal, which is restored either way.
pub fn open(setup: Setup) -> io::Result<End> {
    let options = run::Options {
        term: setup.term.clone(),
        ask: Ask {
            widths: !setup.look.fixed,
            ground: setup.look.follows && setup.term.tells_colours,
        },
        kiosk: setup.kiosk,
        limits: setup.limits,
    };
    run::run(&mut Explorer::new(setup)?, &options)
}

struct Explorer {
    app: App,
    setup: Setup,
    /// How wide the terminal itself says that it draws.
    told: Option<Policy>,
    /// The load under way, and what it tells.
    loading: Option<(Loading, Receiver<Step>)>,
    /// What the files looked like when they were last read.
    trace: u64,
}

impl Program for Explorer {
    fn update(&mut self, event: Event) -> Option<Effect> {
        let msg = self.msg(event)?;
        let mut wanted = self.app.update(msg);
        loop {
            wanted = match wanted? {
                msg::Effect::Fetch(source) => self.fetch(source),
                msg::Effect::Reload => self.reload(),
                msg::Effect::Copy(text) => return Some(Effect::Copy(text)),
                msg::Effect::Repaint => return Some(Effect::Repaint),
                msg::Effect::Suspend => return Some(Effect::Suspend),
                msg::Effect::Quit => return Some(Effect::Quit),
            };
        }
    }

    fn catch_up(&mut self) {
        self.app.catch_up();
    }

    fn view(&self, buf: &mut Buffer) -> Option<Position> {
        view(&self.app, buf)
    }

    fn widths(&self) -> Widths {
        Widths {
            policy: self.app.look.policy,
            sure: self.told == Some(self.app.look.policy),
        }
    }

    fn beat(&self) -> Option<Duration> {
        match (&self.loading, self.setup.watch) {
            (Some(_), _) => Some(STEP),
            (None, true) => Some(WATCH),
            (None, false) => None,
        }
    }
}

impl Explorer {
    /// What the binary carries is read before the first frame, a folder behind it.
    fn new(setup: Setup) -> io::Result<Self> {
        let app = |loaded| App::new(Arc::new(loaded), setup.look, Size::default());
        let (app, loading) = match setup.origin {
            Origin::Embedded => (app(load_with(&setup.origin, &setup.load)), None),
            Origin::Folder(_) => (app(Loaded::default()), Some(start(&setup)?)),
        };
        let trace = if setup.watch { setup.origin.trace() } else { 0 };
        Ok(Self {
            app,
            setup,
            told: None,
            loading,
            trace,
        })
    }

    /// What there is to tell after a while: the load goes on, or files have changed.
    fn beaten(&mut self) -> Option<Msg> {
        let Some((_, steps)) = &self.loading else {
            return self.changed();
        };
        let mut told = None;
        loop {
            match steps.try_recv() {
                // Of many only the last is worth a frame.
                Ok(Step::Progress { done, total }) => told = Some(Msg::Loading(done, total)),
                Ok(Step::Part(loaded)) => return Some(Msg::Loaded(Arc::from(loaded))),
                Ok(Step::Done(loaded)) => return Some(Msg::Loaded(loaded)),
                Err(TryRecvError::Empty) => return told,
                Err(TryRecvError::Disconnected) => {
                    self.loading = None;
                    return told;
                }
            }
        }
    }

    fn changed(&mut self) -> Option<Msg> {
        let trace = self.setup.origin.trace();
        if trace == self.trace {
            return None;
        }
        self.trace = trace;
        Some(Msg::Reloaded(Box::new(load_with(
            &self.setup.origin,
            &self.setup.load,
        ))))
    }

    fn msg(&mut self, event: Event) -> Option<Msg> {
        match event {
            Event::Key(key) => self.app.press(key),
            Event::Paste(text) => Some(Msg::Paste(text)),
            Event::Resize(size) => Some(Msg::Resize(size)),
            Event::Copied(outcome) => Some(Msg::Copied(outcome)),
            Event::Answered(answer) => Some(self.answered(answer)),
            Event::Beat => self.beaten(),
            Event::Closing(limit, left) => {
                self.app.notice = Some(words::closing(self.app.look.lang, limit, left));
                None
            }
        }
    }

    fn answered(&mut self, answer: Answer) -> Msg {
        self.told = match answer.widths {
            Some(Verdict::Narrow) => Some(Policy::Narrow),
            Some(Verdict::Wide) => Some(Policy::Wide),
            Some(Verdict::Ascii | Verdict::Unknown) | None => None,
        };
        let policy = answer.widths.map(|_| self.told.unwrap_or(Policy::Safe));
        Msg::Probed(policy, answer.ground)
    }

    fn fetch(&mut self, source: SourceIx) -> Option<msg::Effect> {
        let text = self.setup.articles.text(self.app.atlas().source(source));
        let clean = text.map(|text| Arc::from(clean_lines(&text)));
        self.app.update(Msg::Fetched(source, clean))
    }

    fn reload(&mut self) -> Option<msg::Effect> {
        let loaded = load_with(&self.setup.origin, &self.setup.load);
        self.app.update(Msg::Reloaded(Box::new(loaded)))
    }
}

/// Starts to load behind the screen.
fn start(setup: &Setup) -> io::Result<(Loading, Receiver<Step>)> {
    let (tell, steps) = channel();
    let loading = load::start(setup.origin.clone(), setup.load.clone(), move |step| {
        // Nobody listens once the explorer has ended.
        let _ = tell.send(step);
    })?;
    Ok((loading, steps))
}
