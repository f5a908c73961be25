//! The explorer as a program of the terminal: events in, effects out, files read in between.
//!
//! Owns what the pure [`App`] may not do: reading data and article texts. The terminal is `run`'s.

mod loading;

use std::{
    io,
    sync::{
        Arc,
        mpsc::{Receiver, TryRecvError},
    },
    time::Duration,
};

use ratatui::{
    buffer::Buffer,
    layout::{Position, Size},
};

use loading::{LoadThread, News, give_back, start, watch};

use super::{
    app::App,
    display::Look,
    files,
    keymap::Keymap,
    msg::{self, Action, Msg},
    probe::{ProbeRequest, TerminalReply, Verdict},
    run::{self, End, Event, Program, RunEffect},
    screen::Widths,
    term::Term,
    view::{pointed, view},
    words,
};
use crate::{
    lang::system_words,
    load::{self, Articles, LoadStep, Loaded, Origin},
    model::SourceIx,
    remembered::{LookChoice, StateFile},
    text::{clean::clean_lines, width::Policy},
};

/// How often the load is asked how far it is: as often as a screen is worth repainting.
const STEP: Duration = Duration::from_millis(20);
/// How often the thread of `--watch` is asked whether files have changed.
const WATCH: Duration = Duration::from_millis(500);

/// What the explorer is opened with.
#[derive(Clone, Debug)]
pub struct Setup {
    /// Where the data comes from.
    pub origin: Origin,
    /// How it is loaded.
    pub load: load::LoadOptions,
    /// Read the data again by itself when its files change.
    pub watch: bool,
    /// Where article texts may be.
    pub articles: Articles,
    /// How it looks.
    pub look: Look,
    /// Which keys mean what.
    pub keymap: Keymap,
    /// What is opened first, in place of the panes.
    pub start: Option<Action>,
    /// Where choices are remembered; nowhere behind a public account.
    pub state: Option<StateFile>,
    /// The terminal.
    pub term: Term,
    /// The mouse points, too.
    pub mouse: bool,
    /// Behind a public account: read-only, no other program is started.
    pub kiosk: bool,
    /// End by itself.
    pub limits: Option<run::Limits>,
    /// Gives the memory that was freed back to the system; called behind the screen, for it may take tens of ms.
    pub return_memory: fn(),
}

/// Opens the explorer in the terminal and returns when the user leaves.
///
/// # Errors
/// Those of the terminal, which is restored either way.
pub fn open(setup: Setup) -> io::Result<End> {
    let options = run::RunOptions {
        term: setup.term.clone(),
        ask: ProbeRequest {
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
    /// The load under way, and what it brings.
    loading: Option<LoadThread>,
    /// Tells when files change, if that is wanted.
    watch: Option<(load::Watch, Receiver<()>)>,
}

impl Program for Explorer {
    fn update(&mut self, event: Event) -> Option<RunEffect> {
        let mut wanted = match event {
            Event::Beat => {
                if let Some(source) = self.app.wanted_text() {
                    let text = self.text(source);
                    self.update_app(Msg::Fetched(source, text));
                }
                if let Some(folder) = self.app.wanted_folder() {
                    self.update_app(Msg::Listed(files::list(&folder)));
                }
                self.catch_news();
                return None;
            }
            event => {
                let sized = matches!(event, Event::Resize(_));
                if matches!(event, Event::Key(_) | Event::Mouse(_) | Event::Paste(_)) {
                    // Whoever has begun is not led elsewhere.
                    self.setup.start = None;
                }
                let msg = self.msg(event)?;
                let wanted = self.app.update(msg);
                if sized && self.loading.is_none() {
                    self.begin();
                }
                wanted
            }
        };
        loop {
            wanted = match wanted? {
                msg::Effect::Fetch(source) => self.fetch(source),
                msg::Effect::Reload => self.reload(),
                msg::Effect::Save { path, bytes, replace } => self.save(&path, &bytes, replace),
                msg::Effect::Remember(choice) => self.remember(choice),
                msg::Effect::List(folder) => self.app.update(Msg::Listed(files::list(&folder))),
                msg::Effect::Copy(text) => return Some(RunEffect::Copy(text)),
                msg::Effect::Repaint => return Some(RunEffect::Repaint),
                msg::Effect::Suspend => return Some(RunEffect::Suspend),
                msg::Effect::Quit => return Some(RunEffect::Quit),
            };
        }
    }

    fn catch_up(&mut self) {
        self.app.catch_up();
    }

    fn view(&self, buf: &mut Buffer) -> Option<Position> {
        view(&self.app, buf)
    }

    fn urls(&self) -> Vec<&str> {
        self.app.urls().collect()
    }

    fn widths(&self) -> Widths {
        Widths {
            policy: self.app.look.policy,
            sure: self.told == Some(self.app.look.policy),
        }
    }

    fn wants_mouse(&self) -> bool {
        self.app.mouse
    }

    fn beat(&self) -> Option<Duration> {
        // A passage is looked for behind the frame that will show it, and so are the folders of a path.
        if self.app.wanted_text().is_some() || self.app.wanted_folder().is_some() {
            return Some(Duration::ZERO);
        }
        match (&self.loading, &self.watch) {
            (Some(_), _) => Some(STEP),
            (None, Some(_)) => Some(WATCH),
            (None, None) => None,
        }
    }
}

impl Explorer {
    /// What the binary carries is read before the first frame, a folder behind it.
    fn new(setup: Setup) -> io::Result<Self> {
        let app = |loaded| {
            let mut app = App::new(Arc::new(loaded), setup.look, Size::default());
            app.kiosk = setup.kiosk;
            app.mouse = setup.mouse && !setup.kiosk;
            app.keymap = setup.keymap;
            app
        };
        let (app, loading) = match setup.origin {
            Origin::Embedded => (app(load::load(&setup.origin)), None),
            Origin::Folder(_) => (app(Loaded::default()), Some(start(&setup, false)?)),
        };
        let watch = setup.watch.then(|| watch(&setup)).transpose()?;
        Ok(Self {
            app,
            setup,
            told: None,
            loading,
            watch,
        })
    }

    /// Opens what was asked to be opened first.
    fn begin(&mut self) {
        if let Some(action) = self.setup.start.take() {
            self.update_app(Msg::Do(action));
        }
    }

    /// Keeps a choice for the next time; never for a stranger, whatever asked for it.
    fn remember(&self, choice: LookChoice) -> Option<msg::Effect> {
        if let Some(state) = self.setup.state.as_ref().filter(|_| !self.setup.kiosk) {
            state.remember(choice);
        }
        None
    }

    /// Takes in what the loading thread has sent, and starts to load again when files have changed.
    fn catch_news(&mut self) {
        let changed = |(_, changes): &(load::Watch, Receiver<()>)| changes.try_iter().count() > 0;
        if self.watch.as_ref().is_some_and(changed) {
            self.reload();
        }
        let Some(load) = &self.loading else { return };
        let again = load.again;
        let (mut last, mut sent) = (None, Vec::new());
        let ended = loop {
            match load.steps.try_recv() {
                // Of many only the last is worth a frame.
                Ok(News::Step(LoadStep::Progress { done, total })) => last = Some(Msg::Loading(done, total)),
                Ok(news) => sent.push(news),
                Err(error) => break error == TryRecvError::Disconnected,
            }
        };
        last.into_iter().for_each(|msg| self.update_app(msg));
        sent.into_iter().for_each(|news| self.take_in(news, again));
        if ended {
            self.loading = None;
            self.update_app(Msg::NotLoaded);
        }
    }

    fn take_in(&mut self, news: News, again: bool) {
        match news {
            // What is on the screen is more than a part.
            News::Step(LoadStep::Part(_)) if again => {}
            News::Step(LoadStep::Part(loaded)) => self.update_app(Msg::Loaded(Arc::from(loaded))),
            News::Step(_) => {}
            News::Data(loaded, index) => {
                let shown = Arc::ptr_eq(&loaded, &self.app.data);
                match (shown, again) {
                    (true, _) => {}
                    (false, true) => self.update_app(Msg::Reloaded(Arc::clone(&loaded))),
                    (false, false) => {
                        self.update_app(Msg::Loaded(Arc::clone(&loaded)));
                        self.begin();
                    }
                }
                if let Some(index) = &index {
                    self.update_app(Msg::Indexed(Arc::clone(&loaded), Arc::clone(index)));
                }
                // Data with errors in it was not taken.
                if !Arc::ptr_eq(&loaded, &self.app.data) {
                    give_back((loaded, index), self.setup.return_memory);
                }
            }
        }
    }

    /// Tells the app what no key asked for, and gives back what it then no longer shows.
    fn update_app(&mut self, msg: Msg) {
        let before = (Arc::clone(&self.app.data), self.app.known_index());
        let _ = self.app.update(msg);
        if !Arc::ptr_eq(&before.0, &self.app.data) {
            give_back(before, self.setup.return_memory);
        }
    }

    fn msg(&mut self, event: Event) -> Option<Msg> {
        match event {
            Event::Key(key) => self.app.press(key),
            Event::Mouse(mouse) => pointed(&self.app, mouse),
            Event::Paste(text) => Some(Msg::Paste(text)),
            Event::Resize(size) => Some(Msg::Resize(size)),
            Event::Copied(outcome) => Some(Msg::Copied(outcome)),
            Event::Answered(answer) => Some(self.answered(answer)),
            Event::Beat => None,
            Event::Closing(limit, left) => {
                self.app.notice = Some(words::closing(self.app.look.lang, limit, left));
                None
            }
        }
    }

    fn answered(&mut self, answer: TerminalReply) -> Msg {
        self.told = match answer.widths {
            Some(Verdict::Narrow) => Some(Policy::Narrow),
            Some(Verdict::Wide) => Some(Policy::Wide),
            Some(Verdict::Ascii | Verdict::Unknown) | None => None,
        };
        let policy = answer.widths.map(|_| self.told.unwrap_or(Policy::Safe));
        Msg::Probed(policy, answer.ground)
    }

    /// Writes a file; never for a stranger, whatever asked for it.
    fn save(&mut self, path: &str, bytes: &[u8], replace: bool) -> Option<msg::Effect> {
        if self.setup.kiosk {
            return None;
        }
        let outcome = files::save(path, bytes, replace);
        self.app.update(Msg::Saved(outcome))
    }

    fn fetch(&mut self, source: SourceIx) -> Option<msg::Effect> {
        let text = self.text(source);
        self.app.update(Msg::Fetched(source, text))
    }

    fn text(&self, source: SourceIx) -> Option<Arc<str>> {
        let text = self.setup.articles.text(self.app.atlas().source(source));
        text.map(|text| Arc::from(clean_lines(&text)))
    }

    /// Starts to load again; what is loaded stays on the screen until that has ended.
    fn reload(&mut self) -> Option<msg::Effect> {
        // Before anything has been loaded, this is still the first time.
        let again = self.loading.as_ref().is_none_or(|load| load.again);
        match start(&self.setup, again) {
            // What was under way may have sent data already.
            Ok(load) => {
                if let Some(stopped) = self.loading.replace(load) {
                    give_back(stopped, self.setup.return_memory);
                }
            }
            Err(error) => self.app.notice = Some(system_words(&error).get(self.app.look.lang).to_owned()),
        }
        None
    }
}
