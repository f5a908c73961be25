//! One run of the command line, in this process: arguments and a made-up world in, texts and exit code out.

use std::ffi::OsString;

use rongtu::cli::{self, Next, World};

/// Two colleges, enough for every kind of fact.
pub(crate) const TINY: &str = "--data tests/fixtures/tiny";

/// The article texts of the two.
pub(crate) const TEXTS: &str = "--articles tests/fixtures/tiny/articles";

/// What a run left behind.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Ran {
    /// What was written to the standard output.
    pub out: String,
    /// What was written to the standard error.
    pub err: String,
    /// The exit code; none when the explorer would have opened.
    pub code: Option<u8>,
}

/// The world of a run: a pipe and an empty environment, unless told otherwise.
#[derive(Clone, Default)]
pub(crate) struct Given {
    env: Vec<(&'static str, &'static str)>,
    columns: Option<u16>,
}

impl Given {
    /// An environment variable.
    pub(crate) fn env(mut self, name: &'static str, value: &'static str) -> Self {
        self.env.push((name, value));
        self
    }

    /// A terminal of `columns` cells instead of a pipe.
    pub(crate) fn terminal(mut self, columns: u16) -> Self {
        self.columns = Some(columns);
        self
    }

    /// Runs `rongtu` with the words of `line`.
    pub(crate) fn run(&self, line: &str) -> Ran {
        let words = line.split_whitespace().map(OsString::from);
        self.run_words(std::iter::once("rongtu".into()).chain(words))
    }

    /// Runs `rongtu` with these arguments, its own name first.
    pub(crate) fn run_words(&self, words: impl IntoIterator<Item = OsString>) -> Ran {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let env = |name: &str| {
            let found = self.env.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        let next = cli::run(
            words,
            &mut World {
                input: &mut std::io::empty(),
                out: &mut out,
                err: &mut err,
                env: &env,
                columns: self.columns,
                err_terminal: self.columns.is_some(),
                bind: rongtu::tui::keymap::bind,
            },
        );
        Ran {
            out: String::from_utf8(out).unwrap(),
            err: String::from_utf8(err).unwrap(),
            code: match next {
                Next::Done(exit) => Some(exit as u8),
                Next::Explore(..) | Next::Review(..) => None,
            },
        }
    }
}

/// Runs `rongtu` in Chinese on the tiny data, into a pipe.
pub(crate) fn zh(line: &str) -> Ran {
    Given::default().run(&format!("{line} {TINY} --lang zh"))
}

/// The same in English.
pub(crate) fn en(line: &str) -> Ran {
    Given::default().run(&format!("{line} {TINY} --lang en"))
}

/// Whether `shown` is `printed`; a line `…` stands for any lines.
pub(crate) fn same(shown: &[String], printed: &[&str]) -> bool {
    match shown {
        [] => printed.is_empty(),
        [any, rest @ ..] if any == "…" => (0..=printed.len()).any(|at| same(rest, &printed[at..])),
        [line, rest @ ..] => printed.first() == Some(&line.as_str()) && same(rest, &printed[1..]),
    }
}
