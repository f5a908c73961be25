//! Every screen of the explorer is an answer of the command line as well: the pages on accessibility say which.

use std::fs;

use rongtu::{
    lang::Lang,
    load::{Origin, load},
    text::width::Policy,
    tui::keymap::KeyScope,
};

use super::{run::Given, support::Session};

/// What is pressed to see the screen of a scope, about the things that the commands of the page name.
fn keys(scope: KeyScope) -> Option<&'static str> {
    match scope {
        KeyScope::Browse => Some(""),
        KeyScope::Compare => Some("c"),
        KeyScope::Overview => Some("o"),
        KeyScope::Fact => Some("<Enter>"),
        KeyScope::Source => Some("s"),
        KeyScope::Register => Some("o<Enter>"),
        KeyScope::Findings => Some("!"),
        KeyScope::Help => Some("<F1>"),
        KeyScope::Card => Some("<Shift-F9>"),
        KeyScope::Prompt => Some("/jyl"),
        // Holds on all of them.
        KeyScope::Global => None,
    }
}

/// The commands in the row of `scope`, without the name of the program.
fn commands(page: &str, scope: KeyScope, lang: Lang) -> Vec<String> {
    let start = format!("| {} | ", scope.word(lang));
    let row = page.lines().find_map(|line| line.strip_prefix(&start));
    let row = row.unwrap_or_else(|| panic!("no row of {start}"));
    let spans = row.split('`').skip(1).step_by(2);
    spans
        .map(|span| span.strip_prefix("rongtu ").expect(span).to_owned())
        .collect()
}

/// Printed figures: digits with what they count, whole.
fn figures(screen: &str) -> impl Iterator<Item = &str> {
    let is_part = |c: char| c.is_alphanumeric() || "%.．".contains(c);
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    screen
        .split(move |c| !is_part(c))
        .filter(move |word| word.starts_with(|c: char| c.is_ascii_digit()) && word.contains(is_han))
}

#[test]
fn every_screen_is_an_answer_of_the_command_line() {
    let mut compared = 0;
    // What the explorer counts itself, such as pillars, is no figure of an article.
    let printed = Given::default().run("list outcomes --format json").out;
    for (file, lang, name) in [
        ("docs/accessibility.md", Lang::En, "en"),
        ("docs/accessibility.zh.md", Lang::Zh, "zh"),
    ] {
        let page = fs::read_to_string(file).unwrap();
        for scope in KeyScope::ALL {
            let Some(keys) = keys(scope) else { continue };
            let mut answer = String::new();
            let commands = commands(&page, scope, lang);
            for command in &commands {
                let ran = Given::default().run(&format!("{command} --lang {name}"));
                assert_eq!(ran.code, Some(0), "{command}: {}", ran.err);
                assert!(ran.out.lines().count() > 1, "{command}");
                answer += &ran.out;
            }
            answer.retain(|c| !c.is_whitespace());
            let mut session = Session::with(load(&Origin::Embedded), 200, 120, Policy::Narrow, lang);
            let screen = session.press(keys).fetch(None).screen();
            // The panes on the left count facts in the same words as the articles count things.
            let without_counts = |line: &str| match (scope, line.split_once('|')) {
                (KeyScope::Browse, Some((_, right))) => right.to_owned(),
                _ => line.to_owned(),
            };
            let told: String = screen.lines().map(|line| without_counts(line) + "\n").collect();
            for figure in figures(&told).filter(|figure| printed.contains(&format!("\"{figure}\""))) {
                assert!(
                    answer.contains(figure),
                    "{figure} is on the screen of {scope:?} and not among {commands:?}:\n{screen}"
                );
                compared += 1;
            }
        }
    }
    assert!(compared > 100, "{compared} figures");
}
