//! Years, dates, times of day and classes of students. Spans of time are counted, see `count`.

use super::{NumberSite, RuleHit};
use crate::numeral::line::FoldedLine;
use crate::numeral::number::{Number, number};
use crate::numeral::script::DASH;
use crate::numeral::{NumeralKind, bounds, units};
use crate::text::han::is_han;

/// 2023年, 2022—2024年, 2023学年, 2024届, 2023级, and a year and month as a date.
pub(super) fn year(site: &NumberSite) -> Option<RuleHit> {
    let NumberSite { line, number, .. } = site;
    let (start, end) = (number.start, number.end);
    if is_year(number) {
        let end = through(line, end);
        return dated(line, start, end)
            .or_else(|| classed(line, start, end))
            .or_else(|| plain(line, start, end));
    }
    let short = number.digits == 2 && number.plain() && (16.0..=35.0).contains(&number.value) && !number.han;
    // 已培养19届毕业生 counts them; 19届毕业生 are of a year.
    let counts = line
        .any_ends(
            line.back(start),
            &["培养", "培养了", "举办", "举办了", "招收", "已招", "送走"],
        )
        .is_some();
    (short && !(counts && line.at(line.skip(end)) == '届')).then(|| classed(line, start, end))?
}

fn is_year(number: &Number) -> bool {
    number.digits == 4 && number.plain() && (1900.0..=2100.0).contains(&number.value)
}

/// The end of a span of years: 2022年至2024年, 2023—24学年.
fn through(line: &FoldedLine, end: usize) -> usize {
    let word = line.skip(end + usize::from(line.at(end) == '年'));
    if !matches!(line.at(word), DASH | '至' | '到' | '/') {
        return end;
    }
    let next = (word + 1..)
        .find(|&n| line.at(n) != DASH)
        .map(|n| line.skip(n))
        .and_then(|n| number(line, n));
    match next {
        Some(next) if is_year(&next) => next.end,
        Some(next) if next.digits == 2 && line.any(next.end, &["学年", "年", "级", "届"]) => next.end,
        _ => end,
    }
}

/// 2023年5月17日, 2023-05-17, 2023.5.17.
fn dated(line: &FoldedLine, start: usize, end: usize) -> Option<RuleHit> {
    let at = line.skip(end);
    match line.at(at) {
        '年' => {
            let month = number(line, line.skip(at + 1)).filter(|month| month.plain())?;
            day(line, &month).map(|end| RuleHit::new(start..end, NumeralKind::Date))
        }
        c @ (DASH | '/' | '.') => {
            let month = number(line, at + 1).filter(|month| month.digits <= 2)?;
            let day = number(line, month.end + 1).filter(|day| line.at(month.end) == c && day.digits <= 2)?;
            Some(RuleHit::new(start..day.end, NumeralKind::Date))
        }
        _ => None,
    }
}

/// The end of a month with or without its day, if `number` is one.
fn day(line: &FoldedLine, month: &Number) -> Option<usize> {
    let end = line.skip(month.end);
    let months = month.plain() && (1.0..=12.0).contains(&month.value) && line.at(end) == '月';
    if !months || line.any(end + 1, &["薪", "均", "余"]) {
        return None;
    }
    let end = end + 1 + usize::from(line.at(end + 1) == '份');
    Some(day_of_month(line, end).unwrap_or(end))
}

/// The end of 17日 or 25—26日 behind a month.
fn day_of_month(line: &FoldedLine, at: usize) -> Option<usize> {
    let day = |at| number(line, line.skip(at)).filter(|day: &Number| day.plain() && day.value <= 31.0);
    let ends = |at| line.any(line.skip(at), &["日", "号"]).then(|| line.skip(at) + 1);
    let first = day(at)?.end;
    ends(first).or_else(|| {
        ends(
            day(first + 1)
                .filter(|_| matches!(line.at(first), DASH | '至'))?
                .end,
        )
    })
}

/// 2024届, 2023级.
fn classed(line: &FoldedLine, start: usize, end: usize) -> Option<RuleHit> {
    let at = line.skip(end);
    let class = line.any(at, &["届", "级"]) && !line.any(at, &["级别", "级台"]);
    class.then(|| RuleHit::new(start..at + 1, NumeralKind::ClassYear))
}

/// 2023年, 2023学年, 2023年度, and 2023 alone where nothing counts it.
fn plain(line: &FoldedLine, start: usize, end: usize) -> Option<RuleHit> {
    let at = line.skip(end);
    let suffixed = line.past(at, &["学年度", "学年", "年度", "年"]);
    let end = suffixed.or_else(|| alone(line, start, end))?;
    Some(RuleHit::new(start..end, NumeralKind::Year))
}

fn alone(line: &FoldedLine, start: usize, end: usize) -> Option<usize> {
    let at = line.skip(end);
    let counted = units::unit(line, at).is_some() || bounds::bounded(line, start..end);
    let decimal = line.at(end) == '.' && line.at(end + 1).is_ascii_digit();
    // 1980、2015、2100人次 are counts of one unit.
    let listed = line.at(at) == '、'
        && number(line, line.skip(at + 1)).is_some_and(|next| {
            !next.han && units::unit(line, line.skip(next.end)).is_some_and(|unit| unit.name != "年")
        });
    let reached = line
        .any_ends(line.back(start), &["达", "达到", "人数", "总数", "共", "为"])
        .is_some();
    let ranged = matches!(line.at(at), DASH | '至' | '到') && number(line, line.skip(at + 1)).is_some();
    (!counted && !decimal && !ranged && !listed && !reached).then_some(end)
}

/// 10月17日, 5月至7月, 20日.
pub(super) fn date(site: &NumberSite) -> Option<RuleHit> {
    let NumberSite {
        line, number: first, ..
    } = site;
    let end = day(line, first)
        .or_else(|| lone(line, first))
        .or_else(|| months(line, first))?;
    let word = line.skip(end);
    let joined = matches!(line.at(word), DASH | '至' | '到');
    let next = number(line, line.skip(word + 1)).filter(|_| joined);
    let last = next.and_then(|next| day(line, &next).or_else(|| lone(line, &next)));
    Some(RuleHit::new(first.start..last.unwrap_or(end), NumeralKind::Date))
}

/// 1—9月: the end of the second month.
fn months(line: &FoldedLine, first: &Number) -> Option<usize> {
    let joined = matches!(line.at(first.end), DASH | '至' | '到') && first.plain() && first.value < 12.0;
    let last = number(line, first.end + 1).filter(|last| joined && last.value > first.value)?;
    day(line, &last)
}

/// 连续三届, 近5届: a span as long as the event is regular.
pub(super) fn editions(site: &NumberSite) -> Option<RuleHit> {
    let NumberSite { line, number, .. } = site;
    let start = line.any_ends(line.back(number.start), &["连续", "近", "过去", "历经"])?;
    let end = line.skip(number.end);
    (line.at(end) == '届').then(|| RuleHit::new(start..end + 1, NumeralKind::Duration))
}

/// A day without its month: 20日; 一日 and 60日 are none.
fn lone(line: &FoldedLine, number: &Number) -> Option<usize> {
    let end = line.skip(number.end);
    let measured = line.any_ends(
        line.back(number.start),
        &["人均", "平均", "累计", "不少于", "不低于", "缩短", "提前", "实践"],
    );
    if measured.is_some() {
        return None;
    }
    let day = number.plain() && (2.0..=31.0).contains(&number.value) && !number.bare;
    (day && units::unit(line, end).is_some_and(|unit| unit.name == "日")).then_some(end + 1)
}

/// Whether an hour stands where times of day do: 上午9:20, 07:40, at the head of a line of a timetable, before a blank.
fn is_clock(line: &FoldedLine, hour: &Number) -> bool {
    let zero = line.at(hour.start) == '0' && hour.digits == 2;
    let ends = number(line, hour.end + 1).is_some_and(|minutes| line.at(minutes.end) == ' ');
    zero || ends && hour.digits == 2
        || line.begins(hour.start) && hour.digits == 2
        || "午晚早日间晨".contains(line.before(line.back(hour.start)))
}

/// Whether what is said before speaks of a ratio: 师生比达1:15, 比例不低于1:30. A contest (比赛) is none.
fn is_of_a_ratio(line: &FoldedLine, start: usize) -> bool {
    let mut before = (start.saturating_sub(8)..start)
        .rev()
        .take_while(|at| is_han(line.at(*at)) || line.at(*at) == ' ');
    let day = "午晚早日间晨".contains(line.before(line.back(start)));
    !day && before.any(|at| line.at(at) == '比' && !"赛武拼".contains(line.at(at + 1)))
}

/// 9:30 where it is a time of day; 1:16 and 1:15 are ratios, unless it is said that they are not. 9时, 14点30分.
pub(super) fn clock(site: &NumberSite) -> Option<RuleHit> {
    let NumberSite {
        line, number: hour, ..
    } = site;
    if !hour.plain() || hour.value > 24.0 || hour.bare {
        return None;
    }
    let minutes = number(line, hour.end + 1).filter(|minutes| minutes.plain());
    let before = line.before(line.back(hour.start));
    match line.at(hour.end) {
        ':' => {
            let quarter = |m: &Number| m.value % 15.0 == 0.0 && hour.value >= 6.0;
            let end = minutes
                .filter(|m| m.digits == 2 && (is_clock(line, hour) || quarter(m)))
                .filter(|_| !is_of_a_ratio(line, hour.start))?
                .end;
            Some(RuleHit::new(hour.start..end, NumeralKind::Date))
        }
        '时' | '点' => {
            let minute = minutes.filter(|m| line.at(m.end) == '分').map(|m| m.end + 1);
            let whole = "整半许".contains(line.at(hour.end + 1))
                || "午晚早晨日".contains(before) && !is_han(line.at(hour.end + 1));
            let end = minute.or(whole.then_some(hour.end + 1))?;
            Some(RuleHit::new(hour.start..end, NumeralKind::Date))
        }
        _ => None,
    }
}
