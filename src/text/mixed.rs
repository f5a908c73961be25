//! Text for property tests: Chinese, Latin, digits, both kinds of punctuation, emoji, marks and the invisible.

use proptest::prelude::*;

use super::width::Policy;

/// All policies, for loops.
pub(crate) const POLICIES: [Policy; 3] = [Policy::Narrow, Policy::Wide, Policy::Safe];

/// Text as it may come out of [`super::clean::clean`] or not quite.
pub(crate) fn mixed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[党建产教融合校企共育]{1,6}",
        2 => "[0-9０-９]{1,5}",
        1 => "[a-zA-Z+]{1,9}",
        3 => "[“”‘’，。、；：？！（）《》【】…—·°％～]",
        1 => "[,.:;?!()'\"/%-]",
        2 => "[ \u{3000}]{1,2}",
        1 => "[多余万亿元家人次项年月以上]{1,4}",
        1 => "[×≥→①Ⅳ½№℃─█●éǚαЖ]",
        1 => prop::sample::select(vec![
            "e\u{301}", "u\u{308}\u{300}", "ｶﾞ", "葛\u{e0100}", "❤\u{fe0f}", "👨\u{200d}👩\u{200d}👧", "👍🏽", "🇨🇳", "😀",
            "\u{301}", "\u{200b}", "한", "\u{1112}\u{1161}", "☰", "\u{e000}",
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}
