//! The explorer's own frames, played into terminals: any keys, any size, every cell as in the buffer.

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use ratatui::{
    buffer::Buffer,
    layout::{Rect, Size},
};

use super::{Row, view};
use crate::{
    lang::Lang,
    load::{Loaded, Origin, load},
    text::width::Policy,
    tui::{
        app::App,
        display::Look,
        msg::{Action, Effect, Msg},
        screen::replay::Rig,
        theme::Palette,
    },
};

mod bytes;
mod keys;
mod panes;
mod screens;
mod straight;
mod widths;

static SHIPPED: LazyLock<Arc<Loaded>> = LazyLock::new(|| Arc::new(load(&Origin::Embedded)));

/// A passage with every kind of glyph that terminals dispute.
const PASSAGE: &str =
    "资讯\n一、“红链”引领——五链……\n①党建·联建 25℃ ±5 × 3 → 4，34家模具企业；\u{1f600}e\u{301}ﾊﾞ\n";

fn step() -> impl Strategy<Value = Msg> {
    let kept = |action: &Action| !matches!(action, Action::Width | Action::Quit | Action::Suspend);
    let actions: Vec<_> = Action::ALL.iter().copied().filter(kept).collect();
    prop_oneof![
        6 => prop::sample::select(actions).prop_map(Msg::Do),
        1 => (0u8..7).prop_map(|n| Msg::Do(Action::Pillar(n))),
        2 => prop::sample::select("jylz2台州“·专利 ".chars().collect::<Vec<_>>()).prop_map(Msg::Type),
        1 => (1u16..140, 1u16..50).prop_map(|(width, height)| Msg::Resize(Size { width, height })),
        1 => Just(Msg::Paste("“粘贴”\u{1b}[2J\u{202e}".to_owned())),
    ]
}

/// Plays `steps` and compares what a terminal shows after each with the buffer.
fn play(steps: Vec<Msg>, policy: Policy, sure: bool, wide: bool) {
    // Colours have two names each (cyan is also 6 of 256); without them the rest still has to agree.
    let look = Look {
        lang: Lang::Zh,
        palette: Palette::Mono.into(),
        ..Look::default()
    }
    .with_width(policy);
    let mut app = App::new(Arc::clone(&SHIPPED), look, Size::new(80, 24));
    let mut rig = Rig::new(80, 24, policy, sure, wide, true);
    for msg in steps {
        if let Msg::Resize(size) = msg {
            rig.resize(size.width, size.height);
        }
        if let Some(Effect::Fetch(source)) = app.update(msg) {
            app.update(Msg::Fetched(source, Some(PASSAGE.into())));
        }
        app.catch_up();
        rig.buf = Buffer::empty(Rect::new(0, 0, app.size.width, app.size.height));
        rig.cursor = view(&app, &mut rig.buf);
        rig.show();
        rig.check();
    }
}

/// The last screen after `steps`, with a frame after each or only at the end.
fn last(steps: &[Msg], each: bool) -> Buffer {
    let mut app = App::new(Arc::clone(&SHIPPED), Look::default(), Size::new(80, 24));
    for msg in steps {
        if let Some(Effect::Fetch(source)) = app.update(msg.clone()) {
            app.update(Msg::Fetched(source, Some(PASSAGE.into())));
        }
        if each {
            app.catch_up();
        }
    }
    app.catch_up();
    let mut buf = Buffer::empty(Rect::new(0, 0, app.size.width, app.size.height));
    view(&app, &mut buf);
    buf
}

#[test]
fn letters_before_a_resize_or_before_others_lead_to_the_same_row() {
    let [small, large] = [(3, 2), (120, 36)].map(|(width, height)| Msg::Resize(Size { width, height }));
    let keys = |actions: &[Action]| actions.iter().copied().map(Msg::Do).collect::<Vec<_>>();
    let typed = |text: &str| text.chars().map(Msg::Type).collect::<Vec<_>>();
    let help = keys(&[Action::Help, Action::FindInPage]);
    let overview = keys(&[Action::FindInPage, Action::Overview]);
    for steps in [
        [overview, typed("y"), vec![small.clone()]].concat(),
        [help.clone(), typed("jy"), vec![small.clone(), large], typed("l")].concat(),
        [help.clone(), typed("退出"), vec![small], typed("没有")].concat(),
        [help, typed("查找"), keys(&[Action::EraseLine, Action::Open])].concat(),
    ] {
        assert_eq!(last(&steps, false), last(&steps, true), "{steps:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_session_is_shown_as_it_was_drawn(
        steps in prop::collection::vec(step(), 1..40),
        rig in prop::sample::select(vec![
            (Policy::Narrow, true, false),
            (Policy::Wide, true, true),
            (Policy::Safe, false, false),
            (Policy::Safe, false, true),
        ]),
    ) {
        let (policy, sure, wide) = rig;
        play(steps, policy, sure, wide);
    }

    #[test]
    fn keys_at_once_do_what_they_do_one_by_one(steps in prop::collection::vec(step(), 1..60)) {
        prop_assert_eq!(last(&steps, false), last(&steps, true));
    }
}
