//! How much of each article is accounted for, as lines to read.

use crate::{
    check::{Coverage, Extent},
    lang::Lang,
    page::{Run, block::Block},
};

/// One line an article.
pub fn blocks(coverage: &[Coverage], lang: Lang) -> Vec<Block> {
    coverage.iter().map(|one| block(one, lang)).collect()
}

fn block(one: &Coverage, lang: Lang) -> Block {
    let source = Run::key(format!("{}  ", one.source));
    let (short, text) = words(&one.extent, lang);
    let text = if short {
        Run::warning(text)
    } else {
        Run::plain(text)
    };
    Block::text([source, text])
}

/// Whether something is left, and the words.
fn words(extent: &Extent, lang: Lang) -> (bool, String) {
    let unread = |zh: &str, en: &str| (true, lang.pick(zh, en).to_owned());
    match *extent {
        Extent::NoText => unread(
            "没有原文，未核对引语和覆盖",
            "no text at hand; phrases and coverage not checked",
        ),
        Extent::Changed => unread(
            "原文已改动，未核对引语和覆盖",
            "the text at hand was changed; phrases and coverage not checked",
        ),
        Extent::Faulty => unread(
            "档案有错误，未计算覆盖",
            "records are faulty; coverage not counted",
        ),
        Extent::Counted {
            numerals,
            curated,
            excused,
        } => {
            let done = curated + excused;
            let text = lang.pick(
                format!("正文数词 {done} / {numerals}: 成效 {curated}, 注明 {excused}"),
                format!(
                    "{done} of {numerals} numerals accounted for: {curated} in outcomes, {excused} excused"
                ),
            );
            (done < numerals, text)
        }
    }
}
