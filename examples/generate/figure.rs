//! Figures as articles print them: 34家, 30余家, 近2万人次, 2000多万元, 98%以上, 20至30家.

use rongtu::{model::Metric, numeral::Bound};

use crate::random::Random;

pub(crate) struct Figure {
    /// In base units.
    pub value: f64,
    pub max: Option<f64>,
    pub bound: Bound,
    pub as_written: String,
}

/// A figure of the size that such a metric usually has.
pub(crate) fn figure(metric: &Metric, random: &mut Random) -> Figure {
    let unit = &*metric.unit;
    let many = ["学生", "毕业生", "员工"]
        .iter()
        .any(|who| metric.name.zh.contains(who));
    match unit {
        "%" => percent(random),
        "元" if metric.name.zh.contains("月薪") => counted(random, (45, 90), 100, "", unit),
        "元" => counted(random, (2, 60), 100, "万", unit),
        "人" | "人次" | "名" if many && random.chance(50) => counted(random, (1, 9), 1, "万", unit),
        "人" | "人次" | "名" if many => counted(random, (2, 98), 100, "", unit),
        _ if random.chance(60) => exact(random.between(2, 99), unit),
        _ => counted(random, (2, 12), 10, "", unit),
    }
}

fn exact(n: usize, unit: &str) -> Figure {
    Figure {
        value: n as f64,
        max: None,
        bound: Bound::Exact,
        as_written: format!("{n}{unit}"),
    }
}

fn percent(random: &mut Random) -> Figure {
    let n = random.between(70, 98);
    let tenth = random.between(1, 9);
    let (value, bound, as_written) = match random.below(4) {
        0 => (n as f64, Bound::AtLeast, format!("{n}%以上")),
        1 => (n as f64, Bound::MoreThan, format!("超{n}%")),
        2 => (
            (n * 10 + tenth) as f64 / 10.0,
            Bound::Exact,
            format!("{n}.{tenth}%"),
        ),
        _ => (n as f64, Bound::Exact, format!("{n}%")),
    };
    Figure {
        value,
        max: None,
        bound,
        as_written,
    }
}

/// A round number of `step`s with one of the bounds that articles give to round numbers.
fn counted(
    random: &mut Random,
    (low, high): (usize, usize),
    step: usize,
    magnitude: &str,
    unit: &str,
) -> Figure {
    let n = random.between(low, high) * step;
    let base = if magnitude.is_empty() { 1.0 } else { 10_000.0 };
    let tail = format!("{magnitude}{unit}");
    // 2万余人 but 2000多万元: what is left open stands right behind the last digit that is printed.
    let open = |word: &str| match step {
        1 => format!("{n}{magnitude}{word}{unit}"),
        _ => format!("{n}{word}{tail}"),
    };
    let (bound, as_written) = match random.below(9) {
        0 => (Bound::MoreThan, open("余")),
        1 => (Bound::MoreThan, open("多")),
        2 => (Bound::MoreThan, format!("超过{n}{tail}")),
        3 => (Bound::Nearly, format!("近{n}{tail}")),
        4 => (Bound::About, format!("约{n}{tail}")),
        5 => (Bound::AtLeast, format!("{n}{tail}以上")),
        6 => return range(n, n + step, base, &tail),
        _ => (Bound::Exact, format!("{n}{tail}")),
    };
    Figure {
        value: n as f64 * base,
        max: None,
        bound,
        as_written,
    }
}

fn range(low: usize, high: usize, base: f64, tail: &str) -> Figure {
    Figure {
        value: low as f64 * base,
        max: Some(high as f64 * base),
        bound: Bound::Range,
        as_written: format!("{low}至{high}{tail}"),
    }
}
