//! A walk through every screen at every size in both languages: help and quit are in sight, what a footer offers acts,
//! and nobody meets the other language outside what is printed.

use std::{collections::BTreeSet, sync::LazyLock};

use ratatui::{
    buffer::Cell,
    layout::Size,
    style::{Color, Modifier},
};
use rongtu::{
    lang::Lang,
    text::width::Policy,
    tui::{
        display::Look,
        keymap::TABLE,
        msg::{Effect, Msg},
        theme::Palette,
    },
};
use serde_json::Value;

use super::{run::Given, support::Session};

/// Every screen, page, list and prompt, by the keys that lead to it.
pub(crate) const SCREENS: &[(&str, &str)] = &[
    ("outcomes", ""),
    ("measures", "t"),
    ("frameworks", "tt"),
    ("recognitions", "ttt"),
    ("partners", "tttt"),
    ("outcomes by value", "S"),
    ("outcomes by theme", "SS"),
    ("outcomes by period", "SSS"),
    ("outcomes of the other college", "<Tab><Down><Tab><Tab>"),
    ("colleges", "<Tab>"),
    ("colleges by a metric", "<Tab><F12>jyl<Enter>"),
    ("colleges by province", "<Tab><F12>sf<Enter>"),
    ("pillars", "<Tab><Tab>"),
    ("a pillar", "2"),
    ("the facts alone", "z"),
    ("the colleges alone", "<Tab>z"),
    ("all columns", "CC"),
    ("filter being typed", "f企"),
    ("filtered", "f企<Enter>"),
    ("filter without a match", "fxqz<Enter>"),
    ("a college", "<Tab><Enter>"),
    ("the page of a pillar", "<Tab><Tab><Down><Enter>"),
    ("an outcome", "<Enter>"),
    ("a measure", "t<Enter>"),
    ("a framework", "tt<Enter>"),
    ("a recognition", "ttt<Enter>"),
    ("a partner", "tttt<Enter>"),
    ("a source", "s"),
    ("compare", "c"),
    ("compare, a heading", "c<Home>"),
    ("compare, the second college", "c<Right>"),
    ("compare, further down", "c<PgDn>"),
    ("compare, the end", "c<End>"),
    ("compare, folded", "c<Space>"),
    ("compare, differences", "cd"),
    ("compare, pillars", "cp"),
    ("compare, pillars further down", "cp<PgDn>"),
    ("overview", "o"),
    ("overview, further down", "o<Down><Down>"),
    ("a theme", "o<Enter>"),
    ("a theme, a row", "o<Enter><Down>"),
    ("a metric", "o<Enter><End><Enter>"),
    ("find", "/"),
    ("hits", "/jyl"),
    ("hits of many kinds", "/qiye"),
    ("near misses", "/xqzwv"),
    ("a hit", "/jyl<Enter>"),
    ("help", "<F1>"),
    ("help searched", "<F1>/F8<Enter>"),
    ("help of a comparison", "c<F1>"),
    ("help, the end", "<F1><End>"),
    ("words in a page", "<F1>/"),
    ("findings", "!"),
    ("width card", "<Shift-F9>"),
    ("palette", ":"),
    ("palette narrowed", ":duibi"),
    ("ways to copy", "y"),
    ("ways to copy a row", "cy"),
    ("orders", "<Tab><F12>"),
    ("bookmarks", "m<Down>m'"),
    ("marked", "<Space>"),
];

/// The sizes, each with a width policy; the last is smaller than the explorer asks for.
const SIZES: [(u16, u16, Policy); 6] = [
    (40, 12, Policy::Narrow),
    (60, 20, Policy::Wide),
    (80, 24, Policy::Safe),
    (120, 36, Policy::Wide),
    (200, 50, Policy::Narrow),
    (30, 8, Policy::Safe),
];
/// From this size on help and quit are in sight wherever nothing is typed; below it help is, which names quit.
const ROOMY: (u16, u16) = (36, 10);

/// The whole walk, made once.
static WALK: LazyLock<Vec<Stop>> = LazyLock::new(|| {
    let mut first = Session::new(80, 24);
    // Whoever looks for something later finds the index made.
    first.press("/<Esc>");
    let looks = SIZES
        .into_iter()
        .flat_map(|size| [(size, Lang::Zh), (size, Lang::En)]);
    let stops = looks.flat_map(|(size, lang)| SCREENS.iter().map(move |screen| (size, lang, screen)));
    stops
        .map(|(size, lang, screen)| Stop::new(&first, size, lang, screen))
        .collect()
});

/// One stop of the walk.
struct Stop {
    told: String,
    keys: &'static str,
    lang: Lang,
    size: (u16, u16),
    session: Session,
    screen: String,
}

fn walk() -> impl Iterator<Item = &'static Stop> {
    WALK.iter()
}

impl Stop {
    fn new(first: &Session, size: (u16, u16, Policy), lang: Lang, screen: &(&str, &'static str)) -> Self {
        let ((width, height, policy), (name, keys)) = (size, *screen);
        let mut session = first.clone();
        session.app.look = Look {
            lang,
            palette: Palette::RichDark.into(),
            ..Look::default()
        }
        .with_width(policy);
        session
            .send(Msg::Resize(Size::new(width, height)))
            .press(keys)
            .fetch(None);
        session.effects.clear();
        Self {
            told: format!("{name}, {width}x{height}, {lang:?}"),
            keys,
            lang,
            size: (width, height),
            screen: session.screen(),
            session,
        }
    }

    fn is_roomy(&self) -> bool {
        self.size.0 >= ROOMY.0 && self.size.1 >= ROOMY.1
    }

    fn types(&self) -> bool {
        self.session.draw().1.is_some()
    }

    /// The rows of the footer.
    fn footer(&self) -> Vec<String> {
        let rows = if self.size.1 < 24 { 1 } else { 2 };
        let lines: Vec<_> = self.screen.lines().map(str::to_owned).collect();
        lines[lines.len() - rows..].to_vec()
    }

    /// The keys that the footer names: what stands in it in the ink of keys.
    fn offered(&self) -> Vec<String> {
        let (buf, _) = self.session.draw();
        let is_key = |cell: &Cell| cell.fg == Color::Indexed(80) && cell.modifier.contains(Modifier::BOLD);
        let mut keys = vec![String::new()];
        for y in self.size.1 - self.footer().len() as u16..self.size.1 {
            for x in 0..self.size.0 {
                match is_key(&buf[(x, y)]) {
                    true => keys.last_mut().unwrap().push_str(buf[(x, y)].symbol()),
                    false if keys.last().is_some_and(|key| key.is_empty()) => {}
                    false => keys.push(String::new()),
                }
            }
            keys.push(String::new());
        }
        keys.retain(|key| !key.is_empty());
        keys
    }

    /// Whether `key` does something.
    fn acts(&self, key: &str) -> bool {
        let mut after = self.session.clone();
        let msg = after.app.press(key.parse().unwrap());
        if let Some(msg) = msg {
            after.send(msg);
        }
        after.draw() != self.session.draw() || !after.effects.is_empty()
    }
}

/// The keys of a hint: `F4/s` are two, `0-9` ten.
fn keys_of(hint: &str) -> Vec<&str> {
    match hint {
        "/" => vec!["/"],
        "0-9" => vec!["0", "1", "2"],
        keys => keys.split('/').collect(),
    }
}

#[test]
fn no_row_is_wider_than_the_screen() {
    for stop in walk() {
        let policy = stop.session.app.look.policy;
        for line in stop.screen.lines() {
            assert!(policy.width(line) <= stop.size.0.into(), "{}: {line}", stop.told);
        }
    }
}

#[test]
fn help_and_quit_are_in_sight_or_the_key_that_leads_to_them() {
    for stop in walk() {
        let footer = stop.footer().concat();
        let quit = stop.lang.pick("退出", "quit");
        let seen = |key: &str| stop.offered().iter().any(|hint| keys_of(hint).contains(&key));
        if stop.types() {
            assert!(seen("Esc") || !stop.is_roomy(), "{}: {footer}", stop.told);
        } else if stop.is_roomy() {
            let is_help = stop.keys.contains("<F1>");
            assert!(
                footer.contains(quit) && (is_help || seen("F1")),
                "{}: {footer}",
                stop.told
            );
        } else {
            assert!(seen("F1") || seen("F10"), "{}: {footer}", stop.told);
        }
    }
}

#[test]
fn what_a_footer_offers_acts() {
    // What is offered depends on the place, how much of it is seen on the size: each is pressed once where it is seen.
    let mut pressed = BTreeSet::new();
    for stop in walk() {
        for hint in stop.offered() {
            if !pressed.insert((stop.keys, stop.lang == Lang::Zh, hint.clone())) {
                continue;
            }
            let keys = keys_of(&hint);
            // A digit may be the pillar that is chosen already.
            let act = match hint.as_str() {
                "0-9" => keys.iter().any(|key| stop.acts(key)),
                _ => keys.iter().all(|key| stop.acts(key)),
            };
            assert!(act, "{} offers {hint}\n{}", stop.told, stop.screen);
        }
    }
    assert!(pressed.len() > 10 * SCREENS.len(), "{}", pressed.len());
}

/// Quitting is what its hint says.
#[test]
fn the_key_of_quit_quits() {
    for stop in walk().filter(|stop| stop.is_roomy() && !stop.types()) {
        let mut after = stop.session.clone();
        after.press("<F10>");
        assert!(after.effects.contains(&Effect::Quit), "{}", stop.told);
    }
}

/// The fields that hold what an article prints.
const QUOTED: &[&str] = &[
    "as_written",
    "exact",
    "title",
    "outlet",
    "byline",
    "printed",
    "slogan",
    "heading",
    "name",
    "work",
    "members",
];

/// All strings under `keys` in the records of every list.
fn printed(keys: &[&str]) -> Vec<String> {
    let kinds = [
        "colleges",
        "pillars",
        "measures",
        "outcomes",
        "frameworks",
        "recognitions",
        "partners",
        "sources",
        "themes",
        "metrics",
    ];
    let mut found = Vec::new();
    for kind in kinds {
        let out = Given::default()
            .run(&format!("list {kind} --format json --lang zh"))
            .out;
        collect(&serde_json::from_str(&out).unwrap(), keys, &mut found);
    }
    found
}

fn collect(json: &Value, keys: &[&str], found: &mut Vec<String>) {
    match json {
        Value::Array(items) => items.iter().for_each(|item| collect(item, keys, found)),
        Value::Object(fields) => {
            for (key, value) in fields {
                match value {
                    Value::String(text) if keys.contains(&key.as_str()) => found.push(text.clone()),
                    Value::Array(texts) if keys.contains(&key.as_str()) => {
                        found.extend(texts.iter().filter_map(|text| Some(text.as_str()?.to_owned())));
                    }
                    value => collect(value, keys, found),
                }
            }
        }
        _ => {}
    }
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Runs of characters of a row for which `is` holds.
fn runs(line: &str, is: impl Fn(char) -> bool) -> Vec<String> {
    line.split(|c| !is(c))
        .filter(|run| !run.is_empty())
        .map(str::to_owned)
        .collect()
}

#[test]
fn in_english_chinese_is_what_is_printed() {
    let quoted = printed(QUOTED);
    // A page about one thing has its Chinese name under the English one, a hit the name that was typed.
    let names = printed(&["label", "title", "name"]);
    let mut found = BTreeSet::new();
    for stop in walk().filter(|stop| stop.lang == Lang::En && stop.keys != "<Shift-F9>") {
        let is_page = ["a ", "an ", "the page", "hits", "near"]
            .iter()
            .any(|start| stop.told.starts_with(start));
        for line in stop.screen.lines().skip(1) {
            for run in runs(line, is_han) {
                let is_quoted = quoted.iter().any(|text| text.contains(&run));
                let is_name = is_page && names.iter().any(|text| text.contains(&run));
                // What is cut with its mark is the beginning of a word.
                let is_cut = line.contains(&format!("{run}.."));
                let is_allowed = ALLOWED
                    .split(' ')
                    .any(|word| word == run || is_cut && word.starts_with(&run));
                if !is_quoted && !is_name && !is_allowed {
                    found.insert(format!("{run}  in {}: {line}", stop.told));
                }
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// What the language calls itself, what the walk types, and what a Chinese reference (GB/T 7714) says of an outlet that is
/// not printed.
const ALLOWED: &str = "中文 企 媒体未载明";

/// Words of the Chinese screens that are no Chinese: names of formats and standards, of the variables and options of the
/// command line, and what the other language calls itself.
///
/// The last of them are typed on the walk.
const FOREIGN: &str = "English Word Excel WPS Markdown TSV GB OSC SHA URL txt articles DIR RONGTU ARTICLES ambiguous narrow wide safe fg jyl qiye xqz xqzwv duibi";

#[test]
fn in_chinese_latin_is_a_key_an_id_or_printed() {
    let mut known: BTreeSet<String> = FOREIGN.split(' ').map(str::to_lowercase).collect();
    let is_latin = |c: char| c.is_ascii_alphabetic();
    let keys = TABLE.iter().flat_map(|row| row.keys.iter().copied());
    let ids = printed(&["addr", "id", "college", "metric", "theme", "source", "family"]);
    let printed = printed(&[QUOTED, &["url", "label", "gist"]].concat());
    for text in keys.map(str::to_owned).chain(ids).chain(printed) {
        known.extend(runs(&text, is_latin).iter().map(|run| run.to_lowercase()));
    }
    let mut found = BTreeSet::new();
    for stop in walk().filter(|stop| stop.lang == Lang::Zh) {
        for line in stop.screen.lines().filter(|line| !line.contains("SHA-256")) {
            for run in runs(line, is_latin).into_iter().filter(|run| run.len() > 1) {
                // What is broken at a line end or cut with its mark is the beginning or the end of a word.
                let lower = run.to_lowercase();
                let part = known
                    .iter()
                    .any(|word| word.starts_with(&lower) || word.ends_with(&lower));
                if !part {
                    found.insert(format!("{run}  in {}: {line}", stop.told));
                }
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn hits_are_named_in_the_language_of_the_reader() {
    for keys in ["/jyl", "/qiye", "/就业", "/employment"] {
        let mut session = Session::new(120, 36);
        let screen = session.press("<F8>").press(keys).screen();
        for line in screen.lines().skip(2).take_while(|line| line.len() > 12) {
            let name = line.get(11..).unwrap_or_default().trim_start();
            assert!(name.starts_with(|c: char| c.is_ascii()), "{keys}: {line}");
        }
    }
}

#[test]
fn a_prompt_says_what_is_typed() {
    for stop in walk().filter(|stop| stop.is_roomy() && stop.types()) {
        let line = stop.screen.lines().last().unwrap_or_default().trim_start();
        assert!(
            line.contains(':') && !line.starts_with(':'),
            "{}: {line}",
            stop.told
        );
    }
}

#[test]
fn an_empty_pane_says_how_to_go_on() {
    let mut session = Session::new(40, 12);
    let screen = session.press("<F8>").press("fxqz<Enter>").screen();
    assert!(screen.contains("none of 24 matches; Esc clears it"), "{screen}");
}

#[test]
fn words_that_do_not_fit_a_pane_have_their_mark() {
    let mut session = Session::new(32, 12);
    let screen = session.press("<F8>").press("fxqz<Enter>").screen();
    let mut lines = screen.lines().map(str::trim);
    let said = lines.find(|line| line.starts_with("none of 24 matches"));
    let is_marked = said.is_some_and(|line| line.ends_with("..") && !line.ends_with(" .."));
    assert!(is_marked, "{screen}");
}

#[test]
fn a_hit_shows_the_words_that_matched() {
    for (width, height) in [(80, 24), (120, 36), (200, 50)] {
        let mut session = Session::new(width, height);
        let screen = session.press("/qiye").screen();
        let rows: Vec<_> = screen.lines().skip(2).take(usize::from(height) - 4).collect();
        for row in &rows {
            assert!(row.contains("企业"), "{width}: {row}");
        }
        assert!(rows.len() > 15);
    }
}
