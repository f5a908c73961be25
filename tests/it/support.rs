//! Keys in, screen out: drives the explorer without a terminal.

use std::sync::Arc;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect, Size},
    style::Modifier,
};
use rongtu::{
    lang::Lang,
    load::{Loaded, Origin, load},
    model::SourceIx,
    text::width::Policy,
    tui::{
        app::App,
        display::Look,
        key::Key,
        msg::{Effect, Msg},
        view::view,
    },
};

/// The explorer under test and the effects it asked for.
#[derive(Clone)]
pub(crate) struct Session {
    pub app: App,
    pub effects: Vec<Effect>,
}

impl Session {
    /// The shipped data in Chinese at `width` x `height`, under the safe policy.
    pub(crate) fn new(width: u16, height: u16) -> Self {
        Self::with(load(&Origin::Embedded), width, height, Policy::Safe, Lang::Zh)
    }

    pub(crate) fn with(data: Loaded, width: u16, height: u16, policy: Policy, lang: Lang) -> Self {
        let look = Look {
            lang,
            ..Look::default()
        }
        .with_width(policy);
        Self {
            app: App::new(Arc::new(data), look, Size::new(width, height)),
            effects: Vec::new(),
        }
    }

    /// Presses keys: `jj<Enter>s`, with names in angle brackets.
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        let mut rest = keys;
        while let Some(c) = rest.chars().next() {
            let name = match rest.strip_prefix('<').and_then(|after| after.split_once('>')) {
                Some((name, after)) => {
                    rest = after;
                    name.to_owned()
                }
                None => {
                    rest = &rest[c.len_utf8()..];
                    if c == ' ' {
                        "Space".to_owned()
                    } else {
                        c.to_string()
                    }
                }
            };
            let key: Key = name.parse().unwrap_or_else(|_| panic!("no key is called {name}"));
            if let Some(msg) = self.app.press(key) {
                self.send(msg);
            }
        }
        self
    }

    pub(crate) fn send(&mut self, msg: Msg) -> &mut Self {
        self.effects.extend(self.app.update(msg));
        self.app.catch_up();
        self
    }

    /// Answers every look for a text with `text`.
    pub(crate) fn fetch(&mut self, text: Option<&str>) -> &mut Self {
        let wanted: Vec<SourceIx> = self
            .effects
            .iter()
            .filter_map(|effect| match effect {
                Effect::Fetch(source) => Some(*source),
                _ => None,
            })
            .collect();
        for source in wanted {
            self.send(Msg::Fetched(source, text.map(Arc::from)));
        }
        self
    }

    pub(crate) fn draw(&self) -> (Buffer, Option<Position>) {
        let Size { width, height } = self.app.size;
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        let cursor = view(&self.app, &mut buf);
        (buf, cursor)
    }

    /// The screen as text, a line a row, blanks at line ends cut.
    pub(crate) fn screen(&self) -> String {
        let (buf, _) = self.draw();
        let row = |y| {
            (0..buf.area.width)
                .map(|x| buf[(x, y)].symbol())
                .collect::<String>()
        };
        (0..buf.area.height)
            .map(|y| row(y).trim_end().to_owned() + "\n")
            .collect()
    }

    /// What is drawn in reverse: cursors and marks.
    pub(crate) fn reversed(&self) -> String {
        let (buf, _) = self.draw();
        let reversed = |cell: &&ratatui::buffer::Cell| cell.modifier.contains(Modifier::REVERSED);
        buf.content
            .iter()
            .filter(reversed)
            .map(|cell| cell.symbol())
            .collect()
    }
}
