//! Every screen at every kind of width, in a narrow terminal and in a wide one: straight edges, whole glyphs, and
//! the same words.

use std::collections::BTreeMap;

use super::{
    screens::{SCREENS, press, whole},
    *,
};
use crate::{
    text::width::is_ambiguous,
    tui::{
        app::BaseScreen,
        regions::{PaneRegion, Regions},
        screen::model::GHOST,
    },
};

/// Around every width at which something is laid out otherwise.
const WIDTHS: [u16; 14] = [40, 41, 47, 59, 60, 61, 79, 80, 99, 100, 101, 120, 159, 200];
const HEIGHT: u16 = 24;

fn app(width: u16, policy: Policy, second: bool, keys: &str) -> App {
    let look = Look {
        palette: Palette::Mono.into(),
        ..Look::default()
    }
    .with_width(policy);
    let mut app = App::new(Arc::clone(&SHIPPED), look, Size::new(width, HEIGHT));
    let first = if second { "Tab Down Shift-Tab " } else { "" };
    for key in format!("{first}{keys}").split_whitespace() {
        press(&mut app, key);
    }
    app.catch_up();
    app
}

/// What a terminal shows of `app`, once every cell of it is as drawn.
fn drawn(app: &App, sure: bool, wide: bool) -> Rig {
    let mut rig = Rig::new(app.size.width, app.size.height, app.look.policy, sure, wide, true);
    rig.cursor = view(app, &mut rig.buf);
    rig.show();
    rig.check();
    rig
}

/// The parts that are on screen.
fn parts(app: &App, regions: &Regions) -> Vec<PaneRegion> {
    let parts = match (&app.prompt, app.overlays.is_empty(), &app.screen) {
        (Some(prompt), ..) if prompt.picker.is_some() => vec![regions.overlay],
        (_, false, _) => vec![regions.overlay],
        (_, true, BaseScreen::Compare(_)) => Vec::new(),
        (_, true, BaseScreen::Browse) => [&regions.panes[..], &[regions.detail]].concat(),
    };
    parts.into_iter().filter(|part| !part.outer.is_empty()).collect()
}

fn symbol(rig: &Rig, x: u16, y: u16) -> &str {
    &rig.model.row(y.into())[usize::from(x)].0
}

/// Each part has its title row of dashes, from edge to edge, and a line between it and its neighbour.
fn assert_straight(app: &App, rig: &Rig, told: &str) {
    let regions = app.regions();
    for part in parts(app, &regions) {
        let (outer, edge) = (part.outer, part.outer.right() - 1);
        assert_eq!(symbol(rig, outer.x, outer.y), "-", "{told}: {outer}");
        assert_eq!(symbol(rig, edge, outer.y), "-", "{told}: {outer}");
    }
    let abreast =
        app.overlays.is_empty() && app.picker().is_none() && matches!(app.screen, BaseScreen::Browse);
    for gap in regions.gaps.iter().filter(|_| abreast) {
        let line: String = (gap.y..gap.bottom()).map(|y| symbol(rig, gap.x, y)).collect();
        assert_eq!(line, "|".repeat(line.len()), "{told}: {gap}");
    }
}

/// Chinese characters and punctuation as every terminal draws them.
fn han(text: &str) -> String {
    let plain = Policy::Safe.substituted(text);
    plain
        .chars()
        .filter(|c| *c > '\u{2e7f}' && !is_ambiguous(*c))
        .collect()
}

/// The rows of lists, in which a row is a row under every policy.
fn lists(app: &App) -> impl Iterator<Item = (Rect, u16)> {
    let regions = app.regions();
    let browses = app.overlays.is_empty() && app.picker().is_none();
    let lists = match browses {
        true => regions.panes.map(|pane| pane.body).to_vec(),
        false => vec![regions.overlay.body],
    };
    lists
        .into_iter()
        .flat_map(|body| (body.y..body.bottom()).map(move |y| (body, y)))
}

fn row_from(rig: &Rig, area: Rect, y: u16) -> String {
    (area.x..area.right()).map(|x| symbol(rig, x, y)).collect()
}

fn row(rig: &Rig, y: u16) -> String {
    rig.model
        .row(y.into())
        .iter()
        .map(|(symbol, _)| symbol.as_str())
        .collect()
}

fn is_within(part: &str, whole: &str) -> bool {
    let mut whole = whole.chars();
    part.chars().all(|c| whole.any(|other| other == c))
}

fn char_counts(text: &str) -> BTreeMap<char, usize> {
    text.chars().fold(BTreeMap::new(), |mut counted, c| {
        *counted.entry(c).or_default() += 1;
        counted
    })
}

/// Each screen at every other width, and each college in every other of these.
fn cases() -> impl Iterator<Item = (&'static str, &'static str, u16, bool)> {
    SCREENS.iter().enumerate().flat_map(|(at, (name, keys))| {
        let widths = WIDTHS.into_iter().skip(at % 2).step_by(2).enumerate();
        widths.map(move |(n, width)| (*name, *keys, width, n % 2 == 0))
    })
}

#[test]
fn every_screen_is_straight_and_whole_in_narrow_and_wide_terminals() {
    for (name, keys, width, second) in cases() {
        let told = format!("{name} at {width}");
        let narrow = app(width, Policy::Narrow, second, keys);
        let wide = app(width, Policy::Wide, second, keys);
        let (n, w) = (drawn(&narrow, true, false), drawn(&wide, true, true));
        assert_straight(&narrow, &n, &told);
        assert_straight(&wide, &w, &told);
        match (whole(&narrow), whole(&wide)) {
            (Some(narrow), Some(wide)) => {
                assert_eq!(char_counts(&han(&wide)), char_counts(&han(&narrow)), "{told}");
            }
            _ => lists(&narrow).for_each(|(area, y)| {
                let (n, w) = (han(&row_from(&n, area, y)), han(&row_from(&w, area, y)));
                assert!(is_within(&w, &n), "{told} row {y}: {w} in {n}");
            }),
        }
        for rig in [&n, &w] {
            assert!((0..HEIGHT).all(|y| !row(rig, y).contains(GHOST)), "{told}");
        }
    }
}

#[test]
fn safe_screens_are_the_same_in_both() {
    for (name, keys, width, second) in cases() {
        let told = format!("{name} at {width}");
        let safe = app(width, Policy::Safe, second, keys);
        let (n, w) = (drawn(&safe, false, false), drawn(&safe, false, true));
        assert_straight(&safe, &n, &told);
        (0..HEIGHT).for_each(|y| assert_eq!(row(&n, y), row(&w, y), "{told} row {y}"));
    }
}
