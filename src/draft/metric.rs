//! Which known metric an outcome may be of: the unit is the same and the words of its name stand around the figure.

use crate::model::Metric;

/// How much of a metric's name has to stand around a figure, in hundredths of its pairs of characters.
const ENOUGH: usize = 60;

/// The metric whose name fits best; none when none does, or two do alike.
pub(crate) fn propose<'a>(metrics: &'a [Metric], around: &str, unit: &str) -> Option<&'a Metric> {
    let same = metrics.iter().filter(|metric| &*metric.unit == unit);
    let mut fits: Vec<_> = same
        .map(|metric| (fit(&metric.name.zh, around), metric))
        .collect();
    fits.sort_by_key(|(fit, _)| std::cmp::Reverse(*fit));
    match fits[..] {
        [(best, _), (next, _), ..] if best == next => None,
        [(best, metric), ..] if best >= ENOUGH => Some(metric),
        _ => None,
    }
}

fn fit(name: &str, around: &str) -> usize {
    let chars: Vec<char> = name.chars().filter(|c| c.is_alphanumeric()).collect();
    let pairs = chars.windows(2).map(String::from_iter);
    let stand = pairs.filter(|pair| around.contains(pair.as_str())).count();
    stand * 100 / (chars.len().max(2) - 1)
}
