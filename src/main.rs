//! The `rongtu` program: brings the world to the command line or to the explorer.

use std::{
    env,
    io::{self, BufWriter, IsTerminal},
    process::ExitCode,
};

use rongtu::cli::{self, Next, World};

mod explore;

/// glibc's own keeps what a reload of thousands of dossiers frees, more of it each time; musl's own is slow.
#[cfg(all(target_os = "linux", any(target_env = "gnu", target_arch = "x86_64")))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match answer() {
        Next::Done(exit) => ExitCode::from(exit as u8),
        Next::Explore(explore) => explore::open(*explore),
        Next::Review(explore, name) => explore::review(*explore, name),
    }
}

fn answer() -> Next {
    let stdout = io::stdout().lock();
    let columns = stdout.is_terminal().then(columns);
    let mut world = World {
        columns,
        input: &mut io::stdin(),
        out: &mut BufWriter::new(stdout),
        err: &mut io::stderr(),
        env: &variable,
        err_terminal: io::stderr().is_terminal(),
        bind: rongtu::tui::keymap::bind,
    };
    cli::run(env::args_os(), &mut world)
}

/// A variable of the environment; what is not UTF-8 in it becomes U+FFFD, so that it is seen and not taken for unset.
fn variable(name: &str) -> Option<String> {
    env::var_os(name).map(|value| value.to_string_lossy().into_owned())
}

/// Cells of a line of the terminal; 80 when it does not say.
fn columns() -> u16 {
    let size = rustix::termios::tcgetwinsize(rustix::stdio::stdout());
    size.map_or(80, |size| if size.ws_col > 0 { size.ws_col } else { 80 })
}
