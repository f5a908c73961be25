//! Rows to a writer: tones become SGR sequences, or nothing.
//!
//! It measures nothing and breaks no line; rows arrive exact. What is blank at the end of a line is not
//! written, for a pipe as for a terminal.

use std::io::{self, Write};

use super::args::ThemeName;
use crate::page::{Tone, layout::Row};

/// What tones look like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Paint {
    /// Nothing but text.
    #[default]
    Plain,
    /// Attributes without colour.
    Mono,
    /// Sixteen colours that stand on a dark ground.
    Dark,
    /// Sixteen colours that stand on a light ground.
    Light,
}

impl Paint {
    /// The paint of a theme.
    pub(crate) fn of(theme: ThemeName) -> Self {
        match theme {
            ThemeName::Auto | ThemeName::Dark => Self::Dark,
            ThemeName::Light => Self::Light,
            ThemeName::Mono => Self::Mono,
        }
    }

    /// Writes `rows`, each as one line.
    ///
    /// # Errors
    /// Those of the writer.
    pub(crate) fn rows(self, out: &mut dyn Write, rows: impl IntoIterator<Item = Row>) -> io::Result<()> {
        let mut line = String::new();
        for row in rows {
            line.clear();
            self.line(&mut line, &row);
            line.push('\n');
            out.write_all(line.as_bytes())?;
        }
        Ok(())
    }

    /// `text` in `tone`.
    pub(crate) fn text(self, tone: Tone, text: &str) -> String {
        match self.sgr(tone) {
            "" => text.to_owned(),
            sgr => format!("\x1b[{sgr}m{text}\x1b[m"),
        }
    }

    fn line(self, line: &mut String, row: &Row) {
        let said = |run: &crate::page::Run| !run.text.trim_end_matches(' ').is_empty();
        let Some(last) = row.runs.iter().rposition(said) else {
            return;
        };
        for run in &row.runs[..last] {
            line.push_str(&self.text(run.tone, &run.text));
        }
        let run = &row.runs[last];
        line.push_str(&self.text(run.tone, run.text.trim_end_matches(' ')));
    }

    /// The parameters of Select Graphic Rendition (ECMA-48, 8.3.117); empty for none.
    fn sgr(self, tone: Tone) -> &'static str {
        match tone {
            Tone::Plain => "",
            Tone::Heading | Tone::Value => self.ink("1", "1", "1"),
            Tone::Label => self.ink("", "36", "34"),
            Tone::Qualifier => self.ink("", "33", "35"),
            Tone::Muted | Tone::Rule => self.ink("2", "2", "2"),
            Tone::Quote => self.ink("", "32", "32"),
            Tone::Match => self.ink("7", "7", "7"),
            Tone::Warning => self.ink("1", "1;33", "1;35"),
            Tone::Error => self.ink("1", "1;31", "1;31"),
            Tone::Key => self.ink("4", "1;36", "1;34"),
            Tone::Bar(subject) => self.bar(subject),
        }
    }

    /// Bars keep their `#` as ink of their own ground, so that they read the same without colour.
    fn bar(self, subject: u8) -> &'static str {
        match subject % 4 {
            0 => self.ink("", "36", "34"),
            1 => self.ink("", "33", "35"),
            2 => self.ink("", "32", "32"),
            _ => self.ink("", "35", "31"),
        }
    }

    fn ink(self, mono: &'static str, dark: &'static str, light: &'static str) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Mono => mono,
            Self::Dark => dark,
            Self::Light => light,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Run;

    fn painted(paint: Paint, runs: Vec<Run>) -> String {
        let mut out = Vec::new();
        let row = Row {
            runs,
            ..Row::default()
        };
        paint.rows(&mut out, [row]).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn lines_end_where_their_text_ends() {
        let runs = || vec![Run::label("甲 "), Run::value("34 "), Run::plain("   ")];
        assert_eq!(painted(Paint::Plain, runs()), "甲 34\n");
        assert_eq!(painted(Paint::Dark, runs()), "\x1b[36m甲 \x1b[m\x1b[1m34\x1b[m\n");
        assert_eq!(painted(Paint::Mono, vec![Run::plain("  ")]), "\n");
    }
}
