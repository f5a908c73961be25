//! The rule for the date of publication: it is a day of the calendar, and not yet to come.

use std::time::{SystemTime, UNIX_EPOCH};

use super::context::SourceContext;
use crate::finding::{Code, Finding};

/// A year, a month and a day; in order of time.
type Day = (i64, u8, u8);

const SECONDS_A_DAY: u64 = 24 * 60 * 60;

/// The date of publication can be one.
pub(crate) fn published(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    let Some(text) = context.source.published.as_deref() else {
        return;
    };
    let (code, zh, en) = match day(text) {
        Err(DateFault::Form) => (
            Code::BadDate,
            format!("“{text}”不是 2024-05-06 这样的日期"),
            format!("“{text}” is no date such as 2024-05-06"),
        ),
        Err(DateFault::Calendar) => (
            Code::BadDate,
            format!("日历上没有“{text}”这一天"),
            format!("the calendar has no “{text}”"),
        ),
        Ok(day) if day > tomorrow() => (
            Code::FutureDate,
            format!("“{text}”还没有到"),
            format!("“{text}” is yet to come"),
        ),
        Ok(_) => return,
    };
    out.push(context.of_source(code, "published", zh, en));
}

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DateFault {
    Form,
    Calendar,
}

fn day(text: &str) -> Result<Day, DateFault> {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |part: &str, len: usize| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
    let [year, month, day] = parts[..] else {
        return Err(DateFault::Form);
    };
    if !(digits(year, 4) && digits(month, 2) && digits(day, 2)) {
        return Err(DateFault::Form);
    }
    let number = |part: &str| part.parse().map_err(|_| DateFault::Form);
    let date = (
        year.parse().map_err(|_| DateFault::Form)?,
        number(month)?,
        number(day)?,
    );
    match (1..=days_of(date.0, date.1)).contains(&date.2) {
        true => Ok(date),
        false => Err(DateFault::Calendar),
    }
}

/// How many days a month has; none when there is no such month.
fn days_of(year: i64, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u8::from(leap),
        1..=12 => 31,
        _ => 0,
    }
}

/// A day after today by UTC: east of Greenwich the day begins earlier.
fn tomorrow() -> Day {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    of_days(since.as_secs() / SECONDS_A_DAY + 1)
}

/// The date so many days after 1 January 1970.
fn of_days(mut days: u64) -> Day {
    let mut year = 1970;
    loop {
        let length = 337 + u64::from(days_of(year, 2));
        if days < length {
            break;
        }
        days -= length;
        year += 1;
    }
    let mut month = 1;
    while days >= u64::from(days_of(year, month)) {
        days -= u64::from(days_of(year, month));
        month += 1;
    }
    (year, month, days as u8 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        for sound in ["2024-05-06", "2024-02-29", "2000-02-29", "2023-12-31"] {
            assert!(day(sound).is_ok(), "{sound}");
        }
        for text in [
            "2025-02-30",
            "2023-02-29",
            "1900-02-29",
            "2024-13-01",
            "2024-00-10",
            "2024-04-31",
            "2024-05-00",
        ] {
            assert_eq!(day(text), Err(DateFault::Calendar), "{text}");
        }
        for text in [
            "2024/05/06",
            "2024-5-6",
            "24-05-06",
            "2024-05",
            "2024-05-06-07",
            "２０２４-05-06",
            "",
        ] {
            assert_eq!(day(text), Err(DateFault::Form), "{text}");
        }
    }

    #[test]
    fn days_are_counted_from_1970() {
        for (days, date) in [
            (0, (1970, 1, 1)),
            (59, (1970, 3, 1)),
            (789, (1972, 2, 29)),
            (11_016, (2000, 2, 29)),
            (20_453, (2025, 12, 31)),
        ] {
            assert_eq!(of_days(days), date);
        }
    }
}
