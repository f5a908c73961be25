//! What goes wrong, what is said about it, and the exit code.

use std::{
    ffi::OsString,
    fs,
    io::{self, Write},
    path::Path,
    process::{Command, Stdio},
};

use insta::assert_snapshot;
use rongtu::cli::{self, Next, World, exit::Exit};
use tempfile::TempDir;

use crate::run::{Given, en, zh};

#[test]
fn bad_usage_is_told_in_the_readers_language() {
    assert_snapshot!(zh("lst").err, @"
    rongtu: 没有这个命令: lst
      提示: 是否指 list
    ");
    assert_snapshot!(en("lst").err, @"
    rongtu: there is no such command: lst
      hint: did you mean list
    ");
    assert_snapshot!(zh("list pilars").err, @"
    rongtu: KIND 不能是 pilars
      提示: 是否指 pillars
    ");
    assert_snapshot!(zh("list --format xml").err, @"
    rongtu: --format 不能是 xml
      提示: 可用: table, md, csv, json, jsonl
    ");
    assert_snapshot!(zh("list --fromat json").err, @"
    rongtu: 没有这个选项或多写了参数: --fromat
      提示: 是否指 --format
    ");
    assert_snapshot!(zh("show").err, @"
    rongtu: 缺少 ADDR (地址，如 tzvcst/p1、tzvcst/mould-firms；或院校、主题、指标的编号或名称)
      提示: 例如 rongtu show tzvcst
    ");
    assert_snapshot!(zh("list --width 7").err, @"
    rongtu: --width 不能是 7
      提示: rongtu --help 说明用法
    ");
    for line in [
        "lst",
        "list pilars",
        "list --format xml",
        "show",
        "list --width 7",
        "list --college",
    ] {
        assert_eq!(en(line).code, Some(2), "{line}");
    }
}

#[test]
fn what_is_missing_is_told_with_what_it_is_and_a_line_to_type() {
    for line in [
        "show",
        "find",
        "source",
        "compare",
        "report",
        "draft",
        "review",
        "completions",
    ] {
        for err in [zh(line).err, en(line).err] {
            let (missing, hint) = err.split_once('\n').unwrap();
            assert!(
                missing.contains(" (") && !missing.contains("()") && !missing.contains('<'),
                "{err}"
            );
            assert!(hint.contains(&format!("rongtu {line} ")), "{err}");
        }
    }
}

#[test]
fn what_is_not_there_is_told_with_what_is() {
    assert_snapshot!(zh("show nowhere").err, @"
    rongtu: 没有院校、主题或指标叫「nowhere」
      提示: rongtu find nowhere 在所有内容里查找
    ");
    assert_snapshot!(zh("show jia/nothing").err, @"
    rongtu: jia 里没有「nothing」
      提示: rongtu list outcomes --college jia 列出其成效的地址
    ");
    assert_snapshot!(en("list --theme weather").err, @r#"
    rongtu: no theme is called "weather"
      hint: rongtu list themes shows all themes
    "#);
    for line in [
        "show nowhere",
        "show jia/nothing",
        "show jia/",
        "list --theme weather",
        "source employment",
    ] {
        let ran = en(line);
        assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""), "{line}");
        assert!(ran.err.starts_with("rongtu: "), "{line}");
    }
}

#[test]
fn an_ambiguous_name_lists_the_candidates() {
    let ran = zh("show 职业学院");
    assert_snapshot!(ran.err, @"
    rongtu: 「职业学院」可指几项
      提示: 请写编号: jia 甲江职业学院, yi 乙山职业学院
    ");
    assert_eq!(ran.code, Some(2));
    assert_eq!(zh("list --theme j").code, Some(2));
}

#[test]
fn a_folder_that_is_not_there() {
    let ran = Given::default().run("list --data nowhere/at/all --lang zh");
    assert_snapshot!(ran.err, @"
    rongtu: 没有文件夹 nowhere/at/all
      提示: 检查路径的拼写
    ");
    assert_eq!(ran.code, Some(2));
    assert_eq!(en("list --articles nowhere").code, Some(2));
    assert_eq!(en("check nowhere").code, Some(2));
}

#[test]
fn hostile_arguments_are_shown_harmless() {
    for hostile in ["\x1b]52;c;eA==\x07", "a\u{202e}b", "\x1b[2J", "甲\u{0}"] {
        for words in [
            vec!["show", hostile],
            vec![hostile],
            vec!["list", "--theme", hostile],
            vec!["list", "--college", hostile],
        ] {
            let words = ["rongtu"].iter().chain(&words).map(OsString::from);
            let ran = Given::default().run_words(words);
            let seen = format!("{}{}", ran.out, ran.err);
            assert!(seen.contains("<U+"), "{seen:?}");
            assert!(
                !seen.contains(|c: char| (c.is_control() && c != '\n') || c == '\u{202e}'),
                "{seen:?}"
            );
            assert!(matches!(ran.code, Some(1 | 2)));
        }
    }
}

/// The tiny data with one file changed.
fn damaged(file: &str, from: &str, to: &str) -> TempDir {
    let dir = TempDir::new().unwrap();
    copy(Path::new("tests/fixtures/tiny"), dir.path());
    let path = dir.path().join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{from}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
    dir
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy(&entry.path(), &to),
            false => drop(fs::copy(entry.path(), to).unwrap()),
        }
    }
}

fn at(dir: &TempDir, text: &str) -> String {
    text.replace(&*dir.path().to_string_lossy(), "DIR")
}

#[test]
fn check_shows_the_fault_under_chinese_text() {
    let dir = damaged(
        "data/colleges/jia.yaml",
        "exact: “3坊1室”}",
        "exact: “3坊1室”, 行: 2}",
    );
    let ran = Given::default().run(&format!("check {} --lang zh", dir.path().display()));
    assert_snapshot!(at(&dir, &ran.out), @"
    错误[unknown-field] cite: 不认识的字段 `行`；可用的有: line, exact, prefix, suffix
      --> DIR/data/colleges/jia.yaml:40:36
    40 |     cite: {line: 2, exact: “3坊1室”, 行: 2}
       |                                      ^^
      提示: 检查拼写

    2 篇文章没有可用的原文: 引语、时间、次序与覆盖未核对，用 --articles 指明文件夹 (jia-news, yi-news)
    2 所院校, 4 个支柱, 6 项成效: 1 个错误, 0 个警告
    ");
    assert_eq!(ran.code, Some(1));
}

#[test]
fn check_as_json() {
    let dir = damaged(
        "data/colleges/yi.yaml",
        "metric: base-firms",
        "metric: firms-of-base",
    );
    let ran = Given::default().run(&format!("check {} --format json --lang en", dir.path().display()));
    assert_snapshot!(at(&dir, &ran.out), @r#"
    [
    {"code":"unknown-reference","severity":"error","file":"DIR/data/colleges/yi.yaml","line":50,"column":13,"message":"The id referred to does not exist: firms-of-base","hint":"Check the spelling, or define it in its file first"}
    ]
    "#);
    assert_eq!(ran.code, Some(1));
}

#[test]
fn the_good_part_is_listed_and_the_rest_told_in_one_line() {
    let dir = damaged(
        "data/colleges/yi.yaml",
        "metric: base-firms",
        "metric: firms-of-base",
    );
    let ran = Given::default().run(&format!(
        "list outcomes --data {} --lang zh --format jsonl",
        dir.path().display()
    ));
    assert_eq!(ran.out.lines().count(), 5);
    assert_snapshot!(ran.err, @"rongtu: 档案里有 1 个错误, 0 个警告; rongtu check 逐条说明");
    assert_eq!(ran.code, Some(0));
}

#[test]
fn nothing_readable_is_bad_input() {
    let dir = TempDir::new().unwrap();
    let ran = Given::default().run(&format!("list --data {} --lang zh", dir.path().display()));
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
}

/// A writer that fails in one way, at the first byte or at the flush.
struct Broken(io::ErrorKind);

impl Write for Broken {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Err(self.0.into())
    }
}

fn into_broken(line: &str, kind: io::ErrorKind) -> (Option<Exit>, String) {
    let mut err = Vec::new();
    let words = format!("rongtu {line} --lang en");
    let next = cli::run(
        words.split(' ').map(OsString::from),
        &mut World {
            input: &mut std::io::empty(),
            out: &mut Broken(kind),
            err: &mut err,
            env: &|_| None,
            columns: None,
            err_terminal: false,
            bind: rongtu::tui::keymap::bind,
        },
    );
    let exit = match next {
        Next::Done(exit) => Some(exit),
        Next::Explore(..) | Next::Review(..) => None,
    };
    (exit, String::from_utf8(err).unwrap())
}

#[test]
fn a_closed_pipe_is_success_and_a_full_disk_is_not() {
    for line in [
        "list",
        "list --format json",
        "list --format csv",
        "list --format md",
        "show tzvcst",
        "check",
        "--help",
        "--version",
    ] {
        let closed = into_broken(line, io::ErrorKind::BrokenPipe);
        assert_eq!(closed, (Some(Exit::Found), String::new()), "{line}");
        let (exit, err) = into_broken(line, io::ErrorKind::StorageFull);
        assert_eq!(exit, Some(Exit::Usage), "{line}");
        assert!(err.starts_with("rongtu: cannot write the answer: "), "{err}");
    }
}

#[test]
fn the_program_itself_dies_quietly_when_its_reader_leaves() {
    let (reader, writer) = io::pipe().unwrap();
    drop(reader);
    let done = Command::new(env!("CARGO_BIN_EXE_rongtu"))
        .args(["list", "outcomes", "--format", "json"])
        .stdout(Stdio::from(writer))
        .output()
        .unwrap();
    assert!(done.status.success(), "{:?}", done.status);
    assert_eq!(String::from_utf8_lossy(&done.stderr), "");
}

#[test]
fn the_program_itself_tells_by_its_exit_code() {
    let code = |words: &[&str]| {
        let done = Command::new(env!("CARGO_BIN_EXE_rongtu"))
            .args(words)
            .output()
            .unwrap();
        done.status.code()
    };
    assert_eq!(code(&["list"]), Some(0));
    assert_eq!(code(&["show", "tzvcst/nothing"]), Some(1));
    assert_eq!(code(&["list", "--no-such-flag"]), Some(2));
}
