//! A model terminal for tests: strict where real ones are lenient.
//!
//! It wraps and scrolls at the right edge, counts ambiguous characters as told, and where a real terminal would
//! blank the other half of an overwritten glyph it leaves [`GHOST`], so that a screen which relies on the blanking
//! is found out.

use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthChar;

use crate::text::width::is_ambiguous;

/// What is left of a glyph whose other half was overwritten.
pub(crate) const GHOST: &str = "▒";

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ModelLook {
    pub(crate) fg: Color,
    pub(crate) bg: Color,
    pub(crate) marks: Modifier,
}

/// The symbol (empty behind a wide one) and its look.
pub(crate) type ModelCell = (String, ModelLook);

#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) columns: usize,
    pub(crate) rows: usize,
    pub(crate) cells: Vec<ModelCell>,
    /// The hyperlink of each cell, and that which is being written.
    pub(crate) links: Vec<String>,
    pub(crate) link: String,
    pub(crate) x: usize,
    pub(crate) y: usize,
    pub(crate) visible: bool,
    pub(crate) scrolled: bool,
    waiting: bool,
    wide: bool,
    colour_erase: bool,
    pen: ModelLook,
}

impl Model {
    pub(crate) fn new(columns: usize, rows: usize, wide: bool, colour_erase: bool) -> Self {
        Self {
            columns,
            rows,
            cells: vec![("x".into(), ModelLook::default()); columns * rows],
            links: vec![String::new(); columns * rows],
            link: String::new(),
            x: columns / 2,
            y: rows / 2,
            visible: true,
            scrolled: false,
            waiting: false,
            wide,
            colour_erase,
            pen: ModelLook::default(),
        }
    }

    pub(crate) fn row(&self, y: usize) -> &[ModelCell] {
        &self.cells[y * self.columns..(y + 1) * self.columns]
    }

    pub(crate) fn feed(&mut self, bytes: &[u8]) {
        let text = std::str::from_utf8(bytes).expect("only UTF-8 is sent");
        let mut chars = text.chars();
        while let Some(c) = chars.next() {
            match c {
                '\x1b' => self.sequence(&mut chars),
                '\r' => (self.x, self.waiting) = (0, false),
                '\n' => self.line_feed(),
                '\x08' => (self.x, self.waiting) = (self.x.saturating_sub(1), false),
                c if c.is_control() => panic!("control character {c:?}"),
                c => self.print(c),
            }
        }
    }

    fn sequence(&mut self, chars: &mut std::str::Chars) {
        match chars.next() {
            Some('[') => {}
            Some(']') => return self.hyperlink(chars),
            other => panic!("neither CSI nor OSC: {other:?}"),
        }
        let mut params = String::new();
        let end = loop {
            match chars.next().expect("a complete sequence") {
                c @ '@'..='~' => break c,
                c => params.push(c),
            }
        };
        self.waiting = self.waiting && end == 'm';
        let number = |n: usize| params.split(';').nth(n).and_then(|p| p.parse::<usize>().ok());
        let count = number(0).unwrap_or(1);
        match end {
            'H' => {
                self.y = (count - 1).min(self.rows - 1);
                self.x = (number(1).unwrap_or(1) - 1).min(self.columns - 1);
            }
            'C' => self.x = (self.x + count).min(self.columns - 1),
            'D' => self.x = self.x.saturating_sub(count),
            'G' => self.x = (count - 1).min(self.columns - 1),
            'K' if params.is_empty() => self.erase(self.columns),
            'J' if params == "2" => {
                (0..self.rows).for_each(|y| (0..self.columns).for_each(|x| self.blank(x, y)));
            }
            'h' | 'l' if params == "?25" => self.visible = end == 'h',
            'h' | 'l' if params == "?2026" => {}
            'm' => self.look(&params),
            _ => panic!("unknown sequence {params}{end}"),
        }
    }

    fn hyperlink(&mut self, chars: &mut std::str::Chars) {
        let text: String = chars.take_while(|c| *c != '\x1b').collect();
        assert_eq!(chars.next(), Some('\\'), "a complete OSC");
        let link = text.strip_prefix("8;").expect("only OSC 8 is sent");
        self.link = link.split_once(';').expect("parameters and address").1.to_owned();
    }

    fn line_feed(&mut self) {
        self.waiting = false;
        if self.y + 1 < self.rows {
            self.y += 1;
            return;
        }
        self.scrolled = true;
        self.cells.drain(..self.columns);
        self.links.drain(..self.columns);
        self.links.resize(self.columns * self.rows, String::new());
        self.cells
            .resize(self.columns * self.rows, (" ".into(), ModelLook::default()));
    }

    fn print(&mut self, c: char) {
        let width = if self.wide && is_ambiguous(c) {
            2
        } else {
            c.width().unwrap_or(0)
        };
        if width == 0 {
            return self.combine(c);
        }
        if self.columns < width {
            return;
        }
        if self.waiting || self.x + width > self.columns {
            self.x = 0;
            self.line_feed();
        }
        for x in self.x..self.x + width {
            self.split(x, self.y);
        }
        self.set(self.x, c.to_string(), self.pen);
        (self.x + 1..self.x + width).for_each(|x| self.set(x, String::new(), self.pen));
        self.waiting = self.x + width == self.columns;
        self.x = (self.x + width).min(self.columns - 1);
    }

    fn combine(&mut self, c: char) {
        let mut x = if self.waiting {
            self.x
        } else {
            self.x.saturating_sub(1)
        };
        while self.row(self.y)[x].0.is_empty() && x > 0 {
            x -= 1;
        }
        self.cells[self.y * self.columns + x].0.push(c);
    }

    /// Overwriting one half leaves a ghost of the other.
    fn split(&mut self, x: usize, y: usize) {
        let ghost = |model: &mut Self, x: usize| model.cells[y * model.columns + x].0 = GHOST.into();
        if self.row(y)[x].0.is_empty() && x > 0 && x != self.x + 1 {
            ghost(self, x - 1);
        }
        if x + 1 < self.columns && self.row(y)[x + 1].0.is_empty() {
            ghost(self, x + 1);
        }
    }

    /// Blanks cells of the cursor's row up to `end`; a glyph cut at either edge leaves a ghost.
    fn erase(&mut self, end: usize) {
        let (x, y, end) = (self.x, self.y, end.min(self.columns));
        let cut = |model: &Self, x: usize| x > 0 && x < model.columns && model.row(y)[x].0.is_empty();
        for (ghost, edge) in [(x.saturating_sub(1), x), (end, end)] {
            if cut(self, edge) {
                self.cells[y * self.columns + ghost].0 = GHOST.into();
            }
        }
        (x..end).for_each(|x| self.blank(x, y));
    }

    fn blank(&mut self, x: usize, y: usize) {
        let bg = if self.colour_erase {
            self.pen.bg
        } else {
            Color::Reset
        };
        self.links[y * self.columns + x].clear();
        self.cells[y * self.columns + x] = (
            " ".into(),
            ModelLook {
                bg,
                ..ModelLook::default()
            },
        );
    }

    fn set(&mut self, x: usize, symbol: String, look: ModelLook) {
        self.links[self.y * self.columns + x] = self.link.clone();
        self.cells[self.y * self.columns + x] = (symbol, look);
    }

    fn look(&mut self, params: &str) {
        let mut codes = params.split(';').map(|p| p.parse::<u8>().unwrap_or(0));
        while let Some(code) = codes.next() {
            match code {
                0 => self.pen = ModelLook::default(),
                1 => self.pen.marks |= Modifier::BOLD,
                2 => self.pen.marks |= Modifier::DIM,
                3 => self.pen.marks |= Modifier::ITALIC,
                4 => self.pen.marks |= Modifier::UNDERLINED,
                7 => self.pen.marks |= Modifier::REVERSED,
                9 => self.pen.marks |= Modifier::CROSSED_OUT,
                22 => self.pen.marks -= Modifier::BOLD | Modifier::DIM,
                23 => self.pen.marks -= Modifier::ITALIC,
                24 => self.pen.marks -= Modifier::UNDERLINED,
                27 => self.pen.marks -= Modifier::REVERSED,
                29 => self.pen.marks -= Modifier::CROSSED_OUT,
                38 => self.pen.fg = extended(&mut codes),
                48 => self.pen.bg = extended(&mut codes),
                39 => self.pen.fg = Color::Reset,
                49 => self.pen.bg = Color::Reset,
                30..=37 => self.pen.fg = Color::Indexed(code - 30),
                40..=47 => self.pen.bg = Color::Indexed(code - 40),
                90..=97 => self.pen.fg = Color::Indexed(code - 82),
                100..=107 => self.pen.bg = Color::Indexed(code - 92),
                _ => panic!("unknown SGR {code}"),
            }
        }
    }
}

fn extended(codes: &mut impl Iterator<Item = u8>) -> Color {
    let mut next = || codes.next().expect("a whole colour");
    match next() {
        5 => Color::Indexed(next()),
        _ => Color::Rgb(next(), next(), next()),
    }
}
