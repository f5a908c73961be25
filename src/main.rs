//! The `rongtu` program: brings the world to the command line or to the explorer.

use std::{
    env,
    io::{self, BufWriter, IsTerminal},
    process::ExitCode,
};

use rongtu::cli::{self, Next, World};

fn main() -> ExitCode {
    let stdout = io::stdout().lock();
    let columns = stdout.is_terminal().then(columns);
    let mut world = World {
        columns,
        out: &mut BufWriter::new(stdout),
        err: &mut io::stderr(),
        env: &|name| env::var(name).ok(),
        err_terminal: io::stderr().is_terminal(),
    };
    match cli::run(env::args_os(), &mut world) {
        Next::Done(exit) => ExitCode::from(exit as u8),
        Next::Explore(_, lang) => {
            cli::help(lang, &mut world).map_or(ExitCode::from(2), |()| ExitCode::SUCCESS)
        }
    }
}

/// Cells of a line of the terminal; 80 when it does not say.
fn columns() -> u16 {
    crossterm::terminal::size().map_or(80, |(columns, _)| columns)
}
