//! Colours and attributes, and the shortest way from one set to another (ECMA-48 SGR).
//!
//! Written here and not by crossterm, whose `NO_COLOR` handling turns an attribute change into a full reset: the
//! selection would lose its reverse video. It knows no theme.

use std::io::Write;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// How many colours the terminal understands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// None, or the user wants none (`NO_COLOR`): attributes only.
    #[default]
    Mono,
    /// The 16 named ones.
    Sixteen,
    /// The 256 of xterm.
    Many,
    /// 24 bits.
    True,
}

impl Depth {
    /// The colour as far as it can be shown; a theme picks its own colours per depth, so one that cannot is left
    /// to the terminal's default.
    fn limit(self, color: Color) -> Color {
        let needs = match color {
            Color::Reset => Self::Mono,
            Color::Rgb(..) => Self::True,
            Color::Indexed(16..) => Self::Many,
            _ => Self::Sixteen,
        };
        if needs <= self { color } else { Color::Reset }
    }
}

/// The colours and attributes that the next glyph gets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Pen {
    fg: Color,
    bg: Color,
    marks: Modifier,
}

/// Attribute, the code that sets it, the code that takes it away.
const MARKS: [(Modifier, u8, u8); 7] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// Attributes that show on a blank.
const SEEN: Modifier = Modifier::UNDERLINED
    .union(Modifier::REVERSED)
    .union(Modifier::CROSSED_OUT);

impl Pen {
    pub(crate) fn of(cell: &Cell, depth: Depth) -> Self {
        let known: Modifier = MARKS.iter().map(|mark| mark.0).collect();
        Self {
            fg: depth.limit(cell.fg),
            bg: depth.limit(cell.bg),
            marks: cell.modifier & known,
        }
    }

    /// The same look on a blank, without what cannot be seen there.
    pub(crate) fn behind_blank(self) -> Self {
        let marks = self.marks & SEEN;
        Self {
            fg: if marks.is_empty() { Color::Reset } else { self.fg },
            marks,
            ..self
        }
    }

    /// Whether erasing with this pen leaves blanks that look like it.
    pub(crate) fn is_ground(self, erases_in_colour: bool) -> bool {
        !self.marks.intersects(SEEN) && (erases_in_colour || self.bg == Color::Reset)
    }

    /// Sends the shorter of the change and of a reset followed by everything.
    pub(crate) fn switch(&mut self, to: Self, out: &mut Vec<u8>) {
        if *self == to {
            return;
        }
        let (mut change, mut afresh) = (Codes::default(), Codes::default());
        self.change(to, &mut change);
        if to != Self::default() {
            afresh.push(format_args!("0"));
            Self::default().change(to, &mut afresh);
        }
        let codes = if afresh.0.len() < change.0.len() {
            afresh
        } else {
            change
        };
        *self = to;
        out.extend_from_slice(b"\x1b[");
        out.extend_from_slice(&codes.0);
        out.push(b'm');
    }

    fn change(self, to: Self, codes: &mut Codes) {
        let mut kept = self.marks;
        for (mark, _, off) in MARKS {
            if kept.contains(mark) && !to.marks.contains(mark) {
                codes.push(format_args!("{off}"));
                kept -= MARKS.iter().filter(|m| m.2 == off).map(|m| m.0).collect();
            }
        }
        for (mark, on, _) in MARKS {
            if to.marks.contains(mark) && !kept.contains(mark) {
                codes.push(format_args!("{on}"));
            }
        }
        if self.fg != to.fg {
            codes.color(to.fg, 30);
        }
        if self.bg != to.bg {
            codes.color(to.bg, 40);
        }
    }
}

/// The parameters of one SGR sequence.
#[derive(Default)]
struct Codes(Vec<u8>);

impl Codes {
    fn push(&mut self, code: std::fmt::Arguments) {
        if !self.0.is_empty() {
            self.0.push(b';');
        }
        // Writing to a Vec cannot fail.
        let _ = self.0.write_fmt(code);
    }

    /// `base` is 30 for the foreground, 40 for the background.
    fn color(&mut self, color: Color, base: u8) {
        match color_number(color) {
            Some(n @ 0..8) => self.push(format_args!("{}", base + n)),
            Some(n) => self.push(format_args!("{}", base + 60 + n - 8)),
            None => match color {
                Color::Indexed(n) => self.push(format_args!("{};5;{n}", base + 8)),
                Color::Rgb(r, g, b) => self.push(format_args!("{};2;{r};{g};{b}", base + 8)),
                _ => self.push(format_args!("{}", base + 9)),
            },
        }
    }
}

/// The number of a named colour, 0..16.
fn color_number(color: Color) -> Option<u8> {
    const NAMES: [Color; 16] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    match color {
        Color::Indexed(n @ 0..16) => Some(n),
        _ => NAMES
            .iter()
            .position(|&name| name == color)
            .and_then(|n| u8::try_from(n).ok()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pen(fg: Color, bg: Color, marks: Modifier) -> Pen {
        Pen { fg, bg, marks }
    }

    fn sgr(from: Pen, to: Pen) -> String {
        let mut out = Vec::new();
        let mut pen = from;
        pen.switch(to, &mut out);
        assert_eq!(pen, to);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn sends_the_shortest_change() {
        let plain = Pen::default();
        let red = pen(Color::Red, Color::Reset, Modifier::empty());
        let loud = pen(Color::Red, Color::Blue, Modifier::BOLD | Modifier::UNDERLINED);
        assert_eq!(sgr(plain, plain), "");
        assert_eq!(sgr(plain, red), "\x1b[31m");
        assert_eq!(sgr(red, plain), "\x1b[m");
        assert_eq!(sgr(red, loud), "\x1b[1;4;44m");
        assert_eq!(sgr(loud, plain), "\x1b[m");
        assert_eq!(sgr(loud, red), "\x1b[0;31m");
    }

    #[test]
    fn bold_and_dim_share_their_end() {
        let both = pen(
            Color::Reset,
            Color::Reset,
            Modifier::BOLD | Modifier::DIM | Modifier::ITALIC,
        );
        let dim = pen(Color::Reset, Color::Reset, Modifier::DIM | Modifier::ITALIC);
        assert_eq!(sgr(both, dim), "\x1b[22;2m");
    }

    #[test]
    fn without_colours_attributes_stay() {
        let mut cell = Cell::EMPTY;
        cell.set_fg(Color::Red).set_bg(Color::Indexed(200));
        cell.modifier = Modifier::REVERSED;
        assert_eq!(
            Pen::of(&cell, Depth::Mono),
            pen(Color::Reset, Color::Reset, Modifier::REVERSED)
        );
        assert_eq!(
            Pen::of(&cell, Depth::Sixteen),
            pen(Color::Red, Color::Reset, Modifier::REVERSED)
        );
    }
}
