//! What each tone and each part of the chrome looks like.
//!
//! Three palettes: dark and light use the sixteen colours every terminal has, which its owner has
//! already made readable; mono uses attributes alone, so that nothing depends on colour.

use ratatui::style::{Color, Modifier, Style};

use super::background::Ground;
use crate::page::Tone;

/// A set of colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Palette {
    /// For dark backgrounds.
    #[default]
    Dark,
    /// For light backgrounds.
    Light,
    /// Attributes only: `NO_COLOR`, `--theme-name mono`.
    Mono,
}

/// A part of the screen that is no text of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Header and footer.
    Bar,
    /// The title of a pane.
    Title,
    /// The title of the pane that keys go to.
    FocusedTitle,
    /// Lines of the drawn chrome.
    Line,
    /// Lines around the pane that keys go to.
    FocusedLine,
    /// The row under the cursor of the focused pane.
    Cursor,
    /// The chosen row of another pane.
    Chosen,
    /// A line to the user.
    Notice,
}

impl Palette {
    /// The palette for a background.
    pub(crate) fn on(ground: Ground) -> Self {
        match ground {
            Ground::Dark => Self::Dark,
            Ground::Light => Self::Light,
        }
    }

    /// The style of a tone.
    pub(crate) fn tone(self, tone: Tone) -> Style {
        let plain = Style::new();
        match tone {
            Tone::Plain => plain,
            Tone::Heading => plain.add_modifier(Modifier::BOLD),
            Tone::Label => self.ink(plain, Color::Cyan, Color::Blue),
            Tone::Value => plain.add_modifier(Modifier::BOLD),
            Tone::Qualifier => self.ink(plain, Color::Yellow, Color::Magenta),
            Tone::Muted | Tone::Rule => plain.add_modifier(Modifier::DIM),
            Tone::Quote => self.ink(plain, Color::Green, Color::Green),
            Tone::Match => plain.add_modifier(Modifier::REVERSED),
            Tone::Warning => self
                .ink(plain, Color::Yellow, Color::Magenta)
                .add_modifier(Modifier::BOLD),
            Tone::Error => self
                .ink(plain, Color::Red, Color::Red)
                .add_modifier(Modifier::BOLD),
            Tone::Key => self
                .ink(plain, Color::Cyan, Color::Blue)
                .add_modifier(Modifier::BOLD),
            Tone::Bar(subject) => self.bar(subject),
        }
    }

    /// The style of a tone on a row of style `base`: a row in reverse keeps one colour, but what matched still shows.
    pub(crate) fn over(self, base: Style, tone: Tone) -> Style {
        match (base.add_modifier.contains(Modifier::REVERSED), tone) {
            (true, Tone::Match) => base
                .remove_modifier(Modifier::REVERSED)
                .add_modifier(Modifier::BOLD),
            (true, _) => base,
            (false, tone) => base.patch(self.tone(tone)),
        }
    }

    /// The style of a part of the screen.
    pub(crate) fn part(self, part: Part) -> Style {
        let plain = Style::new();
        match part {
            Part::Bar => plain.add_modifier(Modifier::BOLD),
            Part::Title => plain.add_modifier(Modifier::REVERSED),
            Part::FocusedTitle => plain.add_modifier(Modifier::REVERSED | Modifier::BOLD),
            Part::Line => plain,
            Part::FocusedLine => self.frame(plain),
            Part::Cursor => plain
                .fg(Color::Reset)
                .bg(Color::Reset)
                .remove_modifier(Modifier::DIM)
                .add_modifier(Modifier::REVERSED),
            Part::Chosen => plain.add_modifier(Modifier::BOLD),
            Part::Notice => self
                .ink(plain, Color::Yellow, Color::Magenta)
                .add_modifier(Modifier::BOLD),
        }
    }

    fn ink(self, style: Style, dark: Color, light: Color) -> Style {
        match self {
            Self::Dark => style.fg(dark),
            Self::Light => style.fg(light),
            Self::Mono => style,
        }
    }

    /// Colour or weight, not both: it is switched on and off again at both ends of every row.
    fn frame(self, style: Style) -> Style {
        match self {
            Self::Dark | Self::Light => self.ink(style, Color::Cyan, Color::Blue),
            Self::Mono => style.add_modifier(Modifier::BOLD),
        }
    }

    /// Filled bars, by subject: a ground colour whose `#` shows without colour.
    fn bar(self, subject: u8) -> Style {
        let colours = [Color::Cyan, Color::Green, Color::Magenta, Color::Yellow];
        let colour = colours[usize::from(subject) % colours.len()];
        match self {
            Self::Dark | Self::Light => Style::new().fg(colour).bg(colour),
            Self::Mono => Style::new(),
        }
    }
}
