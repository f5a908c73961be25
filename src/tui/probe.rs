//! Asking the terminal how wide it draws ambiguous characters.
//!
//! Owns the question, the reading of the answer and the time to wait for it. It sends nothing and reads nothing:
//! the question goes out behind the first frame, replies come in through the decoder, and nobody waits. The locale
//! is never consulted: it predicts nothing.

use std::time::{Duration, Instant};

/// Draws one character after another at the left margin, asks where the cursor is after each, erases the line.
/// 中 tells UTF-8 from anything else; “ │ ● stand for the ambiguous ones, three because some terminals let users set
/// classes apart. DA1 at the end is the fence: every terminal answers it, and answers in order.
pub const QUESTION: &[u8] = "\r中\x1b[6n\r“\x1b[6n\r│\x1b[6n\r●\x1b[6n\r\x1b[2K\x1b[c".as_bytes();

/// Position reports that the question asks for.
pub const REPORTS: usize = 4;

/// A reply this long over its time will not come.
const FORGOTTEN: Duration = Duration::from_secs(2);

/// What the answer says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Ambiguous characters take one cell.
    Narrow,
    /// They take two.
    Wide,
    /// The terminal does not read UTF-8.
    Ascii,
    /// No answer in time, a mixed one, or a relay that does not know the terminal behind it.
    Unknown,
}

/// A question under way.
#[derive(Debug)]
pub struct Probe {
    deadline: Instant,
    columns: Vec<u16>,
    state: State,
}

#[derive(Debug, PartialEq, Eq)]
enum State {
    Waiting,
    /// Given up; the answer may still come.
    Late,
    Answered,
}

impl Probe {
    /// A question sent at `now`. Over SSH it may take a second, otherwise half of one.
    pub fn sent(now: Instant, ssh: bool) -> Self {
        let limit = Duration::from_millis(if ssh { 1000 } else { 500 });
        Self {
            deadline: now + limit,
            columns: Vec::with_capacity(REPORTS),
            state: State::Waiting,
        }
    }

    /// Takes a position report.
    pub fn column(&mut self, column: u16) {
        self.columns.push(column);
    }

    /// Takes the DA1 reply, after which no more will come: the verdict, unless it was given up before.
    pub fn attributes(&mut self, reply: &str) -> Option<Verdict> {
        let waiting = self.state == State::Waiting;
        self.state = State::Answered;
        waiting.then(|| self.judge(reply))
    }

    /// When to give up.
    pub fn deadline(&self) -> Option<Instant> {
        (self.state == State::Waiting).then_some(self.deadline)
    }

    /// Gives up once the deadline has passed.
    pub fn lapse(&mut self, now: Instant) -> Option<Verdict> {
        let over = self.deadline().is_some_and(|deadline| now >= deadline);
        over.then(|| {
            self.state = State::Late;
            Verdict::Unknown
        })
    }

    /// Whether a reply may still arrive: until it has, or long after hope is gone. Whoever reads the terminal next
    /// would find it on the command line.
    pub fn is_owed(&self, now: Instant) -> bool {
        self.state != State::Answered && now < self.deadline + FORGOTTEN
    }

    fn judge(&self, attributes: &str) -> Verdict {
        // mosh answers for itself, always narrow, with a bare `?62`; what the user's terminal does it cannot say.
        let relayed = attributes == "?62";
        match self.columns[..] {
            [han, ..] if han != 3 => Verdict::Ascii,
            _ if relayed => Verdict::Unknown,
            [_, 2, 2, 2] => Verdict::Narrow,
            [_, 3, 3, 3] => Verdict::Wide,
            _ => Verdict::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(columns: &[u16], attributes: &str) -> Option<Verdict> {
        let mut probe = Probe::sent(Instant::now(), false);
        columns.iter().for_each(|&column| probe.column(column));
        probe.attributes(attributes)
    }

    #[test]
    fn reads_the_answer() {
        assert_eq!(verdict(&[3, 2, 2, 2], "?64;1;2;6c"), Some(Verdict::Narrow));
        assert_eq!(verdict(&[3, 3, 3, 3], "?65;1;9c"), Some(Verdict::Wide));
        assert_eq!(verdict(&[4, 4, 4, 4], "?1;2"), Some(Verdict::Ascii));
        assert_eq!(verdict(&[3, 2, 3, 2], "?1;2"), Some(Verdict::Unknown));
        assert_eq!(verdict(&[3, 2], "?1;2"), Some(Verdict::Unknown));
        assert_eq!(verdict(&[], "?6"), Some(Verdict::Unknown));
        assert_eq!(verdict(&[3, 2, 2, 2], "?62"), Some(Verdict::Unknown), "mosh");
    }

    #[test]
    fn gives_up_once_and_swallows_what_comes_late() {
        let start = Instant::now();
        let mut probe = Probe::sent(start, false);
        assert_eq!(probe.lapse(start + Duration::from_millis(499)), None);
        assert_eq!(
            probe.lapse(start + Duration::from_millis(500)),
            Some(Verdict::Unknown)
        );
        assert_eq!(probe.lapse(start + Duration::from_secs(9)), None);
        assert_eq!(probe.deadline(), None);
        assert!(probe.is_owed(start + Duration::from_secs(2)));
        assert!(!probe.is_owed(start + Duration::from_secs(3)));
        [3, 2, 2, 2].into_iter().for_each(|column| probe.column(column));
        assert_eq!(probe.attributes("?62;22"), None);
        assert!(!probe.is_owed(start));
    }

    #[test]
    fn ssh_gets_a_second() {
        let start = Instant::now();
        assert_eq!(
            Probe::sent(start, true).deadline(),
            Some(start + Duration::from_millis(1000))
        );
    }

    #[test]
    fn the_question_asks_as_often_as_it_says() {
        let text = std::str::from_utf8(QUESTION).unwrap();
        assert_eq!(text.matches("\x1b[6n").count(), REPORTS);
        assert!(text.ends_with("\r\x1b[2K\x1b[c"));
    }
}
