//! The terminal device: reading, writing, waiting, its size.
//!
//! Owns the two file descriptors and nothing else; no state of the terminal is kept here.

use std::fs::File;
use std::io::{self, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::time::Duration;

use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

/// Both directions of the terminal. Standard output's own buffer is passed by: it would send a frame in pieces.
#[derive(Debug)]
pub(crate) struct Tty {
    input: File,
    output: File,
}

/// The most columns and rows that are drawn; what a larger terminal has beyond them stays blank. Whoever is at the
/// other end chooses the size, and every cell of it takes memory in the buffer and in what the screen shows.
const MOST: Size = Size {
    width: 1000,
    height: 400,
};

/// What is drawn of a terminal of `size`.
pub(crate) fn within_most(size: Size) -> Size {
    Size::new(size.width.min(MOST.width), size.height.min(MOST.height))
}

/// What [`Tty::wait`] found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ready {
    /// There is something to read, or the end.
    pub(crate) input: bool,
    /// The other descriptor is readable.
    pub(crate) other: bool,
}

impl Tty {
    /// The terminal on standard input and output.
    ///
    /// # Errors
    /// When a descriptor cannot be duplicated.
    pub(super) fn open() -> io::Result<Self> {
        let input = io::stdin().as_fd().try_clone_to_owned()?.into();
        Ok(Self {
            input,
            output: output()?,
        })
    }

    /// Columns and rows to draw in, at most [`MOST`]. A terminal that does not know (a serial line) is taken for 80
    /// by 24.
    pub(crate) fn size(&self) -> Size {
        match rustix::termios::tcgetwinsize(&self.output) {
            Ok(size) if size.ws_col > 0 && size.ws_row > 0 => {
                within_most(Size::new(size.ws_col, size.ws_row))
            }
            _ => Size::new(80, 24),
        }
    }

    /// Blocks until there is input or `other` is readable, at most for `limit`; without one, for ever.
    ///
    /// # Errors
    /// Those of `poll`.
    pub(crate) fn wait(&self, other: BorrowedFd, limit: Option<Duration>) -> io::Result<Ready> {
        let mut fds = [
            PollFd::new(&self.input, PollFlags::IN),
            PollFd::from_borrowed_fd(other, PollFlags::IN),
        ];
        let limit = limit
            .map(Timespec::try_from)
            .transpose()
            .map_err(io::Error::other)?;
        match poll(&mut fds, limit.as_ref()) {
            Ok(_) => Ok(Ready {
                input: !fds[0].revents().is_empty(),
                other: !fds[1].revents().is_empty(),
            }),
            Err(Errno::INTR) => Ok(Ready::default()),
            Err(error) => Err(error.into()),
        }
    }

    /// Reads what is there; 0 bytes mean that the terminal is gone.
    ///
    /// # Errors
    /// Those of `read`, but for interruption and a descriptor that someone made non-blocking.
    pub(crate) fn read(&mut self, bytes: &mut [u8]) -> io::Result<Option<usize>> {
        match self.input.read(bytes) {
            Ok(count) => Ok(Some(count)),
            Err(error) if is_passing(&error) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// Standard output without its buffer.
pub(super) fn output() -> io::Result<File> {
    Ok(io::stdout().as_fd().try_clone_to_owned()?.into())
}

/// Whether the error means that the terminal is gone: EIO after a hang-up, EPIPE or ENXIO from a relay's end.
pub(crate) fn is_gone(error: &io::Error) -> bool {
    let gone = [Errno::IO, Errno::PIPE, Errno::NXIO, Errno::NODEV, Errno::BADF];
    error
        .raw_os_error()
        .is_some_and(|code| gone.iter().any(|errno| errno.raw_os_error() == code))
        || error.kind() == io::ErrorKind::WriteZero
}

fn is_passing(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::WouldBlock | io::ErrorKind::Interrupted
    )
}

impl Write for Tty {
    /// Blocks even if someone made the descriptor non-blocking.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        loop {
            match self.output.write(bytes) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    match poll(&mut [PollFd::new(&self.output, PollFlags::OUT)], None) {
                        Ok(_) | Err(Errno::INTR) => {}
                        Err(error) => return Err(error.into()),
                    }
                }
                written => return written,
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
