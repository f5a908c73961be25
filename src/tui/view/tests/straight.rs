//! Every screen at every kind of width, in a narrow terminal and in a wide one: straight edges, whole glyphs, and
//! the same words.

use std::collections::BTreeMap;

use ratatui::style::Modifier;

use super::*;
use crate::{
    model::{MetricIx, ThemeIx},
    text::width::is_ambiguous,
    tui::{
        app::{Overlay, Screen, What},
        display::Chrome,
        list::List,
        pages,
        regions::{Part, Regions},
        screen::model::GHOST,
    },
};

/// What is pressed to see a screen; a capital word is a key.
const SCREENS: &[(&str, &str)] = &[
    ("colleges", ""),
    ("pillars", "Tab"),
    ("outcomes", "Tab 0 Tab Down Down"),
    ("college", "Enter"),
    ("pillar", "Tab Enter"),
    ("source", "Tab Tab Enter"),
    ("figures", "c"),
    ("figures further down", "c PgDn Right"),
    ("pillars side by side", "c p"),
    ("differences", "c d"),
    ("overview", "o"),
    ("find", "/ 党 建"),
    ("find by sound", "/ d a n g j i a n"),
    ("filter", "Tab & 党"),
    ("commands", ":"),
    ("orders", "S"),
    ("help", "?"),
    ("width card", "W"),
    ("findings", "!"),
    ("ways to copy", "c Down y"),
    ("theme", "theme"),
    ("metric", "metric"),
];

/// Around every width at which something is laid out otherwise.
const WIDTHS: [u16; 14] = [40, 41, 47, 59, 60, 61, 79, 80, 99, 100, 101, 120, 159, 200];
const HEIGHT: u16 = 24;

fn app(width: u16, policy: Policy, chrome: Chrome, second: bool, keys: &str) -> App {
    let look = Look {
        palette: Palette::Mono,
        ..Look::default()
    }
    .with_width(policy);
    let look = Look { chrome, ..look };
    let mut app = App::new(Arc::clone(&SHIPPED), look, Size::new(width, HEIGHT));
    let first = if second { "Down " } else { "" };
    for key in format!("{first}{keys}").split_whitespace() {
        press(&mut app, key);
    }
    app.catch_up();
    app
}

fn page(what: What) -> Overlay {
    Overlay {
        what,
        list: List::default(),
        column: 0,
    }
}

fn press(app: &mut App, key: &str) {
    let lay = |app: &mut App, what| app.overlays.push(page(what));
    match key {
        "theme" => lay(app, What::Theme(ThemeIx(0))),
        "metric" => lay(app, What::Metric(MetricIx(3))),
        key => {
            let msg = app.press(key.parse().expect("a key"));
            if let Some(Effect::Fetch(source)) = msg.and_then(|msg| app.update(msg)) {
                app.update(Msg::Fetched(source, Some(PASSAGE.into())));
            }
        }
    }
}

/// What a terminal shows of `app`, once every cell of it is as drawn.
fn shown(app: &App, sure: bool, wide: bool) -> Rig {
    let mut rig = Rig::new(app.size.width, app.size.height, app.look.policy, sure, wide, true);
    rig.cursor = view(app, &mut rig.buf);
    rig.show();
    rig.check();
    rig
}

/// The parts that are on screen.
fn parts(app: &App, regions: &Regions) -> Vec<Part> {
    let parts = match (&app.prompt, app.overlays.is_empty(), &app.screen) {
        (Some(prompt), ..) if prompt.picker.is_some() => vec![regions.overlay],
        (_, false, _) => vec![regions.overlay],
        (_, true, Screen::Compare(_)) => Vec::new(),
        (_, true, Screen::Browse) => [&regions.panes[..], &[regions.detail]].concat(),
    };
    parts.into_iter().filter(|part| !part.outer.is_empty()).collect()
}

fn symbol(rig: &Rig, x: u16, y: u16) -> &str {
    &rig.model.row(y.into())[usize::from(x)].0
}

/// Each part ends on one column, from its title to its last row.
fn assert_straight(app: &App, rig: &Rig, told: &str) {
    for part in parts(app, &app.regions()) {
        let (outer, edge) = (part.outer, part.outer.right() - 1);
        match app.look.chrome {
            Chrome::Drawn => {
                let lines = (outer.y..outer.bottom())
                    .map(|y| symbol(rig, edge, y))
                    .collect::<String>();
                let straight = format!("┐{}┘", "│".repeat(usize::from(outer.height) - 2));
                assert_eq!(lines, straight, "{told}: {outer}");
            }
            Chrome::Plain => {
                let title = &rig.model.row(outer.y.into())[usize::from(outer.x)..=usize::from(edge)];
                let reversed = |place: &(String, _)| is_reversed(place);
                assert!(title.iter().all(reversed), "{told}: {outer}");
                let free = (outer.y..outer.bottom()).filter(|_| outer.right() < app.size.width);
                for y in free {
                    assert_eq!(symbol(rig, outer.right(), y), " ", "{told}: {outer} row {y}");
                }
            }
        }
    }
}

fn is_reversed((symbol, look): &(String, crate::tui::screen::model::Look)) -> bool {
    symbol.is_empty() || look.marks.contains(Modifier::REVERSED)
}

/// Chinese characters and punctuation as every terminal draws them.
fn han(text: &str) -> String {
    let plain = Policy::Safe.shown(text);
    plain
        .chars()
        .filter(|c| *c > '\u{2e7f}' && !is_ambiguous(*c))
        .collect()
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

fn counted(text: &str) -> BTreeMap<char, usize> {
    text.chars().fold(BTreeMap::new(), |mut counted, c| {
        *counted.entry(c).or_default() += 1;
        counted
    })
}

/// All of a page or a comparison, also what is not on screen; none of a list, which is cut to its width.
fn whole(app: &App) -> Option<String> {
    let regions = app.regions();
    match (&app.prompt, app.overlays.last(), &app.screen) {
        (Some(_), ..) => None,
        (_, Some(_), _) => Some(text(app.overlay_rows(&regions).into_owned())),
        (_, None, Screen::Compare(state)) => {
            let sheet = state.sheet.as_ref()?;
            let lines = sheet.lines.iter().map(|line| line.row.clone());
            Some(text(sheet.head.iter().cloned().chain(lines).collect()))
        }
        (_, None, Screen::Browse) => None,
    }
}

/// All of what the detail is about.
fn detail(app: &App) -> String {
    let width = app.regions().detail.body.width.into();
    let what = app.browse.fact(app.atlas()).map(|fact| What::Fact(fact.addr()));
    what.map_or_else(String::new, |what| text(pages::rows(app, &page(what), width)))
}

fn text(rows: Vec<Row>) -> String {
    rows.into_iter()
        .flat_map(|row| row.runs)
        .map(|run| run.text)
        .collect()
}

/// Each screen at every other width, and each college in every other of these.
fn cases() -> impl Iterator<Item = (&'static str, &'static str, u16, bool)> {
    SCREENS.iter().enumerate().flat_map(|(at, (name, keys))| {
        let widths = WIDTHS.into_iter().skip(at % 2).step_by(2).enumerate();
        widths.map(move |(n, width)| (*name, *keys, width, n % 2 == 0))
    })
}

/// Rows above the detail: lists, where a row is a row under every policy.
fn listed(app: &App) -> u16 {
    let detail = app.regions().detail.outer;
    if detail.is_empty() { HEIGHT } else { detail.y }
}

#[test]
fn every_screen_is_straight_and_whole_in_narrow_and_wide_terminals() {
    for (name, keys, width, second) in cases() {
        let told = format!("{name} at {width}");
        let narrow = app(width, Policy::Narrow, Chrome::Plain, second, keys);
        let wide = app(width, Policy::Wide, Chrome::Plain, second, keys);
        let (n, w) = (shown(&narrow, true, false), shown(&wide, true, true));
        assert_straight(&narrow, &n, &told);
        assert_straight(&wide, &w, &told);
        assert_eq!(
            counted(&han(&detail(&wide))),
            counted(&han(&detail(&narrow))),
            "{told}"
        );
        match (whole(&narrow), whole(&wide)) {
            (Some(narrow), Some(wide)) => {
                assert_eq!(counted(&han(&wide)), counted(&han(&narrow)), "{told}");
            }
            _ => (0..listed(&narrow)).for_each(|y| {
                let (n, w) = (han(&row(&n, y)), han(&row(&w, y)));
                assert!(is_within(&w, &n), "{told} row {y}: {w} in {n}");
            }),
        }
        for rig in [&n, &w] {
            assert!((0..HEIGHT).all(|y| !row(rig, y).contains(GHOST)), "{told}");
        }
    }
}

#[test]
fn lines_are_straight_where_they_are_drawn_and_safe_screens_in_both() {
    for (name, keys, width, second) in cases() {
        let told = format!("{name} at {width}");
        let drawn = app(width, Policy::Narrow, Chrome::Drawn, second, keys);
        assert_straight(&drawn, &shown(&drawn, true, false), &told);
        let safe = app(width, Policy::Safe, Chrome::Plain, second, keys);
        let (n, w) = (shown(&safe, false, false), shown(&safe, false, true));
        assert_straight(&safe, &n, &told);
        (0..HEIGHT).for_each(|y| assert_eq!(row(&n, y), row(&w, y), "{told} row {y}"));
    }
}
