//! Settings: the file, the keys it gives to actions, and where both are told.

use std::{fs, path::Path, process::Command};

use crate::pty::{Answer, Pty, RONGTU};

/// Runs `rongtu` with a home of its own.
fn run(home: &Path, env: &[(&str, &str)], words: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(RONGTU);
    command.env_clear().env("HOME", home).envs(env.iter().copied());
    let ran = command.args(words).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (ran.status.code(), text(ran.stdout), text(ran.stderr))
}

fn write(home: &Path, file: &str, text: &str) {
    let path = home.join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

const STATE: &str = ".local/state/rongtu/state.yaml";
const CONFIG: &str = ".config/rongtu/config.yaml";

/// The value of a setting and where it comes from, as `rongtu config` tells them.
fn setting(home: &Path, env: &[(&str, &str)], flags: &[&str], name: &str) -> (String, String) {
    let words = [&["config", "--format", "csv"], flags].concat();
    let (code, out, err) = run(home, env, &words);
    assert_eq!(code, Some(0), "{err}");
    let line = out
        .lines()
        .find_map(|line| line.strip_prefix(&format!("{name},")));
    let line = line.unwrap_or_else(|| panic!("{name} is not in {out}"));
    let (value, from) = line.rsplit_once(',').unwrap();
    (value.to_owned(), from.to_owned())
}

fn explorer(home: &Path, words: &[&str]) -> Pty {
    let words = [&[RONGTU], words].concat();
    let home = home.to_str().unwrap();
    // The language of the test's terminal is left to the settings.
    Pty::start(&words, &[("HOME", home), ("RONGTU_LANG", "")], Answer::Narrow)
}

#[test]
fn keys_are_listed_with_where_they_come_from() {
    let home = tempfile::tempdir().unwrap();
    let text = "lang: en\nkeys:\n  compare: Alt-7\n  mark: [c, ctrl+t]\n  pin: 'Alt-8'\n  quit: Alt-9\n";
    write(home.path(), CONFIG, text);
    for (action, keys, from) in [
        ("compare", "Alt-7", "config.yaml"),
        ("mark", "c Ctrl-T", "config.yaml"),
        ("pin", "Alt-8", "config.yaml"),
        ("quit", "Alt-9 Ctrl-C", "config.yaml"),
        ("overview", "o F7", "default"),
    ] {
        let found = setting(home.path(), &[], &[], &format!("keys.{action}"));
        assert_eq!(found, (keys.to_owned(), from.to_owned()), "{action}");
    }
}

#[test]
fn a_fault_in_keys_has_line_column_and_hint_in_the_readers_language() {
    let home = tempfile::tempdir().unwrap();
    let long = format!("keys:\n  mark: {}\n", "x".repeat(90_000));
    for (keys, at, en, zh) in [
        (
            "keys:\n  fly:\n    - x\n",
            (2, 3),
            "no action is called fly",
            "没有叫 fly 的动作",
        ),
        (
            "keys:\n  mark: [Space, Hyper-x]\n",
            (2, 17),
            "no key is called \"Hyper-x\"",
            "没有叫「Hyper-x」的键",
        ),
        (
            "keys:\n  mark: Alt-7\n  sort: Alt-7\n",
            (3, 9),
            "Alt-7 is a key of mark",
            "Alt-7 已是 mark 的键",
        ),
        (
            "keys:\n  mark:\n    - o\n",
            (3, 7),
            "o is a key of overview",
            "o 已是 overview 的键",
        ),
        ("keys:\n  erase: x\n", (2, 3), "cannot be changed", "不能改"),
        (
            "keys:\n  mark: Alt-7\n  mark: Alt-8\n",
            (3, 3),
            "mark stands twice",
            "mark 写了两次",
        ),
        (
            "keys:\n  quit: []\n",
            (2, 3),
            "every action needs one",
            "至少一个",
        ),
        (&long, (2, 9), "no key is called", "没有叫"),
    ] {
        write(home.path(), CONFIG, keys);
        for (lang, says, place, hint) in [
            ("en", en, format!("line {} column {}", at.0, at.1), "hint: "),
            ("zh", zh, format!("第 {} 行第 {} 列", at.0, at.1), "提示: "),
        ] {
            let (code, _, err) = run(home.path(), &[("RONGTU_LANG", lang)], &["config"]);
            assert_eq!(code, Some(2), "{keys}");
            for part in [says, &place, hint] {
                assert!(err.contains(part), "{part}: {err}");
            }
            assert!(err.len() < 1000, "{} bytes", err.len());
        }
    }
}

#[test]
fn what_is_no_map_of_keys_is_refused_with_its_line() {
    let home = tempfile::tempdir().unwrap();
    for text in [
        "keys: 5\n",
        "keys: [a]\n",
        "keys:\n  mark: {a: b}\n",
        "keys:\n  mark: 1.5\n",
    ] {
        write(home.path(), CONFIG, text);
        let (code, _, err) = run(home.path(), &[], &["list"]);
        assert_eq!(code, Some(2), "{text}");
        assert!(err.contains("line "), "{text}: {err}");
    }
    for text in ["keys:\n", "keys: {}\n"] {
        write(home.path(), CONFIG, text);
        assert_eq!(run(home.path(), &[], &["list"]).0, Some(0), "{text}");
    }
}

#[test]
fn keys_asked_for_act_and_are_shown() {
    let home = tempfile::tempdir().unwrap();
    let text = "lang: en\nkeys:\n  help: [H]\n  quit: [Q]\n  back: [E]\n  overview: [Alt-o]\n";
    write(home.path(), CONFIG, text);
    let mut pty = explorer(home.path(), &[]);
    pty.sees("H help");
    pty.sees("Q quit");
    pty.keys("?");
    pty.sees("? does nothing here; H shows the keys that do");
    pty.keys("\x1bo");
    pty.sees("E back");
    pty.keys("EEEE");
    pty.sees("this is the first screen; Q quits");
    pty.keys("/q?");
    pty.sees("Find: q?");
    pty.keys("\x1b");
    pty.sees("Q quit");
    pty.keys("Q");
    assert!(pty.ends().success());
}

#[test]
fn a_last_choice_ranks_below_every_setting_and_holds_for_the_explorer_alone() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let is = |value: &str, from: &str| (value.to_owned(), from.to_owned());
    let env = [("TERM", "xterm"), ("LANG", "en_US.UTF-8")];
    assert_eq!(
        setting(home, &env, &[], "explorer.ambiguous"),
        is("auto", "default")
    );
    write(home, STATE, "ambiguous: {xterm: wide}\nlang: zh\n");
    assert_eq!(
        setting(home, &env, &[], "explorer.ambiguous"),
        is("wide", "last choice")
    );
    assert_eq!(setting(home, &env, &[], "explorer.lang"), is("zh", "last choice"));
    assert_eq!(setting(home, &env, &[], "ambiguous"), is("auto", "default"));
    assert_eq!(setting(home, &env, &[], "lang"), is("en", "default"));
    let other = [("TERM", "linux"), ("LANG", "en_US.UTF-8")];
    assert_eq!(
        setting(home, &other, &[], "explorer.ambiguous"),
        is("auto", "default")
    );
    write(home, CONFIG, "lang: en\nambiguous: narrow\n");
    assert_eq!(setting(home, &env, &[], "explorer.lang"), is("en", "config.yaml"));
    let variable = [
        ("TERM", "xterm"),
        ("RONGTU_LANG", "en"),
        ("RONGTU_AMBIGUOUS", "safe"),
    ];
    assert_eq!(
        setting(home, &variable, &[], "explorer.lang"),
        is("en", "RONGTU_LANG")
    );
    assert_eq!(
        setting(home, &variable, &["--ambiguous", "auto"], "explorer.ambiguous"),
        is("auto", "flag")
    );
    // A file that is damaged says nothing.
    write(home, CONFIG, "");
    write(home, STATE, "ambiguous: [wide\n");
    assert_eq!(
        setting(home, &env, &[], "explorer.ambiguous"),
        is("auto", "default")
    );
}

#[test]
fn the_explorer_opens_what_start_names() {
    let home = tempfile::tempdir().unwrap();
    write(home.path(), CONFIG, "lang: zh\nstart: overview\n");
    explorer(home.path(), &[]).sees("-- 总览");
    explorer(home.path(), &["--start", "compare"]).sees("能否比较");
    // A folder is read behind the screen.
    explorer(home.path(), &["--start", "find", "--data", "."]).sees("汉字、拼音、首字母、数字都可以");
    explorer(home.path(), &["--start", "browse"]).sees("-- 院校 2");
}

#[test]
fn a_language_chosen_is_remembered_but_never_from_a_public_account() {
    let home = tempfile::tempdir().unwrap();
    let state = home.path().join(STATE);
    const F8: &str = "\x1b[19~";
    let mut kiosk = explorer(home.path(), &["kiosk"]);
    kiosk.sees("2 colleges");
    kiosk.keys(F8);
    kiosk.sees("2 所院校");
    kiosk.keys("q");
    kiosk.ends();
    assert!(!home.path().join(".local").exists());
    let mut own = explorer(home.path(), &[]);
    own.sees("2 colleges");
    own.keys(F8);
    own.sees("2 所院校");
    own.keys("q");
    own.ends();
    assert_eq!(fs::read_to_string(&state).unwrap(), "lang: zh\n");
    explorer(home.path(), &[]).sees("2 所院校");
}

/// What is chosen holds on the screen, and nobody is troubled with what could not be written.
#[test]
fn where_nothing_can_be_written_nothing_is_said() {
    let home = tempfile::tempdir().unwrap();
    // A file where the folder would be.
    write(home.path(), ".local", "");
    let mut own = explorer(home.path(), &[]);
    own.sees("2 colleges");
    own.keys("\x1b[19~");
    own.sees("2 所院校");
    own.keys("q");
    assert!(own.ends().success());
    assert_eq!(fs::read_to_string(home.path().join(".local")).unwrap(), "");
}

#[test]
fn colours_of_ones_own_are_listed_and_told_when_they_can_hardly_be_read() {
    let home = tempfile::tempdir().unwrap();
    let text = "lang: en\ntheme:\n  label: bright-cyan\n  quote: 114\n  bar-2: \"#d7af00\"\n";
    write(home.path(), CONFIG, text);
    let found = setting(home.path(), &[], &[], "theme.quote");
    assert_eq!(found, ("114".to_owned(), "config.yaml".to_owned()));
    let warnings = |theme: &str| {
        let (code, _, err) = run(home.path(), &[], &["config", "--theme-name", theme]);
        assert_eq!(code, Some(0), "{err}");
        err
    };
    assert_eq!(warnings("dark"), "");
    assert_eq!(warnings("mono"), "");
    for theme in ["light", "auto"] {
        let err = warnings(theme);
        assert_eq!(err.lines().count(), 3, "{err}");
        assert!(err.contains("theme.label has a contrast of 1."), "{err}");
        assert!(
            err.contains(":1 on light backgrounds, where 3:1 is needed"),
            "{err}"
        );
    }
}

#[test]
fn a_fault_in_colours_has_line_column_and_hint_in_the_readers_language() {
    let home = tempfile::tempdir().unwrap();
    for (theme, at, en, zh) in [
        (
            "theme:\n  label: pink\n",
            (2, 10),
            "pink is no colour",
            "pink 不是颜色",
        ),
        (
            "theme:\n  headline: red\n",
            (2, 3),
            "no colour is called headline",
            "没有叫 headline 的颜色",
        ),
        (
            "theme:\n  quote: 256\n",
            (2, 10),
            "256 is no colour",
            "256 不是颜色",
        ),
        (
            "theme:\n  quote: red\n  quote: blue\n",
            (3, 3),
            "quote stands twice",
            "quote 写了两次",
        ),
    ] {
        write(home.path(), CONFIG, theme);
        for (lang, says, place, hint) in [
            ("en", en, format!("line {} column {}", at.0, at.1), "hint: "),
            ("zh", zh, format!("第 {} 行第 {} 列", at.0, at.1), "提示: "),
        ] {
            let (code, _, err) = run(home.path(), &[("RONGTU_LANG", lang)], &["list"]);
            assert_eq!(code, Some(2), "{theme}");
            for part in [says, &place, hint] {
                assert!(err.contains(part), "{part}: {err}");
            }
        }
    }
    // Without quotation marks it is a comment.
    write(home.path(), CONFIG, "theme:\n  label: #5fd7d7\n");
    let (code, _, err) = run(home.path(), &[], &["list"]);
    assert!(code == Some(2) && err.contains("in quotation marks"), "{err}");
}

/// What a terminal is sent at the start, with these settings.
fn bytes_at_start(theme: &str, term: &str) -> String {
    let home = tempfile::tempdir().unwrap();
    write(home.path(), CONFIG, theme);
    let home = home.path().to_str().unwrap();
    let env = [("HOME", home), ("TERM", term)];
    let mut pty = Pty::start(&[RONGTU], &env, Answer::Narrow);
    pty.sees("2 所院校");
    pty.keys("q");
    pty.ends();
    String::from_utf8_lossy(&pty.bytes()).into_owned()
}

#[test]
fn a_colour_of_ones_own_is_shown_where_the_terminal_has_it() {
    let own = "theme:\n  label: 201\n";
    assert!(bytes_at_start(own, "xterm-256color").contains("38;5;201"));
    let sixteen = bytes_at_start(own, "xterm");
    assert!(
        !sixteen.contains(";5;201") && sixteen.contains("36m"),
        "{sixteen:?}"
    );
    assert!(bytes_at_start("theme:\n  label: bright-red\n", "xterm").contains("91m"));
    let home = tempfile::tempdir().unwrap();
    write(home.path(), CONFIG, "theme:\n  label: magenta\n");
    let (_, out, _) = run(home.path(), &[], &["list", "--color", "always"]);
    assert!(out.contains("\u{1b}[35m"), "{out:?}");
}
