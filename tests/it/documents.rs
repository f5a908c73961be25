//! What the documents show is what the program does: every command in a block is run, every answer shown is compared,
//! every command named in a sentence exists with its flags, and every link leads somewhere.
//!
//! Commands that only a machine of their own can run (a package manager, sshd, an office) are listed in [`ELSEWHERE`]
//! by the program they name, each with the end-to-end test that runs it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    curating,
    run::{Given, same},
};

/// Programs that are not run from here, and the file that runs them or is what they run.
const ELSEWHERE: &[(&str, &str)] = &[
    ("soffice", "tests/e2e/report.py"),
    ("chromium", "tests/e2e/report.py"),
    ("apt-get", "tests/e2e/report.py"),
    ("ssh", "tests/e2e/ssh.py"),
    (".ci/run", ".ci/run"),
];

/// A page whose blocks make accounts and restart services, and the file that does them word for word in a system of its own.
const ADMINISTRATOR: (&str, &str) = ("docs/ssh.md", "tests/e2e/installed.sh");

/// The same page in Chinese; its blocks are the same.
const ADMINISTRATOR_ZH: &str = "docs/ssh.zh.md";

/// Folders of an administrator's machine, and what stands for them in a scratch folder.
const FOLDERS: &[(&str, &str)] = &[
    ("/srv/rongtu", "."),
    ("/var/cache/rongtu", "cache"),
    ("target/release/rongtu", "rongtu"),
];

/// Pages whose blocks another test does step by step.
const STEP_BY_STEP: [&str; 2] = ["docs/curating.md", "docs/curating.zh.md"];

/// Every page there is, but for the changelog, which tells of other times.
fn pages() -> Vec<PathBuf> {
    let markdown = |folder: &str| {
        fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
            .map(|path| path.strip_prefix("./").map(Path::to_owned).unwrap_or(path))
            .collect::<Vec<_>>()
    };
    let mut all: Vec<_> = [".", "docs", "seeds"].into_iter().flat_map(markdown).collect();
    all.retain(|path| path != Path::new("CHANGELOG.md"));
    all.sort();
    assert!(all.len() > 10, "{all:?}");
    all
}

/// What a block of a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Block {
    /// Commands after `$ ` with their answers.
    Console,
    /// Commands alone.
    Commands,
    /// Commands or a file: only lines of programs that are known are commands.
    Perhaps,
    /// Anything else.
    Other,
}

/// The blocks of a page, fenced or indented, with their lines.
fn blocks(text: &str) -> Vec<(Block, Vec<String>)> {
    let mut all: Vec<(Block, Vec<String>)> = Vec::new();
    let (mut fenced, mut before) = (false, "");
    for line in text.lines() {
        let fence = line.trim_start().strip_prefix("```");
        if let Some(info) = fence {
            fenced = !fenced;
            if fenced {
                all.push((kind(info), Vec::new()));
            }
        } else if fenced {
            all.last_mut().unwrap().1.push(line.to_owned());
        } else if let Some(indented) = line.strip_prefix("    ")
            && (before.is_empty() || before.starts_with("    "))
        {
            // Markdown's older form of a block; only commands of ours are told from continued list items.
            if ["cargo ", "rongtu "]
                .iter()
                .any(|program| indented.starts_with(program))
            {
                all.push((Block::Commands, vec![indented.to_owned()]));
            }
        }
        before = line;
    }
    all
}

fn kind(info: &str) -> Block {
    match info.trim() {
        "console" => Block::Console,
        "sh" => Block::Commands,
        "" => Block::Perhaps,
        _ => Block::Other,
    }
}

/// The commands of a block: lines joined over `\` at their ends, without what is no command.
fn commands(lines: &[String]) -> Vec<String> {
    let text = lines.join("\n").replace("\\\n", " ");
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(str::to_owned)
        .collect()
}

/// The commands of a block with the answers under them, but for empty lines at their ends.
fn typed_and_shown(lines: &[String]) -> Vec<(&str, Vec<String>)> {
    let mut all: Vec<(&str, Vec<String>)> = Vec::new();
    for line in lines {
        match (line.starts_with("$ "), all.last_mut()) {
            (false, Some((_, shown))) => shown.push(line.clone()),
            _ => all.push((line, Vec::new())),
        }
    }
    for (_, shown) in &mut all {
        let kept = shown.iter().rposition(|line| !line.is_empty());
        shown.truncate(kept.map_or(0, |at| at + 1));
    }
    all
}

#[test]
fn every_answer_shown_is_what_is_printed() {
    let mut compared = 0;
    for page in pages() {
        if STEP_BY_STEP.iter().any(|other| Path::new(other) == page) {
            continue;
        }
        for (_, lines) in blocks(&fs::read_to_string(&page).unwrap())
            .into_iter()
            .filter(|(kind, _)| *kind == Block::Console)
        {
            for (typed, shown) in typed_and_shown(&lines) {
                let typed = typed
                    .strip_prefix("$ rongtu ")
                    .unwrap_or_else(|| panic!("{}: {typed} is no command of rongtu", page.display()));
                let ran = Given::default().run(typed);
                let printed: Vec<_> = ran.out.lines().collect();
                assert!(
                    same(&shown, &printed),
                    "{}: {typed} prints\n{}",
                    page.display(),
                    ran.out
                );
                compared += 1;
            }
        }
    }
    assert!(compared >= 6, "{compared}");
}

#[test]
fn every_command_shown_is_run_here_or_elsewhere() {
    let mut ran = 0;
    for page in pages() {
        if STEP_BY_STEP.iter().any(|other| Path::new(other) == page) {
            continue;
        }
        let dir = curating::checkout();
        for (kind, lines) in blocks(&fs::read_to_string(&page).unwrap()) {
            if ![Block::Commands, Block::Perhaps].contains(&kind) {
                continue;
            }
            for command in commands(&lines) {
                if kind == Block::Perhaps && !is_known(&command) {
                    continue;
                }
                ran += usize::from(is_run(&page, dir.path(), &command));
            }
        }
    }
    assert!(ran > 8, "{ran}");
}

fn is_known(command: &str) -> bool {
    let program = command.split(' ').next().unwrap();
    let known = ELSEWHERE.iter().map(|(program, _)| *program);
    known.chain(["rongtu", "cargo"]).any(|known| known == program)
}

/// Runs a command of ours; of another program makes sure that it is run elsewhere.
fn is_run(page: &Path, dir: &Path, command: &str) -> bool {
    let program = command.split(' ').next().unwrap();
    match program {
        "rongtu" | "target/release/rongtu" => run(page, dir, command),
        "mkdir" => run(page, dir, command),
        "cargo" => builds(page, command),
        _ if [ADMINISTRATOR.0, ADMINISTRATOR_ZH]
            .iter()
            .any(|of| page == Path::new(of)) =>
        {
            let by = fs::read_to_string(ADMINISTRATOR.1).unwrap();
            assert!(
                by.contains(ADMINISTRATOR.0),
                "{} does not follow {}",
                ADMINISTRATOR.1,
                ADMINISTRATOR.0
            );
            false
        }
        _ => runs_elsewhere(page, program, command),
    }
}

fn run(page: &Path, dir: &Path, command: &str) -> bool {
    let folder = |command: String, (theirs, ours): &(&str, &str)| command.replace(theirs, ours);
    let typed = FOLDERS.iter().fold(command.to_owned(), folder);
    let program = Path::new(env!("CARGO_BIN_EXE_rongtu")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let ran = Command::new("sh")
        .args(["-c", &typed])
        .current_dir(dir)
        .env("PATH", path)
        .env("HOME", dir)
        .env_remove("RONGTU_DATA")
        .env("LC_ALL", "C.UTF-8")
        .output()
        .unwrap();
    let err = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{}: {command} fails: {err}", page.display());
    true
}

#[test]
fn an_administrator_types_the_same_in_both_languages() {
    let typed = |page: &str| {
        let bare = |line: String| line.split(" #").next().unwrap_or_default().trim_end().to_owned();
        let blocks = blocks(&fs::read_to_string(page).unwrap());
        blocks
            .into_iter()
            .map(|(_, lines)| lines.into_iter().map(bare).collect())
            .collect::<Vec<Vec<_>>>()
    };
    assert!(typed(ADMINISTRATOR_ZH).len() > 8);
    assert_eq!(typed(ADMINISTRATOR.0), typed(ADMINISTRATOR_ZH));
}

/// A command of cargo cannot be run by cargo; what it names must be there.
fn builds(page: &Path, command: &str) -> bool {
    let words: Vec<_> = command.split(' ').collect();
    for pair in words.windows(2) {
        let (folder, name) = match pair[0] {
            "--example" => ("examples", pair[1]),
            "--bench" => ("benches", pair[1]),
            _ => continue,
        };
        let found = [format!("{folder}/{name}.rs"), format!("{folder}/{name}/main.rs")];
        assert!(
            found.iter().any(|path| Path::new(path).exists()),
            "{}: {command} names nothing there is",
            page.display()
        );
    }
    false
}

fn runs_elsewhere(page: &Path, program: &str, command: &str) -> bool {
    let listed = ELSEWHERE.iter().find(|(known, _)| *known == program);
    let Some((_, by)) = listed else {
        panic!(
            "{}: nothing runs `{command}`; if it needs a machine of its own, list {program} in ELSEWHERE of {} with the \
             end-to-end test that runs it; if it is no command, say what the block is behind its fence (```text)",
            page.display(),
            file!()
        )
    };
    let text = fs::read_to_string(by).unwrap();
    assert!(
        *by == program || text.contains(program),
        "{by} does not run {program}"
    );
    false
}

/// Stretches of code within a sentence.
fn code_spans(text: &str) -> Vec<String> {
    let mut prose = String::new();
    let mut fenced = false;
    for line in text.lines() {
        match line.trim_start().starts_with("```") {
            true => fenced = !fenced,
            false if !fenced => prose += &format!("{line}\n"),
            false => {}
        }
    }
    prose
        .split('`')
        .skip(1)
        .step_by(2)
        .map(|span| span.replace('\n', " "))
        .collect()
}

#[test]
fn every_command_named_exists_with_its_flags() {
    let mut named = 0;
    for page in pages() {
        for span in code_spans(&fs::read_to_string(&page).unwrap()) {
            let mut words = span.split(' ');
            if words.next() != Some("rongtu") {
                continue;
            }
            let verb = words
                .clone()
                .next()
                .filter(|word| word.starts_with(|c: char| c.is_ascii_lowercase()));
            let help = Given::default().run(&format!("{} --help --lang en", verb.unwrap_or_default()));
            assert_eq!(help.code, Some(0), "{}: `{span}`: {}", page.display(), help.err);
            for flag in words.filter(|word| word.starts_with("--")) {
                let flag = flag.split('=').next().unwrap();
                assert!(
                    help.out.contains(flag),
                    "{}: `{span}` has no {flag}",
                    page.display()
                );
            }
            named += 1;
        }
    }
    assert!(named > 20, "{named}");
}

#[test]
fn every_link_leads_somewhere() {
    let mut followed = 0;
    for page in pages() {
        let text = fs::read_to_string(&page).unwrap();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            if link.contains("://") || link.starts_with('#') {
                continue;
            }
            let target = page.parent().unwrap().join(link.split('#').next().unwrap());
            assert!(target.exists(), "{}: there is no {link}", page.display());
            followed += 1;
        }
    }
    assert!(followed > 30, "{followed}");
}

#[test]
fn every_page_is_in_the_index() {
    let index = fs::read_to_string("docs/README.md").unwrap();
    for page in pages().iter().filter(|page| page.starts_with("docs")) {
        let name = page.file_name().unwrap().to_str().unwrap();
        assert!(
            name == "README.md" || index.contains(&format!("]({name})")),
            "{name} is not in docs/README.md"
        );
    }
}

#[test]
fn the_version_is_the_head_of_the_changelog() {
    let text = fs::read_to_string("CHANGELOG.md").unwrap();
    let heads: Vec<_> = text
        .lines()
        .filter_map(|line| line.strip_prefix("## ["))
        .collect();
    let released = heads.iter().find(|head| !head.starts_with("Unreleased")).unwrap();
    let (version, date) = released.split_once("] - ").unwrap();
    assert_eq!(
        Given::default().run("--version").out.trim(),
        format!("rongtu {version}")
    );
    let digits = |text: &str, lengths: [usize; 3]| {
        let parts: Vec<_> = text.split('-').collect();
        parts.len() == 3
            && parts
                .iter()
                .zip(lengths)
                .all(|(part, n)| part.len() == n && part.bytes().all(|b| b.is_ascii_digit()))
    };
    assert!(digits(date, [4, 2, 2]), "{date}");
}
