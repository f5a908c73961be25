//! Keys in, screen out, without a terminal.

use ratatui::{
    buffer::Buffer,
    layout::{Rect, Size},
};

use super::{
    app::{App, Effect, Msg},
    ask::Ask,
    keys::{Action, TABLE},
    view,
};
use crate::{
    lang::{Bilingual, Lang},
    load::tests::{assert_linear, seconds},
    review::{File, tests::review},
    text::width::Policy,
    tui::{display::Look, key::Key},
};

mod widths;

fn app(width: u16, height: u16, policy: Policy, lang: Lang) -> App {
    let look = Look {
        lang,
        ..Look::default()
    };
    App::new(review(), look.with_width(policy), Size::new(width, height))
}

/// Presses keys and answers every save with success.
fn press(app: &mut App, keys: &[&str]) -> usize {
    let mut saved = 0;
    for name in keys {
        let key: Key = name.parse().unwrap();
        let msg = app.press(key);
        if let Some(Effect::Save(_)) = msg.and_then(|msg| app.update(msg)) {
            saved += 1;
            app.update(Msg::Saved);
        }
    }
    saved
}

fn type_in(app: &mut App, text: &str) {
    app.update(Msg::Paste(text.to_owned()));
}

fn screen(app: &App) -> String {
    let mut buf = Buffer::empty(Rect::new(0, 0, app.size.width, app.size.height));
    view::view(app, &mut buf);
    let row = |y| {
        (0..buf.area.width)
            .map(|x| buf[(x, y)].symbol())
            .collect::<String>()
    };
    (0..buf.area.height)
        .map(|y| row(y).trim_end().to_owned() + "\n")
        .collect()
}

fn find(app: &mut App, text: &str) {
    press(app, &["F3"]);
    type_in(app, text);
    press(app, &["Enter"]);
}

#[test]
fn a_figure_is_accepted_with_the_last_text_it_lacks() {
    let mut app = app(80, 24, Policy::Safe, Lang::Zh);
    find(&mut app, "36家");
    let left = app.review.left();
    assert!(screen(&app).contains("[36家?]"));
    assert_eq!(press(&mut app, &["Enter"]), 0);
    type_in(&mut app, "Firms paired");
    assert_eq!(press(&mut app, &["Enter"]), 1);
    assert_eq!(app.review.left(), left - 1);
    assert!(screen(&app).contains("[36家=]"));
    // The next is under the cursor, and the step can be undone.
    assert!(screen(&app).contains("12个  待核"), "{}", screen(&app));
    press(&mut app, &["F7"]);
    assert_eq!(app.review.left(), left);
    assert!(screen(&app).contains("36家  待核"), "{}", screen(&app));
}

#[test]
fn a_digit_takes_a_candidate_with_its_english_name() {
    let mut app = app(120, 36, Policy::Narrow, Lang::En);
    find(&mut app, "36家");
    assert!(
        screen(&app).contains("1 Firms in joint Party-building"),
        "{}",
        screen(&app)
    );
    assert_eq!(press(&mut app, &["1"]), 1);
    find(&mut app, "36家");
    let shown = screen(&app);
    assert!(
        shown.contains("36家  curated") && shown.contains("Firms in joint Party-building"),
        "{shown}"
    );
}

#[test]
fn lists_are_narrowed_by_typing_and_full_width_keys_act() {
    let mut app = app(80, 24, Policy::Safe, Lang::Zh);
    find(&mut app, "36家");
    press(&mut app, &["ｍ"]);
    assert!(screen(&app).contains("不计入任何指标"));
    press(&mut app, &["Esc", "ｘ"]);
    type_in(&mut app, "目标");
    assert_eq!(press(&mut app, &["Enter"]), 1, "{}", screen(&app));
    assert!(screen(&app).contains("[36家~]"), "{}", screen(&app));
    press(&mut app, &["Ａ"]);
    type_in(&mut app, "提要");
    assert_eq!(press(&mut app, &["Enter"]), 1);
    press(&mut app, &["End", "Enter"]);
    type_in(&mut app, "概要");
    press(&mut app, &["Enter"]);
    type_in(&mut app, "A summary");
    let left = app.review.left();
    assert_eq!(press(&mut app, &["Enter"]), 1);
    assert_eq!(app.review.left(), left - 1);
}

#[test]
fn themes_period_scope_and_pillar_are_chosen_from_lists() {
    let mut app = app(80, 24, Policy::Safe, Lang::Zh);
    find(&mut app, "支柱 组织共建");
    press(&mut app, &["Enter"]);
    type_in(&mut app, "Organisations build together");
    assert_eq!(press(&mut app, &["Enter", "Tab", "Down", "Tab", "Enter"]), 2);
    assert!(
        screen(&app).contains("共建合作、党建工作与品牌"),
        "{}",
        screen(&app)
    );
    press(&mut app, &["Esc"]);
    find(&mut app, "12个");
    press(&mut app, &["F2"]);
    type_in(&mut app, "时间");
    press(&mut app, &["Enter", "Down"]);
    assert_eq!(press(&mut app, &["Enter"]), 1);
    assert!(screen(&app).contains("近年来"), "{}", screen(&app));
    press(&mut app, &["F6", "Down"]);
    assert_eq!(press(&mut app, &["Enter"]), 1);
}

#[test]
fn another_metric_gives_the_figure_its_names_and_words_of_ones_own_stay() {
    let mut app = app(120, 36, Policy::Narrow, Lang::Zh);
    find(&mut app, "36家");
    press(&mut app, &["1"]);
    let dossier = |app: &App| app.review.texts().get(File::Dossier).to_owned();
    assert!(
        dossier(&app).contains("id: joint-party-firms"),
        "{}",
        dossier(&app)
    );
    find(&mut app, "36家");
    press(&mut app, &["m"]);
    let other = |app: &App| match &app.ask {
        Some(Ask::Choice(choice)) => choice.row(2).map(|row| row.name.clone()),
        _ => None,
    };
    press(&mut app, &["Home", "Down", "Down"]);
    let wanted = other(&app).expect("another metric counted in 家");
    press(&mut app, &["Enter"]);
    let now = dossier(&app);
    assert!(!now.contains("id: joint-party-firms\n"), "{now}");
    assert!(now.contains(&format!("en: {}", wanted.en)), "{now}");
    find(&mut app, "36家");
    press(&mut app, &["F2"]);
    type_in(&mut app, "英文名");
    press(&mut app, &["Enter", "Ctrl-U"]);
    type_in(&mut app, "Firms paired");
    press(&mut app, &["Enter", "1"]);
    assert!(dossier(&app).contains("en: Firms paired"), "{}", dossier(&app));
}

#[test]
fn help_and_the_way_out_are_always_offered_and_esc_closes_help() {
    for (width, height) in [(120, 36), (80, 24), (40, 12)] {
        for lang in [Lang::Zh, Lang::En] {
            let mut app = app(width, height, Policy::Wide, lang);
            let words = |app: &App| screen(app).lines().last().unwrap_or_default().to_owned();
            for word in ["F1", "F10"] {
                assert!(words(&app).contains(word), "{width} {lang:?}: {}", words(&app));
            }
            let before = screen(&app);
            press(&mut app, &["F1"]);
            assert!(words(&app).contains("Esc"), "{}", words(&app));
            press(&mut app, &["x"]);
            assert!(app.help.is_some());
            press(&mut app, &["Esc"]);
            assert_eq!(screen(&app), before);
        }
    }
}

#[test]
fn an_id_that_is_taken_loses_nothing_of_a_new_metric() {
    let mut app = app(80, 24, Policy::Safe, Lang::Zh);
    find(&mut app, "120个");
    press(&mut app, &["m"]);
    type_in(&mut app, "新建");
    press(&mut app, &["Enter", "Ctrl-U"]);
    type_in(&mut app, "校外基地");
    press(&mut app, &["Enter"]);
    type_in(&mut app, "Outside bases");
    press(&mut app, &["Enter", "Enter"]);
    type_in(&mut app, "校外的基地数");
    press(&mut app, &["Enter"]);
    type_in(&mut app, "Bases outside the college");
    press(&mut app, &["Enter", "Ctrl-U"]);
    type_in(&mut app, "joint-party-firms");
    assert_eq!(press(&mut app, &["Enter"]), 0);
    assert!(screen(&app).contains("且没有用过"), "{}", screen(&app));
    press(&mut app, &["Ctrl-U"]);
    type_in(&mut app, "outside-bases");
    assert_eq!(press(&mut app, &["Enter"]), 1, "{}", screen(&app));
    assert!(app.review.texts().get(File::Metrics).contains("校外的基地数"));
}

#[test]
fn no_key_in_any_place_and_no_size_breaks_the_screen() {
    let keys: Vec<&str> = TABLE.iter().map(|row| row.keys[0]).collect();
    for (width, height) in [(80, 24), (120, 36), (40, 12), (20, 5), (1, 1)] {
        let mut app = app(width, height, Policy::Wide, Lang::En);
        for first in &keys {
            for second in ["Enter", "x", "Up", "Down", "Tab", "Esc"] {
                press(&mut app, &[*first]);
                let shown = screen(&app);
                assert_eq!(shown.lines().count(), usize::from(height));
                press(&mut app, &[second, "Esc"]);
            }
            app.help = None;
        }
    }
    assert!(TABLE.iter().any(|row| row.action == Action::Quit));
}

#[test]
fn what_could_not_be_written_is_said_and_not_done() {
    let mut app = app(80, 24, Policy::Safe, Lang::Zh);
    find(&mut app, "36家");
    let before = app.review.texts().clone();
    let msg = app.press("1".parse().unwrap()).unwrap();
    assert!(matches!(app.update(msg), Some(Effect::Save(_))));
    app.update(Msg::NotSaved(Bilingual::new("磁盘已满", "the disk is full")));
    assert_eq!(app.review.texts(), &before);
    assert!(screen(&app).contains("磁盘已满"));
}

/// Where text goes that is typed or pasted: a search, a text that is missing, the lists of metrics, pillars and reasons,
/// the list of fields and one of them.
const PROMPTS: [&[&str]; 7] = [
    &["F3"],
    &["Enter"],
    &["m"],
    &["p"],
    &["x"],
    &["F2"],
    &["F2", "Enter"],
];

fn asked(keys: &[&str]) -> App {
    let mut asked = app(80, 24, Policy::Safe, Lang::Zh);
    find(&mut asked, "36家");
    press(&mut asked, keys);
    assert!(asked.ask.is_some(), "{keys:?}");
    asked
}

#[test]
fn no_line_of_text_takes_more_than_linear_time() {
    for keys in PROMPTS {
        let asked = asked(keys);
        for part in ["企业", "a ", "6", "\n", "\u{301}", "\u{202e}"] {
            assert_linear(&format!("paste of {part:?} after {keys:?}"), 10_000, |n| {
                let text = part.repeat(n / part.len());
                seconds(|| {
                    let mut app = asked.clone();
                    type_in(&mut app, &text);
                    screen(&app);
                })
            });
        }
    }
    // Every list takes keys as that of the metrics does.
    for keys in [PROMPTS[1], PROMPTS[2]] {
        let asked = asked(keys);
        assert_linear(&format!("keys after {keys:?}"), 500, |n| {
            seconds(|| {
                let mut app = asked.clone();
                for key in "企a 6".chars().cycle().take(n) {
                    app.update(Msg::Type(key));
                }
            })
        });
    }
}
