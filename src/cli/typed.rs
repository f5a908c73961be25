//! From what was typed to what it says.
//!
//! Owns a short cut: clap lays every option of the program into every verb before it reads a word, which takes a tenth of
//! a look-up. Here only the verb that is named is made. It tells nobody what is wrong: the whole command line does.

use std::ffi::OsString;

use clap::{Args as _, Command, FromArgMatches, Subcommand};

use super::args::{Args, Globals, Verb};

/// What `argv` says (the program's own name first).
///
/// # Errors
/// The version, when it is asked for; otherwise that the whole command line has to be asked.
pub(crate) fn read(argv: &[OsString]) -> Result<Args, clap::Error> {
    let verbs = Verb::augment_subcommands(Command::default());
    let named = argv.iter().skip(1).find_map(|word| verbs.find_subcommand(word));
    let command = Command::new("rongtu")
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true);
    let command = Globals::augment_args(command).subcommands(named.cloned());
    Args::from_arg_matches(&command.try_get_matches_from(argv)?)
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, Parser, error::ErrorKind};

    use super::*;
    use crate::cli::examples;

    fn argv(line: &str) -> Vec<OsString> {
        line.split_whitespace().map(OsString::from).collect()
    }

    #[test]
    fn it_says_what_the_whole_command_line_says() {
        let others = [
            "rongtu",
            "rongtu --watch --theme-name mono",
            "rongtu --lang zh find jyl --limit 3",
            "rongtu find list --kind outcome --college tzvcst",
            "rongtu find find",
            "rongtu help",
            "rongtu kiosk --idle 300 --data d --format json",
        ];
        let examples = examples::ALL
            .iter()
            .filter_map(|(_, line, ..)| line.split(" > ").next());
        for line in examples.chain(others) {
            let [typed, whole] = [read(&argv(line)), Args::try_parse_from(argv(line))]
                .map(|said| said.unwrap_or_else(|error| panic!("{line}: {error}")));
            assert_eq!(format!("{typed:?}"), format!("{whole:?}"), "{line}");
        }
    }

    #[test]
    fn what_is_wrong_or_doubtful_is_left_to_the_whole_command_line() {
        for line in [
            "rongtu fnd x",
            "rongtu find --limit many x",
            "rongtu --nothing",
            "rongtu --cache c --no-cache list",
            "rongtu find --version x",
            "rongtu --help",
            "rongtu find --help",
            "rongtu --data list find x",
        ] {
            assert!(read(&argv(line)).is_err(), "{line}");
        }
    }

    #[test]
    fn the_program_is_the_same() {
        let version = |error: clap::Error| (error.kind(), error.to_string());
        let argv = argv("rongtu --version");
        let [typed, whole] =
            [read(&argv), Args::try_parse_from(&argv)].map(|said| version(said.unwrap_err()));
        assert_eq!(typed.0, ErrorKind::DisplayVersion);
        assert_eq!(typed, whole);
        assert_eq!(Args::command().get_name(), "rongtu");
    }
}
