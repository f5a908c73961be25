//! How a run of the command line ends: the exit codes and everything that can go wrong.
//!
//! One enum for failures and one place for their words. A pipe that was closed is no failure.

use std::io::{self, ErrorKind};

use crate::lang::{Bilingual, Lang, system_words};

/// Exit codes; scripts rely on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Found, or clean.
    Found = 0,
    /// Nothing found, or errors found.
    Nothing = 1,
    /// Bad usage or unreadable input.
    Usage = 2,
}

/// Why a command could not answer.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The answer could not be written.
    Write(io::Error),
    /// The compiled copy is corrupt: the question has to be answered from the files.
    CorruptCopy,
    /// There is nothing of that name; exit code 1.
    Absent(Message),
    /// The command line or the input is at fault; exit code 2.
    Bad(Message),
}

/// What to tell the user, and what may help.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Message {
    /// What is wrong; the arguments in it are cleaned.
    pub(crate) message: Bilingual,
    /// What to do; may be empty.
    pub(crate) hint: Bilingual,
}

impl Message {
    /// A message in both languages.
    pub(crate) fn new(zh: impl Into<Box<str>>, en: impl Into<Box<str>>) -> Self {
        Self {
            message: Bilingual::new(zh, en),
            hint: Bilingual::default(),
        }
    }

    fn in_one_line(self) -> Self {
        let both = |message: &str, hint: &str| match hint {
            "" => message.to_owned(),
            hint => format!("{message}; {hint}"),
        };
        Self::new(
            both(&self.message.zh, &self.hint.zh),
            both(&self.message.en, &self.hint.en),
        )
    }

    /// The same with a hint.
    #[must_use]
    pub(crate) fn hint(self, zh: impl Into<Box<str>>, en: impl Into<Box<str>>) -> Self {
        Self {
            hint: Bilingual::new(zh, en),
            ..self
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}

impl Failure {
    /// The same with the hint in the line of the message.
    #[must_use]
    pub(crate) fn in_one_line(self) -> Self {
        match self {
            Self::Absent(said) => Self::Absent(said.in_one_line()),
            Self::Bad(said) => Self::Bad(said.in_one_line()),
            Self::Write(_) | Self::CorruptCopy => self,
        }
    }

    /// The exit code. A reader that closed the pipe has seen all it wanted.
    pub(crate) fn exit(&self) -> Exit {
        match self {
            Self::Write(error) if error.kind() == ErrorKind::BrokenPipe => Exit::Found,
            Self::Absent(_) => Exit::Nothing,
            Self::Write(_) | Self::CorruptCopy | Self::Bad(_) => Exit::Usage,
        }
    }

    /// What to tell the user: message and hint. Nothing when the pipe was closed.
    pub(crate) fn words(&self, lang: Lang) -> Option<(String, String)> {
        match self {
            Self::Write(error) if error.kind() == ErrorKind::BrokenPipe => None,
            Self::Write(error) => {
                let what = lang.pick("无法写出", "cannot write the answer");
                Some((
                    format!("{what}: {}", system_words(error).get(lang)),
                    String::new(),
                ))
            }
            Self::CorruptCopy => {
                let what = lang.pick("编译副本已损坏", "the compiled copy is corrupt");
                Some((what.to_owned(), "--no-cache".to_owned()))
            }
            Self::Absent(said) | Self::Bad(said) => {
                Some((said.message.get(lang).to_owned(), said.hint.get(lang).to_owned()))
            }
        }
    }
}
