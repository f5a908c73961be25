//! What each tone and each part of the screen looks like, as ratatui's styles.
//!
//! Owns the parts of the screen that are no text of a page; the colours of text are `page::palette`'s, which the
//! command line reads as well.

use ratatui::style::{Color, Modifier, Style};

use super::background::Ground;
use crate::page::Tone;
pub use crate::page::palette::{
    Palette,
    own::{OwnColours, OwnPalette},
};

/// A part of the screen that is no text of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ScreenPart {
    /// Header and footer.
    Bar,
    /// The title row of a pane.
    Title,
    /// The title row of the pane that keys go to.
    FocusedTitle,
    /// The row under the cursor of the focused pane.
    Cursor,
    /// The chosen row of another pane.
    Chosen,
    /// A line to the user.
    Notice,
}

impl OwnPalette {
    /// The palette for a background.
    pub(crate) fn on(self, ground: Ground) -> Self {
        self.on_light(ground == Ground::Light)
    }

    pub(crate) fn tone(self, tone: Tone) -> Style {
        let ink = self.ink(tone);
        let mut style = Style {
            fg: ink.fg.map(Color::Indexed),
            bg: ink.bg.map(Color::Indexed),
            ..Style::new()
        };
        for (set, mark) in [(ink.bold, Modifier::BOLD), (ink.reverse, Modifier::REVERSED)] {
            if set {
                style = style.add_modifier(mark);
            }
        }
        style
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

    pub(crate) fn part(self, part: ScreenPart) -> Style {
        let plain = Style::new();
        match part {
            ScreenPart::Bar => plain.add_modifier(Modifier::BOLD),
            ScreenPart::Title => self.tone(Tone::Muted),
            ScreenPart::FocusedTitle => self.tone(Tone::Key),
            ScreenPart::Cursor => plain
                .fg(Color::Reset)
                .bg(Color::Reset)
                .remove_modifier(Modifier::DIM)
                .add_modifier(Modifier::REVERSED),
            ScreenPart::Chosen => plain.add_modifier(Modifier::BOLD),
            ScreenPart::Notice => self.tone(Tone::Warning),
        }
    }
}
