//! Parts that the pages share: the title, the place in the dossier, the citation, the address.

use crate::{
    lang::{Bilingual, Lang},
    model::{Atlas, Citation, College, Fact, FamilyIx, Group, Recognition, Source, ThemeIx, words},
    page::{
        Run,
        block::{Block, Record},
    },
};

/// The name of a page's subject; the English page keeps the Chinese name beneath.
pub(crate) fn title(name: &Bilingual, lang: Lang) -> Vec<Block> {
    let mut blocks = vec![Block::heading(name.get(lang))];
    if lang == Lang::En {
        blocks.push(Block::text([Run::plain(&*name.zh)]));
    }
    blocks
}

/// The heading of a part of a page, with how many it holds.
pub(crate) fn heading(words: &str, count: usize) -> [Block; 2] {
    let count = Run::muted(format!("  {count}"));
    [Block::blank(), Block::text([Run::heading(words), count])]
}

/// The college and the pillar a fact stands in: `台州科技职业学院  支柱 1 党建引领`. A college is its own title.
pub(crate) fn stands(fact: Fact<'_>, lang: Lang) -> Vec<Block> {
    let college = fact.college();
    let name = lang.pick(&college.name.zh, &college.name.en);
    let place = match fact {
        Fact::College(_) => return Vec::new(),
        Fact::Pillar(_, own) => format!("{} {}", lang.pick("支柱", "pillar"), own.n),
        fact => pillar(college, fact.pillar(), lang),
    };
    vec![Block::text([
        Run::label(&**name),
        Run::muted(format!("  {place}")),
    ])]
}

/// A pillar by number and title; what stands in none stands in the introduction.
pub(crate) fn pillar(college: &College, n: Option<u8>, lang: Lang) -> String {
    let Some(n) = n else {
        return lang.pick("引言", "introduction").to_owned();
    };
    let heading = college.pillar(n).map_or("", |pillar| pillar.title(lang));
    format!("{} {n} {heading}", lang.pick("支柱", "pillar"))
        .trim_end()
        .to_owned()
}

/// The family of a metric or of a recognition that nothing counts, and what its metrics have in common.
pub(crate) fn family(atlas: &Atlas, family: Option<FamilyIx>, lang: Lang) -> Option<Record> {
    let family = atlas.family(family?);
    let words = [
        Run::plain(family.name.get(lang)),
        Run::muted(format!("\n{}", family.definition.get(lang))),
    ];
    Some(Record::pair(lang.pick("近似指标组", "family"), words))
}

/// The last lines of every page: where the fact stands and what it is called.
pub(crate) fn ends(atlas: &Atlas, fact: Fact<'_>, lang: Lang) -> Vec<Record> {
    let source = atlas.source(fact.college().source);
    let addr = Record::pair(lang.pick("地址", "address"), [Run::key(fact.addr().to_string())]);
    let cited = fact.cite().map(|cite| cited(source, cite, lang));
    let whole = || vec![Run::plain(source.name())];
    let source = Record::pair(lang.pick("出处", "source"), cited.unwrap_or_else(whole));
    vec![source, addr]
}

/// `中国教育报客户端  第 2 行  「34家模具企业」`.
pub(crate) fn cited(source: &Source, cite: &Citation, lang: Lang) -> Vec<Run> {
    vec![
        Run::plain(source.name()),
        Run::plain("  "),
        line_number(cite, lang),
        Run::plain("  "),
        Run::quote(quoted(&cite.exact)),
    ]
}

/// Which line of the article, the number never apart from its word.
pub(crate) fn line_number(cite: &Citation, lang: Lang) -> Run {
    Run::muted(words::line_words(cite.line, lang)).whole()
}

/// Words of the article between brackets that are two cells wide in every terminal.
pub(crate) fn quoted(phrase: &str) -> String {
    format!("「{phrase}」")
}

/// Theme names, one after the other.
pub(crate) fn themes(atlas: &Atlas, themes: &[ThemeIx], lang: Lang) -> String {
    let names: Vec<_> = themes.iter().map(|ix| atlas.theme(*ix).name.get(lang)).collect();
    names.join(lang.pick("、", ", "))
}

/// What the article does not say. Never a zero and never a blank.
pub(crate) fn unstated(lang: Lang) -> Run {
    Run::muted(words::unstated(lang))
}

/// What the curator has to say of how a fact is printed.
pub(crate) fn note(note: Option<&Bilingual>, lang: Lang) -> Option<Record> {
    let words = Run::qualifier(note?.get(lang));
    Some(Record::pair(lang.pick("说明", "note"), [words]))
}

/// A text that may not be stated.
pub(crate) fn maybe(text: Option<&str>, lang: Lang) -> Run {
    text.map_or_else(|| unstated(lang), Run::plain)
}

/// `院 5: 甲研究院、乙学院  文中未列名 3 个`.
pub(crate) fn group_members(college: &College, group: &Group, lang: Lang) -> Vec<Run> {
    let colon = if group.members.is_empty() { "" } else { ": " };
    let mut runs = vec![
        Run::value(format!("{}{colon}", announced(group, lang))).whole(),
        Run::plain(college.printed_names(&group.members, lang)),
    ];
    runs.extend(unnamed(group, lang).map(|words| Run::muted(format!("  {words}"))));
    runs
}

/// `院 5`; the word alone where no number is announced.
pub(crate) fn announced(group: &Group, lang: Lang) -> String {
    let name = group.name.get(lang);
    match group.total {
        Some(total) => format!("{name} {total}"),
        None => name.to_owned(),
    }
}

/// How many members the article leaves unnamed, said rather than left out.
pub(crate) fn unnamed(group: &Group, lang: Lang) -> Option<String> {
    let n = group.unnamed();
    let words = || {
        lang.pick(
            format!("文中未列名 {n} 个"),
            format!("{n} unnamed in the article"),
        )
    };
    (n > 0).then(words)
}

/// What the article claims of a recognition, and that it is the article that claims it.
pub(crate) fn claim(recognition: &Recognition, lang: Lang) -> Option<String> {
    let claim = recognition.claim.as_ref()?.get(lang);
    Some(lang.pick(format!("文中称{claim}"), format!("stated to be {claim}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        load::{Origin, load},
        page::layout,
        text::width::Policy,
    };

    #[test]
    fn a_line_number_is_never_apart_from_its_word() {
        let atlas = load(&Origin::Embedded).atlas;
        for college in &atlas.colleges {
            let source = atlas.source(college.source);
            for outcome in &college.outcomes {
                for (lang, word) in [(Lang::Zh, "第"), (Lang::En, "line")] {
                    let block = Block::text(cited(source, &outcome.cite, lang));
                    for width in 12..90 {
                        let rows = layout::layout(std::slice::from_ref(&block), width, Policy::Narrow);
                        let texts = rows
                            .iter()
                            .map(|row| row.runs.iter().map(|run| &*run.text).collect());
                        let parted = |text: &String| text.trim_end().ends_with(word);
                        assert!(!texts.into_iter().any(|text| parted(&text)), "{width} {rows:?}");
                    }
                }
            }
        }
    }
}
