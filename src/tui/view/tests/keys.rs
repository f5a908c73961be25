//! With every key changed, no screen and no sentence names one of those before.

use std::collections::BTreeSet;

use super::*;
use crate::{
    bindings::KeyRequest,
    tui::keymap::{KeyScope, Keymap, TABLE, bind, keymap},
};

/// What is pressed, with the usual keys, to see a screen.
const SCREENS: [&str; 11] = [
    "",
    "Tab",
    "c",
    "c p",
    "o",
    "o Enter",
    "Enter",
    "s",
    "!",
    "Shift-F9",
    "Tab f q q q Enter",
];

/// A request for every action, so that none keeps a key it had.
fn all_changed() -> Keymap {
    let actions = bind(&[]).unwrap().into_iter();
    let capitals = ('A'..='Z').map(|c| format!("Alt-{c}"));
    let names = capitals.chain(('0'..='Z').map(|c| format!("Ctrl-Alt-{c}")));
    let request = |(own, key): (crate::bindings::ActionKeys, String)| KeyRequest {
        action: own.action,
        keys: vec![key],
    };
    keymap(&actions.zip(names).map(request).collect::<Vec<_>>()).unwrap()
}

/// The keys there were, but for the digits and the one that always quits.
fn usual() -> BTreeSet<&'static str> {
    let rows = TABLE
        .iter()
        .filter(|row| row.scopes != [KeyScope::Prompt] && !matches!(row.action, Action::Pillar(_)));
    let keys = rows.flat_map(|row| row.keys.iter().copied());
    keys.filter(|key| *key != "Ctrl-C").collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || "()（），；：:、。·/".contains(c))
}

fn screen(app: &App) -> String {
    let Size { width, height } = app.size;
    let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
    view(app, &mut buf);
    let symbols: Vec<_> = buf.content.iter().map(|cell| cell.symbol()).collect();
    let rows = symbols.chunks(width.into()).map(<[&str]>::concat);
    rows.collect::<Vec<_>>().join("\n")
}

#[test]
fn no_screen_and_no_sentence_names_a_key_that_was_changed() {
    let (usual, changed) = (usual(), all_changed());
    let mut sentences = BTreeSet::new();
    let looks = [Lang::Zh, Lang::En]
        .into_iter()
        .flat_map(|lang| [(lang, 118), (lang, 44)]);
    for ((lang, width), keys) in looks.flat_map(|look| SCREENS.map(|keys| (look, keys))) {
        let look = Look {
            lang,
            ..Look::default()
        };
        let mut first = App::new(Arc::clone(&SHIPPED), look, Size::new(120, 36));
        for key in keys.split_whitespace() {
            let msg = first.press(key.parse().unwrap());
            msg.and_then(|msg| first.update(msg));
        }
        first.keymap = changed;
        // A page that was laid out with the usual keys is laid out anew.
        first.update(Msg::Resize(Size::new(width, 36)));
        // The page of help lists the keys of a line being typed as well.
        for action in Action::ALL
            .iter()
            .copied()
            .filter(|action| *action != Action::Help)
        {
            let mut app = first.clone();
            app.update(Msg::Do(action));
            app.catch_up();
            if app.prompt.is_some() {
                continue;
            }
            let text = screen(&app);
            for word in words(&text).filter(|word| word.chars().count() > 1) {
                assert!(!usual.contains(word), "{word} after {keys:?} {action:?}:\n{text}");
            }
            sentences.extend(app.notice);
        }
    }
    assert!(sentences.len() > 30, "{sentences:#?}");
    for sentence in &sentences {
        for word in sentence.split(['「', '」', '"']).step_by(2).flat_map(words) {
            assert!(!usual.contains(word), "{word} in {sentence}");
        }
    }
}
