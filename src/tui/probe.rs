//! Asking the terminal how wide it draws ambiguous characters, and what its background is.
//!
//! Owns the question, the reading of the answer and the time to wait for it. It sends nothing and reads nothing:
//! the question goes out behind the first frame, replies come in through the decoder, and nobody waits. The locale
//! is never consulted: it predicts nothing.

use std::time::{Duration, Instant};

use super::background::Ground;

/// What to ask, in one write.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ProbeRequest {
    /// How wide it draws ambiguous characters.
    pub widths: bool,
    /// The colour of its background.
    pub ground: bool,
}

/// Draws one character after another at the left margin, asks where the cursor is after each, erases the line.
/// 中 tells UTF-8 from anything else; “ │ ● stand for the ambiguous ones, three because some terminals let users set
/// classes apart.
const WIDTHS: &str = "\r中\x1b[6n\r“\x1b[6n\r│\x1b[6n\r●\x1b[6n\r\x1b[2K";

/// OSC 11. Ended by BEL: urxvt ends its reply as the question ended, and of ST it sends only the half.
const GROUND: &str = "\x1b]11;?\x07";

/// DA1 at the end is the fence: every terminal answers it, and answers in order.
const FENCE: &str = "\x1b[c";

/// Position reports that [`WIDTHS`] asks for.
const REPORTS: usize = 4;

impl ProbeRequest {
    /// Whether there is anything to ask.
    pub(crate) fn anything(self) -> bool {
        self.widths || self.ground
    }

    /// What is sent.
    pub(crate) fn question(self) -> String {
        let widths = if self.widths { WIDTHS } else { "" };
        let ground = if self.ground { GROUND } else { "" };
        format!("{widths}{ground}{FENCE}")
    }

    /// How many position reports answer it.
    pub(crate) fn reports(self) -> usize {
        if self.widths { REPORTS } else { 0 }
    }
}

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

/// The whole answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TerminalReply {
    /// The widths, if they were asked for.
    pub widths: Option<Verdict>,
    /// The background, if it was told.
    pub(crate) ground: Option<Ground>,
}

/// A question under way.
#[derive(Debug)]
pub(crate) struct Probe {
    ask: ProbeRequest,
    deadline: Instant,
    columns: Vec<u16>,
    ground: Option<Ground>,
    state: ProbeState,
}

#[derive(Debug, PartialEq, Eq)]
enum ProbeState {
    Waiting,
    /// Given up; the answer may still come.
    Late,
    Answered,
}

impl Probe {
    /// What was asked at `now`. Over SSH it may take a second, otherwise half of one.
    pub(crate) fn sent(ask: ProbeRequest, now: Instant, ssh: bool) -> Self {
        let limit = Duration::from_millis(if ssh { 1000 } else { 500 });
        Self {
            ask,
            deadline: now + limit,
            columns: Vec::with_capacity(REPORTS),
            ground: None,
            state: ProbeState::Waiting,
        }
    }

    /// Takes a position report.
    pub(crate) fn column(&mut self, column: u16) {
        self.columns.push(column);
    }

    /// Takes the background.
    pub(crate) fn ground(&mut self, ground: Ground) {
        self.ground = Some(ground);
    }

    /// Takes the DA1 reply, after which no more will come: the answer, unless it was given up before.
    pub(crate) fn attributes(&mut self, reply: &str) -> Option<TerminalReply> {
        let waiting = self.state == ProbeState::Waiting;
        self.state = ProbeState::Answered;
        waiting.then(|| self.answer(self.judge(reply)))
    }

    fn answer(&self, widths: Verdict) -> TerminalReply {
        TerminalReply {
            widths: self.ask.widths.then_some(widths),
            ground: self.ground,
        }
    }

    /// When to give up.
    pub(crate) fn deadline(&self) -> Option<Instant> {
        (self.state == ProbeState::Waiting).then_some(self.deadline)
    }

    /// Gives up once the deadline has passed.
    pub(crate) fn lapse(&mut self, now: Instant) -> Option<TerminalReply> {
        let over = self.deadline().is_some_and(|deadline| now >= deadline);
        over.then(|| {
            self.state = ProbeState::Late;
            self.answer(Verdict::Unknown)
        })
    }

    /// Whether a reply may still arrive: until it has, or long after hope is gone. Whoever reads the terminal next
    /// would find it on the command line.
    pub(crate) fn is_owed(&self, now: Instant) -> bool {
        self.state != ProbeState::Answered && now < self.deadline + FORGOTTEN
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

    const BOTH: ProbeRequest = ProbeRequest {
        widths: true,
        ground: true,
    };

    fn verdict(columns: &[u16], attributes: &str) -> Option<Verdict> {
        let mut probe = Probe::sent(BOTH, Instant::now(), false);
        columns.iter().for_each(|&column| probe.column(column));
        probe.attributes(attributes)?.widths
    }

    #[test]
    fn tells_what_was_asked() {
        for (widths, ground) in [(true, None), (false, Some(Ground::Light))] {
            let mut probe = Probe::sent(
                ProbeRequest {
                    widths,
                    ground: ground.is_some(),
                },
                Instant::now(),
                false,
            );
            ground.into_iter().for_each(|ground| probe.ground(ground));
            let widths = widths.then_some(Verdict::Unknown);
            assert_eq!(probe.attributes("?1;2"), Some(TerminalReply { widths, ground }));
        }
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
        let mut probe = Probe::sent(BOTH, start, false);
        assert_eq!(probe.lapse(start + Duration::from_millis(499)), None);
        assert_eq!(
            probe.lapse(start + Duration::from_millis(500)),
            Some(TerminalReply {
                widths: Some(Verdict::Unknown),
                ground: None
            })
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
            Probe::sent(BOTH, start, true).deadline(),
            Some(start + Duration::from_millis(1000))
        );
    }

    #[test]
    fn the_question_asks_as_often_as_it_says() {
        let text = BOTH.question();
        assert_eq!(text.matches("\x1b[6n").count(), BOTH.reports());
        assert!(text.ends_with("\r\x1b[2K\x1b]11;?\x07\x1b[c"));
        let ground = ProbeRequest {
            widths: false,
            ..BOTH
        };
        assert_eq!(
            (ground.question().as_str(), ground.reports()),
            ("\x1b]11;?\x07\x1b[c", 0)
        );
        assert!(!ProbeRequest::default().anything());
    }
}
