//! A program in a pseudo-terminal, and a terminal that answers it.
//!
//! Tests wait for conditions, never for a time to pass. [`LIMIT`] is only how long a failing test takes.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

const LIMIT: Duration = Duration::from_secs(20);

/// What the terminal replies when asked how wide it draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    Narrow,
    Wide,
    /// A terminal that takes the bytes of 中 for three characters.
    Latin1,
    /// Narrow, and a light background.
    Light,
    /// Nothing, until [`Pty::answer`] is called.
    Held,
}

struct Seen {
    screen: vt100::Parser,
    bytes: Vec<u8>,
    asked: usize,
    reading: bool,
    closed: bool,
}

type Shared = Arc<(Mutex<Seen>, Condvar)>;

/// The program under test and its terminal.
pub(crate) struct Pty {
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Arc<Mutex<Option<Box<dyn Write + Send>>>>,
    child: Box<dyn Child + Send + Sync>,
    seen: Shared,
}

/// The explorer.
pub(crate) const RONGTU: &str = env!("CARGO_BIN_EXE_rongtu");

/// The example that panics and loops on demand; `cargo test` builds it beside the tests.
pub(crate) fn card() -> PathBuf {
    let tests = std::env::current_exe().expect("the path of the tests");
    let built = tests
        .parent()
        .and_then(Path::parent)
        .expect("a target folder")
        .join("examples/terminal");
    assert!(built.exists(), "{} is not built", built.display());
    built
}

impl Pty {
    /// The explorer in a terminal of 24 by 80, once its first frame stands.
    pub(crate) fn explorer(answer: Answer) -> Self {
        let pty = Self::start(&[RONGTU], &[], answer);
        pty.sees("融图");
        if answer != Answer::Held {
            pty.is_asked();
        }
        pty
    }

    /// The same for the example.
    pub(crate) fn card(answer: Answer) -> Self {
        let pty = Self::start(&[card().to_str().expect("a plain path")], &[], answer);
        pty.sees("q 退出");
        pty
    }

    pub(crate) fn start(command: &[&str], env: &[(&str, &str)], answer: Answer) -> Self {
        Self::start_sized(24, 80, command, env, answer)
    }

    /// The same in a window of any size; the screen that is looked at stays one of 24 by 80.
    pub(crate) fn start_sized(
        rows: u16,
        cols: u16,
        command: &[&str],
        env: &[(&str, &str)],
        answer: Answer,
    ) -> Self {
        let size = PtySize {
            rows,
            cols,
            ..PtySize::default()
        };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let mut builder = CommandBuilder::new(command[0]);
        builder.args(&command[1..]);
        builder.env_clear();
        for (name, value) in [
            ("PATH", "/usr/bin:/bin"),
            ("TERM", "xterm-256color"),
            ("LANG", "C.UTF-8"),
            ("RONGTU_LANG", "zh"),
        ] {
            builder.env(name, value);
        }
        env.iter().for_each(|(name, value)| builder.env(name, value));
        let child = pair.slave.spawn_command(builder).expect("the program starts");
        let reader = pair.master.try_clone_reader().expect("a reader");
        let writer = Arc::new(Mutex::new(Some(pair.master.take_writer().expect("a writer"))));
        let seen: Shared = Arc::new((
            Mutex::new(Seen {
                screen: vt100::Parser::new(24.try_into().unwrap(), 80.try_into().unwrap(), 0),
                bytes: Vec::new(),
                asked: 0,
                reading: true,
                closed: false,
            }),
            Condvar::new(),
        ));
        let (shared, keys) = (Arc::clone(&seen), Arc::clone(&writer));
        thread::spawn(move || listen(reader, &shared, &keys, answer));
        Self {
            master: Some(pair.master),
            writer,
            child,
            seen,
        }
    }

    pub(crate) fn keys(&self, keys: &str) {
        type_in(&self.writer, keys);
    }

    /// Gives the answer that was held back.
    pub(crate) fn answer(&self, answer: Answer) {
        type_in(&self.writer, &reply(answer));
    }

    pub(crate) fn pid(&self) -> u32 {
        self.child.process_id().expect("a running program")
    }

    pub(crate) fn signal(&self, signal: rustix::process::Signal) {
        let pid = rustix::process::Pid::from_raw(self.pid().try_into().unwrap()).unwrap();
        rustix::process::kill_process(pid, signal).expect("the signal is sent");
    }

    /// The most memory the program has had at once, in bytes.
    pub(crate) fn peak_memory(&self) -> usize {
        let status =
            std::fs::read_to_string(format!("/proc/{}/status", self.pid())).expect("a running program");
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = peak.and_then(|peak| peak.trim().strip_suffix(" kB")?.parse::<usize>().ok());
        kilobytes.expect("VmHWM in kB") * 1024
    }

    /// Waits until the program has sent `text` at any time.
    pub(crate) fn sent(&self, text: &str) {
        self.wait(text, |seen| {
            seen.bytes.windows(text.len()).any(|part| part == text.as_bytes())
        });
    }

    /// Resizes the window, and up to a size that can be looked at the screen.
    pub(crate) fn resize(&self, rows: u16, cols: u16) {
        if usize::from(rows) * usize::from(cols) <= 1 << 20 {
            self.seen
                .0
                .lock()
                .unwrap()
                .screen
                .screen_mut()
                .set_size(rows.try_into().unwrap(), cols.try_into().unwrap());
        }
        let size = PtySize {
            rows,
            cols,
            ..PtySize::default()
        };
        self.master
            .as_ref()
            .unwrap()
            .resize(size)
            .expect("the size is set");
    }

    /// Waits until the screen fulfils a condition.
    pub(crate) fn until(&self, what: &str, condition: impl Fn(&vt100::Screen) -> bool) {
        self.wait(what, |seen| condition(seen.screen.screen()));
    }

    /// Waits until the screen shows `text`.
    pub(crate) fn sees(&self, text: &str) {
        self.until(text, |screen| screen.contents().contains(text));
    }

    /// Waits until the program has asked for the widths.
    pub(crate) fn is_asked(&self) {
        self.wait("a question", |seen| seen.asked > 0);
    }

    fn wait(&self, what: &str, condition: impl Fn(&Seen) -> bool) {
        let (lock, changed) = &*self.seen;
        let guard = lock.lock().unwrap();
        let (seen, _) = changed
            .wait_timeout_while(guard, LIMIT, |seen| !condition(seen))
            .unwrap();
        assert!(
            condition(&seen),
            "never: {what}\n{}",
            seen.screen.screen().contents()
        );
    }

    /// All bytes the program has sent.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.seen.0.lock().unwrap().bytes.clone()
    }

    /// What is on the screen now.
    pub(crate) fn screen(&self) -> vt100::Screen {
        self.seen.0.lock().unwrap().screen.screen().clone()
    }

    /// Takes no more output from the program.
    pub(crate) fn stop_reading(&self) {
        self.seen.0.lock().unwrap().reading = false;
    }

    /// Whether the line discipline is as a shell wants it.
    pub(crate) fn is_cooked(&self) -> bool {
        let flags = self
            .master
            .as_ref()
            .unwrap()
            .get_termios()
            .expect("terminal attributes")
            .local_flags;
        let text = format!("{flags:?}");
        text.contains("ICANON") && text.contains("ECHO")
    }

    /// Waits for the program's end.
    pub(crate) fn ends(&mut self) -> ExitStatus {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("a child") {
                return status;
            }
            assert!(
                start.elapsed() < LIMIT,
                "still running\n{}",
                self.screen().contents()
            );
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until everything the program sent has been read.
    pub(crate) fn closes(&self) {
        self.wait("the end of output", |seen| seen.closed);
    }

    /// Closes the terminal. The reader leaves after the next output, which a key provokes.
    pub(crate) fn hang_up(&mut self) {
        self.stop_reading();
        self.keys("j");
        self.closes();
        self.writer.lock().unwrap().take();
        self.master.take();
    }
}

fn listen(
    mut reader: Box<dyn Read + Send>,
    shared: &Shared,
    keys: &Mutex<Option<Box<dyn Write + Send>>>,
    answer: Answer,
) {
    let (lock, changed) = &**shared;
    let mut bytes = [0; 4096];
    while let Ok(count @ 1..) = reader.read(&mut bytes) {
        let mut seen = lock.lock().unwrap();
        let before = questions(&seen.bytes);
        seen.bytes.extend_from_slice(&bytes[..count]);
        seen.screen.process(&bytes[..count]);
        seen.asked = questions(&seen.bytes);
        let asked = seen.asked > before;
        let reading = seen.reading;
        drop(seen);
        if asked {
            type_in(keys, &reply(answer));
        }
        changed.notify_all();
        if !reading {
            break;
        }
    }
    drop(reader);
    lock.lock().unwrap().closed = true;
    changed.notify_all();
}

fn questions(bytes: &[u8]) -> usize {
    bytes.windows(3).filter(|window| *window == b"\x1b[c").count()
}

fn reply(answer: Answer) -> String {
    if answer == Answer::Latin1 {
        return "\x1b[24;4R".repeat(4) + "\x1b[?1;2c";
    }
    let column = match answer {
        Answer::Narrow | Answer::Light => 2,
        Answer::Wide => 3,
        Answer::Held | Answer::Latin1 => return String::new(),
    };
    let one = format!("\x1b[24;{column}R");
    let ground = match answer {
        Answer::Light => "\x1b]11;rgb:ffff/ffff/dddd\x07",
        _ => "",
    };
    format!("\x1b[24;3R{one}{one}{one}{ground}\x1b[?62;22c")
}

fn type_in(writer: &Mutex<Option<Box<dyn Write + Send>>>, keys: &str) {
    if let Some(writer) = writer.lock().unwrap().as_mut() {
        // The program may have gone meanwhile.
        let _ = writer.write_all(keys.as_bytes()).and_then(|()| writer.flush());
    }
}
