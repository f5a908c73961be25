//! Faults that one sees at once: a cursor on nothing, names that look the same, a heading with nothing below it, text cut
//! beside blank cells.

use std::collections::BTreeSet;

use ratatui::{buffer::Cell, style::Modifier};

use super::{screens::press, *};
use crate::{model::CollegeIx, page::Tone, tui::regions::Pane};

const SIZES: [(u16, u16); 5] = [(40, 12), (80, 24), (100, 18), (120, 36), (200, 50)];

fn app(size: (u16, u16), lang: Lang, keys: &str) -> App {
    let look = Look {
        lang,
        palette: Palette::RichDark.into(),
        ..Look::default()
    };
    let mut app = App::new(Arc::clone(&SHIPPED), look, Size::new(size.0, size.1));
    keys.split_whitespace().for_each(|key| press(&mut app, key));
    app.catch_up();
    app
}

fn looks() -> impl Iterator<Item = ((u16, u16), Lang)> {
    SIZES
        .into_iter()
        .flat_map(|size| [(size, Lang::Zh), (size, Lang::En)])
}

fn drawn(app: &App) -> Buffer {
    let mut buf = Buffer::empty(Rect::new(0, 0, app.size.width, app.size.height));
    view(app, &mut buf);
    buf
}

fn row(buf: &Buffer, area: Rect, y: u16) -> String {
    (area.x..area.right()).map(|x| buf[(x, y)].symbol()).collect()
}

fn rows(buf: &Buffer, area: Rect) -> Vec<String> {
    (area.y..area.bottom()).map(|y| row(buf, area, y)).collect()
}

/// What stands in the cells of the cursor, without its sign.
fn under_cursor(app: &App) -> String {
    let buf = drawn(app);
    let is_marked = |cell: &&Cell| cell.modifier.contains(Modifier::REVERSED);
    let marked = buf.content.iter().filter(is_marked);
    marked.map(Cell::symbol).collect::<String>().replace('>', "")
}

#[test]
fn the_cursor_of_a_comparison_stands_on_something() {
    let walks =
        ["Down", "PgDn", "Ctrl-D", "]"].map(|step| ["c", "c Right", "c p", "c p Right"].map(|to| (to, step)));
    let mut stops = 0;
    for ((size, lang), (to, step)) in
        looks().flat_map(|look| walks.as_flattened().iter().map(move |walk| (look, *walk)))
    {
        let mut app = app(size, lang, to);
        let mut check = |app: &App, key: &str| {
            let text = under_cursor(app);
            assert!(!text.trim().is_empty(), "{size:?} {lang:?} {to}, {key}");
            stops += 1;
        };
        check(&app, "");
        for key in [step; 12]
            .into_iter()
            .chain(["End", "Left", "Right", "Up", "Home"])
        {
            press(&mut app, key);
            check(&app, key);
        }
    }
    assert!(stops > 1000, "{stops}");
}

#[test]
fn pillars_can_be_told_apart_at_every_width() {
    for (width, lang) in (40..200).flat_map(|width| [(width, Lang::Zh), (width, Lang::En)]) {
        for college in 0..SHIPPED.atlas.colleges.len() {
            let mut app = app((width, 36), lang, "Tab");
            (0..college).for_each(|_| press(&mut app, "Down"));
            assert_eq!(app.browse.college(), Some(CollegeIx(college as u32)));
            let body = app.regions().panes[Pane::Pillars.at()].body;
            let buf = drawn(&app);
            let name = |row: String| {
                row.chars()
                    .filter(|c| !c.is_ascii_digit() && *c != '>')
                    .collect::<String>()
            };
            let names: Vec<String> = rows(&buf, body).into_iter().map(name).collect();
            let trimmed: BTreeSet<&str> = names.iter().map(|name| name.trim()).collect();
            assert_eq!(trimmed.len(), names.len(), "{width}: {names:?}");
        }
    }
}

#[test]
fn no_detail_ends_with_a_heading() {
    let heading = |app: &App| app.look.palette.tone(Tone::Heading);
    let mut seen = 0;
    for height in 20..50 {
        for keys in ["", "Down Down", "t", "t t", "T T", "Tab"] {
            let app = app((120, height), Lang::En, keys);
            let (buf, body) = (drawn(&app), app.regions().detail.body);
            let last = (body.y..body.bottom())
                .rev()
                .find(|y| !row(&buf, body, *y).trim().is_empty());
            let Some(y) = last else { continue };
            let first = (body.x..body.right())
                .find(|x| buf[(*x, y)].symbol() != " ")
                .unwrap();
            let style = buf[(first, y)].style();
            assert!(
                (style.fg, style.add_modifier) != (heading(&app).fg, heading(&app).add_modifier),
                "{height} {keys}: {}",
                row(&buf, body, y)
            );
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn a_zoomed_list_of_colleges_has_their_whole_names() {
    for (lang, name) in [
        (Lang::Zh, "山东信息职业技术学院"),
        (Lang::En, "Shandong College of Information Technology"),
    ] {
        let app = app((100, 24), lang, "Tab z");
        let body = app.regions().panes[Pane::Colleges.at()].body;
        let found = rows(&drawn(&app), body);
        assert!(found[0].contains(name), "{found:?}");
    }
}

#[test]
fn on_a_wide_screen_no_figure_of_the_first_list_has_its_name_cut() {
    for lang in [Lang::Zh, Lang::En] {
        let app = app((200, 50), lang, "");
        let body = app.regions().panes[Pane::Facts.at()].body;
        let cut: Vec<String> = rows(&drawn(&app), body)
            .into_iter()
            .filter(|row| row.contains(".."))
            .collect();
        assert!(cut.is_empty(), "{cut:?}");
    }
}

/// Cells before and up to the end of the longest blank between two things in a row.
fn around_longest_blank(row: &str) -> (usize, usize) {
    let row = row.trim_end();
    let inner = row.trim_start().split_inclusive(|c: char| c != ' ');
    let blank = inner
        .map(|part| part.len() - part.trim_start().len())
        .max()
        .unwrap_or(0);
    let cells = |at: usize| Policy::Narrow.width(&row[..at]);
    let start = row.trim_start().find(&" ".repeat(blank.max(2)));
    let start = start.map_or(row.len(), |at| at + row.len() - row.trim_start().len());
    (cells(start), cells((start + blank).min(row.len())))
}

#[test]
fn what_stands_at_the_end_of_a_row_is_near_the_longest_name() {
    let mut seen = 0;
    for (size, lang) in looks() {
        for keys in [
            "z",
            "z t t t",
            "z t t t t",
            "z C C C",
            "",
            "Tab z",
            "Tab z F12 j y l Enter",
            "Tab F12",
            "m Down m '",
        ] {
            let app = app(size, lang, keys);
            let regions = app.regions();
            let body = match app.overlays.is_empty() {
                true => regions.panes[app.browse.pane.at()].body,
                false => regions.overlay.body,
            };
            let rows = rows(&drawn(&app), body);
            let blanks = || rows.iter().map(|row| around_longest_blank(row));
            let (name, end) = (
                blanks().map(|blank| blank.0).max(),
                blanks().map(|blank| blank.1).max(),
            );
            // Figures stand right in their column, in which a longer one may be.
            let apart = end.unwrap().saturating_sub(name.unwrap());
            assert!(apart <= 40, "{size:?} {lang:?} {keys}: {apart} cells");
            seen += 1;
        }
    }
    assert!(seen == 90, "{seen}");
}

#[test]
fn a_filtered_list_says_how_many_it_has_left() {
    for (lang, words) in [(Lang::Zh, "余6"), (Lang::En, "6 left")] {
        let app = app((200, 50), lang, "f 企 Enter");
        let title = app.regions().panes[Pane::Facts.at()].outer;
        let found = row(&drawn(&app), title, title.y);
        assert!(found.contains(words), "{found}");
    }
}

#[test]
fn a_count_in_english_is_not_parted_from_its_unit() {
    let mut seen = 0;
    for width in (40..200).step_by(3) {
        for keys in ["c", "c Down", "c Down Down", "c PgDn"] {
            let app = app((width, 36), Lang::En, keys);
            let rows = rows(&drawn(&app), Rect::new(0, 0, width, 36));
            // A cell of a sheet may end in the middle of a row, so only what is over all of its width is looked at.
            let ends = rows.iter().map(|row| row.trim_end());
            let parted = ends.filter(|row| {
                let last = row.rsplit(' ').next().unwrap_or_default();
                let count = last.strip_prefix('(').unwrap_or_default();
                count.starts_with(|c: char| c.is_ascii_digit()) && !count.ends_with(')')
            });
            assert_eq!(parted.count(), 0, "{width} {keys}: {rows:#?}");
            seen += rows.iter().filter(|row| row.contains(" organisations)")).count();
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn the_mark_of_what_a_verdict_has_no_room_for_touches_no_letter_and_no_number() {
    let mut seen = 0;
    for ((size, lang), to) in looks().flat_map(|look| ["c", "c p", "c Right"].map(|to| (look, to))) {
        let mut app = app(size, lang, to);
        for _ in 0..12 {
            let pane = app.regions().compare(0).verdict;
            let last = row(&drawn(&app), pane, pane.bottom() - 1);
            if let Some(before) = last.trim_end().strip_suffix("..") {
                let touched = before.ends_with(|c: char| c.is_ascii_alphanumeric());
                assert!(!touched, "{size:?} {lang:?} {to}: {last}");
                seen += 1;
            }
            press(&mut app, "Down");
        }
    }
    assert!(seen > 20, "{seen}");
}
