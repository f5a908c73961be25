//! The screens that the tests of this folder look at, and the keys that lead to them.

use super::*;
use crate::{
    model::{MetricIx, ThemeIx},
    tui::{
        app::{BaseScreen, Overlay, What},
        list::List,
    },
};

/// What is pressed to see a screen; a capital word is a key.
pub(super) const SCREENS: &[(&str, &str)] = &[
    ("colleges", "Tab"),
    ("pillars", "Shift-Tab"),
    ("outcomes", "0 Down Down"),
    ("measures", "2 t"),
    ("frameworks", "t t"),
    ("recognitions", "T T"),
    ("partners", "T"),
    ("by value", "S"),
    ("by period", "S S S"),
    ("all columns", "C C"),
    ("zoomed", "z"),
    ("college", "Tab Enter"),
    ("pillar", "Shift-Tab Enter"),
    ("outcome", "Enter"),
    ("measure", "t Enter"),
    ("framework", "t t Enter"),
    ("recognition", "T T Enter"),
    ("partner", "T Enter"),
    ("source", "s"),
    ("figures", "c"),
    ("figures, further down", "c PgDn Right"),
    ("pillars side by side", "c p"),
    ("figures, differences", "c d"),
    ("overview", "o"),
    ("theme from the overview", "o Enter"),
    ("find", "/ 党 建"),
    ("find by sound", "/ d a n g j i a n"),
    ("filter", "& 党"),
    ("commands", ":"),
    ("orders", "Tab S"),
    ("help", "?"),
    ("save", "W"),
    ("width card", "Shift-F9"),
    ("findings", "!"),
    ("ways to copy", "y"),
    ("ways to copy a cell", "c Down y"),
    ("bookmarks", "m Down m '"),
    ("theme", "theme"),
    ("metric", "metric"),
];

fn page(what: What) -> Overlay {
    Overlay {
        what,
        list: List::default(),
        column: 0,
    }
}

pub(super) fn press(app: &mut App, key: &str) {
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

/// All of a page or a comparison, also what is not on screen; none of a list, which is cut to its width.
pub(super) fn whole(app: &App) -> Option<String> {
    let regions = app.regions();
    match (&app.prompt, app.overlays.last(), &app.screen) {
        (Some(_), ..) => None,
        (_, Some(_), _) => Some(text(app.overlay_rows(&regions).into_owned())),
        (_, None, BaseScreen::Compare(state)) => {
            let sheet = state.sheet.as_ref()?;
            let lines = sheet.lines.iter().map(|line| line.row.clone());
            Some(text(sheet.head.iter().cloned().chain(lines).collect()))
        }
        (_, None, BaseScreen::Browse) => None,
    }
}

fn text(rows: Vec<Row>) -> String {
    rows.into_iter()
        .flat_map(|row| row.runs)
        .map(|run| run.text)
        .collect()
}
