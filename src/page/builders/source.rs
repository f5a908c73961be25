//! Where a fact stands: the line, the phrase and the passage if it is at hand, then the article's record.

use super::{part, passage::passage};
use crate::{
    lang::Lang,
    load::articles,
    model::{Atlas, Citation, Fact, Outline, Source, words},
    page::{
        Run,
        block::{Block, Record},
    },
    text::clean::clean,
};

/// The source of `fact`; `article` is the whole text of the article, if the reader has it.
pub(crate) fn source(atlas: &Atlas, fact: Fact<'_>, article: Option<&str>, lang: Lang) -> Vec<Block> {
    let source = atlas.source(fact.college().source);
    let mut blocks = part::title(&fact.name(), lang);
    blocks.extend(part::stands(fact, lang));
    match (fact.cite(), article) {
        (None, _) => blocks.extend(outline(source, lang)),
        (Some(cite), None) => blocks.extend(phrase(cite, lang)),
        (Some(cite), Some(text)) => blocks.extend(quoted(atlas, fact, cite, text, lang)),
    }
    blocks.extend([Block::blank(), Block::pairs(record(source, lang))]);
    if fact.cite().is_some() && article.is_none() {
        blocks.extend(absent(source, lang));
    }
    blocks
}

fn record(source: &Source, lang: Lang) -> Vec<Record> {
    let byline = source.byline.join(" ");
    let stated = [
        (lang.pick("媒体", "outlet"), source.outlet.as_deref()),
        (lang.pick("标题", "title"), source.title.as_deref()),
        (
            lang.pick("作者", "byline"),
            Some(&*byline).filter(|names| !names.is_empty()),
        ),
        (lang.pick("日期", "date"), source.published.as_deref()),
        (lang.pick("网址", "URL"), source.url.as_deref()),
    ];
    let mut pairs: Vec<_> = stated
        .into_iter()
        .map(|(label, text)| Record::pair(label, [part::maybe(text, lang)]))
        .collect();
    pairs.push(Record::pair(
        lang.pick("编号", "id"),
        [Run::plain(source.id.as_str())],
    ));
    pairs
}

/// The line and the phrase: all there is to see without the text.
fn phrase(cite: &Citation, lang: Lang) -> Vec<Block> {
    let line = lang.pick(format!("第 {} 行", cite.line), format!("{}", cite.line));
    let pairs = [
        Record::pair(lang.pick("行", "line"), [Run::plain(line)]),
        Record::pair(
            lang.pick("原文", "phrase"),
            [Run::quote(part::quoted(&cite.exact))],
        ),
    ];
    vec![Block::blank(), Block::pairs(pairs)]
}

fn quoted(atlas: &Atlas, fact: Fact<'_>, cite: &Citation, text: &str, lang: Lang) -> Vec<Block> {
    let heading = lang.pick(
        format!("原文第 {} 行", cite.line),
        format!("Line {} of the article", cite.line),
    );
    let line = clean(articles::line(text, cite.line).unwrap_or_default());
    vec![
        Block::blank(),
        Block::heading(heading),
        Block::text(passage(atlas, fact, &line)),
    ]
}

/// A college stands on no line in particular: its source is the article, told in outline.
fn outline(source: &Source, lang: Lang) -> Vec<Block> {
    let entry = |entry: &Outline| {
        let line = words::line_words(entry.line, lang);
        Record::pair(line, [Run::plain(entry.gist.get(lang))])
    };
    vec![
        Block::blank(),
        Block::heading(lang.pick("内容提要", "Outline")),
        Block::pairs(source.outline.iter().map(entry)),
    ]
}

fn absent(source: &Source, lang: Lang) -> Vec<Block> {
    let words = lang.pick(
        "手边没有这篇文章的文本。把它存成 .txt 放进一个文件夹, 用 --articles 文件夹 或环境变量 RONGTU_ARTICLES 指明, 即可在此看到整段原文。",
        "The text of this article is not at hand. Save it as .txt in a folder and name the folder with \
         --articles DIR or RONGTU_ARTICLES to read the whole passage here.",
    );
    let sum = format!("SHA-256 {}", source.text.sha256);
    vec![
        Block::blank(),
        Block::text([Run::muted(words)]),
        Block::text([Run::muted(sum)]),
    ]
}
