//! `check --explain CODE`: what a code means and what helps.

use crate::{
    cli::{
        Answer,
        args::Format,
        exit::{Exit, Failure, Message},
    },
    export::record::CodeRow,
    finding::Code,
    page::{Run, block::Block},
    text::clean::clean,
};

/// Explains one code, or `all`.
///
/// # Errors
/// A word that is no code; those of the writer.
pub(crate) fn run(answer: &mut Answer<'_, '_>, word: &str) -> Result<Exit, Failure> {
    let codes = match (word, word.parse()) {
        ("all", _) => Code::ALL.to_vec(),
        (_, Ok(code)) => vec![code],
        _ => return Err(unknown(word)),
    };
    let lang = answer.settings.lang;
    let words = codes.iter().map(|code| (*code, code.meaning(), code.hint()));
    let words: Vec<_> = words.collect();
    let rows = words
        .iter()
        .map(|(code, meaning, hint)| CodeRow::of(*code, meaning.get(lang), hint.get(lang)));
    match answer.settings.format {
        Format::Csv | Format::Json | Format::Jsonl => answer.rows(rows)?,
        Format::Table | Format::Md => {
            let blocks: Vec<_> = codes.iter().flat_map(|code| block(*code, answer)).collect();
            answer.page(blocks)?;
        }
    }
    Ok(Exit::Found)
}

fn block(code: Code, answer: &Answer<'_, '_>) -> [Block; 3] {
    let lang = answer.settings.lang;
    let (meaning, hint) = (code.meaning(), code.hint());
    let severity = code.severity().as_str();
    [
        Block::text([Run::key(code.as_str()), Run::muted(format!("  {severity}"))]),
        Block::indented(2, 2, [Run::plain(meaning.get(lang))]),
        Block::indented(
            2,
            2,
            [Run::key(lang.pick("提示 ", "hint ")), Run::plain(hint.get(lang))],
        ),
    ]
}

fn unknown(word: &str) -> Failure {
    let shown = clean(word);
    let near = |code: &&Code| strsim::jaro_winkler(code.as_str(), word);
    let nearest = Code::ALL.iter().max_by(|a, b| near(a).total_cmp(&near(b)));
    let nearest = nearest.map_or("", |code| code.as_str());
    let said = Message::new(format!("没有代码 {shown}"), format!("there is no code {shown}"));
    Failure::Bad(said.hint(
        format!("最接近的是 {nearest}；--explain all 列出全部"),
        format!("the nearest is {nearest}; --explain all lists every code"),
    ))
}
