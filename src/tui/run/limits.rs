//! How long a session may last, and when its end is announced.
//!
//! Owns the arithmetic of moments. It knows no clock: whoever asks says what time it is.

use std::time::{Duration, Instant};

/// How long before the end it is announced, unless the limit is shorter than twice that.
const NOTICE: Duration = Duration::from_secs(60);

/// How long a session may last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Without a key or a paste.
    pub idle: Duration,
    /// From its start.
    pub total: Duration,
}

/// Which limit it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// [`Limits::idle`].
    Idle,
    /// [`Limits::total`].
    Total,
}

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Due {
    /// To announce the end.
    Notice(Limit, Duration),
    End(Limit),
}

/// The moments of one session.
#[derive(Clone, Debug)]
pub(super) struct Clock {
    idle: Moments,
    total: Moments,
}

/// When one limit is announced, until it has been, and when it is reached.
#[derive(Clone, Copy, Debug)]
struct Moments {
    notice: Option<Instant>,
    end: Instant,
}

impl Moments {
    fn of(limit: Duration, start: Instant) -> Self {
        Self {
            notice: Some(start + limit.saturating_sub(NOTICE.min(limit / 2))),
            end: start + limit,
        }
    }

    fn next(&self) -> Instant {
        self.notice.unwrap_or(self.end)
    }

    fn due(&mut self, limit: Limit, now: Instant) -> Option<Due> {
        if now >= self.end {
            return Some(Due::End(limit));
        }
        let notice = self.notice.take_if(|at| now >= *at);
        notice.map(|_| Due::Notice(limit, self.end - now))
    }
}

impl Clock {
    /// The clock of a session that starts `now`.
    pub(crate) fn new(limits: Limits, now: Instant) -> Self {
        Self {
            idle: Moments::of(limits.idle, now),
            total: Moments::of(limits.total, now),
        }
    }

    /// Someone is there.
    pub(crate) fn touch(&mut self, limits: Limits, now: Instant) {
        self.idle = Moments::of(limits.idle, now);
    }

    /// When to ask [`due`](Self::due) again.
    pub(crate) fn next(&self) -> Instant {
        self.idle.next().min(self.total.next())
    }

    /// What is due `now`, if anything; an announcement is due once.
    pub(crate) fn due(&mut self, now: Instant) -> Option<Due> {
        let total = self.total.due(Limit::Total, now);
        total.or_else(|| self.idle.due(Limit::Idle, now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: Limits = Limits {
        idle: Duration::from_secs(600),
        total: Duration::from_secs(3600),
    };

    fn seconds(n: u64) -> Duration {
        Duration::from_secs(n)
    }

    #[test]
    fn nobody_there_is_told_a_minute_before_the_end() {
        let start = Instant::now();
        let mut clock = Clock::new(LIMITS, start);
        assert_eq!(clock.next(), start + seconds(540));
        assert_eq!(clock.due(start + seconds(539)), None);
        let told = Due::Notice(Limit::Idle, seconds(59));
        assert_eq!(clock.due(start + seconds(541)), Some(told));
        assert_eq!(clock.due(start + seconds(542)), None);
        assert_eq!(clock.next(), start + seconds(600));
        assert_eq!(clock.due(start + seconds(600)), Some(Due::End(Limit::Idle)));
    }

    #[test]
    fn a_key_starts_the_idle_time_anew_and_not_the_whole() {
        let start = Instant::now();
        let mut clock = Clock::new(LIMITS, start);
        for minute in 1..59 {
            let now = start + seconds(60 * minute);
            assert_eq!(clock.due(now), None, "{minute}");
            clock.touch(LIMITS, now);
        }
        let told = Due::Notice(Limit::Total, seconds(60));
        assert_eq!(clock.due(start + seconds(3540)), Some(told));
        clock.touch(LIMITS, start + seconds(3599));
        assert_eq!(clock.due(start + seconds(3600)), Some(Due::End(Limit::Total)));
    }

    #[test]
    fn a_short_limit_is_announced_at_its_half() {
        let start = Instant::now();
        let short = Limits {
            idle: seconds(4),
            ..LIMITS
        };
        assert_eq!(Clock::new(short, start).next(), start + seconds(2));
    }
}
