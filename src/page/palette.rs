//! The colours of text: one table for the explorer and for the command line.
//!
//! Owns which colour and weight each [`Tone`] has, on dark and on light backgrounds, with 256 colours, with 16 and with
//! none. It writes no escape sequence; the parts of the explorer that are no text of a page are `tui::theme`'s.
//!
//! A test computes the contrast of every entry (WCAG 2.2, 1.4.3 and 1.4.11: 4.5 for text, 3 for bars) on the background it
//! is for; the 16 named colours in the tables that xterm, VTE and Windows Terminal ship.

pub(crate) mod contrast;
pub(crate) mod own;

use super::Tone;

/// A set of colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Palette {
    /// For dark backgrounds, of the 16 named colours.
    #[default]
    Dark,
    /// For light backgrounds, of the 16 named colours.
    Light,
    /// For dark backgrounds, of the 256 colours of xterm.
    RichDark,
    /// For light backgrounds, of the 256 colours of xterm.
    RichLight,
    /// Weight and reverse video alone: `NO_COLOR`, `--theme-name mono`.
    Mono,
}

/// What a terminal is told about a piece of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ink {
    /// The colour of the glyphs, by its number among xterm's 256; the first 16 are the named ones. None is the terminal's.
    pub(crate) fg: Option<u8>,
    /// The colour behind them, likewise.
    pub(crate) bg: Option<u8>,
    /// Bold.
    pub(crate) bold: bool,
    /// Background and foreground swapped.
    pub(crate) reverse: bool,
}

/// What has a colour of its own; the order is that of the tables.
#[derive(Clone, Copy)]
enum Hue {
    Label,
    Qualifier,
    Quote,
    Muted,
    Warning,
    Error,
}

/// Colours by [`Hue`]: 16 on dark, 16 on light, 256 on dark, 256 on light. There is no named grey that can be read on every
/// background, so muted text is plain where only names are to be had.
const HUES: [[Option<u8>; 4]; 6] = [
    [Some(6), Some(4), Some(80), Some(25)],
    [Some(11), Some(5), Some(221), Some(90)],
    [Some(2), Some(4), Some(114), Some(22)],
    [None, None, Some(248), Some(240)],
    [Some(11), Some(5), Some(215), Some(94)],
    [Some(9), Some(1), Some(210), Some(160)],
];

/// Colours of the bars of the first four subjects, in the same columns.
const BARS: [[u8; 4]; 4] = [
    [6, 4, 37, 31],
    [11, 5, 178, 130],
    [2, 1, 71, 64],
    [13, 8, 133, 133],
];

impl Palette {
    /// The same for a background that turned out to be light, or dark.
    #[must_use]
    pub(crate) fn on_light(self, light: bool) -> Self {
        match (self, light) {
            (Self::Mono, _) => Self::Mono,
            (Self::Dark | Self::Light, true) => Self::Light,
            (Self::Dark | Self::Light, false) => Self::Dark,
            (Self::RichDark | Self::RichLight, true) => Self::RichLight,
            (Self::RichDark | Self::RichLight, false) => Self::RichDark,
        }
    }

    /// The same with 256 colours where it has any.
    #[must_use]
    pub fn rich(self) -> Self {
        match self {
            Self::Dark => Self::RichDark,
            Self::Light => Self::RichLight,
            other => other,
        }
    }

    pub(crate) fn ink(self, tone: Tone) -> Ink {
        match tone {
            Tone::Plain => Ink::default(),
            Tone::Heading | Tone::Value => Ink::default().bold(),
            Tone::Label => self.hue(Hue::Label),
            Tone::Qualifier => self.hue(Hue::Qualifier),
            Tone::Quote => self.hue(Hue::Quote),
            Tone::Muted | Tone::Rule => self.hue(Hue::Muted),
            Tone::Warning => self.strong(Hue::Warning),
            Tone::Error => self.strong(Hue::Error),
            Tone::Key => self.strong(Hue::Label),
            Tone::Match => Ink {
                reverse: true,
                ..Ink::default()
            },
            Tone::Bar(subject) => self.bar(subject),
        }
    }

    /// Glyphs of a bar are of the colour behind them: a block with colours, `#` without.
    fn bar(self, subject: u8) -> Ink {
        let bar = BARS[usize::from(subject) % BARS.len()];
        let colour = self.column().map(|column| bar[column]);
        Ink {
            fg: colour,
            bg: colour,
            ..Ink::default()
        }
    }

    fn hue(self, hue: Hue) -> Ink {
        Ink {
            fg: self.column().and_then(|column| HUES[hue as usize][column]),
            ..Ink::default()
        }
    }

    /// A hue in bold. Of the 16 colours many terminals draw bold ones brighter, which is too weak on a light background.
    fn strong(self, hue: Hue) -> Ink {
        match self {
            Self::Light => self.hue(hue),
            _ => self.hue(hue).bold(),
        }
    }

    /// Whether it may have colour `colour` of the 256 in it.
    fn shows(self, colour: u8) -> bool {
        match self {
            Self::Dark | Self::Light => colour < 16,
            Self::RichDark | Self::RichLight => true,
            Self::Mono => false,
        }
    }

    /// The column of the tables.
    fn column(self) -> Option<usize> {
        match self {
            Self::Dark => Some(0),
            Self::Light => Some(1),
            Self::RichDark => Some(2),
            Self::RichLight => Some(3),
            Self::Mono => None,
        }
    }
}

impl Ink {
    fn bold(self) -> Self {
        Self { bold: true, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        contrast::{GROUNDS, NAMED, contrast, indexed},
        *,
    };

    const TEXT: [Tone; 11] = [
        Tone::Plain,
        Tone::Heading,
        Tone::Label,
        Tone::Value,
        Tone::Qualifier,
        Tone::Muted,
        Tone::Quote,
        Tone::Warning,
        Tone::Error,
        Tone::Key,
        Tone::Rule,
    ];

    /// Every colour of `palette` with the contrast it needs.
    fn colours(palette: Palette) -> impl Iterator<Item = (Tone, u8, f64)> {
        let text = TEXT.map(|tone| (tone, palette.ink(tone).fg, 4.5));
        let bars = [0, 1, 2, 3].map(|subject| (Tone::Bar(subject), palette.ink(Tone::Bar(subject)).bg, 3.0));
        text.into_iter()
            .chain(bars)
            .filter_map(|(tone, colour, least)| Some((tone, colour?, least)))
    }

    #[test]
    fn every_colour_can_be_read_on_its_background() {
        for (name, table, dark, light) in NAMED {
            for (palette, ground) in [(Palette::Dark, dark), (Palette::Light, light)] {
                for (tone, colour, least) in colours(palette) {
                    let found = contrast(table[usize::from(colour)], ground);
                    assert!(found >= least, "{name} {palette:?} {tone:?}: {found:.1}");
                }
            }
        }
        for (palette, ground) in [(Palette::RichDark, GROUNDS[0]), (Palette::RichLight, GROUNDS[1])] {
            for (tone, colour, least) in colours(palette) {
                let found = contrast(indexed(colour), ground);
                assert!(found >= least, "{palette:?} {tone:?}: {found:.1}");
            }
        }
    }

    #[test]
    fn bold_can_be_read_where_the_terminal_draws_it_brighter() {
        for (name, table, dark, light) in NAMED {
            for (palette, ground) in [(Palette::Dark, dark), (Palette::Light, light)] {
                let bold = TEXT
                    .map(|tone| palette.ink(tone))
                    .into_iter()
                    .filter(|ink| ink.bold);
                for colour in bold.filter_map(|ink| ink.fg) {
                    let bright = table[usize::from(colour % 8 + 8)];
                    let found = contrast(bright, ground);
                    assert!(found >= 4.5, "{name} {palette:?} {colour}: {found:.1}");
                }
            }
        }
    }

    #[test]
    fn without_colour_there_is_none() {
        assert_eq!(colours(Palette::Mono).count(), 0);
    }

    #[test]
    fn the_terminals_background_changes_the_ground_and_not_the_number_of_colours() {
        assert_eq!(Palette::Dark.on_light(true), Palette::Light);
        assert_eq!(Palette::Light.rich().on_light(false), Palette::RichDark);
        assert_eq!(Palette::Mono.rich().on_light(true), Palette::Mono);
    }
}
