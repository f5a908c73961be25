//! The width test card: lines of one length under each policy, for a person to look at.

use crate::{
    lang::Lang,
    page::{Run, block::Block},
};

/// What is asked, then bars that end under each other where the policy fits the terminal.
pub fn blocks(lang: Lang) -> Vec<Block> {
    let say = lang.pick(
        "下面各行右端的竖线应当对齐。若不齐，按 w 换一种字宽；“稳” 在任何终端里都齐。",
        "The bars at the right end of these lines should stand under each other. If they do not, press w; \
         the safe policy is straight in every terminal.",
    );
    let samples = [
        "党建引领产教融合",
        "“红链”引领，“五链”协同",
        "读·聚匠心——五育并举……",
        "①② 25℃ ±5 × 3 → 4",
    ];
    let rows = samples
        .iter()
        .map(|sample| Block::pair(40, *sample, [Run::plain("|")]));
    [Block::text([Run::plain(say)]), Block::blank()]
        .into_iter()
        .chain(rows)
        .collect()
}
