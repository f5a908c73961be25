//! Nothing that is typed, pasted or read beside the data takes more than time linear in its length. Files of the data
//! are `load`'s own to test.

use std::sync::{Arc, LazyLock};

use ratatui::layout::Size;

use super::{
    app::App,
    display::Look,
    input::{Decoder, Input},
    msg::{Action, Msg},
};
use crate::{
    check, draft,
    find::{Filter, Index},
    load::{
        Loaded, Origin,
        articles::ArticleState,
        load,
        tests::{assert_linear, seconds},
    },
};

static SHIPPED: LazyLock<Arc<Loaded>> = LazyLock::new(|| Arc::new(load(&Origin::Embedded)));

/// `part` again and again, `n` bytes of it or a little more.
fn repeated(part: &str, n: usize) -> String {
    part.repeat(n / part.len() + 1)
}

#[test]
fn no_query_takes_more_than_linear_time() {
    let index = Index::of(&SHIPPED);
    for part in [
        "企业",
        "jyl",
        "6",
        "六十五",
        "10000万",
        "企业 ",
        "a ",
        "\u{301}",
        "-",
        "\"",
        "校企合作65场 ",
    ] {
        assert_linear(&format!("query {part:?}"), 1_000, |n| {
            let query = repeated(part, n);
            seconds(|| drop(index.search(&SHIPPED.atlas, &query, 50, Filter::default())))
        });
    }
}

#[test]
fn no_key_sequence_takes_more_than_linear_time() {
    for part in [
        "a",
        "融",
        "\x1b",
        "\x1b[",
        "\x1b[1;",
        "\x1bO",
        "\x1b]0;",
        "\x1bP1",
        "\x1b[200~",
        "\x1b[A",
        "\u{85}",
        "[",
        "\x1b[200~x\x1b[201~",
    ] {
        for piece in [1, 4096] {
            assert_linear(&format!("{part:?} in pieces of {piece}"), 20_000, |n| {
                let sent = repeated(part, n);
                seconds(|| {
                    let mut decoder = Decoder::default();
                    for bytes in sent.as_bytes().chunks(piece) {
                        decoder.feed(bytes, &mut Vec::new());
                    }
                })
            });
        }
    }
}

#[test]
fn no_sequence_after_one_that_never_ends_takes_more_than_linear_time() {
    for start in ["\x1b[", "\x1b]", "\x1bP", "\x1b_", "\x1b[200~"] {
        assert_linear(&format!("{start:?}"), 20_000, |n| {
            let sent = format!("{start}{}", repeated("1;", n));
            seconds(|| {
                let mut decoder = Decoder::default();
                for byte in sent.as_bytes() {
                    decoder.feed(&[*byte], &mut Vec::new());
                }
            })
        });
    }
}

/// Where text goes that is typed or pasted.
const PROMPTS: [&[Action]; 4] = [
    &[Action::Find],
    &[Action::Filter],
    &[Action::Palette],
    &[Action::Open, Action::Find],
];

fn at_prompt(actions: &[Action]) -> App {
    let mut app = App::new(Arc::clone(&SHIPPED), Look::default(), Size::new(120, 36));
    for action in actions {
        app.update(Msg::Do(*action));
    }
    assert!(app.prompt.is_some(), "{actions:?}");
    app
}

#[test]
fn no_paste_takes_more_than_linear_time() {
    for actions in PROMPTS {
        for part in ["企业", "a ", "\n", "\u{301}", "\x1b[31m", "\u{202e}"] {
            let mut app = at_prompt(actions);
            app.catch_up();
            assert_linear(&format!("paste of {part:?} after {actions:?}"), 10_000, |n| {
                let text = repeated(part, n);
                let mut app = app.clone();
                seconds(|| {
                    app.update(Msg::Paste(text.clone()));
                    app.catch_up();
                })
            });
        }
    }
    assert_linear("bytes of a paste", 30_000, |n| {
        let sent = format!("\x1b[200~{}\x1b[201~", repeated("企业\r", n));
        seconds(|| {
            let mut found = Vec::new();
            Decoder::default().feed(sent.as_bytes(), &mut found);
            assert!(matches!(&found[..], [Input::Paste(_)]));
        })
    });
}

#[test]
fn keys_that_come_at_once_take_no_more_than_linear_time() {
    for actions in PROMPTS {
        let app = at_prompt(actions);
        assert_linear(&format!("keys after {actions:?}"), 2_000, |n| {
            let mut app = app.clone();
            seconds(|| {
                for key in "企a 6".chars().cycle().take(n) {
                    app.update(Msg::Type(key));
                }
                app.catch_up();
            })
        });
    }
}

/// What an article may hold, in one line and in many.
const ARTICLES: [&str; 9] = [
    "企业34家，",
    "一、共建",
    "（一）",
    "6",
    "二〇二三",
    "「",
    "万",
    "学院、中心、",
    "2023年至2024年98%以上",
];

#[test]
fn no_article_takes_more_than_linear_time_to_draft() {
    for part in ARTICLES {
        for end in ["", "\n"] {
            assert_linear(&format!("draft of {part:?} with {end:?}"), 4_000, |n| {
                let text = repeated(&format!("{part}{end}"), n);
                seconds(|| drop(draft::draft(&text)))
            });
        }
    }
}

#[test]
fn no_article_takes_more_than_linear_time_to_check() {
    for part in ARTICLES {
        // In one line more than a finding quotes of it.
        for (end, size) in [("", 4_000), ("\n", 2_000)] {
            assert_linear(&format!("check of {part:?} with {end:?}"), size, |n| {
                let text = repeated(&format!("{part}{end}"), n);
                let held = ArticleState::Same {
                    file: "a.txt".into(),
                    text,
                };
                let held = vec![held; SHIPPED.atlas.sources.len()];
                seconds(|| drop(check::judge(&SHIPPED, &[], &held)))
            });
        }
    }
}
