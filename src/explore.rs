//! Opens the explorer for the program, where the terminal is fit for it.

use std::{
    env,
    io::{self, Write},
    process::ExitCode,
};

use rongtu::{
    cli::{Explore, args::ThemeName},
    tui::{self, Setup, look::Look, screen::Depth, session::fit, term::Term, theme::Palette},
};

/// Opens it and answers with the program's exit code.
pub fn open(explore: Explore) -> ExitCode {
    let term = Term::read(|name| env::var(name).ok());
    let lang = explore.lang;
    if let Err(unfit) = fit(&term) {
        return tell(&unfit.words(lang));
    }
    let opened = tui::open(Setup {
        look: look(&explore, &term),
        origin: explore.origin,
        articles: explore.articles,
        term,
        kiosk: false,
        limits: None,
    });
    match opened {
        Ok(end) => end.exit(),
        Err(error) => tell(&lang.pick(format!("终端: {error}"), format!("the terminal: {error}"))),
    }
}

fn look(explore: &Explore, term: &Term) -> Look {
    let palette = match (explore.theme, term.able.depth) {
        (ThemeName::Mono, _) | (_, Depth::Mono) => Palette::Mono,
        (ThemeName::Light, _) => Palette::Light,
        (ThemeName::Dark | ThemeName::Auto, _) => Palette::Dark,
    };
    let look = Look {
        lang: explore.lang,
        palette,
        ..Look::default()
    };
    explore.policy.map_or(look, |policy| look.with_width(policy))
}

fn tell(message: &str) -> ExitCode {
    // A reader who cannot be told is told by the exit code.
    let _ = writeln!(io::stderr(), "rongtu: {message}");
    ExitCode::from(2)
}
