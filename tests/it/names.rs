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

/// The explorer with a page or menu of the screen on top of it.
fn keys_after(before: &str, word: &str, after: &str) -> String {
    Session::new(100, 30)
        .press(before)
        .press(word)
        .press(after)
        .screen()
}

/// A report, written into a folder of its own.
fn reported(words: &str) -> String {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("report.md");
    let said = cli(&format!("report {words} --output {}", path.display()));
    std::fs::read_to_string(path).unwrap_or(said)
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
        place: "show a theme",
        ask: |word| cli(&format!("show {}", joined(word))),
        seen: "编号  employment",
        spellings: &["就业质量", "jiuyezhiliang", "jyzl", "就ye质量", "employment"],
    },
    Door {
        place: "show a metric",
        ask: |word| cli(&format!("show {}", joined(word))),
        seen: "编号        employment-rate",
        spellings: &["就业率", "jiuyelv", "jyl", "就yelv", "employment-rate"],
    },
    Door {
        place: "source",
        ask: |word| cli(&format!("source {}/employment-rate", joined(word))),
        seen: "台州科技职业学院",
        spellings: COLLEGE,
    },
    Door {
        place: "find --college",
        ask: |word| cli(&format!("find 98 --college {} --format csv", joined(word))),
        seen: "tzvcst/employment-rate",
        spellings: COLLEGE,
    },
    Door {
        place: "report",
        ask: |word| reported(&joined(word)),
        seen: "台州科技职业学院",
        spellings: COLLEGE,
    },
    Door {
        place: "report --theme",
        ask: |word| reported(&format!("tzvcst --theme {}", joined(word))),
        seen: "98%",
        spellings: THEME,
    },
    Door {
        place: "compare --theme",
        ask: |word| {
            cli(&format!(
                "compare tzvcst sdcit --theme {} --format csv",
                joined(word)
            ))
        },
        seen: "tzvcst/employment-rate",
        spellings: THEME,
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
        place: "filter of the pillars",
        ask: |word| keys_after("<Tab><Tab>&", word, ""),
        seen: "1 组织建设     ",
        spellings: &["组织", "zuzhi", "zzjs", "组zhi", "organisation"],
    },
    Door {
        place: "filter of the outcomes",
        ask: |word| keys_after("&", word, ""),
        seen: "65场",
        spellings: &["共办活动", "gongban", "gbhd", "共ban", "events"],
    },
    Door {
        place: "search in a page",
        ask: |word| keys_after("<F1>/", word, "<Enter>n"),
        seen: "第 2 处",
        spellings: &["查找", "chazhao", "cz", "查zhao"],
    },
    Door {
        place: "bookmarks",
        ask: |word| keys_after("/就业率<Enter>m'", word, ""),
        seen: ">毕业生就业率",
        spellings: METRIC,
    },
    Door {
        place: "what to copy",
        ask: |word| keys_after("y", word, ""),
        seen: ">参考文献 (GB/T 7714)",
        spellings: &["文献", "cankao", "ckwx", "参kao", "reference"],
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

/// Every argument of the command line that is a name, as its verb's help writes it, and the place it is tested at.
#[test]
fn every_argument_that_is_a_name_is_among_the_places() {
    let help = Given::default().run("--help --lang en").out;
    let verbs = help.split("Commands:\n").nth(1).unwrap().lines();
    let verbs = verbs.map_while(|line| line.strip_prefix("  ")?.split(' ').next());
    let mut named = 0;
    for verb in verbs.filter(|verb| !verb.is_empty()) {
        let help = Given::default().run(&format!("help {verb} --lang en")).out;
        for line in help.lines().map(str::trim_start) {
            let mut words = line.split_whitespace();
            let place = match (words.next(), words.next()) {
                (Some(option), Some("<C>" | "<T>" | "<name|province|METRIC>")) => format!("{verb} {option}"),
                (Some("<COLLEGES>..." | "<ADDR>"), _) => verb.to_owned(),
                _ => continue,
            };
            named += 1;
            assert!(DOORS.iter().any(|door| door.place == place), "{place}");
        }
    }
    assert!(named > 8, "only {named} were found");
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
