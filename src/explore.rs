//! Opens the explorer for the program: reads the environment, refuses where it cannot work, and says
//! what does work there.

use std::{
    env,
    io::{self, IsTerminal, Write},
    process::ExitCode,
};

use rongtu::{
    cli::{Explore, args::ThemeName},
    lang::Lang,
    tui::{self, Setup, look::Look, screen::Depth, term::Term, theme::Palette},
};

/// Opens it and answers with the program's exit code.
pub fn open(explore: Explore) -> ExitCode {
    let term = Term::read(|name| env::var(name).ok());
    let lang = explore.lang;
    if let Some(why) = refusal(&term, lang) {
        return tell(&why);
    }
    let opened = tui::open(Setup {
        look: look(&explore, &term),
        origin: explore.origin,
        articles: explore.articles,
        term,
        kiosk: false,
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

/// Why the explorer cannot be shown here, and what can.
fn refusal(term: &Term, lang: Lang) -> Option<String> {
    let instead = lang.pick(
        "请用命令行, 如 rongtu list, rongtu show tzvcst, rongtu --help",
        "the command line works here: rongtu list, rongtu show tzvcst, rongtu --help",
    );
    let why = if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        lang.pick("浏览界面需要终端", "the explorer needs a terminal")
            .to_owned()
    } else if term.dumb {
        lang.pick(
            "这个终端 (TERM) 不能移动光标",
            "this terminal (TERM) cannot address its cursor",
        )
        .to_owned()
    } else if let Some(charset) = &term.charset {
        let charset = rongtu::text::clean::clean(charset);
        lang.pick(
            format!("语言环境的字符集是 {charset}, 需要 UTF-8; 例如 LC_ALL=zh_CN.UTF-8"),
            format!("the locale's character set is {charset}, UTF-8 is needed, such as LC_ALL=C.UTF-8"),
        )
    } else {
        return None;
    };
    Some(format!("{why}; {instead}"))
}

fn tell(message: &str) -> ExitCode {
    // A reader who cannot be told is told by the exit code.
    let _ = writeln!(io::stderr(), "rongtu: {message}");
    ExitCode::from(2)
}
