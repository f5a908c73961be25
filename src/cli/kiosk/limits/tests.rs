//! What a client can make large: the rows of the table in `docs/ssh.md`, each held to its number. The document and this
//! table list the same.

use std::{collections::HashSet, io::Read, sync::Arc, time::Duration};

use clap::Parser;
use ratatui::layout::Size;

use super::super::{request, tests::kiosk};
use crate::{
    cli::{self, World, args::Args, settings::Settings},
    lang::Lang,
    load::{Loaded, Origin, load},
    model::{SourceIx, facts},
    tui::{
        app::{App, What},
        clip,
        display::Look,
        input::{Decoder, Input},
        keymap,
        msg::{Action, Msg},
        tty,
    },
};

const DOCUMENT: &str = include_str!("../../../../docs/ssh.md");

/// What a row begins with, and what holds its numbers.
type LimitTest = (&'static str, fn(&[usize]));

const LIMITS: [LimitTest; 15] = [
    ("the window", window),
    ("`--width`", width),
    ("a request", longest_request),
    ("a paste", paste),
    ("a control sequence", sequence),
    ("a line being typed", line),
    ("hits of one search", hits),
    ("a text for the clipboard", clipboard),
    ("standard input of a request", standard_input),
    ("article texts kept", texts),
    ("lines typed before", lines),
    ("pages over each other", pages),
    ("places to go back to", places),
    ("bookmarks", bookmarks),
    ("a session", session),
];

/// The rows of the table: what arrives, and the numbers of its limit.
fn rows() -> Vec<(&'static str, Vec<usize>)> {
    let (_, after) = DOCUMENT.split_once("## What a client can make large").unwrap();
    let table = after.lines().filter_map(|line| line.strip_prefix("| "));
    let row = |line: &'static str| {
        let mut cells = line.split(" | ");
        let (what, limit) = (cells.next().unwrap(), cells.next().unwrap().replace(',', ""));
        let numbers = limit
            .split(|c: char| !c.is_ascii_digit())
            .filter_map(|number| number.parse().ok());
        (what, numbers.collect())
    };
    table
        .filter(|line| !line.starts_with("what arrives"))
        .map(row)
        .collect()
}

#[test]
fn each_limit_of_the_document_holds_and_there_is_no_other() {
    let rows = rows();
    assert_eq!(rows.len(), LIMITS.len(), "{rows:?}");
    for (what, numbers) in &rows {
        let found = LIMITS.iter().find(|(name, _)| what.starts_with(name));
        let (_, holds) = found.unwrap_or_else(|| panic!("{what} is tested by nothing"));
        holds(numbers);
    }
}

fn app() -> App {
    let data: Loaded = load(&Origin::Embedded);
    App::new(Arc::new(data), Look::default(), Size::new(120, 36))
}

fn after(actions: &[Action]) -> App {
    let mut app = app();
    for action in actions {
        app.update(Msg::Do(*action));
        app.catch_up();
    }
    app
}

fn window(numbers: &[usize]) {
    let &[columns, rows] = numbers else {
        panic!("{numbers:?}")
    };
    let drawn = tty::within_most(Size::new(u16::MAX, u16::MAX));
    assert_eq!(
        (usize::from(drawn.width), usize::from(drawn.height)),
        (columns, rows)
    );
    assert_eq!(tty::within_most(Size::new(80, 24)), Size::new(80, 24));
}

fn width(numbers: &[usize]) {
    let globals = Args::parse_from(["rongtu", "list"]).globals;
    let world = &World {
        input: &mut std::io::empty(),
        out: &mut Vec::new(),
        err: &mut Vec::new(),
        env: &|_| None,
        columns: Some(u16::MAX),
        err_terminal: false,
        bind: keymap::bind,
    };
    let settings = Settings::of(&globals, Lang::Zh, world).unwrap();
    assert_eq!([settings.width], numbers);
    let most = numbers[0].to_string();
    let wide = |cells: &str| Args::try_parse_from(["rongtu", "list", "--width", cells]);
    assert!(wide(&most).is_ok() && wide(&(numbers[0] + 1).to_string()).is_err());
}

fn longest_request(numbers: &[usize]) {
    let &[most] = numbers else { panic!("{numbers:?}") };
    let of = |length: usize| request::words(&"a".repeat(length));
    assert!(of(most).is_ok());
    assert_eq!(of(most + 1), Err(request::RequestRefusal::TooLong));
}

fn paste(numbers: &[usize]) {
    let &[most] = numbers else { panic!("{numbers:?}") };
    let mut found = Vec::new();
    let sent = format!("\x1b[200~{}\x1b[201~", "a".repeat(most + 100));
    Decoder::default().feed(sent.as_bytes(), &mut found);
    let [Input::Paste(text)] = &found[..] else {
        panic!("{} found", found.len())
    };
    assert_eq!(text.len(), most);
}

fn sequence(numbers: &[usize]) {
    let &[most] = numbers else { panic!("{numbers:?}") };
    let long = "1".repeat(10 * most);
    for sent in [format!("\x1b]11;{long}\x07"), format!("\x1b[?{long}c")] {
        let mut found = Vec::new();
        Decoder::default().feed(sent.as_bytes(), &mut found);
        for input in found {
            let (Input::Colour(text) | Input::Attributes(text)) = input else {
                panic!("{input:?}")
            };
            assert!(text.len() <= most, "{}", text.len());
        }
    }
}

fn line(numbers: &[usize]) {
    for prompt in [Action::Find, Action::Filter, Action::Palette] {
        let mut app = after(&[prompt]);
        app.update(Msg::Paste("校".repeat(1000)));
        let typed = app.prompt.as_ref().unwrap().input.value();
        assert_eq!([typed.chars().count()], numbers);
    }
}

fn hits(numbers: &[usize]) {
    let found = |letter: char| {
        let mut app = after(&[Action::Find]);
        app.update(Msg::Type(letter));
        app.catch_up();
        let prompt = app.prompt.as_ref().unwrap();
        prompt.picker.as_ref().unwrap().offers.len()
    };
    let most = ('a'..='z').map(found).max();
    assert_eq!(most.as_slice(), numbers, "the commonest letter has more");
}

fn clipboard(numbers: &[usize]) {
    let &[most] = numbers else { panic!("{numbers:?}") };
    let copied = |bytes: usize| clip::copy(&"a".repeat(bytes), None, &mut Vec::new());
    assert!(copied(most).is_ok());
    assert_eq!(
        copied(most + 1),
        Err(clip::CopyRefusal::TooLong { bytes: most + 1 })
    );
}

/// Whoever reads it fails the test.
struct Unread;

impl Read for Unread {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        panic!("standard input was read")
    }
}

fn standard_input(numbers: &[usize]) {
    assert_eq!(numbers, [0]);
    for asked in ["find 企业", "list", "draft -", "show tzvcst", "help"] {
        let env = |name: &str| (name == super::super::REQUEST).then(|| asked.to_owned());
        let world = &mut World {
            input: &mut Unread,
            out: &mut Vec::new(),
            err: &mut Vec::new(),
            env: &env,
            columns: None,
            err_terminal: false,
            bind: keymap::bind,
        };
        cli::run(["rongtu", "kiosk"].map(Into::into), world);
    }
}

fn texts(numbers: &[usize]) {
    let mut app = app();
    for at in 0..50 {
        app.update(Msg::Fetched(SourceIx(at), Some("文".into())));
    }
    let kept = (0..50).filter(|at| app.texts.is_known(SourceIx(*at))).count();
    assert_eq!([kept], numbers);
}

fn act(app: &mut App, action: Action) {
    app.update(Msg::Do(action));
    app.catch_up();
}

fn lines(numbers: &[usize]) {
    let mut app = app();
    for n in 0..110 {
        act(&mut app, Action::Filter);
        app.update(Msg::Paste(format!("第{n}")));
        act(&mut app, Action::Open);
        act(&mut app, Action::Back);
    }
    act(&mut app, Action::Filter);
    let recalled: HashSet<String> = (0..110)
        .map(|_| {
            act(&mut app, Action::Up);
            app.prompt.as_ref().unwrap().input.value().to_owned()
        })
        .collect();
    assert_eq!([recalled.len()], numbers);
}

fn pages(numbers: &[usize]) {
    let mut app = app();
    (0..80).for_each(|_| app.lay(What::Help));
    assert_eq!([app.overlays.len()], numbers);
}

fn places(numbers: &[usize]) {
    let mut app = app();
    for _ in 0..60 {
        act(&mut app, Action::Compare);
        act(&mut app, Action::Back);
    }
    let back = (0..1000).take_while(|_| {
        act(&mut app, Action::Backward);
        app.notice.is_none()
    });
    assert_eq!([back.count()], numbers);
}

/// One of a fact at most: setting it again takes it away.
fn bookmarks(_: &[usize]) {
    let mut app = app();
    for n in 0..90 {
        act(&mut app, Action::Bookmark);
        act(&mut app, if n % 30 == 29 { Action::First } else { Action::Down });
    }
    act(&mut app, Action::Bookmarks);
    let offers = app.offers().unwrap();
    let facts: usize = app
        .atlas()
        .colleges
        .iter()
        .map(|college| facts(college).count())
        .sum();
    assert!((1..=facts).contains(&offers), "{offers} of {facts}");
}

/// What the words of the forced command say, and what they say unasked; how a session ends is tested where it does.
fn session(_: &[usize]) {
    let minutes = |minutes: u64| Duration::from_secs(60 * minutes);
    for (flags, idle, total) in [(&[][..], 10, 60), (&["--idle", "2", "--total", "3"], 2, 3)] {
        let kiosk = kiosk(flags, &[]).explore.unwrap().kiosk.unwrap();
        assert_eq!((kiosk.idle, kiosk.total), (minutes(idle), minutes(total)));
    }
}
