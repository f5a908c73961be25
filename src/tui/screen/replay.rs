//! Replays what a screen sends into terminals and compares every cell with the buffer.

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};

use super::model::{Model, ModelCell, ModelLook};
use super::{Abilities, Depth, Frame, Screen, Widths, fill, put};
use crate::text::width::{Policy, is_ambiguous};

/// A screen, the terminal it talks to, and a `vt100` beside it when both count narrow.
pub(crate) struct Rig {
    pub(crate) buf: Buffer,
    pub(crate) cursor: Option<Position>,
    pub(crate) screen: Screen<Vec<u8>>,
    pub(crate) model: Model,
    pub(crate) sent: Vec<u8>,
    vt: vt100::Parser,
    widths: Widths,
    wide: bool,
    colour_erase: bool,
}

impl Rig {
    pub(crate) fn new(
        columns: u16,
        rows: u16,
        policy: Policy,
        sure: bool,
        wide: bool,
        colour_erase: bool,
    ) -> Self {
        let widths = Widths { policy, sure };
        let able = Abilities {
            depth: Depth::True,
            erases_in_colour: colour_erase,
            links: true,
        };
        let mut screen = Screen::new(Vec::new(), able, widths);
        screen.set_urls(&[URL]);
        Self {
            buf: Buffer::empty(Rect::new(0, 0, columns, rows)),
            cursor: None,
            screen,
            model: Model::new(columns.into(), rows.into(), wide, colour_erase),
            sent: Vec::new(),
            vt: vt100::Parser::new(
                rows.try_into().expect("rows"),
                columns.try_into().expect("columns"),
                0,
            ),
            widths,
            wide,
            colour_erase,
        }
    }

    pub(crate) fn narrow(columns: u16, rows: u16) -> Self {
        Self::new(columns, rows, Policy::Narrow, true, false, false)
    }

    pub(crate) fn put(&mut self, x: u16, y: u16, text: &str, style: Style) -> u16 {
        put(&mut self.buf, x, y, text, style, self.widths.policy, u16::MAX)
    }

    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        let (policy, wide) = (self.widths.policy, self.wide);
        let mut next = Buffer::empty(Rect::new(0, 0, columns, rows));
        for y in 0..rows.min(self.buf.area.height) {
            for x in 0..columns.min(self.buf.area.width) {
                next[(x, y)] = self.buf[(x, y)].clone();
            }
        }
        self.buf = next;
        if columns > 0 {
            // What a resize cuts in half, the application would draw anew.
            (0..rows).for_each(|y| {
                let edge = Rect::new(columns - 1, y, 1, 1);
                let lead = self.buf[(columns - 1, y)].symbol().to_owned();
                if !lead.is_empty() && self.widths.of(&lead).width > 1 {
                    fill(&mut self.buf, edge, Style::new(), policy);
                }
            });
        }
        self.screen.repaint();
        self.model = Model::new(columns.into(), rows.into(), wide, self.colour_erase);
        self.vt.screen_mut().set_size(
            rows.try_into().expect("rows"),
            columns.try_into().expect("columns"),
        );
    }

    pub(crate) fn show(&mut self) -> Frame {
        let frame = self
            .screen
            .present(&self.buf, self.cursor)
            .expect("a Vec takes everything");
        self.sent = std::mem::take(self.screen.writer());
        assert_eq!(frame.bytes, self.sent.len());
        self.model.feed(&self.sent);
        self.vt.process(&self.sent);
        frame
    }

    pub(crate) fn check(&self) {
        assert!(!self.model.scrolled, "the terminal scrolled");
        assert_eq!(self.model.link, "", "a hyperlink is left open");
        let (columns, rows) = (self.buf.area.width, self.buf.area.height);
        for y in 0..rows {
            for x in 0..columns {
                let cell = &self.buf[(x, y)];
                if self.is_odd(x, y) {
                    continue;
                }
                let want = (cell.symbol().to_owned(), look(self.lead(x, y)));
                let have = self.model.row(y.into())[usize::from(x)].clone();
                let tail = want.0.is_empty() && have.0 == " ";
                assert!(
                    tail || seen(&want) == seen(&have),
                    "cell {x},{y} of {columns}x{rows}: want {want:?}, have {have:?}\n{}",
                    String::from_utf8_lossy(&self.sent).replace('\x1b', "^[")
                );
                if !self.wide && self.widths.policy != Policy::Wide {
                    self.check_vt(x, y, &want);
                }
            }
        }
        let cursor = self
            .cursor
            .map(|p| (usize::from(p.x.min(columns - 1)), usize::from(p.y.min(rows - 1))));
        assert_eq!(self.model.visible, cursor.is_some());
        assert_eq!(
            (self.model.x, self.model.y),
            cursor.unwrap_or((0, usize::from(rows) - 1))
        );
    }

    fn check_vt(&self, x: u16, y: u16, want: &ModelCell) {
        let cell = self.vt.screen().cell(y, x).expect("a cell");
        let have = if cell.is_wide_continuation() {
            String::new()
        } else if cell.has_contents() {
            cell.contents().to_owned()
        } else {
            " ".to_owned()
        };
        assert_eq!(have, want.0, "vt100 cell {x},{y}");
        if have.is_empty() {
            return;
        }
        assert_eq!(
            cell.inverse(),
            want.1.marks.contains(Modifier::REVERSED),
            "vt100 reverse {x},{y}"
        );
        // vt100 holds one intensity, bold or dim.
        if have != " " && !want.1.marks.contains(Modifier::DIM) {
            assert_eq!(
                cell.bold(),
                want.1.marks.contains(Modifier::BOLD),
                "vt100 bold {x},{y}"
            );
        }
    }

    fn lead(&self, x: u16, y: u16) -> &ratatui::buffer::Cell {
        let lead = (0..=x)
            .rev()
            .find(|&x| !self.buf[(x, y)].symbol().is_empty())
            .unwrap_or(x);
        &self.buf[(lead, y)]
    }

    /// A glyph that this terminal draws otherwise than we reserve for it: it may look wrong, its neighbours may not.
    fn is_odd(&self, x: u16, y: u16) -> bool {
        let symbol = self.lead(x, y).symbol();
        let base = symbol.chars().next().unwrap_or(' ');
        let disputed = symbol
            .chars()
            .skip(1)
            .any(|c| !('\u{300}'..='\u{36f}').contains(&c));
        let edge = x + 1 == self.buf.area.width && !self.widths.sure;
        let replaced = self.widths.ill_drawn(symbol);
        disputed
            || replaced
            || (is_ambiguous(base) && self.widths.policy != Policy::Wide && (self.wide || edge))
    }
}

fn look(cell: &ratatui::buffer::Cell) -> ModelLook {
    ModelLook {
        fg: cell.fg,
        bg: cell.bg,
        marks: cell.modifier,
    }
}

/// Only what can be seen: a blank shows no foreground unless it is reversed or lined.
fn seen((symbol, look): &ModelCell) -> (String, ModelLook) {
    let lined = Modifier::REVERSED | Modifier::UNDERLINED | Modifier::CROSSED_OUT;
    let mut look = *look;
    if symbol.is_empty() {
        look = ModelLook::default();
    }
    if symbol == " " {
        look.marks &= lined;
        look.fg = if look.marks.is_empty() {
            Color::Reset
        } else {
            look.fg
        };
    }
    (symbol.clone(), look)
}

/// An address that the screen makes a hyperlink.
pub(crate) const URL: &str = "https://a.cn/b?c=d";

const TEXTS: &[&str] = &[
    URL,
    "产教融合，校企共建。",
    "《共建》「实训」（98%）",
    "plain text and more of it",
    "“两翼齐飞”——金基地……",
    "┌──────────┐",
    "● 党建·引领 ①→②",
    "é à e\u{301}a\u{300} nǚ",
    "😀中❤\u{fe0f}x👨\u{200d}👩\u{200d}👧y",
    "ＡＢＣ１２３𠮷野家",
    "                    ",
    "x",
    "中",
    "“",
];

fn styles() -> [Style; 7] {
    [
        Style::new(),
        Style::new().fg(Color::Indexed(1)),
        Style::new().bg(Color::Indexed(4)),
        Style::new().add_modifier(Modifier::REVERSED),
        Style::new().fg(Color::Indexed(200)).add_modifier(Modifier::BOLD),
        Style::new()
            .fg(Color::Rgb(1, 2, 3))
            .bg(Color::Indexed(12))
            .add_modifier(Modifier::DIM | Modifier::BOLD),
        Style::new().add_modifier(Modifier::UNDERLINED | Modifier::ITALIC),
    ]
}

#[derive(Clone, Debug)]
enum Act {
    Put(u16, u16, usize, usize, u16),
    Fill(Rect, usize),
    Tint(Rect, usize),
    Popup(Rect, usize, usize),
    Close,
    Scroll(bool),
    Cursor(Option<(u16, u16)>),
    Resize(u16, u16),
    Repaint,
    Show,
}

fn rect() -> impl Strategy<Value = Rect> {
    (0u16..44, 0u16..9, 1u16..30, 1u16..6).prop_map(|(x, y, w, h)| Rect::new(x, y, w, h))
}

fn act() -> impl Strategy<Value = Act> {
    let style = 0..styles().len();
    prop_oneof![
        8 => (0u16..44, 0u16..9, 0..TEXTS.len(), style.clone(), 1u16..60)
            .prop_map(|(x, y, t, s, max)| Act::Put(x, y, t, s, max)),
        2 => (rect(), style.clone()).prop_map(|(r, s)| Act::Fill(r, s)),
        3 => (rect(), style.clone()).prop_map(|(r, s)| Act::Tint(r, s)),
        2 => (rect(), 0..TEXTS.len(), style).prop_map(|(r, t, s)| Act::Popup(r, t, s)),
        2 => Just(Act::Close),
        2 => any::<bool>().prop_map(Act::Scroll),
        2 => prop::option::of((0u16..50, 0u16..10)).prop_map(Act::Cursor),
        1 => (1u16..46, 1u16..10).prop_map(|(w, h)| Act::Resize(w, h)),
        1 => Just(Act::Repaint),
        6 => Just(Act::Show),
    ]
}

fn perform(rig: &mut Rig, act: &Act, below: &mut Option<Buffer>) {
    let styles = styles();
    let policy = rig.widths.policy;
    match *act {
        Act::Put(x, y, text, style, max) => {
            put(&mut rig.buf, x, y, TEXTS[text], styles[style], policy, max);
        }
        Act::Fill(area, style) => fill(&mut rig.buf, area, styles[style], policy),
        Act::Tint(area, style) => {
            let area = area.intersection(rig.buf.area);
            rig.buf.set_style(area, styles[style]);
        }
        Act::Popup(area, text, style) => {
            below.get_or_insert_with(|| rig.buf.clone());
            fill(&mut rig.buf, area, styles[style], policy);
            let (x, y) = (area.x, area.y + area.height / 2);
            put(
                &mut rig.buf,
                x,
                y,
                TEXTS[text],
                styles[style],
                policy,
                area.right(),
            );
        }
        Act::Close => {
            if let Some(below) = below.take().filter(|below| below.area == rig.buf.area) {
                rig.buf = below;
            }
        }
        Act::Scroll(up) => {
            let width = usize::from(rig.buf.area.width);
            if up {
                rig.buf.content.rotate_left(width)
            } else {
                rig.buf.content.rotate_right(width)
            }
        }
        Act::Cursor(at) => rig.cursor = at.map(|(x, y)| Position::new(x, y)),
        Act::Resize(columns, rows) => rig.resize(columns, rows),
        Act::Repaint => rig.screen.repaint(),
        Act::Show => {
            rig.show();
            rig.check();
            assert_eq!(
                rig.show(),
                Frame::default(),
                "a second frame of the same buffer is silent"
            );
        }
    }
}

/// Policy, terminal asked, terminal counts wide.
const SETUPS: [(Policy, bool, bool); 8] = [
    (Policy::Narrow, true, false),
    (Policy::Narrow, false, false),
    (Policy::Narrow, false, true),
    (Policy::Wide, true, true),
    (Policy::Wide, false, true),
    (Policy::Wide, false, false),
    (Policy::Safe, false, false),
    (Policy::Safe, false, true),
];

proptest! {
    #[test]
    fn every_terminal_shows_the_buffer(
        setup in 0..SETUPS.len(),
        colour_erase: bool,
        size in (1u16..46, 1u16..10),
        acts in prop::collection::vec(act(), 1..60),
    ) {
        let (policy, sure, wide) = SETUPS[setup];
        let mut rig = Rig::new(size.0, size.1, policy, sure, wide, colour_erase);
        let mut below = None;
        for act in acts.iter().chain([&Act::Show]) {
            perform(&mut rig, act, &mut below);
        }
    }
}
