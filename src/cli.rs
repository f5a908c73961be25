//! The command line: one question, one answer, an exit code.
//!
//! Owns the way from arguments to an answer written to a writer. It names no standard stream, no
//! environment and no terminal of its own: [`World`] brings them, so that a test can.

mod answer;
pub mod args;
mod check;
mod compare;
mod config;
mod config_view;
mod draft;
mod examples;
pub mod exit;
mod export;
mod find;
pub mod kiosk;
mod layers;
mod list;
mod manual;
mod name;
pub(crate) mod paint;
mod report;
pub(crate) mod settings;
mod shell;
mod show;
mod usage;
pub(crate) mod words;

use std::{
    ffi::OsString,
    io::{Read, Write},
};

use answer::{Answer, CopyAhead};
use args::{Ambiguous, Args, Color, Format, Globals, Kiosk, Language, StartView, Switch, ThemeName, Verb};
use clap::{FromArgMatches, Parser, error::ErrorKind};
use config::Config;
use exit::{Exit, Failure, Message};
use settings::Settings;

use crate::{
    bindings::{Bind, KeyRequest},
    lang::Lang,
    load::{self, Articles, Origin},
    page::palette::own::OwnColours,
    remembered::{Remembered, StateFile},
    text::width::Policy,
};

/// What a run may touch.
pub struct World<'a> {
    /// The standard input.
    pub input: &'a mut dyn Read,
    /// Where the answer goes.
    pub out: &'a mut dyn Write,
    /// Where messages go.
    pub err: &'a mut dyn Write,
    /// The environment.
    pub env: &'a dyn Fn(&str) -> Option<String>,
    /// Cells of a line when the answer goes to a terminal; none for a pipe or a file.
    pub columns: Option<u16>,
    /// Whether messages go to a terminal.
    pub err_terminal: bool,
    /// Which keys the explorer has once others are asked for.
    pub bind: Bind,
}

/// What comes after the arguments were read.
#[derive(Debug)]
pub enum Next {
    /// Nothing; the answer is written.
    Done(Exit),
    /// The explorer.
    Explore(Box<Explore>),
    /// The review of this source or dossier, or of the one that is unfinished.
    Review(Box<Explore>, Option<String>),
}

/// What the flags say of the explorer, which is opened elsewhere.
#[derive(Clone, Debug)]
pub struct Explore {
    /// Where dossiers come from.
    pub origin: Origin,
    /// How they are loaded.
    pub load: load::LoadOptions,
    /// Read them again by itself when their files change.
    pub watch: bool,
    /// The mouse points, too.
    pub mouse: bool,
    /// Where article texts may be.
    pub articles: Articles,
    /// Interface language.
    pub lang: Lang,
    /// How ambiguous characters are drawn, if the user says so.
    pub policy: Option<Policy>,
    /// Colours.
    pub theme: ThemeName,
    /// Colours in the place of the theme's.
    pub own_colours: OwnColours,
    /// Keys that the user asks for.
    pub keys: Vec<KeyRequest>,
    /// What is opened first.
    pub start: StartView,
    /// Where choices made in it are remembered.
    pub state: Option<StateFile>,
    /// Behind a public account: read-only, and for a time.
    pub kiosk: Option<Kiosk>,
}

/// Reads the arguments (the program's own name first) and answers them.
pub fn run(argv: impl IntoIterator<Item = OsString>, world: &mut World<'_>) -> Next {
    let argv: Vec<_> = argv.into_iter().collect();
    let config = match is_kiosk(&argv) {
        true => Ok(Config::default()),
        false => Config::read(world.env, world.bind),
    };
    let lang = language(&argv, world.env, config.as_ref().ok());
    match config.and_then(|config| answer(&argv, config, lang, world)) {
        Ok(next) => next,
        Err(failure) => Next::Done(fail(&failure, lang, world)),
    }
}

/// Whether the door for clients is asked for, where no file of the account's is opened.
fn is_kiosk(argv: &[OsString]) -> bool {
    let kiosk = |args: Args| matches!(args.verb, Some(Verb::Kiosk(_)));
    argv.iter().any(|word| word == "kiosk") && Args::try_parse_from(argv).is_ok_and(kiosk)
}

fn answer(argv: &[OsString], config: Config, lang: Lang, world: &mut World<'_>) -> Result<Next, Failure> {
    let Some(args) = parse(argv, lang, world)? else {
        return Ok(Next::Done(Exit::Found));
    };
    if let Some(Verb::Kiosk(kiosk)) = &args.verb {
        return Ok(kiosk::run(kiosk, &args.globals, world));
    }
    let keys = config.key_requests();
    let state = StateFile::of(world.env);
    let last = || state.as_ref().map(StateFile::read).unwrap_or_default();
    // What a script is answered must not depend on a key that somebody pressed.
    let remembered = match args.verb {
        None | Some(Verb::Review(_)) => last(),
        _ => Remembered::default(),
    };
    let whole_screen = (args.globals.clone(), config.clone());
    let (globals, mut chosen) = layers::filled(args.globals, world.env, config, remembered)?;
    let lang = globals.lang.map_or(lang, Lang::from);
    let Some(verb) = args.verb else {
        let settings = Settings::of(&globals, lang, world)?;
        let explore = explore(&globals, settings);
        return Ok(Next::Explore(Box::new(Explore {
            keys,
            state,
            ..explore
        })));
    };
    if let Verb::Config = verb {
        let (flags, config) = whole_screen;
        let whole_screen_theme = config.colour_requests();
        let (_, of_explorer) = layers::filled(flags, world.env, config, last())?;
        chosen.extend(layers::explorer_settings(of_explorer));
        chosen.extend(layers::theme_settings(whole_screen_theme));
        config_view::warn_of_faint_colours(&globals, lang, world)?;
        // A file with requests that cannot be granted has been refused.
        chosen.extend(layers::key_settings((world.bind)(&keys).unwrap_or_default()));
    }
    let globals = match &verb {
        Verb::Check(check) => check.over(globals),
        Verb::Review(review) => {
            let globals = review.over(globals);
            let settings = Settings::of(&globals, lang, world)?;
            return Ok(Next::Review(
                Box::new(Explore {
                    keys,
                    ..explore(&globals, settings)
                }),
                review.source.clone(),
            ));
        }
        _ => globals,
    };
    let settings = Settings {
        chosen,
        ..Settings::of(&globals, lang, world)?
    };
    carry_out(&verb, settings, world)
}

/// # Errors
/// Two languages for anything but a report.
fn one_language(args: &Args) -> Result<(), Failure> {
    let both = args.globals.lang.is_some_and(Language::is_both);
    match both && !matches!(args.verb, Some(Verb::Report(_))) {
        false => Ok(()),
        true => {
            let said = Message::new(
                "两种语言并列只用于 report",
                "two languages side by side are for report alone",
            );
            Err(Failure::Bad(
                said.hint("--lang zh 或 --lang en", "--lang zh or --lang en"),
            ))
        }
    }
}

/// # Errors
/// A flag for CSV where none is written.
fn csv_is_written(args: &Args) -> Result<(), Failure> {
    let globals = &args.globals;
    let flag = match (globals.bom, globals.headings) {
        (true, _) => "--bom",
        (_, Some(_)) => "--headings",
        _ => return Ok(()),
    };
    if globals.format == Format::Csv || matches!(args.verb, Some(Verb::Export(_))) {
        return Ok(());
    }
    let said = Message::new(format!("{flag} 只用于 CSV"), format!("{flag} is for CSV alone"));
    Err(Failure::Bad(said.hint(
        format!("--format csv {flag}，或 rongtu export"),
        format!("--format csv {flag}, or rongtu export"),
    )))
}

fn carry_out(verb: &Verb, settings: Settings, world: &mut World<'_>) -> Result<Next, Failure> {
    if let Verb::Help { verb } = verb {
        return help_for(verb.as_deref(), settings.lang, world);
    }
    let exit = match from_copy(verb, &settings, world) {
        Some(exit) => exit?,
        None => {
            let copy = None;
            respond(
                verb,
                &mut Answer {
                    settings,
                    world,
                    copy,
                },
            )?
        }
    };
    world.out.flush()?;
    Ok(Next::Done(exit))
}

/// The answer of a verb that needs few dossiers, made from the compiled copy while the files are asked whether it is
/// one of them, and written when it is. None when there is no copy, or none that can be believed: then the files answer.
fn from_copy(verb: &Verb, settings: &Settings, world: &mut World<'_>) -> Option<Result<Exit, Failure>> {
    let needs_few = match verb {
        Verb::Show(_) | Verb::Find(_) | Verb::Source(_) | Verb::Compare(_) => true,
        Verb::List(list) => list.college.is_some(),
        _ => false,
    };
    let copy = needs_few.then(|| load::open_copy(&settings.origin, &settings.load))??;
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let answered = respond(
        verb,
        &mut Answer {
            settings: settings.clone(),
            world: &mut World {
                input: world.input,
                out: &mut out,
                err: &mut err,
                ..*world
            },
            copy: Some(CopyAhead {
                dossiers: copy.dossiers,
                slot: copy.proof.slot().clone(),
            }),
        },
    );
    let believed = !matches!(answered, Err(Failure::CorruptCopy)) && copy.proof.holds();
    believed.then(|| {
        world.err.write_all(&err)?;
        world.out.write_all(&out)?;
        answered
    })
}

fn respond(verb: &Verb, answer: &mut Answer<'_, '_>) -> Result<Exit, Failure> {
    match verb {
        Verb::List(list) => list::run(answer, list),
        Verb::Show(show) => show::run(answer, show),
        Verb::Find(words) => find::run(answer, words),
        Verb::Source(show) => show::source(answer, show),
        Verb::Compare(asked) => compare::run(answer, asked),
        Verb::Report(asked) => report::run(answer, asked),
        Verb::Check(check) => check::run(answer, check),
        Verb::Config => config_view::run(answer),
        Verb::Completions(asked) => shell::run(answer, asked),
        Verb::Man(asked) => manual::run(answer, asked),
        Verb::Export(asked) => export::run(answer, asked),
        Verb::Draft(asked) => draft::run(answer, asked),
        // Help has been given, the review opened; a door opens no further door.
        Verb::Help { .. } | Verb::Kiosk(_) | Verb::Review(_) => Ok(Exit::Usage),
    }
}

fn explore(globals: &Globals, settings: Settings) -> Explore {
    let theme = match globals.color {
        Some(Color::Never) => ThemeName::Mono,
        None | Some(Color::Auto | Color::Always) => globals.theme_name.unwrap_or_default(),
    };
    let Settings {
        origin,
        load,
        articles,
        lang,
        ..
    } = settings;
    Explore {
        origin,
        load,
        watch: globals.watch,
        mouse: globals.mouse == Some(Switch::On),
        articles,
        lang,
        policy: globals.ambiguous.and_then(Ambiguous::policy),
        theme,
        own_colours: globals.own_colours,
        keys: Vec::new(),
        start: globals.start.unwrap_or_default(),
        state: None,
        kiosk: None,
    }
}

/// The arguments; none when they asked for help or the version, which is then written.
fn parse(argv: &[OsString], lang: Lang, world: &mut World<'_>) -> Result<Option<Args>, Failure> {
    let parsed = Args::try_parse_from(argv).or_else(|_| {
        // The words of help and errors, in the reader's language, are laid over the grammar where they are told.
        let matches = words::command(lang, width(world)).try_get_matches_from(argv)?;
        Args::from_arg_matches(&matches)
    });
    match parsed {
        Ok(args) => {
            one_language(&args)?;
            csv_is_written(&args)?;
            Ok(Some(args))
        }
        Err(asked) if matches!(asked.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            world.out.write_all(asked.to_string().as_bytes())?;
            world.out.flush()?;
            Ok(None)
        }
        Err(error) => Err(usage::failure(&error)),
    }
}

/// `help VERB` is `VERB --help`.
fn help_for(verb: Option<&str>, lang: Lang, world: &mut World<'_>) -> Result<Next, Failure> {
    let asked = ["rongtu"].into_iter().chain(verb).chain(["--help"]);
    let asked: Vec<_> = asked.map(OsString::from).collect();
    parse(&asked, lang, world).map(|_| Next::Done(Exit::Found))
}

fn width(world: &World<'_>) -> usize {
    world.columns.map_or(100, usize::from)
}

/// The language, before the arguments are read: errors in them have to be told in it.
fn language(argv: &[OsString], env: &dyn Fn(&str) -> Option<String>, config: Option<&Config>) -> Lang {
    let words: Vec<_> = argv.iter().filter_map(|word| word.to_str()).collect();
    let after = words
        .windows(2)
        .find(|pair| pair[0] == "--lang")
        .map(|pair| pair[1]);
    let named = words
        .iter()
        .find_map(|word| word.strip_prefix("--lang="))
        .or(after);
    // A language that is none of the two is refused, and that is said in the language of the locale.
    let is_known = |lang: &&str| ["zh", "en"].iter().any(|known| lang.starts_with(known));
    let named = named.filter(is_known);
    let env = &|name: &str| env(name).filter(|value| name != "RONGTU_LANG" || is_known(&value.as_str()));
    let chosen = env("RONGTU_LANG");
    let configured = || config.and_then(|config| config.lang).filter(|_| chosen.is_none());
    let unnamed = || configured().map_or_else(|| Lang::from_env(env), Lang::from);
    named.map_or_else(unnamed, Lang::of_locale)
}

fn fail(failure: &Failure, lang: Lang, world: &mut World<'_>) -> Exit {
    if let Some((message, hint)) = failure.words(lang) {
        let hint = match hint.is_empty() {
            true => hint,
            false => format!("  {}: {hint}\n", lang.pick("提示", "hint")),
        };
        // A reader who cannot be told is told by the exit code.
        let _ = write!(world.err, "rongtu: {message}\n{hint}");
    }
    failure.exit()
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod width_tests;
