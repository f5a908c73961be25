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

/// Gives the memory that was freed back to the system. Left alone, mimalloc does so a second later, on whichever thread frees
/// something next: after thousands of dossiers were loaded again, the one that answers keys would do it, for 10 to 20 ms.
#[cfg(all(target_os = "linux", any(target_env = "gnu", target_arch = "x86_64")))]
#[allow(unsafe_code)]
fn return_memory() {
    // SAFETY: `mi_collect` takes no pointer, and any thread may call it at any time.
    unsafe { libmimalloc_sys::mi_collect(true) }
}

#[cfg(not(all(target_os = "linux", any(target_env = "gnu", target_arch = "x86_64"))))]
fn return_memory() {}

fn main() -> ExitCode {
    match answer() {
        Next::Done(exit) => ExitCode::from(exit as u8),
        Next::Explore(explore) => explore::open(*explore, return_memory),
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
