//! Every answer at every width: no line too long, nothing at line ends, the same on a terminal and in a pipe.

use rongtu::text::width::Policy;

use crate::run::{Given, TEXTS};

const LINES: [&str; 15] = [
    "list",
    "list pillars",
    "list measures",
    "list outcomes",
    "list frameworks",
    "list recognitions",
    "list partners",
    "list metrics",
    "list themes",
    "list sources",
    "show tzvcst",
    "show sdcit/p3",
    "source tzvcst/mould-firms",
    "compare tzvcst sdcit",
    "compare tzvcst sdcit --pillars",
];

const POLICIES: [(&str, Policy); 3] = [
    ("narrow", Policy::Narrow),
    ("wide", Policy::Wide),
    ("safe", Policy::Safe),
];

#[test]
fn no_line_is_wider_than_it_may_be() {
    for line in LINES {
        for lang in ["zh", "en"] {
            for (name, policy) in POLICIES {
                for width in [20, 57, 100] {
                    let ran = Given::default().run(&format!(
                        "{line} --lang {lang} --ambiguous {name} --width {width}"
                    ));
                    assert_eq!(ran.code, Some(0), "{line}");
                    for drawn in ran.out.lines() {
                        // What was drawn is no longer to be substituted: measure it as it stands.
                        let measure = if policy == Policy::Wide {
                            Policy::Wide
                        } else {
                            Policy::Narrow
                        };
                        assert!(measure.width(drawn) <= width, "{line} {name} {width}: {drawn}");
                        assert!(!drawn.ends_with(' '), "{line} {width}: {drawn:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn nothing_is_lost_in_a_narrow_page() {
    let addresses = |width: u16| {
        let ran = Given::default().run(&format!("list outcomes --width {width} --lang zh"));
        let text: String = ran.out.split_whitespace().collect();
        text.matches("tzvcst/").count() + text.matches("sdcit/").count()
    };
    let all = Given::default()
        .run("list outcomes --format jsonl")
        .out
        .lines()
        .count();
    for width in [20, 40, 60, 80, 100, 200] {
        assert_eq!(addresses(width), all, "{width}");
    }
}

#[test]
fn a_terminal_gets_substitutes_and_colour_and_a_pipe_gets_neither() {
    let line = format!("show jia/workshops --data tests/fixtures/tiny {TEXTS} --lang zh");
    let pipe = Given::default().run(&line).out;
    assert!(pipe.contains("「“3坊1室”」") && !pipe.contains('\x1b'), "{pipe}");
    let terminal = Given::default().terminal(80).run(&line).out;
    assert!(
        terminal.contains("「\"3坊1室\"」") && terminal.contains("\x1b["),
        "{terminal}"
    );
    let narrow = Given::default()
        .terminal(80)
        .run(&format!("{line} --ambiguous narrow"))
        .out;
    assert!(narrow.contains("「“3坊1室”」"), "{narrow}");
}

#[test]
fn data_are_printed_characters_on_a_terminal_too() {
    let line = "list frameworks --data tests/fixtures/tiny --format json";
    assert_eq!(
        Given::default().terminal(40).run(line),
        Given::default().run(line)
    );
}

#[test]
fn colour_is_asked_for_refused_and_forced() {
    let line = "list --lang zh";
    let painted = |given: Given, more: &str| given.run(&format!("{line} {more}")).out.contains('\x1b');
    let terminal = || Given::default().terminal(80);
    assert!(painted(terminal(), ""));
    assert!(!painted(terminal().env("NO_COLOR", "1"), ""));
    assert!(painted(terminal().env("NO_COLOR", ""), ""));
    assert!(!painted(terminal().env("TERM", "dumb"), ""));
    assert!(!painted(terminal(), "--color never"));
    assert!(painted(terminal().env("NO_COLOR", "1"), "--color always"));
    assert!(!painted(Given::default(), ""));
    assert!(painted(Given::default().env("CLICOLOR_FORCE", "1"), ""));
    assert!(!painted(Given::default().env("CLICOLOR_FORCE", "0"), ""));
    assert!(!painted(
        Given::default().env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1"),
        ""
    ));
}

#[test]
fn colour_changes_no_character() {
    let plain = Given::default().run("show tzvcst/p1 --lang zh --color never").out;
    for theme in ["dark", "light", "mono"] {
        let painted = Given::default()
            .run(&format!(
                "show tzvcst/p1 --lang zh --color always --theme-name {theme}"
            ))
            .out;
        assert_eq!(without_sgr(&painted), plain, "{theme}");
    }
}

fn without_sgr(text: &str) -> String {
    let mut parts = text.split("\x1b[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |out, part| {
        out + part.split_once('m').map_or(part, |(_, rest)| rest)
    })
}

#[test]
fn the_language_is_the_flag_then_the_variable_then_the_locale() {
    let zh = |given: Given, line: &str| given.run(line).out.contains("院校");
    assert!(zh(Given::default(), "list --lang zh"));
    assert!(!zh(Given::default().env("RONGTU_LANG", "zh"), "list --lang=en"));
    assert!(zh(
        Given::default().env("RONGTU_LANG", "zh").env("LANG", "en_US"),
        "list"
    ));
    assert!(zh(Given::default().env("LANG", "zh_CN.UTF-8"), "list"));
    assert!(!zh(Given::default(), "list"));
}
