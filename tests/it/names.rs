//! A name may be typed in any spelling at every place that takes one.

use super::{run::Given, support::Session};

/// One place that takes a name: what it is called in a failing test, what is typed there, and what is then seen.
struct Door {
    place: &'static str,
    ask: fn(&str) -> String,
    seen: &'static str,
    spellings: &'static [&'static str],
}

fn cli(words: &str) -> String {
    let ran = Given::default().run(&format!("{words} --lang zh"));
    ran.out + &ran.err
}

fn keys(keys: &str) -> String {
    Session::new(100, 30).press(keys).screen()
}

/// Han, pinyin, initials, mixed, English and an id.
const COLLEGE: &[&str] = &["台州科技", "taizhoukeji", "tzkj", "tai州kj", "Taizhou", "tzvcst"];
const THEME: &[&str] = &["就业", "jiuye", "jyzl", "就ye", "employment"];
const METRIC: &[&str] = &["就业率", "jiuyelv", "jyl", "就yelv", "employment rate"];

const DOORS: &[Door] = &[
    Door {
        place: "list --college",
        ask: |word| cli(&format!("list colleges --college {}", joined(word))),
        seen: "台州科技职业学院",
        spellings: COLLEGE,
    },
    Door {
        place: "show",
        ask: |word| cli(&format!("show {}", joined(word))),
        seen: "台州科技职业学院",
        spellings: COLLEGE,
    },
    Door {
        place: "compare",
        ask: |word| cli(&format!("compare {} sdxx --format csv", joined(word))),
        seen: "台州科技",
        spellings: COLLEGE,
    },
    Door {
        place: "list --theme",
        ask: |word| cli(&format!("list outcomes --theme {} --format csv", joined(word))),
        seen: "employment",
        spellings: THEME,
    },
    Door {
        place: "find --theme",
        ask: |word| cli(&format!("find 98 --theme {} --format csv", joined(word))),
        seen: "tzvcst/employment-rate",
        spellings: THEME,
    },
    Door {
        place: "list --sort",
        ask: |word| cli(&format!("list colleges --sort {}", joined(word))),
        seen: "就业率",
        spellings: METRIC,
    },
    Door {
        place: "filter of the colleges",
        ask: |word| keys(&format!("<Tab>&{}", word)),
        seen: "台州科技",
        spellings: COLLEGE,
    },
    Door {
        place: "order of the colleges",
        ask: |word| keys(&format!("<Tab><F12>{}", word)),
        seen: "就业率",
        spellings: METRIC,
    },
    Door {
        place: "order of the colleges by province",
        ask: |word| keys(&format!("<Tab><F12>{}", word)),
        seen: "省份",
        spellings: &["省份", "shengfen", "sf", "省f", "province"],
    },
    Door {
        place: "palette",
        ask: |word| keys(&format!(":{}", word)),
        seen: "对比标记的院校",
        spellings: &["对比", "duibi", "db", "对bi", "compare", "F2"],
    },
    Door {
        place: "find",
        ask: |word| keys(&format!("/{}", word)),
        seen: "98%",
        spellings: METRIC,
    },
];

/// A word of the command line has no blank in it.
fn joined(word: &str) -> String {
    word.replace(' ', "")
}

#[test]
fn every_place_takes_every_spelling() {
    for door in DOORS {
        for spelling in door.spellings {
            let answer = (door.ask)(spelling);
            assert!(answer.contains(door.seen), "{}: {spelling}\n{answer}", door.place);
        }
    }
}

/// A place that takes anything would pass the test above.
#[test]
fn no_place_takes_what_names_nothing() {
    for door in DOORS {
        let answer = (door.ask)("xqzwv");
        assert!(!answer.contains(door.seen), "{}\n{answer}", door.place);
    }
}
