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

/// Words, numbers, options, ids, paths and addresses of a text, with what cuts them short left out.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    for line in text.lines() {
        let is_of = |c: char| c.is_ascii_alphanumeric() || "-/._:%+?=&".contains(c);
        for piece in line.split(|c| !is_of(c)) {
            let cut = piece.ends_with("..");
            let piece = piece.trim_matches(|c: char| "-/._:+".contains(c));
            pieces.extend((!cut && !piece.is_empty()).then(|| piece.to_owned()));
        }
    }
    pieces
}

/// How often each tag stands in one piece.
fn tags(text: &str) -> Vec<(&'static str, usize)> {
    const TAGS: [&str; 12] = [
        "近年来",
        "累计",
        "应届",
        "2024届",
        "截至2023年底",
        "2000多万元",
        "超过5000万元",
        "390余项",
        "6000元以上",
        "time not stated",
        "二级学院",
        "全校",
    ];
    let count = |tag: &str| text.lines().map(|line| line.matches(tag).count()).sum();
    TAGS.map(|tag| (tag, count(tag))).to_vec()
}

#[test]
fn no_word_tag_option_or_address_is_broken_at_any_width() {
    let more = ["find 就业", "find 企业", "find pairing", "check"];
    let mut turn = 0;
    for line in LINES.into_iter().chain(more) {
        for lang in ["zh", "en"] {
            for (name, policy) in POLICIES {
                let drawn = |width: usize| {
                    let options = format!("--lang {lang} --ambiguous {name} --width {width}");
                    Given::default().run(&format!("{line} {options}")).out
                };
                let (whole, tagged) = (pieces(&drawn(1000)), tags(&drawn(1000)));
                turn += 1;
                for width in (30..=200).skip(turn * 7 % 37).step_by(37) {
                    let text = drawn(width);
                    for piece in pieces(&text) {
                        let long = |other: &String| other.len() + 2 > width && other.contains(&piece);
                        let known = whole.contains(&piece) || whole.iter().any(long);
                        assert!(known, "{line} {lang} {name} {width}: {piece} is broken\n{text}");
                    }
                    for (before, after) in tagged.iter().zip(tags(&text)) {
                        // A row whose colleges stand under each other tells no scope twice.
                        let compared =
                            line.starts_with("compare") && ["二级学院", "全校"].contains(&before.0);
                        let cut = line.starts_with("find");
                        assert!(
                            compared || cut || before.1 == after.1,
                            "{line} {lang} {name} {width}: {before:?} {after:?}\n{text}"
                        );
                    }
                    let measure = if policy == Policy::Wide {
                        policy
                    } else {
                        Policy::Narrow
                    };
                    let wide = text.lines().find(|line| measure.width(line) > width);
                    assert_eq!(wide, None, "{line} {lang} {name} {width}");
                }
            }
        }
    }
}

#[test]
fn what_find_prints_can_be_shown_at_any_width() {
    for (word, lang) in [("就业", "zh"), ("企业", "en"), ("65", "zh")] {
        let addrs = |text: &str| -> Vec<String> {
            pieces(text)
                .into_iter()
                .filter(|piece| piece.contains("/"))
                .collect()
        };
        let all = addrs(
            &Given::default()
                .run(&format!("find {word} --lang {lang} --width 1000"))
                .out,
        );
        assert!(!all.is_empty());
        for width in [30, 40, 60, 80, 100, 200] {
            let out = Given::default()
                .run(&format!("find {word} --lang {lang} --width {width}"))
                .out;
            assert_eq!(addrs(&out), all, "{width}");
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
