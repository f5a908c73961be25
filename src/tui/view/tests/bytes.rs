//! What the explorer sends: bytes of a frame beside the text of the cells that changed in it.

use super::*;
use crate::tui::screen::{Abilities, Depth, Frame, Screen, Widths};

/// A reader's way through the explorer, key by key, at 120 by 36.
const TOUR: &str = "Tab Down Up Tab Down Down Down Down Down Up PgDn Home Tab Down Down 0 t Down Down T Down Down Down Down Down Down PgDn \
    PgDn End Enter ] ] Esc c Down Down Down PgDn Right p Down Down Esc o Down Esc / d j y l Down Enter Tab ? PgDn Esc";

struct Wire {
    app: App,
    screen: Screen<Vec<u8>>,
}

impl Wire {
    fn new(policy: Policy, sure: bool) -> Self {
        let look = Look {
            lang: Lang::Zh,
            ..Look::default()
        };
        let look = look.with_width(policy);
        let able = Abilities {
            depth: Depth::Sixteen,
            erases_in_colour: true,
            ..Abilities::default()
        };
        Self {
            app: App::new(Arc::clone(&SHIPPED), look, Size::new(120, 36)),
            screen: Screen::new(Vec::new(), able, Widths { policy, sure }),
        }
    }

    fn frame(&mut self) -> Frame {
        self.app.catch_up();
        let mut buf = Buffer::empty(Rect::new(0, 0, 120, 36));
        let cursor = view(&self.app, &mut buf);
        self.screen.present(&buf, cursor).expect("a Vec takes everything")
    }

    fn press(&mut self, keys: &str) -> Vec<Frame> {
        let frames = keys.split_whitespace().map(|key| {
            let msg = self.app.press(key.parse().expect("a key"));
            if let Some(Effect::Fetch(source)) = msg.and_then(|msg| self.app.update(msg)) {
                self.app.update(Msg::Fetched(source, Some(PASSAGE.into())));
            }
            self.frame()
        });
        frames.collect()
    }
}

#[test]
fn a_first_screen_and_a_move_are_small() {
    for (policy, sure) in [
        (Policy::Narrow, true),
        (Policy::Wide, true),
        (Policy::Safe, false),
    ] {
        let mut wire = Wire::new(policy, sure);
        let first = wire.frame().bytes;
        assert!(first <= 4000, "{policy:?}: {first}");
        let mut moves: Vec<_> = wire
            .press(&"Down ".repeat(30))
            .iter()
            .map(|frame| frame.bytes)
            .collect();
        moves.sort_unstable();
        let median = moves[moves.len() / 2];
        // The detail is another one after each move; its text is nine tenths of it.
        assert!((1..=860).contains(&median), "{policy:?}: {moves:?}");
    }
}

#[test]
fn a_tour_sends_little_more_than_its_text() {
    for (policy, sure) in [
        (Policy::Narrow, true),
        (Policy::Wide, true),
        (Policy::Safe, false),
    ] {
        let mut wire = Wire::new(policy, sure);
        let mut frames = vec![wire.frame()];
        frames.extend(wire.press(TOUR));
        let sum = |part: fn(&Frame) -> usize| frames.iter().map(part).sum::<usize>();
        let (bytes, text) = (sum(|frame| frame.bytes), sum(|frame| frame.text));
        assert!(
            text > 10_000 && bytes * 20 <= text * 21,
            "{policy:?}: {bytes} bytes for {text} of text"
        );
    }
}
