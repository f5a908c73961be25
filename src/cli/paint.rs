//! Rows to a writer: tones become SGR sequences, or nothing.
//!
//! It measures nothing and breaks no line; rows arrive exact. What is blank at the end of a line is not
//! written, for a pipe as for a terminal.

use std::{
    fmt::Write as _,
    io::{self, Write},
};

use super::args::ThemeName;
use crate::page::{
    Tone,
    layout::Row,
    palette::{
        Ink, Palette,
        own::{OwnColours, OwnPalette},
    },
};

/// What tones look like: the colours of a palette, or nothing but text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Paint(pub(crate) Option<OwnPalette>);

impl Paint {
    /// The paint of a theme, of the 16 named colours: what a pipe's reader can show beyond them is not known.
    pub(crate) fn of(theme: ThemeName, own: OwnColours) -> Self {
        let palette = match theme {
            ThemeName::Auto | ThemeName::Dark => Palette::Dark,
            ThemeName::Light => Palette::Light,
            ThemeName::Mono => Palette::Mono,
        };
        Self(Some(OwnPalette::new(palette, own)))
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
        match self.0.map(|palette| sgr(palette.ink(tone))) {
            Some(sgr) if !sgr.is_empty() => format!("\x1b[{sgr}m{text}\x1b[m"),
            _ => text.to_owned(),
        }
    }

    fn line(self, line: &mut String, row: &Row) {
        let printed = |run: &crate::page::Run| !run.text.trim_end_matches(' ').is_empty();
        let Some(last) = row.runs.iter().rposition(printed) else {
            return;
        };
        for run in &row.runs[..last] {
            line.push_str(&self.text(run.tone, &run.text));
        }
        let run = &row.runs[last];
        line.push_str(&self.text(run.tone, run.text.trim_end_matches(' ')));
    }
}

/// The parameters of Select Graphic Rendition (ECMA-48, 8.3.117; 256 colours as xterm has them); empty for none.
fn sgr(ink: Ink) -> String {
    let mut codes = String::new();
    let mut push = |code: std::fmt::Arguments<'_>| {
        let separator = if codes.is_empty() { "" } else { ";" };
        // Writing to a String cannot fail.
        let _ = write!(codes, "{separator}{code}");
    };
    if ink.bold {
        push(format_args!("1"));
    }
    if ink.reverse {
        push(format_args!("7"));
    }
    for (colour, base) in [(ink.fg, 30), (ink.bg, 40)] {
        match colour {
            Some(named @ 0..8) => push(format_args!("{}", base + named)),
            Some(bright @ 8..16) => push(format_args!("{}", base + 60 + bright - 8)),
            Some(other) => push(format_args!("{};5;{other}", base + 8)),
            None => {}
        }
    }
    codes
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
        assert_eq!(painted(Paint::default(), runs()), "甲 34\n");
        assert_eq!(
            painted(Paint(Some(Palette::Dark.into())), runs()),
            "\x1b[36m甲 \x1b[m\x1b[1m34\x1b[m\n"
        );
        assert_eq!(
            painted(Paint(Some(Palette::Mono.into())), vec![Run::plain("  ")]),
            "\n"
        );
    }

    /// What a terminal makes of one glyph painted for the command line, and the style the explorer gives it.
    #[test]
    fn a_tone_looks_the_same_in_the_explorer() {
        use ratatui::style::{Color, Modifier};
        let palettes = [
            Palette::Dark,
            Palette::Light,
            Palette::RichDark,
            Palette::RichLight,
            Palette::Mono,
        ];
        let tones = [
            Tone::Plain,
            Tone::Heading,
            Tone::Label,
            Tone::Value,
            Tone::Qualifier,
            Tone::Muted,
            Tone::Quote,
            Tone::Match,
            Tone::Warning,
            Tone::Error,
            Tone::Key,
            Tone::Rule,
            Tone::Bar(0),
            Tone::Bar(1),
            Tone::Bar(2),
            Tone::Bar(3),
        ];
        let colour = |colour: Option<Color>| match colour {
            Some(Color::Indexed(number)) => vt100::Color::Idx(number),
            None => vt100::Color::Default,
            other => panic!("{other:?}"),
        };
        for palette in palettes.map(OwnPalette::from) {
            for tone in tones {
                let mut terminal = vt100::Parser::new(1.try_into().unwrap(), 4.try_into().unwrap(), 0);
                terminal.process(Paint(Some(palette)).text(tone, "#").as_bytes());
                let cell = terminal.screen().cell(0, 0).unwrap();
                let style = palette.tone(tone);
                let case = format!("{palette:?} {tone:?}");
                assert_eq!(cell.fgcolor(), colour(style.fg), "{case}");
                assert_eq!(cell.bgcolor(), colour(style.bg), "{case}");
                assert_eq!(cell.bold(), style.add_modifier.contains(Modifier::BOLD), "{case}");
                assert_eq!(
                    cell.inverse(),
                    style.add_modifier.contains(Modifier::REVERSED),
                    "{case}"
                );
            }
        }
    }
}
