//! How much of each article is accounted for, and what could not be checked, as lines to read.

use crate::{
    check::{Coverage, Extent},
    lang::Lang,
    page::{Run, block::Block},
};

/// How many of the articles that could not be read are named.
const NAMED: usize = 5;

/// One line an article that was read, and one for those that were not.
pub(crate) fn blocks(coverage: &[Coverage], lang: Lang) -> Vec<Block> {
    let read = coverage
        .iter()
        .filter(|one| one.read())
        .map(|one| block(one, lang));
    let unread: Vec<_> = coverage.iter().filter(|one| !one.read()).collect();
    let unread = (!unread.is_empty()).then(|| {
        let names = unread.iter().take(NAMED).map(|one| one.source.as_str());
        let names: Vec<_> = names.collect();
        let more = if unread.len() > NAMED { " …" } else { "" };
        let names = Run::muted(format!(" ({}{more})", names.join(", ")));
        Block::text([Run::warning(missing(unread.len(), lang)), names])
    });
    read.chain(unread).collect()
}

/// What was not checked for want of `n` texts.
pub(crate) fn missing(n: usize, lang: Lang) -> String {
    let s = if n == 1 { "" } else { "s" };
    lang.pick(
        format!("{n} 篇文章没有可用的原文: 引语、时间、次序与覆盖未核对，用 --articles 指明文件夹"),
        format!("no sound text of {n} article{s} at hand: phrases, periods and coverage not checked; name the folder with --articles"),
    )
}

fn block(one: &Coverage, lang: Lang) -> Block {
    let source = Run::key(format!("{}  ", one.source));
    let text = match one.extent {
        Extent::Counted {
            numerals,
            curated,
            excused,
        } if curated + excused < numerals => Run::warning(coverage_words(numerals, curated, excused, lang)),
        Extent::Counted {
            numerals,
            curated,
            excused,
        } => Run::plain(coverage_words(numerals, curated, excused, lang)),
        _ => Run::warning(lang.pick(
            "档案有错误，未计算覆盖",
            "records are faulty; coverage not counted",
        )),
    };
    Block::text([source, text])
}

fn coverage_words(numerals: u32, curated: u32, excused: u32, lang: Lang) -> String {
    let done = curated + excused;
    lang.pick(
        format!("正文数词 {done} / {numerals}: 成效 {curated}, 注明 {excused}"),
        format!("{done} of {numerals} numerals accounted for: {curated} in outcomes, {excused} excused"),
    )
}
