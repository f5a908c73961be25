//! What gets through the door and what does not.

use std::ffi::OsString;

use clap::CommandFactory;

use super::{honours, request, table};
use crate::cli::{self, Next, World, args::Args};

#[derive(Debug)]
pub(super) struct Ran {
    out: String,
    err: String,
    code: Option<u8>,
    pub(super) explore: Option<Box<cli::Explore>>,
}

pub(super) fn kiosk(flags: &[&str], env: &[(&str, &str)]) -> Ran {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let words = ["rongtu", "kiosk"].into_iter().chain(flags.iter().copied());
    let env = |name: &str| {
        let found = env.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| (*value).to_owned())
    };
    let next = cli::run(
        words.map(OsString::from),
        &mut World {
            input: &mut std::io::empty(),
            out: &mut out,
            err: &mut err,
            env: &env,
            columns: None,
            err_terminal: false,
            bind: crate::tui::keymap::bind,
        },
    );
    let (code, explore) = match next {
        Next::Done(exit) => (Some(exit as u8), None),
        Next::Explore(explore) => (None, Some(explore)),
        Next::Review(..) => panic!("a review was opened"),
    };
    Ran {
        out: String::from_utf8(out).unwrap(),
        err: String::from_utf8(err).unwrap(),
        code,
        explore,
    }
}

fn ask(request: &str) -> Ran {
    kiosk(&[], &[("SSH_ORIGINAL_COMMAND", request)])
}

const REFUSED: &[&str] = &[
    // No verb of the table.
    "''",
    "id",
    "sh",
    "bash -i",
    "lst",
    "li",
    "LIST",
    "rongtu rongtu list",
    "/usr/bin/rongtu list",
    "./rongtu list",
    "check",
    "check --explain all",
    "check .",
    "check --terminal",
    "draft a.txt",
    "export out",
    "kiosk",
    "completions bash",
    "man",
    "scp -t .",
    "scp -f x",
    "internal-sftp",
    "/usr/lib/openssh/sftp-server",
    "rsync --server -e.LsfxC . x",
    "git-upload-pack x",
    // Flags that are not in it, in every dress.
    "--data tests/fixtures/tiny",
    "--data=x list",
    "list --data tests",
    "list --data=tests",
    "list --dat=tests",
    "list '--data=tests'",
    "list --articles x",
    "list --config x",
    "list --cache x",
    "list --no-cache",
    "--no-cache",
    "rongtu --watch",
    "list --help",
    "list -h",
    "list -V",
    "list --version",
    "--version",
    "-V",
    "help list",
    "help --help",
    "--help list",
    "list --",
    "list -- pillars",
    "list -",
    "list --lan zh",
    "list --lang",
    "list --lang --data",
    "list --lang=--data",
    "list --pillars",
    "list --college -x",
    "compare tzvcst sdcit --pillars=1",
    "compare tzvcst sdcit --diff=",
    "show --limit 1 tzvcst",
    "show -- --data",
    // Paths.
    "show ../../etc/passwd",
    "show /etc/passwd",
    "show ~root",
    "source ./x",
    "list --college ../x",
    "list --college=/etc/passwd",
    "find ..",
    // What a shell would act upon.
    "list; id",
    "list;id",
    "list && id",
    "list & id",
    "list | sh",
    "list > x",
    "list < x",
    "find $(id)",
    "find ${HOME}",
    "find $HOME",
    "find `id`",
    "find 'a;b'",
    "find a\\ b",
    "list # comment",
    "list {a,b}",
    "find 'x",
    "find \"x",
    // Characters that have no place in a line.
    "list\nid",
    "list\r",
    "list\tpillars",
    "find \u{1b}[2J",
    "find \u{1b}]52;c;eA==\u{7}",
    "find \u{0}",
    "list\u{0}--data",
    "find \u{7f}",
    "find \u{85}",
    "find \u{9b}2J",
    "find \u{202e}x",
    "find \u{2066}x",
    "find \u{200b}x",
    "find \u{2028}x",
    "find \u{fffd}",
    // Too few and too many words.
    "list pillars outcomes",
    "show",
    "show a b",
    "source",
    "find",
    "compare tzvcst",
    "compare a b c d e",
    // Words that the verb itself does not know.
    "list everything",
    "list --format xml",
    "list --lang de",
    "list --width 5",
    "list --lang zh --lang en",
];

#[test]
fn what_is_not_in_the_table_is_refused_in_one_plain_line() {
    assert!(REFUSED.len() >= 90);
    for request in REFUSED {
        let ran = ask(request);
        assert_eq!(ran.code, Some(2), "{request:?}: {ran:?}");
        assert_eq!(ran.out, "", "{request:?}");
        assert_eq!(ran.err.lines().count(), 1, "{request:?}: {}", ran.err);
        assert!(
            !ran.err.trim_end_matches('\n').contains(char::is_control),
            "{request:?}"
        );
        assert!(ran.err.len() < 300, "{request:?}");
    }
}

#[test]
fn no_flag_that_names_a_file_is_in_the_table() {
    for row in table::TABLE {
        for flag in [row.values, row.switches, table::COMMON, table::COMMON_SWITCHES].concat() {
            assert!(!["--data", "--articles", "--dir", "--explain", "--config"].contains(&flag));
        }
    }
}

#[test]
fn every_verb_and_flag_of_the_table_exists() {
    let mut command = Args::command();
    command.build();
    for row in table::TABLE.iter().filter(|row| !row.verb.is_empty()) {
        let verb = command.find_subcommand(row.verb);
        let verb = verb.unwrap_or_else(|| panic!("{} is no verb", row.verb));
        for flag in [row.values, row.switches, table::COMMON, table::COMMON_SWITCHES].concat() {
            let known = verb
                .get_arguments()
                .any(|arg| arg.get_long() == flag.strip_prefix("--"));
            assert!(known, "{} {flag}", row.verb);
        }
    }
}

#[test]
fn length_is_capped() {
    let long = |n: usize| format!("find {}", "x".repeat(n));
    assert_eq!(
        request::words(&long(request::LONGEST)),
        Err(request::RequestRefusal::TooLong)
    );
    assert!(request::words(&long(request::LONGEST - 5)).is_ok());
    assert_eq!(ask(&long(1_000_000)).code, Some(2));
}

#[test]
fn what_fits_is_answered_as_the_command_line_answers() {
    for line in [
        "list",
        "list pillars --college sdcit --lang=zh",
        "show tzvcst/mould-firms --format json",
        "source tzvcst/mould-firms",
        "find jyl --limit 3",
        "find 台州 就业率 --kind outcome --college=tzkj --format jsonl",
        "compare tzvcst sdcit --diff --theme employment --width 60",
        "compare '台州科技' sdxx --pillars",
    ] {
        let direct = {
            let (mut out, mut err) = (Vec::new(), Vec::new());
            let words = shell_words::split(line).unwrap();
            let words = ["rongtu".to_owned()].into_iter().chain(words).map(OsString::from);
            let mut world = World {
                input: &mut std::io::empty(),
                out: &mut out,
                err: &mut err,
                env: &|_| None,
                columns: None,
                err_terminal: false,
                bind: crate::tui::keymap::bind,
            };
            cli::run(words, &mut world);
            String::from_utf8(out).unwrap()
        };
        for asked in [line.to_owned(), format!("rongtu {line}")] {
            let ran = ask(&asked);
            assert_eq!(
                (ran.code, ran.out.as_str()),
                (Some(0), direct.as_str()),
                "{asked}: {}",
                ran.err
            );
        }
    }
}

#[test]
fn what_is_not_there_ends_with_one() {
    assert_eq!(ask("show no-such-thing").code, Some(1));
}

#[test]
fn help_tells_the_table() {
    for asked in ["help", "--help", "-h", "rongtu help", "rongtu --help"] {
        let ran = ask(asked);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{asked}");
        for row in table::TABLE {
            assert!(ran.out.contains(row.verb), "{asked}");
        }
        assert!(!ran.out.contains("--data"), "{asked}");
    }
}

#[test]
fn without_a_request_the_explorer_opens_with_its_limits() {
    let flags = ["--idle", "2.5", "--total", "20"];
    for env in [&[][..], &[("SSH_ORIGINAL_COMMAND", "rongtu --lang zh")]] {
        let explore = kiosk(&flags, env).explore.unwrap();
        let limits = explore.kiosk.unwrap();
        assert_eq!((limits.idle.as_secs(), limits.total.as_secs()), (150, 1200));
        assert!(explore.articles.is_empty());
    }
    for wrong in ["0", "-1", "nan", "inf", "x", "1e9", ""] {
        assert_eq!(kiosk(&[&format!("--idle={wrong}")], &[]).code, Some(2), "{wrong}");
    }
}

#[test]
fn the_clients_environment_is_not_heard() {
    let zh = |env: &[(&str, &str)], flags: &[&str]| {
        let env: Vec<_> = env
            .iter()
            .copied()
            .chain([("SSH_ORIGINAL_COMMAND", "list")])
            .collect();
        kiosk(flags, &env).out.contains("院校")
    };
    assert!(!zh(&[("RONGTU_LANG", "zh")], &[]));
    assert!(zh(&[("LC_ALL", "zh_CN.UTF-8")], &[]));
    assert!(zh(&[("LANG", "en_US.UTF-8")], &["--lang", "zh"]));
    for name in [
        "HOME",
        "PATH",
        "PAGER",
        "EDITOR",
        "TMUX",
        "STY",
        "XDG_CACHE_HOME",
        "RONGTU_ARTICLES",
        "CLICOLOR_FORCE",
    ] {
        assert!(!honours(name), "{name}");
    }
}

#[test]
fn no_file_of_the_account_is_read() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join(".config/rongtu");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("config.yaml"), "data: tests/fixtures/tiny\n").unwrap();
    let file = folder.join("config.yaml");
    for (name, value) in [("HOME", home.path()), ("RONGTU_CONFIG", &file)] {
        let value = value.to_str().unwrap();
        let ran = kiosk(
            &[],
            &[(name, value), ("SSH_ORIGINAL_COMMAND", "list --format csv")],
        );
        assert!(ran.out.contains("tzvcst"), "{name}: {}", ran.out);
        let explore = kiosk(&[], &[(name, value)]).explore.unwrap();
        assert!(explore.articles.is_empty() && explore.load.cache.is_none());
    }
}

#[test]
fn the_administrator_says_where_the_dossiers_are() {
    let ran = kiosk(
        &["--data", "tests/fixtures/tiny"],
        &[("SSH_ORIGINAL_COMMAND", "list --format csv")],
    );
    assert_eq!(ran.code, Some(0));
    assert!(
        ran.out.contains("jia") && !ran.out.contains("tzvcst"),
        "{}",
        ran.out
    );
}
