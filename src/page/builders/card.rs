//! The width test card: lines whose ends stand under each other where a policy fits the terminal.
//!
//! Owns the samples and what is asked of who looks. It asks no terminal: the eye is the judge, also of what a
//! multiplexer keeps to itself.

use crate::{
    lang::Lang,
    page::{Run, block::Block},
    text::width::Policy,
};

/// Every policy, the one to take first where several fit.
pub(crate) const POLICIES: [Policy; 3] = [Policy::Narrow, Policy::Wide, Policy::Safe];

/// Each with another number of ambiguous characters, so that no two are shifted alike.
pub(crate) const SAMPLES: [&str; 4] = [
    "党建引领产教融合",
    "“红链”引领，五链协同",
    "读·聚匠心——五育并举……",
    "①②③ 25℃ ±5 × 3 → 4",
];

/// Cells before the bar: the longest sample as any policy draws it.
pub(crate) const CELLS: usize = 32;

/// The value of `--ambiguous`.
pub(crate) fn flag(policy: Policy) -> &'static str {
    match policy {
        Policy::Narrow => "narrow",
        Policy::Wide => "wide",
        Policy::Safe => "safe",
    }
}

/// The policy in one word: 窄, 宽 or 稳.
pub(crate) fn word(policy: Policy, lang: Lang) -> &'static str {
    match policy {
        Policy::Narrow => lang.pick("窄", "narrow"),
        Policy::Wide => lang.pick("宽", "wide"),
        Policy::Safe => lang.pick("稳", "safe"),
    }
}

/// What to do with a card of all policies.
pub(crate) fn choose(lang: Lang) -> Vec<Block> {
    let say = lang.pick(
        "三组里，哪一组的字都完整、右端的竖线上下对齐，就用它的 --ambiguous。safe 在任何终端里都齐，只是有些标点换了写法。",
        "Of the three groups take the --ambiguous of the one whose characters are whole and whose bars stand under \
         each other. safe is straight in every terminal, but writes some punctuation differently.",
    );
    vec![Block::text([Run::plain(say)])]
}

/// What to do with a card of one policy, which `key` changes.
pub(crate) fn judge(key: &str, lang: Lang) -> Vec<Block> {
    let say = lang.pick(
        format!("下面的字应当完整，右端的竖线应当上下对齐。若不是，按 {key} 换一种字宽；“稳” 在任何终端里都齐。"),
        format!(
            "The characters below should be whole and the bars should stand under each other. If they do not, press \
             {key}; the safe policy is straight in every terminal."
        ),
    );
    vec![Block::text([Run::plain(say)]), Block::blank()]
}

/// The samples, to be laid out under `policy`, with the flag that chooses it.
pub(crate) fn samples(policy: Policy, lang: Lang) -> Vec<Block> {
    let head = [
        Run::key(format!("--ambiguous {}", flag(policy))),
        Run::muted(lang.pick(format!("  {}", word(policy, lang)), String::new())),
    ];
    let rows = SAMPLES.map(|sample| Block::pair(CELLS, sample, [Run::plain("|")]));
    [Block::text(head)].into_iter().chain(rows).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::layout::layout;

    /// Cells before the bar as a terminal of `drawn` shows a line laid out for `policy`.
    fn bars(policy: Policy, drawn: Policy) -> Vec<usize> {
        let rows = layout(&samples(policy, Lang::Zh), 80, policy).into_iter().skip(1);
        let lines = rows.map(|row| row.runs.into_iter().map(|run| run.text).collect::<String>());
        lines
            .map(|line| drawn.width(line.split('|').next().unwrap_or_default()))
            .collect()
    }

    fn is_straight(bars: &[usize]) -> bool {
        bars.iter().all(|bar| *bar == CELLS + 2)
    }

    #[test]
    fn only_the_group_that_fits_is_straight() {
        for drawn in [Policy::Narrow, Policy::Wide] {
            for policy in POLICIES {
                let fits = policy == drawn || policy == Policy::Safe;
                let bars = bars(policy, drawn);
                assert_eq!(is_straight(&bars), fits, "{policy:?} in {drawn:?}: {bars:?}");
                let ends: std::collections::BTreeSet<_> = bars.iter().collect();
                assert!(
                    fits || ends.len() == SAMPLES.len(),
                    "{policy:?} in {drawn:?}: {bars:?}"
                );
            }
        }
    }
}
