//! Opens the explorer for the program, where the terminal is fit for it.

use std::{
    env,
    io::{self, Write},
    process::ExitCode,
    thread,
    time::Duration,
};

use rongtu::{
    cli::{
        Explore,
        args::{Kiosk, StartView, ThemeName},
        kiosk,
    },
    lang::Lang,
    tui::{
        self, ReviewSetup, Setup,
        display::Look,
        keymap,
        msg::Action,
        run::{End, Limit, Limits},
        screen::Depth,
        session::{Unfit, fit},
        term::Term,
        theme::{OwnPalette, Palette},
    },
};
use rustix::process::{Signal, getpid, kill_process};

/// Opens it and answers with the program's exit code. `return_memory` gives what was freed back to the system.
pub(crate) fn open(explore: Explore, return_memory: fn()) -> ExitCode {
    let kiosk = explore.kiosk;
    let term = Term::read(|name| {
        let heard = kiosk.is_none() || kiosk::honours(name);
        heard.then(|| env::var(name).ok()).flatten()
    });
    let lang = explore.lang;
    if let Err(unfit) = fit(&term) {
        return fail_with(&unfit.words(lang));
    }
    // What cannot be granted was refused when the settings were read.
    let keymap = keymap::keymap(&explore.keys).unwrap_or_default();
    if let Some(kiosk) = kiosk {
        backstop(kiosk.total);
    }
    let opened = tui::open(Setup {
        look: look(&explore, &term),
        origin: explore.origin,
        load: explore.load,
        watch: explore.watch,
        mouse: explore.mouse,
        articles: explore.articles,
        keymap,
        start: start(explore.start),
        state: explore.state,
        term,
        kiosk: kiosk.is_some(),
        limits: kiosk.map(limits),
        return_memory,
    });
    match opened {
        Ok(End::NotUtf8) => fail_with(&Unfit::NotUtf8.words(lang)),
        Ok(End::Limit(limit)) => {
            fail_with(closed(limit, lang));
            ExitCode::SUCCESS
        }
        Ok(end) => end.exit(),
        Err(error) => fail_with(&lang.pick(format!("终端: {error}"), format!("the terminal: {error}"))),
    }
}

/// Opens the review of `name` and answers with the program's exit code.
pub(crate) fn review(explore: Explore, name: Option<String>) -> ExitCode {
    let lang = explore.lang;
    let term = Term::read(|name| env::var(name).ok());
    let look = look(&explore, &term);
    let keymap = keymap::keymap(&explore.keys).unwrap_or_default();
    let setup = ReviewSetup {
        origin: explore.origin,
        name,
        articles: explore.articles,
    };
    let reviewing = match setup.read(lang) {
        Ok(reviewing) => reviewing,
        Err(message) => return fail_with(&message),
    };
    if let Err(unfit) = fit(&term) {
        return fail_with(&unfit.words(lang));
    }
    match reviewing.open(look, keymap, term) {
        Ok(end) => end.exit(),
        Err(error) => fail_with(&lang.pick(format!("终端: {error}"), format!("the terminal: {error}"))),
    }
}

fn start(view: StartView) -> Option<Action> {
    match view {
        StartView::Browse => None,
        StartView::Overview => Some(Action::Overview),
        StartView::Compare => Some(Action::Compare),
        StartView::Find => Some(Action::Find),
    }
}

fn limits(kiosk: Kiosk) -> Limits {
    Limits {
        idle: kiosk.idle,
        total: kiosk.total,
    }
}

/// Ends the process a little after its time: a client that reads nothing more keeps it in a write, where no limit
/// is looked at.
fn backstop(total: Duration) {
    thread::spawn(move || {
        thread::sleep(total + Duration::from_secs(2));
        // The process itself is there.
        let _ = kill_process(getpid(), Signal::TERM);
    });
}

fn closed(limit: Limit, lang: Lang) -> &'static str {
    match limit {
        Limit::Idle => lang.pick("久未按键, 会话已结束", "no key for long: the session was ended"),
        Limit::Total => lang.pick("已到时限, 会话已结束", "its time was up: the session was ended"),
    }
}

fn look(explore: &Explore, term: &Term) -> Look {
    let named = match explore.theme {
        ThemeName::Mono => Palette::Mono,
        ThemeName::Light => Palette::Light,
        ThemeName::Dark | ThemeName::Auto => Palette::Dark,
    };
    let palette = match term.able.depth {
        Depth::Mono => Palette::Mono,
        Depth::Sixteen => named,
        Depth::Many | Depth::True => named.rich(),
    };
    let look = Look {
        lang: explore.lang,
        palette: OwnPalette::new(palette, explore.own_colours),
        follows: explore.theme == ThemeName::Auto && palette != Palette::Mono,
        ..Look::default()
    };
    explore.policy.map_or(look, |policy| look.with_width(policy))
}

fn fail_with(message: &str) -> ExitCode {
    // A reader who cannot be told is told by the exit code.
    let _ = writeln!(io::stderr(), "rongtu: {message}");
    ExitCode::from(2)
}
