//! Words of a clause that only lead up to a figure, and are no part of what it counts: 达到, 累计, 三年来.

/// Words that stand between what is counted and its figure, each with the characters in front that make it part of
/// another word: 成为, 持有.
const BEFORE_FIGURE: &[(&str, &str)] = &[
    ("的比例达到", ""),
    ("的比例达", ""),
    ("累计达到", ""),
    ("累计达", ""),
    ("达到了", ""),
    ("达到", ""),
    ("增长到", ""),
    ("增长至", ""),
    ("提高到", ""),
    ("提升到", ""),
    ("提升至", ""),
    ("提高至", ""),
    ("下降到", ""),
    ("下降至", ""),
    ("降至", ""),
    ("降到", ""),
    ("增加到", ""),
    ("增至", ""),
    ("升至", ""),
    ("扩大到", ""),
    ("扩展到", ""),
    ("拓展到", ""),
    ("发展到", ""),
    ("保持在", ""),
    ("稳定在", ""),
    ("目前的", ""),
    ("现在的", ""),
    ("最初的", ""),
    ("原来的", ""),
    ("当初的", ""),
    ("过去的", ""),
    ("每年", ""),
    ("共计", ""),
    ("总计", ""),
    ("合计", ""),
    ("共有", ""),
    ("还有", ""),
    ("就有", ""),
    ("现有", ""),
    ("已有", ""),
    ("拥有", ""),
    ("设有", ""),
    ("建有", ""),
    ("只有", ""),
    ("仅有", ""),
    ("约为", ""),
    ("仅为", ""),
    ("分别为", ""),
    ("连续", ""),
    ("是", "就还正于但只也都不"),
    ("正好", ""),
    ("分别", ""),
    ("在", "现存所实内外潜正"),
    ("仅", "不"),
    ("达", "抵到"),
    ("为", "成作称列评认"),
    ("至", "甚"),
    ("到", "得受收感找做看办走来"),
    ("共", "公"),
    ("由", "自理"),
    ("从", "服"),
    ("有", "持具占含享"),
];

/// Words at the beginning of a clause that say nothing of what is counted, each with the characters behind that make it
/// part of another word: 共享, 现代.
const AT_START: &[(&str, &str)] = &[
    ("近年来", ""),
    ("近几年", ""),
    ("目前", ""),
    ("其中", ""),
    ("累计", ""),
    ("先后", ""),
    ("并且", ""),
    ("同时", ""),
    ("全校", ""),
    ("全院", ""),
    ("这个", ""),
    ("学校现有", ""),
    ("学院现有", ""),
    ("学校共有", ""),
    ("学院共有", ""),
    ("学校已", ""),
    ("学院已", ""),
    ("学校", ""),
    ("学院", ""),
    ("我校", ""),
    ("我院", ""),
    ("该校", ""),
    ("该院", ""),
    ("现有", ""),
    ("拥有", ""),
    ("共有", ""),
    ("设有", ""),
    ("建有", ""),
    ("建成", ""),
    ("共建", ""),
    ("成立", ""),
    ("已经", ""),
    ("已", ""),
    ("共", "同享育议商研创推管担编治赢融通青产计"),
    ("现", "代场将金役实状"),
    ("并", "购轨网"),
    ("现在", ""),
    ("如今", ""),
    ("但", "凡愿"),
    ("还", "原贷款清"),
    ("就", "业读近餐诊地职任学医座位算势"),
];

/// What is left of a time behind its numeral: 三年来, 2025年底前.
const BEHIND_TIME: [&str; 12] = [
    "以来",
    "来",
    "间",
    "年底前",
    "底前",
    "年底",
    "底",
    "末",
    "前",
    "内",
    "起",
    "的",
];

/// The words behind a time without what belongs to the time.
pub(super) fn without_time(words: &str) -> &str {
    let words = words.trim_start();
    let rest = BEHIND_TIME.iter().find_map(|word| words.strip_prefix(word));
    rest.unwrap_or(words).trim_start_matches('的')
}

pub(super) fn without_end(mut words: &str) -> &str {
    while let Some(rest) = BEFORE_FIGURE.iter().find_map(|(word, part)| {
        let rest = words.strip_suffix(word)?;
        (!rest.ends_with(|c| part.contains(c))).then_some(rest)
    }) {
        words = rest.trim_end();
    }
    words
}

pub(super) fn without_start(mut words: &str) -> &str {
    while let Some(rest) = AT_START.iter().find_map(|(word, part)| {
        let rest = words.strip_prefix(word)?;
        (!rest.starts_with(|c| part.contains(c))).then_some(rest)
    }) {
        words = rest.trim_start();
    }
    words
}
