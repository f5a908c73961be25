//! The explorer as a program of the terminal: events in, effects out, files read in between.
//!
//! Owns what the pure [`App`] may not do: reading data and article texts. The terminal is `run`'s.

use std::{io, sync::Arc};

use ratatui::{
    buffer::Buffer,
    layout::{Position, Size},
};

use super::{
    app::App,
    look::Look,
    msg::{self, Msg},
    probe::Verdict,
    run::{self, Effect, End, Event, Program},
    screen::Widths,
    term::Term,
    view::view,
    words,
};
use crate::{
    load::{Articles, Origin, load},
    model::SourceIx,
    text::{clean::clean_lines, width::Policy},
};

/// What the explorer is opened with.
#[derive(Clone, Debug)]
pub struct Setup {
    /// Where the data comes from.
    pub origin: Origin,
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
        probe: !setup.look.fixed,
        kiosk: setup.kiosk,
        limits: setup.limits,
    };
    let loaded = load(&setup.origin);
    let app = App::new(Arc::new(loaded), setup.look, Size::default());
    run::run(
        &mut Explorer {
            app,
            setup,
            sure: false,
        },
        &options,
    )
}

struct Explorer {
    app: App,
    setup: Setup,
    /// The terminal itself said how wide it draws.
    sure: bool,
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

    fn view(&self, buf: &mut Buffer) -> Option<Position> {
        view(&self.app, buf)
    }

    fn widths(&self) -> Widths {
        Widths {
            policy: self.app.look.policy,
            sure: self.sure,
        }
    }
}

impl Explorer {
    fn msg(&mut self, event: Event) -> Option<Msg> {
        match event {
            Event::Key(key) => self.app.press(key),
            Event::Paste(text) => Some(Msg::Paste(text)),
            Event::Resize(size) => Some(Msg::Resize(size)),
            Event::Copied(outcome) => Some(Msg::Copied(outcome)),
            Event::Width(verdict) => self.answered(verdict),
            Event::Closing(limit, left) => {
                self.app.notice = Some(words::closing(self.app.look.lang, limit, left));
                None
            }
        }
    }

    fn answered(&mut self, verdict: Verdict) -> Option<Msg> {
        let policy = match verdict {
            Verdict::Narrow => Policy::Narrow,
            Verdict::Wide => Policy::Wide,
            Verdict::Ascii | Verdict::Unknown => Policy::Safe,
        };
        self.sure = !self.app.look.fixed && policy != Policy::Safe;
        Some(Msg::Probed(policy))
    }

    fn fetch(&mut self, source: SourceIx) -> Option<msg::Effect> {
        let text = self.setup.articles.text(self.app.atlas().source(source));
        let clean = text.map(|text| Arc::from(clean_lines(&text)));
        self.app.update(Msg::Fetched(source, clean))
    }

    fn reload(&mut self) -> Option<msg::Effect> {
        let loaded = load(&self.setup.origin);
        self.app.update(Msg::Reloaded(Box::new(loaded)))
    }
}
