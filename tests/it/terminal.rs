//! The program in a real terminal: start, end, signals, hang-up, stop and resume, paste, resize, silence.

use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use rustix::process::Signal;

use crate::pty::{Answer, Pty, RONGTU, card};

/// The terminal as a shell wants to find it.
fn assert_restored(pty: &Pty) {
    pty.closes();
    let screen = pty.screen();
    assert!(!screen.alternate_screen(), "the alternate screen was left");
    assert!(!screen.hide_cursor(), "the cursor is shown");
    assert!(!screen.bracketed_paste(), "bracketed paste is off");
    assert!(pty.is_cooked(), "raw mode is off");
}

/// How often a shell has asked for a command.
fn prompts(screen: &vt100::Screen) -> usize {
    screen
        .contents()
        .lines()
        .filter(|line| line.starts_with('$'))
        .count()
}

/// A shell, and a program started from it.
fn shell_of(program: &str, shows: &str, answer: Answer) -> Pty {
    let pty = Pty::start(&["sh", "-i"], &[("PS1", "$ ")], answer);
    pty.sees("$ ");
    pty.keys(&format!("{program}\r"));
    pty.sees(shows);
    pty
}

/// A shell, and the explorer started from it.
fn shell(answer: Answer) -> Pty {
    shell_of(RONGTU, "融图", answer)
}

/// The shell works, and its command line shows nothing of a reply.
fn assert_no_reply_left(pty: &Pty) {
    pty.keys("echo d''one\r");
    pty.sees("done");
    for part in ["R^[", "62;22c", "rgb:"] {
        assert!(
            !pty.screen().contents().contains(part),
            "{}",
            pty.screen().contents()
        );
    }
}

#[test]
fn quits_and_restores_the_terminal() {
    let mut pty = Pty::explorer(Answer::Narrow);
    assert!(pty.screen().alternate_screen() && pty.screen().hide_cursor() && !pty.is_cooked());
    pty.keys("q");
    assert!(pty.ends().success());
    assert_restored(&pty);
    assert_eq!(pty.screen().contents().trim(), "");
}

#[test]
fn deadly_signals_restore_the_terminal() {
    for (signal, name) in [
        (Signal::INT, "Interrupt"),
        (Signal::TERM, "Terminated"),
        (Signal::HUP, "Hangup"),
        (Signal::QUIT, "Quit"),
        (Signal::ABORT, "Aborted"),
        (Signal::ALARM, "Alarm clock"),
        (Signal::USR1, "User defined signal 1"),
        (Signal::USR2, "User defined signal 2"),
        (Signal::XCPU, "CPU time limit exceeded"),
        (Signal::XFSZ, "File size limit exceeded"),
        (Signal::PROF, "Profiling timer expired"),
        (Signal::VTALARM, "Virtual timer expired"),
        (Signal::TRAP, "Trace"),
    ] {
        let mut pty = Pty::explorer(Answer::Narrow);
        pty.signal(signal);
        let status = pty.ends();
        assert!(
            status.signal().is_some_and(|signal| signal.starts_with(name)),
            "{status:?}"
        );
        assert_restored(&pty);
    }
}

#[test]
fn hang_up_ends_the_program() {
    let mut pty = Pty::explorer(Answer::Narrow);
    pty.hang_up();
    assert!(!pty.ends().success());
}

/// In a session of its own the program gets no SIGHUP: the end of input has to do.
#[test]
fn hang_up_without_a_signal_ends_the_program() {
    let folder = tempfile::tempdir().unwrap();
    let pid = folder.path().join("pid");
    let script = format!(
        "setsid -w sh -c 'echo $$ >{}; exec {RONGTU}'; sleep 60",
        pid.display()
    );
    let mut pty = Pty::start(&["sh", "-c", &script], &[], Answer::Narrow);
    pty.sees("融图");
    let process = format!("/proc/{}", fs::read_to_string(&pid).unwrap().trim());
    assert!(fs::metadata(&process).is_ok());
    pty.hang_up();
    while fs::read_to_string(format!("{process}/status")).is_ok_and(|status| !status.contains("State:\tZ")) {
        thread::sleep(Duration::from_millis(5));
    }
}

/// A terminal that takes nothing: the program blocks in a write of more than any buffer between them holds.
#[test]
fn ends_although_the_terminal_is_stuck() {
    let mut pty = Pty::explorer(Answer::Narrow);
    pty.stop_reading();
    pty.keys(&"\x0c\x1b[B".repeat(200));
    thread::sleep(Duration::from_millis(300));
    pty.signal(Signal::TERM);
    assert_eq!(pty.ends().signal(), Some("Terminated"));
}

#[test]
fn ends_although_the_program_is_busy() {
    let mut pty = Pty::card(Answer::Narrow);
    pty.keys("#");
    pty.signal(Signal::TERM);
    assert_eq!(pty.ends().signal(), Some("Terminated"));
    assert_restored(&pty);
}

#[test]
fn panics_restore_the_terminal_and_quote_nothing() {
    for key in ["!", "@"] {
        let mut pty = Pty::card(Answer::Narrow);
        pty.keys(key);
        assert_eq!(pty.ends().exit_code(), 101);
        assert_restored(&pty);
        assert!(
            pty.screen().contents().contains("internal error"),
            "{}",
            pty.screen().contents()
        );
        let bytes = String::from_utf8_lossy(&pty.bytes()).into_owned();
        assert!(
            !bytes.contains("hostile") && !bytes.contains("drawing fails"),
            "{bytes}"
        );
    }
}

#[test]
fn stops_and_goes_on() {
    let mut pty = shell(Answer::Narrow);
    pty.keys("jj\x1a");
    pty.until("the shell's screen", |screen| {
        !screen.alternate_screen() && screen.contents().contains("topped")
    });
    assert!(!pty.screen().hide_cursor());
    pty.keys("fg\r");
    pty.until("our screen", |screen| {
        screen.alternate_screen() && screen.contents().contains("融图")
    });
    pty.keys("q");
    pty.until("the shell again", |screen| prompts(screen) == 3);
    pty.keys("exit\r");
    pty.ends();
}

/// Nobody could wake a program that stops without a shell.
#[test]
fn does_not_stop_where_nobody_could_wake_it() {
    let mut pty = Pty::explorer(Answer::Narrow);
    pty.keys("\x1a/still");
    pty.sees("still");
    pty.signal(Signal::TSTP);
    pty.keys(" here");
    pty.sees("still here");
    pty.signal(Signal::TERM);
    pty.ends();
}

#[test]
fn a_paste_acts_as_no_key() {
    let mut pty = Pty::explorer(Answer::Narrow);
    pty.keys("\x1b[200~qq\rc党\x1b[201~/\x1b[200~党\x1b[2J\u{202e}建\x1b[201~");
    pty.sees("党<U+001B>[2J<U+202E>建");
    pty.signal(Signal::TERM);
    pty.ends();
}

#[test]
fn the_cursor_stands_in_the_prompt() {
    let pty = Pty::explorer(Answer::Narrow);
    let after = |screen: &vt100::Screen, text: &str| {
        let (row, column) = screen.cursor_position();
        let cell = screen.cell(row, column.saturating_sub(1));
        let wide = screen.cell(row, column.saturating_sub(2));
        !screen.hide_cursor()
            && [cell, wide]
                .into_iter()
                .flatten()
                .any(|cell| cell.contents() == text)
    };
    pty.keys("/党建x");
    pty.until("the cursor after x", |screen| after(screen, "x"));
    pty.keys("\x7f");
    pty.until("the cursor after 建", |screen| after(screen, "建"));
    pty.keys("\x1b");
    pty.until("the cursor parked", |screen| {
        screen.hide_cursor() && screen.cursor_position() == (23, 0)
    });
}

#[test]
fn input_method_keys_act_outside_the_prompt_only() {
    let mut pty = Pty::explorer(Answer::Narrow);
    pty.keys("、／ｑ");
    pty.sees("／ｑ");
    pty.keys("\x1b");
    pty.until("no prompt", |screen| screen.hide_cursor());
    pty.keys("ｑ");
    assert!(pty.ends().success());
}

#[test]
fn follows_the_size_of_the_terminal() {
    let mut pty = Pty::explorer(Answer::Narrow);
    for (rows, cols) in [(1, 1), (2, 200), (200, 500), (5, 20), (1, 80), (24, 1), (30, 100)] {
        pty.resize(rows, cols);
    }
    pty.until("a straight edge", |screen| {
        let edge = |row| screen.cell(row, 28).map(vt100::Cell::contents);
        screen.contents().contains("融图") && (1..28).all(|row| edge(row) == Some("|"))
    });
    pty.keys("q");
    assert!(pty.ends().success());
}

#[test]
fn keys_typed_before_the_answer_are_kept() {
    let mut pty = Pty::explorer(Answer::Held);
    pty.is_asked();
    pty.keys("/ab");
    pty.answer(Answer::Wide);
    pty.keys("cd");
    pty.sees("abcd");
    pty.signal(Signal::TERM);
    pty.ends();
}

#[test]
fn a_terminal_without_utf8_is_given_back_with_a_word() {
    let mut pty = Pty::start(&[RONGTU], &[], Answer::Latin1);
    assert_eq!(pty.ends().exit_code(), 2);
    assert_restored(&pty);
    let told = pty.screen().contents();
    assert!(
        told.is_ascii() && told.contains("this terminal does not read UTF-8"),
        "{told}"
    );
}

/// A window that nobody has, at the start and later: bounded memory, blank beyond the grid, and a terminal restored.
#[test]
fn a_window_of_any_size_takes_bounded_memory() {
    for command in [&[RONGTU][..], &[RONGTU, "kiosk", "--lang", "zh"]] {
        let mut pty = Pty::start_sized(65535, 65535, command, &[], Answer::Narrow);
        pty.sent("融图");
        pty.keys("j\tjo");
        pty.sent("总览");
        assert!(pty.peak_memory() <= 64 << 20, "{} bytes", pty.peak_memory());
        for (rows, cols) in [(24, 80), (3000, 3000), (1, 65535), (65535, 1), (65535, 65535)] {
            pty.resize(rows, cols);
            pty.keys("\x0c");
            thread::sleep(Duration::from_millis(50));
        }
        pty.keys("/98%");
        pty.sent("就业率");
        assert!(pty.peak_memory() <= 64 << 20, "{} bytes", pty.peak_memory());
        pty.signal(Signal::ABORT);
        assert_eq!(pty.ends().signal(), Some("Aborted"));
        assert_restored(&pty);
    }
}

#[test]
fn no_answer_and_a_late_one_do_no_harm() {
    let pty = Pty::card(Answer::Held);
    pty.sees("Safe Unknown");
    pty.answer(Answer::Wide);
    pty.keys("/党建");
    pty.sees("/党建");
    pty.sees("Safe Unknown");
}

/// The shell must not find the reply on its command line.
#[test]
fn a_reply_after_the_end_is_read_away() {
    for end in ["q", "\x1a"] {
        let pty = shell(Answer::Held);
        pty.is_asked();
        pty.keys(end);
        pty.until("the shell's screen", |screen| !screen.alternate_screen());
        pty.answer(Answer::Narrow);
        pty.until("the shell again", |screen| prompts(screen) == 2);
        assert_no_reply_left(&pty);
    }
}

/// Nor after a panic, whether while updating or while drawing.
#[test]
fn a_reply_after_a_panic_is_read_away() {
    let card = card();
    for key in ["!", "@"] {
        let pty = shell_of(card.to_str().unwrap(), "q 退出", Answer::Held);
        pty.is_asked();
        pty.keys(key);
        pty.sees("internal error");
        pty.answer(Answer::Light);
        pty.until("the shell again", |screen| prompts(screen) == 2);
        assert_no_reply_left(&pty);
    }
}

/// A reply that never comes is not waited for.
#[test]
fn a_panic_ends_although_no_reply_comes() {
    let mut pty = Pty::card(Answer::Held);
    pty.is_asked();
    pty.keys("!");
    assert_eq!(pty.ends().exit_code(), 101);
    assert_restored(&pty);
}

fn inks(screen: &vt100::Screen) -> Vec<vt100::Color> {
    let cells = (0..24).flat_map(|row| (0..80).map(move |column| (row, column)));
    cells
        .filter_map(|(row, column)| Some(screen.cell(row, column)?.fgcolor()))
        .collect()
}

#[test]
fn colours_follow_the_background_unless_they_are_named() {
    let (cyan, blue) = (vt100::Color::Idx(80), vt100::Color::Idx(25));
    for (answer, flags, ink, other) in [
        (Answer::Light, "", blue, cyan),
        (Answer::Narrow, "", cyan, blue),
        (Answer::Light, "dark", cyan, blue),
        (Answer::Narrow, "light", blue, cyan),
    ] {
        let named = ["--theme-name", flags];
        let named = if flags.is_empty() { &[][..] } else { &named[..] };
        let pty = Pty::start(&[&[RONGTU], named].concat(), &[], answer);
        pty.until(&format!("the colours {answer:?} {flags}"), |screen| {
            let inks = inks(screen);
            inks.contains(&ink) && !inks.contains(&other)
        });
        pty.is_asked();
        let asked = String::from_utf8_lossy(&pty.bytes()).contains("\x1b]11;?");
        assert_eq!(asked, flags.is_empty());
    }
}

#[test]
fn the_background_is_not_asked_where_that_would_be_seen() {
    for env in [("TERM", "linux"), ("TERM", "vt100"), ("NO_COLOR", "1")] {
        let pty = Pty::start(&[RONGTU], &[env], Answer::Narrow);
        pty.sees("融图");
        assert!(
            !String::from_utf8_lossy(&pty.bytes()).contains("\x1b]11"),
            "{env:?}"
        );
    }
}

#[test]
fn behind_a_multiplexer_nothing_is_asked() {
    let pty = Pty::start(&[RONGTU], &[("TERM", "tmux-256color")], Answer::Narrow);
    pty.sees("融图");
    pty.keys("/abc");
    pty.sees("abc");
    let sent = String::from_utf8_lossy(&pty.bytes()).into_owned();
    assert!(!sent.contains("\x1b[6n") && !sent.contains("\x1b]11"));
}

#[test]
fn says_how_the_text_was_copied() {
    let pty = Pty::explorer(Answer::Narrow);
    pty.keys("y");
    pty.sees("文字+出处");
    pty.keys("\r");
    pty.sees("已请终端复制");
    assert!(String::from_utf8_lossy(&pty.bytes()).contains("\x1b]52;c;"));
}

#[test]
fn without_colours_the_selection_is_still_seen() {
    let pty = Pty::start(&[RONGTU], &[("NO_COLOR", "1")], Answer::Narrow);
    pty.sees("融图");
    let screen = pty.screen();
    let cells = || (0..24).flat_map(|row| (0..80).map(move |column| (row, column)));
    let cell = |at: (u16, u16)| screen.cell(at.0, at.1).unwrap();
    assert!(cells().any(|at| cell(at).inverse() || cell(at).bold()));
    assert!(cells().all(|at| cell(at).fgcolor() == vt100::Color::Default));
    assert!(cells().all(|at| cell(at).bgcolor() == vt100::Color::Default));
}

/// No tick: nothing is sent, and no thread runs, while nothing happens.
#[test]
fn sleeps_while_nothing_happens() {
    let pty = Pty::explorer(Answer::Narrow);
    let switches = || {
        let tasks = fs::read_dir(format!("/proc/{}/task", pty.pid())).unwrap();
        tasks
            .map(|task| fs::read_to_string(task.unwrap().path().join("status")).unwrap())
            .flat_map(|status| {
                status
                    .lines()
                    .filter(|line| line.contains("ctxt"))
                    .map(str::to_owned)
                    .collect::<Vec<_>>()
            })
            .collect::<Vec<_>>()
    };
    thread::sleep(Duration::from_millis(500));
    let (before, sent) = (switches(), pty.bytes().len());
    thread::sleep(Duration::from_secs(2));
    assert_eq!((switches(), pty.bytes().len()), (before, sent));
}

#[test]
fn unfit_terminals_are_refused_with_a_reason() {
    for (env, reason) in [
        (("TERM", "dumb"), "rongtu list"),
        (("LC_ALL", "zh_CN.GB18030"), "iconv -f UTF-8 -t GB18030"),
    ] {
        let mut pty = Pty::start(&[RONGTU], &[env], Answer::Narrow);
        assert_eq!(pty.ends().exit_code(), 2);
        pty.sees(reason);
        assert!(env.0 == "TERM" || pty.screen().contents().is_ascii());
        assert_restored(&pty);
    }
    let piped = Command::new(RONGTU).stdin(Stdio::null()).output().unwrap();
    assert_eq!(piped.status.code(), Some(2));
    assert!(piped.stdout.is_empty());
    assert!(String::from_utf8_lossy(&piped.stderr).contains("rongtu list"));
}
