//! Every screen at every width from 30 to 200, in both languages, under every policy: no word, number, id, path, figure or
//! tag broken inside; columns and dividers at one cell; nothing cut or lost without a mark.
//!
//! That nothing is written over its area without a mark is asserted where rows are drawn.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use ratatui::{
    buffer::Cell,
    style::{Color, Modifier},
};

use super::{screens::SCREENS, *};
use crate::{
    parallel,
    text::{
        han::is_han,
        mixed::POLICIES,
        pieces::{Unbroken, assert_whole, is_part_of_word, pieces},
    },
    tui::{
        app::{BaseScreen, Command, FactRow, Offers, Picker, What},
        regions::{Pane, Regions},
    },
};

/// Rows of the screen at a width; every kind of height meets every kind of width.
const HEIGHTS: [u16; 4] = [24, 12, 36, 18];
/// Large enough for everything to stand as it is, in the forms for high screens and for low ones.
const ALL: [(u16, u16); 2] = [(400, 120), (400, 14)];
/// Set, every screen is looked at in both languages under every policy at every width; otherwise these take turns from
/// width to width.
const EVERY: &str = "RONGTU_EVERY_WIDTH";
/// What is longer than a pane may be broken or cut.
const LONG: usize = 20;
/// Short names that stand in the place of long ones where there is little room, and what is said there.
const SHORT: [&str; 8] = ["Out", "Meas", "Fram", "Hon", "Part", "more", "room", "helps"];

/// Figures as printed.
static FIGURES: LazyLock<Unbroken> = LazyLock::new(|| {
    let outcomes = SHIPPED
        .atlas
        .colleges
        .iter()
        .flat_map(|college| &college.outcomes);
    Unbroken::new(outcomes.map(|outcome| &*outcome.as_written))
});

/// A screen in one language under one policy.
struct Case {
    name: String,
    /// Its place among the screens.
    screen: usize,
    policy: Policy,
    app: App,
    /// The words and numbers on it where there is room for everything.
    words: BTreeSet<String>,
    /// How often each Chinese character stands in a page or comparison where there is room for everything.
    han: Option<BTreeMap<char, usize>>,
}

/// A frame.
struct Drawn<'a> {
    app: &'a App,
    regions: Regions,
    buf: Buffer,
}

impl Case {
    fn new(first: &App, screen: usize, lang: Lang, policy: Policy) -> Self {
        let (name, keys) = SCREENS[screen];
        let mut app = first.clone();
        app.look = Look {
            lang,
            palette: Palette::RichDark.into(),
            ..Look::default()
        }
        .with_width(policy);
        keys.split_whitespace()
            .for_each(|key| screens::press(&mut app, key));
        app.catch_up();
        // It stands over other rows, across their columns.
        app.notice = None;
        let mut case = Self {
            name: format!("{name} {lang:?} {policy:?}"),
            screen,
            policy,
            app,
            words: BTreeSet::new(),
            han: None,
        };
        for (width, height) in ALL {
            let large = case.at(width, height);
            let drawn = Drawn::new(&large);
            let rows = drawn.areas().into_iter().flat_map(|area| drawn.rows(area));
            let text = rows.chain(screens::whole(&large)).collect::<Vec<_>>().join("\n");
            case.words.extend(pieces(&text).into_iter().map(str::to_owned));
        }
        let large = case.at(ALL[0].0, ALL[0].1);
        case.han = body(&large).map(|text| han_counts(&text));
        case
    }

    /// Whether it is looked at in a short run, in which languages and policies take turns, and sheets that share their lines too.
    fn is_in_short_run(&self, width: u16) -> bool {
        let turn = self.screen + usize::from(width);
        turn % 3 == self.policy as usize
            && turn / 3 % 2 == usize::from(self.app.look.lang == Lang::En)
            && (!self.name.starts_with("figures,") || turn.is_multiple_of(5))
    }

    fn at(&self, width: u16, height: u16) -> App {
        let mut app = self.app.clone();
        app.update(Msg::Resize(Size { width, height }));
        app.catch_up();
        app
    }
}

/// All of a page or a comparison but what has short forms (the head of a comparison) or scrolls sideways (the overview).
fn body(app: &App) -> Option<String> {
    let scrolls = app
        .overlays
        .last()
        .is_some_and(|page| page.what == What::Overview);
    match &app.screen {
        BaseScreen::Compare(state) if app.overlays.is_empty() && app.prompt.is_none() => {
            let lines = state.sheet.as_ref()?.lines.iter();
            Some(lines.map(|line| line.row.text()).collect())
        }
        _ => screens::whole(app).filter(|_| !scrolls),
    }
}

fn han_counts(text: &str) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    text.chars()
        .filter(|c| is_han(*c))
        .for_each(|c| *counts.entry(c).or_default() += 1);
    counts
}

impl<'a> Drawn<'a> {
    fn new(app: &'a App) -> Self {
        let mut buf = Buffer::empty(Rect::new(0, 0, app.size.width, app.size.height));
        view(app, &mut buf);
        Self {
            app,
            regions: app.regions(),
            buf,
        }
    }

    /// The parts that text stands in, each with edges of its own.
    fn areas(&self) -> Vec<Rect> {
        let regions = &self.regions;
        let main = match (self.app.picker(), self.app.overlays.is_empty(), &self.app.screen) {
            (Some(_), ..) | (None, false, _) | (.., BaseScreen::Compare(_)) => vec![regions.overlay.outer],
            _ => regions
                .panes
                .iter()
                .chain([&regions.detail])
                .map(|part| part.outer)
                .collect(),
        };
        [regions.header, regions.footer]
            .into_iter()
            .chain(main)
            .filter(|area| !area.is_empty())
            .collect()
    }

    fn cells(&self, area: Rect, y: u16) -> impl Iterator<Item = &Cell> {
        (area.x..area.right()).map(move |x| &self.buf[(x, y)])
    }

    fn row(&self, area: Rect, y: u16) -> String {
        self.cells(area, y).map(Cell::symbol).collect()
    }

    fn rows(&self, area: Rect) -> Vec<String> {
        (area.y..area.bottom()).map(|y| self.row(area, y)).collect()
    }

    /// What stands in the colour of periods, scopes and levels.
    fn tags(&self, area: Rect, y: u16) -> Vec<String> {
        let is_tag =
            |cell: &Cell| cell.fg == Color::Indexed(221) && !cell.modifier.contains(Modifier::REVERSED);
        let cells: Vec<_> = self.cells(area, y).collect();
        let runs = cells
            .chunk_by(|one, other| is_tag(one) == is_tag(other))
            .filter(|run| is_tag(run[0]));
        runs.map(|run| {
            run.iter()
                .map(|cell| cell.symbol())
                .collect::<String>()
                .trim()
                .to_owned()
        })
        .collect()
    }
}

/// How a screen falls short, if it does.
fn fault(case: &Case, words: &BTreeSet<&str>, width: u16) -> Option<String> {
    let height = HEIGHTS[usize::from(width) % HEIGHTS.len()];
    let app = case.at(width, height);
    let drawn = Drawn::new(&app);
    let areas = drawn.areas();
    areas
        .iter()
        .find_map(|area| broken(words, &drawn, *area))
        .or_else(|| unmarked(&drawn))
        .or_else(|| lost(case, &app))
        .or_else(|| out_of_column(&drawn))
}

/// A word or number that is none of the screen's, or a figure or tag in two pieces.
fn broken(words: &BTreeSet<&str>, drawn: &Drawn<'_>, area: Rect) -> Option<String> {
    let rows = drawn.rows(area);
    let known = |piece: &&str| {
        words.contains(*piece)
            || SHORT.contains(piece)
            || piece.chars().all(|c| c.is_ascii_digit() || "-/".contains(c))
            || words
                .iter()
                .any(|word| word.len() > LONG && word.contains(*piece))
    };
    let strange = rows.iter().find_map(|row| {
        let piece = pieces(row).into_iter().find(|piece| !known(piece))?;
        Some(format!("broken: {piece}"))
    });
    let columns = |row: &str| row.split(" |").map(str::to_owned).collect::<Vec<_>>();
    let figure = || {
        rows.windows(2).find_map(|pair| {
            let (above, below) = (columns(&pair[0]), columns(&pair[1]));
            above
                .iter()
                .zip(&below)
                .find_map(|(above, below)| FIGURES.broken(above, below))
        })
    };
    let tag = || {
        let tags = (area.y..area.bottom()).flat_map(|y| drawn.tags(area, y));
        tags.into_iter().find(|text| is_torn(text))
    };
    strange
        .or_else(|| figure().map(|figure| format!("over two lines: {figure}")))
        .or_else(|| tag().map(|tag| format!("torn: {tag}")))
}

fn is_torn(text: &str) -> bool {
    let tags = &*TAGS;
    !text.is_empty() && !tags.contains(text) && tags.iter().any(|tag| is_part_of_word(text, tag))
}

/// Periods and scopes as the screens word them.
static TAGS: LazyLock<BTreeSet<String>> = LazyLock::new(|| crate::model::tests::tags(&SHIPPED.atlas));

/// A row of a list whose name is neither whole nor marked as cut, or a list or text that goes on without a sign of it.
fn unmarked(drawn: &Drawn<'_>) -> Option<String> {
    let app = drawn.app;
    match (app.picker(), app.overlays.is_empty(), &app.screen) {
        (Some(picker), ..) => unmarked_offer(drawn, picker),
        (None, true, BaseScreen::Browse) => unmarked_fact(drawn).or_else(|| unmarked_end(drawn)),
        _ => None,
    }
}

fn is_whole(row: &str, name: &str, policy: Policy) -> bool {
    row.contains("..") || row.contains(policy.substituted(name).trim_end())
}

fn unmarked_fact(drawn: &Drawn<'_>) -> Option<String> {
    let (app, body) = (drawn.app, drawn.regions.panes[Pane::Facts.at()].body);
    let (lang, policy) = (app.look.lang, app.look.policy);
    let rows = app.browse.facts(app.atlas());
    let window = app.browse.lists[Pane::Facts.at()].window(rows.len(), body.height.into());
    (body.y..).zip(window).find_map(|(y, at)| {
        let FactRow::Fact(fact) = rows[at] else {
            return None;
        };
        let row = drawn.row(body, y);
        let figure = match fact {
            crate::model::Fact::Outcome(_, outcome) => {
                let period = outcome.period.as_ref().map(|period| period.words(lang));
                row.contains(&*outcome.as_written)
                    && period.is_none_or(|period| is_whole(&row, &period, policy))
            }
            _ => true,
        };
        (!figure || !is_whole(&row, fact.name().get(lang), policy)).then(|| format!("cut: {row}"))
    })
}

fn unmarked_offer(drawn: &Drawn<'_>, picker: &Picker) -> Option<String> {
    let (app, body) = (drawn.app, drawn.regions.overlay.body);
    let (lang, policy) = (app.look.lang, app.look.policy);
    let window = picker.list.window(picker.offers.len(), body.height.into());
    (body.y..).zip(window).find_map(|(y, at)| {
        let name = match &picker.offers {
            Offers::Hits { hits, .. } => hits[at].target.name(app.atlas()).get(lang).to_owned(),
            Offers::Commands(_, rows) => match &rows[at] {
                Command::Here(row) | Command::Elsewhere(row) => lang.pick(row.help.0, row.help.1).to_owned(),
                Command::Thing(hit) => hit.target.name(app.atlas()).get(lang).to_owned(),
            },
            Offers::Copies { fitting, .. } => fitting[at].label.clone(),
            Offers::Bookmarks(rows) => app.atlas().resolve(&rows[at])?.name().get(lang).to_owned(),
            Offers::Orders(rows) => rows[at].0.word(app.atlas(), lang).to_owned(),
            Offers::Path(_) | Offers::Replace { .. } => return None,
        };
        let row = drawn.row(body, y);
        (!is_whole(&row, &name, policy)).then(|| format!("cut: {row}"))
    })
}

/// A pane whose rows go on below it, or a detail, without a word of it in its title or its last row.
fn unmarked_end(drawn: &Drawn<'_>) -> Option<String> {
    let (app, regions) = (drawn.app, &drawn.regions);
    let longer = Pane::ALL.into_iter().find(|pane| {
        let region = regions.panes[pane.at()];
        let len = app.browse.len(app.atlas(), *pane);
        let title = drawn.row(region.outer, region.outer.y);
        !region.body.is_empty() && len > region.body.height.into() && !title.contains('/')
    });
    longer.map(|pane| format!("no position in the title of {pane:?}"))
}

/// Chinese characters of a page or a comparison that are nowhere on it.
fn lost(case: &Case, app: &App) -> Option<String> {
    let text = body(app)?;
    let (all, shown) = (case.han.as_ref()?, han_counts(&text));
    let lost = all
        .iter()
        .find(|(c, n)| shown.get(c).is_none_or(|shown| shown < n));
    lost.filter(|_| !text.contains(".."))
        .map(|(c, n)| format!("lost: {c} of {n}"))
}

/// Figures of the list that stand in a column of their own, and dividers of the comparison, are at one cell.
fn out_of_column(drawn: &Drawn<'_>) -> Option<String> {
    let policy = drawn.app.look.policy;
    let width = |text: &str| {
        Policy::Narrow.width(text).max(if policy == Policy::Wide {
            policy.width(text)
        } else {
            0
        })
    };
    match (
        drawn.app.overlays.is_empty() && drawn.app.picker().is_none(),
        &drawn.app.screen,
    ) {
        (true, BaseScreen::Compare(_)) if drawn.app.size.width >= 80 => {
            let rows = drawn.rows(drawn.regions.overlay.outer);
            let bars = |row: &String| {
                row.match_indices(" |")
                    .map(|(at, _)| width(&row[..at]))
                    .collect::<Vec<_>>()
            };
            let places: BTreeSet<_> = rows.iter().map(bars).filter(|bars| !bars.is_empty()).collect();
            (places.len() > 1).then(|| format!("dividers at {places:?}"))
        }
        _ => None,
    }
}

#[test]
fn every_screen_is_whole_at_every_width() {
    let mut first = App::new(Arc::clone(&SHIPPED), Look::default(), Size::new(100, 30));
    // Whoever looks for something later finds the index made.
    for key in ["/", "Esc"] {
        screens::press(&mut first, key);
    }
    let looks = [Lang::Zh, Lang::En]
        .into_iter()
        .flat_map(|lang| POLICIES.map(|policy| (lang, policy)));
    let looks: Vec<_> = looks
        .flat_map(|look| (0..SCREENS.len()).map(move |screen| (screen, look)))
        .collect();
    let cases = parallel::map(&looks, 2, |(screen, (lang, policy))| {
        Case::new(&first, *screen, *lang, *policy)
    });
    // A key or a word of a footer may have no room on one screen and stand on another.
    let words: BTreeSet<&str> = cases
        .iter()
        .flat_map(|case| &case.words)
        .map(String::as_str)
        .collect();
    let every = std::env::var_os(EVERY).is_some();
    let jobs = (30..=200).flat_map(|width| cases.iter().map(move |case| (case, width)));
    let jobs: Vec<_> = jobs
        .filter(|(case, width)| every || case.is_in_short_run(*width))
        .collect();
    let faults = parallel::map(&jobs, 2, |(case, width)| {
        Some((
            case.name.clone(),
            usize::from(*width),
            fault(case, &words, *width)?,
        ))
    });
    assert_whole(faults.into_iter().flatten());
}
