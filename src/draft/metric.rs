//! Which known metrics an outcome may be of: those of its unit whose name stands in the figure's own clause.
//!
//! A proposal for a person to confirm. A clause that holds the words of two metrics speaks for neither alone.

use super::Figure;
use crate::model::{Guess, Metric};

/// How many metrics are proposed.
const MOST: usize = 5;

/// Words that make a clause speak of something else than what a metric without them counts.
const CONTRARY: [&str; 12] = [
    "同比", "增长", "提高", "下降", "增加", "占比", "满意", "合格", "目标", "平均", "人均", "计划",
];

/// The metrics of the figure's unit whose whole name `clause` prints, the longest name first.
pub(crate) fn propose(metrics: &[Metric], clause: &str, figure: &Figure) -> Vec<Guess> {
    let fits = |metric: &&Metric| {
        let name = &*metric.name.zh;
        let contrary = |word: &str| clause.contains(word) && !name.contains(word);
        metric.unit == figure.unit && clause.contains(name) && !CONTRARY.iter().any(|word| contrary(word))
    };
    let mut fits: Vec<&Metric> = metrics.iter().filter(fits).collect();
    fits.sort_by_key(|metric| std::cmp::Reverse(metric.name.zh.chars().count()));
    let guess = |metric: &&Metric| Guess {
        metric: metric.id.clone(),
        words: metric.name.zh.clone(),
    };
    fits.iter().take(MOST).map(guess).collect()
}
